"""What pages that span plans need to know of an assessment: all but its rows, and how many rows are how far."""

from collections import Counter

from planpress.model.assessment import Assessment, ResultStatus
from planpress.model.base import Frozen
from planpress.model.indicator import Indicator
from planpress.model.survey import Survey


class AssessmentSummary(Frozen):
    """An assessment in a few lines."""

    head: Assessment
    """The assessment without rows and prose."""
    statuses: dict[ResultStatus, int]
    """How many rows have each status, in the order of the statuses."""


class OfficeResults(Frozen):
    """What is public of an office's surveys and indicators."""

    surveys: tuple[Survey, ...] = ()
    indicators: tuple[Indicator, ...] = ()


def summarise_assessment(assessment: Assessment) -> AssessmentSummary:
    """Count what an assessment says; parts count with their row."""
    found = Counter(row.status for row in assessment.rows if row.status is not None)
    return AssessmentSummary(
        head=assessment.model_copy(update={"rows": (), "summary": ()}),
        statuses={status: found[status] for status in ResultStatus if found[status]},
    )
