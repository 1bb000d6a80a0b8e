"""A DOCX file (ISO/IEC 29500) as lines and tables, as Word shows it with all tracked changes accepted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from planpress.documents.own_properties import HEADING_COLUMNS, names_in
from planpress.editing.papers.automatic_numbers import LONGEST
from planpress.editing.papers.docx_styles import attribute_of, lists_of, styles_of
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
from planpress.editing.papers.styles import PaperStyle, inherited
from planpress.editing.papers.wording import worded
from planpress.editing.sheet.book import TooMuchError
from planpress.editing.sheet.parts import Parts

_GONE: Final = frozenset({"del", "moveFrom", "delText"})
_WRAPPERS: Final = frozenset(
    {"ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "sdt", "sdtContent", "ruby"}
)
_LINK_FIELD: Final = re.compile(r'\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
_BULLETS: Final = {"\uf06c": "●", "\uf0b7": "●", "\uf06e": "■", "\uf0a7": "■", "\uf0d8": "◎", "·": "●", "•": "●"}
"""Bullets of symbol fonts, and dots, as the bullets that plans print."""


@dataclass(slots=True)
class _Pieces:
    """What a paragraph has said so far."""

    texts: list[str]
    notes: list[str]
    boxes: list[Element]
    fields: list[bool]
    """Of each open field whether its result is being read."""
    addresses: list[str]


def read_docx(parts: Parts) -> Paper:
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
        self.parts = parts
        self.root = parsed(parts.read("word/document.xml"))
        self.styles = styles_of(self.part("word/styles.xml"))
        self.counters, self.of_list = lists_of(self.part("word/numbering.xml"))
        self.started: set[tuple[str, int]] = set()
        self.footnotes = {**self.notes_of("word/footnotes.xml"), **self.notes_of("word/endnotes.xml", "e")}
        relations = children(self.part("word/_rels/document.xml.rels"), "Relationship")
        self.targets = {attribute(each, "Id"): attribute(each, "Target") or "" for each in relations}
        self.left_out: list[LeftOut] = []
        self.remarks: set[str] = set()
        self.last_number = ""
        """The automatic number of the last paragraph."""
        self.count = 0

    def part(self, name: str) -> Element | None:
        content = self.parts.read(name)
        return parsed(content) if content else None

    def notes_of(self, name: str, prefix: str = "") -> dict[str, Element]:
        """Footnotes by their numbers; those of Word's own, the lines above them, are none."""
        root = self.part(name)
        notes = (each for each in (root if root is not None else ()) if attribute(each, "type") in (None, "normal"))
        return {f"{prefix}{attribute(each, 'id')}": each for each in notes}

    def paper(self) -> Paper:
        body = child(self.root, "body")
        blocks = tuple(self.blocks(body)) if body is not None else ()
        for name in sorted(self.parts.names):
            if name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
                self.leave_out(Reason.MARGIN, parsed(self.parts.read(name)))
            elif name == "word/comments.xml":
                self.leave_out(Reason.COMMENT, parsed(self.parts.read(name)))
        own = children(self.part("docProps/custom.xml"), "property")
        values = ("".join(each.itertext()) for each in own if attribute(each, "name") == HEADING_COLUMNS)
        names = next(map(names_in, values), ())
        return Paper(blocks, tuple(self.left_out), frozenset(self.remarks), names)

    def leave_out(self, reason: Reason, root: Element) -> None:
        self.left_out += [LeftOut(reason, line.text) for line in lines_of(self.blocks(root)) if line.text]

    def blocks(self, parent: Element) -> Iterator[PaperBlock]:
        for element in parent:
            self.count += 1
            refuse_too_many(self.count)
            match local(element):
                case "p":
                    yield from self.paragraph(element)
                case "tbl" if all(len([*_cells(row)]) == 1 for row in _rows(element)):  # only a frame around the text
                    for row in _rows(element):
                        for cell in _cells(row):
                            yield from self.blocks(cell)
                case "tbl":
                    if (table := self.table(element)) is not None:
                        yield table
                case "sdt" if child(element, "sdtPr", "showingPlcHdr") is not None:
                    continue
                case "sdt" | "customXml" | "ins" | "moveTo" | "sdtContent" | "comment" | "footnote" | "endnote" | "tc":
                    yield from self.blocks(element)
                case "del" | "moveFrom":
                    self.deleted(element)

    def paragraph(self, element: Element) -> Iterator[PaperBlock]:
        properties = child(element, "pPr")
        style = inherited(self.styles, attribute_of(child(properties, "pStyle")) or "")
        pieces = _Pieces([], [], [], [], [])
        self.read_runs(element, pieces, is_hidden=style.is_hidden)
        text = "".join(pieces.texts)
        self.left_out += unsaid_addresses(pieces.addresses, text)
        number = self.last_number = self.number(properties, style)
        level = whole_number(attribute_of(child(properties, "outlineLvl")), 99) + 1
        level = level if level <= LONGEST else style.level
        texts = [worded(line) for line in text.split("\n")]
        texts[0] = worded(f"{number} {texts[0]}") if number and texts[0] else texts[0]
        if style.is_contents:
            self.left_out += [LeftOut(Reason.CONTENTS, each) for each in texts if each]
            return
        notes = tuple(self.note(each) for each in pieces.notes)
        for position, each in enumerate(texts):
            yield PaperLine(each, level, style.is_title, notes if position == len(texts) - 1 else ())
        for box in pieces.boxes:
            self.remarks.add("box")
            yield from self.blocks(box)

    def read_runs(self, parent: Element, pieces: _Pieces, *, is_hidden: bool) -> None:
        for element in parent:
            name = local(element)
            if name in _GONE:
                self.deleted(element)
            elif name == "r":
                properties = child(element, "rPr")
                is_own = child(properties, "vanish")
                hidden = is_hidden if is_own is None else attribute(is_own, "val") not in ("0", "false", "off")
                self.read_run(element, pieces, is_hidden=hidden)
            elif name in _WRAPPERS and child(element, "sdtPr", "showingPlcHdr") is None:
                if name in ("ins", "moveTo"):
                    self.remarks.add("changes")
                if name == "hyperlink":
                    pieces.addresses.append(self.targets.get(attribute(element, "id") or "", ""))
                base = child(element, "rubyBase") if name == "ruby" else element
                if base is not None:
                    self.read_runs(base, pieces, is_hidden=is_hidden)

    def read_run(self, run: Element, pieces: _Pieces, *, is_hidden: bool) -> None:
        for element in run:
            name = local(element)
            if name == "fldChar":
                self.read_field(attribute(element, "fldCharType"), pieces.fields)
                continue
            if name == "instrText" and (field := _LINK_FIELD.match(str(element.text or ""))):
                pieces.addresses.append(field[1])
            if not all(pieces.fields) or name == "instrText":
                continue
            text = self.said(element, name, pieces)
            if text and is_hidden:
                self.left_out.append(LeftOut(Reason.HIDDEN, text))
            else:
                pieces.texts.append(text)

    def read_field(self, kind: str | None, fields: list[bool]) -> None:
        if kind == "begin":
            fields.append(False)
        elif fields and kind == "separate":
            fields[-1] = True
        elif fields and kind == "end":
            fields.pop()

    def said(self, element: Element, name: str, pieces: _Pieces) -> str:
        """What a part of a run says; footnotes and text boxes are set aside."""
        match name:
            case "t":
                return str(element.text or "")
            case "tab" | "ptab":
                return " "
            case "br" | "cr":
                return "\n" if attribute(element, "type") in (None, "textWrapping") else ""
            case "noBreakHyphen":
                return "-"
            case "sym":
                code = attribute(element, "char") or ""
                return _symbol(code)
            case "footnoteReference" | "endnoteReference":
                prefix = "e" if name.startswith("end") else ""
                pieces.notes.append(f"{prefix}{attribute(element, 'id')}")
            case "drawing" | "pict" | "object" | "AlternateContent":
                pieces.boxes += _boxes(element)
            case "ruby":
                base = child(element, "rubyBase")
                if base is not None:
                    self.read_runs(base, pieces, is_hidden=False)
            case "delText":
                self.deleted(element)
        return ""

    def deleted(self, element: Element) -> None:
        self.remarks.add("changes")
        text = worded("".join(str(each.text or "") for each in element.iter() if local(each) in ("delText", "t")))
        if not text and local(element) == "delText":
            text = worded(str(element.text or ""))
        if text:
            self.left_out.append(LeftOut(Reason.DELETED, text))

    def note(self, name: str) -> str:
        element = self.footnotes.get(name)
        lines = [] if element is None else [each for each in self.blocks(element) if isinstance(each, PaperLine)]
        return " ".join(line.text for line in lines if line.text)

    def number(self, properties: Element | None, style: PaperStyle) -> str:
        """The automatic number of a paragraph, counted on."""
        own = child(properties, "numPr")
        list_id = attribute_of(child(own, "numId")) or style.list_name
        level = whole_number(attribute_of(child(own, "ilvl")), -1)
        if level < 0:
            level = style.list_level or 0
        if not list_id or list_id == "0" or list_id not in self.of_list:
            return ""
        abstract, starts = self.of_list[list_id]
        start = None
        if (list_id, level) not in self.started:
            self.started.add((list_id, level))
            start = starts.get(level)
        number = self.counters[abstract].next(level, start)
        return _BULLETS.get(number, number)

    def table(self, element: Element) -> PaperTable | None:
        filling = GridFilling(CELL_LIMIT)
        self.leave_out_rows(element)
        spans = _vertical_spans(element)
        heads = 0
        for index, row in enumerate(_rows(element)):
            filling.next_row()
            properties = child(row, "trPr")
            if child(properties, "tblHeader") is not None and heads == index:
                heads += 1
            filling.skip(whole_number(attribute_of(child(properties, "gridBefore"))))
            for position, cell in enumerate(_cells(row)):
                columns = max(1, whole_number(attribute_of(child(cell, "tcPr", "gridSpan")), 1))
                rows = spans.get((index, position))
                if rows is None:
                    filling.skip(columns)
                elif not filling.add(self.lines_in(cell), rows, columns):
                    raise TooMuchError(f"{CELL_LIMIT:,}")
        return PaperTable(tuple(filling.cells), heads) if filling.cells else None

    def lines_in(self, cell: Element) -> tuple[PaperLine, ...]:
        """What a cell says; a column of numbers may have nothing but automatic ones."""
        lines = lines_in_cell(self.blocks(cell))
        return (PaperLine(self.last_number),) if len(lines) == 1 and not lines[0].text else lines

    def leave_out_rows(self, table: Element) -> None:
        """Rows that are deleted, the change being tracked."""
        for row in table:
            if local(row) == "tr" and child(row, "trPr", "del") is not None:
                self.remarks.add("changes")
                self.leave_out(Reason.DELETED, row)


