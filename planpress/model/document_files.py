"""Which documents a plan has, what they are called, and where they are.

Names are a contract: ``/kinmen/114/files/kinmen-114-plan.zh-Hant.odt``. All languages lie at the authoritative
edition's place, because a file is one thing with one address.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from planpress.model.decisions import Supplement
from planpress.model.language import AUTHORITATIVE, EN, ZH_HANS


class DocumentKind(StrEnum):
    """A kind of document, by the end of its file name."""

    PDF = "pdf"
    """The official document, not editable (非可編輯)."""
    ODT = "odt"
    """The same, editable (可編輯)."""
    ODS = "ods"
    """The measures as a sheet."""
    CSV = "csv"
    """The measures as open data."""
    JSON_LINES = "jsonl"
    """The same, a record a line, for programs that read JSON."""
    LARGE_PDF = "large.pdf"
    """大字版: the same at 18 points, for low vision and for print on the office's counter (辦公場所)."""


FONT_SUFFIXES: Final = (".otf", ".ttf", ".ttc", ".otc")
"""Of the files that a web team may put beside the document templates."""

MEDIA_TYPES: Final = {
    DocumentKind.PDF: "application/pdf",
    DocumentKind.ODT: "application/vnd.oasis.opendocument.text",
    DocumentKind.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    DocumentKind.CSV: "text/csv",
    DocumentKind.JSON_LINES: "application/jsonl",
    DocumentKind.LARGE_PDF: "application/pdf",
}

SUPPLEMENT_TYPES: Final = {
    "pdf": "application/pdf",
    "odt": MEDIA_TYPES[DocumentKind.ODT],
    "ods": MEDIA_TYPES[DocumentKind.ODS],
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "doc": "application/msword",
}
"""Types of the files that an office may put beside its plan, by their endings."""

LANGUAGES: Final = {
    DocumentKind.PDF: (AUTHORITATIVE.tag, EN.tag, ZH_HANS.tag),
    DocumentKind.ODT: (AUTHORITATIVE.tag, EN.tag, ZH_HANS.tag),
    DocumentKind.ODS: (AUTHORITATIVE.tag, EN.tag),
    DocumentKind.CSV: (AUTHORITATIVE.tag, EN.tag),
    DocumentKind.JSON_LINES: (AUTHORITATIVE.tag, EN.tag),
    DocumentKind.LARGE_PDF: (AUTHORITATIVE.tag, EN.tag),
}
"""Languages of each kind. Simplified Chinese is derived, and data is given only in what is not."""


@dataclass(frozen=True, slots=True, order=True)
class DocumentFile:
    """One document of one plan."""

    kind: DocumentKind
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
    return tuple(DocumentFile(kind, tag) for kind in DocumentKind for tag in tags if tag in LANGUAGES[kind])


def revision_table(office: str, roc_year: int, number: int) -> str:
    """Path of the 修正對照表 of a revision below the site's root; it is in the language in which plans are approved."""
    name = f"{office}-{roc_year}-revision-{number}.{AUTHORITATIVE.tag}.{DocumentKind.ODT}"
    return f"{office}/{roc_year}/files/{name}"


RESULT_KINDS: Final = (
    DocumentKind.PDF,
    DocumentKind.ODT,
    DocumentKind.ODS,
    DocumentKind.CSV,
    DocumentKind.JSON_LINES,
)
"""What there is of an assessment."""


def result_files(office: str, roc_year: int, name: str, tags: tuple[str, ...]) -> dict[DocumentFile, str]:
    """The documents of an assessment with their paths below the site's root, those most wanted first."""
    folder = f"{office}/{roc_year}/files/{office}-{roc_year}-results-{name}"
    files = (DocumentFile(kind, tag) for kind in RESULT_KINDS for tag in tags if tag in LANGUAGES[kind])
    return {file: f"{folder}.{file.tag}.{file.kind}" for file in files}


def survey_files(office: str, tags: tuple[str, ...]) -> dict[DocumentFile, str]:
    """The documents of an office's surveys with their paths below the site's root, those most wanted first."""
    files = (DocumentFile(kind, tag) for kind in RESULT_KINDS for tag in tags if tag in LANGUAGES[kind])
    return {file: f"{office}/satisfaction/files/{office}-satisfaction.{file.tag}.{file.kind}" for file in files}


@dataclass(frozen=True, slots=True)
class PlanFiles:
    """What a plan offers, in kilobytes, as readers are told: a word more in a plan seldom changes them.

    Attributes:
        sizes: of each document that was made.
        data_size: of its open data.
        supplements: the rules that were added to it as files, with their sizes.
        revision_tables: sizes of the 修正對照表 of its revisions, by their numbers.
        results: sizes of the documents of each of its assessments, by its name.
    """

    sizes: Mapping[DocumentFile, int]
    data_size: int
    supplements: tuple[tuple[Supplement, int], ...] = ()
    revision_tables: Mapping[int, int] = field(default_factory=dict)
    results: Mapping[str, tuple[tuple[DocumentFile, int], ...]] = field(default_factory=dict)


def kilobytes(size: int) -> int:
    """Bytes in kilobytes, rounded up."""
    return -(-size // 1024)


def readable_size(size: int) -> str:
    r"""Kilobytes as people read them, on one line.

    >>> readable_size(334), readable_size(1536)
    ('334\xa0KB', '1.5\xa0MB')
    """
    return f"{size}\N{NO-BREAK SPACE}KB" if size < 1024 else f"{size / 1024:.1f}\N{NO-BREAK SPACE}MB"
