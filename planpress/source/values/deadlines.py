"""What stands below ``deadlines`` in a plan.yml, key by key."""

from planpress.model.base import Frozen
from planpress.model.deadlines import DeadlineKind
from planpress.source.values.scalars import Half, RocDayText, Text


class DeadlineEntry(Frozen):
    """Who reports what to whom by when; only what a source gives."""

    kind: DeadlineKind
    """填報 a form is handed in, 報送 results go to a superior, 登載 results are published."""
    to: Text
    """To whom, or where, in the plan's words: 業務處, 本處對外網頁."""
    day: RocDayText | None = None
    """By which day: 107-07-06. Leave it out where the plan gives none."""
    half: Half | None = None
    """Of which half of the year: 1 or 2."""
    cut_off: RocDayText | None = None
    """The last day that the results are about (實績資料截止日): 105-06-30."""
    within: Text | None = None
    """How long after something that has no day of its own (收到函文後), in the plan's words: 1個月."""
    done: RocDayText | None = None
    """The day on which it was done: 111-07-07. Of 登載 it is shown (登載日), of the others it stays internal."""
    words: Text | None = None
    """The plan's own words, as many as say it; they must stand in the plan."""
    source: Text | None = None
    """What says it, where that is not the plan: a letter. Such a deadline is internal, never on the site."""
