"""What stands in Python, in templates and in JavaScript: neither may say it otherwise than the other."""

import json
import re
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from planpress.editions.folding import fold, table
from planpress.model.dates import PeriodKind
from planpress.pages.search import SearchFiles, examples, search_page
from planpress.search.entries import TextKind
from tests.markup import every, one, page, text
from tests.pages.making import TAGS, pages
from tests.programs import node
from tests.projects import ROOT

SCRIPTS = ROOT / "theme" / "site" / "assets" / "search"


def answer(script: str, given: object) -> Any:
    """What a script of this folder says to something."""
    command = [node(), str(Path(__file__).with_name(script))]
    result = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=True)
    return json.loads(result.stdout)


@pytest.fixture(scope="module")
def messages() -> dict[str, str]:
    """The messages of the search page."""
    template = one(page(search_page(pages(), SearchFiles((), 0), ())), "template", class_="search-messages")
    return {each.get("data-name", ""): text(each) for each in every(template, "p")}


def test_the_page_has_a_word_for_every_kind_of_text_and_period(messages: dict[str, str]) -> None:
    assert {name for name in messages if name.startswith("kind-")} == {f"kind-{kind.slug}" for kind in TextKind}
    assert {name for name in messages if name.startswith("period-")} == {f"period-{kind}" for kind in PeriodKind}
    assert all(messages.values())


def test_the_page_has_a_word_for_all_that_the_scripts_say(messages: dict[str, str]) -> None:
    known = answer("said.mjs", [])
    assert {*known["facets"], *(f"sort-{sort or 'relevance'}" for sort in known["sorts"])} <= messages.keys()
    assert {name for name in messages if name.startswith("sort-")} == {
        f"sort-{sort or 'relevance'}" for sort in known["sorts"]
    }
    said = {
        name
        for script in SCRIPTS.glob("*.js")
        for name in re.findall(r'(?:say|part|put)\("([\w-]+)"', script.read_text("utf-8"))
    }
    assert len(said) > 15
    assert said <= messages.keys()


def test_the_facets_are_open_where_they_have_a_column_of_their_own() -> None:
    (wide,) = re.findall(r'matchMedia\("(.*?)"\)', (SCRIPTS / "refine.js").read_text("utf-8"))
    assert f"@media {wide} {{" in (ROOT / "theme" / "site" / "css" / "search.css").read_text("utf-8")


@pytest.mark.parametrize("tag", TAGS)
def test_the_fields_that_the_help_shows_are_understood(tag: str) -> None:
    shown = examples(pages(tag))
    known = answer("said.mjs", [each["query"] for each in shown])
    named = [query for each, query in zip(shown, known["queries"], strict=True) if ":" in each["query"]]
    assert named
    assert all(any(term["field"] for clause in query for term in clause["any"]) for query in named)
    words = re.findall(r"(\w+):", " ".join(each["meaning"] for each in shown))
    assert len(words) >= 4
    queries = answer("said.mjs", [f"{word}:x" for word in words])["queries"]
    assert all(query[0]["any"][0]["field"] in known["facets"] for query in queries), words


@pytest.mark.slow
def test_every_character_folds_alike() -> None:
    folded = {
        code: other
        for code, other in answer("folded.mjs", table())
        if unicodedata.category(chr(code)) != "Cn"  # node may know a newer Unicode
    }
    assert len(folded) > 200_000
    assert {code: other for code, other in folded.items() if fold(chr(code)) != other} == {}
