"""What became of a plan, in a browser: pages that only the example has."""

import json

import pytest

from tests.browser.conftest import Site, Visitor
from tests.browser.rules import LARGE_TEXT, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = ("water-first/114/results-1/", "water-first/results/", "water-first/satisfaction/")


@pytest.mark.parametrize("path", [*PAGES, *(f"en/{page}" for page in PAGES), "zh-hans/water-first/satisfaction/"])
def test_axe_finds_nothing_and_nothing_sticks_out_on_a_phone_with_large_text(
    path: str, example_site: Site, visitor: Visitor, subtests: pytest.Subtests
) -> None:
    page = visitor.look(example_site.url + path)
    with subtests.test("axe"):
        found = violations(page)
        assert not found, json.dumps(found, ensure_ascii=False, indent=1)
    with subtests.test("large text"):
        page.set_viewport_size({"width": 320, "height": 900})
        page.evaluate(LARGE_TEXT)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", ["water-first/results/", "en/water-first/results/"])
def test_heads_and_grades_are_not_broken_within_a_word_on_a_phone(
    path: str, example_site: Site, visitor: Visitor
) -> None:
    page = visitor.look(example_site.url + path, width=390)
    short = ".history :is(thead th:not(:first-child), td:not(:last-child))"
    lines = """cells => cells.map(cell => {
        const text = document.createRange();
        text.selectNodeContents(cell);
        return [cell.textContent, new Set([...text.getClientRects()].map(each => each.top)).size];
    })"""
    assert [each for each in page.eval_on_selector_all(short, lines) if each[1] > 1] == []
    assert page.eval_on_selector_all(".table:has(> .history)", "all => all.every(e => e.scrollWidth <= e.clientWidth)")
