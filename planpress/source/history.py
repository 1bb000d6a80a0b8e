"""When files changed and what they held, as the project's git history tells it: days in Taiwan, and never who.

Never the time of a build, never that of HEAD.
"""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Final, NamedTuple

from planpress.problems.problem import Place, Problem

_PLACE: Final = Place(".git")

_SETTINGS: Final = ("-c", "log.showRoot=true", "-c", "log.showSignature=false")
"""Against those of whoever builds: each would change what ``git log`` prints."""

_TAIWAN: Final = timezone(timedelta(hours=8))

_UNKNOWN_DAY: Final = date(1970, 1, 1)
"""What git shows for a date that it cannot read."""


def last_changes(root: Path, folders: tuple[str, ...] = ("offices", "content")) -> Mapping[str, date]:
    """Day of the last commit that touched each file, by its path from the root.

    A file that was never committed is not there; nor is one whose last change lies beyond the edge of a shallow clone,
    because the commit at the edge seems to touch everything; nor one whose last commit has a date that cannot be, or
    whose name is not UTF-8. Without git the mapping is empty.
    """
    options = ("-z", "--no-renames", "--relative", "--name-only", "--date=raw", "--format=%x00%H %cd")
    log = _git(root, *_SETTINGS, "log", *options, "--", *folders)
    if log is None or log.returncode != 0:
        return {}
    edge = _shallow_edge(root)
    changes: dict[str, date] = {}
    settled: set[bytes] = set()
    for commit, day, path in _touched(log.stdout):
        if path not in settled:
            settled.add(path)
            if day is not None and commit not in edge and (name := _name(path)) is not None:
                changes[name] = day
    return changes


class Version(NamedTuple):
    """A plan.yml as a day left it."""

    day: date
    blob: str
    """Name of its content in git."""


def versions(root: Path) -> Mapping[str, tuple[Version, ...]]:
    """Every plan.yml that was changed on several days, by its path from the root; the oldest version first.

    What the main line showed counts, each day with the last it had: a branch is there from the day of its merge. A file
    that was taken away begins anew. In a shallow clone the edge is the first version. Without git there is none.
    """
    options = ("-z", "--first-parent", "--diff-merges=first-parent", "--no-renames", "--relative", "--raw")
    form = ("--no-abbrev", "--date=raw", "--format=%x00%H %cd", "--", ":(glob)offices/*/*/plan.yml")
    log = _git(root, *_SETTINGS, "log", *options, *form)
    if log is None or log.returncode != 0:
        return {}
    found: dict[str, dict[date, str]] = {}
    over: set[str] = set()
    for day, path, blob in _changed_to(log.stdout):
        name = _name(path)
        if name is None or name in over:
            continue
        if not blob.strip("0"):
            over.add(name)
        elif day is not None:
            found.setdefault(name, {}).setdefault(day, blob)
    return {
        name: tuple(Version(day, blob) for day, blob in reversed(days.items()))
        for name, days in found.items()
        if len(days) > 1
    }


def removed_plans(root: Path) -> Mapping[str, str]:
    """Every plan.yml that the main line had once and that is no longer there, with the name of what it last held.

    In a shallow clone those that were taken away before its edge are not known. Without git there is none.
    """
    options = ("-z", "--first-parent", "--diff-merges=first-parent", "--no-renames", "--relative", "--raw")
    form = ("--no-abbrev", "--diff-filter=D", "--format=", "--", ":(glob)offices/*/*/plan.yml")
    log = _git(root, *_SETTINGS, "log", *options, *form)
    if log is None or log.returncode != 0:
        return {}
    found: dict[str, str] = {}
    for match in re.finditer(rb":[0-7]+ [0-7]+ ([0-9a-f]+) [0-9a-f]+ D\0([^\0]*)\0", log.stdout):
        name = _name(match[2])
        if name is not None and name not in found and not (root / name).exists():
            found[name] = match[1].decode()
    return found


def contents(root: Path, blobs: Iterable[str]) -> Mapping[str, bytes]:
    """What some files held, by their names in git; all in one call. What git does not have is left out."""
    asked = list(dict.fromkeys(blobs))
    answer = _git(root, "cat-file", "--batch", said="".join(f"{blob}\n" for blob in asked).encode()) if asked else None
    found: dict[str, bytes] = {}
    rest = answer.stdout if answer is not None and answer.returncode == 0 else b""
    while rest:
        head, _, rest = rest.partition(b"\n")
        match = re.fullmatch(rb"([0-9a-f]+) blob ([0-9]+)", head)
        if match:
            size = int(match[2])
            found[match[1].decode()] = rest[:size]
            rest = rest[size + 1 :]
    return found


