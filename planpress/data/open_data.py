"""``plan.json``: a plan as open data, in all languages; :mod:`planpress.data.plan_records` is its format."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from planpress import model
from planpress.data.plan_records import (
    VERSION,
    ApprovalRecord,
    BlockRecord,
    ColumnNames,
    ColumnRecord,
    CorrectionRecord,
    DeadlineRecord,
    DepartmentRecord,
    FigureRecord,
    GroupRecord,
    ItemRecord,
    Localised,
    MeasureRecord,
    NoteRecord,
    ParagraphRecord,
    ParentRecord,
    PathStep,
    PeriodRecord,
    PlanRecord,
    RemovedRecord,
    RevisionRecord,
    SectionRecord,
    SupersededRecord,
    SupplementRecord,
    TableRecord,
    TargetRecord,
)
from planpress.editions.edition import Edition, Text
from planpress.model import dates as calendar
from planpress.model.language import AUTHORITATIVE
from planpress.model.numbering import Number
from planpress.model.plan import anchored
from planpress.overview.topics import TopicMeasures


def plan_json(
    plan: model.Plan,
    office: model.Office,
    english: Edition,
    url: str,
    superseded: Sequence[int] = (),
    topics: Sequence[TopicMeasures] = (),
) -> bytes:
    """The plan as open data, in UTF-8.

    Args:
        plan: the plan.
        office: the office whose plan it is.
        english: gives the English that there is.
        url: absolute address of the plan's page.
        superseded: the revisions of which what they replaced has a page.
        topics: of the site, that the plan has measures of.
    """
    record = _Export(plan, office, english, superseded, topics).record(url)
    return record.model_dump_json(by_alias=True, exclude_none=True, indent=1).encode() + b"\n"


class _Export:
    """One plan on its way into records."""

    def __init__(
        self,
        plan: model.Plan,
        office: model.Office,
        english: Edition,
        superseded: Sequence[int],
        topics: Sequence[TopicMeasures],
    ) -> None:
        self.superseded = superseded
        self.topics: dict[str, tuple[str, ...]] = {}
        for each in topics:
            for measure in each.measures:
                self.topics[measure.id] = (*self.topics.get(measure.id, ()), each.topic.id)
        self.plan = plan
        self.office = office
        self.english = english
        # What a plan says again and again.
        self.text = cache(self._text)
        self.period = cache(self._period)

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
            columns=self.columns(plan.columns),
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
            blocks=tuple(self.blocks(url)) or None,
            based_on=ParentRecord(office=plan.based_on.office, year=plan.based_on.roc_year) if plan.based_on else None,
            corrections=tuple(map(self.correction, plan.corrections)) or None,
            deadlines=tuple(self.deadlines()) or None,
        )

    def deadlines(self) -> Iterator[DeadlineRecord]:
        """Those that the plan itself says, without what is between the units alone."""
        for each in filter(None, (deadline.public for deadline in self.plan.deadlines)):
            yield DeadlineRecord(
                kind=each.kind,
                to=self.text(each.to),
                half=each.half,
                day=each.day.iso if each.day else None,
                cut_off=each.cut_off.iso if each.cut_off else None,
                within=self.text(each.within) if each.within else None,
                done=each.done.iso if each.done else None,
                words=each.words or "",
                at=each.place,
            )

    def approval(self, approval: model.Approval) -> ApprovalRecord:
        return ApprovalRecord(
            kind=approval.kind,
            by=self.text(approval.by) if approval.by else None,
            date=approval.date.iso if approval.date else None,
            letter=approval.letter,
        )

    def correction(self, correction: model.Correction) -> CorrectionRecord:
        return CorrectionRecord(
            date=correction.date.iso,
            at=correction.at,
            wrong=correction.wrong,
            right=correction.right,
            note=self.text(correction.note) if correction.note else None,
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

    def columns(self, columns: model.Columns) -> ColumnNames:
        return ColumnNames(
            groups=self.texts(columns.groups),
            measure=self.text(columns.measure),
            departments=self.text(columns.who) if columns.who else None,
            period=self.text(columns.when) if columns.when else None,
            target=self.text(columns.target) if columns.target else None,
            more=self.texts(columns.more) or None,
        )

    def section(self, section: model.Section) -> SectionRecord:
        return SectionRecord(
            id=section.id,
            number=_label(section.number),
            heading=None if section.heading is None else self.text(section.heading),
            paragraphs=tuple(map(self.paragraph, section.paragraphs)),
            columns=self.columns(section.columns) if section.columns else None,
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
            topics=self.topics.get(measure.id),
            **self.common(measure),
        )

    def steps(self, path: Sequence[model.Branch]) -> Iterator[PathStep]:
        columns = self.plan.columns_of(path[0])
        for level, group in enumerate(path):
            if isinstance(group, model.Group):
                label = self.text(columns.group(level))
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
            "more": tuple(
                ColumnRecord(label=self.text(column.name), text=self.text(column.text)) for column in measure.more
            )
            or None,
        }

    def blocks(self, url: str) -> Iterator[BlockRecord]:
        for path, row, anchor in anchored(self.plan.rows()):
            section, *above = path
            place: dict[str, Any] = {
                "group": above[-1].id if above else None,
                "section": None if above else section.id,
                "at": anchor,
            }
            match row:
                case model.Table():
                    body = tuple(map(self.texts, row.body))
                    caption, head = self.text(row.caption), self.texts(row.head)
                    yield TableRecord(kind="table", caption=caption, head=head, body=body, **place)
                case model.Figure():
                    yield FigureRecord(
                        kind="figure",
                        url=f"{url}files/{row.file}",
                        alt=self.text(row.alt),
                        caption=self.text(row.caption) if row.caption else None,
                        width=row.width,
                        height=row.height,
                        **place,
                    )
                case model.Note():
                    yield NoteRecord(kind="note", text=self.text(row.text), **place)

    def departments(self) -> dict[str, DepartmentRecord]:
        named = self.plan.departments()
        return {
            name: DepartmentRecord(
                en=in_both(name, self.english.department(self.office, name)).en,
                collective=department.collective,
                stands_for=department.stands_for or None,
                today=None if name == department.name else department.name,
            )
            for department in self.office.departments
            for name in department.names
            if name in named
        }

    def texts(self, chinese: Iterable[str]) -> tuple[Localised, ...]:
        return tuple(map(self.text, chinese))

    def _period(self, period: calendar.Period) -> PeriodRecord:
        return PeriodRecord(
            text=period.text,
            kind=period.kind,
            every=period.every,
            months=period.months or None,
            by=period.by,
            en=in_both(period.text, self.english.period(period)).en,
        )

    def _text(self, chinese: str) -> Localised:
        return in_both(chinese, self.english.text(chinese, self.office.id))


def in_both(chinese: str, english: Text) -> Localised:
    """A text in Chinese, and in English where the English edition has it in English."""
    return Localised(zh_hant=chinese, en=None if english.lang == AUTHORITATIVE.tag else english.value)


def _label(number: Number | None) -> str | None:
    return number.label if number else None


def _target(target: model.Target) -> TargetRecord:
    return TargetRecord(figure=target.figure, unit=target.unit, by=target.by.iso if target.by else None)
