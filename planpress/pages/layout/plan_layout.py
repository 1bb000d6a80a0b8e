"""A plan laid out in one language: from the model to what its page shows (:mod:`planpress.pages.layout.plan_view`)."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from markupsafe import Markup

from planpress.editions.catalogue import as_key
from planpress.editions.edition import Text
from planpress.editions.naming import bare, doubt_mark
from planpress.editions.said_plan import SaidPlan
from planpress.editions.working_names import Use, introductions
from planpress.model import (
    Block,
    Branch,
    Columns,
    Department,
    Group,
    Measure,
    Paragraph,
    Section,
    Table,
    Target,
)
from planpress.model.dates import Period, PeriodKind
from planpress.model.language import AUTHORITATIVE
from planpress.model.numbering import Number
from planpress.pages.frame.templates import linked, marked, with_links
from planpress.pages.layout.block_view import BlockView, block_view
from planpress.pages.layout.corrections import corrections_view
from planpress.pages.layout.plan_index_view import brief
from planpress.pages.layout.plan_view import (
    Blocks,
    ContentsLine,
    GroupBlock,
    Jump,
    Labels,
    LoneMeasure,
    MeasuresBlock,
    MeasureView,
    Option,
    ParagraphView,
    PlanBody,
    PromiseView,
    RemovedView,
    SectionView,
    ShortcutView,
    UnsureRow,
)

TOP_HEADING_LEVEL: Final = 3
"""The page's title is h1, a section h2; the table's groups follow."""

CONTENTS_DEPTH: Final = 2
"""How many levels of groups the table of contents lists below a section."""


def filter_values(values: Iterable[str]) -> str:
    """Values of the filter for an attribute, each once on a line of its own: white space in them is a blank."""
    return "\n".join(dict.fromkeys(map(as_key, values)))


def original(name: str) -> Markup:
    """A Chinese name, to stand beside its translation."""
    return Markup('<span lang="%s" class="original">%s</span>') % (AUTHORITATIVE.tag, name)


def plan_body(said: SaidPlan) -> PlanBody:
    """Lay a plan out in one language."""
    return _Layout(said).body()


def lone_measures(said: SaidPlan, wanted: Collection[str]) -> Iterator[LoneMeasure]:
    """Some measures of a plan as they stand apart from it, each by itself, in the plan's order.

    Args:
        said: the plan, in one language.
        wanted: their ids.
    """
    plan, layout = said.plan, _Layout(said)
    for path, row in plan.rows():
        if isinstance(row, Measure) and row.id in wanted:
            layout.introduced.clear()
            yield LoneMeasure(
                replace(layout.measure(row), number=None),
                layout.names[row.id],
                layout.labels(plan.columns_of(path[0])),
                tuple(
                    ContentsLine(each.id, layout.number(each.number), layout.say(each.name))
                    for each in path
                    if isinstance(each, Group)
                ),
            )


class _Layout:
    """One plan in one language; the methods follow the page from top to bottom."""

    def __init__(self, said: SaidPlan) -> None:
        self.said = said
        self.plan = said.plan
        self.office = said.office
        self.edition = said.edition
        self.names = said.names
        self.unsure: list[UnsureRow] = []
        self.introduced: set[str] = set()
        self.columns = said.plan.columns
        self.tables = 0
        # What a plan says again and again.
        self.printed = cache(said.edition.number)
        self.departments = cache(self._departments)
        self.period = cache(self._period)

    def body(self) -> PlanBody:
        plan = self.plan
        shown = sorted(plan.sections, key=lambda section: not any(section.measures()))
        moved = shown != list(plan.sections)
        sections = tuple(map(self.section, shown))
        departments = tuple(self.departments_named())
        who, when = plan.who_column, plan.when_column
        return PlanBody(
            office=marked(self.edition.office_name(self.office), self.edition.language.tag),
            year=self.edition.year(plan.roc_year, plan.until),
            jumps=tuple(self.jump(group) for group in plan.top_groups()),
            shortcuts=tuple(ShortcutView(self.say(shortcut.text), shortcut.to) for shortcut in plan.shortcuts),
            promises=tuple(self.promises()),
            contents=tuple(self.contents(shown)),
            order=tuple(self.order()) if moved else (),
            later=next(each.id for each in shown if not any(each.measures())) if moved else None,
            who=self.say(who) if who else None,
            when=self.say(when) if when else None,
            who_label=self.label(who, self.edition.gettext("承辦部門")),
            when_label=self.label(when, self.edition.gettext("執行期間")),
            departments=tuple(self.option(each.name, self.said.department(each.name)) for each in departments),
            periods=tuple(self.periods()),
            collective=Markup.escape(self.edition.gettext("、")).join(
                marked(self.said.department(each.name), self.edition.language.tag)
                for each in departments
                if each.collective
            ),
            collective_values=filter_values(each.name for each in departments if each.collective),
            sections=sections,
            notes=tuple(self.tell(note) for note in plan.transcription_notes),
            unsure=tuple(self.unsure),
            corrections=corrections_view(plan, self.office, self.edition),
            removed=tuple(RemovedView(row.id, self.say(row.text)) for row in plan.removed),
        )

    def say(self, text: str) -> Markup:
        """A text of the plan in the page's language, or in Chinese and marked as such."""
        return marked(self.said.text(text), self.edition.language.tag)

    def link(self, text: str) -> Markup:
        """The same where it stands in no link itself, so that the addresses in it are links."""
        return linked(self.said.text(text), self.edition)

    def tell(self, text: str) -> Markup:
        """The same where it is read in the page's order: a working name has the Chinese beside it the first time."""
        translation = self.said.text(text)
        uses = self.edition.memory.names.get(translation.value)
        return self.introduce(translation.value, uses) if uses else linked(translation, self.edition)

    def introduce(self, text: str, uses: Iterable[Use]) -> Markup:
        pieces = introductions(text, uses, self.introduced)
        return Markup().join(
            Markup("%s (%s)") % (with_links(piece, self.edition), original(chinese))
            if chinese
            else with_links(piece, self.edition)
            for piece, chinese in pieces
        )

    def number(self, number: Number | None) -> str | None:
        return self.printed(number) if number else None

    def jump(self, group: Group) -> Jump:
        return Jump(group.id, self.number(group.number), self.say(group.name), sum(1 for _ in group.measures()))

    def promises(self) -> Iterator[PromiseView]:
        for measure in self.plan.measures():
            for each in measure.everyone:
                by = each.period if each.period and each.period.kind is PeriodKind.BY else None
                if each.target or by:
                    text = self.said.text(each.text)
                    yield PromiseView(
                        id=each.id,
                        name=self.names[measure.id],
                        text=marked(Text(brief(text.value), text.lang), self.edition.language.tag),
                        target=self.target(each.target) if each.target else None,
                        when=self.period(by) if by else None,
                    )

    def order(self) -> Iterator[ContentsLine]:
        for section in self.plan.sections:
            name = self.say(section.heading) if section.heading else Markup()
            if name or section.number:
                yield ContentsLine(section.id, self.number(section.number), name)

    def contents(self, sections: Iterable[Section]) -> Iterator[ContentsLine]:
        for section in sections:
            entries = tuple(self.group_contents(section, CONTENTS_DEPTH))
            if section.heading is not None:
                yield ContentsLine(section.id, self.number(section.number), self.say(section.heading), entries)
            else:
                yield from entries

    def group_contents(self, branch: Branch, depth: int) -> Iterator[ContentsLine]:
        for group in branch.groups if depth else ():
            below = tuple(self.group_contents(group, depth - 1))
            yield ContentsLine(group.id, self.number(group.number), self.say(group.name), below)

    def section(self, section: Section) -> SectionView:
        self.columns = self.plan.columns_of(section)
        paragraphs = tuple(self.paragraph(paragraph) for paragraph in section.paragraphs)
        if section.heading is None and section.number and paragraphs:
            first = paragraphs[0]
            number = self.number(section.number)
            paragraphs = (ParagraphView(number, first.text, first.paragraphs), *paragraphs[1:])
        return SectionView(
            id=section.id,
            headed=section.heading is not None,
            number=self.number(section.number),
            heading=self.link(section.heading) if section.heading else None,
            paragraphs=paragraphs,
            labels=self.labels(self.columns),
            blocks=tuple(self.blocks(section.children, depth=1)),
        )

    def labels(self, columns: Columns) -> Labels:
        names = (columns.who, columns.when, columns.target)
        return Labels(*(self.say(name) if name else None for name in names))

    def paragraph(self, paragraph: Paragraph) -> ParagraphView:
        return ParagraphView(
            number=self.number(paragraph.number),
            text=self.tell(paragraph.text),
            paragraphs=tuple(self.paragraph(each) for each in paragraph.paragraphs),
        )

    def blocks(self, children: Sequence[Group | Measure | Block], depth: int) -> Iterator[Blocks]:
        run: list[MeasureView] = []
        for child in children:
            if isinstance(child, Measure):
                run.append(self.measure(child))
                continue
            if run:
                yield MeasuresBlock(tuple(run))
                run = []
            yield self.group(child, depth) if isinstance(child, Group) else self.block(child)
        if run:
            yield MeasuresBlock(tuple(run))

    def block(self, block: Block) -> BlockView:
        if isinstance(block, Table):
            self.tables += 1
        return block_view(block, self.edition, self.office, self.tell, self.tables)

    def group(self, group: Group, depth: int) -> GroupBlock:
        return GroupBlock(
            id=group.id,
            level=TOP_HEADING_LEVEL + depth - 1,
            depth=depth,
            label=self.say(self.columns.group(depth)),
            number=self.number(group.number),
            name=self.link(group.name),
            intro=tuple(self.tell(text) for text in group.intro),
            blocks=tuple(self.blocks(group.children, depth + 1)),
        )

    def measure(self, measure: Measure) -> MeasureView:
        name = self.names[measure.id]
        self.unsure += self.unsure_rows(measure, name)
        return self.part(
            measure,
            who_values=filter_values(self.plan.today(measure.who)),
            when_values=filter_values(period.text for period in measure.periods),
            link_text=self.edition.gettext("%(name)s 的固定網址") % {"name": name},
        )

    def part(
        self,
        measure: Measure,
        who_values: str = "",
        when_values: str = "",
        link_text: str = "",
    ) -> MeasureView:
        return MeasureView(
            id=measure.id,
            number=self.number(measure.number),
            text=self.tell(measure.text),
            items=tuple(self.part(item) for item in measure.items),
            who=self.departments(measure.departments),
            supporting=self.departments(measure.supporting_departments),
            when=self.period(measure.period) if measure.period else None,
            target=self.target(measure.target) if measure.target else None,
            more=tuple((self.say(column.name), self.tell(column.text)) for column in measure.more),
            source=self.tell(measure.source) if measure.source else None,
            unsure=self.tell(measure.unsure) if measure.unsure else None,
            doubt=doubt_mark(measure.unsure, self.office, self.edition) if measure.unsure else "",
            who_values=who_values,
            when_values=when_values,
            link_text=link_text,
        )

    def unsure_rows(self, measure: Measure, name: str) -> Iterator[UnsureRow]:
        if measure.unsure:
            yield UnsureRow(measure.id, name)
        for position, item in enumerate(measure.items, start=1):
            if item.unsure:
                yield UnsureRow(item.id, name + (bare(item, self.edition) or f"·{position}"))

    def _departments(self, names: tuple[str, ...]) -> Markup | None:
        if not names:
            return None
        separator = Markup.escape(self.edition.gettext("、"))
        return separator.join(self.department(name) for name in names)

    def department(self, name: str) -> Markup:
        """A department's name; a working translation has the Chinese name beside it."""
        text = self.said.department(name)
        shown = marked(text, self.edition.language.tag)
        if text.lang == self.edition.language.tag and text.lang == "en":
            return Markup("%s %s") % (shown, original(name))
        return shown

    def label(self, column: str | None, instead: str) -> str:
        """The plan's name of a column where no mark can stand: the site's own word instead of another language's."""
        if column is None:
            return instead
        text = self.said.text(column)
        return text.value if text.lang == self.edition.language.tag else instead

    def option(self, value: str, text: Text) -> Option:
        return Option(as_key(value), text.value, None if text.lang == self.edition.language.tag else text.lang)

    def target(self, target: Target) -> Markup:
        return linked(self.edition.target(target, self.office.id), self.edition)

    def departments_named(self) -> Iterator[Department]:
        """The office's departments that this plan names, in the office's order."""
        named = self.plan.today(self.plan.departments())
        return (department for department in self.office.departments if department.name in named)

    def _period(self, period: Period) -> Markup:
        return linked(self.said.period(period), self.edition)

    def periods(self) -> Iterator[Option]:
        seen: dict[str, Option] = {}
        for measure in self.plan.measures():
            for period in measure.periods:
                if period.text not in seen:
                    seen[period.text] = self.option(period.text, self.said.period(period))
        yield from seen.values()
