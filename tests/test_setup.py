"""scripts/setup.sh and make, with a Python that only writes down how it was called."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.projects import ROOT, write

PYTHON = """\
#!/bin/sh
{ echo "called $*"; env; } >>"$RECORD"
"""
IN_THE_WAY: Mapping[str, str] = {
    "PIP_USER": "1",
    "PIP_TARGET": "/elsewhere",
    "PIP_PREFIX": "/elsewhere",
    "PIP_ROOT": "/elsewhere",
    "PIP_DRY_RUN": "1",
    "PIP_REQUIRE_HASHES": "1",
    "PIP_NO_BINARY": ":all:",
    "PIP_CONSTRAINT": "/elsewhere/constraints.txt",
    "PIP_PYTHON": "/elsewhere/python",
    "PYTHONHOME": "/elsewhere",
    "PYTHONPATH": "/elsewhere",
    "CDPATH": "/",
}
NEEDED: Mapping[str, str] = {
    "PIP_INDEX_URL": "https://mirror.office.example/simple",
    "PIP_PROXY": "http://proxy.office.example:3128",
    "PIP_CERT": "/etc/office.pem",
    "PIP_TRUSTED_HOST": "mirror.office.example",
    "PIP_NO_INDEX": "1",
    "PIP_FIND_LINKS": "/media/wheels",
    "HTTPS_PROXY": "http://proxy.office.example:3128",
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """What set-up needs of the project, and a virtual environment whose Python writes to ``record``."""
    for name in ("Makefile", "pyproject.toml", "scripts", "locks"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    write(tmp_path, ".venv/bin/python", PYTHON).chmod(0o755)
    return tmp_path


def run(copy: Path, *command: str, more: Mapping[str, str]) -> str:
    """What Python was called with, after a run that must succeed."""
    record = copy / "record"
    environment = os.environ | {"RECORD": str(record), "NO_MKDOCS_2_WARNING": "1"} | dict(more)
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return record.read_text("utf-8")


def test_settings_of_pip_and_python_for_other_work_do_not_reach_set_up(copy: Path) -> None:
    recorded = run(copy, "sh", "scripts/setup.sh", "site", more={**IN_THE_WAY, **NEEDED}).splitlines()
    installs = [line for line in recorded if line.startswith("called -m pip ")]
    assert len(installs) == 2
    assert all(" install --no-user " in line for line in installs)
    assert [name for name in IN_THE_WAY if any(line.startswith(f"{name}=") for line in recorded)] == []
    assert [name for name, value in NEEDED.items() if f"{name}={value}" not in recorded] == []
    assert list((copy / ".venv").glob(".ready-*-site")) != []


@pytest.mark.skipif(shutil.which("make") is None, reason="no make here")
def test_make_leads_python_to_no_other_packages(copy: Path) -> None:
    recorded = run(copy, "make", "check", more=IN_THE_WAY)
    assert "called build.py check" in recorded
    assert "PYTHONHOME=" not in recorded
    assert "PYTHONPATH=" not in recorded


@pytest.mark.slow
@pytest.mark.parametrize("setting", ["[global]\nuser = true\n", "[install]\nuser = true\n"])
def test_pip_installs_into_the_virtual_environment_whatever_its_settings_say(tmp_path: Path, setting: str) -> None:
    script = (ROOT / "scripts" / "setup.sh").read_text("utf-8")
    [line] = [line.strip() for line in script.splitlines() if " -m pip " in line]
    requirements = write(tmp_path, "none.txt", "# nothing\n")
    settings = write(tmp_path, "pip.conf", setting)
    interpreter = write(tmp_path, "environment/bin/python", f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    interpreter.chmod(0o755)
    command = f'set -- --dry-run --no-index -r "{requirements}"; directory="{tmp_path}/environment"; {line}'
    done = subprocess.run(
        ["sh", "-c", command],
        env=os.environ | {"PIP_CONFIG_FILE": str(settings)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.count("--user")) == (0, 0), done.stderr
