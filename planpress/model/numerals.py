"""Numerals (數字) that documents count with: 壹 一 廿一 1 甲 A a Ⅳ IV; what each is worth, and how a value is spelt."""

import re
import unicodedata
from enum import StrEnum
from typing import Final


class Numerals(StrEnum):
    """A kind of numerals."""

    FORMAL = "formal"
    """壹、貳、參"""
    HAN = "han"
    """一、十二、廿一"""
    DIGIT = "digit"
    """1, 12"""
    STEM = "stem"
    """甲、乙、丙"""
    ROMAN = "roman"
    """Ⅳ or IV"""
    SMALL_ROMAN = "small-roman"
    """ⅳ or iv"""
    LETTER = "letter"
    """A, B, C"""
    SMALL_LETTER = "small-letter"
    """a, b, c"""


STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_ONES: Final = {Numerals.HAN: "一二三四五六七八九", Numerals.FORMAL: "壹貳參肆伍陸柒捌玖"}
_ROMAN: Final = {
    Numerals.ROMAN: "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ",
    Numerals.SMALL_ROMAN: "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ",
}
_FIRST_LETTER: Final = {Numerals.LETTER: "A", Numerals.SMALL_LETTER: "a"}
_VARIANTS: Final = str.maketrans({"叁": "參", "叄": "參", "参": "參", "貮": "貳"})
_TENS: Final = {"廿": "二十", "卅": "三十", "卌": "四十"}
_MOST_ROMAN: Final = 19
"""XX and XXX are fillers rather than numbers."""

PATTERNS: Final = {
    Numerals.FORMAL: "[壹貳貮參叁叄参肆伍陸柒捌玖拾]{1,3}",
    Numerals.HAN: "[一二三四五六七八九十廿卅卌]{1,3}",
    Numerals.DIGIT: "[0-9]{1,3}",
    Numerals.STEM: f"[{STEMS}]",
    Numerals.ROMAN: "(?:[IVX]{1,5}|[Ⅰ-Ⅻ]{1,3})",
    Numerals.SMALL_ROMAN: "(?:[ivx]{1,5}|[ⅰ-ⅻ]{1,3})",
    Numerals.LETTER: "[A-Z]",
    Numerals.SMALL_LETTER: "[a-z]",
}
"""What may be a numeral of each kind, in half-width forms. I is a Roman numeral before it is a letter."""


_NARROW: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
WIDE: Final = {ordinary: wide for wide, ordinary in _NARROW.items()}
"""The full-width form of every ASCII character, by code point."""


def narrow(text: str) -> str:
    """A text of the same length with ASCII for its full-width forms."""
    return text.translate(_NARROW)


def numerals_of(text: str) -> Numerals | None:
    """The kind of numerals that a text is; None when it is none.

    >>> numerals_of("廿一").value
    'han'
    """
    return next((kind for kind, pattern in PATTERNS.items() if re.fullmatch(pattern, text)), None)


def value_of(kind: Numerals, text: str) -> int:
    """What a numeral is worth; 0 when it is none, such as 十十.

    >>> value_of(Numerals.HAN, "卅二"), value_of(Numerals.ROMAN, "Ⅳ")
    (32, 4)
    """
    match kind:
        case Numerals.DIGIT:
            return int(text)
        case Numerals.STEM:
            return STEMS.index(text) + 1
        case Numerals.LETTER | Numerals.SMALL_LETTER:
            return ord(text) - ord(_FIRST_LETTER[kind]) + 1
        case Numerals.ROMAN | Numerals.SMALL_ROMAN:
            letters = unicodedata.normalize("NFKC", text).upper()
            return next((value for value in range(1, _MOST_ROMAN + 1) if roman(value) == letters), 0)
        case Numerals.FORMAL:
            return _han_value(text.translate(_VARIANTS).replace("拾", "十"), _ONES[kind])
        case Numerals.HAN:
            return _han_value("".join(_TENS.get(digit, digit) for digit in text), _ONES[kind])


def spelt(kind: Numerals, value: int, like: str = "") -> str:
    """A value as a numeral; in figures where the kind does not reach so far.

    Args:
        kind: of numerals.
        value: from 1.
        like: a numeral beside which it is to stand: 22 is 廿二 beside 廿一, and Ⅳ beside Ⅲ.
    """
    match kind:
        case Numerals.STEM if value <= len(STEMS):
            return STEMS[value - 1]
        case Numerals.LETTER | Numerals.SMALL_LETTER if value <= 26:
            return chr(ord(_FIRST_LETTER[kind]) + value - 1)
        case Numerals.ROMAN | Numerals.SMALL_ROMAN:
            if not like.isascii() and value <= _MOST_ROMAN:
                signs = _ROMAN[kind]
                return signs[value - 1] if value <= len(signs) else signs[9] + signs[value - 11]
            return roman(value) if kind is Numerals.ROMAN else roman(value).lower()
        case Numerals.FORMAL if value <= 99:
            return _han(value, _ONES[kind], "拾")
        case Numerals.HAN if value <= 99:
            numeral = _han(value, _ONES[kind], "十")
            short = {long: sign for sign, long in _TENS.items()}.get(numeral[:2])
            return short + numeral[2:] if short and any(sign in like for sign in _TENS) else numeral
        case _:
            return str(value)


def roman(value: int) -> str:
    """Roman numeral of a value from 1 to 99."""
    symbols = ((90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    numeral = ""
    for size, symbol in symbols:
        count, value = divmod(value, size)
        numeral += symbol * count
    return numeral


def _han_value(digits: str, ones: str) -> int:
    """Value of a numeral from 一 to 九十九; 0 when it is none."""
    match = re.fullmatch(r"(?P<tens>[^十]?)(?P<ten>十?)(?P<ones>[^十]?)", digits)
    if match is None or (not match["ten"] and match["tens"] and match["ones"]):
        return 0
    values = {digit: value for value, digit in enumerate(ones, start=1)}
    if not match["ten"]:
        return values[match["tens"] or match["ones"]]
    return values.get(match["tens"], 1) * 10 + values.get(match["ones"], 0)


def _han(value: int, ones: str, ten: str) -> str:
    tens, one = divmod(value, 10)
    return (ones[tens - 1] if tens > 1 else "") + (ten if tens else "") + (ones[one - 1] if one else "")
