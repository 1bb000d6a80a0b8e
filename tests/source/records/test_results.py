from collections.abc import Mapping
from pathlib import Path

import pytest

from planpress.model.assessment import ResultStatus
from planpress.model.survey import enough_people
from planpress.source.repository import (
    read_all,
    read_office,
    read_office_results,
    read_organisations,
    read_results,
)
from tests.projects import PLAN, project

FIRST = "offices/sample/114/assessments/1.yml"
SECOND = "offices/sample/114/assessments/2.yml"
SATISFACTION = "offices/sample/satisfaction.yml"
INDICATORS = "offices/sample/indicators.yml"
OWN = """\
kind: 自行考核
half: 1
cut_off: 114-06-30
assessor: 業務組
visibility: public
rows:
  - of: m-1-1
    status: 依計畫辦理
    figure: "12"
    unit: 場
    who: 業務組
    score: 9
  - {of: m-1-2, status: 完成}
"""
SURVEY = """\
surveys:
  - name: 用戶滿意度調查
    year: 114
    visibility: public
    valid: 105
    steps: [非常滿意, 滿意, 普通, 不滿意, 非常不滿意]
    questions:
      - {dimension: 服務禮儀, counts: [60, 42, 1, 2, 0]}
  - {name: 同仁意見調查, year: 114, percentage: 71.3}
"""


def problems(root: Path, files: Mapping[str, str | None]) -> list[tuple[str, str, int]]:
    return [(each.code, each.place.file, each.place.line) for each in read_all(project(root, files))[1]]


def test_an_assessment_is_read_with_the_rows_it_speaks_of(tmp_path: Path) -> None:
    root = project(tmp_path, {FIRST: OWN})
    office, _ = read_office(root, "sample", read_organisations(root)[0])
    assert office is not None
    results = read_results(root, office, 114)
    assert results.every_problem == []
    (assessment,) = results.public
    assert (assessment.name, assessment.roc_year, assessment.half) == ("1", 114, 1)
    first, second = assessment.rows
    assert (first.of, first.status, first.figure, first.unit) == ("m-1-1", ResultStatus.AS_PLANNED, "12", "場")
    assert (first.departments, str(first.score), second.score) == (("業務組",), "9", None)


@pytest.mark.parametrize(
    "text",
    [
        "kind: 上級考核\nvisibility: public\ngroup: 甲組\nrank: 2\nranked: 6\n",
        "kind: 實地考核\nvisibility: public\nsummary: |\n  服務台動線清楚。\n  建議增設座椅。\n",
    ],
)
def test_ranks_alone_and_prose_alone_are_assessments(tmp_path: Path, text: str) -> None:
    assert problems(tmp_path, {FIRST: text}) == []


@pytest.mark.parametrize("line", ["", "visibility: internal\n"])
def test_what_nobody_has_opened_is_checked_and_given_to_nobody(tmp_path: Path, line: str) -> None:
    text = OWN.replace("visibility: public\n", line).replace("of: m-1-1", "of: m-9-9")
    root = project(tmp_path, {FIRST: text})
    office, _ = read_office(root, "sample", read_organisations(root)[0])
    assert office is not None
    results = read_results(root, office, 114)
    assert results.public == ()
    assert [each.code for each in results.every_problem] == ["E012"]
    assert [(each.place.excerpt, dict(each.values)) for each in results.kept] == [("", {})]


def test_of_a_file_that_cannot_be_read_nothing_is_kept_since_it_may_be_internal(tmp_path: Path) -> None:
    root = project(tmp_path, {FIRST: OWN + "totl: 88\n", SATISFACTION: SURVEY + "x: [\n"})
    office, _ = read_office(root, "sample", read_organisations(root)[0])
    assert office is not None
    kept = read_results(root, office, 114).kept + read_office_results(root, office)[0].kept
    assert [each.code for each in kept][:1] == ["E201"] and len(kept) == 2
    assert {each.place.excerpt for each in kept} == {""}


def test_two_assessments_of_the_same_never_say_two_totals(tmp_path: Path) -> None:
    text = "kind: 電話測試\nhalf: 1\nassessor: 業務組\n"
    assert problems(tmp_path, {FIRST: f"{text}total: 84.82\n", SECOND: f"{text}total: 84.65\n"}) == [
        ("E019", SECOND, 4)
    ]
    other = text.replace("業務組", "電務組")
    assert problems(tmp_path, {FIRST: f"{text}total: 84.82\n", SECOND: f"{other}total: 84.65\n"}) == []


