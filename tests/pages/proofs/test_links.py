"""連結檢查 says of each address what was found and when, and honestly what was not."""

from datetime import date

from planpress.model.checked_link import CheckedLink, CheckedLinks, LinkPlace, LinkState
from planpress.pages.proofs.links import links_page
from planpress.site_checks import check_page
from planpress.site_checks.page import parse_page
from tests.markup import every, links, one, page, text, texts
from tests.pages.making import every_language, pages

PLACES = (
    LinkPlace(language="en", page="en/about/", text="E-Government", pages=1),
    LinkPlace(language="zh-Hant", page="about/", text="我的E政府", pages=3),
)


def link(name: str, state: LinkState, **said: object) -> CheckedLink:
    values = {"checked": date(2025, 6, 1), "places": PLACES, **said}
    return CheckedLink(address=f"https://{name}.example/", state=state, **values)  # type: ignore[arg-type]


CHECKED = CheckedLinks(
    links=(
        link("accepted", LinkState.ACCEPTED, why="回覆403（資訊組，114-05-30）", checked=date(2025, 5, 30)),
        link("broken", LinkState.BROKEN, reason="E790", details={"reason": "<b>refused</b>"}),
        link("gone", LinkState.BROKEN, status=404),
        link("moved", LinkState.MOVED, status=200, leads_to="https://new.example/"),
        link("refused", LinkState.REFUSED, status=403),
        link("sound", LinkState.SOUND, status=200, places=PLACES[:1]),
        link("unasked", LinkState.UNASKED, reason="W747", checked=None),
    )
)


def test_before_any_check_the_page_says_so() -> None:
    root = page(links_page(pages("zh-Hant"), None))
    assert texts(one(root, "main"), "p") == ["尚未檢查。"]


def test_what_is_wrong_comes_first_and_each_says_where_it_stands() -> None:
    root = page(links_page(pages("zh-Hant"), CHECKED, ("about/",)))
    assert texts(root, "h2") == ["失效", "須由人查看", "未檢查", "已遷移", "經人確認", "有效"]
    assert "共7個網址，中華民國114年5月30日至中華民國114年6月1日檢查。" in text(one(root, "p", class_="lead"))
    items = [item for each in every(root, "ul", class_="checked-links") for item in every(each, "li")]
    broken, gone, *_, sound = items
    assert "連不到伺服器（<b>refused</b>）" in text(broken)
    assert {"我的E政府", "404", "共3頁"} <= set(texts(gone, "dd"))
    assert list(links(gone)) == [("/about/", "../../about/")]
    assert list(links(sound)) == [
        ("https://sound.example/", "https://sound.example/")
    ]  # that page is not there any more
    assert "沒有檢查過" in text(items[3])


@every_language
def test_the_page_has_no_fault_in_any_language(tag: str) -> None:
    html = links_page(pages(tag), CHECKED, ("about/", "en/about/"))
    assert list(check_page("a", parse_page("a", html))) == []
