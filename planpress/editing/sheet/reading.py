"""The bytes of an ODS or XLSX file as a workbook. Files come by mail: nothing in them is trusted.

Read with the standard library alone: only what cells say is needed, and so no entity is ever expanded, no part is
unpacked beyond its limit, and no formula, macro or link is looked at.
"""

import io
import zipfile
from typing import Final

from planpress.editing.sheet.book import Book, Filling, TooMuchError
from planpress.editing.sheet.parts import BROKEN, Parts
from planpress.editing.sheet.reading_ods import read_ods
from planpress.editing.sheet.reading_xlsx import read_xlsx
from planpress.problems.problem import Problem

SIZE_LIMIT: Final = 5_000_000
"""Bytes of a file; the largest that is made of a real plan has 60 kB."""


def read_book(file: str, content: bytes) -> tuple[Book | None, list[Problem]]:
    """Read a workbook.

    Args:
        file: its name, for the messages.
        content: its bytes.

    Returns:
        The workbook, or None and the reason: it is none (E760), it cannot be read (E761), it is too large (E397).
    """
    place = Book(file, ()).place()
    if not content.startswith(b"PK"):
        return None, [Problem("E760", place)]
    filling = Filling()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = Parts(archive)
            if "xl/workbook.xml" in parts.names:
                read_xlsx(parts, filling)
            elif "content.xml" in parts.names and b"spreadsheet" in parts.read("mimetype"):
                read_ods(parts, filling)
            else:
                return None, [Problem("E760", place)]
    except TooMuchError as error:
        return None, [Problem("E397", place, {"limit": str(error)})]
    except BROKEN:
        return None, [Problem("E761", place)]
    return Book(file, tuple(filling.sheets)), []
