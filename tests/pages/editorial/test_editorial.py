from datetime import date

from planpress.pages.editorial.editorial import editorial_page, not_found_page
from tests.markup import every, links, meta, one, page, texts
from tests.pages.making import pages


def test_an_editorial_page_keeps_its_html_and_says_when_it_changed() -> None:
    root = page(
        editorial_page(pages(), "about/", "關於", "說明", "<h1>關於</h1><p><em>內文</em></p>", date(2025, 2, 3))
    )
    assert texts(root, "em") == ["內文"]
    assert texts(root, "p", class_="changed") == ["本頁更新：中華民國114年2月3日"]
    assert (
        every(page(editorial_page(pages(), "about/", "關於", "說明", "<h1>x</h1>", None)), "p", class_="changed") == []
    )


def test_the_404_page_works_at_any_depth_and_speaks_english_too() -> None:
    root = page(not_found_page(pages()))
    assert root.get("lang") == "zh-Hant"
    assert texts(one(root, "section", lang="en"), "h2") == ["Page not found"]
    assert [href for _, href in links(one(root, "section", lang="en"))] == ["/sub/en/", "/sub/en/sitemap/"]
    hrefs = [href for _, href in links(root)] + [element.get("href") or "" for element in root.iter("link")]
    hrefs += [element.get("src") or "" for element in root.iter("script")]
    hrefs += [element.get("action") or "" for element in root.iter("form")]
    assert [href for href in hrefs if not href.startswith(("#", "/sub/", "https://www.gov.tw/"))] == []
    assert not any("plans.example" in value for element in root.iter() for value in element.attrib.values())
    assert every(root, "link", rel="canonical") == []
    assert meta(root, "robots") == "noindex"
    assert [href for name, href in links(root) if name in ("English", "简体中文")] == ["/sub/en/", "/sub/zh-hans/"]
