import time

import pytest

from planpress.source.files import SIZE_LIMIT
from planpress.source.finding import MOST, Steps
from planpress.source.yaml_text import DEPTH_LIMIT, Plain, YamlDocument, parse
from tests.snippets import shown


def document(text: str) -> YamlDocument:
    found, problems = parse("plan.yml", text.encode())
    assert found is not None and problems == []
    return found


def problems(text: str) -> list[str]:
    return shown(parse("plan.yml", text.encode())[1])


def test_every_scalar_is_its_own_text() -> None:
    text = 'a: 8:00\nb: no\nc: 1.\nd: ~\ne: 0x10\nf: 114-01-14\n"g": " h "\ni:\nj: |\n  一\n  二\nk: [1, {l: m}]\n'
    assert document(text).data == {
        "a": "8:00",
        "b": "no",
        "c": "1.",
        "d": "~",
        "e": "0x10",
        "f": "114-01-14",
        "g": "h",
        "i": "",
        "j": "一\n二",
        "k": ["1", {"l": "m"}],
    }


def test_one_document_may_open_with_its_marker() -> None:
    assert document("---\na: b\n").data == {"a": "b"}


@pytest.mark.parametrize(
    ("path", "value"),
    [((), {"a": ["b"]}), (("a",), ["b"]), (("a", 0), "b"), (("a", 1), None), (("c",), None), (("a", 0, "b"), None)],
)
def test_value_at_a_path(path: Steps, value: Plain | None) -> None:
    assert document("a: [b]").value(path) == value


def test_texts_are_every_scalar_in_order() -> None:
    assert list(document("a: b\nc:\n  - d\n  - e: f\n").texts()) == [
        (("a",), "b"),
        (("c", 0), "d"),
        (("c", 1, "e"), "f"),
    ]


LAYOUT = """\
title: 金門
sections:
  - heading: 壹、依據   # 註
    text: |
      一、第一段。
        二、第二段，業物組。

      三、業物組。
    quoted: "業務組、業物組"
    single: '業''物''組、電務組'
    escaped: "業\\u7269組、電務組"
    folded: >-
      業務組、
      業物組
    empty:
    flow: {who: 業務組、業物組, list: [甲, 乙]}
"""


@pytest.mark.parametrize(
    ("path", "span", "place"),
    [
        (("title",), None, (1, 8, "金門")),
        (("sections",), None, (3, 5, "heading")),
        (("sections", 0, "heading"), (2, 4), (3, 16, "依據")),
        (("sections", 0, "text"), None, (5, 7, "一、第一段。")),
        (("sections", 0, "text"), (15, 18), (6, 15, "業物組")),
        (("sections", 0, "text"), (23, 26), (8, 9, "業物組")),
        (("sections", 0, "quoted"), (4, 7), (9, 18, "業物組")),
        (("sections", 0, "quoted"), None, (9, 13, '"業務組、業物組"')),
        (("sections", 0, "single"), (0, 5), (10, 14, "業''物''組")),
        (("sections", 0, "escaped"), (0, 3), (11, 15, "業\\u7269組、電務組")),
        (("sections", 0, "folded"), (4, 7), (14, 7, "業物組")),
        (("sections", 0, "empty"), None, (15, 5, "empty")),
        (("sections", 0, "flow"), None, (16, 11, "{who: 業務組、業物組, list: [甲, 乙]}")),
        (("sections", 0, "flow", "who"), (4, 7), (16, 21, "業物組")),
        (("sections", 0, "flow", "list", 1), None, (16, 36, "乙")),
        (("sections", 0, "flow", "list", 9), None, (16, 32, "[甲, 乙]")),
        (("sections", 0, "missing"), None, (3, 5, "heading")),
        (("nothing", "below"), None, (1, 1, "title")),
    ],
)
def test_locate_finds_values_and_parts_of_them(
    path: Steps, span: tuple[int, int] | None, place: tuple[int, int, str]
) -> None:
    found = document(LAYOUT).locate(path, span=span)
    marked = found.excerpt[found.column - 1 :][: found.length]
    assert (found.line, found.column, marked) == place


