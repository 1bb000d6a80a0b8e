"""From the files that editors wrote to plan and office themselves: pure functions, for files without errors.

Only the text of a section has paragraphs; any other that was written on several lines becomes one.
"""

from collections.abc import Iterable

from planpress.model import (
    Approval,
    ApprovalKind,
    Classification,
    Columns,
    Contact,
    Department,
    Group,
    Measure,
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
    Target,
)
from planpress.model.dates import period_within
from planpress.model.line_breaks import unwrapped
from planpress.source.decisions import ApprovalEntry, RevisionEntry, SupplementEntry
from planpress.source.ids import Addressed
from planpress.source.mentions import mentions
from planpress.source.rows import Node, Paragraphs, SectionOutline
from planpress.source.shapes import OfficeFile, OriginalEntry, PlanFile, TargetEntry
from planpress.source.sharing import Shared


def plan_of(
    office_id: str, roc_year: int, file: PlanFile, rows: Addressed, departments: Iterable[Department] = ()
) -> Plan:
    """The plan that a plan.yml means, given with its rows as a tree and the departments of its office."""
    years = file.years(roc_year)
    plan = Plan(
        office=office_id,
        roc_year=roc_year,
        title=unwrapped(file.title),
        columns=Columns(**file.columns.model_dump()),
        sections=tuple(_section(section, Shared(when=file.when), years) for section in rows.sections),
        adopted=file.adopted,
        approvals=approvals_of(file),
        revision=_revision(file.revision) if file.revision else None,
        status=file.status,
        shortcuts=tuple(Shortcut(text=unwrapped(shortcut.text), to=shortcut.to) for shortcut in file.shortcuts),
        transcription_notes=tuple(map(unwrapped, file.transcription_notes)),
        original=_original(file.original) if file.original else None,
        supplements=tuple(map(_supplement, file.supplements)),
        removed=tuple(RemovedRow(id=address.id, text=address.text) for address in rows.removed),
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
        contact=Contact(**file.contact.model_dump()),
        public_numbers=tuple(entry.text for entry in file.public_numbers),
        classification=Classification(**file.classification.model_dump()),
    )


def _section(section: SectionOutline, shared: Shared, years: range) -> Section:
    return Section(
        id=section.id,
        number=section.number,
        heading=section.heading and unwrapped(section.heading),
        paragraphs=tuple(_paragraph(line) for line in section.lines),
        children=tuple(_child(node, shared, years) for node in section.children),
    )


def _paragraph(line: Paragraphs) -> Paragraph:
    return Paragraph(text=line.text, number=line.number, paragraphs=tuple(_paragraph(child) for child in line.children))


def _child(node: Node, shared: Shared, years: range) -> Group | Measure:
    if not node.row.level:
        return _measure(node, shared, years)
    below = shared.of(node.row)
    return Group(
        id=node.id,
        name=unwrapped(node.text),
        number=node.number,
        intro=tuple(unwrapped(text) for _, text in node.says),
        children=tuple(_child(child, below, years) for child in node.children),
    )


def _measure(node: Node, shared: Shared, years: range) -> Measure:
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
        period=period_within(when, years) if when else None,
        items=tuple(_measure(item, Shared(), years) for item in node.children),
        unsure=row.unsure and unwrapped(row.unsure),
        target=_target(row.target) if row.target else None,
        source=row.source and unwrapped(row.source),
    )


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


def _original(entry: OriginalEntry) -> Original:
    return Original(file=entry.file, sha256=entry.sha256, date=entry.date)
