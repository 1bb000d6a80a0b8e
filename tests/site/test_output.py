import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from planpress import writing
from planpress.cache import ObjectStore, digest
from planpress.problems.settings_error import SettingsError
from planpress.settings import Settings
from planpress.site import output
from planpress.site.output import Written, check_target, write_site
from planpress.site.published import LIST, LOCK, WORK, read_list
from tests.projects import MKDOCS, tree


def settings(root: Path, site_dir: str = "site") -> Settings:
    if not (root / "mkdocs.yml").exists():
        (root / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    return Settings.load(root, site_dir=root / site_dir)


def wrote(root: Path, files: dict[str, str], site_dir: str = "site", *, adding: bool = False) -> Written:
    current = settings(root, site_dir)
    store = ObjectStore(current.cache_dir / "objects")
    site = {path: store.put(content.encode()) for path, content in files.items()}
    return write_site(current, site, store, adding=adding)


def times(folder: Path) -> dict[str, int]:
    return {path: (folder / path).stat().st_mtime_ns for path in tree(folder)}


def test_a_site_is_what_the_mapping_says(tmp_path: Path) -> None:
    assert wrote(tmp_path, {"index.html": "home", "en/kinmen/index.html": "office"}) == Written(2, 0, 0)
    assert tree(tmp_path / "site") == {"index.html": b"home", "en/kinmen/index.html": b"office"}
    assert read_list(tmp_path / "site") == {"en/kinmen/index.html": digest(b"office"), "index.html": digest(b"home")}
    assert sorted(path.name for path in (tmp_path / "site").iterdir()) == [LIST, "en", "index.html"]


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
    assert sorted(path.name for path in (tmp_path / "site").rglob("*")) == [LIST, "index.html"]


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
    shutil.rmtree(tmp_path / ".cache")
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

    def killed(path: Path, data: bytes, *, work: Path, for_all: bool) -> None:
        nonlocal written
        if written == cut_at:
            work.mkdir(exist_ok=True)
            (work / ".new-1-abcd").write_bytes(data[:1])
            raise KeyboardInterrupt
        written += 1
        write_atomically(path, data, work=work, for_all=for_all)

    write_atomically = writing.write_atomically
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


@pytest.mark.parametrize(
    "site_dir", [".", "..", "offices", "content/en", "theme/site", ".cache", ".cache/site", ".cache/preview/a", ".git"]
)
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


@pytest.mark.parametrize("site_dir", ["site", "../site"])
def test_a_site_is_never_written_through_a_link_into_sources(tmp_path: Path, site_dir: str) -> None:
    root = tmp_path / "project"
    (tmp_path / "data").mkdir()
    root.mkdir()
    (root / "offices").symlink_to(tmp_path / "data")
    (root / site_dir).symlink_to(tmp_path / "data")
    with pytest.raises(SettingsError, match="site_dir"):
        wrote(root, {"index.html": "home"}, site_dir)
    assert list((tmp_path / "data").iterdir()) == []


def test_a_site_may_lie_behind_a_link(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "public")
    wrote(tmp_path, {"a.html": "1", "kinmen/b.html": "2"})
    assert wrote(tmp_path, {"a.html": "1"}) == Written(0, 1, 1)
    assert tree(tmp_path / "public") == {"a.html": b"1"}


def test_a_preview_does_not_follow_a_link_into_the_site(tmp_path: Path) -> None:
    wrote(tmp_path, {"index.html": "1"})
    current = replace(settings(tmp_path, ".cache/preview-site"), preview=True)
    current.site_dir.symlink_to(tmp_path / "site")
    store = ObjectStore(current.cache_dir / "objects")
    write_site(current, {"index.html": store.put(b"draft")}, store)
    assert tree(tmp_path / "site") == {"index.html": b"1"}
    assert tree(current.site_dir) == {"index.html": b"draft"}


# What a folder knows of itself


@pytest.mark.parametrize("lost", ["cache", "stamps", "stamps null", "stamps list", "stamps a folder", "copied"])
def test_what_was_withdrawn_goes_whatever_became_of_the_cache(tmp_path: Path, lost: str) -> None:
    root = tmp_path / "here"
    root.mkdir()
    wrote(root, {"index.html": "1", "kinmen/113/index.html": "withdrawn", "assets/old.css": "2"})
    stamps = root / ".cache/site/published.json"
    if lost == "cache":
        shutil.rmtree(root / ".cache")
    elif lost == "copied":
        shutil.copytree(root / "site", tmp_path / "there/site")
        root = tmp_path / "there"
    else:
        stamps.unlink()
        if lost == "stamps a folder":
            (stamps / "deeper").mkdir(parents=True)
        else:
            stamps.write_text({"stamps": "{", "stamps null": "null", "stamps list": "[]"}[lost])
    assert wrote(root, {"index.html": "1"}) == Written(0, 1, 2)
    assert tree(root / "site") == {"index.html": b"1"}
    assert wrote(root, {"index.html": "1"}) == Written(0, 1, 0)


def test_a_withdrawn_page_that_somebody_changed_goes_too(tmp_path: Path) -> None:
    wrote(tmp_path, {"index.html": "1", "kinmen/113/index.html": "2"})
    (tmp_path / "site/kinmen/113/index.html").write_text("changed by hand")
    assert wrote(tmp_path, {"index.html": "1"}) == Written(0, 1, 1)
    assert not (tmp_path / "site/kinmen").exists()


def test_the_list_is_the_same_anywhere_and_untouched_when_nothing_changed(tmp_path: Path) -> None:
    lists = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        wrote(tmp_path / name, {"b.html": "1", "a/規章.pdf": "2"})
        lists.append((tmp_path / name / "site" / LIST).read_bytes())
    assert lists[0] == lists[1]
    assert str(tmp_path).encode() not in lists[0]
    written = (tmp_path / "one/site" / LIST).stat().st_mtime_ns
    wrote(tmp_path / "one", {"a/規章.pdf": "2", "b.html": "1"})
    assert (tmp_path / "one/site" / LIST).stat().st_mtime_ns == written


OUTSIDE = [
    "../outside.html",
    "{tmp_path}/outside.html",
    "kinmen/../../outside.html",
    "/outside.html",
    "..\\outside.html",
    "C:\\outside.html",
    "C:outside.html",
    "./index.html",
    "a//b",
    "",
    ".planpress.json",
    "a/.planpress.lock",
    "a\0b",
    "x" * 256,
    "x/" * 1000 + "x",
    "\ud800",
]


@pytest.mark.parametrize(
    "content",
    [
        *("", "{", "null", "[]", "1", '{"files": []}', '{"files": null}', '{"files": {"gone.html": 1}}', "[" * 100_000),
        *(json.dumps({"files": {path: digest(b"2"), "index.html": digest(b"1")}}) for path in OUTSIDE),
    ],
)
def test_a_list_that_is_not_to_be_trusted_counts_for_nothing(tmp_path: Path, content: str) -> None:
    wrote(tmp_path, {"index.html": "1", "gone.html": "2"})
    (tmp_path / "outside.html").write_text("theirs")
    (tmp_path / "site" / LIST).write_text(content.replace("{tmp_path}", str(tmp_path)))
    with pytest.raises(SettingsError, match=r"gone\.html"):
        wrote(tmp_path, {"index.html": "1"})
    assert tree(tmp_path / "site") == {"index.html": b"1", "gone.html": b"2"}
    assert (tmp_path / "outside.html").read_text() == "theirs"
    (tmp_path / "site/gone.html").unlink()
    assert wrote(tmp_path, {"index.html": "1"}) == Written(0, 1, 0)
    assert read_list(tmp_path / "site") == {"index.html": digest(b"1")}


def test_a_linked_list_counts_for_nothing(tmp_path: Path) -> None:
    wrote(tmp_path, {"index.html": "1", "gone.html": "2"})
    (tmp_path / "site" / LIST).rename(tmp_path / "list")
    (tmp_path / "site" / LIST).symlink_to(tmp_path / "list")
    with pytest.raises(SettingsError):
        wrote(tmp_path, {"index.html": "1"})


@pytest.mark.parametrize("stranger", ["scan.pdf", "kinmen/scan.pdf", ".well-known/a", "kinmen/b\x1b[31m"])
def test_a_folder_of_unknown_origin_is_refused_if_it_holds_anything_else(tmp_path: Path, stranger: str) -> None:
    file = tmp_path / "site" / stranger
    file.parent.mkdir(parents=True)
    file.write_text("theirs")
    with pytest.raises(SettingsError) as caught:
        wrote(tmp_path, {"kinmen/index.html": "1"})
    assert stranger.replace("\x1b", "\\x1b") in str(caught.value)
    assert tree(tmp_path / "site") == {stranger: b"theirs"}


def test_names_that_are_not_utf_8_are_left_alone(tmp_path: Path) -> None:
    wrote(tmp_path, {"kinmen/index.html": "1", "index.html": "2"})
    odd = Path(os.fsdecode(os.fsencode(tmp_path / "site/kinmen") + b"/\xa4\xa4.html"))
    odd.write_text("theirs")
    wrote(tmp_path, {"index.html": "3"})
    assert odd.read_text() == "theirs"
    (tmp_path / "site" / LIST).unlink()
    with pytest.raises(SettingsError, match=r"udca4"):
        wrote(tmp_path, {"index.html": "3"})


def test_documents_are_added_to_what_is_there(tmp_path: Path) -> None:
    wrote(tmp_path, {"index.html": "1", "kinmen/a.pdf": "2"})
    shutil.rmtree(tmp_path / ".cache")
    assert wrote(tmp_path, {"kinmen/a.pdf": "3", "kinmen/b.pdf": "4"}, adding=True) == Written(2, 0, 0)
    assert tree(tmp_path / "site") == {"index.html": b"1", "kinmen/a.pdf": b"3", "kinmen/b.pdf": b"4"}
    assert wrote(tmp_path, {"index.html": "1"}) == Written(0, 1, 2)


# What stands in the way


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[Path]:
    """A folder that looks like a part of the site, and must be as it was after all."""
    folder = tmp_path / "outside"
    files = {"index.html": "theirs", "114/index.html": "theirs", ".new-index.html": "theirs"}
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content)
    yield folder
    assert tree(folder) == {path: content.encode() for path, content in files.items()}


