"""The rows of a plan as they are compared with another's: everything that it says, one after the other."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final, NamedTuple

from planpress.model import Group, Measure, Paragraph, Plan, Section
from planpress.model.blocks import Block, Figure, Note, Table
from planpress.model.dates import Period, gregorian_year
from planpress.model.numbering import Number
from planpress.model.plan import Column, Target


class RowKind(StrEnum):
    """What a row is."""

    SECTION = "section"
    PARAGRAPH = "paragraph"
    GROUP = "group"
    INTRODUCTION = "introduction"
    MEASURE = "measure"
    ITEM = "item"
    TABLE = "table"
    FIGURE = "figure"
    NOTE = "note"


class Part(NamedTuple):
    """A text of a table or a figure, and what stands between it and the next in one line."""

    text: str
    behind: str = ""


@dataclass(frozen=True, eq=False)
class ComparedRow:
    """A row of one of the two plans.

    Attributes:
        kind: what it is.
        id: what its address ends with; a paragraph or introduction has that of what it belongs to.
        number: its printed number.
        text: what follows it; of a table or a figure, all its texts in one line.
        above: what it stands under.
        departments: who is responsible, in the plan's words.
        supporting_departments: who supports them.
        who: both by the names that they have today.
        period: when.
        when: the same in the plan's words, without the year of the plan itself.
        target: what it is to reach.
        aim: the same, without the year of the plan itself.
        more: what stands in further columns.
        parts: of a table or a figure, each of its texts with what stands behind it in the line.
    """

    kind: RowKind
    id: str
    number: Number | None
    text: str
    above: "ComparedRow | None" = None
    departments: tuple[str, ...] = ()
    supporting_departments: tuple[str, ...] = ()
    who: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    period: Period | None = None
    when: str = ""
    target: Target | None = None
    aim: tuple[str, ...] = ()
    more: tuple[Column, ...] = ()
    parts: tuple[Part, ...] = ()

    @cached_property
    def folded(self) -> str:
        """Its words without blanks and widths."""
        return "".join(unicodedata.normalize("NFKC", self.text).split())

    def column(self, name: str) -> str:
        """What stands in a further column; nothing where it has none of this name."""
        return next((each.text for each in self.more if each.name == name), "")

    @property
    def has_address(self) -> bool:
        """Whether its id is its own."""
        return self.kind in _ADDRESSED


_ADDRESSED: Final = (RowKind.SECTION, RowKind.GROUP, RowKind.MEASURE, RowKind.ITEM)


@dataclass(frozen=True, eq=False)
class ComparedPlan:
    """A plan as it is compared, with one other or, year after year, with two."""

    plan: Plan

    @cached_property
    def rows(self) -> tuple[ComparedRow, ...]:
        """Everything that it says, in its order."""
        return tuple(rows_of(self.plan))

    @cached_property
    def plain(self) -> Mapping[ComparedRow, str]:
        """The words of every row without the year of the plan itself."""
        years = years_of(self.plan)
        return {row: years.sub("", row.folded) for row in self.rows}


def rows_of(plan: Plan) -> Iterator[ComparedRow]:
    """Everything that a plan says, in its order, what stands above first."""
    for section in plan.sections:
        top = ComparedRow(RowKind.SECTION, section.id, section.number, section.heading or "")
        yield top
        yield from _paragraphs(top, section.paragraphs)
        yield from _below(top, section, plan)


def _paragraphs(above: ComparedRow, paragraphs: Iterable[Paragraph]) -> Iterator[ComparedRow]:
    for paragraph in paragraphs:
        row = ComparedRow(RowKind.PARAGRAPH, above.id, paragraph.number, paragraph.text, above)
        yield row
        yield from _paragraphs(row, paragraph.paragraphs)


def _below(above: ComparedRow, branch: Section | Group, plan: Plan) -> Iterator[ComparedRow]:
    for child in branch.children:
        if isinstance(child, Measure):
            yield from _measure(above, child, RowKind.MEASURE, plan)
            continue
        if isinstance(child, Block):
            yield _block(above, child)
            continue
        row = ComparedRow(RowKind.GROUP, child.id, child.number, child.name, above)
        yield row
        for text in child.intro:
            yield ComparedRow(RowKind.INTRODUCTION, child.id, None, text, row)
        yield from _below(row, child, plan)


def _block(above: ComparedRow, block: Block) -> ComparedRow:
    kind, parts = _parts(block)
    return ComparedRow(kind, above.id, None, "".join(map("".join, parts)), above, parts=parts)


def _parts(block: Block) -> tuple[RowKind, tuple[Part, ...]]:
    match block:
        case Table():
            return RowKind.TABLE, (Part(block.caption, "："), *_cells((block.head, *block.body)))
        case Figure():
            caption = (Part(block.caption, "："),) if block.caption else ()
            return RowKind.FIGURE, (*caption, Part(block.alt))
        case Note():
            return RowKind.NOTE, (Part(block.text),)


def _cells(lines: Sequence[Sequence[str]]) -> Iterator[Part]:
    """The cells of a table, line by line."""
    for number, line in enumerate(lines, start=1):
        for place, cell in enumerate(line, start=1):
            yield Part(cell, "｜" if place < len(line) else "；" if number < len(lines) else "")


def _measure(above: ComparedRow, measure: Measure, kind: RowKind, plan: Plan) -> Iterator[ComparedRow]:
    row = ComparedRow(
        kind=kind,
        id=measure.id,
        number=measure.number,
        text=measure.text,
        above=above,
        departments=measure.departments,
        supporting_departments=measure.supporting_departments,
        who=(_today(plan, measure.departments), _today(plan, measure.supporting_departments)),
        period=measure.period,
        when=years_of(plan).sub("", measure.period.text) if measure.period else "",
        target=measure.target,
        aim=_aim(measure.target, plan) if measure.target else (),
        more=measure.more,
    )
    yield row
    for item in measure.items:
        yield from _measure(row, item, RowKind.ITEM, plan)


def _aim(target: Target, plan: Plan) -> tuple[str, ...]:
    return target.figure, target.unit or "", years_of(plan).sub("", target.by.iso) if target.by else ""


def _today(plan: Plan, names: Iterable[str]) -> tuple[str, ...]:
    """Departments by the names that they have today."""
    return tuple(plan.renamed.get(name, name) for name in names)


def years_of(plan: Plan) -> re.Pattern[str]:
    """The years of a plan itself, where they stand in a text."""
    return re.compile(rf"(?<!\d)(?:{plan.roc_year}|{gregorian_year(plan.roc_year)})(?!\d)")
