"""The real offices' site, built away from the project so that no test touches its cache."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from planpress.engine import editorial
from planpress.settings import Settings
from planpress.site.build import build
from planpress.site.lock import locked

ROOT = Path(__file__).parents[1]
SITE = "https://example.org/"
"""Address of the one that tests share, the fixture ``real_site``."""
BELOW = "https://example.org/public/plans/"
"""Address of the one that lies below a path."""


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A site that the first of the workers makes that asks for it, and that all may look at.

    Args:
        factory: of folders for tests.
        name: of its folder.
        make: makes it, as the folder ``site`` in the one that it is given.
    """
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    with locked(folder.with_suffix(".lock"), name, lambda _: None):
        if not (folder / "site").exists():
            folder.mkdir()
            make(folder)
    return folder / "site"


def build_real_site(
    folder: Path, site_url: str, *, documents: bool = True, added: Mapping[str, str] | None = None
) -> Path:
    """Build the site of ``offices/``, ``content/`` and ``theme/`` as it is.

    Args:
        folder: an empty one, for the project's copy and the site.
        site_url: address of the home page.
        documents: whether PDF, ODT, ODS and CSV are made, which takes most of the time.
        added: what a test adds at the end of files, by their paths.

    Returns:
        The folder of the finished site.
    """
    project = folder / "project"
    for name in ("offices", "content", "theme"):
        shutil.copytree(ROOT / name, project / name)
    for path, text in (added or {}).items():
        with (project / path).open("a", encoding="utf-8") as file:
            file.write(text)
    configuration = (ROOT / "mkdocs.yml").read_text("utf-8")
    configuration = re.sub(r"(?m)^site_url: \S+", f"site_url: {site_url}", configuration)
    (project / "mkdocs.yml").write_text(configuration, "utf-8")
    _commit(project)
    settings = replace(Settings.load(project, site_dir=folder / "site"), documents=documents)
    outcome = build(settings, editorial)
    assert outcome.built is not None, outcome.problems
    return folder / "site"


def _commit(project: Path) -> None:
    """Pages tell when their sources last changed, which git knows."""
    me = ["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q"], ["add", "."], [*me, "commit", "-q", "-m", "site"]):
        subprocess.run(["git", *command], cwd=project, check=True, capture_output=True)
