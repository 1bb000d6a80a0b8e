import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.editing.edit import Edit, scalar
from planpress.editing.text_edits import added, edited, replaced, without
from planpress.source.text.yaml_text import YamlDocument, parse


def document(text: str) -> YamlDocument:
    found, problems = parse("plan.yml", text.encode())
    assert found is not None, problems
    return found


def cut(text: str, *names: str) -> str:
    return edited(text, without(document(text), (), names)).text


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("a: 1\nb: 2\n", ["a"], "b: 2\n"),
        ("a: 1\nb: 2", ["b"], "a: 1\n"),
        ("a: 1\nb: |\n  甲\n  乙\n\nc: 3\n", ["b"], "a: 1\n\nc: 3\n"),
        ("a: 1\nb:\n  - 甲  # 一\n  # 二\n  - 乙\n# 三\nc: 3\n", ["b"], "a: 1\n# 一\n# 二\n# 三\nc: 3\n"),
        ("a: 1\nb: {x: '#', y: \"# 2\"} # 一\n", ["b"], "a: 1\n# 一\n"),
        ("{a: 1, b: 2, c: 3}\n", ["a"], "{b: 2, c: 3}\n"),
        ("{a: 1, b: 2, c: 3}\n", ["a", "b"], "{c: 3}\n"),
        ("{a: 1, b: 2, c: 3}\n", ["b", "c"], "{a: 1}\n"),
        ("a: 1\n", ["a"], "a: 1\n"),
        ("a: 1\nb: >\n  甲\n  乙\nc: 3\n", ["b", "c"], "a: 1\n"),
    ],
)
def test_a_key_goes_with_its_value_and_comments_stay(text: str, names: list[str], expected: str) -> None:
    assert cut(text, *names) == expected


def test_the_first_keys_of_a_row_go_behind_its_hyphen() -> None:
    text = "rows:\n  - sic: true  # 一\n    unsure: x\n    do: 甲\n"
    made = edited(text, without(document(text), ("rows", 0), ["sic", "unsure"])).text
    assert made == "rows:\n  # 一\n  - do: 甲\n"


KEYS = st.lists(st.sampled_from("abcdef"), unique=True, min_size=2)
VALUES = st.sampled_from(["1", "'# 甲'", "|\n  甲\n  乙", "{x: 1, y: 2}", "[1, 2]", "\n  - 甲\n  - 乙", '"甲: 乙"'])


@given(KEYS, st.lists(VALUES, min_size=6, max_size=6), st.sets(st.sampled_from("abcdef")), st.booleans())
def test_whatever_goes_the_rest_says_the_same(
    keys: list[str], values: list[str], gone: set[str], windows: bool
) -> None:
    lines = []
    for number, (key, value) in enumerate(zip(keys, values, strict=False)):
        lines.append(f"# over {number}\n{key}: {value}{'' if '|' in value else f'  # beside {number}'}\n")
    text = "".join(lines).replace("\n", "\r\n" if windows else "\n")
    made = edited(text, without(document(text), (), gone)).text
    before = document(text).data
    kept = {key: value for key, value in before.items() if key not in gone} or before
    assert document(made).data == kept
    comments = re.compile(r"# (?:over|beside) \d")
    assert comments.findall(made) == comments.findall(text)
    assert ("\r\n" in made) is windows
    assert windows is False or "\n" not in made.replace("\r\n", "")


def test_a_key_is_added_where_the_other_keys_of_its_mapping_stand() -> None:
    text = "rows:\n  - do: 甲  # 一\n    who: 乙\n  - {do: 丙}\n"
    edits = [
        added(document(text), ("rows", 0, "do"), "when", "a: b"),
        added(document(text), ("rows", 1, "do"), "who", "丁"),
    ]
    assert edited(text, edits).text == (
        'rows:\n  - do: 甲  # 一\n    when: "a: b"\n    who: 乙\n  - {do: 丙, who: 丁}\n'
    )
    assert edited("a: 1", [added(document("a: 1"), ("a",), "b", "2")]).text == "a: 1\nb: 2\n"


def test_a_text_takes_the_place_of_another() -> None:
    text = "a: '甲'  # 一\nb: |\n  乙\nc: 3\n"
    edits = [replaced(document(text), ("a",), "丙"), replaced(document(text), ("b",), "丁: 戊")]
    assert edited(text, edits).text == 'a: 丙  # 一\nb: "丁: 戊"\nc: 3\n'


def test_every_edit_knows_where_its_words_are() -> None:
    one, other = Edit(0, 1, "甲乙"), Edit(3, 4, "\n丙")
    made = edited("abcde", [other, one])
    assert made.text == "甲乙bc\n丙e"
    assert [made.text[slice(*made.places[each])] for each in (one, other)] == ["甲乙", "\n丙"]
    assert made.line(one) == 1


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"]),
        min_size=1,
        max_size=12,
    )
)
def test_a_scalar_comes_back_as_it_was(text: str) -> None:
    written = scalar(text)
    assert document(f"a: {written}\n").data == {"a": text}
    assert document(f"a: [{written}]\n").data == {"a": [text]}
