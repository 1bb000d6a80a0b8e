"""A document as a plan: its title and date, its chapters, their paragraphs, the rows of their tables."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from planpress.editing.papers.contents import without_contents
from planpress.editing.papers.entries import NOTE
from planpress.editing.papers.front_matter import OURS, front_matter, with_title
from planpress.editing.papers.measures import DATA_CAPTION, DraftRow, Level, data_row, heading_levels, rows_of
from planpress.editing.papers.paper import Ledger, LeftOut, Paper, PaperBlock, PaperLine, PaperTable, Reason
from planpress.editing.papers.prose import prose
from planpress.editing.papers.tables import MeasureTable, continued, measure_table, pages_of
from planpress.editing.papers.wording import is_ended, sentence
from planpress.model.column_role import ColumnRole
from planpress.model.numbering import Number, NumberStyle, split_number

_CAPTION: Final = re.compile(r"[附]?表\s*[0-9一二三四五六七八九十]*[:：、. ]?.{0,40}")
_NOTES_HEADING: Final = "轉錄說明"
_MOST_COLUMNS: Final = 12
_LONGEST_HEADING: Final = 60
_LONGEST_NAME: Final = 30
"""Characters of a heading without a number."""
_MOST_SAYS: Final = 2


@dataclass(slots=True)
class DraftSection:
    """A chapter of the plan to be."""

    heading: str = ""
    lines: list[str] = field(default_factory=list)
    rows: list[DraftRow] = field(default_factory=list)
    tables: list[MeasureTable] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class DraftPlan:
    """A plan to be.

    Attributes:
        title: empty where none was found.
        adopted: 民國 date, or empty.
        sections: its chapters.
        transcription_notes: of a document of ours.
        left_out: what is not in it.
        remarks: codes of what a reader should know.
        turned: texts of the document that the plan has in another form, such as its date.
        names: what its text calls departments and periods, where measures stand in no table.
        heading_columns: names of the columns of headings that a document of ours carries.
    """

    title: str
    adopted: str
    sections: tuple[DraftSection, ...]
    transcription_notes: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    remarks: frozenset[str]
    turned: tuple[str, ...] = ()
    names: Mapping[ColumnRole, str] = field(default_factory=dict)
    heading_columns: tuple[str, ...] = ()

    @property
    def has_measures(self) -> bool:
        """Whether anything in it is a measure."""
        return any(row.kind == "do" for section in self.sections for row in section.rows)

    @property
    def tables(self) -> list[MeasureTable]:
        """All tables of measures."""
        return [table for section in self.sections for table in section.tables]


def drafted(paper: Paper, departments: Collection[str], named: Mapping[str, ColumnRole]) -> DraftPlan:
    """Understand a document.

    Args:
        paper: the document.
        departments: that the office has, with names that earlier plans gave them.
        named: what columns of a name hold, as the user says.
    """
    plan = _Drafting(paper, departments, named).plan()
    if plan.has_measures:
        return plan
    other = _Drafting(paper, departments, named, needs_owners=False).plan()
    return other if other.has_measures else plan


class _Drafting:
    def __init__(
        self,
        paper: Paper,
        departments: Collection[str],
        named: Mapping[str, ColumnRole],
        *,
        needs_owners: bool = True,
    ) -> None:
        self.paper, self.departments, self.named, self.needs_owners = paper, departments, named, needs_owners
        self.ledger = Ledger(list(paper.left_out))
        self.blocks = without_contents(paper.blocks, self.ledger)
        self.remarks = set(paper.remarks)
        self.sections: list[DraftSection] = []
        self.notes: list[str] = []
        self.title, self.adopted = "", ""
        self.level = 0
        """Of the style of chapters; 0 where they have none."""
        self.has_styles = False
        """Headings within chapters have styles, so that no other line is one."""
        self.open: list[Number | None] = []
        """The headings above, outermost first, that have no style: their numbers."""
        self.names: dict[ColumnRole, str] = {}
        self.chapter = 0
        """The number of the last chapter."""
        self.says = False
        """A heading stands above: what follows is its introduction."""

    def plan(self) -> DraftPlan:
        blocks = self.with_tables()
        blocks = with_title(blocks)
        style, level = self.chapters(blocks)
        self.level = level
        self.has_styles = any(isinstance(each, PaperLine) and each.level > level > 0 for each in blocks)
        first = next((place for place, each in enumerate(blocks) if self.opens(each, style, level)), None)
        first = first if first is not None else _first_table(blocks)
        front = [each for each in blocks[:first] if isinstance(each, PaperLine)]
        self.title, self.adopted = front_matter(front, self.ledger)
        for place, block in enumerate(blocks[first:], start=first):
            if isinstance(block, PaperLine):
                self.line(block, blocks[place + 1 :], style, level)
            elif isinstance(block, MeasureTable):
                self.measures(block)
            else:
                self.data(block)
        self.finish()
        if not self.needs_owners and not any(row.kind == "do" for each in self.sections for row in each.rows):
            self.read_prose()
        return DraftPlan(
            self.title,
            self.adopted,
            tuple(self.sections),
            tuple(self.notes),
            tuple(self.ledger.left_out),
            frozenset(self.remarks),
            tuple(self.ledger.turned),
            self.names,
            self.paper.heading_columns,
        )

    def with_tables(self) -> list[PaperBlock | MeasureTable]:
        """The blocks, with tables of measures put together over their pages."""
        found: list[PaperBlock | MeasureTable] = []
        waiting: list[PaperBlock | MeasureTable] = []
        """Empty lines since the last table."""
        for block in self.blocks:
            if isinstance(block, PaperLine):
                (waiting if not block.text and found and isinstance(found[-1], MeasureTable) else found).append(block)
                if block.text and waiting:
                    waiting.clear()
                continue
            above = found[-1] if found and isinstance(found[-1], MeasureTable) else None
            for table in pages_of(block, above):
                last = found[-1] if found else None
                if isinstance(last, MeasureTable) and (longer := continued(last, table, self.ledger)) is not None:
                    found[-1] = longer
                else:
                    found.append(self.measure_table(table) or table)
            waiting.clear()
        return found

    def measure_table(self, table: PaperTable) -> MeasureTable | None:
        return measure_table(table, self.departments, self.named, needs_owners=self.needs_owners)

    def chapters(self, blocks: Sequence[PaperBlock | MeasureTable]) -> tuple[NumberStyle | None, int]:
        """By what chapters are known: the form of their numbers, and the level of their style."""
        lines = [each for each in blocks if isinstance(each, PaperLine) and each.text and not each.is_title]
        styles = [number.style for each in lines if (number := split_number(each.text)[0]) is not None]
        formal = NumberStyle.FORMAL if NumberStyle.FORMAL in styles else None
        level = min((each.level for each in lines if each.level), default=0)
        if formal or level:
            return formal, level
        short = [each for each in lines if len(each.text) <= _LONGEST_HEADING and not each.text.endswith("。")]
        counted = [number.style for each in short if (number := split_number(each.text)[0]) is not None]
        return (counted[0] if counted else None), 0

    def opens(self, block: PaperBlock | MeasureTable, style: NumberStyle | None, level: int) -> bool:
        """Whether a block opens a chapter."""
        if not isinstance(block, PaperLine) or not block.text or block.is_title:
            return False
        if block.text == _NOTES_HEADING:
            return True
        if level and block.level:
            return block.level == level
        number = split_number(block.text)[0]
        if style is None or number is None or number.style is not style:
            return False
        return (number.ordinal or 0) > self.chapter  # 壹 behind 肆 is a heading within it

    def line(
        self,
        line: PaperLine,
        following: Sequence[PaperBlock | MeasureTable],
        style: NumberStyle | None,
        level: int,
    ) -> None:
        if not line.text:
            return
        if self.opens(line, style, level):
            is_text = line.text.endswith("。") and not line.level
            self.sections.append(DraftSection("" if is_text else line.text, [line.text] if is_text else []))
            self.says = False
            self.open.clear()
            number = split_number(line.text)[0]
            self.chapter = number.ordinal or 0 if number is not None and number.style is style else self.chapter
        elif OURS.fullmatch(line.text):
            self.ledger.leave_out(Reason.OURS, [line.text])
        elif not self.sections:
            self.sections.append(DraftSection("", [line.text]))
        elif self.sections[-1].heading == _NOTES_HEADING:
            number, rest = split_number(line.text)
            self.notes.append(rest if number is not None and number.style is NumberStyle.BULLET else line.text)
        else:
            self.within(line, following)
        if line.notes and self.sections:
            self.sections[-1].lines += [f"註：{note}" for note in line.notes]

    def within(self, line: PaperLine, following: Sequence[PaperBlock | MeasureTable]) -> None:
        """A line of a chapter: a heading above a table, its introduction, a note below one, or a paragraph."""
        section = self.sections[-1]
        if self.is_heading(line, following):
            number = split_number(line.text)[0]
            depth = line.level or self.depth(number)
            section.rows.append(DraftRow("heading", line.text, (depth - 100, None)))
            self.says = True
        elif _CAPTION.fullmatch(line.text) and isinstance(_next(following), PaperTable):
            section.rows.append(DraftRow("caption", line.text))
        elif self.says:
            section.rows.append(DraftRow("say", line.text))
        elif section.rows:
            kind = "note" if NOTE.match(line.text) else "after"
            section.rows.append(DraftRow(kind, line.text))
        elif section.lines and _is_cut(section.lines[-1]) and split_number(line.text)[0] is None:
            section.lines[-1] = sentence((section.lines[-1], line.text))
        else:
            section.lines.append(line.text)

    def depth(self, number: Number | None) -> int:
        """How deep a heading without a style stands: where it counts on, or else below the one before it."""
        for place in reversed(range(len(self.open))):
            other = self.open[place]
            if number is None or other is None:
                goes_on = number is other
            else:
                goes_on = number.style is other.style and (number.ordinal or 0) > (other.ordinal or 0)
            if goes_on:
                self.open[place:] = [number]
                return place + 1
        self.open.append(number)
        return len(self.open)

    def is_heading(self, line: PaperLine, following: Sequence[PaperBlock | MeasureTable]) -> bool:
        """Whether a line is a heading of measures: styled as one, or numbered, short, and above a table of them."""
        if line.level or self.has_styles:
            return line.level > 0 and any(
                isinstance(each, MeasureTable) for each in _until_chapter(following, self.level)
            )
        return _could_be_heading(line) and not _is_above_outer(line, following) and _leads_to_measures(following)

    def measures(self, table: MeasureTable) -> None:
        if not self.sections:
            self.sections.append(DraftSection())
        self.sections[-1].tables.append(table)
        self.sections[-1].rows += rows_of(table, self.departments, self.ledger)
        self.says = False

    def data(self, table: PaperTable) -> None:
        """A table that is none of measures: one of data, where it is small enough and has a head."""
        if not self.sections:
            self.sections.append(DraftSection())
        rows = self.sections[-1].rows
        caption = rows.pop().text if rows and rows[-1].kind == "caption" else DATA_CAPTION
        if table.width > _MOST_COLUMNS or table.height < 2:
            self.ledger.leave_out(Reason.NO_COLUMN, (text for cell in table.cells for text in cell.texts))
            return
        rows.append(data_row(table, caption))

    def read_prose(self) -> None:
        """Measures out of paragraphs, since no table has any."""
        for section in self.sections:
            found = prose(section.heading, section.lines, self.departments)
            if found is not None:
                section.lines, section.rows = [*found.lines], [*found.rows, *section.rows]
                self.ledger.turned += found.taken
                self.names = {**found.labels, **self.names}
                self.remarks.add("prose")

    def finish(self) -> None:
        self.sections = [each for each in self.sections if each.heading != _NOTES_HEADING]
        for section in self.sections:
            kinds = heading_levels([row.level for row in section.rows if row.level is not None])
            section.rows = [self.finished(row, kinds) for row in section.rows]

    def finished(self, row: DraftRow, kinds: Mapping[Level, str]) -> DraftRow:
        if row.level is not None:
            return replace(row, kind=kinds[row.level], level=None)
        if row.kind == "after":
            self.remarks.add("after")
        return DraftRow(
            "note" if row.kind in ("after", "caption") else row.kind, row.text, None, row.values, row.doubts
        )


def _until_chapter(blocks: Sequence[PaperBlock | MeasureTable], level: int) -> Iterator[PaperBlock | MeasureTable]:
    for block in blocks:
        if isinstance(block, PaperLine) and 0 < block.level <= level:
            return
        yield block


def _next(blocks: Sequence[PaperBlock | MeasureTable]) -> PaperBlock | MeasureTable | None:
    return next((each for each in blocks if not (isinstance(each, PaperLine) and not each.text)), None)


def _is_cut(text: str) -> bool:
    """Whether a paragraph is no heading and yet ends within a sentence."""
    return not is_ended(text) and len(text) > _LONGEST_NAME


def _could_be_heading(line: PaperLine) -> bool:
    if split_number(line.text)[0] is not None:
        return not line.text.endswith("。") and len(line.text) <= _LONGEST_HEADING
    return len(line.text) <= _LONGEST_NAME and not is_ended(line.text)


def _is_above_outer(line: PaperLine, following: Sequence[PaperBlock | MeasureTable]) -> bool:
    """Whether the next heading counts by an outer form, and so does not stand below this line."""
    other = _next(following)
    numbers = split_number(line.text)[0], split_number(other.text)[0] if isinstance(other, PaperLine) else None
    places = [list(NumberStyle).index(number.style) for number in numbers if number is not None]
    return len(places) == 2 and places[1] < places[0] and numbers[1] is not None and numbers[1].ordinal == 1


def _leads_to_measures(blocks: Sequence[PaperBlock | MeasureTable]) -> bool:
    """Whether nothing but further headings, and an introduction or two, stands above a table that has none itself."""
    says = 0
    for block in blocks:
        if not isinstance(block, PaperLine):
            return isinstance(block, MeasureTable) and not block.of(ColumnRole.GROUP)
        if block.text and not _could_be_heading(block):
            says += 1
        if says > _MOST_SAYS:
            return False
    return False


def _first_table(blocks: Sequence[PaperBlock | MeasureTable]) -> int:
    return next((place for place, each in enumerate(blocks) if not isinstance(each, PaperLine)), len(blocks))
