"""The pages in place of plans that were withdrawn, as artifacts. No list leads to them, and nothing counts them."""

from collections.abc import Iterator

from planpress import addresses
from planpress.artifacts.artifact import Artifact, page
from planpress.artifacts.site import Site
from planpress.model.vintage import Vintage
from planpress.pages.withdrawn import withdrawn_page


def withdrawn_artifacts(site: Site) -> Iterator[Artifact]:
    """A page of each plan in every language."""
    held = {each.office.id for each in site.offices}
    for plan, office in site.withdrawn:
        day = Vintage.as_of(plan.withdrawal.date.iso)
        path = addresses.plan(plan.office, plan.roc_year)
        for language in site.facts.languages:
            yield page(language, path, day, withdrawn_page, plan, office, office.id in held)
