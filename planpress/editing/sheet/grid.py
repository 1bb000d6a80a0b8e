"""A sheet whose columns are known by its head, wherever they stand; and the day that a cell of a date means."""

from collections.abc import Collection, Iterator, Mapping

from planpress.editing.sheet.book import Book, Cell, Sheet, column_name
from planpress.editing.sheet.columns import Table, folded
from planpress.model.dates import ROC_EPOCH
from planpress.problems.problem import Place, Problem


class Grid:
    """A sheet whose columns are known."""

    def __init__(self, book: Book, sheet: Sheet, head: int, columns: Mapping[str, int]) -> None:
        self.book, self.sheet, self.head, self.columns = book, sheet, head, columns

    @classmethod
    def of(cls, book: Book, table: Table, problems: list[Problem]) -> "Grid | None":
        """The sheet of a table, by its head row: sheets may be called otherwise, columns may stand elsewhere."""
        found = [grid for sheet in book.sheets if (grid := cls._in(book, sheet, table))]
        named = [grid for grid in found if folded(grid.sheet.name) == folded(table.name)]
        if len(named or found) != 1:
            labels = "、".join(f"「{column.label}」" for column in table.columns if column.key in table.needed)
            problems.append(Problem("E765", book.place(), {"name": table.name, "columns": labels}))
            return None
        grid = (named or found)[0]
        problems += grid.of_no_use(table)
        return grid

    @classmethod
    def _in(cls, book: Book, sheet: Sheet, table: Table) -> "Grid | None":
        for row in sheet.rows[:10]:
            heads = {folded(sheet.text(row, column)): column for at, column in sorted(sheet.cells) if at == row}
            columns: dict[str, int] = {}
            for names in ((0, 1), (1, None)):  # a label counts before any other name
                for column in table.columns:
                    for name in (column.label, *column.other_names)[slice(*names)]:
                        at = heads.get(folded(name))
                        if at is not None and column.key not in columns and at not in columns.values():
                            columns[column.key] = at
            if all(key in columns for key in table.needed):
                return cls(book, sheet, row, columns)
        return None

    def of_no_use(self, table: Table) -> Iterator[Problem]:
        """Columns that nobody reads although something stands in them."""
        filled = {column for row, column in self.sheet.cells if row > self.head and self.sheet.text(row, column)}
        for column in sorted(filled - {*self.columns.values()}):
            name = self.sheet.text(self.head, column) or column_name(column)
            yield Problem("W395", self.book.place(self.sheet, self.head, column), {"name": name, "table": table.name})

    def gone(self, table: Table, filled: Collection[str]) -> Iterator[Problem]:
        """Columns that somebody has removed although something stood in them.

        Args:
            table: of the sheet.
            filled: keys of the columns in which anything stood.
        """
        for column in table.columns:
            if column.key not in self.columns and column.key in filled:
                place = self.book.place(self.sheet, self.head)
                yield Problem("W399", place, {"name": column.label, "table": table.name})

    def rows(self) -> list[int]:
        """The rows below the head that have anything in them."""
        return [row for row in self.sheet.rows if row > self.head]

    def place(self, row: int, key: str) -> Place:
        """Where a cell is, by the key of its column."""
        return self.book.place(self.sheet, row, self.columns.get(key, 0))

    def cell(self, row: int, key: str) -> Cell | None:
        """What is in a cell; None for an empty one, and where the column is gone."""
        return self.sheet.cells.get((row, self.columns[key])) if key in self.columns else None

    def merged(self) -> Iterator[Place]:
        """Cells that reach over several rows, and hold what is read."""
        for row, column in sorted(self.sheet.merged):
            if row > self.head and column in self.columns.values():
                yield self.book.place(self.sheet, row, column)


def day_of(text: str) -> str:
    """A day as the files write it, of a date that a program made: 2025-01-14, or 0114-01-14 where it knew no 民國."""
    parts = text[:10].split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return ""
    year, month, day = map(int, parts)
    return f"{year - ROC_EPOCH if year > ROC_EPOCH else year}-{month:02d}-{day:02d}"
