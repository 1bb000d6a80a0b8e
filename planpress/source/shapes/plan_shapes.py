"""The files that editors write, key by key. JSON Schema, documentation and messages derive from these models.

What stands below approvals, revisions, supplements and corrections is in :mod:`planpress.source.values.decisions`.
"""

import re
from functools import cached_property
from typing import Annotated, Final, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from planpress.model.base import Frozen
from planpress.model.plan import MOST_YEARS, ParentPlan
from planpress.model.publication import PlanStatus, Publication
from planpress.source.values.deadlines import DeadlineEntry
from planpress.source.values.decisions import (
    ApprovalEntry,
    CorrectionEntry,
    RevisionEntry,
    SupplementEntry,
    WithdrawalEntry,
)
from planpress.source.values.scalars import (
    FILE_PATTERN,
    SHA256_PATTERN,
    Id,
    PlanName,
    RocDateText,
    RocDayText,
    RocYear,
    Text,
    YesNo,
)

FIGURE_PATTERN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,95}\.(png|jpe?g|webp)", re.IGNORECASE)

HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
"""Heading rows, outermost first."""
_LEVELS: Final = {kind: level for level, kind in enumerate(HEADINGS, start=1)}
BLOCKS: Final = ("table", "figure", "note")
"""Rows that are no measures and stand among them."""
KINDS: Final = (*HEADINGS, "say", "do", "item", *BLOCKS)
"""The keys of which every row has exactly one."""

MOST_COLUMNS: Final = 12
"""Columns of a table, which a page of paper must hold."""
MOST_ROWS: Final = 500
"""Rows of a table."""
LONGEST_CELL: Final = 2_000
"""Characters of a cell."""
MOST_FURTHER: Final = 6
"""Further columns of the table of measures."""
LONGEST_NAME: Final = 60
"""Characters of the name of a further column."""

Name = Annotated[Text, StringConstraints(max_length=LONGEST_NAME)]
"""The name of a column."""

Cell = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_CELL)]
"""A cell of a table, which may be empty."""

BodyRow = Annotated[tuple[Cell, ...], Field(max_length=MOST_COLUMNS)]
"""A row of a table."""


class TargetEntry(Frozen):
    """What a measure is to reach (目標值)."""

    figure: Text
    """The figure itself: 95, 95%, 12,400."""
    unit: Text | None = None
    """What it counts: 戶, 件, %."""
    by: RocDateText | None = None
    """Until when."""


class Row(Frozen):
    """One row of the plan: a heading, an introduction, a measure, an item of one; a table, a figure or a note."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": [kind]} for kind in KINDS],
            "dependentRequired": {"table": ["head", "body"], "figure": ["alt"]},
        }
    )

    h1: Text | None = None
    """Heading of the outermost level, with its printed number: 一、基礎服務."""
    h2: Text | None = None
    """Heading of the second level: (一) 服務一致及正確性."""
    h3: Text | None = None
    """Heading of the third level."""
    h4: Text | None = None
    """Heading of the fourth level."""
    h5: Text | None = None
    """Heading of the fifth level."""
    h6: Text | None = None
    """Heading of the sixth level."""
    say: Text | None = None
    """An introduction; it belongs to the heading above it."""
    do: Text | None = None
    """A measure (具體作法), with its printed number."""
    item: Text | None = None
    """A part (甲、乙、丙、◎) of the measure above it."""
    table: Text | None = None
    """A table of data (附表): its caption. It follows the measure, or belongs to the heading, above it."""
    figure: Text | None = None
    """A picture (附圖, 流程圖): the name of a PNG, JPEG or WebP file beside plan.yml."""
    note: Text | None = None
    """A note of the plan itself: 註1 …"""
    who: Text | None = None
    """Who is responsible (承辦部門), joined with 、; supporting units (協辦) in parentheses at the end. On a heading it
    holds for the measures below that name nobody."""
    when: Text | None = None
    """The period (執行期間), in the plan's words. On a heading it holds for the measures below that give none."""
    unsure: Text | None = None
    """Why this reading of the source is uncertain; shown on the page."""
    sic: YesNo = False
    """The row is odd in the source itself (its number, its period, a character, no department); do not warn."""
    id: Id | None = None
    """Fixes the end of the address, so that it stays when rows move."""
    target: TargetEntry | None = None
    """What the measure is to reach."""
    source: Text | None = None
    """Where the measure comes from, when that is not the plan itself."""
    more: dict[str, Annotated[Text, StringConstraints(max_length=LONGEST_CELL)]] | None = None
    """What the measure says in the columns of ``columns.more``, by their names: {預算: 5萬}."""
    head: Annotated[tuple[Cell, ...], Field(min_length=1, max_length=MOST_COLUMNS)] | None = None
    """Names of a table's columns."""
    body: Annotated[tuple[BodyRow, ...], Field(min_length=1, max_length=MOST_ROWS)] | None = None
    """The rows of a table, each with a cell a column: [[甲, 5], [乙, 7]]."""
    alt: Annotated[Text, StringConstraints(max_length=LONGEST_CELL)] | None = None
    """What a figure shows, for those who do not see it."""
    caption: Text | None = None
    """What stands below a figure."""

    @cached_property
    def kind(self) -> str:
        """Which of ``h1`` … ``h6``, ``say``, ``do``, ``item``, ``table``, ``figure``, ``note`` the row is."""
        return next(kind for kind in KINDS if getattr(self, kind) is not None)

    @property
    def level(self) -> int:
        """1 to 6 for ``h1`` to ``h6``, 0 for anything else."""
        return _LEVELS.get(self.kind, 0)

    @property
    def text(self) -> str:
        """What the row says, with its printed number."""
        return str(getattr(self, self.kind))

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        given = self.model_fields_set.intersection(KINDS)
        if sum(getattr(self, kind) is not None for kind in given) != 1:
            raise ValueError("row_kind")
        return self


