import subprocess
from pathlib import Path

import pytest

from planpress.problems.settings_error import SettingsError
from planpress.publishing.branch import PLAIN, RELEASE_FILE, BranchTarget
from planpress.publishing.manifest import Manifest
from planpress.publishing.releasing import bring_back
from tests.publishing.sites import NEW, NOW, OLD, next_release, site


@pytest.fixture
def target(tmp_path: Path) -> BranchTarget:
    git(tmp_path, "init", "-q", "--bare", "pages.git")
    return BranchTarget(str(tmp_path / "pages.git"), "pages", 3, tmp_path / "cache" / "pages.git")


def git(folder: Path, *arguments: str) -> str:
    user = ("-c", "user.name=Tester", "-c", "user.email=tester@plans.example")
    return subprocess.run(["git", *user, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def published(target: BranchTarget, folder: Path, files: dict[str, str]) -> Manifest:
    site(folder, files)
    with target.alone(lambda holder: None):
        release = next_release(target, files)
        target.put(release, folder)
    return release


def shown(target: BranchTarget) -> dict[str, str]:
    names = git(Path(target.repository), "ls-tree", "-r", "--name-only", target.branch).split()
    read = {name: git(Path(target.repository), "show", f"{target.branch}:{name}") for name in names}
    assert read.pop(PLAIN) == "" and Manifest.read(read.pop(RELEASE_FILE).encode())
    return read


def code_of(error: pytest.ExceptionInfo[SettingsError]) -> str:
    (problem,) = error.value.problems
    return problem.code


def test_each_release_is_a_commit_and_an_earlier_one_is_brought_back(target: BranchTarget, tmp_path: Path) -> None:
    published(target, tmp_path / "site", OLD)
    assert shown(target) == OLD
    published(target, tmp_path / "site", NEW)
    assert shown(target) == {**NEW, "assets/site-00000001.css": "a{}"}
    with target.alone(lambda holder: None):
        target.put(bring_back(target.releases(), None, NOW).release, None)
    assert shown(target) == {**OLD, "assets/site-00000002.css": "b{}"}
    assert [release.copy_of for release in target.releases()] == [None, None, 1]


def test_what_is_there_is_known_before_anything_of_ours_is(target: BranchTarget) -> None:
    assert target.releases() == [], "publish asks for it first of all"


def test_what_somebody_committed_on_top_is_never_carried_on(target: BranchTarget, tmp_path: Path) -> None:
    published(target, tmp_path / "site", OLD)
    git(tmp_path, "clone", "-q", "-b", "pages", target.repository, "theirs")
    (tmp_path / "theirs/index.html").write_text("hacked")
    (tmp_path / "theirs/shell.php").write_text("hacked")
    git(tmp_path / "theirs", "add", "-A")
    git(tmp_path / "theirs", "commit", "-q", "-m", "hacked")
    git(tmp_path / "theirs", "push", "-q", "origin", "HEAD:pages")
    with target.alone(lambda holder: None):
        target.put(next_release(target, OLD), tmp_path / "site")
    assert shown(target) == OLD


def test_a_release_whose_bytes_were_changed_is_not_brought_back(target: BranchTarget, tmp_path: Path) -> None:
    first = published(target, tmp_path / "site", OLD)
    git(tmp_path, "clone", "-q", "-b", "pages", target.repository, "theirs")
    (tmp_path / "theirs/index.html").write_text("hacked")
    git(tmp_path / "theirs", "commit", "-q", "-a", "--amend", "-m", "Release 1")
    git(tmp_path / "theirs", "push", "-q", "--force", "origin", "HEAD:pages")
    published(target, tmp_path / "site", NEW)
    with pytest.raises(SettingsError) as error, target.alone(lambda holder: None):
        target.put(bring_back(target.releases(), first.number, NOW).release, None)
    assert code_of(error) == "E488"
    assert shown(target)["index.html"] == NEW["index.html"]


def test_a_branch_of_somebody_else_is_left_as_it_is(target: BranchTarget, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    git(tmp_path / "theirs", "init", "-q")
    git(tmp_path / "theirs", "commit", "-q", "--allow-empty", "-m", "theirs")
    git(tmp_path / "theirs", "push", "-q", target.repository, "HEAD:refs/heads/pages")
    with pytest.raises(SettingsError) as error:
        published(target, tmp_path / "site", OLD)
    assert code_of(error) == "E483"


def test_what_others_pushed_meanwhile_is_not_overwritten(target: BranchTarget, tmp_path: Path) -> None:
    published(target, tmp_path / "site", OLD)
    other = BranchTarget(target.repository, "pages", 3, tmp_path / "elsewhere" / "pages.git")
    site(tmp_path / "site", NEW)
    commits = BranchTarget._commits

    def meanwhile(self: BranchTarget) -> list[tuple[str, Manifest]]:
        found = commits(self)
        BranchTarget._commits = commits  # type: ignore[method-assign]
        published(other, tmp_path / "other", OLD | {"index.html": "other"})
        return found

    with pytest.raises(SettingsError) as error, target.alone(lambda holder: None):
        release = next_release(target, NEW)
        BranchTarget._commits = meanwhile  # type: ignore[method-assign]
        target.put(release, tmp_path / "site")
    assert code_of(error) == "E492"
    assert shown(target)["index.html"] == "other"


@pytest.mark.parametrize("repository", ["/nowhere/pages.git", "--upload-pack=touch x", "ext::sh -c date"])
def test_a_repository_that_cannot_be_reached_is_told(tmp_path: Path, repository: str) -> None:
    target = BranchTarget(repository, "pages", 3, tmp_path / "cache" / "pages.git")
    with pytest.raises(SettingsError) as error:
        published(target, tmp_path / "site", OLD)
    assert code_of(error) == "E492"
