"""A few lines of YAML in a file that is otherwise right, and the problems of those lines."""

import textwrap
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

from planpress.accessibility.review import check_review
from planpress.configuration.reading import configuration_of
from planpress.editions.edition import Edition
from planpress.editions.hans_exceptions import read_exceptions
from planpress.editions.memory import read_memory
from planpress.engine import editorial
from planpress.model import Department
from planpress.model.grading import Grade, Grading
from planpress.model.language import EN, ZH_HANT
from planpress.pages.editorial.cleaning import clean
from planpress.problems.problem import Problem
from planpress.publishing.targets import PlacesFile, check_places
from planpress.settings import Settings
from planpress.site_checks import check_files
from planpress.source.checks import PlanBefore, check_office, check_organisations, check_plan, check_texts
from planpress.source.checks.assessments import AssessedPlan, check_assessment
from planpress.source.checks.clauses import check_clauses
from planpress.source.checks.disclosure import check_disclosure
from planpress.source.checks.indicators import check_indicators
from planpress.source.checks.persons import check_persons
from planpress.source.checks.surveys import check_satisfaction
from planpress.source.content.editorial import read_page
from planpress.source.content.explained_words import check_glossary
from planpress.source.content.links import check_links_file
from planpress.source.content.noted import check_hotlines, check_noted
from planpress.source.content.redirects import check_redirects, unled
from planpress.source.content.reviews import check_reviews
from planpress.source.content.services import check_services
from planpress.source.content.synonyms import check_synonyms
from planpress.source.content.topics import check_topics
from planpress.source.plans.shaping import Shape, as_shape
from planpress.source.row_addresses.address_file import parse as parse_addresses
from planpress.source.row_addresses.ids import addressed
from planpress.source.shapes.clause_shapes import ClausesFile
from planpress.source.shapes.content_shapes import (
    AccessibilityFile,
    GlossaryFile,
    RedirectsFile,
    ServicesFile,
    SynonymsFile,
    TopicsFile,
)
from planpress.source.shapes.disclosure_shapes import DisclosureFile
from planpress.source.shapes.link_shapes import LinksFile
from planpress.source.shapes.office_shapes import OfficeFile, OrganisationsFile
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.shapes.result_shapes import AssessmentFile, IndicatorsFile, SatisfactionFile
from planpress.source.shapes.review_shapes import ReviewsFile
from planpress.source.text.quotations import texts_by_place
from planpress.source.text.source_text import SourceText
from planpress.source.text.yaml_text import parse
from planpress.source.values.finding import Finding
from planpress.translating.consistency import catalogue_problems
from planpress.translating.staleness import stale_problems
from planpress.translating.units import PlanUnits
from planpress.translating.units import plan_units as units_of
from tests.catalogues import catalogue_of

ENVIRONMENT = {"PATH": "/usr/bin", "TOKEN": "secret"}
OFFICES = ("sample", "ja")
TODAY = date(2026, 1, 1)
DEPARTMENTS = (
    *(Department(name=name) for name in ("業務組", "電務組", "工務段", "各部門")),
    Department(name="服務組", formerly=("服務課",), since=110),
    Department(name="資訊課", until=112),
    Department(name="客服課", since=116),
)

_PLAN = {
    "title": "title: 示範區營業處114年度服務計畫\n",
    "columns": "columns: {groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}\n",
    "sections": "sections:\n  - rows:\n      - h1: 一、基礎服務\n      - do: 1. 推廣電子帳單。\n",
}
_LAST_YEAR = f"""\
title: 示範區營業處113年度服務計畫
adopted: 113-01-14
{_PLAN["columns"]}transcription_notes:
  - 原文件最後一點未另立標題。
original:
  file: sample-113.pdf
  sha256: 4c79ca82d4d6142dc3a05282ca249ad79a0bbeae51060cbc84e913bfdecbb757
sections:
  - text: |
      本公司113年度服務計畫。
      依業字第1138001255號函辦理。
    rows:
      - do: 推廣電子帳單。
        unsure: 原表部門跨列。
      - do: (2) 推廣行動支付。
        sic: true
"""
_OFFICE = {
    "name": "name: 示範區營業處\n",
    "organisation": "organisation: sample\n",
    "departments": "departments:\n  - name: 業務組\n",
}
_TERMS = '# agreed\nmsgid "電子帳單"\nmsgstr "e-bill"\n'


def of_rows(text: str) -> list[str]:
    """Problems of rows; lines and columns count from the first row's ``-``."""
    head = f"{_PLAN['title']}{_PLAN['columns']}sections:\n  - rows:\n"
    plan = head + textwrap.indent(textwrap.dedent(text).strip("\n"), " " * 6) + "\n"
    return shown(plan_problems(plan), lines=head.count("\n"), columns=6)


