"""The page of links to elsewhere."""

from collections.abc import Iterator

from planpress import addresses
from planpress.artifacts.artifact import Artifact, page
from planpress.artifacts.site import Site
from planpress.model.vintage import Vintage
from planpress.pages.proofs.links import links_page


def links_part(site: Site) -> Iterator[Artifact]:
    """The page that says of every link to elsewhere when it was checked, and what was found."""
    named = {each.page for link in site.checked_links.links for each in link.places} if site.checked_links else set()
    there = tuple(sorted(named & pages_there(site)))
    days = site.checked_links.days if site.checked_links else ()
    vintage = Vintage.as_of(max(days).isoformat()) if days else site.vintage
    for language in site.facts.languages:
        yield page(language, addresses.LINKS, vintage, links_page, site.checked_links, there)


def pages_there(site: Site) -> set[str]:
    """Paths of pages that this site certainly has; one with a link may have been withdrawn since the check."""
    paths = {addresses.HOME, addresses.DATA, *(each.path for each in site.editorial)}
    for held in site.offices:
        paths |= {
            addresses.office(held.office.id),
            *(addresses.plan(held.office.id, each.roc_year) for each in held.plans),
        }
    return {addresses.localised(language, path) for language in site.facts.languages for path in paths}
