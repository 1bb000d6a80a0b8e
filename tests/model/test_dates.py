import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.editions.english_periods import english_period
from planpress.model.dates import Period, PeriodKind, RocDate, gregorian_year, parse_period, parts_of_year
from planpress.model.period_words import normal_form


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


def months(first: int, last: int, year: int = 2025) -> tuple[str, ...]:
    return tuple(f"{year}-{month:02}" for month in range(first, last + 1))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            [
                *("114年5月至10月", "114年5月~10月", "114年5月－10月", "114年5-10月", "5-10月", "１１４年５～１０月"),
                *(
                    "民國 114 年 05 月 – 10 月",
                    "一一四年五月至十月",
                    "自114年5月起至114年10月止",
                    "114/5至114/10",
                    "2025年5月到10月",
                ),
                *("本年5月至10月辦理", "114年5月—114年10月（視需要）"),
            ],
            Period("", PeriodKind.MONTHS, months=months(5, 10)),
        ),
        (
            [
                "114年1月至12月",
                "全年",
                "常年",
                "年度內",
                "114年度",
                "全年度辦理",
                "114 年度內完成",
                "本年度內",
                "第1季至第4季",
            ],
            Period("", PeriodKind.MONTHS, months=months(1, 12)),
        ),
        (
            ["第1季", "第一季", "114年第１季", "114年度第一季辦理", "1至3月"],
            Period("", PeriodKind.MONTHS, months=months(1, 3)),
        ),
        (
            ["第1、3季", "第一季及第三季", "第1季、第3季"],
            Period("", PeriodKind.MONTHS, months=months(1, 3) + months(7, 9)),
        ),
        (["上半年", "114年上半年辦理", "第1-2季"], Period("", PeriodKind.MONTHS, months=months(1, 6))),
        (["五、六月", "5月及6月", "5月,6月"], Period("", PeriodKind.MONTHS, months=months(5, 6))),
        (["114年6月底", "6月上旬", "六月份"], Period("", PeriodKind.MONTHS, months=months(6, 6))),
        (["114年11月至115年1月"], Period("", PeriodKind.MONTHS, months=(*months(11, 12), "2026-01"))),
        (
            ["114年7月1日起至12月31日", "114/7/1-114/12/31", "自７月１日至１２月３１日止", "7/1~12/31"],
            Period("", PeriodKind.MONTHS, months=months(7, 12), first=RocDate(114, 7, 1), last=RocDate(114, 12, 31)),
        ),
        (
            ["114年6月30日", "114.6.30", "6/30辦理"],
            Period("", PeriodKind.MONTHS, months=months(6, 6), first=RocDate(114, 6, 30), last=RocDate(114, 6, 30)),
        ),
        (
            [
                *(
                    "114年6月30日前",
                    "114/6/30前",
                    "114.06.30 前",
                    "１１４／０６／３０前",
                    "114-06-30前",
                    "6/30前",
                    "6月30日以前完成",
                ),
                *("於114年6月30日前辦理完成", "一一四年六月三十日之前", "2025/6/30前"),
            ],
            Period("", PeriodKind.BY, by="2025-06", last=RocDate(114, 6, 30)),
        ),
        (
            [
                "114年6月底前",
                "１１４年６月底前",
                "6月底前",
                "六月底以前",
                "114年6月前",
                "第2季結束前",
                "上半年結束前",
                "6月底前(視預算)",
            ],
            Period("", PeriodKind.BY, by="2025-06"),
        ),
        (
            ["年底前", "114年底前", "114年度結束前完成", "本年底前", "114年年底前", "12月底前"],
            Period("", PeriodKind.BY, by="2025-12"),
        ),
        (
            ["每季", "每季一次", "各季", "按季辦理", "每三個月", "每 3 個月１次"],
            Period("", PeriodKind.RECURRING, every="P3M"),
        ),
        (["每半年", "每半年檢討一次", "每6個月"], Period("", PeriodKind.RECURRING, every="P6M")),
        (["每兩個月", "每２個月辦理一次"], Period("", PeriodKind.RECURRING, every="P2M")),
        (
            ["每月5日前", "每月５日前", "每月五日前", "每月1日及15日", "每月底", "每個月"],
            Period("", PeriodKind.RECURRING, every="P1M"),
        ),
        (
            ["每週一", "每周一", "每星期一、三", "每週一至週五", "每週一次", "每週"],
            Period("", PeriodKind.RECURRING, every="P1W"),
        ),
        (["每二週", "每兩周一次"], Period("", PeriodKind.RECURRING, every="P2W")),
        (["每2年", "每兩年辦理一次"], Period("", PeriodKind.RECURRING, every="P2Y")),
        (["定期", "定期辦理"], Period("", PeriodKind.RECURRING)),
        (
            ["每年6月及12月", "每年6、12月", "每年六月及十二月辦理"],
            Period("", PeriodKind.RECURRING, every="P1Y", months=("2025-06", "2025-12")),
        ),
        (["每年第1季"], Period("", PeriodKind.RECURRING, every="P1Y", months=months(1, 3))),
        (["每年下半年"], Period("", PeriodKind.RECURRING, every="P1Y", months=months(7, 12))),
        (
            ["每年6月30日前", "每年6/30前"],
            Period("", PeriodKind.RECURRING, every="P1Y", by="2025-06", last=RocDate(114, 6, 30)),
        ),
        (["每年底前", "每年年底前"], Period("", PeriodKind.RECURRING, every="P1Y", by="2025-12")),
        (["不定期", "隨時", "不定期辦理", "視需要", "依實際需要辦理"], Period("", PeriodKind.AS_NEEDED)),
        (["持續", "即日起", "自即日起", "經常辦理"], Period("", PeriodKind.CONTINUOUS)),
        (["114年7月起", "7月起", "自114年7月起持續辦理"], Period("", PeriodKind.CONTINUOUS, months=months(7, 12))),
        (["114年7月15日起"], Period("", PeriodKind.CONTINUOUS, months=months(7, 12), first=RocDate(114, 7, 15))),
        (["即日起至114年12月31日"], Period("", PeriodKind.CONTINUOUS, last=RocDate(114, 12, 31))),
        (["即日起至12月底止"], Period("", PeriodKind.CONTINUOUS, last=RocDate(114, 12))),
    ],
)
def test_one_period_in_its_several_spellings(texts: list[str], expected: Period) -> None:
    for text in texts:
        assert parse_period(text, 114) == replace(expected, text=text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "114年2月30日前",
            "114年13月至15月",
            "114年10月~5月",
            "第5季",
            "第3-1季",
            "每月32日",
            "114/13/1",
            "0月",
            "1月-140年2月",
        ),
        *(
            "底前",
            "前",
            "半年",
            "每",
            "每2月",
            "每0個月",
            "每13個月",
            "每2半年",
            "每月二次",
            "每年113年6月",
            "年",
            "第季",
            "上下半年",
        ),
        *("配合辦理", "依計畫期程辦理", "6月前後", "114年6月前視預算辦理", "114", "1/2", "每週八", "十十月", "月"),
        "114年6月前" * 13,
    ],
)
def test_what_is_not_certain_is_kept_as_it_is(text: str) -> None:
    assert parse_period(text, 114) == Period(text, PeriodKind.OTHER)


