from pathlib import Path

import pytest

from tests.golden.making import EXPECTED, TODAY, differences, make
from tests.projects import tree


def test_the_golden_site_is_as_expected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    different = differences(tree(EXPECTED), make(tmp_path / "project"))
    if different:
        pytest.fail(f"{different}\nIf this is meant: python -m tests.golden, then read its diff.", pytrace=False)


def test_a_difference_is_told_file_by_file() -> None:
    expected = {"a.html": b"<p>one</p>\n<p>two</p>\n", "gone.html": b"", "same.html": b"same\n"}
    found = {"a.html": b"<p>one</p>\n<p>three</p>\n", "new.html": b"", "same.html": b"same\n"}
    assert differences(expected, found) == (
        "missing: gone.html\nnot expected: new.html\n"
        "--- expected/a.html\n+++ found/a.html\n@@ -1,2 +1,2 @@\n <p>one</p>\n-<p>two</p>\n+<p>three</p>\n"
    )
    assert differences(expected, expected) == ""


def test_a_large_difference_is_cut() -> None:
    told = differences({"a": b"x\n" * 500}, {"a": b"y\n" * 500})
    assert told.count("\n") < 50
    assert "more of this file differs" in told