@pytest.mark.parametrize("place", ["kinmen", "kinmen/114", "kinmen/index.html", "index.html", LIST, LOCK, WORK])
@pytest.mark.parametrize("then", ["the same", "another", "withdrawn"])
def test_no_link_in_a_site_is_followed(tmp_path: Path, outside: Path, place: str, then: str) -> None:
    files = {"index.html": "1", "kinmen/index.html": "2", "kinmen/114/index.html": "3"}
    wrote(tmp_path, files)
    path = tmp_path / "site" / place
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    path.symlink_to(outside / "index.html" if path.suffix == ".html" else outside)
    after = {"the same": files, "another": dict.fromkeys(files, "new"), "withdrawn": {"index.html": "1"}}[then]
    if place == LIST and then == "withdrawn":
        with pytest.raises(SettingsError):
            wrote(tmp_path, after)
        return
    wrote(tmp_path, after)
    assert tree(tmp_path / "site") == {path: content.encode() for path, content in after.items()}
    assert not [path for path in (tmp_path / "site").rglob("*") if path.is_symlink()]


def test_a_linked_folder_that_no_build_made_is_refused(tmp_path: Path, outside: Path) -> None:
    wrote(tmp_path, {"index.html": "1"})
    (tmp_path / "site/kinmen").symlink_to(outside)
    with pytest.raises(SettingsError, match="kinmen"):
        wrote(tmp_path, {"index.html": "new", "kinmen/114/index.html": "3"})
    assert tree(tmp_path / "site")["index.html"] == b"1"


