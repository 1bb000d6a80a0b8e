"""Home, offices, plans, site map, data, quality, Markdown pages, 404: each part of the site as artifacts."""

from collections.abc import Iterator, Mapping
from datetime import date

from planpress import addresses
from planpress.accessibility.report import AccessibilityReport
from planpress.artifacts.artifact import Artifact, page
from planpress.artifacts.datasets import offered_datasets
from planpress.artifacts.reviews import reviewed_offices
from planpress.artifacts.site import Site
from planpress.artifacts.topics import offered_topics
from planpress.artifacts.workshop import Workshop
from planpress.data.quality import quality_json
from planpress.documents.csv_table import csv_table
from planpress.documents.page_records import PAGE_FIELDS, page_records
from planpress.editions.edition import Edition
from planpress.model import Office
from planpress.model.document_files import PlanFiles
from planpress.model.language import AUTHORITATIVE, EN
from planpress.model.proof import Proof, ProofKey
from planpress.model.record import RecordedChange, record
from planpress.model.vintage import Vintage
from planpress.overview.holdings import ALONE, ListedOffice, OfficePlans, Relations
from planpress.overview.news import news
from planpress.overview.summary import PlanSummary
from planpress.overview.trees import TOPICS
from planpress.pages.changes.news import MOST as NEWS_LISTED
from planpress.pages.editorial.editorial import editorial_page, not_found_page
from planpress.pages.editorial.editorial_page import EditorialPage
from planpress.pages.plan.bulletin import bulletin_page
from planpress.pages.plan.plan_page import plan_page
from planpress.pages.plan.superseded import superseded_page
from planpress.pages.proofs.data import data_page
from planpress.pages.proofs.quality import office_quality_page, quality_page
from planpress.pages.ways.glossary import glossary_page
from planpress.pages.ways.home import home_page
from planpress.pages.ways.office import office_page
from planpress.pages.ways.site_map import site_map_page
from planpress.source.content.explained_words import GLOSSARY_FILE
from planpress.source.folders import plan_file_name, revision_file_name


def home_part(site: Site) -> Iterator[Artifact]:
    """The home page, and the page for missing pages."""
    topics = next((tree.counted() for tree in site.trees if tree.slug == TOPICS), None)
    files = _files(site.offices[0]) if len(site.offices) == 1 else ()
    for language in site.facts.languages:
        told = site.news[:NEWS_LISTED]
        yield page(language, addresses.HOME, site.vintage, home_page, site.listed, topics, told, files)
    yield Artifact("404.html", _not_found)


def _not_found(shop: Workshop) -> str:
    return not_found_page(shop.maker(AUTHORITATIVE.tag))


def offices_part(site: Site) -> Iterator[Artifact]:
    """The page of each office."""
    reviewed = {each.office.id for each in reviewed_offices(site)}
    for held, listed in zip(site.offices, site.listed, strict=True):
        path, told = addresses.office(held.office.id), news([held], NEWS_LISTED)
        for language in site.facts.languages:
            listing = (listed, _files(held), held.newest.departments, told, held.has_dates)
            known = held.office.id in site.disclosures, held.office.id in reviewed
            arguments = (*listing, held.assessments, held.results, *known, held.newest.deadlines)
            yield page(language, path, held.whole_vintage, office_page, *arguments)


def plans_part(site: Site) -> Iterator[Artifact]:
    """The page of each plan."""
    for held, listed in zip(site.offices, site.listed, strict=True):
        for summary in held.plans:
            where = summary.office, summary.roc_year
            plan = site.plans[where]
            path = addresses.plan(*where)
            source = plan_file_name(*where)
            files, changed = held.files[summary.roc_year], held.changed.get(summary.roc_year)
            changes = record(summary.recorded, summary.revised, site.records.get(where, ()))
            related = site.relations.get(where, ALONE)
            for language in site.facts.languages:
                file = addresses.file_of(addresses.localised(language, path))
                body = plan.bodies[language.tag]
                vintage = site.vintages[where]
                arguments = (language.tag, vintage, summary, listed, files, body, changed, related, changes)
                yield Artifact(file, _plan, arguments, source)


def bulletins_part(site: Site) -> Iterator[Artifact]:
    """The sheet for the wall of an office, of each plan."""
    for held in site.offices:
        for summary in held.plans:
            path = addresses.bulletin(summary.office, summary.roc_year)
            for language in site.facts.languages:
                yield page(language, path, held.vintage(summary), bulletin_page, summary, held.office)


def superseded_part(site: Site) -> Iterator[Artifact]:
    """The pages of what revisions of plans replaced."""
    for held in site.offices:
        for current in held.plans:
            for each in site.plans[current.office, current.roc_year].superseded:
                path = addresses.revision(current.office, current.roc_year, each.number)
                source = revision_file_name(current.office, current.roc_year, each.number)
                vintage = _superseded_vintage(site, held, current, each.summary, source)
                for language in site.facts.languages:
                    file = addresses.file_of(addresses.localised(language, path))
                    body = each.bodies[language.tag]
                    arguments = (language.tag, vintage, each.summary, each.number, current, held.office, body)
                    yield Artifact(file, _superseded, arguments, source)