def revision(root: Path) -> str:
    """What the history that is there depends on: the commit checked out and, in a shallow clone, its edge.

    Returns:
        An empty text where there is no commit.
    """
    commit, _, path = _said(root, "rev-parse", "HEAD", "--git-path", "shallow").partition("\n")
    return " ".join([commit, *sorted(_commits(root / path))]) if commit else ""


def checked_out(root: Path) -> tuple[str, bool]:
    """The commit that is checked out, and whether files of the project differ from it; an empty name without one."""
    commit = _said(root, "rev-parse", "HEAD")
    return commit, bool(commit) and bool(_said(root, "status", "--porcelain", "--", "."))


def history_problems(root: Path) -> list[Problem]:
    """Why days are missing although the project has a history: git refuses to tell it, or has only a part of it.

    Without git, without a repository and without a commit there is nothing to miss.
    """
    asked = _git(root, *_SETTINGS, "log", "--max-count=1", "--format=")
    if asked is None or (asked.returncode != 0 and _has_no_history(root, asked.stderr)):
        return []
    if asked.returncode != 0:
        return [Problem("W411", _PLACE, _refusal(asked.stderr))]
    return [Problem("W412", _PLACE)] if _said(root, "rev-parse", "--is-shallow-repository") == "true" else []


def _has_no_history(root: Path, said: bytes) -> bool:
    """Whether git fails because there is nothing to tell, and not because of what is there."""
    if b"not a git repository (or any" in said:
        return not (root / ".git").exists()
    return b"does not have any commits yet" in said


def _refusal(said: bytes) -> dict[str, str]:
    """What git says, and the line that mends it: git's own if it gives one."""
    text = said.decode("utf-8", "replace")
    advice = re.search(r"^\s*(git config .*safe\.directory .+?)\s*$", text, re.MULTILINE)
    reason = next((line for line in text.splitlines() if line.startswith("fatal: ")), text.partition("\n")[0])
    return {"reason": reason.removeprefix("fatal: "), "line": advice[1] if advice else "git fsck"}


def _touched(log: bytes) -> Iterator[tuple[str, date | None, bytes]]:
    """Commit, its day and a file that it touched, newest first."""
    _, *parts = re.split(rb"\0([0-9a-f]{40,64}) ([^\0]*)\0", log)
    for commit, day, paths in zip(parts[0::3], parts[1::3], parts[2::3], strict=True):
        for path in filter(None, paths.removeprefix(b"\n").split(b"\0")):
            yield commit.decode(), _day(day), path


def _changed_to(log: bytes) -> Iterator[tuple[date | None, bytes, str]]:
    """Day, a file and the name of what it came to hold (noughts where it was taken away), newest first."""
    _, *parts = re.split(rb"\0([0-9a-f]{40,64}) ([^\0]*)\0", log)
    for _commit, moment, changed in zip(parts[0::3], parts[1::3], parts[2::3], strict=True):
        for match in re.finditer(rb":[0-7]+ [0-7]+ [0-9a-f]+ ([0-9a-f]+) [A-Z]\0([^\0]*)\0?", changed):
            yield _day(moment), match[2], match[1].decode()


def _day(moment: bytes) -> date | None:
    """The calendar day in Taiwan of seconds and a zone: ``1735704000 +0800``. Git itself dies of some of them."""
    match = re.fullmatch(rb"([0-9]{1,12}) [+-](?:0[0-9]|1[0-4])[0-5][0-9]", moment)
    try:
        day = datetime.fromtimestamp(int(match[1]), _TAIWAN).date() if match else _UNKNOWN_DAY
    except (ValueError, OverflowError, OSError):
        return None
    return day if day > _UNKNOWN_DAY else None


def _name(path: bytes) -> str | None:
    try:
        return path.decode()
    except UnicodeDecodeError:
        return None


def _shallow_edge(root: Path) -> frozenset[str]:
    path = _said(root, "rev-parse", "--git-path", "shallow")
    return _commits(root / path) if path else frozenset()


def _commits(path: Path) -> frozenset[str]:
    try:
        return frozenset(path.read_text("ascii").split())
    except (OSError, UnicodeDecodeError):
        return frozenset()


def _said(root: Path, *arguments: str) -> str:
    """What git answers; empty when it does not."""
    answer = _git(root, *arguments)
    return os.fsdecode(answer.stdout).strip() if answer is not None and answer.returncode == 0 else ""


def _git(root: Path, *arguments: str, said: bytes = b"") -> "subprocess.CompletedProcess[bytes] | None":
    """Ask git, in the language that this module reads; None where there is no git."""
    try:
        return subprocess.run(
            ["git", *arguments],
            cwd=root,
            capture_output=True,
            check=False,
            env=os.environ | {"LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1"},
            input=said,
        )
    except OSError:
        return None
