"""What became of a plan, in a browser: pages that only the example has."""

import json

import pytest

from tests.browser.conftest import Site, Visitor
from tests.browser.rules import LARGE_TEXT, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = ("water-first/114/results-1/", "water-first/results/", "water-first/satisfaction/")


@pytest.mark.parametrize("path", [*PAGES, *(f"en/{page}" for page in PAGES), "zh-hans/water-first/satisfaction/"])
def test_axe_finds_nothing(path: str, example_site: Site, visitor: Visitor) -> None:
    found = violations(visitor.look(example_site.url + path))
    assert not found, json.dumps(found, ensure_ascii=False, indent=1)


@pytest.mark.parametrize("path", [*PAGES, *(f"en/{page}" for page in PAGES)])
def test_nothing_sticks_out_on_a_phone_with_large_text(path: str, example_site: Site, visitor: Visitor) -> None:
    page = visitor.look(example_site.url + path, width=320)
    page.evaluate(LARGE_TEXT)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
