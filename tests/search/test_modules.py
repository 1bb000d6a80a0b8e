"""The modules of the search, each by itself, in node's own test runner."""

import shutil
import subprocess
from pathlib import Path

from tests.programs import missing


def test_the_modules_of_the_search() -> None:
    node = shutil.which("node") or missing("node", "apt-get install nodejs")
    files = sorted(map(str, Path(__file__).parent.glob("*.test.mjs")))
    result = subprocess.run([node, "--test", *files], capture_output=True, text=True, check=False)
    assert len(files) == 6
    assert result.returncode == 0, result.stdout + result.stderr
