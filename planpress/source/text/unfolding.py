"""YAML makes a blank of every line break in a text; within Chinese, which has no blanks, there must be none."""

import re
from typing import Final

from planpress.model.line_breaks import is_nothing, word_after, word_before

_ESCAPED: Final = re.compile(r"\\(?:x(?P<two>\w{2})|u(?P<four>\w{4})|U(?P<eight>\w{8})|(?P<blank>[ \tntvfrNLP_])|.)|\S")
_BLANKS: Final = re.compile(r"[ \t]+(?=\S)")


def unfolded(value: str, style: str | None, written: str) -> str:
    """A value of a YAML file without the blanks that stand for a line break within Chinese.

    Whatever the style, the visible characters of the value stand in the file in the same order; only blanks and line
    breaks differ. So the breaks are found by counting.

    Args:
        value: as YAML gives it.
        style: of the scalar: nothing, a quotation mark, or the sign of a block.
        written: what stands in the file, quotation marks and the head of a block included.
    """
    if style == "|" or "\n" not in written:
        return value
    kept: list[str] = []
    position = 0
    for line in _lines(style, written)[:-1]:
        goes_on = style == '"' and (len(line) - len(line.rstrip("\\"))) % 2 == 1
        start = position
        position = _behind(value, position, _count(line[:-1] if goes_on else line, is_escaped=style == '"'))
        kept.append(value[start:position])
        blanks = _BLANKS.match(value, position)
        # A line that ends with a backslash has its blanks written out.
        if blanks and not goes_on and is_nothing(word_before(value, position), word_after(value, blanks.end())):
            position = blanks.end()
    return "".join(kept) + value[position:]


def _lines(style: str | None, written: str) -> list[str]:
    """The lines of a scalar in the file, without what only tells its style."""
    if style == ">":
        written = written.partition("\n")[2]
    elif style in ("'", '"'):
        written = written[1:-1]
    if style == "'":
        written = written.replace("''", "'")
    return [line.removesuffix("\r") for line in written.split("\n")]


def _count(line: str, *, is_escaped: bool) -> int:
    """How many visible characters of the value a line of the file is."""
    if not is_escaped or "\\" not in line:
        return sum(not character.isspace() for character in line)
    return sum(map(_is_visible, _ESCAPED.finditer(line)))


def _is_visible(match: re.Match[str]) -> bool:
    code = match["two"] or match["four"] or match["eight"]
    return not (chr(int(code, 16)).isspace() if code else match["blank"])


def _behind(value: str, position: int, count: int) -> int:
    """The index behind some visible characters from a position on."""
    while count and position < len(value):
        count -= not value[position].isspace()
        position += 1
    return position
