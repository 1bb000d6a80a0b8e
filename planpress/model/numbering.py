"""Printed numbers (編號) of official documents: 壹、 一、 （一） 1. （1） 甲. ◎ ㈣ ⑥ A. Ⅰ、 附件1.

The order and the forms come from 行政院《文書處理手冊》 as the five seed plans use them, and from what word processors
number with. The printed number is data: it is kept to the letter; its position in the plan only checks it. Full-width
and half-width forms of a number are read alike.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Final

from planpress.model.numerals import PATTERNS, STEMS, WIDE, Numerals, narrow, numerals_of, spelt, value_of


class NumberStyle(StrEnum):
    """The form of a printed number, which tells its level inside one plan."""

    FORMAL = "formal"
    """壹、"""
    FORMAL_PARENTHESES = "formal-parentheses"
    """（壹）"""
    HAN = "han"
    """一、 or 廿一、"""
    HAN_PARENTHESES = "han-parentheses"
    """（一） or (一) or ㈠"""
    HAN_CIRCLED = "han-circled"
    """㊀"""
    DIGIT = "digit"
    """1. or 1、 or １． or ⒈"""
    DIGIT_PARENTHESES = "digit-parentheses"
    """（1） or (1) or (１) or ⑴"""
    DIGIT_CIRCLED = "digit-circled"
    """①"""
    STEM = "stem"
    """甲. or 甲、"""
    STEM_PARENTHESES = "stem-parentheses"
    """（甲）"""
    ROMAN = "roman"
    """Ⅰ、 or I."""
    ROMAN_PARENTHESES = "roman-parentheses"
    """(Ⅱ) or (II)"""
    SMALL_ROMAN = "small-roman"
    """ⅱ、 or ii."""
    SMALL_ROMAN_PARENTHESES = "small-roman-parentheses"
    """(ⅱ) or (ii)"""
    LETTER = "letter"
    """A."""
    LETTER_PARENTHESES = "letter-parentheses"
    """(A)"""
    SMALL_LETTER = "small-letter"
    """a."""
    SMALL_LETTER_PARENTHESES = "small-letter-parentheses"
    """(a) or （ａ） or ⒜"""
    APPENDIX = "appendix"
    """附錄一"""
    ATTACHMENT = "attachment"
    """附件1, or 附件 where there is only one"""
    TABLE = "table"
    """附表二"""
    FIGURE = "figure"
    """附圖三"""
    BULLET = "bullet"
    """◎, without an ordinal"""

    @property
    def appended(self) -> bool:
        """Whether it counts what stands behind a plan: 附錄, 附件, 附表, 附圖, each kind by itself."""
        return self in _APPENDED

    @property
    def numerals(self) -> Numerals:
        """What it counts with, whatever stands around."""
        return Numerals(self.removesuffix("-parentheses").removesuffix("-circled"))


_APPENDED: Final = {
    NumberStyle.APPENDIX: "Appendix",
    NumberStyle.ATTACHMENT: "Attachment",
    NumberStyle.TABLE: "Table",
    NumberStyle.FIGURE: "Figure",
}
"""What they are called in English."""


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number.

    Attributes:
        printed: the number with its separator, as in the plan: ``一、`` ``(三)`` ``1.`` ``甲.`` ``◎`` ``附件1``.
        style: its form.
        ordinal: what it counts, from 1; None for a bullet, and for the only 附件.
    """

    printed: str
    style: NumberStyle
    ordinal: int | None

    @property
    def label(self) -> str:
        """The number as ``plan.json`` gives it: 一、 is ``一``, 甲. is ``甲``; ``1.`` and ``(三)`` stay."""
        label = self.printed.rstrip("、：:")
        return label.rstrip(".．") if self.style is NumberStyle.STEM else label

    def counting(self, ordinal: int) -> str:
        """The number as it would be printed, in the same form, for another ordinal: (五) for 6 is (六)."""
        if self.ordinal is None:
            return self.printed
        if self.printed[0] in _ENCLOSED:
            return _enclosed(self.printed[0], ordinal) + self.printed[1:]
        start = len("附件") if self.style.appended else 0
        match = re.compile(r"[^().．、（）:：\s]+").search(self.printed, start)
        assert match is not None  # what has an ordinal spells it
        kind = numerals_of(narrow(match[0]))
        assert kind is not None
        numeral = spelt(kind, ordinal, like=narrow(match[0]))
        if match[0] != narrow(match[0]):
            numeral = numeral.translate(WIDE)
        return self.printed[: match.start()] + numeral + self.printed[match.end() :]

    def after(self, others: Iterable["Number | None"]) -> "Number":
        """The number as it reads after others: I. is a letter after H., and a Roman numeral anywhere else."""
        style = _LETTERS_OF.get(self.style)
        letter = re.sub("[().、]", "", narrow(self.printed))
        if style is None or not re.fullmatch("[IVXivx]", letter):
            return self
        ordinal = value_of(style.numerals, letter)
        follows = any(other and (other.style, other.ordinal) == (style, ordinal - 1) for other in others)
        return replace(self, style=style, ordinal=ordinal) if follows else self

    @property
    def latin(self) -> str:
        """The number as an English page prints it: ``I.`` ``1.`` ``(3)`` ``A.`` ``Attachment 1``; a bullet stays."""
        return self.printed if self.style is NumberStyle.BULLET else _latin(self.style, self.ordinal)


