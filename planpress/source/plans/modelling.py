"""From the files that editors wrote to plan and office themselves: pure functions, for files without errors.

Only the text of a section has paragraphs; any other that was written on several lines becomes one.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from planpress.model import (
    Approval,
    ApprovalKind,
    Block,
    Classification,
    Column,
    Columns,
    Contact,
    Correction,
    Deadline,
    Department,
    Figure,
    Group,
    Measure,
    Note,
    Office,
    Organisation,
    Original,
    Paragraph,
    Plan,
    RemovedRow,
    Revision,
    Section,
    Shortcut,
    Supplement,
    Table,
    Target,
)
from planpress.model.dates import period_within
from planpress.model.line_breaks import unwrapped
from planpress.model.office import Participation, meant_by
from planpress.model.review import UpdateRule
from planpress.source.attachments.pictures import Size
from planpress.source.row_addresses.ids import Addressed
from planpress.source.shapes.office_shapes import ContactEntry, OfficeFile
from planpress.source.shapes.plan_shapes import ColumnsEntry, OriginalEntry, PlanFile, Row, TargetEntry
from planpress.source.shapes.rows import BlockRow, Node, Paragraphs, SectionOutline
from planpress.source.shapes.sharing import Shared
from planpress.source.text.quotations import quotation
from planpress.source.values.deadlines import DeadlineEntry
from planpress.source.values.decisions import ApprovalEntry, CorrectionEntry, RevisionEntry, SupplementEntry
from planpress.source.values.mentions import mentions


def plan_of(
    office_id: str,
    roc_year: int,
    file: PlanFile,
    rows: Addressed,
    departments: Iterable[Department] = (),
    figures: Mapping[str, Size] = MappingProxyType({}),
) -> Plan:
    """The plan that a plan.yml means.

    Args:
        office_id: whose plan it is.
        roc_year: the year of its folder.
        file: what the plan.yml says.
        rows: its rows as a tree, with their ids.
        departments: of the office.
        figures: width and height of each of its figures, by the name of the file.
    """
    departments = tuple(departments)
    modelling = _Modelling(file, roc_year, departments, figures)
    plan = Plan(
        office=office_id,
        roc_year=roc_year,
        title=unwrapped(file.title),
        columns=_columns(file.columns),
        sections=tuple(map(modelling.section, rows.sections)),
        adopted=file.adopted,
        approvals=approvals_of(file),
        revision=_revision(file.revision) if file.revision else None,
        publication=file.publication,
        based_on=file.parent(roc_year),
        shortcuts=tuple(Shortcut(text=unwrapped(shortcut.text), to=shortcut.to) for shortcut in file.shortcuts),
        transcription_notes=tuple(map(unwrapped, file.transcription_notes)),
        original=_original(file.original) if file.original else None,
        supplements=tuple(map(_supplement, file.supplements)),
        corrections=tuple(map(_correction, file.corrections)),
        deadlines=tuple(_deadline(each, rows.sections) for each in file.deadlines),
        removed=tuple(RemovedRow(id=address.id, text=address.text) for address in rows.removed),
        carried=rows.carried,
        until=file.until,
    )
    named = plan.departments()
    renamed = {name: each.name for each in departments for name in each.formerly if name in named}
    return plan.model_copy(update={"renamed": renamed}) if renamed else plan


def approvals_of(file: PlanFile) -> tuple[Approval, ...]:
    """The approvals of a plan, also where its plan.yml has only the day of one."""
    if file.approved:
        return (Approval(kind=ApprovalKind.APPROVED, date=file.approved),)
    return tuple(map(_approval, file.approvals))


def office_of(office_id: str, file: OfficeFile, organisation: Organisation) -> Office:
    """The office that an office.yml means."""
    return Office(
        id=office_id,
        name=file.name,
        en=file.en,
        organisation=organisation,
        departments=tuple(Department(**entry.model_dump()) for entry in file.departments),
        contact=_contact(file.contact, organisation),
        public_numbers=tuple(entry.text for entry in file.public_numbers),
        document_columns=tuple((file.document_columns or {}).items()),
        classification=Classification(**file.classification.model_dump()),
        review=file.review,
        update_rule=UpdateRule(**file.update_rule.model_dump()) if file.update_rule else None,
        participation=tuple(Participation(**entry.model_dump()) for entry in file.participation),
    )


def _contact(entry: ContactEntry, organisation: Organisation) -> Contact:
    """How to reach an office; where it has no hotline that may be shown, its organisation's."""
    contact = Contact(**entry.model_dump())
    own = contact.hotline
    return contact if own and not own.unverified else contact.model_copy(update={"hotline": organisation.hotline})


