"""The five real plans, and what their documents must hold: taken from the model, not from the document or the records."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from jinja2 import Environment

from planpress import addresses
from planpress.documents.about import About, about_plan
from planpress.documents.environment import documents_environment
from planpress.documents.ods import ods
from planpress.documents.odt import odt
from planpress.documents.plan_document import document_of
from planpress.documents.press import Press
from planpress.documents.records import department_names, records
from planpress.editions.edition import Edition, load_editions
from planpress.editions.voice import Voice, voice_of
from planpress.model import Group, Measure, Office, Plan, Section
from planpress.model.document_files import survey_files
from planpress.overview.results import head_of
from planpress.settings import Settings
from planpress.source.folders import plan_files, plan_years
from planpress.source.repository import (
    read_office,
    read_office_results,
    read_organisations,
    read_plan,
    read_results,
)

ROOT = Path(__file__).parents[2]
PLANS = tuple((found.office_id, found.roc_year) for found in plan_files(ROOT)[0])
TAGS = ("zh-Hant", "en", "zh-Hans")


@dataclass(frozen=True)
class Case:
    """A plan in a language."""

    plan: Plan
    office: Office
    edition: Edition
    url: str

    @property
    def voice(self) -> Voice:
        return voice_of(settings().facts, self.edition)

    @property
    def about(self) -> About:
        return about_plan(self.plan, self.office, self.voice, self.url)

    @cached_property
    def odt(self) -> bytes:
        return odt(document_of(self.plan, self.office, self.voice, self.url), self.about, self.edition, templates())

    def records(self) -> list[tuple[str, ...]]:
        return list(records(self.plan, self.office, self.edition, self.url))

    @cached_property
    def ods(self) -> bytes:
        names = department_names(self.plan, self.office, self.edition)
        return ods(self.records(), names, self.about, self.edition, templates())

    # What is expected

    def say(self, text: str) -> str:
        return self.edition.text(text, self.office.id).value

    def bare(self, text: str) -> str:
        """A text without the Chinese that stands beside working names."""
        chinese = {use.chinese for uses in self.edition.memory.names.values() for use in uses}
        return re.sub(f"\\s?\\(({'|'.join(map(re.escape, chinese))})\\)", "", text) if chinese else text

    def who(self, names: tuple[str, ...]) -> list[str]:
        return [self.edition.department(self.office, name).value for name in names]

    def number(self, node: Measure | Group | Section) -> str:
        return self.edition.number(node.number) if node.number else ""

    def when(self, measure: Measure) -> str:
        return self.edition.period(measure.period).value if measure.period else ""


def measures(plan: Plan) -> Iterator[Measure]:
    """Measures and items as a reader meets them."""
    for measure in plan.measures():
        yield measure
        yield from measure.items


def headings(plan: Plan) -> Iterator[tuple[int, Section | Group]]:
    """Sections and groups with their depth, from 1."""

    def below(node: Section | Group, level: int) -> Iterator[tuple[int, Section | Group]]:
        for child in node.children:
            if isinstance(child, Group):
                yield level, child
                yield from below(child, level + 1)

    for section in plan.sections:
        if section.heading is not None:
            yield 1, section
        yield from below(section, 2)


@cache
def settings() -> Settings:
    return Settings.load(ROOT)


@cache
def templates() -> Environment:
    return documents_environment(settings())


@cache
def editions() -> dict[str, Edition]:
    return load_editions(settings())[0]


@cache
def case(office_id: str, roc_year: int, tag: str) -> Case:
    """A real plan."""
    return made(*_read(office_id, roc_year), tag)


@cache
def _read(office_id: str, roc_year: int) -> tuple[Plan, Office]:
    office, _ = read_office(ROOT, office_id, read_organisations(ROOT)[0])
    assert office
    plan, _ = read_plan(ROOT, office, roc_year)
    assert plan
    return plan, office


def made(plan: Plan, office: Office, tag: str) -> Case:
    """Any plan as a case."""
    edition = editions()[tag]
    path = addresses.localised(edition.language, addresses.plan(plan.office, plan.roc_year))
    return Case(plan, office, edition, addresses.absolute("https://plans.example/", path))


def results_of(press: Press, plan: Plan, office: Office) -> Iterator[tuple[Path, bytes]]:
    """Every document of every assessment of a plan, with the others of its office beside it."""
    root = press.settings.root
    years = plan_years(root, office.id)
    others = [head_of(each) for year in years for each in read_results(root, office, year).public]
    for path, content in press.results(plan, office, others):
        yield Path(path), content


def surveys_of(press: Press, office: Office) -> Iterator[tuple[Path, bytes]]:
    """Every document of an office's surveys, if it has any."""
    if surveys := read_office_results(press.settings.root, office)[0].public:
        for file, path in survey_files(office.id, tuple(press.editions)).items():
            yield Path(path), press.surveys(file, path, office, surveys)


def plans_of(settings: Settings) -> Iterator[tuple[Plan, Office]]:
    """Every plan of a project with its office."""
    organisations, _ = read_organisations(settings.root)
    for found in plan_files(settings.root)[0]:
        office, _ = read_office(settings.root, found.office_id, organisations)
        assert office is not None
        plan, _ = read_plan(settings.root, office, found.roc_year)
        assert plan is not None
        yield plan, office
