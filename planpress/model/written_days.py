"""The days that a sentence names: 分別於107年7月6日及108年1月8日前, 次年1月20日前."""

import calendar
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from planpress.model.dates import ROC_EPOCH, RocDate, gregorian_year
from planpress.model.period_words import normal_form

_DAY: Final = re.compile(
    r"(?:(?P<year>(?<!\d)\d{2,4})年|(?P<next>[次翌隔]年|明年))?(?P<month>(?<!\d)\d{1,2})月(?:(?P<day>\d{1,2})日|(?P<end>底))",
    re.ASCII,
)


class WrittenDay(NamedTuple):
    """A day as a sentence names it.

    Attributes:
        year: the 民國 year; None where the sentence gives none.
        is_next: it is said to be in the year after (次年).
        month: the month.
        day: of the month; None for its end.
    """

    year: int | None
    is_next: bool
    month: int
    day: int | None

    def within(self, roc_year: int) -> RocDate | None:
        """The day in a year; None where that has no such day."""
        if not 1 <= self.month <= 12:
            return None
        last = calendar.monthrange(gregorian_year(roc_year), self.month)[1]
        day = self.day or last
        return RocDate(roc_year, self.month, day) if 1 <= day <= last else None


def written_days(text: str) -> Iterator[WrittenDay]:
    """The days of a sentence in its order; figures may be Chinese or of full width.

    >>> [(day.year, day.is_next, day.month, day.day) for day in written_days("七月二十日、次年1月20日前")]
    [(None, False, 7, 20), (None, True, 1, 20)]
    """
    for match in _DAY.finditer(normal_form(text)):
        year = int(match["year"]) if match["year"] else None
        if year and year > ROC_EPOCH:
            year -= ROC_EPOCH
        yield WrittenDay(year, match["next"] is not None, int(match["month"]), int(match["day"] or 0) or None)


def days_meant(text: str, years: range, *, is_of_second_half: bool = False) -> tuple[RocDate, ...]:
    """The days that a sentence of a plan may mean, in its order.

    Args:
        text: the sentence.
        years: of the plan. A day without a year is in one of them, or in the year that was named last; one that is
            earlier in its year than the day named before it may be in the year after.
        is_of_second_half: what is due then is of the second half, so that a day without a year may be in the first
            half of the year after.

    >>> [day.text for day in days_meant("7月20日前及1月20日前", range(105, 106))]
    ['105-07-20', '105-01-20', '106-01-20']
    """
    found: dict[RocDate, None] = {}
    named: tuple[int, ...] = tuple(years)
    before: WrittenDay | None = None
    for each in written_days(text):
        if each.year is not None:
            named = (each.year,)
        candidates = [year + 1 for year in named] if each.is_next else list(named)
        is_open = each.year is None and not each.is_next
        if is_open and ((before and each.month < before.month) or (is_of_second_half and each.month <= 6)):
            candidates.append(named[-1] + 1)
        found |= dict.fromkeys(day for year in candidates if (day := each.within(year)))
        before = each
    return tuple(found)
