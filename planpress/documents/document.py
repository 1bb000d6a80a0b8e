"""A plan as a document, in one language: title, parts in their order, tables. The same for PDF and ODT."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from planpress.editions.decisions import approval_name, approval_texts, revision_name
from planpress.editions.edition import Edition, Text
from planpress.editions.working_names import introductions
from planpress.model import Approval, Branch, Group, Measure, Office, Paragraph, Plan, Section
from planpress.model.language import AUTHORITATIVE
from planpress.model.numbering import Number

TOP_LEVEL = 1
"""Sections are headings of the first level below the title."""


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
    """

    id: str
    level: int
    number: str | None
    text: Words
    remarks: tuple[Remark, ...]
    who: tuple[Name, ...]
    supporting: tuple[Name, ...]
    when: Text | None


@dataclass(frozen=True, slots=True)
class Table:
    """Measures that follow one another without a heading between them."""

    rows: tuple[DocumentRow, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    Attributes:
        title: of the plan.
        organisation: that the office belongs to.
        office: whose plan it is.
        adopted: when it was drawn up, if that is known.
        decisions: a line each for those who approved it, and for its last revision.
        notes: what a reader must know first: the source, which language is authoritative.
        parts: headings, paragraphs and tables in the plan's order.
        measure: name of the column of measures.
        who: name of the column of departments.
        when: name of the column of periods.
        transcription_notes: what was mended or decided.
        url: address of the page.
    """

    title: Text
    organisation: Text
    office: Name
    adopted: Text | None
    decisions: tuple[Words, ...]
    notes: tuple[Text, ...]
    parts: tuple[Heading | DocumentLine | Table, ...]
    measure: Text
    who: Text
    when: Text
    transcription_notes: tuple[Words, ...]
    url: str


def document_of(plan: Plan, office: Office, edition: Edition, url: str) -> Document:
    """Lay a plan out as a document.

    Args:
        plan: the plan.
        office: whose it is.
        edition: the document's language.
        url: absolute address of the plan's page in this language.
    """
    return _Layout(plan, office, edition).document(url)


class _Layout:
    def __init__(self, plan: Plan, office: Office, edition: Edition) -> None:
        self.plan = plan
        self.office = office
        self.edition = edition
        self.introduced: set[str] = set()

    def document(self, url: str) -> Document:
        plan, edition = self.plan, self.edition
        return Document(
            title=self.say(plan.title),
            organisation=edition.organisation_name(self.office.organisation),
            office=self.name(self.office.name, edition.office_name(self.office)),
            adopted=self.own(edition.date(plan.adopted)) if plan.adopted else None,
            decisions=tuple(self.decisions()),
            notes=tuple(self.notes()),
            parts=tuple(part for section in plan.sections for part in self.section(section)),
            measure=self.say(plan.columns.measure),
            who=self.say(plan.columns.who),
            when=self.say(plan.columns.when),
            transcription_notes=tuple(self.tell(note) for note in plan.transcription_notes),
            url=url,
        )

    def decisions(self) -> Iterator[Words]:
        plan, edition = self.plan, self.edition
        yield from map(self.approval, plan.approvals)
        if plan.revision:
            name, colon = revision_name(plan.revision, edition), edition.gettext("：")
            yield (self.own(f"{name}{colon}{edition.date(plan.revision.date)}"),)
            yield from map(self.approval, plan.revision.approvals)

    def approval(self, approval: Approval) -> Words:
        """「核定：經濟部，中華民國114年2月1日」: pieces of one language each."""
        first, *others = approval_texts(approval, self.office.id, self.edition)
        comma = self.own(self.edition.gettext("，"))
        name = self.own(approval_name(approval.kind, self.edition) + self.edition.gettext("："))
        return (name, first, *(piece for text in others for piece in (comma, text)))

    def notes(self) -> Iterator[Text]:
        _ = self.edition.gettext
        yield self.own(_("本文件由本站自機關計畫文件逐字轉錄；有出入時，以機關核定之文件為準。"))
        if self.edition.language.derived_from:
            yield self.own(_("簡體中文版由繁體中文版轉換，僅供參考；以繁體中文版為準。"))
        elif self.edition.translates:
            yield self.own(_("譯文僅供參考；以中文版為準。機關與部門名稱為暫譯，首次出現時附中文。"))

    def own(self, text: str) -> Text:
        """What the document says itself, in its own language."""
        return Text(text, self.edition.language.tag)

    def say(self, text: str) -> Text:
        return self.edition.text(text, self.office.id)

    def tell(self, text: str) -> Words:
        """A text that is read in the document's order: a working name has the Chinese beside it the first time."""
        said = self.say(text)
        uses = self.edition.memory.names.get(said.value, ())
        words: list[Text] = []
        opening = ""
        for piece, chinese in introductions(said.value, uses, self.introduced):
            words.append(Text(f"{opening}{piece}{' (' if chinese else ''}", said.lang))
            if chinese:
                words.append(Text(chinese, AUTHORITATIVE.tag))
            opening = ")"
        return tuple(words)

    def name(self, chinese: str, said: Text) -> Name:
        """A name; a working translation has the Chinese beside it the first time."""
        first = chinese not in self.introduced
        self.introduced.add(chinese)
        translated = self.edition.translates and said.value != chinese and said.lang != AUTHORITATIVE.tag
        return Name(said, Text(chinese, AUTHORITATIVE.tag) if first and translated else None)

    def departments(self, names: Sequence[str]) -> tuple[Name, ...]:
        return tuple(self.name(name, self.edition.department(self.office, name)) for name in names)

    def number(self, number: Number | None) -> str | None:
        return self.edition.number(number) if number else None

    def section(self, section: Section) -> Iterator[Heading | DocumentLine | Table]:
        paragraphs = list(section.paragraphs)
        if section.heading is not None:
            yield Heading(section.id, TOP_LEVEL, self.number(section.number), self.say(section.heading))
        elif section.number and paragraphs:
            first = paragraphs.pop(0)
            yield DocumentLine(0, self.number(section.number), self.tell(first.text), section.id)
            yield from self.lines(first.paragraphs, 1)
        yield from self.lines(paragraphs, 0)
        yield from self.table(section)

    def lines(self, paragraphs: Sequence[Paragraph], level: int) -> Iterator[DocumentLine]:
        for paragraph in paragraphs:
            yield DocumentLine(level, self.number(paragraph.number), self.tell(paragraph.text))
            yield from self.lines(paragraph.paragraphs, level + 1)

    def table(self, section: Section) -> Iterator[Heading | DocumentLine | Table]:
        """The headings of a section's table, and a table of the measures that follow one another under each."""
        rows: list[DocumentRow] = []
        under: Branch = section
        for path, row in section.rows():
            if rows and (isinstance(row, Group) or path[-1] is not under):
                yield Table(tuple(rows))
                rows = []
            under = path[-1]
            if isinstance(row, Group):
                yield Heading(row.id, TOP_LEVEL + len(path), self.number(row.number), self.say(row.name))
                yield from (DocumentLine(0, None, self.tell(text)) for text in row.intro)
            else:
                rows += self.rows(row)
        if rows:
            yield Table(tuple(rows))

    def rows(self, measure: Measure) -> Iterator[DocumentRow]:
        yield self.row(measure, 0)
        for item in measure.items:
            yield self.row(item, 1)

    def row(self, measure: Measure, level: int) -> DocumentRow:
        return DocumentRow(
            id=measure.id,
            level=level,
            number=self.number(measure.number),
            text=self.tell(measure.text),
            remarks=tuple(self.remarks(measure)),
            who=self.departments(measure.departments),
            supporting=self.departments(measure.supporting_departments),
            when=self.edition.period(measure.period) if measure.period else None,
        )

    def remarks(self, measure: Measure) -> Iterator[Remark]:
        _ = self.edition.gettext
        if measure.target:
            yield Remark(_("目標："), (self.edition.target(measure.target, self.office.id),))
        if measure.source:
            yield Remark(_("來源："), self.tell(measure.source))
        if measure.unsure:
            yield Remark(_("轉錄存疑："), self.tell(measure.unsure))


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
