"""scripts/setup.py, build.py and make, with a Python that only writes down how it was called."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from scripts import setup
from tests.cases import few
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
    requirements = write(tmp_path, "none.txt", "# nothing\n")
    settings = write(tmp_path, "pip.conf", setting)
    interpreter = write(tmp_path, "environment/bin/python", f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    interpreter.chmod(0o755)
    install = (
        "from pathlib import Path; from scripts.setup import install; "
        f"install(Path({str(tmp_path / 'environment')!r}), 'none', "
        f"['--dry-run', '--no-index', '-r', {str(requirements)!r}], 2)"
    )
    done = subprocess.run(
        [sys.executable, "-c", install],
        cwd=ROOT,
        env=os.environ | {"PIP_CONFIG_FILE": str(settings)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.count("--user")) == (0, 0), done.stderr


def said(copy: Path, command: list[str], more: Mapping[str, str]) -> tuple[int, str]:
    """Exit code and what was said, of a run without the packages of these tests."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PLANPRESS_SET_UP")}
    environment = kept | {"RECORD": os.devnull} | dict(more)
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


PIP_SAYS = [
    ("SSLError(SSLCertVerificationError(1, 'certificate verify failed'))", ["憑證", "PIP_CERT="]),
    ("ProxyError('Cannot connect to proxy.', OSError('407 Proxy Authentication'))", ["代理伺服器", "HTTPS_PROXY="]),
    (
        "NewConnectionError: [Errno -3] Temporary failure in name resolution",
        ["連不上", "HTTPS_PROXY=", "PIP_FIND_LINKS"],
    ),
    ("OSError: Failed to parse: http://proxy:port", ["代理伺服器", "寫法有誤", "HTTPS_PROXY="]),
    ("OSError: Missing dependencies for SOCKS support.", ["SOCKS", "HTTPS_PROXY="]),
    ("OSError: Could not find a suitable TLS CA certificate bundle, invalid path: /a.pem", ["憑證檔", "PIP_CERT="]),
    ('WARNING: The index url "pypi.org" seems invalid, please provide a scheme.', ["https://", "PIP_INDEX_URL="]),
    ("An error occurred during configuration: option default-timeout: 'abc'", ["pip 的設定有誤", "default-timeout"]),
    ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", ["雜湊值不符", "PIP_INDEX_URL="]),
    ("ERROR: No matching distribution found for typst==0.15", ["沒有現成的套件", "typst==0.15"]),
    ("OSError: [Errno 28] No space left on device", ["磁碟空間不足"]),
    ("ERROR: [Errno 13] Permission denied: '.venv/lib'", ["無法寫入", ".venv"]),
    ("Something that nobody has thought of", ["套件安裝失敗", "Something that nobody has thought of"]),
]


@pytest.mark.parametrize(("text", "expected"), few(PIP_SAYS, PIP_SAYS[0]))
def test_what_keeps_pip_from_its_work_is_named_with_the_line_that_mends_it(
    copy: Path, text: str, expected: list[str]
) -> None:
    write(copy, "said.txt", text)
    pip = 'case "$*" in *install*) cat said.txt; exit 1;; esac\n'
    write(copy, ".venv/bin/python", f"#!/bin/sh\n{pip}").chmod(0o755)
    code, told = said(copy, [sys.executable, "scripts/setup.py", "site"], {})
    assert code == 2
    assert [each for each in expected if each not in told] == []
    assert "Traceback" not in told
    assert list((copy / ".venv").glob(".ready-*")) == []


