"""A document as all kinds of files are read: lines and tables in their order, and what is no part of the text.

Positions of cells count from 0. Texts are those of the file, their automatic numbers in front, blanks of layout gone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Reason(StrEnum):
    """Why a text of a file is not in the plan."""

    CONTENTS = "contents"
    """A table of contents."""
    MARGIN = "margin"
    """At the head or foot of pages: page numbers, names."""
    HIDDEN = "hidden"
    """Formatted as hidden."""
    DELETED = "deleted"
    """Deleted, the change being tracked."""
    COMMENT = "comment"
    FRONT = "front"
    """Before the first chapter, and neither title nor date."""
    REPEATED = "repeated"
    """The head of a table again, on another page."""
    NO_COLUMN = "no column"
    """In a column that the plan has no place for."""
    ADDRESS = "address"
    """Where a link leads, when its words do not say it: the text of a plan has no links."""
    OURS = "ours"
    """What planpress itself writes on every document: whose transcription it is, its address."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A text of a file that is not in the plan."""

    reason: Reason
    text: str


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paragraph, or a line of one that its writer broke.

    Attributes:
        text: what it says; empty for an empty paragraph, which in a cell may be there for the layout.
        level: of its style of headings, from 1; 0 for any other.
        is_title: its style is that of the document's title.
        notes: footnotes that it refers to.
        top: how far from the top of its page, in points; None where the file does not say.
        is_full: it reaches the right edge, so that the next line may go on with it; only in files that cut all lines.
        tables: that stand below it in the same cell.
    """

    text: str
    level: int = 0
    is_title: bool = False
    notes: tuple[str, ...] = ()
    top: float | None = None
    is_full: bool = False
    tables: tuple["PaperTable", ...] = ()


@dataclass(frozen=True, slots=True)
class PaperCell:
    """A cell of a table; ``rows`` and ``columns`` say how many it fills."""

    lines: tuple[PaperLine, ...]
    row: int
    column: int
    rows: int = 1
    columns: int = 1

    @property
    def texts(self) -> tuple[str, ...]:
        """What its lines say, without empty ones."""
        return tuple(line.text for line in self.lines if line.text)

    @property
    def text(self) -> str:
        """What it says, as one."""
        return " ".join(self.texts)


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table.

    Attributes:
        cells: each once, by row and column.
        heads: how many rows the file calls its head.
    """

    cells: tuple[PaperCell, ...]
    heads: int = 0

    @property
    def height(self) -> int:
        """How many rows there are."""
        return max((cell.row + cell.rows for cell in self.cells), default=0)

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max((cell.column + cell.columns for cell in self.cells), default=0)

    @property
    def is_grid(self) -> bool:
        """Whether it is one of data: it has rows and columns."""
        return self.height > 1 and self.width > 1

    def grid(self) -> list[list[str]]:
        """Its texts as rows of equal length; what a cell fills beside its first place is empty."""
        grid = [["" for _ in range(self.width)] for _ in range(self.height)]
        for cell in self.cells:
            grid[cell.row][cell.column] = cell.text
        return grid


@dataclass(slots=True)
class Ledger:
    """What does not go into the plan as it stands in the file.

    Attributes:
        left_out: what is not in the plan.
        turned: what is there in another form: a date, a label.
    """

    left_out: list[LeftOut] = field(default_factory=list)
    turned: list[str] = field(default_factory=list)

    def leave_out(self, reason: Reason, texts: Iterable[str]) -> None:
        """Note texts, but for empty ones."""
        self.left_out += [LeftOut(reason, text) for text in texts if text]


PaperBlock = PaperLine | PaperTable


def unsaid_addresses(addresses: Iterable[str], text: str) -> Iterator[LeftOut]:
    """Where links lead that stand in a text which does not say so.

    >>> [each.text for each in unsaid_addresses(["https://plans.example/", "https://a.example"], "見 plans.example。")]
    ['https://a.example']
    """
    for address in dict.fromkeys(addresses):
        scheme, _, rest = address.partition(":")
        if scheme.lower() in ("http", "https", "mailto", "tel") and rest.strip("/") not in text:
            yield LeftOut(Reason.ADDRESS, address)


def lines_of(blocks: Iterable[PaperBlock]) -> Iterator[PaperLine]:
    """All lines, those in cells of tables too, and in those of tables within cells."""
    for block in blocks:
        if isinstance(block, PaperLine):
            yield block
            yield from lines_of(block.tables)
        else:
            yield from lines_of(line for cell in block.cells for line in cell.lines)


def _last_filled(lines: Sequence[PaperLine]) -> int | None:
    return next((place for place in reversed(range(len(lines))) if lines[place].text), None)


def lines_in_cell(blocks: Iterable[PaperBlock]) -> tuple[PaperLine, ...]:
    """What stands in a cell: its lines, and the tables below each. What stands above all lines is one of the layout."""
    found: list[PaperLine] = []
    for block in blocks:
        if isinstance(block, PaperLine):
            found.append(block)
        elif (place := _last_filled(found)) is not None and block.is_grid:
            found[place] = replace(found[place], tables=(*found[place].tables, block))
        else:
            found += lines_of([block])
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Paper:
    """A document.

    Attributes:
        blocks: lines and tables in their order.
        left_out: what the file holds beside its text.
        remarks: codes of what a reader should know of how the file was read: tracked changes, text boxes.
        heading_columns: what a document of ours calls the columns of headings, which it does not show.
    """

    blocks: tuple[PaperBlock, ...]
    left_out: tuple[LeftOut, ...] = ()
    remarks: frozenset[str] = frozenset()
    heading_columns: tuple[str, ...] = ()


class GridFilling:
    """A table while it is read: cells find their places, whatever reaches into them from above.

    Args:
        limit: how many cells there may be.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.cells: list[PaperCell] = []
        self.taken: set[tuple[int, int]] = set()
        self.row = -1
        self.column = 0

    def next_row(self) -> None:
        """Begin a row."""
        self.row += 1
        self.column = 0

    def skip(self, columns: int = 1) -> None:
        """Leave columns empty."""
        self.column += columns

    def add(self, lines: tuple[PaperLine, ...], rows: int = 1, columns: int = 1) -> bool:
        """Put a cell into the next free place of the row; False where there are too many."""
        while (self.row, self.column) in self.taken:
            self.column += 1
        if len(self.taken) + rows * columns > self.limit:
            return False
        self.taken |= {(self.row + y, self.column + x) for y in range(rows) for x in range(columns)}
        self.cells.append(PaperCell(lines, self.row, self.column, rows, columns))
        self.column += columns
        return True
