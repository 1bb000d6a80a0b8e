"""Measures that stand in paragraphs rather than in a table: 一、（一）1., with who does it and when, or without."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from planpress.editing.papers.measures import DraftRow, values_of
from planpress.editing.papers.owners import Owned, owned
from planpress.editing.papers.wording import is_ended, sentence
from planpress.model.column_role import ColumnRole
from planpress.model.numbering import NumberStyle, split_number
from planpress.source.shapes.plan_shapes import HEADINGS

_CHAPTER: Final = re.compile(
    r".*(?:作法|做法|措施|要項|策略|行動方案|(?:實施|執行|推動|工作|服務)(?:項目|內容|重點|方式|方法)).*"
)
"""What chapters are called whose paragraphs are measures though they name no department."""
_FLAT: Final = re.compile(
    r"(?=.*(?:作法|做法|措施|項目|要項|內容))(?=.*(?:單位|部門))(?=.*(?:期間|期程|時程|方式))[^，。；：、（()）]{8,40}"
)
"""The head of a table that a text only file has made a line of: its rows are in no order that can be trusted."""
_LONGEST_HEADING: Final = 30


@dataclass(slots=True)
class _Entry:
    """A numbered paragraph with those that stand below it."""

    text: str
    style: NumberStyle
    owner: Owned
    below: list["_Entry"] = field(default_factory=list)
    sentences: list[Owned] = field(default_factory=list)

    @property
    def is_owned(self) -> bool:
        return bool(self.owner.values)

    @property
    def has_owned(self) -> bool:
        return any(each.is_owned or each.has_owned for each in self.below)

    @property
    def is_heading(self) -> bool:
        """Whether it is one of the measures below rather than a measure: these have departments, or it is a phrase."""
        is_phrase = len(self.text) <= _LONGEST_HEADING and not is_ended(self.text)
        leads = bool(self.below) and (self.has_owned or is_phrase or self.text.endswith(("：", ":")))
        return not self.is_owned and (leads or (is_phrase and bool(self.sentences)))


@dataclass(frozen=True, slots=True)
class Prose:
    """What became of the paragraphs of a chapter.

    Attributes:
        lines: those above the first number, which stay paragraphs.
        rows: measures with their headings.
        labels: what the text calls departments and periods.
        taken: what it says of them.
    """

    lines: tuple[str, ...]
    rows: tuple[DraftRow, ...]
    labels: Mapping[ColumnRole, str]
    taken: tuple[str, ...]


def prose(heading: str, lines: Sequence[str], departments: Collection[str]) -> Prose | None:
    """Measures out of the paragraphs of a chapter; None where they are none.

    A chapter has measures where a paragraph says who does what it promises, or where its heading says that it has.

    Args:
        heading: of the chapter.
        lines: its paragraphs.
        departments: that the office has.
    """
    if any(_FLAT.fullmatch(line) for line in lines):
        return None
    above, entries = _entries(lines, departments)
    is_owned = any(each.is_owned or each.has_owned for each in entries)
    if not entries or not (is_owned or _CHAPTER.fullmatch(heading)):
        return None
    labels: dict[ColumnRole, str] = {}
    taken: list[str] = []
    for each in _every(entries):
        for said in (each.owner, *each.sentences):
            labels = {**said.labels, **labels}
            taken += said.taken
    return Prose(tuple(above), tuple(_rows(entries, 0, departments)), labels, tuple(taken))


def _entries(lines: Sequence[str], departments: Collection[str]) -> tuple[list[str], list[_Entry]]:
    above: list[str] = []
    entries: list[_Entry] = []
    open_ones: list[_Entry] = []
    for line in lines:
        number, rest = split_number(line)
        said = owned(line, departments)
        if number is not None and rest:
            place = next((place for place, each in enumerate(open_ones) if each.style is number.style), len(open_ones))
            del open_ones[place:]
            entry = _Entry(said.text, number.style, said)
            (open_ones[-1].below if open_ones else entries).append(entry)
            open_ones.append(entry)
        elif not open_ones:
            above.append(line)
        elif not said.text:
            last = open_ones[-1]
            last.owner = replace(
                said,
                values={**last.owner.values, **said.values},
                labels={**last.owner.labels, **said.labels},
                taken=(*last.owner.taken, *said.taken),
            )
        elif _is_cut(open_ones[-1]):
            open_ones[-1].text = sentence((open_ones[-1].text, said.text))
            open_ones[-1].owner = said if said.values else open_ones[-1].owner
        else:
            open_ones[-1].sentences.append(said)
    return above, entries


def _is_cut(entry: _Entry) -> bool:
    """Whether the next line can only be the rest of a sentence."""
    return not entry.sentences and len(entry.text) > _LONGEST_HEADING and not is_ended(entry.text)


def _every(entries: Sequence[_Entry]) -> Iterator[_Entry]:
    for entry in entries:
        yield entry
        yield from _every(entry.below)


def _rows(entries: Sequence[_Entry], depth: int, departments: Collection[str]) -> Iterator[DraftRow]:
    for entry in entries:
        if entry.is_heading:
            yield DraftRow(HEADINGS[min(depth, len(HEADINGS) - 1)], entry.text)
            kind = "say" if entry.below else "do"
            yield from (DraftRow(kind, each.text, None, values_of(each, departments)) for each in entry.sentences)
            yield from _rows(entry.below, depth + 1, departments)
        else:
            yield _row("do", entry, departments)
            yield from (_row("item", each, departments) for each in _every(entry.below))


def _row(kind: str, entry: _Entry, departments: Collection[str]) -> DraftRow:
    """A measure, or a part of one, with all its sentences."""
    values: dict[ColumnRole, str] = {}
    for said in (entry.owner, *entry.sentences):
        for role, value in said.values.items():
            values[role] = f"{values[role]}、{value}" if role in values else value
    text = sentence((entry.text, *(each.text for each in entry.sentences)))
    return DraftRow(kind, text, None, values_of(Owned(text, values), departments))
