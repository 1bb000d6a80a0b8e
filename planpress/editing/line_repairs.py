"""The lines of a YAML file as they were meant, without a changed word: what no reader of YAML could be given before."""

import re
from collections.abc import Iterator
from typing import Final

from planpress.problems.catalogue import problem_code
from planpress.problems.problem import Problem
from planpress.source.shapes.known_keys import Shape
from planpress.source.text.lines import as_meant
from planpress.source.text.slips import BLANKS, MARKS, head, width
from planpress.source.text.source_text import SourceText
from planpress.source.text.wide_signs import COLONS, QUOTES

MOST_ROUNDS: Final = 100
"""How often the lines are looked at again: a line that is added or divided tells more about those below it."""

_CONFLICTS: Final = frozenset({"E355", "E356"})
_LINE_END: Final = re.compile("\r+\n")
_HEAD: Final = re.compile(r" *(?:- +)*(?:[\w-]+:(?=\s|$))?")
_SLIPPED_HEAD: Final = re.compile(rf"[-{MARKS}]*[\w-]{{0,20}}[{COLONS};=]*|//|<!--|/\*")
_SIGNS: Final = str.maketrans("＃［］｛｝，", "#[]{},") | {
    **str.maketrans(dict.fromkeys(COLONS, ":")),
    **str.maketrans(dict.fromkeys("｜︱︳│┃∣ǀ￨丨＞", "|")),
}
_PASSED_OVER: Final = re.compile(rf"[\s\\\"'{BLANKS}{QUOTES}]")
_CLOSING: Final = re.compile(r"[\]}]*$|-->$|\*/$")
_COMMENT: Final = re.compile(r"\s#")
_END: Final = re.compile(r"[\]}\"']*$")
_BEFORE_KEY: Final = re.compile(r"\s*(?:- ?)?$")


def repaired(source: SourceText, shape: Shape) -> str:
    """The text of a file with every line as it was meant, as far as that is certain.

    A file with the marks of a conflict stays as it is: a person has to decide first.

    Args:
        source: the file.
        shape: what it should be.
    """
    written = text = _with_plain_line_ends(source.text)
    for _ in range(MOST_ROUNDS):
        found = _once(SourceText(source.file, text), shape)
        if found == text:
            return text
        text = found
    return written


def _with_plain_line_ends(text: str) -> str:
    return _LINE_END.sub("\n", text) if "\n" in text else text.replace("\r", "\n")


def _once(source: SourceText, shape: Shape) -> str:
    meant = as_meant(source, shape)
    if not _CONFLICTS.isdisjoint(meant.codes.values()):
        return source.text
    lines = source.text.split("\n")
    for number, after in enumerate(meant.text.split("\n")):
        code = meant.codes.get(number + 1)
        is_certain = code is None or problem_code(code).fmt is not None
        if is_certain and not _closes_comment(lines[number], after) and says_the_same(lines[number], after):
            lines[number] = after
    for problem in reversed(meant.problems):
        number = problem.place.line - 1
        lines[number : number + 1] = _divided(lines[number], problem)
    return "\n".join(lines)


def _divided(line: str, problem: Problem) -> Iterator[str]:
    """A line, with the one that is missing before it; in two where it has the key of another."""
    indent, mark, _ = head(line)
    match problem.code:
        case "E362":
            yield f"{' ' * max(width(indent) - 2, 0)}{problem.values['missing']}:"
            yield line
        case "E153":
            start = problem.place.column - 1
            yield _BEFORE_KEY.sub("", line[:start])
            yield f"{' ' * (width(indent) + (2 if mark else 0))}{line[start:]}"
        case _:
            yield line


def _closes_comment(before: str, after: str) -> bool:
    """Whether a quote or a bracket is added behind a comment, which perhaps is none."""
    added = [len(match[0]) for line in (before, after) if (match := _END.search(line))]
    return _COMMENT.search(before) is not None and added[0] < added[-1]


def says_the_same(before: str, after: str) -> bool:
    """Whether a repaired line has every word that it had, and no other, but for its key.

    >>> says_the_same("－部門：業務組", "- who: 業務組"), says_the_same("1. 到府服務。 甲", "- do: 1. 到府服務。")
    (True, False)
    """
    if after.lstrip().startswith("#"):
        words = _bare(after.lstrip()[1:])
    else:
        match = _HEAD.match(after)
        words = _bare(after[match.end() :] if match else after)
    written = _bare(before)
    for text in (words, _CLOSING.sub("", words)):
        for whole in (written, _CLOSING.sub("", written)):
            if whole.endswith(text) and _SLIPPED_HEAD.fullmatch(whole.removesuffix(text).lstrip("#")):
                return True
    return False


def _bare(line: str) -> str:
    """The visible characters of a line, without quotes and with the ordinary signs for those that look alike."""
    return _PASSED_OVER.sub("", line).translate(_SIGNS)
