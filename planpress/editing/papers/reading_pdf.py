"""A PDF file with a text layer as lines and tables. Tables are found by their rules; pictures of pages have no text."""

import io
import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import pdfplumber
from pdfminer.psparser import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from planpress.editing.papers.contents import is_led
from planpress.editing.papers.markup import CELL_LIMIT, refuse_too_many
from planpress.editing.papers.paper import (
    LeftOut,
    Paper,
    PaperBlock,
    PaperCell,
    PaperLine,
    PaperTable,
    Reason,
    unsaid_addresses,
)
from planpress.editing.papers.wording import worded
from planpress.editing.sheet.book import TooMuchError
from planpress.editing.sheet.parts import UnreadableError
from planpress.model.line_breaks import joined
from planpress.model.numbering import split_number

PAGE_LIMIT: Final = 300
_PAGE: Final = 100_000.0
"""Points by which the lines of a page stand below those of the page before, more than any page is high."""
_SAME_LINE: Final = 0.5
"""Part of a line's height by which words of one line may differ."""
_EDGE: Final = 1.6
"""Characters that may be missing to the right edge of a line that is full."""
_OFTEN: Final = 0.6
"""On how many of the pages a line stands that is no part of the text; how many lines of a column begin at its edge."""
_FEWEST_WORDS: Final = 20
"""Of a page with two columns."""
_PAGE_NUMBER: Final = re.compile(
    r"[-–—~～\s]*第?\s*\d{1,3}\s*(?:頁|/\s*\d{1,3})?(?:[,，]?\s*共\s*\d{1,3}\s*頁)?[-–—~～\s]*"
)
_LATIN: Final = re.compile(r"[A-Za-z]{2,}")
_LAST: Final = re.compile(r"[!-~]*?(?P<word>[A-Za-z]*)[!-~]?$")
_FIRST: Final = re.compile(r"(?P<word>[A-Za-z]+)[!-~]*")
_MARGIN: Final = 0.09
"""Part of a page's height, at its head and foot, in which a page number may stand."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A line as it is printed."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    column: int = 0
    """Of text set in two columns: 1 for the right one."""


@dataclass(frozen=True, slots=True)
class _Page:
    rows: tuple[_Row, ...]
    tables: tuple[tuple[float, PaperTable], ...]
    height: float
    unsaid: tuple[LeftOut, ...]
    """Where links lead that the page does not print."""


def read_pdf(content: bytes) -> Paper:
    """Read a document.

    Raises:
        TooMuchError: it has too many pages, or tables too large.
        UnreadableError: it is damaged, or cannot be opened without a password.
    """
    try:
        with pdfplumber.open(io.BytesIO(content)) as file:
            if len(file.pages) > PAGE_LIMIT:
                raise TooMuchError(f"{PAGE_LIMIT:,}")
            pages = [_page(page, number) for number, page in enumerate(file.pages)]
    except (PSException, MalformedPDFException, PdfminerException, AttributeError, TypeError, AssertionError) as error:
        raise UnreadableError from error
    return _paper(pages)


def _page(page: Any, number: int) -> _Page:
    """A page of pdfplumber's, whose objects have no types."""
    tables: list[tuple[float, PaperTable]] = []
    used: set[int] = set()
    words = page.dedupe_chars(tolerance=1).extract_words(
        x_tolerance_ratio=0.3, keep_blank_chars=False, extra_attrs=["size"], return_chars=False
    )
    refuse_too_many(len(words))
    for found in page.find_tables():
        if len(found.cells) > CELL_LIMIT:
            raise TooMuchError(f"{CELL_LIMIT:,}")
        own = [word for word in words if id(word) not in used]  # of a table within a table each word once
        table = _table(found.cells, own, number * _PAGE, used)
        if table is not None:
            tables.append((found.bbox[1], table))
    outside = [word for word in words if id(word) not in used]
    addresses = [str(each["uri"]) for each in page.hyperlinks if each.get("uri")]
    unsaid = unsaid_addresses(addresses, "".join(str(word["text"]) for word in words))
    return _Page(tuple(_in_columns(outside, float(page.width))), tuple(tables), float(page.height), tuple(unsaid))