def _superseded_vintage(
    site: Site, held: OfficePlans, current: PlanSummary, replaced: PlanSummary, source: str
) -> Vintage:
    """Of what time it is what a revision replaced: of its own day, else of that of the plan in force."""
    day = replaced.adopted.iso if replaced.adopted else held.vintage(current).date
    return Vintage.of_years(site.day(source, day), replaced.years)


def _superseded(
    shop: Workshop,
    tag: str,
    vintage: Vintage,
    summary: PlanSummary,
    number: int,
    current: PlanSummary,
    office: Office,
    body: str,
) -> str:
    return superseded_page(shop.maker(tag, vintage), summary, number, current, office, shop.store.get(body).decode())


def _plan(
    shop: Workshop,
    tag: str,
    vintage: Vintage,
    summary: PlanSummary,
    held: ListedOffice,
    files: PlanFiles,
    body: str,
    changed: date | None,
    related: Relations,
    changes: tuple[RecordedChange, ...],
) -> str:
    maker, html = shop.maker(tag, vintage), shop.store.get(body).decode()
    return plan_page(maker, summary, held, files, html, changed, related, changes)


def site_map_part(site: Site) -> Iterator[Artifact]:
    """The site map."""
    trees = tuple(tree.named() for tree in site.trees)
    for language in site.facts.languages:
        yield page(language, addresses.SITEMAP, site.vintage, site_map_page, site.listed, trees)


def data_part(site: Site) -> Iterator[Artifact]:
    """The page of all documents and data."""
    files = tuple(map(_files, site.offices))
    results = tuple(
        (held.office.id, plan.roc_year) for held in site.offices for plan in held.plans if held.has_results(plan)
    )
    topics, offered = tuple(offered_topics(site)), offered_datasets(site)
    for language in site.facts.languages:
        yield page(language, addresses.DATA, site.vintage, data_page, site.listed, files, topics, results, offered)


def quality_part(site: Site) -> Iterator[Artifact]:
    """The pages on the quality of the data, and the same as data."""
    for language in site.facts.languages:
        told = (site.offices, site.proofs, tuple(site.disclosures))
        yield page(language, addresses.QUALITY, site.vintage, quality_page, *told)
        for each in site.offices:
            if len(each.plans) > 1:
                path = addresses.quality(each.office.id)
                yield page(language, path, each.whole_vintage, office_quality_page, each)
    yield Artifact(addresses.QUALITY_DATA, _quality_data, (site.offices, site.proofs))
    yield Artifact(addresses.QUALITY_PAGES, _quality_pages, (site.proven,))


def _quality_data(shop: Workshop, held: tuple[OfficePlans, ...], proofs: tuple[Proof, ...]) -> str:
    return quality_json(held, proofs, shop.editions.get(EN.tag) or Edition(EN), shop.facts.site_url)


def _quality_pages(shop: Workshop, proven: Mapping[str, tuple[ProofKey, ...]]) -> bytes:
    return csv_table(page_records(proven, shop.facts.site_url), PAGE_FIELDS)


def glossary_part(site: Site) -> Iterator[Artifact]:
    """The page of the words that the site explains."""
    for language in site.facts.languages:
        yield page(language, addresses.GLOSSARY, site.noted(GLOSSARY_FILE), glossary_page, site.explained)


def editorial_part(site: Site) -> Iterator[Artifact]:
    """The Markdown pages in every language that has them; a derived edition converts those of its source."""
    reachable = tuple(each.office for each in site.offices if any(each.office.contact.known()))
    for language in site.facts.languages:
        for each in site.editorial:
            if each.tag == (language.derived_from or language.tag):
                file = addresses.file_of(addresses.localised(language, each.path))
                offices = reachable if each.path == addresses.ABOUT else ()
                report = site.accessibility if each.path == addresses.ACCESSIBILITY else None
                arguments = (language.tag, site.noted(each.file), each, site.changes.get(each.file), offices, report)
                yield Artifact(file, _editorial, arguments, each.file)


def _editorial(
    shop: Workshop,
    tag: str,
    vintage: Vintage | None,
    written: EditorialPage,
    changed: date | None,
    offices: tuple[Office, ...],
    report: AccessibilityReport | None,
) -> str:
    title, description, html = written.title, written.description, written.html
    if hans := shop.editions[tag].hans:
        title, description, html = hans.text(title), hans.text(description), hans.html(html)
    return editorial_page(shop.maker(tag, vintage), written.path, title, description, html, changed, offices, report)


def _files(held: OfficePlans) -> tuple[PlanFiles, ...]:
    return tuple(held.files[plan.roc_year] for plan in held.plans)
