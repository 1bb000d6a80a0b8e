"""The sheet of the check codes for people: what each asks, how it is tested, and what was found."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from planpress.accessibility.codes import CheckCode, check_codes, criterion_order
from planpress.editing.register.entries import Entries, Entry, from_json
from planpress.editing.register.returned import Returned, ReturnedRow, cell_value
from planpress.editing.sheet.book import Book, column_name
from planpress.editing.sheet.columns import GUIDE_SHEET, HIDDEN_SHEET, LISTS_SHEET, LONGEST_CELL, Column, Table, folded
from planpress.editing.sheet.grid import Grid
from planpress.editing.sheet.pages import Choice, Page, PageColumn, PageRow, Workbook
from planpress.model.conformance import Conformance, ReviewedCode
from planpress.problems.problem import Problem

MARK: Final = "planpress/review/1"
"""First cell of the hidden sheet."""
CODES: Final = Table(
    "檢測碼",
    (
        Column("code", "檢測碼（勿改）", 3.2, ("檢測碼",)),
        Column("level", "等級（勿改）", 1.6),
        Column("criterion", "成功準則（勿改）", 2.4),
        Column("text", "檢測什麼（勿改）", 8.0),
        Column("how", "怎麼測（勿改）", 10.0),
        Column("how_en", "How to test（勿改）", 10.0),
        Column("result", "結果", 2.2, ("檢測結果",)),
        Column("remark", "備註", 6.0, ("說明",)),
        Column("date", "檢測日期", 2.6, ("日期",)),
        Column("unit", "檢測單位", 3.0, ("單位",)),
    ),
    ("code", "result"),
)
"""One row for each code; what is asked and how is not read again."""
FIELDS: Final = ("result", "date", "unit", "remark")
"""Keys of what people fill in, in the order of the file."""

_RESULTS: Final = (Conformance.PASSED, Conformance.FAILED, Conformance.NOT_APPLICABLE)
_SAID: Final[Mapping[str, str]] = {
    **{folded(each): each.value for each in _RESULTS},
    **{
        "通過": "合格",
        "符合": "合格",
        "不通過": "不合格",
        "不符合": "不合格",
        "無": "不適用",
        "未檢測": "",
        "未測": "",
    },
}


def human_codes() -> list[CheckCode]:
    """The codes that people test, by level and criterion."""
    codes = [each for each in check_codes().values() if not each.is_for_machines]
    return sorted(codes, key=lambda each: (len(each.level), criterion_order(each.success_criterion), each.id))


def entries_of(reviewed: Sequence[ReviewedCode]) -> Entries:
    """What the file says, with an empty entry for each code that nobody has tested."""
    known = {each.code: each for each in reviewed}
    return Entries({}, tuple(Entry(code.id, code.id, _values(known.get(code.id))) for code in human_codes()))


def _values(found: ReviewedCode | None) -> dict[str, str]:
    if found is None:
        return {}
    said = {"result": found.result.value, "date": found.date.text, "unit": found.unit, "remark": found.remark or ""}
    return {key: said[key] for key in FIELDS if said[key]}


def review_workbook(entries: Entries) -> Workbook:
    """The sheets."""
    choices = [Choice("result", "A", tuple(_RESULTS), "請由清單選擇合格、不合格或不適用；沒有檢測就留白。")]
    text = json.dumps(entries.as_json(), ensure_ascii=False)
    record = (MARK, *(text[start : start + LONGEST_CELL] for start in range(0, len(text), LONGEST_CELL)))
    codes = {code.id: code for code in human_codes()}
    columns = [
        PageColumn(column_name(at), column.width, "result" if column.key == "result" else "")
        for at, column in enumerate(CODES.columns)
    ]
    pages = [
        Page(
            CODES.name,
            columns,
            tuple(column.label for column in CODES.columns),
            [_row(codes[each.address], each) for each in entries.rows],
        ),
        Page(GUIDE_SHEET, [PageColumn("A", 24.0)], (), [PageRow("Text", (line,)) for line in _GUIDE]),
        Page(LISTS_SHEET, [PageColumn("A", 5.0)], (), [PageRow("Text", (each,)) for each in _RESULTS], hidden=True),
        Page(HIDDEN_SHEET, [PageColumn("A", 5.0)], (), [PageRow("Text", (cell,)) for cell in record], hidden=True),
    ]
    return Workbook(pages, choices)


def _row(code: CheckCode, entry: Entry) -> PageRow:
    told = {"code": code.id, "level": code.level, "criterion": code.success_criterion}
    values = {**told, "text": code.text, "how": code.how, "how_en": code.how_en, **entry.values}
    return PageRow("Text", tuple(values.get(column.key, "") for column in CODES.columns))


def is_review(book: Book) -> bool:
    """Whether a workbook is of check codes."""
    return any(sheet.text(0, 0) == MARK for sheet in book.sheets) or Grid.of(book, CODES, []) is not None


def record_of(book: Book) -> Entries | None:
    """What the file said when the sheet was made; None where the hidden sheet is gone."""
    for sheet in book.sheets:
        if sheet.text(0, 0) == MARK:
            lines = [sheet.cells[row, 0].text if (row, 0) in sheet.cells else "" for row in range(max(sheet.rows) + 1)]
            try:
                text = json.loads("".join(lines[1:]))
            except (ValueError, RecursionError):
                return None
            found = from_json(text) if isinstance(text, str) else None
            is_whole = found is not None and {each.address for each in found.rows} >= {
                code.id for code in human_codes()
            }
            return found if is_whole else None
    return None


def returned_review(book: Book, before: Entries) -> tuple[Returned | None, list[Problem]]:
    """Read the sheet.

    Args:
        book: the workbook.
        before: what the file said when it was made.

    Returns:
        What it says, None where the sheet is missing; and every cell that is wrong.
    """
    problems: list[Problem] = []
    grid = Grid.of(book, CODES, problems)
    if grid is None:
        return None, problems
    problems += [Problem("E763", place) for place in grid.merged()]
    return Returned(ReturnedRow("", {}, {}), tuple(_rows(grid, before, problems))), problems


def _rows(grid: Grid, before: Entries, problems: list[Problem]) -> Iterator[ReturnedRow]:
    known = {entry.address: entry for entry in before.rows}
    seen: set[str] = set()
    for row in grid.rows():
        code = grid.sheet.text(row, grid.columns["code"]).upper()
        place = grid.place(row, "code")
        if code not in known or code in seen:
            if any(grid.sheet.text(row, grid.columns[key]) for key in FIELDS if key in grid.columns):
                problems.append(Problem("E663" if code in seen else "E661", place, {"code": code or "？"}))
            continue
        seen.add(code)
        old = known[code].values
        keys = [key for key in FIELDS if key in grid.columns]
        values = {key: cell_value(grid, row, key, key, old.get(key, ""), problems) for key in keys}
        places = {key: grid.place(row, key) for key in keys}
        said = _SAID.get(folded(values["result"]), values["result"])
        if said and said not in list(_RESULTS):
            problems.append(Problem("E666", places["result"], {"value": said}))
        values["result"] = said
        if not said:  # nobody has tested it, whatever else stands there
            values = dict.fromkeys(keys, "")
        for key, name in (("date", "檢測日期"), ("unit", "檢測單位")):
            if said and not values.get(key, old.get(key, "")):
                problems.append(Problem("E769", places.get(key, place), {"name": name}))
        yield ReturnedRow(code, values, places)


_GUIDE: Final = (
    "網站無障礙規範人工檢測表：怎麼填、怎麼交回",
    "",
    "1. 一列是一個人工檢測碼。左邊六欄說明檢測什麼、怎麼測，請不要改。",
    "2. 測過的列填「結果」（由清單選擇）、「檢測日期」（民國，例如 115-11-20）與「檢測單位」；沒有測的留白。",
    "3. 「不適用」是網站上沒有這種內容。「不合格」請在「備註」寫哪一頁、看到什麼；備註會公開。",
    "4. 「檢測單位」寫單位，不寫姓名。",
    "5. 不屬於貴單位的列可以刪除：沒有交回的列保持原樣。清掉「結果」表示取消那一筆紀錄。",
    "6. 請不要合併儲存格，也不要使用公式。自行增加的欄不會匯入。",
    "7. 檢測碼出自 115.11 版附件一的索引，只列出這類網站最常遇到的；完整的 161 個（AA 等級）請見規範。",
    "",
    "完成後存成 ODS 或 XLSX（不要存成 CSV 或 XLS），交回給管理網站的人，由他執行：python build.py import 檔名",
)
