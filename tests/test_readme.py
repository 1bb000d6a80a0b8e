"""The first edit that a README shows is there to be made, and gives what it says."""

import re
import shutil
import textwrap
from pathlib import Path

import pytest

from planpress.cli.commands import main
from tests.projects import ROOT

PLAN = "offices/kinmen/114/plan.yml"


@pytest.mark.parametrize(("readme", "language"), [("README.md", "zh-Hant"), ("README.en.md", "en")])
def test_the_first_edit_gives_the_message_that_it_shows(
    readme: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (ROOT / readme).read_text("utf-8")
    row, shown = (textwrap.dedent(block) for block in re.findall(r"(?ms)^   ```(?:yaml)?\n(.*?)^   ```", text))
    for folder in ("content", "offices", "theme"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    plan = (tmp_path / PLAN).read_text("utf-8")
    in_the_plan = textwrap.indent(row, " " * 6)
    assert plan.count(in_the_plan) == 1
    (tmp_path / PLAN).write_text(plan.replace(in_the_plan, in_the_plan.replace("業務組", "業物組")), "utf-8")
    assert main(["check", "--lang", language], tmp_path) == 1
    assert capsys.readouterr().err.rstrip("\n") == shown.rstrip("\n")
