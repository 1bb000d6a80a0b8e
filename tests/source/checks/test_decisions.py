import pytest

from planpress.model import ApprovalKind
from planpress.source.checks.decisions import check_decisions
from tests.snippets import of_plan, plan_file

HEAD = """\
title: 示範處114年度計畫
columns: {groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}
sections: [{text: 一}]
"""
NEEDED = (ApprovalKind.EXAMINED, ApprovalKind.ON_RECORD)


def found(text: str) -> list[tuple[str, str, str]]:
    """Code, place and what is missing, where the organisation asks for 審定 and 備查."""
    return [
        (each.code, ".".join(map(str, each.path)), each.values.get("kinds", ""))
        for each in check_decisions(plan_file(HEAD + text), NEEDED)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("E144", "title", "審定、備查")]),
        ("approved: 114-01-20", [("E144", "title", "審定、備查")]),
        ("approvals: [{kind: 審定}]", [("E144", "approvals", "備查")]),
        ("approvals: [{kind: 備查}, {kind: 審定}]", []),
        ("status: draft", []),
        (
            "approvals: [{kind: 備查}, {kind: 審定}]\nrevision: {number: 1, date: 114-06-30, approvals: [{kind: 審定}]}",
            [("E144", "revision", "備查")],
        ),
    ],
)
def test_a_public_plan_has_what_its_organisation_asks_for(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("adopted: 114-01-14\napproved: 114-01-14", []),
        ("adopted: 114-01-14\napproved: 114-01-13", ["2:11 W145 114-01-13"]),
        ("adopted: 114-01\napproved: 114-01-01", []),
        ("adopted: 114-02\napprovals: [{kind: 核定, date: 114-01-31}]", ["2:30 W145 114-01-31"]),
        ("adopted: 114-02-01\nrevision: {number: 1, date: 114-01-31}", ["2:29 W145 114-01-31"]),
    ],
)
def test_nothing_is_approved_or_revised_before_it_is_made(text: str, expected: list[str]) -> None:
    assert of_plan(text) == expected


@pytest.mark.parametrize(
    ("supplements", "expected"),
    [
        ("[{title: 甲, text: 乙}]", []),
        ("[{title: 甲, text: 乙, file: a.pdf}]", ["1:15 E138 title: 甲, text: 乙, file: a.pdf"]),
        ("[{title: 甲, file: a.pdf}, {title: 乙, file: A.pdf}]", ["1:55 E136 A.pdf"]),
        ("[{title: 甲, file: a.exe}]", ["1:31 E212 a.exe"]),
    ],
)
def test_a_supplement_is_one_file_or_one_text(supplements: str, expected: list[str]) -> None:
    found = of_plan(f"supplements: {supplements}")
    assert [line.split()[1] for line in found] == [line.split()[1] for line in expected]


def test_the_approved_file_is_no_supplement() -> None:
    text = "original: {file: plan.pdf}\nsupplements: [{title: 甲, file: plan.pdf}]"
    assert [line.split()[1] for line in of_plan(text)] == ["E136"]


def test_a_word_where_keys_should_stand_is_taken_for_the_kind_of_an_approval() -> None:
    assert [line.split()[1] for line in of_plan("approvals: 核定")] == ["E205"]
