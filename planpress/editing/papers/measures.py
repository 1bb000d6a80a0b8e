"""The rows of a plan out of a table of measures."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

from planpress.editing.papers.alignment import Aligned, Joining, aligned
from planpress.editing.papers.columns import is_period
from planpress.editing.papers.entries import Entry, Numbering, entries_of
from planpress.editing.papers.owners import Owned, owned, with_owners_behind
from planpress.editing.papers.paper import Ledger, PaperCell, PaperLine, PaperTable, Reason
from planpress.editing.papers.remarks import remarked, without_remarks
from planpress.editing.papers.tables import MeasureTable
from planpress.editing.papers.values_beside import joined_names, with_whole_lines
from planpress.editing.papers.wording import sentence, worded
from planpress.model.column_role import ColumnRole
from planpress.model.dates import PeriodKind, parse_period
from planpress.model.numbering import NumberStyle, split_number
from planpress.source.checks.departments import meant_cell
from planpress.source.shapes.plan_shapes import HEADINGS
from planpress.source.text.yaml_text import Plain

ACROSS: Final = -1
"""The place of headings that fill a whole row: outside all columns."""

WHO_IS_UNSURE: Final = "原檔同一格列有數個部門，未能確定各屬哪一項，先依序或全部列入，請對照原件。"
WHEN_IS_UNSURE: Final = "原檔同一格列有數個期間，未能確定各屬哪一項，先依序或全部列入，請對照原件。"

DATA_CAPTION: Final = "附表"
"""What a table of data is called that the document gives no name."""

Level = tuple[int, NumberStyle | None]
"""What tells levels of headings apart: the column, and the form of the number."""


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A row of the plan to be.

    Attributes:
        kind: as a row of a plan, but for headings, which are ``heading``.
        text: what it says.
        level: of a heading.
        values: its other keys, ready for the file.
        doubts: why its reading is uncertain.
    """

    kind: str
    text: str
    level: Level | None = None
    values: Mapping[str, Plain] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()


def data_row(table: PaperTable, caption: str) -> DraftRow:
    """A table that is none of measures.

    Args:
        table: the table; its first row is the head.
        caption: what it is called.
    """
    head, *rows = table.grid()
    body: list[Plain] = [list(row) for row in rows]
    return DraftRow("table", caption, None, {"head": list(head), "body": body})


def values_of(said: Owned, departments: Collection[str]) -> dict[str, Plain]:
    """The keys of a row for what the words of its measure said of who and when."""
    values: dict[str, Plain] = {}
    for role, key, _ in _BESIDE:
        if role in said.values:
            value = said.values[role]
            value = meant_cell(value, departments) if role is ColumnRole.WHO and departments else value
            values = _with(values, key, value, said.labels.get(role, ""))
    return values


def rows_of(table: MeasureTable, departments: Collection[str], ledger: Ledger) -> list[DraftRow]:
    """The rows of a table in their order.

    Args:
        table: the table.
        departments: that the office has.
        ledger: where what the plan has no place for goes.
    """
    return list(_Rows(table, departments, ledger).rows())


