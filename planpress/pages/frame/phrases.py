"""Where a line may end: between phrases, not within one (做什／麼, 已結／束), a year (114／年度) or a day (11／月26日).

Browsers end a line of Chinese after any character. In headings and names they are kept from it (``word-break``) and
told where they may. BudouX, a small model, tells where phrases begin, but cuts too often: a character that it leaves
alone (營業｜處, 用｜戶) goes back to its phrase, and known words are never cut.

In running text lines end anywhere but within a day or a share (24／24); an address of the web ends them after a slash.
"""

import re
from collections.abc import Callable
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
_CHINESE_END: Final = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]$")
_LEADING: Final = frozenset("與及和或由依按從為以在於向對將應可未已不無有各每本該所並其如何且")
"""Characters that, left alone, belong to what follows: 及｜時性, 何｜時."""
_WORDS: Final = re.compile(
    "做什麼|什麼|行為|服務所|服務項目|自我檢核表|(?:自來水|電力|台電)公司|電子[帳賬]單|供水站|所依據|執行計[畫劃]|有效|合宜|回應|有無|既有|線上|各部門"
    "|區?(?:營業|管理|服務)處|第[一二三四五六七八九十]+(?:區管理處|服務處)"
)
"""Words that the model cuts, and whose parts do not stand alone."""
_CHINESE_YEAR: Final = (
    r"\d+\s*年(?:度|(?!\s*\d))(?:（\d{4}）)?|\d+(?:\s*[-–—~～至到、及和與]\s*\d+)+\s*年度?|（\d{4}-\d{4}）"
)
"""A year as titles name it; several are so long that they may part from those of the other calendar."""
_YEAR: Final = re.compile(f"({_CHINESE_YEAR})")
_ANY_YEAR: Final = re.compile(rf"({_CHINESE_YEAR}|\d{{4}}(?:-\d{{4}})? \(ROC years? [\d-]+\))")
"""One of a name in English too; an English heading is better without such boxes."""
_DAY: Final = re.compile(r"(民[國国])(\d+年\d+月(?:\d+日)?)(?:(至)((?:\d+年)?(?:\d+月)?\d+日))?(?![^<>]*>)")
"""A day or month as this site writes it, in a text, or a first and a last; plans write them otherwise."""
_SHARE: Final = re.compile(r"(?<!kept\">)(?<![\d,])\d[\d,]*／\d[\d,]*[\u3400-\u9fff]?(?![^<>]*>)")


def with_phrased_headings(html: str, tag: str) -> str:
    """A page or part of one with :func:`with_breaks` in its headings, once."""

    def phrased(heading: re.Match[str]) -> str:
        is_done = "<wbr>" in heading[0] or '<span class="unbroken' in heading[0]
        return heading[0] if is_done else _with_breaks(Markup(heading[0]), tag, _YEAR)

    return _HEADING.sub(phrased, html)


def with_breaks(html: str | Markup, tag: str) -> Markup:
    """A name or heading whose lines end between phrases, in an element of the class ``phrased`` or a heading.

    Args:
        html: markup, or a text to escape.
        tag: language of the page; on all but zh-Hans, Chinese is Traditional.
    """
    return _with_breaks(html, tag, _ANY_YEAR)


def _with_breaks(html: str | Markup, tag: str, year: re.Pattern[str]) -> Markup:
    divide = simplified_phrases if tag == ZH_HANS.tag else phrases
    parts = _TAG.split(escape(html))
    parts[0::2] = (_divided(text, divide, year) for text in parts[0::2])
    return Markup("".join(parts))


def _divided(text: str, divide: Callable[[str], tuple[str, ...]], year: re.Pattern[str]) -> str:
    """A text, escaped, that may end its lines between phrases and beside a year, which is a box of its own."""
    pieces: list[str] = []
    before = ""
    for piece in year.split(text):
        if piece and year.fullmatch(piece):
            # Browsers part figures from Chinese by a little space, but not those in a box.
            apart = " apart" if piece[0].isdecimal() and _CHINESE_END.search(before) else ""
            pieces.append(f'<span class="unbroken{apart}">{piece}</span>')
        elif piece:
            pieces.append(_CHINESE.sub(lambda run: "<wbr>".join(divide(run[0])), piece))
        before = piece or before
    return "".join(pieces)


def with_whole_days(html: str) -> str:
    """A page or part of one whose lines do not end within a day or a share, once."""
    html = _DAY.sub(_kept_days, html)
    return _SHARE.sub(r'<span class="kept">\g<0></span>', html) if "／" in html else html


def _kept_days(days: re.Match[str]) -> str:
    era, first, until, last = days.groups()
    return f"{era}{_begun(first)}{until}{_begun(last)}" if last else f"{era}{_begun(first)}"


def _begun(day: str) -> str:
    """A day behind Chinese: the little space before it goes along to the next line, or it would stick out of this."""
    return f'<wbr><span class="kept apart">{day}</span>'


def with_address_breaks(name: str | Markup) -> Markup:
    """What a link is called, escaped; an address of the web ends its lines after a slash, if it can.

    >>> with_address_breaks("https://www.gov.tw/a/")
    Markup('https://www.gov.tw/<wbr>a/')
    """
    said = escape(name)
    return Markup(re.sub("(?<=[^/]/)(?=[^/])", "<wbr>", said)) if said.startswith(("http://", "https://")) else said


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
