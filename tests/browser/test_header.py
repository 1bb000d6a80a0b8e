"""The header: a menu that needs no script, a switch of languages that keeps the place."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Site, Visitor
from tests.browser.kinds import PLAN
from tests.browser.rules import HEADER_HEIGHT

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("width", [390, 320])
def test_the_menu_opens_and_closes_by_keys_alone(script: bool, width: int, site: Site, visitor: Visitor) -> None:
    page = visitor.open(site.url + PLAN, width=width, height=844, java_script_enabled=script)
    menu, opener = page.locator("#site-menu"), page.locator("header > .band > .menu-button")
    assert not menu.is_visible()
    opener.focus()
    page.keyboard.press("Enter")
    assert menu.is_visible()
    links = menu.get_by_role("link")
    assert links.count() >= 5
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == links.first.inner_text()
    page.keyboard.press("Escape")
    assert not menu.is_visible()
    assert page.locator(":focus").inner_text() == opener.inner_text()
    opener.click()
    menu.get_by_role("button").click()
    assert not menu.is_visible()
    opener.click()
    links.nth(1).click()
    page.wait_for_url("**/browse/")


def test_wide_screens_show_the_menu_as_it_is(site: Site, visitor: Visitor) -> None:
    page = visitor.look(site.url + PLAN)
    assert page.locator(".site-nav a").first.is_visible()
    assert page.locator(".menu-button").filter(visible=True).count() == 0
    assert page.evaluate(HEADER_HEIGHT) <= 120


def to_english(page: Page) -> str:
    page.locator(".languages a", has_text="English").click()
    page.wait_for_url("**/en/**")
    return page.url


def test_another_language_keeps_the_place(site: Site, visitor: Visitor) -> None:
    page = visitor.look(f"{site.url}{PLAN}?department=業務組#filter", width=390)
    assert to_english(page).endswith(f"/en/{PLAN}?department=%E6%A5%AD%E5%8B%99%E7%B5%84#filter")
    page = visitor.look(site.url + PLAN, width=390)
    assert to_english(page).endswith(f"/en/{PLAN}")
    page = visitor.look(f"{site.url}search/?q=AMI", width=390)
    assert to_english(page).endswith("/en/search/?q=AMI")


def test_without_a_script_the_switch_leads_to_the_same_page(site: Site, visitor: Visitor) -> None:
    page = visitor.open(f"{site.url}{PLAN}#s-5", java_script_enabled=False)
    assert to_english(page).endswith(f"/en/{PLAN}")
