"""The search as readers use it: by keyboard, on a phone, by an address that somebody sent."""

import itertools
import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Site, Visitor
from tests.browser.rules import misfits, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ANSWERED = ["search/?q=服務", "en/search/?q=service&sort=newest"]
NOTHING = ["search/?q=停電通之+恐龍", "en/search/?q=outtage", "search/", "search/?q=斷電"]


def press_until(page: Page, key: str, reached: str) -> None:
    """Press a key until an expression about ``document.activeElement`` holds."""
    for _ in range(40):
        if page.evaluate(f"(active => {reached})(document.activeElement)"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} never leads to {reached}")


def count(page: Page) -> int:
    """How many results the status tells of."""
    expect(page.get_by_role("status")).to_have_text(re.compile(r"\d"))
    said = re.search(r"\d+", page.get_by_role("status").inner_text())
    assert said is not None
    return int(said[0])


def results(page: Page) -> int:
    """How many results the status tells of behind what it says of limits, whose names may have figures."""
    said = re.search(r"找到 (\d+) 筆。$", page.get_by_role("status").inner_text())
    assert said is not None
    return int(said[1])


def whole(page: Page) -> str:
    """All that the page shows."""
    return " ".join((page.locator("main").text_content() or "").split())


def shows(page: Page, text: str) -> None:
    """Wait until a page shows just this."""
    for _ in range(100):
        if whole(page) == text:
            return
        page.wait_for_timeout(50)
    assert whole(page) == text


def settled(page: Page) -> None:
    """Wait until a page shows all that it will: the form, or what comes after the first answer."""
    page.locator(".facets h3, .search-advice h2, .advanced[open]").first.wait_for(state="attached")


def narrowed(page: Page) -> None:
    """Wait for what comes after the first answer."""
    expect(page.locator(".facets h3").first).to_be_attached()


@pytest.mark.parametrize(
    ("prefix", "words", "found"), [("", "停電", "停電"), ("zh-hans/", "停电", "停电"), ("en/", "outage", "outage")]
)
def test_two_steps_lead_to_the_measure(prefix: str, words: str, found: str, site: Site, visitor: Visitor) -> None:
    page = visitor.look(site.url + prefix, width=390, height=800)
    press_until(page, "Tab", "active.name === 'q'")
    page.keyboard.insert_text(words)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"/{prefix}search/\\?q="))
    assert min(count(page), 10) == page.locator(".found > li").count() > 3
    narrowed(page)
    results = whole(page)
    place = page.locator(".found-title").first.inner_text()
    press_until(page, "Tab", "active.matches('.found > li:first-child a')")
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile("#m-"))
    target = page.locator(":target")
    assert found in target.inner_text().lower()
    expect(target).to_be_in_viewport()
    assert any(name in place for name in page.locator(".breadcrumbs a").all_inner_texts()), "the office of the result"

    page.go_back()
    shows(page, results)
    assert page.locator("#site-search").input_value() == words


def test_the_address_is_the_whole_state(site: Site, visitor: Visitor) -> None:
    page = visitor.look(f"{site.url}search/?q=服務")
    links = page.get_by_role("region", name="搜尋結果").get_by_role("link")
    narrowed(page)
    states = [(page.url, whole(page))]
    for name in (
        re.compile(r"^105年度（2016） \("),
        re.compile("^服務類別$"),
        re.compile("^20$"),
        re.compile("^第 2 頁$"),
    ):
        links.filter(has_text=name).click()
        chosen = links.filter(has_text="105年度（2016）（取消）") if len(states) == 1 else links.filter(has_text=name)
        expect(chosen).to_be_visible()
        if len(states) > 1:
            expect(chosen).to_have_attribute("aria-current", "true")
        assert page.evaluate("document.activeElement.matches('[role=status]')")
        states.append((page.url, whole(page)))
    assert parse_qs(urlsplit(page.url).query) == {
        "q": ["服務"], "year": ["105"], "sort": ["group"], "show": ["20"], "page": ["2"],
    }  # fmt: skip
    assert len({text for _, text in states}) == len(states)

    shared = visitor.open(page.url)
    shows(shared, states[-1][1])
    for url, text in states[-2::-1]:
        page.go_back()
        shows(page, text)
        assert page.url == url

    shared.get_by_role("link", name="105年度（2016）（取消）").click()
    expect(shared.get_by_role("link", name=re.compile(r"^105年度（2016） \("))).to_be_visible()
    assert parse_qs(urlsplit(shared.url).query) == {"q": ["服務"], "sort": ["group"], "show": ["20"]}
    query = urlsplit(shared.url).query
    shared.get_by_role("link", name="English").click()
    shared.wait_for_url(re.compile("/en/search/"))
    assert urlsplit(shared.url).query == query