class _Modelling:
    """The rows of one plan as the parts of it.

    Attributes:
        file: what its plan.yml says.
        roc_year: the year of its folder.
        departments: of its office.
        figures: width and height of each, by the name of its file.
    """

    def __init__(
        self, file: PlanFile, roc_year: int, departments: Iterable[Department], figures: Mapping[str, Size]
    ) -> None:
        self.file = file
        self.years = file.years(roc_year)
        self.departments = tuple(departments)
        self.figures = figures

    def section(self, section: SectionOutline) -> Section:
        own = section.entry.columns
        columns = own or self.file.columns
        return Section(
            id=section.id,
            number=section.number,
            heading=section.heading and unwrapped(section.heading),
            paragraphs=tuple(_paragraph(line) for line in section.lines),
            columns=_columns(own) if own else None,
            children=self.children(section, Shared(when=self.file.when if columns.when else None), columns.more),
        )

    def children(
        self, above: SectionOutline | Node, shared: Shared, further: Sequence[str]
    ) -> tuple[Group | Measure | Block, ...]:
        return tuple(
            self.block(each.row) if isinstance(each, BlockRow) else self.child(each, shared, further)
            for each in above.content()
        )

    def child(self, node: Node, shared: Shared, further: Sequence[str]) -> Group | Measure:
        if not node.row.level:
            return self.measure(node, shared, further)
        return Group(
            id=node.id,
            name=unwrapped(node.text),
            number=node.number,
            intro=tuple(unwrapped(text) for _, text in node.says),
            children=self.children(node, shared.of(node.row), further),
        )

    def block(self, row: Row) -> Block:
        if row.table is not None:
            body = tuple(tuple(map(unwrapped, cells)) for cells in row.body or ())
            return Table(caption=unwrapped(row.table), head=tuple(map(unwrapped, row.head or ())), body=body)
        if row.figure is not None:
            width, height = self.figures[row.figure]
            caption = row.caption and unwrapped(row.caption)
            return Figure(file=row.figure, alt=unwrapped(row.alt or ""), caption=caption, width=width, height=height)
        return Note(text=unwrapped(row.text))

    def measure(self, node: Node, shared: Shared, further: Sequence[str]) -> Measure:
        """A measure, or an item: an item has nothing from the headings, it shares what its measure has."""
        row = node.row
        who, when = (said and unwrapped(said) for said in shared.of(row))
        departments = mentions(who) if who else ()
        return Measure(
            id=node.id,
            text=unwrapped(node.text),
            number=node.number,
            departments=tuple(mention.name for mention in departments if not mention.supporting),
            supporting_departments=tuple(mention.name for mention in departments if mention.supporting),
            stood_for=meant_by((mention.name for mention in departments), self.departments),
            period=period_within(when, self.years) if when else None,
            items=tuple(self.measure(item, Shared(), further) for item in node.children),
            unsure=row.unsure and unwrapped(row.unsure),
            target=_target(row.target) if row.target else None,
            source=row.source and unwrapped(row.source),
            more=tuple(Column(name=name, text=unwrapped(row.more[name])) for name in further if name in row.more)
            if row.more
            else (),
        )


def _columns(entry: ColumnsEntry) -> Columns:
    return Columns(**entry.model_dump())


def _paragraph(line: Paragraphs) -> Paragraph:
    return Paragraph(text=line.text, number=line.number, paragraphs=tuple(_paragraph(child) for child in line.children))


def _target(entry: TargetEntry) -> Target:
    return Target(figure=entry.figure, unit=entry.unit and unwrapped(entry.unit), by=entry.by)


def _approval(entry: ApprovalEntry) -> Approval:
    return Approval(
        kind=entry.kind,
        by=entry.by and unwrapped(entry.by),
        date=entry.date,
        letter=entry.letter and unwrapped(entry.letter),
    )


def _revision(entry: RevisionEntry) -> Revision:
    return Revision(
        number=entry.number,
        date=entry.date,
        note=entry.note and unwrapped(entry.note),
        approvals=tuple(map(_approval, entry.approvals)),
    )


def _supplement(entry: SupplementEntry) -> Supplement:
    lines = (line.strip() for line in (entry.text or "").split("\n"))
    return Supplement(
        title=unwrapped(entry.title),
        file=entry.file,
        paragraphs=tuple(line for line in lines if line),
        date=entry.date,
        note=entry.note and unwrapped(entry.note),
    )


def _correction(entry: CorrectionEntry) -> Correction:
    return Correction(
        date=entry.date,
        at=entry.at,
        wrong=unwrapped(entry.wrong),
        right=unwrapped(entry.right),
        note=entry.note and unwrapped(entry.note),
    )


def _deadline(entry: DeadlineEntry, sections: Iterable[SectionOutline]) -> Deadline:
    quoted = quotation(sections, entry.words) if entry.words else None
    return Deadline(
        kind=entry.kind,
        to=unwrapped(entry.to),
        day=entry.day,
        half=entry.half,
        cut_off=entry.cut_off,
        within=entry.within and unwrapped(entry.within),
        done=entry.done,
        words=entry.words and unwrapped(entry.words),
        place=quoted.place if quoted else None,
        source=entry.source and unwrapped(entry.source),
    )


def _original(entry: OriginalEntry) -> Original:
    return Original(file=entry.file, sha256=entry.sha256, date=entry.date)
