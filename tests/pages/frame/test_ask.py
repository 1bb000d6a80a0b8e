from dataclasses import replace
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import Element

import pytest

from planpress.model.dates import RocDate
from planpress.model.office import Contact, Fact
from planpress.model.publisher import Publisher
from planpress.pages.frame.ask import ask_view
from planpress.pages.frame.maker import PageMaker
from tests.markup import every, links, one, page, text, texts
from tests.pages.making import OFFICE, held, office_of, pages, plan_html


def noted(value: str, *, unverified: bool = False) -> Fact:
    """Something that was looked up."""
    return Fact(value=value, source="https://news.example/1", noted=RocDate(114, 11, 25), unverified=unverified)


def block(html: str) -> Element:
    """詢問 on a page."""
    return one(page(html), "section", class_="ask")


def letter(href: str) -> tuple[str, str, str]:
    """To whom a link writes, about what, with which words."""
    address = urlsplit(href)
    said = parse_qs(address.query)
    return address.path, said["subject"][0], said["body"][0]


def test_offices_and_plans_tell_whom_to_ask() -> None:
    for html, path in ((office_of(pages(), held()), "sample/"), (plan_html(), "sample/114/")):
        ways = list(links(one(block(html), "dl", class_="contacts")))
        assert ways[0] == ("1910", "tel:1910")
        assert ways[1] == ("(082) 325-151", "tel:082325151")
        assert ways[3] == ("https://plans.example/", "https://plans.example/")
        to, subject, body = letter(ways[2][1])
        assert (to, subject[:3]) == ("service@plans.example", "詢問：")
        assert body.split("\r\n")[1:] == [f"https://plans.example/sub/{path}", "", ""]


def test_an_office_that_nobody_can_reach_says_so_and_so_does_every_page_that_applications_go_elsewhere() -> None:
    silent = OFFICE.model_copy(update={"contact": Contact()})
    said = texts(block(office_of(pages(), held(by=silent))), "p")
    assert said == ["本站沒有這個機關的聯絡方式。", "本站不受理申請、陳情，請直接洽辦理的機關。"]
    assert texts(block(office_of(pages(), held())), "p") == said[1:]


def test_what_is_unverified_stays_off_the_page() -> None:
    contact = Contact(hotline=noted("1911"), website=noted("https://x.example/", unverified=True))
    department = OFFICE.departments[0].model_copy(update={"telephone": Fact(value="082-000001", unverified=True)})
    hidden = OFFICE.model_copy(update={"contact": contact, "departments": (department,)})
    html = office_of(pages(), held(by=hidden))
    assert "x.example" not in html
    assert "082-000001" not in html
    assert "1911" in html


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("zh-Hant", "來源：https://news.example/1（中華民國114年11月25日查閱）"),
        ("zh-Hans", "来源：https://news.example/1（中华民国114年11月25日查阅）"),
        ("en", "Source: https://news.example/1 (checked on 25 November 2025)"),
    ],
)
def test_a_fact_is_shown_with_its_source_and_the_day_on_which_it_was_looked_up(tag: str, said: str) -> None:
    known = OFFICE.model_copy(update={"contact": Contact(hotline=noted("1911"))})
    origin = one(block(office_of(pages(tag), held(by=known))), "dd", class_="origin")
    assert text(origin) == said
    assert [href for _, href in links(origin)] == ["https://news.example/1"]


def test_the_telephones_of_departments_stand_below_those_of_the_office() -> None:
    department = OFFICE.departments[0].model_copy(update={"telephone": Fact(value="082-000001轉2")})
    known = OFFICE.model_copy(update={"departments": (department, OFFICE.departments[1])})
    names = texts(one(block(office_of(pages("en"), held(by=known))), "dl", class_="contacts"), "dt")
    assert names[-1] == "Business Department"
    assert ("082-000001轉2", "tel:082000001;ext=2") in links(block(office_of(pages(), held(by=known))))


def published_by(contact: Contact, tag: str = "zh-Hant") -> PageMaker:
    """The maker of the pages of a site whose publisher can be reached so."""
    maker = pages(tag)
    maker.site = replace(maker.site, publisher=Publisher(contact=contact))
    return maker


def test_errors_are_reported_to_the_publisher_and_the_letter_names_the_page() -> None:
    maker = published_by(Contact(email=Fact(value="web@plans.example")), "en")
    view = ask_view(maker, OFFICE, "sample/114/", "Plan & more")
    assert letter(str(view["report"])) == (
        "web@plans.example",
        "Error on a page: Plan & more",
        "Plan & more\r\nhttps://plans.example/sub/en/sample/114/\r\n\r\n",
    )


def test_without_a_mailbox_of_the_publisher_errors_lead_to_how_to_reach_it() -> None:
    maker = published_by(Contact(telephone=Fact(value="02-0000-0000")))
    assert ask_view(maker, OFFICE, "sample/114/", "計畫")["report"] == "../../about/#contact"
    assert every(block(plan_html()), "form") == []


def test_nobody_is_sent_to_a_publisher_who_cannot_be_reached() -> None:
    hidden = Contact(website=noted("https://x.example/", unverified=True))
    assert ask_view(published_by(hidden), OFFICE, "sample/114/", "計畫")["report"] is None
    assert "回報本頁內容錯誤" not in text(block(plan_html()))
