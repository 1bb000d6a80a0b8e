"""``results.json``: what became of a plan, as open data: assessments, and the surveys and indicators of its years.

The models below are the format, as in :mod:`planpress.data.plan_records`; ``schema/results-data.json`` derives from
them. Only what is public comes here.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Annotated, Final, Literal

from pydantic import Field, PlainSerializer

from planpress.data.open_data import in_both
from planpress.data.plan_records import IsoDate, Localised
from planpress.editions.edition import Edition
from planpress.model import Office
from planpress.model.assessment import Assessment, AssessmentKind, AssessmentPart, AssessmentRow, ResultStatus
from planpress.model.base import Frozen
from planpress.model.dates import gregorian_year
from planpress.model.indicator import Formula, Indicator
from planpress.model.plan import Lasting
from planpress.model.survey import Question, Survey
from planpress.overview.results import OfficeResults

VERSION: Final = "planpress/results/1"
"""Name and version of the format."""

Figure = Annotated[Decimal, PlainSerializer(float, return_type=float, when_used="json")]
"""A score or a percentage."""

KINDS: Final = {
    AssessmentKind.OWN: "own",
    AssessmentKind.SUPERIOR: "superior",
    AssessmentKind.TELEPHONE: "telephone",
    AssessmentKind.VISIT: "visit",
}
"""What kinds are called in the data."""
STATUSES: Final = {status: status.name.lower().replace("_", "-") for status in ResultStatus}
"""What statuses are called in the data: done, under-way, not-yet, changed, stopped, as-planned."""


class PartRecord(Frozen):
    """One thing that was assessed."""

    of: str | None = None
    """Id of the row of the plan that it speaks of, as in plan.json."""
    criterion: Localised | None = None
    dimension: Localised | None = None
    indicator: Localised | None = None
    status: Literal["done", "under-way", "not-yet", "changed", "stopped", "as-planned"] | None = None
    """as-planned is said of what never ends; its figure tells how much of it was done."""
    figure: str | None = None
    """What was reached, as printed."""
    unit: Localised | None = None
    expected: Localised | None = None
    achieved: Localised | None = None
    maximum: Figure | None = None
    """The most points that it can have."""
    weight: Figure | None = None
    """Its part of the total, in per cent."""
    score: Figure | None = None
    """Of kind own the office's own, else the assessor's."""
    reviewed: Figure | None = None
    """The reviewer's score, which counts before the other."""
    before: Figure | None = None
    """Its score in the period before."""
    lost: Localised | None = None
    """Why points were lost."""
    improvement: Localised | None = None
    departments: tuple[str, ...] = ()
    """By Chinese name."""
    note: Localised | None = None


class RowRecord(PartRecord):
    """A row of an assessment, with what its score is made of."""

    parts: Annotated[tuple[PartRecord, ...], Field(min_length=1)] | None = None


class AssessmentRecord(Frozen):
    """An assessment. Scores of different offices are not given in the same way and cannot be compared."""

    name: str
    url: str
    """Address of its page."""
    kind: Literal["own", "superior", "telephone", "visit"]
    title: Localised | None = None
    year: int
    """Year of the Republic of China that was assessed."""
    gregorian_year: int
    half: int | None = None
    """1 January to June, 2 July to December; left out of a whole year."""
    first: IsoDate | None = Field(None, serialization_alias="from")
    """The first day or month of another period."""
    last: IsoDate | None = Field(None, serialization_alias="to")
    cut_off: IsoDate | None = None
    """Until when results were counted."""
    date: IsoDate | None = None
    """When it was assessed."""
    assessor: Localised | None = None
    """A unit."""
    assessed_unit: Localised | None = None
    group: Localised | None = None
    maximum: Figure | None = None
    total: Figure | None = None
    average: Figure | None = None
    grade: Localised | None = None
    rank: int | None = None
    ranked: int | None = None
    """How many were ranked."""
    summary: tuple[Localised, ...] = ()
    rows: tuple[RowRecord, ...] = ()


class QuestionRecord(Frozen):
    """A question of a survey, or a dimension. What fewer than five people chose is left out."""

    dimension: Localised | None = None
    question: Localised | None = None
    answers: int | None = None
    counts: dict[str, int] | None = None
    """How many chose a step, by its Chinese name."""
    shares: dict[str, float] | None = None
    """The same of a hundred."""
    percentage: Figure | None = None
    """The satisfied of a hundred."""
    before: Figure | None = None


class SurveyRecord(Frozen):
    """A survey of the year."""

    name: Localised
    year: int
    half: int | None = None
    first: IsoDate | None = Field(None, serialization_alias="from")
    last: IsoDate | None = Field(None, serialization_alias="to")
    asked: Localised | None = None
    method: Localised | None = None
    questionnaire: Localised | None = None
    sampling: Localised | None = None
    sent: int | None = None
    valid: int | None = None
    confidence: Figure | None = None
    margin: Figure | None = None
    conducted_by: Localised | None = None
    steps: tuple[Localised, ...] = ()
    """The scale, from the best step to the worst."""
    computed: Localised | None = None
    percentage: Figure | None = None
    before: Figure | None = None
    target: Figure | None = None
    summary: tuple[Localised, ...] = ()
    questions: tuple[QuestionRecord, ...] = ()


class IndicatorRecord(Frozen):
    """An indicator in the year, or in a half of it."""

    id: str
    name: Localised
    formula: Literal["share", "growth"]
    year: int
    half: int | None = None
    numerator: Figure | None = None
    denominator: Figure | None = None
    before: Figure | None = None
    value: Figure | None = None
    """In per cent."""


