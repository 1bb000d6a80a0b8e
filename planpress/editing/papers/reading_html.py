"""A web page, as a CMS or a word processor exports it, as lines and tables. Nothing that it names is fetched."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lxml import etree, html

from planpress.editing.papers.automatic_numbers import ListCounter
from planpress.editing.papers.html_styles import HtmlStyles, classes_of, html_styles
from planpress.editing.papers.markup import CELL_LIMIT, Element, attribute, local, refuse_too_many, whole_number
from planpress.editing.papers.paper import (
    GridFilling,
    LeftOut,
    Paper,
    PaperBlock,
    PaperLine,
    PaperTable,
    Reason,
    lines_in_cell,
    unsaid_addresses,
)
from planpress.editing.papers.wording import worded
from planpress.editing.sheet.book import TooMuchError
from planpress.editing.sheet.parts import UnreadableError
from planpress.model.numbering import split_number

_NOTHING: Final = frozenset({"script", "style", "template", "noscript", "head", "title", "svg", "object", "rt", "rp"})
_MARGINS: Final = frozenset({"nav", "header", "footer", "aside", "form", "button", "select"})
_INLINE: Final = frozenset(
    {
        *(
            "a",
            "abbr",
            "b",
            "bdi",
            "bdo",
            "cite",
            "code",
            "del",
            "dfn",
            "em",
            "font",
            "i",
            "ins",
            "kbd",
            "label",
            "mark",
        ),
        *("q", "ruby", "rb", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "o:p"),
    }
)
_MARGIN_ROLES: Final = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar"})
_TRAIL: Final = re.compile(r"breadcrumb|crumbs|麵包屑|目前位置|現在位置", re.IGNORECASE)
_SITE_PARTS: Final = re.compile(
    r"(?:(?:site|page|main|top|global|sub|side|left|right)[-_]?)?"
    r"(?:header|footer|foot|nav|navbar|navigation|menu|sidebar|share|social|sns|copyright|skip|toolbar|accesskey)"
    r"s?(?:[-_]?(?:bar|area|wrap|wrapper|box|block|links?|list|content|info|container))?",
    re.IGNORECASE,
)
"""What systems call the parts of a page around its text, as classes and ids."""
_OF_THE_SITE: Final = re.compile(
    r"(?:最[後近])?(?:資料)?(?:更新|發[布佈]|上版|張貼|修改)(?:日期|時間)\s*[:：].{0,30}"
    r"|(?:點閱|瀏覽)(?:次?數|率|人次|人氣)\s*[:：].{0,20}|(?:發[布佈]|維護|張貼|提供)(?:單位|人員?)\s*[:：].{0,30}"
    r"|回(?:上一?頁|首頁|頁首|頂端|列表)|友善列印|列印(?:本頁)?|轉寄(?:友人|好友)?|分享(?:至.{0,10})?|facebook|line|top"
    r"|(?:copyright|©|版權所有).*|.{0,40}(?:版權所有|all rights reserved).{0,10}"
    r"|(?:您?[現目][在前](?:的)?位置\s*[:：]?\s*)?首頁\s*[>＞›»].*",
    re.IGNORECASE,
)
"""What a content management system adds below a text, and the way to the page above it."""

_WIDER: Final = {"big5": "cp950", "big-5": "cp950", "x-x-big5": "cp950", "gb2312": "gb18030", "gbk": "gb18030"}
"""What programs write under these names (as the Encoding Standard of WHATWG has it)."""


def read_html(content: bytes) -> Paper:
    """Read a page.

    Args:
        content: its bytes, in whatever encoding it declares.

    Raises:
        TooMuchError: it is too large.
        UnreadableError: it holds nothing.
    """
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = html.document_fromstring(_decoded(content).encode(), parser)
    except (etree.ParserError, ValueError) as error:
        raise UnreadableError from error
    return _Page(html_styles(root)).paper(root)


def _decoded(content: bytes) -> str:
    """UTF-8 where the bytes are, UTF-16 where a mark says so; else what the page says, or Big5."""
    declared = re.search(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", content[:4096])
    name = declared[1].decode().lower() if declared else "big5"
    try:
        if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return content.decode("utf-16")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return content.decode(_WIDER.get(name, name), "replace")
    except LookupError:
        return content.decode("cp950", "replace")


class _Page:
    def __init__(self, styles: HtmlStyles) -> None:
        self.styles = styles
        self.counters: dict[str, ListCounter] = {}
        """Of lists that are counted by their classes, which go on from one list to the next."""
        self.left_out: list[LeftOut] = []
        self.count = 0
        self.has_one_title = False

    def paper(self, root: Element) -> Paper:
        body = next((each for each in root.iter("main")), None)
        if body is None:
            body = next((each for each in root.iter("body")), root)
        self.has_one_title = sum(1 for _ in body.iter("h1")) == 1
        blocks: list[PaperBlock] = []
        for block in self.blocks(body):
            if isinstance(block, PaperLine) and _OF_THE_SITE.fullmatch(block.text):
                self.left_out.append(LeftOut(Reason.MARGIN, block.text))
            else:
                blocks.append(block)
        return Paper(tuple(blocks), tuple(self.left_out))

    def blocks(
        self, parent: Element, level: int = 0, *, is_title: bool = False, number: str = ""
    ) -> Iterator[PaperBlock]:
        """The blocks of an element; words that stand in none of their own are lines."""
        words: list[str] = [str(parent.text or "")]
        for element in parent:
            self.count += 1
            refuse_too_many(self.count)
            name = local(element)
            if self.is_hidden(element):
                self.leave_out(Reason.HIDDEN, element)
            elif _is_margin(element):
                self.leave_out(Reason.MARGIN, element)
            elif name == "br":
                words.append("\n")
            elif name in _INLINE and not _holds_blocks(element):
                words.append(self.inline(element))
            elif name and name not in _NOTHING:
                yield from _lines(words, level, number, is_title=is_title)
                number = number if not "".join(words).strip() else ""
                words.clear()
                yield from self.block(element, name, number)
                number = ""
            words.append(str(element.tail or ""))
        yield from _lines(words, level, number, is_title=is_title)

    def block(self, element: Element, name: str, number: str) -> Iterator[PaperBlock]:
        rows = _rows(element) if name == "table" else []
        if rows and all(len([*_cells(row)]) == 1 for row in rows):  # only a frame around the text
            for row in rows:
                for cell in _cells(row):
                    yield from self.blocks(cell)
        elif name == "table":
            if (table := self.table(element)) is not None:
                yield table
        elif name in ("ol", "ul"):
            yield from self.list(element)
        elif len(name) == 2 and name[0] == "h" and name[1].isdigit():
            yield from self.blocks(
                element, whole_number(name[1]), is_title=name == "h1" and self.has_one_title, number=number
            )
        else:
            yield from self.blocks(element, number=number)

    def inline(self, element: Element) -> str:
        """The words of an element within a line."""
        parts = [str(element.text or "")]
        for each in element:
            name = local(each)
            if self.is_hidden(each):
                self.leave_out(Reason.HIDDEN, each)
            elif name == "br":
                parts.append("\n")
            elif name and name not in _NOTHING:
                parts.append(self.inline(each))
            parts.append(str(each.tail or ""))
        text = "".join(parts)
        if local(element) == "a":
            self.left_out += unsaid_addresses([attribute(element, "href") or ""], text)
        return text

    def list(self, element: Element) -> Iterator[PaperBlock]:
        counter = self.counter(element)
        for item in element:
            if local(item) != "li":
                if local(item) and local(item) not in _NOTHING:
                    yield from self.block(item, local(item), "")
                continue
            own = attribute(item, "value")
            number = counter.next(0, whole_number(own, 1) if own else None) if counter else ""
            yield from self.blocks(item, number=number)

    def counter(self, element: Element) -> ListCounter | None:
        """What counts a list; None where nothing does."""
        level = self.styles.level(element)
        if local(element) != "ol" or level is None:
            return None
        start = attribute(element, "start")
        counted = next((name for name in classes_of(element) if name in self.styles.counters), "")
        if not counted:
            return ListCounter({0: replace(level, start=whole_number(start, 1))})
        if counted not in self.counters or "start" in classes_of(element):
            self.counters[counted] = ListCounter({0: replace(level, start=whole_number(start, 1))})
        return self.counters[counted]

    def is_hidden(self, element: Element) -> bool:
        is_gone = attribute(element, "hidden") is not None or local(element) == "del"
        return is_gone or self.styles.is_hidden(element)

    def table(self, element: Element) -> PaperTable | None:
        filling = GridFilling(CELL_LIMIT)
        heads = 0
        rows = _rows(element)
        for row in rows:
            filling.next_row()
            cells = _cells(row)
            is_head = local(row.getparent()) == "thead" or (cells and all(local(cell) == "th" for cell in cells))
            heads += bool(is_head) and heads == filling.row
            for cell in cells:
                lines = lines_in_cell(self.blocks(cell))
                span = min(whole_number(attribute(cell, "rowspan"), 1) or len(rows), len(rows) - filling.row)
                columns = max(1, whole_number(attribute(cell, "colspan"), 1))
                if not filling.add(lines, max(1, span), columns):
                    raise TooMuchError(f"{CELL_LIMIT:,}")
        return PaperTable(tuple(filling.cells), heads) if filling.cells else None

    def leave_out(self, reason: Reason, element: Element) -> None:
        text = worded("".join(element.itertext()))
        if text:
            self.left_out.append(LeftOut(reason, text))


def _rows(table: Element) -> list[Element]:
    """The rows of a table, without those of tables within it."""
    return [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row if local(cell) in ("td", "th")]


def _lines(words: list[str], level: int, number: str, *, is_title: bool) -> Iterator[PaperLine]:
    """Lines of the words so far. A line break in the source of a page is a blank; only ``br`` breaks."""
    marked = "".join("\0" if word == "\n" else word for word in words)
    for part in marked.split("\0"):
        text = worded(part)
        if text:
            is_numbered = not number or split_number(text)[0] is not None
            yield PaperLine(text if is_numbered else worded(f"{number} {text}"), level, is_title)
            number = ""


def _is_margin(element: Element) -> bool:
    """Whether an element belongs to the site rather than to the text."""
    names = " ".join(attribute(element, name) or "" for name in ("class", "id", "aria-label"))
    is_trail = _TRAIL.search(names) is not None
    return (
        local(element) in _MARGINS
        or attribute(element, "role") in _MARGIN_ROLES
        or is_trail
        or (any(map(_SITE_PARTS.fullmatch, names.split())) and not _holds_text(element))
    )


def _holds_text(element: Element) -> bool:
    """Whether an element that is called a part of the site holds what such a part does not: tables, titles."""
    return local(element) in ("body", "table") or next(element.iter("table", "h1", "h2"), None) is not None


def _holds_blocks(element: Element) -> bool:
    return any(
        local(each) in ("p", "div", "table", "ol", "ul", "h1", "h2", "h3", "h4", "li") for each in element.iter()
    )
