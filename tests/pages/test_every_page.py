import json
from datetime import date
from urllib.parse import urljoin

import pytest

from planpress.editions.edition import Edition
from planpress.editions.said_plan import SaidPlan
from planpress.model import Office, Plan
from planpress.model.dublin_core import NAMES
from planpress.model.language import EN
from planpress.overview.trees import Tree, trees
from planpress.pages.browse.browse import browse_page, leaf_page, tree_page
from planpress.pages.browse.plan_index import plan_index_html
from planpress.pages.editorial.editorial import editorial_page
from planpress.pages.frame.maker import Writer
from planpress.pages.proofs.quality import quality_page
from tests.markup import every, links, meta, one, page, text, texts
from tests.pages.making import (
    EDITIONS,
    OFFICE,
    PLAN,
    SETTINGS,
    SITE,
    Maker,
    body_html,
    every_language,
    held,
    home_of,
    office_of,
    pages,
    plan_html,
    plan_index_of,
    plan_of,
    site_map_of,
    summary,
)
from tests.written import plan

DATA = "application/ld+json"
"""A block of data, which no browser runs."""


def tree(slug: str) -> Tree:
    return next(each for each in trees([held()]) if each.slug == slug)


def index_body(maker: Writer, shown: Plan, by: Office) -> str:
    return plan_index_html(maker, SaidPlan(shown, by, maker.edition))


def index_html(tag: str = "zh-Hant", shown: Plan = PLAN, by: Office = OFFICE) -> str:
    source = index_body(pages(), shown, by)
    hans = EDITIONS[tag].hans
    body = hans.html(source) if hans else index_body(pages(tag), shown, by)
    return plan_index_of(pages(tag), summary(shown), by, body)


def rendered(kind: str, tag: str) -> tuple[str, str]:
    """A page of each kind: its path without language, its HTML."""
    maker = pages(tag)
    match kind:
        case "home":
            return "", home_of(maker, [held()])
        case "office":
            return "sample/", office_of(maker, held())
        case "plan":
            return "sample/114/", plan_html(tag)
        case "sitemap":
            return "sitemap/", site_map_of(maker, [held()], trees([held()]))
        case "quality":
            return "quality/", quality_page(maker, [held()])
        case "browse":
            return "browse/", browse_page(maker, trees([held()]), {"sample": OFFICE})
        case "tree":
            return "browse/departments/", tree_page(maker, tree("departments"), {"sample": OFFICE})
        case "leaf":
            leaf = tree("departments").leaves[0]
            path = f"browse/departments/{leaf.slug}/"
            return path, leaf_page(maker, tree("departments"), leaf, {"sample": OFFICE}, [leaf])
        case "index":
            return "sample/114/browse/", index_html(tag)
        case _:
            return "about/", editorial_page(
                maker, "about/", "標題", "說明", "<h1>標題</h1><p>內文</p>", date(2025, 2, 3)
            )


every_page = pytest.mark.parametrize(
    "kind", ["home", "office", "plan", "sitemap", "quality", "editorial", "browse", "tree", "leaf", "index"]
)


@every_page
@every_language
def test_a_page_says_its_language_once_and_what_it_is(kind: str, tag: str) -> None:
    _, html = rendered(kind, tag)
    root = page(html)
    assert root.get("lang") == tag
    assert [element.tag for element in root.iter() if element is not root and element.get("lang") == tag] == []
    assert texts(root, "title") != [""]
    assert meta(root, "description")
    assert len(every(root, "h1")) == 1
    assert meta(root, "DC.Language") == tag


@every_page
@every_language
def test_a_page_says_all_fifteen_elements_and_the_same_to_search_engines(kind: str, tag: str) -> None:
    path, html = rendered(kind, tag)
    root = page(html)
    assert {name: bool(meta(root, name)) for name in NAMES} == dict.fromkeys(NAMES, True)
    (block,) = every(root, "script", type=DATA)
    data = json.loads(block.text or "")
    assert (data["url"], data["inLanguage"]) == (meta(root, "DC.Identifier"), tag)
    assert (data["name"], data["dateModified"]) == (meta(root, "DC.Title"), meta(root, "DC.Date"))
    crumbs = [each["item"] for each in data.get("breadcrumb", {"itemListElement": ()})["itemListElement"]]
    assert crumbs[-1:] == ([data["url"]] if path else [])


@every_page
@every_language
def test_a_page_names_its_address_and_its_other_languages(kind: str, tag: str) -> None:
    path, html = rendered(kind, tag)
    root = page(html)
    by_tag = {"zh-Hant": f"{SITE}{path}", "en": f"{SITE}en/{path}", "zh-Hans": f"{SITE}zh-hans/{path}"}
    assert one(root, "link", rel="canonical").get("href") == by_tag[tag]
    assert meta(root, "DC.Identifier") == by_tag[tag]
    alternates = {
        element.get("hreflang"): element.get("href")
        for element in every(root, "link", rel="alternate")
        if element.get("hreflang")
    }
    assert alternates == by_tag | {"x-default": by_tag["zh-Hant"]}


