import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from planpress.cache import INDEX_VERSION, DamagedObjectError, Index, ObjectStore, digest, folder_digest, key
from planpress.cache import write_atomically as write


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
    return folder_digest(root, (".html", ".css"))


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


def test_a_folders_digest_knows_neither_place_nor_other_files(tmp_path: Path) -> None:
    first = folder(tmp_path / "here", {"a.html": "1", "deeper/b.css": "2"})
    assert folder(tmp_path / "there", {"deeper/b.css": "2", "a.html": "1", "c.txt": "3"}) == first


def test_the_digest_of_a_folder_that_is_not_there_is_that_of_an_empty_one(tmp_path: Path) -> None:
    assert folder_digest(tmp_path / "none", (".html",)) == folder_digest(tmp_path, (".html",))


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "deeper" / "page.html"
    write(file, b"old")
    monkeypatch.setattr(Path, "write_bytes", full_disk(Path.write_bytes))
    with pytest.raises(OSError, match="No space"):
        write(file, b"new bytes")
    assert file.read_bytes() == b"old"
    assert list(file.parent.iterdir()) == [file]


def full_disk(write_bytes: Callable[[Path, bytes], int]) -> Callable[[Path, bytes], int]:
    def half(path: Path, data: bytes) -> int:
        write_bytes(path, data[: len(data) // 2])
        raise OSError(28, "No space left on device")

    return half


def test_a_file_may_be_read_by_whoever_the_system_lets_read_files(tmp_path: Path) -> None:
    write(tmp_path / "page.html", b"page")
    (tmp_path / "other").write_bytes(b"")
    assert (tmp_path / "page.html").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_an_object_is_kept_once_under_its_digest(tmp_path: Path) -> None:
    store = ObjectStore(tmp_path)
    name = store.put(b"bytes")
    written = store.path(name).stat().st_mtime_ns
    assert (name, store.put(b"bytes"), store.get(name)) == (digest(b"bytes"), name, b"bytes")
    assert store.path(name).stat().st_mtime_ns == written
    assert name in store
    assert digest(b"others") not in store
    assert store.names() == {name}


def test_two_processes_never_write_into_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []

    def note(path: Path, data: bytes) -> int:
        opened.append(path)
        return write_bytes(path, data)

    write_bytes = Path.write_bytes
    monkeypatch.setattr(Path, "write_bytes", note)
    for process in (11, 12):
        monkeypatch.setattr(os, "getpid", lambda process=process: process)
        store = ObjectStore(tmp_path)
        store.path(store.put(b"bytes")).unlink()
    assert len({path for path in opened if path.parent.is_dir()}) == 2


def test_a_damaged_object_is_not_passed_on(tmp_path: Path) -> None:
    store = ObjectStore(tmp_path)
    name = store.put(b"bytes")
    store.path(name).write_bytes(b"byt")
    with pytest.raises(DamagedObjectError):
        store.get(name)
    store.clear()
    assert name not in store
    assert store.get(store.put(b"bytes")) == b"bytes"


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
    ],
)
def test_an_index_that_cannot_be_read_is_empty(tmp_path: Path, content: str) -> None:
    path = tmp_path / "index.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
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
