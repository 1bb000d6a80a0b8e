"""What somebody does in the spreadsheet, and the lines of plan.yml that become of it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from planpress.editing.row_addresses import record
from planpress.editing.sheet.files import import_sheet, make_sheet
from planpress.editing.sheet.writing import SheetFormat
from planpress.settings import Settings
from planpress.source.repository import read_all
from tests.editing.sheet.workbooks import FILE, PLAN, brought_back, changed_lines, codes, edited, made, row_of
from tests.projects import ROOT, project, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project", {FILE: PLAN})


def done(root: Path, change: Callable[[Workbook], None]) -> list[str]:
    """The lines that change when the workbook comes back."""
    found = brought_back(root, edited(made(root), change))
    assert [problem for problem in found.problems if problem.code.startswith("E")] == []
    assert (root / FILE).read_text("utf-8") == found.after
    assert [problem.code for problem in read_all(root)[1] if problem.code.startswith("E")] == []
    return changed_lines(found)


@pytest.mark.parametrize("form", SheetFormat)
@pytest.mark.parametrize(
    ("office", "year"), [("kinmen", 114), ("pingtung", 107), ("taipei-city", 112), ("water-1", 105), ("xinying", 111)]
)
def test_the_real_plans_come_back_without_a_changed_line(
    tmp_path: Path, form: SheetFormat, office: str, year: int
) -> None:
    root = project(tmp_path / "project")
    shutil.copytree(ROOT / "offices", root / "offices", dirs_exist_ok=True)
    shutil.copy(ROOT / "offices/organisations.yml", root / "offices/organisations.yml")
    shutil.rmtree(root / "offices/sample")
    content, problems = make_sheet(Settings.load(root), office, year, form)
    assert problems == []
    path = tmp_path / f"back.{form}"
    path.write_bytes(content)
    before = (root / f"offices/{office}/{year}/plan.yml").read_bytes()
    found = import_sheet(root, path, None, None)
    assert (found.problems, found.diff()) == ((), [])
    assert (root / found.file).read_bytes() == before


def test_a_word_in_a_cell_changes_its_line_alone(root: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["作法"]
        sheet.cell(row_of(sheet, "推廣電子帳單"), 3).value = "推廣電子帳單及行動支付。"

    assert done(root, change) == ["-      - do: 1. 推廣電子帳單。", "+      - do: 1. 推廣電子帳單及行動支付。"]


def test_a_department_changes_and_the_comment_beside_it_stays(root: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["作法"]
        sheet.cell(row_of(sheet, "推廣電子帳單"), 4).value = "業務組\n電務組 "

    assert done(root, change) == ["-        who: 業務組    # 114 年起", "+        who: 業務組、電務組    # 114 年起"]


def test_a_cell_that_is_emptied_takes_its_key_away_and_one_that_is_filled_brings_it(root: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["作法"]
        row = row_of(sheet, "推廣電子帳單")
        sheet.cell(row, 5).value = None
        sheet.cell(row, 6).value = 80
        sheet.cell(row, 7).value = "戶"
        sheet.cell(row_of(sheet, "到府服務"), 6).value = None
        sheet.cell(row_of(sheet, "到府服務"), 7).value = None
        sheet.cell(row_of(sheet, "電話服務"), 11).value = None
        sheet.cell(row_of(sheet, "行動支付"), 11).value = "是"

    assert done(root, change) == [
        "-        when: 持續辦理",
        '+        target: {figure: "80", unit: 戶}',
        '-        target: {figure: "95", unit: "%"}',
        "-        sic: true",
        "+        sic: true",
    ]


def test_a_row_that_is_inserted_is_a_new_row_there(root: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["作法"]
        row = row_of(sheet, "電話服務")
        sheet.insert_rows(row)
        for column, value in enumerate(("作法", "3.", "視訊服務：7*24。", "業務組", "每月5日前"), start=1):
            sheet.cell(row, column).value = value

    assert done(root, change) == [
        "+      - do: 3. 視訊服務：7*24。",
        "+        who: 業務組",
        "+        when: 每月5日前",
    ]


def test_a_row_that_is_deleted_goes_and_the_comment_above_it_stays(root: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["作法"]
        sheet.delete_rows(row_of(sheet, "推廣電子帳單"))

    assert done(root, change) == [
        "-      - do: 1. 推廣電子帳單。",
        "-        who: 業務組    # 114 年起",
        "-        when: 持續辦理",
    ]
    assert "# 業務組已確認" in (root / FILE).read_text("utf-8")


def move(book: Workbook, text: str, before: str) -> None:
    sheet = book["作法"]
    values = [cell.value for cell in sheet[row_of(sheet, text)]]
    sheet.delete_rows(row_of(sheet, text))
    target = row_of(sheet, before)
    sheet.insert_rows(target)
    for column, value in enumerate(values, start=1):
        sheet.cell(target, column).value = value


def test_a_row_that_is_moved_keeps_its_lines_and_takes_its_comments_along(root: Path) -> None:
    assert done(root, lambda book: move(book, "推廣電子帳單", "行動支付")) == [
        "-      # 業務組已確認",
        "-      - do: 1. 推廣電子帳單。",
        "-        who: 業務組    # 114 年起",
        "-        when: 持續辦理",
        "+      # 業務組已確認",
        "+      - do: 1. 推廣電子帳單。",
        "+        who: 業務組    # 114 年起",
        "+        when: 持續辦理",
    ]


def test_an_address_stays_with_a_row_that_is_moved_and_reworded_at_once(root: Path) -> None:
    record(root, "sample", 114)
    assert "m-1-1-1 measure live - g-1-1 推廣電子帳單。" in (root / "offices/sample/114/addresses.txt").read_text(
        "utf-8"
    )

    def change(book: Workbook) -> None:
        move(book, "推廣電子帳單", "行動支付")
        sheet = book["作法"]
        sheet.cell(row_of(sheet, "推廣電子帳單"), 3).value = "請用戶改收簡訊通知。"

    done(root, change)
    lines = (root / "offices/sample/114/addresses.txt").read_text("utf-8").splitlines()
    assert "m-1-1-1 measure live - g-2 請用戶改收簡訊通知。" in lines


def test_a_row_that_is_copied_is_new_once(root: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["作法"]
        row = row_of(sheet, "到府服務")
        values = [cell.value for cell in sheet[row]]
        sheet.insert_rows(row)
        for column, value in enumerate(values, start=1):
            sheet.cell(row, column).value = value
        sheet.cell(row, 3).value = "到點服務。"

    assert done(root, change) == [
        "+      - do: 2. 到點服務。",
        "+        who: 電務組",
        '+        target: {figure: "95", unit: "%"}',
    ]


def test_the_kind_of_a_row_changes_its_key_alone(root: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["作法"]
        sheet.cell(row_of(sheet, "預約到府"), 1).value = "具體作法"

    assert done(root, change) == ["-      - item: 甲. 預約到府。", "+      - do: 甲. 預約到府。"]


def test_a_section_is_edited_line_by_line(root: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["章節"]
        sheet["B2"].value = "一、依據甲函。\n二、依據丙函。\n三、依據丁函。"
        sheet["A2"].value = "壹、依據"

    assert done(root, change) == [
        "-  - heading: 壹、計畫依據",
        "+  - heading: 壹、依據",
        "-      二、依據乙函。",
        "+      二、依據丙函。",
        "+      三、依據丁函。",
    ]


def test_sections_come_go_and_move_with_their_rows(root: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["章節"]
        sheet.delete_rows(2)
        sheet.insert_rows(3)
        sheet["A3"].value = "參、附則"
        sheet["B3"].value = "自即日起實施。"
        rows = book["作法"]
        at = row_of(rows, "創新服務")
        rows.insert_rows(at)
        rows.cell(at, 1).value = "章節"
        rows.cell(at, 3).value = "參、附則"

    assert done(root, change) == [
        "-  - heading: 壹、計畫依據",
        "-    text: |",
        "-      一、依據甲函。",
        "-      二、依據乙函。",
        "+  - heading: 參、附則",
        "+    text: 自即日起實施。",
        "+    rows:",
    ]


def test_values_of_the_plan_itself_change(root: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["計畫"]
        values = {sheet.cell(row, 1).value: sheet.cell(row, 2) for row in range(2, sheet.max_row + 1)}
        values["計畫名稱"].value = "示範處114年度服務計畫（修正）"
        values["訂定日期"].value = "114年1月15日"
        values["標題欄的名稱"].value = "面向、執行策略"
        values["預設期間"].value = None

    assert done(root, change) == [
        "-title: 示範處114年度服務計畫   # 照核定本",
        "-adopted: 114-01-14",
        "-columns: {groups: [面向, 策略], measure: 具體作法, who: 承辦部門, when: 執行期間}",
        "-when: 隨時辦理",
        "+title: 示範處114年度服務計畫（修正）   # 照核定本",
        "+adopted: 114-01-15",
        "+columns: {groups: [面向, 執行策略], measure: 具體作法, who: 承辦部門, when: 執行期間}",
    ]


def test_what_others_changed_meanwhile_stays(root: Path) -> None:
    content = made(root)
    now = PLAN.replace("2. 到府服務。", "2. 到府、到點服務。").replace(
        "      - h1: 二、", "      - do: 4. 簡訊。\n        who: 業務組\n      - h1: 二、"
    )
    write(root, FILE, now)

    def change(book: Workbook) -> None:
        sheet = book["作法"]
        sheet.cell(row_of(sheet, "電話服務"), 3).value = "電話及傳真服務。"
        sheet.delete_rows(row_of(sheet, "行動支付"))

    found = brought_back(root, edited(content, change))
    assert codes(found) == []
    assert (root / FILE).read_text("utf-8") == now.replace("3. 電話服務。", "3. 電話及傳真服務。").replace(
        "      - do: 1. 行動支付。\n        who: 業務組\n", ""
    )


def test_what_both_changed_is_refused_with_its_cell(root: Path) -> None:
    content = made(root)
    now = PLAN.replace("2. 到府服務。", "2. 到府、到點服務。")
    write(root, FILE, now)

    def change(book: Workbook) -> None:
        sheet = book["作法"]
        sheet.cell(row_of(sheet, "到府服務"), 3).value = "到府收件。"

    found = brought_back(root, edited(content, change))
    assert codes(found) == [("E767", "back.xlsx（工作表「作法」C7）")]
    assert found.problems[0].values == {"text": "2. 到府、到點服務。", "new": "2. 到府收件。"}
    assert (root / FILE).read_text("utf-8") == now

    def remove(book: Workbook) -> None:
        sheet = book["作法"]
        sheet.delete_rows(row_of(sheet, "到府服務"))

    assert [code for code, _ in codes(brought_back(root, edited(content, remove)))] == ["E767"]


def test_two_orders_are_refused(root: Path) -> None:
    content = edited(made(root), lambda book: move(book, "電話服務", "推廣電子帳單"))
    moved = PLAN.replace("      - item: 甲. 預約到府。\n", "").replace(
        "      - do: 1. 行動支付。\n        who: 業務組\n",
        "      - do: 1. 行動支付。\n        who: 業務組\n      - item: 甲. 預約到府。\n",
    )
    write(root, FILE, moved)
    assert [code for code, _ in codes(brought_back(root, content))] == ["E395"]
    assert (root / FILE).read_text("utf-8") == moved


def test_a_plan_is_written_from_nothing(root: Path) -> None:
    shutil.rmtree(root / "offices/sample/114")

    def change(book: Workbook) -> None:
        plan = book["計畫"]
        for row in range(2, plan.max_row + 1):
            plan.cell(row, 2).value = {
                "計畫名稱": "示範處115年度服務計畫",
                "訂定日期": "115/1/5",
                "標題欄的名稱": "面向",
                "作法欄的名稱": "具體作法",
                "部門欄的名稱": "承辦部門",
                "期間欄的名稱": "執行期間",
            }.get(str(plan.cell(row, 1).value))
        rows = book["作法"]
        assert [rows.cell(row, 1).value for row in range(2, 8)] == ["章節", "大項", "中項", "作法", "細項", "作法"]
        for row, values in {
            2: ("", "壹、具體作法"),
            3: ("一、", "基礎服務"),
            5: ("1.", "推廣電子帳單。", "業務組", "全年"),
        }.items():
            for column, value in enumerate(values, start=2):
                rows.cell(row, column).value = value

    found = brought_back(root, edited(made(root, roc_year=115), change))
    assert codes(found) == []
    assert (
        (root / "offices/sample/115/plan.yml").read_text("utf-8")
        == """\
