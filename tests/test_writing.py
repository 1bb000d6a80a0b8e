import errno
import multiprocessing
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from planpress.writing import clear_way, write_atomically, write_clearing


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "deeper" / "page.html"
    write_atomically(file, b"old")
    pytest.importorskip("resource", reason="Windows cannot limit the size of files")
    process = multiprocessing.get_context("fork").Process(target=_write_little, args=(file,))
    process.start()
    process.join()
    assert process.exitcode == 0
    assert file.read_bytes() == b"old"
    assert list(file.parent.iterdir()) == [file]


def _write_little(file: Path) -> None:
    """Where no file may be large, writing fails in the middle, as on a full disk."""
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
    try:
        write_atomically(file, b"new" * 100_000)
    except OSError as error:
        os._exit(0 if (error.errno, error.filename) == (errno.EFBIG, str(file)) else 1)
    os._exit(2)


@pytest.mark.parametrize("step", ["open", "chmod", "replace"])
def test_a_full_disk_is_told_with_the_file_that_was_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    file = tmp_path / "page.html"
    monkeypatch.setattr(Path, step, full)
    with pytest.raises(OSError, match="No space") as caught:
        write_atomically(file, b"new", for_all=True)
    assert (caught.value.errno, caught.value.filename) == (errno.ENOSPC, str(file))
    assert list(tmp_path.iterdir()) == []


@pytest.fixture(params=[0o077, 0o022, 0o002])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_file_may_be_read_by_whoever_the_system_lets_read_files_or_by_all(tmp_path: Path, umask: int) -> None:
    write_atomically(tmp_path / "mine", b"page")
    write_atomically(tmp_path / "public", b"page", for_all=True)
    modes = [(tmp_path / name).stat().st_mode & 0o777 for name in ("mine", "public")]
    assert modes == [0o666 & ~umask, 0o666 & ~umask | 0o444]


def test_no_two_writers_share_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    plain = Path.open

    def note(path: Path, *arguments: Any, **named: Any) -> Any:
        opened.append(path)
        return plain(path, *arguments, **named)

    monkeypatch.setattr(Path, "open", note)
    for _ in range(2):
        write_atomically(tmp_path / "page.html", b"page")
    assert len(set(opened)) == 2
    assert {path.parent for path in opened} == {tmp_path}
    write_atomically(tmp_path / "page.html", b"page", work=tmp_path / "work")
    assert opened[-1].parent == tmp_path / "work"


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("theirs")
    (tmp_path / "page.html").symlink_to(outside)
    write_atomically(tmp_path / "page.html", b"ours")
    assert (outside.read_text(), (tmp_path / "page.html").is_symlink()) == ("theirs", False)


def test_a_link_in_the_place_of_the_new_file_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outside = tmp_path / "outside"
    outside.write_text("theirs")
    monkeypatch.setattr("secrets.token_hex", lambda _: "abcd")
    (tmp_path / f".new-{os.getpid()}-abcd").symlink_to(outside)
    with pytest.raises(FileExistsError):
        write_atomically(tmp_path / "page.html", b"ours")
    assert outside.read_text() == "theirs"


@pytest.mark.parametrize("what", ["file", "link", "folder"])
def test_what_is_in_the_way_goes(tmp_path: Path, what: str) -> None:
    root, outside = tmp_path / "root", tmp_path / "outside"
    root.mkdir()
    (outside / "b").mkdir(parents=True)
    (outside / "b/page.html").write_text("theirs")
    if what == "file":
        (root / "a").write_text("a file")
    elif what == "link":
        (root / "a").symlink_to(outside)
    else:
        (root / "a/b/page.html/deeper").mkdir(parents=True)
    clear_way(root / "a/b/page.html", root)
    write_clearing(root / "a/b/page.html", b"ours", root)
    assert (root / "a/b/page.html").read_bytes() == b"ours"
    assert (outside / "b/page.html").read_text() == "theirs"
