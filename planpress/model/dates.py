"""Dates and periods as offices write them: 民國 years, 隨時辦理, 105年5月及10月."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final

ROC_EPOCH: Final = 1911
"""民國 year 1 is 1912: add this to a 民國 year for the Gregorian one."""


def gregorian_year(roc_year: int) -> int:
    """Gregorian year of a 民國 year: 114 is 2025."""
    return roc_year + ROC_EPOCH


@dataclass(frozen=True, slots=True, order=True)
class RocDate:
    """A 民國 date, to the day or, where no more is known, to the month.

    >>> RocDate.parse("114-01-14").iso
    '2025-01-14'
    """

    roc_year: int
    month: int
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> "RocDate":
        """Read ``114-01-14`` or ``105-02``.

        Raises:
            ValueError: the text has another form, or there is no such day.
        """
        match = re.fullmatch(r"(\d{1,3})-(\d{1,2})(?:-(\d{1,2}))?", text, re.ASCII)
        if match is None:
            raise ValueError("form")
        roc_year, month = int(match[1]), int(match[2])
        day = int(match[3]) if match[3] else None
        if roc_year < 1 or not 1 <= month <= 12:
            raise ValueError("no such date")
        if day is not None and not 1 <= day <= calendar.monthrange(gregorian_year(roc_year), month)[1]:
            raise ValueError("no such date")
        return cls(roc_year, month, day)

    @property
    def iso(self) -> str:
        """ISO 8601: ``2025-01-14``, or ``2016-02`` when only the month is known."""
        month = f"{gregorian_year(self.roc_year):04d}-{self.month:02d}"
        return month if self.day is None else f"{month}-{self.day:02d}"

    @property
    def first_day(self) -> date:
        """The day itself, or the first of its month."""
        return date(gregorian_year(self.roc_year), self.month, self.day or 1)


class PeriodKind(StrEnum):
    """What sort of promise a period (執行期間) makes."""

    AS_NEEDED = "as-needed"
    CONTINUOUS = "continuous"
    RECURRING = "recurring"
    MONTHS = "months"
    BY = "by"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Period:
    """When a measure is carried out (執行期間, 完成期限, 辦理期程).

    Attributes:
        text: the plan's own words, always kept.
        kind: the parsed form; ``other`` when it is not certain.
        every: ISO 8601 duration of a recurring period: ``P2M`` for 每兩個月辦理一次.
        months: Gregorian months ``2016-05`` of a period given in months.
        by: Gregorian month before which (``2016-06`` for 105年6月前).
    """

    text: str
    kind: PeriodKind
    every: str | None = None
    months: tuple[str, ...] = ()
    by: str | None = None


ALL_YEAR: Final = "all-year"


def parts_of_year(period: Period) -> tuple[str, ...]:
    """Where a reader looks for a period: by its kind, or in each of its months.

    >>> parts_of_year(parse_period("105年5月及10月"))
    ('month-05', 'month-10')
    """
    months = {month[-2:] for month in (*period.months, *([period.by] if period.by else []))}
    if len(months) == 12:
        return (ALL_YEAR,)
    return tuple(f"month-{month}" for month in sorted(months)) or (str(period.kind),)


_ONCE_EVERY: Final = {
    "每日": "P1D",
    "每天": "P1D",
    "每週": "P1W",
    "每月": "P1M",
    "每季": "P3M",
    "每半年": "P6M",
    "每年": "P1Y",
}
_VERBS: Final = "(?:一次|1次|(?:辦理|檢視|檢討|召開|提報)(?:一次|1次)?)?"
_EVERY: Final = re.compile(rf"(每日|每天|每週|每月|每季|每半年|每年){_VERBS}")
_EVERY_FEW_MONTHS: Final = re.compile(rf"每([兩二三四六2346])個月{_VERBS}")
_SMALL: Final = {"兩": 2, "二": 2, "三": 3, "四": 4, "六": 6, "2": 2, "3": 3, "4": 4, "6": 6}
_REMARK: Final = r"(?:[(（][^()（）]*[)）])?"
_BY: Final = re.compile(r"(\d{2,3})年(\d{1,2})月(?:底)?前", re.ASCII)
_MONTHS: Final = re.compile(
    rf"(\d{{2,3}})年((?:\d{{1,2}}(?:-\d{{1,2}})?)(?:[月]?[、及](?:\d{{1,2}}(?:-\d{{1,2}})?))*)月{_REMARK}", re.ASCII
)


@lru_cache(maxsize=1000)  # a plan says the same few periods in all its rows
def parse_period(text: str) -> Period:
    """Read a period; words that are not understood with certainty are kept as ``other``.

    >>> parse_period("每兩個月辦理一次").every
    'P2M'
    """
    if re.fullmatch("隨時(辦理|檢討|參與|檢視|更新)?", text):
        return Period(text, PeriodKind.AS_NEEDED)
    if re.fullmatch("持續(辦理|檢討|參與|推動)?", text):
        return Period(text, PeriodKind.CONTINUOUS)
    if match := _EVERY.fullmatch(text):
        return Period(text, PeriodKind.RECURRING, every=_ONCE_EVERY[match[1]])
    if match := _EVERY_FEW_MONTHS.fullmatch(text):
        return Period(text, PeriodKind.RECURRING, every=f"P{_SMALL[match[1]]}M")
    if (match := _BY.fullmatch(text)) and 1 <= int(match[2]) <= 12:
        return Period(text, PeriodKind.BY, by=_month(int(match[1]), int(match[2])))
    if (match := _MONTHS.fullmatch(text)) and (numbers := _month_numbers(match[2])):
        roc_year = int(match[1])
        return Period(text, PeriodKind.MONTHS, months=tuple(_month(roc_year, number) for number in numbers))
    return Period(text, PeriodKind.OTHER)


def _month(roc_year: int, month: int) -> str:
    return f"{gregorian_year(roc_year):04d}-{month:02d}"


def _month_numbers(text: str) -> list[int]:
    """Months named in ``1-12`` or ``5月及10``; empty when one of them does not exist or a span runs backwards."""
    numbers: list[int] = []
    for part in re.split("月?[、及]", text):
        first, _, last = part.partition("-")
        span = range(int(first), int(last or first) + 1)
        if not span or span[0] < 1 or span[-1] > 12:
            return []
        numbers.extend(span)
    return sorted(set(numbers))
