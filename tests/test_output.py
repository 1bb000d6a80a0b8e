import os
from pathlib import Path

import pytest

from planpress import cache, output
from planpress.cache import ObjectStore
from planpress.output import Written, check_target, write_site, written_before
from planpress.settings import Settings, SettingsError
from tests.projects import MKDOCS, tree


def settings(root: Path, site_dir: str = "site") -> Settings:
    if not (root / "mkdocs.yml").exists():
        (root / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    return Settings.load(root, site_dir=root / site_dir)


def wrote(root: Path, files: dict[str, str], site_dir: str = "site") -> Written:
    current = settings(root, site_dir)
    store = ObjectStore(current.cache_dir / "objects")
    return write_site(current, {path: store.put(content.encode()) for path, content in files.items()}, store)


def times(folder: Path) -> dict[str, int]:
    return {path: (folder / path).stat().st_mtime_ns for path in tree(folder)}


def test_a_site_is_what_the_mapping_says(tmp_path: Path) -> None:
    assert wrote(tmp_path, {"index.html": "home", "en/kinmen/index.html": "office"}) == Written(2, 0, 0)
    assert tree(tmp_path / "site") == {"index.html": b"home", "en/kinmen/index.html": b"office"}
    assert list(written_before(settings(tmp_path))) == ["en/kinmen/index.html", "index.html"]


def test_only_what_changed_is_touched(tmp_path: Path) -> None:
    wrote(tmp_path, {"a.html": "1", "b.html": "2"})
    before = times(tmp_path / "site")
    assert wrote(tmp_path, {"a.html": "1", "b.html": "3"}) == Written(1, 1, 0)
    after = times(tmp_path / "site")
    assert (after["a.html"] == before["a.html"], after["b.html"] == before["b.html"]) == (True, False)
    assert wrote(tmp_path, {"a.html": "1", "b.html": "3"}) == Written(0, 2, 0)
    assert times(tmp_path / "site") == after


def test_what_an_earlier_build_made_and_this_one_did_not_goes_with_its_folders(tmp_path: Path) -> None:
    wrote(tmp_path, {"kinmen/114/index.html": "1", "kinmen/114/plan.json": "2", "index.html": "3"})
    assert wrote(tmp_path, {"index.html": "3"}) == Written(0, 1, 2)
    assert [path.name for path in (tmp_path / "site").rglob("*")] == ["index.html"]


def test_what_no_build_wrote_stays(tmp_path: Path) -> None:
    wrote(tmp_path, {"kinmen/114/index.html": "1"})
    (tmp_path / "site/kinmen/114/scan.pdf").write_text("an editor's own")
    (tmp_path / "site/.well-known").mkdir()
    wrote(tmp_path, {})
    assert tree(tmp_path / "site") == {"kinmen/114/scan.pdf": b"an editor's own"}
    assert (tmp_path / "site/.well-known").is_dir()


@pytest.mark.parametrize("damage", ["changed", "same size", "removed"])
def test_what_others_did_to_a_file_is_undone(tmp_path: Path, damage: str) -> None:
    wrote(tmp_path, {"a.html": "right", "b.html": "right"})
    file = tmp_path / "site" / "a.html"
    if damage == "removed":
        file.unlink()
    else:
        file.write_text({"changed": "something else", "same size": "wrong"}[damage])
        os.utime(file, ns=(0, 1))
    assert wrote(tmp_path, {"a.html": "right", "b.html": "right"}) == Written(1, 1, 0)
    assert file.read_text() == "right"


def test_a_site_that_is_right_is_left_alone_without_the_cache(tmp_path: Path) -> None:
    wrote(tmp_path, {"a.html": "1", "b.html": "2"})
    before = times(tmp_path / "site")
    (tmp_path / ".cache/site/published.json").write_text("{")
    assert wrote(tmp_path, {"a.html": "1", "b.html": "other"}) == Written(1, 1, 0)
    assert times(tmp_path / "site")["a.html"] == before["a.html"]


def test_another_folder_is_written_whole(tmp_path: Path) -> None:
    wrote(tmp_path, {"a.html": "1"}, "site")
    assert wrote(tmp_path, {"b.html": "2"}, "elsewhere") == Written(1, 0, 0)
    assert tree(tmp_path / "site") == {"a.html": b"1"}
    assert tree(tmp_path / "elsewhere") == {"b.html": b"2"}


@pytest.mark.parametrize("cut_at", range(4))
@pytest.mark.parametrize(
    "next_site",
    [
        {"a.html": "new", "b.html": "new", "kinmen/c.html": "new"},  # the same again
        {"a.html": "old", "b.html": "old"},  # the edit undone
        {"a.html": "old"},  # less than there ever was
    ],
)
def test_writing_that_was_cut_short_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut_at: int, next_site: dict[str, str]
) -> None:
    wrote(tmp_path, {"a.html": "old", "b.html": "old"})
    written = 0

    def killed(path: Path, data: bytes) -> None:
        nonlocal written
        if path.is_relative_to(tmp_path / "site"):
            if written == cut_at:
                path.parent.mkdir(exist_ok=True)
                path.with_name(f".new-{path.name}").write_bytes(data[:1])
                raise KeyboardInterrupt
            written += 1
        write_atomically(path, data)

    write_atomically = cache.write_atomically
    with monkeypatch.context() as patched:
        patched.setattr(output, "write_atomically", killed)
        if cut_at < 3:
            with pytest.raises(KeyboardInterrupt):
                wrote(tmp_path, {"a.html": "new", "b.html": "new", "kinmen/c.html": "new"})
        else:
            wrote(tmp_path, {"a.html": "new", "b.html": "new", "kinmen/c.html": "new"})
    wrote(tmp_path, next_site)
    assert tree(tmp_path / "site") == {path: content.encode() for path, content in next_site.items()}
    assert wrote(tmp_path, next_site).changed == 0


@pytest.mark.parametrize("site_dir", [".", "..", "offices", "content/en", "theme/site", ".cache", ".git"])
def test_a_site_is_never_written_into_sources(tmp_path: Path, site_dir: str) -> None:
    root = tmp_path / "project"
    root.mkdir()
    with pytest.raises(SettingsError, match="site_dir"):
        check_target(settings(root, site_dir))
    with pytest.raises(SettingsError, match="site_dir"):
        wrote(root, {"index.html": "home"}, site_dir)
    assert not list(root.rglob("index.html"))


@pytest.mark.parametrize("site_dir", ["site", "build/site", "../published", ".cache/preview-site"])
def test_a_site_may_be_written_elsewhere(tmp_path: Path, site_dir: str) -> None:
    root = tmp_path / "project"
    root.mkdir()
    check_target(settings(root, site_dir))
