"""The pages in place of plans that were withdrawn, as artifacts. No list leads to them, and nothing counts them."""

from collections.abc import Iterator
from itertools import product

from planpress import addresses
from planpress.artifacts.artifact import Artifact, page
from planpress.artifacts.site import Site
from planpress.model.vintage import Vintage
from planpress.pages.plan.withdrawn import withdrawn_page


def withdrawn_artifacts(site: Site) -> Iterator[Artifact]:
    """A page of each plan in every language; that of the newest also in place of an office that has no others."""
    held = {each.office.id for each in site.offices}
    newest = {plan.office: plan.roc_year for plan, _ in sorted(site.withdrawn, key=lambda each: each[0].roc_year)}
    for plan, office in site.withdrawn:
        day = Vintage.as_of(plan.withdrawal.date.iso)
        paths = [addresses.plan(plan.office, plan.roc_year)]
        if office.id not in held and newest[plan.office] == plan.roc_year:
            paths.append(addresses.office(office.id))
        for language, path in product(site.facts.languages, paths):
            yield page(language, path, day, withdrawn_page, path, plan, office, office.id in held)
