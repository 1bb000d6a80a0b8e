"""The types in the scripts of the site, by the TypeScript compiler; nothing is compiled."""

import subprocess
from pathlib import Path

import pytest

from tests.browser.conftest import npm_file
from tests.programs import node


@pytest.mark.slow
def test_the_types_in_the_scripts_agree() -> None:
    command = [node(), str(npm_file("typescript/bin/tsc")), "-p", str(Path(__file__).with_name("tsconfig.json"))]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.stdout == ""
    assert result.returncode == 0
