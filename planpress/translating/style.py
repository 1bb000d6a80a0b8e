"""How a translation is written: punctuation, blanks, what was left for later."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from planpress.editions.catalogue import as_key
from planpress.editions.edition import is_chinese


@dataclass(frozen=True, slots=True)
class Slip:
    """Something in a translation that should be otherwise, before anyone has looked up its line.

    Attributes:
        code: key into :func:`planpress.problems.catalogue.codes`.
        values: what the texts of the code insert.
        span: the characters that are meant; all when None.
    """

    code: str
    values: Mapping[str, str] = field(default_factory=dict)
    span: tuple[int, int] | None = None


_HAN: Final = "\u3400-\u9fff"
_QUOTED_CHINESE: Final = re.compile(
    rf"(?<!\w)'[^']*[{_HAN}][^']*'(?!\w)|‘[^’]*[{_HAN}][^’]*’|\"[^\"]*[{_HAN}][^\"]*\"|“[^”]*[{_HAN}][^”]*”"
    rf"|\([^()]*[{_HAN}][^()]*\)"
)
_FULL_WIDTH: Final = re.compile("[\u3000-\u3003\u3008-\u3011\u3014-\u301b\uff01-\uff65\u2025\ufe30-\ufe4f]")
_ENDS: Final = {
    "。": ".!?",
    "！": "!.?",
    "!": "!.?",
    "？": "?.!",
    "?": "?.!",
    "：": ":.",
    ":": ":.",
    "；": ";.",
    ";": ";.",
}
"""The final mark of a Chinese text, and what an English one may end with."""
_LEADS_IN: Final = re.compile("，|(?:如下|下列|以下|包括|包含)[：:]$")
"""What tells a sentence that leads in from a heading with a colon, which in English has none."""
_CLOSING: Final = "」』）)】》'\"’”]"
_LEFT_FOR_LATER: Final = re.compile(
    r"\b(?:TODO|TBD|TBC|FIXME|XXX+)\b|\?{3,}|\[(?:…|\.\.\.)\]|待譯|待翻譯|未翻譯|%\(\w+\)[a-z]|\{\w+\}", re.IGNORECASE
)
_STRAY_BLANK: Final = re.compile(r"^\s+|\s+$|(?<=\S)\s{2,}(?=\S)")


def slips(chinese: str, translation: str, *, is_english: bool = True) -> Iterator[Slip]:
    """Everything that should be written otherwise.

    Args:
        chinese: the original.
        translation: of it.
        is_english: punctuation is that of English, and nothing but a name looks like the Chinese.
    """
    yield from (Slip("W608", span=match.span()) for match in _STRAY_BLANK.finditer(translation))
    yield from _placeholder_slips(chinese, translation)
    if not is_english:
        return
    if as_key(chinese) == as_key(translation) and is_chinese(chinese):
        yield Slip("W609")
        return
    marks = _ENDS.get(_final_mark(chinese))
    if marks == _ENDS["："] and not _LEADS_IN.search(chinese):
        marks = None
    if marks and _final_mark(translation) not in marks:
        yield Slip("W605", {"mark": marks[0]}, (len(translation) - 1, len(translation)))
    visible = _without_chinese(translation)
    yield from (Slip("W606", {"mark": match[0]}, match.span()) for match in _FULL_WIDTH.finditer(visible))


def _placeholder_slips(chinese: str, translation: str) -> Iterator[Slip]:
    known = {match[0] for match in _LEFT_FOR_LATER.finditer(chinese)}
    for match in _LEFT_FOR_LATER.finditer(translation):
        if match[0] not in known:
            yield Slip("W607", {"placeholder": match[0]}, match.span())


def _final_mark(text: str) -> str:
    """The last character that closes no bracket or quotation."""
    return text.rstrip(_CLOSING)[-1:]


def _without_chinese(translation: str) -> str:
    """Blanks for what is Chinese on purpose: what is quoted, or stands in parentheses."""
    return _QUOTED_CHINESE.sub(lambda match: " " * len(match[0]), translation)
