"""A plan's page on a phone: the first promise is near, a measure is cited by one tap, contents stay at hand."""

from urllib.parse import unquote

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Site, Visitor
from tests.real_site import SITE

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PLANS = ["kinmen/114/", "pingtung/107/", "xinying/111/", "taipei-city/112/", "water-1/105/"]
CLIPBOARD = "navigator.clipboard.readText()"
FIRST = "() => document.querySelector('.measures > li').getBoundingClientRect().top + scrollY"


def phone(visitor: Visitor, url: str, **options: object) -> Page:
    if options:
        return visitor.open(url, width=390, height=844, **options)
    return visitor.look(url, width=390, height=844)


@pytest.mark.parametrize("prefix", ["", "en/", "zh-hans/"])
def test_the_first_promise_stands_within_two_screens(prefix: str, site: Site, visitor: Visitor) -> None:
    tops = {path: phone(visitor, f"{site.url}{prefix}{path}").evaluate(FIRST) for path in PLANS}
    assert {path: top for path, top in tops.items() if top > 1700} == {}


@pytest.mark.parametrize("path", ["city-first/115/", "power-south/114/", "water-first/115/"])
def test_so_it_does_where_names_are_long_in_english(path: str, example_site: Site, visitor: Visitor) -> None:
    page = phone(visitor, f"{example_site.url}en/{path}")
    assert page.evaluate(FIRST) <= 1700
    assert page.evaluate("document.querySelector('.site-header').getBoundingClientRect().height") <= 120


def test_one_tap_copies_what_a_chat_shows(site: Site, visitor: Visitor) -> None:
    page = phone(visitor, f"{site.url}kinmen/114/", permissions=["clipboard-read", "clipboard-write"])
    page.locator("#m-2-2-2 .permalink").click()
    page.get_by_text("已複製二(二)2的引用文字。").wait_for()
    sentence = page.locator("#m-2-2-2 .text p").inner_text()
    assert page.evaluate(CLIPBOARD).split("\n") == [
        "金門區營業處 114年度（2025） 二(二)2",
        sentence,
        *(f"{fact.inner_text()}".replace("\n", "：") for fact in page.locator("#m-2-2-2 .who-when > div").all()),
        f"{SITE}kinmen/114/#m-2-2-2",
    ]
    assert page.url == f"{site.url}kinmen/114/#m-2-2-2"


def test_a_citation_has_the_items_of_a_measure(site: Site, visitor: Visitor) -> None:
    page = phone(visitor, f"{site.url}en/taipei-city/112/", permissions=["clipboard-read", "clipboard-write"])
    measure = page.locator(".measure:has(.items)").first
    measure.locator(".permalink").focus()
    page.keyboard.press("Space")
    page.wait_for_function("document.querySelector('.said').textContent")
    copied = page.evaluate(CLIPBOARD)
    assert all(item.inner_text() in copied for item in measure.locator(".items p").all())
    assert copied.startswith("Taipei City District Office 2023 (ROC year 112) ")


def test_the_share_sheet_is_offered_where_there_is_one(site: Site, visitor: Visitor) -> None:
    page = phone(visitor, f"{site.url}kinmen/114/", permissions=["clipboard-read", "clipboard-write"])
    page.evaluate("void (navigator.share = async (what) => { document.title = what.text })")
    page.locator("#m-1-1-1 .permalink").click()
    page.get_by_role("button", name="分享", exact=True).click()
    assert page.title().split() == page.evaluate(CLIPBOARD).split()


def test_the_same_measure_is_searched_for_by_its_sentence(site: Site, visitor: Visitor) -> None:
    page = phone(visitor, f"{site.url}pingtung/107/")
    measure = page.locator("#m-2-1-1-1")
    sentence = measure.locator(".text p").inner_text()
    measure.get_by_role("link", name="相同作法").click()
    page.locator(".search-results .found > li").first.wait_for()  # facets have items too, folded on a phone
    assert unquote(page.url).partition("?q=")[2].strip('"') in sentence
    page.locator(".search-results .found", has_text="另見其他 2 處").first.wait_for()  # offices that say the same


def test_without_a_script_a_measure_has_a_plain_link(site: Site, visitor: Visitor) -> None:
    page = phone(visitor, f"{site.url}kinmen/114/", java_script_enabled=False)
    link = page.get_by_role("link", name="二(二)2 的固定網址")
    link.click()
    assert page.url.endswith("#m-2-2-2")


def test_after_the_filter_the_first_match_is_in_view(site: Site, visitor: Visitor) -> None:
    page = phone(visitor, f"{site.url}pingtung/107/")
    page.locator(".filter summary").click()
    page.locator("select[name=department]").select_option("人資組")
    page.get_by_role("button", name="套用").click()
    first = page.locator(".measures > li:visible").first
    top, bottom = first.evaluate("each => [each.getBoundingClientRect().top, innerHeight]")
    assert 0 <= top < bottom - 40
    assert not page.locator("#s-1").is_visible()
    shared = phone(visitor, page.url)
    top, bottom = shared.locator(".measures > li:visible").first.evaluate(
        "each => [each.getBoundingClientRect().top, innerHeight]"
    )
    assert 0 <= top < bottom - 40


def test_contents_and_the_way_back_stay_in_sight(site: Site, visitor: Visitor) -> None:
    page = phone(visitor, f"{site.url}pingtung/107/")
    page.evaluate("document.querySelector('.plan-footer').scrollIntoView()")
    page.locator(".contents-small summary").click()
    entry = page.locator(".contents-small a").nth(8)
    target = entry.get_attribute("href") or ""
    entry.click()
    top, bar = page.evaluate(
        """id => [document.querySelector(id).getBoundingClientRect().top,
        document.querySelector('.contents-bar').getBoundingClientRect().bottom]""",
        target,
    )
    assert bar <= top < 200, "below the bar, which has closed"
    page.locator(".contents-bar .up").click()
    assert page.evaluate("scrollY") < 200