def _rows(table: Element) -> Iterator[Element]:
    for element in table:
        match local(element):
            case "tr" if child(element, "trPr", "del") is None:
                yield element
            case "sdt" | "sdtContent" | "customXml" | "ins":
                yield from _rows(element)


def _cells(row: Element) -> Iterator[Element]:
    for element in row:
        match local(element):
            case "tc":
                yield element
            case "sdt" | "sdtContent" | "customXml":
                yield from _cells(element)


def _vertical_spans(table: Element) -> dict[tuple[int, int], int]:
    """How many rows each cell fills, by row and place in it; a cell that goes on from above is not there."""
    spans: dict[tuple[int, int], int] = {}
    open_at: dict[int, tuple[int, int]] = {}
    for index, row in enumerate(_rows(table)):
        column = whole_number(attribute_of(child(row, "trPr", "gridBefore")))
        reached = dict(open_at)
        open_at = {}
        for position, cell in enumerate(_cells(row)):
            columns = max(1, whole_number(attribute_of(child(cell, "tcPr", "gridSpan")), 1))
            merge = child(cell, "tcPr", "vMerge")
            goes_on = merge is not None and attribute(merge, "val") != "restart"
            start = reached.get(column)
            if goes_on and start is not None:
                spans[start] += 1
                open_at[column] = start
            else:
                spans[index, position] = 1
                if merge is not None:
                    open_at[column] = (index, position)
            column += columns
    return spans


def _boxes(element: Element) -> list[Element]:
    """Text boxes of a drawing; of two descriptions of one the first."""
    if local(element) == "AlternateContent":
        chosen = next(iter(element), None)
        return _boxes(chosen) if chosen is not None else []
    if local(element) == "txbxContent":
        return [element]
    return [box for each in element for box in _boxes(each)]


def _symbol(code: str) -> str:
    value = int(code, 16) if code and len(code) <= 5 and all(each in "0123456789abcdefABCDEF" for each in code) else 0
    character = chr(value) if value >= 32 and not 0xD800 <= value < 0xE000 else ""
    return _BULLETS.get(character, "◎" if 0xF000 <= value <= 0xF0FF else character)
