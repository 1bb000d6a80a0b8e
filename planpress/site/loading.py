"""What a build reads before any plan."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from planpress.accessibility.report import AccessibilityReport, read_report
from planpress.cache import Cache, key
from planpress.configuration.reading import FILE, place_of, read_configuration
from planpress.model import Office, Organisation, Topic
from planpress.model.checked_link import CheckedLinks
from planpress.model.disclosure import Disclosure
from planpress.model.explained_word import ExplainedWord
from planpress.model.redirect import Redirect
from planpress.model.review import Review
from planpress.model.service import Service
from planpress.model.site_check import SiteCheck
from planpress.model.vocabulary import Vocabulary
from planpress.overview.results import OfficeResults
from planpress.pages.editorial.cleaning import clean
from planpress.pages.editorial.editorial_page import EditorialPage, RenderEditorial
from planpress.problems.problem import Problem, has_errors
from planpress.search.asking import without_others
from planpress.settings import Settings, calendar_day
from planpress.site.inputs import THEME, Inputs, digest_of, digest_of_all, remembered_digest
from planpress.site.showing import Showing, concerns, own_links, remembered_showing
from planpress.site.speaking import publisher_problems
from planpress.source import files
from planpress.source.attachments.evidence import published_evidence
from planpress.source.content.badge import badge_problems
from planpress.source.content.editorial import CONTENT, address_problems, read_editorial
from planpress.source.content.editorial_voice import spoken_by
from planpress.source.content.explained_words import read_explained_words
from planpress.source.content.links import link_file_problems, read_checked_links
from planpress.source.content.official import without_official
from planpress.source.content.redirects import read_redirects
from planpress.source.content.reviews import read_reviews
from planpress.source.content.services import read_services
from planpress.source.content.site_check import read_site_check
from planpress.source.content.static_files import StaticFiles, read_static
from planpress.source.content.static_texts import is_static_text, static_text_problems
from planpress.source.content.synonyms import SYNONYMS_FILE, read_vocabulary
from planpress.source.content.topics import read_topics
from planpress.source.folders import (
    DISCLOSURE,
    FoundPlan,
    file_of_office,
    office_file_name,
    office_files,
    office_folder,
    office_ids,
    original_files,
    plan_file_name,
    plan_files,
    plan_years,
    year_before,
)
from planpress.source.records.forms import form_problems
from planpress.source.repository import (
    read_office,
    read_office_disclosure,
    read_office_results,
    read_organisations,
)

Value = TypeVar("Value", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Data:
    """All of the data that is read before any plan.

    ``lying`` are the plans that lie in the folder, of which the site shows some.
    """

    organisations: Mapping[str, Organisation]
    offices: Mapping[str, Office]
    lying: Sequence[FoundPlan]
    showing: Showing
    topics: Sequence[Topic]
    services: Sequence[Service]
    explained: Sequence[ExplainedWord]
    vocabulary: Vocabulary
    redirects: Sequence[Redirect]
    static: StaticFiles
    results: Mapping[str, OfficeResults]
    disclosures: Mapping[str, Disclosure]
    checked_links: CheckedLinks | None
    accessibility: AccessibilityReport
    site_check: SiteCheck | None
    reviews: Mapping[str, tuple[Review, ...]]
    problems: tuple[Problem, ...]


def services_of(
    root: Path,
    topics: Sequence[Topic],
    topic_problems: Sequence[Problem],
    organisations: Mapping[str, Organisation] | None,
) -> tuple[tuple[Service, ...], list[Problem]]:
    """The services, held to the topics where these are sound."""
    wrong = has_errors(without_official(root, topic_problems))
    return read_services(root, None if wrong else [topic.id for topic in topics], organisations)


def of_badge(settings: Settings) -> Iterator[Problem]:
    """What is wrong with the accessibility badge, apart from what the settings say by themselves."""
    if settings.badge:
        return badge_problems(
            settings.root, settings.badge, place_of(settings.root, settings.file, "extra"), calendar_day()
        )
    return iter(())


def settings_problems(root: Path, file: str = FILE) -> list[Problem]:
    """What deserves a second look in the settings of a site; nothing is read by settings that are wrong."""
    return read_configuration(root, os.environ, file)[1]


def folder_problems(
    settings: Settings, of_texts: Callable[[Path, Sequence[str]], list[Problem]] = static_text_problems
) -> list[Problem]:
    """What lies in ``content/`` and ``theme/`` and must not: links, devices, unwritable names, personal data.

    Args:
        settings: of the site.
        of_texts: tells what is wrong with texts that lie there as they are.
    """
    problems: list[Problem] = []
    for root, name in ((settings.root, CONTENT), (settings.house, THEME)):
        folder = files.folder(root, name)
        problems += (*folder.problems, *of_texts(root, list(filter(is_static_text, folder.files))))
    return problems


def editorial_pages(settings: Settings, render: RenderEditorial) -> tuple[list[EditorialPage], list[Problem]]:
    """The Markdown pages, rendered and cleaned, and everything that is wrong with them."""
    sources, problems = read_editorial(settings.root, settings.languages)
    problems += address_problems(sources, settings.languages, office_ids(settings.root))
    sources = [replace(each, body=spoken_by(settings.publisher.kind, each.body)) for each in sources]
    by_file = {source.file: source for source in sources}
    pages: list[EditorialPage] = []
    for made in render(settings, sources) if sources else ():
        if isinstance(made, Problem):
            problems.append(made)
            continue
        html, wrong = clean(by_file[made.file], made.html)
        pages.append(replace(made, html=html))
        problems += wrong
    return sorted(pages, key=lambda page: (page.path, page.tag)), problems


def remembered_editorial(
    settings: Settings, inputs: Inputs, cache: Cache, render: RenderEditorial
) -> tuple[list[EditorialPage], list[Problem]]:
    """What :func:`editorial_pages` gives; the engine is asked only when something that it depends on has changed."""

    def make() -> list[Any]:
        pages, problems = editorial_pages(settings, render)
        return [[list(astuple(page)) for page in pages], [problem.record() for problem in problems]]

    def recall(record: list[Any]) -> tuple[list[EditorialPage], list[Problem]]:
        pages, problems = record
        return [EditorialPage(*page) for page in pages], list(map(Problem.from_record, problems))

    languages = [language.tag for language in settings.languages]
    name = key("editorial", inputs.program, inputs.editorial, languages, office_ids(settings.root), settings.site_url)
    return cache.remembered(name, make, recall)


def read_source(settings: Settings, inputs: Inputs, cache: Cache) -> Data:
    """Read organisations, offices and topics, and list the plans."""
    organisations, problems = read_organisations(settings.root)
    known = key(
        inputs.program,
        organisations and {each.id: each.model_dump(mode="json") for each in organisations.values()},
    )
    lying, misplaced = plan_files(settings.root)
    problems += (each for each in misplaced if concerns(settings, each.place.file))
    shown = remembered_showing(settings, lying, inputs.program, cache)
    problems += shown.problems
    offices: dict[str, Office] = {}
    results: dict[str, OfficeResults] = {}
    disclosures: dict[str, Disclosure] = {}
    reviews: dict[str, tuple[Review, ...]] = {}
    for office_id in shown.offices:
        office, office_problems = _office(settings, office_id, organisations, known, cache)
        problems += office_problems
        if office:
            offices[office_id] = office.reviewed(settings.review)
            results[office_id], of_results = _office_results(settings, office, inputs.program, cache)
            disclosure, of_disclosure = _disclosure(settings, office, inputs.program, cache)
            problems += [*of_results, *of_disclosure]
            disclosures |= {office_id: disclosure} if disclosure else {}
            reviews[office_id], of_reviews = read_reviews(settings.root, office, calendar_day())
            problems += of_reviews
    topics, topic_problems = read_topics(settings.root)
    explained, glossary_problems = read_explained_words(settings.root)
    services, service_problems = services_of(settings.root, topics, topic_problems, organisations)
    problems += [*topic_problems, *service_problems]
    vocabulary, vocabulary_problems = _vocabulary(settings, inputs, cache)
    redirects, redirect_errors = read_redirects(settings.root)
    static, static_problems = read_static(settings.root, settings.site_url, calendar_day())
    problems += [*redirect_errors, *static_problems, *glossary_problems, *vocabulary_problems]
    problems += settings_problems(settings.root, settings.file)
    problems += form_problems(settings.root, organisations)
    problems += link_file_problems(settings.root, calendar_day())
    accessibility, accessibility_problems = read_report(settings.root, calendar_day())
    problems += accessibility_problems
    problems += of_badge(settings)
    problems += publisher_problems(settings, offices, office_ids(settings.root), organisations or {})
    problems += folder_problems(settings, partial(_remembered_texts, inputs, cache))
    used = {each.organisation.id for each in offices.values()}
    ours = {name: each for name, each in (organisations or {}).items() if name in used}
    if not settings.is_whole:
        others = [each for name, each in (organisations or {}).items() if name not in used]
        vocabulary = without_others(vocabulary, ours.values(), others)
    return Data(
        ours,
        offices,
        lying,
        shown,
        topics,
        services,
        explained,
        vocabulary,
        [each for each in redirects if shown.has_page(each.old) and shown.has_page(each.new)],
        static,
        results,
        disclosures,
        own_links(settings, shown, read_checked_links(settings.root)[0]),
        accessibility if settings.is_whole else AccessibilityReport(),
        read_site_check(settings.root)[0] if settings.is_whole else None,
        reviews,
        tuple(problems),
    )


def _office(
    settings: Settings, office_id: str, organisations: Mapping[str, Organisation] | None, known: str, cache: Cache
) -> tuple[Office | None, list[Problem]]:
    """An office; read again only when its file, the organisations or the program (``known``) have changed."""
    name = key("office", office_id, digest_of(settings.root, office_file_name(office_id)), known)
    return _remembered(cache, name, Office, lambda: read_office(settings.root, office_id, organisations))


def _vocabulary(settings: Settings, inputs: Inputs, cache: Cache) -> tuple[Vocabulary, list[Problem]]:
    """The vocabulary; to read its thousands of words again would be a third of a build that changes nothing.

    A site of some offices keeps none: it is about the plans of all.
    """
    if not settings.is_whole:
        return read_vocabulary(settings.root)
    name = key("vocabulary", digest_of(settings.root, SYNONYMS_FILE), inputs.program)
    vocabulary, problems = _remembered(cache, name, Vocabulary, lambda: read_vocabulary(settings.root))
    return vocabulary or Vocabulary(), problems


def _remembered(
    cache: Cache, name: str, kind: type[Value], read: Callable[[], tuple[Value | None, list[Problem]]]
) -> tuple[Value | None, list[Problem]]:
    """What a file says, with its problems; read again only when the key (``name``) is another."""

    def make() -> list[Any]:
        value, problems = read()
        return [value and value.model_dump(mode="json"), [problem.record() for problem in problems]]

    def recall(record: list[Any]) -> tuple[Value | None, list[Problem]]:
        value, problems = record
        return value and kind.model_validate(value), list(map(Problem.from_record, problems))

    return cache.remembered(name, make, recall)


def _office_results(
    settings: Settings, office: Office, program: str, cache: Cache
) -> tuple[OfficeResults, list[Problem]]:
    """What is public of an office's surveys and indicators; read again only when their files or a plan have changed."""

    def read() -> tuple[OfficeResults, list[Problem]]:
        surveys, indicators = read_office_results(settings.root, office)
        return OfficeResults(surveys=surveys.public, indicators=indicators.public), [*surveys.kept, *indicators.kept]

    beside = {name: remembered_digest(settings.root, name, cache) for name in office_files(settings.root, office.id)}
    if not beside:
        return OfficeResults(), []
    plans = [plan_file_name(office.id, year) for year in plan_years(settings.root, office.id)]
    said = [digest_of(settings.root, name) for name in plans]
    name = key("results", office.model_dump(mode="json"), beside, said, program)
    public, problems = _remembered(cache, name, OfficeResults, read)
    return _with_reports(settings, office, public or OfficeResults(), cache), problems


