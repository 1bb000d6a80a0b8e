import json

import pytest

from planpress.problems import report
from planpress.problems.problem import Place, Problem

EXCERPT = "        who: 業物組、電務組"
DEPARTMENT = Problem(
    "E104",
    Place("offices/kinmen/114/plan.yml", 41, 14, 3, EXCERPT),
    {"name": "業物組", "nearest": "業務組", "list": "offices/kinmen/office.yml:12"},
)
STRAY = Problem("W401", Place("offices/kinmen/office.yaml"), {"name": "office.yaml"})


def test_a_problem_looks_as_the_issue_shows() -> None:
    assert report.terminal([DEPARTMENT]) == (
        "offices/kinmen/114/plan.yml:41:14  E104  不認得的部門「業物組」\n"
        "   41 |         who: 業物組、電務組\n"
        "      |              ^^^^^^\n"
        "      改為「業務組」？本處部門列於 offices/kinmen/office.yml:12\n"
    )


def test_the_same_in_english() -> None:
    assert report.terminal([DEPARTMENT], "en") == (
        "offices/kinmen/114/plan.yml:41:14  E104  unknown department “業物組”\n"
        "   41 |         who: 業物組、電務組\n"
        "      |              ^^^^^^\n"
        "      Did you mean “業務組”? The office's departments are listed in offices/kinmen/office.yml:12\n"
    )


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    assert report.terminal([STRAY], "en") == (
        "offices/kinmen/office.yaml  W401  the file “office.yaml” is not read\n"
        "      Move it elsewhere, or correct its name.\n"
    )


def test_advice_that_is_the_same_for_several_stands_once() -> None:
    def lost(address: str, accepting: str = "addresses=3") -> Problem:
        return Problem("E465", Place("content/redirects.yml"), {"address": address, "accepting": accepting})

    told = report.terminal([lost("/old/"), lost("/old/114/"), lost("/gone/")], "en")
    assert [line[:29] for line in told.splitlines()[:3]] == ["content/redirects.yml  E465  "] * 3
    assert told.count("--accept addresses=3") == 1 and told.endswith("present release.\n")
    assert report.terminal([lost("/a/", "addresses=1"), lost("/b/")], "en").count("--accept") == 2
    assert report.terminal([DEPARTMENT, DEPARTMENT]).count("本處部門列於") == 2, "beside its line each is told whole"


def test_a_name_is_shown_as_it_is_and_obeyed_by_no_terminal() -> None:
    assert report.terminal([Problem("W401", Place("a\x1b[2J\n\udca4", 0), {"name": "x"})], "en").startswith(
        "a<U+001B>[2J<U+000A><U+DCA4>  W401  "
    )
    assert report.terminal([Problem("E101", Place("\x1b", 7, 1, 1, "a"))]).startswith("<U+001B>:7:1  E101  ")
    [shown] = json.loads(report.as_json([Problem("W401", Place("a\x1b\udca4"), {"name": "x"})]).encode())
    assert shown["file"] == "a\x1b<U+DCA4>"


def test_errors_come_before_warnings_and_the_saved_file_first_of_each() -> None:
    def at(file: str, line: int, code: str = "E101") -> Problem:
        return Problem(code, Place(file, line, 1, 1, "- item: 一"))

    def order(*saved: str) -> list[str]:
        lines = report.terminal(given, saved=saved).splitlines()
        return [f"{words[0]} {words[1]}" for line in lines if (words := line.split("  "))[1][:1] in ("E", "W")]

    given = [at("b", 1), at("a", 1, "W601"), at("b", 1, "W102"), at("a", 10), at("a", 2, "W102"), at("a", 2)]
    errors, warnings = ["a:2:1 E101", "a:10:1 E101", "b:1:1 E101"], ["a:2:1 W102", "b:1:1 W102", "a:1:1 W601"]
    assert order() == errors + warnings
    assert order("b") == [errors[2], *errors[:2], warnings[1], warnings[0], warnings[2]]


def lines_of(excerpt: str, column: int, length: int) -> tuple[str, str]:
    shown = report.terminal([Problem("E101", Place("f", 7, column, length, excerpt))]).splitlines()
    assert shown[1].startswith("    7 | ") and shown[2].startswith("      | ")
    return shown[1][8:], shown[2][8:]


