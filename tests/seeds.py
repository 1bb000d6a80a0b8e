"""Compares a transcribed plan with the text it was transcribed from, so that nothing is lost, added or displaced.

A source is what came out of a PDF: table columns cut into short lines and interleaved. Three streams are read from it:
its words, the names of its department column, and the entries of its period column, each entry with its place. The
same three streams are made from plan.yml; they must be equal. An entry has to stand in the same *block* as the text of
its row, a block being a run of text with the departments and periods that follow it (a row of the table, or what a
page shows of it); where it does not, the row must be marked ``unsure``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Final, NamedTuple

Plan = dict[str, Any]
"""A plan.yml as ``yaml.BaseLoader`` gives it: every scalar is text."""


@dataclass(frozen=True)
class Mend:
    """Words of the source that the plan leaves out or has at another place.

    Attributes:
        words: as the source has them, without blanks.
        before: the words that follow them in the source.
        reason: why.
        to: the words they follow in the plan; None when the plan leaves them out.
    """

    words: str
    before: str
    reason: str
    to: str | None = None


@dataclass(frozen=True)
class Surplus:
    """A department or period of the source that no row of the plan can hold.

    Attributes:
        page: counted from the first page of the table.
        entry: the department or period.
        occurrence: which of the equal entries on that page, from 1.
        reason: why.
    """

    page: int
    entry: str
    occurrence: int
    reason: str


@dataclass(frozen=True)
class Allowed:
    """What the comparison of one plan passes over."""

    mends: tuple[Mend, ...] = ()
    surplus: tuple[Surplus, ...] = ()


class Place(NamedTuple):
    """Where in the source: page of the table (0 before it), line of the file, block."""

    page: int
    line: int
    block: int


class Entry(NamedTuple):
    """One name in the department column, or one entry of the period column."""

    name: str
    place: Place


class Source(NamedTuple):
    """The three streams of a source. ``places`` has one place for each character of ``words``."""

    words: str
    places: list[Place]
    departments: list[Entry]
    periods: list[Entry]


class Row(NamedTuple):
    """What a plan says at one place: the words, and who and when if it is a row of the table."""

    words: str
    departments: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    unsure: bool = False


HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_KINDS: Final = (*HEADINGS, "say", "do", "item")
_BLANK: Final = r"[^\S\n]*"
_NOISE: Final = tuple(
    (re.compile(pattern, re.MULTILINE), replacement)
    for pattern, replacement in (
        (r"<[^<>\n]+>", " "),
        (r"^- ", ""),  # the extraction's own bullet
        (rf"^目{_BLANK}次{_BLANK}$|^.*\.{{5}}{_BLANK}\d+{_BLANK}$", ""),  # table of contents
        (rf"^{_BLANK}\d{{1,2}}{_BLANK}$", ""),  # page number
        (rf"^(?:中華民國)?({_BLANK}\d[\d 年月日]+[月日]{_BLANK})(?:訂定)?{_BLANK}$", r"\1"),
        (r"(\t[^\n]*\n)(?=\n[^\n\f]*\t)", "\\1\f"),  # an empty line inside a table: a page ends
    )
)
_CONTEXT: Final = 18
"""How many characters a message quotes on either side."""


def differences(plan: Plan, source_text: str, allowed: Allowed | None = None) -> list[str]:
    """Everything in which a plan and its source disagree, one message each."""
    rows = list(_rows(plan))
    source = _mended(_read(source_text, plan, rows), allowed or Allowed())
    departments = [(name, row) for row in rows for name in row.departments]
    periods = [(period, row) for row in rows for period in row.periods]
    return [
        *_twice(rows),
        *_in_words(source, "".join(row.words for row in rows)),
        *_in_entries("departments", source.departments, departments),
        *_in_entries("periods", source.periods, periods),
    ] or [
        *_out_of_place(source.departments, departments, _blocks(source, rows)),
        *_out_of_place(source.periods, periods, _blocks(source, rows)),
    ]


def measures_a_group(plan: Plan) -> dict[str, list[int]]:
    """For every outermost heading, how many measures stand directly below each heading that has any."""
    counts: dict[str, list[int]] = {}
    outermost, is_first = "", True
    for row in (row for section in plan["sections"] for row in section.get("rows", ())):
        outermost = row.get("h1", outermost)
        if any(heading in row for heading in HEADINGS):
            is_first = True
        elif "do" in row:
            sizes = counts.setdefault(outermost, [])
            if is_first:
                sizes.append(0)
            sizes[-1] += 1
            is_first = False
    return counts


def _rows(plan: Plan) -> Iterator[Row]:
    """Everything a plan says, from its title on, without blanks; remarks of the transcriber are not its words."""
    yield Row(_close_up(plan["title"]))
    if "adopted" in plan:
        numbers = plan["adopted"].split("-")
        yield Row("".join(f"{int(number)}{unit}" for number, unit in zip(numbers, "年月日", strict=False)))
    for section in plan["sections"]:
        yield Row(_close_up(section.get("heading", "") + section.get("text", "")))
        for row in section.get("rows", ()):
            when = row.get("when") or (plan.get("when", "") if "do" in row else "")
            yield Row(
                words=_close_up(next(row[kind] for kind in _KINDS if kind in row)),
                departments=tuple(_names(row.get("who", ""))),
                periods=tuple(filter(None, when.split("、"))),
                unsure="unsure" in row,
            )


def _names(who: str) -> Iterator[str]:
    """Names of a department cell. A supporting unit keeps its parentheses, full-width, for they say what it is."""
    for name in re.findall(r"[(（][^()（）]*[)）]|[^、()（）]+", _close_up(who)):
        yield f"（{name[1:-1]}）" if name[0] in "(（" else name


def _read(text: str, plan: Plan, rows: Iterable[Row]) -> Source:
    """Take a source apart. The plan says what its columns, departments and periods are called."""
    rows = list(rows)
    departments = _any_of({name.strip("（）") for row in rows for name in row.departments})
    periods = _any_of({period for row in rows for period in row.periods})
    entry = re.compile(rf"({periods})|([(（]?(?:{departments})[)）]?)、?")
    only_entries = re.compile(f"(?:{entry.pattern})+")

    words: list[str] = []
    source = Source("", [], [], [])
    page, block, is_new_block = 0, 0, True
    for line, fragment in _joined(_fragments(text, plan), only_entries):
        if fragment == "\f":
            page += 1
        elif only_entries.fullmatch(fragment):
            place = Place(page, line, block)
            for period, name in entry.findall(fragment):
                source.periods.extend(Entry(period, place) for _ in period[:1])
                source.departments.extend(Entry(name, place) for name in _names(name))
            is_new_block = True
        else:
            block += is_new_block
            is_new_block = False
            words.append(fragment)
            source.places.extend([Place(page, line, block)] * len(fragment))
    return source._replace(words="".join(words))


def _fragments(text: str, plan: Plan) -> Iterator[tuple[int, str]]:
    """Lines and table cells without blanks, with the number of their line; a form feed begins a page of the table.

    A page begins with the column heads or, where they are not repeated, after an empty line inside the table.
    """
    columns = plan["columns"]
    names = _close_up("".join([*columns["groups"], columns["measure"], columns["who"], columns["when"]]))
    heads = re.compile(r"\s*".join(map(re.escape, names)))
    text = heads.sub(lambda match: "\f" + "\n" * match[0].count("\n"), text)
    for noise, replacement in _NOISE:
        text = noise.sub(replacement, text)
    for number, line in enumerate(text.split("\n"), start=1):
        for cell in re.split(r"\t|(?<=\f)|(?=\f)", line):
            if fragment := _close_up(cell) or "\f" * ("\f" in cell):
                yield number, fragment


def _joined(fragments: Iterable[tuple[int, str]], only_entries: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """The fragments, an entry that takes two lines (每兩個月, 辦理一次) in one."""
    waiting = (0, "")
    for line, fragment in fragments:
        if not only_entries.fullmatch(waiting[1]) and only_entries.fullmatch(waiting[1] + fragment):
            fragment = waiting[1] + fragment
        elif waiting[1]:
            yield waiting
        waiting = (line, fragment)
    yield waiting


def _mended(source: Source, allowed: Allowed) -> Source:
    """The source with the allowed words and entries left out or moved."""
    words, places = source.words, source.places
    for mend in allowed.mends:
        start = _only(words, mend.words + mend.before)
        end = start + len(mend.words)
        moved, moved_places = words[start:end], places[start:end]
        words, places = words[:start] + words[end:], places[:start] + places[end:]
        if mend.to is not None:
            start = _only(words, mend.to) + len(mend.to)
            words = words[:start] + moved + words[start:]
            places = places[:start] + moved_places + places[start:]
    departments, periods = list(source.departments), list(source.periods)
    for surplus in allowed.surplus:
        column = departments if any(entry.name == surplus.entry for entry in departments) else periods
        equal = [
            position
            for position, entry in enumerate(column)
            if (entry.place.page, entry.name) == (surplus.page, surplus.entry)
        ]
        del column[equal[surplus.occurrence - 1]]
    return Source(words, places, departments, periods)


def _in_words(source: Source, words: str) -> Iterator[str]:
    """Where the words differ, each with what stands around it in the source or in the plan."""
    for start, end, other_start, other_end in _changes(source.words, words):
        if start < end:
            line = source.places[start].line
            yield f"line {line}: not in the plan: {_quote(source.words, start, end)}"
        if other_start < other_end:
            yield f"not in the source: {_quote(words, other_start, other_end)}"


def _in_entries(column: str, entries: Sequence[Entry], in_plan: Sequence[tuple[str, Row]]) -> Iterator[str]:
    """Where the sequence of departments or of periods differs."""
    for start, end, other_start, other_end in _changes(
        [entry.name for entry in entries], [name for name, _ in in_plan]
    ):
        near = entries[min(start, len(entries) - 1)].place
        row = in_plan[min(other_start, len(in_plan) - 1)][1]
        yield (
            f"page {near.page}, line {near.line}: {column} of the source {[entry.name for entry in entries[start:end]]},"
            f" of the plan {[name for name, _ in in_plan[other_start:other_end]]} near {row.words[:_CONTEXT]}"
        )


def _twice(rows: Iterable[Row]) -> Iterator[str]:
    """Rows that name a department twice."""
    for row in rows:
        if len(set(row.departments)) < len(row.departments):
            yield f"a department twice in one row: {row.departments} near {row.words[:_CONTEXT]}"


def _blocks(source: Source, rows: Iterable[Row]) -> dict[Row, set[int]]:
    """The blocks of the source in which the words of a row stand; the words must be equal already."""
    blocks: dict[Row, set[int]] = {}
    start = 0
    for row in rows:
        end = start + len(row.words)
        blocks.setdefault(row, set()).update(place.block for place in source.places[start:end])
        start = end
    return blocks


def _out_of_place(
    entries: Iterable[Entry], in_plan: Iterable[tuple[str, Row]], blocks: dict[Row, set[int]]
) -> Iterator[str]:
    """Entries that stand beside other text than that of their row, though the row does not say that it is unsure."""
    for entry, (_, row) in zip(entries, in_plan, strict=True):
        if entry.place.block not in blocks[row] and not row.unsure:
            yield f"line {entry.place.line}: {entry.name} stands beside other text than {row.words[:_CONTEXT]}"


def _changes(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Bounds of what differs, in the left and in the right sequence."""
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    end = 0
    while end < min(len(left), len(right)) - start and left[-1 - end] == right[-1 - end]:
        end += 1
    matcher = SequenceMatcher(None, left[start : len(left) - end], right[start : len(right) - end], autojunk=False)
    for kind, left_start, left_end, right_start, right_end in matcher.get_opcodes():
        if kind != "equal":
            yield start + left_start, start + left_end, start + right_start, start + right_end


def _quote(words: str, start: int, end: int) -> str:
    """The words between 【 and 】, with what stands around them."""
    return f"{words[max(0, start - _CONTEXT) : start]}【{words[start:end]}】{words[end : end + _CONTEXT]}"


def _only(words: str, part: str) -> int:
    """Where the part stands in the words; it must stand there once."""
    if words.count(part) != 1:
        raise ValueError(f"{words.count(part)} times in the source: {part}")
    return words.index(part)


def _any_of(names: Iterable[str]) -> str:
    """A pattern for one of the names, the longest first; for nothing when there is none."""
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True))) or "(?!)"


def _close_up(text: str) -> str:
    """The text without any blank."""
    return re.sub(r"\s", "", text)
