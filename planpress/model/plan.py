"""A plan (執行計畫) and its parts, as a tree.

Every node carries the ``id`` that its address ends with: ``s-5`` a section, ``g-2-2`` a group, ``m-2-2-1`` a measure,
``m-2-2-1-i1`` an item. It is given once, by the node's sibling positions then, and stays
(:mod:`planpress.source.row_addresses.ids`).
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Annotated, Final, Protocol, TypeAlias

from pydantic import Field

from planpress.model.base import Frozen
from planpress.model.blocks import Block
from planpress.model.dates import Period, RocDate, gregorian_year
from planpress.model.deadlines import Deadline
from planpress.model.decisions import Approval, Correction, Revision, Supplement
from planpress.model.numbering import Number
from planpress.model.publication import Publication

MOST_YEARS: Final = 10
"""No plan is for more."""


def years_of(roc_year: int, until: int | None) -> range:
    """The years of a plan, given the first, and the last of a plan of several years."""
    return range(roc_year, (until or roc_year) + 1)


class Lasting(Protocol):
    """A plan, as far as its years go."""

    @property
    def office(self) -> str:
        """Id of the office."""

    @property
    def roc_year(self) -> int:
        """Its first year."""

    @property
    def until(self) -> int | None:
        """Its last year, if that is another."""


class Paragraph(Frozen):
    """A paragraph of a section, with what is nested below it."""

    text: str
    number: Number | None = None
    paragraphs: tuple["Paragraph", ...] = ()


class Target(Frozen):
    """What a measure is to reach (目標值)."""

    figure: str
    unit: str | None = None
    by: RocDate | None = None


class Column(Frozen):
    """What a measure says in a column of the plan's own (預算, 執行方法)."""

    name: str
    """Name of the column."""
    text: str


class Measure(Frozen):
    """One thing that the office does (具體作法): by whom, and when."""

    id: str
    text: str
    number: Number | None = None
    departments: tuple[str, ...] = ()
    """Who is responsible (承辦, 主辦), by the names of the office's departments. Empty when the source names nobody."""
    supporting_departments: tuple[str, ...] = ()
    """Who supports them (協辦)."""
    stood_for: tuple[str, ...] = ()
    """Who is meant by those that are named: 第一組 where 第一組至第七組 is named."""
    period: Period | None = None
    items: tuple["Measure", ...] = ()
    """Its parts 甲乙丙 or ◎; an item without departments or period shares those of its measure."""
    unsure: str | None = None
    """Why the reading of the source is uncertain, for the reader of the page."""
    target: Target | None = None
    source: str | None = None
    """Where the measure comes from, when that is not the plan itself."""
    more: tuple[Column, ...] = ()
    """What it says in further columns, in their order."""

    @property
    def everyone(self) -> tuple["Measure", ...]:
        """The measure and its items."""
        return (self, *self.items)

    @property
    def who(self) -> tuple[str, ...]:
        """All departments that have a part in it or in its items, each once: named, or meant by one that is named."""
        parts = ((*each.departments, *each.supporting_departments, *each.stood_for) for each in self.everyone)
        return tuple(dict.fromkeys(chain.from_iterable(parts)))

    @property
    def named(self) -> tuple[str, ...]:
        """The departments that it names itself, responsible or supporting, each once."""
        return tuple(dict.fromkeys((*self.departments, *self.supporting_departments)))

    @property
    def periods(self) -> tuple[Period, ...]:
        """Its period and those of its items, as far as there are any."""
        return tuple(each.period for each in self.everyone if each.period)


class Branch(Frozen):
    """What has groups and measures under it: a section of the plan, or a group."""

    id: str
    number: Number | None = None
    children: tuple[Annotated["Group | Measure | Block", Field(union_mode="left_to_right")], ...] = ()
    """No two kinds have the same fields, so the first that fits is the right one."""

    @property
    def groups(self) -> tuple["Group", ...]:
        """The groups directly below."""
        return tuple(child for child in self.children if isinstance(child, Group))

    def rows(
        self, above: tuple["Branch", ...] = ()
    ) -> Iterator[tuple[tuple["Branch", ...], "Group | Measure | Block"]]:
        """Every group, measure, table, figure and note at any depth, in the plan's order, with the branches above each.

        Args:
            above: the branches that this one is under.
        """
        # One walk for all levels: a generator in each would hand every row up through all of those above it.
        levels = [((*above, self), iter(self.children))]
        while levels:
            path, children = levels[-1]
            for child in children:
                yield path, child
                if isinstance(child, Group):
                    levels.append(((*path, child), iter(child.children)))
                    break
            else:
                levels.pop()

    def measures(self) -> Iterator[Measure]:
        """Every measure at any depth, in the plan's order; items are within their measures."""
        return (row for _, row in self.rows() if isinstance(row, Measure))


class Group(Branch):
    """A heading of the plan's table (面向, 執行策略, 服務內涵 …) with what stands under it."""

    name: str
    intro: tuple[str, ...] = ()
    """What introduces the group and has no department of its own."""


class Section(Branch):
    """A chapter of the plan (壹、計畫依據); one of them usually holds the table of measures."""

    heading: str | None = None
    """None where the plan gives the section no heading, only a paragraph (Kinmen 114, 柒)."""
    paragraphs: tuple[Paragraph, ...] = ()
    columns: "Columns | None" = None
    """The names of its own table; None where they are the plan's."""


