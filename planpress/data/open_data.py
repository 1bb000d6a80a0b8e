"""``plan.json``: a plan as open data, in all languages. The format is a contract with the outside.

The models below are the format: their order is the order of the keys, and ``schema/plan-data.json`` derives
from them (:mod:`planpress.tools.schema`). ``null`` never stands in a file: what
is unknown is left out, and so is a language that a text lacks. zh-Hans is derived from zh-Hant, so it
is no data. A change that breaks a reader needs a new version in ``schema``.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Annotated, Any, Final, Literal

from pydantic import Field, StringConstraints

from planpress import model
from planpress.editions.edition import Edition, Text
from planpress.model import dates as calendar
from planpress.model.base import Frozen
from planpress.model.language import AUTHORITATIVE
from planpress.model.numbering import Number

VERSION: Final = "planpress/plan/1"
"""Name and version of the format."""

_ID: Final = "^[a-z][a-z0-9-]*$"
Id = Annotated[str, StringConstraints(pattern=_ID)]
IsoDate = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}(-\d{2})?$")]
IsoMonth = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}$")]
IsoDuration = Annotated[str, StringConstraints(pattern=r"^P\d+[DWMY]$")]


class Localised(Frozen):
    """A text by language. The Chinese is authoritative; a language that is not there is not translated."""

    zh_hant: str = Field(serialization_alias="zh-Hant")
    en: str | None = None


class ColumnNames(Frozen):
    """The plan's own names for the columns of its table."""

    groups: tuple[Localised, ...]
    """One a heading level, outermost first; deeper levels share the last."""
    measure: Localised
    departments: Localised
    period: Localised


class ParagraphRecord(Frozen):
    """A paragraph of a section."""

    number: str | None = None
    """Its printed number."""
    text: Localised
    paragraphs: tuple["ParagraphRecord", ...]


class SectionRecord(Frozen):
    """A chapter of the plan."""

    id: Id
    """Also the fragment of its address."""
    number: str | None = None
    heading: Localised | None = None
    paragraphs: tuple[ParagraphRecord, ...]


class GroupRecord(Frozen):
    """A heading of the plan's table."""

    id: Id
    number: str | None = None
    name: Localised
    intro: tuple[Localised, ...]
    section: Id
    """Id of the section whose table it is in."""
    parent: Id | None = None
    """Id of the group above it, if any."""


class PathStep(Frozen):
    """A heading above a measure."""

    label: Localised
    """The plan's name for that level."""
    number: str | None = None
    name: Localised


class PeriodRecord(Frozen):
    """When a measure is carried out: the plan's words and, where it is certain, what they mean."""

    text: str
    """The plan's own words."""
    kind: calendar.PeriodKind
    every: IsoDuration | None = None
    """Interval of a recurring period."""
    months: Annotated[tuple[IsoMonth, ...], Field(min_length=1)] | None = None
    """The months of a period given in months; of a recurring or a continuous one those of its year that it names."""
    by: IsoMonth | None = None
    """The month before which, or by the end or a day of which."""


class TargetRecord(Frozen):
    """What a measure is to reach."""

    figure: str
    unit: str | None = None
    by: IsoDate | None = None


class ItemRecord(Frozen):
    """A part of a measure. Without departments or period of its own it shares those of its measure."""

    id: Id
    number: str | None = None
    text: Localised
    departments: tuple[str, ...]
    supporting_departments: Annotated[tuple[str, ...], Field(min_length=1)] | None = None
    period: PeriodRecord | None = None
    unsure: str | None = None
    target: TargetRecord | None = None
    source: str | None = None


class MeasureRecord(Frozen):
    """One thing that the office does."""

    id: Id
    """Also the fragment of its address."""
    number: str | None = None
    group: Id | None = None
    """Id of the group that it stands in."""
    section: Id | None = None
    """Id of its section, if it stands in no group; otherwise its group says it."""
    path: tuple[PathStep, ...]
    """The headings above it, outermost first."""
    text: Localised
    items: tuple[ItemRecord, ...]
    departments: tuple[str, ...]
    """Who is responsible, by Chinese name; empty when the plan names nobody."""
    supporting_departments: Annotated[tuple[str, ...], Field(min_length=1)] | None = None
    period: PeriodRecord | None = None
    unsure: str | None = None
    """Why the reading of the source is uncertain, in Chinese."""
    target: TargetRecord | None = None
    source: str | None = None
    """Where the measure comes from, when that is not the plan itself."""


class DepartmentRecord(Frozen):
    """A department that the plan names."""

    en: str | None = None
    """Its English name, a working translation."""
    collective: bool
    """Stands for all units."""
    today: str | None = None
    """What it is called today, where the plan calls it by a former name."""


