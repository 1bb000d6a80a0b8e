"""Characters that no plan means: invisible ones, broken ones, look-alikes, Simplified among Traditional."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

from opencc import OpenCC

from planpress.source.values.finding import Finding, Steps

_INVISIBLE: Final = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    r"\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    r"\U000e0000-\U000e0fff"
)
"""What Unicode lets programs ignore (zero-width, direction, variants, fillers), and the Braille cell without dots."""
_NOT_COMPATIBLE: Final = "\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27-\ufa29"
"""Ideographs like any other that stand among those for compatibility."""
_LOOK_ALIKE: Final = (
    rf"(?![{_NOT_COMPATIBLE}])[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06\uff61-\uffdc\U0002f800-\U0002fa1f]"
)
_RADICALS: Final = dict(zip("⺎⺒⺓⺠⻁⻄⻆⻑⻘⻝⻣⻤⻩⻯⻲", "兀巳幺民虎西角長青食骨鬼黃竜龜", strict=True))
"""Those of the supplement that are whole characters; Unicode gives them no plain one, fonts of PDF files use them."""
_SIGN: Final = (
    "[\U0001f000-\U0001faff\u2190-\u27ff\u2900-\u2bff\u203c\u2049\u2122\u2139\u3030\u303d\u3297\u3299\xa9\xae]"
)
_PICTURE: Final = f"{_SIGN}[\ufe0f\U0001f3fb-\U0001f3ff]*"
_WHOLE: Final = (
    rf"{_PICTURE}(?:\u200d{_PICTURE})+|\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{{2,6}}\U000e007f"
    rf"|{_SIGN}[\ufe0e\ufe0f]|[0-9#*]\ufe0f\u20e3"
)
"""Emoji of several characters (Unicode TS 51): families joined by ZWJ, flags of regions spelt in tags, chosen forms."""
_ODD: Final = re.compile(
    rf"(?P<whole>{_WHOLE})"
    rf"|(?P<E501>[{_INVISIBLE}])"
    r"|(?P<E502>[\ufffd\ufffe\uffff])"
    r"|(?P<E503>[\ue000-\uf8ff\U000f0000-\U0010ffff])"
    rf"|(?P<E504>{_LOOK_ALIKE})"
)

_IDEOGRAPH: Final = re.compile("[\u3400-\u9fff\U00020000-\U0002f7ff\U00030000-\U0003ffff]")


def check_characters(path: Steps, text: str) -> Iterator[Finding]:
    """The characters of one text."""
    if text.isascii() and text.isprintable():
        return
    for match in _ODD.finditer(text):
        if match.lastgroup == "whole":
            continue
        values = {"character": match[0], "code_point": f"U+{ord(match[0]):04X}"}
        ordinary = _RADICALS.get(match[0]) or unicodedata.normalize("NFKC", match[0])
        if ordinary != match[0]:
            values["nearest"] = ordinary
        yield Finding(str(match.lastgroup), path, values, span=match.span())
    if path[-1:] == ("who",) or (traditional := text.translate(_TRADITIONAL)) == text:
        return  # a department is one of those that office.yml has
    for index, (character, meant) in enumerate(zip(text, traditional, strict=True)):
        if meant != character:
            values = {"character": character, "nearest": meant}
            yield Finding("W501", path, values, span=(index, index + 1))


class _Traditional(dict[int, str]):
    """By code point, what OpenCC makes of an ideograph that Big5, and so a Taiwanese office, does not have."""

    def __missing__(self, code: int) -> str:
        character = self[code] = _traditional(chr(code))
        return character


_TRADITIONAL: Final = _Traditional()


def _traditional(character: str) -> str:
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
