"""Periods (執行期間) in English, composed from their parsed form."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from typing import Final

from planpress.model.dates import Period, PeriodKind, RocDate
from planpress.model.period_words import normal_form

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WEEKDAYS: Final = {
    **{"一": "Monday", "二": "Tuesday", "三": "Wednesday", "四": "Thursday"},
    **{"五": "Friday", "六": "Saturday", "日": "Sunday"},
}
_PARTS_OF_MONTH: Final = {"初": "early ", "上旬": "early ", "中旬": "mid-", "下旬": "late ", "底": "the end of "}

_EVERY: Final = {
    "P1D": ("every day", "once a day"),
    "P1W": ("every week", "once a week"),
    "P1M": ("every month", "once a month"),
    "P3M": ("every quarter", "once a quarter"),
    "P1Y": ("every year", "once a year"),
}
"""What an interval is called, and what once in that interval is called."""
_UNITS: Final = {"D": "days", "W": "weeks", "M": "months", "Y": "years"}
_COUNTS: Final = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@lru_cache(maxsize=1000)  # a plan says the same few periods in all its rows
def english_period(period: Period) -> str | None:
    """A period in English, from its parsed form; None where that would lose something the words say.

    >>> from planpress.model.dates import parse_period
    >>> english_period(parse_period("105年5月及10月"))
    'May and October 2016'
    """
    words = normal_form(period.text)
    if "(" in words:
        return None
    match period.kind:
        case PeriodKind.AS_NEEDED:
            return "from time to time" if words.startswith("不定期") else "as needed"
        case PeriodKind.CONTINUOUS:
            return _continuous(period, words)
        case PeriodKind.RECURRING if period.months or period.by:
            dated = _dated(period, words, with_year=False)
            return f"{dated} every year" if dated else None
        case PeriodKind.RECURRING:
            return _recurring(period.every, words)
        case PeriodKind.BY | PeriodKind.MONTHS:
            return _dated(period, words, with_year=True)
        case _:
            return None


def _continuous(period: Period, words: str) -> str:
    if period.last:
        return f"from now until {'' if period.last.day else 'the end of '}{_day(period.last)}"
    if period.months:
        return f"from {_day(period.first) if period.first else _english_months(period.months[:1])}"
    return "from now on" if words.startswith("即日起") else "continuous"


def _recurring(every: str | None, words: str) -> str | None:
    """An interval, and on which days of it: every Monday, by the 5th of every month."""
    if every is None:
        return "regularly"
    if match := re.match("每週([一二三四五六日][-、週一二三四五六日]*)", words):
        days = [_span([_WEEKDAYS[day[-1]] for day in part.split("-")]) for part in match[1].split("、")]
        return f"{_enumerated(days)} every week" if "-" in match[1] else f"every {_enumerated(days)}"
    if match := re.match("每(月|季|半年)(底|[0-9][-、日0-9]*日)(前?)", words):
        interval = {"月": "every month", "季": "every quarter", "半年": "every six months"}[match[1]]
        if match[2] == "底":
            return f"{'by' if match[3] else 'at'} the end of {interval}"
        days = [_span([_ordinal(day.rstrip("日")) for day in part.split("-")]) for part in match[2].split("、")]
        return f"{'by' if match[3] else 'on'} the {_enumerated(days)} of {interval}"
    if every in _EVERY:
        return _EVERY[every][words.endswith("次")]
    count, unit = int(every[1:-1]), _UNITS[every[-1]]
    return f"every {_COUNTS[count - 2] if count <= 12 else count} {unit}"


def _dated(period: Period, words: str, *, with_year: bool) -> str | None:
    """Months, days, or the month or day by which; without their year where they come every year."""
    if period.by:
        return _before(period, words, with_year=with_year)
    if period.first and period.last:
        if period.first == period.last:
            return _day(period.last, with_year=with_year)
        years_differ = period.first.roc_year != period.last.roc_year
        first = _day(period.first, with_year=years_differ)
        return f"{first} to {_day(period.last, with_year=with_year)}"
    year = period.months[0][:4]
    if re.search("年內|^內", words):
        return f"within {year}"
    if len(period.months) == 12 and not re.search("[月季]", words):
        return f"throughout {year}"
    part = re.search(f"月({'|'.join(_PARTS_OF_MONTH)})", words)
    if part and len(period.months) > 1:
        return None
    before = _PARTS_OF_MONTH[part[1]] if part else ""
    return before + _english_months(period.months, with_year=with_year)


def _before(period: Period, words: str, *, with_year: bool) -> str:
    if period.last:
        return f"by {_day(period.last, with_year=with_year)}"
    if "年底" in words:
        return f"by the end of {str(period.by)[:4]}" if with_year else "by the end of"
    by = "by the end of" if "底" in words else "by"
    return f"{by} {_english_months([str(period.by)], with_year=with_year)}"


def _day(date: RocDate, *, with_year: bool = True) -> str:
    """``30 June 2025``, or ``June 2025`` of a date that is a month."""
    day = "" if date.day is None else f"{date.day} "
    return f"{day}{_MONTHS[date.month - 1]}" + (f" {date.first_day.year}" if with_year else "")


def _ordinal(number: str) -> str:
    ending = {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")
    return number + ("th" if number in ("11", "12", "13") else ending)


def _english_months(months: Iterable[str], *, with_year: bool = True) -> str:
    """``2016-05``, ``2016-10`` as ``May and October 2016``; three or more in a row as a span."""
    phrases = [
        _enumerated(_spans([month for _, month in pairs])) + (f" {year}" if with_year else "")
        for year, pairs in groupby(map(_year_and_month, months), key=lambda pair: pair[0])
    ]
    return _enumerated(phrases)


def _spans(months: list[int]) -> list[str]:
    names: list[str] = []
    for _, run in groupby(enumerate(months), key=lambda pair: pair[1] - pair[0]):
        span = [_MONTHS[month - 1] for _, month in run]
        names.extend([_span(span)] if len(span) > 2 else span)
    return names


def _span(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"


def _enumerated(words: list[str]) -> str:
    *rest, last = words
    return f"{', '.join(rest)} and {last}" if rest else last


def _year_and_month(iso: str) -> tuple[int, int]:
    year, month = iso.split("-")
    return int(year), int(month)
