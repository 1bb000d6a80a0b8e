"""Days and months that no calendar has: 114年2月30日, 13月."""

import calendar
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from planpress.model.dates import gregorian_year
from planpress.source.values.finding import Finding, Steps

_DIGITS: Final = "零〇一二三四五六七八九"
_NUMERALS: Final = f"[{_DIGITS}十廿卅]"
_FIGURE: Final = rf"(?:(?<![0-9])[0-9]{{1,4}}|(?<!{_NUMERALS}){_NUMERALS}{{1,4}})"
_WORTH_A_LOOK: Final = re.compile(r"月|\d[./．／－-]\d")
_DATE: Final = re.compile(
    rf"(?:(?P<year>[0-9]{{2,4}}) ?年度? ?)?(?P<month>{_FIGURE}) ?月份? ?(?P<day>{_FIGURE}) ?日"
    rf"|每個?月 ?(?P<any_month>{_FIGURE}) ?日"
)
_MONTH: Final = re.compile(rf"(?P<month>{_FIGURE}) ?月(?![台臺票])")
_SHORT: Final = re.compile(
    r"(?<![0-9A-Za-z./-])(?P<year>1[0-9]{2}|9[0-9]|(?:19|20)[0-9]{2})(?P<sign>[./-])(?P<month>[0-9]{1,2})(?P=sign)"
    r"(?P<day>[0-9]{1,2})(?![0-9A-Za-z]|[./-][0-9])"
)


def check_days(path: Steps, text: str) -> Iterator[Finding]:
    """The dates in one text, in whatever figures."""
    if _WORTH_A_LOOK.search(text) is None:
        return
    plain = "".join(map(_plain, text))
    for match in _DATE.finditer(plain):
        if match["any_month"]:
            impossible = not _is_day(None, 1, _value(match["any_month"]))
        else:
            month = _value(match["month"])
            impossible = 1 <= month <= 12 and not _is_day(match["year"], month, _value(match["day"]))
        if impossible:
            yield Finding("W125", path, {"value": text[slice(*match.span())]}, span=match.span())
    for match in _MONTH.finditer(plain):
        if not 1 <= _value(match["month"]) <= 12:
            yield Finding("W126", path, {"value": text[slice(*match.span())]}, span=match.span())
    for match in _SHORT.finditer(plain):
        if not 1 <= int(match["month"]) <= 12:
            yield Finding("W126", path, {"value": text[slice(*match.span("month"))]}, span=match.span("month"))
        elif not _is_day(match["year"], int(match["month"]), int(match["day"])):
            yield Finding("W125", path, {"value": text[slice(*match.span())]}, span=match.span())


def _is_day(year: str | None, month: int, day: int) -> bool:
    """Whether a month has a day, in the year that is named or in some year."""
    leap = 2000
    if year is not None and int(year) > 0:
        leap = int(year) if len(year) == 4 else gregorian_year(int(year))
    return 1 <= day <= calendar.monthrange(leap, month)[1]


def _value(figure: str) -> int:
    """What a figure counts, in Chinese up to 九十九; 1, which is never wrong, for figures that are no number."""
    if figure.isascii():
        return int(figure)
    written = figure.replace("廿", "二十").replace("卅", "三十")
    match = re.fullmatch(rf"([{_DIGITS}]?)(十?)([{_DIGITS}]?)", written)
    if match is None or (match[1] and match[3] and not match[2]):
        return 1
    if not match[2]:
        return max(_DIGITS.index(match[1] or match[3]) - 1, 0)
    tens = max(_DIGITS.index(match[1]) - 1, 0) if match[1] else 1
    return tens * 10 + (max(_DIGITS.index(match[3]) - 1, 0) if match[3] else 0)


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """A character as its look-alike of usual width, one for one, so that places stay."""
    ordinary = unicodedata.normalize("NFKC", character)
    return ordinary if len(ordinary) == 1 else character
