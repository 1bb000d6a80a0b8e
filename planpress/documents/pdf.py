"""PDF by Typst: PDF/UA-1 and PDF/A-3a in one file, with the plan's open data attached.

Typst refuses what an accessible document may not lack: a title, alternative texts, heading levels without gaps, a glyph
for every character. A character that no font has is found before, and replaced by 〓 (the printers' mark for a missing
type), so that one rare name does not cost the document; :func:`missing_characters` lets a check report it.
"""

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import typst
from jinja2 import TemplateSyntaxError

from planpress.documents.document import (
    Column,
    DataTable,
    Document,
    DocumentLine,
    DocumentRow,
    Heading,
    Name,
    Part,
    Picture,
    Role,
    Table,
    Words,
    plain,
    title_lines,
)
from planpress.documents.fonts import DocumentFonts
from planpress.documents.qr_code import qr_code
from planpress.editions.edition import Edition, Text
from planpress.model.numbering import sets_itself_off
from planpress.model.web_addresses import pieces
from planpress.source.attachments.pictures import DamagedError, UnsuitableError, picture

STANDARDS: Final[list[Any]] = ["a-3a", "ua-1"]
NORMAL_SIZE: Final = 11
"""Points; the usual size of an official document in print is 12 to 16 in 標楷體, which is set smaller than 黑體."""
LARGE_SIZE: Final = 18
"""Points of 大字版."""
LONG_CELL: Final = {NORMAL_SIZE: 1000, LARGE_SIZE: 240}
"""Columns of text (a Han character takes two) from which a cell may break across pages; a shorter one stays whole."""

_FORGETTING: Final = 4
"""Empty documents to set after each: Typst keeps what it has set for several documents, in case one comes again. Ours
do not, and a process that made many plans held 550 MB instead of 260."""

_TYPST_PLACE: Final = re.compile(r"┌─ (?:.*[/\\])?(.+?):([0-9]+):[0-9]+\n")
"""Where Typst's message names a file; its own packages have other folders, ours has none."""

ROOM: Final = {NORMAL_SIZE: (470, 520), LARGE_SIZE: (717, 340)}
"""Width and height in points that a figure may take, its caption not counted: A4, across the page in large print."""

_CHINESE_WIDTHS: Final = {Role.WHO: 7.2, Role.WHEN: 7.9, Role.TARGET: 5.5, Role.MORE: 5.5}
_OTHER_WIDTHS: Final = {Role.WHO: 9.5, Role.WHEN: 9.4, Role.TARGET: 7.5, Role.MORE: 7.5}
"""Widths in em of the columns that need little room."""
_MOST_NARROW: Final = 24
"""What these columns may take together, in em."""