class Columns(Frozen):
    """The plan's own names for the columns of its table."""

    groups: tuple[str, ...]
    """One name a heading level, outermost first; deeper levels share the last name."""
    measure: str
    who: str | None = None
    """None where the plan does not say who is responsible."""
    when: str | None = None
    """None where it gives no periods."""
    target: str | None = None
    """None where what measures are to reach has no column of its own."""
    more: tuple[str, ...] = ()
    """Further columns of text."""

    def group(self, level: int) -> str:
        """Name of the heading level, counted from 1."""
        return self.groups[min(level, len(self.groups)) - 1]


Row: TypeAlias = Group | Measure | Block
"""What stands in a section or a group."""


def anchored(rows: Iterable[tuple[tuple[Branch, ...], Row]]) -> Iterator[tuple[tuple[Branch, ...], Row, str]]:
    """Rows with the id that leads to each: its own, or, of a table, a figure or a note, that of what it belongs to.

    That is the measure that it follows, or the heading that it stands under.
    """
    branch = above = ""
    for path, row in rows:
        if isinstance(row, Measure):
            branch, above = path[-1].id, row.id
        if isinstance(row, Group | Measure):
            yield path, row, row.id
        else:
            yield path, row, above if branch == path[-1].id else path[-1].id


class Shortcut(Frozen):
    """A selection of what the plan holds, and where it stands."""

    text: str
    to: str
    """Id of a section, group, measure or item."""


class Original(Frozen):
    """The approved file (核定本) that the plan was transcribed from, as the office supplies it."""

    file: str
    """File name beside the plan."""
    sha256: str | None = None
    """Of the file, where the office has given it."""
    date: RocDate | None = None


class ParentPlan(Frozen):
    """The plan that another follows (函頒計畫), by its place."""

    office: str
    """Id of the office whose plan it is: the head office, or whoever drew it up."""
    roc_year: int


class RemovedRow(Frozen):
    """A section, group, measure or item that was in the plan: its address stays."""

    id: str
    text: str
    """What it said, without its printed number; at most the beginning."""


class Plan(Frozen):
    """One office's plan for one year, or for several."""

    office: str
    """Id of the office."""
    roc_year: int
    """Its year; of a plan of several years the first, which its address has."""
    title: str
    columns: Columns
    sections: tuple[Section, ...]
    adopted: RocDate | None = None
    """When it was drawn up (訂定)."""
    approvals: tuple[Approval, ...] = ()
    """Who approved it, in the office's order."""
    revision: Revision | None = None
    """Its last revision, if it was revised."""
    publication: Publication = Publication()
    """When the public sees it."""
    based_on: ParentPlan | None = None
    """The plan that it follows."""
    shortcuts: tuple[Shortcut, ...] = ()
    transcription_notes: tuple[str, ...] = ()
    original: Original | None = None
    supplements: tuple[Supplement, ...] = ()
    corrections: tuple[Correction, ...] = ()
    """What was mended in its data, in the file's order."""
    deadlines: tuple[Deadline, ...] = ()
    """Who reports what to whom by when; those that a letter gives are internal, see :attr:`public`."""
    removed: tuple[RemovedRow, ...] = ()
    until: int | None = None
    """The last year of a plan of several years."""
    renamed: Mapping[str, str] = {}
    """Today's names of the departments that the plan calls by a former one."""
    carried: Mapping[str, int] = {}
    """The 民國 year of the plan that a row has its address from, by its id; what is new in this plan has none."""

    @property
    def gregorian_year(self) -> int:
        """The plan's year in the common era."""
        return gregorian_year(self.roc_year)

    @property
    def years(self) -> range:
        """The 民國 years that it is for."""
        return years_of(self.roc_year, self.until)

    @property
    def public(self) -> "Plan":
        """The same without what is internal: whatever becomes a page, a document or data is made from this."""
        return self.model_copy(
            update={"deadlines": tuple(public for each in self.deadlines if (public := each.public))}
        )

    def today(self, names: Iterable[str]) -> tuple[str, ...]:
        """What the departments of some names are called today, each once: what they are found by."""
        return tuple(dict.fromkeys(self.renamed.get(name, name) for name in names))

    @property
    def who_column(self) -> str | None:
        """Name of the column of departments; None where none of the plan's tables has one."""
        return next((columns.who for columns in self._every_columns() if columns.who), None)

    @property
    def when_column(self) -> str | None:
        """Name of the column of periods; None where none of the plan's tables has one."""
        return next((columns.when for columns in self._every_columns() if columns.when), None)

    def _every_columns(self) -> Iterator[Columns]:
        yield self.columns
        yield from (section.columns for section in self.sections if section.columns)

    def columns_of(self, section: Branch) -> Columns:
        """The columns of the table that is in a section."""
        return (section.columns if isinstance(section, Section) else None) or self.columns

    def rows(self) -> Iterator[tuple[tuple[Branch, ...], Group | Measure | Block]]:
        """Every group, measure, table, figure and note in the plan's order, with the section and groups above each."""
        for section in self.sections:
            yield from section.rows()

    def measures(self) -> Iterator[Measure]:
        """Every measure of the plan in its order; items are within their measures."""
        return (row for _, row in self.rows() if isinstance(row, Measure))

    def departments(self) -> frozenset[str]:
        """Every department that has a part in the plan, named or meant by one that is named."""
        return frozenset(name for measure in self.measures() for name in measure.who)

    def top_groups(self) -> Iterator[Group]:
        """The outermost groups of the plan in their order."""
        return (group for section in self.sections for group in section.groups)
