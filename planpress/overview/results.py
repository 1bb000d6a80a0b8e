"""What pages that span plans need to know of results: assessments without their rows, surveys, indicators."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from planpress.model.assessment import Assessment, AssessmentKind, ResultStatus
from planpress.model.base import Frozen
from planpress.model.decisions import Revision
from planpress.model.indicator import Indicator
from planpress.model.survey import Survey


class AssessmentSummary(Frozen):
    """An assessment in a few lines."""

    head: Assessment
    """The assessment without rows and prose."""
    statuses: dict[ResultStatus, int]
    """How many rows have each status, in the order of the statuses."""
    says_more: bool
    """It has rows or prose beside what stands at its head."""


class OfficeResults(Frozen):
    """What is public of an office's surveys and indicators."""

    surveys: tuple[Survey, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    reports: Mapping[str, str] = {}
    """Digests of the reports of the surveys, by the names of their files."""


NONE_HELD: Final = OfficeResults()


class HeldAssessment(Frozen):
    """An assessment and the plan beside which it lies."""

    roc_year: int
    """The year of the plan's address."""
    summary: AssessmentSummary


class Outcome(Frozen):
    """What became of a row of a plan, by the last assessment that gives it a status."""

    status: ResultStatus
    figure: str | None
    unit: str | None
    assessment: Assessment
    """Without rows and prose."""


def summarise_assessment(assessment: Assessment) -> AssessmentSummary:
    """Count what an assessment says; parts count with their row, and by themselves where only they have a status."""
    counted = (each for row in assessment.rows for each in ((row,) if row.status else row.parts))
    found = Counter(each.status for each in counted if each.status is not None)
    return AssessmentSummary(
        head=head_of(assessment),
        statuses={status: found[status] for status in ResultStatus if found[status]},
        says_more=bool(assessment.rows or assessment.summary),
    )


def is_of_earlier_text(assessment: Assessment, revision: Revision | None) -> bool:
    """Whether a plan was revised after what an assessment counted: what it promised then may have read otherwise."""
    if revision is None:
        return False
    end, date = assessment.end, revision.date
    return (end.roc_year, end.month, end.day or 31) < (date.roc_year, date.month, date.day or 1)


def head_of(assessment: Assessment) -> Assessment:
    """An assessment without rows and prose."""
    return assessment.model_copy(update={"rows": (), "summary": ()})


def outcomes(assessments: Iterable[Assessment]) -> dict[str, Outcome]:
    """What became of each row of a plan, by its id.

    Args:
        assessments: of the plan. Of several of the same time the office's own counts: it knows what it has done.
    """
    found: dict[str, Outcome] = {}
    ordered = sorted(assessments, key=lambda each: (each.order[:2], each.kind is AssessmentKind.OWN, each.order))
    for assessment in ordered:
        head = head_of(assessment)
        for row in assessment.everything():
            if row.of is not None and row.status is not None:
                found[row.of] = Outcome(status=row.status, figure=row.figure, unit=row.unit, assessment=head)
    return found


def series_of(assessment: Assessment, held: Sequence[HeldAssessment]) -> tuple[HeldAssessment, ...]:
    """The assessments of an office that can be set beside one: of the same kind, by the same assessor."""
    alike = (each for each in held if is_alike(each.summary.head, assessment))
    return tuple(sorted(alike, key=lambda each: each.summary.head.order))


def is_alike(one: Assessment, other: Assessment) -> bool:
    """Whether two assessments of an office can be set beside each other."""
    return (one.kind, one.assessor, one.assessed_unit) == (other.kind, other.assessor, other.assessed_unit)


def on_one_scale(series: Iterable[Assessment]) -> list[Assessment]:
    """Those with a total on the scale of the last that has one: others would only look higher or lower."""
    scored = [each for each in series if each.total is not None]
    return [each for each in scored if each.maximum == scored[-1].maximum]
