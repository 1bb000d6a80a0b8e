"""The sheets of a plan before they are a file: heads, rows, widths, and what may be chosen in a column."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from planpress.editing.sheet.book import column_name
from planpress.editing.sheet.columns import (
    ADDRESS,
    GUIDE_SHEET,
    HIDDEN_SHEET,
    KIND_LABELS,
    LISTS_SHEET,
    LONGEST_CELL,
    MARK,
    PLAN,
    PLAN_LABELS,
    ROWS,
    SECTIONS,
    YES,
    Table,
    shown,
)
from planpress.editing.sheet.guide import guide
from planpress.editing.sheet.units import OTHER, SECTION, PlanUnits, Unit, sections_of
from planpress.model.numbering import split_number

SPARE_ROWS: Final = 500
"""Rows below the plan's own in which lists can be chosen from too."""
_SAMPLE_KINDS: Final = (SECTION, "h1", "h2", "do", "item", "do")
_SPARE_SECTIONS: Final = 8


class Source(NamedTuple):
    """What a workbook is made of.

    Attributes:
        office: id of the office.
        roc_year: of the plan.
    """

    office: str
    roc_year: int

    def digest(self, plan: str) -> str:
        """By which a record is known that nobody has touched, in hexadecimal: 取代 in all sheets reaches hidden ones.

        Args:
            plan: what it said, as :meth:`PlanUnits.as_json` writes it.
        """
        return hashlib.sha256(f"{self.office}/{self.roc_year}\n{plan}".encode()).hexdigest()


class PageColumn(NamedTuple):
    """A column, as the templates print it.

    Attributes:
        letters: its name.
        width: in centimetres.
        choice: the list that can be chosen from in it.
        hidden: it is not shown.
    """

    letters: str
    width: float
    choice: str = ""
    hidden: bool = False


class PageRow(NamedTuple):
    """A row: the name of the style of its cells, and their texts."""

    style: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet, as the templates print it.

    Attributes:
        name: on its tab.
        columns: from left to right.
        head: its first row, which is frozen and cannot be typed over; empty where it has none.
        rows: the others.
        spare: how many empty rows follow in which lists can be chosen from.
        hidden: the sheet is not shown.
    """

    name: str
    columns: Sequence[PageColumn]
    head: tuple[str, ...] = ()
    rows: Sequence[PageRow] = ()
    spare: int = 0
    hidden: bool = False


class Choice(NamedTuple):
    """A list to choose from, which stands in a column of a hidden sheet.

    Attributes:
        name: by which columns refer to it.
        letters: the column.
        values: from top to bottom.
        message: what is said of anything else, which may be kept nevertheless.
    """

    name: str
    letters: str
    values: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Workbook:
    """All sheets, and the lists that they refer to."""

    pages: Sequence[Page]
    choices: Sequence[Choice]
    lists_sheet: str = field(default=LISTS_SHEET)


def workbook(plan: PlanUnits, departments: Sequence[str], source: Source) -> Workbook:
    """The sheets of a plan.

    Args:
        plan: what it says; a plan of no units is one that is still to be written.
        departments: of the office.
        source: what it comes from.
    """
    choices = _choices(departments)
    pages = [
        Page(ROWS.name, _columns(ROWS, choices), _head(ROWS), list(_rows(plan)), SPARE_ROWS),
        Page(SECTIONS.name, _columns(SECTIONS, choices), _head(SECTIONS), list(_sections(plan)), SPARE_ROWS),
        Page(PLAN.name, _columns(PLAN, choices), _head(PLAN), list(_plan(plan.plan))),
        Page(GUIDE_SHEET, [PageColumn("A", 24.0)], (), [PageRow("Text", (line,)) for line in guide(source.roc_year)]),
        Page(
            LISTS_SHEET,
            [PageColumn(choice.letters, 5.0) for choice in choices],
            (),
            list(_transposed([choice.values for choice in choices])),
            hidden=True,
        ),
        Page(HIDDEN_SHEET, [PageColumn("A", 5.0)], (), list(_record(plan, source)), hidden=True),
    ]
    return Workbook(pages, choices)


def _choices(departments: Sequence[str]) -> list[Choice]:
    return [
        Choice("kind", "A", tuple(KIND_LABELS.values()), "請由清單選擇列別。"),
        Choice(
            "who",
            "B",
            tuple(departments) or ("",),
            "清單中沒有這個名稱。一格有數個部門時，以頓號分開，協辦寫在最後的括號裡，例如：業務組、電務組（工務段）。",
        ),
        Choice("sic", "C", (YES,), "照原文列示、不必提醒的列填「是」，其餘留白。"),
    ]


def _columns(table: Table, choices: Iterable[Choice]) -> list[PageColumn]:
    names = {choice.name for choice in choices} if table is ROWS else set()
    return [
        PageColumn(
            column_name(position),
            column.width,
            column.key if column.key in names else "",
            column.key == ADDRESS,
        )
        for position, column in enumerate(table.columns)
    ]


def _head(table: Table) -> tuple[str, ...]:
    return tuple(column.label for column in table.columns)


def _rows(plan: PlanUnits) -> Iterator[PageRow]:
    """The rows of every section that has any, each below a row that names it."""
    if not plan.units:
        yield from (_row({"kind": KIND_LABELS[kind]}, _style(kind)) for kind in _SAMPLE_KINDS)
    for section, rows in sections_of(plan.units):
        if rows or len(plan.units) == 1:
            for position in (section, *rows):
                yield _row_of(plan.units[position], plan.addresses[position])


def _row_of(unit: Unit, address: str) -> PageRow:
    values = {key: shown(key, value) for key, value in unit.values.items()}
    if unit.kind == SECTION:
        values = {"text": section_name(unit)}
    elif unit.kind != OTHER:
        number, text = split_number(values["text"])
        if number and text:
            values |= {"number": number.printed.strip(), "text": text}
    values |= {"kind": KIND_LABELS[unit.kind], ADDRESS: address}
    return _row(values, _style(unit.kind))


def _row(values: Mapping[str, str], style: str) -> PageRow:
    return PageRow(style, tuple(values.get(column.key, "") for column in ROWS.columns))


def _style(kind: str) -> str:
    return {SECTION: "Section", "h1": "Heading", "h2": "Heading", OTHER: "Other"}.get(kind, "Text")


def section_name(section: Unit) -> str:
    """What stands in the row that names a section."""
    return section.values.get("heading") or f"（無標題）{section.name}"


def _sections(plan: PlanUnits) -> Iterator[PageRow]:
    for unit, address in zip(plan.units, plan.addresses, strict=True):
        if unit.kind == SECTION:
            yield PageRow("Text", (unit.values.get("heading", ""), unit.values.get("text", ""), address))
    if not plan.units:
        yield from [PageRow("Text", ("", "", ""))] * _SPARE_SECTIONS


def _plan(values: Mapping[str, str]) -> Iterator[PageRow]:
    for key, label in PLAN_LABELS.items():
        yield PageRow("Text", (label, values.get(key, "")))


def _transposed(columns: Sequence[Sequence[str]]) -> Iterator[PageRow]:
    for position in range(max(map(len, columns))):
        yield PageRow("Text", tuple(column[position] if position < len(column) else "" for column in columns))


def _record(plan: PlanUnits, source: Source) -> Iterator[PageRow]:
    """What the plan said when the workbook was made, by which the changes in it are found."""
    text = plan.as_json()
    pieces = [text[start : start + LONGEST_CELL] for start in range(0, len(text), LONGEST_CELL)]
    for cell in (MARK, source.office, str(source.roc_year), source.digest(text), *pieces):
        yield PageRow("Text", (cell,))
