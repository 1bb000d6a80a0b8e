import sys
from pathlib import Path

import pytest

from benchmarks import kills

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


@pytest.mark.slow
def test_builds_that_are_killed_leave_whole_sites_and_the_next_ones_mend_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert kills.main(["--runs", "6", "--seed", "7"]) == 0, capsys.readouterr().err
    told = capsys.readouterr().out.splitlines()
    assert [line.split(" | ")[:2] for line in told[2:]] == [[f"| {kind}", "2"] for kind in kills.KINDS]


def test_a_page_that_names_what_is_not_there_is_found(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/1.css").write_text("")
    page = '<link href="{}assets/1.css"><script src="{}assets/2.js"></script><a href="../b/">'
    (tmp_path / "a/index.html").write_text(page.format("../", "../"))
    (tmp_path / "404.html").write_text(page.format("https://plans.example/sub/", "/sub/"))
    assert sorted(kills.broken(tmp_path)) == ["404.html: /sub/assets/2.js", "a/index.html: ../assets/2.js"]


def test_what_differs_is_named() -> None:
    assert list(kills.differences({"a": b"1", "b": b"2", "c": b"3"}, {"a": b"1", "b": b"3", "d": b""})) == [
        "b",
        "c",
        "d",
    ]