def _disclosure(
    settings: Settings, office: Office, program: str, cache: Cache
) -> tuple[Disclosure | None, list[Problem]]:
    """What an office says of what it publishes; read again only when its file or a plan has changed."""
    file = file_of_office(settings.root, office.id, DISCLOSURE)
    if file is None:
        return None, []
    plans = [plan_file_name(office.id, year) for year in plan_years(settings.root, office.id)]
    said = [digest_of(settings.root, name) for name in (file, *plans)]
    name = key("disclosure", office.model_dump(mode="json"), said, program)
    return _remembered(cache, name, Disclosure, lambda: read_office_disclosure(settings.root, office))


def _with_reports(settings: Settings, office: Office, results: OfficeResults, cache: Cache) -> OfficeResults:
    """The same with the reports that surveys name, as they are published."""
    names = sorted({each.report for each in results.surveys if each.report})
    found = {name: published_evidence(settings.root, office_folder(office.id), name) for name in names}
    reports = {name: cache.store.put(content) for name, content in found.items() if content is not None}
    return results.model_copy(update={"reports": reports})


class PlanDigests:
    """Digests of the files of plans, as one build finds them: a plan is read once, although two depend on it."""

    def __init__(self, root: Path, cache: Cache) -> None:
        self._root = root
        self._cache = cache
        self._file = lru_cache(maxsize=None)(partial(digest_of, root))  # of a plan and of the one after it

    def of(self, office_id: str, roc_year: int) -> str:
        """One digest of a plan's file, of the nearest one before it, and of what lies beside the plan.

        The plan is compared with the one before it; its approved file is among what lies beside it.
        """
        root = self._root
        names = original_files(root, office_id, roc_year)
        beside = {name: remembered_digest(root, name, self._cache) for name in names}
        before = year_before(root, office_id, roc_year)
        plans = [self._file(plan_file_name(office_id, year)) for year in (roc_year, before) if year is not None]
        return key(plans, before, beside)


def remembered_translation_problems(settings: Settings, inputs: Inputs, cache: Cache) -> list[Problem]:
    """What is wrong in the files that translations come from; read again only when one of them has changed."""

    def check() -> list[Problem]:
        from planpress.translating import consistency  # rarely wanted, and slow to import

        return consistency.translation_problems(settings)

    name = key("translations", inputs.locales, inputs.program, settings.languages)
    if cache.recalled(name, bool):
        return []
    found = check()
    if not found:  # a problem quotes its line, which may be of a plan that this site does not show
        cache.index.put(name, True)
    return found


def _remembered_texts(inputs: Inputs, cache: Cache, root: Path, names: Sequence[str]) -> list[Problem]:
    name = key("static texts", inputs.program, digest_of_all(root, names))
    return remembered_problems(cache, name, lambda: static_text_problems(root, names))


def remembered_problems(cache: Cache, name: str, find: Callable[[], list[Problem]]) -> list[Problem]:
    """Problems that are looked for again only when the key (``name``) is another."""
    return cache.remembered(
        name, lambda: [problem.record() for problem in find()], lambda record: list(map(Problem.from_record, record))
    )
