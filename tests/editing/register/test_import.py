"""What somebody types into the register of an assessment, and the lines of its file that become of it."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from planpress.editing.register.files import Asked, make_register, new_assessment
from planpress.editing.register.pages import RegisterSource
from planpress.editing.register.plan_rows import RowsOf
from planpress.editing.sheet.imported import Imported
from planpress.editing.sheet.writing import SheetFormat
from planpress.model.assessment import AssessmentKind
from planpress.settings import Settings
from planpress.source.repository import read_all
from tests.editing.sheet.workbooks import brought_back, changed_lines, codes, edited
from tests.projects import project, write

FILE = "offices/sample/114/assessments/1.yml"
TEXT = """\
kind: 自行考核
half: 1      # 1 月至 6 月
visibility: internal
rows:
  # 1. 推廣電子帳單。
  - of: m-1-1
    who: 業務組    # 與計畫相同
  # 2. 到府服務。
  - {of: m-1-2, status: 辦理中}
  - criterion: 電話禮貌
    maximum: 100
    score: 95.0
    parts:
      - {criterion: 接聽, maximum: 60, score: 56}
      - {criterion: 禮貌, maximum: 40, score: 39}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project", {FILE: TEXT})


def made(root: Path, form: SheetFormat = SheetFormat.XLSX) -> bytes:
    (content,), problems = make_register(Settings.load(root), RegisterSource("sample", 114, "1"), [form])
    assert problems == []
    return content


def column(sheet: Worksheet, label: str) -> int:
    return next(at for at in range(1, sheet.max_column + 1) if str(sheet.cell(1, at).value).startswith(label))


def put(book: Workbook, row: int, **values: object) -> None:
    """Type into a row of the register, by the heads of its columns."""
    sheet = book["執行成果"]
    for label, value in values.items():
        sheet.cell(row, column(sheet, label)).value = value


def tell(book: Workbook, label: str, value: object) -> None:
    """Type into the sheet of the whole."""
    sheet = book["考核"]
    row = next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == label)
    sheet.cell(row, 2).value = value


def back(root: Path, change: Callable[[Workbook], None]) -> Imported:
    return brought_back(root, edited(made(root), change))


def done(root: Path, change: Callable[[Workbook], None]) -> list[str]:
    found = back(root, change)
    assert [problem for problem in found.problems if problem.code.startswith("E")] == []
    assert (root / FILE).read_text("utf-8") == found.after
    assert [problem for problem in read_all(root)[1] if problem.place.file == FILE] == []
    return changed_lines(found)


@pytest.mark.parametrize("form", SheetFormat)
def test_a_register_that_nobody_filled_in_changes_nothing(root: Path, form: SheetFormat) -> None:
    found = brought_back(root, made(root, form), f"back.{form}")
    assert (found.problems, found.diff()) == ((), [])


def test_what_is_typed_becomes_keys_of_its_row_and_comments_stay(root: Path) -> None:
    def change(book: Workbook) -> None:
        put(book, 2, 辦理情形="依計畫辦理", 數值="１２ 場", 執行成果="辦理說明會\n12 場。", 評分="９５ 分", 配分=100)
        put(book, 3, 辦理情形="已完成")
        tell(book, "統計截止日", "114.6.30")
        tell(book, "考核單位", "業務組")

    assert done(root, change) == [
        "+cut_off: 114-06-30",
        "+assessor: 業務組",
        "+    status: 依計畫辦理",
        '+    figure: "12"',
        "+    unit: 場",
        "+    achieved: 辦理說明會12 場。",
        "+    maximum: 100",
        "+    score: 95",
        "-  - {of: m-1-2, status: 辦理中}",
        "+  - {of: m-1-2, status: 完成}",
    ]


@pytest.mark.parametrize(
    "day", ["114-06-30", "114/6/30", "１１４年６月３０日", datetime.date(2025, 6, 30), "2025/6/30", "1140630"]
)
def test_a_date_may_be_written_as_people_do(root: Path, day: object) -> None:
    assert done(root, lambda book: tell(book, "統計截止日", day)) == ["+cut_off: 114-06-30"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [(92, "92"), (92.5, "92.5"), ("９２．５", "92.5"), ("92.50分", "92.50"), ("1,000", "1000"), ("92 ％", "92")],
)
def test_a_score_may_have_what_people_write_beside_it(root: Path, typed: object, said: str) -> None:
    assert done(root, lambda book: put(book, 2, 評分=typed)) == [f"+    score: {said}"]


