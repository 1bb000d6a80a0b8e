"""The filter of a plan's page: by department, by period, by address."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATH = "pingtung/107/"

MEASURES = """() => [...document.querySelectorAll(".measures > li")].filter(measure => measure.checkVisibility())
    .map(measure => [measure.id, (measure.dataset.who ?? "").split("\\n"), (measure.dataset.when ?? "").split("\\n")])"""

HEADINGS = """() => [...document.querySelectorAll(".group")]
    .filter(group => group.checkVisibility() && ![...group.querySelectorAll(".measures > li")]
        .some(measure => measure.checkVisibility()))
    .map(group => group.innerText)"""


def measures(page: Page) -> list[tuple[str, list[str], list[str]]]:
    """Id, departments and periods of the measures that are shown."""
    return [(id_, who, when) for id_, who, when in page.evaluate(MEASURES)]


def status(page: Page) -> str:
    return page.locator("[role=status]").inner_text()


def choose(page: Page, **options: str) -> None:
    for name, value in options.items():
        page.locator(f"select[name={name}]").select_option(value)
    page.get_by_role("button", name="套用").click()


@pytest.fixture
def page(site: Site, visitor: Visitor) -> Page:
    return visitor.look(site.url + PATH)


def test_at_first_everything_is_shown_and_there_is_nothing_to_tell(page: Page) -> None:
    everything = page.locator(".measures > li").count()
    assert status(page) == ""
    assert len(measures(page)) == everything
    choose(page, department="業務組")
    page.get_by_role("button", name="清除").click()
    page.wait_for_function(
        "all => document.querySelector('.filter [role=status]').textContent === all", arg=f"全部{everything}項。"
    )


def test_a_department_shows_its_measures_and_those_of_all(page: Page) -> None:
    everything = measures(page)
    choose(page, department="業務組")
    collective = set(page.locator("form.filter").get_attribute("data-collective").split("\n"))  # type: ignore[union-attr]
    expected = [each for each in everything if {"業務組", *collective} & set(each[1])]
    assert measures(page) == expected
    assert not all("業務組" in who for _, who, _ in expected), "some of them are collective"
    assert status(page) == f"符合條件：{len(expected)}項，全部{len(everything)}項。"


def test_a_bar_does_not_part_a_name(page: Page) -> None:
    page.evaluate("""() => {
        document.querySelector(".measures > li").dataset.who = "甲|乙\\n丙";
        document.querySelector("select[name=department]").append(new Option("甲|乙"), new Option("甲"));
    }""")
    first = measures(page)[0][0]
    choose(page, department="甲|乙")
    assert measures(page)[0][0] == first
    choose(page, department="甲")
    assert first not in [id_ for id_, _, _ in measures(page)]


def test_department_and_period_both_count(page: Page) -> None:
    everything = measures(page)
    period = next(when[0] for _, who, when in everything if "總務組" in who)
    choose(page, department="總務組", period=period)
    shown = measures(page)
    assert 0 < len(shown) < len(everything)
    assert all(period in when for _, _, when in shown)


def test_a_heading_without_measures_goes_with_them(page: Page) -> None:
    choose(page, department="人資組")
    assert page.evaluate(HEADINGS) == []


def test_clearing_shows_everything_again(page: Page, site: Site) -> None:
    everything = measures(page)
    choose(page, department="總務組")
    page.get_by_role("button", name="清除").click()
    page.wait_for_url(f"{site.url}{PATH}#filter")
    assert measures(page) == everything
    assert page.locator("select[name=department]").input_value() == ""


def test_back_and_forward_lead_through_what_was_chosen(page: Page) -> None:
    everything = measures(page)
    choose(page, department="總務組")
    first = measures(page)
    choose(page, department="人資組")
    second = measures(page)
    assert first != second
    page.go_back()
    assert measures(page) == first
    assert page.locator("select[name=department]").input_value() == "總務組"
    page.go_back()
    assert measures(page) == everything
    page.go_forward()
    assert measures(page) == first


def test_the_address_is_one_to_share(page: Page, site: Site, visitor: Visitor) -> None:
    choose(page, department="業務組")
    assert page.url.endswith("?department=%E6%A5%AD%E5%8B%99%E7%B5%84#filter")
    for prefix in ("", "en/", "zh-hans/"):
        shared = visitor.open(f"{site.url}{prefix}{PATH}?department=業務組#filter")
        assert measures(shared) == measures(page)
        assert shared.locator("select[name=department]").input_value() == "業務組"


def test_an_address_that_names_nobody_shows_everything(page: Page, site: Site, visitor: Visitor) -> None:
    other = visitor.open(f"{site.url}{PATH}?department=沒有這個組&period=%3Cb%3E&x=1#filter")
    assert measures(other) == measures(page)
    assert status(other) == status(page)


def test_the_offices_page_leads_to_the_measures_of_a_department(site: Site, visitor: Visitor) -> None:
    office = visitor.look(site.url + "pingtung/")
    link = office.locator(".departments a").filter(has_text="業務組")
    count = link.locator(".count").inner_text()
    link.click()
    chosen = office.locator(":target")
    expect(chosen.get_by_role("heading", name="業務組")).to_be_visible()
    assert f"{chosen.locator('li').count()}項" == count


def hidden_measure(page: Page) -> str:
    """The id of a measure that the filter hides, with its whole group."""
    return str(page.evaluate("() => document.querySelector('.measures > li[hidden]').id"))


def test_a_link_to_a_hidden_measure_shows_it(page: Page, site: Site) -> None:
    everything = measures(page)
    choose(page, department="人資組")
    target = hidden_measure(page)
    page.evaluate("id => { location.hash = id }", target)
    page.wait_for_url(f"{site.url}{PATH}#{target}")
    assert measures(page) == everything
    assert page.locator(f"#{target}").evaluate("each => each.getBoundingClientRect().top < innerHeight")
    assert page.locator("select[name=department]").input_value() == ""


def test_a_link_from_the_contents_to_a_hidden_group_shows_it(page: Page) -> None:
    everything = measures(page)
    choose(page, department="人資組")
    entry = page.evaluate("""() => [...document.querySelectorAll(".contents-side a")].map(a => a.hash)
        .find(hash => !document.querySelector(hash).checkVisibility())""")
    page.locator(f".contents-side a[href='{entry}']").click()
    page.wait_for_url(f"**{entry}")
    assert measures(page) == everything


def test_an_address_with_filter_and_hidden_measure_shows_the_measure(page: Page, site: Site, visitor: Visitor) -> None:
    choose(page, department="人資組")
    target = hidden_measure(page)
    other = visitor.open(f"{site.url}{PATH}?department=人資組#{target}")
    assert other.locator(f"#{target}").is_visible()
    assert "department" not in other.url


def test_a_link_to_a_shown_measure_keeps_the_filter(page: Page) -> None:
    choose(page, department="人資組")
    shown = measures(page)
    page.locator(".permalink:visible").first.click()
    page.wait_for_url("**#m-*")
    assert measures(page) == shown


def test_without_a_script_everything_is_there_and_no_filter(site: Site, visitor: Visitor) -> None:
    page = visitor.open(site.url + PATH, java_script_enabled=False)
    found = page.locator(".measures > li").all()
    assert len(found) > 80
    assert all(measure.is_visible() for measure in found)
    assert not page.locator("form.filter").is_visible()
    assert page.locator(".noscript").is_visible()
