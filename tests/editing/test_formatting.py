import random
import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from planpress.editing import formatting
from planpress.editing.formatting import formatted
from planpress.problems.catalogue import Context, codes
from planpress.source.shapes.content_shapes import TopicsFile
from planpress.source.shapes.known_keys import Shape
from planpress.source.shapes.office_shapes import OfficeFile, OrganisationsFile
from planpress.source.shapes.plan_shapes import PlanFile
from tests.projects import OFFICE, ORGANISATIONS, PLAN, ROOT

DEPARTMENTS = ("業務組", "電務組", "工務段", "公關及服務組")
HEAD = """\
title: 示範處114年度服務計畫
columns: {groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}
sections:
  - rows:
"""
REAL = [*sorted((ROOT / "offices").glob("*/*/plan.yml"))]


def after(text: str) -> str:
    return formatted("plan.yml", text.encode(), PlanFile, DEPARTMENTS).after.decode()


def left(text: str) -> list[str]:
    return [problem.code for problem in formatted("plan.yml", text.encode(), PlanFile, DEPARTMENTS).problems]


def rows(text: str) -> str:
    return HEAD + textwrap.indent(textwrap.dedent(text).strip("\n"), " " * 6) + "\n"


def departments_of(plan: Path) -> tuple[str, ...]:
    names = re.findall(r"^  - name: (\S+)", (plan.parents[1] / "office.yml").read_text("utf-8"), re.MULTILINE)
    assert names
    return tuple(names)


@pytest.mark.parametrize("file", REAL, ids=lambda file: file.parts[-3])
def test_the_real_plans_stay_to_the_byte(file: Path) -> None:
    content = file.read_bytes()
    found = formatted("plan.yml", content, PlanFile, departments_of(file))
    assert found.after == content
    assert found.problems == ()


def test_the_other_real_files_stay_to_the_byte() -> None:
    shapes: dict[str, Shape] = {
        "office.yml": OfficeFile,
        "organisations.yml": OrganisationsFile,
        "topics.yml": TopicsFile,
    }
    for file in [*ROOT.glob("offices/*.yml"), *ROOT.glob("offices/*/*.yml"), ROOT / "content/topics.yml"]:
        assert not formatted(file.name, file.read_bytes(), shapes[file.name]).is_changed


MENDED = [
    code
    for code, entry in codes().items()
    if entry.fmt == "always" and entry.example.context in (Context.ROWS, Context.PLAN)
]
ANOTHER_FORM = {
    "E359": '- do: "1. 推廣\\"電子帳單\\"。"',  # 「」 would be another character
    "E363": "- do: 1. 推廣電子帳單。",
}


@pytest.mark.parametrize("code", MENDED)
def test_what_the_messages_promise_is_done(code: str) -> None:
    example = codes()[code].example
    right = ANOTHER_FORM.get(code, example.right)

    def whole(text: str) -> str:
        if example.context is Context.ROWS:
            return rows(text)
        return HEAD.partition("sections:")[0] * ("columns:" not in text) + text + "\n"

    assert after(whole(example.wrong)) == whole(right)
    assert code not in left(whole(example.wrong))


def test_a_file_damaged_in_five_ways_comes_back_without_a_changed_word() -> None:
    damaged = (
        PLAN.replace("title: ", "title：")
        .replace("      - h1: ", "\t\t\t－ h1: ")
        .replace("      - do: 2. 到府服務。", "      •do: 2. 到府\n          服務。")
        .replace("        who: 電務組", "　　　　who: 電務組")
        .replace("\n", "\r\n")
    )
    found = formatted("plan.yml", b"\xef\xbb\xbf" + damaged.encode(), PlanFile, DEPARTMENTS)
    assert found.after.decode() == PLAN
    assert found.problems == ()


DATES = [
    ("114/1/14", "114-01-14"),
    ("114.1.14", "114-01-14"),
    ("114-1-14", "114-01-14"),
    ("民國114年1月14日", "114-01-14"),
    ("114 年 1 月 14 日", "114-01-14"),
    ("１１４／０１／１４", "114-01-14"),
    ("1140114", "114-01-14"),
    ("2025/1/14", "114-01-14"),
    ('"114/1/14"', '"114-01-14"'),
    ("114/1/14  # 核定", "114-01-14  # 核定"),
    ("114年1月", "114-01"),
]


@pytest.mark.parametrize(("written", "meant"), DATES)
def test_a_date_gets_its_form(written: str, meant: str) -> None:
    assert after(f"adopted: {written}\n{PLAN}") == f"adopted: {meant}\n{PLAN}"


def test_dates_have_their_form_wherever_they_stand() -> None:
    written = (
        f"{PLAN}        target: {{figure: 95, unit: '%', by: 114/12/31}}\noriginal: {{file: a.pdf, date: 114.1.2}}\n"
    )
    assert after(written) == written.replace("114/12/31", "114-12-31").replace("114.1.2", "114-01-02")


