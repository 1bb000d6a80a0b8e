import io
import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from planpress.cli.commands import main
from planpress.console import visible, visible_lines
from tests.cases import few
from tests.projects import MKDOCS, PLAN, ROOT, project, write

PROGRAM = """
import signal, sys
from pathlib import Path
from planpress.cli.commands import main

signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests in the background ignores it
sys.exit(main(sys.argv[2:], Path(sys.argv[1])))
"""
WRONG: Mapping[str, str | None] = {
    "offices/sample/114/plan.yml": PLAN.replace("業務組", "業物組é😀"),
    "offices/sample/office.yaml": "",
}
C_LOCALE: Mapping[str, str] = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
ENCODINGS = ["ascii", "latin-1", "cp950"]


@pytest.fixture(autouse=True)
def in_june_2025(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1748736000")


def command(root: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-c", PROGRAM, str(root), *arguments]


def surroundings(more: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_", "LANG"))}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"} | dict(more)


def run(root: Path, *arguments: str, encoding: str = "utf-8") -> tuple[int, bytes, bytes]:
    """Exit code, and what both outputs got, which have an encoding and refuse what it lacks."""
    out, err = io.BytesIO(), io.BytesIO()
    with redirect_stdout(io.TextIOWrapper(out, encoding)), redirect_stderr(io.TextIOWrapper(err, encoding)):
        code = main(arguments, root)
        return code, out.getvalue(), err.getvalue()


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("wrong"), WRONG)


@pytest.mark.parametrize("encoding", few([*ENCODINGS, "utf-8"], "ascii", "cp950"))
def test_every_command_speaks_through_any_encoding(wrong: Path, encoding: str) -> None:
    code, out, err = run(wrong, "check", encoding=encoding)
    assert code == 1
    assert b"E104" in err
    assert out.strip() != b""
    assert run(wrong, "--jobs", "1", encoding=encoding)[0] == 1
    assert run(wrong, "translate", "--status", encoding=encoding)[0] == 0
    assert run(wrong, "--help", encoding=encoding)[0] == 0
    assert run(wrong, "--nonsense", encoding=encoding)[0] == 2


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_json_stays_json_in_any_encoding(wrong: Path, encoding: str) -> None:
    expected = json.loads(run(wrong, "check", "--format", "json")[1])
    assert "業物組é😀" in expected[0]["what"]
    assert json.loads(run(wrong, "check", "--format", "json", encoding=encoding)[1].decode(encoding)) == expected


def test_what_an_encoding_lacks_is_escaped_and_the_rest_stays(wrong: Path) -> None:
    err = run(wrong, "check", encoding="cp950")[2].decode("cp950")
    assert "不認得的部門「業物組\\u00e9\\ud83d\\ude00」" in err


@pytest.mark.slow
@pytest.mark.parametrize("more", [C_LOCALE, {"PYTHONIOENCODING": "cp950:strict"}], ids=["C", "cp950"])
def test_a_program_takes_the_encoding_of_its_surroundings(wrong: Path, more: Mapping[str, str]) -> None:
    process = subprocess.run(
        command(wrong, "check", "--format", "json"),
        env=surroundings({"PYTHONIOENCODING": ""} | dict(more)),
        capture_output=True,
        check=False,
    )
    assert (process.returncode, process.stderr) == (1, b"")
    encoding = more.get("PYTHONIOENCODING", "ascii").partition(":")[0]
    assert "業物組é😀" in json.loads(process.stdout.decode(encoding))[0]["what"]


@pytest.mark.slow
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_reader_who_leaves_sees_no_traceback(wrong: Path, form: str) -> None:
    for both in (False, True):
        reader, writer = os.pipe()
        os.close(reader)
        process = subprocess.Popen(
            command(wrong, "check", "--format", form),
            env=surroundings({}),
            stdout=writer,
            stderr=subprocess.STDOUT if both else subprocess.PIPE,
        )
        os.close(writer)
        said = process.communicate()[1] or b""
        assert process.returncode == 141
        assert b"Traceback" not in said
        assert b"BrokenPipe" not in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_output_that_nobody_can_take_is_said(wrong: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command(wrong, "check"), env=surroundings({}), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert b"No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_a_program_without_outputs_does_its_work(wrong: Path, closed: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"$@" {closed}', "sh", *command(wrong, "check")],
        env=surroundings({}),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


BIG5 = os.fsdecode("計畫.txt".encode("big5"))
NAMES = ["\x1b[31mred.yml", "two\nlines.yml", "\u202etxt.yml", BIG5]


PLACES = [*(("offices/sample/114", name) for name in NAMES), ("offices", BIG5), ("offices/sample", BIG5)]


@pytest.mark.parametrize(("folder", "name"), few(PLACES, PLACES[0], PLACES[-1]))
def test_names_are_shown_visibly_and_no_terminal_obeys_them(tmp_path: Path, folder: str, name: str) -> None:
    root = project(tmp_path / "plans")
    (root / folder / name).write_text("", "utf-8")
    for arguments in (["check"], ["--jobs", "1"]):
        _, out, err = run(root, *arguments)
        said = (out + err).decode("utf-8")
        assert visible(name) in said
        assert "\x1b" not in said
        assert name not in said
    [problem] = json.loads(run(root, "check", "--format", "json")[1].decode("utf-8"))
    assert problem["file"].startswith(f"{folder}/")
    assert problem["file"].encode("utf-8").decode("utf-8") == f"{folder}/{visible(name) if name == BIG5 else name}"


def test_messages_without_a_place_are_shown_visibly_too(tmp_path: Path) -> None:
    root = project(tmp_path / "\x1b[31mplans", {"mkdocs.yml": MKDOCS + "site_dir: .\n"})
    for arguments, code in (
        (["--jobs", "1"], 2),
        (["--site-dir", str(root / "site\x1b[2J"), "--jobs", "1"], 2),
        (["\x1b[31mcheck"], 2),
        (["--\x1b[31m"], 2),
        (["--only", "\x1b[31m"], 2),
    ):
        ended, out, err = run(root, *arguments)
        assert ended == code
        assert b"\x1b" not in out + err
    (root / "mkdocs.yml").write_bytes(b"site_url: https://plans.example/\n\x1b[31m: [\n")
    assert b"\x1b" not in run(root, "check")[2]
    (root / "theme/site/plan.html").write_text("{% if %}", "utf-8")
    (root / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    ended, _, err = run(root, "--jobs", "1")
    assert (ended, b"\x1b" in err, b"theme/site/plan.html:1:1" in err) == (2, False, True)


def test_a_project_may_lie_in_a_folder_of_any_name(tmp_path: Path) -> None:
    (folder := tmp_path / BIG5).mkdir()
    root = project(folder)
    assert run(root, "check")[0] == 0
    code, out, err = run(root, "--jobs", "1")
    assert code == 0 or (code == 2 and visible(BIG5) in err.decode("utf-8"))
    assert BIG5 not in (out + err).decode("utf-8")


def test_only_what_cannot_be_seen_is_spelt_out() -> None:
    assert visible("計畫 plan.yml") == "計畫 plan.yml"
    assert visible("a\tb\x00c\udca4") == "a→b<U+0000>c<U+DCA4>"
    assert visible_lines("a\x1b\nb\r\n") == "a<U+001B>\nb<U+000D>\n"


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
def test_a_preview_stands_an_output_that_ends_and_any_encoding(tmp_path: Path, encoding: str) -> None:
    root = project(tmp_path / "plans")
    process = subprocess.Popen(
        command(root, "serve", "--port", "0", "--jobs", "1"),
        env=surroundings({"PYTHONIOENCODING": encoding}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        line = b""
        while b"http://" not in line:
            line = process.stdout.readline()
        process.stdout.close()
        for number in range(2):
            plan = PLAN.replace("業務組", f"業物組{number}")
            write(root, "offices/sample/114/plan.yml", plan)
            assert until_said(line, f"業物組{number}")
    finally:
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=60)[1]
    assert process.returncode == 130
    assert b"Traceback" not in said


def until_said(line: bytes, words: str) -> bool:
    """Whether the page of the preview that this line names is told of something within a while."""
    url = re.findall(rb"http://[^/]+/", line)[0].decode()
    for _ in range(200):
        with urllib.request.urlopen(f"{url}__preview__/state") as response:
            if words in json.load(response)["text"]:
                return True
        time.sleep(0.1)
    return False