def test_the_score_before_is_that_of_the_first_half(tmp_path: Path) -> None:
    later = "kind: 自行考核\nhalf: 2\nassessor: 業務組\nrows:\n  - {of: m-1-1, score: 9.5, before: 8}\n"
    assert problems(tmp_path, {FIRST: OWN, SECOND: later}) == [("W002", SECOND, 5)]
    assert problems(tmp_path, {FIRST: OWN, SECOND: later.replace("before: 8", "before: 9")}) == []


def test_departments_are_those_of_the_office(tmp_path: Path) -> None:
    text = OWN.replace("who: 業務組", "who: 業物組")
    assert problems(tmp_path, {FIRST: text}) == [("E104", FIRST, 11)]


@pytest.mark.parametrize("name", ["1.yaml", "Ä.yml", "a/1.yml", "x.docx"])
def test_nothing_else_lies_among_the_assessments(tmp_path: Path, name: str) -> None:
    found = problems(tmp_path, {f"offices/sample/114/assessments/{name}": OWN})
    assert [code for code, *_ in found] == ["W401"]


def test_evidence_that_is_named_must_be_there(tmp_path: Path) -> None:
    assert problems(tmp_path, {FIRST: OWN + "evidence: [report.pdf]\n"}) == [("E404", FIRST, 14)]


def test_few_answers_leave_no_trace_in_a_survey(tmp_path: Path) -> None:
    root = project(tmp_path, {SATISFACTION: SURVEY})
    office, _ = read_office(root, "sample", read_organisations(root)[0])
    assert office is not None
    surveys, _ = read_office_results(root, office)
    assert surveys.every_problem == []
    (survey,) = surveys.public  # that of the staff is internal
    assert survey.questions[0].counts == (60, 42, None, None, None)


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([60, 42], (60, 42)),
        ([60, 4], (None, None)),
        ([60, 30, 4], (60, None, None)),
        ([60, 3, 2], (60, None, None)),
        ([60, 20, 2, 1], (60, None, None, None)),
        ([3, 1], (None, None)),
        ([], ()),
    ],
)
def test_no_hidden_cell_can_be_worked_out_from_the_sum(counts: list[int], shown: tuple[int | None, ...]) -> None:
    assert enough_people(counts) == shown


def test_a_survey_of_few_people_has_no_figures(tmp_path: Path) -> None:
    text = SURVEY.replace("valid: 105", "valid: 4\n    percentage: 75").replace("[60, 42, 1, 2, 0]", "[2, 1, 1, 0, 0]")
    root = project(tmp_path, {SATISFACTION: text})
    office, _ = read_office(root, "sample", read_organisations(root)[0])
    assert office is not None
    surveys, _ = read_office_results(root, office)
    assert surveys.every_problem == []
    (survey,) = surveys.public
    (question,) = survey.questions
    assert (survey.valid, survey.percentage, question.counts, question.percentage) == (None, None, (), None)


def test_a_plan_that_names_the_dimensions_wants_them_asked(tmp_path: Path) -> None:
    plan = PLAN.replace("1. 推廣電子帳單。", "1. 辦理滿意度調查（含洽公環境、服務禮儀、服務專業性、服務措施等）。")
    files = {"offices/sample/114/plan.yml": plan, SATISFACTION: SURVEY}
    assert problems(tmp_path, files) == [("W001", SATISFACTION, 2)]
    assert problems(tmp_path, files | {"offices/sample/114/plan.yml": PLAN}) == []
    trained = PLAN.replace("1. 推廣電子帳單。", "1. 辦理服務禮儀訓練。")
    assert problems(tmp_path, files | {"offices/sample/114/plan.yml": trained}) == []


def test_indicators_follow_from_what_was_counted(tmp_path: Path) -> None:
    text = """\
indicators:
  - id: online
    name: 線上服務比率
    figures:
      - {year: 113, numerator: 2800, denominator: 8000, value: 35.0}
      - {year: 114, numerator: 3200, denominator: 8000, value: 45.0}
"""
    assert problems(tmp_path, {INDICATORS: text}) == [("E020", INDICATORS, 6)]
    assert problems(tmp_path, {INDICATORS: text.replace("45.0", "40.0")}) == []
