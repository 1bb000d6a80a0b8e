from collections.abc import Mapping
from pathlib import Path

import pytest

from planpress.editing.row_addresses import record_addresses
from planpress.model import Group, Measure
from planpress.source.repository import read_all, read_office, read_organisations, read_superseded
from tests.projects import OFFICE, PLAN, project, write

PLAN_FILE = "offices/sample/114/plan.yml"
FIRST = "offices/sample/114/revisions/1.yml"
SECOND = "offices/sample/114/revisions/2.yml"
REVISED = {number: f"{PLAN}revision: {{number: {number}, date: 114-06-30}}\n" for number in (1, 2)}


def problems(root: Path, files: Mapping[str, str | None]) -> list[tuple[str, str, int]]:
    return [(each.code, each.place.file, each.place.line) for each in read_all(project(root, files))[1]]


def test_what_each_revision_replaced_is_kept_under_its_number(tmp_path: Path) -> None:
    files = {PLAN_FILE: REVISED[2], FIRST: PLAN, SECOND: REVISED[1]}
    assert problems(tmp_path, files) == []


def test_a_replaced_text_that_is_missing_is_told_at_the_revision(tmp_path: Path) -> None:
    files = {PLAN_FILE: REVISED[2], SECOND: REVISED[1]}
    assert problems(tmp_path, files) == [("W143", PLAN_FILE, PLAN.count("\n") + 1)]


def test_nothing_is_replaced_by_a_revision_that_is_not_there(tmp_path: Path) -> None:
    assert problems(tmp_path, {FIRST: PLAN}) == [("E133", FIRST, 0)]


@pytest.mark.parametrize(("file", "text"), [(FIRST, REVISED[1]), (SECOND, PLAN), (SECOND, REVISED[2])])
def test_a_replaced_text_is_the_one_before_its_revision(tmp_path: Path, file: str, text: str) -> None:
    files = {PLAN_FILE: REVISED[2], FIRST: PLAN, SECOND: REVISED[1]} | {file: text}
    assert [(code, place) for code, place, _ in problems(tmp_path, files)] == [("E134", file)]


def test_a_replaced_text_is_no_draft_since_it_is_published_with_the_plan(tmp_path: Path) -> None:
    files = {PLAN_FILE: REVISED[1], FIRST: f"{PLAN}status: draft\n"}
    assert problems(tmp_path, files) == [("E783", FIRST, PLAN.count("\n") + 1)]
    assert problems(tmp_path, files | {FIRST: f"{PLAN}status: published\n"}) == []


def test_a_replaced_text_is_checked_as_a_plan_is(tmp_path: Path) -> None:
    old = PLAN.replace("who: 業務組", "who: 業物組").replace("when: 隨時辦理", "wen: 隨時辦理")
    found = problems(tmp_path, {PLAN_FILE: REVISED[1], FIRST: old})
    assert found == [("E201", FIRST, 9)]
    found = problems(tmp_path, {PLAN_FILE: REVISED[1], FIRST: PLAN.replace("who: 業務組", "who: 業物組")})
    assert found == [("E104", FIRST, 8)]
    found = problems(tmp_path, {PLAN_FILE: REVISED[1], FIRST: PLAN.replace("電子帳單", "電子帳單0912-345-678")})
    assert [(code, place) for code, place, _ in found] == [("W502", FIRST)]


@pytest.mark.parametrize(("since", "codes"), [(114, []), (113, ["W147"])])
def test_a_replaced_text_may_call_a_department_as_it_was_called_until_that_year(
    tmp_path: Path, since: int, codes: list[str]
) -> None:
    renamed = OFFICE.replace("name: 業務組\n", f"name: 業務組\n    formerly: [業務課]\n    from: {since}\n")
    files = {"offices/sample/office.yml": renamed, PLAN_FILE: REVISED[1]}
    old = PLAN.replace("who: 業務組", "who: 業務課")
    assert problems(tmp_path, files | {FIRST: old}) == [(code, FIRST, 8) for code in codes]
    files |= {PLAN_FILE: REVISED[1].replace("who: 業務組", "who: 業務課"), FIRST: PLAN}
    assert problems(tmp_path, files) == [("W147", PLAN_FILE, 8)]


