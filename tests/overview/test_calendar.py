from datetime import date

from planpress.model import Plan
from planpress.overview.calendar import Occasion, calendar_years, occasions, public_dates
from planpress.overview.due import HalfEnd, PlanEnd, all_dates, falling_due, without_day
from planpress.overview.summary import summarise
from tests.written import plan

TEXT = """
deadlines:
  - {kind: 填報, to: 業務處, half: 1, day: 114-07-08, words: 分別於114年7月8日及115年1月6日前填報業務處}
  - {kind: 填報, to: 業務處, half: 2, day: 115-01-06, words: 分別於114年7月8日及115年1月6日前填報業務處}
  - {kind: 登載, to: 網頁, half: 1, words: 登載於網頁}
  - {kind: 報送, to: 總處, day: 114-07-05, source: 總處函}
sections:
  - text: 分別於114年7月8日及115年1月6日前填報業務處，登載於網頁。
    rows:
      - {do: 1. 調查。, when: 114年7月}
      - {do: 2. 訪查。, when: 每年一次}
"""
PLAN = plan(TEXT)


def keys(of: Plan) -> list[str]:
    return [each.key for each in occasions(public_dates(summarise(of.public, {})))]


def test_occasions_are_known_for_ever_by_what_they_are_and_not_by_their_day_or_place() -> None:
    assert keys(PLAN) == [
        "sample-114-filed-ab96ef74-half-1",
        "sample-114-filed-ab96ef74-half-2",
        "sample-114-published-b36c7e01-half-1",
        "sample-114-m-1-202507",
        "sample-114-m-2",
    ]
    lines = TEXT.splitlines()
    later = plan("\n".join([*lines[:2], lines[3], lines[2].replace("114-07-08", "114-07-09"), *lines[4:]]))
    assert set(keys(later)) == set(keys(PLAN))


def test_what_is_public_of_a_plan_has_nothing_internal() -> None:
    assert [each.to for each in PLAN.public.deadlines] == ["業務處", "業務處", "網頁"]
    assert "總處" not in PLAN.public.model_dump_json()


def test_years_have_months_in_order_and_what_has_no_day_at_the_end() -> None:
    later, earlier = calendar_years([public_dates(summarise(PLAN.public, {}))])
    assert (later.roc_year, [month for month, _ in later.months], len(later)) == (115, [1], 1)
    assert (earlier.roc_year, [month for month, _ in earlier.months], len(earlier)) == (114, [7], 4)
    assert [each.key.split("-", 2)[2] for _, found in earlier.months for each in found] == [
        "m-1-202507",
        "filed-ab96ef74-half-1",
    ]
    assert [each.key.split("-", 2)[2] for each in earlier.undated] == ["published-b36c7e01-half-1", "m-2"]


def test_what_falls_due_has_what_is_internal_the_ends_of_halves_and_of_the_last_plan() -> None:
    found = falling_due([all_dates(PLAN)], date(2025, 6, 30), 200)
    assert [
        (each.first.isoformat(), each.what.key if isinstance(each.what, Occasion) else each.what) for each in found
    ] == [
        ("2025-06-30", HalfEnd(1)),
        ("2025-07-01", "sample-114-m-1-202507"),
        ("2025-07-05", "sample-114-reported-6c9f9e82"),
        ("2025-07-08", "sample-114-filed-ab96ef74-half-1"),
        ("2025-12-31", HalfEnd(2)),
        ("2025-12-31", PlanEnd()),
        ("2026-01-06", "sample-114-filed-ab96ef74-half-2"),
    ]


def test_what_has_begun_is_due_until_it_ends_and_no_longer() -> None:
    dates = [all_dates(PLAN)]
    assert [each.first.day for each in falling_due(dates, date(2025, 7, 31), 0)] == [1]
    assert falling_due(dates, date(2025, 8, 1), 30) == ()


def test_a_plan_that_a_later_one_follows_has_no_end() -> None:
    both = [all_dates(PLAN), all_dates(plan("sections: [{text: 一}]", roc_year=115))]
    ends = [each.plan.roc_year for each in falling_due(both, date(2025, 12, 31), 400) if each.what == PlanEnd()]
    assert ends == [115]


def test_what_has_no_day_is_told_while_the_plan_is_in_force() -> None:
    assert [each.key for each in without_day([all_dates(PLAN)], date(2025, 12, 31))] == [
        "sample-114-published-b36c7e01-half-1",
        "sample-114-m-2",
    ]
    assert list(without_day([all_dates(PLAN)], date(2026, 1, 1))) == []


def test_what_is_done_is_due_no_more() -> None:
    done = [all_dates(plan(TEXT.replace("day: 114-07-08,", "day: 114-07-08, done: 114-07-07,")))]
    assert "sample-114-filed-ab96ef74-half-1" not in [each.key for each in falling_due(done, date(2025, 7, 1), 30)]