@pytest.mark.parametrize("written", ["114/2/30", "下週", "14/1/14", "1/14/114", "114/1/14前", "114年"])
def test_what_is_no_certain_date_stays_and_is_told(written: str) -> None:
    text = f"adopted: {written}\n{PLAN}"
    assert after(text) == text
    assert left(text)[0] in ("E208", "E209")


def test_a_period_keeps_its_words() -> None:
    text = rows("- do: 推廣。\n  when: 114/1/14")
    assert after(text) == text


CELLS = [
    ("業務組,電務組", "業務組、電務組"),
    ("業務組，電務組", "業務組、電務組"),
    ("業務組 / 電務組", "業務組、電務組"),
    ("業務組 電務組", "業務組、電務組"),
    ("業務組及電務組", "業務組、電務組"),
    ("業務組電務組", "業務組、電務組"),
    ("公關及服務組，業務組", "公關及服務組、業務組"),
    ("業務組,電務組(工務段)", "業務組、電務組（工務段）"),
    ("業務組、電務組。", "業務組、電務組"),
    ("[業務組, 電務組]", "業務組、電務組"),
    ("\n          - 業務組\n          - 電務組", "業務組、電務組"),
    ('"業務組;電務組"  # 兩組', '"業務組、電務組"  # 兩組'),
]


@pytest.mark.parametrize(("written", "meant"), CELLS)
def test_departments_get_their_sign(written: str, meant: str) -> None:
    before, behind = PLAN.split("電務組")
    assert after(f"{before}{written}{behind}") == f"{before}{meant}{behind}"


@pytest.mark.parametrize(
    "cell", ["公關及服務組", "業物組，電務組", "業務組、業務組", "主辦：業務組；協辦：電務組", "業務組、、電務組"]
)
def test_a_cell_that_would_lose_or_change_a_name_stays(cell: str) -> None:
    text = PLAN.replace("who: 電務組", f"who: {cell}")
    assert after(text) == text
    assert left(text) or cell == "公關及服務組"


def test_departments_stay_where_those_of_the_office_are_not_known() -> None:
    text = PLAN.replace("who: 電務組", "who: 業務組,電務組").encode()
    assert not formatted("plan.yml", text, PlanFile).is_changed


FOLDED = [
    ("do: 1. 推廣\n    電子帳單。", "do: 1. 推廣電子帳單。"),
    ("do: 使用 QR\n    Code 付款", "do: 使用 QR Code 付款"),
    ('do: "1. 推廣: 電子\n    帳單。"  # 註', 'do: "1. 推廣: 電子帳單。"  # 註'),
    ("do: '1. 推廣: 電子\n    帳單。'", "do: '1. 推廣: 電子帳單。'"),
    ("do: >\n    1. 推廣: 電子\n    帳單。\n", 'do: "1. 推廣: 電子帳單。"\n'),
    ("do: >-\n    1. 推廣\n    電子帳單。\n\n  # 註", "do: 1. 推廣電子帳單。\n\n  # 註"),
    ('do: "a\\\n    b \\"c\\" \\\\"', 'do: "ab \\"c\\" \\\\"'),
]


@pytest.mark.parametrize(("written", "meant"), FOLDED)
def test_what_is_folded_comes_on_one_line(written: str, meant: str) -> None:
    assert after(rows(f"- {written}\n  who: 業務組")) == rows(f"- {meant}\n  who: 業務組")


@pytest.mark.parametrize(
    "text",
    [
        "|\n        一、甲。\n        二、乙。\n",
        ">\n        一、甲。\n\n        二、乙。\n",
        "> # 註\n        一、甲。\n        乙。\n",
    ],
)
def test_the_lines_of_a_text_stay(text: str) -> None:
    plan = PLAN.replace("    rows:", f"    text: {text}    rows:")
    assert after(plan) == plan


def test_comments_and_blanks_stay_where_they_are() -> None:
    text = f"# 註一\n\n{PLAN}".replace("業務組\n", "業務組,電務組     # 註二\n  # 註三\n\n").replace(
        "title: ", "title:   "
    )
    assert after(text) == text.replace("業務組,電務組", "業務組、電務組")


CONFLICT = PLAN.replace(
    "        who: 業務組\n", "<<<<<<< HEAD\n        who：業務組\n=======\n        who: 電務組\n>>>>>>> other\n"
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (CONFLICT, "E355"),
        (PLAN.replace("      - do: 2.", "      2."), "E364"),
        (PLAN.replace("- do: 2.", "- du: 2."), "E201"),
        (PLAN.replace("業務組", "業物組"), "E104"),
        (PLAN.replace("{groups: [面向], ", "{groups: [面向 #], "), "E357"),
        (PLAN.replace("title: 示範處", 'title: "示範處 #'), "E316"),
    ],
)
def test_what_needs_a_person_stays_and_is_told(text: str, code: str) -> None:
    assert after(text) == text
    assert code in left(text)


