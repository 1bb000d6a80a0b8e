"""What each plan says otherwise than the one before it or the one that it follows, and what its revisions changed."""

from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import pairwise

from planpress import addresses
from planpress.artifacts.artifact import Artifact
from planpress.artifacts.site import Site
from planpress.artifacts.workshop import Workshop
from planpress.cache import ObjectStore
from planpress.model import Office, Plan
from planpress.model.decisions import revised
from planpress.model.language import AUTHORITATIVE
from planpress.model.plan import Lasting
from planpress.model.vintage import Vintage
from planpress.overview.changes import Changes, between
from planpress.overview.compared_rows import ComparedPlan
from planpress.pages.changes.changes import (
    Against,
    Comparison,
    changes_body,
    changes_page,
    compared_side,
    comparison_path,
)
from planpress.pages.changes.revision_changes import RevisionChanges, revision_changes_body, revision_changes_page


def changes_part(site: Site) -> Iterator[Artifact]:
    """The pages of each plan that has one before it, or follows another."""
    for held in site.offices:
        for after, before in pairwise(held.plans):
            yield from _pages(site, Against.EARLIER, held.office, after, held.office, before)
        for after in held.plans:
            relations = site.relations.get((after.office, after.roc_year))
            if relations and (parent := relations.parent):
                yield from _pages(site, Against.PARENT, held.office, after, parent.office, parent.plan)


def _pages(
    site: Site, against: Against, office: Office, after: Lasting, other: Office, before: Lasting
) -> Iterator[Artifact]:
    models = [site.plans[each.office, each.roc_year].model for each in (before, after)]
    vintage = site.vintage_of((before, after))
    path = comparison_path(against, after.office, after.roc_year)
    for language in site.facts.languages:
        file = addresses.file_of(addresses.localised(language, path))
        yield Artifact(file, _changes, (language.tag, vintage, against, other, office, *models))


def _changes(
    shop: Workshop,
    tag: str,
    vintage: Vintage,
    against: Against,
    other: Office,
    office: Office,
    first: str,
    second: str,
) -> str:
    comparison, bodies = _compared(shop, against, other, office, first, second)
    return changes_page(shop.maker(tag, vintage), comparison, bodies[tag])


def revision_changes_part(site: Site) -> Iterator[Artifact]:
    """The page of each revision: what it changed of the text that it replaced."""
    for held in site.offices:
        for current in held.plans:
            plan = site.plans[current.office, current.roc_year]
            sizes = held.files[current.roc_year].revision_tables
            models = {each.number: each.model for each in plan.superseded}
            for number, following in revised(models.keys(), current.revision):
                path = addresses.revision_changes(current.office, current.roc_year, number)
                texts = (models[number], models[following] if following else plan.model)
                size = sizes.get(number)
                for language in site.facts.languages:
                    file = addresses.file_of(addresses.localised(language, path))
                    is_last, vintage = following is None, held.vintage(current)
                    arguments = (language.tag, vintage, held.office, number, is_last, *texts, size)
                    yield Artifact(file, _revision, arguments)


def _revision(
    shop: Workshop,
    tag: str,
    vintage: Vintage,
    office: Office,
    number: int,
    is_last: bool,
    earlier: str,
    later: str,
    size: int | None,
) -> str:
    before, after, changes = _comparison(shop.store, earlier, later)
    revision = RevisionChanges(office, number, before, after, is_last)
    hans = shop.editions[tag].hans
    body = revision_changes_body(shop.writer(AUTHORITATIVE.tag if hans else tag), revision, changes)
    return revision_changes_page(shop.maker(tag, vintage), revision, changes, hans.html(body) if hans else body, size)


@lru_cache(maxsize=1)  # the languages of a page follow one another
def _compared(
    shop: Workshop, against: Against, other: Office, office: Office, first: str, second: str
) -> tuple[Comparison, dict[str, str]]:
    """Two plans compared, and the body of the page in every language."""
    before, after, changes = _comparison(shop.store, first, second)
    comparison = Comparison(against, compared_side(before, other), compared_side(after, office), changes)
    return comparison, dict(shop.bodies(partial(changes_body, comparison=comparison)))


@lru_cache(maxsize=1)
def _comparison(store: ObjectStore, earlier: str, later: str) -> tuple[Plan, Plan, Changes]:
    before, after = _plan(store, earlier), _plan(store, later)
    return before.plan, after.plan, between(before, after)


@lru_cache(maxsize=2)  # the earlier plan of one comparison is the later one of the next
def _plan(store: ObjectStore, model: str) -> ComparedPlan:
    return ComparedPlan(Plan.model_validate_json(store.get(model)))
