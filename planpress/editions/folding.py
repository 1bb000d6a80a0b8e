"""Folding: what makes two spellings one for search and topics. 電子帳單 and 电子帐单, 臺 and 台, ＡＰＰ and app.

Every character folds by itself: NFKC, then lower case, then the one character that stands for all its variants. So an
offset in a folded text leads back to the text. The table of variants is OpenCC's, made when the site is built; a file
of the index carries only the part that its own characters need.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Final

import opencc

from planpress.editions.hans_words import FORMS

_HAN: Final = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0x20000, 0x323B0))
"""Han characters: extension A, the first block, extensions B to H."""
_CONFIGURATIONS: Final = ("t2s", "tw2s")
"""They differ in a few characters (著, 顎), whose results are then one: the Simplified edition is made by ``tw2s``."""


@cache
def variants() -> Mapping[str, str]:
    """For each Han character that has variants: the one that stands for them all, if it is another."""
    characters = [chr(code) for block in _HAN for code in block]
    stands_for: dict[str, str] = {}

    def representative(character: str) -> str:
        while character in stands_for:
            character = stands_for[character]
        return character

    def unite(character: str, other: str) -> None:
        ours, theirs = representative(character), representative(other)
        if ours != theirs:
            stands_for[ours] = theirs

    for configuration in _CONFIGURATIONS:
        simplified = opencc.OpenCC(configuration).convert("\n".join(characters)).split("\n")
        for character, other in zip(characters, simplified, strict=True):
            unite(character, other)
    for character, other in FORMS:
        unite(character, other)
    return {character: representative(character) for character in stands_for}


def composed(text: str) -> str:
    """A text as the index holds it: composed (NFC), one blank where there were several."""
    return " ".join(unicodedata.normalize("NFC", text).split())


class _Folding(dict[int, str]):
    """What each character folds to, by its code point, worked out once."""

    def __missing__(self, code: int) -> str:
        table = variants()
        plain = unicodedata.normalize("NFKC", chr(code)).lower()
        folded = self[code] = "".join(table.get(each, each) for each in plain)
        return folded


_FOLDING: Final = _Folding()


def fold(text: str) -> str:
    """What is compared instead of the text. The search page does the same, character by character."""
    return text.translate(_FOLDING)


def table() -> tuple[str, str]:
    """The table as the search page reads it: characters, and in the same order what stands for each."""
    pairs = sorted(variants().items())
    return "".join(character for character, _ in pairs), "".join(other for _, other in pairs)
