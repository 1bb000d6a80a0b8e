import json
from dataclasses import replace

import pytest

from planpress.problems.annotations import github, gitlab
from planpress.problems.problem import Place, Problem
from tests.problems.test_report import DEPARTMENT, STRAY


def test_github_is_told_the_place_and_both_texts_errors_first() -> None:
    assert github([STRAY, DEPARTMENT]) == (
        "::error file=offices/kinmen/114/plan.yml,line=41,endLine=41,col=14,endColumn=17,title=E104::"
        "不認得的部門「業物組」%0A改為「業務組」？本處部門列於 offices/kinmen/office.yml:12\n"
        "::warning file=offices/kinmen/office.yaml,title=W401::"
        "不會讀取的檔案「office.yaml」%0A移到別處，或更正檔名。\n"
    )
    assert "unknown department “業物組”%0ADid you mean" in github([DEPARTMENT], "en")
    assert github([]) == ""


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a,b:c%d", "a%2Cb%3Ac%25d"),
        ("a\n::error::b\r", "a%0A%3A%3Aerror%3A%3Ab%0D"),
        ("a\udca4", "a<U+DCA4>"),
    ],
)
def test_no_name_of_a_file_ends_a_command_or_begins_another(name: str, shown: str) -> None:
    said = github([Problem("W401", Place(name), {"name": "x\n::set-env name=a::b"})])
    assert said.startswith(f"::warning file={shown},title=W401::")
    assert said.encode().count(b"\n") == 1


def test_gitlab_is_told_in_the_form_of_code_quality() -> None:
    issue, stray = json.loads(gitlab([STRAY, DEPARTMENT], "en"))
    assert {key: issue[key] for key in ("check_name", "severity", "location")} == {
        "check_name": "E104",
        "severity": "major",
        "location": {"path": "offices/kinmen/114/plan.yml", "lines": {"begin": 41}},
    }
    assert issue["description"].startswith("E104 unknown department “業物組”\nDid you mean “業務組”?")
    assert (stray["severity"], stray["location"]["lines"]) == ("minor", {"begin": 1})
    assert json.loads(gitlab([])) == []
    json.loads(gitlab([Problem("W401", Place("a\udca4"), {"name": "x"})]).encode())


def test_what_gitlab_knows_a_problem_by_stays() -> None:
    def prints(*problems: Problem, language: str = "zh-Hant") -> list[str]:
        return [issue["fingerprint"] for issue in json.loads(gitlab(problems, language))]

    [known] = prints(DEPARTMENT)
    lower = replace(
        DEPARTMENT, place=replace(DEPARTMENT.place, line=50, column=16, excerpt=f"  {DEPARTMENT.place.excerpt}")
    )
    assert prints(DEPARTMENT, language="en") == prints(lower) == [known]
    assert len(set(prints(DEPARTMENT, lower))) == 2
    others = [
        replace(DEPARTMENT, code="E105"),
        replace(DEPARTMENT, place=replace(DEPARTMENT.place, file="offices/kinmen/113/plan.yml")),
        replace(DEPARTMENT, place=replace(DEPARTMENT.place, column=18)),
        STRAY,
    ]
    assert len({known, *(each for other in others for each in prints(other))}) == 5