def of_plan(text: str) -> list[str]:
    """Problems of keys at the root of a plan.yml; required keys that the text lacks are added below it."""
    return shown(plan_problems(_completed(text, _PLAN)))


def of_copy(text: str) -> list[str]:
    """Problems of keys at the root of a plan.yml that was made from the one of the year before."""
    return shown(plan_problems(_completed(text, _PLAN), _LAST_YEAR))


def of_office(text: str) -> list[str]:
    """Problems of keys at the root of an office.yml."""
    checks = (partial(check_office, organisations=["sample"]), partial(check_noted, today=TODAY))
    return shown(_problems("office.yml", _completed(text, _OFFICE), OfficeFile, *checks))


def of_organisations(text: str) -> list[str]:
    """Problems of an organisations.yml."""
    checks = (check_organisations, partial(check_hotlines, today=TODAY))
    return shown(_problems("organisations.yml", textwrap.dedent(text), OrganisationsFile, *checks))


def of_topics(text: str) -> list[str]:
    """Problems of a topics.yml."""
    return shown(_problems("topics.yml", textwrap.dedent(text), TopicsFile, check_topics))


def of_places(text: str) -> list[str]:
    """Problems of a publish.yml."""
    return shown(_problems("publish.yml", textwrap.dedent(text), PlacesFile, check_places))


def of_reviews(text: str) -> list[str]:
    """Problems of a reviews.yml, of an office with a department."""
    check = partial(check_reviews, units=["資訊組"], today=TODAY)
    return shown(_problems("reviews.yml", textwrap.dedent(text), ReviewsFile, check))


def of_redirects(text: str) -> list[str]:
    """Problems of a redirects.yml of a site with two offices."""
    found = _problems("redirects.yml", textwrap.dedent(text), RedirectsFile, check_redirects)
    pages = {"", "penghu/", "penghu/114/", "taipei/", "about/"}
    return shown(found or _problems("redirects.yml", textwrap.dedent(text), RedirectsFile, partial(unled, pages=pages)))


def of_links(text: str) -> list[str]:
    """Problems of a links.yml."""
    return shown(_problems("links.yml", textwrap.dedent(text), LinksFile, check_links_file))


def of_services(text: str) -> list[str]:
    """Problems of a services.yml beside a topic and an organisation."""
    return shown(
        _problems(
            "services.yml",
            textwrap.dedent(text),
            ServicesFile,
            lambda file: check_services(file, ["e-billing"], ["sample"]),
        )
    )


def of_assessment(text: str) -> list[str]:
    """Problems of an assessment of a plan of 114; see :class:`planpress.problems.catalogue.Context`."""
    grades = [Grade(grade=name, least=Decimal(least)) for name, least in (("優等", 900), ("甲等", 800), ("丁等", 0))]
    grading = Grading(id="yearly", maximum=Decimal(1000), grades=tuple(grades))
    plan = AssessedPlan(range(114, 115), {"s-1", "g-1", "m-1-1"}, ["業務組", "電務組"], [grading])
    return _of_results(text, AssessmentFile, partial(check_assessment, plan=plan))


def of_clauses(text: str) -> list[str]:
    """Problems of a clauses.yml; see :class:`planpress.problems.catalogue.Context`."""
    sections = addressed(plan_file("".join(_PLAN.values()))).sections
    return shown(
        _problems("clauses.yml", textwrap.dedent(text), ClausesFile, partial(check_clauses, sections=sections))
    )


def of_disclosure(text: str) -> list[str]:
    """Problems of a disclosure.yml beside a plan of 114 of one measure."""
    said = texts_by_place(addressed(plan_file("".join(_PLAN.values()))).sections)

    def check(file: DisclosureFile) -> Iterator[Finding]:
        return check_disclosure(file, said if file.basis and file.basis.year == 114 else None)

    return shown(_problems("disclosure.yml", textwrap.dedent(text), DisclosureFile, check))


def of_satisfaction(text: str) -> list[str]:
    """Problems of a satisfaction.yml of an office whose plan of 115 asks about two dimensions."""
    return _of_results(text, SatisfactionFile, partial(check_satisfaction, asked_for={115: ["洽公環境", "服務禮儀"]}))


def of_indicators(text: str) -> list[str]:
    """Problems of an indicators.yml."""
    return _of_results(text, IndicatorsFile, check_indicators)


def _of_results(text: str, shape: type[Shape], check: Callable[[Shape], Iterable[Finding]]) -> list[str]:
    document, _ = parse("results.yml", textwrap.dedent(text).encode())
    persons = document.problems(check_persons(document, ())) if document else []
    return shown([*_problems("results.yml", textwrap.dedent(text), shape, check), *persons])


def of_synonyms(text: str) -> list[str]:
    """Problems of a synonyms.yml."""
    return shown(_problems("synonyms.yml", textwrap.dedent(text), SynonymsFile, check_synonyms))