def _in_columns(words: Sequence[Any], width: float) -> list[_Row]:
    """The lines of a page, those of a right column behind those of the left one."""
    gutter = _gutter(words, width)
    if gutter is None:
        return [*_rows(words)]
    right = [word for word in words if word["x0"] >= gutter]
    left = [word for word in words if word["x0"] < gutter]
    return [*_rows(left), *(replace(row, column=1) for row in _rows(right))]


def _gutter(words: Sequence[Any], width: float) -> float | None:
    """Where the blank between two columns of text is; None where there is none."""
    if len(words) < _FEWEST_WORDS:
        return None
    for place in range(int(width * 0.4), int(width * 0.6), 2):
        crossing = sum(word["x0"] < place < word["x1"] for word in words)
        right = sum(word["x0"] >= place for word in words)
        begins = Counter(round(word["x0"]) for word in words if word["x0"] >= place)
        is_edge = begins and max(begins.values()) >= _OFTEN * len(
            {round(w["bottom"]) for w in words if w["x0"] >= place}
        )
        if crossing <= 0.03 * len(words) and right >= 0.2 * len(words) and is_edge:
            return float(place)
    return None


def _is_in(word: Any, box: Sequence[float]) -> bool:
    x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _rows(words: Sequence[Any]) -> Iterator[_Row]:
    """Words put together to lines, from top to bottom and left to right."""
    rows: list[list[Any]] = []
    for word in sorted(words, key=lambda word: (word["bottom"], word["x0"])):
        height = word["bottom"] - word["top"]
        if rows and abs(rows[-1][0]["bottom"] - word["bottom"]) <= _SAME_LINE * height:
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in rows:
        row.sort(key=lambda word: word["x0"])
        yield _Row(
            worded(" ".join(str(word["text"]) for word in row)),
            min(word["x0"] for word in row),
            max(word["x1"] for word in row),
            min(word["top"] for word in row),
            max(word["bottom"] for word in row),
            max(word["size"] for word in row),
        )


def _table(boxes: Sequence[Sequence[float]], words: Sequence[Any], offset: float, used: set[int]) -> PaperTable | None:
    """The cells of a table by the rules that stand around them; the words in them are added to those that are used."""
    columns = _edges([x for box in boxes for x in (box[0], box[2])])
    rows = _edges([y for box in boxes for y in (box[1], box[3])])
    if len(columns) < 3 or len(rows) < 2:
        return None
    cells: dict[tuple[int, int], PaperCell] = {}
    within: set[int] = set()
    for box in boxes:
        left, right = _nearest(columns, box[0]), _nearest(columns, box[2])
        upper, lower = _nearest(rows, box[1]), _nearest(rows, box[3])
        own = [word for word in words if _is_in(word, box)]
        lines = tuple(_cell_lines(list(_rows(own)), box[2], offset))
        if right > left and lower > upper and (upper, left) not in cells:
            cells[upper, left] = PaperCell(lines, upper, left, lower - upper, right - left)
            within |= {id(word) for word in own}
    if not any(cell.texts for cell in cells.values()):
        return None
    used |= within
    return PaperTable(tuple(cells[place] for place in sorted(cells)))


def _cell_lines(rows: Sequence[_Row], right: float, offset: float) -> Iterator[PaperLine]:
    for row in rows:
        is_full = row.right >= right - _EDGE * row.size
        yield PaperLine(row.text, top=offset + row.top, is_full=is_full)