_LATIN: Final = {
    Numerals.FORMAL: Numerals.ROMAN,
    Numerals.HAN: Numerals.DIGIT,
    Numerals.STEM: Numerals.LETTER,
}
"""What an English page counts with instead."""


@lru_cache(maxsize=1000)  # every page numbers its rows with the same few
def _latin(style: NumberStyle, ordinal: int | None) -> str:
    if style.appended:
        return _APPENDED[style] + ("" if ordinal is None else f" {ordinal}")
    assert ordinal is not None  # a bullet has no Latin form
    if style.endswith("-circled"):
        return _enclosed("①", ordinal)
    numeral = spelt(_LATIN.get(style.numerals, style.numerals), ordinal)
    return f"({numeral})" if style.endswith("-parentheses") else f"{numeral}."


_LETTERS_OF: Final = {
    NumberStyle.ROMAN: NumberStyle.LETTER,
    NumberStyle.ROMAN_PARENTHESES: NumberStyle.LETTER_PARENTHESES,
    NumberStyle.SMALL_ROMAN: NumberStyle.SMALL_LETTER,
    NumberStyle.SMALL_ROMAN_PARENTHESES: NumberStyle.SMALL_LETTER_PARENTHESES,
}
"""What a Roman numeral of one letter may be as well."""


def sets_itself_off(printed: str) -> bool:
    """Whether a printed number needs no blank after it: its last character is full-width and has one in itself.

    >>> sets_itself_off("（一）"), sets_itself_off("(一)")
    (True, False)
    """
    return printed.endswith(("、", "）", "．", "："))


def without_separator(printed: str) -> str:
    """A printed number as it is said inside a path.

    >>> without_separator("一、"), without_separator("(三)")
    ('一', '(三)')
    """
    return printed.rstrip("、.．:：")


_ENCLOSED: Final = {
    chr(code): (style, ordinal)
    for style, first, codes in (
        (NumberStyle.HAN_PARENTHESES, 1, range(0x3220, 0x322A)),
        (NumberStyle.HAN_CIRCLED, 1, range(0x3280, 0x328A)),
        (NumberStyle.DIGIT, 1, range(0x2488, 0x249C)),
        (NumberStyle.DIGIT_PARENTHESES, 1, range(0x2474, 0x2488)),
        (NumberStyle.DIGIT_CIRCLED, 1, range(0x2460, 0x2474)),
        (NumberStyle.DIGIT_CIRCLED, 21, range(0x3251, 0x3260)),
        (NumberStyle.DIGIT_CIRCLED, 36, range(0x32B1, 0x32C0)),
        (NumberStyle.DIGIT_CIRCLED, 1, range(0x2776, 0x2780)),
        (NumberStyle.DIGIT_CIRCLED, 11, range(0x24EB, 0x24F5)),
        (NumberStyle.SMALL_LETTER_PARENTHESES, 1, range(0x249C, 0x24B6)),
    )
    for ordinal, code in enumerate(codes, start=first)
}
"""Numbers of one character: ㈠ ㊀ ⒈ ⑴ ① ㉑ ㊱ ❶ ⓫ ⒜."""


def _enclosed(like: str, ordinal: int) -> str:
    """The number of one character for an ordinal, of the series of another where that reaches so far."""
    style, own = _ENCLOSED[like]
    following = chr(ord(like) + ordinal - own)
    if _ENCLOSED.get(following) == (style, ordinal):
        return following
    others = (character for character, meaning in _ENCLOSED.items() if meaning == (style, ordinal))
    numeral = spelt(style.numerals, ordinal)
    return next(others, f"({numeral})" if style.endswith("-parentheses") else f"{numeral}.")