@pytest.mark.parametrize("facet", ["office", "year", "group", "department", "period", "kind"])
def test_a_facet_leaves_as_many_as_it_says(facet: str, site: Site, visitor: Visitor) -> None:
    page = visitor.look(f"{site.url}search/?q=服務")
    before = count(page)
    link = page.locator(f".facets a[href*='{facet}=']").first
    said = int(re.findall(r"\((\d+)\)", link.inner_text())[0])
    link.click()
    expect(page.locator(".limits a", has_text="（取消）")).to_be_visible()
    assert results(page) == said < before


def test_pages_of_results_follow_each_other(site: Site, visitor: Visitor) -> None:
    page = visitor.look(f"{site.url}search/?q=服務&show=50")
    total, texts = count(page), []
    for number in range(1, -(-total // 50) + 1):
        expect(page.locator(".pager [aria-current]")).to_have_text(f"第 {number} 頁")
        texts += page.locator(".found > li").all_inner_texts()
        if number * 50 < total:
            page.get_by_role("link", name="下一頁").click()
    assert len(texts) == total
    assert page.get_by_role("link", name="下一頁").count() == 0


def test_the_accessibility_tree_names_everything(site: Site, visitor: Visitor) -> None:
    page = visitor.look(f"{site.url}search/?q=KIOSK", width=390)
    narrowed(page)
    expect(page.locator("main")).to_match_aria_snapshot("""
        - heading "站內搜尋" [level=1]
        - search:
          - text: 要找什麼？
          - searchbox "要找什麼？": KIOSK
          - button "搜尋"
        - status: /找到 \\d+ 筆。/
        - region "搜尋結果":
          - link "跳到搜尋結果"
          - group:
            - heading "縮小範圍與排列" [level=2]
          - heading "完全相符" [level=2]
          - list:
            - listitem:
              - heading /.+ .+・.+營業處・\\d+年度（\\d+）/ [level=3]:
                - link /.+ .+・.+營業處・\\d+年度（\\d+）/
              - paragraph:
                - mark: KIOSK
              - paragraph: /業務/
        - paragraph:
          - link "檢索說明"
        - group: 進階檢索
    """)


def test_nothing_found_says_what_to_do(site: Site, visitor: Visitor) -> None:
    page = visitor.look(f"{site.url}search/?q=停電通之")
    expect(page.get_by_role("status")).to_have_text(re.compile("^找不到「停電通之」，以下 \\d+ 筆是相近的結果。$"))
    expect(page.get_by_role("heading", name="相近的結果")).to_be_visible()
    page.get_by_role("link", name="停電通知", exact=True).click()
    assert count(page) > 0

    page = visitor.look(f'{site.url}search/?q=停電+"恐龍"')
    left = page.locator(".search-advice").get_by_role("link", name=re.compile(r"^停電 \(\d+\)$"))
    said = int(left.inner_text().split("(")[1].rstrip(")"))
    left.click()
    expect(page.locator("#site-search")).to_have_value("停電")
    expect(page.locator(".search-advice a")).to_have_count(0)
    assert count(page) == said

    page = visitor.look(f'{site.url}en/search/?q="outtage"')
    expect(page.get_by_role("status")).to_have_text('Nothing found for “"outtage"”.')
    expect(page.get_by_role("link", name='"outage"', exact=True)).to_be_visible()
    page.locator(".search-help a[href='../browse/']").click()
    page.wait_for_url(f"{site.url}en/browse/")


def test_typing_goes_on_where_it_was_and_hostile_words_are_only_words(site: Site, visitor: Visitor) -> None:
    page = visitor.look(f"{site.url}search/")
    hostile = '<img src=x onerror="document.title=1">'
    page.locator("#site-search").fill(hostile)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text(f"找不到「{hostile}」。")
    assert page.evaluate("document.activeElement.id") == "site-search"
    assert page.title().startswith(hostile)
    assert page.locator("main img").count() == 0


@pytest.mark.parametrize("path", [*ANSWERED, *NOTHING])
def test_axe_finds_nothing_on_an_answer_and_it_fits_every_window(
    path: str, site: Site, visitor: Visitor, subtests: pytest.Subtests
) -> None:
    page = visitor.look(site.url + path)
    settled(page)
    with subtests.test("axe"):
        found = violations(page)
        assert not found, json.dumps(found, ensure_ascii=False, indent=1)
    with subtests.test("every window"):
        assert misfits(page) == {}


@pytest.mark.parametrize("words", ["服務", "停電"])
@pytest.mark.parametrize("width", [390, 1280])
def test_neither_an_answer_nor_what_comes_after_it_moves_anything(
    width: int, words: str, site: Site, visitor: Visitor
) -> None:
    page = visitor.look(f"{site.url}search/?q={words}", width=width)
    narrowed(page)
    moved = """() => new Promise(resolve => new PerformanceObserver(list =>
        resolve(list.getEntries().reduce((sum, {value}) => sum + value, 0))).observe({type: "layout-shift", buffered: true})
        ?? setTimeout(() => resolve(0), 300))"""
    assert page.evaluate(moved) < 0.02


def test_the_newest_years_answer_while_the_others_are_on_their_way(site: Site, visitor: Visitor) -> None:
    late: list[Route] = []

    def only_the_newest(route: Route) -> None:
        body = re.sub(r'data-first="\d+"', 'data-first="2"', route.fetch().text())
        route.fulfill(body=body, content_type="text/html")

    page = visitor.open(site.url)
    page.route("**/search/?q=*", only_the_newest)
    page.route("**/zh-Hant-107-*.json", lambda route: late.append(route))
    page.goto(f"{site.url}search/?q=服務")
    status = page.get_by_role("status")
    expect(status).to_contain_text("這是 114 年度以後的結果，更早的年度載入中。")
    first = count(page)
    link = page.locator(".found a").first
    link.focus()
    kept = link.get_attribute("href")
    late[0].continue_()
    expect(status).not_to_contain_text("載入中")
    assert count(page) > first
    if page.locator(f".found a[href='{kept}']").count():
        assert page.evaluate("document.activeElement.getAttribute('href')") == kept


def test_a_question_in_chinese_waits_for_no_words_in_english_and_one_in_english_finds_them(
    site: Site, visitor: Visitor
) -> None:
    page = visitor.look(f"{site.url}search/?q=停電")
    assert count(page) > 0
    assert not [url for url in visitor.requests if "/zh-Hant-en-" in url]
    page.locator("#site-search").fill("blackout")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="也找：停電")).to_be_visible()
    assert len([url for url in visitor.requests if "/zh-Hant-en-" in url]) == 1


