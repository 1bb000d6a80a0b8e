"""When a file last changed, as the project's git history tells it. Never the time of a build, never that of HEAD."""

import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path


def last_changes(root: Path, folders: tuple[str, ...] = ("offices", "content")) -> Mapping[str, date]:
    """Day of the last commit that touched each file, by its path from the root.

    A file that was never committed is not there; nor is one whose last change lies beyond the edge of a shallow clone,
    because the commit at the edge seems to touch everything. Without git the mapping is empty.
    """
    options = ("--no-renames", "--relative", "--name-only", "--format=%x00%H %cs")
    log = _git(root, "-c", "core.quotePath=false", "log", *options, "--", *folders)
    if log is None:
        return {}
    edge = _shallow_edge(root)
    changes: dict[str, date] = {}
    settled: set[str] = set()
    for entry in log.split("\0")[1:]:
        head, *paths = (line for line in entry.splitlines() if line)
        commit, day = head.split(" ")
        for path in paths:
            if path not in settled:
                settled.add(path)
                if commit not in edge:
                    changes[path] = date.fromisoformat(day)
    return changes


def revision(root: Path) -> str:
    """What the history that is there depends on: the commit checked out and, in a shallow clone, its edge.

    Returns:
        An empty text where there is no commit.
    """
    commit, _, path = (_git(root, "rev-parse", "HEAD", "--git-path", "shallow") or "").strip().partition("\n")
    return " ".join([commit, *sorted(_commits(root / path))]) if commit else ""


def _shallow_edge(root: Path) -> frozenset[str]:
    path = (_git(root, "rev-parse", "--git-path", "shallow") or "").strip()
    return _commits(root / path) if path else frozenset()


def _commits(path: Path) -> frozenset[str]:
    try:
        return frozenset(path.read_text("ascii").split())
    except OSError:
        return frozenset()


def _git(root: Path, *arguments: str) -> str | None:
    try:
        result = subprocess.run(
            ["git", *arguments], cwd=root, capture_output=True, text=True, encoding="utf-8", check=False
        )
    except OSError:
        return None
    return result.stdout if result.returncode == 0 else None
