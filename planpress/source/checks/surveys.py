"""The surveys of an office: that counts, answers and percentages agree, and that nobody can be recognised."""

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from planpress.model.survey import DIMENSIONS
from planpress.source.checks.amounts import agree, shown
from planpress.source.shapes.result_shapes import QuestionEntry, SatisfactionFile, SurveyEntry
from planpress.source.values.finding import Finding, Steps


def check_satisfaction(file: SatisfactionFile, asked_for: Mapping[int, Collection[str]]) -> Iterator[Finding]:
    """Everything that can be wrong with the surveys of an office.

    Args:
        file: its satisfaction.yml.
        asked_for: the dimensions that the office's plan of a year wants surveys to ask about.
    """
    seen: dict[tuple[object, ...], SurveyEntry] = {}
    last: dict[str, SurveyEntry] = {}
    for position, survey in enumerate(file.surveys):
        path: Steps = ("surveys", position)
        yield from _check_survey(path, survey)
        yield from _check_dimensions(path, survey, asked_for.get(survey.year, ()))
        key = (survey.name, survey.year, survey.half, survey.first, survey.last)
        if seen.setdefault(key, survey) is not survey:
            yield Finding("E031", (*path, "name"), {"name": survey.name, "year": str(survey.year)})
        before = last.get(survey.name)
        if before and survey.before is not None and before.percentage not in (None, survey.before):
            values = {"before": str(survey.before), "last": str(before.percentage)}
            yield Finding("W002", (*path, "before"), values)
        last[survey.name] = survey


def satisfied_steps(survey: SurveyEntry) -> int:
    """How many of the first steps count as satisfied: those above the middle, unless the survey says it."""
    return survey.satisfied if survey.satisfied is not None else len(survey.steps) // 2


def _check_survey(path: Steps, survey: SurveyEntry) -> Iterator[Finding]:
    if survey.first and survey.last and survey.last.first_day < survey.first.first_day:
        yield Finding("E023", (*path, "to"), {"first": survey.first.text, "last": survey.last.text})
    if survey.sent is not None and survey.valid is not None and survey.valid > survey.sent:
        yield Finding("E011", (*path, "valid"), {"answers": str(survey.valid), "most": str(survey.sent)})
    for name in ("percentage", "before", "target", "confidence", "margin"):
        yield from _check_percentage((*path, name), getattr(survey, name))
    if survey.satisfied is not None and survey.satisfied > len(survey.steps):
        yield Finding("E024", (*path, "satisfied"), {"counts": str(survey.satisfied), "steps": str(len(survey.steps))})
    for index, question in enumerate(survey.questions):
        yield from _check_question((*path, "questions", index), question, survey)


def _check_question(path: Steps, question: QuestionEntry, survey: SurveyEntry) -> Iterator[Finding]:
    if question.dimension is None and question.question is None:
        yield Finding("E032", path)
    for name in ("percentage", "before"):
        yield from _check_percentage((*path, name), getattr(question, name))
    if question.answers is not None and survey.valid is not None and question.answers > survey.valid:
        yield Finding("E011", (*path, "answers"), {"answers": str(question.answers), "most": str(survey.valid)})
    if question.counts:
        yield from _check_counts(path, question, survey)
    if question.shares:
        yield from _check_shares(path, question, survey)


def _check_shares(path: Steps, question: QuestionEntry, survey: SurveyEntry) -> Iterator[Finding]:
    here = (*path, "shares")
    if len(question.shares) != len(survey.steps):
        yield Finding("E024", here, {"counts": str(len(question.shares)), "steps": str(len(survey.steps))}, key=True)
        return
    together = sum(question.shares, Decimal(0))
    if not agree(Decimal(100), together, rounded=question.shares):
        yield Finding("E036", here, {"sum": shown(together)}, key=True)
    elif question.percentage is not None:
        first = question.shares[: satisfied_steps(survey)]
        if not agree(question.percentage, sum(first, Decimal(0)), rounded=first):
            values = {"percentage": str(question.percentage), "computed": shown(sum(first, Decimal(0)))}
            yield Finding("E010", (*path, "percentage"), values)


def _check_counts(path: Steps, question: QuestionEntry, survey: SurveyEntry) -> Iterator[Finding]:
    if len(question.counts) != len(survey.steps):
        values = {"counts": str(len(question.counts)), "steps": str(len(survey.steps))}
        yield Finding("E024", (*path, "counts"), values, key=True)
        return
    chosen = sum(question.counts)
    most = survey.valid if question.answers is None else question.answers
    if question.answers is not None and chosen != question.answers:
        values = {"sum": str(chosen), "answers": str(question.answers)}
        yield Finding("E009", (*path, "counts"), values, key=True)
    elif most is not None and chosen + (question.unanswered or 0) > (survey.valid or most):
        values = {"sum": str(chosen + (question.unanswered or 0)), "answers": str(survey.valid or most)}
        yield Finding("E009", (*path, "counts"), values, key=True)
    elif question.percentage is not None and chosen:
        computed = Decimal(100 * sum(question.counts[: satisfied_steps(survey)])) / chosen
        if not agree(question.percentage, computed):
            values = {"percentage": str(question.percentage), "computed": shown(computed)}
            yield Finding("E010", (*path, "percentage"), values)


def _check_percentage(path: Steps, percentage: Decimal | None) -> Iterator[Finding]:
    if percentage is not None and not 0 <= percentage <= 100:
        yield Finding("E008", path, {"percentage": str(percentage)})


def _check_dimensions(path: Steps, survey: SurveyEntry, wanted: Collection[str]) -> Iterator[Finding]:
    """A survey with questions should ask about what the plan wants it to."""
    asked = "\n".join(question.dimension or "" for question in survey.questions)
    missing = [name for name in DIMENSIONS if name in wanted and name not in asked]
    if survey.questions and missing:
        yield Finding("W001", (*path, "name"), {"missing": "、".join(missing)})
