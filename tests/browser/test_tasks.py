"""What citizens come for, done on a phone with every tap counted; by keyboard and without a script where that can be."""

from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Site, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PHONE = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}


@dataclass
class Taps:
    """Counts what somebody does on a page: touches, or the key Enter on what Tab has reached."""

    page: Page
    by_keyboard: bool = False
    count: int = 0

    def on(self, target: Locator) -> None:
        """Touch something, and wait for what comes of it."""
        self.count += 1
        if self.by_keyboard:
            target.focus()
            self.page.keyboard.press("Enter")
        else:
            target.tap()
        self.page.wait_for_load_state()


@pytest.fixture(params=["touch", "keyboard", "no script"])
def phone(request: pytest.FixtureRequest, site: Site, visitor: Visitor) -> Taps:
    """The home page of the real site on a phone."""
    page = visitor.open(site.url, java_script_enabled=request.param != "no script", **PHONE)
    return Taps(page, by_keyboard=request.param == "keyboard")


@pytest.fixture(params=["touch", "keyboard", "no script"])
def example_phone(request: pytest.FixtureRequest, example_site: Site, visitor: Visitor) -> Taps:
    """The home page of the example on a phone."""
    page = visitor.open(example_site.url, java_script_enabled=request.param != "no script", **PHONE)
    return Taps(page, by_keyboard=request.param == "keyboard")


def main_link(page: Page, name: str) -> Locator:
    """The first link of a page's own part whose text begins so."""
    return page.locator("main").get_by_role("link").filter(has_text=name).first


def test_asking_an_office_takes_two_taps(phone: Taps) -> None:
    phone.on(main_link(phone.page, "屏東區營業處"))
    hotline = phone.page.locator(".ask").get_by_role("link", name="1911")
    expect(hotline).to_be_visible()
    assert hotline.get_attribute("href") == "tel:1911"
    assert phone.count + 1 <= 2


def test_what_ami_is_in_english_takes_three_taps(phone: Taps) -> None:
    phone.on(phone.page.get_by_role("link", name="English").first)
    phone.on(phone.page.get_by_role("contentinfo").get_by_role("link", name="Words explained"))
    word = phone.page.locator(".word", has=phone.page.get_by_role("heading", name="AMI"))
    expect(word).to_contain_text("Smart meters")
    assert phone.count <= 3


def test_who_at_taipei_does_electronic_bills_and_a_file_of_the_topic_take_four_taps(phone: Taps) -> None:
    phone.on(main_link(phone.page, "電子帳單"))
    phone.on(main_link(phone.page, "台北市區營業處"))
    assert phone.page.url.endswith("/topics/e-billing/#taipei-city")
    office = phone.page.locator("section", has=phone.page.locator("#taipei-city")).last
    expect(office.locator(".who-when").first).to_contain_text("組")
    file = phone.page.locator("main a[href$='.ods']").first
    assert file.get_attribute("href") is not None
    assert phone.count + 1 <= 4


def test_pingtung_beside_xinying_on_satisfaction_surveys_takes_four_taps(phone: Taps) -> None:
    phone.on(main_link(phone.page, "滿意度調查"))
    for office in ("pingtung", "xinying"):
        expect(phone.page.locator(f"#{office}")).to_be_attached()
    phone.on(main_link(phone.page, "屏東區營業處"))
    expect(phone.page.locator("#pingtung")).to_be_in_viewport()
    assert phone.count <= 4


def test_what_a_department_of_an_office_does_takes_five_taps(phone: Taps) -> None:
    """From the lists to the index of a plan, which shows the one class that was asked for, and on to a measure."""
    phone.on(main_link(phone.page, "依年度、部門"))
    phone.on(main_link(phone.page, "電務組"))
    phone.on(phone.page.locator("main a[href*='kinmen/114/browse/#']").first)
    phone.page.wait_for_url("**/kinmen/114/browse/#d-*")
    chosen = phone.page.locator(".index-part:visible")
    expect(chosen).to_have_count(1)
    expect(chosen).to_be_in_viewport()
    expect(chosen).to_contain_text("電務組")
    links = chosen.locator("li a")
    assert len({link.get_attribute("href") for link in links.all()}) == links.count() > 0, "a measure once"
    phone.on(links.first)
    phone.page.wait_for_url("**/kinmen/114/#m-*")
    assert phone.count <= 5


def test_remote_areas_in_kinmen_take_three_taps(site: Site, visitor: Visitor) -> None:
    phone = Taps(visitor.open(site.url, **PHONE))
    box = phone.page.get_by_role("searchbox").first
    phone.on(box)
    phone.page.keyboard.type("金門偏遠地區")
    phone.on(phone.page.get_by_role("button", name="搜尋").first)
    phone.on(phone.page.locator("main a[href*='kinmen/114/#']").first)
    phone.page.wait_for_url("**/kinmen/114/#*")
    target = phone.page.locator(f"[id='{urlsplit(phone.page.url).fragment}']")
    expect(target).to_be_in_viewport()
    expect(target).to_contain_text("偏遠")
    assert phone.count <= 3


