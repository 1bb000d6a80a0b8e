"""Mistakes that people make who write a plan for the first time: each with its cause, its line, and nothing else."""

import re
import textwrap
import time

import pytest

from planpress.problems import report
from planpress.problems.catalogue import codes
from planpress.problems.problem import Problem
from planpress.source.shapes.office_shapes import OfficeFile
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.text.lines import Meant, as_meant
from planpress.source.text.source_text import SourceText
from planpress.source.text.yaml_text import parse
from tests.projects import OFFICE
from tests.snippets import plan_problems

HEAD = """\
title: 示範區營業處114年度服務計畫
columns: {groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}
sections:
  - heading: 壹、計畫依據
    text: |
      一、本計畫依規定訂定。
  - heading: 貳、具體作法
    rows:
      - h1: 一、基礎服務
"""
"""Nine lines; the rows of a case follow them."""


def rows(text: str) -> str:
    return HEAD + textwrap.indent(text, " " * 6)


def told(problems: list[Problem]) -> list[tuple[int, str]]:
    """Lines and codes, but for W153: few of the rows below have a department, which is another matter."""
    return [(problem.place.line, problem.code) for problem in report.in_order(problems) if problem.code != "W153"]


def said(problem: Problem) -> str:
    return f"{report.what(problem, 'zh-Hant')}\n{report.mend(problem, 'zh-Hant')}"


