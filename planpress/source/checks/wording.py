"""What is left in a text and not meant: blanks of layout, foreign quotation marks, marks, words to fill in later."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from planpress.model.line_breaks import WIDE
from planpress.model.numbering import split_number
from planpress.source.checks.calendar_days import check_days
from planpress.source.checks.marks import check_doubled, check_marks
from planpress.source.checks.pairs import check_pairs
from planpress.source.values.finding import Finding, Steps

_NO_TEXTS: Final = frozenset(
    {"id", "to", "file", "sha256", "organisation", "website", "email", "accent", "accent_dark", "status", "code", "sic",
     "collective", "adopted", "approved", "date", "until", "from", "number", "kind", "noted", "unverified"}
)  # fmt: skip
"""Keys whose values have a form of their own, which the shapes hold them to."""
_OTHERWISE: Final = frozenset({"en", "short_en", "text_en", "transcription_notes", "wrong"})
"""English has blanks and quotation marks of its own, and a note on the transcript quotes what is odd in the source."""

_HAN: Final = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_BLANKS: Final = re.compile(r"(?<=\S)[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+(?=\S)")
_BETWEEN_WIDE: Final = re.compile(f"(?<={WIDE})[^\n](?={WIDE})")

_NUMERAL: Final = "0-9零〇一二三四五六七八九十百千"
_TO_FILL_IN: Final = re.compile(
    r"待補(?:充|上|列|填|述)?(?:資料|內容|文字|說明)?(?=\s|$|[)）\]】」』。，;；、/…])"
    r"|待(?:確認|確定|填(?:寫|入)?|定|查|議)(?=\s|$|[)）\]】」』。;；、/…])"
    rf"|(?<![{_NUMERAL}○◯Ｏ])(?:[○◯〇Ｏ]{{2,}}|[○◯](?=\s*[年月日]))"
    rf"|(?<![A-Za-z])[Oo]{{2,}}(?={WIDE})"
    r"|(?<![A-Za-z0-9])[Xx]{2,}(?![A-Za-z])|[Ｘｘ×╳✕]{2,}|(?<![A-Za-z])[XxＸｘ](?=\s*[年月日])"
    r"|(?<![A-Za-z])(?:TBD|TBC|TBA|TODO|FIXME|tbd)(?![A-Za-z])"
    r"|[?？]{2,}|_{2,}|＿{2,}",
    re.MULTILINE,
)
_ANSWERS: Final = frozenset(
    {"yes", "no", "true", "false", "on", "off", "y", "n", "null", "none", "nil", "~", "n/a", "是", "否"}
)
"""What other YAML files say where there is nothing to say, or only yes or no."""


def check_wording(path: Steps, text: str) -> Iterator[Finding]:
    """The words of one text of a YAML file."""
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    if key in _NO_TEXTS or (path[-1:] == ("figure",) and isinstance(path[-2], int)):  # not that of a target
        return
    if path[:1] != ("filler_en",):  # where "on" is a word like others
        yield from _check_answers(path, text)
    marks = list(check_marks(path, text))
    marked = [finding.span for finding in marks if finding.span is not None]
    yield from (
        finding
        for finding in _check_to_fill_in(path, text)
        if not any(start <= (finding.span or (0,))[0] < end for start, end in marked)
    )
    yield from marks
    if key in _OTHERWISE or _HAN.search(text) is None:
        return
    if key != "who":  # where a blank stands for 、, and two 、 are a department that is missing
        yield from chain(_check_blanks(path, text), check_doubled(path, text))
    yield from check_pairs(path, text)
    if key != "when":  # whose days and months are those of a period
        yield from check_days(path, text)


def _check_answers(path: Steps, text: str) -> Iterator[Finding]:
    if _is_cell(path):
        return
    if text.casefold() in _ANSWERS and not (path[-1:] == ("who",) and isinstance(path[-2], int)):
        yield Finding("W124", path, {"value": text})


def _is_cell(path: Steps) -> bool:
    """Whether a text stands in a table or in a further column, where 是 and 否 may be all that there is to say."""
    return "body" in path or "more" in path[4:]


def _check_to_fill_in(path: Steps, text: str) -> Iterator[Finding]:
    for match in _TO_FILL_IN.finditer(text):
        yield Finding("W123", path, {"value": match[0]}, span=match.span())


def _check_blanks(path: Steps, text: str) -> Iterator[Finding]:
    """Blanks between two wide characters; several, or any but the usual one, wherever they stand in a line."""
    for match in _BLANKS.finditer(text):
        if match[0] == " " and not _BETWEEN_WIDE.match(text, match.start()):
            continue
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()].lstrip()
        if not _is_number(before):
            odd = next((blank for blank in match[0] if blank != " "), " ")
            values = {"code_point": f"U+{ord(odd):04X}", "count": str(len(match[0]))}
            yield Finding("W120", path, values, span=match.span())


def _is_number(text: str) -> bool:
    """Whether a text is nothing but a printed number, which the blank behind it does not belong to."""
    number, rest = split_number(text)
    return number is not None and not rest
