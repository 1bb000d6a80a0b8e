"""The real offices' site, built away from the project so that no test touches its cache."""

import re
import shutil
import subprocess
from pathlib import Path

from planpress.engine import editorial
from planpress.settings import Settings
from planpress.site import build

ROOT = Path(__file__).parents[1]


def build_real_site(folder: Path, site_url: str) -> Path:
    """Build the site of ``offices/``, ``content/`` and ``theme/`` as it is for this address.

    Returns:
        The folder of the finished site.
    """
    project = folder / "project"
    for name in ("offices", "content", "theme"):
        shutil.copytree(ROOT / name, project / name)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(re.sub(r"(?m)^site_url: \S+", f"site_url: {site_url}", settings), "utf-8")
    _commit(project)
    outcome = build(Settings.load(project, site_dir=folder / "site"), editorial)
    assert outcome.report is not None, outcome.problems
    return folder / "site"


def _commit(project: Path) -> None:
    """Pages tell when their sources last changed, which git knows."""
    me = ["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q"], ["add", "."], [*me, "commit", "-q", "-m", "site"]):
        subprocess.run(["git", *command], cwd=project, check=True, capture_output=True)
