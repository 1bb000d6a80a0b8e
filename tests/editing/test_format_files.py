from pathlib import Path

import pytest

from planpress.cli.commands import main
from planpress.editing.row_addresses import record_addresses
from tests.projects import OFFICE, ORGANISATIONS, PLAN, ROOT, project, tree, write

PLAN_FILE = "offices/sample/114/plan.yml"
OFFICE_FILE = "offices/sample/office.yml"
ADDRESSES = "offices/sample/114/addresses.txt"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project")


def run(root: Path, *arguments: str) -> int:
    return main(["fmt", "--lang", "en", *arguments], root)


def test_every_file_is_put_in_order_and_nothing_else_is_touched(root: Path) -> None:
    before = tree(root)
    write(root, PLAN_FILE, PLAN.replace("who: 業務組", "who：業務組"))
    write(root, OFFICE_FILE, OFFICE.replace("name: 示範處", "name:示範處"))
    write(root, "offices/organisations.yml", ORGANISATIONS.replace("  name: ", "　name: "))
    assert run(root) == 0
    assert tree(root) == before
    assert run(root, "--check") == 0


def test_it_shows_what_it_changes(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, PLAN_FILE, PLAN.replace("        who: 業務組", "\twho：業務組"))
    assert run(root) == 0
    shown = capsys.readouterr().out
    assert f"--- {PLAN_FILE}\n+++ {PLAN_FILE}\n@@ " in shown
    assert "\n-→who：業務組\n+        who: 業務組\n" in shown
    assert shown.endswith("1 file put in order; not a word has changed.\n")


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_are_told_in_one_line_so_that_other_changes_can_be_seen(
    root: Path, capsys: pytest.CaptureFixture[str], mark: str
) -> None:
    damaged = mark + PLAN.replace("        who: 業務組", "        who：業務組", 1).replace("\n", "\r\n")
    (root / PLAN_FILE).write_bytes(damaged.encode())
    assert run(root) == 0
    first, _, diff = capsys.readouterr().out.partition("\n")
    assert first.startswith(f"{PLAN_FILE}: every line ends with LF")
    assert [line for line in diff.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")] == [
        "-        who：業務組",
        "+        who: 業務組",
    ]
    assert (root / PLAN_FILE).read_bytes() == PLAN.encode()


def test_a_check_writes_nothing(root: Path) -> None:
    write(root, PLAN_FILE, PLAN.replace("who: 業務組", "who：業務組"))
    before = tree(root)
    assert run(root, "--check") == 1
    assert tree(root) == before


def test_only_what_is_named_is_looked_at(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = PLAN.replace("who: 業務組", "who：業務組")
    for file in (PLAN_FILE, "offices/sample/113/plan.yml", "offices/other/113/plan.yml"):
        write(root, file, damaged)
    write(root, "offices/other/office.yml", OFFICE)
    assert run(root, "--office", "sample", "--year", "113") == 0
    assert (root / "offices/sample/113/plan.yml").read_text("utf-8") == PLAN
    monkeypatch.chdir(root / "offices/other")
    assert run(root, "113/plan.yml") == 0
    assert (root / "offices/other/113/plan.yml").read_text("utf-8") == PLAN
    assert (root / PLAN_FILE).read_text("utf-8") == damaged


@pytest.mark.parametrize("name", ["mkdocs.yml", "../plan.yml", "offices/sample/114", "\x1b[2J", "offices/a/1/plan.yml"])
def test_another_file_is_a_wrong_use(
    root: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root)
    assert run(root, name) == 2
    assert "can be put in order" in capsys.readouterr().err
    assert run(root, "--office", "nowhere") == 2


def test_what_it_cannot_mend_is_told_as_check_tells_it(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = PLAN.replace("- do: 2.", "- du: 2.")
    write(root, PLAN_FILE, text)
    assert run(root) == 1
    assert "E201" in (told := capsys.readouterr().err)
    assert (root / PLAN_FILE).read_text("utf-8") == text
    main(["check", "--lang", "en"], root)
    assert told.splitlines()[0] in capsys.readouterr().err


def test_a_link_is_not_followed(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yml"
    other.write_text(PLAN.replace("who: ", "who："), "utf-8")
    before = other.read_bytes()
    (root / PLAN_FILE).unlink()
    (root / PLAN_FILE).symlink_to(other)
    assert run(root) == 1
    assert other.read_bytes() == before
    assert (root / PLAN_FILE).is_symlink()


def test_addresses_that_are_recorded_are_renewed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root) == 0
    assert not (root / ADDRESSES).exists()
    list(record_addresses(root))
    write(root, PLAN_FILE, f"{PLAN}      - do：3. 節電宣導。\n        who: 業務組\n")
    before = (root / ADDRESSES).read_bytes()
    assert run(root, "--check") == 1
    assert (root / ADDRESSES).read_bytes() == before
    assert run(root) == 0
    assert "節電宣導" in (root / ADDRESSES).read_text("utf-8")
    assert f"{ADDRESSES}: 1 row new" in capsys.readouterr().out
    assert run(root, "--check") == 0
    write(root, PLAN_FILE, f"{PLAN}      - do: 3. 節電競賽。\n")
    before = (root / ADDRESSES).read_bytes()
    assert run(root, "--check") == 1
    assert (root / ADDRESSES).read_bytes() == before


def test_the_addresses_of_a_plan_with_errors_stay(root: Path) -> None:
    list(record_addresses(root))
    before = (root / ADDRESSES).read_bytes()
    write(root, PLAN_FILE, PLAN.replace("- do: 2.", "- du: 2."))
    assert run(root) == 1
    assert (root / ADDRESSES).read_bytes() == before


def test_the_five_plans_are_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(ROOT, "--check") == 0
    assert capsys.readouterr() == ("In order; nothing to change.\n", "")


def test_a_message_says_what_fmt_can_mend(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hint = "可用 build.py fmt 修正。"
    for text, is_mended in (
        (PLAN.replace("who: 業務組", "who：業務組"), True),
        (f"adopted: 114/1/14\n{PLAN}", True),
        (f"adopted: 下週\n{PLAN}", False),
        (PLAN.replace("業務組", "業物組"), False),
    ):
        write(root, PLAN_FILE, text)
        main(["check"], root)
        assert (hint in capsys.readouterr().err) is is_mended


def test_what_a_revision_replaced_is_put_in_order_too_and_former_names_of_departments_are_known(root: Path) -> None:
    first = "offices/sample/114/revisions/1.yml"
    replaced = PLAN.replace("who: 業務組", "who: 業務課、電務組")
    write(root, OFFICE_FILE, OFFICE.replace("- name: 業務組\n", "- name: 業務組\n    formerly: [業務課]\n"))
    write(root, PLAN_FILE, PLAN + "revision: {number: 1, date: 114-06-30}\n")
    list(record_addresses(root))
    addresses = (root / ADDRESSES).read_bytes()
    write(root, first, replaced.replace("業務課、電務組", "業務課,電務組"))
    assert run(root) == 0
    assert (root / first).read_text("utf-8") == replaced
    assert (root / ADDRESSES).read_bytes() == addresses
