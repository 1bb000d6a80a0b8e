"""What offices publish without being asked, a page each: on their own sites, and their companies', alone."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from planpress import addresses
from planpress.artifacts.artifact import Artifact, page
from planpress.artifacts.clauses import is_there
from planpress.artifacts.site import Site
from planpress.cache import ObjectStore
from planpress.model.disclosure import Disclosure
from planpress.model.vintage import Vintage
from planpress.pages.proofs.disclosure import Listed, disclosure_page
from planpress.problems.problem import Problem
from planpress.source.folders import DISCLOSURE, office_folder
from planpress.source.records.disclosures import missing_pages


def disclosure_part(site: Site) -> Iterator[Artifact]:
    """The page of each office that says what it publishes."""
    for held in site.offices:
        if (disclosure := site.disclosures.get(held.office.id)) is None:
            continue
        listed = Listed(
            newest=held.newest,
            plans=len(held.plans),
            assessments=len(held.assessments),
            surveys=len(held.results.surveys),
            documents=sum(len(files.sizes) for files in held.files.values()),
        )
        path = addresses.disclosure(held.office.id)
        source = f"{office_folder(held.office.id)}/{DISCLOSURE}"
        years = sorted(year for plan in held.plans for year in plan.years)
        vintage = Vintage.of_years(site.day(source, held.vintage(held.newest).date), years)
        for language in site.facts.languages:
            yield page(language, path, vintage, disclosure_page, held.office, disclosure, listed, source=source)


def without_page_of(
    root: Path, disclosures: Mapping[str, Disclosure], store: ObjectStore, site: Mapping[str, str]
) -> Iterator[Problem]:
    """Pages that offices say they publish something on, and the site does not have.

    Args:
        root: the project's folder.
        disclosures: by office.
        store: what the site's files hold.
        site: digest of each file, by its path.
    """
    for office, disclosure in disclosures.items():
        missing = {each for each in disclosure.pages() if not is_there(each, store, site)}
        yield from missing_pages(root, f"{office_folder(office)}/{DISCLOSURE}", missing)
