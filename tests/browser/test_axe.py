"""axe-core on every kind of page, at three widths, and on its colours in the dark."""

import json

import pytest

from tests.browser.conftest import Site, Visitor
from tests.browser.kinds import EVERY
from tests.browser.rules import AXE_RUNS, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("path", EVERY)
def test_axe_finds_nothing(path: str, site: Site, visitor: Visitor) -> None:
    found = violations(visitor.look(site.url + path))
    assert not found, json.dumps(found, ensure_ascii=False, indent=1)


def test_the_page_in_turn_hides_nothing_and_keeps_nothing(site: Site, visitor: Visitor) -> None:
    page = visitor.look(site.url, width=390, color_scheme="dark")
    page.evaluate("document.querySelector('h1').style.color = 'var(--rule)'; console.error('wrong')")
    assert set(violations(page)) == {f"{width} {scheme}" for scheme, width, _ in AXE_RUNS}
    assert visitor.troubles == ["console: wrong"]
    visitor.troubles.clear()
    assert violations(visitor.look(site.url)) == {}
