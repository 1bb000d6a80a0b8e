"""What a folder holds of a site, by its own account: a list that lies in it and goes wherever the folder is copied.

Nobody vouches for such a list, so it is believed in little: all that it names is below the folder, or it counts for
nothing.
"""

import json
import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from planpress.writing import write_atomically

LIST: Final = ".planpress.json"
"""Hidden, so that servers do not list it and MkDocs does not clean it away."""
LOCK: Final = ".planpress.lock"
WORK: Final = ".planpress.new"
"""Folder in which the files of the site are written before they are put in place."""

OWN: Final = frozenset({LIST, LOCK, WORK})
LONGEST: Final = 1000
"""Characters of a path; no system takes much more."""
_NOT_BELOW: Final = frozenset({*OWN, "", ".", ".."})
_NOT_PLAIN: Final = re.compile(r"[A-Za-z]:|.*[\\\0]", re.DOTALL)
"""A drive of Windows, or what parts a path there or ends it."""


def read_list(folder: Path) -> dict[str, str] | None:
    """The digest of every file that builds wrote into a folder, by its path; None when nothing reliable says so."""
    path = folder / LIST
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return None
        files = json.loads(path.read_bytes())["files"]
        return dict(files) if all(map(is_entry, files, files.values())) else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def is_entry(path: str, name: object) -> bool:
    """Whether a path of unknown origin is below the folder, plainly, and a digest a text."""
    parts = path.split("/")
    is_below = _NOT_BELOW.isdisjoint(parts) and all(len(part.encode()) <= 255 for part in parts)
    is_plain = len(path) < LONGEST and _NOT_PLAIN.match(path) is None
    return isinstance(name, str) and is_below and is_plain


def write_list(folder: Path, files: Mapping[str, str], *, for_all: bool) -> None:
    """Say what the folder holds. The same files give the same bytes, wherever the folder is."""
    content = json.dumps({"files": files}, indent=0, sort_keys=True, separators=(",", ":"))
    write_atomically(folder / LIST, f"{content}\n".encode(), work=folder / WORK, for_all=for_all)


def folders_of(paths: Iterable[str]) -> set[str]:
    """Every folder that these paths lie in."""
    found: set[str] = set()
    for path in paths:
        while (path := path.rpartition("/")[0]) and path not in found:
            found.add(path)
    return found


def files_below(folder: Path) -> Iterator[str]:
    """Path of everything in a folder that is no folder itself; a linked folder is one such thing."""
    for place, folders, names in os.walk(folder):
        inside = Path(place).relative_to(folder)
        links = [name for name in folders if Path(place, name).is_symlink()]
        yield from sorted((inside / name).as_posix() for name in (*names, *links))


def shown(path: str) -> str:
    """A path of unknown origin, fit to be printed."""
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode() for character in path
    )