class ResultsRecord(Frozen):
    """What became of one office's plan for one year."""

    schema_: Literal["planpress/results/1"] = Field(VERSION, serialization_alias="schema")
    office: str
    office_name: Localised
    year: int
    """Year of the Republic of China, as in the address of the plan."""
    gregorian_year: int
    url: str
    """Address of the plan's page."""
    assessments: tuple[AssessmentRecord, ...]
    """In the order of time."""
    surveys: tuple[SurveyRecord, ...]
    """Those of the years of the plan."""
    indicators: tuple[IndicatorRecord, ...]
    """Figures of the years of the plan."""


def results_json(
    plan: Lasting,
    years: Sequence[int],
    office: Office,
    assessments: Sequence[Assessment],
    results: OfficeResults,
    english: Edition,
    url: Callable[[str], str],
) -> str:
    """The results of a plan as open data.

    Args:
        plan: the plan.
        years: that it is for.
        office: whose it is.
        assessments: of the plan that are public.
        results: the office's surveys and indicators that are public.
        english: gives the English that there is.
        url: absolute address of the page of an assessment by its name; of the plan by an empty one.
    """
    export = _Export(office, english)
    record = ResultsRecord(
        office=office.id,
        office_name=in_both(office.name, english.office_name(office)),
        year=plan.roc_year,
        gregorian_year=gregorian_year(plan.roc_year),
        url=url(""),
        assessments=tuple(export.assessment(each, url(each.name)) for each in assessments),
        surveys=tuple(export.survey(each) for each in results.surveys if each.roc_year in years),
        indicators=tuple(record for each in results.indicators for record in export.figures(each, years)),
    )
    return record.model_dump_json(by_alias=True, exclude_none=True, indent=1)


class _Export:
    """Results of an office on their way into records."""

    def __init__(self, office: Office, english: Edition) -> None:
        self.office = office
        self.english = english

    def say(self, chinese: str | None) -> Localised | None:
        return None if chinese is None else in_both(chinese, self.english.text(chinese, self.office.id))

    def said(self, chinese: Sequence[str]) -> tuple[Localised, ...]:
        return tuple(in_both(each, self.english.text(each, self.office.id)) for each in chinese)

    def assessment(self, each: Assessment, url: str) -> AssessmentRecord:
        return AssessmentRecord(
            name=each.name,
            url=url,
            kind=KINDS[each.kind],  # type: ignore[arg-type]
            title=self.say(each.title),
            year=each.roc_year,
            gregorian_year=gregorian_year(each.roc_year),
            half=each.half,
            first=each.first.iso if each.first else None,
            last=each.last.iso if each.last else None,
            cut_off=each.cut_off.iso if each.cut_off else None,
            date=each.date.iso if each.date else None,
            assessor=self.say(each.assessor),
            assessed_unit=self.say(each.assessed_unit),
            group=self.say(each.group),
            maximum=each.maximum,
            total=each.total,
            average=each.average,
            grade=self.say(each.grade),
            rank=each.rank,
            ranked=each.ranked,
            summary=self.said(each.summary),
            rows=tuple(map(self.row, each.rows)),
        )

    def row(self, row: AssessmentRow) -> RowRecord:
        parts = tuple(map(self.part, row.parts)) or None
        return RowRecord(**self.part(row).model_dump(), parts=parts)

    def part(self, part: AssessmentPart) -> PartRecord:
        return PartRecord(
            of=part.of,
            criterion=self.say(part.criterion),
            dimension=self.say(part.dimension),
            indicator=self.say(part.indicator),
            status=STATUSES[part.status] if part.status else None,  # type: ignore[arg-type]
            figure=part.figure,
            unit=self.say(part.unit),
            expected=self.say(part.expected),
            achieved=self.say(part.achieved),
            maximum=part.maximum,
            weight=part.weight,
            score=part.score,
            reviewed=part.reviewed,
            before=part.before,
            lost=self.say(part.lost),
            improvement=self.say(part.improvement),
            departments=part.departments,
            note=self.say(part.note),
        )

    def survey(self, each: Survey) -> SurveyRecord:
        return SurveyRecord(
            name=in_both(each.name, self.english.text(each.name, self.office.id)),
            year=each.roc_year,
            half=each.half,
            first=each.first.iso if each.first else None,
            last=each.last.iso if each.last else None,
            asked=self.say(each.asked),
            method=self.say(each.method),
            questionnaire=self.say(each.questionnaire),
            sampling=self.say(each.sampling),
            sent=each.sent,
            valid=each.valid,
            confidence=each.confidence,
            margin=each.margin,
            conducted_by=self.say(each.conducted_by),
            steps=self.said(each.steps),
            computed=self.say(each.computed),
            percentage=each.percentage,
            before=each.before,
            target=each.target,
            summary=self.said(each.summary),
            questions=tuple(self.question(question, each) for question in each.questions),
        )

    def question(self, question: Question, survey: Survey) -> QuestionRecord:
        counts = zip(survey.steps, question.counts, strict=False)
        shares = zip(survey.steps, question.shares, strict=False)
        return QuestionRecord(
            dimension=self.say(question.dimension),
            question=self.say(question.question),
            answers=question.answers,
            counts={step: count for step, count in counts if count is not None} or None,
            shares={step: float(share) for step, share in shares if share is not None} or None,
            percentage=question.percentage,
            before=question.before,
        )

    def figures(self, indicator: Indicator, years: Sequence[int]) -> list[IndicatorRecord]:
        return [
            IndicatorRecord(
                id=indicator.id,
                name=in_both(indicator.name, self.english.text(indicator.name, self.office.id)),
                formula="growth" if indicator.formula is Formula.GROWTH else "share",
                year=each.roc_year,
                half=each.half,
                numerator=each.numerator,
                denominator=each.denominator,
                before=each.before,
                value=each.value,
            )
            for each in indicator.figures
            if each.roc_year in years
        ]
