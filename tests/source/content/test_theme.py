import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from planpress.cli.commands import main
from planpress.problems.problem import Place, Problem
from planpress.problems.settings_error import SettingsError
from planpress.source.content.theme import explained
from tests.cases import few
from tests.projects import MKDOCS, PLAN, ROOT, project

PLANS = {f"offices/sample/{year}/plan.yml": PLAN.replace("114", str(year)) for year in range(100, 112)}
"""Enough for two workers."""
DOCUMENTS = {"mkdocs.yml": MKDOCS.replace("documents: false", "documents: true")}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1748736000")


@pytest.mark.parametrize("jobs", few(["1", "2"], "1"))
@pytest.mark.parametrize(
    ("path", "content", "place", "message"),
    [
        ("site/plan_body.html", b"<p>\n{% if %}", ":2:1", "Expected an expression"),
        ("site/plan_body.html", b"<p>\n\n{{ nosuch }}", ":3:1", "is undefined"),
        ("site/plan_body.html", b"{{ 1 | nosuch }}", ":1:1", "nosuch"),
        ("site/plan_body.html", b"{{ 1 + 'a' }}", ":1:1", "TypeError"),
        ("site/plan_body.html", b"{{ 1 / 0 }}", ":1:1", "ZeroDivisionError"),
        ("site/plan_body.html", b"{% include 'plan_body.html' %}", ":1:1", "RecursionError"),
        ("site/plan_body.html", b"\n{% include 'nosuch.html' %}", ":2:1", "nosuch.html"),
        ("site/home.html", b"{% extends 'home.html' %}", "", "E455"),
        ("site/home.html", "\n服務".encode("big5"), ":2:1", "E303"),
        ("site/css/plan.css", b"a {\xff}", ":1:4", "E304"),
        ("site/css/plan.css", b"", ":1:1", "E305"),
        ("site/assets/planpress.js", None, "", "E404"),
        ("site/assets/search/query.js", None, "", "E404"),
        ("site/plan_body.html", None, "", "plan_body.html"),
    ],
)
def test_what_is_wrong_with_the_theme_has_its_place_and_nothing_is_written(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    jobs: str,
    path: str,
    content: bytes | None,
    place: str,
    message: str,
) -> None:
    root = project(tmp_path / "project", PLANS if jobs == "2" else {})
    file = root / "theme" / path
    assert file.exists()
    file.unlink() if content is None else file.write_bytes(content)
    assert main(["--jobs", jobs], root) == 2
    said = capsys.readouterr()
    assert said.err.startswith(f"theme/{path}{place}" if place or path.startswith("site/assets") else "theme")
    assert message in said.err
    assert "Traceback" not in said.err
    assert not (root / "site").exists()


BROKEN = [
    ("pdf/plan.typ", b"= A\n#nosuch()\n", ":2:1", "unknown variable"),
    ("pdf/plan.typ", b"\xff", "", "UTF-8"),
    ("pdf/plan.typ", None, "", "E455"),
    ("odt/content.xml", b"<a><b></a>", "", "XML: mismatched tag"),
    ("odt/content.xml", b"<a>\n{{ nosuch }}</a>", ":2:1", "is undefined"),
    ("ods/content.xml", b"<a>\xff</a>", ":1:4", "E304"),
]


@pytest.mark.parametrize(("path", "content", "place", "message"), few(BROKEN, BROKEN[0], BROKEN[3]))
def test_what_is_wrong_with_a_template_of_documents_has_its_place(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    path: str,
    content: bytes | None,
    place: str,
    message: str,
) -> None:
    root = project(tmp_path / "project", DOCUMENTS)
    file = root / "theme" / "documents" / path
    assert file.exists()
    file.unlink() if content is None else file.write_bytes(content)
    assert main(["--jobs", "1"], root) == 2
    said = capsys.readouterr()
    assert said.err.startswith(f"theme/documents/{path}{place}")
    assert message in said.err
    assert not (root / "site").exists()


@pytest.mark.slow
def test_workers_tell_of_a_template_of_documents_too(tmp_path: Path) -> None:
    """In a process of its own: Typst's threads do not outlive the forking of one that has set something already."""
    root = project(tmp_path / "project", {**DOCUMENTS, "offices/sample/113/plan.yml": PLAN.replace("114", "113")})
    (root / "theme" / "documents" / "pdf" / "plan.typ").write_text("#nosuch()", "utf-8")
    call = "import sys; from pathlib import Path; from planpress.cli.commands import main; sys.exit(main(['--jobs', '2'], Path()))"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    result = subprocess.run(
        [sys.executable, "-c", call],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert result.returncode == 2
    assert result.stderr.startswith("theme/documents/pdf/plan.typ:1:1  E455")
    assert "Traceback" not in result.stderr


def test_what_has_nothing_to_do_with_a_template_is_no_mistake_of_the_theme(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), explained(tmp_path):
        _ = 1 / 0


def test_problems_come_whole_out_of_another_process() -> None:
    problem = Problem("E455", Place("theme/site/home.html", 2), {"message": "x"})
    error = pickle.loads(pickle.dumps(SettingsError(problems=(problem,))))
    assert error.problems == (problem,)
    assert "範本有誤（x）" in str(error)
