"""What may happen to a project, or be done to it: a module for each kind, pure functions from chance to damage.

A *damage* says what shall lie where. :mod:`benchmarks.fuzz` lays it into a small project and judges what comes of it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Link:
    """A symbolic link. ``{outside}`` in its target is a folder that is no part of the project, and holds the marker."""

    target: str


@dataclass(frozen=True, slots=True)
class Pipe:
    """A named pipe, at which a reader waits for ever."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder in the place of a file, with a file in it or without."""

    is_filled: bool = True


Entry: TypeAlias = bytes | Link | Pipe | Folder | None
"""What lies at a path; None when nothing does."""


@dataclass(frozen=True, slots=True)
class Damage:
    """One damaged project.

    Attributes:
        what: for a reader, in a line.
        about: the sort of damage, by which equal faults are known; ``what`` when nothing is said.
        entries: what lies at which path from the project's root; all else is as it was.
        refused: files of which ``check`` must name one, folders with a slash at their end; none when it may well accept.
        codes: if there are any, a problem with one of these codes is wanted.
        trusted: whether who writes this may put elements into pages anyway: templates.
        healed: whether a build must give the site as it was, byte for byte: damage of caches and of the site.
        request: bytes for the preview instead of damage.
    """

    what: str
    entries: Mapping[str, Entry]
    refused: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    trusted: bool = False
    healed: bool = False
    request: bytes = b""
    about: str = ""


Files: TypeAlias = Mapping[str, bytes]
"""Every file of the sound project by its path: sources, ``site/`` and ``.cache/``."""

Kind: TypeAlias = Callable[[Random, Files], Damage]
"""Damages a project by chance; the same chance gives the same damage."""


def below(files: Files, folder: str, *suffixes: str) -> Sequence[str]:
    """The paths below a folder that end so, in a fixed order."""
    return sorted(path for path in files if path.startswith(folder) and path.endswith(suffixes or ("",)))


def shown(text: object, length: int = 60) -> str:
    """The beginning of something, for a reader."""
    written = text if isinstance(text, str) else repr(text)
    return ascii(written if len(written) <= length else f"{written[:length]}…")
