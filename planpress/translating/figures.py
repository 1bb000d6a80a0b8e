"""Figures, dates, percentages and letter numbers: what of the Chinese a translation lacks, and what it adds.

Figures are compared by value, so that 114年 is 2025, 1萬3,000 is 13,000, 3月 is March and 2次 is twice. A figure in
digits must be in the translation; a Chinese numeral (四大超商) may be.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from planpress.model.dates import gregorian_year


class Difference(NamedTuple):
    """A figure that stands on one side only.

    Attributes:
        figure: as it is written there.
        start: index of its first character.
    """

    figure: str
    start: int


def lacking(chinese: str, translation: str, *, is_english: bool = True) -> Iterator[Difference]:
    """The figures of the Chinese that its translation lacks.

    Args:
        chinese: the original.
        translation: of it.
        is_english: English words for figures are known; in other languages those up to twelve may be spelt out.
    """
    if _DIGIT.search(chinese) is None:
        return
    yield from _letters_only_in(chinese, translation)
    chinese, rest = _without_letters(chinese), _without_letters(translation)
    values: set[Decimal] | None = None
    for figure in _chinese_figures(chinese):
        if values is None:
            values = _values(rest)
        if not is_english and not figure.is_percentage and figure.own <= len(_MONTHS):
            continue
        found = _percentages(rest) if figure.is_percentage else values
        is_quoted = not figure.text[-1].isdigit() and figure.text in translation
        if found.isdisjoint(figure.values) and not is_quoted:
            yield Difference(figure.text, figure.start)


def added(chinese: str, translation: str) -> Iterator[Difference]:
    """The figures in digits of a translation that the Chinese lacks. A letter's number may stand by itself."""
    if _DIGIT.search(translation) is None:
        return
    yield from _letters_only_in(translation, chinese)
    letters = {_value(digits[0]) for letter in _LETTER.finditer(chinese) for digits in _NUMBER.finditer(letter[0])}
    chinese, translation = _without_letters(chinese), _without_letters(translation)
    known = {*_numerals(chinese), *letters}
    for figure in _chinese_figures(chinese):
        known |= {figure.own, *figure.values}
    for match in _NUMBER.finditer(translation):
        value = _value(match[0])
        if value not in known and _multiplied(translation, match) not in known:
            yield Difference(match[0], match.start())


# Both languages

_LETTER: Final = re.compile(r"[\u4e00-\u9fff]字第 ?[0-9A-Z]+ ?號", re.ASCII)
"""The number of an official letter, 業字第1148001255號, from the last character of the word that names its series."""
_NUMBER: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d.])|(?<!\d\.)\d+\.\d+(?!\.?\d)|\d+", re.ASCII)
_DIGIT: Final = re.compile(r"\d")
_FULL_WIDTH: Final = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *map(ord, "％，．："))}


