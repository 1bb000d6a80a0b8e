"""What people and programs make of cells: each of it works, or is told with the sheet and the cell."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from planpress.editing.sheet.book import CellKind
from planpress.editing.sheet.files import import_sheet
from planpress.editing.sheet.reading import read_book
from planpress.editing.sheet.writing import SheetFormat
from tests.editing.sheet.workbooks import FILE, PLAN, brought_back, changed_lines, codes, edited, made, row_of
from tests.projects import project, write

AT = "back.xlsx（工作表「作法」{}）"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project", {FILE: PLAN})


def rows(change: Callable[[Worksheet], None]) -> Callable[[Workbook], None]:
    return lambda book: change(book["作法"])


def put(text: str, column: int, value: object, form: str = "") -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        cell = book["作法"].cell(row_of(book["作法"], text), column)
        cell.value = value
        if form:
            cell.number_format = form

    return change


def hide_filtered(sheet: Worksheet) -> None:
    sheet.auto_filter.ref = "A1:M10"
    sheet.row_dimensions[6].hidden = True


def colour(sheet: Worksheet) -> None:
    for row in range(1, 8):
        sheet.cell(row, 3).fill = PatternFill("solid", fgColor="FFFF00")
        sheet.cell(row, 3).font = Font(name="標楷體", bold=True)


def move_columns(sheet: Worksheet) -> None:
    for row in range(1, sheet.max_row + 1):
        first, last = sheet.cell(row, 1).value, sheet.cell(row, 13).value
        sheet.cell(row, 13).value, sheet.cell(row, 1).value = first, last


def without_addresses(sheet: Worksheet) -> None:
    sheet.delete_cols(13)


def title_above(sheet: Worksheet) -> None:
    sheet.insert_rows(1)
    sheet["A1"].value = "示範處計畫（草案）"


def blank_rows(sheet: Worksheet) -> None:
    sheet.insert_rows(5, 3)
    sheet.insert_rows(2)
    sheet.cell(7, 1).value = "作法"


def blanks(sheet: Worksheet) -> None:
    cell = sheet.cell(row_of(sheet, "到府服務"), 3)
    cell.value = f" {cell.value}\u00a0 \n"
    sheet.cell(row_of(sheet, "到府服務"), 1).value = "　作 法 "


def full_width(sheet: Worksheet) -> None:
    sheet["A1"].value = " 列別："
    sheet.cell(row_of(sheet, "基礎服務"), 1).value = "Ｈ１"


@pytest.mark.parametrize(
    "change",
    [
        rows(hide_filtered),
        rows(colour),
        rows(move_columns),
        rows(without_addresses),
        rows(title_above),
        rows(blank_rows),
        rows(blanks),
        rows(full_width),
        rows(lambda sheet: setattr(sheet, "title", "工作表1")),
        rows(lambda sheet: sheet.merge_cells("C2:D2")),
        put("到府服務", 2, 2),
        put("到府服務", 2, 2.0),
        put("基礎服務", 2, "一、 "),
        put("到府服務", 6, 95.0),
        put("到府服務", 6, "95"),
        put("電話服務", 11, True),
        lambda book: book.create_sheet("我的筆記", 0).append(["隨手記", 1, 2]),
        lambda book: book.move_sheet("作法", 2),
    ],
)
def test_what_changes_no_word_changes_no_line(root: Path, change: Callable[[Workbook], None]) -> None:
    found = brought_back(root, edited(made(root), change))
    assert (codes(found), changed_lines(found)) == ([], [])


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (put("行動支付", 6, 0.95, "0%"), "+        target: {figure: 95%}"),
        (put("到府服務", 8, datetime.date(2025, 12, 31)), '+        target: {figure: "95", unit: "%", by: 114-12-31}'),
        (put("行動支付", 5, "114/5月\n起"), "+        when: 114/5月起"),
        (put("行動支付", 3, "推動“行動”支付。"), "+      - do: 1. 推動“行動”支付。"),
        (put("行動支付", 3, "- 不是清單：1 #註"), '+      - do: "1. - 不是清單：1 #註"'),
        (put("行動支付", 3, "1. 行動支付及轉帳。"), "+      - do: 1. 行動支付及轉帳。"),
        (put("行動支付", 4, "業務組、\n電務組"), "+        who: 業務組、電務組"),
    ],
)
def test_what_a_cell_says_in_another_form_is_understood(
    root: Path, change: Callable[[Workbook], None], line: str
) -> None:
    found = brought_back(root, edited(made(root), change))
    assert line in changed_lines(found), found.problems


@pytest.mark.parametrize(
    ("change", "code", "cell"),
    [
        (put("到府服務", 3, "=A1"), "E762", "C7"),
        (put("到府服務", 4, '="業務組"&"、電務組"'), "E762", "D7"),
        (put("到府服務", 4, "#REF!"), "E762", "D7"),
        (rows(lambda sheet: sheet.merge_cells("D6:D7")), "E763", "D6"),
        (put("到府服務", 2, -3), "E764", "B7"),
        (put("到府服務", 2, "3"), "E764", "B7"),
        (put("電話服務", 3, "甲" * 60_000), "E396", "C9"),
        (put("電話服務", 5, datetime.date(2025, 1, 3)), "E764", "E9"),
        (put("電話服務", 1, "大象"), "E766", "A9"),
        (put("電話服務", 1, None), "E766", "A9"),
        (put("電話服務", 3, None), "E769", "C9"),
        (put("電話服務", 4, "業物組"), "E104", "D9"),
        (put("電話服務", 12, "中文代號"), "E212", "L9"),
        (put("電話服務", 11, "大概"), "E210", "K9"),
        (put("到府服務", 8, "明年"), "E208", "H7"),
    ],
)
def test_what_cannot_be_is_told_with_its_cell(
    root: Path, change: Callable[[Workbook], None], code: str, cell: str
) -> None:
    found = brought_back(root, edited(made(root), change))
    assert [each for each in codes(found) if each[0].startswith("E")][:1] == [(code, AT.format(cell))]
    assert (root / FILE).read_text("utf-8") == PLAN


def test_an_extra_column_is_told_and_passed_over(root: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["N1"].value = "備註"
        sheet["N5"].value = "再確認"

    found = brought_back(root, edited(made(root), rows(change)))
    assert (codes(found), changed_lines(found)) == ([("W395", AT.format("N1"))], [])


def test_an_extra_column_without_a_head_is_told_by_its_letters(root: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["N5"].value = "再確認"

    (problem,) = brought_back(root, edited(made(root), rows(change))).problems
    assert (problem.code, problem.values["name"]) == ("W395", "N")


@pytest.mark.parametrize("columns", [(2,), (4,), (5,), (6,), (7,), (11,), (13, 4), (13, 6)])
def test_a_column_that_is_gone_leaves_what_was_in_it(root: Path, columns: tuple[int, ...]) -> None:
    def change(sheet: Worksheet) -> None:
        for column in columns:
            sheet.delete_cols(column)

    found = brought_back(root, edited(made(root), rows(change)))
    assert (codes(found), changed_lines(found)) == ([("W399", AT.format("A1"))], [])


def test_a_column_in_which_nothing_was_may_go(root: Path) -> None:
    found = brought_back(root, edited(made(root), rows(lambda sheet: sheet.delete_cols(9))))
    assert (codes(found), changed_lines(found)) == ([], [])


def test_a_row_whose_column_of_numbers_is_gone_keeps_its_number_until_it_has_another(root: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.cell(row_of(sheet, "推廣電子帳單"), 3).value = "推廣行動帳單。"
        sheet.cell(row_of(sheet, "電話服務"), 3).value = "4. 電話服務。"
        sheet.delete_cols(2)

    found = brought_back(root, edited(made(root), rows(change)))
    assert changed_lines(found) == [
        "-      - do: 1. 推廣電子帳單。",
        "+      - do: 1. 推廣行動帳單。",
        "-      - do: 3. 電話服務。",
        "+      - do: 4. 電話服務。",
    ]


def test_characters_that_nobody_sees_do_not_come_along_with_pasted_words(root: Path) -> None:
    found = brought_back(root, edited(made(root), put("電話服務", 3, "電話\u200b服務及\ufeff傳真\u00ad。")))
    assert (codes(found), changed_lines(found)) == (
        [],
        ["-      - do: 3. 電話服務。", "+      - do: 3. 電話服務及傳真。"],
    )


def test_rows_that_were_sorted_are_told(root: Path) -> None:
    text = "".join(f"      - do: {number}. 第{'天地玄黃宇宙洪荒日'[number - 1]}項。\n" for number in range(1, 10))
    write(root, FILE, PLAN.replace("      - h1: 一、基礎服務\n", f"      - h1: 一、基礎服務\n{text}"))
    assert codes(brought_back(root, edited(made(root), rows(lambda sheet: None)))) == []

    def backwards(sheet: Worksheet) -> None:
        found = [[cell.value for cell in row] for row in sheet.iter_rows(4, sheet.max_row) if row[2].value]
        for number, values in enumerate(reversed(found), start=4):
            for column, value in enumerate(values, start=1):
                sheet.cell(number, column).value = value

    found = brought_back(root, edited(made(root), rows(backwards)))
    assert [(each.code, each.values["moved"]) for each in found.problems if each.code == "W394"] == [("W394", "16")]


def test_a_part_of_a_plan_that_was_moved_is_not_told(root: Path) -> None:
    def change(sheet: Worksheet) -> None:
        last = [cell.value for cell in sheet[row_of(sheet, "行動支付")]]
        sheet.delete_rows(row_of(sheet, "行動支付"))
        sheet.insert_rows(4)
        for column, value in enumerate(last, start=1):
            sheet.cell(4, column).value = value

    assert "W394" not in [code for code, _ in codes(brought_back(root, edited(made(root), rows(change))))]


def test_a_row_above_every_section_belongs_to_none(root: Path) -> None:
    found = brought_back(root, edited(made(root), rows(lambda sheet: sheet.delete_rows(2))))
    assert codes(found) == [("E398", AT.format("C2"))]


@pytest.mark.parametrize("name", ["作法", "章節", "計畫"])
def test_a_sheet_that_is_gone_is_named(root: Path, name: str) -> None:
    found = brought_back(root, edited(made(root), lambda book: book.remove(book[name])))
    assert [(problem.code, problem.values["name"]) for problem in found.problems] == [("E765", name)]


def test_a_sheet_that_is_there_twice_is_named_unless_one_has_its_name(root: Path) -> None:
    def copy(book: Workbook) -> None:
        book.copy_worksheet(book["作法"]).title = "備份"

    assert codes(brought_back(root, edited(made(root), copy))) == []

    def rename(book: Workbook) -> None:
        copy(book)
        book["作法"].title = "修正後"

    assert [code for code, _ in codes(brought_back(root, edited(made(root), rename)))] == ["E765"]


def test_without_its_record_a_workbook_is_compared_with_the_plan_as_it_is(root: Path) -> None:
    def change(book: Workbook) -> None:
        book.remove(book["planpress"])
        sheet = book["作法"]
        sheet.cell(row_of(sheet, "電話服務"), 3).value = "傳真服務。"

    content = edited(made(root), change)
    assert codes(brought_back(root, content)) == [("E768", "back.xlsx")]
    found = import_sheet(root, root.parent / "back.xlsx", "sample", 114)
    assert [code for code, _ in codes(found)] == ["W397"]
    assert changed_lines(found) == ["-      - do: 3. 電話服務。", "+      - do: 3. 傳真服務。"]


def test_a_replacement_that_reached_the_record_undoes_nothing(root: Path) -> None:
    def change(book: Workbook) -> None:
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    if isinstance(cell.value, str):
                        cell.value = cell.value.replace("電話服務", "傳真服務")

    assert codes(brought_back(root, edited(made(root), change))) == [("E768", "back.xlsx")]
    found = import_sheet(root, root.parent / "back.xlsx", "sample", 114)
    assert [code for code, _ in codes(found)] == ["W397"]
    assert changed_lines(found) == ["-      - do: 3. 電話服務。", "+      - do: 3. 傳真服務。"]


@pytest.mark.parametrize("record", ["[", "[[[[", '[{"title": 1}, []]', "[" * 20_000, '[{}, [["do"]]]'])
def test_a_record_that_was_tampered_with_is_none(root: Path, record: str) -> None:
    def change(book: Workbook) -> None:
        for row in range(5, book["planpress"].max_row + 1):
            book["planpress"].cell(row, 1).value = None
        book["planpress"]["A5"].value = record

    assert codes(brought_back(root, edited(made(root), change))) == [("E768", "back.xlsx")]


def test_texts_that_look_like_formulas_are_written_as_texts(root: Path) -> None:
    write(
        root,
        FILE,
        PLAN.replace("1. 行動支付。", "\"=HYPERLINK('http://x.example')\"")
        .replace("2. 到府服務。", '"@甲"')
        .replace("3. 電話服務。", '"+886"'),
    )
    for form in SheetFormat:
        book, _ = read_book("a", made(root, form))
        assert book is not None
        cells = {cell.text: cell.kind for sheet in book.sheets for cell in sheet.cells.values()}
        assert {cells[text] for text in ("=HYPERLINK('http://x.example')", "@甲", "+886")} == {CellKind.TEXT}
    found = brought_back(root, made(root))
    assert (codes(found), changed_lines(found)) == ([], [])