def test_beside_what_needs_a_person_the_rest_is_mended() -> None:
    text = PLAN.replace("- do: 2.", "- du: 2.")
    assert after(text.replace("title: ", "title：")) == text


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", "標題".encode("cp950") * 9, b"", b"a: \xff"])
def test_what_is_no_text_stays_and_is_told(content: bytes) -> None:
    found = formatted("plan.yml", content, PlanFile)
    assert found.after == content
    assert found.problems


def test_nothing_is_written_when_a_word_would_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formatting, "in_form", lambda document, *_: document.source.text.replace("到府", "到點"))
    found = formatted("plan.yml", PLAN.encode(), PlanFile, DEPARTMENTS)
    assert not found.is_changed
    assert [(problem.code, problem.place.line) for problem in found.problems] == [("E370", 10)]


def test_other_files_are_put_in_order_too() -> None:
    office = OFFICE.replace("name: 示範處", "name：示範\n  處").replace("  - name: 電務組", "  －name: 電務組")
    assert formatted("office.yml", office.encode(), OfficeFile).after.decode() == OFFICE
    organisations = ORGANISATIONS.replace("  name: ", "\tname:").encode()
    assert formatted("organisations.yml", organisations, OrganisationsFile).after.decode() == ORGANISATIONS
    topics = (ROOT / "content/topics.yml").read_text("utf-8")
    damaged = topics.replace("  - id: paying", "  • id：paying").replace("\n", "\r\n").encode()
    assert formatted("topics.yml", damaged, TopicsFile).after.decode() == topics


