"""Printed numbers (編號) of official documents: 壹、 一、 （一） 1. （1） 甲. ◎.

The order and the forms come from 行政院《文書處理手冊》 as the five seed plans use them. The printed number
is data: it is kept to the letter; its position in the plan only checks it.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class NumberStyle(StrEnum):
    """The form of a printed number, which tells its level inside one plan."""

    FORMAL = "formal"
    """壹、"""
    HAN = "han"
    """一、"""
    HAN_PARENTHESES = "han-parentheses"
    """（一） or (一)"""
    DIGIT = "digit"
    """1. or 1、"""
    DIGIT_PARENTHESES = "digit-parentheses"
    """（1） or (1)"""
    STEM = "stem"
    """甲. or 甲、"""
    BULLET = "bullet"
    """◎, without an ordinal"""


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number.

    Attributes:
        printed: the number with its separator, as in the plan: ``一、`` ``(三)`` ``1.`` ``甲.`` ``◎``.
        style: its form.
        ordinal: what it counts, from 1; None for a bullet.
    """

    printed: str
    style: NumberStyle
    ordinal: int | None

    @property
    def label(self) -> str:
        """The number as ``plan.json`` gives it: 一、 is ``一``, 甲. is ``甲``; ``1.`` and ``(三)`` stay."""
        label = self.printed.rstrip("、")
        return label.rstrip(".．") if self.style is NumberStyle.STEM else label

    def counting(self, ordinal: int) -> str:
        """The number as it would be printed, in the same form, for another ordinal: (五) for 6 is (六)."""
        match self.style:
            case NumberStyle.BULLET:
                return self.printed
            case NumberStyle.STEM:
                digits = _STEMS[ordinal - 1] if ordinal <= len(_STEMS) else str(ordinal)
            case NumberStyle.DIGIT | NumberStyle.DIGIT_PARENTHESES:
                digits = str(ordinal)
            case NumberStyle.FORMAL:
                digits = _han_digits(ordinal, "壹貳參肆伍陸柒捌玖", "拾")
            case _:
                digits = _han_digits(ordinal, "一二三四五六七八九", "十")
        return re.sub(r"[^().．、（）]+", digits, self.printed)

    @property
    def latin(self) -> str:
        """The number as an English page prints it: ``I.`` ``1.`` ``(3)`` ``A.``; a bullet stays."""
        if self.ordinal is None:
            return self.printed
        match self.style:
            case NumberStyle.FORMAL:
                return f"{_roman(self.ordinal)}."
            case NumberStyle.STEM:
                return f"{chr(ord('A') + self.ordinal - 1)}."
            case NumberStyle.HAN_PARENTHESES | NumberStyle.DIGIT_PARENTHESES:
                return f"({self.ordinal})"
            case _:
                return f"{self.ordinal}."


def sets_itself_off(printed: str) -> bool:
    """Whether a printed number needs no blank after it: its last character is full-width and has one in itself.

    >>> sets_itself_off("（一）"), sets_itself_off("(一)")
    (True, False)
    """
    return printed.endswith(("、", "）", "．"))


_HAN_DIGITS: Final = {digit: value for value, digit in enumerate("一二三四五六七八九", start=1)}
_FORMAL_DIGITS: Final = {digit: value for value, digit in enumerate("壹貳參肆伍陸柒捌玖", start=1)} | {
    "叁": 3,
    "参": 3,
}
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"

_HAN: Final = "[一二三四五六七八九十]{1,3}"
_FORMAL: Final = "[壹貳參叁参肆伍陸柒捌玖拾]{1,3}"
_PATTERN: Final = re.compile(
    rf"""
      (?P<formal>{_FORMAL})、
    | (?P<han>{_HAN})、
    | [(（](?P<han_parentheses>{_HAN})[)）]
    | (?P<digit>[0-9]{{1,3}})[.．、](?![0-9])
    | [(（](?P<digit_parentheses>[0-9]{{1,3}})[)）]
    | (?P<stem>[{_STEMS}])[.．、]
    | (?P<bullet>[◎●○※])
    """,
    re.VERBOSE,
)
_STYLES: Final = {style.replace("-", "_"): style for style in NumberStyle}


def split_number(text: str) -> tuple[Number | None, str]:
    """Split a line of a plan into its printed number and the rest.

    >>> split_number("(三) 積極回應用戶意見")[1]
    '積極回應用戶意見'
    >>> split_number("105年度計畫")
    (None, '105年度計畫')
    """
    match = _PATTERN.match(text)
    if match is None:
        return None, text
    group = match.lastgroup
    assert group is not None  # every alternative is named
    ordinal = _ordinal(_STYLES[group], match[group])
    if ordinal == 0:
        return None, text
    return Number(match[0], _STYLES[group], ordinal), text[match.end() :].lstrip()


def _ordinal(style: NumberStyle, digits: str) -> int | None:
    """What the digits count; 0 when they are no number (十十)."""
    match style:
        case NumberStyle.BULLET:
            return None
        case NumberStyle.STEM:
            return _STEMS.index(digits) + 1
        case NumberStyle.DIGIT | NumberStyle.DIGIT_PARENTHESES:
            return int(digits)
        case NumberStyle.FORMAL:
            return _han_value(digits.replace("拾", "十"), _FORMAL_DIGITS)
        case _:
            return _han_value(digits, _HAN_DIGITS)


def _han_value(digits: str, values: dict[str, int]) -> int:
    """Value of a numeral from 一 to 九十九; 0 when it is none."""
    match = re.fullmatch(r"(?P<tens>[^十]?)(?P<ten>十?)(?P<ones>[^十]?)", digits)
    if match is None or (not match["ten"] and match["tens"] and match["ones"]):
        return 0
    if not match["ten"]:
        return values[match["tens"] or match["ones"]]
    return values.get(match["tens"], 1) * 10 + values.get(match["ones"], 0)


def _han_digits(value: int, ones: str, ten: str) -> str:
    """Numeral of a value from 1 to 99; larger ones in digits."""
    if value > 99:
        return str(value)
    tens, one = divmod(value, 10)
    return (ones[tens - 1] if tens > 1 else "") + (ten if tens else "") + (ones[one - 1] if one else "")


def _roman(value: int) -> str:
    """Roman numeral of a value from 1 to 99."""
    symbols = ((90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    numeral = ""
    for size, symbol in symbols:
        count, value = divmod(value, size)
        numeral += symbol * count
    return numeral