@pytest.mark.parametrize("typed", ["95,5", "9,55", "1,00,0"])
def test_a_comma_that_is_not_of_thousands_is_no_score_ten_times_as_high(root: Path, typed: str) -> None:
    assert [code for code, _ in codes(back(root, lambda book: put(book, 2, 評分=typed)))] == ["E220"]


def test_a_weight_in_a_cell_of_per_cent_is_that_of_a_hundred(root: Path) -> None:
    def change(book: Workbook) -> None:
        for row, share in ((2, 0.2), (3, 0.3), (4, 0.5)):
            put(book, row, 權重=share)
            book["執行成果"].cell(row, column(book["執行成果"], "權重")).number_format = "0%"

    assert [line for line in done(root, change) if line.startswith("+")] == [
        "+    weight: 20",
        "+  - {of: m-1-2, status: 辦理中, weight: 30}",
        "+    weight: 50",
    ]


def test_the_same_number_written_otherwise_is_no_change(root: Path) -> None:
    assert done(root, lambda book: put(book, 4, 評分=95)) == []


def test_an_emptied_cell_takes_its_key_away(root: Path) -> None:
    assert done(root, lambda book: put(book, 2, 承辦部門=None)) == ["-    who: 業務組    # 與計畫相同"]


def test_columns_and_rows_may_move_and_rows_may_be_left_out(root: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["執行成果"]
        at = column(sheet, "辦理情形")
        for row in range(1, sheet.max_row + 1):
            sheet.cell(row, at).value, sheet.cell(row, 1).value = sheet.cell(row, 1).value, sheet.cell(row, at).value
        sheet.delete_rows(2)
        sheet.cell(2, 1).value = "完成"
        sheet.title = "交回"

    found = back(root, change)
    assert [(each.code, each.values["name"]) for each in found.problems] == [("W398", "m-1-1")]
    assert changed_lines(found) == ["-  - {of: m-1-2, status: 辦理中}", "+  - {of: m-1-2, status: 完成}"]


def sorted_without_the_hidden_column(book: Workbook) -> None:
    """As when the columns that are seen are marked and sorted, or pasted as values from a copy in another order."""
    sheet = book["執行成果"]
    last = column(sheet, "原列")
    rows = [[sheet.cell(row, at).value for at in range(1, last)] for row in range(2, 7)]
    for row, values in enumerate(reversed(rows), 2):
        for at, value in enumerate(values, 1):
            sheet.cell(row, at).value = value


def test_what_was_filled_in_stays_with_the_words_beside_it_when_the_hidden_column_does_not_move(root: Path) -> None:
    def change(book: Workbook) -> None:
        put(book, 3, 辦理情形="完成")
        put(book, 5, 扣分原因="接聽稍慢")
        sorted_without_the_hidden_column(book)

    assert done(root, change) == [
        "-  - {of: m-1-2, status: 辦理中}",
        "+  - {of: m-1-2, status: 完成}",
        "-      - {criterion: 接聽, maximum: 60, score: 56}",
        "+      - {criterion: 接聽, maximum: 60, score: 56, lost: 接聽稍慢}",
    ]


def test_words_of_two_rows_with_the_address_of_a_third_are_nobodys(root: Path) -> None:
    write(
        root,
        FILE,
        TEXT.replace("criterion: 禮貌", "criterion: 接聽").replace("  - criterion: 電話", "  - criterion: 現場"),
    )

    def change(book: Workbook) -> None:
        book["執行成果"].cell(2, 2).value = "接聽"

    assert ("E769", "back.xlsx（工作表「執行成果」Q2）") in codes(back(root, change))
    assert (root / FILE).read_text("utf-8").count("接聽") == 2


def test_columns_that_somebody_removed_leave_what_the_file_says(root: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["執行成果"]
        for label in ("評分", "原列", "承辦部門"):
            sheet.delete_cols(column(sheet, label))
        put(book, 2, 備註="如期")

    assert done(root, change) == ["+    note: 如期"]


def test_a_row_of_its_own_is_added_with_what_is_assessed(root: Path) -> None:
    assert done(root, lambda book: put(book, 7, 評核項目="創新措施", 評分=90, 佐證檔案=None)) == [
        "+  - criterion: 創新措施",
        "+    score: 90",
    ]
    assert codes(back(root, lambda book: put(book, 9, 評分=90))) == [("E769", "back.xlsx（工作表「執行成果」Q9）")]


def test_what_is_wrong_is_told_at_its_cell_and_its_line(root: Path) -> None:
    def change(book: Workbook) -> None:
        put(book, 4, 評分="101", 複評分數="很好")
        put(book, 3, 辦理情形="大概好了", 承辦部門="業物組")

    found = back(root, change)
    assert sorted(codes(found))[0][1].startswith("back.xlsx（工作表「執行成果」")
    assert {place for _, place in codes(found)} == {
        f"back.xlsx（工作表「執行成果」E3） → {FILE}:9",
        f"back.xlsx（工作表「執行成果」K4） → {FILE}:10",
    }
    assert (root / FILE).read_text("utf-8") == TEXT


def test_checks_of_the_whole_are_told_at_the_cell(root: Path) -> None:
    assert codes(back(root, lambda book: put(book, 4, 評分="101"))) == [
        ("E001", f"back.xlsx（工作表「執行成果」J4） → {FILE}:10"),
        ("E002", f"back.xlsx（工作表「執行成果」J4） → {FILE}:10"),
    ]
    assert codes(back(root, lambda book: tell(book, "考核單位", "王小明"))) == [
        ("E016", f"back.xlsx（工作表「考核」B9） → {FILE}")
    ]


def test_an_unknown_department_is_told_with_where_the_known_ones_stand(root: Path) -> None:
    (problem,) = back(root, lambda book: put(book, 2, 承辦部門="業務祖")).problems
    assert (problem.code, problem.values["list"]) == ("E104", "offices/sample/office.yml")


def test_a_formula_or_a_date_where_none_belongs_is_refused(root: Path) -> None:
    assert codes(back(root, lambda book: put(book, 4, 評分="=56+39"))) == [
        ("E762", "back.xlsx（工作表「執行成果」J4）")
    ]
    assert codes(back(root, lambda book: put(book, 2, 數值=datetime.date(2025, 1, 3)))) == [
        ("E764", "back.xlsx（工作表「執行成果」F2）")
    ]


def test_what_others_changed_meanwhile_is_kept_and_the_same_cell_is_asked_for(root: Path) -> None:
    content = edited(made(root), lambda book: put(book, 4, 評分="94", 備註="見附件"))
    write(
        root,
        FILE,
        TEXT.replace("status: 辦理中", "status: 完成").replace(
            "  - criterion: 電話禮貌", "  - {of: g-1}\n  - criterion: 電話禮貌\n    note: 已複核"
        ),
    )
    assert codes(brought_back(root, content)) == [("E767", "back.xlsx（工作表「執行成果」P4）")]
    content = edited(made(root), lambda book: put(book, 5, 扣分原因="接聽稍慢"))
    write(root, FILE, (root / FILE).read_text("utf-8").replace("辦理中", "完成"))
    assert changed_lines(brought_back(root, content)) == ["+    lost: 接聽稍慢"]


def test_without_its_hidden_sheet_a_register_is_nobodys(root: Path) -> None:
    assert codes(back(root, lambda book: book.remove(book["planpress"]))) == [("E770", "back.xlsx")]


@pytest.mark.parametrize(("rows_of", "ids"), [(RowsOf.GROUPS, ["g-1"]), (RowsOf.MEASURES, ["m-1-1", "m-1-2"])])
def test_a_new_assessment_has_the_rows_of_the_plan_and_is_internal(
    tmp_path: Path, rows_of: RowsOf, ids: list[str]
) -> None:
    root = project(tmp_path)
    file, text, problems = new_assessment(root, Asked("sample", 114, "1", AssessmentKind.OWN, 1, rows_of))
    assert (file, problems) == (FILE, [])
    assert [line.split()[-1] for line in text.splitlines() if "of:" in line] == ids
    assert "visibility: internal\n" in text and "half: 1\n" in text
    assert read_all(project(tmp_path, {FILE: text}))[1] == []
    assert [
        each.code for each in new_assessment(root, Asked("sample", 114, "1", AssessmentKind.OWN, 1, rows_of))[2]
    ] == ["E380"]


def test_a_file_with_other_line_ends_keeps_them(root: Path) -> None:
    (root / FILE).write_bytes(b"\xef\xbb\xbf" + TEXT.rstrip("\n").replace("\n", "\r\n").encode())
    found = back(root, lambda book: put(book, 2, 備註="如期"))
    assert changed_lines(found) == ["+    note: 如期\r"]
    assert (root / FILE).read_bytes() == b"\xef\xbb\xbf" + found.after.encode() and not found.after.endswith("\n")
