import time

import pytest

from planpress.source.checks.periods import check_periods
from planpress.source.shapes.plan_shapes import ColumnsEntry, PlanFile, SectionEntry
from tests.snippets import of_plan, of_rows


@pytest.mark.parametrize(
    "when",
    [
        *(
            "隨時辦理",
            "隨時檢討",
            "隨時參與",
            "持續辦理",
            "每年一次",
            "每月檢視",
            "每兩個月辦理一次",
            "每年辦理",
            "配合辦理",
        ),
        *(
            "配合公服處更新作業",
            "114年1-12月",
            "114年5月及10月",
            "114年6月前",
            "隨時辦理、每兩個月辦理一次",
            "2025年6月",
        ),
        *(
            "114年1月至12月",
            "114年5月~10月",
            "114年5月－10月",
            "5-10月",
            "114年12月31日前",
            "１１４年６月底前",
            "114/6/30前",
        ),
        *(
            "114.06.30 前",
            "年底前",
            "114年底前",
            "第1季",
            "第一季",
            "第1、3季",
            "每季",
            "每半年",
            "上半年",
            "下半年辦理",
        ),
        *(
            "每月5日前",
            "每年6月及12月",
            "每週一",
            "每兩個月",
            "全年",
            "常年",
            "年度內",
            "不定期",
            "隨時",
            "即日起",
            "114年7月起",
        ),
        *(
            "114年7月1日起至12月31日",
            "民國 114 年 6 月",
            "2025/6/30前",
            "每10年",
            "114年2月28日前",
            "每月31日",
            "第一季至第四季",
        ),
        *("適時辦理", "逐年辦理", "每日辦理", "114年6月及11月(亦可按需要查核)", "每3個月一次", "依計畫辦理"),
    ],
)
def test_periods_that_offices_use_are_left_alone(when: str) -> None:
    assert of_rows(f"- do: 1. 推廣電子帳單。\n  when: {when}") == []


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("隨時辨理", ["2:9 W105 隨時辨理"]),
        ("隨時辦", ["2:9 W105 隨時辦"]),
        ("隨時辦理。", ["2:9 W105 隨時辦理。"]),
        ("持續辦辦理", ["2:9 W105 持續辦辦理"]),
        ("隨時辦理、每月檢示", ["2:14 W105 每月檢示"]),
        ("114年13月", ["2:13 W106 13"]),
        ("114年0月", ["2:13 W106 0"]),
        ("114年12-1月", ["2:13 W106 12-1"]),
        ("114年5月及20月", ["2:16 W106 20"]),
        ("113年6月前", ["2:9 W107 113"]),
        ("2024年6月前", ["2:9 W107 2024"]),
        ("１１３年６月前", ["2:9 W107 １１３"]),
        ("民國 113 年 6 月", ["2:12 W107 113"]),
        ("113/6/30前", ["2:9 W107 113/6/30前"]),
        ("一一三年六月前", ["2:9 W107 一一三年六月前"]),
        ("114年10月~5月", ["2:13 W106 10月~5"]),
        ("114年10月至 5 月", ["2:13 W106 10月至 5"]),
        ("１３月", ["2:9 W106 １３"]),
        ("十三月", ["2:9 W106 十三月"]),
        ("114年2月30日前", ["2:9 W140 114年2月30日前"]),
        ("114/2/30前", ["2:9 W140 114/2/30前"]),
        ("二月三十日前", ["2:9 W140 二月三十日前"]),
        ("2月29日前", ["2:9 W140 2月29日前"]),
        ("114年4月1日至31日、4月31日", ["2:9 W140 114年4月1日至31日、4月31日"]),
        ("每月32日", ["2:9 W140 每月32日"]),
        ("第5季", ["2:9 W141 第5季"]),
        ("第一、五季", ["2:9 W141 第一、五季"]),
    ],
)
def test_periods_that_look_like_a_slip(when: str, expected: list[str]) -> None:
    assert of_rows(f"- do: 1. 推廣電子帳單。\n  when: {when}") == expected
    assert of_rows(f"- do: 1. 推廣電子帳單。\n  when: {when}\n  sic: true") == []


def test_the_default_period_is_checked() -> None:
    assert of_plan("when: 隨時辨理") == ["1:7 W105 隨時辨理"]


@pytest.mark.parametrize(
    ("when", "values"),
    [
        ("隨時辨理", {"value": "隨時辨理", "nearest": "隨時辦理"}),
        ("114年13月", {"value": "13月"}),
        ("113年6月前", {"found": "113", "year": "114"}),
        ("113.06.30前", {"found": "113", "year": "114"}),
        ("１１４／２／３０前", {"value": "114年2月30日"}),
        ("第零季、第五季", {"value": "第5季"}),
    ],
)
def test_a_finding_says_what_was_meant(when: str, values: dict[str, str]) -> None:
    columns = ColumnsEntry(groups=("面向",), measure="作法", who="部門", when="期間")
    file = PlanFile(title="計畫", columns=columns, when=when, sections=(SectionEntry(text="一"),))
    (finding,) = check_periods(file, range(114, 115))
    assert finding.values == values


def test_a_long_text_is_no_slip_and_told_at_once() -> None:
    start = time.process_time()
    assert of_rows(f"- do: 作法\n  when: |\n    {'隨時辦理' * 2_000}\n    {'隨時辦理' * 2_000}") == []
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "when", ["6", "45672", "8:30", "－", "-", "──", "45,672", "20250630", "每週八", "每週九辦理", "同上", "無"]
)
def test_what_is_no_period_is_told(when: str) -> None:
    assert of_rows(f'- do: 1. 推廣電子帳單。\n  when: "{when}"') == [f"2:10 W172 {when}"]
    assert of_rows(f'- do: 1. 推廣電子帳單。\n  when: "{when}"\n  sic: true') == []


@pytest.mark.parametrize("when", ["6/30", "114-06-30", "每週八次", "週一至週五", "每週十小時"])
def test_what_a_reader_understands_is_left_alone(when: str) -> None:
    assert "W172" not in "".join(of_rows(f"- do: 1. 推廣電子帳單。\n  when: {when}"))
