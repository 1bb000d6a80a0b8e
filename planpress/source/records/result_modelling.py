"""From the files of results to assessments, surveys and indicators; of a survey without what would tell of a person."""

from decimal import Decimal
from typing import Any

from planpress.model.assessment import Assessment, AssessmentPart, AssessmentRow
from planpress.model.indicator import Indicator, IndicatorFigure
from planpress.model.survey import FEWEST, Improvement, Question, Survey, enough_people
from planpress.source.checks.assessments import year_of
from planpress.source.checks.surveys import satisfied_steps
from planpress.source.shapes.result_shapes import (
    AssessmentFile,
    AssessmentPartEntry,
    AssessmentRowEntry,
    IndicatorEntry,
    QuestionEntry,
    SurveyEntry,
)
from planpress.source.values.mentions import mentions


def assessment_of(name: str, file: AssessmentFile, years: range) -> Assessment:
    """The assessment that a file means.

    Args:
        name: of the file, without its ending.
        file: what it says.
        years: those of the plan.
    """
    said = _fields(file, "visibility", "year", "grading", "summary", "rows")
    return Assessment(
        **said,
        name=name,
        roc_year=year_of(file, years),
        summary=_paragraphs(file.summary),
        rows=tuple(map(_row, file.rows)),
    )


def _row(entry: AssessmentRowEntry) -> AssessmentRow:
    parts = tuple(AssessmentPart(**_part(part)) for part in entry.parts)
    return AssessmentRow(**_part(entry), parts=parts)


def _part(entry: AssessmentPartEntry) -> dict[str, Any]:
    return {**_fields(entry, "who", "parts"), "departments": _departments(entry.who)}


def survey_of(entry: SurveyEntry) -> Survey:
    """The survey that an entry means; of one that too few people answered no figure is left."""
    said = _fields(entry, "visibility", "year", "satisfied", "summary", "questions", "improvements")
    if entry.valid is not None and entry.valid < FEWEST:
        said |= {"percentage": None, "before": None, "valid": None, "sent": None, "margin": None}
    return Survey(
        **said,
        roc_year=entry.year,
        summary=_paragraphs(entry.summary),
        questions=tuple(_question(each, entry) for each in entry.questions),
        improvements=tuple(
            Improvement(roc_year=each.year, quarter=each.quarter, text=each.text, departments=_departments(each.who))
            for each in entry.improvements
        ),
    )


def _question(entry: QuestionEntry, survey: SurveyEntry) -> Question:
    """A question without the cells, or without all the figures, that are of too few people."""
    answers = sum(entry.counts) if entry.counts else entry.answers if entry.answers is not None else survey.valid
    if answers is not None and answers < FEWEST:
        return Question(dimension=entry.dimension, question=entry.question)
    counts = entry.counts or tuple(int((share * (answers or 0) / 100).to_integral_value()) for share in entry.shares)
    split = satisfied_steps(survey)
    shown = (*enough_people(counts[:split]), *enough_people(counts[split:])) if answers is not None else counts
    is_shown = [count is not None for count in shown]
    return Question(
        dimension=entry.dimension,
        question=entry.question,
        answers=entry.answers,
        counts=shown if entry.counts else (),
        shares=_only(entry.shares, is_shown),
        unanswered=entry.unanswered if entry.unanswered is None or entry.unanswered >= FEWEST else None,
        percentage=entry.percentage,
        before=entry.before,
    )


def _only(shares: tuple[Decimal, ...], is_shown: list[bool]) -> tuple[Decimal | None, ...]:
    return tuple(share if shown else None for share, shown in zip(shares, is_shown, strict=True)) if shares else ()


def indicator_of(entry: IndicatorEntry) -> Indicator:
    """The indicator that an entry means."""
    known = {(figure.year, figure.half): figure.numerator for figure in entry.figures}
    figures = tuple(
        IndicatorFigure(
            roc_year=figure.year,
            before=known.get((figure.year - 1, figure.half), figure.before),
            **_fields(figure, "year", "before"),
        )
        for figure in entry.figures
    )
    return Indicator(**_fields(entry, "visibility", "figures"), figures=figures)


def _fields(entry: Any, *without: str) -> dict[str, Any]:
    """What a shape says, field by field, as it is: a model has the same names."""
    return {name: getattr(entry, name) for name in type(entry).model_fields if name not in without}


def _paragraphs(text: str | None) -> tuple[str, ...]:
    lines = (line.strip() for line in (text or "").split("\n"))
    return tuple(line for line in lines if line)


def _departments(who: str | None) -> tuple[str, ...]:
    return tuple(mention.name for mention in mentions(who)) if who else ()
