"""What there is to translate in results: assessments, surveys and indicators, as far as they are public.

What is internal stays out: catalogues go further than the folder of an office, to translators and into versions.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel

from planpress.model.visibility import Visibility
from planpress.source.finding import Steps
from planpress.source.folders import (
    INDICATORS,
    SATISFACTION,
    assessment_file_name,
    assessment_names,
    file_of_office,
    office_ids,
    plan_years,
)
from planpress.source.result_shapes import (
    AssessmentFile,
    AssessmentPartEntry,
    IndicatorsFile,
    SatisfactionFile,
    SurveyEntry,
)
from planpress.source.shaping import read_file
from planpress.translating.units import PlanUnits, Unit


def read_result_units(root: Path) -> list[PlanUnits | None]:
    """The units of every file of results that is not internal as a whole; None for one that cannot be read."""
    found: list[PlanUnits | None] = []
    for office in office_ids(root):
        for name, shape in _files(root, office):
            document, file, _ = read_file(root, name, shape)
            if document is None or file is None:
                found.append(None)
            elif units := tuple(result_units(file)):
                found.append(PlanUnits(office, None, document, units))
    return found


def _files(root: Path, office: str) -> Iterator[tuple[str, type[BaseModel]]]:
    for year in plan_years(root, office):
        for name in assessment_names(root, office, year):
            yield assessment_file_name(office, year, name), AssessmentFile
    for name, shape in ((SATISFACTION, SatisfactionFile), (INDICATORS, IndicatorsFile)):
        path = file_of_office(root, office, name)
        if path is not None:
            yield path, shape


def result_units(file: BaseModel) -> Iterator[Unit]:
    """Every text of a file of results that pages show in another language, without what is internal."""
    match file:
        case AssessmentFile(visibility=Visibility.PUBLIC):
            yield from _assessment_units(file)
        case SatisfactionFile():
            for position, survey in enumerate(file.surveys):
                if survey.visibility is Visibility.PUBLIC:
                    yield from _survey_units(("surveys", position), survey)
        case IndicatorsFile():
            for position, indicator in enumerate(file.indicators):
                if indicator.visibility is Visibility.PUBLIC:
                    path: Steps = ("indicators", position)
                    yield from _named(path, indicator, ("name", "numerator", "denominator", "unit", "definition"))
                    for index, figure in enumerate(indicator.figures):
                        yield from _named((*path, "figures", index), figure, ("note",))


def _assessment_units(file: AssessmentFile) -> Iterator[Unit]:
    yield from _named((), file, ("title", "assessor", "assessed_unit", "group", "grade", "version"))
    yield from _paragraphs(("summary",), file.summary)
    for position, row in enumerate(file.rows):
        yield from _part_units(("rows", position), row)
        for index, part in enumerate(row.parts):
            yield from _part_units(("rows", position, "parts", index), part)


def _part_units(path: Steps, part: AssessmentPartEntry) -> Iterator[Unit]:
    names = ("criterion", "dimension", "indicator", "unit", "expected", "achieved", "lost", "improvement", "note")
    yield from _named(path, part, names)


def _survey_units(path: Steps, survey: SurveyEntry) -> Iterator[Unit]:
    names = ("name", "asked", "method", "questionnaire", "sampling", "conducted_by", "computed")
    yield from _named(path, survey, names)
    for position, step in enumerate(survey.steps):
        yield Unit(step, (*path, "steps", position))
    yield from _paragraphs((*path, "summary"), survey.summary)
    for position, question in enumerate(survey.questions):
        yield from _named((*path, "questions", position), question, ("dimension", "question"))
    for position, improvement in enumerate(survey.improvements):
        yield from _named((*path, "improvements", position), improvement, ("text",))


def _named(path: Steps, entry: BaseModel, names: Iterable[str]) -> Iterator[Unit]:
    for name in names:
        text: str | None = getattr(entry, name)
        if text is not None:
            yield Unit(text, (*path, name))


def _paragraphs(path: Steps, text: str | None) -> Iterator[Unit]:
    for match in re.finditer(r"[^\s][^\n]*", text or ""):
        yield Unit(match[0].rstrip(), path, match.start())
