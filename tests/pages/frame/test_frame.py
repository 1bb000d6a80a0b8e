import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

import pytest

from planpress import addresses
from planpress.artifacts.parts import PARTS, menu_of
from planpress.editions.edition import Edition
from planpress.editions.hans import HansConverter
from planpress.model.language import EN, ZH_HANS, ZH_HANT
from planpress.pages.frame.frame import Assets, Frame, Link, frame
from planpress.settings import Settings
from tests.projects import ROOT

SITE = "https://plans.example/sub/"
SETTINGS = Settings(
    Path("/nowhere"), SITE, {"zh-Hant": "示範網站"}, (ZH_HANT, EN, ZH_HANS), Path("/nowhere/site"), date(2025, 6, 1)
)
ASSETS = Assets("assets/a.css", "assets/a.js", "assets/a.svg")
MENU = menu_of(PARTS)
EDITIONS = {"zh-Hant": Edition(ZH_HANT), "en": Edition(EN), "zh-Hans": Edition(ZH_HANS, hans=HansConverter())}


def framed(
    tag: str, path: str, settings: Settings = SETTINGS, everywhere: bool = False, title: str = "標題", **more: str
) -> Frame:
    return frame(
        settings.facts,
        MENU,
        ASSETS,
        EDITIONS[tag],
        path,
        title=title,
        description="說明",
        breadcrumbs=(("標題", path),),
        everywhere=everywhere,
        **more,  # type: ignore[arg-type]
    )


def targets(links: tuple[Link, ...], here: str) -> list[str]:
    return [urljoin(SITE + here, link.href).removeprefix(SITE) for link in links]


@pytest.mark.parametrize(
    ("tag", "path", "here"),
    [
        ("zh-Hant", "kinmen/114/", "kinmen/114/"),
        ("en", "kinmen/114/", "en/kinmen/114/"),
        ("zh-Hans", "about/", "zh-hans/about/"),
        ("en", "", "en/"),
    ],
)
def test_the_language_switch_leads_to_the_same_page(tag: str, path: str, here: str) -> None:
    view = framed(tag, path)
    assert targets(view.languages, here) == [path, f"en/{path}", f"zh-hans/{path}"]
    assert [(link.name, link.tag) for link in view.languages] == [
        *(("繁體中文", "zh-Hant"), ("English", "en"), ("简体中文", "zh-Hans")),
    ]
    assert [link.tag for link in view.languages if link.current] == [tag]


def test_search_engines_learn_the_address_and_its_languages() -> None:
    view = framed("en", "kinmen/")
    assert view.lang == "en"
    assert view.canonical == f"{SITE}en/kinmen/"
    assert [(each.tag, each.url) for each in view.alternates] == [
        ("zh-Hant", f"{SITE}kinmen/"),
        ("en", f"{SITE}en/kinmen/"),
        ("zh-Hans", f"{SITE}zh-hans/kinmen/"),
        ("x-default", f"{SITE}kinmen/"),
    ]
    assert view.metadata == ()


def test_links_stay_in_the_pages_language() -> None:
    view = framed("en", "kinmen/114/")
    assert targets(view.navigation, "en/kinmen/114/") == ["en/", "en/browse/", "en/sitemap/", "en/data/", "en/about/"]
    assert targets(view.footer, "en/kinmen/114/") == [
        *(
            "en/sitemap/",
            "en/quality/",
            "en/glossary/",
            "en/calendar/",
            "en/feed.xml",
            "en/accessibility/",
            "en/privacy/",
            "en/about/#contact",
        ),
    ]
    assert targets(view.breadcrumbs, "en/kinmen/114/") == ["en/", "en/kinmen/114/"]
    assert view.home == "../../"


def test_files_lie_once_for_all_languages() -> None:
    view = framed("en", "kinmen/114/", data_path="kinmen/114/plan.json")
    assert view.data_link == "../../../kinmen/114/plan.json"
    assert (view.stylesheet, view.script, view.icon) == (
        *("../../../assets/a.css", "../../../assets/a.js", "../../../assets/a.svg"),
    )
    assert framed("en", "kinmen/").data_link is None


def test_the_reader_sees_where_the_page_is() -> None:
    view = framed("zh-Hant", "sitemap/")
    assert [(link.name, link.current) for link in view.navigation] == [
        *(("首頁", False), ("分類瀏覽", False), ("網站導覽", True), ("文件與開放資料", False), ("關於本站", False)),
    ]
    assert [(link.name, link.current) for link in view.breadcrumbs] == [("首頁", False), ("標題", True)]


def test_every_page_leads_to_the_search() -> None:
    assert framed("zh-Hant", "kinmen/114/").search == "../../search/"
    assert framed("en", "kinmen/114/").search == "../../search/"


def test_a_title_names_the_site_but_the_home_page_does_so_once() -> None:
    assert framed("zh-Hant", "about/").title == "標題｜示範網站（非官方轉錄）"
    assert framed("zh-Hant", "", title="示範網站（非官方轉錄）").title == "示範網站（非官方轉錄）"


def test_other_languages_say_that_the_chinese_is_authoritative_and_lead_to_it() -> None:
    assert framed("zh-Hant", "kinmen/").edition_note is None
    for tag, note in (
        ("en", "譯文僅供參考；以中文版為準："),
        ("zh-Hans", "简体中文版由繁体中文版转换，仅供参考；以繁体中文版为准："),
    ):
        shown = framed(tag, "kinmen/").edition_note
        assert shown is not None
        assert shown.striptags() == f"{note} 繁體中文"
        assert 'href="../../kinmen/" hreflang="zh-Hant"' in shown
        assert 'lang="zh-Hant">繁體中文<' in shown


def test_a_page_for_any_address_has_links_from_the_root_of_any_host_and_no_address() -> None:
    view = framed("zh-Hant", "", everywhere=True)
    links = [*view.navigation, *view.footer, *view.languages, *view.breadcrumbs]
    hrefs = [view.home, view.search, view.stylesheet, view.script, view.icon, *(link.href for link in links)]
    assert [href for href in hrefs if not (href or "").startswith("/sub/")] == []
    assert (view.canonical, view.alternates, view.edition_note) == (None, (), None)
    assert view.metadata == (("robots", "noindex"),)
    assert not any(link.current for link in view.navigation)


def test_a_preview_is_not_to_be_found() -> None:
    assert framed("zh-Hant", "", settings=replace(SETTINGS, preview=True)).metadata == (("robots", "noindex"),)


def test_without_the_search_no_page_leads_to_it() -> None:
    rest = [entry for entry in MENU if entry.path != addresses.SEARCH]
    view = frame(SETTINGS.facts, rest, ASSETS, EDITIONS["zh-Hant"], "", title="標題", description="說明")
    assert view.search is None


def test_no_office_can_have_the_id_of_what_every_page_has() -> None:
    template = (ROOT / "theme/site/base.html").read_text("utf-8")
    assert set(re.findall(r'\bid="([^"]+)"', template)) <= addresses.RESERVED
