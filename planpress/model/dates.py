"""Dates and periods as offices write them: 民國 years, 隨時辦理, 105年5月及10月, 每月5日前, 年底前."""

import calendar
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final

from planpress.model.period_words import normal_form

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

    @classmethod
    def on(cls, day: date) -> "RocDate":
        """A day of the Gregorian calendar."""
        return cls(day.year - ROC_EPOCH, day.month, day.day)

    @property
    def text(self) -> str:
        """As it is written in the files: ``114-01-14``, or ``105-02`` when only the month is known."""
        month = f"{self.roc_year}-{self.month:02d}"
        return month if self.day is None else f"{month}-{self.day:02d}"

    @property
    def iso(self) -> str:
        """ISO 8601: ``2025-01-14``, or ``2016-02`` when only the month is known."""
        month = f"{gregorian_year(self.roc_year):04d}-{self.month:02d}"
        return month if self.day is None else f"{month}-{self.day:02d}"

    @property
    def first_day(self) -> date:
        """The day itself, or the first of its month."""
        return date(gregorian_year(self.roc_year), self.month, self.day or 1)

    def precedes(self, other: "RocDate") -> bool:
        """Whether it is before another for certain: of one the day may be unknown."""
        if self.day is None or other.day is None:
            return (self.roc_year, self.month) < (other.roc_year, other.month)
        return self.first_day < other.first_day


def likely_date(text: str) -> RocDate | None:
    """The date that a text gives in any of the forms that offices use; None where it is not certain.

    >>> [date.text for date in map(likely_date, ("114/1/14", "民國114年1月14日", "1140114", "105年2月")) if date]
    ['114-01-14', '114-01-14', '114-01-14', '105-02']
    """
    match = _WRITTEN_DATE.fullmatch(normal_form(text)) if len(text) <= _LONGEST else None
    if match is None:
        return None
    year, month, day = match["figures"], match["in_figures"], match["of_figures"]
    found = _date(_year(year or match["year"], None), month or match["month"], day or match["day"])
    return found if found and found.roc_year > _LAST_OF_MONTH else None


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
        months: Gregorian months ``2016-05`` of a period given in months; of a recurring or a continuous one those of
            its year that it names or lasts for (每年6月, 114年7月起).
        by: Gregorian month before which (``2016-06`` for 105年6月前), or by the end or a day of which.
        first: the day that it begins on, where the words name one.
        last: the day that it ends on, or by which.
    """

    text: str
    kind: PeriodKind
    every: str | None = None
    months: tuple[str, ...] = ()
    by: str | None = None
    first: RocDate | None = None
    last: RocDate | None = None


ALL_YEAR: Final = "all-year"


def parts_of_year(period: Period) -> tuple[str, ...]:
    """Where a reader looks for a period: by its kind, or in each of its months; 每年6月 and 7月起 are in both.

    >>> parts_of_year(parse_period("105年5月及10月"))
    ('month-05', 'month-10')
    """
    numbers = sorted({month[-2:] for month in (*period.months, *([period.by] if period.by else []))})
    months = (ALL_YEAR,) if len(numbers) == 12 else tuple(f"month-{number}" for number in numbers)
    if months and period.kind in (PeriodKind.MONTHS, PeriodKind.BY):
        return months
    return (str(period.kind), *months)


@lru_cache(maxsize=1000)  # a plan says the same few periods in all its rows
def parse_period(text: str, roc_year: int | None = None) -> Period:
    """Read a period; words that are not understood with certainty are kept as ``other``.

    Args:
        text: the plan's words.
        roc_year: the year of those that name none (年底前, 第1季), which are not certain without it.

    >>> parse_period("每兩個月辦理一次").every
    'P2M'
    """
    words = normal_form(text) if len(text) <= _LONGEST else ""
    for pattern, read in _RULES:
        if (match := pattern.fullmatch(words)) and (period := read(text, match, roc_year)):
            return period
    return Period(text, PeriodKind.OTHER)


def period_within(text: str, years: Sequence[int]) -> Period:
    """Read a period of a plan of one year or several; months without a year are those of each of its years.

    >>> period_within("3月", [114, 115]).months
    ('2025-03', '2026-03')
    """
    first, *others = (parse_period(text, year) for year in years)
    if all(other == first for other in others):
        return first
    every = (first, *others)
    if first.kind in (PeriodKind.MONTHS, PeriodKind.RECURRING):
        months = tuple(sorted({month for each in every for month in each.months}))
        return replace(first, months=months, first=None, last=None)
    return parse_period(text)  # nobody can tell in which of its years


_MOST_MONTHS: Final = 36
"""No plan has a period of more."""
_LONGEST: Final = 60
"""Longer words are a sentence, which nobody can filter by."""
_DURATIONS: Final = {
    **{"日": (1, "D"), "天": (1, "D"), "週": (1, "W"), "月": (1, "M")},
    **{"季": (3, "M"), "半年": (6, "M"), "年": (1, "Y")},
}


def _as_needed(text: str, match: re.Match[str], roc_year: int | None) -> Period:
    return Period(text, PeriodKind.AS_NEEDED)


def _continuous(text: str, match: re.Match[str], roc_year: int | None) -> Period:
    return Period(text, PeriodKind.CONTINUOUS)


def _until(text: str, match: re.Match[str], roc_year: int | None) -> Period | None:
    last = _date(_year(match["year"], roc_year), match["month"], match["day"])
    return Period(text, PeriodKind.CONTINUOUS, last=last) if last else None


def _from(text: str, match: re.Match[str], roc_year: int | None) -> Period | None:
    """From a month or a day on, certainly to the end of that year."""
    first = _date(_year(match["year"], roc_year), match["month"], match["day"])
    if first is None:
        return None
    months = tuple(_span(first, replace(first, month=12)))
    return Period(text, PeriodKind.CONTINUOUS, months=months, first=first if first.day else None)


def _every(text: str, match: re.Match[str], roc_year: int | None) -> Period | None:
    count, unit = int(match["count"] or 1), match["unit"]
    if not 1 <= count <= 12 or (match["count"] and (unit == "半年" or (unit == "月") != bool(match["of"]))):
        return None
    size, letter = _DURATIONS[unit]
    return Period(text, PeriodKind.RECURRING, every=f"P{count * size}{letter}")


def _regularly(text: str, match: re.Match[str], roc_year: int | None) -> Period:
    return Period(text, PeriodKind.RECURRING)


def _on_days(text: str, match: re.Match[str], roc_year: int | None) -> Period | None:
    """On some days of every week or month, or at the end of every month or quarter."""
    if not all(1 <= int(day) <= 31 for day in re.findall(r"\d+", match[0])):
        return None
    size, letter = _DURATIONS[match["unit"]]
    return Period(text, PeriodKind.RECURRING, every=f"P{size}{letter}")


def _every_year(text: str, match: re.Match[str], roc_year: int | None) -> Period | None:
    """In some months of every year, or by one; the months are those of the plan's year."""
    rest = parse_period(match["rest"], roc_year)
    if rest.kind not in (PeriodKind.MONTHS, PeriodKind.BY):
        return None
    return replace(rest, text=text, kind=PeriodKind.RECURRING, every="P1Y")


