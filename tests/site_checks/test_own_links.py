"""The links of a site to itself: counted by the check, kept with their day, and shown by the next build."""

import json
from datetime import date
from pathlib import Path

import pytest

from planpress.accessibility.record import RECORD_FILE, MachineRecord
from planpress.cli.commands import main
from planpress.model.site_check import SiteCheck
from planpress.source.content.site_check import SITE_CHECK_FILE, read_site_check
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
    assert main(["--no-documents", "--jobs", "1"], root) == 0
    assert "連不到的 0 個；已記入 content/site-check.json" in checked(root, capsys)
    record = json.loads((root / SITE_CHECK_FILE).read_text("utf-8"))
    assert record["links"] > 1000 and record["broken"] == 0
    assert main(["--no-documents", "--jobs", "1"], root) == 0
    [proof] = [
        each for each in json.loads(tree(root / "site")["quality/quality.json"])["proofs"] if each["key"] == "links"
    ]
    assert (proof["passed"], proof["total"], proof["date"]) == (record["links"], record["links"], record["day"])
    assert SITE_CHECK_FILE not in tree(root / "site")


def test_a_broken_link_counts_and_its_page_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path, EDITORIAL)
    assert main(["--no-documents", "--jobs", "1"], root) == 0
    page = root / "site/data/index.html"
    page.write_text(
        page.read_text("utf-8").replace("<h1>", '<p><a href="../nowhere/" title="無">無</a></p><h1>'), "utf-8"
    )
    assert "連不到的 1 個" in checked(root, capsys)
    found, problems = read_site_check(root)
    assert found is not None and problems == []
    assert (found.broken, found.places) == (1, ("data/",))


@pytest.mark.slow
def test_figures_that_the_site_does_not_bear_out_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path, EDITORIAL)
    assert main(["--no-documents"], root) == 0
    checked(root, capsys)
    assert main(["check", "--site"], root) == 0
    assert "W749" not in capsys.readouterr().err
    record = SiteCheck.model_validate_json((root / SITE_CHECK_FILE).read_text("utf-8"))
    typed = record.model_copy(update={"links": record.links + 9_000, "day": date(2026, 1, 5)})
    (root / SITE_CHECK_FILE).write_text(typed.model_dump_json(), "utf-8")
    pages = len([path for path in tree(root / "site") if path.endswith(".html")])
    machine = MachineRecord(day=date(2026, 1, 5), site_url="", program="", pages=pages - 1, by_language={}, codes=())
    (root / RECORD_FILE).write_text(machine.as_json(), "utf-8")
    assert main(["check", "--site"], root) == 0
    said = capsys.readouterr().err
    assert SITE_CHECK_FILE in said and "W749" in said, said
    assert f"（2026-01-05）是 {typed.links} 個" in said and f"現在的網站是 {record.links} 個、0 個" in said
    assert "W660" in said and f"檢測了 {pages - 1} 頁，現在的網站有 {pages} 頁" in said
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("documents: false", "documents: true"), "utf-8")
    assert main(["check", "--site"], root) == 0
    said = capsys.readouterr().err
    assert "W749" not in said and "W660" in said, "a site that was built without its documents has fewer links"


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        '{"day": "2126-11-26", "links": 1, "broken": 0}',
        '{"day": "2026-11-26", "links": 1, "broken": 2}',
        '{"links": -1}',
        "\xff",
    ],
)
def test_a_damaged_record_is_told_and_never_shown(tmp_path: Path, content: str) -> None:
    root = project(tmp_path, {SITE_CHECK_FILE: content})
    outcome = build(root)
    assert "E065" in [each.code for each in outcome.problems]
    assert outcome.built is None


def test_only_a_check_of_the_site_is_recorded(tmp_path: Path) -> None:
    assert main(["check", "--record"], project(tmp_path)) == 2
