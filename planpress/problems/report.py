"""Problems as people and machines read them: on the terminal, as JSON, in one line."""

import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from itertools import zip_longest
from typing import Final

from planpress.console import visible
from planpress.problems import refusals
from planpress.problems.catalogue import problem_code
from planpress.problems.filling import filled
from planpress.problems.problem import Place, Problem, Severity

GUTTER: Final = 5
"""Columns of the line number."""
LONGEST_VALUE: Final = 300
"""Characters that a text of the catalogue inserts of one value."""
STALE: Final = "W601"
"""The one problem that is not for who writes a plan: translations that are to follow."""
WIDTH: Final = 100
"""Columns of an excerpt; a longer line is cut around the place."""

_STYLES: Final = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m"}
_FAINT: Final = "\x1b[2m"
_RESET: Final = "\x1b[0m"

_NEAREST: Final = {"zh-Hant": "改為「{nearest}」？", "en": "Did you mean “{nearest}”? "}

_FMT: Final = {"zh-Hant": "可用 build.py fmt 修正。", "en": "build.py fmt can mend it. "}


class _Values(dict[str, str]):
    """Values of a problem, with an ellipsis for what it does not say."""

    def __missing__(self, key: str) -> str:
        return "…"


def what(problem: Problem, language: str) -> str:
    """What is wrong, in one line."""
    values = problem.values
    if values.keys() & {"errno", "certificate"}:
        values = {**values, "reason": refusals.reason(values, language)}
    return fill(problem_code(problem.code).wording(language).what, values)


def mend(problem: Problem, language: str) -> str:
    """How to mend it, starting with the word that was probably meant."""
    template = problem_code(problem.code).wording(language).mend
    if "nearest" in problem.values:
        template = _NEAREST[language] + template
    return fill(template, problem.values)


def advice(problem: Problem, language: str) -> str:
    """How to mend it, and before that, whether a program does."""
    fmt = problem_code(problem.code).fmt
    is_mended = fmt == "always" or (fmt == "nearest" and "nearest" in problem.values)
    return (_FMT[language] if is_mended else "") + mend(problem, language)


def fill(template: str, values: Mapping[str, str]) -> str:
    """Insert values into a text of the catalogue, the beginnings of long ones; control characters become visible."""
    shown = {
        name: visible(value if len(value) <= LONGEST_VALUE else f"{value[:LONGEST_VALUE]}…")
        for name, value in values.items()
    }
    return filled(template, _Values(shown))


def terminal(
    problems: Iterable[Problem], language: str = "zh-Hant", *, colour: bool = False, saved: Collection[str] = ()
) -> str:
    """All problems as blocks of lines, with a caret under the place; see :func:`in_order`.

    Advice that is the same for several without a line (lost addresses, broken links) stands once, below the last.

    Args:
        problems: in any order.
        language: ``zh-Hant`` or ``en``.
        colour: whether to use ANSI colours.
        saved: the files that somebody has just saved.
    """
    told = in_order(problems, saved)
    return "".join(
        _block(problem, language, colour=colour, advised=not _have_one_advice(problem, following, language))
        for problem, following in zip_longest(told, told[1:])
    )


def summary(problems: Iterable[Problem], language: str = "zh-Hant") -> str:
    """The number of errors and warnings, in one line."""
    severities = [problem.severity for problem in problems]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    if language == "en":
        counted = filled("{errors:error|errors}, {warnings:warning|warnings}", {"errors": errors, "warnings": warnings})
        return counted if severities else "no problems"
    return f"{errors} 個錯誤、{warnings} 個警告" if severities else "沒有問題"


def as_json(problems: Iterable[Problem], language: str = "zh-Hant") -> str:
    """A list of objects for annotations in CI; columns count from 1, ``end_column`` is the one behind the place."""
    return json.dumps(
        [
            {
                "code": problem.code,
                "severity": problem.severity.value,
                "file": encodable(problem.place.file),
                "line": problem.place.line,
                "column": problem.place.column,
                "end_column": problem.place.column + (problem.place.length if problem.place.line else 0),
                "what": what(problem, language),
                "mend": advice(problem, language),
                "excerpt": encodable(problem.place.excerpt),
            }
            for problem in in_order(problems)
        ],
        ensure_ascii=False,
        indent=2,
    )


def encodable(text: str) -> str:
    """A text for programs, where anything may stand that is a character: of a name that is not UTF-8, some are not."""
    return re.sub("[\ud800-\udfff]", lambda match: visible(match[0]), text)


def in_order(problems: Iterable[Problem], saved: Collection[str] = ()) -> list[Problem]:
    """Errors before warnings, what waits for a translation last; of these the files just saved first; by file and line.

    Args:
        problems: in any order.
        saved: the files that somebody has just saved.
    """
    return sorted(
        problems,
        key=lambda problem: (
            problem.severity is Severity.WARNING,
            problem.code == STALE,
            problem.place.file not in saved,
            problem.place,
            problem.code,
        ),
    )


def _have_one_advice(problem: Problem, following: Problem | None, language: str) -> bool:
    """Whether two that stand one after another are mended in the same way, and no line of a file parts them."""
    return (
        following is not None
        and not (problem.place.line or following.place.line)
        and problem.code == following.code
        and advice(problem, language) == advice(following, language)
    )


def _block(problem: Problem, language: str, *, colour: bool, advised: bool) -> str:
    place = problem.place
    style, faint, reset = (_STYLES[problem.severity], _FAINT, _RESET) if colour else ("", "", "")
    file = visible(place.file)
    address = f"{file}:{place.line}:{place.column}" if place.line else file
    lines = [f"{address}  {style}{problem.code}{reset}  {what(problem, language)}"]
    if place.line:
        excerpt, before, marked = _excerpt(place)
        lines.append(f"{faint}{place.line:>{GUTTER}} |{reset} {excerpt}")
        lines.append(f"{faint}{'':>{GUTTER}} |{reset} {' ' * before}{style}{'^' * marked}{reset}")
    if advised:
        lines.append(f"{'':>{GUTTER}} {advice(problem, language)}")
    return "".join(f"{line}\n" for line in lines)


def _excerpt(place: Place) -> tuple[str, int, int]:
    """The line as it is shown, the columns before the place, and the columns of the place."""
    start = place.column - 1
    first, last = 0, _within(place.excerpt, 0, 1, WIDTH)
    if last < len(place.excerpt):
        first = _within(place.excerpt, start, -1, WIDTH * 2 // 3)
        last = _within(place.excerpt, first, 1, WIDTH)
    opening, closing = "…" if first else "", "…" if last < len(place.excerpt) else ""
    before = opening + visible(place.excerpt[first:start])
    marked = visible(place.excerpt[start : min(start + place.length, last)])
    after = visible(place.excerpt[start + place.length : last]) + closing
    return before + marked + after, _width(before), max(1, _width(marked))


def _within(text: str, position: int, step: int, columns: int) -> int:
    """The index that is reached from a position in steps of one character without taking more columns."""
    while 0 < position + (step > 0) <= len(text):
        columns -= _width(visible(text[min(position, position + step)]))
        if columns < 0:
            break
        position += step
    return position


def _width(text: str) -> int:
    """Columns on a terminal: East Asian wide characters take two, combining ones none."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )
