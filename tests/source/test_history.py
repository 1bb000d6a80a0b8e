import os
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from planpress.cli.commands import main
from planpress.problems.report import mend, what
from planpress.source.history import contents, history_problems, last_changes, revision, versions
from tests.markup import on_one_line
from tests.projects import project
from tests.repositories import commit, git, git_of_its_own, repository

pytestmark = pytest.mark.usefixtures("git_of_its_own")
__all__ = ["git_of_its_own"]


def commit_dated(root: Path, moment: str) -> None:
    """A commit of all that is staged, whose date git itself would not make."""
    git(root, "add", "--all")
    head = git(root, "rev-parse", "HEAD")
    commit = f"tree {git(root, 'write-tree')}\nparent {head}\nauthor a <a@b> 1 +0000\ncommitter a <a@b> {moment}\n\nx\n"
    made = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--literally", "--stdin"],
        cwd=root, input=commit, check=True, capture_output=True, text=True,
    )  # fmt: skip
    git(root, "update-ref", "HEAD", made.stdout.strip())


A, B = "offices/sample/114/plan.yml", "offices/sample/113/plan.yml"


def test_each_file_has_the_day_of_the_last_commit_that_touched_it(tmp_path: Path) -> None:
    root = repository(tmp_path)
    commit(root, "2025-01-01", {A: "1", B: "1"})
    commit(root, "2025-02-02", {A: "2", "content/zh-Hant/about.md": "1"})
    assert last_changes(root) == {
        A: date(2025, 2, 2),
        B: date(2025, 1, 1),
        "content/zh-Hant/about.md": date(2025, 2, 2),
    }


def test_a_commit_that_touches_neither_data_nor_content_changes_nothing(tmp_path: Path) -> None:
    root = repository(tmp_path)
    commit(root, "2025-01-01", {A: "1"})
    commit(root, "2025-03-03", {"README.md": "1"})
    assert last_changes(root) == {A: date(2025, 1, 1)}
    assert last_changes(root, ("README.md",)) == {"README.md": date(2025, 3, 3)}


def test_a_file_that_was_never_committed_has_no_day(tmp_path: Path) -> None:
    root = repository(tmp_path)
    commit(root, "2025-01-01", {A: "1"})
    (root / B).parent.mkdir(parents=True)
    (root / B).write_text("1", "utf-8")
    git(root, "add", "--all")
    assert last_changes(root) == {A: date(2025, 1, 1)}


def test_names_may_be_chinese_and_have_blanks(tmp_path: Path) -> None:
    root = repository(tmp_path)
    commit(root, "2025-01-01", {"content/zh-Hant/關於 本站.md": "1"})
    assert last_changes(root) == {"content/zh-Hant/關於 本站.md": date(2025, 1, 1)}


def test_a_file_that_was_moved_changed_when_it_was_moved(tmp_path: Path) -> None:
    root = repository(tmp_path)
    commit(root, "2025-01-01", {B: "the same\n" * 9})
    git(root, "mv", "offices/sample/113", "offices/sample/114")
    commit(root, "2025-04-04", {})
    assert last_changes(root)[A] == date(2025, 4, 4)


def test_a_project_may_lie_below_its_repository(tmp_path: Path) -> None:
    root = repository(tmp_path) / "web" / "plans"
    root.mkdir(parents=True)
    commit(root, "2025-01-01", {A: "1"})
    commit(tmp_path, "2025-02-02", {"offices/other/plan.yml": "1"})
    assert last_changes(root) == {A: date(2025, 1, 1)}


def test_a_merge_changes_nothing_by_itself(tmp_path: Path) -> None:
    root = repository(tmp_path)
    commit(root, "2025-01-01", {A: "1"})
    git(root, "switch", "--quiet", "--create", "branch")
    commit(root, "2025-02-02", {B: "1"})
    git(root, "switch", "--quiet", "-")
    commit(root, "2025-03-03", {"content/en/about.md": "1"})
    git(root, "merge", "--quiet", "--no-ff", "--message=x", "branch", day="2025-04-04")
    assert last_changes(root) == {
        A: date(2025, 1, 1),
        B: date(2025, 2, 2),
        "content/en/about.md": date(2025, 3, 3),
    }


