"""The links of a site to itself: counted by the check, kept with their day, and shown by the next build."""

import json
from pathlib import Path

import pytest

from planpress.cli.commands import main
from planpress.source.site_check import SITE_CHECK_FILE, read_site_check
from tests.projects import project, tree
from tests.site.test_build import build

EDITORIAL = {
    f"content/{tag}/{name}.md": f"# {name}\n\n## Contact {{ #contact }}\n"
    for tag in ("zh-Hant", "en")
    for name in ("about", "accessibility", "privacy")
}


def checked(root: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["check", "--site", "--record"], root) in (0, 1)
    return capsys.readouterr().out


def test_the_next_build_shows_what_the_check_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path, EDITORIAL)
    assert main(["--no-documents"], root) == 0
    assert "連不到的 0 個；已記入 content/site-check.json" in checked(root, capsys)
    record = json.loads((root / SITE_CHECK_FILE).read_text("utf-8"))
    assert record["links"] > 1000 and record["broken"] == 0
    assert main(["--no-documents"], root) == 0
    [proof] = [
        each for each in json.loads(tree(root / "site")["quality/quality.json"])["proofs"] if each["key"] == "links"
    ]
    assert (proof["passed"], proof["total"], proof["date"]) == (record["links"], record["links"], record["day"])
    assert SITE_CHECK_FILE not in tree(root / "site")


def test_a_broken_link_counts_and_its_page_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path, EDITORIAL)
    assert main(["--no-documents"], root) == 0
    page = root / "site/data/index.html"
    page.write_text(
        page.read_text("utf-8").replace("<h1>", '<p><a href="../nowhere/" title="無">無</a></p><h1>'), "utf-8"
    )
    assert "連不到的 1 個" in checked(root, capsys)
    found, problems = read_site_check(root)
    assert found is not None and problems == []
    assert (found.broken, found.places) == (1, ("data/",))


@pytest.mark.parametrize(
    "content", ["", "[]", '{"day": "2026-11-26", "links": 1, "broken": 2}', '{"links": -1}', "\xff"]
)
def test_a_damaged_record_is_told_and_never_shown(tmp_path: Path, content: str) -> None:
    root = project(tmp_path, {SITE_CHECK_FILE: content})
    assert "E065" in [each.code for each in build(root).problems]
    assert read_site_check(root)[0] is None


def test_only_a_check_of_the_site_is_recorded(tmp_path: Path) -> None:
    assert main(["check", "--record"], project(tmp_path)) == 2
