"""The header: low on a phone, a menu that needs no script, a switch of languages that keeps the place."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Site, Visitor
from tests.browser.kinds import EVERY, PLAN

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HEIGHT = "document.querySelector('.site-header').getBoundingClientRect().height"

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
def test_the_header_is_low_on_a_phone(path: str, site: Site, visitor: Visitor) -> None:
    page = visitor.look(site.url + path, width=390, height=844)
    assert page.evaluate(HEIGHT) <= 120
    left = "selector => document.querySelector(selector).getBoundingClientRect().left"
    assert page.evaluate(left, ".site-name") == page.evaluate(left, ".publishing p") == page.evaluate(left, "h1")


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
    assert page.evaluate(HEIGHT) <= 120


@pytest.mark.parametrize("path", [path for path in EVERY if not path.startswith("en/")])
@pytest.mark.parametrize("width", [390, 320])
def test_no_line_of_a_heading_ends_within_a_word(path: str, width: int, site: Site, visitor: Visitor) -> None:
    lines = visitor.look(site.url + path, width=width).evaluate(LINES)
    assert [line for line in lines if CUT.search(line)] == []


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
