"""The lines of a YAML file before it is parsed: what is wrong with how they are written, and how they were meant.

The parser tells of a slip where it stumbles, which is often lines later, and in its own words. Here each line is looked
at by itself and beside its neighbours. What belongs to a text of several lines is content and nobody's mistake.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from planpress.problems.problem import Problem
from planpress.source.shapes.known_keys import Shape
from planpress.source.text.conflicts import conflicts
from planpress.source.text.layout import Layout, Standing
from planpress.source.text.slips import (
    ROW_BEGINS,
    Slip,
    Written,
    as_row,
    in_flow,
    indentation,
    is_key_line,
    take,
    wide_indent,
    width,
)
from planpress.source.text.source_text import MOST_PROBLEMS, SourceText
from planpress.source.text.wide_signs import COLONS

MOST_LINES: Final = 10_000
"""How many lines are looked at; a plan has some hundreds."""

_BLOCK: Final = re.compile(r"[|>][+-]?[0-9]?[+-]?(?:\s+#.*)?")
_QUOTES: Final = {'"': re.compile(r'(?:[^"\\]|\\.)*"'), "'": re.compile(r"(?:[^']|'')*'")}
_ALONE: Final = re.compile(rf"(?P<word>[^\W\d][\w-]{{,19}})\s*(?P<colon>[{COLONS}]?)[;；。.]?")
_COMMENT: Final = re.compile(r"//|<!--|/\*")
_IN_BRACKETS: Final = re.compile(r"\{\s*(?P<word>\w+):")
_CLOSING: Final = {"[": "]", "{": "}"}
_FLOW_SIGN: Final = re.compile(r"\"(?:[^\"\\]|\\.)*\"|(?<![^\s\[{,:])'(?:[^']|'')*'|[\[\]{}]|\s#.*")


@dataclass(frozen=True, slots=True)
class Meant:
    """A file as it was meant.

    Attributes:
        text: its lines, as many as were written.
        problems: what is wrong with how they are written.
        told: the lines, from 1, of which everything is told by these.
        is_complete: nothing was left out that a person has to decide on first.
        codes: of the lines that have a slip, from 1; also of those that were too many for ``problems``.
    """

    text: str
    problems: tuple[Problem, ...]
    told: frozenset[int]
    is_complete: bool = True
    codes: Mapping[int, str] = field(default_factory=dict)


def as_meant(source: SourceText, shape: Shape | None = None) -> Meant:
    """Look at the lines of a file.

    Args:
        source: the file.
        shape: what it should be; without it only what needs no knowledge of the keys is found.
    """
    return _Walk(source, shape).meant()


@dataclass(slots=True)
class _Text:
    """A text or brackets that a line has begun and not ended.

    Attributes:
        kind: ``|`` for a text below its key, a quote, ``[`` for brackets, an empty text for words without quotes.
        column: of the key or the mark that it belongs to.
        number: the line that begins it.
        start: index in that line of its first sign.
        last: the line that went on with it last.
        indent: of the first of its own lines.
        is_expected: a list or keys belong here instead.
        closing: the brackets that are still to come.
        has_words: words without quotes stand beside the key.
    """

    kind: str
    column: int
    number: int
    start: int
    last: int
    indent: int | None = None
    is_expected: bool = False
    closing: list[str] = field(default_factory=list)
    has_words: bool = True


class _Walk:
    """Goes through the lines of one file."""

    def __init__(self, source: SourceText, shape: Shape | None) -> None:
        self.source = source
        self.lines = [line.removesuffix("\r") for line in source.text.split("\n")]
        self.starts = [0]
        for line in source.text.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.problems: list[Problem] = []
        self.told: set[int] = set()
        self._tell_conflicts()
        self.result = list(self.lines)
        self.layout = Layout(shape, self.lines[:MOST_LINES])
        self.text: _Text | None = None
        self.shift = 0

    def meant(self) -> Meant:
        for number, line in enumerate(self.lines[:MOST_LINES]):
            self._line(number, line)
        match self.text:
            case _Text(kind="["):
                self._close_brackets(self.text)
            case _Text(kind='"' | "'") if self.layout.known:
                self._close_quotes(self.text)
        problems = tuple(sorted(self.problems, key=lambda problem: problem.place)[:MOST_PROBLEMS])
        mended = (number for number, line in enumerate(self.lines) if self.result[number] != line)
        told = frozenset(number + 1 for number in {*self.told, *mended})
        if any(problem.code == "E362" for problem in self.problems):
            told = frozenset(range(1, len(self.lines) + 1))  # nothing of it is read before the line is added
        is_complete = all(problem.code not in ("E355", "E356", "E362") for problem in self.problems)
        codes = {problem.place.line: problem.code for problem in self.problems}
        return Meant("\n".join(self.result), problems, told, is_complete, codes)

    def _tell_conflicts(self) -> None:
        """One problem a conflict; of its lines, those that stood here are read on, and nothing more is said of any."""
        for conflict in conflicts(self.lines):
            values = {
                "ours": conflict.ours_name,
                "theirs": conflict.theirs_name,
                "ours_lines": _range(conflict.ours),
                "theirs_lines": _range(conflict.theirs),
                "last": str(conflict.last + 1),
            }
            code = "E355" if conflict.is_whole else "E356"
            self._tell(conflict.first, Slip(code, (0, len(self.lines[conflict.first])), values))
            self.told.update(range(conflict.first, conflict.last + 1))
            for number in range(conflict.first, conflict.last + 1):
                if not conflict.ours[0] <= number <= conflict.ours[1]:
                    self.lines[number] = ""

    def _tell(self, number: int, slip: Slip, line: str = "") -> None:
        if number in self.told:
            return
        self.told.add(number)
        start = self.starts[number]
        place = self.source.place(start + slip.span[0], start + slip.span[1])
        self.problems.append(Problem(slip.code, place, {**slip.values, "line": line.strip()}))

    def _line(self, number: int, line: str) -> None:
        indent = indentation(line)
        if len(indent) == len(line):
            if indent.strip(" ") and not self._is_blank_content(line):
                self.result[number] = ""
                self._tell(number, wide_indent(indent))
            return
        if line[len(indent)] == "#" and not indent.strip(" "):
            return
        if self.text is not None and self._is_content(self.text, number, line, indent):
            return
        self._structure(number, line)

    def _is_blank_content(self, line: str) -> bool:
        """Whether a line of blanks of all kinds belongs to a text."""
        if self.text is None or not self.text.has_words:
            return False
        depth = len(line) - len(line.lstrip(" "))
        return self.text.kind not in ("", "|") or depth > self.text.column

    def _is_content(self, text: _Text, number: int, line: str, indent: str) -> bool:
        """Whether a line goes on with what an earlier one has begun; what has ended is forgotten."""
        match text.kind:
            case "|":
                content = self._in_block(text, number, line, indent)
            case "[":
                content = self._in_brackets(text, number, line, indent)
            case "":
                content = self._in_words(text, number, line, indent)
            case _:
                content = self._in_quotes(text, number, line)
        if not content:
            self.text = None
        return content

    def _in_block(self, text: _Text, number: int, line: str, indent: str) -> bool:
        depth = len(line) - len(line.lstrip(" "))
        if depth > text.column:
            text.indent = text.indent or depth
            self._move(number, self.shift)
            return True
        if self._is_structure(number, line):
            return False
        indented = text.indent or text.column + 2
        meant = " " * indented + line[len(indent) :]
        slips = take(line, (), lambda *_: None, lambda _: False).slips
        missing = indented - depth
        values = {"count": str(missing), "at": str(text.number + 1)}
        self._tell(number, next(iter(slips), Slip("E353", (depth, len(line)), values)), meant)
        self.result[number] = meant
        self._move(number, self.shift)
        return True

    def _in_quotes(self, text: _Text, number: int, line: str) -> bool:
        if is_key_line(line, self.layout.known):
            self._close_quotes(text)
            return False
        self._move(number, self.shift)
        text.last = number
        if _QUOTES[text.kind].match(line):
            self.text = None
        return True

    def _in_brackets(self, text: _Text, number: int, line: str, indent: str) -> bool:
        begins_other = (
            self._is_structure(number, line) and line[len(indent)] not in "]}" and width(indent) <= text.column
        )
        if begins_other:
            self._close_brackets(text)
            return False
        text.last = number
        meant, slips = in_flow(line, self.layout.known)
        for slip in slips[:1]:
            self._tell(number, slip, meant)
        self.result[number] = meant
        self._move(number, self.shift)
        _count_brackets(meant, text.closing)
        if not text.closing:
            self.text = None
        return True

    def _in_words(self, text: _Text, number: int, line: str, indent: str) -> bool:
        if is_key_line(line, self.layout.known):
            return False
        if width(indent) <= text.column:
            return self._is_strayed(text, number, line)
        is_other = line[len(indent)] == "＃" or _COMMENT.match(line, len(indent)) or self._is_structure(number, line)
        is_text = text.has_words or not (text.is_expected or is_other)
        if not is_text:
            return False
        self._move(number, self.shift)
        if line.startswith("＃", len(indent)):
            self._tell(number, Slip("W310", (len(indent), len(line))))
        return True

    def _is_strayed(self, text: _Text, number: int, line: str) -> bool:
        """Whether a line that stands no further to the right than its key goes on with a text of words."""
        words = line.lstrip()
        if (
            not self.layout.known
            or text.is_expected
            or words[0] in "#＃"
            or not words.strip("- ")
            or self._is_structure(number, line)
        ):
            return False
        if _COMMENT.match(words) or (self.layout.is_in_rows and text.has_words and ROW_BEGINS.match(words)):
            return False
        meant = f"{' ' * (text.column + 2)}{words}"
        start = len(line) - len(words)
        if text.last == text.number:
            self._tell(number, Slip("E363", (start, len(line)), {"at": str(text.number + 1)}), meant)
        text.last = number
        self.result[number] = meant
        self._move(number, self.shift)
        return True

    def _take(self, number: int, line: str) -> Written:
        """A line outside of all texts, with the key that it was meant to have by what stands below it."""
        written = take(line, self.layout.known, self.layout.resolve, self.layout.is_list)
        alone = _ALONE.fullmatch(line.partition(" #")[0].strip())
        if written.mark or alone is None or written.key in self.layout.known:
            return written
        word, colon = alone["word"], alone["colon"]
        key = self.layout.opener(number, word, bool(colon))
        if key is not None:
            code = "E343" if key == word else "E361"
            start = line.index(word)
            written.slips = [Slip(code, (start, start + len(word)), {"word": word, "key": key})]
            written.key, written.value = key, ""
        return written

    def _is_structure(self, number: int, line: str) -> bool:
        """Whether a line looks as if it were outside of all texts."""
        if line.startswith(("---", "...")) or is_key_line(line, self.layout.known):
            return True
        written = self._take(number, line)
        return bool(written.mark) or written.key is not None

    def _structure(self, number: int, line: str) -> None:
        words = line.strip()
        start = len(indentation(line))
        if self.layout.known and _COMMENT.match(words):
            sign = _COMMENT.sub("", words, count=1).removesuffix("-->").removesuffix("*/").strip()
            self.result[number] = f"{' ' * width(indentation(line))}# {sign}"
            self._tell(number, Slip("E365", (start, len(line))), self.result[number])
            self.text = None
            return
        written = self._take(number, line)
        if written.key is None and (rows := self.layout.rows_at(written.mark, written.column)) is not None:
            written = as_row(written, rows.column, words, start)
        if written.mark and not written.key and (entry := _IN_BRACKETS.match(written.value)) is not None:
            standing = self.layout.stand_in_brackets(number, entry["word"], written.column)
        else:
            standing = self.layout.stand(number, written.key, written.column, written.key_column)
        slips = [*written.slips, *_out_of_line(written, standing)]
        if written.slips:
            self.result[number] = written.line
        if standing.is_bare:
            row = self.layout.open[-1]
            self.result[number] = f"{' ' * row.column}{self.result[number].lstrip()}"
            self.result[number] = f"{' ' * (row.column - 2)}- {self.result[number].lstrip()}"
        elif standing.is_torn:
            self.result[number] = " " * written.key_column + self.result[number][written.key_column :]
        self.shift = 0 if standing.is_bare else standing.shift
        self._move(number, self.shift)
        for slip in slips[:1]:
            self._tell(number, slip, self.result[number])
        self._begin_text(number, written)

    def _move(self, number: int, shift: int) -> None:
        """Move a line as far as its entry is moved."""
        line = self.result[number]
        if shift:
            self.result[number] = (
                " " * shift + line if shift > 0 else line[min(-shift, len(line) - len(line.lstrip())) :]
            )

    def _begin_text(self, number: int, written: Written) -> None:
        """What a line begins and does not end."""
        self.text = None
        if written.key is None and not written.mark:
            return
        value = written.value.strip()
        column = written.column if written.key is None else written.key_column
        text = _Text("", column, number, len(self.lines[number]) - len(written.value), number)
        if not value or value.startswith("#"):
            open_before = len(self.layout.open)
            if written.key is not None:
                self.layout.expect(number, written.key, column, self.shift)
            self.text = replace(text, has_words=False, is_expected=len(self.layout.open) > open_before)
        elif _BLOCK.fullmatch(value):
            self.text = replace(text, kind="|")
        elif value[0] in _QUOTES:
            is_closed = _QUOTES[value[0]].match(value, 1)
            self.text = None if is_closed else replace(text, kind=value[0])
        elif value[0] in "[{":
            _count_brackets(value, text.closing)
            self.text = replace(text, kind="[") if text.closing else None
        else:
            self.text = text

    def _close_quotes(self, text: _Text) -> None:
        self._tell(text.number, Slip("E316", (text.start, text.start + 1)))
        self.result[text.last] += text.kind

    def _close_brackets(self, text: _Text) -> None:
        closing = "".join(reversed(text.closing))
        self._tell(text.number, Slip("E357", (text.start, text.start + 1), {"closing": closing}))
        self.result[text.last] += closing


def _out_of_line(written: Written, standing: Standing) -> Iterator[Slip]:
    """What is wrong with where a line stands."""
    span = written.column, written.key_column + len(written.key or "")
    values = {"key": written.key or "", "at": str((standing.line or 0) + 1), "other": standing.label}
    if standing.missing:
        yield Slip("E362", span, {**values, "missing": standing.missing})
    elif standing.is_bare:
        yield Slip("E354", span, values)
    elif standing.is_torn:
        yield Slip("E358", span, values)
    elif standing.line is not None and standing.shift:
        code = "E351" if standing.shift > 0 else "E352"
        yield Slip(code, span, {**values, "count": str(abs(standing.shift))})


def _count_brackets(text: str, closing: list[str]) -> None:
    """Add the brackets that are to close what a line opens, and take away those that it closes, the innermost last."""
    for match in _FLOW_SIGN.finditer(text):
        if match[0] in _CLOSING:
            closing.append(_CLOSING[match[0]])
        elif match[0] in ("]", "}") and closing:
            closing.pop()


def _range(lines: tuple[int, int]) -> str:
    """Line numbers as people read them; a dash where there is no line."""
    first, last = lines[0] + 1, lines[1] + 1
    return "0" if last < first else str(first) if first == last else f"{first}-{last}"
