"""The bytes of a file as text that knows its places: decoding, lines and columns."""

import codecs
import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import Final

from planpress.problems.problem import Place, Problem

MOST_PROBLEMS: Final = 20
"""How many problems of one kind are reported of a file that has it throughout."""

LINE_LIMIT: Final = 10_000
"""Characters of the longest line. A paragraph of the real plans has 900; what is longer was not written by a person."""

_WIDE_ENCODINGS: Final = {
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
"""By their byte order marks, the longer ones first: one begins like another."""

_TOO_LONG: Final = re.compile(rf"^[^\n]{{{LINE_LIMIT + 1}}}", re.MULTILINE)
# What YAML forbids, and the line separators that YAML and editors count differently.
_UNREADABLE: Final = re.compile(
    "\r(?!\n)|[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


@dataclass(frozen=True)
class SourceText:
    """A file's text.

    Attributes:
        file: path from the project's root, with ``/``.
        text: what stands in it, without a byte order mark.
    """

    file: str
    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    @cached_property
    def _lines(self) -> list[str]:
        return [line.removesuffix("\r") for line in self.text.split("\n")]

    def place(self, start: int, end: int) -> Place:
        """The place of the characters from ``start`` to ``end``, as far as they stand on one line."""
        start = min(start, len(self.text))
        line = bisect_right(self._line_starts, start)
        excerpt = self._lines[line - 1]
        column = min(start - self._line_starts[line - 1], len(excerpt))
        length = max(1, min(end - start, len(excerpt) - column))
        return Place(self.file, line, column + 1, length, excerpt)

    @property
    def readable(self) -> str:
        """The text with blanks for the characters that YAML refuses, so that every index stays."""
        return _UNREADABLE.sub(" ", self.text)


def decode(file: str, content: bytes) -> tuple[SourceText | None, list[Problem]]:
    """Turn a file's bytes into text.

    Returns:
        The text, or None when it cannot be read; and what is wrong with the bytes, and the characters that YAML
        forbids, of which no file has any use.
    """
    if content.startswith(tuple(_WIDE_ENCODINGS)) or b"\0" in content[:4]:
        return None, [Problem("E302", _first_line(file, content))]
    bare = content.removeprefix(codecs.BOM_UTF8)
    try:
        source = SourceText(file, bare.decode("utf-8"))
    except UnicodeDecodeError as error:
        return None, [_wrong_encoding(file, bare, error.start)]
    if not source.text.strip():
        return None, [Problem("E305", source.place(0, 1))]
    if long_line := _TOO_LONG.search(source.text):
        place = source.place(*long_line.span())
        values = {"limit": f"{LINE_LIMIT:,}"}
        return None, [Problem("E321", replace(place, length=1, excerpt=place.excerpt[:100]), values)]
    problems = [Problem("W301", source.place(0, 1))] if bare is not content else []
    for match in islice(_UNREADABLE.finditer(source.text), MOST_PROBLEMS):
        code_point = f"U+{ord(match[0]):04X}"
        problems.append(Problem("E306", source.place(*match.span()), {"character": code_point}))
    return source, problems


def is_blank(content: bytes) -> bool:
    """Whether there is nothing in a file that need not hold anything, or a byte order mark at most."""
    return not content.removeprefix(codecs.BOM_UTF8).strip()


def _first_line(file: str, content: bytes) -> Place:
    """The first line of a file in UTF-16 or UTF-32, which a byte order mark tells apart, as its editor sees it."""
    without_mark = "utf-16-be" if content.startswith(b"\0") else "utf-16-le"
    encoding = next((name for mark, name in _WIDE_ENCODINGS.items() if content.startswith(mark)), without_mark)
    return SourceText(file, content.decode(encoding, "replace").removeprefix("\ufeff")).place(0, 1)


def _wrong_encoding(file: str, content: bytes, position: int) -> Problem:
    """Big5, when the file as a whole is; else one bad byte."""
    damaged = content.decode("utf-8", errors="replace")
    if damaged.count("\ufffd") > len(damaged) / 50:
        try:
            text = content.decode("cp950")
        except UnicodeDecodeError:
            pass
        else:
            start = len(content[:position].decode("cp950", errors="ignore"))
            return Problem("E303", SourceText(file, text).place(start, start + 1))
    start = len(content[:position].decode("utf-8"))
    values = {"byte": f"0x{content[position]:02X}"}
    return Problem("E304", SourceText(file, damaged).place(start, start + 1), values)
