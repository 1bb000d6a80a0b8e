"""Line breaks within a text: between Latin words a blank, within Chinese, which has none between its words, nothing."""

import re
from collections.abc import Iterable
from itertools import takewhile
from typing import Final

WIDE: Final = (
    "[\u2e80-\u2fdf\u3000-\u30ff\u3100-\u312f\u31a0-\u31bf\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6"
    "\U00020000-\U0003ffff]"
)
"""A character that fills its square: Han, kana, bopomofo, full-width forms and their punctuation; as a pattern."""

_IS_WIDE: Final = re.compile(WIDE)
_BREAK: Final = re.compile(r"(?<![ \t\r])[ \t\r]*+\n\s*")


def is_nothing(before: str, after: str) -> bool:
    """Whether a break between two words, each without blanks, leaves no blank. At an end of a text there is none.

    Beside a Latin word it does, also where the other side is Chinese: nobody knows whether the plan has one there.

    >>> is_nothing("電子", "帳單"), is_nothing("（含", "(1)"), is_nothing("台電", "App"), is_nothing("QR", "Code")
    (True, True, False, False)
    """
    if not before or not after:
        return False
    ends_wide, begins_wide = _IS_WIDE.match(before[-1]) is not None, _IS_WIDE.match(after) is not None
    if ends_wide and begins_wide:
        return True
    return (ends_wide and not _is_latin(after)) or (begins_wide and not _is_latin(reversed(before)))


def joined(words: Iterable[str]) -> str:
    """Words, each without blanks, on one line."""
    parts: list[str] = []
    for word in words:
        if parts and not is_nothing(parts[-1], word):
            parts.append(" ")
        parts.append(word)
    return "".join(parts)


def breaks(text: str) -> list[tuple[int, int]]:
    """Where there are line breaks in a text that are nothing, each with the blanks around it."""
    return [
        match.span()
        for match in _BREAK.finditer(text)
        if is_nothing(word_before(text, match.start()), word_after(text, match.end()))
    ]


def unwrapped(text: str) -> str:
    r"""A text on one line; the blanks that were written on a line stay.

    >>> unwrapped("推廣電子\n帳單，如 QR\nCode")
    '推廣電子帳單，如 QR Code'
    """
    if "\n" not in text:
        return text
    parts, end = [], 0
    for start, behind in breaks(text):
        parts.append(text[end:start])
        end = behind
    return _BREAK.sub(" ", "".join([*parts, text[end:]]).strip())


def _is_latin(characters: Iterable[str]) -> bool:
    """Whether a letter comes before the first wide character."""
    narrow = takewhile(lambda character: _IS_WIDE.match(character) is None, characters)
    return any(map(str.isalpha, narrow))


def word_before(text: str, end: int) -> str:
    """The characters before a place, up to the next blank."""
    start = end
    while start and not text[start - 1].isspace():
        start -= 1
    return text[start:end]


def word_after(text: str, start: int) -> str:
    """The characters from a place on, up to the next blank."""
    end = start
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end]
