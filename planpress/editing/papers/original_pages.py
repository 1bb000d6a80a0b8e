"""The pages of the document that a draft was imported from, as pictures: to be looked at beside the draft.

A PDF has pages; of everything else LibreOffice makes them, where it is installed.
"""

import hashlib
import io
import re
import shutil
import subprocess
import tempfile
import threading
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from planpress.editing.papers.originals import latest
from planpress.editing.papers.reading_pdf import PAGE_LIMIT
from planpress.source import files
from planpress.writing import write_atomically

SCALE: Final = 1.6
"""Pixels a point: a page of A4 is 950 wide."""
SECONDS: Final = 120
"""How long LibreOffice may take."""
PDF_LIMIT: Final = 100_000_000
_SIGNS: Final = re.compile(r"[\W_]")


@dataclass(frozen=True, slots=True)
class OriginalView:
    """What can be seen of a document.

    Attributes:
        name: of its file.
        pages: the words of each page, without blanks and punctuation; nothing where it has no pictures of pages.
        needs_office: LibreOffice would make its pages, and is not installed.
    """

    name: str
    pages: tuple[str, ...] = ()
    needs_office: bool = False


@dataclass
class OriginalPages:
    """Pages of documents, made when they are first asked for; one at a time, as PDFium wants it.

    Attributes:
        root: the project's folder.
        cache: where PDFs are kept that LibreOffice made.
    """

    root: Path
    cache: Path
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def view(self, office_id: str, roc_year: int) -> OriginalView | None:
        """What there is of a plan's document; None where none was kept."""
        with self._turn:
            found = latest(self.root, office_id, roc_year)
            if found is None:
                return None
            name, content = found
            pdf = self._pdf(name, content)
            return OriginalView(name, _texts(pdf) if pdf else (), needs_office=pdf is None and _office() is None)

    def picture(self, office_id: str, roc_year: int, page: int) -> bytes | None:
        """A page, counted from 1, as PNG; None where there is none."""
        with self._turn:
            found = latest(self.root, office_id, roc_year)
            pdf = self._pdf(*found) if found is not None else None
            return _picture(pdf, page) if pdf is not None else None

    def _pdf(self, name: str, content: bytes) -> bytes | None:
        if content.lstrip()[:5] == b"%PDF-":
            return content
        kept = f"{hashlib.sha256(content).hexdigest()}.pdf"
        if not files.exists(self.cache, kept):
            made = _converted(name, content)
            if made is None:
                return None
            write_atomically(self.cache / kept, made)
        return files.read(self.cache, kept, PDF_LIMIT)[0]


def _office() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def _converted(name: str, content: bytes) -> bytes | None:
    """A document as LibreOffice shows it; None where it is not installed, or cannot."""
    program = _office()
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"original{Path(name).suffix}"
        source.write_bytes(content)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = [
            program,
            profile,
            "--headless",
            "--norestore",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            str(source),
        ]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=SECONDS, stdin=subprocess.DEVNULL)
            return source.with_suffix(".pdf").read_bytes()
        except (OSError, subprocess.SubprocessError):
            return None


def _texts(pdf: bytes) -> tuple[str, ...]:
    import pypdfium2

    try:
        with closing(pypdfium2.PdfDocument(pdf)) as file:
            count = min(len(file), PAGE_LIMIT)
            return tuple(_SIGNS.sub("", file[page].get_textpage().get_text_bounded()) for page in range(count))
    except pypdfium2.PdfiumError:
        return ()


def _picture(pdf: bytes, page: int) -> bytes | None:
    import pypdfium2

    try:
        with closing(pypdfium2.PdfDocument(pdf)) as file:
            if not 0 < page <= min(len(file), PAGE_LIMIT):
                return None
            content = io.BytesIO()
            file[page - 1].render(scale=SCALE).to_pil().save(content, "PNG")
            return content.getvalue()
    except pypdfium2.PdfiumError:
        return None
