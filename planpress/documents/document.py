"""A plan as a document, in one language: title, parts in their order, tables. The same for PDF and ODT."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from planpress.editions.edition import Text

Words: TypeAlias = tuple[Text, ...]
"""A text in pieces of one language each: a translation, and the Chinese that stands beside a working name in it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. ``level`` counts from 1 below the title."""

    id: str
    level: int
    number: str | None
    text: Text


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A paragraph; ``level`` is how deep it is nested, from 0.

    Where a section has no heading its first paragraph stands for it, and has the section's ``id``.
    """

    level: int
    number: str | None
    text: Words
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """The name of an office or a department.

    Attributes:
        text: the name.
        original: the Chinese that a working translation stands for, where the document says it first.
    """

    text: Text
    original: Text | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """What else is said of a measure, after a label in the document's language: 「目標：」."""

    label: str
    text: Words


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A measure or an item in a table.

    Attributes:
        id: where it is on the page.
        level: 0 a measure, 1 an item.
        number: as printed.
        text: what is done.
        remarks: what stands below it: the target, where it comes from, why the reading is uncertain.
        who: departments.
        supporting: supporting departments.
        when: the period, if it is known.
        target: what is to be reached, where the table has a column for it.
        more: what stands in the further columns, one a column; empty where nothing does.
    """

    id: str
    level: int
    number: str | None
    text: Words
    remarks: tuple[Remark, ...]
    who: tuple[Name, ...]
    supporting: tuple[Name, ...]
    when: Text | None
    target: Text | None = None
    more: tuple[Words, ...] = ()

    @property
    def says_more(self) -> bool:
        """Whether anything stands in a cell beside its text."""
        return bool(self.who or self.supporting or self.when or self.target or any(self.more))


class Role(StrEnum):
    """What a column of the table of measures holds."""

    MEASURE = "measure"
    WHO = "who"
    WHEN = "when"
    TARGET = "target"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table of measures.

    Attributes:
        role: what it holds.
        name: in its header.
        is_wide: it has texts as long as those of the measures.
    """

    role: Role
    name: Text
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Measures that follow one another with nothing between them.

    Attributes:
        columns: from left to right.
        rows: the measures with their items.
    """

    columns: tuple[Column, ...]
    rows: tuple[DocumentRow, ...]


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table of data among the measures."""

    caption: Words
    head: tuple[Text, ...]
    body: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure among the measures: the name of its file, and its size in pixels."""

    file: str
    width: int
    height: int
    alt: Text
    caption: Words | None

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """Width and height in points: as large as on a screen, or as the room for it is."""
        points = self.width * 0.75, self.height * 0.75
        scale = min(1, width / points[0], height / points[1])
        return points[0] * scale, points[1] * scale


Part: TypeAlias = Heading | DocumentLine | Table | DataTable | Picture


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    Attributes:
        title: of the plan.
        organisation: that the office belongs to.
        office: whose plan it is.
        mark: what every page says beside the title: that it is a transcription.
        notes: what a reader must know first: the source, which language is authoritative.
        parts: headings, paragraphs, tables and pictures in the plan's order.
        url: address of the page.
        adopted: when it was drawn up, if that is known.
        decisions: a line each for those who approved it, and for its last revision.
        transcription_notes: what was mended or decided.
        watermark: what stands large across every page, behind its text; the first note says it too.
    """

    title: Text
    organisation: Text
    office: Name
    mark: Text | None
    notes: tuple[Text, ...]
    parts: tuple[Part, ...]
    url: str
    adopted: Text | None = None
    decisions: tuple[Words, ...] = ()
    transcription_notes: tuple[Words, ...] = ()
    watermark: str | None = None


def plain(words: Words) -> str:
    """The whole of a text."""
    return "".join(piece.value for piece in words)


def title_lines(title: str) -> list[str]:
    """A title in lines that read well: the office, then the year with what follows.

    >>> title_lines("金門區營業處114年度提升服務效能執行計畫")
    ['金門區營業處', '114年度提升服務效能執行計畫']
    """
    match = _YEAR.search(title)
    lines = [title[: match.start()].rstrip(), title[match.start() :]] if match else [title]
    return [line for line in lines if line]


_YEAR: Final = re.compile(
    r"\d{2,3}(?:\s*年?度?\s*[-–—~～－至到、及和與]\s*\d{2,3})*年度|\d{4}(?:[-–]\d{4})? \(ROC year"
)