def test_the_revision_is_another_once_more_of_the_history_is_there(tmp_path: Path) -> None:
    full = repository(tmp_path / "full")
    assert revision(full) == ""
    for day, content in (("2025-01-01", "1"), ("2025-02-02", "2")):
        commit(full, day, {A: content})
    git(tmp_path, "clone", "--quiet", "--depth=1", full.as_uri(), "shallow")
    shallow = revision(tmp_path / "shallow")
    git(tmp_path / "shallow", "fetch", "--quiet", "--unshallow")
    assert shallow != revision(tmp_path / "shallow") == revision(full) == git(full, "rev-parse", "HEAD")


def test_what_lies_beyond_the_edge_of_a_shallow_clone_has_no_day(tmp_path: Path) -> None:
    full = repository(tmp_path / "full")
    commit(full, "2025-01-01", {A: "1", B: "1"})
    commit(full, "2025-02-02", {"README.md": "1"})
    commit(full, "2025-03-03", {A: "2"})
    git(tmp_path, "clone", "--quiet", "--depth=2", full.as_uri(), "shallow")
    assert last_changes(full) == {A: date(2025, 3, 3), B: date(2025, 1, 1)}
    assert last_changes(tmp_path / "shallow") == {A: date(2025, 3, 3)}


def test_without_a_repository_or_a_commit_nothing_is_known(tmp_path: Path) -> None:
    assert last_changes(tmp_path) == {}
    assert revision(tmp_path) == ""
    root = repository(tmp_path / "empty")
    assert last_changes(root) == {}
    assert revision(root) == ""


def test_without_git_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = repository(tmp_path)
    commit(root, "2025-01-01", {A: "1"})
    monkeypatch.setenv("PATH", str(tmp_path))
    assert last_changes(root) == {}
    assert revision(root) == ""


def test_the_revision_is_the_commit(tmp_path: Path) -> None:
    root = repository(tmp_path)
    commit(root, "2025-01-01", {A: "1"})
    first = revision(root)
    assert first == git(root, "rev-parse", "HEAD")
    commit(root, "2025-01-02", {A: "2"})
    assert revision(root) not in (first, "")


BIG5 = "content/zh-Hant/關於.md".encode("big5")


def test_a_name_that_is_not_utf_8_is_passed_over(tmp_path: Path) -> None:
    root = repository(tmp_path)
    (root / "content/zh-Hant").mkdir(parents=True)
    (root / os.fsdecode(BIG5)).write_text("1", "utf-8")
    commit(root, "2025-01-01", {A: "1"})
    assert last_changes(root) == {A: date(2025, 1, 1)}
    (root / os.fsdecode(BIG5)).unlink()
    commit(root, "2025-02-02", {B: "1"})
    assert last_changes(root) == {A: date(2025, 1, 1), B: date(2025, 2, 2)}


@pytest.mark.parametrize("name", ["a\nb", "a\tb", 'a"b', "a\\b", "a\x1b[31mb", " ", "--format=x", "\nplan.yml"])
def test_a_name_may_be_anything_that_a_name_may_be(tmp_path: Path, name: str) -> None:
    root = repository(tmp_path)
    commit(root, "2025-01-01", {f"content/{name}": "1", A: "1"})
    commit(root, "2025-02-02", {B: "1"})
    assert last_changes(root) == {f"content/{name}": date(2025, 1, 1), A: date(2025, 1, 1), B: date(2025, 2, 2)}


@pytest.mark.parametrize(
    "moment",
    [
        "316516118400 +0800",  # the year 12000
        "99999999999999999999 +0000",
        "-5000000000 +0000",
        "0 +0000",
        "0 -0800",
        "-1 +0000",
        "1735704000 +9999",
        "nonsense",
        "",
    ],
)
def test_a_file_whose_last_commit_has_a_date_that_cannot_be_has_no_day(tmp_path: Path, moment: str) -> None:
    root = repository(tmp_path)
    commit(root, "2025-01-01", {A: "1", B: "1"})
    (root / A).write_text("2", "utf-8")
    commit_dated(root, moment)
    commit(root, "2025-03-03", {"content/en/about.md": "1"})
    assert last_changes(root) == {B: date(2025, 1, 1), "content/en/about.md": date(2025, 3, 3)}


