"""Something wrong at a path of a document, before anyone has looked up its line."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

Steps: TypeAlias = tuple[str | int, ...]
"""Keys and positions from the root of a document: ``("sections", 4, "rows", 12, "who")``."""

Spot: TypeAlias = tuple[Steps, tuple[int, int] | None]
"""A value, and the characters of it that are meant; all of them when None."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check finds. A check knows the shapes, not the file; the document gives the place.

    Attributes:
        code: key into :func:`planpress.problems.catalogue.codes`.
        path: the value that is meant.
        values: what the texts of the code insert.
        span: the characters of the value that are meant; all of them when None.
        key: the key is meant rather than its value.
        also: further places that the finding is about, so that what is wrong throughout is told once. The texts of
            the code then insert the lines of all of them as ``{lines}``; None where they name no lines.
    """

    code: str
    path: Steps
    values: Mapping[str, str] = field(default_factory=dict)
    span: tuple[int, int] | None = None
    key: bool = False
    also: tuple[Spot, ...] | None = None


MOST: Final = 200
"""How many findings of one kind of check are reported of a file; whoever has more mends these first."""


def foremost(findings: Iterable[Finding], most: int = MOST) -> list[Finding]:
    """As many findings as people read, errors before warnings, so that no number of warnings hides an error."""
    return sorted(findings, key=lambda finding: finding.code[0])[:most]


def together(code: str, spots: Sequence[Spot], values: Mapping[str, str] | None = None) -> Iterator[Finding]:
    """One finding for many places, at the first of them; none for no place."""
    if spots:
        path, span = spots[0]
        yield Finding(code, path, values or {}, span, also=tuple(spots[1:]))
