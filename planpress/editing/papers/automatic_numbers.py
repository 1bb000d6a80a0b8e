"""Numbers that a word processor writes by itself and that stand nowhere in the text of its file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from planpress.model.numerals import WIDE, Numerals, spelt

_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"

_OF_NUMERALS: Final[Mapping[str, Numerals]] = {
    **dict.fromkeys(("decimal", "1"), Numerals.DIGIT),
    **dict.fromkeys(("upperLetter", "A"), Numerals.LETTER),
    **dict.fromkeys(("lowerLetter", "a"), Numerals.SMALL_LETTER),
    **dict.fromkeys(("upperRoman", "I"), Numerals.ROMAN),
    **dict.fromkeys(("lowerRoman", "i"), Numerals.SMALL_ROMAN),
    **dict.fromkeys(
        (
            *("taiwaneseCountingThousand", "taiwaneseCounting", "chineseCounting", "chineseCountingThousand"),
            *(
                "ideographDigital",
                "japaneseCounting",
                "koreanCounting",
                "taiwaneseDigital",
                "japaneseDigitalTenThousand",
            ),
            "一, 二, 三, ...",
        ),
        Numerals.HAN,
    ),
    **dict.fromkeys(
        (
            *("ideographLegalTraditional", "chineseLegalSimplified", "japaneseLegal"),
            *("壹, 貳, 參, ...", "壹, 贰, 叁, ...", "壱, 弐, 参, ..."),
        ),
        Numerals.FORMAL,
    ),
    **dict.fromkeys(("ideographTraditional", "甲, 乙, 丙, ..."), Numerals.STEM),
}
"""Formats of OOXML (ST_NumberFormat) and of OpenDocument (style:num-format)."""

LONGEST: Final = 9
"""Levels of a list."""


def numeral(form: str, value: int) -> str:
    """A number in a format; in figures where the format is not known.

    >>> numeral("taiwaneseCountingThousand", 12), numeral("ideographTraditional", 3), numeral("none", 1)
    ('十二', '丙', '')
    """
    if form in ("none", "", "bullet"):
        return ""
    if form in ("decimalFullWidth", "decimalFullWidth2", "１, ２, ３, ..."):
        return str(value).translate(WIDE)
    if form in ("decimalZero",):
        return f"{value:02}"
    if form.startswith("decimalEnclosedCircle") or form == "①, ②, ③, ...":
        return _CIRCLED[value - 1] if 0 < value <= len(_CIRCLED) else str(value)
    if form == "decimalEnclosedParen":
        return f"({value})"
    if form in ("ideographZodiac", "子, 丑, 寅, ..."):
        return _BRANCHES[value - 1] if 0 < value <= len(_BRANCHES) else str(value)
    kind = _OF_NUMERALS.get(form, Numerals.DIGIT)
    return spelt(kind, value) if 0 < value < 1000 else str(value)


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How a level of a list counts.

    Attributes:
        form: the format of its numerals.
        pattern: what is written, ``%1`` standing for the number of the first level.
        start: its first number.
        restarts_after: the level, from 1, after which it begins again; 0 for never, None for any level above.
        is_legal: figures on all levels.
    """

    form: str
    pattern: str
    start: int = 1
    restarts_after: int | None = None
    is_legal: bool = False


@dataclass(slots=True)
class ListCounter:
    """Counts the paragraphs of one list."""

    levels: Mapping[int, ListLevel]
    values: dict[int, int] = field(default_factory=dict)

    def next(self, level: int, start: int | None = None) -> str:
        """The number of the next paragraph on a level, from 0, as it is printed.

        Args:
            level: of the paragraph.
            start: what it begins with, if it begins anew.
        """
        shape = self.levels.get(level)
        if shape is None:
            return ""
        first = shape.start if start is None else start
        self.values[level] = first if start is not None or level not in self.values else self.values[level] + 1
        for deeper in [each for each in self.values if each > level]:
            after = self.levels[deeper].restarts_after if deeper in self.levels else None
            if after is None or 0 < level + 1 <= after:
                del self.values[deeper]
        if shape.form == "bullet":
            return shape.pattern
        return re.sub(r"%([1-9])", lambda match: self._numeral(int(match[1]) - 1, shape), shape.pattern)

    def _numeral(self, level: int, shape: ListLevel) -> str:
        other = self.levels.get(level)
        if other is None:
            return ""
        value = self.values.setdefault(level, other.start)
        return str(value) if shape.is_legal else numeral(other.form, value)
