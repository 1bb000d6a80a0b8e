"""The words of documents, for what is looked for in every text: ODF, OOXML, and PDF where something can read it.

Zips are read with limits; what cannot be read has no words here, and no document of ours is one of these.
"""

import io
import zipfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import PurePosixPath
from typing import Final

ZIPPED: Final = frozenset({".odt", ".ods", ".odp", ".docx", ".xlsx", ".pptx"})
PDF: Final = ".pdf"
DOCUMENTS: Final = ZIPPED | {PDF}
"""Endings of documents whose words are looked at."""
LIMIT: Final = 30_000_000
"""Bytes of a part of a document, unpacked."""
MOST_PARTS: Final = 500


def is_document(path: str) -> bool:
    """Whether a file is one of these."""
    return PurePosixPath(path).suffix.lower() in DOCUMENTS


def words_of(path: str, content: bytes) -> Iterator[str]:
    """The parts of a document as XML, or the pages of a PDF as text."""
    if PurePosixPath(path).suffix.lower() == PDF:
        yield from _pages(content)
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for part in package.infolist()[:MOST_PARTS]:
                if part.filename.endswith((".xml", ".rels")) and part.file_size <= LIMIT:
                    yield package.read(part).decode("utf-8", "replace")
    except (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError, EOFError, ValueError):
        return


def _pages(content: bytes) -> Iterator[str]:
    if find_spec("pypdfium2") is None:  # comes with `build.py import`; a PDF of ours says what its ODT says
        return
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(content)
        for page in document:
            yield page.get_textpage().get_text_bounded()
        document.close()
    except PdfiumError:
        return
