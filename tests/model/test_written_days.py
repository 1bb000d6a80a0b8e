import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.model.dates import RocDate
from planpress.model.written_days import days_meant

OF_105 = range(105, 106)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("分別於107年7月6日及108年1月8日前填報送業務處備查", ["107-07-06", "108-01-08"]),
        ("分別於 107年 7月 6日及 108 年 1 月 8 日前", ["107-07-06", "108-01-08"]),
        ("第1次：7月20日前(實績資料截止日6月30日)", ["105-07-20", "105-06-30", "106-06-30"]),
        ("第2次：次年1月20日前(實績資料截止日12月31日)", ["106-01-20", "105-12-31"]),
        ("翌年一月二十日前", ["106-01-20"]),
        ("民國一○五年七月二十日", ["105-07-20"]),
        ("１０５年１２月２１日報總處", ["105-12-21"]),
        ("105/7/20前", ["105-07-20"]),
        ("2016年7月20日", ["105-07-20"]),
        ("105年6月底前", ["105-06-30"]),
        ("12月5日前及1月5日前", ["105-12-05", "105-01-05", "106-01-05"]),
        ("106年2月29日", []),
        ("13月1日、2月30日", []),
        ("每半年自行考核1次", []),
        ("依業字第1148001255號函", []),
    ],
)
def test_days_are_read_in_whatever_figures(text: str, expected: list[str]) -> None:
    assert [day.text for day in days_meant(text, OF_105)] == expected


@given(st.dates(min_value=RocDate(90, 1, 1).first_day, max_value=RocDate(150, 12, 31).first_day))
def test_a_day_with_its_year_is_that_day(day) -> None:  # type: ignore[no-untyped-def]
    written = f"應於{day.year - 1911}年{day.month}月{day.day}日前報總處"
    assert [each.first_day for each in days_meant(written, OF_105)] == [day]


@given(st.text(max_size=80))
def test_any_text_can_be_asked(text: str) -> None:
    assert all(day.day for day in days_meant(text, OF_105))


def test_the_second_half_may_be_due_in_the_year_after_unless_the_year_is_written() -> None:
    said = "1月20日前", "105年1月20日前"
    found = [[day.text for day in days_meant(text, OF_105, is_of_second_half=True)] for text in said]
    assert found == [["105-01-20", "106-01-20"], ["105-01-20"]]
