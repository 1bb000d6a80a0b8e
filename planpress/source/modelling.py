"""From the files that editors wrote to plan and office themselves: pure functions, for files without errors."""

from collections.abc import Iterable

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
    Section,
    Shortcut,
    Target,
)
from planpress.model.dates import parse_period
from planpress.source.departments import mentions
from planpress.source.rows import Node, Paragraphs, SectionOutline
from planpress.source.shapes import OfficeFile, OriginalEntry, PlanFile, TargetEntry


def plan_of(office_id: str, roc_year: int, file: PlanFile, sections: Iterable[SectionOutline]) -> Plan:
    """The plan that a plan.yml means, given with its outline."""
    return Plan(
        office=office_id,
        roc_year=roc_year,
        title=file.title,
        columns=Columns(**file.columns.model_dump()),
        sections=tuple(_section(section, file.when) for section in sections),
        adopted=file.adopted,
        approved=file.approved,
        status=file.status,
        shortcuts=tuple(Shortcut(text=shortcut.text, to=shortcut.to) for shortcut in file.shortcuts),
        transcription_notes=file.transcription_notes,
        original=_original(file.original) if file.original else None,
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


def _section(section: SectionOutline, default_when: str | None) -> Section:
    return Section(
        id=section.id,
        number=section.number,
        heading=section.heading,
        paragraphs=tuple(_paragraph(line) for line in section.lines),
        children=tuple(_child(node, default_when) for node in section.children),
    )


def _paragraph(line: Paragraphs) -> Paragraph:
    return Paragraph(text=line.text, number=line.number, paragraphs=tuple(_paragraph(child) for child in line.children))


def _child(node: Node, default_when: str | None) -> Group | Measure:
    if not node.row.level:
        return _measure(node, default_when)
    return Group(
        id=node.id,
        name=node.text,
        number=node.number,
        intro=tuple(text for _, text in node.says),
        children=tuple(_child(child, default_when) for child in node.children),
    )


def _measure(node: Node, default_when: str | None) -> Measure:
    """A measure, or an item: an item has no default period, it shares its measure's."""
    row = node.row
    who = mentions(row.who) if row.who else ()
    when = row.when or default_when
    return Measure(
        id=node.id,
        text=node.text,
        number=node.number,
        departments=tuple(mention.name for mention in who if not mention.supporting),
        supporting_departments=tuple(mention.name for mention in who if mention.supporting),
        period=parse_period(when) if when else None,
        items=tuple(_measure(item, None) for item in node.children),
        unsure=row.unsure,
        target=_target(row.target) if row.target else None,
        source=row.source,
    )


def _target(entry: TargetEntry) -> Target:
    return Target(figure=entry.figure, unit=entry.unit, by=entry.by)


def _original(entry: OriginalEntry) -> Original:
    return Original(file=entry.file, sha256=entry.sha256, date=entry.date)
