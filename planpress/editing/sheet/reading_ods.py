"""The sheets of an OpenDocument file."""

from typing import Final

from planpress.editing.sheet.book import MOST_COLUMNS, MOST_ROWS, Cell, CellKind, Filling, Sheet, TooMuchError
from planpress.editing.sheet.parts import Attributes, Parts, UnreadableError, parse

_KINDS: Final = {
    "float": CellKind.NUMBER,
    "percentage": CellKind.NUMBER,
    "currency": CellKind.NUMBER,
    "date": CellKind.DATE,
    "time": CellKind.DATE,
}
_CELLS: Final = ("table:table-cell", "table:covered-table-cell")
_MOST_BLANKS: Final = 1_000


def read_ods(parts: Parts, filling: Filling) -> None:
    """Read every sheet of an ODS file."""
    reader = _Reader(filling)
    parse(parts.read("content.xml"), reader.start, reader.end, reader.text)


class _Reader:
    def __init__(self, filling: Filling) -> None:
        self.filling = filling
        self.row = self.column = self.rows = self.columns = 0
        self.begun: list[tuple[int, Cell]] = []
        self.attributes: Attributes | None = None
        """Of the cell that is open."""
        self.paragraphs: list[str] = []
        self.foreign = 0
        """How many elements are open within a cell that are not its text: notes, pictures."""

    def start(self, name: str, attributes: Attributes) -> None:
        if self.foreign or (self.attributes is not None and not name.startswith("text:")):
            self.foreign += 1
            return
        match name:
            case "table:table":
                self.filling.sheets.append(Sheet(attributes.get("name", "")))
                self.row = 0
            case "table:table-row":
                self.column, self.begun = 0, []
                self.rows = _count(attributes, "number-rows-repeated")
            case "table:table-cell" | "table:covered-table-cell":
                self.attributes, self.paragraphs = attributes, []
                self.columns = _count(attributes, "number-columns-repeated")
                if int(attributes.get("number-rows-spanned", "1")) > 1:
                    self.filling.sheets[-1].merged.add((self.row, self.column))
            case "text:p" | "text:h":
                self.paragraphs.append("")
            case "text:line-break":
                self.text("\n")
            case "text:tab":
                self.text(" ")
            case "text:s":
                self.text(" " * min(int(attributes.get("c", "1")), _MOST_BLANKS))
            case "text:ruby-text":
                self.foreign += 1

    def text(self, data: str) -> None:
        if self.attributes is not None and self.paragraphs and not self.foreign:
            self.paragraphs[-1] += data

    def end(self, name: str) -> None:
        if self.foreign:
            self.foreign -= 1
        elif name in _CELLS:
            if (cell := self.cell()) and name == "table:table-cell":
                self.begun += [(self.column + at, cell) for at in range(min(self.columns, MOST_COLUMNS - self.column))]
            self.column += self.columns
            self.attributes = None
        elif name == "table:table-row":
            if self.begun and self.rows > MOST_ROWS:
                raise TooMuchError(f"{MOST_ROWS:,}")
            for at in range(self.rows if self.begun else 0):
                for column, cell in self.begun:
                    self.filling.add(self.row + at, column, cell)
            self.row += self.rows

    def cell(self) -> Cell | None:
        """The cell that ends here."""
        assert self.attributes is not None
        shown = "\n".join(self.paragraphs) or self.attributes.get("string-value") or self.attributes.get("value", "")
        kind = _KINDS.get(self.attributes.get("value-type", ""), CellKind.TEXT)
        if "formula" in self.attributes:
            return Cell(shown, CellKind.FORMULA)
        if kind is CellKind.DATE:
            return Cell(self.attributes.get("date-value") or shown, kind)
        return Cell(shown, kind) if shown.strip() else None


def _count(attributes: Attributes, name: str) -> int:
    count = int(attributes.get(name, "1"))
    if count < 1:
        raise UnreadableError
    return count