_KINDS: Final = {
    "附錄": NumberStyle.APPENDIX,
    "附件": NumberStyle.ATTACHMENT,
    "附表": NumberStyle.TABLE,
    "附圖": NumberStyle.FIGURE,
}


def _group(style: NumberStyle) -> str:
    return f"(?P<{style.replace('-', '_')}>{PATTERNS[style.numerals]})"


_IN_PARENTHESES: Final = [style for style in NumberStyle if style.endswith("-parentheses")]
_LATIN_LETTERS: Final = (NumberStyle.ROMAN, NumberStyle.SMALL_ROMAN, NumberStyle.LETTER, NumberStyle.SMALL_LETTER)
_ANY: Final = f"(?:{'|'.join(PATTERNS.values())})"
_ONE_CHARACTER: Final = f"[{''.join(_ENCLOSED)}]"
_NO_ENUMERATION: Final = rf"(?![、.及至和與或~–-]\s*(?:[(]{_ANY}[)]|{_ONE_CHARACTER}))"
"""A sentence that begins with several numbers, (1)至(3)項, has none of its own."""
_NO_ABBREVIATION: Final = r"(?![0-9]|[A-Za-z](?![A-Za-z])|\s+[A-Za-z]\.)"
"""What the dot of a letter that counts is not followed by: A.I技術, A. I. 技術 and A.1 have none, A.APP推廣 has."""
_PATTERN: Final = re.compile(
    rf"""
      {_group(NumberStyle.FORMAL)}(?:、|[.](?!{PATTERNS[Numerals.FORMAL]}))
    | {_group(NumberStyle.HAN)}(?:、|[.](?!{PATTERNS[Numerals.HAN]}))
    | {_group(NumberStyle.DIGIT)}[.、](?![0-9])
    | {_group(NumberStyle.STEM)}(?:[.]|、(?![{STEMS}]))
    | (?:{"|".join(map(_group, _LATIN_LETTERS))})[.、]{_NO_ABBREVIATION}
    | [(](?:{"|".join(map(_group, _IN_PARENTHESES))})[)]{_NO_ENUMERATION}[、.]?
    | (?P<enclosed>{_ONE_CHARACTER}){_NO_ENUMERATION}[、.]?
    | (?P<kind>{"|".join(_KINDS)})\s?[(]?(?P<which>{_ANY})[)]?(?:[、.](?!{_ANY}|附)|:|(?=\s|$))
    | (?P<only>{"|".join(_KINDS)})(?::|(?=\s+(?![\s請詳如所見])|$))
    | (?P<bullet>[◎●○※])
    """,
    re.VERBOSE,
)
_LONGEST: Final = 40
"""No number, with what must not follow it, is longer."""


@lru_cache(maxsize=10_000)  # checks, addresses and model ask of the same rows, and of most of them again every year
def split_number(text: str) -> tuple[Number | None, str]:
    """Split a line of a plan into its printed number and the rest.

    >>> split_number("(三) 積極回應用戶意見")[1]
    '積極回應用戶意見'
    >>> split_number("105年度計畫")
    (None, '105年度計畫')
    """
    match = _PATTERN.match(narrow(text[:_LONGEST]))
    if match is None:
        return None, text
    style, ordinal = _meaning(match)
    if ordinal == 0:
        return None, text
    return Number(text[: match.end()], style, ordinal), text[match.end() :].lstrip()


def lone_number(text: str) -> Number | None:
    """The number that is all of a text, such as the heading 附表; None where there is none or more follows.

    >>> lone_number("附表二").latin
    'Table 2'
    """
    number, rest = split_number(text)
    return None if rest else number


def _meaning(match: re.Match[str]) -> tuple[NumberStyle, int | None]:
    """Style and ordinal of what the pattern found; the ordinal is 0 when it is no number (十十)."""
    group = match.lastgroup
    assert group is not None  # every alternative is named
    match group:
        case "bullet":
            return NumberStyle.BULLET, None
        case "only":
            return _KINDS[match[group]], None
        case "which":
            numerals = numerals_of(match[group])
            return _KINDS[match["kind"]], value_of(numerals, match[group]) if numerals else 0
        case "enclosed":
            return _ENCLOSED[match[group]]
    style = NumberStyle(group.replace("_", "-"))
    return style, value_of(style.numerals, match[group])
