"""The example as a repository of its own, as an office has it: to follow the guide in, and to take pictures of."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from tests.projects import ROOT

OFFICE: Final = "water-first"
PLAN: Final = f"offices/{OFFICE}/115/plan.yml"
TODAY: Final = "1772323200"
"""1 March 2026, when the year of the example's plan has begun and next year's is being written."""


def practice(folder: Path) -> Path:
    """Make the repository, with one commit on ``main`` and an ``origin`` to push to.

    Args:
        folder: where there is nothing yet; the origin lies beside it.
    """
    shutil.copytree(ROOT / "examples", folder, ignore=shutil.ignore_patterns("site", ".cache"))
    shutil.copytree(ROOT / "theme", folder / "theme")
    interface = "content/locales/en/LC_MESSAGES/interface.po"
    shutil.copy(ROOT / interface, folder / interface)
    settings = folder / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("../theme/site", "theme/site"), "utf-8")
    for name in (".gitattributes", ".gitignore", "build.py"):
        shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "The plans as they are")
    origin = folder.with_suffix(".git")
    git(folder, "clone", "-q", "--bare", str(folder), str(origin))
    git(folder, "remote", "add", "origin", str(origin))
    return folder


def git(folder: Path, *words: str) -> str:
    """What git says, in English, whoever runs it."""
    me = ["-c", "user.name=editor", "-c", "user.email=editor@example.tw", "-c", "commit.gpgsign=false"]
    done = subprocess.run(
        ["git", *me, *words],
        cwd=folder,
        env={
            "PATH": os.environ["PATH"],
            "LC_ALL": "C",
            "HOME": str(folder.parent),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_DATE": f"{TODAY} +0800",
            "GIT_COMMITTER_DATE": f"{TODAY} +0800",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return done.stdout


def program(root: Path, *words: str) -> "subprocess.Popen[str]":
    """``build.py`` with a command, in a project of its own."""
    return subprocess.Popen(
        [sys.executable, "build.py", *words],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "SOURCE_DATE_EPOCH": TODAY},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
