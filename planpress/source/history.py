"""When a file last changed, as the project's git history tells it. Never the time of a build, never that of HEAD."""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Final

from planpress.problems.problem import Place, Problem

_PLACE: Final = Place(".git")

_SETTINGS: Final = ("-c", "log.showRoot=true", "-c", "log.showSignature=false")
"""Against those of whoever builds: each would change what ``git log`` prints."""

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


def revision(root: Path) -> str:
    """What the history that is there depends on: the commit checked out and, in a shallow clone, its edge.

    Returns:
        An empty text where there is no commit.
    """
    commit, _, path = _said(root, "rev-parse", "HEAD", "--git-path", "shallow").partition("\n")
    return " ".join([commit, *sorted(_commits(root / path))]) if commit else ""


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


def _day(moment: bytes) -> date | None:
    """The calendar day of seconds and a zone, where it was: ``1735704000 +0800``. Git itself dies of some of them."""
    match = re.fullmatch(rb"([0-9]{1,12}) ([+-][0-9]{4})", moment)
    try:
        zone = datetime.strptime(match[2].decode(), "%z").tzinfo if match else None
        day = datetime.fromtimestamp(int(match[1]), zone).date() if match else _UNKNOWN_DAY
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


def _git(root: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes] | None":
    """Ask git, in the language that this module reads; None where there is no git."""
    try:
        return subprocess.run(
            ["git", *arguments], cwd=root, capture_output=True, check=False, env=os.environ | {"LC_ALL": "C"}
        )
    except OSError:
        return None
