"""From the files that editors wrote to plan and office themselves: pure functions, for files without errors.

Only the text of a section has paragraphs; any other that was written on several lines becomes one.
"""

from planpress.model import (
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
    Section,
    Shortcut,
    Target,
)
from planpress.model.dates import parse_period
from planpress.model.line_breaks import unwrapped
from planpress.source.ids import Addressed
from planpress.source.mentions import mentions
from planpress.source.rows import Node, Paragraphs, SectionOutline
from planpress.source.shapes import OfficeFile, OriginalEntry, PlanFile, TargetEntry
from planpress.source.sharing import Shared


def plan_of(office_id: str, roc_year: int, file: PlanFile, rows: Addressed) -> Plan:
    """The plan that a plan.yml means, given with its rows as a tree."""
    return Plan(
        office=office_id,
        roc_year=roc_year,
        title=unwrapped(file.title),
        columns=Columns(**file.columns.model_dump()),
        sections=tuple(_section(section, Shared(when=file.when), roc_year) for section in rows.sections),
        adopted=file.adopted,
        approved=file.approved,
        status=file.status,
        shortcuts=tuple(Shortcut(text=unwrapped(shortcut.text), to=shortcut.to) for shortcut in file.shortcuts),
        transcription_notes=tuple(map(unwrapped, file.transcription_notes)),
        original=_original(file.original) if file.original else None,
        removed=tuple(RemovedRow(id=address.id, text=address.text) for address in rows.removed),
        carried=rows.carried,
    )


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


def _section(section: SectionOutline, shared: Shared, roc_year: int) -> Section:
    return Section(
        id=section.id,
        number=section.number,
        heading=section.heading and unwrapped(section.heading),
        paragraphs=tuple(_paragraph(line) for line in section.lines),
        children=tuple(_child(node, shared, roc_year) for node in section.children),
    )


def _paragraph(line: Paragraphs) -> Paragraph:
    return Paragraph(text=line.text, number=line.number, paragraphs=tuple(_paragraph(child) for child in line.children))


def _child(node: Node, shared: Shared, roc_year: int) -> Group | Measure:
    if not node.row.level:
        return _measure(node, shared, roc_year)
    below = shared.of(node.row)
    return Group(
        id=node.id,
        name=unwrapped(node.text),
        number=node.number,
        intro=tuple(unwrapped(text) for _, text in node.says),
        children=tuple(_child(child, below, roc_year) for child in node.children),
    )


def _measure(node: Node, shared: Shared, roc_year: int) -> Measure:
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
        period=parse_period(when, roc_year) if when else None,
        items=tuple(_measure(item, Shared(), roc_year) for item in node.children),
        unsure=row.unsure and unwrapped(row.unsure),
        target=_target(row.target) if row.target else None,
        source=row.source and unwrapped(row.source),
    )


def _target(entry: TargetEntry) -> Target:
    return Target(figure=entry.figure, unit=entry.unit and unwrapped(entry.unit), by=entry.by)


def _original(entry: OriginalEntry) -> Original:
    return Original(file=entry.file, sha256=entry.sha256, date=entry.date)
