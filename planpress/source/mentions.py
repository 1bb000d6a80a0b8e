"""Who is responsible (承辦部門), as one cell of the table says it: 業務組、電務組（工務段）."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_CELL: Final = re.compile(r"(?P<leading>[^()（）]*)(?:[(（](?P<supporting>[^()（）]*)[)）])?")


@dataclass(frozen=True, slots=True)
class Mention:
    """A department named in a cell.

    Attributes:
        name: its name; empty where two 、 follow one another.
        start: index of its first character in the cell.
        supporting: it stands in the parentheses, for those who support (協辦).
    """

    name: str
    start: int
    supporting: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """The characters of the cell that it takes."""
        return self.start, self.start + len(self.name)


@lru_cache(maxsize=1000)  # a plan has the same few cells in all its rows
def mentions(cell: str) -> tuple[Mention, ...]:
    """The departments of a cell in its order; a cell that cannot be read is one department of that name.

    >>> [mention.name for mention in mentions("業務組、電務組（工務段）")]
    ['業務組', '電務組', '工務段']
    """
    match = _CELL.fullmatch(cell)
    if match is None:
        return (Mention(cell, 0),)
    supporting = match["supporting"]
    return _names(match["leading"], 0, supporting=False) + (
        () if supporting is None else _names(supporting, match.start("supporting"), supporting=True)
    )


def _names(part: str, start: int, *, supporting: bool) -> tuple[Mention, ...]:
    found = []
    for name in part.split("、"):
        found.append(Mention(name.strip(), start + len(name) - len(name.lstrip()), supporting))
        start += len(name) + 1
    return tuple(found)
