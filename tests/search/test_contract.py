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
from planpress.overview.trees import DEPARTMENTS, GROUPS, YEARS, Leaf, Listed, Tree
from planpress.pages.ways.search import SearchFiles, examples, search_page
from planpress.search.entries import TextKind
from tests.markup import every, one, page, text
from tests.pages.making import OFFICE, TAGS, pages
from tests.programs import node
from tests.projects import ROOT

SCRIPTS = ROOT / "theme" / "site" / "assets" / "search"
LEAF = Leaf("114", "114", (Listed("sample", 114, 1, ""),))
TREES = (Tree(YEARS, (LEAF,)), Tree(DEPARTMENTS, ()), Tree(GROUPS, ()))


def answer(script: str, given: object) -> Any:
    """What a script of this folder says to something."""
    command = [node(), str(Path(__file__).with_name(script))]
    result = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=True)
    return json.loads(result.stdout)


@pytest.fixture(scope="module")
def messages() -> dict[str, str]:
    """The messages of the search page."""
    template = one(page(search_page(pages(), SearchFiles((), 0), (), {})), "template", class_="messages")
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
    assert {*known["tiers"]} - {"exact"} <= messages.keys()
    assert {f"order-{order or 'usual'}" for order in known["orders"]} <= messages.keys()
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
    assert all(any(term["field"] for clause in query for term in clause) for query in named)
    words = re.findall(r"(\w+):", " ".join(each["meaning"] for each in shown))
    assert len(words) >= 4
    queries = answer("said.mjs", [f"{word}:x" for word in words])["queries"]
    assert all(query[0][0]["field"] in known["facets"] for query in queries), words


@pytest.mark.slow
def test_every_character_folds_alike() -> None:
    folded = {
        code: other
        for code, other in answer("folded.mjs", table())
        if unicodedata.category(chr(code)) != "Cn"  # node may know a newer Unicode
    }
    assert len(folded) > 200_000
    assert {code: other for code, other in folded.items() if fold(chr(code)) != other} == {}


def test_the_form_asks_for_what_the_scripts_understand(messages: dict[str, str]) -> None:
    known = answer("said.mjs", [])
    form = one(
        page(search_page(pages(), SearchFiles((), 0), TREES, {"sample": OFFICE})), "form", class_="advanced-form"
    )
    names = [each.get("name", "") for each in every(form, "select")]
    assert {*known["facets"]} - {*names} == {"office", "theme", "policy", "service"}, "what no plan here has"
    assert names[0] == "where"
    labels = {each.get("for") for each in every(form, "label")}
    assert {each.get("id") for each in (*every(form, "select"), *every(form, "input"))} == labels
    options = {
        name: {each.get("value") for each in every(one(form, "select", name=name), "option")}
        for name in ("kind", "period", "sort", "order", "year")
    }
    assert options["kind"] == {"", *(kind.slug for kind in TextKind)}
    assert options["period"] == {"", *PeriodKind}
    assert (options["sort"], options["order"]) == ({*known["sorts"]}, {*known["orders"]})
    assert options["year"] == {"", "114"}
