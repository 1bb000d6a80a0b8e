"""PDF by Typst: PDF/UA-1 and PDF/A-3a in one file, with the plan's open data attached.

Typst refuses what an accessible document may not lack: a title, alternative texts, heading levels without gaps, a glyph
for every character. A character that no font has is found before, and replaced by 〓 (the printers' mark for a missing
type), so that one rare name does not cost the document; :func:`missing_characters` lets a check report it.
"""

import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

import segno
import typst
from jinja2 import TemplateSyntaxError

from planpress.documents.document import (
    Document,
    DocumentLine,
    DocumentRow,
    Heading,
    Name,
    Table,
    Words,
    plain,
    title_lines,
)
from planpress.documents.fonts import DocumentFonts
from planpress.editions.edition import Edition, Text
from planpress.model.numbering import sets_itself_off
from planpress.model.web_addresses import pieces

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
    publisher: str,
    description: str,
    keywords: Sequence[str],
    day: date,
    size: int = NORMAL_SIZE,
    attachments: Sequence[Attachment] = (),
) -> bytes:
    """Make the PDF of a plan.

    Args:
        document: the plan as a document.
        edition: its language.
        fonts: what it is set in.
        template: the Typst file.
        publisher: the office.
        description: what it is, for its metadata.
        keywords: for its metadata.
        day: the document's date, from the data (PDF/A asks for one); its bytes depend on no other.
        size: of the text, in points.
        attachments: files that travel with it.

    Raises:
        TemplateSyntaxError: the template cannot be compiled.
    """
    data = document_data(document, edition, fonts, size)
    data |= {
        "publisher": publisher,
        "description": description,
        "keywords": list(keywords),
        "date": [day.year, day.month, day.day],
        "attachments": [
            {"name": each.name, "media-type": each.media_type, "description": each.description} for each in attachments
        ],
    }
    inputs = {"document": json.dumps(data, ensure_ascii=False)}
    inputs |= {each.name: each.data.decode() for each in attachments}
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
    say = _Speaker(fonts, LONG_CELL[size])
    return {
        "title": say.text(document.title),
        "title-lines": [say.plain(line) for line in title_lines(document.title.value)],
        "organisation": say.text(document.organisation),
        "office": say.name(document.office),
        "adopted": say.text(document.adopted) if document.adopted else None,
        "decisions": [say.words(line) for line in document.decisions],
        "notes": [say.text(note) for note in document.notes],
        "parts": [say.part(part) for part in document.parts],
        "columns": [say.text(name) for name in (document.measure, document.who, document.when)],
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
        "widths": [7.2, 7.9] if lang == "zh" else [9.5, 9.4],
        "title-size": (1.5 if lang == "zh" else 1.2) * (1 if size == NORMAL_SIZE else 0.8),
    }


class _Speaker:
    """Turns the document into data, with no character that the fonts lack."""

    def __init__(self, fonts: DocumentFonts, long_cell: int) -> None:
        self.fonts = fonts
        self.long_cell = long_cell

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

    def part(self, part: Heading | DocumentLine | Table) -> Mapping[str, Any]:
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
                return {"kind": "table", "rows": [self.row(row) for row in part.rows]}

    def row(self, row: DocumentRow) -> Mapping[str, Any]:
        return {
            "level": row.level,
            **self.numbered(row),
            "text": self.words(row.text),
            "remarks": [{"label": remark.label, "text": self.words(remark.text)} for remark in row.remarks],
            "who": [self.name(name) for name in row.who],
            "supporting": [self.name(name) for name in row.supporting],
            "when": self.words((row.when,)) if row.when else None,
            "long": sum(1 if character.isascii() else 2 for character in plain(row.text)) > self.long_cell,
        }


def qr_code(address: str) -> str:
    """QR code of an address, as SVG."""
    buffer = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        buffer, kind="svg", border=2, xmldecl=False, svgclass=None, lineclass=None
    )
    return buffer.getvalue().decode()
