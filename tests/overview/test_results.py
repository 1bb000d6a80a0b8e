"""What pages that span plans say of results: what is counted, what is set beside what, and which text was assessed."""

from decimal import Decimal
from typing import Any

import pytest

from planpress.model.assessment import Assessment, AssessmentKind, AssessmentPart, AssessmentRow, ResultStatus
from planpress.model.dates import RocDate
from planpress.model.decisions import Revision
from planpress.overview.results import HeldAssessment, is_of_earlier_text, series_of, summarise_assessment


def assessment(name: str = "1", **said: Any) -> Assessment:
    return Assessment.model_validate({"name": name, "kind": AssessmentKind.OWN, "roc_year": 114, **said})


def test_a_row_without_a_status_is_counted_by_its_parts_and_one_with_a_status_once() -> None:
    done, under_way = (
        AssessmentPart(criterion="細項", status=each) for each in (ResultStatus.DONE, ResultStatus.UNDER_WAY)
    )
    rows = (
        AssessmentRow(of="g-1", parts=(done, under_way)),
        AssessmentRow(of="g-2", status=ResultStatus.STOPPED, parts=(done, done)),
    )
    assert summarise_assessment(assessment(rows=rows)).statuses == {
        ResultStatus.DONE: 1,
        ResultStatus.UNDER_WAY: 1,
        ResultStatus.STOPPED: 1,
    }


def test_assessments_in_prose_and_on_another_scale_belong_to_the_same_series() -> None:
    every = [
        assessment("1", half=1),
        assessment("2", half=2, maximum=Decimal(100), total=Decimal(88)),
        assessment("3", half=1, roc_year=115, maximum=Decimal(1000), total=Decimal(910)),
        assessment("4", assessor="總處"),
    ]
    held = [HeldAssessment(roc_year=114, summary=summarise_assessment(each)) for each in every]
    assert [each.summary.head.name for each in series_of(every[1], held)] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("said", "revised", "earlier"),
    [
        ({"half": 1}, "114-07-01", True),
        ({"half": 1}, "114-06-30", False),
        ({"half": 1, "cut_off": RocDate(114, 5, 31)}, "114-06-01", True),
        ({"half": 2}, "114-07-01", False),
        ({}, "114-12-31", False),
        ({}, "115-01", True),
        ({"last": RocDate(114, 3)}, "114-03-15", False),
    ],
)
def test_a_plan_that_was_revised_after_the_period_read_otherwise(
    said: dict[str, Any], revised: str, earlier: bool
) -> None:
    revision = Revision(number=1, date=RocDate.parse(revised))
    assert is_of_earlier_text(assessment(**said), revision) is earlier
    assert not is_of_earlier_text(assessment(**said), None)