# yaml-language-server: $schema=../../../schema/plan.json
title: 示範處115年度服務計畫
adopted: 115-01-05
status: draft
columns: {groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}
sections:
  - heading: 壹、具體作法
    rows:
      - h1: 一、基礎服務
      - do: 1. 推廣電子帳單。
        who: 業務組
        when: 全年
"""
    )


def test_an_empty_workbook_does_not_replace_a_plan_that_was_written_meanwhile(root: Path) -> None:
    content = made(root, roc_year=115)
    write(root, "offices/sample/115/plan.yml", PLAN)
    assert [code for code, _ in codes(brought_back(root, content))] == ["E399"]
    assert (root / "offices/sample/115/plan.yml").read_text("utf-8") == PLAN


def test_an_empty_workbook_says_what_is_missing(root: Path) -> None:
    found = brought_back(root, made(root, roc_year=115))
    assert {code for code, _ in codes(found)} == {"E769"}
    assert not (root / "offices/sample/115").exists()


def test_nothing_is_written_on_trial(root: Path) -> None:
    def change(book: Workbook) -> None:
        book["計畫"]["B2"].value = "別的名稱"

    found = brought_back(root, edited(made(root), change), is_written=False)
    assert found.is_changed
    assert (root / FILE).read_text("utf-8") == PLAN


@pytest.mark.parametrize("ending", ["\r\n", "no last line break", "byte order mark"])
def test_the_line_ends_of_a_file_stay(root: Path, ending: str) -> None:
    text = {
        "\r\n": PLAN.replace("\n", "\r\n"),
        "no last line break": PLAN.rstrip("\n"),
        "byte order mark": f"\ufeff{PLAN}",
    }[ending]
    (root / FILE).write_bytes(text.encode())

    def change(book: Workbook) -> None:
        sheet = book["作法"]
        sheet.cell(row_of(sheet, "電話服務"), 3).value = "傳真服務。"
        sheet.delete_rows(row_of(sheet, "行動支付"))

    found = brought_back(root, edited(made(root), change))
    expected = text.replace("電話服務", "傳真服務")
    expected = expected.replace("      - do: 1. 行動支付。\n        who: 業務組\n", "").replace(
        "      - do: 1. 行動支付。\r\n        who: 業務組\r\n", ""
    )
    assert (root / FILE).read_bytes() == expected.encode(), found.problems


BLOCKS = PLAN.replace("when: 執行期間}", "when: 執行期間, more: [預算, 方法]}").replace(
    "      - item: 甲. 預約到府。\n",
    """\
        more: {預算: 5萬, 方法: "甲\t乙"}
      - table: 附表一、服務據點   # 註
        head: [據點, 電話]
        body:
          - [甲, "1"]
      - note: 註1：電話均為示例。
      - item: 甲. 預約到府。
