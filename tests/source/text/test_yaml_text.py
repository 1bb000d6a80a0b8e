import time
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.source.files import SIZE_LIMIT
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.text.lines import as_meant
from planpress.source.text.source_text import decode
from planpress.source.text.yaml_text import DEPTH_LIMIT, Plain, YamlDocument, flawless, parse
from planpress.source.values.finding import MOST, Steps
from tests.cases import examples
from tests.snippets import shown
from tests.source import test_first_mistakes
from tests.source.text import test_lines


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


SOUND = (
    test_lines.HEAD
    + """\
      - do: 1. 推廣電子帳單。
        who: 業務組、電務組
        when: 隨時辦理
      - item: 甲. 主動說明「一次告知」。
        unsure: 原表跨列。
      - do: 2. 增設服務據點(所)：共三處。
        target: {figure: 3, unit: 處}
      - say: 具體作法如下：
"""
)
SIGNS = "：　\t\u00a0－-•·:；;\"“”＂'「[]{}|｜>#＃ \n,、。｜＝=@`%&*!?／/<"
LINES = [
    "who：業務組",
    "        who 業務組",
    "      － do: 甲",
    "// 註",
    "＃ 註",
    "      item：乙",
    "        when: ：隨時",
    "        who: ｜",
    "說明文字",
    "　",
    "- who: 業務組",
    "        who：業務組",
    "          業務組",
    "        unsure: “甲”",
    '        unsure: ”甲"',
    "<<<<<<< HEAD",
    "=======",
    ">>>>>>> main",
    "      - do: 甲。who：乙",
    "        do: 甲",
]


def damaged(random: Random) -> str:
    """A sound plan with one to three slips."""
    text = SOUND
    for _ in range(random.choice([1, 1, 2, 3])):
        at, sign = random.randrange(len(text)), random.choice(SIGNS)
        lines = text.split("\n")
        line = random.randrange(len(lines))
        match random.randrange(5):
            case 0:
                text = text[:at] + sign + text[at:]
            case 1:
                at = random.choice([index for index, each in enumerate(text) if each in ":-\n"])
                text = text[:at] + sign + text[at + random.randrange(3) :]
            case 2:
                lines[line] = lines[line][random.choice([1, 2, 4]) :] if at % 2 else " " * (1 + at % 4) + lines[line]
                text = "\n".join(lines)
            case 3:
                text = "\n".join([*lines[:line], random.choice(LINES), *lines[line:]])
            case _:
                other = random.randrange(len(lines))
                lines[line], lines[other] = lines[other], lines[line]
                text = "\n".join(lines)
    return text


def is_quick_and_right(text: str) -> bool:
    """Whether a file was found to be flawless; asserts that a look at its lines finds nothing either."""
    source, _ = decode("plan.yml", text.encode())
    if source is None or flawless(source, PlanFile) is None:
        return False
    meant = as_meant(source, PlanFile)
    assert (meant.problems, meant.text) == ((), source.text), text
    return True


@pytest.mark.parametrize("text", [SOUND, SOUND.replace("who: 承辦部門", "who: \t承辦部門")])
def test_a_sound_plan_is_not_looked_at_line_by_line(text: str) -> None:
    assert is_quick_and_right(text)


@pytest.mark.parametrize("text", [case[0] for case in (*test_lines.MISTAKES, *test_first_mistakes.MISTAKES)])
def test_a_file_with_a_mistake_is_flawless_only_if_its_lines_are(text: str) -> None:
    is_quick_and_right(text)


@pytest.mark.parametrize("line", LINES)
def test_a_line_that_strayed_into_a_file_is_seen_wherever_it_stands(line: str) -> None:
    lines = SOUND.split("\n")
    for number in range(len(lines)):
        is_quick_and_right("\n".join([*lines[:number], line, *lines[number:]]))


@examples(300)
@given(seed=st.integers(0, 1_000_000))
def test_a_file_with_slips_is_flawless_only_if_its_lines_are(seed: int) -> None:
    is_quick_and_right(damaged(Random(seed)))
