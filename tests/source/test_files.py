import os
from pathlib import Path

import pytest

from planpress.problems.problem import Place, Problem
from planpress.source import files


def made(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)


def test_a_file_is_read(tmp_path: Path) -> None:
    made(tmp_path, "content/topics.yml")
    assert files.read(tmp_path, "content/topics.yml") == (b"content/topics.yml", [])


def test_the_root_may_be_reached_by_a_link(tmp_path: Path) -> None:
    made(tmp_path / "project", "a.yml")
    (tmp_path / "link").symlink_to("project")
    assert files.read(tmp_path / "link", "a.yml") == (b"a.yml", [])


@pytest.mark.parametrize("name", ["content/link.md", "linked/a.md", "../outside.md", "content/../../outside.md"])
def test_no_link_is_read_and_no_way_out(tmp_path: Path, name: str) -> None:
    root = tmp_path / "root"
    made(tmp_path, "outside.md", "folder/a.md", "root/content/a.md")
    (root / "content/link.md").symlink_to(tmp_path / "outside.md")
    (root / "linked").symlink_to(tmp_path / "folder")
    assert files.read(root, name) == (None, [Problem("E405", Place(name))])


def test_what_is_no_ordinary_file_is_not_read_and_holds_nobody(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yml")
    (tmp_path / "folder.yml").mkdir()
    for name, code in (("pipe.yml", "E409"), ("folder.yml", "E406"), ("a\0b", "E406"), ("n" * 300, "E406")):
        content, (problem,) = files.read(tmp_path, name)
        assert (content, problem.code) == (None, code)


def test_a_file_that_is_not_there_is_missing(tmp_path: Path) -> None:
    assert files.read(tmp_path, "content/a.md") == (None, [Problem("E404", Place("content/a.md"), {"name": "a.md"})])
    assert not files.exists(tmp_path, "content/a.md")


def test_no_more_is_read_than_may_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"x" * 20)
    assert files.read(tmp_path, "a.yml", limit=20) == (b"x" * 20, [])
    assert files.read(tmp_path, "a.yml", limit=19) == (None, [Problem("E301", Place("a.yml"), {"limit": "19"})])


def test_a_tree_has_every_ordinary_file_in_order(tmp_path: Path) -> None:
    made(tmp_path, "content/b.md", "content/a/c.md", "content/a.md", "content/.git/config", "other/d.md")
    made(tmp_path, "content/Thumbs.db", "content/desktop.ini", "content/b.md~", "content/#b.md#", "content/~$b.docx")
    assert files.folder(tmp_path, "content") == files.Folder(("content/a.md", "content/a/c.md", "content/b.md"), ())
    assert files.folder(tmp_path, "nothing") == files.Folder((), ())


def test_a_tree_tells_of_everything_that_is_not_read(tmp_path: Path) -> None:
    made(tmp_path, "content/a.md", "outside/secret.md")
    (tmp_path / "content/leak.md").symlink_to(tmp_path / "outside/secret.md")
    (tmp_path / "content/folder").symlink_to(tmp_path / "outside")
    (tmp_path / "content/circle").symlink_to(tmp_path / "content")
    os.mkfifo(tmp_path / "content/pipe.md")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/content/\xaa\xf7.md")).write_text("Big5")
    found = files.folder(tmp_path, "content")
    assert found.files == ("content/a.md",)
    assert sorted((problem.code, problem.place.file.encode(errors="replace")) for problem in found.problems) == [
        ("E405", b"content/circle"),
        ("E405", b"content/folder"),
        ("E405", b"content/leak.md"),
        ("E407", b"content/??.md"),
        ("E409", b"content/pipe.md"),
    ]


@pytest.mark.parametrize("name", ["zh-Hant/con.md", "aux/a.md", "zh-Hant/a?.md", "static/LPT1.png", "static/a.png."])
def test_a_tree_tells_of_names_that_windows_cannot_have(tmp_path: Path, name: str) -> None:
    made(tmp_path, "content/console.md", f"content/{name}")
    assert [problem.code for problem in files.folder(tmp_path, "content").problems] == ["E410"]


def test_a_tree_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, "/".join(["content", *["a"] * (files.DEPTH_LIMIT + 2), "b.md"]))
    (problem,) = files.folder(tmp_path, "content").problems
    assert (problem.code, problem.values) == ("E408", {"limit": str(files.DEPTH_LIMIT)})
    monkeypatch.setattr(files, "FILES_LIMIT", 3)
    (problem,) = files.folder(tmp_path, "content").problems
    assert (problem.code, problem.values) == ("E408", {"limit": "3"})
