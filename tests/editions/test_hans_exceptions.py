import codecs
import time

import pytest

from planpress.editions.hans_exceptions import EXCEPTIONS_LIMIT, LENGTH_LIMIT, read_exceptions


def codes(content: str | bytes) -> list[tuple[str, int, int]]:
    """Codes of what is wrong, with line and column."""
    _, problems = read_exceptions("zh-Hans.txt", content.encode() if isinstance(content, str) else content)
    return [(problem.code, problem.place.line, problem.place.column) for problem in problems]


def test_exceptions_are_read_line_by_line() -> None:
    exceptions, problems = read_exceptions("zh-Hans.txt", "# 註解\n\n水叮噹\t水叮噹\r\n 乾隆 \t 乾隆 \n".encode())
    assert exceptions == {"水叮噹": "水叮噹", "乾隆": "乾隆"}
    assert problems == ()


@pytest.mark.parametrize("first", ["# 註解\r\n", "", "\r\n"])
def test_a_file_that_notepad_has_saved_is_read(first: str) -> None:
    content = codecs.BOM_UTF8 + f"{first}水叮噹\t水叮噹\r\n乾隆\t乾隆\r\n".encode()
    exceptions, problems = read_exceptions("zh-Hans.txt", content)
    assert exceptions == {"水叮噹": "水叮噹", "乾隆": "乾隆"}
    assert [problem.code for problem in problems] == ["W301"]


@pytest.mark.parametrize("content", [b"", b"\r\n", codecs.BOM_UTF8, codecs.BOM_UTF8 + b"\r\n"])
def test_an_empty_file_has_no_exceptions(content: bytes) -> None:
    assert read_exceptions("zh-Hans.txt", content) == ({}, ())


@pytest.mark.parametrize(
    "line", ["壞的一行", "\t", "乾\t", "\t干", "甲\t乙\t丙", "甲\t乙\t", "乾  干", " \t \u3000", "\u3000\t干"]
)
def test_a_line_without_its_two_halves_is_told(line: str) -> None:
    content = f"水叮噹\t水叮噹\n{line}\n乾隆\t乾隆"
    assert codes(content) == ([] if not line.strip() else [("E604", 2, 1)])
    assert set(read_exceptions("zh-Hans.txt", content.encode())[0]) == {"水叮噹", "乾隆"}


@pytest.mark.parametrize(
    "line",
    [
        "計畫\t计划<b>",
        '計畫\t"计划',
        "計畫&\t计划&",
        "%(num)d項\t%(n)d项",
        "{total}項\t{x}项",
        "%\t%",
        "114\t115",
        "１１４年\t１１５年",
        "三月\t四月",
        "example.org\texample.com",
        "計畫\t计划 onclick",
        "A計\t计A",
        "；計\t计；",
    ],
)
def test_nothing_but_characters_is_changed(line: str) -> None:
    exceptions, _ = read_exceptions("zh-Hans.txt", line.encode())
    assert codes(line) == [("E611", 1, 1)]
    assert exceptions == {}


def test_letters_and_figures_that_stay_are_harmless() -> None:
    assert codes("台電App\t台电App\n乾\t乾\n114年度\t114年度\n") == []


def test_the_same_words_twice_are_told() -> None:
    assert codes("乾隆\t乾隆\n乾隆\t干隆\n") == [("E612", 2, 1)]


def test_both_halves_are_public() -> None:
    assert codes("乾0912-345-678\t乾0912-345-678") == [("W502", 1, 2), ("W502", 1, 16)]
    assert codes("乾\t乾\u200b") == [("E501", 1, 4)]
    assert [code for code, *_ in codes("乾A123456789\t乾A123456789")] == ["E505", "E505"]
    assert [code for code, *_ in codes("乾javascript:x\t乾javascript:x")] == ["E506", "E506"]
    assert codes("亁\t简体") == []


def test_an_encoding_is_named() -> None:
    text = "水叮噹\t水叮噹\n"
    assert codes(text.encode("big5"))[0][0] == "E303"
    assert codes(text.encode("utf-16"))[0] == ("E302", 1, 1)
    exceptions, problems = read_exceptions("zh-Hans.txt", codecs.BOM_UTF8 + text.encode())
    assert exceptions == {"水叮噹": "水叮噹"}
    assert [problem.code for problem in problems] == ["W301"]
    assert read_exceptions("zh-Hans.txt", b"") == ({}, ())


def test_more_than_anybody_writes_is_refused_at_once() -> None:
    start = time.process_time()
    many = "".join(f"{chr(0x4E00 + number)}\t{chr(0x4E00 + number)}\n" for number in range(1, 5_000))
    assert [code for code, *_ in codes(many) if code.startswith("E6")][-1] == "E607"
    assert len(read_exceptions("zh-Hans.txt", many.encode())[0]) <= EXCEPTIONS_LIMIT + 1
    assert codes(f"{'雷' * (LENGTH_LIMIT + 1)}\t雷") == [("E606", 1, 1)]
    assert time.process_time() - start < 2
