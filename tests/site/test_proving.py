"""What a site proves of itself: counted by the build, shown with its places, and a reason to write nothing."""

import csv
import json
from pathlib import Path

import pytest

from planpress.model.dublin_core import NAMES
from planpress.model.proof import Proof, ProofKey
from planpress.problems.report import terminal
from planpress.settings import Settings
from planpress.site.proving import below, page_proofs
from planpress.site_checks.metadata import DATED
from planpress.site_checks.proven import has_metadata, shortfalls
from tests.projects import MKDOCS, project
from tests.site.test_build import build, built

SAID = dict.fromkeys(NAMES, "x") | dict.fromkeys(DATED, "2026-11-26") | {"DC.Language": "en"}
HEAD = '<html lang="en">\n<head>\n' + "".join(
    f'<meta name="{name}" content="{value}">\n' for name, value in sorted(SAID.items())
)


def with_thresholds(thresholds: str) -> dict[str, str | None]:
    return {"mkdocs.yml": MKDOCS.replace("extra:\n", f"extra:\n  thresholds: {thresholds}\n")}


def test_a_page_has_metadata_when_every_element_has_something_in_it() -> None:
    assert has_metadata(f"{HEAD}</head>".encode())
    assert not has_metadata(f"{HEAD.replace('DC.Rights', 'DC.Right')}</head>".encode())
    assert not has_metadata(f"{HEAD.replace('2026-11-26', '', 1)}</head>".encode())
    assert not has_metadata(f"<html lang='en'><head></head>{HEAD}".encode()), "what stands in the body is no metadata"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("2026-11-26", "26 November"), ("2026-11-26", "2026-13-01"), ('content="en"', 'content="中文"')],
)
def test_a_page_has_no_metadata_when_a_day_is_none_or_the_language_is_not_its_own(right: str, wrong: str) -> None:
    assert not has_metadata(f"{HEAD.replace(right, wrong, 1)}</head>".encode())


def test_what_is_no_page_has_nothing_to_prove() -> None:
    assert shortfalls("feed.xml", b"") == shortfalls("404.html", b"") == ()
    assert shortfalls("about/index.html", b"") == (ProofKey.METADATA,)
    assert shortfalls("en/search/help/index.html", b"") == (ProofKey.METADATA, ProofKey.SEARCH_HELP)


def test_pages_that_fall_short_are_counted_and_named() -> None:
    short = (ProofKey.METADATA,)
    metadata, search = page_proofs({"about/index.html": short, "index.html": (), "search/help/index.html": ()})
    assert (metadata.passed, metadata.total, metadata.percent, metadata.places) == (2, 3, 66, ("about/",))
    assert (search.passed, search.total, search.places) == (1, 1, ())


def test_the_share_is_rounded_down_and_nothing_falls_short_of_nothing() -> None:
    assert Proof(key=ProofKey.LINKS, passed=999, total=1000, path="").percent == 99
    assert Proof(key=ProofKey.LINKS, passed=0, total=0, path="").percent == 100


def test_the_site_shows_the_figures_of_the_checks(tmp_path: Path) -> None:
    site = built(tmp_path)
    shown = {each["key"]: each for each in json.loads(site["quality/quality.json"])["proofs"]}
    pages = [path for path in site if path.endswith(".html") and path != "404.html"]
    assert shown["metadata"]["total"] == len(pages)
    assert shown["metadata"]["passed"] == sum(has_metadata(site[path]) for path in pages)
    assert (shown["search-help"]["passed"], shown["search-help"]["total"]) == (3, 3)
    rows = list(csv.reader(site["quality/pages.csv"].decode("utf-8-sig").splitlines()))
    assert {f"https://plans.example/sub/{path.removesuffix('index.html')}" for path in pages} <= {
        row[0] for row in rows
    }
    short = [row[0] for row in rows[1:] if "metadata" in row[1]]
    assert short == shown["metadata"]["places"]
    html = site["quality/index.html"].decode()
    assert f"{shown['metadata']['passed']:,}／{shown['metadata']['total']:,}" in html


def test_a_build_that_changes_nothing_proves_the_same(tmp_path: Path) -> None:
    assert built(tmp_path) == built(tmp_path)


def test_a_site_below_its_thresholds_is_not_written_and_the_places_are_named(tmp_path: Path) -> None:
    root = project(tmp_path, with_thresholds("{translation: 100}"))
    outcome = build(root)
    assert outcome.built is None and not (root / "site").exists()
    [problem] = [each for each in outcome.problems if each.code == "E458"]
    assert (problem.place.file, problem.place.line) == ("mkdocs.yml", 5)
    assert "/en/sample/114/" in terminal([problem], "zh-Hant")
    assert build(project(tmp_path, with_thresholds("{translation: 0}"))).built is not None


def test_what_was_never_checked_does_not_reach_a_threshold(tmp_path: Path) -> None:
    outcome = build(project(tmp_path, with_thresholds("{external-links: 1}")))
    assert outcome.built is None and "E459" in [each.code for each in outcome.problems]


def test_the_preview_shows_what_is_below_a_threshold(tmp_path: Path) -> None:
    assert build(project(tmp_path, with_thresholds("{translation: 100}")), preview=True).built is not None


def test_a_problem_names_a_few_pages_and_says_that_there_are_more(tmp_path: Path) -> None:
    settings = Settings.load(project(tmp_path, with_thresholds("{metadata: 100}")))
    proof = Proof(
        key=ProofKey.METADATA, passed=0, total=30, path="", places=tuple(f"{number}/" for number in range(30))
    )
    [problem] = below(settings, [proof])
    assert problem.values["places"].endswith("/9/、…")


@pytest.mark.parametrize("key", ProofKey)
def test_every_proof_has_words_of_its_own(key: ProofKey) -> None:
    from planpress.pages.proofs.proofs import PROOF_TEXTS

    assert PROOF_TEXTS[key].name
