"""Tables of measures: their heads, those that go on over several pages, cells that a page has cut in two."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from planpress.editing.papers.columns import PaperColumn, column_names, columns_of
from planpress.editing.papers.paper import Ledger, PaperCell, PaperTable, Reason
from planpress.editing.papers.wording import bare, is_ended
from planpress.model.column_role import ColumnRole
from planpress.model.numbering import split_number

_MOST_HEADS: Final = 3
_LONGEST_NAME: Final = 25
"""Characters of the name of a column."""


@dataclass(frozen=True, slots=True)
class MeasureTable:
    """A table of measures, over however many pages.

    Attributes:
        columns: what its columns are.
        cells: those below its head, their rows counted from 0.
    """

    columns: tuple[PaperColumn, ...]
    cells: tuple[PaperCell, ...]

    @property
    def height(self) -> int:
        """How many rows there are."""
        return max((cell.row + cell.rows for cell in self.cells), default=0)

    @property
    def names(self) -> tuple[str, ...]:
        """What its columns are called."""
        return tuple(column.name for column in self.columns)

    def of(self, role: ColumnRole) -> list[int]:
        """The columns of a role."""
        return [position for position, column in enumerate(self.columns) if column.role is role]

    def is_across(self, cell: PaperCell) -> bool:
        """Whether a cell fills the whole row: a heading among the measures."""
        return cell.column == 0 and cell.columns >= len(self.columns) > 1


def measure_table(
    table: PaperTable, departments: Collection[str], named: Mapping[str, ColumnRole], *, needs_owners: bool = True
) -> MeasureTable | None:
    """A table as one of measures; None where it is another one, or has no head.

    Args:
        table: the table.
        departments: that the office has.
        named: what columns of a name hold, as the user says.
        needs_owners: it must say who does the measures, when, or with what target.
    """
    heads = _heads(table)
    columns = columns_of(table, heads, departments, named, needs_owners=needs_owners) if heads else None
    return MeasureTable(columns, _below(table, heads)) if columns else None


def _heads(table: PaperTable) -> int:
    """How many rows are the head: those that the file says, or the first as far as its cells reach down."""
    if table.heads:
        return min(table.heads, table.height - 1)
    heads = 1
    while heads < min(_MOST_HEADS, table.height - 1):
        reach = max((cell.row + cell.rows for cell in table.cells if cell.row < heads), default=heads)
        if reach <= heads:
            break
        heads = reach
    names = [bare(cell.text) for cell in table.cells if cell.row < heads]
    is_head = bool(names) and all(len(name) <= _LONGEST_NAME and not is_ended(name.rstrip("）)")) for name in names)
    return heads if is_head and heads < table.height and sum(map(bool, names)) > 1 else 0


def _below(table: PaperTable, heads: int) -> tuple[PaperCell, ...]:
    return tuple(replace(cell, row=cell.row - heads) for cell in table.cells if cell.row >= heads)


def pages_of(table: PaperTable, above: MeasureTable | None) -> list[PaperTable]:
    """A table in the middle of which its head stands again, or that of the one above, as the tables of several pages.

    Args:
        table: the table.
        above: the table of measures that it may go on with.
    """
    heads = _heads(table)
    known = [tuple(column_names(table, heads))] if heads else []
    known += [above.names] if above is not None and len(above.names) == table.width else []
    begins: dict[int, list[PaperCell]] = {}
    for cell in table.cells:
        begins.setdefault(cell.row, []).append(cell)
    starts = [0]
    for row in sorted(begins):
        rest = begins[row]
        could_be = any(all(bare(cell.text) in names[cell.column] for cell in rest) for names in known)
        if row >= max(heads, 1) and could_be and _head_again(PaperTable(_below(table, row)), known):
            starts.append(row)
    ends = [*starts[1:], table.height]
    return [
        replace(table, cells=tuple(each for each in _below(table, start) if each.row < end - start))
        for start, end in zip(starts, ends, strict=True)
    ]


def _head_again(table: PaperTable, known: Sequence[tuple[str, ...]]) -> int:
    """How many of the first rows of a table are a head that is known."""
    return next((heads for heads in range(1, _MOST_HEADS + 1) if tuple(column_names(table, heads)) in known), 0)


def continued(above: MeasureTable, table: PaperTable, ledger: Ledger) -> MeasureTable | None:
    """A table with what the next one goes on with; None where the next one is another.

    Args:
        above: the table so far.
        table: the next one, on the same page or the next.
        ledger: where the head goes that is printed again.
    """
    if table.width != len(above.columns):
        return None
    heads = _head_again(table, [above.names]) or _heads(table)
    if heads and tuple(column_names(table, heads)) == above.names:
        ledger.leave_out(Reason.REPEATED, (cell.text for cell in table.cells if cell.row < heads))
    elif table.heads or (heads and _is_another_head(above, column_names(table, heads))):
        return None
    else:
        heads = 0
    above, below = _with_cut_headings(above, _below(table, heads))
    if _is_cut(above, below):
        return _joined(above, below)
    return replace(above, cells=(*above.cells, *_with_headings(above, below, ledger)))


def _is_another_head(above: MeasureTable, names: Sequence[str]) -> bool:
    """Whether the first row of a table is the head of another one rather than a row of this."""
    shared = len({*names} & {*above.names})
    return shared >= 2 or (all(names) and all(len(name) <= 8 for name in names))


def _is_cut(above: MeasureTable, below: Sequence[PaperCell]) -> bool:
    """Whether the first row is the rest of the last one: in the middle of a sentence, or with nothing beside it."""
    first = {cell.column: cell for cell in below if cell.row == 0}
    if any(first[column].text for column in above.of(ColumnRole.GROUP) if column in first):
        return False
    (measure,) = above.of(ColumnRole.MEASURE)
    texts = first[measure].texts if measure in first else ()
    last = _last(above, measure)
    ends = last.texts[-1:] if last else ()
    if not texts or not ends:
        return False
    beside = [column for role in (ColumnRole.WHO, ColumnRole.WHEN) for column in above.of(role)]
    is_alone = bool(beside) and not any(first[column].texts for column in beside if column in first)
    return is_alone or (split_number(texts[0])[0] is None and not is_ended(ends[0]))


def _with_cut_headings(above: MeasureTable, below: tuple[PaperCell, ...]) -> tuple[MeasureTable, tuple[PaperCell, ...]]:
    """Both parts of a table, with a heading whole that the page has cut: 二、法規及流 | 程簡化."""
    cells, rest = list(above.cells), list(below)
    for place, cell in enumerate(below):
        if cell.row or not cell.texts or cell.column not in above.of(ColumnRole.GROUP):
            continue
        last = max((each for each in cells if each.column == cell.column and each.texts), default=None, key=_row)
        if last is None or split_number(cell.texts[0])[0]:
            continue
        reaches_end = last.lines[-1].is_full and last.row + last.rows == above.height
        if split_number(last.texts[0])[0] or (reaches_end and bare(last.text) != bare(cell.text)):
            cells[cells.index(last)] = replace(last, lines=(*last.lines, *cell.lines))
            rest[place] = replace(cell, lines=())
    return replace(above, cells=tuple(cells)), tuple(rest)


def _row(cell: PaperCell) -> int:
    return cell.row


def _last(above: MeasureTable, column: int) -> PaperCell | None:
    cells = [cell for cell in above.cells if cell.column == column]
    return max(cells, key=lambda cell: cell.row, default=None)


def _joined(above: MeasureTable, below: Sequence[PaperCell]) -> MeasureTable:
    """The last row with the first one of the next page in it, and the other rows behind."""
    cells = list(above.cells)
    for cell in (cell for cell in below if cell.row == 0 and cell.lines):
        last = _last(replace(above, cells=tuple(cells)), cell.column)
        if last is not None:
            position = cells.index(last)
            cells[position] = replace(last, lines=(*last.lines, *cell.lines), rows=last.rows + cell.rows - 1)
    offset = above.height - 1
    return replace(above, cells=(*cells, *(replace(each, row=each.row + offset) for each in below if each.row)))


def _with_headings(above: MeasureTable, below: Sequence[PaperCell], ledger: Ledger) -> list[PaperCell]:
    """The cells of a next page, without headings that are printed again there, and with those that were cut."""
    offset = above.height
    found: list[PaperCell] = []
    for cell in below:
        is_heading = cell.column in above.of(ColumnRole.GROUP) and cell.row == 0 and cell.text
        last = _last_heading(above, cell.column) if is_heading else None
        if last is not None and bare(last) == bare(cell.text):
            ledger.leave_out(Reason.REPEATED, cell.texts)
            cell = replace(cell, lines=())
        found.append(replace(cell, row=cell.row + offset))
    return found


def _last_heading(above: MeasureTable, column: int) -> str | None:
    cells = [cell for cell in above.cells if cell.column == column and cell.text]
    return max(cells, key=lambda cell: cell.row).text if cells else None
