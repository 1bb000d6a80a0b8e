"""The evenings of a month, with what the program found and people saw on each, for 全球資訊網運轉情形紀錄表.

Seed 003 wants it of every evening: 「於每晚8:00間檢測，作成『全球資訊網運轉情形紀錄表』」. What the program found and
what people saw stand apart, and an evening that nobody looked is said to be one.
"""

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from planpress.model.dates import RocDate
from planpress.publishing.monitor_log import Seen, Watched
from planpress.settings import TAIPEI


@dataclass(frozen=True, slots=True)
class Run:
    """What the program found at one time, by its checks."""

    at: datetime
    checks: tuple[Watched, ...]


@dataclass(frozen=True, slots=True)
class Evening:
    """A day of the month.

    Attributes:
        day: which.
        runs: of the program, in the order of time.
        seen: by people, likewise.
        is_over: whether the day is past, so that nothing will come any more.
    """

    day: date
    runs: tuple[Run, ...]
    seen: tuple[Seen, ...]
    is_over: bool


def evenings(lines: Sequence[Watched | Seen], month: RocDate, today: date) -> Iterator[Evening]:
    """The days of a month, in their order.

    Args:
        lines: of the log, of any time.
        month: which; its day is nothing.
        today: in Taiwan, where the days are counted.
    """
    first = month.first_day.replace(day=1)
    for number in range(1, calendar.monthrange(first.year, first.month)[1] + 1):
        day = first.replace(day=number)
        of_day = sorted((each for each in lines if local(each.at).date() == day), key=lambda each: each.at)
        times = dict.fromkeys(each.at for each in of_day if isinstance(each, Watched))
        runs = tuple(
            Run(local(at), tuple(each for each in of_day if isinstance(each, Watched) and each.at == at))
            for at in times
        )
        yield Evening(day, runs, tuple(each for each in of_day if isinstance(each, Seen)), day < today)


def local(at: datetime) -> datetime:
    """A time as it is in Taiwan."""
    return at.astimezone(ZoneInfo(TAIPEI))
