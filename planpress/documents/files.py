"""Which documents a plan has, what they are called, and where they are.

Names are a contract: ``/kinmen/114/files/kinmen-114-plan.zh-Hant.odt``. All languages lie at the authoritative
edition's place, because a file is one thing with one address.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from planpress.language import EN, SOURCE, ZH_HANS


class Kind(StrEnum):
    """A kind of document, by the end of its file name."""

    PDF = "pdf"
    """The official document, not editable (非可編輯)."""
    ODT = "odt"
    """The same, editable (可編輯)."""
    ODS = "ods"
    """The measures as a sheet."""
    CSV = "csv"
    """The measures as open data."""
    LARGE_PDF = "large.pdf"
    """大字版: the same at 18 points, for low vision and for print on the office's counter (辦公場所)."""


FONT_SUFFIXES: Final = (".otf", ".ttf", ".ttc", ".otc")
"""Of the files that a web team may put beside the document templates."""

MEDIA_TYPES: Final = {
    Kind.PDF: "application/pdf",
    Kind.ODT: "application/vnd.oasis.opendocument.text",
    Kind.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    Kind.CSV: "text/csv",
    Kind.LARGE_PDF: "application/pdf",
}

LANGUAGES: Final = {
    Kind.PDF: (SOURCE.tag, EN.tag, ZH_HANS.tag),
    Kind.ODT: (SOURCE.tag, EN.tag, ZH_HANS.tag),
    Kind.ODS: (SOURCE.tag, EN.tag),
    Kind.CSV: (SOURCE.tag, EN.tag),
    Kind.LARGE_PDF: (SOURCE.tag, EN.tag),
}
"""Languages of each kind. Simplified Chinese is derived, and data is given only in what is not."""


@dataclass(frozen=True, slots=True, order=True)
class DocumentFile:
    """One document of one plan."""

    kind: Kind
    tag: str

    @property
    def media_type(self) -> str:
        """Its type on the web."""
        return MEDIA_TYPES[self.kind]

    def name(self, office: str, roc_year: int) -> str:
        """Its file name."""
        return f"{office}-{roc_year}-plan.{self.tag}.{self.kind}"

    def path(self, office: str, roc_year: int) -> str:
        """Its path below the site's root."""
        return f"{office}/{roc_year}/files/{self.name(office, roc_year)}"


def document_files(tags: tuple[str, ...]) -> tuple[DocumentFile, ...]:
    """The documents of every plan on a site with these languages, the ones most wanted first."""
    return tuple(DocumentFile(kind, tag) for kind in Kind for tag in tags if tag in LANGUAGES[kind])
