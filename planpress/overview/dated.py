"""Measures that are to be done at a time (105年5月及10月, 105年6月前), or again and again (每年一次, 每兩個月)."""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Final

from planpress.model import Measure, Plan
from planpress.model.base import Frozen
from planpress.model.dates import Period, PeriodKind, period_within
from planpress.model.period_words import normal_form

_PARTS: Final = re.compile("[、，,；;]")
_YEAR: Final = 12
"""Months of a year: what is done in all of them has no time of its own."""


class Dated(Frozen):
    """A measure, or an item of one, at one of its times."""

    id: str
    """Of the measure or item."""
    text: str
    """What it says."""
    words: str
    """Its period (執行期間), in the plan's words."""
    first: date | None = None
    """The day that it begins on; of a month the first. None where only an end is given, or nothing."""
    last: date | None = None
    """The day that it ends on, or by which it is done; None where it only comes again and again."""

    @property
    def day(self) -> date | None:
        """The day that it is looked for at."""
        return self.first or self.last


def dated(plan: Plan) -> Iterator[Dated]:
    """All that has a time in a plan, in its order; what goes on all the year, or as needed, has none."""
    for measure in chain.from_iterable(each.everyone for each in plan.measures()):
        if measure.period is not None:
            yield from _of(measure, measure.period, plan.years)


def _of(measure: Measure, period: Period, years: range) -> Iterator[Dated]:
    for first, last in dict.fromkeys(chain.from_iterable(_spans(each) for each in _parts(period, years))):
        yield Dated(id=measure.id, text=measure.text, words=period.text, first=first, last=last)


def _parts(period: Period, years: range) -> Iterator[Period]:
    """The period, or what it consists of where the whole is not understood: 隨時辦理、每兩個月辦理一次."""
    if period.kind is not PeriodKind.OTHER:
        yield period
        return
    yield from (period_within(part, years) for part in _PARTS.split(period.text) if part)


def _spans(period: Period) -> Iterator[tuple[date | None, date | None]]:
    if period.kind not in (PeriodKind.AS_NEEDED, PeriodKind.OTHER):
        if period.by:
            yield None, period.last.first_day if period.last else _limit(period)
        elif period.months and len(period.months) < _YEAR:
            yield from _months(period)
        elif period.kind is PeriodKind.CONTINUOUS and period.last:
            yield None, period.last.first_day
        elif period.kind is PeriodKind.RECURRING and not period.months:
            yield None, None


def _limit(period: Period) -> date:
    """The day of a limit that only names a month: the end of it (6月底前), or its first day, before which (6月前)."""
    year, month = map(int, (period.by or "").split("-"))
    day = calendar.monthrange(year, month)[1] if "底" in normal_form(period.text) else 1
    return date(year, month, day)


def _months(period: Period) -> Iterator[tuple[date, date]]:
    """Months that follow one another are one time."""
    runs: list[list[int]] = []
    for month in period.months:
        number = int(month[:4]) * _YEAR + int(month[5:]) - 1
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    for position, run in enumerate(runs):
        begins, ends = ((number // _YEAR, number % _YEAR + 1) for number in (run[0], run[-1]))
        first, last = date(*begins, 1), date(*ends, calendar.monthrange(*ends)[1])
        if period.first and position == 0:
            first = period.first.first_day
        if period.last and position == len(runs) - 1:
            last = period.last.first_day
        yield first, last
