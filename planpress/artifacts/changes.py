"""What each plan says otherwise than the one before it, as artifacts."""

from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import pairwise

from planpress import addresses
from planpress.artifacts.artifact import Artifact
from planpress.artifacts.site import Site
from planpress.artifacts.workshop import Workshop
from planpress.model import Office, Plan
from planpress.overview.changes import Changes, compared
from planpress.pages.changes import changes_body, changes_page


def changes_part(site: Site) -> Iterator[Artifact]:
    """The page of each plan that has one before it."""
    for held in site.offices:
        for after, before in pairwise(held.plans):
            path = addresses.changes(after.office, after.roc_year)
            models = [site.plans[each.office, each.roc_year].model for each in (before, after)]
            for language in site.facts.languages:
                file = addresses.file_of(addresses.localised(language, path))
                yield Artifact(file, _changes, (language.tag, held.office, *models))


def _changes(shop: Workshop, tag: str, office: Office, earlier: str, later: str) -> str:
    before, after, changes, bodies = _comparison(shop, office, earlier, later)
    return changes_page(shop.maker(tag), office, before, after, changes, bodies[tag])


@lru_cache(maxsize=1)  # the languages of a page follow one another
def _comparison(shop: Workshop, office: Office, earlier: str, later: str) -> tuple[Plan, Plan, Changes, dict[str, str]]:
    before, after = (Plan.model_validate_json(shop.store.get(model)) for model in (earlier, later))
    changes = compared(before, after)
    lay_out = partial(changes_body, office=office, before=before, after=after, changes=changes)
    return before, after, changes, dict(shop.bodies(lay_out))
