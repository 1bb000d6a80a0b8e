"""A workbook that ``build.py sheet`` did not make, as lines and tables: an office's own table of measures."""

from collections.abc import Iterator

from planpress.editing.papers.paper import Paper, PaperBlock, PaperCell, PaperLine, PaperTable
from planpress.editing.papers.wording import worded
from planpress.editing.register.returned import is_register
from planpress.editing.review.sheet import is_review
from planpress.editing.sheet.book import Book, Sheet
from planpress.editing.sheet.columns import ROWS, SECTIONS
from planpress.editing.sheet.understanding import record_of


def is_own(book: Book) -> bool:
    """Whether a workbook is one of ours, of a plan or of results, or its sheets copied into another file."""
    is_of_plan = record_of(book) is not None or {ROWS.name, SECTIONS.name} <= {sheet.name for sheet in book.sheets}
    return is_of_plan or is_register(book) or is_review(book)


def paper_of(book: Book) -> Paper:
    """The sheets of a workbook one behind the other."""
    return Paper(tuple(block for sheet in book.sheets for block in _blocks(sheet)))


def _blocks(sheet: Sheet) -> Iterator[PaperBlock]:
    """The lines above a table, which fill one cell each, and the table."""
    start = None
    for row in sheet.rows:
        filled = sorted(column for y, column in sheet.cells if y == row and sheet.text(y, column))
        if start is None and len(filled) > 1:
            start = row
        elif start is None:
            yield from (PaperLine(text) for text in _lines(sheet.text(row, filled[0])) if filled)
    if start is None:
        return
    columns = sorted({column for y, column in sheet.cells if y >= start and sheet.text(y, column)})
    cells = [
        PaperCell(tuple(map(PaperLine, _lines(sheet.text(row, column)))), place, position)
        for place, row in enumerate(row for row in sheet.rows if row >= start)
        for position, column in enumerate(columns)
        if sheet.text(row, column)
    ]
    yield PaperTable(tuple(cells))


def _lines(text: str) -> list[str]:
    return [worded(line) for line in text.split("\n")]
