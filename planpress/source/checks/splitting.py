"""Rows and paragraphs that hold several: 「1. 甲。2. 乙。」 in one text, two numbered lines in one row."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from planpress.model.numbering import Number, NumberStyle, split_number
from planpress.source.shapes.plan_shapes import BLOCKS, HEADINGS, Row
from planpress.source.shapes.rows import Paragraphs, SectionOutline
from planpress.source.values.finding import Finding, Steps

_BREAK: Final = re.compile(
    r"(?P<line>[^\S\n]*\n\s*)|(?P<sentence>[。；;！!？?：:」）)][^\S\n]*)|(?P<blank>(?<![第\s])[^\S\n]+)"
)
"""Where another row may begin."""
_GAP: Final = re.compile(r"\n\s*(?=\S)")
"""Where a text is broken in two: a single line break of the file is a blank by now, or nothing."""
_OPEN_ENDED: Final = frozenset({NumberStyle.DIGIT, NumberStyle.HAN, NumberStyle.STEM})
"""Numbers that stand within no sentence: 「依 (2) 辦理」 is usual, 「依 2. 辦理」 is not."""
_SHOWN: Final = 16
"""Characters of a row that a message shows."""
_MOST: Final = 6
"""How many rows a message shows."""


def check_splitting(sections: Iterable[SectionOutline]) -> Iterator[Finding]:
    """Rows that hold further rows, and paragraphs that hold further paragraphs."""
    for section in sections:
        for index, row in enumerate(section.entry.rows):
            if not row.sic and row.kind not in BLOCKS:
                yield from _check_row((*section.path, "rows", index, row.kind), row)
        if section.entry.text is not None and not section.entry.sic:
            yield from _check_lines((*section.path, "text"), section.entry.text, section.lines)


def _check_row(path: Steps, row: Row) -> Iterator[Finding]:
    starts = list(further_rows(row.text))
    if not starts:
        if gap := _GAP.search(row.text):
            yield Finding("W155", path, {}, (gap.end(), gap.end() + 1))
        return
    own, _ = split_number(row.text)
    first, _ = split_number(row.text[starts[0] :])
    nested = first is not None and first.ordinal in (1, None) and not (own and own.style is first.style)
    kinds = [row.kind, *[_kind_of_further(row, nested=nested)] * len(starts)]
    rows = "".join(f"「- {kind}: {_short(text)}」" for kind, text in zip(kinds, _cut(row.text, starts), strict=False))
    yield Finding("W151", path, {"number": _number(row.text, starts[0]), "rows": rows}, _span(row.text, starts[0]))


def _kind_of_further(row: Row, *, nested: bool) -> str:
    """What the rows are that one holds besides its own."""
    if row.level:
        return HEADINGS[min(row.level, len(HEADINGS) - 1)] if nested else row.kind
    return "item" if nested and row.kind != "say" else {"say": "do"}.get(row.kind, row.kind)


def _check_lines(path: Steps, text: str, lines: Iterable[Paragraphs]) -> Iterator[Finding]:
    for line in lines:
        end = text.find("\n", line.start)
        whole = text[line.start : end if end >= 0 else len(text)]
        starts = list(further_rows(whole)) if line.number else []
        if starts:
            start, length = _span(whole, starts[0])
            values = {
                "number": _number(whole, starts[0]),
                "rows": "".join(f"「{_short(part)}」" for part in _cut(whole, starts)),
            }
            yield Finding("W154", path, values, (line.start + start, line.start + length))
        yield from _check_lines(path, text, line.children)


def further_rows(text: str) -> Iterator[int]:
    """Where in a text further rows begin.

    A numbered line is a row. Within a line a number begins one when it goes on from the one before, in its form, after
    the end of a sentence; or when it opens a list of its own, 「如下：1. 甲。2. 乙。」.

    >>> list(further_rows("1. 受理案件之時效管控。2. 推廣電子帳單。"))
    [13]
    """
    last, _ = split_number(text)
    waiting: tuple[int, Number] | None = None
    for match in _BREAK.finditer(text):
        start = match.end()
        number, rest = split_number(text[start:])
        if number is None or not rest:
            continue
        if match.lastgroup == "line":
            pass
        elif match.lastgroup == "blank" and number.style not in _OPEN_ENDED:
            continue
        elif waiting is not None and _goes_on(waiting[1], number):
            yield waiting[0]
        elif not (_goes_on(last, number) if last else _is_second(match, number)):
            if match.lastgroup == "sentence" and number.ordinal == 1 and not (last and number.style is last.style):
                waiting = (start, number)
            continue
        last, waiting = number, None
        yield start


def _goes_on(last: Number, number: Number) -> bool:
    """Whether a number is one that may follow another, printed alike."""
    if last.ordinal is None or number.ordinal is None:
        return last.printed == number.printed
    return number.ordinal > last.ordinal and _plain(last.counting(number.ordinal)) == _plain(number.printed)


def _is_second(match: re.Match[str], number: Number) -> bool:
    """Whether a number tells that the one before it was left out: 「…管控。2. 另一項」."""
    return match.lastgroup == "sentence" and number.ordinal == 2 and match[0][0] in "。！!？?"


def _plain(printed: str) -> str:
    return unicodedata.normalize("NFKC", printed)


def _cut(text: str, starts: list[int]) -> list[str]:
    """The rows that a text holds."""
    ends = [*starts[1:], len(text)]
    parts = [text[: starts[0]], *(text[start:end] for start, end in zip(starts, ends, strict=True))]
    return [part.strip() for part in parts if part.strip()][:_MOST]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def _number(text: str, start: int) -> str:
    number, _ = split_number(text[start:])
    return number.printed if number else ""


def _span(text: str, start: int) -> tuple[int, int]:
    return start, start + len(_number(text, start))
