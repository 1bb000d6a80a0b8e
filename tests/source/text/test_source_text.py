import codecs

import pytest

from planpress.problems.problem import Place, Problem
from planpress.source.text.source_text import LINE_LIMIT, MOST_PROBLEMS, SourceText, decode

TITLE = "title: 金門區營業處114年度提升服務效能執行計畫\n"


def only(problems: list[Problem]) -> tuple[str, int, int, str]:
    assert len(problems) == 1
    place = problems[0].place
    return problems[0].code, place.line, place.column, place.excerpt[place.column - 1 :][: place.length]


def test_text_without_fault_has_no_problem() -> None:
    source, problems = decode("plan.yml", TITLE.encode())
    assert (source, problems) == (SourceText("plan.yml", TITLE), [])


@pytest.mark.parametrize(
    ("start", "end", "place"),
    [
        (0, 1, Place("f", 1, 1, 1, "一二")),
        (1, 2, Place("f", 1, 2, 1, "一二")),
        (1, 9, Place("f", 1, 2, 1, "一二")),  # never past the end of the line
        (4, 6, Place("f", 2, 1, 2, "三四五")),
        (7, 8, Place("f", 2, 4, 1, "三四五")),  # the line break itself
        (9, 10, Place("f", 3, 1, 1, "")),
        (99, 100, Place("f", 3, 1, 1, "")),
    ],
)
def test_place_counts_lines_and_columns_from_one(start: int, end: int, place: Place) -> None:
    assert SourceText("f", "一二\r\n三四五\n").place(start, end) == place


def test_windows_line_breaks_are_read() -> None:
    source, problems = decode("plan.yml", b"a: 1\r\nb: 2\r\n")
    assert problems == []
    assert source is not None and source.place(6, 7) == Place("plan.yml", 2, 1, 1, "b: 2")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_named_with_its_first_line(encoding: str) -> None:
    assert decode("plan.yml", TITLE.encode(encoding)) == (
        None,
        [Problem("E302", Place("plan.yml", 1, 1, 1, TITLE.strip()))],
    )


def test_big5_is_named_where_it_starts() -> None:
    source, problems = decode("plan.yml", f"status: draft\n{TITLE}".encode("big5"))
    assert source is None
    assert only(problems) == ("E303", 2, 8, "金")


def test_one_bad_byte_is_no_big5() -> None:
    content = (TITLE * 3).encode().replace("門".encode(), "門".encode()[:2], 1)
    source, problems = decode("plan.yml", content)
    assert source is None
    assert only(problems) == ("E304", 1, 9, "\ufffd")
    assert problems[0].values == {"byte": "0xE9"}


@pytest.mark.parametrize("content", [b"", b" \n\n", codecs.BOM_UTF8])
def test_empty_file_is_named(content: bytes) -> None:
    source, (problem,) = decode("plan.yml", content)
    assert (source, problem.code, problem.place.line, problem.place.column) == (None, "E305", 1, 1)


def test_byte_order_mark_is_a_warning_and_not_part_of_the_text() -> None:
    source, problems = decode("plan.yml", codecs.BOM_UTF8 + TITLE.encode())
    assert source is not None and source.text == TITLE
    assert only(problems) == ("W301", 1, 1, "t")


@pytest.mark.parametrize("character", "\x00\x07\x1b\x7f\x85\u2028\u2029\ufeff\ufffe\r")
def test_control_character_is_found_and_kept_from_the_parser(character: str) -> None:
    source, problems = decode("plan.yml", f"title: 金門\nnote: a{character}b\n".encode())
    assert only(problems) == ("E306", 2, 8, character)
    assert problems[0].values == {"character": f"U+{ord(character):04X}"}
    assert source is not None and source.readable == "title: 金門\nnote: a b\n"


def test_a_file_that_is_wrong_throughout_says_so_often_enough() -> None:
    _, problems = decode("plan.yml", b"\x07\n" * 100_000)
    assert [problem.code for problem in problems] == ["E306"] * MOST_PROBLEMS


def test_a_line_that_no_person_wrote_is_refused() -> None:
    assert decode("plan.yml", b"a: b\n" + b"x" * LINE_LIMIT)[1] == []
    source, (problem,) = decode("plan.yml", b"a: b\n" + b"x" * (LINE_LIMIT + 1))
    assert (source, problem.code, problem.place) == (None, "E321", Place("plan.yml", 2, 1, 1, "x" * 100))
