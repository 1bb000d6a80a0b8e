"""The words of a file as a plan has them: without the blanks, breaks and invisible characters of its layout."""

import re
from collections.abc import Iterable
from typing import Final

from planpress.editing.invisible import without_invisible
from planpress.model.line_breaks import WIDE, joined
from planpress.model.numbering import sets_itself_off, split_number

_BLANKS: Final = re.compile("[\\s\u00a0\u3000]+")
_BESIDE_HAN: Final = re.compile(rf"(?<={WIDE}) | (?={WIDE})")
_BULLETS: Final = str.maketrans({"\uf06c": "●", "\uf0b7": "●", "\uf0d8": "◎", "\uf06e": "■", "\uf0a7": "■"})
"""Bullets of symbol fonts, which other fonts do not have, as those that plans print."""
_ENDED: Final = ("。", "！", "？", "；", "：", ".", "!", "?", ";", ":", "」", "）", ")")


def worded(text: str) -> str:
    """A text on one line. Blanks beside Chinese are those of the layout, but for the one behind a printed number.

    >>> worded("二、 法規及流 程簡化"), worded("(1)  要求本處 App"), worded("Google Play 商店")
    ('二、法規及流程簡化', '(1) 要求本處App', 'Google Play商店')
    """
    text = _BLANKS.sub(" ", without_invisible(text).translate(_BULLETS)).strip()
    number, rest = split_number(text)
    rest = _BESIDE_HAN.sub("", rest)
    if number is None:
        return rest
    printed = number.printed.replace(" ", "")
    is_apart = text[len(number.printed) :].startswith(" ") and not sets_itself_off(printed)
    return f"{printed} {rest}".strip() if is_apart else printed + rest


def sentence(lines: Iterable[str]) -> str:
    """Lines of one text that only the layout has cut."""
    return worded(joined(line for line in lines if line))


def is_ended(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return text.endswith(_ENDED)


def bare(text: str) -> str:
    """What of a text no layout can change: for comparing and counting words."""
    return _BLANKS.sub("", without_invisible(text))