def _by(text: str, match: re.Match[str], roc_year: int | None) -> Period | None:
    year = _year(match["year"], roc_year)
    month = match["month"] or (int(match["quarter"]) * 3 if match["quarter"] else 6 if match["half"] == "上" else 12)
    last = _date(year, month, match["day"])
    if last is None:
        return None
    return Period(text, PeriodKind.BY, by=replace(last, day=None).iso, last=last if last.day else None)


def _days(text: str, match: re.Match[str], roc_year: int | None) -> Period | None:
    """A day, or from one day to another."""
    year = _year(match["year"], roc_year)
    first = _date(year, match["month"], match["day"])
    last = first
    if match["last_day"]:
        last = _date(_year(match["last_year"], year), match["last_month"] or match["month"], match["last_day"])
    if first is None or last is None or last < first or not (months := tuple(_span(first, last))):
        return None
    return Period(text, PeriodKind.MONTHS, months=months, first=first, last=last)


def _months(text: str, match: re.Match[str], roc_year: int | None) -> Period | None:
    year, months = roc_year, set[str]()
    for part in match["months"].split("、"):
        start, _, end = part.partition("-")
        first, last = (re.fullmatch(r"(?:(\d+)年)?(\d+)月?", each) for each in (start, end or start))
        if first is None or last is None:
            return None
        begins = _date(year := _year(first[1], year), first[2])
        ends = _date(year := _year(last[1], year), last[2])
        if begins is None or ends is None or not (span := tuple(_span(begins, ends))):
            return None
        months |= set(span)
    return Period(text, PeriodKind.MONTHS, months=tuple(sorted(months)))


def _quarters(text: str, match: re.Match[str], roc_year: int | None) -> Period | None:
    months = set[str]()
    for part in match["quarters"].split("、"):
        first, *others = (int(quarter) for quarter in re.findall("[1-4]", part))
        months |= set(_months_of(_year(match["year"], roc_year), first * 3 - 2, (others or [first])[0] * 3))
    return Period(text, PeriodKind.MONTHS, months=tuple(sorted(months))) if months else None


def _half(text: str, match: re.Match[str], roc_year: int | None) -> Period | None:
    first, last = (1, 6) if match["half"] == "上" else (7, 12)
    months = tuple(_months_of(_year(match["year"], roc_year), first, last))
    return Period(text, PeriodKind.MONTHS, months=months) if months else None


def _whole_year(text: str, match: re.Match[str], roc_year: int | None) -> Period | None:
    months = tuple(_months_of(_year(match["year"], roc_year), 1, 12))
    return Period(text, PeriodKind.MONTHS, months=months) if months else None


def _year(written: str | None, roc_year: int | None) -> int | None:
    """A 民國 year; one that is written may be a Gregorian one."""
    year = int(written) if written else roc_year
    return year - ROC_EPOCH if year and year > ROC_EPOCH else year


