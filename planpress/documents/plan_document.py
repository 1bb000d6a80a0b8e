"""A plan laid out as a document, in one language."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from planpress import model
from planpress.documents.document import (
    Column,
    DataTable,
    Document,
    DocumentLine,
    DocumentRow,
    Heading,
    Name,
    Part,
    Picture,
    Remark,
    Role,
    Table,
    Words,
)
from planpress.editions.classes import classes_text
from planpress.editions.corrections import correction_texts
from planpress.editions.decisions import approval_name, approval_texts, revision_name
from planpress.editions.edition import Text
from planpress.editions.naming import doubt_label, row_names
from planpress.editions.voice import Voice
from planpress.editions.working_names import introductions
from planpress.model import Approval, Block, Branch, Group, Measure, Office, Paragraph, Plan, Section
from planpress.model.language import AUTHORITATIVE
from planpress.model.numbering import Number

TOP_LEVEL = 1
"""Sections are headings of the first level below the title."""

NARROW: Final = 12
"""Characters of the longest text of a column that needs little room."""


def as_draft(document: Document) -> Document:
    """A document as one that nobody has approved yet; in Chinese, for this is the edition that is approved."""
    notice = Text("草案，尚未核定。", AUTHORITATIVE.tag)
    return replace(document, notes=(notice, *document.notes), watermark="草案")


def document_of(plan: Plan, office: Office, voice: Voice, url: str) -> Document:
    """Lay a plan out as a document.

    Args:
        plan: the plan.
        office: whose it is.
        voice: in whose name and in which language the document speaks.
        url: absolute address of the plan's page in this language.
    """
    return _Layout(plan, office, voice).document(url)


class _Layout:
    def __init__(self, plan: Plan, office: Office, voice: Voice) -> None:
        self.plan = plan
        self.office = office
        self.voice = voice
        self.edition = voice.edition
        self.introduced: set[str] = set()
        self.columns = plan.columns

    def document(self, url: str) -> Document:
        plan, edition = self.plan, self.edition
        return Document(
            title=self.say(plan.title),
            organisation=edition.organisation_name(self.office.organisation),
            office=self.name(self.office.name, edition.office_name(self.office)),
            adopted=self.own(edition.date(plan.adopted)) if plan.adopted else None,
            decisions=tuple(self.decisions()),
            mark=self.own(edition.gettext("非官方轉錄")) if self.voice.is_transcription else None,
            notes=tuple(self.notes()),
            parts=tuple(part for section in plan.sections for part in self.section(section)),
            transcription_notes=(*self.corrections(), *(self.tell(note) for note in plan.transcription_notes)),
            url=url,
        )

    def decisions(self) -> Iterator[Words]:
        plan, edition = self.plan, self.edition
        yield from map(self.approval, plan.approvals)
        if plan.revision:
            name, colon = revision_name(plan.revision, edition), edition.gettext("：")
            yield (self.own(f"{name}{colon}{edition.date(plan.revision.date)}"),)
            yield from map(self.approval, plan.revision.approvals)

    def corrections(self) -> Iterator[Words]:
        """「勘誤（中華民國114年3月2日），具體作法 一1：原登載「甲」，更正為「乙」」."""
        _ = self.edition.gettext
        names = row_names(self.plan, self.edition) if self.plan.corrections else {}
        for each in self.plan.corrections:
            name = names.get(each.at, _("已移除的項目")) if each.at else _("計畫名稱")
            head = _("勘誤（%(date)s），%(name)s：") % {"date": self.edition.date(each.date), "name": name}
            yield (self.own(head), *correction_texts(each, self.office.id, self.edition))

    def approval(self, approval: Approval) -> Words:
        """「核定：經濟部，中華民國114年2月1日」: pieces of one language each."""
        first, *others = approval_texts(approval, self.office.id, self.edition)
        comma = self.own(self.edition.gettext("，"))
        name = self.own(approval_name(approval.kind, self.edition) + self.edition.gettext("："))
        return (name, first, *(piece for text in others for piece in (comma, text)))

    def notes(self) -> Iterator[Text]:
        _ = self.edition.gettext
        if self.voice.is_transcription:
            yield self.own(_("非官方轉錄：本文件依機關計畫轉錄，不是機關發布之文件；有出入時，以機關核定之文件為準。"))
        else:
            yield self.own(_("有出入時，以核定之文件為準。"))
        if self.edition.language.derived_from:
            yield self.own(_("簡體中文版由繁體中文版轉換，僅供參考；以繁體中文版為準。"))
        elif self.edition.translates:
            yield self.own(_("譯文僅供參考；以中文版為準。機關與部門名稱為暫譯，首次出現時附中文。"))
        if classes := classes_text(self.edition, self.office.classification):
            yield self.own(classes)

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

    def section(self, section: Section) -> Iterator[Part]:
        self.columns = self.plan.columns_of(section)
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

    def table(self, section: Section) -> Iterator[Part]:
        """The headings of a section's table, and a table of the measures that follow one another under each."""
        columns = tuple(self.heads(section))
        rows: list[DocumentRow] = []
        under: Branch = section
        for path, row in section.rows():
            if rows and (not isinstance(row, Measure) or path[-1] is not under):
                yield Table(columns, tuple(rows))
                rows = []
            under = path[-1]
            match row:
                case Group():
                    yield Heading(row.id, TOP_LEVEL + len(path), self.number(row.number), self.say(row.name))
                    yield from (DocumentLine(0, None, self.tell(text)) for text in row.intro)
                case Measure():
                    rows += self.rows(row)
                case _:
                    yield self.block(row)
        if rows:
            yield Table(columns, tuple(rows))

    def heads(self, section: Section) -> Iterator[Column]:
        """The columns of a section's table."""
        columns = self.columns
        yield Column(Role.MEASURE, self.say(columns.measure), is_wide=True)
        named = ((Role.WHO, columns.who), (Role.WHEN, columns.when), (Role.TARGET, columns.target))
        yield from (Column(role, self.say(name)) for role, name in named if name)
        texts = [column for measure in section.measures() for each in measure.everyone for column in each.more]
        for name in columns.more:
            is_wide = any(column.name == name and len(column.text) > NARROW for column in texts)
            yield Column(Role.MORE, self.say(name), is_wide)

    def block(self, block: Block) -> Part:
        match block:
            case model.Table():
                body = tuple(tuple(map(self.say, cells)) for cells in block.body)
                return DataTable(self.tell(block.caption), tuple(map(self.say, block.head)), body)
            case model.Figure():
                caption = self.tell(block.caption) if block.caption else None
                return Picture(block.file, block.width, block.height, self.say(block.alt), caption)
            case model.Note():
                return DocumentLine(0, None, self.tell(block.text))

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
            target=self.target(measure) if self.columns.target else None,
            more=tuple(self.more(measure)),
        )

    def target(self, measure: Measure) -> Text | None:
        return self.edition.target(measure.target, self.office.id) if measure.target else None

    def more(self, measure: Measure) -> Iterator[Words]:
        said = {column.name: column.text for column in measure.more}
        for name in self.columns.more:
            yield self.tell(said[name]) if name in said else ()

    def remarks(self, measure: Measure) -> Iterator[Remark]:
        _ = self.edition.gettext
        if not self.columns.target and (target := self.target(measure)):
            yield Remark(_("目標："), (target,))
        if measure.source:
            yield Remark(_("來源："), self.tell(measure.source))
        if measure.unsure:
            label = doubt_label(measure.unsure, self.plan, self.office, self.edition)
            yield Remark(label, self.tell(measure.unsure))
