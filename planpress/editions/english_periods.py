"""Periods (執行期間) in English, composed from their parsed form."""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Final

from planpress.model.dates import Period, PeriodKind

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_EVERY: Final = {
    "P1D": ("every day", "once a day"),
    "P1W": ("every week", "once a week"),
    "P1M": ("every month", "once a month"),
    "P2M": ("every two months", "every two months"),
    "P3M": ("every quarter", "once a quarter"),
    "P4M": ("every four months", "every four months"),
    "P6M": ("every six months", "every six months"),
    "P1Y": ("every year", "once a year"),
}
"""What an interval is called, and what once in that interval is called."""


def english_period(period: Period) -> str | None:
    """A period in English, from its parsed form; None where that would lose something the words say.

    >>> from planpress.model.dates import parse_period
    >>> english_period(parse_period("105年5月及10月"))
    'May and October 2016'
    """
    match period.kind:
        case PeriodKind.AS_NEEDED:
            return "as needed"
        case PeriodKind.CONTINUOUS:
            return "ongoing"
        case PeriodKind.RECURRING if period.every in _EVERY:
            every, once = _EVERY[period.every]
            return once if period.text.endswith("次") else every
        case PeriodKind.BY if period.by:
            year, month = _year_and_month(period.by)
            before = "before the end of" if "底" in period.text else "before"
            return f"{before} {_MONTHS[month - 1]} {year}"
        case PeriodKind.MONTHS if period.months and not re.search("[(（]", period.text):
            return _english_months(period.months)
        case _:
            return None


def _english_months(months: Iterable[str]) -> str:
    """``2016-05``, ``2016-10`` as ``May and October 2016``; three or more in a row as a span."""
    phrases = [
        f"{_enumerated(_spans([month for _, month in pairs]))} {year}"
        for year, pairs in groupby(map(_year_and_month, months), key=lambda pair: pair[0])
    ]
    return _enumerated(phrases)


def _spans(months: list[int]) -> list[str]:
    names: list[str] = []
    for _, run in groupby(enumerate(months), key=lambda pair: pair[1] - pair[0]):
        span = [_MONTHS[month - 1] for _, month in run]
        names.extend([f"{span[0]} to {span[-1]}"] if len(span) > 2 else span)
    return names


def _enumerated(words: list[str]) -> str:
    *rest, last = words
    return f"{', '.join(rest)} and {last}" if rest else last


def _year_and_month(iso: str) -> tuple[int, int]:
    year, month = iso.split("-")
    return int(year), int(month)
