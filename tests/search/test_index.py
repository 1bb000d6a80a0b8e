import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.search.entries import Found, PageEntries, TextKind
from planpress.search.html_entries import html_entries
from planpress.search.index import IndexedOffice, IndexedPage, index_json
from tests.search.indexed import texts_of


def index(*texts: str) -> dict[str, Any]:
    entries = tuple(Found(text, f"m-{position}", TextKind.MEASURE) for position, text in enumerate(texts))
    content: dict[str, Any] = json.loads(index_json([IndexedPage("a/114/", PageEntries(entries), "a", 114)]))
    return content


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1)))
def test_every_text_comes_back_once(texts: list[str]) -> None:
    assert texts_of(index(*texts)) == sorted(set(texts))


def test_every_row_says_the_number_of_its_text_with_as_many_figures() -> None:
    content = index(*(f"{number:03}" for number in range(64)), "000")
    [page] = content["pages"]
    assert page["texts"].startswith("000102")
    assert page["texts"].endswith("0Z101100")


@pytest.mark.parametrize(
    "hostile", ["</script><script>alert(1)</script>", '"', "\\", "\u2028", "𠮷𠮷", "𠮷野", "電\x1f單"]
)
def test_hostile_texts_are_only_texts(hostile: str) -> None:
    assert texts_of(index("電子帳單", hostile)) == sorted({"電子帳單", hostile})


def test_a_text_on_two_pages_stands_in_the_file_once() -> None:
    entries = PageEntries(
        (Found("電子帳單", "m-1", TextKind.MEASURE, "基礎服務", ("業務組",), "隨時辦理", "as-needed"),),
        {"基礎服務": "Basic"},
    )
    pages = [IndexedPage(f"{office}/114/", entries, office, 114) for office in ("a", "b")]
    content = json.loads(index_json(pages, [IndexedOffice("a", "甲處", ("A",))]))
    assert content["rest"] == ["電子帳單"]
    assert [page["texts"] for page in content["pages"]] == ["0", "0"]
    assert content["groups"] == [["基礎服務", "Basic"]]
    assert content["departments"] == [["業務組"]]
    assert content["periods"] == [["as-needed", "隨時辦理"]]
    assert content["offices"] == {"a": ["甲處", "A"]}


def test_entries_survive_the_object_store() -> None:
    entries = PageEntries((Found("甲", "m-1", "M", "乙", ("丙",), "丁", "other"),), {"乙": "B"}, {"丙": "C"}, ("丙",))
    assert PageEntries.from_record(json.loads(json.dumps(entries.record()))) == entries


def test_a_page_of_html_gives_its_blocks_under_their_headings() -> None:
    html = '<h1>關於</h1><p>前<em>言</em>&amp;</p><h2 id="a">甲</h2><ul><li>乙</li></ul><script>丙</script>'
    assert [(entry.text, entry.anchor, entry.kind) for entry in html_entries("關於", html)] == [
        *(("關於", "", "w"), ("前言&", "", "t"), ("甲", "a", "h"), ("乙", "a", "t")),
    ]
