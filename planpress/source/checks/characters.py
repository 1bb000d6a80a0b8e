"""Characters that no plan means: invisible ones, broken ones, look-alikes, Simplified among Traditional."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

from opencc import OpenCC

from planpress.source.finding import Finding, Steps

_INVISIBLE: Final = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
_LOOK_ALIKE: Final = r"\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06\uff61-\uffdc"
_PICTURE: Final = "[\U0001f000-\U0001faff\u2190-\u2bff\u3030\u303d\u3297\u3299\xa9\xae][\ufe0f\U0001f3fb-\U0001f3ff]*"
_WHOLE: Final = (
    rf"{_PICTURE}(?:\u200d{_PICTURE})+|\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{{2,6}}\U000e007f"
)
"""Emoji of several characters (Unicode TS 51): families joined by ZWJ, flags of regions spelt in tags."""
_ODD: Final = re.compile(
    rf"(?P<whole>{_WHOLE})"
    rf"|(?P<E501>[{_INVISIBLE}\U000e0000-\U000e007f])"
    r"|(?P<E502>[\ufffd\ufffe\uffff])"
    r"|(?P<E503>[\ue000-\uf8ff\U000f0000-\U0010ffff])"
    rf"|(?P<E504>[{_LOOK_ALIKE}])"
)

_IDEOGRAPH: Final = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")


def check_characters(path: Steps, text: str) -> Iterator[Finding]:
    """The characters of one text."""
    if text.isascii() and text.isprintable():
        return
    for match in _ODD.finditer(text):
        if match.lastgroup == "whole":
            continue
        values = {"character": match[0], "code_point": f"U+{ord(match[0]):04X}"}
        ordinary = unicodedata.normalize("NFKC", match[0])
        if ordinary != match[0]:
            values["nearest"] = ordinary
        yield Finding(str(match.lastgroup), path, values, span=match.span())
    if all(_traditional(character) == character for character in set(text)):
        return
    for index, character in enumerate(text):
        traditional = _traditional(character)
        if traditional != character:
            values = {"character": character, "nearest": traditional}
            yield Finding("W501", path, values, span=(index, index + 1))


@cache
def _traditional(character: str) -> str:
    """What OpenCC makes of an ideograph that Big5, and so a Taiwanese office, does not have."""
    if _IDEOGRAPH.match(character) is None:
        return character
    try:
        character.encode("big5")
    except UnicodeEncodeError:
        return str(_converter().convert(character))
    return character


@cache
def _converter() -> "OpenCC":
    return OpenCC("s2t")
