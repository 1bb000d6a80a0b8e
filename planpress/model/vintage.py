"""Of what time something published is: the day of its data, and the time that it tells of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from planpress.model.dates import gregorian_year


@dataclass(frozen=True, slots=True)
class Vintage:
    """Of what time something published is; never that of a build.

    Attributes:
        date: ISO 8601: the day of its data, or the month or year where no more is known.
        first: the beginning of the time that it tells of, as exactly as it is known.
        last: the end of that time.
    """

    date: str
    first: str
    last: str

    @classmethod
    def of_years(cls, date: str, years: Sequence[int]) -> Self:
        """Of what tells of whole 民國 years, the first of them first.

        >>> Vintage.of_years("2025-02-03", range(114, 116))
        Vintage(date='2025-02-03', first='2025-01-01', last='2026-12-31')
        """
        first, last = gregorian_year(years[0]), gregorian_year(years[-1])
        return cls(date, f"{first:04d}-01-01", f"{last:04d}-12-31")

    @classmethod
    def as_of(cls, date: str) -> Self:
        """Of what tells how things are on a day: a page on the site itself."""
        return cls(date, date, date)

    @classmethod
    def spanning(cls, parts: Iterable["Vintage"]) -> "Vintage | None":
        """Of what is put together of several: the newest day, and all their time; None of nothing.

        >>> Vintage.spanning([Vintage("2016-02", "2016-01-01", "2016-12-31"), Vintage.as_of("2025")])
        Vintage(date='2025', first='2016-01-01', last='2025')
        """
        every = tuple(parts)
        if not every:
            return None
        first, last = min(each.first for each in every), max(each.last for each in every)
        return cls(max(each.date for each in every), first, last)