def test_the_settings_of_whoever_builds_change_no_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = repository(tmp_path / "plans")
    commit(root, "2025-01-01", {A: "1"})
    settings = tmp_path / "settings"
    settings.write_text(
        "[log]\nshowRoot = false\nshowSignature = true\ndate = relative\n[color]\nui = always\n[diff]\nrelative = false\n",
        "utf-8",
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    assert last_changes(root) == {A: date(2025, 1, 1)}


def codes(root: Path) -> list[str]:
    return [problem.code for problem in history_problems(root)]


def test_where_nothing_is_missing_there_is_nothing_to_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert codes(tmp_path) == []
    root = repository(tmp_path / "plans")
    assert codes(root) == []
    commit(root, "2025-01-01", {A: "1"})
    assert codes(root) == codes(root / "offices") == []
    monkeypatch.setenv("PATH", str(tmp_path))
    assert codes(root) == []


def test_git_that_refuses_is_said_with_the_line_that_mends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = repository(tmp_path)
    commit(root, "2025-01-01", {A: "1"})
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    assert last_changes(root) == {}
    for folder in (root, root / "offices"):
        [problem] = history_problems(folder)
        assert (problem.code, problem.severity) == ("W411", "warning")
        assert "dubious ownership" in what(problem, "en")
        assert mend(problem, "en") == f"Please run: git config --global --add safe.directory {tmp_path}"


def broken_head(root: Path) -> None:
    (root / ".git" / "HEAD").write_text("", "utf-8")


def broken_branch(root: Path) -> None:
    (root / ".git" / git(root, "symbolic-ref", "HEAD")).write_text("", "utf-8")


def broken_commit(root: Path) -> None:
    head = git(root, "rev-parse", "HEAD")
    (root / ".git" / "objects" / head[:2] / head[2:]).unlink()


def broken_settings(root: Path) -> None:
    (root / ".git" / "config").write_text("[", "utf-8")


def lost_worktree(root: Path) -> None:
    (root / ".git").rename(root / "moved")
    (root / ".git").write_text("gitdir: /nowhere/.git/worktrees/plans\n", "utf-8")


@pytest.mark.parametrize("damage", [broken_head, broken_branch, broken_commit, broken_settings, lost_worktree])
def test_a_damaged_repository_is_said(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    root = repository(tmp_path)
    commit(root, "2025-01-01", {A: "1"})
    damage(root)
    assert last_changes(root) == {}
    [problem] = history_problems(root)
    assert problem.code == "W411"
    assert problem.values["reason"] != ""
    assert mend(problem, "en") == "Please run: git fsck"


def test_a_shallow_clone_is_said_until_the_rest_is_fetched(tmp_path: Path) -> None:
    full = repository(tmp_path / "full")
    for day in ("2025-01-01", "2025-02-02"):
        commit(full, day, {A: day})
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth=1", full.as_uri(), "shallow")
    [problem] = history_problems(shallow)
    assert "git fetch --unshallow" in mend(problem, "zh-Hant")
    assert codes(shallow) == codes(shallow / "offices") == ["W412"]
    git(shallow, "fetch", "--quiet", "--unshallow")
    assert codes(shallow) == []


def test_a_worktree_and_a_submodule_have_a_history_too(tmp_path: Path) -> None:
    root = repository(tmp_path / "plans")
    commit(root, "2025-01-01", {A: "1"})
    git(root, "worktree", "add", "--quiet", str(tmp_path / "other"))
    outer = repository(tmp_path / "outer")
    git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(root), "plans")
    for folder in (tmp_path / "other", outer / "plans"):
        assert last_changes(folder) == {A: date(2025, 1, 1)}
        assert codes(folder) == []


def test_a_build_and_a_check_say_it_and_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(repository(tmp_path / "plans"))
    commit(root, "2025-01-01", {})
    for command in (["check"], ["--jobs", "1"]):
        assert main(command, root) == 0
        assert "W411" not in capsys.readouterr().err
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    for command in (["check"], ["--jobs", "1"]):
        assert main(command, root) == 0
        assert capsys.readouterr().err.count("  W411  ") == 1


def test_days_come_back_with_the_repository(tmp_path: Path) -> None:
    root = project(repository(tmp_path / "plans"))
    commit(root, "2025-01-01", {})
    objects = root / ".git" / "objects"
    page = root / "site" / "about" / "index.html"
    tree_name = git(root, "rev-parse", "HEAD^{tree}")
    tree_file = objects / tree_name[:2] / tree_name[2:]
    tree_file.rename(root / "kept")
    for is_whole in (False, True):
        if is_whole:
            (root / "kept").rename(tree_file)
        assert main(["--jobs", "1"], root) == 0
        assert ("中華民國114年1月1日" in on_one_line(page.read_text("utf-8"))) == is_whole


def test_a_build_stands_names_and_days_of_any_kind(tmp_path: Path) -> None:
    root = project(repository(tmp_path / "plans"))
    (root / os.fsdecode(BIG5)).write_text("# 關於\n", "utf-8")
    commit(root, "2025-01-01", {})
    (root / A).write_text((root / A).read_text("utf-8") + "\n", "utf-8")
    (root / os.fsdecode(BIG5)).unlink()
    commit_dated(root, "316516118400 +0800")
    assert main(["--jobs", "1"], root) == 0
    site = root / "site"
    assert "中華民國114年1月1日" in on_one_line((site / "about" / "index.html").read_text("utf-8"))
    assert "本頁資料更新" not in (site / "sample" / "114" / "index.html").read_text("utf-8")


def test_a_day_is_that_of_taiwan_wherever_the_commit_was_made(tmp_path: Path) -> None:
    root = repository(tmp_path)
    commit(root, "2025-01-01", {A: "1"})
    (root / A).write_text("2", "utf-8")
    commit_dated(root, "1735750800 +0000")  # 17:00 of the first of January in Greenwich
    assert last_changes(root) == {A: date(2025, 1, 2)}


def held(root: Path, file: str) -> list[tuple[date, bytes]]:
    """Each version of a file: its day and what it held."""
    kept = versions(root).get(file, ())
    texts = contents(root, [each.blob for each in kept])
    return [(each.day, texts[each.blob]) for each in kept]


def test_versions_are_what_each_day_left_the_oldest_first(tmp_path: Path) -> None:
    root = repository(tmp_path)
    commit(root, "2025-01-01", {A: "1", B: "1"})
    commit(root, "2025-02-02", {A: "2"})
    commit(root, "2025-02-02", {A: "3\n\n"})
    commit(root, "2025-03-03", {A: "4", "content/en/about.md": "1"})
    assert held(root, A) == [
        (date(2025, 1, 1), b"1"),
        (date(2025, 2, 2), b"3\n\n"),
        (date(2025, 3, 3), b"4"),
    ]
    assert set(versions(root)) == {A}, "a file of one version has changed on no day"


def test_a_branch_is_there_from_the_day_of_its_merge(tmp_path: Path) -> None:
    root = repository(tmp_path)
    commit(root, "2025-01-01", {A: "1\n2\n3\n4\n5\n"})
    git(root, "checkout", "--quiet", "-b", "work")
    commit(root, "2025-02-02", {A: "a\n2\n3\n4\n5\n"})
    git(root, "checkout", "--quiet", "-")
    commit(root, "2025-03-03", {A: "1\n2\n3\n4\ne\n"})
    git(root, "merge", "--quiet", "--no-ff", "--message=x", "work", day="2025-04-04")
    assert held(root, A) == [
        (date(2025, 1, 1), b"1\n2\n3\n4\n5\n"),
        (date(2025, 3, 3), b"1\n2\n3\n4\ne\n"),
        (date(2025, 4, 4), b"a\n2\n3\n4\ne\n"),
    ]


def test_a_file_that_was_taken_away_begins_anew(tmp_path: Path) -> None:
    root = repository(tmp_path)
    commit(root, "2025-01-01", {A: "1", B: "1"})
    commit(root, "2025-02-02", {A: "2"})
    (root / A).unlink()
    commit(root, "2025-03-03", {})
    commit(root, "2025-04-04", {A: "3"})
    assert held(root, A) == []
    commit(root, "2025-05-05", {A: "4"})
    assert held(root, A) == [(date(2025, 4, 4), b"3"), (date(2025, 5, 5), b"4")]


def test_without_git_there_are_no_versions_and_what_is_missing_is_left_out(tmp_path: Path) -> None:
    assert versions(tmp_path) == {}
    assert contents(tmp_path, ["0" * 40]) == {}
    root = repository(tmp_path / "plans")
    commit(root, "2025-01-01", {A: "1"})
    assert contents(root, ["0" * 40, git(root, "rev-parse", f"HEAD:{A}")]) == {
        git(root, "rev-parse", f"HEAD:{A}"): b"1"
    }
