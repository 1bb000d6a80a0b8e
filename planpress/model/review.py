"""Reviews of contents (定期檢視): which unit of an office looked through its pages, and when; never who."""

import calendar
import re
from datetime import date, timedelta
from typing import Final

from planpress.model.base import Frozen
from planpress.model.dates import RocDate, parse_period

_EVERY: Final = re.compile(r"P(\d{1,3})([DWMY])")


class Review(Frozen):
    """A unit looked through what the office publishes here."""

    date: RocDate
    """The day."""
    unit: str
    """The unit: 資訊組."""
    remark: str | None = None
    """What was found or mended."""


class UpdateRule(Frozen):
    """The office's own rule on keeping its pages up to date (定期更新要點、標準作業程序)."""

    name: str
    """Its title: 對外網頁資料定期更新要點."""
    number: str | None = None
    """Number of the letter that made it known."""
    date: RocDate | None = None
    """The day from which it holds, or of that letter."""
    address: str | None = None
    """Where it can be read."""


def rhythm(words: str) -> str | None:
    """How often something is to be done, as ISO 8601; None where the words give no such rhythm.

    >>> rhythm("每月"), rhythm("每季檢視1次"), rhythm("定期")
    ('P1M', 'P3M', None)
    """
    return parse_period(words).every


def after(day: date, every: str) -> date:
    """The day that a rhythm leads to; the last of a month where the next has no such day.

    >>> after(date(2025, 1, 31), "P1M").isoformat(), after(date(2025, 1, 31), "P2W").isoformat()
    ('2025-02-28', '2025-02-14')
    """
    match = _EVERY.fullmatch(every)
    assert match is not None  # rhythm gives no others
    count, unit = int(match[1]), match[2]
    if unit in "DW":
        return day + timedelta(count * (7 if unit == "W" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "Y" else 1)
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
