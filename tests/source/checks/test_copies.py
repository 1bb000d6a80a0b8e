import time
from pathlib import Path

import pytest

from planpress.problems.problem import Problem
from planpress.source.checks import PlanBefore, check_plan
from planpress.source.plans.shaping import as_shape
from planpress.source.repository import read_all
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.shapes.rows import outline
from planpress.source.text.yaml_text import parse
from tests.projects import OFFICE, ORGANISATIONS, write
from tests.snippets import DEPARTMENTS, plan_file, shown

HEAD = """\
title: 示範處{year}年度服務計畫
columns: {{groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}}
"""


def problems(this: str, last: str) -> list[Problem]:
    """What is wrong with a plan of 115 beside that of 114; the keys that both need are added above their own."""
    before = PlanBefore(114, plan_file(HEAD.format(year=114) + last))
    document, _ = parse("plan.yml", (HEAD.format(year=115) + this).encode())
    assert document is not None
    file, _ = as_shape(document, PlanFile)
    assert file is not None
    return [document.problem(finding) for finding in check_plan(file, outline(file), 115, DEPARTMENTS, before)]


def found(this: str, last: str) -> list[str]:
    return shown(problems(this, last), lines=2)


ROWS = "sections:\n  - rows:\n      - do: 推廣電子帳單。\n"


@pytest.mark.parametrize(
    ("this", "last", "expected"),
    [
        ("114-01-14", "114-01-14", ["1:10 W160 114-01-14"]),
        ("114-01-20", "114-01-14", ["1:10 W160 114-01-20"]),
        ("113-12", "113-12", ["1:10 E109 113-12", "1:10 W160 113-12"]),
        ("114-12", "113-12", []),
        ("114-03", "113-12", []),
        ("114-12-28", "114-01-14", []),
        ("115-01-14", "114-01-14", []),
    ],
)
@pytest.mark.parametrize("key", ["adopted", "approved"])
def test_a_day_of_last_year_is_told(key: str, this: str, last: str, expected: list[str]) -> None:
    moved = [line.replace("1:10", f"1:{len(key) + 3}") for line in expected]
    assert found(f"{key}: {this}\n{ROWS}", f"{key}: {last}\n{ROWS}") == moved


def section(text: str) -> str:
    return f"sections:\n  - text: |\n      {text}\n"


@pytest.mark.parametrize(
    ("this", "last", "expected"),
    [
        ("本公司114年度計畫。", "本公司114年度計畫。", ["3:10 W161 114"]),
        ("本公司 114 年度計畫。", "本公司114年度計畫。", ["3:11 W161 114"]),
        ("達成114年用戶之目標值。", "達成114年用戶之目標值。", ["3:9 W161 114"]),
        ("本公司１１４年度計畫。", "本公司114年度計畫。", ["3:10 W161 １１４"]),
        ("達成2025年用戶之目標值。", "達成2025年用戶之目標值。", ["3:9 W161 2025"]),
        ("配合114/6/30前完成。", "配合114/6/30前完成。", ["3:9 W161 114"]),
        ("達成114年電子帳單用戶之目標。", "達成114年使用電子帳單用戶之目標。", ["3:9 W161 114"]),
        ("本公司115年度計畫。", "本公司114年度計畫。", []),
        ("114年已新增兩家，115年續辦。", "113年已新增兩家，114年續辦。", []),
        ("114年已新增兩家，114年續辦。", "113年已新增兩家，114年續辦。", ["3:17 W161 114"]),
        ("依106年函頒之計畫。", "依106年函頒之計畫。", []),
        ("114年成果彙編另行公開。", "達成目標值。", []),
    ],
)
def test_the_year_of_last_year_is_told(this: str, last: str, expected: list[str]) -> None:
    assert found(section(this), section(last)) == expected


def test_the_day_of_an_approval_of_last_year_is_told() -> None:
    this = "approvals: [{kind: 核定, date: 114-01-20}, {kind: 備查, date: 115-02-01}]\n" + section("一")
    last = "approvals: [{kind: 核定, date: 114-01-20}, {kind: 備查, date: 114-02-01}]\n" + section("二")
    assert found(this, last) == ["1:30 W160 114-01-20"]


def test_years_are_told_in_one_line_wherever_they_stand() -> None:
    plan = """\
sections:
  - heading: 壹、114年度目標
    text: |
      第一行。
      二、本公司114年度計畫。
    rows:
      - h1: 一、114年重點
      - do: 1. 達成114年目標值。
        target: {figure: 95%, by: 114-12}
        source: 114年度施政計畫
      - do: 2. 檢討114年目標值。
        sic: true
"""
    told = [each for each in problems(plan, plan) if each.code == "W161"]
    assert [(each.place.line, each.values) for each in told] == [
        (4, {"found": "114", "year": "115", "lines": "4, 7, 9, 10, 11, 12"})
    ]


