"""What a plan's page shows of the plan itself, in one language: everything that depends on nothing but the plan.

The page around it (years, notices, languages) is :mod:`planpress.pages.plan.plan_page`. Keeping the two apart means
that a plan is laid out once however often its surroundings change.
"""

from dataclasses import dataclass
from typing import TypeAlias

from markupsafe import Markup

from planpress.pages.layout.block_view import BlockView
from planpress.pages.layout.corrections import CorrectionView


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of the filter: the Chinese name as its value, so that an address means the same in every language.

    ``lang`` is the language of a name that is not in the page's.
    """

    value: str
    name: str
    lang: str | None


@dataclass(frozen=True, slots=True)
class Jump:
    """An outermost group, with the number of its measures."""

    id: str
    number: str | None
    name: Markup
    count: int


@dataclass(frozen=True, slots=True)
class ShortcutView:
    """One of a selection of what the plan holds."""

    text: Markup
    to: str


@dataclass(frozen=True, slots=True)
class PromiseView:
    """A measure or an item that is to reach a figure, or is done by a date."""

    id: str
    name: str
    text: Markup
    target: Markup | None
    when: Markup | None


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the table of contents."""

    id: str
    number: str | None
    name: Markup
    entries: tuple["ContentsLine", ...] = ()


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph with what is nested in it."""

    number: str | None
    text: Markup
    paragraphs: tuple["ParagraphView", ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """What a section's table calls departments, periods and targets; None where it has no such column."""

    who: Markup | None
    when: Markup | None
    target: Markup | None


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure or an item, ready to be printed."""

    id: str
    number: str | None
    text: Markup
    who: Markup | None
    supporting: Markup | None
    when: Markup | None
    target: Markup | None
    more: tuple[tuple[Markup, Markup], ...]
    source: Markup | None
    unsure: Markup | None
    doubt: str
    items: tuple["MeasureView", ...]
    who_values: str
    when_values: str
    link_text: str


@dataclass(frozen=True, slots=True)
class LoneMeasure:
    """A measure apart from its plan: what it is called there, its columns, and the headings that it stands under."""

    measure: MeasureView
    name: str
    labels: Labels
    headings: tuple[ContentsLine, ...]


@dataclass(frozen=True, slots=True)
class UnsureRow:
    """A measure or an item whose reading is marked as uncertain, by the printed numbers on the way to it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class RemovedView:
    """The address of what is no longer in the plan, and what it said."""

    id: str
    text: Markup


@dataclass(frozen=True, slots=True)
class MeasuresBlock:
    """Measures that follow one another with nothing between them."""

    measures: tuple[MeasureView, ...]
    kind: str = "measures"


@dataclass(frozen=True, slots=True)
class GroupBlock:
    """A heading of the table, and what stands under it."""

    id: str
    level: int
    depth: int
    label: Markup
    number: str | None
    name: Markup
    intro: tuple[Markup, ...]
    blocks: tuple["GroupBlock | MeasuresBlock | BlockView", ...]
    kind: str = "group"


Blocks: TypeAlias = GroupBlock | MeasuresBlock | BlockView


@dataclass(frozen=True, slots=True)
class SectionView:
    """A chapter of the plan."""

    id: str
    headed: bool
    number: str | None
    heading: Markup | None
    paragraphs: tuple[ParagraphView, ...]
    labels: Labels
    blocks: tuple[Blocks, ...]


@dataclass(frozen=True, slots=True)
class PlanBody:
    """All that the template ``plan_body.html`` prints.

    Sections with measures come first, since these are what people look for. ``later`` is the first of those that stand
    before them in the plan, and ``order`` the plan's own order; both are None and empty where the page keeps it.
    """

    office: Markup
    year: str
    jumps: tuple[Jump, ...]
    shortcuts: tuple[ShortcutView, ...]
    promises: tuple[PromiseView, ...]
    contents: tuple[ContentsLine, ...]
    order: tuple[ContentsLine, ...]
    later: str | None
    who: Markup | None
    when: Markup | None
    who_label: str
    when_label: str
    departments: tuple[Option, ...]
    periods: tuple[Option, ...]
    collective: Markup
    collective_values: str
    sections: tuple[SectionView, ...]
    notes: tuple[Markup, ...]
    unsure: tuple[UnsureRow, ...]
    corrections: tuple[CorrectionView, ...]
    removed: tuple[RemovedView, ...]