@pytest.mark.parametrize(
    ("name", "code"), [("0.yml", "W401"), ("01.yml", "W401"), ("1.yaml", "W401"), ("a/1.yml", "W401"), ("con", "E410")]
)
def test_nothing_else_lies_among_the_replaced_texts(tmp_path: Path, name: str, code: str) -> None:
    files = {PLAN_FILE: REVISED[1], FIRST: PLAN, f"offices/sample/114/revisions/{name}": PLAN}
    assert [found for found, _, _ in problems(tmp_path, files)] == [code]


def test_a_link_among_the_replaced_texts_is_not_followed(tmp_path: Path) -> None:
    root = project(tmp_path, {PLAN_FILE: REVISED[1]})
    (root / FIRST).parent.mkdir()
    (root / FIRST).symlink_to(root / PLAN_FILE)
    assert {each.code for each in read_all(root)[1]} == {"E405"}


def test_rows_of_a_replaced_text_have_the_addresses_that_they_have_today(tmp_path: Path) -> None:
    today = REVISED[1].replace("      - do: 1. 推廣", "      - do: 1. 新增。\n      - do: 1. 推廣")
    root = project(tmp_path, {PLAN_FILE: PLAN})
    list(record_addresses(root))
    write(root, PLAN_FILE, today.replace("2. 到府服務", "3. 到府服務").replace("1. 推廣", "2. 推廣"))
    write(root, FIRST, PLAN)
    list(record_addresses(root))
    before = (root / "offices/sample/114/addresses.txt").read_text("utf-8")
    organisations, _ = read_organisations(root)
    office, _ = read_office(root, "sample", organisations)
    assert office is not None
    ((number, plan),), found = read_superseded(root, office, 114)
    assert found == []
    assert number == 1
    rows = [row for _, row in plan.rows() if isinstance(row, Group | Measure)]
    assert {row.text if isinstance(row, Measure) else row.name: row.id for row in rows} == {
        "基礎服務": "g-1",
        "推廣電子帳單。": "m-1-1",
        "到府服務。": "m-1-2",
    }
    assert any(isinstance(row, Group) for _, row in plan.rows())
    assert plan.removed == ()
    assert (root / "offices/sample/114/addresses.txt").read_text("utf-8") == before
    assert {each.code for each in read_all(root)[1]} == {"W153"}


def test_what_only_a_person_can_tell_of_addresses_is_not_asked_of_a_replaced_text(tmp_path: Path) -> None:
    row = "      - do: 1. 推廣電子帳單。\n"
    twice = PLAN.replace("2. 到府服務。", "2. 推廣電子帳單。")
    thrice = twice.replace(row, f"{row}        who: 業務組\n{row}")
    root = project(tmp_path, {PLAN_FILE: twice})
    list(record_addresses(root))
    write(root, PLAN_FILE, thrice)
    assert "E180" in {each.code for each in read_all(root)[1]}
    write(root, PLAN_FILE, f"{twice}revision: {{number: 1, date: 114-06-30}}\n")
    write(root, FIRST, thrice)
    assert {each.code for each in read_all(root)[1] if each.code.startswith("E")} == set()


@pytest.mark.parametrize(
    ("name", "codes"),
    [("rules.pdf", []), ("missing.pdf", ["E404"]), ("sample-114-plan.en.pdf", ["E114"])],
)
def test_the_file_of_a_supplement_lies_beside_the_plan(tmp_path: Path, name: str, codes: list[str]) -> None:
    files = {
        PLAN_FILE: PLAN + f"supplements: [{{title: 甲, file: {name}}}]\n",
        "offices/sample/114/rules.pdf": "%PDF-1.7",
    }
    assert problems(tmp_path, files) == [(code, PLAN_FILE, PLAN.count("\n") + 1) for code in codes]


def test_plans_need_what_their_organisation_says(tmp_path: Path) -> None:
    files = {"offices/organisations.yml": "sample: {name: 示範公司, approvals: [審定]}\n"}
    assert problems(tmp_path, files) == [("E144", PLAN_FILE, 1)]