MISTAKES = [
    # The colon.
    (rows("- do: 1. 推廣電子帳單。\n  who：業務組\n"), "E340", 11, ["全形冒號", "who: 業務組"]),
    (rows("- do：1. 推廣電子帳單。\n  who: 業務組\n"), "E340", 10, ["全形冒號", "- do: 1. 推廣電子帳單。"]),
    (rows("- do： 1. 推廣電子帳單。\n"), "E340", 10, ["全形冒號", "- do: 1. 推廣電子帳單。"]),
    (rows("- do﹕1. 推廣電子帳單。\n"), "E340", 10, ["全形冒號", "- do: 1. 推廣電子帳單。"]),
    (HEAD.replace("title: ", "title："), "E340", 1, ["title", "全形冒號"]),
    (HEAD.replace("sections:", "sections："), "E340", 3, ["sections", "全形冒號"]),
    (HEAD.replace("text: |", "text：|"), "E340", 5, ["text", "text: |"]),
    (HEAD.replace("measure: ", "measure："), "E340", 2, ["measure", "全形冒號"]),
    (HEAD.replace("measure: ", "measure:"), "E341", 2, ["measure", "空一格"]),
    (rows("- do: 1. 推廣電子帳單。\n  who:業務組\n"), "E341", 11, ["沒有空白", "who: 業務組"]),
    (rows("- do:1. 推廣電子帳單。\n  who: 業務組\n"), "E341", 10, ["沒有空白", "- do: 1. 推廣電子帳單。"]),
    (rows("- do: 1. 推廣電子帳單。\n  who:　業務組\n"), "E341", 11, ["沒有空白", "who: 業務組"]),
    (HEAD.replace("heading: 貳", "heading:貳"), "E341", 7, ["heading", "空一格"]),
    (HEAD.replace("text: |", "text:|"), "E341", 5, ["text: |"]),
    (rows("- do: 1. 推廣電子帳單。\n  who 業務組\n"), "E343", 11, ["沒有冒號", "who: 業務組"]),
    (rows("- do 1. 推廣電子帳單。\n  who: 業務組\n"), "E343", 10, ["沒有冒號", "- do: 1. 推廣電子帳單。"]),
    (rows("- do: 1. 推廣電子帳單。\n  who；業務組\n"), "E343", 11, ["沒有冒號", "who: 業務組"]),
    (rows("- do: 1. 推廣電子帳單。\n  who: :業務組\n"), "E344", 11, ["多了一個冒號", "who: 業務組"]),
    (rows("- do: 1. 推廣電子帳單。\n  who: :\n"), "E344", 11, ["多了一個冒號"]),
    (rows("- do: 1. 推廣電子帳單。\n  who:：業務組\n"), "E344", 11, ["多了一個冒號", "who: 業務組"]),
    # The key.
    (rows("- ｄｏ: 1. 推廣電子帳單。\n"), "E342", 10, ["ｄｏ", "「do」", "- do: 1."]),
    (rows("- 作法: 1. 推廣電子帳單。\n  who: 業務組\n"), "E342", 10, ["作法", "「do」"]),
    (rows("- do: 1. 推廣電子帳單。\n  部門: 業務組\n"), "E342", 11, ["部門", "「who」", "who: 業務組"]),
    (rows("- do: 1. 推廣電子帳單。\n  承辦部門：業務組\n"), "E342", 11, ["承辦部門", "who: 業務組"]),
    (rows("- do: 1. 推廣電子帳單。\n  期間: 隨時辦理\n"), "E342", 11, ["期間", "「when」"]),
    (rows("- do: 1. 推廣電子帳單。\n  Who: 業務組\n"), "E342", 11, ["Who", "「who」", "小寫"]),
    (rows("- 標題: 二、服務遞送\n"), "E342", 10, ["標題", "「h1」"]),
    (HEAD.replace("heading: 貳", "標題: 貳"), "E342", 7, ["標題", "「heading」"]),
    (HEAD.replace("title: ", "計畫名稱: "), "E342", 1, ["計畫名稱", "「title」"]),
    # The mark of a row.
    (rows("- do: 1. 推廣電子帳單。\n－ do: 2. 到府服務。\n"), "E347", 11, ["－", "連字號", "- do: 2."]),
    (rows("- do: 1. 推廣電子帳單。\n– do: 2. 到府服務。\n"), "E347", 11, ["–", "- do: 2."]),
    (rows("- do: 1. 推廣電子帳單。\n— do: 2. 到府服務。\n  who: 業務組\n"), "E347", 11, ["—", "- do: 2."]),
    (rows("• do: 1. 推廣電子帳單。\n"), "E347", 10, ["•", "- do: 1."]),
    (rows("●do: 1. 推廣電子帳單。\n"), "E347", 10, ["●", "- do: 1."]),
    (rows("‧do：1. 推廣電子帳單。\n"), "E347", 10, ["‧", "- do: 1."]),
    (rows("․ do: 1. 推廣電子帳單。\n"), "E347", 10, ["․", "- do: 1."]),
    (rows("\uf06c do: 1. 推廣電子帳單。\n"), "E347", 10, ["連字號", "- do: 1."]),
    (rows("\uf0b7\tdo: 1. 推廣電子帳單。\n"), "E347", 10, ["連字號", "- do: 1."]),
    (HEAD + "transcription_notes:\n  － 原文件缺頁。\n", "E347", 11, ["－", "- 原文件缺頁。"]),
    (HEAD + "transcription_notes:\n  - 原文件缺頁。\n  －依原樣呈現。\n", "E347", 12, ["－", "- 依原樣呈現。"]),
    (rows("- do: 1. 推廣電子帳單。\n-do: 2. 到府服務。\n"), "E348", 11, ["沒有空白", "- do: 2."]),
    (rows("-do: 1. 推廣電子帳單。\n"), "E348", 10, ["沒有空白", "- do: 1."]),
    (rows("-　do: 1. 推廣電子帳單。\n"), "E348", 10, ["沒有空白", "- do: 1."]),
    (HEAD + "transcription_notes:\n  -原文件缺頁。\n", "E348", 11, ["沒有空白", "- 原文件缺頁。"]),
    (rows("do: 1. 推廣電子帳單。\n"), "E354", 10, ["少了「- 」", "- do: 1."]),
    (rows("- do: 1. 推廣電子帳單。\ndo: 2. 到府服務。\n"), "E354", 11, ["少了「- 」", "- do: 2."]),
    (rows("- do: 1. 推廣電子帳單。\n- who: 業務組\n"), "E358", 11, ["多了「- 」", "第 10 行", "who: 業務組"]),
    (rows("* do: 1. 推廣電子帳單。\n"), "E347", 10, ["*", "- do: 1."]),
    (rows("- do: 1. 推廣電子帳單。 who: 業務組\n"), "E153", 10, ["who", "換行"]),
    (rows("- do: 1. 推廣電子帳單。who：業務組\n  when: 隨時辦理\n"), "E153", 10, ["who", "換行"]),
    (rows("- h1: 二、服務遞送 - do: 1. 推廣電子帳單。\n"), "E153", 10, ["do", "換行"]),
    # The indentation.
    (rows("- do: 1. 推廣電子帳單。\n　who: 業務組\n"), "E345", 11, ["全形空白", "半形空白"]),
    (HEAD.replace("      一、本", "　　　一、本"), "E345", 6, ["全形空白", "半形空白"]),
    (HEAD + "      　- do: 1. 推廣電子帳單。\n", "E345", 10, ["全形空白"]),
    (rows("- do: 1. 推廣電子帳單。\n\u00a0\u00a0who: 業務組\n"), "E346", 11, ["U+00A0", "空白鍵"]),
    (rows("- do: 1. 推廣電子帳單。\n\twho: 業務組\n"), "E307", 11, ["Tab", "空白"]),
    (rows("- do: 1. 推廣電子帳單。\nwho: 業務組\n"), "E351", 11, ["第 10 行", "「- do」", "請向右移 2 格"]),
    (rows("- do: 1. 推廣電子帳單。\n who: 業務組\n  when: 隨時辦理\n"), "E351", 11, ["請向右移 1 格"]),
    (rows("- do: 1. 推廣電子帳單。\n   who: 業務組\n"), "E352", 11, ["第 10 行", "請向左移 1 格"]),
    (rows("- do: 1. 推廣電子帳單。\n      who: 業務組\n"), "E352", 11, ["請向左移 4 格"]),
    (HEAD + "      - do: 1. 推廣電子帳單。\n    who: 業務組\n", "E351", 11, ["請向右移 4 格"]),
    (HEAD + "      - do: 1. 推廣電子帳單。\nwho: 業務組\n", "E351", 11, ["請向右移 8 格"]),
    (rows("- do: 1. 推廣電子帳單。\n - do: 2. 到府服務。\n"), "E352", 11, ["第 9 行", "「- h1」", "請向左移 1 格"]),
    (HEAD + "     - do: 1. 推廣電子帳單。\n       who: 業務組\n", "E351", 10, ["第 9 行", "請向右移 1 格"]),
    (HEAD + "     - do: 1. 推廣電子帳單。\n        who: 業務組\n", "E351", 10, ["請向右移 1 格"]),
    (rows("- h2: (一) 服務遞送\n  - do: 1. 推廣電子帳單。\n    who: 業務組\n"), "E352", 11, ["請向左移 2 格"]),
    (HEAD + "  - do: 1. 推廣電子帳單。\n    who: 業務組\n", "E351", 10, ["請向右移 4 格"]),
    (HEAD.replace("    rows:", "   rows:"), "E351", 8, ["第 7 行", "「- heading」", "請向右移 1 格"]),
    (HEAD.replace("    rows:", "  rows:"), "E351", 8, ["請向右移 2 格"]),
    (HEAD.replace("  - heading: 貳", "   - heading: 貳"), "E352", 7, ["第 4 行", "請向左移 1 格"]),
    (HEAD.replace("columns:", " columns:"), "E352", 2, ["請向左移 1 格"]),
    (HEAD.replace("title:", "  title:"), "E352", 1, ["請向左移 2 格"]),
    (HEAD.replace("定。\n", "定。\n    二、自核定日實施。\n"), "E353", 7, ["第 5 行", "請向右移 2 格"]),
    (HEAD.replace("      一、", "    一、"), "E353", 6, ["第 5 行", "請向右移 2 格"]),
    # Quotes, brackets, comments.
    (rows("- do: “1. 抽測包括: 首頁。”\n"), "E350", 10, ["“", "半形雙引號", '- do: "1. 抽測包括: 首頁。"']),
    (rows("- do: ＂1. 抽測包括: 首頁。＂\n"), "E350", 10, ["＂", "半形雙引號"]),
    (rows('- do: "1. 推廣電子帳單。”\n  who: 業務組\n'), "E350", 10, ["”", "半形雙引號"]),
    (rows('- do: "1. 推廣"電子帳單"。"\n'), "E359", 10, ["雙引號", "「」"]),
    (rows('- do: "電子帳單"推廣。\n'), "E359", 10, ["雙引號", "「」"]),
    (rows('- do: "1. 推廣電子帳單。\n  who: 業務組\n- do: "2. 到府服務。"\n'), "E316", 10, ["引號沒有結束"]),
    (HEAD.replace("執行期間}", "執行期間"), "E357", 2, ["括號沒有結束", "「}」"]),
    (rows("＃ 一百十四年新增\n- do: 1. 推廣電子帳單。\n"), "E349", 10, ["＃", "半形"]),
    ("＃ 示範\n" + HEAD, "E349", 1, ["＃", "半形"]),
    # What git leaves.
    (
        rows("- do: 1. 推廣電子帳單。\n")
        + "<<<<<<< HEAD\n        who: 業務組\n=======\n        who: 電務組\n>>>>>>> x\n",
        "E355",
        11,
        ["HEAD", "第 12 行", "第 14 行", "到第 15 行", "=======", "留下哪一邊"],
    ),
    (HEAD + ">>>>>>> revision\n", "E356", 10, ["git", "刪去這一行"]),
    (HEAD + "=======\n", "E356", 10, ["git", "刪去這一行"]),
]