@pytest.mark.parametrize(
    ("this", "last", "codes"),
    [
        ("依業字第1148001255號函。", "依業字第1148001255號函。", {"W162"}),
        ("依業字第 1148001255 號函辦理。", "依業字第1148001255號函。", {"W162"}),
        ("依115年1月6日業字第1158001255號函。", "依114年1月6日業字第1148001255號函。", {"W162"}),
        ("依113年12月20日業字第1138001255號函。", "依113年12月20日業字第1138001255號函。", {"W162"}),
        ("依業字第12號函。", "依業字第12號函。", {"W162"}),
        ("依業字第1158000967號函。", "依業字第1148001255號函。", set()),
        ("依106年3月15日經研字第10604502170號函。", "依106年3月15日經研字第10604502170號函。", set()),
        ("依113年3月15日經研字第11304502170號函。", "依113年3月15日經研字第11304502170號函。", set()),
        ("依經研字第10604502170號函。", "依經研字第10604502170號函。", set()),
    ],
)
def test_the_number_of_last_years_letter_is_told(this: str, last: str, codes: set[str]) -> None:
    assert {each.code for each in problems(section(this), section(last))} == codes


def test_letters_are_told_in_one_line() -> None:
    plan = section("一、依業字第1148001255號函。\n      二、依業字第1148001256號函。")
    (problem,) = problems(plan, plan)
    assert problem.values == {"numbers": "字第1148001255號、字第1148001256號", "lines": "5, 6"}


LAST = """\
transcription_notes:
  - 原文件最後一點未另立標題。
  - 原114年表缺一格。
  - 第三點。
original: {file: plan.pdf, sha256: 4c79ca82d4d6142dc3a05282ca249ad79a0bbeae51060cbc84e913bfdecbb757}
sections:
  - rows:
      - do: 1. 推廣電子帳單。
        unsure: 原表部門跨列
      - do: 3. 到府服務。
        sic: true
      - do: 4. 辦理調查。
        unsure: 原表未列期間
  - heading: 柒、其他
    sic: true
"""


@pytest.mark.parametrize(
    ("code", "line", "lines"),
    [("W163", 4, "4, 5, 6"), ("W164", 11, "11, 15"), ("W165", 13, "13, 17"), ("W166", 7, None)],
)
def test_what_was_said_of_last_years_source_is_told_in_a_line_each(code: str, line: int, lines: str | None) -> None:
    (problem,) = (each for each in problems(LAST, LAST) if each.code == code)
    assert (problem.place.line, problem.values.get("lines")) == (line, lines)


def test_notes_are_the_same_also_where_every_year_was_replaced() -> None:
    assert [each.values["lines"] for each in problems(LAST.replace("114", "115"), LAST) if each.code == "W163"] == [
        "4, 5, 6"
    ]


def test_what_is_said_of_this_years_source_is_not_told() -> None:
    this = """\
transcription_notes:
  - 本年度的說明。
original: {file: plan.pdf, sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08}
sections:
  - rows:
      - do: 1. 推廣電子帳單。
        unsure: 本年度原表未列期間
      - do: 2. 到府服務。
      - do: 4. 宣導節電。
        sic: true
"""
    assert problems(this, LAST) == []


def test_last_years_file_is_the_one_beside_it(tmp_path: Path) -> None:
    plan = HEAD + "adopted: 113-01-14\n" + ROWS
    write(tmp_path, "offices/organisations.yml", ORGANISATIONS)
    write(tmp_path, "offices/sample/office.yml", OFFICE)
    write(tmp_path, "offices/other/office.yml", OFFICE)
    for place, year in (("sample/113", 113), ("other/114", 114)):
        write(tmp_path, f"offices/{place}/plan.yml", plan.format(year=year))
    assert read_all(tmp_path)[1] == []
    write(tmp_path, "offices/sample/114/plan.yml", plan.format(year=114))
    assert [(each.code, each.place.file) for each in read_all(tmp_path)[1]] == [("W160", "offices/sample/114/plan.yml")]
    write(tmp_path, "offices/sample/113/plan.yml", "title: [")
    assert {each.place.file for each in read_all(tmp_path)[1]} == {"offices/sample/113/plan.yml"}


def test_a_plan_of_many_reworded_texts_is_compared_soon() -> None:
    def plan(ending: str) -> str:
        rows = (
            f"      - do: ({number}) 114年{chr(0x4E00 + number) * 150}甲乙丙丁{ending}\n" for number in range(1, 900)
        )
        return "sections:\n  - rows:\n" + "".join(rows)

    started = time.process_time()
    problems(plan("戊"), plan("己"))
    assert time.process_time() - started < 10