def _edges(values: Sequence[float]) -> list[float]:
    """Where rules stand; those that are nearly at the same place are one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > 3:
            found.append(value)
    return found


def _nearest(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - value))


def _paper(pages: Sequence[_Page]) -> Paper:
    pages = [_with_whole_words(page, _vocabulary(pages)) for page in pages]
    margins = _margins(pages)
    left_out: list[LeftOut] = []
    blocks: list[PaperBlock] = []
    rows = [row for page in pages for row in page.rows]
    right = {column: _right_edge([row.right for row in rows if row.column == column]) for column in (0, 1)}
    if right[1]:  # lines above both columns are wider than the left one
        right[0] = statistics.median([row.right for row in rows if row.column == 0] or [0.0])
    usual = statistics.median([row.size for row in rows]) if rows else 0.0
    for number, page in enumerate(pages):
        left_out += [LeftOut(Reason.MARGIN, row.text) for row in page.rows if _is_margin(row, page, margins)]
        left_out += page.unsaid
        kept = [row for row in page.rows if not _is_margin(row, page, margins)]
        placed: list[tuple[tuple[int, float], PaperBlock]] = [((0, top), table) for top, table in page.tables]
        for row in kept:
            is_title = number == 0 and row.size >= 1.35 * usual and split_number(row.text)[0] is None
            is_full = row.right >= right[row.column] - _EDGE * row.size
            placed.append(
                ((row.column, row.top), PaperLine(row.text, 0, is_title, (), number * _PAGE + row.top, is_full=is_full))
            )
        blocks += [block for _, block in sorted(placed, key=lambda each: each[0])]
    return Paper(tuple(_unwrapped(blocks)), tuple(left_out))


def _right_edge(rights: Sequence[float]) -> float:
    return statistics.quantiles(rights, n=20)[-1] if len(rights) > 1 else 0.0


def _margins(pages: Sequence[_Page]) -> set[str]:
    """What stands at the head or foot of most pages, whatever its numbers."""
    counts = Counter(
        key for page in pages for key in {_key(row) for row in page.rows if _is_outer(row, page)} if len(pages) > 1
    )
    return {key for key, count in counts.items() if count >= max(2, _OFTEN * len(pages))}


def _key(row: _Row) -> str:
    return re.sub(r"\d+", "#", row.text)


def _is_outer(row: _Row, page: _Page) -> bool:
    return row.bottom < _MARGIN * page.height * 1.5 or row.top > (1 - _MARGIN * 1.5) * page.height


def _is_margin(row: _Row, page: _Page, margins: set[str]) -> bool:
    if not _is_outer(row, page):
        return False
    return _key(row) in margins or _PAGE_NUMBER.fullmatch(row.text) is not None


def _unwrapped(blocks: Sequence[PaperBlock]) -> Iterator[PaperBlock]:
    """Lines put together to paragraphs: a full line goes on with the next, unless that begins with a number."""
    last: PaperLine | None = None
    for block in blocks:
        if isinstance(block, PaperTable):
            yield from [last] if last else []
            last = None
            yield block
        elif last is not None and last.is_full and _goes_on(last, block):
            last = replace(last, text=worded(joined((last.text, block.text))), is_full=block.is_full)
        else:
            yield from [last] if last else []
            last = block
    yield from [last] if last else []


def _goes_on(last: PaperLine, line: PaperLine) -> bool:
    return not (line.is_title or is_led(last.text)) and split_number(line.text)[0] is None


def _vocabulary(pages: Sequence[_Page]) -> frozenset[str]:
    """Latin words that stand within a line somewhere, and so are whole."""
    texts = [row.text for page in pages for row in page.rows]
    texts += [line.text for page in pages for _, table in page.tables for cell in table.cells for line in cell.lines]
    return frozenset(word.lower() for text in texts for word in _LATIN.findall(text[1:-1]))


def _with_whole_words(page: _Page, vocabulary: frozenset[str]) -> _Page:
    """A page whose cells have Latin words together that the end of a line has cut: Face|book."""
    tables = [
        (top, replace(table, cells=tuple(replace(cell, lines=_mended(cell.lines, vocabulary)) for cell in table.cells)))
        for top, table in page.tables
    ]
    return replace(page, tables=tuple(tables))


def _mended(lines: Sequence[PaperLine], vocabulary: frozenset[str]) -> tuple[PaperLine, ...]:
    found: list[PaperLine] = []
    for line in lines:
        last, first = _LAST.search(found[-1].text) if found else None, _FIRST.match(line.text)
        if found and found[-1].is_full and last and first:
            is_address = "://" in last[0] or last[0].startswith("www.") or last[0].endswith("/")
            if is_address or f"{last['word']}{first['word']}".lower() in vocabulary:
                found[-1] = replace(found[-1], text=f"{found[-1].text}{first[0]}", is_full=first[0] == line.text)
                line = replace(line, text=line.text[first.end() :].strip())
                if not line.text:
                    continue
        found.append(line)
    return tuple(found)
