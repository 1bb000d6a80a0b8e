"""What stands in a cell of measures, entry by entry: measures, their parts, introductions, notes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from planpress.editing.papers.paper import PaperLine, PaperTable
from planpress.editing.papers.wording import is_ended, sentence
from planpress.model.numbering import Number, NumberStyle, split_number

NOTE: Final = re.compile(r"[(（]?(?:註|备注|備註|附註|說明)\s*[0-9一二三四五六七八九十]*\s*[)）]?\s*[:：、.]|※")
_GOING_ON: Final = ("第", "、", "至", "及", "自", "於")
_ORDER: Final = list(NumberStyle)
"""Forms of numbers from outer to inner ones, as the 文書處理手冊 orders them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a cell.

    Attributes:
        kind: ``do``, ``item``, ``say`` or ``note``, as the rows of a plan.
        lines: what it says, as the file has cut it.
        notes: footnotes that it refers to.
        top: where on its page it begins.
        tables: of data, that stand below it.
    """

    kind: str
    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()
    top: float | None = None
    tables: tuple[PaperTable, ...] = ()

    @property
    def text(self) -> str:
        """What it says, on one line."""
        return sentence(self.lines)

    def with_line(self, line: PaperLine) -> "Entry":
        """The entry with a line more."""
        return replace(
            self,
            lines=(*self.lines, line.text),
            notes=(*self.notes, *line.notes),
            tables=(*self.tables, *line.tables),
        )


@dataclass(slots=True)
class Numbering:
    """The numbers of the measures below one heading, as far as they are known.

    Attributes:
        measures: their form; None until one is printed.
        parts: forms of numbers within a measure.
        ordinals: the last number of each form.
    """

    measures: NumberStyle | None = None
    parts: set[NumberStyle] = field(default_factory=set)
    ordinals: dict[NumberStyle, int] = field(default_factory=dict)

    def counts_on(self, number: Number) -> bool:
        """Whether a number is the first of its form, or the next."""
        return number.ordinal in (None, 1, self.ordinals.get(number.style, 0) + 1)

    def kind_of(self, style: NumberStyle, last: Entry | None, *, is_first: bool) -> str:
        """Whether what a number opens is a measure or a part of one.

        Args:
            style: of the number.
            last: the entry before it below the same heading.
            is_first: nothing stands before it in its cell.
        """
        if style is self.measures or last is None:
            self.measures = self.measures or style
            return "do" if style is self.measures else self.part(style)
        if style in self.parts or style is NumberStyle.BULLET:
            return self.part(style)
        if self.measures is None or (is_first and _ORDER.index(style) < _ORDER.index(self.measures)):
            self.measures = style
            return "do"
        return self.part(style)

    def part(self, style: NumberStyle) -> str:
        """Take a form for that of parts."""
        self.parts.add(style)
        return "item"


def entries_of(
    lines: Sequence[PaperLine], numbering: Numbering, last: Entry | None, *, is_apart: bool = False
) -> list[Entry]:
    """The entries of a cell.

    Args:
        lines: of the cell.
        numbering: of the measures below its heading; what is learnt is added.
        last: the entry before the cell below the same heading.
        is_apart: a sentence without a number is a measure of its own, also among others that have one.
    """
    found: list[Entry] = []
    filled = [line for line in lines if line.text]
    is_numbered = any(split_number(line.text)[0] and not NOTE.match(line.text) for line in filled)
    goes_on = False
    for line in filled:
        number, rest = split_number(line.text)
        if NOTE.match(line.text):
            found.append(Entry("note", (line.text,), line.notes, line.top, line.tables))
        elif number is not None and rest and not _is_in_sentence(found, number, numbering, goes_on=goes_on):
            numbering.ordinals[number.style] = number.ordinal or 0
            measures = [each for each in found if each.kind in ("do", "item")]
            before = measures[-1] if measures else last
            kind = numbering.kind_of(number.style, before, is_first=not measures)
            found.append(Entry(kind, (line.text,), line.notes, line.top, line.tables))
        elif found and (goes_on or (is_numbered and not is_apart) or not _is_whole(found[-1])):
            found[-1] = found[-1].with_line(line)
        else:
            found.append(Entry("do", (line.text,), line.notes, line.top, line.tables))
        goes_on = line.is_full
    return _led(found)


def _is_in_sentence(found: Sequence[Entry], number: Number, numbering: Numbering, *, goes_on: bool) -> bool:
    """Whether a number at the beginning of a line only stands there because the line before it was full: 本|(107)年."""
    if not found or number.ordinal in (None, 1):
        return False
    is_cut = goes_on and not is_ended(found[-1].lines[-1]) and not numbering.counts_on(number)
    return is_cut or found[-1].lines[-1].endswith(_GOING_ON)


def _is_whole(entry: Entry) -> bool:
    """Whether nothing more can belong to an entry: its last sentence ends."""
    return is_ended(entry.text) and entry.kind != "note"


def _led(entries: list[Entry]) -> list[Entry]:
    """Entries of which the first, without a number, leads to those below: it is an introduction."""
    if len(entries) < 2 or entries[0].kind != "do" or split_number(entries[0].text)[0] is not None:
        return entries
    follows = [split_number(each.text)[0] for each in entries[1:] if each.kind == "do"]
    return [replace(entries[0], kind="say"), *entries[1:]] if follows and all(follows) else entries
