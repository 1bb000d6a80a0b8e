"""A workbook as it was read: sheets of cells, whatever program saved it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from planpress.problems.problem import Place

MOST_ROWS: Final = 5_000
"""Rows of a sheet; the longest real plan has 220."""
MOST_COLUMNS: Final = 100
"""Columns of a sheet; what stands farther to the right is passed over."""
MOST_CHARACTERS: Final = 5_000_000
"""Characters of all cells together."""


class CellKind(StrEnum):
    """What a program takes the content of a cell for."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    ERROR = "error"
    FORMULA = "formula"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is not empty.

    Attributes:
        text: what it shows, as far as that is known; of a date, its ISO 8601 form.
        kind: what the program takes it for.
    """

    text: str
    kind: CellKind = CellKind.TEXT


@dataclass(slots=True)
class Sheet:
    """A sheet.

    Attributes:
        name: on its tab.
        cells: what is in it, by row and column, from 0.
        merged: cells that reach over several rows, by their upper left corner.
    """

    name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merged: set[tuple[int, int]] = field(default_factory=set)

    @property
    def rows(self) -> list[int]:
        """The rows that have anything in them."""
        return sorted({row for row, _ in self.cells})

    def text(self, row: int, column: int) -> str:
        """What a cell shows, without blanks at its ends."""
        cell = self.cells.get((row, column))
        return cell.text.strip() if cell else ""


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook.

    Attributes:
        file: how messages call it.
        sheets: in the order of their tabs.
    """

    file: str
    sheets: tuple[Sheet, ...]

    def place(self, sheet: Sheet | None = None, row: int = 0, column: int = 0) -> Place:
        """A cell as its readers find it: ``kinmen-115.ods（工作表「作法」C12）``."""
        return Place(f"{self.file}（工作表「{sheet.name}」{cell_name(row, column)}）" if sheet else self.file)


class TooMuchError(Exception):
    """A workbook holds more than anybody writes; the argument is the limit."""


class Filling:
    """Puts cells into sheets, up to the limits."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self.characters = 0

    def add(self, row: int, column: int, cell: Cell) -> None:
        """Put a cell into the last sheet.

        Raises:
            TooMuchError: it is one too many.
        """
        if column >= MOST_COLUMNS:
            return
        self.characters += len(cell.text)
        if row >= MOST_ROWS:
            raise TooMuchError(f"{MOST_ROWS:,}")
        if self.characters > MOST_CHARACTERS:
            raise TooMuchError(f"{MOST_CHARACTERS:,}")
        self.sheets[-1].cells[row, column] = cell


def cell_name(row: int, column: int) -> str:
    """The name of a cell.

    >>> cell_name(11, 2), cell_name(0, 27)
    ('C12', 'AB1')
    """
    return f"{column_name(column)}{row + 1}"


def column_name(column: int) -> str:
    """The letters of a column."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def number_text(value: float) -> str:
    """A number as a person would write it.

    >>> number_text(1.0), number_text(0.95)
    ('1', '0.95')
    """
    return f"{value:.15g}"