class ColumnsEntry(Frozen):
    """The plan's own names for the columns of its table."""

    groups: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Names of the heading columns, outermost first: [面向, 執行策略]."""
    measure: Text
    """Name of the column of measures: 具體作法."""
    who: Text | None = None
    """Name of the column of departments: 承辦部門; leave it out where the plan has none."""
    when: Text | None = None
    """Name of the column of periods: 執行期間; leave it out where the plan has none."""
    target: Text | None = None
    """Name of the column of targets: 目標值; without it a target stands below its measure."""
    more: Annotated[tuple[Name, ...], Field(max_length=MOST_FURTHER)] = ()
    """Names of further columns of text: [預算, 執行方法]."""


class SectionEntry(Frozen):
    """One chapter of the plan (壹、貳、參 …)."""

    heading: Text | None = None
    """Its heading with the printed number: 壹、計畫依據."""
    text: Text | None = None
    """Its paragraphs, one a line; a printed number (一、（一）1.) opens the line and tells the nesting."""
    columns: ColumnsEntry | None = None
    """The names of the columns of its own table, where they are not the plan's; all of them."""
    rows: tuple[Row, ...] = ()
    """The rows of its table of measures."""
    sic: YesNo = False
    """The section is odd in the source itself (its numbers, a character); do not warn."""
    id: Id | None = None
    """Fixes the end of the address."""


class ShortcutEntry(Frozen):
    """One of a selection of what the plan holds, and where it stands."""

    text: Text
    """What the link says: 到府、到點服務."""
    to: Id
    """Id of the row or section that it leads to: m-1-1-1."""


class OriginalEntry(Frozen):
    """The approved file (核定本)."""

    file: Annotated[str, StringConstraints(pattern=FILE_PATTERN)]
    """Name of a file beside plan.yml."""
    sha256: Annotated[str, StringConstraints(pattern=SHA256_PATTERN)] | None = None
    """Its SHA-256 in hexadecimal, if the office gives it with the file: then no other file is published."""
    date: RocDateText | None = None
    """Its own date."""


class PlanFile(Frozen):
    """plan.yml: one office's plan for one year."""

    title: Text
    """Title of the plan, to the letter."""
    until: RocYear | None = None
    """The last year of a plan of several years (114-115年度): 115; its first year is that of the folder."""
    adopted: RocDateText | None = None
    """When it was drawn up (訂定日期), 民國: 114-01-14, or 105-02 when only the month is known."""
    approved: RocDateText | None = None
    """When it was approved (核定日期): short for approvals with nothing but 核定 and a date."""
    approvals: tuple[ApprovalEntry, ...] = ()
    """Who approved it (核定, 審定, 備查), when, by which letter."""
    revision: RevisionEntry | None = None
    """The last revision (修正), when the plan was revised; the text it replaced lies in revisions/<number>.yml."""
    status: PlanStatus = PlanStatus.PUBLISHED
    """draft: being written, only in the preview. approved: the approvals are there, still only in the preview.
    published: on the site."""
    publish_on: RocDayText | None = None
    """The first day on which the plan is on the site (公開日期): 114-02-01. Leave it out to publish at once."""
    withdrawn: WithdrawalEntry | None = None
    """That the plan is no longer on the site (撤下), since when, and why."""
    based_on: PlanName | None = None
    """The plan of another office that this one follows (函頒計畫): head-office of the same year, head-office/114."""
    columns: ColumnsEntry
    """The plan's own column names."""
    when: Text | None = None
    """The period of every ``do`` row that gives none, nor a heading above it."""
    shortcuts: tuple[ShortcutEntry, ...] = ()
    """A selection of what the plan holds (選讀項目), shown at the top of its page."""
    transcription_notes: tuple[Text, ...] = ()
    """What was mended or decided when the plan was transcribed; shown on the page."""
    original: OriginalEntry | None = None
    """The approved file, when the office supplies it."""
    supplements: tuple[SupplementEntry, ...] = ()
    """Rules that were added to the plan (另行補充規定)."""
    corrections: tuple[CorrectionEntry, ...] = ()
    """Corrections (勘誤) of what the site said of the plan, a line each; the plan itself did not change."""
    deadlines: tuple[DeadlineEntry, ...] = ()
    """Who reports what to whom by when (填報, 報送, 登載), in the plan's own words."""
    sections: Annotated[tuple[SectionEntry, ...], Field(min_length=1)]
    """The plan's chapters in their order."""

    def parent(self, roc_year: int) -> ParentPlan | None:
        """The plan that it follows, given its own year."""
        if self.based_on is None:
            return None
        office, _, year = self.based_on.partition("/")
        return ParentPlan(office=office, roc_year=int(year or roc_year))

    @property
    def publication(self) -> Publication:
        """When the public sees the plan."""
        return Publication(status=self.status, publish_on=self.publish_on, withdrawn=self.withdrawn)

    def years(self, roc_year: int) -> range:
        """The years that the plan is for, given the first."""
        return range(roc_year, min(max(roc_year, self.until or roc_year), roc_year + MOST_YEARS - 1) + 1)