@pytest.mark.parametrize(("text", "code", "line", "words"), MISTAKES)
def test_the_cause_alone_is_told_at_its_line(text: str, code: str, line: int, words: list[str]) -> None:
    problems = plan_problems(text)
    assert told(problems) == [(line, code)]
    assert [word for word in words if word not in said(problems[0])] == []


CONTENT = """\
who：業務組
who:業務組
－ do: 1. 甲
-do: 1. 甲
● 乙
＃ 丙
部門: 業務組
　　全形空白
\u00a0不換行空白
\t定位字元
“丁: 戊”
who: :
  do: 3. 己
"""

RIGHT = [
    HEAD.replace("      一、本計畫依規定訂定。\n", textwrap.indent(CONTENT, " " * 6)),
    rows("- do: |\n" + textwrap.indent(CONTENT, " " * 4) + "  who: 業務組\n"),
    rows("- do: >-\n" + textwrap.indent(CONTENT, " " * 4) + "  who: 業務組\n"),
    HEAD + "transcription_notes:\n  - |\n" + textwrap.indent(CONTENT, " " * 4),
    rows(textwrap.indent(CONTENT.replace("\t", ""), "# ") + "- do: 1. 推廣電子帳單。\n"),
    textwrap.indent(CONTENT.replace("\t", ""), "#") + HEAD,
    rows('- do: "1. 推廣\n    部門：業務組\n    － 甲\n    ● 乙\n    －"\n  who: 業務組\n'),
    rows("- do: '1. 推廣\n    ＃ 甲\n    -乙\n    丙：丁'\n  who: 業務組\n"),
    rows("- do: 1. 推廣：\n    電子帳單，部門：業務組\n    － 甲\n    -乙\n    ● 丙\n  who: 業務組\n"),
    rows("- do:\n    1. 推廣電子帳單，說明：甲。\n  who: 業務組\n"),
    rows("- do: 1. 推廣：電子帳單。\n  who: 業務組  # 部門：\n"),
    rows("- do: 1. 推廣\n    // 甲\n    2. 到府\n    row\n    丙\t丁\n\n    戊\n  who: 業務組、\n   電務組\n"),
    rows("- do: 甲｜乙\n  when: 丙｜\n"),
    rows("- do: |\n    甲\n\n    // 乙\n    2. 丙\n    - - do: 丁\n    text: ｜\n    rows\n"),
    rows("- do: ＃字鍵請按：9。\n  when: －\n"),
    rows("- do: 洽 WHO：世衛組織，To do：甲，（item：乙）。\n  who: 業務組\n"),
    rows('- do: "1. 推廣。who：業務組"\n'),
    rows("- do: “電子帳單”及“簡訊帳單”推廣。\n  who: 業務組\n"),
    rows("-   do: 1. 推廣電子帳單。\n    who: 業務組\n"),
    rows("- who: 業務組\n  do: 1. 推廣電子帳單。\n"),
    rows("- do: 1. 推廣電子帳單。\n  target:\n    figure: 95\n    unit: 戶\n  when: 隨時辦理\n"),
    rows("- do: 1. 推廣電子帳單。\n  target: {\n    figure: 95,\n    unit: 戶\n  }\n"),
    HEAD.replace("{groups: [面向], ", "{\n  groups: [\n  面向],\n  ").replace("當", ""),
    HEAD.replace("{groups: [面向], ", "\n  groups: [面向]\n  ").replace(", ", "\n  ").replace("}", ""),
    rows("- do: 1. 推廣電子帳單。\n") + "when: 隨時辦理\n",
    HEAD.replace("      - h1", "    - h1"),
    HEAD + "transcription_notes:\n- 說明：原文件缺頁。\n- －依原樣呈現。\n",
    HEAD + "shortcuts:\n  - {text: 到府服務, to: m-1}\n  - text: 作法：到府\n    to: m-1\n",
    HEAD.replace("\n", "\r\n"),
    "---\n" + HEAD + "...\n",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_content_or_right_is_nobodys_mistake(text: str) -> None:
    assert [code for _, code in told(plan_problems(text)) if code[1] == "3"] == []
    assert as_meant(SourceText("plan.yml", text), PlanFile) == Meant(text.replace("\r", ""), (), frozenset())


def test_each_line_has_its_own_cause_and_the_rest_of_the_file_is_read_as_it_was_meant() -> None:
    text = rows(
        "- do：1. 推廣電子帳單。\n   who：業務組，電務組\n－ do: 2. 推廣包括: 簡訊。\n- do: 3. 推廣包括: 簡訊。\n  who: 業物組\n  whoo: 甲\n"
    )
    assert told(plan_problems(text)) == [(10, "E340"), (11, "E340"), (12, "E347"), (13, "E315"), (15, "E201")]
    text = text.replace("  whoo: 甲\n", "")
    assert told(plan_problems(text)) == [(10, "E340"), (11, "E340"), (12, "E347"), (13, "E315"), (14, "E104")]


def test_every_tab_that_indents_is_found() -> None:
    text = rows("- do: 1. 甲\n\twho: 業務組\n\t\n- do: 2.\t乙\n  \twhen: 隨時辦理\n")
    assert told(plan_problems(text)) == [(11, "E307"), (12, "E307"), (14, "E307")]


@pytest.mark.parametrize(("blanks", "code"), [("\t", "E307"), ("　", "E345"), ("\u00a0", "E346")])
def test_a_line_of_other_blanks_is_told_but_within_a_text(blanks: str, code: str) -> None:
    assert told(plan_problems(HEAD.replace("二、", "一、") + f"{blanks}\nwhen: 隨時辦理\n")) == [(10, code)]
    assert told(plan_problems(HEAD.replace("定。\n", f"定。\n{blanks}\n"))) == [(7, code)]
    assert plan_problems(HEAD.replace("定。\n", f"定。\n      {blanks}\n")) == []


def test_what_moves_with_its_row_is_told_once() -> None:
    text = rows(
        "- do: 1. 推廣電子帳單。\n   - do: |\n       2. 到府服務。\n     who: 業務組\n     when: 隨時辦理\n- do: 3. 丙。\n"
    )
    assert told(plan_problems(text)) == [(11, "E352")]


def test_a_list_is_compared_with_most_of_its_entries() -> None:
    text = HEAD.replace("      - h1", "       - h1") + "      - do: 1. 推廣電子帳單。\n      - do: 2. 到府服務。\n"
    assert told(plan_problems(text)) == [(9, "E352")]


def test_sections_may_indent_their_rows_each_in_its_own_way() -> None:
    more = "  - heading: 參、其他\n    rows:\n    - do: 1. 推廣電子帳單。\n      who: 業務組\n    - do: 2. 到府服務。\n"
    assert told(plan_problems(HEAD + more)) == []


@pytest.mark.parametrize("side", ["", "        who: 業務組\n", "        who：業務組\n      -do: 2. 到府服務。\n"])
def test_a_conflict_is_one_problem_whatever_its_sides_say(side: str) -> None:
    text = rows("- do: 1. 推廣電子帳單。\n") + f"<<<<<<< HEAD\n{side}||||||| base\n=======\n  @\n>>>>>>> x\n"
    assert told(plan_problems(text)) == [(11, "E355")]


def test_two_conflicts_are_two_problems() -> None:
    conflict = "<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> x\n"
    text = conflict.format("adopted: 114-01-14", "adopted: 114-01-15") + HEAD
    text += conflict.format("status: draft", "status: published")
    assert told(plan_problems(text)) == [(1, "E355"), (15, "E355")]


def test_marks_of_git_in_a_text_are_marks_of_git() -> None:
    text = HEAD.replace("      一、", "<<<<<<< HEAD\n      一、甲。\n=======\n      一、乙。\n>>>>>>> x\n      一、")
    assert told(plan_problems(text)) == [(6, "E355")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("site_name：示範\n", [(1, "E340")]),
        ("nav:\n　- about.md\n", [(2, "E345")]),
        ("＃ 註\nsite_name: 示範\n", [(1, "E349")]),
        ("<<<<<<< a\nsite_name: 甲\n=======\nsite_name: 乙\n>>>>>>> b\n", [(1, "E355")]),
        ("nav:\n  - Who: about.md\n  - 部門: who.md\n  - 說明：甲\n  - source:a.md\nText: a\n", []),
    ],
)
def test_of_a_file_whose_keys_are_not_known_only_the_plain_slips_are_told(
    text: str, expected: list[tuple[int, str]]
) -> None:
    assert told(parse("mkdocs.yml", text.encode())[1]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("名稱: 示範處\n" + OFFICE.partition("\n")[2], [(1, "E342")]),
        (OFFICE.replace("departments:", "部門："), [(4, "E342")]),
        (OFFICE.replace("  - name: 電", "   - name: 電"), [(7, "E352")]),
        (OFFICE.replace("    en:", "  en:"), [(6, "E351")]),
        (OFFICE.replace("- name: 電", "－ name：電"), [(7, "E347")]),
        (OFFICE, []),
    ],
)
def test_an_office_file_is_looked_at_by_its_own_keys(text: str, expected: list[tuple[int, str]]) -> None:
    assert told(parse("office.yml", text.encode(), shape=OfficeFile)[1]) == expected


def test_no_message_of_a_line_speaks_of_yaml() -> None:
    for code, entry in codes().items():
        if "E340" <= code <= "E359" or code == "W310":
            words = entry.zh_hant.what + entry.zh_hant.mend
            assert not re.search("YAML|純量|映射|節點|序列", words), code


def test_lists_without_their_key_do_not_take_long() -> None:
    started = time.process_time()
    as_meant(SourceText("plan.yml", "title: x\n" + "rows:\n  - h1: a\n" * 4500), PlanFile)
    assert time.process_time() - started < 5
