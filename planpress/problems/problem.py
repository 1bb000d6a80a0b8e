"""One type for everything that is wrong: in data, links, metadata, pages.

A problem has a code (``E104``), a place, and two texts in the reader's language: what is wrong, and how to mend it.
The codes and their texts are in :mod:`planpress.problems.catalogue`; how a problem looks, in
:mod:`planpress.problems.report`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, field
from enum import StrEnum
from typing import Any, Self


class Severity(StrEnum):
    """What a problem does to a build."""

    ERROR = "error"
    """Nothing is written while there is one."""
    WARNING = "warning"
    """Something to look at; the site is built."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in a file. Lines and columns count from 1, columns in characters.

    Attributes:
        file: path from the project's root, with ``/``.
        line: 0 when the whole file is meant.
        column: first character.
        length: how many characters the caret marks.
        excerpt: the line itself, for the reader.
    """

    file: str
    line: int = 0
    column: int = 0
    length: int = 1
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong, at a place.

    Attributes:
        code: key into :func:`planpress.problems.catalogue.codes`, which gives severity and texts.
        place: where.
        values: what the texts of the code insert: ``{"name": "業物組"}``.
    """

    code: str
    place: Place
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """The first letter of a code tells it: E an error, W a warning."""
        return Severity.ERROR if self.code.startswith("E") else Severity.WARNING

    def without_contents(self) -> "Problem":
        """The same without anything that the file says, where that must not be kept: code and place."""
        place = Place(self.place.file, self.place.line, self.place.column)
        return Problem(self.code, place)

    def record(self) -> list[Any]:
        """As JSON, for a cache."""
        return [self.code, list(astuple(self.place)), dict(self.values)]

    @classmethod
    def from_record(cls, record: list[Any]) -> Self:
        """Back from JSON."""
        code, place, values = record
        return cls(code, Place(*place), values)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether one of them forbids to write."""
    return any(problem.severity is Severity.ERROR for problem in problems)
