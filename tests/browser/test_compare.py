"""Two plans beside each other, and the measures of a topic, on a phone as well: what a citizen comes for, in taps."""

from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, Route, ViewportSize, expect

from tests.browser.conftest import Site, Visitor
from tests.browser.rules import violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAIR = "compare/?a=pingtung/107&b=xinying/111"
PHONE: ViewportSize = {"width": 390, "height": 844}


def shown(page: Page) -> None:
    expect(page.locator(".compare-results .measure").first).to_be_visible()


def lefts(page: Page) -> list[float]:
    """How far from the left each of the first two plans stands."""
    boxes = page.evaluate("""() => [...document.querySelectorAll(".side-by-side > section")].slice(0, 2)
        .map(each => each.getBoundingClientRect().left)""")
    return [float(left) for left in boxes]


def test_an_address_says_what_is_compared(site: Site, visitor: Visitor) -> None:
    page = visitor.look(f"{site.url}{PAIR}&topic=satisfaction-surveys")
    shown(page)
    assert page.locator("h2").all_inner_texts()[0] == "滿意度調查"
    names = page.locator("h3").all_inner_texts()
    assert [name.split(" ")[0] for name in names] == ["屏東區營業處107年度（2018）", "新營區營業處111年度（2022）"]
    counts = [len(each.locator(".measure").all()) for each in page.locator(".side-by-side > section").all()]
    assert page.locator(".compare-status").inner_text() == (
        f"屏東區營業處107年度（2018）{counts[0]}項，新營區營業處111年度（2022）{counts[1]}項。"
    )
    href = page.locator(".permalink").first.get_attribute("href") or ""
    assert href.startswith("../pingtung/107/#m-")
    assert (site.folder / "pingtung/107/index.html").read_text("utf-8").count(f'id="{href.partition("#")[2]}"') == 1


def test_what_is_chosen_becomes_the_address(site: Site, visitor: Visitor) -> None:
    page = visitor.look(f"{site.url}compare/?topic=e-billing")
    page.get_by_label("第一份計畫").select_option("kinmen/114")
    page.get_by_label("第二份計畫").select_option("taipei-city/112")
    page.get_by_role("button", name="比較").click()
    shown(page)
    assert page.url == f"{site.url}compare/?a=kinmen/114&b=taipei-city/112&topic=e-billing"
    page.get_by_label("主題").select_option("")
    page.get_by_label("服務類別").select_option("基礎服務")
    page.get_by_role("button", name="比較").click()
    page.wait_for_url("**group=**")
    assert unquote(page.url) == f"{site.url}compare/?a=kinmen/114&b=taipei-city/112&group=基礎服務"
    page.go_back()
    shown(page)
    assert page.get_by_label("主題").input_value() == "e-billing"


def test_by_groups_every_measure_stands_once_and_a_list_leads_there(site: Site, visitor: Visitor) -> None:
    page = visitor.look(site.url + PAIR)
    shown(page)
    jumps = page.locator(".compare-results nav a")
    sections = page.locator(".compare-results > section")
    assert jumps.count() == sections.count() > 1
    every = {path: (site.folder / path / "index.html").read_text("utf-8") for path in ("pingtung/107", "xinying/111")}
    assert page.locator(".compare-results .measure").count() == sum(
        html.count('class="measure"') for html in every.values()
    )
    jumps.nth(1).click()
    assert page.url.endswith("#part-2")


def test_on_a_phone_they_stand_one_under_the_other(site: Site, visitor: Visitor) -> None:
    page = visitor.look(f"{site.url}{PAIR}&topic=satisfaction-surveys")
    shown(page)
    first, second = lefts(page)
    assert first < second
    page.set_viewport_size(PHONE)
    first, second = lefts(page)
    assert first == second
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("?a=nowhere/1&b=kinmen/114", "本站沒有「nowhere/1」，請重新選擇。"),
        ("?a=kinmen/114&b=../../x", "本站沒有「../../x」，請重新選擇。"),
        ("?a=kinmen/114&b=kinmen/114", "請選兩份不同的計畫。"),
        ("?a=kinmen/114&b=pingtung/107&group=<b>", "本站沒有「<b>」，請重新選擇。"),
        ("?a=//evil.example/x&b=https://evil.example/", "本站沒有「//evil.example/x」，請重新選擇。"),
        ("?a=%E2%80%AEx%00y&b=%", "本站沒有「xy」，請重新選擇。"),
        (f"?a={'甲' * 1000}", f"本站沒有「{'甲' * 60}…」，請重新選擇。"),
    ],
)
def test_what_the_site_does_not_have_is_said(address: str, said: str, site: Site, visitor: Visitor) -> None:
    page = visitor.look(f"{site.url}compare/{address}")
    expect(page.locator(".compare-status")).to_have_text(said)
    assert page.locator(".compare-results *").count() == 0


