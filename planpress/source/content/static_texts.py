"""Texts that lie in ``content/`` and ``theme/`` as they are (SVG, CSV, templates): what is personal in them."""

import codecs
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Final

from planpress.problems.problem import Place, Problem
from planpress.source import files
from planpress.source.checks.personal import check_personal
from planpress.source.text.source_text import MOST_PROBLEMS

SIZE_LIMIT: Final = 2_000_000
"""Bytes of the largest text that is read."""

_TEXTS: Final = frozenset(
    {".csv", ".htm", ".html", ".ics", ".json", ".svg", ".tsv", ".txt", ".typ", ".vcf", ".webmanifest", ".xml"}
)
_WITH_CHECKS_OF_THEIR_OWN: Final = ("content/locales/",)
_GEOMETRY: Final = re.compile(r"\b(?:d|points|transform|values|viewBox)\s*=\s*(?:\"[^\"]*\"|'[^']*')")


def is_static_text(name: str) -> bool:
    """Whether a file is such a text, by its path."""
    return PurePosixPath(name).suffix.lower() in _TEXTS and not name.startswith(_WITH_CHECKS_OF_THEIR_OWN)


def static_text_problems(root: Path, names: Iterable[str]) -> list[Problem]:
    """What is personal in some of them.

    Args:
        root: the project's folder.
        names: their paths from there.
    """
    problems: list[Problem] = []
    for name in names:
        content, _ = files.read(root, name, SIZE_LIMIT)
        problems += islice(_of_text(name, content or b""), MOST_PROBLEMS)
    return problems


def _of_text(file: str, content: bytes) -> Iterator[Problem]:
    text = _decoded(content)
    if file.endswith(".svg"):
        text = _GEOMETRY.sub(lambda match: re.sub(r"[^\n]", "\0", match[0]), text)
    for number, line in enumerate(text.split("\n"), start=1):
        for finding in check_personal((), line):
            start, end = finding.span or (0, len(line))
            yield Problem(finding.code, Place(file, number, start + 1, end - start, line), finding.values)


def _decoded(content: bytes) -> str:
    """A text in whatever encoding: all that is looked for is ASCII in every one of them but UTF-16."""
    is_utf_16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return content.decode("utf-16" if is_utf_16 else "utf-8-sig", errors="replace")
