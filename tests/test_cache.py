import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from planpress.cache import (
    INDEX_VERSION,
    Cache,
    DamagedObjectError,
    Index,
    ObjectStore,
    digest,
    folder_digest,
    key,
    make_cache_folder,
    sealed,
    unsealed,
)


def test_a_digest_is_the_sha_256_of_the_bytes() -> None:
    assert digest(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a", "b"), ("ab",)),
        (("a", ""), ("a",)),
        ((["a"], "b"), ("a", ["b"])),
        ((1,), ("1",)),
        ((None,), ("None",)),
        (({"a": 1},), ({"a": 2},)),
    ],
)
def test_a_key_tells_its_parts_apart(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    assert key(*one) != key(*other)


def test_a_key_does_not_depend_on_the_order_of_a_mapping() -> None:
    assert key({"a": 1, "b": 2}) == key({"b": 2, "a": 1})


def folder(root: Path, files: dict[str, str]) -> str:
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    return folder_digest(root)


@pytest.mark.parametrize(
    "other",
    [
        {"a.html": "1", "b.css": "3"},  # changed
        {"a.html": "1", "c.css": "2"},  # renamed
        {"a.html": "1", "deeper/b.css": "2"},  # moved
        {"a.html": "1"},  # gone
        {"a.html": "1", "b.css": "2", "c.css": ""},  # new
        {"a.html": "1b.css\0001\0002", "b.css": ""},  # the same bytes elsewhere
    ],
)
def test_a_folders_digest_changes_with_every_file(tmp_path: Path, other: dict[str, str]) -> None:
    assert folder(tmp_path / "one", {"a.html": "1", "b.css": "2"}) != folder(tmp_path / "other", other)


def test_a_folders_digest_knows_neither_place_nor_what_editors_leave_behind(tmp_path: Path) -> None:
    first = folder(tmp_path / "here", {"a.html": "1", "deeper/b.css": "2"})
    left = {".a.html.swp": "3", "a.html~": "4", "__pycache__/a.pyc": "5", ".git/config": "6"}
    assert folder(tmp_path / "there", {"deeper/b.css": "2", "a.html": "1", **left}) == first


def test_a_folders_digest_leaves_out_what_it_is_told_to(tmp_path: Path) -> None:
    first = folder(tmp_path, {"a.html": "1", "deeper/locales/b.po": "2"})
    assert folder_digest(tmp_path, without=["locales"]) != first
    (tmp_path / "deeper/locales/b.po").write_text("other")
    assert folder_digest(tmp_path, without=["locales"]) == folder_digest(folder_of(tmp_path / "c", {"a.html": "1"}))


def folder_of(root: Path, files: dict[str, str]) -> Path:
    folder(root, files)
    return root


def test_a_folders_digest_ends_where_a_link_leads_back_and_follows_others(tmp_path: Path) -> None:
    folder(tmp_path / "theme", {"a.html": "1"})
    (tmp_path / "theme" / "again").symlink_to(tmp_path / "theme")
    (tmp_path / "theme" / "other").symlink_to(tmp_path / "other")
    first = folder_digest(tmp_path / "theme")
    folder(tmp_path / "other", {"b.html": "2"})
    assert folder_digest(tmp_path / "theme") != first


def test_a_name_that_is_not_utf_8_is_a_name(tmp_path: Path) -> None:
    first = folder_digest(tmp_path)
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xa4\xa4.html")).write_text("1")
    assert folder_digest(tmp_path) != first


def test_the_digest_of_a_folder_that_is_not_there_is_that_of_an_empty_one(tmp_path: Path) -> None:
    assert folder_digest(tmp_path / "none") == folder_digest(tmp_path)


@pytest.mark.parametrize("damage", [b"", b"0" * 64, b"\n", sealed(b"bytes")[:-1], sealed(b"bytes").replace(b"y", b"z")])
def test_a_seal_tells_what_is_not_whole(damage: bytes) -> None:
    assert unsealed(sealed(b"by\ntes")) == b"by\ntes"
    assert unsealed(damage) is None


def test_an_object_is_kept_once_under_its_digest(tmp_path: Path) -> None:
    store = ObjectStore(tmp_path)
    name = store.put(b"bytes")
    written = store.path(name).stat().st_mtime_ns
    assert (name, store.put(b"bytes"), store.get(name)) == (digest(b"bytes"), name, b"bytes")
    assert store.path(name).stat().st_mtime_ns == written
    assert name in store
    assert digest(b"others") not in store
    assert store.names() == {name}


@pytest.mark.parametrize(
    "damage", ["cut", "gone", "a folder", "a link", "its folder is a file", "its folder is a link"]
)
def test_a_damaged_object_is_not_passed_on_and_can_be_made_anew(tmp_path: Path, damage: str) -> None:
    store = ObjectStore(tmp_path / "objects")
    name = store.put(b"bytes")
    path = store.path(name)
    outside = tmp_path / "outside"
    outside.mkdir()
    path.write_bytes(b"byt")
    if damage != "cut":
        path.unlink()
    if damage == "a folder":
        (path / "deeper").mkdir(parents=True)
    if damage == "a link":
        path.symlink_to(outside / "nothing")
    if damage.startswith("its folder"):
        path.parent.rmdir()
        path.parent.symlink_to(outside) if damage.endswith("link") else path.parent.write_text("a file")
    with pytest.raises(DamagedObjectError) as caught:
        store.get(name)
    assert caught.value.filename == str(path)
    assert store.names() == (frozenset({name}) if damage == "cut" else frozenset())
    if damage == "cut":
        store.clear()
    assert name not in store
    assert store.get(store.put(b"bytes")) == b"bytes"
    assert list(outside.iterdir()) == []


def test_objects_are_forgotten_wherever_they_are(tmp_path: Path) -> None:
    outside = ObjectStore(tmp_path / "outside")
    name = outside.put(b"bytes")
    (tmp_path / "objects").symlink_to(tmp_path / "outside")
    linked = ObjectStore(tmp_path / "objects")
    linked.clear()
    assert (name in linked, name in outside) == (False, True)


@pytest.mark.parametrize("place", [".cache", ".cache/site", ".cache/site/objects", ".cache/site/index.json"])
@pytest.mark.parametrize("what", ["a file", "a folder", "a link that leads nowhere"])
def test_a_cache_heals_whatever_stands_in_its_place(tmp_path: Path, place: str, what: str) -> None:
    path = tmp_path / place
    path.parent.mkdir(parents=True, exist_ok=True)
    if what == "a file":
        path.write_text("a file")
    elif what == "a folder":
        (path / "deeper").mkdir(parents=True)
    else:
        path.symlink_to(tmp_path / "nothing")
    for _ in range(2):
        make_cache_folder(tmp_path / ".cache/site")
        cache = Cache.open(tmp_path / ".cache/site")
        cache.store.put(b"bytes")
        cache.index.put("name", "1")
        cache.index.save()
        assert cache.store.names() == {digest(b"bytes")}
        assert Index(cache.index.path).get("name") == "1"
    assert not (tmp_path / "nothing").exists()


def test_a_cache_may_lie_on_another_disk(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / ".cache").symlink_to(tmp_path / "disk")
    make_cache_folder(tmp_path / ".cache/site")
    assert (tmp_path / "disk/site").is_dir()


def test_what_a_killed_build_was_writing_goes(tmp_path: Path) -> None:
    Cache.open(tmp_path).store.put(b"bytes")
    left = tmp_path / "new" / ".new-123-abcd"
    left.write_bytes(b"half")
    Cache.open(tmp_path)
    assert not left.exists()


def test_a_record_of_another_shape_is_made_anew(tmp_path: Path) -> None:
    cache = Cache.open(tmp_path)
    records: tuple[object, ...] = ("text", 1, [], {}, {"number": "x"}, {"number": [1]})
    for record in records:
        cache.index.put("name", record)
        assert cache.recalled("name", lambda found: int(found["number"])) is None
        assert cache.remembered("name", lambda: {"number": 7}, lambda found: int(found["number"])) == 7
        assert cache.index.get("name") == {"number": 7}


def test_an_index_remembers_what_it_was_told(tmp_path: Path) -> None:
    index = Index(tmp_path / "index.json")
    assert index.get("plan") is None
    index.put("plan", {"title": "計畫"})
    assert index.get("plan") == {"title": "計畫"}
    index.save()
    assert Index(tmp_path / "index.json").get("plan") == {"title": "計畫"}


def test_a_record_comes_back_in_the_order_in_which_it_was_put(tmp_path: Path) -> None:
    index = Index(tmp_path / "index.json")
    index.put("plan", {"zh-Hant": "計畫", "en": "Plan"})
    index.put("page", {})
    index.save()
    assert list(Index(tmp_path / "index.json").get("plan") or ()) == ["zh-Hant", "en"]


@pytest.mark.parametrize(("others", "stays"), [(1002, True), (1003, False)])
def test_what_nobody_needs_goes_once_there_is_much_more_than_the_site_has(
    tmp_path: Path, others: int, stays: bool
) -> None:
    cache = Cache.open(tmp_path)
    page, mentioned, idle = map(cache.store.put, (b"page", b"mentioned", b"idle"))
    cache.index.put("key", mentioned)
    many = frozenset(f"{number:064}" for number in range(others))
    replace(cache, present=many | {mentioned, idle}).forget_unused([page])
    assert (page in cache.store, mentioned in cache.store, idle in cache.store) == (True, True, stays)


def test_an_index_forgets_what_a_build_did_not_ask_for(tmp_path: Path) -> None:
    path = tmp_path / "index.json"
    index = Index(path)
    index.put("old", "1")
    index.put("asked", "2")
    index.save()
    later = Index(path)
    later.get("asked")
    later.put("new", "3")
    later.save(keep_unused=True)
    assert [Index(path).get(name) for name in ("old", "asked", "new")] == ["1", "2", "3"]
    later.save()
    assert [Index(path).get(name) for name in ("old", "asked", "new")] == [None, "2", "3"]


def test_an_index_that_says_nothing_new_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "index.json"
    index = Index(path)
    index.put("name", "1")
    index.save()
    written = path.stat().st_mtime_ns
    again = Index(path)
    again.get("name")
    again.save()
    assert path.stat().st_mtime_ns == written


def test_an_index_knows_the_digests_of_this_build(tmp_path: Path) -> None:
    index = Index(tmp_path / "index.json")
    one, other = digest(b"1"), digest(b"2")
    index.put("plan", {"bodies": {"en": one}, "data": other, "title": "計畫"})
    assert index.digests() == {one, other}


def test_an_index_that_was_changed_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "index.json"
    index = Index(path)
    index.put("plan", {"title": "計畫"})
    index.save()
    path.write_bytes(path.read_bytes().replace("計".encode(), "記".encode()))
    assert Index(path).get("plan") is None


@pytest.mark.parametrize("seal", [True, False])
@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "null",
        "[]",
        "{}",
        '{"version": 1}',
        '{"version": 1, "records": [1]}',
        json.dumps({"version": INDEX_VERSION + 1, "records": {"name": "1"}}),
        "\udcff",
        "[" * 100_000,
    ],
)
def test_an_index_that_cannot_be_read_is_empty(tmp_path: Path, content: str, seal: bool) -> None:
    path = tmp_path / "index.json"
    data = content.encode("utf-8", "surrogateescape")
    path.write_bytes(sealed(data) if seal else data)
    index = Index(path)
    assert index.get("name") is None
    index.put("name", "2")
    index.save(keep_unused=True)
    assert Index(path).get("name") == "2"


def test_names_that_are_not_utf_8_are_hashed_and_kept(tmp_path: Path) -> None:
    names = [os.fsdecode("關於.md".encode(encoding)) for encoding in ("big5", "utf-8")]
    digests = set()
    for name in names:
        (tmp_path / name).write_text("1", "utf-8")
        digests.add(folder_digest(tmp_path, (".md",)))
        (tmp_path / name).unlink()
    assert len(digests) == len({key(name) for name in names}) == len({key([name]) for name in names}) == 2
    index = Index(tmp_path / "index.json")
    index.put("names", names)
    index.save()
    assert Index(tmp_path / "index.json").get("names") == names
