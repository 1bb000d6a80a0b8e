from planpress.documents.qr_code import qr_code
from planpress.pages.plan.bulletin import bulletin_page
from tests.markup import every, one, page, text, texts
from tests.pages.making import OFFICE, every_language, pages, plan_html, summary


@every_language
def test_the_sheet_leads_to_the_plan_in_its_own_language(tag: str) -> None:
    maker = pages(tag)
    root = page(bulletin_page(maker, summary(), OFFICE))
    address = maker.address("sample/114/")
    assert texts(root, "p", class_="address") == [address]
    drawn = [path.get("d") for path in one(root, "div", class_="qr").iter() if path.tag.endswith("path")]
    assert drawn == [qr_code(address).partition(' d="')[2].partition('"')[0]]


def test_place_and_date_are_left_to_be_written_by_hand() -> None:
    root = page(bulletin_page(pages(), summary(), OFFICE))
    assert texts(one(root, "dl", class_="by-hand"), "dt") == ["公告地點", "公告日期"]
    assert [text(each) for each in every(one(root, "article", class_="bulletin"), "li")] == [
        "基礎服務 2項",
        "創新 1項",
    ]


def test_a_plan_on_paper_has_its_address() -> None:
    shown = one(page(plan_html()), "div", class_="paper-address")
    assert pages().address("sample/114/") in text(shown)