def test_locate_finds_keys() -> None:
    found = document(LAYOUT).locate(("sections", 0, "flow", "list"), key=True)
    assert (found.line, found.column, found.length) == (16, 26, 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b: c\n", ["1:5 E315 :"]),
        ("rows:\n  - do: 1. 包括:\n", ["2:14 E315 :"]),
        ("a: b\n  c: d\n", ["2:4 E317 :"]),
        ("a\nb: c\n", ["2:2 E317 :"]),
        ("a: - b\n", ["1:4 E317 -"]),
        ("a:\n  - b\n c: d\n", ["3:2 E317 c"]),
        ("- a\nb: c\n", ["2:1 E317 b"]),
        ("a: [b\nc: d\n", ["1:4 E357 ["]),
        ('a: "b\nc: d\n', ['1:4 E316 "']),
        ("a: 'b\n", ["1:4 E316 '"]),
        ('a: "\\q"\n', ["1:5 E319 \\q"]),
        ('a: "\\ud800"\n', ["1:7 E319 d8"]),
        ("a: @b\n", ["1:4 E318 @"]),
        ("a: `b`\n", ["1:4 E318 `"]),
        ("a: %b\n", ["1:4 E318 %"]),
        ("a: *b\n", ["1:4 E309 *b"]),
        ("a: &b c\n", ["1:4 E309 &b c"]),
        ("a: &b [*b, *b]\n", ["1:4 E309 &b [", "1:8 E309 *b", "1:12 E309 *b"]),
        ("a: *號\n", ["1:4 E309 *號"]),
        ("a: !!python/object:os.system x\n", ["1:4 E310 !!python/object:os.system x"]),
        ("a: !重要 b\n", ["1:4 E310 !重"]),
        ("a: !x!y b\n", ["1:4 E310 !"]),
        ("a: b\n---\nc: d\n", ["2:1 E311 ---"]),
        ("a: b\nc: d\na: e\n", ["3:1 E312 a"]),
        ("- a\n- b\n", ["1:1 E313 - a"]),
        ("text\n", ["1:1 E313 text"]),
        ("# only a comment\n", ["1:1 E313 # only a comment"]),
        ("[a]: b\n", ["1:1 E314 ["]),
        ("? {a: b}\n: c\n", ["1:3 E314 {"]),
        ("%標題\n---\na: b\n", ["1:2 E320 標"]),
        ("\x07a: @b\n", ["1:1 E306 \x07", "1:5 E318 @"]),
    ],
)
def test_what_cannot_be_read_is_named_at_its_place(text: str, expected: list[str]) -> None:
    found = parse("plan.yml", text.encode())
    assert shown(found[1]) == expected
    is_understood = text[0] != "\x07" and expected[0].split()[1] in ("E312", "E315", "E318", "E357")
    assert (found[0] is not None) == is_understood


def test_of_a_double_key_the_first_value_counts() -> None:
    found, _ = parse("plan.yml", b"a: b\na: c\n")
    assert found is not None and found.data == {"a": "b"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 第 #3 號\n", ["1:6 W302 #3"]),
        ("a: 第三號 # 註\n", ["1:8 W302 # "]),  # one blank before it: not how a comment is set off
        ("a: 第三號  #註\n", ["1:9 W302 #註"]),
        ("a: 第「三  # 號」\n", ["1:9 W302 # "]),  # a bracket stays open
        ("a: 第三號  # 註\n", []),
        ("a: 第三號  #\n", []),
        ("a: 第三號  ## 註\n", []),
        ("a: '第 #3 號'\n", []),
        ("a: 第#3號\n", []),
        ("a: |\n  第 #3 號\n", []),
        ("a:  # 註\n  b: c\n", []),
    ],
)
def test_comments_that_cut_a_text_short(text: str, expected: list[str]) -> None:
    assert problems(text) == expected


def test_depth_is_limited() -> None:
    deepest = DEPTH_LIMIT - 1
    assert problems(f"a: {'[' * deepest}{']' * deepest}") == []
    assert problems(f"a: {'[' * (deepest + 1)}{']' * (deepest + 1)}") == ["1:23 E308 ["]


@pytest.mark.parametrize(
    "text", ["[\n" * 200_000, "[" * 9_000, "- " * 4_000, "a: &a [x]\n" + "b: [*a, *a]\n" * 5_000, "a: b\n" * 90_000]
)
def test_hostile_files_end_soon_and_well(text: str) -> None:
    assert len(text) < SIZE_LIMIT
    start = time.process_time()
    _, wrong = parse("plan.yml", text.encode())
    assert wrong
    assert len(wrong) <= MOST
    assert time.process_time() - start < 5