def _value(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def _letters_only_in(text: str, other: str) -> Iterator[Difference]:
    if "字第" not in text:
        return
    known = {match[0].replace(" ", "") for match in _LETTER.finditer(other)}
    for match in _LETTER.finditer(text):
        if match[0].replace(" ", "") not in known:
            yield Difference(match[0], match.start())


def _without_letters(text: str) -> str:
    if "字第" in text:
        text = _LETTER.sub(lambda match: " " * len(match[0]), text)
    return text.translate(_FULL_WIDTH)


# Chinese


class _Figure(NamedTuple):
    """A figure of the Chinese.

    Attributes:
        text: with what tells behind it what it is: 年, 次, %.
        start: index of its first character.
        own: the value of its digits alone.
        values: what it may be in a translation.
        is_percentage: whether it must be a percentage there.
    """

    text: str
    start: int
    own: Decimal
    values: frozenset[Decimal]
    is_percentage: bool


_MYRIADS: Final = {"萬": Decimal(10_000), "億": Decimal(100_000_000), "千": Decimal(1_000)}
_MYRIAD: Final = re.compile(r"(?P<factor>[萬億千])(?P<rest>\d[\d,]*)?")
_YEAR: Final = re.compile(
    r"(?:\s{0,9}[-~～至到、及和]\s{0,9}\d{2,3}){0,9}\s*[)）]?\s*年(?!以上|內|間|期)|[./-]\d{1,2}[./-]\d{1,2}"
)
_ROC_YEARS: Final = range(80, 200)
_AFTERNOON: Final = range(13, 25)


def _chinese_figures(text: str) -> Iterator[_Figure]:
    end = 0
    for match in _NUMBER.finditer(text):
        if match.start() < end:
            continue
        end = match.end()
        own = _value(match[0])
        values = {own}
        behind = text[end : end + 1]
        if myriad := _MYRIAD.match(text, end):
            end = myriad.end()
            values = {own * _MYRIADS[myriad["factor"]] + (_value(myriad["rest"]) if myriad["rest"] else 0)}
        elif own in _ROC_YEARS and _YEAR.match(text, end):
            # Below 100 it may as well be a number of years.
            values = {Decimal(gregorian_year(int(own)))} | ({own} if own < 100 else set())
        elif own in _AFTERNOON and behind in ("時", "點", ":"):
            values.add(own - 12)
        is_percentage = behind == "%"
        if values == {1} and not is_percentage and behind != "月":
            continue  # each, a, the only one: it need not be said
        if end == match.end() and (is_percentage or "\u4e00" <= behind <= "\u9fff"):
            end += 1
        yield _Figure(text[match.start() : end], match.start(), own, frozenset(values), is_percentage)


_DIGITS: Final = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {
    **{"〇": 0, "○": 0, "兩": 2, "雙": 2},
    **{digit: value for value, digit in enumerate("壹貳參肆伍陸柒捌玖", start=1)},
}
_UNITS: Final = {"十": 10, "拾": 10, "百": 100, "千": 1_000, "萬": 10_000}
_LONGEST: Final = 9
"""Digits of the longest number that is read digit by digit."""
_NUMERAL: Final = re.compile(f"[{''.join((*_DIGITS, *_UNITS))}]+")


def _numerals(text: str) -> Iterator[Decimal]:
    """Values that the Chinese numerals of a text may have, and 1, which every sentence may."""
    yield Decimal(1)
    for match in _NUMERAL.finditer(text):
        yield from (Decimal(_DIGITS[digit]) for digit in match[0] if digit in _DIGITS)
        yield Decimal(_spoken(match[0]))
        if len(match[0]) <= _LONGEST and not set(match[0]) & _UNITS.keys():
            written = int("".join(str(_DIGITS[digit]) for digit in match[0]))
            yield from (Decimal(written), Decimal(gregorian_year(written)))
    if "半年" in text:
        yield Decimal(6)
    if "季" in text:
        yield Decimal(3)


def _spoken(numeral: str) -> int:
    """Value of a numeral with its units, 二十四, 三百, 一千二百."""
    total = digit = 0
    for character in numeral:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit


# The translation, in English or in another language with digits

_CARDINALS: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_ORDINALS: Final = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth"),
)
_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SPELT: Final = {
    **{word: value for value, word in enumerate(_CARDINALS)},
    **{word: value for value, word in enumerate(_ORDINALS, start=1)},
    **{word: value for value, word in enumerate(_MONTHS, start=1)},
    **{"once": 1, "twice": 2, "both": 2, "double": 2, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100},
}
_FACTORS: Final = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_FACTOR: Final = re.compile(rf"[ -]?({'|'.join(_FACTORS)})\b", re.IGNORECASE)
_PERCENTAGE: Final = re.compile(
    r"(?P<from>[\d,.]+)?(?:%|\s*per ?cent)?\s*(?:(?:-|–|—|~|to|and|or)\s*)?(?P<to>\b\d[\d,.]*)\s*(?:%|per ?cent)"
)


def _values(text: str) -> set[Decimal]:
    """What a translation says, in digits or words."""
    values = {Decimal(_SPELT[word]) for word in re.findall("[a-z]+", text.lower()) if word in _SPELT}
    for match in _NUMBER.finditer(text):
        values |= {_value(match[0]), _multiplied(text, match)}
    return values


def _percentages(text: str) -> set[Decimal]:
    """What it says in per cent."""
    return {
        _value(number[0])
        for match in _PERCENTAGE.finditer(text)
        for part in (match["from"], match["to"])
        if part and (number := _NUMBER.search(part))
    }


def _multiplied(text: str, match: re.Match[str]) -> Decimal:
    """13 thousand is 13,000."""
    factor = _FACTOR.match(text, match.end())
    return _value(match[0]) * (_FACTORS[factor[1].lower()] if factor else 1)