class RemovedRecord(Frozen):
    """A section, group, measure or item that was in the plan; its address leads to a line that says so."""

    id: Id
    text: str
    """What it said in Chinese, without its printed number; at most the beginning."""


class ApprovalRecord(Frozen):
    """One decision on the plan, or on its revision; what is not known is left out."""

    kind: model.ApprovalKind
    """核定 (approved), 審定 (examined) or 備查 (taken on record)."""
    by: Localised | None = None
    date: IsoDate | None = None
    letter: str | None = None
    """Number of the official letter."""


class SupersededRecord(Frozen):
    """What a revision replaced."""

    number: int
    """Of the revision that put an end to it."""
    url: str


class RevisionRecord(Frozen):
    """The last revision of the plan."""

    number: int
    date: IsoDate
    note: Localised | None = None
    approvals: tuple[ApprovalRecord, ...]
    superseded: tuple[SupersededRecord, ...]
    """The pages of what this and earlier revisions replaced, as far as it is kept."""


class SupplementRecord(Frozen):
    """A rule that was added to the plan: a file, or a text."""

    title: Localised
    url: str | None = None
    """Address of the file."""
    text: Annotated[tuple[Localised, ...], Field(min_length=1)] | None = None
    """Its paragraphs."""
    date: IsoDate | None = None
    note: Localised | None = None


class PlanRecord(Frozen):
    """One office's plan for one year."""

    version: Literal["planpress/plan/1"] = Field(serialization_alias="schema")
    office: Id
    office_name: Localised
    year: int
    """Year of the Republic of China."""
    gregorian_year: int
    url: str
    """Address of the plan's page; with an id as its fragment, of a part of the plan."""
    title: Localised
    adopted: IsoDate | None = None
    """When the plan was drawn up; a month alone when no more is known."""
    columns: ColumnNames
    sections: tuple[SectionRecord, ...]
    groups: tuple[GroupRecord, ...]
    """Every group before those inside it, in the plan's order."""
    measures: tuple[MeasureRecord, ...]
    """In the plan's order."""
    departments: dict[str, DepartmentRecord]
    """By Chinese name: those that the plan names, in the office's order."""
    transcription_notes: tuple[Localised, ...]
    """What was mended or decided when the plan was transcribed."""
    removed: Annotated[tuple[RemovedRecord, ...], Field(min_length=1)] | None = None
    """What is no longer in the plan."""
    until: int | None = None
    """Of a plan of several years the last, of the Republic of China; ``year`` is the first."""
    gregorian_until: int | None = None
    approvals: Annotated[tuple[ApprovalRecord, ...], Field(min_length=1)] | None = None
    """Who approved the plan."""
    revision: RevisionRecord | None = None
    supplements: Annotated[tuple[SupplementRecord, ...], Field(min_length=1)] | None = None
    """Rules that were added to the plan."""


def plan_json(
    plan: model.Plan, office: model.Office, english: Edition, url: str, superseded: Sequence[int] = ()
) -> bytes:
    """The plan as open data, in UTF-8.

    Args:
        plan: the plan.
        office: the office whose plan it is.
        english: gives the English that there is.
        url: absolute address of the plan's page.
        superseded: the revisions of which what they replaced has a page.
    """
    record = _Export(plan, office, english, superseded).record(url)
    return record.model_dump_json(by_alias=True, exclude_none=True, indent=1).encode() + b"\n"


