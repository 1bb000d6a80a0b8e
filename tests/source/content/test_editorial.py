import time
from pathlib import Path

import pytest

from planpress.model.language import EN, ZH_HANS, ZH_HANT
from planpress.problems.problem import Problem
from planpress.source.content.editorial import (
    LINES_LIMIT,
    PARAGRAPH_LIMIT,
    SIGNS_LIMIT,
    SIZE_LIMIT,
    EditorialSource,
    address_problems,
    read_editorial,
    read_page,
)
from tests.cases import few
from tests.projects import write
from tests.snippets import of_markdown, shown

LANGUAGES = (ZH_HANT, EN, ZH_HANS)


def found(text: str, tag: str = "zh-Hant") -> list[str]:
    return shown(read_page(tag, "about/", "content/about.md", text.encode())[1])


def page(text: str) -> EditorialSource:
    source, problems = read_page("zh-Hant", "about/", "content/about.md", text.encode())
    assert problems == []
    assert source is not None
    return source


def of_files(root: Path, *names: str) -> list[tuple[str, str, str]]:
    for name in names:
        write(root, name, "# 標題\n")
    sources, problems = read_editorial(root, LANGUAGES)
    problems += address_problems(sources, LANGUAGES, ["kinmen"])
    return [told(problem) for problem in problems]


def told(problem: Problem) -> tuple[str, str, str]:
    return problem.code, problem.place.file, problem.values.get("other", "")


def test_front_matter_is_read_and_left_out_of_the_text() -> None:
    source = page('---\ntitle: "關於：本站"\ndescription: >\n  第一句，\n  第二句。\n---\n\n# 關於\n')
    assert (source.title, source.description) == ("關於：本站", "第一句，第二句。")
    assert source.body == "\n# 關於\n"
    assert source.place(1, 5).line == 8


@pytest.mark.parametrize(
    ("front", "problem"),
    [
        ("title: [1", "2:8 E357 ["),
        ("title: x: y", "2:9 E315 :"),
        ("title:", "2:1 E207 title"),
        ('title: ""', "2:1 E207 title"),
        ("title: [a, b]", "2:8 E203 [a, b]"),
        ("title: 114", "2:8 E331 114"),
        ("title: 2025-01-01", "2:8 E331 2025-01-01"),
        ("title: no", "2:8 E331 no"),
        ("title: ~", "2:8 E331 ~"),
        ("title: 關於\ndescription: true", "3:14 E331 true"),
        ("titel: 關於", "2:1 E201 titel"),
        ("title: 關\u202e於", "2:9 E501 \u202e"),
        ("title: 關\x00於", "2:9 E306 \x00"),
        ("title: 洽 A123456789", "2:10 E505 A123456789"),
        ("- title", "1:1 E313 -"),
        ("\ttitle: 關於", "2:1 E307 \t"),
        ("title: &a 關於", "2:8 E309 &a 關於"),
    ],
)
def test_front_matter_that_is_wrong_has_a_line(front: str, problem: str) -> None:
    text = f"---\n{front}\n---\n\n# 關於\n"
    lines = found(text)
    assert problem.split()[1] in [line.split()[1] for line in lines]
    assert problem.split(":")[0] in [line.split(":")[0] for line in lines]


def test_quotes_make_a_text_of_anything() -> None:
    assert page('---\ntitle: "114"\n---\n\n文字。\n').title == "114"


@pytest.mark.parametrize(
    "text", ["---\ntitle: 關於\n\n# 關於\n", "---\ntitle: 關於\n...\n\n# 關於\n", "title: 關於\n---\n"]
)
def test_front_matter_needs_both_of_its_lines(text: str) -> None:
    assert [line.split()[:2] for line in found(text)] == [["1:1", "E330"]]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("# 關於\n\n申請人 A123456789\n", "3:5 E505 A123456789"),
        ("# 關於\n\n<!-- A123456789 -->\n", "3:6 E505 A123456789"),
        ("# 關於\n\n```\nA123456789\n```\n", "4:1 E505 A123456789"),
        ("# 關於\n\n洽 0912-345-678\n", "3:3 W502 0912-345-678"),
        ("# 關於\n\nwang@gmail.com\n", "3:1 W503 wang@gmail.com"),
        ("# 關\u200b於\n", "1:4 E501 \u200b"),
        ("# 關於\r\n\r\n[x](javascript:alert(1))\r\n", "3:5 E506 javascript:"),
        ("# 關於\n\n推广\n", "3:2 W501 广"),
    ],
)
def test_what_must_not_be_public_is_looked_for_everywhere(text: str, problem: str) -> None:
    assert problem in found(text)


