"""What a workbook says: the plan that its sheets hold, the plan that it was made of, and every cell that is wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from planpress.editing.invisible import without_invisible
from planpress.editing.sheet.book import Book, CellKind
from planpress.editing.sheet.columns import (
    ADDRESS,
    DATES,
    KIND_LABELS,
    MARK,
    PLAN,
    PLAN_LABELS,
    ROWS,
    SECTIONS,
    folded,
    kind_of,
    sic_of,
)
from planpress.editing.sheet.grid import Grid, day_of
from planpress.editing.sheet.pages import Source, section_name
from planpress.editing.sheet.printed_numbers import numbered_as_before, with_number
from planpress.editing.sheet.units import OTHER, ROW_KINDS, SECTION, PlanUnits, Unit, from_json, normal
from planpress.model.dates import likely_date
from planpress.model.line_breaks import unwrapped
from planpress.model.numbering import split_number
from planpress.problems.problem import Place, Problem
from planpress.source.text.source_text import LINE_LIMIT
from planpress.source.values.nearest import nearest

_LONGEST_LINE: Final = LINE_LIMIT - 100  # its key and its indent come before it
_LINES: Final = frozenset({"text"})
"""Keys whose values may have several lines."""


@dataclass(frozen=True, slots=True)
class SheetUnit:
    """A section or a row as the workbook has it.

    Attributes:
        unit: what it says.
        address: of the unit that it was, from the hidden column; empty for a new one.
        places: where its values stand, by their keys.
    """

    unit: Unit
    address: str
    places: Mapping[str, Place]

    def place(self, key: str = "") -> Place:
        """Where one of its values stands; its words by default."""
        found = self.places.get(key) or self.places.get("text") or self.places.get("heading")
        assert found is not None  # one of them is a column of every sheet
        return found


@dataclass(frozen=True, slots=True)
class Understood:
    """What a workbook says.

    Attributes:
        plan: values of the plan itself.
        places: where they stand.
        units: its sections, each followed by its rows.
        gone: keys of columns of rows that somebody has removed: their values stay as they are.
    """

    plan: Mapping[str, str]
    places: Mapping[str, Place]
    units: tuple[SheetUnit, ...]
    gone: frozenset[str]


def record_of(book: Book) -> tuple[Source, PlanUnits] | None:
    """What the workbook was made of, as its hidden sheet says; None where that is gone, or somebody has changed it."""
    for sheet in book.sheets:
        if sheet.text(0, 0) == MARK:
            lines = [sheet.cells[row, 0].text if (row, 0) in sheet.cells else "" for row in range(max(sheet.rows) + 1)]
            text = "".join(lines[4:])
            plan = from_json(text)
            if plan is not None and lines[2].strip().isdecimal():
                source = Source(lines[1].strip(), int(lines[2]))
                return (source, plan) if source.digest(text) == lines[3].strip() else None
    return None


def understood(book: Book, before: PlanUnits) -> tuple[Understood | None, list[Problem]]:
    """Read the sheets of a workbook.

    Args:
        book: the workbook.
        before: what the plan said when the workbook was made.

    Returns:
        What it says, None where a sheet or a column is missing; and every cell that is wrong.
    """
    problems: list[Problem] = []
    grids = {table.name: Grid.of(book, table, problems) for table in (PLAN, SECTIONS, ROWS)}
    plan, sections, rows = grids[PLAN.name], grids[SECTIONS.name], grids[ROWS.name]
    if plan is None or sections is None or rows is None:
        return None, problems
    reader = _Reader(before, problems)
    values, places = reader.plan(plan)
    problems += rows.gone(ROWS, _filled(before))
    gone = frozenset(column.key for column in ROWS.columns if column.key not in rows.columns)
    return Understood(values, places, tuple(reader.units(sections, rows)), gone), problems


def _filled(plan: PlanUnits) -> set[str]:
    """The columns in which a plan has anything."""
    filled = {key for unit in plan.units for key in unit.values}
    has_numbers = any(split_number(unit.values.get("text", ""))[0] for unit in plan.units if unit.kind in ROW_KINDS)
    return filled | ({"number"} if has_numbers else set())


class _Reader:
    def __init__(self, before: PlanUnits, problems: list[Problem]) -> None:
        self.before = before
        self.problems = problems
        self.known = dict(zip(before.addresses, before.units, strict=True))

    def report(self, code: str, place: Place, **values: str) -> None:
        self.problems.append(Problem(code, place, values))

    def value(self, grid: Grid, row: int, key: str, before: str = "") -> str:
        """What a cell says: its text, or what was there before if only blanks differ."""
        cell = grid.cell(row, key)
        if cell is None:
            return ""
        place = grid.place(row, key)
        match cell.kind:
            case CellKind.FORMULA | CellKind.ERROR:
                self.report("E762", place, value=cell.text)
                return before
            case CellKind.DATE if key in DATES and (date := day_of(cell.text)):
                return date
            case CellKind.DATE:
                self.report("E764", place, value=cell.text)
                return before
        text = normal(without_invisible(cell.text))
        if text == normal(before):
            return before
        if max(map(len, text.split("\n"))) > _LONGEST_LINE:
            self.report("E396", place, limit=f"{_LONGEST_LINE:,}")
        if key in DATES and (likely := likely_date(text)):
            return likely.text
        if key == "who":
            return "、".join(part.strip("、 ") for part in text.split("\n") if part.strip("、 "))
        return text if key in _LINES else unwrapped(text)

    def plan(self, grid: Grid) -> tuple[dict[str, str], dict[str, Place]]:
        labels = {folded(label): key for key, label in PLAN_LABELS.items()}
        values: dict[str, str] = {}
        places: dict[str, Place] = {}
        for row in grid.rows():
            key = labels.get(folded(grid.sheet.text(row, grid.columns["key"])))
            if key is not None:
                places[key] = grid.place(row, "value")
                date_key = key if key in DATES else ""
                cell = grid.cell(row, "value")
                if cell and cell.kind is CellKind.DATE and date_key and (date := day_of(cell.text)):
                    value = date
                else:
                    value = self.value(grid, row, "value", self.before.plan.get(key, ""))
                if date_key and (likely := likely_date(value)):
                    value = likely.text
                if value:
                    values[key] = value
        # A row of the sheet that is gone leaves what the plan says.
        return {**{key: value for key, value in self.before.plan.items() if key not in places}, **values}, places

    def units(self, sections: Grid, rows: Grid) -> Iterator[SheetUnit]:
        for place in (*sections.merged(), *rows.merged()):
            self.report("E763", place)
        found = list(self.sections(sections))
        below: list[list[SheetUnit]] = [[] for _ in found]
        current = 0 if len(found) == 1 else None
        told = False
        for row in rows.rows():
            unit = self.row(rows, row)
            if unit is None:
                continue
            if unit.unit.kind == SECTION:
                current = self.named_section(unit, found, below, current)
            elif current is not None:
                below[current].append(unit)
            elif not told:
                told = True
                self.report("E398", unit.place())
        for section, its_rows in zip(found, below, strict=True):
            yield section
            yield from its_rows

    def sections(self, grid: Grid) -> Iterator[SheetUnit]:
        for row in grid.rows():
            before = self.known.get(grid.sheet.text(row, grid.columns.get(ADDRESS, -1)))
            values = {
                key: value
                for key in ("heading", "text")
                if (value := self.value(grid, row, key, before.values.get(key, "") if before else ""))
            }
            if values:
                address = grid.sheet.text(row, grid.columns[ADDRESS]) if before else ""
                places = {key: grid.place(row, key) for key in ("heading", "text")}
                yield SheetUnit(Unit(SECTION, values), address, places)

    def named_section(
        self, named: SheetUnit, found: list[SheetUnit], below: list[list[SheetUnit]], current: int | None
    ) -> int | None:
        """The position of the section that a row names; one that the other sheet does not have is new."""
        text = named.unit.values["text"]
        for position, section in enumerate(found):
            if named.address and section.address == named.address:
                self.rename(found, position, named)
                return position
        for position, section in enumerate(found):
            if folded(text) in (folded(section.unit.values.get("heading", "")), folded(section_name(section.unit))):
                return position
        if named.address:
            self.report("E398", named.place())
            return current
        position = len(found) if current is None else current + 1
        found.insert(position, SheetUnit(Unit(SECTION, {"heading": text}), "", {"heading": named.place()}))
        below.insert(position, [])
        return position

    def rename(self, found: list[SheetUnit], position: int, named: SheetUnit) -> None:
        """A heading that was changed only in the sheet of rows is changed nevertheless."""
        section = found[position]
        before = self.known[section.address]
        text = named.unit.values["text"]
        heading = section.unit.values.get("heading", "")
        if normal(text) != normal(section_name(before)) and normal(heading) == normal(before.values.get("heading", "")):
            unit = Unit(SECTION, {**section.unit.values, "heading": text})
            found[position] = SheetUnit(unit, section.address, {**section.places, "heading": named.place()})

    def row(self, grid: Grid, row: int) -> SheetUnit | None:
        """A row of the sheet; None for one that says nothing."""
        keys = [column.key for column in ROWS.columns if column.key not in ("kind", "number", "text", ADDRESS)]
        address = grid.sheet.text(row, grid.columns.get(ADDRESS, -1))
        before = self.known.get(address)
        places = {column.key: grid.place(row, column.key) for column in ROWS.columns}
        word = grid.sheet.text(row, grid.columns["kind"])
        if before and before.kind == OTHER and any(grid.cell(row, key) for key in ("kind", "text")):
            if (kind_of(word), grid.sheet.text(row, grid.columns["text"])) != (OTHER, before.values["text"].strip()):
                self.report("W396", places["text"])
            return SheetUnit(before, address, places)
        old = before.values if before else {}
        values = {key: value for key in keys if (value := self.value(grid, row, key, old.get(key, "")))}
        kind = kind_of(word)
        is_section = kind == SECTION
        text = self.value(grid, row, "text", old.get("text", "") if is_section else "")
        number = grid.cell(row, "number")
        if not (text or values or (number and number.text.strip()) or (word and before)):
            return None
        if kind is None or kind == OTHER:
            labels = [label for kind, label in KIND_LABELS.items() if kind != OTHER]
            near = nearest(word, labels) if word else {}
            self.report("E766", places["kind"], value=word, known="、".join(labels), **near)
            kind = before.kind if before else "do"
        if not text:
            self.report("E769", places["text"], name=ROWS.columns[2].label)
            return None
        if is_section:
            return SheetUnit(Unit(SECTION, {"text": text}), address if before else "", places)
        text = self.with_number(grid, row, text, before)
        if "sic" in values:
            values["sic"] = sic_of(values["sic"], old.get("sic", ""))
        text = text if kind in ("say", "do", "item") else unwrapped(text)
        said = {"text": text, **{key: value for key, value in values.items() if value}}
        return SheetUnit(Unit(kind, said), address if before else "", places)

    def with_number(self, grid: Grid, row: int, text: str, before: Unit | None) -> str:
        """The text of a row behind its printed number."""
        if "number" not in grid.columns:
            return numbered_as_before(text, before.values.get("text", "") if before else "")
        cell = grid.cell(row, "number")
        if cell and cell.kind in (CellKind.FORMULA, CellKind.ERROR):
            self.report("E762", grid.place(row, "number"), value=cell.text)
            return before.values.get("text", text) if before else text
        is_text = cell is None or cell.kind is CellKind.TEXT
        found = with_number(cell.text if cell else "", text, before.values.get("text", "") if before else "", is_text)
        if found is None:
            self.report("E764", grid.place(row, "number"), value=cell.text if cell else "")
            return text
        return found
