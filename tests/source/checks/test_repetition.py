import pytest

from tests.snippets import of_rows, plan_problems


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("- h1: 甲\n- do: 子。\n- do: 子。", ["3:7 W152 子。"]),
        ("- do: 子。\n- do: 子。", ["2:7 W152 子。"]),
        ("- do: 子 丑。\n- do: 寅。\n- do: 子丑。", ["1:8 W120  ", "3:7 W152 子丑。"]),
        ("- do: 1. 子。\n- do: 2. 子。", ["2:7 W152 2. 子。"]),
        ("- do: 1. 子。\n- do: 1. 子。", ["2:7 W102 1."]),
        ("- do: 子：\n- item: 丑。\n- item: 丑。", ["3:9 W152 丑。"]),
        ("- h1: 甲\n- say: 如下：\n- say: 如下：", ["3:8 W152 如下："]),
        ("- h1: 甲\n- do: 子。\n- h1: 甲\n- do: 子。", ["3:7 W152 甲"]),
        ("- h1: 甲\n- do: 子。\n- h1: 甲\n- do: 丑。", []),
        ("- h1: 甲\n- do: 子。\n- h1: 乙\n- do: 子。", []),
        ("- do: 子。\n- do: 子。\n  sic: true", []),
        ("- do: 子：\n- item: 丑。\n- do: 子：\n- item: 寅。", []),
    ],
)
def test_a_row_stands_once_in_its_group(rows: str, expected: list[str]) -> None:
    assert of_rows(rows) == expected


def test_both_lines_are_named() -> None:
    (problem,) = plan_problems(
        """\
title: 示範處114年度服務計畫
columns: {groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}
sections:
  - rows:
      - do: 推廣電子帳單。
      - do: 到府服務。
      - do: 推廣電子帳單。
"""
    )
    assert (problem.place.line, problem.values) == (7, {"text": "推廣電子帳單。", "lines": "5, 7"})
