"""The lines of a plan.yml that change, and those that do not, however it is written."""

import pytest

from planpress.editing.sheet.merging import Merged, Wanted
from planpress.editing.sheet.plan_text import rewritten
from planpress.editing.sheet.units import PlanUnits, Unit, from_json, units_of
from planpress.source.text.yaml_text import YamlDocument, parse


def document(text: str) -> YamlDocument:
    found, problems = parse("plan.yml", text.encode())
    assert found is not None and problems == []
    return found


def same(plan: PlanUnits) -> list[Wanted]:
    return [Wanted(unit, position, None, False) for position, unit in enumerate(plan.units)]


def after(text: str, *changes: tuple[int, str, str], order: list[int] | None = None) -> str:
    """A plan with some values changed and its sections and rows in another order."""
    read = document(text)
    plan = units_of(read.data)
    wanted = same(plan)
    for position, key, value in changes:
        unit = plan.units[position]
        kept = {**wanted[position].unit.values, key: value}
        kind = value if key == "kind" else unit.kind
        wanted[position] = Wanted(
            Unit(kind, {name: each for name, each in kept.items() if each and name != "kind"}), position, None, True
        )
    found = rewritten(read, Merged(plan.plan, tuple(wanted[position] for position in order or range(len(wanted)))))
    now = units_of(document(found).data)
    assert [unit.values for unit in now.units] == [
        wanted[position].unit.values for position in order or range(len(wanted))
    ]
    return found


BRACKETS = """\
title: 甲
sections:
  - heading: 壹、作法
    rows:
      - {h1: 一、甲, who: 業務組}   # 註
      - {do: 1. 乙, when: 全年}
      - do: 2. 丙
  - {heading: 貳、其他, rows: [{do: 1. 丁}, {do: 2. 戊}]}
  - heading: 參、附則
    rows: [{do: 1. 己}, {do: 2. 庚, who: 業務組}]
"""


def test_rows_in_brackets_are_edited_where_they_stand() -> None:
    assert after(BRACKETS, (1, "who", "電務組"), (2, "when", ""), (2, "unsure", "甲, 乙")) == BRACKETS.replace(
        "who: 業務組}   #", "who: 電務組}   #"
    ).replace("{do: 1. 乙, when: 全年}", '{do: 1. 乙, unsure: "甲, 乙"}')


def test_rows_go_from_a_list_in_brackets_to_another_and_back() -> None:
    assert after(BRACKETS, order=[0, 1, 5, 3, 4, 2, 6, 7, 8, 9]) == BRACKETS.replace(
        "      - {do: 1. 乙, when: 全年}\n", "      - {do: 1. 丁}\n"
    ).replace("rows: [{do: 1. 丁}", "rows: [{do: 1. 乙, when: 全年}")


def test_a_list_in_brackets_is_put_in_another_order() -> None:
    assert after(BRACKETS, order=[0, 1, 2, 3, 4, 5, 6, 7, 9, 8]) == BRACKETS.replace(
        "[{do: 1. 己}, {do: 2. 庚, who: 業務組}]", "[{do: 2. 庚, who: 業務組}, {do: 1. 己}]"
    )


OTHERS = """\
title: 甲
sections:
  - heading: 壹、作法
    rows:
      - table: 附表一
        head: [項目, 數量]
        lines:
          - [甲, "1"]
      - do: 1. 乙
        more: {經費: 100 元}
        who: 業務組
      - say: >
          折行的
          說明
      - do: 2. 丙
    note: 註
"""


def test_what_a_spreadsheet_cannot_show_stays_as_it_is_and_moves() -> None:
    assert after(OTHERS) == OTHERS
    assert [unit.kind for unit in units_of(document(OTHERS).data).units] == ["section", "other", "do", "say", "do"]
    table = '      - table: 附表一\n        head: [項目, 數量]\n        lines:\n          - [甲, "1"]\n'
    measure = "      - do: 1. 乙\n        more: {經費: 100 元}\n        who: 業務組\n"
    assert after(OTHERS, order=[0, 2, 1, 3, 4]) == OTHERS.replace(table, "").replace(measure, measure + table)
    assert after(OTHERS, (2, "who", ""), (2, "text", "1. 乙乙"), (2, "when", "全年")) == OTHERS.replace(
        "1. 乙", "1. 乙乙"
    ).replace("        who: 業務組\n", "").replace("        more", "        when: 全年\n        more")


@pytest.mark.parametrize("last", ["", "# 結尾\n", "\n# 結尾\n\n"])
def test_comments_and_empty_lines_keep_their_places(last: str) -> None:
    text = f"""\
# 開頭
title: 甲   # 名稱

sections:
  # 第一章
  - heading: 壹、依據   # 甲
    # 內文
    text: 依據甲函。

  # 第二章
  - rows:
      # 第一列

      - who: 業務組   # 部門在前
        do: 1. 乙
      # 第二列
      - do: |
          2. 丙
          丁
        # 期間
        when: 全年
      # 沒有第三列
    heading: 貳、作法
{last}"""
    assert after(text) == text
    assert after(text, (3, "when", "半年"), (0, "text", "依據\n乙函。")) == text.replace("全年", "半年").replace(
        "依據甲函。", "|\n      依據\n      乙函。"
    )
    assert after(text, (2, "who", "")) == text.replace("who: 業務組   # 部門在前\n        do", "do")
    second = "      - do: |\n          2. 丙\n          丁\n        # 期間\n        when: 全年\n"
    assert after(text, order=[0, 1, 2]) == text.replace(second, "")
    assert after(text, order=[0, 1]) == text.replace(text[text.index("rows:") : text.index("heading: 貳")], "")
    moved = after(text, order=[1, 2, 3, 0])
    assert sorted(moved) == sorted(text)


def test_a_section_without_rows_gets_some() -> None:
    text = "title: 甲\nsections:\n- heading: 壹\n- heading: 貳\n  rows:\n  - do: 1. 乙   # 註\n"
    assert (
        after(text, order=[0, 2, 1])
        == "title: 甲\nsections:\n- heading: 壹\n  rows:\n    - do: 1. 乙   # 註\n- heading: 貳\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "甲: 乙",
        "甲 # 乙",
        "- 甲",
        "[甲",
        '"甲"',
        "'甲",
        "true",
        "~",
        "12",
        "@甲",
        "甲\\n",
        "*甲",
        "%甲",
        "? 甲",
        "|",
        "甲\n\n乙",
        "#甲\n乙",
        "  甲",
    ],
)
@pytest.mark.parametrize("style", ["乙", "'乙'", '"乙"', "|\n          乙", ">\n          乙\n          丙"])
def test_any_text_can_take_the_place_of_another(text: str, style: str) -> None:
    plan = f"title: 甲\nsections:\n  - heading: 壹\n    rows:\n      - do: {style}\n        who: 業務組\n"
    found = after(plan, (1, "text", text.strip()))
    assert found.endswith("        who: 業務組\n")


def test_the_record_of_a_plan_comes_back() -> None:
    plan = units_of(document(OTHERS).data)
    assert from_json(plan.as_json()) == PlanUnits(plan.plan, plan.units)
