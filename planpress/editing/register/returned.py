"""What a register says that came back, with the place of every cell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from planpress.editing.register.entries import Entries, Entry, from_json
from planpress.editing.register.fields import (
    FIELDS,
    HEAD,
    HEAD_LABELS,
    MARK,
    ROWS,
    Form,
    divided,
    form_of,
    is_same_value,
    typed,
)
from planpress.editing.register.pages import RegisterSource, told
from planpress.editing.register.plan_rows import PlanRow
from planpress.editing.sheet.book import Book, CellKind
from planpress.editing.sheet.columns import ADDRESS, folded
from planpress.editing.sheet.grid import Grid, day_of
from planpress.editing.sheet.units import normal
from planpress.problems.problem import Place, Problem
from planpress.source.text.source_text import LINE_LIMIT

_LONGEST_LINE: Final = LINE_LIMIT - 100  # its key and its indent come before it


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row that came back.

    Attributes:
        address: of the entry that it was; empty for a new one.
        values: what it says, of the columns that are there.
        places: where its values stand, by their keys; of a column that is gone there is none.
    """

    address: str
    values: Mapping[str, str]
    places: Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class Returned:
    """A register that came back.

    Attributes:
        head: the whole as a row.
        rows: its rows.
    """

    head: ReturnedRow
    rows: tuple[ReturnedRow, ...]


def is_register(book: Book) -> bool:
    """Whether a workbook is of results, and not of a plan."""
    is_marked = any(sheet.text(0, 0) == MARK for sheet in book.sheets)
    return is_marked or (Grid.of(book, ROWS, []) is not None and Grid.of(book, HEAD, []) is not None)


def record_of(book: Book) -> tuple[RegisterSource, Entries] | None:
    """What a register was made of, as its hidden sheet says; None where that is gone."""
    for sheet in book.sheets:
        if sheet.text(0, 0) == MARK:
            lines = [sheet.cells[row, 0].text if (row, 0) in sheet.cells else "" for row in range(max(sheet.rows) + 1)]
            entries = from_json("".join(lines[4:]))
            if entries is not None and lines[2].strip().isdecimal():
                return RegisterSource(lines[1].strip(), int(lines[2]), lines[3].strip()), entries
    return None


def returned(book: Book, before: Entries, plan: Mapping[str, PlanRow]) -> tuple[Returned | None, list[Problem]]:
    """Read the sheets of a register.

    Args:
        book: the workbook.
        before: what the assessment said when it was made.
        plan: what the plan says, by ids.

    Returns:
        What it says, None where the sheet of rows is missing; and every cell that is wrong. Without the sheet of the
        whole, as when a department returns its rows alone, the whole stays as it is.
    """
    problems: list[Problem] = []
    rows = Grid.of(book, ROWS, problems)
    if rows is None:
        return None, problems
    reader = _Reader(before, plan, problems)
    head = Grid.of(book, HEAD, [])
    return Returned(reader.whole(head), tuple(reader.rows(rows))), problems


def cell_value(grid: Grid, row: int, column: str, key: str, before: str, problems: list[Problem]) -> str:
    """What a cell says as the file would say it, or what was there before where it says the same.

    Args:
        grid: its sheet.
        row: where it is.
        column: key of its column.
        key: of the value.
        before: what the file said.
        problems: take what is wrong with it.
    """
    cell = grid.cell(row, column)
    if cell is None:
        return ""
    place = grid.place(row, column)
    match cell.kind:
        case CellKind.FORMULA | CellKind.ERROR:
            problems.append(Problem("E762", place, {"value": cell.text}))
            return before
        case CellKind.DATE if form_of(key) is Form.DATE and (date := day_of(cell.text)):
            return date
        case CellKind.DATE:
            problems.append(Problem("E764", place, {"value": cell.text}))
            return before
    text = normal(cell.text)
    if is_same_value(key, text, before):
        return before
    if max(map(len, text.split("\n"))) > _LONGEST_LINE:
        problems.append(Problem("E396", place, {"limit": f"{_LONGEST_LINE:,}"}))
    said = typed(key, text)
    return before if is_same_value(key, said, before) else said


class _Reader:
    def __init__(self, before: Entries, plan: Mapping[str, PlanRow], problems: list[Problem]) -> None:
        self.before = before
        self.problems = problems
        self.known = {row.address: row for row in before.rows}
        self.words = {
            row.address: tuple(normal(told(row, plan).get(key, "")) for key in ("number", "words"))
            for row in before.rows
        }

    def report(self, code: str, place: Place, **values: str) -> None:
        self.problems.append(Problem(code, place, values))

    def value(self, grid: Grid, row: int, column: str, key: str, before: str) -> str:
        return cell_value(grid, row, column, key, before, self.problems)

    def whole(self, grid: Grid | None) -> ReturnedRow:
        """What the sheet of the whole says; a line of it that is gone says nothing."""
        labels = {folded(label): key for key, label in HEAD_LABELS.items()}
        values: dict[str, str] = {}
        places: dict[str, Place] = {}
        for row in grid.rows() if grid else ():
            key = labels.get(folded(grid.sheet.text(row, grid.columns["key"]))) if grid else None
            if grid is not None and key is not None and key not in places:
                places[key] = grid.place(row, "value")
                values[key] = self.value(grid, row, "value", key, self.before.head.get(key, ""))
        return ReturnedRow("", values, places)

    def rows(self, grid: Grid) -> Iterator[ReturnedRow]:
        for place in grid.merged():
            self.report("E763", place)
        left = dict(self.known)
        for row in grid.rows():
            entry = self.entry(grid, row, left)
            if entry is not None:
                left.pop(entry.address)
            old = entry.values if entry else {}
            keys = [key for key in FIELDS if key in grid.columns]
            values = {key: self.value(grid, row, key, key, old.get(key, "")) for key in keys}
            if "figure" in values and "unit" in grid.columns:
                values["figure"], values["unit"] = divided(values["figure"], values["unit"])
            if entry is None and not any(values.values()):
                continue
            places = {key: grid.place(row, key) for key in (*keys, "words")}
            if entry is None and not values.get("criterion"):
                self.report("E769", places.get("criterion", places["words"]), name="評核項目")
                continue
            yield ReturnedRow(entry.address if entry else "", values, places)

    def entry(self, grid: Grid, row: int, left: Mapping[str, Entry]) -> Entry | None:
        """What a row was, by the plan's words that whoever filled it in has seen, else by its hidden address.

        The address stays behind where only what is visible was sorted or pasted. Of copies, the second is a new one.
        """
        address = grid.sheet.text(row, grid.columns.get(ADDRESS, -1))
        said = tuple(normal(grid.sheet.text(row, grid.columns.get(key, -1))) for key in ("number", "words"))
        same = [each for each, (_, words) in self.words.items() if said[1] and words == said[1]]
        if len(same) > 1:
            same = [each for each in same if self.words[each] == said] or same
        if address not in same and len(same) == 1:
            return left.get(same[0])
        return left.get(address) if address in same or not same else None
