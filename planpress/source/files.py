"""The one door by which files of a project come in: no link, no device, no more bytes than a person writes.

A symbolic link could bring in any file of the machine that builds, a pipe could hold a build for ever, so neither is
ever opened. Names of files are paths from the project's root, with ``/``; problems carry them as their places.
"""

import os
import re
import stat
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from planpress.problems.problem import Place, Problem
from planpress.problems.refusals import refusal

SIZE_LIMIT: Final = 500_000
"""Bytes of the largest file that is read. The longest real plan has 39 kB."""
DEPTH_LIMIT: Final = 12
"""How many folders may lie within one another."""
FILES_LIMIT: Final = 20_000
"""How many files and folders one folder may hold with all that lies in it."""

_OPENING: Final = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)

_LEFT_BY_PROGRAMS: Final = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"})

_NOT_ON_WINDOWS: Final = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?|.*[<>:\"|?*\\\x00-\x1f].*|.*[. ]",
    re.IGNORECASE | re.DOTALL,
)
"""The names of devices, whatever the ending, and names with a sign or an end that Windows refuses."""


@dataclass(frozen=True, slots=True)
class Folder:
    """What lies in a folder and all folders below it.

    Attributes:
        files: paths of the ordinary files, in a fixed order.
        problems: what lies there and must not, or cannot be read.
    """

    files: tuple[str, ...]
    problems: tuple[Problem, ...]

    def ending(self, *suffixes: str) -> tuple[str, ...]:
        """The files whose names end with one of these: ``.md``."""
        return tuple(file for file in self.files if file.endswith(suffixes))


def read(root: Path, file: str, limit: int = SIZE_LIMIT) -> tuple[bytes | None, list[Problem]]:
    """Read a file.

    Args:
        root: the project's folder.
        file: path from there.
        limit: bytes; a larger file is a problem.

    Returns:
        What the file holds, or None and the reason: it is not there (E404), is a link or stands behind one (E405),
        is no ordinary file (E409), cannot be read (E406), is too large (E301).
    """
    if is_linked(root, file):
        return None, [Problem("E405", Place(file))]
    try:
        descriptor = os.open(root / file, _OPENING)
        with os.fdopen(descriptor, "rb") as stream:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return None, [Problem("E409", Place(file))]
            content = stream.read(limit + 1)
    except FileNotFoundError:
        return None, [Problem("E404", Place(file), {"name": file.rpartition("/")[2]})]
    except OSError as error:
        return None, [_unreadable(file, refusal(error))]
    except ValueError as error:  # a NUL in the name
        return None, [_unreadable(file, {"reason": str(error)})]
    if len(content) > limit:
        return None, [Problem("E301", Place(file), {"limit": f"{limit:,}"})]
    return content, []


def read_if_there(root: Path, file: str, limit: int = SIZE_LIMIT) -> tuple[bytes | None, list[Problem]]:
    """What a file holds that need not be there; see :func:`read`."""
    content, problems = read(root, file, limit)
    return content, [problem for problem in problems if problem.code != "E404"]


def exists(root: Path, file: str) -> bool:
    """Whether there is anything at a path, be it a link that leads nowhere."""
    return os.path.lexists(root / file)


def is_linked(root: Path, file: str) -> bool:
    """Whether a path from the root is a symbolic link, or leads through one, or out of the root."""
    parts = file.split("/")
    if ".." in parts or file.startswith("/"):
        return True
    path = str(root)
    for part in parts:
        path = os.path.join(path, part)  # noqa: PTH118 - asked of every file of every plan
        try:
            if _is_link(os.lstat(path)):
                return True
        except (OSError, ValueError):
            return False  # not there: reading it will say so
    return False


