"""Where a line of Chinese may end: between phrases, not within one (做什／麼, 已結／束).

Browsers end a line of Chinese after any character. In headings and names they are kept from it (``word-break``) and
told where they may. BudouX, a small model, tells where phrases begin, but cuts too often: a character that it leaves
alone (營業｜處, 用｜戶) goes back to its phrase, and known words are never cut.
"""

import re
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

import opencc
from markupsafe import Markup, escape

from planpress.model.language import ZH_HANS

if TYPE_CHECKING:
    from budoux import Parser

_HEADING: Final = re.compile(r"<(h[1-6])[ >].*?</\1>|<div role=\"heading\".*?</div>", re.DOTALL)
_TAG: Final = re.compile("(<[^>]*>)")
_CHINESE: Final = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]{5,}")
"""Chinese that is worth dividing. Where punctuation, letters or figures stand, browsers know better."""
_LEADING: Final = frozenset("與及和或由依按從為以在於向對將應可未已不無有各每本該所並其如何且")
"""Characters that, left alone, belong to what follows: 及｜時性, 何｜時."""
_WORDS: Final = re.compile("做什麼|什麼|行為|服務所|自來水|有效|合宜|回應|有無|既有|線上|各部門|營業處|管理處")
"""Words that the model cuts, and whose parts do not stand alone."""


def with_phrased_headings(html: str, tag: str) -> str:
    """A page or part of one with :func:`with_breaks` in its headings, once."""

    def phrased(heading: re.Match[str]) -> str:
        return heading[0] if "<wbr>" in heading[0] else with_breaks(Markup(heading[0]), tag)

    return _HEADING.sub(phrased, html)


def with_breaks(html: str | Markup, tag: str) -> Markup:
    """A name or heading whose lines end between phrases, in an element of the class ``phrased`` or a heading.

    Args:
        html: markup, or a text to escape.
        tag: language of the page; on all but zh-Hans, Chinese is Traditional.
    """
    divide = simplified_phrases if tag == ZH_HANS.tag else phrases
    parts = _TAG.split(escape(html))
    parts[0::2] = (_CHINESE.sub(lambda run: "<wbr>".join(divide(run[0])), text) for text in parts[0::2])
    return Markup("".join(parts))


@lru_cache(maxsize=10_000)
def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a Chinese text without punctuation.

    >>> phrases("提供在地化及客製化關懷服務")
    ('提供', '在地化', '及客製化關懷', '服務')
    """
    inside = {index for word in _WORDS.finditer(text) for index in range(word.start() + 1, word.end())}
    found: list[str] = []
    end = 0
    for piece in _parser().parse(text):
        alone = len(piece) == 1 and piece not in _LEADING
        if found and (alone or end in inside or len(found[-1]) == 1):
            found[-1] += piece
        else:
            found.append(piece)
        end += len(piece)
    return tuple(found)


@lru_cache(maxsize=10_000)
def simplified_phrases(text: str) -> tuple[str, ...]:
    """The phrases of one in Simplified characters: those of the Traditional, on which the model is better."""
    traditional = _traditional().convert(text)
    if len(traditional) != len(text):
        return (text,)
    ends = [0, *accumulate(map(len, phrases(traditional)))]
    return tuple(text[start:end] for start, end in pairwise(ends))


@cache
def _parser() -> "Parser":
    # Most builds remember what an earlier one made, and need no model.
    from budoux import load_default_traditional_chinese_parser

    return load_default_traditional_chinese_parser()


@cache
def _traditional() -> opencc.OpenCC:
    return opencc.OpenCC("s2tw")
