"""The bytes of a file as a document, whatever wrote it. Files come by mail: nothing in them is trusted."""

import io
import re
import zipfile
from email import message_from_bytes
from typing import Final

from planpress.editing.papers.paper import Paper
from planpress.editing.papers.reading_book import paper_of
from planpress.editing.papers.reading_docx import read_docx
from planpress.editing.papers.reading_html import read_html
from planpress.editing.papers.reading_odt import read_odt
from planpress.editing.papers.reading_pdf import read_pdf
from planpress.editing.sheet.book import TooMuchError
from planpress.editing.sheet.parts import BROKEN, Parts, UnreadableError
from planpress.editing.sheet.reading import read_book
from planpress.problems.problem import Place, Problem

SIZE_LIMIT: Final = 50_000_000
"""Bytes of a file; pictures in it are not read."""

_OLD_WORD: Final = b"\xd0\xcf\x11\xe0"
_WEB_ARCHIVE: Final = re.compile(rb"\s*[A-Za-z-]+:.{0,4000}?multipart/related", re.IGNORECASE | re.DOTALL)
"""How a page begins that a browser or Word has saved as a single file (MHTML, RFC 2557)."""


def read_paper(file: str, content: bytes) -> tuple[Paper | None, list[Problem]]:
    """Read a document.

    Args:
        file: its name, for the messages.
        content: its bytes.

    Returns:
        The document, or None and the reason: it is of no kind that is read (E371), an old Word file (E372), without
        text (E373), damaged or with a password (E374), too large (E397).
    """
    place = Place(file)
    if content.startswith(_OLD_WORD):
        return None, [Problem("E372", place, {"file": file})]
    try:
        paper = _read(content)
    except TooMuchError as error:
        return None, [Problem("E397", place, {"limit": str(error)})]
    except BROKEN:
        return None, [Problem("E374", place)]
    if paper is None:
        return None, [Problem("E371", place)]
    return (paper, []) if paper.blocks else (None, [Problem("E373", place)])


def _workbook(content: bytes) -> Paper | None:
    book, _ = read_book("", content)
    return paper_of(book) if book else None


def _read(content: bytes) -> Paper | None:
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = Parts(archive)
            if "word/document.xml" in parts.names:
                return read_docx(parts)
            if "xl/workbook.xml" in parts.names or b"spreadsheet" in parts.read("mimetype"):
                return _workbook(content)
            if "content.xml" in parts.names and b"opendocument.text" in parts.read("mimetype"):
                return read_odt(parts)
        return None
    if content.lstrip()[:5] == b"%PDF-":
        return read_pdf(content)
    if _WEB_ARCHIVE.match(content[:4096]):
        return read_html(_page_of(content))
    beginning = content[:4096].replace(b"\0", b"").lower()  # UTF-16 too
    if b"<html" in beginning or b"<table" in beginning or b"<!doctype html" in beginning or b"<body" in beginning:
        return read_html(content)
    return None


def _page_of(archive: bytes) -> bytes:
    """The page of a web archive, in the encoding that its own part names.

    Raises:
        UnreadableError: there is none.
    """
    page = message_from_bytes(archive).walk()
    part = next((each for each in page if each.get_content_type() == "text/html"), None)
    content = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(content, bytes):
        raise UnreadableError
    charset = part.get_content_charset()
    return content if charset is None else f'<meta charset="{charset}">'.encode() + content
