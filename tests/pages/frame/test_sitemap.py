from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from planpress.model.language import EN, ZH_HANS, ZH_HANT
from planpress.pages.frame.sitemap import robots_txt, sitemap_xml
from planpress.settings import Settings

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def settings(site_url: str = "https://plans.example/sub/", preview: bool = False) -> Settings:
    root = Path("/nowhere")
    return Settings(root, site_url, {"zh-Hant": "網站"}, (ZH_HANT, EN, ZH_HANS), root, date(2025, 6, 1), preview)


def test_every_page_is_listed_in_every_language() -> None:
    urls = ElementTree.fromstring(sitemap_xml(settings(), ["", "kinmen/114/"], {}))
    assert [url.findtext(f"{SITEMAP}loc") for url in urls] == [
        "https://plans.example/sub/",
        "https://plans.example/sub/en/",
        "https://plans.example/sub/zh-hans/",
        "https://plans.example/sub/kinmen/114/",
        "https://plans.example/sub/en/kinmen/114/",
        "https://plans.example/sub/zh-hans/kinmen/114/",
    ]


def test_every_page_names_all_its_languages_itself_included() -> None:
    urls = ElementTree.fromstring(sitemap_xml(settings(), ["kinmen/"], {}))
    expected = [
        ("zh-Hant", "https://plans.example/sub/kinmen/"),
        ("en", "https://plans.example/sub/en/kinmen/"),
        ("zh-Hans", "https://plans.example/sub/zh-hans/kinmen/"),
        ("x-default", "https://plans.example/sub/kinmen/"),
    ]
    for url in urls:
        links = url.findall(f"{XHTML}link")
        assert {link.get("rel") for link in links} == {"alternate"}
        assert [(link.get("hreflang"), link.get("href")) for link in links] == expected


def test_the_last_change_is_given_where_it_is_known() -> None:
    urls = ElementTree.fromstring(sitemap_xml(settings(), ["", "kinmen/114/"], {"kinmen/114/": date(2025, 2, 3)}))
    assert [url.findtext(f"{SITEMAP}lastmod") for url in urls] == [None] * 3 + ["2025-02-03"] * 3


def test_an_odd_address_of_the_site_leaves_the_file_well_formed() -> None:
    urls = ElementTree.fromstring(sitemap_xml(settings("https://plans.example/a&b/"), [""], {}))
    assert urls[0].findtext(f"{SITEMAP}loc") == "https://plans.example/a&b/"


def test_robots_may_read_everything_and_are_told_of_the_sitemap() -> None:
    assert robots_txt(settings()) == b"User-agent: *\nAllow: /\n\nSitemap: https://plans.example/sub/sitemap.xml\n"


def test_a_preview_keeps_robots_out() -> None:
    assert robots_txt(settings(preview=True)) == b"User-agent: *\nDisallow: /\n"
