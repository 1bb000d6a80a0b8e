"""The record of what changed in a plan (異動紀錄): days and what was altered, never who did it."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from planpress.model.base import Frozen
from planpress.model.dates import RocDate


class Altered(StrEnum):
    """What was altered; each is counted."""

    REWORDED = "reworded"
    """Measures and items of which the words are others."""
    NEW = "new"
    """Measures and items that were added."""
    GONE = "gone"
    """Measures and items that were taken out."""
    DEPARTMENTS = "departments"
    """Measures and items of other departments, responsible or supporting."""
    PERIOD = "period"
    """Measures and items with another period."""
    TARGET = "target"
    """Measures and items with another target."""
    COLUMNS = "columns"
    """Measures and items of which a further column says something else."""
    HEADING = "heading"
    """Measures and items that stand under another heading."""
    OTHERS = "others"
    """Headings, paragraphs, introductions, tables, figures and notes that are otherwise, new or gone."""
    TITLE = "title"
    """1 where the plan has another title."""
    DECISIONS = "decisions"
    """1 where the day on which it was drawn up, or who approved it, is another."""
    CORRECTIONS = "corrections"
    """Corrections (勘誤) that were added."""


class RecordedChange(Frozen):
    """What was altered on a day.

    Attributes:
        date: in Taiwan.
        counts: how many there are of each; of a revision none where what it replaced is not kept.
        revision: number of the revision by which the office altered it; None where the data alone was.
    """

    date: RocDate
    counts: Mapping[Altered, int] = {}
    revision: int | None = None


def record(
    written: Iterable[RecordedChange], revisions: Iterable[RecordedChange], known: Iterable[RecordedChange]
) -> tuple[RecordedChange, ...]:
    """One record of several, the newest first.

    Args:
        written: by the editors; of their days they know best.
        revisions: by the texts that they replaced, on their own days.
        known: from git; of a revision only where nothing else tells of it.
    """
    told = [*written, *revisions]
    days = {each.date.first_day for each in written}
    numbers = {each.revision for each in told if each.revision}
    told += [each for each in known if each.date.first_day not in days and each.revision not in numbers]
    return tuple(sorted(told, key=lambda each: each.date.first_day, reverse=True))
