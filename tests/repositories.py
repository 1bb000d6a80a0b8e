"""Repositories of git for tests: commits on given days, by nobody in particular."""

import os
import subprocess
from pathlib import Path

import pytest


@pytest.fixture
def git_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No repository around the test, no settings of whoever runs it, no hook that it runs in."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "editor")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "editor@example.org")


def git(folder: Path, *arguments: str, day: str = "2025-01-01") -> str:
    moment = f"{day}T12:00:00+08:00"
    dates = {"GIT_AUTHOR_DATE": "2001-01-01T12:00:00+08:00", "GIT_COMMITTER_DATE": moment}
    result = subprocess.run(
        ["git", *arguments], cwd=folder, env=os.environ | dates, check=True, capture_output=True, text=True
    )
    return result.stdout.strip()


def repository(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet")
    return folder


def commit(root: Path, day: str, files: dict[str, str]) -> None:
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=x", day=day)