def test_measures_that_are_in_no_group_are_there_too(site: Site, visitor: Visitor) -> None:
    """An office with a handful of measures has no groups; whatever plan it is compared with, nothing is left out."""

    def ungrouped(route: Route) -> None:
        plan = route.fetch().json()
        plan["measures"][0]["path"] = []
        route.fulfill(json=plan)

    page = visitor.open(site.url)
    page.route("**/pingtung/107/plan.json", ungrouped)
    page.goto(site.url + PAIR)
    shown(page)
    html = [(site.folder / path / "index.html").read_text("utf-8") for path in ("pingtung/107", "xinying/111")]
    assert page.locator(".compare-results .measure").count() == sum(each.count('class="measure"') for each in html)
    assert page.locator(".compare-results > section").last.locator("h2").inner_text() == "未分服務類別"


def test_in_english_what_is_not_translated_says_so(site: Site, visitor: Visitor) -> None:
    page = visitor.look(f"{site.url}en/{PAIR}&topic=satisfaction-surveys")
    shown(page)
    assert page.locator("h3").first.inner_text().startswith("Pingtung District Office, 2018 (ROC year 107)")
    marks = page.locator(".measure dd .original").first
    assert marks.get_attribute("lang") == "zh-Hant"
    assert (page.locator(".permalink").first.get_attribute("href") or "").startswith("../pingtung/107/#")


@pytest.mark.parametrize("language", ["", "en/"])
def test_axe_finds_nothing_in_a_comparison(language: str, site: Site, visitor: Visitor) -> None:
    page = visitor.look(f"{site.url}{language}{PAIR}")
    shown(page)
    assert violations(page) == {}


def test_without_a_script_the_page_leads_to_topics(site: Site, visitor: Visitor) -> None:
    page = visitor.open(f"{site.url}{PAIR}", java_script_enabled=False)
    assert not page.locator("form.compare").is_visible()
    assert page.locator("main .notice").inner_text().startswith("比較任兩份計畫需要 JavaScript。")
    page.get_by_role("link", name="同一主題，各機關並列").click()
    assert page.url == f"{site.url}topics/"


class Taps:
    """A citizen with a phone, who taps what can be seen."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.count = 0

    def at(self, *ends: str) -> None:
        """Tap the first link that leads to one of these addresses, the most wanted first."""
        for end in ends:
            links = [each for each in self.page.locator(f'a[href$="{end}"]').all() if each.is_visible()]
            if links:
                self.count += 1
                links[0].click()
                return
        raise AssertionError(f"no link to {ends} on {self.page.url}")


@pytest.mark.parametrize("scripts", [True, False])
def test_who_at_taipei_does_electronic_bills_and_a_file_of_the_topic(
    scripts: bool, site: Site, visitor: Visitor
) -> None:
    page = visitor.open(site.url, **PHONE, java_script_enabled=scripts)
    taps = Taps(page)
    while not page.url.endswith("topics/e-billing/"):
        taps.at("topics/e-billing/", "browse/")
    taps.at("#taipei-city")
    office = page.locator("section[aria-labelledby=taipei-city]")
    assert "台北市區營業處" in office.locator("h2").inner_text()
    departments = office.locator("dd").all_inner_texts()
    assert departments, "somebody does it"
    with page.expect_download() as download:
        taps.at("e-billing-topic.zh-Hant.ods")
    assert download.value.suggested_filename == "e-billing-topic.zh-Hant.ods"
    assert taps.count <= 4


@pytest.mark.parametrize("scripts", [True, False])
def test_pingtung_beside_xinying_on_satisfaction_surveys(scripts: bool, site: Site, visitor: Visitor) -> None:
    page = visitor.open(site.url, **PHONE, java_script_enabled=scripts)
    taps = Taps(page)
    while not page.url.endswith("topics/satisfaction-surveys/"):
        taps.at("topics/satisfaction-surveys/", "browse/")
    for office in ("pingtung", "xinying"):
        taps.at(f"#{office}")
        expect(page.locator(f"section[aria-labelledby={office}] .measure").first).to_be_visible()
    assert taps.count <= 4
