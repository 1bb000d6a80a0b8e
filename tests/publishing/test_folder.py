import errno
import os
from pathlib import Path

import pytest

from planpress.cli.publish import _told
from planpress.problems.settings_error import SettingsError
from planpress.publishing.folder import CURRENT, FolderTarget
from planpress.publishing.releasing import bring_back
from tests.publishing.sites import NEW, NOW, OLD, next_release, published, shown, site


@pytest.fixture
def target(tmp_path: Path) -> FolderTarget:
    return FolderTarget(tmp_path / "srv" / "plans", keep=2)


def code_of(error: pytest.ExceptionInfo[SettingsError]) -> tuple[str, str]:
    (problem,) = error.value.problems
    return problem.code, problem.values.get("name", problem.values.get("path", ""))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_readers_see_the_release_and_the_assets_that_open_pages_still_ask_for(
    target: FolderTarget, tmp_path: Path
) -> None:
    published(target, tmp_path / "site", OLD)
    assert shown(target) == OLD
    published(target, tmp_path / "site", NEW)
    assert shown(target) == {**NEW, "assets/site-00000001.css": "a{}"}
    assert [release.number for release in target.releases()] == [1, 2]


def test_what_nobody_names_any_more_goes_after_a_month(target: FolderTarget, tmp_path: Path) -> None:
    published(target, tmp_path / "site", OLD)
    published(target, tmp_path / "site", NEW, days=1)
    published(target, tmp_path / "site", NEW | {"index.html": "x"}, days=29)
    assert "assets/site-00000001.css" in shown(target)
    published(target, tmp_path / "site", NEW, days=40)
    assert shown(target) == NEW


def test_what_is_there_already_is_not_copied(target: FolderTarget, tmp_path: Path) -> None:
    published(target, tmp_path / "site", OLD)
    published(target, tmp_path / "site", NEW)
    plans = [target.folder / f"releases/{number}/site/sample/114/index.html" for number in (1, 2)]
    assert plans[0].samefile(plans[1])


def test_a_damaged_file_is_not_carried_on(target: FolderTarget, tmp_path: Path) -> None:
    published(target, tmp_path / "site", OLD)
    defaced = target.folder / "releases/1/site/sample/114/index.html"
    defaced.chmod(0o644)
    defaced.write_text("defaced")
    published(target, tmp_path / "site", NEW)
    assert shown(target)["sample/114/index.html"] == "plan"


def test_as_many_releases_stay_as_are_wanted_and_the_present_one_always(target: FolderTarget, tmp_path: Path) -> None:
    for number in range(4):
        published(target, tmp_path / "site", OLD | {"index.html": str(number)})
    assert [release.number for release in target.releases()] == [3, 4]
    assert names(target.folder) == ["current", "releases"]
    assert names(target.folder / "releases") == ["3", "4"]


def test_an_earlier_release_is_shown_again_as_a_new_one_that_keeps_the_assets_of_open_pages(
    target: FolderTarget, tmp_path: Path
) -> None:
    published(target, tmp_path / "site", OLD)
    published(target, tmp_path / "site", NEW)
    with target.alone(lambda holder: None):
        target.put(bring_back(target.releases(), None, NOW).release, None)
    assert shown(target) == {**OLD, "assets/site-00000002.css": "b{}"}
    last = target.releases()[-1]
    assert (last.number, last.copy_of) == (3, 1)


def test_a_release_that_is_damaged_is_not_brought_back(target: FolderTarget, tmp_path: Path) -> None:
    published(target, tmp_path / "site", OLD)
    published(target, tmp_path / "site", NEW)
    (target.folder / "releases/1/site/index.html").unlink()
    with pytest.raises(SettingsError) as error, target.alone(lambda holder: None):
        target.put(bring_back(target.releases(), None, NOW).release, None)
    assert code_of(error) == ("E488", "index.html")
    assert shown(target)["index.html"] == NEW["index.html"]