class _Export:
    """One plan on its way into records."""

    def __init__(self, plan: model.Plan, office: model.Office, english: Edition, superseded: Sequence[int]) -> None:
        self.superseded = superseded
        self.plan = plan
        self.office = office
        self.english = english
        # What a plan says again and again.
        self.text = cache(self._text)
        self.period = cache(_period)

    def record(self, url: str) -> PlanRecord:
        plan = self.plan
        return PlanRecord(
            version=VERSION,
            office=plan.office,
            office_name=in_both(self.office.name, self.english.office_name(self.office)),
            year=plan.roc_year,
            gregorian_year=plan.gregorian_year,
            url=url,
            title=self.text(plan.title),
            adopted=plan.adopted.iso if plan.adopted else None,
            columns=ColumnNames(
                groups=self.texts(plan.columns.groups),
                measure=self.text(plan.columns.measure),
                departments=self.text(plan.columns.who),
                period=self.text(plan.columns.when),
            ),
            sections=tuple(map(self.section, plan.sections)),
            groups=tuple(self.group(path, row) for path, row in plan.rows() if isinstance(row, model.Group)),
            measures=tuple(self.measure(path, row) for path, row in plan.rows() if isinstance(row, model.Measure)),
            departments=self.departments(),
            transcription_notes=self.texts(plan.transcription_notes),
            removed=tuple(RemovedRecord(id=row.id, text=row.text) for row in plan.removed) or None,
            until=plan.until,
            gregorian_until=calendar.gregorian_year(plan.until) if plan.until else None,
            approvals=tuple(map(self.approval, plan.approvals)) or None,
            revision=self.revision(plan.revision, url) if plan.revision else None,
            supplements=tuple(self.supplement(each, url) for each in plan.supplements) or None,
        )

    def approval(self, approval: model.Approval) -> ApprovalRecord:
        return ApprovalRecord(
            kind=approval.kind,
            by=self.text(approval.by) if approval.by else None,
            date=approval.date.iso if approval.date else None,
            letter=approval.letter,
        )

    def revision(self, revision: model.Revision, url: str) -> RevisionRecord:
        return RevisionRecord(
            number=revision.number,
            date=revision.date.iso,
            note=self.text(revision.note) if revision.note else None,
            approvals=tuple(map(self.approval, revision.approvals)),
            superseded=tuple(SupersededRecord(number=each, url=f"{url}revisions/{each}/") for each in self.superseded),
        )

    def supplement(self, supplement: model.Supplement, url: str) -> SupplementRecord:
        return SupplementRecord(
            title=self.text(supplement.title),
            url=f"{url}files/{supplement.file}" if supplement.file else None,
            text=self.texts(supplement.paragraphs) or None,
            date=supplement.date.iso if supplement.date else None,
            note=self.text(supplement.note) if supplement.note else None,
        )

    def section(self, section: model.Section) -> SectionRecord:
        return SectionRecord(
            id=section.id,
            number=_label(section.number),
            heading=None if section.heading is None else self.text(section.heading),
            paragraphs=tuple(map(self.paragraph, section.paragraphs)),
        )

    def paragraph(self, paragraph: model.Paragraph) -> ParagraphRecord:
        return ParagraphRecord(
            number=_label(paragraph.number),
            text=self.text(paragraph.text),
            paragraphs=tuple(map(self.paragraph, paragraph.paragraphs)),
        )

    def group(self, path: Sequence[model.Branch], group: model.Group) -> GroupRecord:
        section, *above = path
        return GroupRecord(
            id=group.id,
            number=_label(group.number),
            name=self.text(group.name),
            intro=self.texts(group.intro),
            section=section.id,
            parent=above[-1].id if above else None,
        )

    def measure(self, path: Sequence[model.Branch], measure: model.Measure) -> MeasureRecord:
        section, *above = path
        return MeasureRecord(
            group=above[-1].id if above else None,
            section=None if above else section.id,
            path=tuple(self.steps(path)),
            items=tuple(ItemRecord(**self.common(item)) for item in measure.items),
            **self.common(measure),
        )

    def steps(self, path: Sequence[model.Branch]) -> Iterator[PathStep]:
        for level, group in enumerate(path):
            if isinstance(group, model.Group):
                label = self.text(self.plan.columns.group(level))
                yield PathStep(label=label, number=_label(group.number), name=self.text(group.name))

    def common(self, measure: model.Measure) -> dict[str, Any]:
        """What a measure and an item have in common."""
        return {
            "id": measure.id,
            "number": _label(measure.number),
            "text": self.text(measure.text),
            "departments": measure.departments,
            "supporting_departments": measure.supporting_departments or None,
            "period": self.period(measure.period) if measure.period else None,
            "unsure": measure.unsure,
            "target": _target(measure.target) if measure.target else None,
            "source": measure.source,
        }

    def departments(self) -> dict[str, DepartmentRecord]:
        named = self.plan.departments()
        return {
            name: DepartmentRecord(
                en=in_both(name, self.english.department(self.office, name)).en,
                collective=department.collective,
                today=None if name == department.name else department.name,
            )
            for department in self.office.departments
            for name in department.names
            if name in named
        }

    def texts(self, chinese: Iterable[str]) -> tuple[Localised, ...]:
        return tuple(map(self.text, chinese))

    def _text(self, chinese: str) -> Localised:
        return in_both(chinese, self.english.text(chinese, self.office.id))


def in_both(chinese: str, english: Text) -> Localised:
    """A text in Chinese, and in English where the English edition has it in English."""
    return Localised(zh_hant=chinese, en=None if english.lang == AUTHORITATIVE.tag else english.value)


def _label(number: Number | None) -> str | None:
    return number.label if number else None


def _period(period: calendar.Period) -> PeriodRecord:
    return PeriodRecord(
        text=period.text,
        kind=period.kind,
        every=period.every,
        months=period.months or None,
        by=period.by,
    )


def _target(target: model.Target) -> TargetRecord:
    return TargetRecord(figure=target.figure, unit=target.unit, by=target.by.iso if target.by else None)
