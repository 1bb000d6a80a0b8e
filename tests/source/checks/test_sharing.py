import pytest

from tests.snippets import of_rows, plan_problems


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("- h1: 甲\n  who: 業務組\n- do: 1. 子。\n- do: 2. 丑。", []),
        ("- h1: 甲\n  who: 業務組\n- h2: 乙\n- do: 子。", []),
        ("- h1: 甲\n  who: 業務組\n- h2: 乙\n  who: 電務組\n- do: 子。\n- h2: 丙\n- do: 子。", []),
        ("- h1: 甲\n  when: 持續辦理\n- do: 子。", []),
        ("- h1: 甲\n  who: 業務組\n- do: 子。\n  who: 電務組", ["2:3 W150 who"]),
        ("- h1: 甲\n  when: 持續辦理\n- do: 子。\n  when: 每月辦理", ["2:3 W150 when"]),
        ("- h1: 甲\n  who: 業務組\n- h2: 乙\n  who: 電務組\n- do: 子。", ["2:3 W150 who"]),
        ("- h1: 甲\n  who: 業務組\n- h1: 乙\n- do: 子。\n  who: 電務組", ["2:3 W150 who"]),
        ("- h1: 甲\n  who: 業務組\n  sic: true\n- do: 子。\n  who: 電務組", []),
        ("- h1: 甲\n  who: 業務組\n- do: 子。\n  when: 持續辦理", []),
    ],
)
def test_what_a_heading_says_holds_for_a_measure_below(rows: str, expected: list[str]) -> None:
    assert of_rows(rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("- h1: 甲\n  who: 業物組\n- do: 子。", ["2:8 E104 業物組"]),
        ("- h3: 甲\n  who: 業務組、\n- do: 子。", ["1:3 E106 h3", "2:11 E105 、"]),
        ("- h1: 甲\n  when: 隨時辨理\n- do: 子。", ["2:9 W105 隨時辨理"]),
        ("- h1: 甲\n  when: 113年6月前\n- do: 子。", ["2:9 W107 113"]),
    ],
)
def test_what_a_heading_says_is_checked_at_its_row(rows: str, expected: list[str]) -> None:
    assert of_rows(rows) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("- say: 如下：\n  who: 業務組", ["3:3 E156 who"]),
        ("- say: 如下：\n  when: 持續辦理", ["3:3 E156 when"]),
        ("- say: 如下：\n  unsure: 不清楚", ["3:3 E157 unsure"]),
        ("- say: 如下：\n  id: g-5", ["3:3 E157 id"]),
        ("- say: 如下：\n  sic: true", []),
        ("- h2: 乙\n  unsure: 不清楚", ["3:3 E157 unsure"]),
        ("- h2: 乙\n  target: {figure: 95%}", ["3:3 E157 target"]),
        ("- h2: 乙\n  source: 某函", ["3:3 E157 source"]),
        ("- h2: 乙\n  id: g-5", []),
        ("- do: 子。\n  target: {figure: 95%}\n  source: 某函\n  unsure: 不清楚\n- item: 丑。\n  source: 某函", []),
    ],
)
def test_a_key_stands_where_it_means_something(row: str, expected: list[str]) -> None:
    assert of_rows(f"- h1: 甲\n{row}") == expected


WITH = "- do: 1. 子。\n  who: 業務組\n"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("- do: 1. 子。\n- do: 2. 丑。", []),
        (WITH + "- do: 2. 丑。", ["3:7 W153 2. 丑。"]),
        (WITH + "- do: 2. 丑。\n  sic: true", []),
        (WITH + "- do: 2. 丑。\n  unsure: 原表未列部門", []),
        (WITH + "- do: 2. 丑：\n- item: 甲. 寅。\n  who: 電務組", []),
        (WITH + "- do: 2. 丑：\n- item: 甲. 寅。\n  who: 電務組\n- item: 乙. 卯。", ["3:7 W153 2. 丑："]),
        ("- h1: 一、甲\n  who: 業務組\n- do: 子。\n- h1: 二、乙\n- do: 丑。", ["5:7 W153 丑。"]),
        ("- h1: 一、甲\n  who: 業務組\n- h2: 乙\n- do: 子。", []),
    ],
)
def test_a_measure_is_somebodys_where_the_others_are(rows: str, expected: list[str]) -> None:
    assert of_rows(rows) == expected


def test_measures_without_a_department_are_told_in_one_line() -> None:
    (problem,) = plan_problems(
        """\
title: 示範處114年度服務計畫
columns: {groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}
sections:
  - rows:
      - do: 1. 子。
      - do: 2. 丑。
        who: 業務組
      - do: 3. 寅。
  - rows:
      - do: 卯。
"""
    )
    assert (problem.code, problem.place.line, problem.values) == ("W153", 5, {"lines": "5, 8, 10"})
