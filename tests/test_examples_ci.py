"""The settings for GitHub and GitLab that offices copy: what they run is run here, in a small project."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.projects import PLAN, ROOT, project

CI = ROOT / "examples" / "ci"
WRONG = {"offices/sample/114/plan.yml": PLAN.replace("who: 業務組", "who: 業物組")}

PAGES = {
    f"content/{tag}/{name}.md": f"---\ntitle: {name}\ndescription: {name}\n---\n\n# {name}\n\n{name}\n"
    for tag in ("zh-Hant", "en")
    for name in ("accessibility", "privacy")
}
"""What the foot of every page leads to."""


def settings(name: str) -> dict[Any, Any]:
    loaded = yaml.safe_load((CI / name).read_text("utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def github_steps() -> list[dict[str, Any]]:
    steps = settings("github.yml")["jobs"]["plans"]["steps"]
    assert isinstance(steps, list)
    return steps


def run(root: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run a step as the hosts do, with this Python as the one that they set up."""
    python = root.parent / "bin" / "python"
    python.parent.mkdir(exist_ok=True)
    python.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} "$@"\n')
    python.chmod(0o755)
    shutil.copy(ROOT / "build.py", root)
    environment = {**os.environ, "PATH": f"{python.parent}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "CI": "true"}
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", command],
        cwd=root, env=environment, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.mark.slow
def test_github_checks_and_attaches_the_site(tmp_path: Path) -> None:
    root = project(tmp_path / "project", PAGES)
    for step in github_steps():
        if "run" in step:
            done = run(root, step["run"])
            assert done.returncode == 0, (step, done.stderr)
    attached = [step["with"]["path"] for step in github_steps() if "upload-artifact" in step.get("uses", "")]
    assert [(root / path / "sample/114/index.html").is_file() for path in attached] == [True]


def test_github_shows_what_is_wrong_and_stops(tmp_path: Path) -> None:
    first = next(step["run"] for step in github_steps() if "run" in step)
    done = run(project(tmp_path / "project", WRONG), first)
    assert done.returncode == 1
    assert "::error file=offices/sample/114/plan.yml,line=8," in done.stdout
    assert "不認得的部門「業物組」" in done.stdout


def gitlab_script() -> str:
    """The whole script, as GitLab runs it in one shell."""
    script = settings("gitlab.yml")["plans"]["script"]
    return "\n".join(script)


@pytest.mark.slow
def test_gitlab_checks_and_attaches_the_site(tmp_path: Path) -> None:
    root = project(tmp_path / "project", PAGES)
    done = run(root, gitlab_script())
    assert done.returncode == 0, done.stderr
    artifacts = settings("gitlab.yml")["plans"]["artifacts"]
    assert json.loads((root / artifacts["reports"]["codequality"]).read_text("utf-8")) == []
    assert [(root / path / "sample/114/index.html").is_file() for path in artifacts["paths"]] == [True]


@pytest.mark.slow
def test_gitlab_reports_what_is_wrong_and_stops(tmp_path: Path) -> None:
    root = project(tmp_path / "project", WRONG)
    done = run(root, gitlab_script())
    assert done.returncode == 1
    assert "不認得的部門「業物組」" in done.stderr
    artifacts = settings("gitlab.yml")["plans"]["artifacts"]
    assert artifacts["when"] == "always"
    [issue] = json.loads((root / artifacts["reports"]["codequality"]).read_text("utf-8"))
    assert (issue["check_name"], issue["location"]["lines"]["begin"]) == ("E104", 8)
    assert not (root / "site").exists()


def test_both_fetch_the_whole_history_and_write_nothing_back() -> None:
    checkout = next(step for step in github_steps() if "checkout" in step.get("uses", ""))
    assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}
    assert settings("github.yml")["permissions"] == {"contents": "read"}
    assert settings("gitlab.yml")["plans"]["variables"]["GIT_DEPTH"] == "0"


def test_what_has_owners_is_there() -> None:
    lines = (CI / "CODEOWNERS").read_text("utf-8").splitlines()
    paths = [line.split()[0] for line in lines if line.startswith("/")]
    absent = {"/.github/", "/.gitlab-ci.yml", "/content/redirects.yml", "/content/static/"}  # an office's own
    assert [path for path in paths if path not in absent and not list(ROOT.glob(path.strip("/")))] == []
    assert "/offices/*/*/" in paths


@pytest.mark.parametrize("page", ["pull_request_template.md", "github.yml", "gitlab.yml"])
def test_every_command_in_them_is_one_that_the_program_has(page: str) -> None:
    from tests.cli.test_documented import KNOWN, calls, options

    found = re.findall(r"python (build\.py[^`>|\n]*)", (CI / page).read_text("utf-8"))
    assert found
    for piece in found:
        for command, words in calls(piece):
            assert command in KNOWN, piece
            assert options(words) <= KNOWN[command], piece
