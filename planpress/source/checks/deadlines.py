"""Deadlines against the plan that they quote: the words stand in it, and the days agree with the words.

A wrong date would accuse an office of something, so what the words do not say is an error.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from planpress.model.dates import RocDate
from planpress.model.deadlines import DeadlineKind
from planpress.model.written_days import days_meant
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.shapes.rows import SectionOutline
from planpress.source.text.quotations import quotation, squeezed
from planpress.source.values.deadlines import DeadlineEntry
from planpress.source.values.finding import Finding, Steps

_PUBLISHING: Final = re.compile("登載|刊登|刊載|公開|公布|公佈|公告|上網|發布|揭露|揭示")
"""What says that something is made public; without it nobody can be said to publish late."""


def check_deadlines(file: PlanFile, sections: Sequence[SectionOutline], years: range) -> Iterator[Finding]:
    """Who reports what to whom by when.

    Args:
        file: what its plan.yml says.
        sections: its outline.
        years: of the plan.
    """
    seen: dict[tuple[object, ...], int] = {}
    for position, entry in enumerate(file.deadlines):
        known = entry.kind, squeezed(entry.to), entry.half, entry.day if entry.half is None else None, entry.within
        if seen.setdefault(known, position) != position:
            yield Finding("E198", ("deadlines", position), {"first": str(seen[known] + 1)})
        path: Steps = ("deadlines", position)
        yield from _check_keys(path, entry, years)
        if entry.words is not None:
            yield from _check_words(path, entry, entry.words, sections, years)


def _check_keys(path: Steps, entry: DeadlineEntry, years: range) -> Iterator[Finding]:
    if (entry.words is None) == (entry.source is None):
        yield Finding("E190", path)
    if entry.day is None and entry.half is None and entry.within is None:
        yield Finding("E191", path)
    elif entry.within is not None and (entry.day is not None or entry.half is not None):
        yield Finding("E192", (*path, "within"), key=True)
    if entry.done is not None and entry.done.roc_year < years[0]:
        yield Finding("E188", (*path, "done"), {"done": entry.done.text, "first": str(years[0])})
    if entry.day is not None and entry.half is not None and not _may_be_of(entry.half, entry.day, years):
        yield Finding("E189", (*path, "day"), {"half": str(entry.half), "day": entry.day.text})
    if entry.day is not None and entry.cut_off is not None and entry.cut_off > entry.day:
        yield Finding("E193", (*path, "cut_off"), {"cut_off": entry.cut_off.text, "day": entry.day.text})


def _check_words(
    path: Steps, entry: DeadlineEntry, words: str, sections: Sequence[SectionOutline], years: range
) -> Iterator[Finding]:
    quoted = quotation(sections, words)
    if quoted is None:
        yield Finding("E194", (*path, "words"))
        return
    days = days_meant(words, years, is_of_second_half=entry.half == 2)
    for key, day in (("day", entry.day), ("cut_off", entry.cut_off)):
        if day is not None and day not in days:
            yield Finding("E195", (*path, key), {"found": day.text, "named": _named(days)})
    if days and entry.day is None and entry.cut_off is None:
        yield Finding("W191", (*path, "words"), {"named": _named(days)})
    if entry.kind is DeadlineKind.PUBLISHED and _PUBLISHING.search(words) is None:
        yield Finding("E196", (*path, "kind"))
    for key, text in (("to", entry.to), ("within", entry.within)):
        if text is not None and squeezed(text) not in quoted.chapter:
            yield Finding("E197", (*path, key), {"value": text[:40]})


def _may_be_of(half: int, day: RocDate, years: range) -> bool:
    """Whether a half of one of the years can be due on a day: it has begun, and the next but one has not."""
    begun = (day.roc_year, day.month) >= (years[0], 1 if half == 1 else 7)
    return begun and day.roc_year <= years[-1] + half - 1


def _named(days: Sequence[RocDate]) -> str:
    return ", ".join(day.text for day in days) or "—"
