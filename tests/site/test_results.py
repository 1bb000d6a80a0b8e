"""What became of a plan on the site; nothing that is internal, nor in what a build keeps for the next one."""

import gzip
import json
import zlib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from planpress.tools.schema import data_schema
from tests.blocks import png
from tests.projects import PLAN, project, tree
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


def test_what_was_public_and_is_internal_again_leaves_the_site_and_its_cache(tmp_path: Path) -> None:
    """Also one survey of several, of which no page goes: the addresses of what is searched do."""
    public = {
        FIRST: ASSESSMENT.replace(f"{SECRET}處", "業務處").replace("half: 1", "half: 1\nvisibility: public"),
        "offices/sample/satisfaction.yml": SATISFACTION.replace(
            "percentage: 61.8", "visibility: public, percentage: 61.8"
        ),
    }
    root = project(tmp_path, {**FILES, **public})
    assert build(root).built
    assert all(SECRET in held(tmp_path / folder) for folder in ("site", ".cache"))
    for name in public:
        (root / name).write_text(FILES[name], "utf-8")
        assert build(root).built
    for folder in ("site", ".cache"):
        assert SECRET not in held(tmp_path / folder), folder


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


OPEN = """\
kind: 自行考核
half: {half}
cut_off: 114-06-30
assessor: 業務組
visibility: public
maximum: 100
total: {total}
evidence: [counter.png]
rows:
  - {{of: m-1-1, status: 完成, achieved: 已推廣, score: {total}}}
  - {{of: m-1-2, status: 依計畫辦理, figure: "12", unit: 件}}
"""
SURVEYS = """\
surveys:
  - {name: 用戶滿意度調查, year: 113, visibility: public, percentage: 88}
  - name: 用戶滿意度調查
    year: 114
    visibility: public
    target: 90
    percentage: 92.3
    steps: [滿意, 普通, 不滿意]
    questions:
      - {dimension: 洽公環境, counts: [977, 311, 3]}
"""


def opened(root: Path) -> dict[str, bytes]:
    project(
        root,
        {
            FIRST: OPEN.format(half=1, total=88),
            "offices/sample/114/assessments/2.yml": OPEN.format(half=2, total=93).replace("06-30", "12-31"),
            "offices/sample/satisfaction.yml": SURVEYS,
        },
    )
    (root / "offices/sample/114/assessments/counter.png").write_bytes(png(3, 2))
    outcome = build(root)
    assert outcome.built is not None, outcome.problems
    return tree(root / "site")


def test_what_became_of_the_plan_stands_beside_it_in_every_language(tmp_path: Path) -> None:
    site = opened(tmp_path)
    for prefix in ("", "en/", "zh-hans/"):
        plan, results = (site[f"{prefix}sample/114/{path}index.html"].decode() for path in ("", "results-2/"))
        assert 'href="results-2/#m-1-1"' in plan and 'href="results-2/"' in plan
        day = "30 June 2025" if prefix == "en/" else "114年6月30日"
        assert f"{day}" not in plan and ("31 December 2025" if prefix == "en/" else "114年12月31日") in plan
        assert 'href="../#m-1-2"' in results and '<li id="m-1-2">' in results
        assert 'results/counter.png"' in results
        assert site["sample/114/results/counter.png"]
    said = site["sample/114/results-2/index.html"].decode()
    assert "執行情形：完成1項、依計畫辦理1項。" in said and "93（滿分100）" in said
    assert "Progress: Completed: 1, Carried out as planned: 1." in site["en/sample/114/results-2/index.html"].decode()


def test_from_the_home_page_two_links_lead_to_what_was_carried_out(tmp_path: Path) -> None:
    site = opened(tmp_path)
    assert 'href="sample/"' in site["index.html"].decode()
    assert 'href="114/results-2/"' in site["sample/index.html"].decode()


def test_the_own_trend_is_drawn_and_stands_in_a_table(tmp_path: Path) -> None:
    said = opened(tmp_path)["sample/114/results-2/index.html"].decode()
    assert "<desc" in said and "114上為88、114下為93" in said
    assert said.index("<svg") < said.index('<table class="history">')
    assert " style=" not in said and "<style" not in said


def test_no_cell_of_few_people_is_anywhere(tmp_path: Path) -> None:
    site = opened(tmp_path)
    for path, content in site.items():
        if path.endswith((".html", ".json")) and "sample/" in path:
            assert "311" not in content.decode("utf-8", "replace"), path  # it would give the three away
    said = site["sample/satisfaction/index.html"].decode()
    assert "977" in said and said.count(">不列<") == 2


def test_where_nothing_is_known_nothing_is_said_of_the_office(tmp_path: Path) -> None:
    site = built(tmp_path)
    sentence = "本站未收錄考核結果（不表示機關未公布），請至機關官網查詢。"
    assert sentence in site["sample/index.html"].decode() and sentence in site["sample/114/index.html"].decode()
    assert not [path for path in site if "results" in path or "satisfaction" in path]


def test_no_page_calls_anything_late(tmp_path: Path) -> None:
    for path, content in opened(tmp_path).items():
        if path.endswith((".html", ".json", ".xml")):
            assert "逾期" not in content.decode("utf-8", "replace"), path


def test_results_as_data_are_as_their_schema_says(tmp_path: Path) -> None:
    found = json.loads(opened(tmp_path)["sample/114/results.json"])
    Draft202012Validator(json.loads(data_schema("results-data.json"))).validate(found)
    first, second = found["assessments"]
    assert (first["half"], second["total"], second["rows"][1]["status"]) == (1, 93.0, "as-planned")
    assert second["url"] == "https://plans.example/sub/sample/114/results-2/"
    (survey,) = found["surveys"]
    assert survey["questions"] == [{"dimension": {"zh-Hant": "洽公環境"}, "counts": {"滿意": 977}}]


def test_what_can_have_no_points_is_not_said_to_have_none(tmp_path: Path) -> None:
    text = "kind: 自行考核\nvisibility: public\nmaximum: 0\ntotal: 0\nrows: [{of: m-1-1, maximum: 0, score: 0}]\n"
    said = built(tmp_path, {FIRST: text})["sample/114/results-1/index.html"].decode()
    assert said.count("不計分") == 2 and "滿分0" not in said and "配分0" not in said
