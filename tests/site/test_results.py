"""Nothing that is internal is in the site, nor in what a build keeps for the next one."""

import gzip
import zlib
from pathlib import Path

import pytest

from tests.projects import PLAN, project
from tests.site.test_build import build, built

SECRET = "機密六一八"
FIRST = "offices/sample/114/assessments/1.yml"
ASSESSMENT = f"""\
kind: 電話測試
half: 1
assessor: {SECRET}處
total: 61.84
rows:
  - {{of: m-1-1, status: 停辦, achieved: {SECRET}, score: 61.84}}
"""
SATISFACTION = f"""\
surveys:
  - {{name: 用戶滿意度調查, year: 114, visibility: public, percentage: 92.3}}
  - {{name: {SECRET}同仁調查, year: 114, percentage: 61.8}}
"""
INDICATORS = f"""\
indicators:
  - id: secret-share
    name: {SECRET}
    figures: [{{year: 114, value: 61.84}}]
"""
FILES = {
    FIRST: ASSESSMENT,
    "offices/sample/satisfaction.yml": SATISFACTION,
    "offices/sample/indicators.yml": INDICATORS,
}


def held(folder: Path) -> str:
    """All that lies in a folder, unpacked where it is packed."""
    texts: list[str] = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            for unpack in (gzip.decompress, zlib.decompress):
                try:
                    content += unpack(content)
                except (OSError, EOFError, zlib.error):
                    continue
            texts.append(content.decode("utf-8", "replace"))
    return "\n".join(texts)


@pytest.mark.parametrize("preview", [False, True])
def test_nothing_internal_is_in_the_site_or_in_the_cache(tmp_path: Path, preview: bool) -> None:
    built(tmp_path, FILES, preview)
    for folder in ("site", ".cache"):
        everything = held(tmp_path / folder)
        assert "sample" in everything  # it could be read
        for word in (SECRET, "61.84", "61.8", "secret-share", "\\u6a5f\\u5bc6", "停辦"):
            assert word not in everything, (folder, word)


def test_a_warning_of_something_internal_is_told_by_its_place_alone(tmp_path: Path) -> None:
    text = ASSESSMENT + f"  - {{of: m-1-1, status: 停辦, achieved: {SECRET}}}\n"
    outcome = build(project(tmp_path, {**FILES, FIRST: text}))
    (problem,) = outcome.problems
    assert (problem.code, problem.place.line, problem.place.excerpt) == ("W004", 7, "")
    assert SECRET not in held(tmp_path / ".cache")


def test_what_is_wrong_with_something_internal_stops_the_build_and_is_told_in_full(tmp_path: Path) -> None:
    outcome = build(project(tmp_path, {**FILES, FIRST: ASSESSMENT.replace("m-1-1", "m-9-9")}))
    assert outcome.built is None
    (problem,) = outcome.problems
    assert (problem.code, problem.place.line, problem.values["id"]) == ("E012", 6, "m-9-9")
    assert SECRET in problem.place.excerpt
    assert SECRET not in held(tmp_path / ".cache")


def test_an_assessment_that_is_opened_or_corrected_compiles_its_plan_again(tmp_path: Path) -> None:
    root = project(tmp_path, FILES)
    (first, again) = (build(root), build(root))
    assert first.built and again.built and (first.built.compiled, again.built.compiled) == (1, 0)
    (root / FIRST).write_text(ASSESSMENT.replace("電話測試", "實地考核"), "utf-8")
    changed = build(root)
    assert changed.built and changed.built.compiled == 1


def test_a_site_without_results_is_as_it_was(tmp_path: Path) -> None:
    without = built(tmp_path / "without")
    internal = built(tmp_path / "internal", {FIRST: ASSESSMENT, "offices/sample/114/plan.yml": PLAN})
    assert without == internal
