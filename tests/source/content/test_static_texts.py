from pathlib import Path

import pytest

from planpress.engine import editorial
from planpress.settings import Settings
from planpress.site.checking import problems_of
from planpress.source.content.static_texts import is_static_text, static_text_problems
from tests.projects import project, write


@pytest.mark.parametrize(
    "file",
    [
        "content/zh-Hant/files/list.csv",
        "content/files/list.txt",
        "content/plan.svg",
        "content/LIST.TXT",
        "theme/site/note.html",
        "theme/documents/note.typ",
    ],
)
def test_texts_that_lie_there_as_they_are_are_looked_into(tmp_path: Path, file: str) -> None:
    root = project(tmp_path)
    write(root, file, "姓名,電話\n王小明,0912-345-678\nＡ１２３－４５６－７８９")
    found = [each for each in problems_of(Settings.load(root), editorial) if each.code != "W401"]
    assert [(each.code, each.place.file, each.place.line, each.place.column) for each in found] == [
        ("W502", file, 2, 5),
        ("E505", file, 3, 1),
    ]


def test_what_a_path_draws_is_no_number(tmp_path: Path) -> None:
    write(
        tmp_path, "a.svg", '<svg viewBox="0 912 345 678"><path d="M0912.345.678\n 0912 345 678"/><text>圖</text></svg>'
    )
    assert static_text_problems(tmp_path, ["a.svg"]) == []
    write(tmp_path, "a.svg", '<svg><path d="M0 0"/><text>0912 345 678</text></svg>')
    assert [each.place.column for each in static_text_problems(tmp_path, ["a.svg"])] == [28]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "big5"])
def test_whatever_the_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.csv").write_bytes("王小明,A123456789\r\n".encode(encoding))
    assert [each.code for each in static_text_problems(tmp_path, ["a.csv"])] == ["E505"]


def test_no_text_and_what_is_not_there_are_passed_over(tmp_path: Path) -> None:
    assert list(filter(is_static_text, ["a.png", "a.SVG", "content/locales/a.txt"])) == ["a.SVG"]
    assert static_text_problems(tmp_path, ["nothing.txt"]) == []