class _Rows:
    def __init__(self, table: MeasureTable, departments: Collection[str], ledger: Ledger) -> None:
        self.table, self.departments, self.ledger = table, departments, ledger
        (self.measure,) = table.of(ColumnRole.MEASURE)
        self.says_owners = not table.of(ColumnRole.WHO)
        """Departments have no column, so the words of the measures may name them."""
        self.numbering = Numbering()
        self.last: Entry | None = None
        self.headings: dict[int, tuple[str, ...]] = {}

    def rows(self) -> Iterator[DraftRow]:
        for start, end in self.bands():
            cells = [cell for cell in self.table.cells if start <= cell.row < end]
            across = [cell for cell in cells if self.table.is_across(cell)]
            if across:
                for cell in across:
                    yield from self.across(cell)
                continue
            for row in range(start, end):
                yield from self.headings_of([cell for cell in cells if cell.row == row])
            yield from self.measures(cells, start)

    def bands(self) -> Iterator[tuple[int, int]]:
        """Rows that cannot be read apart, one behind the other. Headings reach over many and hold none together."""
        own = [cell for cell in self.table.cells if self.table.columns[cell.column].role not in _OUTSIDE]
        start = 0
        while start < self.table.height:
            end = start + 1
            while (reach := max((each.row + each.rows for each in own if start <= each.row < end), default=end)) > end:
                end = reach
            yield start, end
            start = end

    def across(self, cell: PaperCell) -> Iterator[DraftRow]:
        """A row that is one cell: a heading, or a text that belongs to the heading above."""
        text = sentence(map(worded, cell.texts))
        if not text:
            return
        if text.endswith("。") or len(text) > 80:
            yield DraftRow("say", text)
        else:
            yield from self.heading(text, ACROSS)

    def heading(self, text: str, column: int) -> Iterator[DraftRow]:
        number = split_number(text)[0]
        self.numbering, self.last = Numbering(), None
        yield DraftRow("heading", text, (column, number.style if number else None))

    def headings_of(self, cells: Sequence[PaperCell]) -> Iterator[DraftRow]:
        for cell in sorted(cells, key=lambda cell: cell.column):
            if self.table.columns[cell.column].role is not ColumnRole.GROUP:
                continue
            texts = tuple(_headings(cell))
            if texts and texts != self.headings.get(cell.column):  # some tables say it again in every row
                outer = {column: above for column, above in self.headings.items() if column < cell.column}
                self.headings = outer | {cell.column: texts}
                for text in texts:
                    yield from self.heading(text, cell.column)

    def measures(self, cells: Sequence[PaperCell], start: int) -> Iterator[DraftRow]:
        filled = [cell for cell in cells if cell.column == self.measure]
        found: list[tuple[PaperCell, Entry]] = []
        remarks: dict[int, list[re.Match[str]]] = {}
        for cell in sorted(filled, key=lambda cell: cell.row):
            lines, said = without_remarks(cell.lines)
            self.ledger.turned += [match[0] for match in said]
            if self.says_owners:
                lines = with_owners_behind(lines, self.departments)
            if number := self.number_beside(cells, cell):
                lines = _numbered(lines, number)
            entries = self.entries(lines, cells)
            found += [(cell, entry) for entry in entries]
            if entries:
                remarks[len(found) - 1] = said
                measures = [entry for entry in entries if entry.kind in ("do", "item")]
                self.last = measures[-1] if measures else self.last
        counted = [position for position, (_, entry) in enumerate(found) if entry.kind in ("do", "item")]
        values = self.values(cells, [found[position] for position in counted])
        for position, (_, entry) in enumerate(found):
            given = values[counted.index(position)] if position in counted else ({}, ())
            more, doubts = remarked(remarks.get(position, []))
            own = owned(entry.text, self.departments) if self.says_owners else Owned(entry.text)
            self.ledger.turned += [entry.text] if own.taken else []
            said_too = values_of(own, self.departments)
            yield DraftRow(entry.kind, own.text, None, {**given[0], **said_too, **more}, (*given[1], *doubts))
            for count, note in enumerate(entry.notes, start=1):
                mark = f"註{count} " if len(entry.notes) > 1 else "註："
                yield DraftRow("note", f"{mark}{note}")
            yield from (data_row(table, DATA_CAPTION) for table in entry.tables)
        if not counted:
            self.leave_out(cells)

    def entries(self, lines: Sequence[PaperLine], cells: Sequence[PaperCell]) -> list[Entry]:
        """The entries of a cell. Where only that gives each of the departments a measure, sentences are measures."""
        before = deepcopy(self.numbering)
        entries = entries_of(lines, self.numbering, self.last)
        beside = [cell for cell in cells if cell.column in self.table.of(ColumnRole.WHO)]
        wanted = len(beside[0].texts) if len(beside) == 1 else 0
        if wanted > sum(entry.kind in ("do", "item") for entry in entries):
            apart = entries_of(lines, before, self.last, is_apart=True)
            if sum(entry.kind in ("do", "item") for entry in apart) == wanted:
                return apart
        return entries

    def values(
        self, cells: Sequence[PaperCell], measures: Sequence[tuple[PaperCell, Entry]]
    ) -> list[tuple[dict[str, Plain], tuple[str, ...]]]:
        """What stands beside each measure, and what is uncertain of it."""
        if not measures:
            return []
        found: list[tuple[dict[str, Plain], tuple[str, ...]]] = [({}, ()) for _ in measures]
        for role, key, doubt in _BESIDE:
            for column in self.table.of(role):
                beside = [with_whole_lines(cell, key, self.departments) for cell in cells if cell.column == column]
                join = partial(joined_names, departments=self.departments) if key == "who" else _joined_texts
                for place, each in enumerate(self.beside(beside, measures, join)):
                    values, doubts = found[place]
                    if each.value:
                        values = _with(values, key, each.value, self.table.columns[column].name)
                    found[place] = values, doubts if each.is_certain else (*doubts, doubt)
        return found

    def beside(
        self, cells: Sequence[PaperCell], measures: Sequence[tuple[PaperCell, Entry]], join: Joining
    ) -> list[Aligned]:
        """The values of one column for the measures of a band."""
        own: dict[int, list[int]] = {}
        for position, (cell, _) in enumerate(measures):
            own.setdefault(cell.row, []).append(position)
        by_row = {cell.row: cell for cell in cells}
        found = [Aligned("")] * len(measures)
        is_row_by_row = all(cell.rows == 1 for cell in cells) and all(cell.rows == 1 for cell, _ in measures)
        if is_row_by_row and len(own) > 1:
            groups = [([by_row[row].lines] if row in by_row else [], positions) for row, positions in own.items()]
        else:
            lines = [cell.lines for cell in sorted(cells, key=lambda cell: cell.row)]
            if len(lines) == 1 and len(own) > 1 and len([line for line in lines[0] if line.text]) == len(own):
                texts = [line for line in lines[0] if line.text]
                groups = [([(text,)], positions) for text, positions in zip(texts, own.values(), strict=True)]
            else:
                groups = [(lines, [*range(len(measures))])]
        for lines, positions in groups:
            for position, value in zip(positions, self.of_measures(lines, positions, measures, join), strict=True):
                found[position] = value
        return found

    def of_measures(
        self,
        lines: Sequence[Sequence[PaperLine]],
        positions: Sequence[int],
        measures: Sequence[tuple[PaperCell, Entry]],
        join: Joining,
    ) -> list[Aligned]:
        """Values for measures and their parts; where they are as many as the measures, the parts have none."""
        entries = [measures[position][1] for position in positions]
        wholes = [index for index, entry in enumerate(entries) if entry.kind == "do"]
        every = aligned(lines, [entry.top for entry in entries], join)
        if sum(map(len, lines)) == len(entries):
            return every
        if len(wholes) in (0, len(entries)) or (all(each.is_certain for each in every) and not _is_one(every)):
            return every
        some = aligned(lines, [entries[index].top for index in wholes], join)
        # Several values beside one measure may be those of its parts.
        is_only = sum(bool(line.text) for each in lines for line in each) in (0, 1, len(wholes))
        found = [Aligned("", is_certain=is_only)] * len(entries)
        for index, value in zip(wholes, some, strict=True):
            found[index] = replace(value, is_certain=value.is_certain and is_only)
        return found

    def number_beside(self, cells: Sequence[PaperCell], measure: PaperCell) -> str:
        """A number that stands in a column of its own."""
        for column in self.table.of(ColumnRole.NUMBER):
            for cell in cells:
                if cell.column == column and cell.row == measure.row and cell.text:
                    return cell.text
        return ""

    def leave_out(self, cells: Sequence[PaperCell]) -> None:
        """What stands beside no measure."""
        beside = (cell for cell in cells if self.table.columns[cell.column].role not in _OUTSIDE)
        self.ledger.leave_out(Reason.NO_COLUMN, (text for cell in beside for text in cell.texts))