@pytest.mark.parametrize("text", ["年底前", "第1季", "5-10月", "全年", "上半年", "6/30前", "每年6月", "7月起"])
def test_a_period_without_a_year_needs_that_of_its_plan(text: str) -> None:
    assert parse_period(text).kind is PeriodKind.OTHER
    assert all(month.startswith("2024") for month in parse_period(text, 113).months)


WORDS = [
    *(
        "114年",
        "１１４年",
        "民國",
        "一一四",
        "每",
        "每週",
        "月",
        "5",
        "06",
        "十二",
        "31日",
        "/",
        ".",
        "-",
        "~",
        "至",
        "、",
        "及",
        "起",
    ),
    *(
        "第",
        "季",
        "上半年",
        "年底",
        "底",
        "前",
        "以前",
        "全年",
        "隨時",
        "持續",
        "辦理",
        "一次",
        "個月",
        "兩",
        "(註)",
        "（",
        "）",
        " ",
        "\u3000",
    ),
]


@given(
    st.lists(st.sampled_from(WORDS), max_size=9).map("".join) | st.text(max_size=20), st.none() | st.integers(1, 999)
)
def test_no_period_is_too_odd_and_its_words_are_always_kept(text: str, roc_year: int | None) -> None:
    period = parse_period(text, roc_year)
    assert period.text == text
    assert (period.kind is PeriodKind.BY) <= (period.by is not None)
    assert (period.kind is PeriodKind.MONTHS) <= bool(period.months)
    assert list(period.months) == sorted(set(period.months))
    assert all(re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", month) for month in (*period.months, *filter(None, [period.by])))
    assert period.every is None or re.fullmatch(r"P\d+[DWMY]", period.every)
    assert set(parts_of_year(period))
    english = english_period(period)
    assert english is None or english.isascii()


@given(st.lists(st.sampled_from(WORDS), max_size=9).map("".join))
def test_full_width_and_half_width_are_one_period(text: str) -> None:
    wide = text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
    assert normal_form(wide) == normal_form(text)
    assert replace(parse_period(wide, 114), text=text) == parse_period(text, 114)


@given(st.integers(10, 999), st.integers(1, 12), st.integers(1, 12))
def test_a_span_of_months_names_every_month_in_it(roc_year: int, first: int, last: int) -> None:
    period = parse_period(f"{roc_year}年{first}-{last}月")
    assert [int(month[-2:]) for month in period.months] == list(range(first, last + 1))
    assert all(month.startswith(f"{gregorian_year(roc_year):04d}-") for month in period.months)
