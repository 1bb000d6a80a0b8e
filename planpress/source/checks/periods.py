"""Periods (執行期間) that look like a slip: a near miss of a usual one, a month 13, a 30 February, another year."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import MAXYEAR
from functools import lru_cache
from typing import Final

from planpress.model.dates import ROC_EPOCH, PeriodKind, parse_period
from planpress.model.numerals import narrow
from planpress.model.period_words import normal_form
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.values.finding import Finding, Steps
from planpress.source.values.nearest import same

_USUAL: Final = (
    *(
        "隨時辦理",
        "隨時檢討",
        "隨時參與",
        "隨時檢視",
        "隨時更新",
        "持續辦理",
        "持續檢討",
        "持續參與",
        "持續推動",
    ),
    *("每日辦理", "每週辦理", "每月辦理", "每季辦理", "每半年辦理", "每年辦理", "每兩個月辦理一次"),
    *("每月一次", "每季一次", "每半年一次", "每年一次", "每月檢視", "每季檢視", "每年檢視"),
    *(
        "每月檢討",
        "每季檢討",
        "每年檢討",
        "按月辦理",
        "按季辦理",
        "按年辦理",
        "逐年辦理",
        "全年辦理",
        "年度辦理",
    ),
    *("配合辦理", "適時辦理", "定期辦理", "不定期辦理", "即時辦理", "及時辦理", "按時辦理", "依限辦理"),
    *("依規定辦理", "依需要辦理", "視需要辦理"),
)
"""Periods of the five plans and others that offices use: a slip is one character away from one of them."""

_MONTHS: Final = re.compile(r"(?<!\d)(\d+)(?:\s*月?\s*[-~–至到]\s*(\d+))?(?=\s*月)", re.ASCII)
_YEAR: Final = re.compile(r"(?<![每\d])\d{2,4}(?=\s*年)", re.ASCII)
_DAY: Final = re.compile(r"(?:(\d{2,4})年|(?<!\d))(\d{1,2})月(\d{1,2})日", re.ASCII)
_DAYS_OF_MONTH: Final = re.compile(r"每月(\d{1,2}日(?:[-、]\d{1,2}日)*)", re.ASCII)
_QUARTERS: Final = re.compile(r"第\d+季?(?:[-、]第?\d+季?)*(?<=季)", re.ASCII)
_NO_PERIOD: Final = re.compile(
    r"(?![0-9]{1,2}/[0-9]{1,2}$)[-0-9:.,/_…·~‐-―−ー─〃]+|[同仝如][上前左右]|如前|無|沒有|免填|不適用|空白", re.ASCII
)
"""A figure, a date as Excel keeps it, a time of day, a dash: nothing that tells a reader when."""
_NO_DAY_OF_WEEK: Final = re.compile(
    "(?:每週|每周|週|周|星期|禮拜)(?:[八九十零〇089])(?=$|[、,;及和與至前後起~-]|[上下]午|辦理|檢|召開)"
)
_LONGEST: Final = 200
"""Longer words are a text, whose numbers may be anything."""


def check_periods(file: PlanFile, years: range) -> Iterator[Finding]:
    """The periods of a plan, its default included. They may name any of the plan's years."""
    if file.when is not None:
        yield from _check(("when",), file.when, years)
    for position, section in enumerate(file.sections):
        for index, row in enumerate(section.rows):
            if row.when is not None and not row.sic:
                yield from _check(("sections", position, "rows", index, "when"), row.when, years)


def _check(path: Steps, text: str, years: range) -> Iterator[Finding]:
    if len(text) <= _LONGEST and _is_none(text, years[0]):
        yield Finding("W172", path, {"value": text}, span=(0, len(text)))
        return
    found = list(_months_and_years(path, narrow(text), years))
    words = normal_form(text) if len(text) <= _LONGEST else ""
    if not found:
        # What only the normal form shows, 113/6/30 or 十三月, has no place of its own in the text.
        found = [replace(each, span=(0, len(text))) for each in _months_and_years(path, words, years)]
    yield from found
    for code, value in _impossible(words, years[0]):
        yield Finding(code, path, {"value": value}, span=(0, len(text)))
    start = 0
    for part in text.split("、"):
        usual = _meant(part, years[0])
        if usual is not None:
            yield Finding("W105", path, {"value": part, "nearest": usual}, span=(start, start + len(part)))
        start += len(part) + 1


def _is_none(text: str, roc_year: int) -> bool:
    """Whether a text tells no period to a reader; yes, n/a and null are told of every text."""
    words = same(text)
    if _NO_DAY_OF_WEEK.search(words):
        return True
    return _NO_PERIOD.fullmatch(words) is not None and parse_period(text, roc_year).kind is PeriodKind.OTHER


def _months_and_years(path: Steps, words: str, years: range) -> Iterator[Finding]:
    for match in _MONTHS.finditer(words):
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last <= 12:
            yield Finding("W106", path, {"value": f"{match[0]}月"}, span=match.span())
    for match in _YEAR.finditer(words):
        if int(match[0]) not in years and int(match[0]) - ROC_EPOCH not in years:
            values = {"found": match[0], "year": "、".join(map(str, years))}
            yield Finding("W107", path, values, span=match.span())


def _impossible(words: str, roc_year: int) -> Iterator[tuple[str, str]]:
    """Days and quarters that do not exist, by the code of the problem. That a month does not is told already."""
    for match in _DAY.finditer(words):
        year, month, day = int(match[1] or roc_year), int(match[2]), int(match[3])
        year = year + ROC_EPOCH if year < ROC_EPOCH else year
        if 1 <= month <= 12 and year <= MAXYEAR and not 1 <= day <= monthrange(year, month)[1]:
            yield "W140", match[0]
    for match in _DAYS_OF_MONTH.finditer(words):
        if not all(1 <= int(day) <= 31 for day in re.findall(r"\d+", match[1])):
            yield "W140", match[0]
    for match in _QUARTERS.finditer(words):
        if not all(1 <= int(quarter) <= 4 for quarter in re.findall(r"\d+", match[0])):
            yield "W141", match[0]


@lru_cache(maxsize=1024)
def _meant(text: str, roc_year: int) -> str | None:
    """The usual period that a text is a misspelling of; None when it is none."""
    if text in _USUAL or parse_period(text, roc_year).kind is not PeriodKind.OTHER:
        return None
    return next((usual for usual in _USUAL if _one_apart(text, usual)), None)


def _one_apart(text: str, other: str) -> bool:
    """Whether one character more, less or otherwise makes one of the other."""
    if len(text) == len(other):
        return sum(left != right for left, right in zip(text, other, strict=True)) == 1
    shorter, longer = sorted((text, other), key=len)
    if len(longer) - len(shorter) > 1:
        return False
    return any(longer[:index] + longer[index + 1 :] == shorter for index in range(len(longer)))