def of_accessibility(text: str) -> list[str]:
    """Problems of an accessibility.yml."""
    check = partial(check_review, today=TODAY)
    return shown(_problems("accessibility.yml", textwrap.dedent(text), AccessibilityFile, check))


def of_glossary(text: str) -> list[str]:
    """Problems of a glossary.yml."""
    return shown(_problems("glossary.yml", textwrap.dedent(text), GlossaryFile, check_glossary))


def of_settings(text: str) -> list[str]:
    """Problems of a mkdocs.yml."""
    return shown(configuration_of(textwrap.dedent(text).encode(), ENVIRONMENT, OFFICES)[1])


def of_catalogue(text: str) -> list[str]:
    """Problems of entries of an interface.po, or of a plans.po beside a glossary and a plan of one measure."""
    problems = list(read_memory({"interface.po": text.encode()})[1])
    if not problems:
        problems += catalogue_problems([catalogue_of(_TERMS, "terms.po"), catalogue_of(text)])
        edition = Edition(EN, read_memory({"plans.po": text.encode()})[0])
        problems += stale_problems(plan_units("".join(_PLAN.values())), edition, catalogue_of(text))
    return shown(problems)


def of_exceptions(text: str) -> list[str]:
    """Problems of lines of a zh-Hans.txt."""
    return shown(read_exceptions("zh-Hans.txt", text.encode())[1])


def of_addresses(text: str) -> list[str]:
    """Problems of lines of an addresses.txt."""
    return shown(parse_addresses(SourceText("addresses.txt", text))[1])


def of_page(text: str) -> list[str]:
    """Problems of a page, or of what stands in its body under the h1, on a site of this page alone."""
    page = (
        text
        if text.startswith("<html")
        else f"""<html lang="zh-Hant"><title>示範</title><h1 id="top">示範</h1>
{text}</html>"""
    )
    lines = 0 if text.startswith("<html") else 1
    return shown(check_files(["index.html"], lambda path: page, "https://example.org/plans/"), lines=lines)


def of_markdown(text: str) -> list[str]:
    """Problems of the whole of a Markdown page."""
    source, problems = read_page("zh-Hant", "about/", "content/zh-Hant/about.md", text.encode())
    if source is not None:
        settings = Settings(Path(), "https://example.org/", {}, (ZH_HANT,), Path("site"), date(2025, 6, 1))
        for made in editorial(settings, [source]):
            problems += [made] if isinstance(made, Problem) else clean(source, made.html)[1]
    return shown(problems)


def plan_units(text: str, file: str = "plan.yml") -> PlanUnits:
    """What there is to translate in the text of a plan.yml of the office ``sample``."""
    document, _ = parse(file, text.encode())
    assert document is not None
    plan, _ = as_shape(document, PlanFile)
    assert plan is not None
    return PlanUnits("sample", 114, document, tuple(units_of(plan)))


def plan_problems(text: str, last_year: str | None = None) -> list[Problem]:
    """Everything that is wrong with the text of a plan.yml of 114, beside the one of 113."""
    before = PlanBefore(113, plan_file(last_year)) if last_year else None

    def check(file: PlanFile) -> Iterator[Finding]:
        return check_plan(file, addressed(file).sections, 114, DEPARTMENTS, before)

    return _problems("plan.yml", text, PlanFile, check)


def plan_file(text: str) -> PlanFile:
    """A plan.yml without errors."""
    document, _ = parse("plan.yml", text.encode())
    assert document is not None
    file, problems = as_shape(document, PlanFile)
    assert file is not None, problems
    return file


def shown(problems: Iterable[Problem], *, lines: int = 0, columns: int = 0) -> list[str]:
    """Problems as ``line:column code marked characters``, in the file's order."""
    found = sorted(problems, key=lambda problem: problem.place)
    return [
        f"{place.line - lines}:{place.column - columns} {problem.code} "
        f"{place.excerpt[place.column - 1 : place.column - 1 + place.length]}"
        for problem in found
        for place in [problem.place]
    ]


def _completed(text: str, required: dict[str, str]) -> str:
    text = textwrap.dedent(text).strip("\n") + "\n"
    return text + "".join(line for key, line in required.items() if f"\n{key}:" not in f"\n{text}")


def _problems(name: str, text: str, shape: type[Shape], *checks: Callable[[Shape], Iterable[Finding]]) -> list[Problem]:
    """What is wrong with a file: as YAML, as one of the shapes, in any text, and by checks of its own."""
    document, problems = parse(name, text.encode(), shape=shape)
    if document is not None:
        file, wrong = as_shape(document, shape)
        findings = (finding for check in checks for finding in check(file)) if file else ()
        problems += [*wrong, *document.problems([*check_texts(document), *findings])]
    return problems
