import subprocess
from pathlib import Path

import pytest

from planpress.cli.commands import main
from planpress.editing.row_addresses import record_addresses
from planpress.source.repository import read_all
from planpress.source.row_addresses.ids import Changes
from tests.projects import PLAN, ROOT, project, tree, write

FILE = "offices/sample/114/addresses.txt"
PLAN_FILE = "offices/sample/114/plan.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project")


def test_the_first_record_holds_the_addresses_that_rows_have(root: Path) -> None:
    (recorded,) = record_addresses(root)
    assert recorded.changes == Changes(new=4)
    assert (root / FILE).read_text("utf-8").splitlines()[2:] == [
        "g-1 group live - s-1 基礎服務",
        "m-1-1 measure live - g-1 推廣電子帳單。",
        "m-1-2 measure live - g-1 到府服務。",
        "s-1 section live - - 具體作法",
    ]


def test_a_record_that_is_right_is_left_alone(root: Path) -> None:
    list(record_addresses(root))
    (root / FILE).write_bytes((root / FILE).read_bytes().replace(b"\n", b"\r\n"))
    before = (root / FILE).read_bytes()
    assert [recorded.changes for recorded in record_addresses(root)] == [None]
    assert (root / FILE).read_bytes() == before


def test_nothing_else_in_offices_is_touched(root: Path) -> None:
    before = tree(root / "offices")
    list(record_addresses(root))
    after = tree(root / "offices")
    assert {name: text for name, text in after.items() if not name.endswith("addresses.txt")} == before


def test_a_plan_that_cannot_be_read_keeps_its_record(root: Path) -> None:
    list(record_addresses(root))
    before = (root / FILE).read_bytes()
    for wrong in (
        PLAN.replace("- do: 1.", "- du: 1."),
        PLAN.replace("title:", "title"),
        PLAN + "      - item: x\n" * 0,
    ):
        write(root, PLAN_FILE, wrong)
        list(record_addresses(root))
        assert (root / FILE).read_bytes() == before


def test_a_row_in_doubt_keeps_the_record_as_it_is(root: Path) -> None:
    list(record_addresses(root))
    before = (root / FILE).read_bytes()
    write(root, PLAN_FILE, PLAN.replace("      - do: 2.", "      - do: 3. 推廣電子帳單。\n      - do: 2."))
    (recorded,) = record_addresses(root)
    assert [problem.code for problem in recorded.problems] == ["E180", "E180"]
    assert (root / FILE).read_bytes() == before


def test_a_link_in_its_place_is_not_followed(root: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("private")
    (root / FILE).symlink_to(tmp_path / "other.txt")
    (recorded,) = record_addresses(root)
    assert [problem.code for problem in recorded.problems] == ["E405"]
    assert (tmp_path / "other.txt").read_text() == "private"


def test_the_command_says_what_it_did(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["addresses"], root) == 0
    assert capsys.readouterr().out == f"{FILE}：新增 4 列、改寫 0 列、移動 0 列、移除 0 列\n"
    assert main(["addresses", "--lang", "en", "--office", "sample", "--year", "114"], root) == 0
    assert capsys.readouterr().out == f"{FILE}: up to date\n"
    assert main(["addresses", "--office", "elsewhere"], root) == 2
    write(root, PLAN_FILE, PLAN.replace("      - do: 2.", "      - do: 3. 推廣電子帳單。\n      - do: 2."))
    assert main(["addresses"], root) == 1
    assert "id: m-1-1" in capsys.readouterr().err


def test_a_build_writes_nothing_into_offices(root: Path) -> None:
    list(record_addresses(root))
    write(root, PLAN_FILE, PLAN.replace("2. 到府服務。", "2. 到府及到點服務。"))
    before = tree(root / "offices")
    assert main(["--jobs", "1"], root) == 0
    assert main(["check"], root) == 0
    assert tree(root / "offices") == before


def test_what_is_gone_keeps_its_anchor_in_every_language(root: Path) -> None:
    write(root, PLAN_FILE, PLAN.replace("      - do: 2.", "      - do: 3. 汰換老舊線路。\n      - do: 2."))
    list(record_addresses(root))
    write(root, PLAN_FILE, PLAN)
    list(record_addresses(root))
    assert main(["--jobs", "1"], root) == 0
    site = root / "site"
    assert (
        '<li id="m-1-2">這個網址的項目已不在計畫中：汰換老舊線路。</li>' in (site / "sample/114/index.html").read_text()
    )
    english = (site / "en/sample/114/index.html").read_text()
    assert (
        '<li id="m-1-2">What this address led to is no longer in the plan: <span lang="zh-Hant" class="untranslated">汰換老舊線路。'
        in english
    )
    assert (
        '<li id="m-1-2">这个网址的项目已不在计划中：汰换老旧线路。</li>'
        in (site / "zh-hans/sample/114/index.html").read_text()
    )
    assert (
        '"removed": [\n  {\n   "id": "m-1-2",\n   "text": "汰換老舊線路。"'
        in (site / "sample/114/plan.json").read_text()
    )


def git(root: Path, *words: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *words],
        cwd=root,
        check=True,
        capture_output=True,
    )


def branch(root: Path, name: str, old: str, new: str) -> None:
    """A branch from main in which an editor changes the plan and records the addresses."""
    git(root, "checkout", "-q", "main")
    git(root, "checkout", "-qb", name)
    text = (root / PLAN_FILE).read_text("utf-8")
    assert old in text
    write(root, PLAN_FILE, text.replace(old, new))
    list(record_addresses(root))
    git(root, "commit", "-qam", name)


def test_two_branches_are_merged_by_git(root: Path) -> None:
    far = "      - h1: 二、服務遞送\n" + "".join(f"      - do: {n}. 第{n}種遞送服務與其流程。\n" for n in range(1, 9))
    write(root, PLAN_FILE, PLAN + far)
    write(root, ".gitattributes", (ROOT / ".gitattributes").read_text())
    list(record_addresses(root))
    git(root, "init", "-qb", "main")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "plan")
    before = addresses(root)
    branch(
        root,
        "ours",
        "      - do: 1. 推廣電子帳單。",
        "      - do: 1. 設置愛心鈴與扶手。\n      - do: 2. 推廣電子帳單。",
    )
    branch(root, "theirs", "8. 第8種遞送服務與其流程。", "8. 第8種遞送服務與其流程。\n      - do: 9. 汰換老舊線路。")
    git(root, "merge", "-q", "--no-edit", "ours")
    assert [problem.code for problem in read_all(root)[1] if problem.code.startswith("E")] == []
    list(record_addresses(root))
    after = addresses(root)
    assert {text: id_ for text, id_ in after.items() if text in before} == before
    assert after.keys() - before.keys() == {"設置愛心鈴與扶手。", "汰換老舊線路。"}
    assert len(set(after.values())) == len(after)


def addresses(root: Path) -> dict[str, str]:
    (plan,), _ = read_all(root)
    return {measure.text: measure.id for measure in plan.measures()}


def test_every_real_plan_has_its_record() -> None:
    for plan in sorted((ROOT / "offices").glob("*/*/plan.yml")):
        assert plan.with_name("addresses.txt").is_file(), plan
