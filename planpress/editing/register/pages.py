"""The sheets of a register before they are a file."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from planpress.editing.register.entries import Entries, Entry
from planpress.editing.register.fields import HEAD, HEAD_LABELS, MARK, OF_PLAN, ROWS
from planpress.editing.register.plan_rows import PlanRow
from planpress.editing.sheet.book import column_name
from planpress.editing.sheet.columns import ADDRESS, GUIDE_SHEET, HIDDEN_SHEET, LISTS_SHEET, LONGEST_CELL, Table
from planpress.editing.sheet.pages import Choice, Page, PageColumn, PageRow, Workbook
from planpress.model.assessment import ResultStatus

SPARE_ROWS: Final = 20
"""Rows below the assessment's own, for what else is assessed."""


class RegisterSource(NamedTuple):
    """What a register is made of.

    Attributes:
        office: id of the office.
        roc_year: of the plan.
        name: of the assessment.
    """

    office: str
    roc_year: int
    name: str


def register(
    entries: Entries, plan: Mapping[str, PlanRow], departments: Sequence[str], source: RegisterSource
) -> Workbook:
    """The sheets of an assessment.

    Args:
        entries: what it says.
        plan: what the plan says, by ids.
        departments: of the office.
        source: what it comes from.
    """
    choices = [
        Choice("status", "A", tuple(ResultStatus), "請由清單選擇；隨時、持續辦理的作法選「依計畫辦理」並填數值。"),
        Choice("who", "B", tuple(departments) or ("",), "清單中沒有這個名稱。一格有數個部門時，以頓號分開。"),
    ]
    lists = [tuple(choice.values) for choice in choices]
    pages = [
        Page(ROWS.name, _columns(ROWS, choices), _head(ROWS), [_row(row, plan) for row in entries.rows], SPARE_ROWS),
        Page(HEAD.name, _columns(HEAD, ()), _head(HEAD), list(_whole(entries.head))),
        Page(GUIDE_SHEET, [PageColumn("A", 24.0)], (), [PageRow("Text", (line,)) for line in _guide(source)]),
        Page(
            LISTS_SHEET,
            [PageColumn(choice.letters, 5.0) for choice in choices],
            (),
            [
                PageRow("Text", tuple(column[at] if at < len(column) else "" for column in lists))
                for at in range(max(map(len, lists)))
            ],
            hidden=True,
        ),
        Page(HIDDEN_SHEET, [PageColumn("A", 5.0)], (), list(_record(entries, source)), hidden=True),
    ]
    return Workbook(pages, choices)


def _columns(table: Table, choices: Sequence[Choice]) -> list[PageColumn]:
    names = {choice.name for choice in choices}
    return [
        PageColumn(column_name(at), column.width, column.key if column.key in names else "", column.key == ADDRESS)
        for at, column in enumerate(table.columns)
    ]


def _head(table: Table) -> tuple[str, ...]:
    return tuple(column.label for column in table.columns)


def told(row: Entry, plan: Mapping[str, PlanRow]) -> dict[str, str]:
    """What the plan says of a row, by the keys of the columns; of one that is not of the plan, what is assessed."""
    found = plan.get(row.of)
    if found is None:
        return {"words": row.values.get("criterion", "")}
    return dict(zip(OF_PLAN, found[1:], strict=True))


def _row(row: Entry, plan: Mapping[str, PlanRow]) -> PageRow:
    values = {**row.values, **told(row, plan), ADDRESS: row.address}
    return PageRow("Other" if row.is_part else "Text", tuple(values.get(column.key, "") for column in ROWS.columns))


def _whole(head: Mapping[str, str]) -> Iterator[PageRow]:
    for key, label in HEAD_LABELS.items():
        yield PageRow("Text", (label, head.get(key, "")))


def _record(entries: Entries, source: RegisterSource) -> Iterator[PageRow]:
    """What the assessment said when the register was made, by which the changes in it are found."""
    text = entries.as_json()
    pieces = [text[start : start + LONGEST_CELL] for start in range(0, len(text), LONGEST_CELL)]
    for cell in (MARK, source.office, str(source.roc_year), source.name, *pieces):
        yield PageRow("Text", (cell,))


def _guide(source: RegisterSource) -> tuple[str, ...]:
    return (
        f"{source.roc_year} 年度執行成果登錄表：怎麼填、怎麼交回",
        "",
        "1. 「執行成果」：一列是一個評核項目或一項作法。左邊四欄是計畫的內容，供對照，不會匯入。",
        "2. 「辦理情形」請由清單選擇；隨時、持續辦理的作法選「依計畫辦理」，並填「數值」與「單位」，例如 12、場。",
        "3. 「執行成果」用一兩句話寫出做了什麼。配分、評分、權重沒有就留白，不必填 0。",
        "4. 「承辦部門」只寫部門，不寫姓名；與計畫相同時可留白。「佐證檔案」寫檔名，數個檔案以頓號分開。",
        "5. 另有評核項目時，在下方空白列填「評核項目」。不屬於貴單位的列可以刪除：沒有交回的列保持原樣。",
        "6. 「考核」：考核種類、統計截止日（民國，例如 114-06-30）、考核單位、總分、等第等；沒有的留白。",
        "7. 請不要合併儲存格，也不要使用公式。欄的位置、顏色、欄寬可以調整；自行增加的欄不會匯入。",
        "8. 這份表可能有內部資料：請勿張貼於網頁。是否公開由管理計畫檔的人在檔案中決定。",
        "",
        "完成後存成 ODS 或 XLSX（不要存成 CSV 或 XLS），把檔案交回給管理計畫檔的人，由他執行："
        "python build.py import 檔名",
    )