def test_an_error_is_told_however_many_warnings_come_before_it() -> None:
    text = "# 關於\n\n" + "广" * 30 + "\n\nA123456789\n"
    assert "5:1 E505 A123456789" in found(text)
    assert not any("W501" in line for line in found("# 国会\n", "ja"))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("# 關於".encode("utf-16"), "E302"),
        (("# 金門區營業處" * 9).encode("big5"), "E303"),
        (b"# a\xff", "E304"),
        (b" \n", "E305"),
        (b"# abc\x00", "E306"),
    ],
)
def test_bytes_that_are_no_text_are_told(content: bytes, code: str) -> None:
    assert code in [each.code for each in read_page("en", "about/", "content/en/about.md", content)[1]]


def test_what_is_too_large_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "content/en/about.md", "# a\n" + "b" * SIZE_LIMIT)
    assert [problem.code for problem in read_editorial(tmp_path, LANGUAGES)[1]] == ["E301"]
    assert [line.split()[1] for line in found("# a\n\n" + "b\n\n" * LINES_LIMIT)] == ["E333"]
    assert [
        line.split()[1]
        for line in found("# a\n\n" + "b" * (PARAGRAPH_LIMIT // 2) + "\n" + "b" * (PARAGRAPH_LIMIT // 2 + 1))
    ] == ["E334"]
    assert [line.split()[1] for line in found("# a\n\n" + "*b* " * SIGNS_LIMIT)] == ["E338"]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("content/zh-Hant/About.md", ("E420", "")),
        ("content/zh-Hant/a b.md", ("E420", "")),
        ("content/zh-Hant/金門.md", ("E420", "")),
        ("content/zh-Hant/-a.md", ("E420", "")),
        ("content/zh-Hant/help/x_y.md", ("E420", "")),
        ("content/zh-Hant/kinmen.md", ("E421", "offices/kinmen/office.yml")),
        ("content/en/kinmen/999.md", ("E421", "offices/kinmen/office.yml")),
        ("content/zh-Hant/kinmen/114/files/x.md", ("E421", "offices/kinmen/office.yml")),
        ("content/zh-Hant/search.md", ("E422", "")),
        ("content/zh-Hant/index.md", ("E422", "")),
        ("content/en/index.md", ("E422", "")),
        ("content/zh-Hant/404.md", ("E422", "")),
        ("content/zh-Hant/assets/x.md", ("E422", "")),
        ("content/zh-Hant/zh-hans/about.md", ("E422", "")),
        ("content/zh-Hans/about.md", ("W401", "")),
        ("content/en/about.markdown", ("W401", "")),
    ],
)
def test_a_page_takes_nobody_elses_address(tmp_path: Path, name: str, problem: tuple[str, str]) -> None:
    assert [(code, file, other) for code, file, other in of_files(tmp_path, name)] == [(problem[0], name, problem[1])]


def test_two_pages_of_one_address_name_each_other(tmp_path: Path) -> None:
    names = ("content/en/about.md", "content/zh-Hant/en/about.md", "content/en/help.md", "content/en/help/index.md")
    problems = of_files(tmp_path, *names)
    assert ("E421", "content/en/help/index.md", "content/en/help.md") in problems
    assert {(code, other) for code, _, other in problems if code == "E421"} >= {("E421", "content/zh-Hant/en/about.md")}


def test_the_editors_own_pages_are_free(tmp_path: Path) -> None:
    names = ("about.md", "accessibility.md", "privacy.md", "about/history.md", "help/index.md", "114.md")
    assert of_files(tmp_path, *(f"content/zh-Hant/{name}" for name in names)) == []


BOMBS = [
    "<![CDATA[" * 1000, "<![CDATA[" * 6 + "a" * 9900, "- " * 600 + "x", "1. " * 600, "> " * 4000, ">" * 9000,
    "".join("    " * level + "- a\n" for level in range(90)), "[" * 9999, "[" * 20 + "a" * 9900,
    "![" * 20 + "a" * 9900, "[a](" + "(" * 9000, "[" * 4000 + "]" * 4000, "*" * 9999, "*a_" * 400,
    ("&" * 9000 + "\n\n") * 5, ("\\" * 9000 + "\n\n") * 5, "<div markdown>\n" * 600, "<div>" * 1400,
    "<p " * 20 + ("b " * 4000 + "\n\n") * 5, "<!--" * 2000, "<?" * 4000, "|a" * 4000 + "\n" + "|-" * 900,
    "|a|b|\n|-|-|\n" + "|x|y|\n" * 900, "# a\n" * 900, "[x](y) " * 1400, "<a@b.tw> " * 1100,
    "term\n: d\n" * 450, "# a {: " + "a=b " * 2000 + "}", "# a {: " + '"' * 5000 + "}", "# Y {: id= }",
    "[x](http://[)", " " * 9000 + "a", "`" * 1400, "&#106;" * 1600,
]  # fmt: skip


@pytest.mark.parametrize("bomb", few(BOMBS, BOMBS[0], BOMBS[8], BOMBS[18], BOMBS[25]), ids=lambda bomb: bomb[:12])
def test_no_text_takes_long(bomb: str) -> None:
    started = time.process_time()
    of_markdown(f"# 關於\n\n{bomb}\n")
    assert time.process_time() - started < 2, "a second on an idle machine"
