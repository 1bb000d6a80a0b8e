"""What became of plans, as artifacts: assessments, an office's results over the years, its surveys."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from planpress import addresses
from planpress.artifacts.artifact import Artifact, page
from planpress.artifacts.site import Site
from planpress.artifacts.workshop import Workshop
from planpress.cache import ObjectStore
from planpress.data.results import results_json
from planpress.editions.edition import Edition
from planpress.model import Office, Plan
from planpress.model.assessment import Assessment
from planpress.model.dates import gregorian_year
from planpress.model.document_files import DocumentFile, survey_files
from planpress.model.language import EN
from planpress.model.survey import Survey
from planpress.model.vintage import Vintage
from planpress.overview.holdings import OfficePlans
from planpress.overview.results import HeldAssessment, OfficeResults, series_of
from planpress.overview.summary import PlanSummary
from planpress.pages.results.office_results import office_results_page
from planpress.pages.results.results import results_page
from planpress.pages.results.satisfaction import satisfaction_page
from planpress.source.folders import INDICATORS, SATISFACTION, assessment_file_name, office_folder


def results_part(site: Site) -> Iterator[Artifact]:
    """The page of each assessment."""
    for held in site.offices:
        for each in held.assessments:
            name = each.summary.head.name
            plan = site.plans[held.office.id, each.roc_year]
            path = addresses.results(held.office.id, each.roc_year, name)
            source = assessment_file_name(held.office.id, each.roc_year, name)
            sizes = held.files[each.roc_year].results[name]
            series = series_of(each.summary.head, held.assessments)
            vintage = _vintage(site, held, each)
            for language in site.facts.languages:
                file = addresses.file_of(addresses.localised(language, path))
                arguments = (language.tag, vintage, held.office, plan.model, plan.assessments[name], series, sizes)
                yield Artifact(file, _results, arguments, source)


def results_data_part(site: Site) -> Iterator[Artifact]:
    """The results of each plan as open data, and the files that show them."""
    for held in site.offices:
        for summary in held.plans:
            plan = site.plans[held.office.id, summary.roc_year]
            if held.has_results(summary):
                path = addresses.results_data(held.office.id, summary.roc_year)
                yield Artifact(path, _data, (held.office, summary, tuple(plan.assessments.values()), held.results))
            for name, content in plan.evidence.items():
                yield Artifact(addresses.evidence(held.office.id, summary.roc_year, name), _file, (content,))


def _data(
    shop: Workshop, office: Office, plan: PlanSummary, assessments: tuple[str, ...], results: OfficeResults
) -> str:
    def url(name: str) -> str:
        path = addresses.results(office.id, plan.roc_year, name) if name else addresses.plan(office.id, plan.roc_year)
        return addresses.absolute(shop.settings.site_url, path)

    found = [Assessment.model_validate_json(shop.store.get(each)) for each in assessments]
    return results_json(plan, plan.years, office, found, results, shop.editions.get(EN.tag) or Edition(EN), url)


def _file(shop: Workshop, content: str) -> bytes:
    return shop.store.get(content)


def office_results_part(site: Site) -> Iterator[Artifact]:
    """The page of each office's results over the years."""
    for held in site.offices:
        if held.assessments or held.results.indicators:
            path = addresses.office_results(held.office.id)
            assessed = (_vintage(site, held, each) for each in held.assessments)
            vintage = Vintage.spanning((*assessed, *_figures(site, held)))
            for language in site.facts.languages:
                yield page(language, path, vintage, office_results_page, held.office, held.assessments, held.results)


def satisfaction_part(site: Site) -> Iterator[Artifact]:
    """The page of each office's surveys."""
    for held in site.offices:
        if held.results.surveys:
            path = addresses.satisfaction(held.office.id)
            vintage = Vintage.spanning(_surveys(site, held))
            offered = tuple(offered_surveys(site, held.office).items())
            for language in site.facts.languages:
                yield page(language, path, vintage, satisfaction_page, held.office, held.results, offered)
            for name, content in held.results.reports.items():
                yield Artifact(addresses.survey_report(held.office.id, name), _file, (content,))
            for file, where in offered:
                yield Artifact(where, _survey_document, (file, where, held.office, held.results.surveys, site.papers))


def offered_surveys(site: Site, office: Office) -> Mapping[DocumentFile, str]:
    """The documents of an office's surveys, with their paths; none where the site makes no documents."""
    return survey_files(office.id, tuple(each.tag for each in site.facts.languages)) if site.papers else {}


def _survey_document(
    shop: Workshop, file: DocumentFile, path: str, office: Office, surveys: tuple[Survey, ...], papers: str
) -> bytes:
    """A document of surveys; ``papers`` is the digest of its templates."""
    from planpress.documents.press import press  # with fonts and Typst: only where there is one to make

    return press(shop.settings, papers).surveys(file, path, office, surveys)


def _vintage(site: Site, held: OfficePlans, assessment: HeldAssessment) -> Vintage:
    """Of what time an assessment is: its file's day, else the day on which it was made, or that of its results."""
    head = assessment.summary.head
    day = (head.date or head.end).iso
    file = assessment_file_name(held.office.id, assessment.roc_year, head.name)
    return Vintage.of_years(site.day(file, day), (head.roc_year,))


def _surveys(site: Site, held: OfficePlans) -> Iterator[Vintage]:
    """Of what time surveys are: of the day of their file, else of their own."""
    file = f"{office_folder(held.office.id)}/{SATISFACTION}"
    for each in held.results.surveys:
        day = each.last.iso if each.last else str(gregorian_year(each.roc_year))
        yield Vintage.of_years(site.day(file, day), (each.roc_year,))


def _figures(site: Site, held: OfficePlans) -> Iterator[Vintage]:
    """Of what time the figures of indicators are: of the day of their file, else of their years."""
    file = f"{office_folder(held.office.id)}/{INDICATORS}"
    for each in (figure for indicator in held.results.indicators for figure in indicator.figures):
        year = str(gregorian_year(each.roc_year))
        yield Vintage.of_years(site.day(file, year), (each.roc_year,))


def _results(
    shop: Workshop,
    tag: str,
    vintage: Vintage,
    office: Office,
    plan: str,
    assessment: str,
    series: tuple[HeldAssessment, ...],
    sizes: tuple[tuple[DocumentFile, int], ...],
) -> str:
    found = Assessment.model_validate_json(shop.store.get(assessment))
    return results_page(shop.maker(tag, vintage), office, _plan(shop.store, plan), found, series, dict(sizes))


@lru_cache(maxsize=1)  # the languages and the assessments of a plan follow one another
def _plan(store: ObjectStore, model: str) -> Plan:
    return Plan.model_validate_json(store.get(model))
