from dataclasses import replace
from datetime import date

import pytest

from planpress.model.publisher import Publisher
from planpress.model.vintage import Vintage
from planpress.pages.editorial.editorial import editorial_page, not_found_page
from tests.markup import every, links, meta, one, page, text, texts
from tests.pages.making import (
    EDITIONS,
    OFFICE,
    PLAN,
    SETTINGS,
    Maker,
    data_of,
    every_language,
    held,
    home_of,
    office_of,
    plan_of,
    summary,
)

NAME = {"zh-Hant": "示範協會", "en": "Sample Society"}
OWN = pytest.mark.parametrize("kind", ["office", "company"])


def maker(kind: str, tag: str = "zh-Hant", **more: object) -> Maker:
    publisher = Publisher.model_validate({"kind": kind, "name": NAME, **more})
    return Maker(replace(SETTINGS, publisher=publisher), EDITIONS[tag])


def about(by: Maker, html: str = "<h1>關於</h1>", offices: bool = True) -> str:
    return editorial_page(by, "about/", "關於", "", html, None, [OFFICE] if offices else [])


def pages_of(by: Maker) -> dict[str, str]:
    changed = date(2025, 2, 3)
    return {
        "home": home_of(by, [held()]),
        "office": office_of(by, held()),
        "plan": plan_of(by, summary(), held(), "", changed),
        "data": data_of(by, [held()]),
        "about": about(by),
        "404": not_found_page(by),
    }


@every_language
def test_every_page_of_a_transcription_says_so_before_anything_else(tag: str) -> None:
    said = {"zh-Hant": "非官方轉錄・示範協會", "en": "Unofficial · Sample Society", "zh-Hans": "非官方转录・示范协会"}[
        tag
    ]
    for name, html in pages_of(maker("transcription", tag)).items():
        body = one(page(html), "body")
        header = one(body, "header", class_="site-header")
        assert [element.tag for element in header][:2] == ["a", "div"], name
        assert text(header[1]).startswith(said), name
        assert NAME.get(tag, "示范协会") in text(one(body, "footer", class_="site-footer")), name


@OWN
@every_language
def test_no_page_of_an_office_speaks_of_a_transcription(kind: str, tag: str) -> None:
    for name, html in pages_of(maker(kind, tag)).items():
        for word in ("非官方", "轉錄與刊登", "转录与", "nofficial", "該處", "该处", "ranscribed"):
            assert word not in html, (name, word)
        assert NAME.get(tag, "示范协会") in text(one(page(html), "footer", class_="site-footer")), name


@pytest.mark.parametrize("kind", ["office", "company", "transcription"])
def test_block_marks_access_keys_and_the_portal_stay(kind: str) -> None:
    for html in pages_of(maker(kind)).values():
        root = page(html)
        assert texts(root, "a", class_="block-key") == [":::", ":::", ":::"]
        assert [each.get("accesskey") for each in every(root, "a") if each.get("accesskey")] == ["U", "C", "Z"]
        assert ("我的E政府", "https://www.gov.tw/") in list(links(root))


def test_a_plan_is_spoken_of_in_the_publishers_place() -> None:
    for kind, said in (("office", "本處這一年"), ("company", "本處這一年"), ("transcription", "該處這一年")):
        root = page(pages_of(maker(kind))["plan"])
        assert texts(root, "p", class_="lead")[0].startswith(said)
        assert said in (meta(root, "description") or "")


def test_metadata_name_the_office_only_where_it_speaks() -> None:
    own, other = (page(pages_of(maker(kind))["plan"]) for kind in ("office", "transcription"))
    assert (meta(own, "DC.Creator"), meta(own, "DC.Publisher")) == ("示範處", "示範協會")
    assert (meta(other, "DC.Creator"), meta(other, "DC.Publisher")) == ("示範協會", "示範協會")
    assert texts(own, "title") == [f"{PLAN.title}｜示範網站"]
    assert texts(other, "title") == [f"{PLAN.title}｜示範網站（非官方轉錄）"]


