"""As a web server sends it: the policy, the weight, other languages, other places, paper."""

import gzip

import pytest

from tests.browser.conftest import Site, Visitor
from tests.browser.kinds import NOT_FOUND, PLAN

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_longest_plan_weighs_at_most_60_kb(site: Site, visitor: Visitor) -> None:
    longest = max(site.folder.glob("**/[0-9]*/index.html"), key=lambda file: file.stat().st_size)
    path = longest.relative_to(site.folder).as_posix().removesuffix("index.html")
    visitor.look(site.url + path)
    files = [
        site.folder / (below + "index.html" if below.endswith("/") else below)
        for below in {url.removeprefix(site.url) for url in visitor.requests}
    ]
    assert {file.suffix for file in files} >= {".html", ".css", ".js"}
    weights = {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in files}
    assert sum(weights.values()) <= 60_000, weights


@pytest.mark.parametrize("path", ["", PLAN, "search/", "compare/"])  # where else: tests/pages/test_every_page.py
def test_the_language_switch_leads_to_the_same_page(path: str, site: Site, visitor: Visitor) -> None:
    page = visitor.look(site.url + path)
    for name, tag, prefix in (
        ("English", "en", "en/"),
        ("简体中文", "zh-Hans", "zh-hans/"),
        ("繁體中文", "zh-Hant", ""),
    ):
        page.locator(".languages").get_by_role("link", name=name).click()
        page.wait_for_url(site.url + prefix + path)
        assert page.evaluate("document.documentElement.lang") == tag


@pytest.mark.parametrize("path", ["", f"en/{PLAN}", NOT_FOUND])
def test_the_site_works_below_a_path(path: str, site_below: Site, visitor: Visitor) -> None:
    page = visitor.look(site_below.url + path)
    assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute", "styled"
    page.locator(".site-name").click()
    page.wait_for_url(f"{site_below.url}en/" if path.startswith("en/") else site_below.url)
    page.locator(".offices a").first.click()
    page.locator(".card-title a").first.click()
    page.locator("form.filter").wait_for(state="visible")  # the script runs


def test_a_page_that_is_missing_is_one_to_go_on_from(site: Site, visitor: Visitor) -> None:
    page = visitor.look(site.url + NOT_FOUND)
    assert page.title().startswith("找不到這一頁")
    page.get_by_role("link", name="English home page").click()
    page.wait_for_url(f"{site.url}en/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_has_the_document_and_not_the_website(scheme: str, site: Site, visitor: Visitor) -> None:
    page = visitor.open(site.url + PLAN, color_scheme=scheme)
    page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
    for selector in (
        ".site-nav", ".site-header .search", ".site-footer", ".breadcrumbs", ".starts", ".contents-side", ".contents-small", ".filter",
        ".permalink", ".block-key", ".related",
    ):  # fmt: skip
        assert page.locator(selector).count() > 0, selector
        assert not page.locator(f"{selector}:visible").count(), selector
    for selector in ("h1", ".section:not(.related) > h2", ".measures > li", ".who-when"):
        assert page.locator(f"{selector}:visible").count() == page.locator(selector).count() > 0
    colours = page.evaluate("(({color, backgroundColor}) => [color, backgroundColor])(getComputedStyle(document.body))")
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