@pytest.mark.parametrize("place", ["kinmen", "kinmen/114"])
def test_a_file_where_a_folder_of_ours_was_is_replaced(tmp_path: Path, place: str) -> None:
    wrote(tmp_path, {"kinmen/114/index.html": "1"})
    shutil.rmtree(tmp_path / "site" / place)
    (tmp_path / "site" / place).write_text("a file")
    wrote(tmp_path, {"kinmen/114/index.html": "1"})
    assert tree(tmp_path / "site") == {"kinmen/114/index.html": b"1"}


def test_a_file_of_somebody_elses_where_a_folder_goes_is_named(tmp_path: Path) -> None:
    wrote(tmp_path, {"index.html": "1"})
    (tmp_path / "site/kinmen").write_text("theirs")
    with pytest.raises(SettingsError, match="kinmen"):
        wrote(tmp_path, {"index.html": "2", "kinmen/index.html": "1"})
    assert tree(tmp_path / "site") == {"index.html": b"1", "kinmen": b"theirs"}


@pytest.mark.parametrize("place", ["index.html", LIST, LOCK])
def test_an_empty_folder_in_a_files_place_is_replaced(tmp_path: Path, place: str) -> None:
    wrote(tmp_path, {"index.html": "1"})
    (tmp_path / "site" / place).unlink(missing_ok=True)
    (tmp_path / "site" / place).mkdir()
    wrote(tmp_path, {"index.html": "1"})
    assert tree(tmp_path / "site") == {"index.html": b"1"}
    assert read_list(tmp_path / "site") == {"index.html": digest(b"1")}


