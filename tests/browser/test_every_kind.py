"""Every kind of page, in one visit each: to open a page costs as much as to look at it."""

import json
import re
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import Site, Visitor
from tests.browser.kinds import EVERY
from tests.browser.rules import AXE_RUNS, HEADER_HEIGHT, misfits, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# Where lines of headings and names end, as texts with a stroke in each such place.
LINES = """() => [...document.querySelectorAll("h1, h2, h3, h4, .phrased")].map(element => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let told = "", last = null;
    while (texts.nextNode()) {
        for (let index = 0; index < texts.currentNode.length; index++) {
            range.setStart(texts.currentNode, index);
            range.setEnd(texts.currentNode, index + 1);
            const { top, height } = range.getBoundingClientRect();
            if (!height) continue;
            if (last !== null && top > last + height / 2) told += "|";
            told += texts.currentNode.data[index];
            last = top;
        }
    }
    return told;
})"""
CUT = re.compile(
    r"什\|麼|結\|束|管\|理|理\|處|營\|業|業\|處|計\|畫|服\|務|作\|法|部\|門|用\|戶|機\|關|電\|力|公\|司|年\|度|行\|為"
)


@pytest.mark.parametrize("path", EVERY)
def test_whatever_holds_of_every_page(path: str, site: Site, visitor: Visitor, subtests: pytest.Subtests) -> None:
    page = visitor.look(site.url + path)
    with subtests.test("it asks only its own host, and little"):
        # The visitor finds whatever the policy stops: it is a console message.
        assert {urlsplit(url).netloc for url in visitor.requests} == {urlsplit(site.url).netloc}
        modules = [url for url in visitor.requests if "/assets/search-" in url]
        assert len(visitor.requests) - len(modules) <= 5
        assert bool(modules) == (path.endswith("search/")), "only the search page loads the search"
    page.set_viewport_size({"width": 390, "height": 844})
    with subtests.test("the header is low on a phone"):
        assert page.evaluate(HEADER_HEIGHT) <= 120
        left = "selector => document.querySelector(selector).getBoundingClientRect().left"
        assert page.evaluate(left, ".site-name") == page.evaluate(left, ".publishing p") == page.evaluate(left, "h1")
    for width in () if path.startswith("en/") else (390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        with subtests.test("no line of a heading ends within a word", width=width):
            assert [line for line in page.evaluate(LINES) if CUT.search(line)] == []
    with subtests.test("axe finds nothing"):
        found = violations(page)
        assert not found, json.dumps(found, ensure_ascii=False, indent=1)
    with subtests.test("nothing sticks out, nothing is cut off, everything can be hit"):
        assert misfits(page) == {}


def test_the_page_in_turn_hides_nothing_and_keeps_nothing(site: Site, visitor: Visitor) -> None:
    page = visitor.look(site.url, width=390, color_scheme="dark")
    page.evaluate("document.querySelector('h1').style.color = 'var(--rule)'; console.error('wrong')")
    assert set(violations(page)) == {f"{width} {scheme}" for scheme, width, _ in AXE_RUNS}
    assert visitor.troubles == ["console: wrong"]
    visitor.troubles.clear()
    assert violations(visitor.look(site.url)) == {}