LOCALES: Final = {"zh-Hant": ("zh", "TW", "hant"), "zh-Hans": ("zh", "CN", "hans")}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the PDF."""

    name: str
    media_type: str
    description: str
    data: bytes


def pdf(
    document: Document,
    edition: Edition,
    fonts: DocumentFonts,
    template: Path,
    *,
    author: str,
    description: str,
    keywords: Sequence[str],
    day: date,
    size: int = NORMAL_SIZE,
    attachments: Sequence[Attachment] = (),
    pictures: Mapping[str, bytes] = MappingProxyType({}),
) -> bytes:
    """Make the PDF of a plan.

    Args:
        document: the plan as a document.
        edition: its language.
        fonts: what it is set in.
        template: the Typst file.
        author: the office, or whoever transcribed its plan.
        description: what it is, for its metadata.
        keywords: for its metadata.
        day: the document's date, from the data (PDF/A asks for one); its bytes depend on no other.
        size: of the text, in points.
        attachments: files that travel with it.
        pictures: of its figures, by the names of their files; where one is missing, its text stands for it.

    Raises:
        TemplateSyntaxError: the template cannot be compiled.
    """
    data = document_data(document, edition, fonts, size)
    data |= {
        "author": author,
        "description": description,
        "keywords": list(keywords),
        "date": [day.year, day.month, day.day],
        "attachments": [
            {"name": each.name, "media-type": each.media_type, "description": each.description} for each in attachments
        ],
    }
    inputs = {"document": json.dumps(data, ensure_ascii=False)}
    inputs |= {each.name: each.data.decode() for each in attachments}
    inputs |= {f"figure:{name}": svg for name, content in pictures.items() if (svg := picture_svg(content, fonts))}
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
    try:
        compiler = typst.Compiler(template, root=template.parent, font_paths=fonts.loaded, sys_inputs=inputs)
        result = compiler.compile(format="pdf", pdf_standards=STANDARDS, timestamp=moment)
    except RuntimeError as error:  # Typst's own is one
        raise _broken(template, error) from error
    assert isinstance(result, bytes)  # one document, in memory
    for _ in range(_FORGETTING):
        typst.compile(b"", font_paths=fonts.loaded)
    return result


def _broken(template: Path, error: RuntimeError) -> TemplateSyntaxError:
    """What Typst says, with the file and line where it stopped."""
    match = _TYPST_PLACE.search(getattr(error, "diagnostic", ""))
    file, line = (template.parent / match[1], int(match[2])) if match else (template, 0)
    return TemplateSyntaxError(str(error), line, filename=str(file))


def document_data(document: Document, edition: Edition, fonts: DocumentFonts, size: int) -> dict[str, Any]:
    """What ``plan.typ`` prints, as JSON."""
    _ = edition.gettext
    tag = edition.language.tag
    lang, region, script = LOCALES.get(tag, (tag, None, None))
    say = _Speaker(fonts, size, is_chinese=lang == "zh")
    return {
        "title": say.text(document.title),
        "title-lines": [say.plain(line) for line in title_lines(document.title.value)],
        "organisation": say.text(document.organisation),
        "office": say.name(document.office),
        "adopted": say.text(document.adopted) if document.adopted else None,
        "decisions": [say.words(line) for line in document.decisions],
        "mark": say.text(document.mark) if document.mark else None,
        "watermark": document.watermark and say.plain(document.watermark),
        "notes": [say.text(note) for note in document.notes],
        "parts": [say.part(part) for part in document.parts],
        "transcription-notes": [say.words(note) for note in document.transcription_notes],
        "notes-heading": _("轉錄說明"),
        "supporting": _("協辦："),
        "separator": _("、"),
        "page": _("第{page}頁，共{pages}頁"),
        "url": document.url,
        "qr": qr_code(document.url),
        "qr-alt": _("網頁的 QR 碼：%(url)s") % {"url": document.url},
        "tag": tag,
        "lang": lang,
        "region": region or "GB",
        "script": script or "latn",
        "justify": lang == "zh",
        "fonts": list(fonts.families(tag)),
        "size": size,
        "large": size >= LARGE_SIZE,
        "title-size": (1.5 if lang == "zh" else 1.2) * (1 if size == NORMAL_SIZE else 0.8),
    }


class _Speaker:
    """Turns the document into data, with no character that the fonts lack."""

    def __init__(self, fonts: DocumentFonts, size: int, *, is_chinese: bool) -> None:
        self.fonts = fonts
        self.size = size
        self.widths = _CHINESE_WIDTHS if is_chinese else _OTHER_WIDTHS

    def plain(self, value: str) -> str:
        return self.fonts.printable(value)

    def text(self, text: Text) -> dict[str, str]:
        return {"value": self.plain(text.value), "lang": text.lang}

    def words(self, words: Words) -> list[dict[str, Any]]:
        """A text in pieces of one language each, the addresses in it by themselves."""
        return [
            {"value": self.plain(piece.text), "lang": text.lang, "address": piece.is_address}
            for text in words
            for piece in pieces(text.value)
        ]

    def name(self, name: Name) -> dict[str, Any]:
        return {"text": self.text(name.text), "original": self.text(name.original) if name.original else None}

    def numbered(self, part: Heading | DocumentLine | DocumentRow) -> dict[str, Any]:
        """A printed number, and whether a blank follows it."""
        return {"number": part.number, "apart": part.number is not None and not sets_itself_off(part.number)}

    def part(self, part: Part) -> Mapping[str, Any]:
        match part:
            case Heading():
                return {"kind": "heading", "level": part.level, **self.numbered(part), "text": self.words((part.text,))}
            case DocumentLine():
                section = part.id is not None
                return {
                    "kind": "line", "level": part.level, "section": section,
                    **self.numbered(part), "text": self.words(part.text),
                }  # fmt: skip
            case Table():
                return {
                    "kind": "measures",
                    "columns": [self.text(column.name) for column in part.columns],
                    "widths": self.column_widths(part.columns),
                    "rows": [self.row(row, part.columns) for row in part.rows],
                }
            case DataTable():
                return {
                    "kind": "table",
                    "caption": self.words(part.caption),
                    "head": [self.text(name) for name in part.head],
                    "body": [[self.words((cell,)) for cell in cells] for cells in part.body],
                }
            case Picture():
                width, height = part.fitted(*ROOM[self.size])
                return {
                    "kind": "figure",
                    "file": part.file,
                    "width": width,
                    "height": height,
                    "alt": self.text(part.alt),
                    "caption": self.words(part.caption) if part.caption else None,
                }

    def column_widths(self, columns: Sequence[Column]) -> list[float | None]:
        """Widths in em of the columns that need little room; the others share what is left."""
        widths = [None if column.is_wide else self.widths[column.role] for column in columns]
        scale = min(1, _MOST_NARROW / (sum(width for width in widths if width) or 1))
        return [width and width * scale for width in widths]

    def row(self, row: DocumentRow, columns: Sequence[Column]) -> Mapping[str, Any]:
        further = iter(row.more)
        return {
            "level": row.level,
            **self.numbered(row),
            "text": self.words(row.text),
            "remarks": [{"label": remark.label, "text": self.words(remark.text)} for remark in row.remarks],
            "cells": [self.cell(row, column, further) for column in columns[1:]],
            "long": sum(1 if character.isascii() else 2 for character in plain(row.text)) > LONG_CELL[self.size],
        }

    def cell(self, row: DocumentRow, column: Column, further: Iterator[Words]) -> Mapping[str, Any]:
        """What stands in a column behind the measures: names, or words."""
        match column.role:
            case Role.WHO:
                names, supporting = ([self.name(name) for name in each] for each in (row.who, row.supporting))
                return {"names": names, "supporting": supporting, "words": []}
            case Role.MORE:
                return {"names": [], "supporting": [], "words": self.words(next(further, ()))}
            case _:
                text = row.when if column.role is Role.WHEN else row.target
                return {"names": [], "supporting": [], "words": self.words((text,)) if text else []}


def picture_svg(content: bytes, fonts: DocumentFonts) -> str | None:
    """A picture as Typst can be given it, inside SVG, for its inputs are text; None where Typst cannot read it."""
    try:
        found = picture(content)
    except (DamagedError, UnsuitableError):  # replaced since it was checked
        return None
    if found is None:
        return None
    width, height = found.size
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"><image width="{width}"'
        f' height="{height}" href="data:{found.kind};base64,{b64encode(content).decode()}"/></svg>'
    )
    try:
        typst.compile(b'#image(bytes(sys.inputs.svg), format: "svg")', font_paths=fonts.loaded, sys_inputs={"svg": svg})
    except RuntimeError:
        return None
    return svg