def test_a_folder_in_a_files_place_that_holds_somebody_elses_is_named(tmp_path: Path) -> None:
    wrote(tmp_path, {"index.html": "1"})
    (tmp_path / "site/index.html").unlink()
    (tmp_path / "site/index.html/deeper").mkdir(parents=True)
    (tmp_path / "site/index.html/deeper/file").write_text("theirs")
    with pytest.raises(SettingsError, match=r"index\.html"):
        wrote(tmp_path, {"index.html": "2"})
    assert tree(tmp_path / "site") == {"index.html/deeper/file": b"theirs"}


@pytest.mark.parametrize(("one", "other"), [("a", "a/b"), ("a/b", "a"), ("a/b/c", "a")])
def test_a_file_becomes_a_folder_and_a_folder_a_file(tmp_path: Path, one: str, other: str) -> None:
    wrote(tmp_path, {one: "1"})
    wrote(tmp_path, {other: "2"})
    assert tree(tmp_path / "site") == {other: b"2"}


def test_folders_that_a_killed_build_made_for_nothing_go(tmp_path: Path) -> None:
    wrote(tmp_path, {"index.html": "1", "kinmen/115/index.html": "2"})
    (tmp_path / "site/kinmen/115/index.html").unlink()
    wrote(tmp_path, {"index.html": "1"})
    assert not (tmp_path / "site/kinmen").exists()


# Order, and who may read


def test_pages_come_after_what_they_name_and_go_before_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = {"a.html": "1", "assets/1.css": "1", "gone.html": "1", "kept.json": "1"}
    new = {
        "a.html": "2",
        "assets/2.css": "2",
        "b/new.html": "2",
        "b/plan.pdf": "2",
        "kept.json": "2",
        "sitemap.xml": "",
    }
    wrote(tmp_path, old)
    done: list[str] = []
    plain = writing.write_atomically
    remove = output._remove

    def write(path: Path, data: bytes, *, work: Path, for_all: bool) -> None:
        done.append(path.relative_to(tmp_path / "site").as_posix())
        plain(path, data, work=work, for_all=for_all)

    def note(target: Path, path: str) -> bool:
        done.append(f"-{path}")
        return remove(target, path)

    monkeypatch.setattr(output, "write_atomically", write)
    monkeypatch.setattr(output, "_remove", note)
    wrote(tmp_path, new)
    order = ["assets/2.css", "b/plan.pdf", "kept.json", "b/new.html", "a.html", "sitemap.xml", "-gone.html"]
    assert done == [*order, "-assets/1.css"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.parametrize("preview", [False, True])
def test_a_site_may_be_read_by_all_but_a_preview_by_whom_the_caller_lets(tmp_path: Path, preview: bool) -> None:
    current = replace(settings(tmp_path, ".cache/preview-site"), preview=preview)
    store = ObjectStore(current.cache_dir / "objects")
    site = {"kinmen/114/index.html": store.put(b"1")}
    before = os.umask(0o077)
    try:
        write_site(current, site, store)
        if not preview:
            (current.site_dir / "kinmen").chmod(0o700)
            (current.site_dir / "kinmen/114/index.html").chmod(0o600)
            assert write_site(current, site, store) == Written(1, 0, 0)
    finally:
        os.umask(before)
    paths = [current.site_dir, *current.site_dir.rglob("*")]
    modes = {(path.is_dir(), path.stat().st_mode & 0o777) for path in paths}
    assert modes == ({(True, 0o700), (False, 0o600)} if preview else {(True, 0o755), (False, 0o644)})
    assert len(paths) == 5


def test_a_page_that_is_as_it_was_but_for_its_times_is_not_written_again(tmp_path: Path) -> None:
    wrote(tmp_path, {"index.html": "1"})
    os.utime(tmp_path / "site/index.html", ns=(0, 1))
    assert wrote(tmp_path, {"index.html": "1"}) == Written(0, 1, 0)
    assert (tmp_path / "site/index.html").stat().st_mtime_ns == 1


def test_a_change_that_keeps_size_and_time_is_undone(tmp_path: Path) -> None:
    wrote(tmp_path, {"index.html": "right"})
    page = tmp_path / "site/index.html"
    status = page.stat()
    page.write_text("wrong")
    os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert wrote(tmp_path, {"index.html": "right"}) == Written(1, 0, 0)
    assert page.read_text() == "right"
