import pytest

from planpress.problems import report
from planpress.source.checks.splitting import further_rows
from tests.snippets import of_plan, of_rows, plan_problems


@pytest.mark.parametrize(
    ("text", "further"),
    [
        ("1. 管控時效。2. 推廣帳單。", ["2. 推廣帳單。"]),
        ("管控時效。2. 推廣帳單。", ["2. 推廣帳單。"]),
        ("1. 管控時效。 2. 推廣帳單。3. 宣導。", ["2. 推廣帳單。3. 宣導。", "3. 宣導。"]),
        ("1. 管控時效；2. 推廣帳單。", ["2. 推廣帳單。"]),
        ("(1) 管控時效。(2) 推廣帳單。", ["(2) 推廣帳單。"]),
        ("(1) 管控時效。（2）推廣帳單。", ["（2）推廣帳單。"]),
        ("一、管控時效。二、推廣帳單。", ["二、推廣帳單。"]),
        ("甲. 管控時效。乙. 推廣帳單。", ["乙. 推廣帳單。"]),
        ("1. 管控時效 2. 推廣帳單", ["2. 推廣帳單"]),
        ("1. 管控時效\n2. 推廣帳單", ["2. 推廣帳單"]),
        ("1. 管控時效。\n2. 推廣帳單。", ["2. 推廣帳單。"]),
        ("1. 管控時效。\n1. 推廣帳單。", ["1. 推廣帳單。"]),
        ("◎ 管控時效。◎ 推廣帳單。", ["◎ 推廣帳單。"]),
        ("事項如下：1. 管控時效。2. 推廣帳單。", ["1. 管控時效。2. 推廣帳單。", "2. 推廣帳單。"]),
        ("1. 管控時效。", []),
        ("1. 用電112.5度。2.5倍計算。", []),
        ("1. 依第 2. 點辦理。", []),
        ("1. 依 (2) 辦理。", []),
        ("1. 依規定辦理。(2) 為準。", []),
        ("1. 每年1、2、3月辦理。", []),
        ("1. 包括(1)甲、(2)乙。", []),
        ("善用Web 2.0網路社群。", []),
        ("1. 管控時效。\n推廣帳單。", []),
        ("2. 管控時效。1. 為先。", []),
    ],
)
def test_further_rows_are_found_where_they_begin(text: str, further: list[str]) -> None:
    assert [text[start:] for start in further_rows(text)] == further


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("- do: |\n    1. 管控時效。\n    2. 推廣帳單。", ["3:5 W151 2."]),
        ("- do: 1. 管控時效。2. 推廣帳單。", ["1:15 W151 2."]),
        ("- do: 1. 管控時效。2. 推廣帳單。\n  sic: true", []),
        ("- do: >\n    1. 管控時效。\n    2. 推廣帳單。", ["3:5 W151 2."]),
        ("- do: 如下：\n- item: |\n    甲. 管控時效。\n    乙. 推廣帳單。", ["4:5 W151 乙."]),
        ("- h1: |\n    一、管控\n    二、推廣", ["3:5 W151 二、"]),
        ("- h1: 一、管控\n- say: |\n    如下：\n    1. 推廣。", ["4:5 W151 1."]),
    ],
)
def test_a_row_that_holds_another_is_told_at_its_number(rows: str, expected: list[str]) -> None:
    assert of_rows(rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("- do: 1. 管控時效，\n\n    以利申辦。", ["3:5 W155 以"]),
        ('- do: "1. 管控時效，\n\n    以利申辦。"', ["3:5 W155 以"]),
        ("- do: |\n    1. 管控時效，\n    以利申辦。", ["3:5 W155 以"]),
        ("- do: 1. 管控時效，\n    以利申辦。", []),
        ("- do: >\n    1. 管控時效，\n    以利申辦。", []),
        ("- do: |\n    1. 管控時效。\n", []),
    ],
)
def test_a_text_that_is_broken_in_two_becomes_one_and_says_so(rows: str, expected: list[str]) -> None:
    assert [each.strip() for each in of_rows(rows)] == expected


HEAD = """\
title: 示範處114年度服務計畫
columns: {groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}
sections:
  - rows:
"""


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        ("- do: 1. 管控時效。2. 推廣帳單。", "「- do: 1. 管控時效。」「- do: 2. 推廣帳單。」"),
        ("- do: 如下：1. 管控。2. 推廣。", "「- do: 如下：」「- item: 1. 管控。」「- item: 2. 推廣。」"),
        ("- h1: |\n          一、甲\n          （一）乙", "「- h1: 一、甲」「- h2: （一）乙」"),
        (
            "- do: 1. 客服中心受理後送案件之處理流程及時效管控。2. 推廣。",
            "「- do: 1. 客服中心受理後送案件之處理…」「- do: 2. 推廣。」",
        ),
    ],
)
def test_the_message_shows_the_rows_to_write(row: str, shown: str) -> None:
    (problem,) = plan_problems(f"{HEAD}      {row}\n")
    assert shown in report.mend(problem, "zh-Hant")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、依規定辦理。二、每年考核。", ["4:15 W154 二、"]),
        ("一、依規定辦理。\n      二、每年考核。", []),
        ("一、依規定辦理：\n      （一）甲。（二）乙。", ["5:12 W154 （二）"]),
    ],
)
def test_every_paragraph_has_a_line_of_its_own(text: str, expected: list[str]) -> None:
    plan = f"sections:\n  - heading: 壹、依據\n    text: |\n      {text}\n"
    assert of_plan(plan) == expected


def test_a_section_may_be_odd_in_the_source() -> None:
    assert of_plan("sections:\n  - text: 一、甲。二、乙。\n    sic: true\n") == []
