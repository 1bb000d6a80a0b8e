"""The file ``content/locales/zh-Hans.txt``: words that OpenCC converts wrongly, and what they become."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain
from typing import Final

from planpress.problems.problem import Place, Problem, Severity, has_errors
from planpress.source.checks.characters import check_characters
from planpress.source.checks.links import check_links
from planpress.source.checks.personal import check_personal
from planpress.source.text.source_text import MOST_PROBLEMS, decode, is_blank

SIZE_LIMIT: Final = 100_000
"""Bytes of the largest file."""
EXCEPTIONS_LIMIT: Final = 500
"""How many exceptions there may be: each is looked for at every character of every page."""
LENGTH_LIMIT: Final = 100
"""Characters of the longest half of a line."""

_MARKUP: Final = re.compile(r"[<>&\"'`%{}\\;#=]")
_CONVERTED: Final = re.compile(r"[^ -~\d零〇一二三四五六七八九十百千]+")
"""What a conversion may change. All else stays as it is, and where it is."""


def read_exceptions(file: str, content: bytes) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Read the exceptions: on each line the Traditional words, a tab, and the Simplified words for them.

    Empty lines and lines that begin with ``#`` say nothing. A line of any other form is a problem (E604), and so is one
    that would change more than characters (E611), says again what another says (E612), or cannot be public.

    Args:
        file: path from the project's root.
        content: its bytes.
    """
    if is_blank(content):
        return {}, ()
    source, problems = decode(file, content)
    if source is None or has_errors(problems):
        return {}, tuple(problems)
    exceptions: dict[str, str] = {}
    for number, raw in enumerate(source.text.split("\n"), start=1):
        line = raw.removesuffix("\r")
        if not line.strip() or line.startswith("#"):
            continue
        whole = Place(file, number, 1, len(line), line)
        halves = line.split("\t")
        found = sorted(_problems(whole, halves), key=lambda each: each.severity is Severity.WARNING)[:MOST_PROBLEMS]
        traditional = halves[0].strip()
        if not has_errors(found) and traditional in exceptions:
            found.append(Problem("E612", whole, {"words": traditional}))
        problems += found
        if has_errors(found):
            continue
        exceptions[traditional] = halves[1].strip()
        if len(exceptions) > EXCEPTIONS_LIMIT:
            problems.append(Problem("E607", whole, {"limit": f"{EXCEPTIONS_LIMIT:,}"}))
            break
    return exceptions, tuple(problems)


def _problems(line: Place, halves: list[str]) -> Iterator[Problem]:
    if len(halves) != 2 or not all(map(str.strip, halves)):
        yield Problem("E604", line)
        return
    if any(len(half) > LENGTH_LIMIT for half in halves):
        yield Problem("E606", line, {"limit": f"{LENGTH_LIMIT:,}"})
        return
    yield from _public_text_problems(line, halves)
    traditional, simplified = map(str.strip, halves)
    if _MARKUP.search(traditional + simplified) or _kept(traditional) != _kept(simplified):
        yield Problem("E611", line)


def _public_text_problems(line: Place, halves: list[str]) -> Iterator[Problem]:
    """What no text may hold, whichever file it stands in; Simplified characters are what is wanted here."""
    column = 1
    for half in halves:
        for finding in chain(check_characters((), half), check_personal((), half), check_links((), half)):
            if finding.code != "W501":
                start, end = finding.span or (0, len(half))
                place = Place(line.file, line.line, column + start, end - start, line.excerpt)
                yield Problem(finding.code, place, finding.values)
        column += len(half) + 1


def _kept(words: str) -> str:
    """The words with one mark for whatever may change; full-width forms count as half-width ones."""
    return _CONVERTED.sub("…", unicodedata.normalize("NFKC", words))