_OUTSIDE: Final = (ColumnRole.GROUP, ColumnRole.NUMBER)
_BESIDE: Final = (
    (ColumnRole.WHO, "who", WHO_IS_UNSURE),
    (ColumnRole.SUPPORTING, "supporting", WHO_IS_UNSURE),
    (ColumnRole.WHEN, "when", WHEN_IS_UNSURE),
    (ColumnRole.TARGET, "target", "原檔同一格列有數個目標，未能確定各屬哪一項，先依序或全部列入，請對照原件。"),
    (ColumnRole.MORE, "more", "原檔同一格列有數項內容，未能確定各屬哪一項，先依序或全部列入，請對照原件。"),
)


def _is_one(values: Sequence[Aligned]) -> bool:
    """Whether all have the same, which may be only the measures' own."""
    return len({each.value for each in values}) == 1


def _joined_texts(texts: Sequence[str]) -> str:
    if len({*texts}) == 1:
        return texts[0]
    if parse_period(sentence(texts)).kind is not PeriodKind.OTHER:
        return sentence(texts)  # a period that the end of a line has cut
    return "、".join(dict.fromkeys(texts)) if all(is_period(text) for text in texts) else sentence(texts)


def _with(values: Mapping[str, Plain], key: str, value: str, column: str) -> dict[str, Plain]:
    """Values with one more, where it stands in a row of a plan."""
    if key == "supporting":
        names = value.strip("（）()－-—–")
        return {**values, "who": f"{values.get('who', '')}（{names}）"} if names else dict(values)
    if key == "target":
        return {**values, "target": {"figure": value}}
    if key == "more":
        more = values.get("more")
        return {**values, "more": {**(more if isinstance(more, dict) else {}), column: value}}
    return {**values, key: value}


def _headings(cell: PaperCell) -> Iterator[str]:
    """The headings of a cell: one, or several that each begin with a number."""
    parts: list[list[str]] = []
    for text in map(worded, cell.texts):
        number, rest = split_number(text)
        if not parts or (number is not None and number.ordinal is not None and rest and _is_whole(parts[-1])):
            parts.append([text])
        else:
            parts[-1].append(text)
    for part in parts:
        yield sentence(part)


def _is_whole(part: Sequence[str]) -> bool:
    """Whether a heading says more than its number."""
    return bool(split_number(part[0])[1]) or len(part) > 1


def _numbered(lines: Sequence[PaperLine], number: str) -> list[PaperLine]:
    """Lines with a number before the first, if it has none of its own."""
    filled = [position for position, line in enumerate(lines) if line.text]
    if not filled or split_number(lines[filled[0]].text)[0] is not None:
        return list(lines)
    first = lines[filled[0]]
    printed = number if split_number(f"{number} x")[0] is not None else f"{number}."
    changed = replace(first, text=worded(f"{printed} {first.text}"))
    return [*lines[: filled[0]], changed, *lines[filled[0] + 1 :]]


def heading_levels(levels: Sequence[Level]) -> dict[Level, str]:
    """The kind of row, h1 to h6, of each level: from outer columns to inner ones, within one as they first occur.

    A heading without a number stands, in a column that has numbers, on the level of the last that has.
    """
    known = list(dict.fromkeys(levels))
    columns = sorted({column for column, _ in known})
    ordered: list[Level] = []
    same: dict[Level, Level] = {}
    for column in columns:
        styles = [style for each, style in known if each == column]
        numbered = [style for style in styles if style is not None]
        ordered += [(column, style) for style in numbered or styles]
        if numbered and None in styles:
            same[column, None] = (column, numbered[-1])
    found = {level: HEADINGS[min(position, len(HEADINGS) - 1)] for position, level in enumerate(ordered)}
    return found | {level: found[other] for level, other in same.items()}