def test_an_index_that_does_not_come_is_told(site: Site, visitor: Visitor) -> None:
    page = visitor.open(f"{site.url}search/")
    page.route("**/zh-Hant-114-*.json", lambda route: route.abort())
    page.locator("#site-search").fill("停電")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("索引無法載入，請檢查網路連線後再試一次。")
    expect(page.get_by_role("region", name="分類瀏覽")).to_be_visible()
    page.unroute("**/zh-Hant-114-*.json")
    page.keyboard.press("Enter")
    assert count(page) > 3
    assert visitor.troubles != []
    visitor.troubles.clear()


def test_an_answer_that_comes_late_does_not_replace_a_newer_one(site: Site, visitor: Visitor) -> None:
    late: list[Route] = []
    page = visitor.open(f"{site.url}search/?q=服務")
    older = count(page)
    page.route("**/orders.js", lambda route: late.append(route))
    page.locator(".facets a[href*='sort=newest']").click()
    page.locator("#site-search").fill("KIOSK")
    page.keyboard.press("Enter")
    expect(page.locator(".found mark").first).to_have_text("KIOSK")
    expect(page.locator(".facets a[href*='q=KIOSK']").first).to_be_attached()
    newer = whole(page)
    assert count(page) < older
    with page.expect_response("**/orders.js"):
        late[0].continue_()
    page.wait_for_timeout(100)
    shows(page, newer)


def test_without_a_script_the_page_leads_to_lists(site: Site, visitor: Visitor) -> None:
    page = visitor.open(f"{site.url}search/?q=停電", java_script_enabled=False)
    assert page.locator(".search-help .notice").is_visible()
    page.get_by_role("region", name="分類瀏覽").get_by_role("link", name="依承辦部門").click()
    page.wait_for_url(f"{site.url}browse/departments/")
    page.goto(f"{site.url}search/help/")
    page.get_by_role("link", name="停電 通知").click()
    page.wait_for_url(f"{site.url}search/?q=*")


def test_what_synonyms_find_stands_below_and_says_so(site: Site, visitor: Visitor) -> None:
    page = visitor.look(f"{site.url}search/?q=斷電")
    narrowed(page)
    expect(page.locator(".topics a").first).to_have_text("主題：停電與停水")
    expect(page.locator("h2.tier")).to_have_text("也找：停電")
    expect(page.locator(".found mark").first).to_have_text("停電")
    page.goto(f'{site.url}search/?q="斷電"')
    expect(page.get_by_role("status")).to_have_text('找不到「"斷電"」。')


