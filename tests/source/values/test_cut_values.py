"""What an editor of tables and further columns writes within brackets, and what is said of it."""

import pytest

from tests.snippets import of_plan, of_rows, plan_problems

PLAN = """
columns: {{groups: [面向], measure: 具體作法, more: [預算, 方法]}}
sections:
  - rows:
      - do: 1. 推廣電子帳單。
        {}
"""


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("more: {預算: 1,200}", ["5:20 E780 1"]),
        ("more: {預算: 約1,200,000元}", ["5:20 E780 約1"]),
        ("more: {預算: 1,200, 方法: 逐一}", ["5:20 E780 1"]),
        ('more: {預算: "1,200", 方法: 逐一}', []),
        ("more: {預算: 1, 方法: }", ["5:23 E207 方法"]),
        ("more: {預算: , 200}", ["5:16 E207 預算", "5:22 E207 200"]),
        ("more: {預算：5萬}", ["5:16 E781 預算：5萬"]),
        ("more: {預算:5萬}", ["5:16 E781 預算:5萬"]),
        ("more: {預算: 5萬, 方法：逐一}", ["5:24 E781 方法：逐一"]),
        ("more:\n          預算：5萬", ["6:11 E781 預算：5萬"]),
        ("more:\n          預算:5萬", ["6:11 E781 預算:5萬"]),
        ("more: 5萬", ["5:15 E206 5萬"]),
        ("target: {figure: 12,400, unit: 戶}", ["5:26 E780 12"]),
    ],
)
def test_what_was_cut_or_not_parted_in_a_row_is_told_once(row: str, expected: list[str]) -> None:
    assert of_plan(PLAN.format(row).strip()) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[[東區, 1,200]]", ["3:15 E780 1"]),
        ("[[東區, 1,200,300]]", ["3:15 E780 1"]),
        ("[[1,200, 1,300]]", ["3:11 E780 1"]),
        ('[[東區, "1,200"]]', []),
        ("[[東區, 1, 20]]", ["3:10 E121 [東區, 1, 20]"]),
        ("[[東區, 1, 200, 無]]", ["3:10 E121 [東區, 1, 200, 無]"]),
        ("[東區, 120]", ["3:10 E782 東區"]),
        ("[{據點: 東區, 件數: 120}]", ["3:10 E782 {據點: 東區, 件數: 120}"]),
        ("[[東區, 120], 西區]", ["3:21 E782 西區"]),
    ],
)
def test_what_was_cut_or_is_no_row_of_a_table_is_told_once(body: str, expected: list[str]) -> None:
    assert of_rows(f"- table: 表1 件數\n  head: [據點, 件數]\n  body: {body}") == expected


def test_a_column_that_was_written_as_a_key_of_the_row_is_told_with_its_place() -> None:
    found = plan_problems("title: 示範處114年度服務計畫\n" + PLAN.format("預算: 5萬").strip())
    assert [(each.code, each.values["nearest"]) for each in found] == [("E201", "more: {預算: …}")]


@pytest.mark.parametrize("word", ["註", "附註", "附表", "附圖"])
def test_a_block_in_chinese_words_is_told_with_its_key(word: str) -> None:
    assert of_rows(f"- do: 1. 推廣。\n- {word}: 註1 另行約定。")[0] == f"2:3 E342 {word}"


def test_a_target_in_chinese_words_is_no_picture() -> None:
    (found,) = plan_problems("title: 示範處114年度服務計畫\n" + PLAN.format("目標值: 95%").strip())
    assert (found.code, found.values["key"]) == ("E342", "target")
