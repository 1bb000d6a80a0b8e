"""The format of ``plan.json``, a contract with the outside.

The models below are the format: their order is the order of the keys, and ``schema/plan-data.json`` derives
from them (:mod:`planpress.tools.schema`). ``null`` never stands in a file: what
is unknown is left out, and so is a language that a text lacks. zh-Hans is derived from zh-Hant, so it
is no data. A change that breaks a reader needs a new version in ``schema``.
"""

from typing import Annotated, Final, Literal, TypeAlias

from pydantic import Field, StringConstraints

from planpress import model
from planpress.model import dates as calendar
from planpress.model.base import Frozen

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
    departments: Localised | None = None
    """Left out where the plan does not say who is responsible."""
    period: Localised | None = None
    """Left out where it gives no periods."""
    target: Localised | None = None
    """Left out where targets have no column of their own."""
    more: Annotated[tuple[Localised, ...], Field(min_length=1)] | None = None
    """Further columns of text."""


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
    columns: ColumnNames | None = None
    """The columns of its own table, where they are not the plan's."""


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
    en: str | None = None
    """The words in English."""


class TargetRecord(Frozen):
    """What a measure is to reach."""

    figure: str
    unit: str | None = None
    by: IsoDate | None = None


class ColumnRecord(Frozen):
    """What a measure says in a column of the plan's own."""

    label: Localised
    """Name of the column."""
    text: Localised


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
    more: Annotated[tuple[ColumnRecord, ...], Field(min_length=1)] | None = None


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
    more: Annotated[tuple[ColumnRecord, ...], Field(min_length=1)] | None = None
    """What it says in further columns, in their order."""
    topics: Annotated[tuple[Id, ...], Field(min_length=1)] | None = None
    """Ids of the topics of the site that it belongs to."""


class BlockPlace(Frozen):
    """Where a table, a figure or a note stands among the measures."""

    kind: str
    group: Id | None = None
    """Id of the group that it stands in."""
    section: Id | None = None
    """Id of its section, if it stands in no group; otherwise its group says it."""
    at: Id
    """The fragment of its address: id of the measure that it follows, or of its group or section."""


class TableRecord(BlockPlace):
    """A table of data."""

    kind: Literal["table"]
    caption: Localised
    head: Annotated[tuple[Localised, ...], Field(min_length=1)]
    """Names of its columns."""
    body: tuple[tuple[Localised, ...], ...]
    """Its rows, each with a cell a column; a cell may be empty."""


class FigureRecord(BlockPlace):
    """A picture."""

    kind: Literal["figure"]
    url: str
    alt: Localised
    """What it shows, for those who do not see it."""
    caption: Localised | None = None
    width: int
    """In pixels."""
    height: int


class NoteRecord(BlockPlace):
    """A note of the plan itself."""

    kind: Literal["note"]
    text: Localised


class DepartmentRecord(Frozen):
    """A department that the plan names."""

    en: str | None = None
    """Its English name, a working translation."""
    collective: bool
    """Stands for all units."""
    today: str | None = None
    """What it is called today, where the plan calls it by a former name."""
    stands_for: Annotated[tuple[str, ...], Field(min_length=1)] | None = None
    """Chinese names of the departments that it stands for."""


class RemovedRecord(Frozen):
    """A section, group, measure or item that was in the plan; its address leads to a line that says so."""

    id: Id
    text: str
    """What it said in Chinese, without its printed number; at most the beginning."""


BlockRecord: TypeAlias = TableRecord | FigureRecord | NoteRecord


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


class CorrectionRecord(Frozen):
    """What was mended in this data (勘誤); the plan itself did not change."""

    date: IsoDate
    at: Id | None = None
    """Id of what it stands in; left out where it was the title."""
    wrong: str
    """The words that stood here, in Chinese."""
    right: str
    """The words of the plan, in Chinese."""
    note: Localised | None = None


class DeadlineRecord(Frozen):
    """Who reports what to whom by when, as the plan says; what it gives no day for has none."""

    kind: model.DeadlineKind
    """填報 (a form is handed in), 報送 (sent to a superior) or 登載 (published)."""
    to: Localised
    """To whom, or where."""
    half: int | None = None
    """Of which half of the plan's year: 1 or 2."""
    day: IsoDate | None = None
    """By which day."""
    cut_off: IsoDate | None = None
    """The last day that the results are about."""
    within: Localised | None = None
    """How long after something that comes without a day of its own."""
    done: IsoDate | None = None
    """The day of publication, as the office says; only of kind 登載."""
    words: str
    """The plan's own words, in Chinese."""
    at: Id | None = None
    """Id of the section or row in which they stand."""


class ParentRecord(Frozen):
    """The plan of another office that a plan follows."""

    office: Id
    year: int
    """Of the Republic of China."""


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
    blocks: Annotated[tuple[Annotated[BlockRecord, Field(discriminator="kind")], ...], Field(min_length=1)] | None = (
        None
    )
    """Tables, figures and notes among the measures, in the plan's order."""
    based_on: ParentRecord | None = None
    """The plan that it follows."""
    corrections: Annotated[tuple[CorrectionRecord, ...], Field(min_length=1)] | None = None
    """What was mended in this data since it was first published."""
    deadlines: Annotated[tuple[DeadlineRecord, ...], Field(min_length=1)] | None = None
    """What the plan itself says is due."""