def test_was_it_carried_out_takes_two_taps_from_home(example_phone: Taps) -> None:
    example_phone.on(main_link(example_phone.page, "示範自來水公司第一服務處"))
    example_phone.on(main_link(example_phone.page, "自行考核"))
    example_phone.page.wait_for_url("**/water-first/114/results-2/")
    expect(example_phone.page.locator(".lead")).to_contain_text("完成")
    assert example_phone.count <= 2


def test_was_it_carried_out_takes_one_tap_from_the_plan(example_phone: Taps) -> None:
    example_phone.page.goto(example_phone.page.url + "water-first/114/")
    outcome = example_phone.page.locator(".measure .outcome").first
    expect(outcome).to_contain_text("截至中華民國114年")  # said at the measure, with its day, before any tap
    result = main_link(example_phone.page, "執行成果：")
    box = result.bounding_box()
    assert box is not None and box["y"] < 844, "it is on the first screen"
    example_phone.on(result)
    example_phone.page.wait_for_url("**/water-first/114/results-2/")
    assert example_phone.count == 1


def test_what_was_never_supplied_says_so_and_where_to_look(phone: Taps) -> None:
    phone.on(main_link(phone.page, "金門區營業處"))
    results = phone.page.locator("section", has=phone.page.locator("#results")).last
    expect(results).to_contain_text("本站未收錄考核結果（不表示機關未公布）")
    assert phone.count == 1


def test_a_department_on_an_offices_page_leads_to_what_it_does(phone: Taps) -> None:
    phone.on(main_link(phone.page, "金門區營業處"))
    phone.on(phone.page.locator(".departments a").first)
    phone.page.wait_for_url("**/kinmen/114/browse/#d-*")
    chosen = phone.page.locator(".index-part:visible")
    expect(chosen).to_have_count(1)
    expect(chosen.locator("li a").first).to_be_visible()


def test_a_letter_names_the_measure_that_the_reader_has_gone_to(example_site: Site, visitor: Visitor) -> None:
    page = visitor.open(f"{example_site.url}water-first/115/#m-1-1-1", **PHONE)
    report = page.get_by_role("link", name="回報本頁內容錯誤")
    page.evaluate("addEventListener('click', event => event.preventDefault())")
    report.tap()
    address = urlsplit(report.get_attribute("href") or "")
    said = parse_qs(address.query)
    id_ = urlsplit(page.url).fragment
    words = page.locator(f"[id='{id_}'] .text").first.inner_text().split("\n")[-1]
    assert address.path == "service@example.tw"
    assert f"water-first/115/#{id_}\r\n" in said["body"][0]
    assert words[:20] in said["body"][0]


def test_citing_a_measure_takes_one_tap(site: Site, visitor: Visitor) -> None:
    phone = Taps(visitor.open(f"{site.url}kinmen/114/", permissions=["clipboard-read", "clipboard-write"], **PHONE))
    phone.on(phone.page.locator("#m-1-1-1").get_by_role("button").first)
    expect(phone.page.locator(".said")).to_contain_text("已複製")
    copied = phone.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("金門區營業處")
    assert copied.endswith("kinmen/114/#m-1-1-1")
    assert phone.count == 1


def test_last_years_change_takes_three_taps(example_site: Site, visitor: Visitor) -> None:
    phone = Taps(visitor.open(example_site.url, java_script_enabled=False, **PHONE))
    phone.on(main_link(phone.page, "示範自來水公司第一服務處"))
    phone.on(main_link(phone.page, "示範自來水公司第一服務處115年度"))
    phone.on(phone.page.locator("main a[href='changes/']").first)
    expect(phone.page.locator("ins").first).to_be_visible()
    assert phone.count <= 3


def test_a_plan_on_paper_has_its_measures_and_nothing_to_touch(site: Site, visitor: Visitor) -> None:
    phone = Taps(visitor.open(site.url, **PHONE))
    phone.on(main_link(phone.page, "金門區營業處"))
    phone.on(phone.page.locator("main a[href='114/']").first)
    phone.page.locator(".measure").first.wait_for()
    phone.page.emulate_media(media="print")
    assert phone.page.locator(".measure").count() == phone.page.locator(".measure:visible").count() > 0
    for touched in ("header nav", "form", "footer nav"):
        assert phone.page.locator(f"{touched}:visible").count() == 0
    assert phone.count <= 2