def test_the_form_composes_a_query(site: Site, visitor: Visitor) -> None:
    page = visitor.look(f"{site.url}search/")
    page.get_by_label("含有全部字詞").fill("繳費")
    page.get_by_label("不含字詞").fill("超商")
    page.get_by_label("年度").select_option("114")
    page.get_by_label("順序").select_option("reversed")
    page.get_by_role("button", name="進階搜尋").click()
    narrowed(page)
    assert parse_qs(urlsplit(page.url).query) == {"q": ["繳費 -超商"], "year": ["114"], "order": ["reversed"]}
    assert results(page) == page.locator(".found > li").count() > 0
    assert not any("超商" in text for text in page.locator(".found").all_inner_texts())
    expect(page.locator(".advanced-form")).to_be_hidden()
    page.reload()
    narrowed(page)
    assert page.get_by_label("含有全部字詞").input_value() == "繳費 -超商"
    assert page.get_by_label("年度").input_value() == "114"
    assert page.get_by_label("順序").input_value() == "reversed"


def test_names_and_headings_are_asked_for_beside_the_words(site: Site, visitor: Visitor) -> None:
    page = visitor.look(f"{site.url}search/")
    page.get_by_label("含有全部字詞").fill("電子帳單")
    page.get_by_label("檢索方式").select_option("titles")
    page.get_by_role("button", name="進階搜尋").click()
    expect(page.get_by_role("status")).to_have_text(
        re.compile("^在「關鍵字檢索（名稱與標題）」的範圍內，找到 \\d+ 筆。$")
    )
    assert page.locator("#site-search").input_value() == "電子帳單"
    page.get_by_role("link", name="關鍵字檢索（名稱與標題）（取消）").click()
    expect(page.get_by_role("status")).to_have_text(re.compile("^找到 \\d+ 筆。$"))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("q=停電&year=107", "在「107年度（2018）」的範圍內，找不到「停電」。"),
        ("q=&office=kinmen&period=by", "在「金門區營業處」、「限期完成」的範圍內，沒有符合的內容。"),
        ('q=停電&kind="]', '在「"]」的範圍內，找不到「停電」。'),
        ("q=「手機付款」", "找不到「『手機付款』」。"),
    ],
)
def test_what_narrows_down_is_named_and_lifted(query: str, said: str, site: Site, visitor: Visitor) -> None:
    page = visitor.look(f"{site.url}search/?{query}", width=390)
    expect(page.get_by_role("status")).to_have_text(said)
    for link in page.locator(".limits a").all():
        expect(link).to_be_visible()
    lifts = page.locator(".search-advice a[href*='?']")
    if "&" in query:
        expect(lifts.first).to_have_text(re.compile(r"（取消） \(\d+\)$"))
        promised = int(re.findall(r"\((\d+)\)$", lifts.first.inner_text())[0])
        lifts.first.click()
        expect(page.get_by_role("status")).to_have_text(re.compile("找到"))
        assert results(page) == promised


def test_a_topic_whose_words_only_its_own_page_has_comes_first(site: Site, visitor: Visitor) -> None:
    for path, name in (
        ("search/?q=停電+停水", "停電與停水"),
        ("en/search/?q=water+and+power+outage", "Power and water outages"),
    ):
        page = visitor.look(site.url + path)
        expect(page.locator(".topics a").first).to_contain_text(name)
        expect(page.locator(".topics a").first).to_be_visible()
        expect(page.locator(".found > li").nth(5)).to_be_visible()


def test_headings_lead_to_results_and_a_link_past_what_narrows_down(site: Site, visitor: Visitor) -> None:
    page = visitor.look(f"{site.url}search/?q=停電")
    narrowed(page)
    levels = page.evaluate(
        "[...document.querySelectorAll('main :is(h1, h2, h3)')].filter(e => e.checkVisibility()).map(e => +e.tagName[1])"
    )
    assert all(after - before < 2 for before, after in itertools.pairwise(levels))
    page.locator("form.search-page button").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到搜尋結果")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.answer') !== null")


def test_an_empty_box_leads_to_the_topics(site: Site, visitor: Visitor) -> None:
    page = visitor.look(f"{site.url}en/kinmen/")
    page.get_by_role("searchbox", name="Search").press("Enter")
    page.wait_for_url(f"{site.url}en/topics/")
