"""Addresses that lead elsewhere: what was moved or merged, and where it is now."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Final, NamedTuple

from planpress.model.base import Frozen
from planpress.model.dates import RocDate
from planpress.model.language import Language

_HELD: Final = re.compile(r"(topics/)?([a-z][a-z0-9-]*)/(?:([1-9][0-9]{0,2})/)?")
"""Paths of an office, of one of its plans, and of a topic."""


class Move(NamedTuple):
    """That an address leads to another. Paths are whole: they begin with the prefix of a language, if it has one."""

    old: str
    new: str
    goes_along: bool = False
    """What lies below the old address lies likewise below the new one; else all of it leads to the new one itself."""
    stems: tuple[str, str] = ("", "")
    """What the files below are called after, then and now: ``kinmen-114-plan.zh-Hant.pdf`` after ``kinmen-114``."""

    def leads(self, path: str) -> str | None:
        """Where an address leads; None when this says nothing of it.

        >>> Move("kinmen/", "penghu/", True, ("kinmen", "penghu")).leads("kinmen/114/files/kinmen-114-plan.en.pdf")
        'penghu/114/files/penghu-114-plan.en.pdf'
        """
        if path != self.old and not (self.old.endswith("/") and path.startswith(self.old)):
            return None
        if not self.goes_along:
            return self.new
        folder, slash, name = path.removeprefix(self.old).rpartition("/")
        old, new = self.stems
        if old and folder.split("/")[-1] == "files" and name.startswith(f"{old}-"):
            name = new + name.removeprefix(old)
        return f"{self.new}{folder}{slash}{name}"


class Redirect(Frozen):
    """What was moved or merged. Paths are without language: ``kinmen/114/``."""

    old: str
    new: str
    date: RocDate
    """From which day on."""
    reason: str
    """Why, in Chinese, in a sentence."""
    reason_en: str | None = None

    def move(self, language: Language) -> Move:
        """The same in one language. Files are the same for all, and lie with the language that has no prefix."""
        here, there = _HELD.fullmatch(self.old), _HELD.fullmatch(self.new)
        goes_along = here is not None and there is not None and _kind(here) == _kind(there)
        stems = ("", "")
        if here is not None and there is not None and goes_along and not language.prefix:
            stems = (_stem(here), _stem(there))
        return Move(language.prefix + self.old, language.prefix + self.new, goes_along, stems)


def _kind(match: re.Match[str]) -> tuple[bool, bool]:
    return match[1] is not None, match[3] is not None


def _stem(match: re.Match[str]) -> str:
    return f"{match[2]}-{match[3]}" if match[3] else match[2]


def moves_in(languages: Iterable[Language], redirects: Iterable[Redirect]) -> list[Move]:
    """What redirects say of the addresses of some languages."""
    return [each.move(language) for language, each in product(languages, redirects)]


def steps(moves: Sequence[Move], path: str) -> Iterator[str]:
    """Every address that one leads to in its turn, of several that say something of it by the most particular one.

    There are no more than moves, unless they lead in a circle.
    """
    for _ in range(len(moves) + 1):
        found = [(len(each.old), there) for each in moves if (there := each.leads(path)) is not None]
        if not found:
            return
        path = max(found)[1]
        yield path


def led(moves: Sequence[Move], path: str) -> str:
    """Where an address leads at last; itself, when nothing says otherwise."""
    return [path, *steps(moves, path)][-1]


def is_circle(moves: Sequence[Move], path: str) -> bool:
    """Whether an address leads nowhere, from one to the next."""
    return len(list(steps(moves, path))) > len(moves)