SLIPS: dict[str, Callable[[str], str]] = {
    "colon": lambda line: re.sub(r"^( *(?:- )?[a-z0-9_]+): ", r"\1：", line),
    "no blank behind the colon": lambda line: re.sub(r"^( *(?:- )?[a-z0-9_]+): ", r"\1:", line),
    "mark": lambda line: re.sub("^( *)- ([a-z0-9]+:)", r"\1－ \2", line),
    "bullet": lambda line: re.sub("^( *)- ([a-z0-9]+:)", r"\1•\2", line),
    "no blank behind the mark": lambda line: re.sub("^( *)- ([a-z0-9]+:)", r"\1-\2", line),
    "wide blanks": lambda line: re.sub("^(?:  )+", lambda match: "　" * (len(match[0]) // 2), line),
    "hard blanks": lambda line: re.sub("^ +", lambda match: "\u00a0" * len(match[0]), line),
    "tabs": lambda line: re.sub("^(?:  )+", lambda match: "\t" * (len(match[0]) // 2), line),
    "end": lambda line: f"{line}\r",
}


@pytest.mark.parametrize("file", REAL, ids=lambda file: file.parts[-3])
@pytest.mark.parametrize("seed", range(3))
def test_a_damaged_plan_comes_back_to_the_byte(file: Path, seed: int) -> None:
    lines = file.read_text("utf-8").split("\n")
    chosen = random.Random(seed)
    for number in chosen.sample(range(1, len(lines)), k=len(lines) // 8):
        lines[number] = SLIPS[chosen.choice([*SLIPS])](lines[number])
    found = formatted("plan.yml", b"\xef\xbb\xbf" + "\n".join(lines).encode(), PlanFile, departments_of(file))
    assert found.after == file.read_bytes()
    assert found.problems == ()


PIECES = [
    "：", ":", ": ", "- ", "－", "•", "　", "\u00a0", "\t", "\r", "\n", "“", "”", '"', "'", "#", " #", "＃", ",", "，", "、", "who", "do",
    "  ", "\\", "[", "]", "{", "}", "｛", "|", ">", "114/1/14", "\n\n", "//", "@", "rows:", "<<<<<<< a",
]  # fmt: skip
SMALL = PLAN.replace("sections:", "adopted: 114/1/14\nsections:").replace("2. 到府服務。", "2. 到府\n          服務。")


@given(st.lists(st.tuples(st.integers(0, len(SMALL)), st.integers(0, 3), st.sampled_from(PIECES)), max_size=5))
def test_a_second_time_changes_nothing(edits: list[tuple[int, int, str]]) -> None:
    text = SMALL
    for position, length, piece in edits:
        text = text[:position] + piece + text[position + length :]
    once = after(text)
    assert after(once) == once
    assert _letters(once) == _letters(text)


def _letters(text: str) -> list[str]:
    """Every Chinese character of a file, in its order: a key in Chinese is none of the words of these plans."""
    return re.findall("[\u3400-\u9fff]", text)


IN_BRACKETS = """\
title: 示範處114年度服務計畫
columns: {groups: [面向], measure: 具體作法, who: 承辦部門, target: 目標值, more: [預算, 執行方法]}
sections:
  - heading: 壹、具體作法
    rows:
      - do: 1. 推廣電子帳單。
        who: 業務組
        target: {figure: "95", unit: "%"}
        more: {預算: 5萬, 執行方法: 由櫃台逐一說明，並協助申請。}
      - table: 表1 各據點受理件數
        head: [據點, 件數, 備註]
        body:
          - [東區, "120", 含假日，不含國定]
          - [西區, "80", ""]
      - do: 2. 到府服務。
        who: 電務組
"""
WIDE = {
    "brackets": ("head: [據點, 件數, 備註]", "head: ［據點, 件數, 備註］"),
    "one bracket": ("head: [據點, 件數, 備註]", "head: [據點, 件數, 備註］"),
    "commas": ("more: [預算, 執行方法]}", "more: [預算，執行方法]}"),
    "braces": ('{figure: "95", unit: "%"}', '｛figure: "95", unit: "%"｝'),
    "one brace": ('{figure: "95", unit: "%"}', '{figure: "95", unit: "%"｝'),
    "quotes": ('{figure: "95", unit: "%"}', "{figure: “95”, unit: ＂%＂}"),
    "all of a mapping": ('{figure: "95", unit: "%"}', "｛figure：“95”，unit：“%”｝"),
    "cells": ('[東區, "120", 含假日，不含國定]', "［東區，“120”，含假日，不含國定］"),
    "mark and cells": ('- [西區, "80", ""]', '－ ［西區，"80"，""］'),
    "further columns": ("more: {預算: 5萬, 執", "more: ｛預算: 5萬, 執"),
    "nested": (IN_BRACKETS.splitlines()[1], "columns：｛groups：［面向］，measure：具體作法，who：承辦部門，"
               "target：目標值，more：［預算，執行方法］｝"),
    "a row": ("- do: 2. 到府服務。\n        who: 電務組", "- ｛do: 2. 到府服務。，who: 電務組｝"),
}  # fmt: skip


@pytest.mark.parametrize("damage", WIDE)
def test_signs_of_full_width_around_structure_are_mended(damage: str) -> None:
    text = IN_BRACKETS.replace(*WIDE[damage])
    assert text != IN_BRACKETS
    made = formatted("plan.yml", text.encode(), PlanFile, ("業務組", "電務組"))
    assert made.problems == ()
    assert yaml.safe_load(made.after) == yaml.safe_load(IN_BRACKETS)
    assert not formatted("plan.yml", made.after, PlanFile, ("業務組", "電務組")).is_changed


@pytest.mark.parametrize(
    "text", ["[註] 另行約定。", "[甲, 乙] 及丙。", "{1} 另行約定。", "|推廣電子帳單。", ">= 95 戶", "> 95 戶"]
)
def test_a_text_that_begins_like_a_list_or_a_block_gets_its_quotes(text: str) -> None:
    written = rows(f"- do: {text}\n  who: 業務組")
    made = formatted("plan.yml", written.encode(), PlanFile, DEPARTMENTS)
    assert yaml.safe_load(made.after)["sections"][0]["rows"][0] == {"do": text, "who": "業務組"}
    assert not formatted("plan.yml", made.after, PlanFile, DEPARTMENTS).is_changed


@pytest.mark.parametrize("text", ["[註] 到府服務 # 再確認", "|  # 逐行\n    甲\n    乙", ">-\n    甲", "|2\n    甲"])
def test_a_list_or_a_block_that_may_be_meant_stays(text: str) -> None:
    written = rows(f"- do: {text}\n  who: 業務組")
    assert "E318" not in left(written)
    assert '"' not in after(written)


@pytest.mark.parametrize("text", ["［註］到府服務。", "「甲，乙」", "［甲，乙］", "｛甲：乙｝", "依［附表，一］辦理"])
def test_the_same_signs_in_a_text_stay(text: str) -> None:
    plan = IN_BRACKETS.replace("2. 到府服務。", text)
    made = formatted("plan.yml", plan.encode(), PlanFile, ("業務組", "電務組"))
    assert yaml.safe_load(made.after)["sections"][0]["rows"][2]["do"] == text


def test_a_file_damaged_in_five_ways_is_mended_without_a_changed_word() -> None:
    text = IN_BRACKETS
    for damage in ("nested", "all of a mapping", "mark and cells", "brackets"):
        text = text.replace(*WIDE[damage])
    text = text.replace("      - do: 1.", "\u3000\u3000\u3000－ do：1.").replace("\n", "\r\n")
    made = formatted("plan.yml", b"\xef\xbb\xbf" + text.encode(), PlanFile, ("業務組", "電務組"))
    assert made.problems == ()
    assert yaml.safe_load(made.after) == yaml.safe_load(IN_BRACKETS)
