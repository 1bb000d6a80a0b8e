"""The pages of who looked through contents: only where the site speaks in the names of the offices."""

from collections.abc import Iterator

from planpress import addresses
from planpress.artifacts.artifact import Artifact, page
from planpress.artifacts.site import Site
from planpress.model.vintage import Vintage
from planpress.overview.holdings import OfficePlans
from planpress.pages.proofs.reviews import reviews_page


def reviews_part(site: Site) -> Iterator[Artifact]:
    """The page of each office that says anything of reviews."""
    for held in reviewed_offices(site):
        days = [each.date.iso for each in held.reviews]
        vintage = Vintage(max(days), min(days), max(days)) if days else held.whole_vintage
        for language in site.facts.languages:
            yield page(language, addresses.reviews(held.office.id), vintage, reviews_page, held)


def reviewed_offices(site: Site) -> Iterator[OfficePlans]:
    """Offices whose reviews this site may tell of; a transcription has none to tell of."""
    if site.facts.publisher.is_transcription:
        return
    yield from (each for each in site.offices if each.reviews or each.office.review or each.office.update_rule)
