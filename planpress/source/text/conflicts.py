"""What git leaves in a file where two people have changed the same lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_MARK: Final = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: (?P<name>.*))?\r?")


@dataclass(frozen=True, slots=True)
class Conflict:
    """One conflict. Lines count from 0, both ends belong to it.

    Attributes:
        first: the line that opens it.
        last: the line that closes it; the same where the other marks are missing.
        ours: the first and the last line of what stood here; empty where these are the wrong way round.
        theirs: the same of what came in.
        ours_name: what git calls the one side.
        theirs_name: what git calls the other.
    """

    first: int
    last: int
    ours: tuple[int, int] = (0, -1)
    theirs: tuple[int, int] = (0, -1)
    ours_name: str = ""
    theirs_name: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether all of its marks are there, so that both sides are known."""
        return self.last > self.first


def conflicts(lines: Sequence[str]) -> Iterator[Conflict]:
    """The conflicts of a file in its order, and every mark that belongs to none."""
    marks = {number: match for number, line in enumerate(lines) if (match := _MARK.fullmatch(line))}
    numbers = list(marks)
    while numbers:
        first = numbers.pop(0)
        shape = "".join(marks[number][1][0] for number in (first, *numbers[:3]))
        inner = 1 if shape.startswith("<=>") else 2 if shape == "<|=>" else None
        if inner is None:
            yield Conflict(first, first)
            continue
        end_of_ours, middle, last = numbers[0], numbers[inner - 1], numbers[inner]
        del numbers[: inner + 1]
        yield Conflict(
            first,
            last,
            (first + 1, end_of_ours - 1),
            (middle + 1, last - 1),
            marks[first]["name"] or "HEAD",
            marks[last]["name"] or "",
        )


def sides(lines: Sequence[str]) -> tuple[list[str], list[str]] | None:
    """A file as each of two people has it; None where nothing is to be decided, or a mark is missing.

    >>> sides(["a", "<<<<<<< HEAD", "b", "=======", "c", ">>>>>>> other", "d"])
    (['a', 'b', 'd'], ['a', 'c', 'd'])
    """
    found = list(conflicts(lines))
    if not found or not all(conflict.is_whole for conflict in found):
        return None
    ours, theirs = list(lines), list(lines)
    for conflict in reversed(found):
        whole = slice(conflict.first, conflict.last + 1)
        ours[whole] = lines[conflict.ours[0] : conflict.ours[1] + 1]
        theirs[whole] = lines[conflict.theirs[0] : conflict.theirs[1] + 1]
    return ours, theirs