@every_page
@every_language
def test_the_language_switch_leads_to_the_same_page(kind: str, tag: str) -> None:
    path, html = rendered(kind, tag)
    root = page(html)
    here = one(root, "link", rel="canonical").get("href") or ""
    switch = one(root, "nav", class_="languages")
    assert {element.get("hreflang"): urljoin(here, element.get("href") or "") for element in every(switch, "a")} == {
        other.tag: f"{SITE}{other.prefix}{path}" for other in SETTINGS.languages if other.tag != tag
    }
    assert len(every(switch, "span", aria_current="true")) == 1


@every_page
@every_language
def test_every_link_within_a_page_has_its_target(kind: str, tag: str) -> None:
    _, html = rendered(kind, tag)
    root = page(html)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert [href for _, href in links(root) if href.startswith("#") and href[1:] not in ids] == []
    for element in root.iter():
        for name in ("for", "aria-labelledby", "aria-describedby"):
            assert element.get(name) in (None, *ids)


@every_page
@every_language
def test_nothing_comes_from_another_host_and_nothing_is_inline(kind: str, tag: str) -> None:
    _, html = rendered(kind, tag)
    root = page(html)
    for element in root.iter():
        assert element.tag != "style"
        assert not [name for name in element.attrib if name.startswith("on") or name == "style"]
        if element.tag == "script" and element.get("type") != DATA:
            assert element.get("src") and not (element.text or "").strip()
        if element.tag in ("script", "img") or (element.tag == "link" and element.get("rel") in ("stylesheet", "icon")):
            assert ":" not in (element.get("src") or element.get("href") or "")


@every_page
def test_block_marks_have_access_keys_and_a_title_each(kind: str) -> None:
    root = page(rendered(kind, "zh-Hant")[1])
    assert [(mark.get("accesskey"), text(mark)) for mark in every(root, "a", class_="block-key")] == [
        *(("U", ":::"), ("C", ":::"), ("Z", ":::")),
    ]
    assert all(mark.get("title") for mark in every(root, "a", class_="block-key"))
    assert next(root.iter("a")).get("href") == "#main"
    assert [element.get("accesskey") for element in root.iter("input") if element.get("name") == "q"] == ["S"]
    assert "https://www.gov.tw/" in [href for _, href in links(root)]
    assert text(one(root, "noscript"))


def test_a_page_of_which_nothing_is_translated_is_sound() -> None:
    bare = Maker(SETTINGS, Edition(EN))
    nameless = OFFICE.model_copy(update={"en": None})
    for html in (
        plan_of(bare, summary(), held(by=nameless), body_html(bare, by=nameless), None),
        office_of(bare, held(by=nameless)),
        home_of(bare, [held(by=nameless)]),
        site_map_of(bare, [held(by=nameless)], trees([held(by=nameless)])),
    ):
        assert every(page(html), "h1")


@every_language
def test_hostile_texts_come_out_as_texts(tag: str) -> None:
    hostile = """<script>alert("x")</script>' onclick=x {{ 7*7 }}{% raw %}"""
    quoted = "'" + hostile.replace("'", "''") + "'"
    shown = plan(
        f"""
        title: {quoted}
        columns: {{groups: [{quoted}], measure: {quoted}, who: {quoted}, when: {quoted}}}
        shortcuts: [{{text: {quoted}, to: m-1-1}}]
        sections: [{{heading: {quoted}, rows: [{{h1: {quoted}}}, {{do: {quoted}, who: 業務組, when: {quoted}}}]}}]
        """
    )
    nasty = OFFICE.model_copy(update={"name": hostile, "en": hostile})
    maker = pages(tag)
    mine = summary(shown)
    around = held(mine, by=nasty)
    for html in (
        plan_of(maker, mine, around, body_html(maker, shown, nasty), None),
        office_of(maker, around),
        home_of(maker, [around]),
        site_map_of(maker, [around], trees([around])),
    ):
        root = page(html)
        scripts = [script for script in root.iter("script") if script.get("type") != DATA]
        assert [script.get("src") is not None for script in scripts] == [True]
        (data,) = every(root, "script", type=DATA)
        assert json.loads(data.text or "")["@type"] == "WebPage"
        assert not [element for element in root.iter() if element.get("onclick") is not None]
        assert "{{ 7*7 }}" in text(root)
        assert "49" not in text(root)
        assert "&lt;script&gt;" in html
