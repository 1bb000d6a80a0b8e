import os
from pathlib import Path

import pytest

from planpress.editing.row_addresses import record_addresses
from planpress.source.repository import read_all, read_office, read_organisations, read_plan
from tests.projects import project, write

FILE = "offices/sample/114/addresses.txt"
PLAN_FILE = "offices/sample/114/plan.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose addresses are recorded."""
    root = project(tmp_path / "project")
    assert [each.problems for each in record_addresses(root)] == [()]
    return root


def problems(root: Path) -> list[tuple[str, str, int]]:
    return [(each.code, each.place.file, each.place.line) for each in read_all(root)[1]]


def edit(root: Path, old: str, new: str, file: str = PLAN_FILE) -> None:
    text = (root / file).read_text("utf-8")
    assert old in text
    write(root, file, text.replace(old, new))


def test_a_record_that_is_up_to_date_is_no_problem(root: Path) -> None:
    assert problems(root) == []


def test_a_plan_without_a_record_is_no_problem(root: Path) -> None:
    (root / FILE).unlink()
    assert problems(root) == []


def test_a_record_that_is_behind_is_one_warning(root: Path) -> None:
    edit(root, "      - do: 1.", "      - do: 3. 設置愛心鈴。\n      - do: 4. 汰換線路。\n      - do: 1.")
    (problem,) = (each for each in read_all(root)[1] if each.place.file == FILE)
    assert (problem.code, problem.place.file) == ("W180", FILE)
    assert problem.values == {"new": "2", "reworded": "0", "moved": "0", "removed": "0"}


def test_a_record_that_other_systems_have_saved_is_the_same(root: Path) -> None:
    text = (root / FILE).read_text("utf-8")
    (root / FILE).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert [code for code, _, _ in problems(root)] == ["W301"]


def test_a_conflict_left_in_it_is_a_record_that_is_behind(root: Path) -> None:
    edit(root, "m-1-2 ", "<<<<<<< HEAD\nm-1-2 ", FILE)
    with (root / FILE).open("a", encoding="utf-8") as stream:
        stream.write("=======\nm-1-3 measure live - g-1 汰換線路。\n>>>>>>> other\n")
    assert [code for code, _, _ in problems(root)] == ["W180"]


@pytest.mark.parametrize(
    "line",
    [
        "m-1-1",
        "m-1-1 measure alive - g-1 推廣電子帳單。",
        "m-1-1 row live - g-1 推廣電子帳單。",
        "M-1-1 measure live - g-1 推廣電子帳單。",
        "m-1-1 measure live 0 g-1 推廣電子帳單。",
        "m-1-1 measure live 一一三 g-1 推廣電子帳單。",
        "m-1-1 measure live - G1 推廣電子帳單。",
        "推廣電子帳單。",
    ],
)
def test_a_line_that_is_none_is_told_with_its_place(root: Path, line: str) -> None:
    edit(root, "m-1-2 ", f"{line}\nm-1-2 ", FILE)
    assert ("E181", FILE, 5) in problems(root)


def test_equal_rows_in_doubt_are_told_at_their_lines(root: Path) -> None:
    edit(root, "      - do: 2.", "      - do: 3. 推廣電子帳單。\n      - do: 2.")
    assert [line for code, _, line in problems(root) if code == "E180"] == [7, 10]


def test_the_address_of_another_row_is_told(root: Path) -> None:
    edit(root, "2. 到府服務。\n", "2. 到府服務。\n        id: m-1-1\n")
    assert ("W181", PLAN_FILE, 11) in problems(root)


def test_what_must_not_be_public_is_not_published_as_what_is_gone(root: Path) -> None:
    with (root / FILE).open("a", encoding="utf-8") as stream:
        stream.write("m-1-3 measure removed - g-1 洽王小明0912345678。\n")
    assert ("W502", FILE, 7) in problems(root)


@pytest.mark.parametrize("what", ["link", "folder", "pipe"])
def test_what_is_no_file_is_told(root: Path, what: str) -> None:
    (root / FILE).unlink()
    if what == "link":
        (root / FILE).symlink_to("/etc/passwd")
    elif what == "folder":
        (root / FILE).mkdir()
    else:
        os.mkfifo(root / FILE)
    assert {code for code, _, _ in problems(root)} <= {"E405", "E406", "E409"}
    assert problems(root) != []


def test_shortcuts_keep_their_row(root: Path) -> None:
    edit(root, "sections:", "shortcuts: [{text: 到府服務, to: m-1-2}]\nsections:")
    edit(root, "      - do: 1.", "      - do: 3. 汰換線路。\n      - do: 1.")
    organisations, _ = read_organisations(root)
    office, _ = read_office(root, "sample", organisations)
    assert office is not None
    plan, _ = read_plan(root, office, 114)
    assert plan is not None
    assert {measure.text: measure.id for measure in plan.measures()} == {
        "汰換線路。": "m-1-3",
        "推廣電子帳單。": "m-1-1",
        "到府服務。": "m-1-2",
    }