""",
)


def test_rows_that_a_spreadsheet_cannot_show_stay_whatever_changes_around_them(root: Path) -> None:
    write(root, FILE, BLOCKS)
    assert brought_back(root, made(root)).diff() == []
    assert brought_back(root, made(root, SheetFormat.ODS), "back.ods").diff() == []

    def change(book: Workbook) -> None:
        sheet = book["作法"]
        sheet.cell(row_of(sheet, "到府服務"), 4).value = "業務組"
        sheet.delete_rows(row_of(sheet, "註1"))

    assert done(root, change) == [
        "-        who: 電務組",
        "+        who: 業務組",
        "-      - note: 註1：電話均為示例。",
    ]


def test_a_row_that_a_spreadsheet_cannot_show_is_moved_and_never_copied(root: Path) -> None:
    write(root, FILE, BLOCKS)
    table = BLOCKS[BLOCKS.index("      - table") : BLOCKS.index("      - note")]

    def change(book: Workbook) -> None:
        move(book, "附表一", "預約到府")
        sheet = book["作法"]
        values = [cell.value for cell in sheet[row_of(sheet, "附表一")]]
        sheet.append(values)

    found = brought_back(root, edited(made(root), change))
    assert [code for code, _ in codes(found)] == ["W396"]
    item = "      - item: 甲. 預約到府。\n"
    assert (root / FILE).read_text("utf-8") == BLOCKS.replace(table, "").replace(item, table + item)


def test_a_table_that_others_have_changed_is_not_removed(root: Path) -> None:
    write(root, FILE, BLOCKS)
    content = edited(made(root), lambda book: book["作法"].delete_rows(row_of(book["作法"], "附表一")))
    write(root, FILE, BLOCKS.replace('[甲, "1"]', '[甲, "2"]'))
    assert [code for code, _ in codes(brought_back(root, content))] == ["E767"]