def test_a_line_on_copyright_stands_at_the_foot_only_if_the_publisher_gives_one() -> None:
    said = {"zh-Hant": "示範公司 版權所有", "en": "© Sample Company"}
    for tag, line in (("zh-Hant", "示範公司 版權所有"), ("en", "© Sample Company"), ("zh-Hans", "示范公司 版权所有")):
        assert line in texts(one(page(about(maker("office", tag, copyright=said))), "footer"), "p")
    footer = text(one(page(about(maker("office"))), "footer"))
    assert "版權" not in footer and "所有" not in footer


def test_the_foot_leads_to_whom_to_ask_and_how_to_reach_them() -> None:
    given = {"email": "plans@society.example", "website": "https://society.example/"}
    root = page(about(maker("transcription", contact=given)))
    assert ("聯絡我們", "./#contact") in list(links(root))
    assert texts(root, "h2", id="contact") == ["聯絡我們"]
    assert ("plans@society.example", "mailto:plans@society.example") in list(links(root))
    assert ("示範處", "../sample/") in list(links(root))
    assert ("1910", "tel:1910") in list(links(root))
    assert "請洽示範協會，並附上該項具體作法的固定網址。" in text(one(root, "main"))
    assert "本站不是機關網站，不受理申辦。" in text(one(root, "main"))


def test_a_publisher_who_cannot_be_reached_does_not_pretend() -> None:
    main = text(one(page(about(maker("transcription"))), "main"))
    assert "請洽示範協會" not in main and "刊登者目前沒有提供聯絡方式。" in main
    alone = text(one(page(about(maker("office"), offices=False)), "main"))
    assert "刊登者目前沒有提供聯絡方式。" in alone
    known = text(one(page(about(maker("office"))), "main"))
    assert "刊登者目前沒有提供聯絡方式。" not in known and "1910" in known


def test_a_publisher_who_is_not_named_is_not_spoken_of() -> None:
    root = page(about(Maker(SETTINGS, EDITIONS["zh-Hant"])))
    assert "有出入時，以機關核定之中文計畫為準。" in texts(one(root, "footer"), "p")
    assert "請洽示範" not in text(one(root, "main"))


def test_a_page_that_says_itself_how_to_reach_whom_is_left_alone() -> None:
    root = page(about(maker("office"), '<h1>關於</h1>\n<h2 id="contact">洽詢</h2>'))
    assert texts(root, "h2") == ["洽詢"]


@pytest.mark.parametrize(
    ("tag", "unit", "expected"),
    [
        ("zh-Hant", {}, "維護單位：示範協會"),
        ("zh-Hant", {"zh-Hant": "資訊組", "en": "Information"}, "維護單位：示範協會資訊組"),
        ("en", {"zh-Hant": "資訊組", "en": "Information"}, "Maintained by: Sample Society, Information"),
        ("zh-Hans", {"zh-Hant": "資訊組"}, "维护单位：示范协会资讯组"),
    ],
)
def test_every_page_says_who_keeps_it_and_of_what_day_it_is(tag: str, unit: dict[str, str], expected: str) -> None:
    for name, html in pages_of(maker("office", tag, unit=unit)).items():
        said = texts(one(page(html), "footer", class_="site-footer"), "p")
        assert any(each.endswith(expected) for each in said), name
    by = maker("office", tag, unit=unit)
    for iso, day in (
        ("2025-02-03", {"zh-Hant": "中華民國114年2月3日", "en": "3 February 2025", "zh-Hans": "中华民国114年2月3日"}),
        ("2016-02", {"zh-Hant": "中華民國105年2月", "en": "February 2016", "zh-Hans": "中华民国105年2月"}),
        ("2025", {"zh-Hant": "中華民國114年（2025）", "en": "2025 (ROC year 114)", "zh-Hans": "中华民国114年（2025）"}),
    ):
        by.vintage = Vintage.as_of(iso)
        assert day[tag] in text(one(page(about(by)), "footer", class_="site-footer"))
