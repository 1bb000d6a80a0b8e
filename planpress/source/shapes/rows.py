"""The flat rows of a plan as the tree that their levels mean: for ids, checks and the model."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from planpress.model.numbering import Number, NumberStyle, split_number
from planpress.source.shapes.plan_shapes import BLOCKS, PlanFile, Row, SectionEntry
from planpress.source.values.finding import Steps


@dataclass(frozen=True, slots=True)
class BlockRow:
    """A table, a figure or a note, in its place among the rows. It has no address, and no position that counts.

    Attributes:
        row: what the editor wrote.
        path: where in the document.
        before: how many headings and measures stand before it under the same heading.
    """

    row: Row
    path: Steps
    before: int


@dataclass(slots=True)
class Node:
    """A heading, a measure, or an item, in its place among the rows.

    Attributes:
        row: what the editor wrote.
        path: where in the document.
        number: its printed number.
        text: what follows the number; the whole text where nothing follows (附表), which then has no number.
        id: what its address ends with, as soon as :mod:`planpress.source.row_addresses.ids` has given it.
        says: introductions below a heading, with their paths.
        children: headings and measures below a heading, in their order; the items of a measure.
        blocks: tables, figures and notes that stand among them.
    """

    row: Row
    path: Steps
    number: Number | None
    text: str
    id: str = ""
    says: list[tuple[Steps, str]] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)
    blocks: list[BlockRow] = field(default_factory=list)

    def content(self) -> Iterator["Node | BlockRow"]:
        """All that stands directly below it, in the plan's order."""
        return _content(self.children, self.blocks)

    def walk(self) -> Iterator["Node"]:
        """This node and everything below it, in the plan's order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(slots=True)
class Paragraphs:
    """A paragraph of a section's text.

    Attributes:
        number: its printed number.
        text: what follows it.
        start: index of its first character in the section's text.
        children: the paragraphs nested below it.
    """

    number: Number | None
    text: str
    start: int
    children: list["Paragraphs"] = field(default_factory=list)


@dataclass(slots=True)
class SectionOutline:
    """A section as a tree.

    Attributes:
        entry: what the editor wrote.
        path: where in the document.
        number: of the heading, or of the text where there is no heading (柒、本計畫如有未盡事宜…).
        heading: what follows the number in the heading.
        lines: its paragraphs.
        id: what its address ends with, as soon as :mod:`planpress.source.row_addresses.ids` has given it.
        children: the outermost headings of its table, and measures that stand below none.
        blocks: tables, figures and notes that stand among them.
        strays: rows that belong to nothing: an item without a measure, an introduction without a heading.
    """

    entry: SectionEntry
    path: Steps
    number: Number | None
    heading: str | None
    lines: list[Paragraphs]
    id: str = ""
    children: list[Node] = field(default_factory=list)
    blocks: list[BlockRow] = field(default_factory=list)
    strays: list[tuple[Steps, Row]] = field(default_factory=list)

    def content(self) -> Iterator[Node | BlockRow]:
        """All that stands directly below it, in the plan's order."""
        return _content(self.children, self.blocks)

    def walk(self) -> Iterator[Node]:
        """Every heading, measure and item, in the plan's order."""
        for child in self.children:
            yield from child.walk()


def further_texts(row: Row) -> Iterator[tuple[Steps, str]]:
    """The texts of a table or a figure beside its own, each with its path from the row."""
    for position, name in enumerate(row.head or ()):
        yield ("head", position), name
    for line, cells in enumerate(row.body or ()):
        for position, cell in enumerate(cells):
            yield ("body", line, position), cell
    if row.alt is not None:
        yield ("alt",), row.alt
    if row.caption is not None:
        yield ("caption",), row.caption


def _content(children: Sequence[Node], blocks: Iterable[BlockRow]) -> Iterator[Node | BlockRow]:
    begun = 0
    for block in blocks:
        yield from children[begun : block.before]
        begun = block.before
        yield block
    yield from children[begun:]


def outline(plan: PlanFile) -> tuple[SectionOutline, ...]:
    """The sections of a plan as trees, still without ids."""
    sections: list[SectionOutline] = []
    for position, entry in enumerate(plan.sections):
        sections.append(_section(position, entry, [before.number for before in sections[-1:]]))
    return tuple(sections)


def _split(text: str, before: Iterable[Number | None]) -> tuple[Number | None, str]:
    """The number of a text, as it reads after those before it, and what follows; the whole where nothing does."""
    number, rest = split_number(text)
    return (number.after(before), rest) if number and rest else (None, text)


def _section(position: int, entry: SectionEntry, before: Iterable[Number | None]) -> SectionOutline:
    number, heading = _split(entry.heading, before) if entry.heading is not None else (None, None)
    lines = _lines(entry.text or "")
    if entry.heading is None and lines and lines[0].number and lines[0].number.style is NumberStyle.FORMAL:
        number, lines[0].number = lines[0].number, None
    section = SectionOutline(entry, ("sections", position), number, heading, lines)
    _add_rows(section)
    return section


def _lines(text: str) -> list[Paragraphs]:
    """Paragraphs by the style of their numbers: a style that is open continues, a new one nests."""
    top: list[Paragraphs] = []
    open_lines: list[Paragraphs] = []
    end = 0
    for raw in text.split("\n"):
        start, end = end, end + len(raw) + 1
        if not raw.strip():
            continue
        number, rest = _split(raw.strip(), [opened.number for opened in open_lines])
        line = Paragraphs(number, rest, start + len(raw) - len(raw.lstrip()))
        styles = [opened.number.style for opened in open_lines if opened.number]
        if number is None or (number.style.appended and number.style not in styles):
            open_lines = []
        elif number.style in styles:
            open_lines = open_lines[: styles.index(number.style)]
        (open_lines[-1].children if open_lines else top).append(line)
        if number is not None:
            open_lines.append(line)
    return top


def _add_rows(section: SectionOutline) -> None:
    """Hang the rows of a section under one another."""
    headings: list[Node] = []
    measure: Node | None = None
    for index, row in enumerate(section.entry.rows):
        path: Steps = (*section.path, "rows", index)
        if row.kind == "say":
            if headings:
                headings[-1].says.append(((*path, "say"), row.text))
            else:
                section.strays.append((path, row))
            continue
        if row.kind in BLOCKS:
            above = headings[-1] if headings else section
            above.blocks.append(BlockRow(row, path, len(above.children)))
            continue
        level = row.level
        if row.kind == "item":
            if measure is None:
                section.strays.append((path, row))
            else:
                measure.children.append(_node(row, path, measure.children))
            continue
        if level:
            headings = headings[: sum(heading.row.level < level for heading in headings)]
        siblings = headings[-1].children if headings else section.children
        node = _node(row, path, siblings)
        siblings.append(node)
        measure = None if level else node
        if level:
            headings.append(node)


def _node(row: Row, path: Steps, siblings: list[Node]) -> Node:
    return Node(row, path, *_split(row.text, [sibling.number for sibling in siblings[-1:]]))