def _date(roc_year: int | None, month: str | int, day: str | None = None) -> RocDate | None:
    """A day, or a month, that exists."""
    try:
        return RocDate.parse(f"{roc_year}-{month}" + (f"-{day}" if day else ""))
    except ValueError:
        return None


def _months_of(roc_year: int | None, first: int, last: int) -> Iterator[str]:
    begins, ends = _date(roc_year, first), _date(roc_year, last)
    return _span(begins, ends) if begins and ends else iter(())


def _span(first: RocDate, last: RocDate) -> Iterator[str]:
    """The months from that of one date to that of another; none when they are too many, or run backwards."""
    start, end = first.roc_year * 12 + first.month - 1, last.roc_year * 12 + last.month
    for index in range(start, end if end - start <= _MOST_MONTHS else start):
        yield RocDate(index // 12, index % 12 + 1).iso


_LAST_OF_MONTH: Final = 31
"""A smaller number at the beginning of a date may be its day."""
_WRITTEN_DATE: Final = re.compile(
    r"(?P<year>\d{2,4})(?:年(?=\d+月)|-)(?P<month>\d{1,2})月?(?:(?<=月)(?P<day>\d{1,2})日)?"
    r"|(?P<figures>\d{3})(?P<in_figures>\d{2})(?P<of_figures>\d{2})",
    re.ASCII,
)
_DO: Final = (
    "(?:(?:持續|陸續|定期|賡續)?(?:辦理|執行|實施|完成|檢討|檢視|參與|更新|推動|召開|提報|填報|陳報|函報|檢查|查核|公布|公告)"
    "(?:完成|完畢)?)?(?:1次)?"
)
"""What is done then: the measure says it better."""
_REMARK: Final = r"(?:\([^()]*\))?"
_IN_YEAR: Final = r"(?:(?P<year>\d{2,4})年)?"
_DAY: Final = rf"{_IN_YEAR}(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日"
_LAST_DAY: Final = r"(?:(?P<last_year>\d{2,4})年)?(?:(?P<last_month>\d{1,2})月)?(?P<last_day>\d{1,2})日"
_MONTH: Final = r"(?:\d{2,4}年)?\d{1,2}月?"
_WEEKDAYS: Final = "[一二三四五六日](?:[-、]週?[一二三四五六日])*"
_RULES: Final[tuple[tuple[re.Pattern[str], Callable[[str, re.Match[str], int | None], Period | None]], ...]] = tuple(
    (re.compile(pattern, re.ASCII), read)
    for pattern, read in (
        (rf"(?:隨時|不定期|[視依](?:實際)?需要){_DO}", _as_needed),
        (rf"(?:持續|常態性?|經常性?|即日起){_DO}", _continuous),
        (rf"即日起-{_IN_YEAR}(?P<month>\d{{1,2}})月(?:(?P<day>\d{{1,2}})日|底){_DO}", _until),
        (rf"{_IN_YEAR}(?P<month>\d{{1,2}})月(?:(?P<day>\d{{1,2}})日)?起{_DO}", _from),
        (rf"[每按逐](?P<count>\d{{1,2}})?(?P<of>個)?(?P<unit>日|天|週|月|季|半年|年){_DO}", _every),
        (rf"定期{_DO}", _regularly),
        (rf"每(?P<unit>週){_WEEKDAYS}{_DO}", _on_days),
        (rf"每(?P<unit>月)(?:底|\d{{1,2}}日(?:[-、]\d{{1,2}}日)*)前?{_DO}", _on_days),
        (rf"每(?P<unit>季|半年)底前?{_DO}", _on_days),
        (r"每年(?P<rest>(?:\d{1,2}月|\d{1,2}[-、]|[第上下]|年底).*)", _every_year),
        (
            rf"{_IN_YEAR}(?:(?P<month>\d{{1,2}})月(?:(?P<day>\d{{1,2}})日|底)?|第(?P<quarter>[1-4])季底|(?P<half>[上下])半年底"
            rf"|(?<=年)底|年底)前{_DO}{_REMARK}",
            _by,
        ),
        (rf"{_DAY}(?:-{_LAST_DAY})?{_DO}{_REMARK}", _days),
        (rf"(?P<months>{_MONTH}(?:[-、]{_MONTH})*(?<=月))(?:[上中下]旬|[初底])?{_DO}{_REMARK}", _months),
        (rf"{_IN_YEAR}(?P<quarters>第[1-4]季?(?:[-、]第?[1-4]季?)*(?<=季)){_DO}{_REMARK}", _quarters),
        (rf"{_IN_YEAR}(?P<half>[上下])半年{_DO}{_REMARK}", _half),
        (rf"{_IN_YEAR}(?:[全整常]年|年內|(?<=年)內|(?<=年)){_DO}{_REMARK}", _whole_year),
    )
)
"""The forms of the normal form, each with what reads it: None where there is no such thing, such as a month 13."""
