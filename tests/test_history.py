import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from planpress.history import last_changes, revision


@pytest.fixture(autouse=True)
def git_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No repository around the test, no settings of whoever runs it, no hook that it runs in."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "editor")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "editor@example.org")


def git(folder: Path, *arguments: str, day: str = "2025-01-01") -> str:
    moment = f"{day}T12:00:00+08:00"
    dates = {"GIT_AUTHOR_DATE": "2001-01-01T12:00:00+08:00", "GIT_COMMITTER_DATE": moment}
    result = subprocess.run(
        ["git", *arguments], cwd=folder, env=os.environ | dates, check=True, capture_output=True, text=True
    )
    return result.stdout.strip()


def repository(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet")
    return folder


def commit(root: Path, day: str, files: dict[str, str]) -> None:
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=x", day=day)


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