@pytest.mark.parametrize(
    ("excerpt", "column", "length", "shown", "caret"),
    [
        ("who: abc", 6, 3, "who: abc", "     ^^^"),
        ("一二三", 2, 1, "一二三", "  ^^"),
        ("（1）ｶé", 4, 1, "（1）ｶé", "     ^"),  # half-width kana take one column
        ("e\u0301x", 3, 1, "e\u0301x", " ^"),  # a combining accent takes none
        ("a\tb", 2, 1, "a→b", " ^"),
        ("a\x1b[31mb", 2, 1, "a<U+001B>[31mb", " ^^^^^^^^"),  # nothing a terminal would obey
        ("a\u202eb", 3, 1, "a<U+202E>b", "         ^"),
        ("abc", 4, 1, "abc", "   ^"),  # behind the end
        ("", 1, 1, "", "^"),
    ],
)
def test_the_caret_stands_under_its_characters(excerpt: str, column: int, length: int, shown: str, caret: str) -> None:
    assert lines_of(excerpt, column, length) == (shown, caret)


def test_a_line_that_fits_is_shown_whole() -> None:
    assert lines_of("一" * 50, 50, 1) == ("一" * 50, " " * 98 + "^^")
    assert lines_of("a" * 101, 1, 1) == ("a" * 100 + "…", "^")


def test_a_long_line_is_cut_around_its_place() -> None:
    excerpt = "一" * 500 + "甲乙" + "二" * 500
    shown, caret = lines_of(excerpt, 501, 2)
    assert shown == "…" + "一" * 33 + "甲乙" + "二" * 15 + "…"
    assert caret == " " * 67 + "^^^^"


def test_a_place_longer_than_the_screen_is_cut() -> None:
    shown, caret = lines_of("一" * 500, 1, 500)
    assert shown == "一" * 50 + "…"
    assert caret == "^" * 100


def test_colour_is_added_only_when_asked_for() -> None:
    assert "\x1b" not in report.terminal([DEPARTMENT, STRAY])
    coloured = report.terminal([DEPARTMENT], colour=True)
    assert "\x1b[1;31mE104\x1b[0m" in coloured
    assert "\x1b[1;33mW401\x1b[0m" in report.terminal([STRAY], colour=True)


@pytest.mark.parametrize(
    ("problems", "chinese", "english"),
    [
        ([], "沒有問題", "no problems"),
        ([DEPARTMENT], "1 個錯誤、0 個警告", "1 error, 0 warnings"),
        ([DEPARTMENT, DEPARTMENT, STRAY], "2 個錯誤、1 個警告", "2 errors, 1 warning"),
    ],
)
def test_summary(problems: list[Problem], chinese: str, english: str) -> None:
    assert report.summary(problems) == chinese
    assert report.summary(problems, "en") == english


def test_json_has_what_an_annotation_needs() -> None:
    assert json.loads(report.as_json([STRAY, DEPARTMENT], "en")) == [
        {
            "code": "E104",
            "severity": "error",
            "file": "offices/kinmen/114/plan.yml",
            "line": 41,
            "column": 14,
            "end_column": 17,
            "what": "unknown department “業物組”",
            "mend": "Did you mean “業務組”? The office's departments are listed in offices/kinmen/office.yml:12",
            "excerpt": EXCERPT,
        },
        {
            "code": "W401",
            "severity": "warning",
            "file": "offices/kinmen/office.yaml",
            "line": 0,
            "column": 0,
            "end_column": 0,
            "what": "the file “office.yaml” is not read",
            "mend": "Move it elsewhere, or correct its name.",
            "excerpt": "",
        },
    ]
    assert json.loads(report.as_json([])) == []


def test_values_are_inserted_as_they_are() -> None:
    problem = Problem("E104", Place("f"), {"name": "{list}\x1b{x!r}", "list": "office.yml:1"})
    assert report.what(problem, "zh-Hant") == "不認得的部門「{list}<U+001B>{x!r}」"
    assert report.mend(Problem("E104", Place("f")), "zh-Hant") == "本處部門列於 …"
