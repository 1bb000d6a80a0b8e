"""The runbook works: each of its commands, in its order, in a scratch folder."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import MKDOCS, ROOT, write
from tests.publishing.projects import publishable

BLOCK = re.compile(r"(?ms)^ *```(?P<language>sh|yaml)\n(?P<text>.*?)^ *```")
LANGUAGES = ("zh-Hant", "en")


def blocks(language: str) -> list[tuple[str, str]]:
    text = (ROOT / "docs" / language / "runbook.md").read_text("utf-8")
    return [(block["language"], re.sub(r"(?m)^   ", "", block["text"])) for block in BLOCK.finditer(text)]


def test_both_languages_give_the_same_commands() -> None:
    assert blocks("zh-Hant") == blocks("en")


@pytest.mark.slow
def test_every_command_does_what_it_says(tmp_path: Path) -> None:
    root = publishable(tmp_path / "project", years=(111, 112, 113, 114))
    # It is commands that are tried, and one language is built in less time.
    write(root, "mkdocs.yml", MKDOCS.replace("extra:", "extra:\n  languages: [zh-Hant]"))
    (root / "build.py").write_bytes((ROOT / "build.py").read_bytes())
    targets, *_ = (text for kind, text in blocks("en") if kind == "yaml")
    steps = [text for kind, text in blocks("en") if kind == "sh"]
    targets += "  - id: new\n    folder: /srv/new\n"
    (root / "publish.yml").write_text(targets.replace("/srv", str(tmp_path / "srv")), "utf-8")
    git = "git -c user.name=Tester -c user.email=tester@plans.example"
    setup = f"git init -q --bare ../origin.git; git init -q; git add .; {git} commit -qm plans; git push -q ../origin.git HEAD:main"
    run(root, f"{setup}; git remote add origin ../origin.git; git fetch -q; git branch -q -u origin/main")
    current = tmp_path / "srv/plans/current"
    for text in steps:
        for command in text.splitlines():
            if "--accept" in command:
                edit(root, 113, "推廣", "推動")
                run(root, "rm -r offices/sample/111 offices/sample/112 offices/sample/113")
            elif "revert" in command:
                assert (current / "sample/113").exists(), "the rollback has shown the plans again"
                run(root, f"git add .; {git} commit -qm wrong")
            run(root, command.replace("git ", f"{git} ", 1) if command.startswith("git") else command)
    assert (current / "sample/113").exists()
    assert (tmp_path / "srv/new/current/sample/114/index.html").is_file()


def edit(root: Path, year: int, old: str, new: str) -> None:
    file = root / f"offices/sample/{year}/plan.yml"
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


def run(root: Path, command: str) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-ec", command],
        cwd=root,
        env=os.environ | {"PATH": path, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
