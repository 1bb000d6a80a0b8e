"""What became of plans: assessments beside a plan, surveys and indicators of an office, read and checked.

What is internal is checked like the rest and goes no further: nothing here gives it to whoever asks, so that no page,
no data and no cache can hold it. Only what is wrong with it can be told, to whoever works on the files.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from pydantic import BaseModel

from planpress.model.assessment import Assessment
from planpress.model.indicator import Indicator
from planpress.model.survey import DIMENSIONS, Survey
from planpress.model.visibility import Visibility
from planpress.problems.personal import PERSONAL
from planpress.problems.problem import Problem, has_errors
from planpress.source import files
from planpress.source.attachments.evidence import check_evidence
from planpress.source.checks.assessments import AssessedPlan, check_assessment, check_together
from planpress.source.checks.indicators import check_indicators
from planpress.source.checks.persons import check_persons
from planpress.source.checks.surveys import check_satisfaction
from planpress.source.folders import (
    INDICATORS,
    SATISFACTION,
    assessment_file_name,
    assessment_names,
    assessments_folder,
    file_of_office,
    office_folder,
    plan_file_name,
    plan_years,
)
from planpress.source.plans.shaping import read_content, read_file
from planpress.source.records.result_modelling import assessment_of, indicator_of, survey_of
from planpress.source.shapes.result_shapes import AssessmentFile, IndicatorsFile, SatisfactionFile
from planpress.source.text.yaml_text import YamlDocument
from planpress.source.values.finding import Steps, foremost

_Model = TypeVar("_Model", Assessment, Survey, Indicator)
_Shape = TypeVar("_Shape", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Results(Generic[_Model]):
    """What of some results is public, and what is wrong with all of them.

    Attributes:
        public: what may be shown.
        problems: of files in which all is public.
        internal: of files that hold anything internal; nobody may keep what these quote.
    """

    public: tuple[_Model, ...] = ()
    problems: tuple[Problem, ...] = ()
    internal: tuple[Problem, ...] = ()

    @property
    def every_problem(self) -> list[Problem]:
        """All that is wrong, for whoever works on the files."""
        return [*self.problems, *self.internal]

    @property
    def kept(self) -> list[Problem]:
        """The same without a word of what is internal, for a cache."""
        return [*self.problems, *(each.without_contents() for each in self.internal)]


class _Read(NamedTuple):
    """A file of results."""

    name: str
    document: YamlDocument
    file: AssessmentFile
    problems: list[Problem]


def read_assessments(
    root: Path, office_id: str, roc_year: int, plan: AssessedPlan, official: Collection[str]
) -> Results[Assessment]:
    """Read the assessments of a plan.

    Args:
        root: the project's folder.
        office_id: whose plan it is.
        roc_year: the year of its folder.
        plan: what they are checked against.
        official: keys of what looks personal and is the office's own.
    """
    read: list[_Read] = []
    unread: list[Problem] = []
    for name in assessment_names(root, office_id, roc_year):
        path = assessment_file_name(office_id, roc_year, name)
        document, file, problems = _read(root, path, AssessmentFile, official)
        if document is None or file is None:
            unread += problems
        else:
            problems += document.problems(foremost(check_assessment(file, plan)))
            problems += check_evidence(root, assessments_folder(office_id, roc_year), document, _evidence(file))
            read.append(_Read(name, document, file, problems))
    read.sort(key=lambda each: assessment_of(each.name, each.file, plan.years).order)
    by_name = {each.name: each for each in read}
    for name, finding in check_together([(each.name, each.file) for each in read], plan.years):
        by_name[name].problems.append(by_name[name].document.problem(finding))
    return Results(
        tuple(
            assessment_of(each.name, each.file, plan.years)
            for each in read
            if each.file.visibility is Visibility.PUBLIC and not has_errors(each.problems)
        ),
        tuple(problem for each in read if _is_public(each) for problem in _sorted(each.problems)),
        (*unread, *(problem for each in read if not _is_public(each) for problem in _sorted(each.problems))),
    )


def _is_public(read: _Read) -> bool:
    return read.file.visibility is Visibility.PUBLIC


def _evidence(file: AssessmentFile) -> Iterator[tuple[Steps, str]]:
    """Every file that an assessment names, with the path of its name."""
    for position, name in enumerate(file.evidence):
        yield ("evidence", position), name
    for index, row in enumerate(file.rows):
        for position, name in enumerate(row.evidence):
            yield ("rows", index, "evidence", position), name
        for part, each in enumerate(row.parts):
            for position, name in enumerate(each.evidence):
                yield ("rows", index, "parts", part, "evidence", position), name


def read_surveys(root: Path, office_id: str, official: Collection[str]) -> Results[Survey]:
    """Read the surveys of an office.

    Args:
        root: the project's folder.
        office_id: whose they are.
        official: keys of what looks personal and is the office's own.
    """
    name = file_of_office(root, office_id, SATISFACTION)
    if name is None:
        return Results()
    document, file, problems = _read(root, name, SatisfactionFile, official)
    if document is None or file is None:
        return Results(internal=tuple(problems))
    asked_for = {year: _dimensions_of(root, office_id, year) for year in plan_years(root, office_id)}
    problems += document.problems(foremost(check_satisfaction(file, asked_for)))
    reports: list[tuple[Steps, str]] = [
        (("surveys", position, "report"), each.report) for position, each in enumerate(file.surveys) if each.report
    ]
    problems += check_evidence(root, office_folder(office_id), document, reports)
    public = [each for each in file.surveys if each.visibility is Visibility.PUBLIC]
    return _of_office(problems, map(survey_of, public), len(public) == len(file.surveys))


def _dimensions_of(root: Path, office_id: str, roc_year: int) -> list[str]:
    """What a plan wants surveys to ask about, by the words of its file; one that has no survey wants nothing of it.

    服務禮儀 alone may be what staff are trained in.
    """
    content, _ = files.read(root, plan_file_name(office_id, roc_year))
    text = content or b""
    return [each for each in DIMENSIONS if each.encode() in text] if "滿意度".encode() in text else []


def read_indicators(root: Path, office_id: str, official: Collection[str]) -> Results[Indicator]:
    """Read the indicators of an office; see :func:`read_surveys`."""
    name = file_of_office(root, office_id, INDICATORS)
    if name is None:
        return Results()
    document, file, problems = _read(root, name, IndicatorsFile, official)
    if document is None or file is None:
        return Results(internal=tuple(problems))
    problems += document.problems(foremost(check_indicators(file)))
    public = [each for each in file.indicators if each.visibility is Visibility.PUBLIC]
    return _of_office(problems, map(indicator_of, public), len(public) == len(file.indicators))


def _of_office(problems: list[Problem], public: Iterable[_Model], is_public: bool) -> Results[_Model]:
    """What a file of an office gives: nothing where it has errors."""
    told = tuple(_sorted(problems))
    shown = () if has_errors(told) else tuple(public)
    return Results(shown, told) if is_public else Results(shown, internal=told)


def _read(
    root: Path, name: str, shape: type[_Shape], official: Collection[str]
) -> tuple[YamlDocument | None, _Shape | None, list[Problem]]:
    """A file of results; whatever in it is about a person is refused, where a plan is only warned of."""
    return _without_persons(*read_file(root, name, shape, official), official)


def read_assessment_text(
    name: str, text: str, plan: AssessedPlan, official: Collection[str]
) -> tuple[YamlDocument | None, list[Problem]]:
    """Read an assessment that is still to be written, with the checks of what it says by itself.

    Args:
        name: path of its file from the root.
        text: what the file is to say.
        plan: what it is checked against.
        official: keys of what looks personal and is the office's own.
    """
    read = read_content(name, text.encode(), AssessmentFile, official)
    document, file, problems = _without_persons(*read, official)
    if document is not None and file is not None:
        problems += document.problems(foremost(check_assessment(file, plan)))
    return document, _sorted(problems)


def _without_persons(
    document: YamlDocument | None, file: _Shape | None, problems: list[Problem], official: Collection[str]
) -> tuple[YamlDocument | None, _Shape | None, list[Problem]]:
    if document is not None:
        problems = [each for each in problems if each.code not in PERSONAL]
        problems += document.problems(foremost(check_persons(document, official)))
    return document, file, problems


def _sorted(problems: Sequence[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: problem.place)
