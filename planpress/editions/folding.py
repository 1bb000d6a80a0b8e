"""Folding: what makes two spellings one for search and topics. 電子帳單 and 电子帐单, 臺 and 台, ＡＰＰ and app.

Every character folds by itself: NFKC, then lower case, then the one character that stands for all its variants. Then
blanks beside Han characters go. So an offset in a folded text leads back to the text. The table of variants is
OpenCC's, made when the site is built.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import Final

import opencc

from planpress.editions.hans_words import FORMS

_HAN: Final = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0x20000, 0x323B0))
"""Han characters: extension A, the first block, extensions B to H."""
_CONFIGURATIONS: Final = ("t2s", "tw2s", "hk2s", "s2tw")
"""Conversions whose results are one with what they were made of: the Simplified edition is made by ``tw2s``; readers
type what other tables make."""
_IN_WORDS: Final = (
    "了瞭 仇讎 仿彷 借藉 像象 具俱 划畫 里哩 坏坯 坐座 堤隄 复覆 夫伕 宁甯 拿拏 斤觔 果菓 枪鎗 沉沈 浚濬 澄澂 焰燄 "
    "熏薰 琅瑯 穗繐 背揹 苏甦 藤籐 豆荳 链鍊 锄耡"
)
"""Characters that OpenCC takes for one within words only: 計畫 becomes 计划, a 畫 by itself 画."""
_LOOKING_ALIKE: Final = "炮礮砲 ~〜∼ ·‧・•∙⋅ -‐‑‒–—―−﹣"
"""Characters that readers take for one another; the first of each stands for all."""
_UNSEEN: Final = "\u00ad\u034f\u180b\u180c\u180d\u180f\u200b\u200c\u200d\u2060\ufeff"
"""Characters that have no width. They fold to nothing, as variation selectors do."""
_SELECTORS: Final = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))

_HAN_CLASS: Final = r"[\u2e80-\u2fdf\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]"
_BLANKS: Final = re.compile(f" +(?={_HAN_CLASS})|(?<={_HAN_CLASS}) +")


@cache
def variants(further: tuple[tuple[str, str], ...] = ()) -> Mapping[str, str]:
    """For each character that has variants: what stands for them all, if it is another; nothing for the unseen.

    Args:
        further: characters that are one on this site.
    """
    stands_for: dict[str, str] = {}

    def representative(character: str) -> str:
        while character in stands_for:
            character = stands_for[character]
        return character

    for character, other in chain(_converted(), _pairs(_IN_WORDS), _pairs(_LOOKING_ALIKE), FORMS, further):
        ours, theirs = representative(character), representative(other)
        if ours != theirs:
            stands_for[ours] = theirs
    unseen = dict.fromkeys((*_UNSEEN, *map(chr, chain.from_iterable(_SELECTORS))), "")
    return {character: representative(character) for character in stands_for} | unseen


@cache
def _converted() -> tuple[tuple[str, str], ...]:
    """Han characters that OpenCC converts, each with the other."""
    characters = [chr(code) for block in _HAN for code in block]
    texts = (opencc.OpenCC(each).convert("\n".join(characters)) for each in _CONFIGURATIONS)
    pairs = chain.from_iterable(zip(characters, text.split("\n"), strict=True) for text in texts)
    return tuple(pair for pair in pairs if pair[0] != pair[1])  # few are


def _pairs(classes: str) -> Iterator[tuple[str, str]]:
    """Each character of some classes with the first of its class."""
    return ((other, each[0]) for each in classes.split(" ") for other in each[1:])


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
    """What is compared instead of the text. The search page does the same."""
    return _BLANKS.sub("", text.translate(_FOLDING))


def table(exceptions: Mapping[str, str] = MappingProxyType({})) -> tuple[str, str]:
    """The table as the search page reads it: characters, and in the same order what stands for each.

    Those that fold to nothing come last, and have nothing there.

    Args:
        exceptions: words of the site, and what they become in Simplified characters: what stands in the same place of
            both is one.
    """
    same = [pair for pair in exceptions.items() if len(pair[0]) == len(pair[1])]
    alike = {pair for word, other in same for pair in zip(word, other, strict=True)}
    pairs = sorted(variants(tuple(sorted(alike))).items(), key=lambda pair: (not pair[1], pair))
    return "".join(character for character, _ in pairs), "".join(other for _, other in pairs)
