"""What a file says of those who made it: author, comments, where a picture was taken; taken out before others get it.

A file without any of it stays byte for byte as it is. What nobody would call personal stays too: title, language, the
programs that made it, what makes it accessible or a PDF/A.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from planpress.source.attachments.office_file_properties import clean_office_file
from planpress.source.attachments.pdf_properties import clean_pdf


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file without its properties.

    Attributes:
        content: its bytes; those that were given where nothing had to be taken out, or could be.
        found: what it said of whom, by the names of its format; nothing where nobody can tell.
        is_clean: nothing of it is left.
    """

    content: bytes
    found: tuple[str, ...] = ()
    is_clean: bool = True


def cleaned(content: bytes) -> Cleaned:
    """Take properties out of a PDF, ODT, ODS, DOCX or XLSX file; of any other nobody can tell what it holds."""
    found: Sequence[str] = ()
    clean: bytes | None = None
    if content.lstrip()[:5] == b"%PDF-":
        clean, found = clean_pdf(content)
    elif content.startswith(b"PK"):
        clean, found = clean_office_file(content)
    return Cleaned(content if clean is None else clean, tuple(dict.fromkeys(found)), clean is not None)
