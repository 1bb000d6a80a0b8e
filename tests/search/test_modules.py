"""The modules of the search in node's own test runner: each as it is written, and joined as they are served."""

import os
import subprocess
from pathlib import Path

import pytest

from planpress.pages.frame.scripts import ANSWER, FIRST, MODULES, served
from tests.programs import node
from tests.projects import ROOT

HERE = Path(__file__).parent
WRITTEN = ROOT / "theme" / "site" / "assets" / "search"


@pytest.fixture
def joined(tmp_path: Path) -> Path:
    """The modules as they are served; what was joined is also to be had under the names of its parts."""
    scripts = served({name: (WRITTEN / name).read_text("utf-8") for name in MODULES})
    parts = {name: f'export * from "./{whole[-1]}";\n' for whole in (FIRST, ANSWER) for name in whole}
    for name, text in {**parts, **scripts, "package.json": '{"type": "module"}'}.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def run_tests(scripts: Path) -> None:
    files = sorted(map(str, HERE.glob("*.test.mjs")))
    command = [node(), "--import", (HERE / "no_page.mjs").as_uri(), "--test", *files]
    environment = os.environ | {"PLANPRESS_SCRIPTS": str(scripts)}
    result = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert len(files) == 11
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_modules_of_the_search() -> None:
    run_tests(WRITTEN)


@pytest.mark.slow
def test_the_modules_as_they_are_served(joined: Path) -> None:
    run_tests(joined)
