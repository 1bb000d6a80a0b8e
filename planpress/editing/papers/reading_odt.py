"""An ODT file (OpenDocument 1.2 and 1.3) as lines and tables, as it shows with all tracked changes accepted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from planpress.documents.own_properties import HEADING_COLUMNS, names_in
from planpress.editing.papers.automatic_numbers import LONGEST, ListCounter, ListLevel
from planpress.editing.papers.markup import (
    CELL_LIMIT,
    Element,
    attribute,
    child,
    children,
    local,
    parsed,
    refuse_too_many,
    whole_number,
)
from planpress.editing.papers.paper import (
    GridFilling,
    LeftOut,
    Paper,
    PaperBlock,
    PaperLine,
    PaperTable,
    Reason,
    lines_in_cell,
    lines_of,
    unsaid_addresses,
)
from planpress.editing.papers.styles import PaperStyle, heading_level, inherited
from planpress.editing.papers.wording import worded
from planpress.editing.sheet.book import TooMuchError
from planpress.editing.sheet.parts import Parts

_INDEXES: Final = frozenset(
    {
        *("table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index"),
        "bibliography",
    }
)
_HIDDEN: Final = frozenset({"hidden-text", "hidden-paragraph"})
_NOTHING: Final = frozenset(
    {
        *("tracked-changes", "sequence-decls", "variable-decls", "user-field-decls", "forms", "soft-page-break"),
        *("annotation-end", "ruby-text", "note-citation", "bookmark", "bookmark-start", "bookmark-end"),
    }
)
_BULLETS: Final = {"•": "●", "": "●", "▪": "■", "·": "●", "\uf0b7": "●", "\uf06c": "●", "\uf0a7": "■"}


@dataclass(slots=True)
class _Pieces:
    texts: list[str]
    notes: list[str]
    boxes: list[Element]
    addresses: list[str]


def read_odt(parts: Parts) -> Paper:
    """Read a document.

    Args:
        parts: of the package.

    Raises:
        TooMuchError: it is too large.
        UnreadableError: a part is no XML.
    """
    return _Document(parts).paper()


class _Document:
    def __init__(self, parts: Parts) -> None:
        self.content = parsed(parts.read("content.xml"))
        meta = parts.read("meta.xml")
        self.meta = parsed(meta) if meta else None
        styles = parts.read("styles.xml")
        self.master = parsed(styles) if styles else None
        roots = [root for root in (self.master, self.content) if root is not None]
        self.styles = {name: style for root in roots for name, style in _styles(root)}
        self.lists = {name: levels for root in roots for name, levels in _list_styles(root)}
        self.counters: dict[str, ListCounter] = {}
        self.last_of_style: dict[str, ListCounter] = {}
        self.left_out: list[LeftOut] = []
        self.remarks: set[str] = set()
        self.count = 0

    def paper(self) -> Paper:
        text = child(self.content, "body", "text")
        blocks = tuple(self.blocks(text)) if text is not None else ()
        for page in children(child(self.master, "master-styles"), "master-page"):
            for part in page:
                if local(part).startswith(("header", "footer")):
                    self.leave_out(Reason.MARGIN, self.blocks(part))
        own = children(child(self.meta, "meta"), "user-defined")
        names = (names_in(str(each.text or "")) for each in own if attribute(each, "name") == HEADING_COLUMNS)
        return Paper(blocks, tuple(self.left_out), frozenset(self.remarks), next(names, ()))

    def leave_out(self, reason: Reason, blocks: Iterator[PaperBlock]) -> None:
        self.left_out += [LeftOut(reason, line.text) for line in lines_of(blocks) if line.text]

    def blocks(self, parent: Element) -> Iterator[PaperBlock]:
        for element in parent:
            self.count += 1
            refuse_too_many(self.count)
            name = local(element)
            if name in ("p", "h"):
                yield from self.paragraph(element)
            elif name == "list":
                yield from self.list(element, "", 0)
            elif name == "table" and all(len([*children(row, "table-cell")]) == 1 for row, _ in _rows(element)):
                for row, _ in _rows(element):  # only a frame around the text
                    for cell in children(row, "table-cell"):
                        yield from self.blocks(cell)
            elif name == "table":
                if (table := self.table(element)) is not None:
                    yield table
            elif name in _INDEXES:
                self.leave_out(Reason.CONTENTS, self.blocks(child(element, "index-body")))
            elif name == "tracked-changes":
                self.changes(element)
            elif name in ("section", "index-title", "numbered-paragraph"):
                hidden = attribute(element, "display") == "none"
                if hidden:
                    self.leave_out(Reason.HIDDEN, self.blocks(element))
                else:
                    yield from self.blocks(element)
            elif name in ("frame", "text-box", "g", "custom-shape"):
                yield from self.box(element)

    def paragraph(self, element: Element, number: str = "") -> Iterator[PaperBlock]:
        style = inherited(self.styles, attribute(element, "style-name") or "")
        pieces = _Pieces([], [], [], [])
        self.read(element, pieces, is_hidden=style.is_hidden)
        text = "".join(pieces.texts)
        self.left_out += unsaid_addresses(pieces.addresses, text)
        texts = [worded(line) for line in text.split("\n")]
        texts[0] = worded(f"{number} {texts[0]}") if number and texts[0] else texts[0]
        is_heading = local(element) == "h"
        level = whole_number(attribute(element, "outline-level"), 1) if is_heading else style.level
        for position, each in enumerate(texts):
            notes = tuple(pieces.notes) if position == len(texts) - 1 else ()
            yield PaperLine(each, level, style.is_title, notes)
        for box in pieces.boxes:
            yield from self.box(box)

    def box(self, element: Element) -> Iterator[PaperBlock]:
        """The text of a box; a picture has none."""
        for each in element:
            if local(each) == "text-box":
                self.remarks.add("box")
                yield from self.blocks(each)
            elif local(each) in ("p", "list") and local(element) == "custom-shape":
                self.remarks.add("box")
                yield from self.blocks(element)
                return
            elif local(each) in ("frame", "g", "custom-shape"):
                yield from self.box(each)

    def read(self, parent: Element, pieces: _Pieces, *, is_hidden: bool) -> None:
        """Read what a paragraph says."""
        self.add(parent.text, pieces, is_hidden=is_hidden)
        for element in parent:
            name = local(element)
            match name:
                case "s":
                    self.add(" " * min(whole_number(attribute(element, "c"), 1), 1000), pieces, is_hidden=is_hidden)
                case "tab":
                    self.add(" ", pieces, is_hidden=is_hidden)
                case "line-break":
                    self.add("\n", pieces, is_hidden=is_hidden)
                case "note":
                    lines = [each for each in self.blocks(child(element, "note-body")) if isinstance(each, PaperLine)]
                    pieces.notes.append(" ".join(line.text for line in lines if line.text))
                case "annotation":
                    self.leave_out(Reason.COMMENT, self.blocks(element))
                case "frame" | "g" | "custom-shape":
                    pieces.boxes.append(element)
                case "change-start" | "change-end" | "change":
                    self.remarks.add("changes")
                case _ if name in _HIDDEN:
                    self.add(attribute(element, "string-value") or str(element.text or ""), pieces, is_hidden=True)
                case _ if name and name not in _NOTHING:
                    if name == "a":
                        pieces.addresses.append(attribute(element, "href") or "")
                    hidden = is_hidden or inherited(self.styles, attribute(element, "style-name") or "").is_hidden
                    self.read(element, pieces, is_hidden=hidden)
            self.add(element.tail, pieces, is_hidden=is_hidden)

    def add(self, text: str | None, pieces: _Pieces, *, is_hidden: bool) -> None:
        if text and is_hidden and text.strip():
            self.left_out.append(LeftOut(Reason.HIDDEN, worded(text)))
        elif text and not is_hidden:
            pieces.texts.append(text if text == "\n" else text.replace("\n", " "))

    def changes(self, element: Element) -> None:
        """Deletions, which stand apart from the text."""
        for region in element:
            for change in region:
                if local(change) == "deletion":
                    self.remarks.add("changes")
                    self.leave_out(Reason.DELETED, self.blocks(change))

    def list(self, element: Element, style_name: str, level: int) -> Iterator[PaperBlock]:
        """The paragraphs of a list with their numbers."""
        style_name = attribute(element, "style-name") or style_name or self.style_of_first(element)
        counter = self.counter(element, style_name, level)
        for item in element:
            if local(item) not in ("list-item", "list-header"):
                continue
            is_first = local(item) == "list-item"
            own = attribute(item, "start-value")
            start = whole_number(own, 1) if own is not None else None
            for each in item:
                name = local(each)
                if name in ("p", "h"):
                    number = counter.next(level, start) if is_first and counter else ""
                    yield from self.paragraph(each, _BULLETS.get(number, number))
                    is_first = False
                elif name == "list":
                    if counter is not None:
                        self.counters["open"] = counter
                    yield from self.list(each, style_name, level + 1)
                else:
                    yield from self.blocks([each])

    def style_of_first(self, element: Element) -> str:
        for each in element.iter():
            if local(each) in ("p", "h"):
                return inherited(self.styles, attribute(each, "style-name") or "").list_name
        return ""

    def counter(self, element: Element, style_name: str, level: int) -> ListCounter | None:
        """What counts a list: that of the list above it, of the one that it goes on with, or a new one."""
        if level:
            return self.counters.get("open")
        levels = self.lists.get(style_name)
        if levels is None:
            return None
        other = attribute(element, "continue-list")
        counter = self.counters.get(f"#{other}") if other else None
        if counter is None and (other or attribute(element, "continue-numbering") == "true"):
            # LibreOffice also names lists whose id it does not write.
            counter = self.last_of_style.get(style_name)
        counter = counter or ListCounter(levels)
        self.last_of_style[style_name] = counter
        if (own := attribute(element, "id")) is not None:
            self.counters[f"#{own}"] = counter
        return counter

    def table(self, element: Element) -> PaperTable | None:
        filling = GridFilling(CELL_LIMIT)
        heads = 0
        for row, is_head in _rows(element):
            filling.next_row()
            heads += is_head and heads == filling.row
            for cell in row:
                name = local(cell)
                repeated = whole_number(attribute(cell, "number-columns-repeated"), 1)
                if name != "table-cell":
                    continue
                lines = lines_in_cell(self.blocks(cell))
                rows = max(1, whole_number(attribute(cell, "number-rows-spanned"), 1))
                columns = max(1, whole_number(attribute(cell, "number-columns-spanned"), 1))
                for _ in range(repeated if any(line.text for line in lines) else min(repeated, 100)):
                    if not filling.add(lines, rows, columns):
                        raise TooMuchError(f"{CELL_LIMIT:,}")
        return PaperTable(tuple(filling.cells), heads) if filling.cells else None


def _rows(table: Element) -> Iterator[tuple[Element, bool]]:
    for element in table:
        match local(element):
            case "table-row":
                yield element, False
            case "table-header-rows":
                yield from ((row, True) for row, _ in _rows(element))
            case "table-rows" | "table-row-group":
                yield from _rows(element)


def _styles(root: Element) -> Iterator[tuple[str, PaperStyle]]:
    for kind in ("styles", "automatic-styles"):
        for element in children(child(root, kind), "style"):
            if attribute(element, "family") not in ("paragraph", "text"):
                continue
            name = attribute(element, "name") or ""
            shown = child(element, "text-properties")
            level = whole_number(attribute(element, "default-outline-level"))
            shown_name = attribute(element, "display-name") or name
            yield (
                name,
                PaperStyle(
                    parent=attribute(element, "parent-style-name") or "",
                    list_name=attribute(element, "list-style-name") or "",
                    is_hidden=shown is not None and attribute(shown, "display") == "none",
                    level=level if 0 < level <= LONGEST else heading_level(shown_name),
                    is_title="Title" in (name, shown_name),
                ),
            )


def _list_styles(root: Element) -> Iterator[tuple[str, Mapping[int, ListLevel]]]:
    for kind in ("styles", "automatic-styles"):
        for style in children(child(root, kind), "list-style"):
            levels = {}
            for element in style:
                level = whole_number(attribute(element, "level"), 1) - 1
                if 0 <= level <= LONGEST:
                    levels[level] = _level(element, level)
            yield attribute(style, "name") or "", levels


def _level(element: Element, level: int) -> ListLevel:
    prefix, suffix = attribute(element, "num-prefix") or "", attribute(element, "num-suffix") or ""
    if local(element) != "list-level-style-number":
        return ListLevel("bullet", prefix + (attribute(element, "bullet-char") or "") + suffix)
    form = attribute(element, "num-format") or ""
    shown = whole_number(attribute(element, "display-levels"), 1)
    numbers = ".".join(f"%{each}" for each in range(max(1, level + 2 - shown), level + 2)) if form else ""
    return ListLevel(form, f"{prefix}{numbers}{suffix}", whole_number(attribute(element, "start-value"), 1))
