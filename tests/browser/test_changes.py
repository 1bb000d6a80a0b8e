"""Pages that only a plan with a revision or an earlier year has: those of the example, by axe and by their width."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Site, Visitor
from tests.browser.rules import WIDTHS, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = ("power-south/114/revisions/1/changes/", "power-south/114/changes/parent/", "water-first/115/changes/")


@pytest.mark.parametrize("path", [f"{prefix}{path}" for path in PAGES for prefix in ("", "en/")])
def test_axe_finds_nothing_and_only_the_table_scrolls(path: str, example_site: Site, visitor: Visitor) -> None:
    page = visitor.look(example_site.url + path)
    assert violations(page) == {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_what_changed_since_last_year_takes_two_taps_from_the_office(example_site: Site, visitor: Visitor) -> None:
    page = visitor.open(
        example_site.url + "water-first/",
        java_script_enabled=False,
        width=390,
        height=844,
        has_touch=True,
        is_mobile=True,
    )
    taps = 0
    for name in ("115年度", "114年度（2025）計畫的異同"):
        page.locator("main").get_by_role("link").filter(has_text=name).first.tap()
        page.wait_for_load_state()
        taps += 1
    expect(page).to_have_url(f"{example_site.url}water-first/115/changes/")
    expect(page.locator("main ins").filter(has_text="線上查詢進度")).to_be_visible()
    assert taps <= 2
