from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.model.dates import Period, PeriodKind, RocDate, gregorian_year, parse_period


def test_roc_years_count_from_1912() -> None:
    assert (gregorian_year(1), gregorian_year(114)) == (1912, 2025)


@pytest.mark.parametrize(
    ("text", "expected", "iso", "first_day"),
    [
        ("114-01-14", RocDate(114, 1, 14), "2025-01-14", date(2025, 1, 14)),
        ("114-1-4", RocDate(114, 1, 4), "2025-01-04", date(2025, 1, 4)),
        ("105-02", RocDate(105, 2), "2016-02", date(2016, 2, 1)),
        ("105-02-29", RocDate(105, 2, 29), "2016-02-29", date(2016, 2, 29)),
        ("99-12-31", RocDate(99, 12, 31), "2010-12-31", date(2010, 12, 31)),
    ],
)
def test_dates(text: str, expected: RocDate, iso: str, first_day: date) -> None:
    found = RocDate.parse(text)
    assert (found, found.iso, found.first_day) == (expected, iso, first_day)


@pytest.mark.parametrize("text", ["", "114", "2025-01-14", "114/01/14", "114-01-14 ", "１１４-01-14", "114-001-14"])
def test_other_forms_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^form$"):
        RocDate.parse(text)


@pytest.mark.parametrize("text", ["114-02-29", "114-13", "114-00", "114-04-31", "114-01-00", "0-01-01"])
def test_days_that_do_not_exist_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^no such date$"):
        RocDate.parse(text)


@given(st.dates(date(1912, 1, 1), date(2910, 12, 30)))
def test_every_day_is_read_as_itself(day: date) -> None:
    found = RocDate.parse(f"{day.year - 1911}-{day.month:02d}-{day.day:02d}")
    assert found.first_day == day
    assert found.iso == day.isoformat()
    following = day + timedelta(days=1)
    assert found < RocDate(following.year - 1911, following.month, following.day)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("隨時辦理", Period("隨時辦理", PeriodKind.AS_NEEDED)),
        ("隨時檢討", Period("隨時檢討", PeriodKind.AS_NEEDED)),
        ("隨時參與", Period("隨時參與", PeriodKind.AS_NEEDED)),
        ("持續辦理", Period("持續辦理", PeriodKind.CONTINUOUS)),
        ("每年一次", Period("每年一次", PeriodKind.RECURRING, every="P1Y")),
        ("每年辦理", Period("每年辦理", PeriodKind.RECURRING, every="P1Y")),
        ("每月檢視", Period("每月檢視", PeriodKind.RECURRING, every="P1M")),
        ("每季", Period("每季", PeriodKind.RECURRING, every="P3M")),
        ("每兩個月辦理一次", Period("每兩個月辦理一次", PeriodKind.RECURRING, every="P2M")),
        ("每6個月", Period("每6個月", PeriodKind.RECURRING, every="P6M")),
        ("105年6月前", Period("105年6月前", PeriodKind.BY, by="2016-06")),
        ("105年12月底前", Period("105年12月底前", PeriodKind.BY, by="2016-12")),
        ("105年4月", Period("105年4月", PeriodKind.MONTHS, months=("2016-04",))),
        ("105年5月及10月", Period("105年5月及10月", PeriodKind.MONTHS, months=("2016-05", "2016-10"))),
        ("105年1-3月", Period("105年1-3月", PeriodKind.MONTHS, months=("2016-01", "2016-02", "2016-03"))),
        (
            "105年6月及11月(亦可按需要查核)",
            Period("105年6月及11月(亦可按需要查核)", PeriodKind.MONTHS, months=("2016-06", "2016-11")),
        ),
        ("配合辦理", Period("配合辦理", PeriodKind.OTHER)),
        ("隨時辦理、隨時辦理", Period("隨時辦理、隨時辦理", PeriodKind.OTHER)),
        ("105年13月", Period("105年13月", PeriodKind.OTHER)),
        ("105年13月前", Period("105年13月前", PeriodKind.OTHER)),
        ("105年12-1月", Period("105年12-1月", PeriodKind.OTHER)),
        ("", Period("", PeriodKind.OTHER)),
    ],
)
def test_periods(text: str, expected: Period) -> None:
    assert parse_period(text) == expected


@given(st.text(alphabet="隨時持續辦理每年月季兩個一次前及-105、()", max_size=14))
def test_the_words_of_a_period_are_always_kept(text: str) -> None:
    assert parse_period(text).text == text


@given(st.integers(10, 999), st.integers(1, 12), st.integers(1, 12))
def test_a_span_of_months_names_every_month_in_it(roc_year: int, first: int, last: int) -> None:
    period = parse_period(f"{roc_year}年{first}-{last}月")
    assert [int(month[-2:]) for month in period.months] == list(range(first, last + 1))
    assert all(month.startswith(f"{gregorian_year(roc_year):04d}-") for month in period.months)