def folder(root: Path, path: str) -> Folder:
    """Everything in a folder and below, without following a link.

    What programs leave behind (see :func:`is_left_behind`) is passed over, hidden files and folders too.

    Args:
        root: the project's folder.
        path: from there; where nothing is, the folder is empty.
    """
    found: list[str] = []
    problems: list[Problem] = []
    for count, (name, entry) in enumerate(_walk(root, path, problems)):
        if count >= FILES_LIMIT:
            problems.append(Problem("E408", Place(path), {"limit": f"{FILES_LIMIT:,}"}))
            break
        if entry is None:
            problems.append(Problem("E408", Place(name), {"limit": str(DEPTH_LIMIT)}))
        elif entry.is_symlink() or _is_link(entry.stat(follow_symlinks=False)):
            problems.append(Problem("E405", Place(name)))
        elif not is_utf_8(entry.name):
            problems.append(Problem("E407", Place(name), {"name": entry.name}))
        elif not is_portable(entry.name):
            problems.append(Problem("E410", Place(name), {"name": entry.name}))
        elif wrong := device(name, entry):
            problems.append(wrong)
        elif entry.is_file(follow_symlinks=False):
            found.append(name)
    return Folder(tuple(sorted(found)), tuple(problems))


def _walk(root: Path, folder: str, problems: list[Problem]) -> Iterator[tuple[str, os.DirEntry[str] | None]]:
    """Every entry below a folder; None for a folder that lies too deep."""
    waiting = [folder]
    while waiting:
        above = waiting.pop()
        for entry in entries(root, above, problems):
            name = f"{above}/{entry.name}"
            if not entry.is_dir(follow_symlinks=False) or _is_link(entry.stat(follow_symlinks=False)):
                yield name, entry
            elif above.count("/") - folder.count("/") >= DEPTH_LIMIT:
                yield name, None
            else:
                yield name, entry
                if is_utf_8(entry.name):
                    waiting.append(name)


def entries(root: Path, folder: str, problems: list[Problem]) -> list[os.DirEntry[str]]:
    """What lies in a folder, in a fixed order, without what is hidden or left behind by programs.

    Args:
        root: the project's folder.
        folder: path from there; what is no folder has no entries.
        problems: a folder that is a link, or cannot be read, is added here.
    """
    if is_linked(root, folder):
        problems.append(Problem("E405", Place(folder)))
        return []
    try:
        with os.scandir(root / folder) as found:
            kept = [entry for entry in found if not is_left_behind(entry.name)]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        problems.append(_unreadable(folder, refusal(error)))
        return []
    return sorted(kept, key=lambda entry: entry.name)


def device(file: str, entry: os.DirEntry[str]) -> Problem | None:
    """That an entry is neither a file nor a folder nor a link: a pipe, a socket, a device."""
    if entry.is_symlink() or entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False):
        return None
    return Problem("E409", Place(file))


def is_left_behind(name: str) -> bool:
    """Whether a file is hidden, or one that Windows, macOS or an editor leaves beside those that people write.

    >>> [is_left_behind(name) for name in ("Thumbs.db", ".DS_Store", "plan.yml~", "~$plan.docx", "plan.yml")]
    [True, True, True, True, False]
    """
    return (
        name.startswith((".", "~$", "#")) or name.endswith(("~", ".swp", ".tmp")) or name.lower() in _LEFT_BY_PROGRAMS
    )


def is_utf_8(name: str) -> bool:
    """Whether a name from the file system can be written down: one in Big5 comes as lone surrogates."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def is_portable(name: str) -> bool:
    """Whether Windows can have a file or folder of a name, so that everybody can check the project out.

    >>> [is_portable(name) for name in ("con", "Aux.pdf", "com1", "a?.pdf", "plan.pdf", "control", "com10")]
    [False, False, False, False, True, True, True]
    """
    return _NOT_ON_WINDOWS.fullmatch(name) is None


def folded(name: str) -> str:
    """What a name is for Windows and macOS, which take capitals and small letters, composed or not, for the same."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _is_link(status: os.stat_result) -> bool:
    """A symbolic link, or what Windows has for folders (a junction)."""
    junction = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)
    return stat.S_ISLNK(status.st_mode) or (
        junction is not None and getattr(status, "st_reparse_tag", None) == junction
    )


def _unreadable(file: str, reason: Mapping[str, str]) -> Problem:
    return Problem("E406", Place(file), reason)
