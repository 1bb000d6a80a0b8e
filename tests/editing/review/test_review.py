"""The check codes for people as a spreadsheet, and what becomes of what somebody typed into it."""

import datetime
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from planpress.accessibility.review import REVIEW_FILE
from planpress.cli.commands import main
from planpress.editing.review.files import make_review_sheet
from planpress.editing.sheet.imported import Imported
from planpress.editing.sheet.writing import SheetFormat
from planpress.problems.problem import Problem
from planpress.settings import Settings
from tests.editing.sheet.workbooks import brought_back, edited
from tests.projects import project, write

TEXT = """\
# 無障礙人工檢測
reviewed:
  # 首頁看過
  - {code: GN1240100E, result: 合格, date: 114-11-20, unit: 資訊組}
  - code: FA2241100E      # 400%
    result: 不合格
    date: 114-11-21
    unit: 資訊組
    remark: 目錄遮住焦點。
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project", {REVIEW_FILE: TEXT})


def made(root: Path, form: SheetFormat = SheetFormat.XLSX) -> bytes:
    content, problems = make_review_sheet(Settings.load(root), form)
    assert problems == []
    return content


def put(book: Workbook, code: str, **values: object) -> None:
    """Type into the row of a code, by the heads of its columns."""
    sheet = book["檢測碼"]
    heads = {str(cell.value): cell.column for cell in sheet[1]}
    row = next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, 1).value == code)
    for label, value in values.items():
        sheet.cell(row, heads[label]).value = value


def codes(problems: Iterable[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def back(root: Path, change: Callable[[Workbook], None], content: bytes | None = None) -> Imported:
    return brought_back(root, edited(content or made(root), change))


def test_a_sheet_that_nobody_touched_changes_nothing(root: Path) -> None:
    done = back(root, lambda book: None)
    assert codes(done.problems) == [] and not done.is_changed


@pytest.mark.parametrize("form", SheetFormat)
def test_every_code_for_people_is_there_with_how_to_test_it(root: Path, form: SheetFormat, tmp_path: Path) -> None:
    (tmp_path / f"review.{form}").write_bytes(made(root, form))
    assert main(["import", str(tmp_path / f"review.{form}")], root) == 0
    assert (root / REVIEW_FILE).read_text("utf-8") == TEXT


def test_what_was_filled_in_becomes_an_entry_and_every_other_line_stays(root: Path) -> None:
    def fill(book: Workbook) -> None:
        put(book, "GN1240500E", 結果="通過", 檢測日期="114.11.22", 檢測單位="資訊組", 備註="三種方式都找得到")
        put(book, "FA2241100E", 結果="合格", 備註=None, 檢測日期=datetime.date(2025, 11, 23))

    done = back(root, fill)
    assert codes(done.problems) == []
    text = (root / REVIEW_FILE).read_text("utf-8")
    assert text == TEXT.replace(
        "    result: 不合格\n    date: 114-11-21", "    result: 合格\n    date: 114-11-23"
    ).replace("    remark: 目錄遮住焦點。\n", "") + (
        "  - {code: GN1240500E, result: 合格, date: 114-11-22, unit: 資訊組, remark: 三種方式都找得到}\n"
    )


def test_a_result_that_is_taken_away_takes_its_entry_and_nothing_else(root: Path) -> None:
    back(root, lambda book: put(book, "FA2241100E", 結果=None))
    assert (root / REVIEW_FILE).read_text("utf-8") == TEXT[: TEXT.index("  - code: FA")]


def test_the_last_entry_may_go(root: Path) -> None:
    def clear(book: Workbook) -> None:
        for code in ("FA2241100E", "GN1240100E"):
            put(book, code, 結果="未檢測")

    assert codes(back(root, clear).problems) == []
    assert "reviewed: []" in (root / REVIEW_FILE).read_text("utf-8")


def test_rows_that_do_not_come_back_stay(root: Path) -> None:
    done = back(root, lambda book: book["檢測碼"].delete_rows(2, 40))
    assert codes(done.problems) == [] and not done.is_changed


def test_where_nothing_was_tested_there_is_no_file(tmp_path: Path) -> None:
    root = project(tmp_path)
    done = back(root, lambda book: None)
    assert codes(done.problems) == [] and not done.is_changed and not (root / REVIEW_FILE).exists()


def test_the_first_review_makes_the_file(tmp_path: Path) -> None:
    root = project(tmp_path)
    back(root, lambda book: put(book, "GN1240100E", 結果="不適用", 檢測日期="114-11-20", 檢測單位="資訊組"))
    assert (root / REVIEW_FILE).read_text("utf-8") == (
        "# yaml-language-server: $schema=../schema/accessibility.json\n"
        "reviewed:\n  - {code: GN1240100E, result: 不適用, date: 114-11-20, unit: 資訊組}\n"
    )


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"結果": "還可以", "檢測日期": "114-11-20", "檢測單位": "資訊組"}, "E666"),
        ({"結果": "合格", "檢測單位": "資訊組"}, "E769"),
        ({"結果": "合格", "檢測日期": "114-11-20"}, "E769"),
        ({"結果": "合格", "檢測日期": "114-11-20", "檢測單位": "王小明"}, "E664"),
        ({"結果": "合格", "檢測日期": "199-11-20", "檢測單位": "資訊組"}, "E665"),
        ({"結果": "=A1", "檢測日期": "114-11-20", "檢測單位": "資訊組"}, "E762"),
        ({"檢測碼（勿改）": "GN9999999E", "結果": "合格", "檢測日期": "114-11-20", "檢測單位": "資訊組"}, "E661"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(root: Path, values: dict[str, object], code: str) -> None:
    done = back(root, lambda book: put(book, "GN2320300E", **values))
    assert code in codes(done.problems)
    assert (root / REVIEW_FILE).read_text("utf-8") == TEXT


def test_what_two_have_changed_is_asked_for(root: Path) -> None:
    content = made(root)
    write(root, REVIEW_FILE, TEXT.replace("result: 不合格", "result: 不適用"))
    done = back(root, lambda book: put(book, "FA2241100E", 結果="合格"), content)
    assert codes(done.problems) == ["E767"]


def test_nothing_that_is_typed_becomes_a_formula_or_leaves_the_file(root: Path) -> None:
    remark = "=cmd|' /C calc'!A0 <b> {x}: [y], #z"
    back(root, lambda book: put(book, "GN1240100E", 備註="'" + remark))
    assert codes(back(root, lambda book: None).problems) == []


def test_the_command_makes_the_sheet_without_an_office(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sheet", "--accessibility", "--output", str(tmp_path / "a.xlsx")], root) == 0
    assert (tmp_path / "a.xlsx").is_file()
    assert main(["sheet", "--accessibility", "sample", "114"], root) == 2
    assert main(["sheet", "sample"], root) == 2
    assert "YEAR" in capsys.readouterr().err
