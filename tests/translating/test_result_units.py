from pathlib import Path

from planpress.settings import Settings
from planpress.translating.result_units import read_result_units
from planpress.translating.workspace import open_workspace
from tests.projects import project

ASSESSMENT = """\
kind: 自行考核
visibility: public
half: 1
assessor: 考核小組
summary: |
  第一段。
  第二段。
rows:
  - of: m-1-1
    achieved: 已推廣
    parts: [{criterion: 接聽, note: 附註}]
"""
SURVEYS = """\
surveys:
  - {name: 用戶調查, year: 114, visibility: public, steps: [好, 壞], questions: [{question: 如何}]}
  - {name: 同仁調查, year: 114}
"""
INDICATORS = """\
indicators:
  - {id: share, name: 比率, visibility: public, unit: 件, figures: [{year: 114, value: 3, note: 初估}]}
  - {id: secret, name: 機密比率, figures: [{year: 114, value: 3}]}
"""
FOLDER = "offices/sample/114/assessments"


def example(root: Path) -> Path:
    return project(
        root,
        {
            f"{FOLDER}/1.yml": ASSESSMENT,
            f"{FOLDER}/2.yml": ASSESSMENT.replace("visibility: public\n", "").replace("half: 1", "half: 2"),
            "offices/sample/satisfaction.yml": SURVEYS,
            "offices/sample/indicators.yml": INDICATORS,
        },
    )


def test_what_is_public_has_its_places_and_nothing_internal_is_translated(tmp_path: Path) -> None:
    found = [each for each in read_result_units(example(tmp_path)) if each]
    assert [(each.file, [(unit.text, each.place(unit).line) for unit in each.units]) for each in found] == [
        (
            f"{FOLDER}/1.yml",
            [("考核小組", 4), ("第一段。", 6), ("第二段。", 7), ("已推廣", 10), ("接聽", 11), ("附註", 11)],
        ),
        ("offices/sample/satisfaction.yml", [("用戶調查", 2), ("好", 2), ("壞", 2), ("如何", 2)]),
        ("offices/sample/indicators.yml", [("比率", 2), ("件", 2), ("初估", 2)]),
    ]


def test_results_that_cannot_be_read_leave_the_catalogues_alone(tmp_path: Path) -> None:
    root = example(tmp_path)
    (root / f"{FOLDER}/1.yml").write_text("kind: 沒有這種考核\n", "utf-8")
    assert not open_workspace(Settings.load(root)).complete


def test_the_results_of_an_office_are_counted_together(tmp_path: Path) -> None:
    told = open_workspace(Settings.load(example(tmp_path))).coverage()
    assert [(each.roc_year, each.coverage.total) for each in told if each.language == "en"][1:] == [(None, 13)]
