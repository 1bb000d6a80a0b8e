"""Pages that only a plan with a revision or an earlier year has: those of the example, by axe and by their width."""

import pytest

from tests.browser.conftest import Site, Visitor
from tests.browser.rules import WIDTHS, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = ("power-south/114/revisions/1/changes/", "water-first/115/changes/")


@pytest.mark.parametrize("path", [f"{prefix}{path}" for path in PAGES for prefix in ("", "en/")])
def test_axe_finds_nothing_and_only_the_table_scrolls(path: str, example_site: Site, visitor: Visitor) -> None:
    page = visitor.look(example_site.url + path)
    assert violations(page) == {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width
