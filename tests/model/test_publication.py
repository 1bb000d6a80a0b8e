from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.model.dates import RocDate
from planpress.model.publication import PlanState, PlanStatus, Publication, Withdrawal

FEBRUARY = date(2025, 2, 1)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
STATUSES = st.sampled_from(PlanStatus)


def publication(status: PlanStatus, publish_on: date | None, withdrawn: date | None) -> Publication:
    return Publication(
        status=status,
        publish_on=RocDate.on(publish_on) if publish_on else None,
        withdrawn=Withdrawal(date=RocDate.on(withdrawn), reason="業務移撥。") if withdrawn else None,
    )


@pytest.mark.parametrize(
    ("status", "publish_on", "withdrawn", "expected"),
    [
        ("published", None, None, "public"),
        ("draft", None, None, "draft"),
        ("approved", None, None, "approved"),
        ("published", date(2025, 2, 2), None, "scheduled"),
        ("published", date(2025, 2, 1), None, "public"),
        ("published", date(2025, 1, 31), None, "public"),
        ("draft", date(2025, 1, 1), None, "draft"),
        ("approved", date(2025, 1, 1), None, "approved"),
        ("published", None, date(2025, 2, 2), "public"),
        ("published", None, date(2025, 2, 1), "withdrawn"),
        ("published", date(2025, 1, 1), date(2025, 1, 15), "withdrawn"),
        ("published", date(2025, 3, 1), date(2025, 1, 15), "scheduled"),
        ("draft", None, date(2025, 1, 15), "draft"),
    ],
)
def test_what_the_public_sees_on_the_first_of_february(
    status: str, publish_on: date | None, withdrawn: date | None, expected: str
) -> None:
    assert publication(PlanStatus(status), publish_on, withdrawn).state(FEBRUARY) == expected


@given(STATUSES, st.none() | DAYS, st.none() | DAYS, DAYS)
def test_nothing_is_public_before_its_day_nor_after_its_withdrawal(
    status: PlanStatus, publish_on: date | None, withdrawn: date | None, today: date
) -> None:
    state = publication(status, publish_on, withdrawn).state(today)
    if state is PlanState.PUBLIC:
        assert status is PlanStatus.PUBLISHED
        assert publish_on is None or publish_on <= today
        assert withdrawn is None or today < withdrawn
    if state is PlanState.WITHDRAWN:  # and so it was public once
        assert status is PlanStatus.PUBLISHED
        assert publish_on is None or publish_on <= today


@given(st.none() | DAYS, st.none() | DAYS, st.lists(DAYS, min_size=2, max_size=6))
def test_as_days_go_by_a_plan_only_goes_on(publish_on: date | None, withdrawn: date | None, days: list[date]) -> None:
    order = [PlanState.SCHEDULED, PlanState.PUBLIC, PlanState.WITHDRAWN]
    plan = publication(PlanStatus.PUBLISHED, publish_on, withdrawn)
    seen = [order.index(plan.state(day)) for day in sorted(days)]
    assert seen == sorted(seen)