def test_a_site_that_changes_meanwhile_is_not_published(target: FolderTarget, tmp_path: Path) -> None:
    published(target, tmp_path / "site", OLD)
    site(tmp_path / "site", NEW)
    with pytest.raises(SettingsError) as error, target.alone(lambda holder: None):
        release = next_release(target, NEW)
        (tmp_path / "site/index.html").write_text("edited by hand")
        target.put(release, tmp_path / "site")
    assert code_of(error) == ("E486", "index.html")
    assert shown(target) == OLD
    assert names(target.folder) == ["current", "releases"]


@pytest.mark.parametrize(
    ("make", "named"),
    [
        (lambda folder: (folder / "index.php").write_text("ours"), "index.php"),
        (lambda folder: (folder / "current").mkdir(), "current"),
        (lambda folder: (folder / "current").symlink_to("/etc"), "current -> /etc"),
        (lambda folder: (folder / "current").symlink_to("releases/../../x"), "current -> releases/../../x"),
        (lambda folder: (folder / "releases").symlink_to("/tmp"), "releases"),
        (lambda folder: (folder / "releases").write_text(""), "releases"),
        (lambda folder: (folder / "releases/7").mkdir(parents=True), "releases/7"),
        (lambda folder: (folder / ".planpress.new").symlink_to("/tmp"), ".planpress.new"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_folder_of_somebody_else_is_left_as_it_is(target: FolderTarget, tmp_path: Path, make, named: str) -> None:  # type: ignore[no-untyped-def]
    target.folder.mkdir(parents=True)
    make(target.folder)
    before = sorted(path.relative_to(target.folder) for path in target.folder.rglob("*"))
    with pytest.raises(SettingsError) as error:
        published(target, tmp_path / "site", OLD)
    assert code_of(error) == ("E483", named)
    assert sorted(path.relative_to(target.folder) for path in target.folder.rglob("*")) == before


def test_what_others_put_beside_releases_stays(target: FolderTarget, tmp_path: Path) -> None:
    published(target, tmp_path / "site", OLD)
    (target.folder / "access.log").write_text("theirs")
    (target.folder / "releases/old").mkdir()
    for _ in range(3):
        published(target, tmp_path / "site", OLD)
    assert (target.folder / "access.log").exists() and (target.folder / "releases/old").exists()


def test_a_release_that_has_lost_its_manifest_stops_everything_and_the_mending_works(
    target: FolderTarget, tmp_path: Path
) -> None:
    published(target, tmp_path / "site", OLD)
    published(target, tmp_path / "site", NEW)
    (target.folder / "releases/2/manifest.json").write_bytes(b'{"number": 2}')
    with pytest.raises(SettingsError) as error:
        target.releases()
    assert code_of(error) == ("E487", "")
    (target.folder / "releases/2").rename(tmp_path / "moved")
    (target.folder / CURRENT).unlink()
    with target.alone(lambda holder: None):
        assert shown(target) == OLD
    published(target, tmp_path / "site", NEW)
    assert [release.number for release in target.releases()] == [1, 2]


def test_a_link_that_is_lost_is_made_anew(target: FolderTarget, tmp_path: Path) -> None:
    published(target, tmp_path / "site", OLD)
    published(target, tmp_path / "site", NEW)
    (target.folder / CURRENT).unlink()
    with target.alone(lambda holder: None):
        assert shown(target)["index.html"] == NEW["index.html"]


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "E490"), (errno.EACCES, "E491"), (errno.EROFS, "E491"), (errno.EDQUOT, "E490")]
)
def test_a_disk_that_is_full_or_closed_leaves_what_readers_see_and_says_so(
    target: FolderTarget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    published(target, tmp_path / "site", OLD)

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("planpress.publishing.folder.write_atomically", fail)
    with pytest.raises(SettingsError) as error, _told(target):
        published(target, tmp_path / "site", NEW)
    assert code_of(error)[0] == code
    assert shown(target) == OLD
    assert names(target.folder) == ["current", "releases"]


def test_everybody_may_read_a_release_whatever_the_umask(target: FolderTarget, tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        published(target, tmp_path / "site", OLD)
    finally:
        os.umask(before)
    root = target.folder / CURRENT
    assert all(path.stat().st_mode & 0o444 == 0o444 for path in root.rglob("*"))
    assert all(path.stat().st_mode & 0o111 == 0o111 for path in (target.folder, root.resolve(), root / "sample"))