def test_wheels_that_were_brought_for_another_python_are_told_from_packages_that_there_are_not(copy: Path) -> None:
    pip = 'case "$*" in *install*) echo "ERROR: No matching distribution found for a==1"; exit 1;; *platform*) echo 3.11.2;; esac\n'
    write(copy, ".venv/bin/python", f"#!/bin/sh\n{pip}").chmod(0o755)
    _, told = said(copy, [sys.executable, "scripts/setup.py", "site"], {"PIP_NO_INDEX": "1"})
    assert "wheels 資料夾不在專案裡" in told
    assert "3.11.2" in told
    assert 'export PIP_FIND_LINKS="wheels"' in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Error: [Errno 13] Permission denied: '/project/.venv'", "這個資料夾不能寫入"),
        ("Error: [Errno 30] Read-only file system: '/project/.venv'", "這個資料夾不能寫入"),
        ("Error: [Errno 20] Not a directory: '/project/.venv'", ".venv 不是資料夾"),
        ("Error: [Errno 28] No space left on device", "磁碟空間不足"),
        ("Error: Refusing to create a venv in /a:b because it contains the PATH separator :.", "不能有冒號"),
        ("Something that nobody has thought of", "Something that nobody has thought of"),
    ],
)
def test_what_keeps_venv_from_its_work_is_named_alone(copy: Path, text: str, expected: str) -> None:
    (copy / ".venv/bin/python").unlink()
    write(copy, "said.txt", text)
    python = write(copy, "python", "#!/bin/sh\ncase \"$*\" in *'-m venv'*) cat said.txt >&2; exit 1;; esac\n")
    python.chmod(0o755)
    code, told = said(copy, [sys.executable, "scripts/setup.py", "site"], {"PYTHON": str(python)})
    assert code == 2
    assert expected in told
    assert "Errno" not in told


def test_windows_is_told_how_either_of_its_terminals_sets_a_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup, "IS_WINDOWS", True)
    told = "\n".join(setup.cause("ProxyError", "locks/site.txt", "3.11.2").args)
    assert '$env:HTTPS_PROXY="http' in told
    assert 'set "HTTPS_PROXY=http' in told
    assert '$env:PIP_NO_INDEX="1"' in told
    assert setup.line_to_remove().strip() == 'cmd /c "rmdir /s /q .venv"'


def test_progress_is_told_while_packages_are_installed(copy: Path) -> None:
    pip = 'case "$*" in *"-r locks"*) i=0; while [ $i -lt 60 ]; do echo "Collecting a$i"; i=$((i+1)); done;; esac\n'
    write(copy, ".venv/bin/python", f"#!/bin/sh\n{pip}").chmod(0o755)
    _, told = said(copy, [sys.executable, "scripts/setup.py", "test"], {})
    assert "  25/" in told
    assert "  50/" in told


def test_build_sets_itself_up_and_goes_on_there(copy: Path) -> None:
    shutil.copy(ROOT / "build.py", copy)
    write(copy, ".venv/bin/python", '#!/bin/sh\n[ "$1" = "$PWD/build.py" ] && echo "there: $2 $3" >&2\nexit 0\n').chmod(
        0o755
    )
    code, told = said(copy, [sys.executable, "-S", "build.py", "check", "--site"], {})
    assert code == 0
    assert "there: check --site" in told
    assert told.count("安裝") == 2
    _, again = said(copy, [sys.executable, "-S", "build.py", "check", "--site"], {})
    assert again == "there: check --site\n"


@pytest.mark.parametrize("safe", [["-P"], ["-I"]])
def test_a_python_that_looks_nowhere_by_itself_finds_set_up(copy: Path, safe: list[str]) -> None:
    shutil.copy(ROOT / "build.py", copy)
    code, told = said(copy, [sys.executable, "-S", *safe, "build.py", "check"], {})
    assert (code, told.count("安裝")) == (0, 2)


def test_a_virtual_environment_that_is_damaged_is_told_and_not_set_up_for_ever(copy: Path) -> None:
    shutil.copy(ROOT / "build.py", copy)
    own = f'#!/bin/sh\ncase "$1" in *build.py) exec "{sys.executable}" -S "$@";; esac\n'
    write(copy, ".venv/bin/python", own).chmod(0o755)
    code, told = said(copy, [sys.executable, "-S", "build.py"], {})
    assert code == 2
    assert ".venv 已損壞" in told
    assert "rm -rf .venv" in told
    assert "Traceback" not in told


@pytest.mark.slow
def test_an_old_python_is_told_apart_from_none(copy: Path) -> None:
    old = write(copy, "old/python", "#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    (copy / ".venv/bin/python").unlink()
    code, told = said(copy, [sys.executable, "scripts/setup.py", "site"], {"PYTHON": str(old)})
    assert code == 2
    assert f"PYTHON={old} 無法執行，或版本低於 3.11" in told
