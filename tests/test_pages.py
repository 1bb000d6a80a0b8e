import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import unquote, urljoin
from xml.etree.ElementTree import Element

import pytest

from planpress import addresses
from planpress.artifacts.parts import PARTS, menu_of
from planpress.editions.edition import Edition, is_chinese, load_editions
from planpress.model import Office, Organisation, Plan
from planpress.model.document_files import DocumentFile, DocumentKind, PlanFiles
from planpress.model.language import EN, ZH_HANS, ZH_HANT
from planpress.overview.coverage import Coverage
from planpress.overview.holdings import OfficePlans
from planpress.overview.summary import PlanSummary, summarise
from planpress.overview.trees import Tree, trees
from planpress.pages.browse import browse_page, leaf_page, tree_page
from planpress.pages.data import data_page
from planpress.pages.editorial import editorial_page, not_found_page
from planpress.pages.frame import Assets
from planpress.pages.home import home_page
from planpress.pages.maker import PageMaker
from planpress.pages.office import office_page
from planpress.pages.plan import coverage, plan_body_html, plan_page
from planpress.pages.plan_index import plan_index_html, plan_index_page
from planpress.pages.quality import office_quality_page, quality_page
from planpress.pages.site_map import site_map_page
from planpress.pages.templates import environment
from planpress.settings import Settings
from tests.markup import every, links, meta, one, page, text, texts
from tests.projects import ROOT
from tests.written import office, plan

SITE = "https://plans.example/sub/"
SETTINGS = Settings(
    ROOT,
    SITE,
    {"zh-Hant": "示範網站", "en": "Sample Site"},
    (ZH_HANT, EN, ZH_HANS),
    ROOT / "site",
    date(2025, 6, 1),
)
EDITIONS, _ = load_editions(SETTINGS)
ENVIRONMENT = environment(SETTINGS)
ASSETS = Assets("assets/a.css", "assets/a.js", "assets/a.svg")
TAGS = ("zh-Hant", "en", "zh-Hans")

OFFICE = office(
    """
    name: 示範處
    en: Sample Office
    departments:
      - {name: 業務組, en: Business Department}
      - name: 電務組
    contact: {hotline: "1910", telephone: (082) 325-151, email: service@plans.example, website: "https://plans.example/"}
    """
)
PLAN = plan(
    """
    title: 示範處114年度服務計畫
    adopted: 114-01-14
    shortcuts: [{text: 座椅在哪裡, to: m-1-1}]
    transcription_notes: [照錄。]
    sections:
      - {heading: 壹、依據, text: 某函。}
      - heading: 貳、作法
        rows:
          - h1: 一、基礎服務
          - {do: 1. 設置座椅。, who: 業務組, when: 隨時辦理}
          - {do: 2. 到府服務。, who: 電務組, when: 持續辦理}
          - h1: 二、創新
          - {do: 1. 試辦。, who: 業務組, when: 隨時辦理}
    """
)


class Maker(PageMaker):
    """Makes the pages of a site on a day."""

    def __init__(self, settings: Settings, edition: Edition) -> None:
        super().__init__(settings.facts, menu_of(PARTS), ASSETS, ENVIRONMENT, edition)
        self.today = settings.today


def pages(tag: str = "zh-Hant", today: date = SETTINGS.today, preview: bool = False) -> Maker:
    return Maker(replace(SETTINGS, today=today, preview=preview), EDITIONS[tag])


def files_of(held: OfficePlans) -> tuple[PlanFiles, ...]:
    return tuple(held.files[each.roc_year] for each in held.plans)


def home_of(maker: Maker, held: Sequence[OfficePlans]) -> str:
    return home_page(maker, [each.listed(maker.today) for each in held])


def office_of(maker: Maker, held: OfficePlans) -> str:
    return office_page(maker, held.listed(maker.today), files_of(held), held.newest.departments)


def plan_of(maker: Maker, shown: PlanSummary, held: OfficePlans, body: str, changed: date | None) -> str:
    return plan_page(maker, shown, held.listed(maker.today), held.files[shown.roc_year], body, changed)


def data_of(maker: Maker, held: Sequence[OfficePlans]) -> str:
    return data_page(maker, [each.listed(maker.today) for each in held], [files_of(each) for each in held])


def site_map_of(maker: Maker, held: Sequence[OfficePlans], ways: Sequence[Tree]) -> str:
    return site_map_page(maker, [each.listed(maker.today) for each in held], [way.named() for way in ways])


def plan_index_of(maker: Maker, shown: PlanSummary, by: Office, body: str) -> str:
    (listed,) = OfficePlans(by, (shown,), {}).listed(maker.today).plans
    return plan_index_page(maker, listed, by, body, has_topics=bool(shown.topics))


def summary(of: Plan = PLAN, **changes: object) -> PlanSummary:
    return summarise(of, {"en": Coverage(5, 0, 0, 0)}).model_copy(update=changes)


def held(*plans: PlanSummary, by: Office = OFFICE) -> OfficePlans:
    plans = plans or (summary(),)
    return OfficePlans(by, plans, {each.roc_year: PlanFiles({}, 1234) for each in plans})


def plan_html(
    tag: str = "zh-Hant",
    shown: Plan = PLAN,
    all_plans: tuple[PlanSummary, ...] = (),
    today: date = SETTINGS.today,
    changed: date | None = date(2025, 2, 3),
) -> str:
    maker = pages(tag, today)
    mine = summary(shown)
    source = plan_body_html(pages(), shown, OFFICE)
    hans = EDITIONS[tag].hans
    body = hans.html(source) if hans else plan_body_html(maker, shown, OFFICE)
    return plan_of(maker, mine, held(*(all_plans or (mine,))), body, changed)


def tree(slug: str) -> Tree:
    return next(each for each in trees([held()]) if each.slug == slug)


def index_html(tag: str = "zh-Hant", shown: Plan = PLAN, by: Office = OFFICE) -> str:
    source = plan_index_html(pages(), shown, by)
    hans = EDITIONS[tag].hans
    body = hans.html(source) if hans else plan_index_html(pages(tag), shown, by)
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
every_language = pytest.mark.parametrize("tag", TAGS)


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
        if element.tag == "script":
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
        plan_of(bare, summary(), held(by=nameless), plan_body_html(bare, PLAN, nameless), None),
        office_of(bare, held(by=nameless)),
        home_of(bare, [held(by=nameless)]),
        site_map_of(bare, [held(by=nameless)], trees([held(by=nameless)])),
    ):
        assert every(page(html), "h1")


# The plan's page


def test_a_plans_page_has_its_parts_in_the_order_of_the_issue() -> None:
    html = plan_html(today=date(2026, 1, 1))
    order = [
        "<h1>",
        "共2大項、3項",
        "中華民國114年1月14日",
        "中華民國114年2月3日",
        "<dd>示範處</dd>",
        'class="notice"',
        'class="shortcuts"',
        'class="jumps"',
        '<details class="contents-small">',
        'class="contents-side"',
        'class="filter"',
        'id="s-1"',
        'id="s-2"',
        'id="g-1"',
        'id="m-1-1"',
        'id="g-2"',
        'class="section notes"',
        'class="plan-footer"',
    ]
    main = html[html.index("<main") :]
    places = [main.find(part) for part in order]
    assert -1 not in places, dict(zip(order, places, strict=True))
    assert places == sorted(places), dict(zip(order, places, strict=True))


def test_a_plans_title_has_the_year_in_both_calendars() -> None:
    root = page(plan_html())
    assert texts(root, "h1") == ["示範處114年度（2025）服務計畫"]
    assert texts(root, "title") == ["示範處114年度（2025）服務計畫｜示範網站"]
    assert text(one(root, "span", class_="unbroken")) == "114年度（2025）"
    assert "2025 (ROC year 114)" in text(one(page(plan_html("en")), "nav", class_="breadcrumbs"))


SOME = """
    sections:
      - heading: 壹、作法
        rows:
          - h1: 一、服務
          - {do: 1. 甲。, who: 業務組}
          - {do: 2. 乙。, when: 隨時辦理}
          - {do: 3. 丙。, when: 隨時辦理}
          - do: 4. 丁：
          - {item: 甲. 戊。, who: 業務組, when: 隨時辦理}
          - do: 5. 己。
    """


def test_the_counted_sentence_is_true_when_every_measure_says_who_and_when() -> None:
    assert texts(page(plan_html()), "p", class_="lead") == [
        "本處這一年的服務作法，共2大項、3項；每項都寫明由誰辦理、何時辦理。"
    ]


def test_the_counted_sentence_is_true_when_only_some_do() -> None:
    assert texts(page(plan_html(shown=plan(SOME))), "p", class_="lead") == [
        "本處這一年的服務作法，共1大項、5項；其中2項寫明由誰辦理，3項寫明何時辦理。"
    ]


def test_as_many_departments_as_periods_are_not_yet_all() -> None:
    same = plan("sections: [{rows: [{h1: 一、甲}, {do: 1. 乙, who: 業務組, when: 隨時辦理}, {do: 2. 丙}]}]")
    assert "其中1項寫明由誰辦理，1項寫明何時辦理" in texts(page(plan_html(shown=same)), "p", class_="lead")[0]


@every_language
def test_the_counts_are_the_same_in_every_language(tag: str) -> None:
    lead = texts(page(plan_html(tag, shown=plan(SOME))), "p", class_="lead")[0]
    assert sorted(re.findall("[0-9]+", lead)) == ["1", "2", "3", "5"]


def test_dates_that_nobody_knows_are_left_out() -> None:
    undated = plan("sections: [{heading: 壹、依據, text: 某函。}]")
    root = page(plan_html(shown=undated, changed=None))
    assert texts(one(root, "dl", class_="facts"), "dt") == ["計畫機關"]
    assert meta(root, "DC.Date") is None
    full = page(plan_html())
    assert texts(one(full, "dl", class_="facts"), "dt") == ["訂定日期", "本頁資料更新", "計畫機關"]
    assert (meta(full, "DC.Date"), meta(full, "DC.Coverage.t.min")) == ("2025-02-03", "2025-01-01")


@pytest.mark.parametrize("today", [date(2024, 12, 31), date(2025, 1, 1), date(2025, 12, 31)])
def test_there_is_no_notice_until_the_year_is_over(today: date) -> None:
    assert every(page(plan_html(today=today)), "p", class_="notice") == []


def test_when_the_year_is_over_the_page_says_so_and_leads_to_the_newest_plan() -> None:
    newest, newer, mine = summary(roc_year=117), summary(roc_year=115), summary()
    root = page(plan_html(all_plans=(newest, newer, mine), today=date(2026, 1, 1)))
    notice = one(root, "p", class_="notice")
    assert text(notice).startswith("這是114年度（2025）的計畫，該年度已經結束。")
    assert list(links(notice)) == [("117年度（2028）計畫", "../117/")]


def test_when_the_year_is_over_and_no_newer_plan_is_held_the_page_says_that() -> None:
    root = page(plan_html(all_plans=(summary(), summary(roc_year=113)), today=date(2026, 1, 1)))
    notice = one(root, "p", class_="notice")
    assert "該年度已經結束。本站尚未收錄更新年度的計畫。" in text(notice)
    assert list(links(notice)) == []


def test_a_plans_page_leads_to_the_offices_other_years_and_its_data() -> None:
    years = (summary(roc_year=115), summary(), summary(roc_year=112))
    for tag, data in (("zh-Hant", "plan.json"), ("en", "../../../sample/114/plan.json")):
        root = page(plan_html(tag, all_plans=years))
        hrefs = [href for _, href in links(one(root, "footer", class_="plan-footer"))]
        assert hrefs == [data, "../115/", "../112/", "../"]
        assert one(root, "link", type="application/json").get("href") == data


def test_permanent_links_lead_to_their_measures_and_differ() -> None:
    for tag in TAGS:
        root = page(plan_html(tag))
        measures = every(root, "li", class_="measure")
        found = [one(measure, "a", class_="permalink") for measure in measures]
        assert [link.get("href") for link in found] == [f"#{measure.get('id')}" for measure in measures]
        assert len(found) == len(set(map(text, found))) == 3
    assert texts(page(plan_html()), "a", class_="permalink")[0] == "一1 的固定網址"


def test_without_a_script_the_filter_is_hidden_and_every_measure_is_there() -> None:
    root = page(plan_html())
    form = one(root, "form", class_="filter")
    assert form.get("hidden") is not None
    assert [element for element in every(root, "li", class_="measure") if element.get("hidden") is not None] == []
    assert [option.get("value") for option in form.iter("option")] == [
        "",
        "業務組",
        "電務組",
        "",
        "隨時辦理",
        "持續辦理",
    ]
    assert texts(form, "button") == ["套用", "清除"]
    assert text(one(form, "p", role="status")) == ""


def test_a_plan_without_departments_or_periods_has_no_filter() -> None:
    root = page(plan_html(shown=plan("sections: [{heading: 壹、作法, rows: [{h1: 一、甲}, {do: 1. 乙}]}]")))
    assert every(root, "form", class_="filter") == []


def test_a_page_of_another_language_says_how_much_is_translated() -> None:
    maker = pages("en")
    said = coverage(maker, summary(coverage={"en": Coverage(199, 1, 0, 5)})) or ""
    assert re.findall("[0-9]+", said) == ["99", "199", "200"]  # never 100 before it is all
    assert (
        coverage(maker, summary(coverage={"en": Coverage(200, 0, 0, 0)}))
        == "All 200 texts of this page are translated."
    )
    assert coverage(pages("zh-Hant"), summary()) is None
    assert coverage(pages("zh-Hans"), summary()) is None


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
        plan_of(maker, mine, around, plan_body_html(maker, shown, nasty), None),
        office_of(maker, around),
        home_of(maker, [around]),
        site_map_of(maker, [around], trees([around])),
    ):
        root = page(html)
        assert [script.get("src") is not None for script in root.iter("script")] == [True]
        assert not [element for element in root.iter() if element.get("onclick") is not None]
        assert "{{ 7*7 }}" in text(root)
        assert "49" not in text(root)
        assert "&lt;script&gt;" in html


# Pages that span plans


def office_says(*plans: PlanSummary, today: date) -> tuple[list[str], list[str]]:
    """What an office's page says of its newest plan: calmly, and as a notice."""
    root = page(office_of(pages(today=today), held(*plans)))
    return texts(root, "p", class_="lead"), texts(root, "p", class_="notice")


def test_an_offices_page_says_which_plan_is_the_newest_held() -> None:
    assert office_says(summary(), summary(roc_year=113), today=date(2025, 12, 31)) == (
        ["本站收錄的最新計畫是114年度（2025）計畫。"],
        [],
    )


def test_an_old_plan_never_passes_for_the_current_one() -> None:
    assert office_says(summary(), today=date(2026, 1, 1)) == (
        [],
        ["本站收錄的最新計畫是114年度（2025）計畫，該年度已經結束；尚未收錄更新年度的計畫。"],
    )
    root = page(home_of(pages(today=date(2026, 1, 1)), [held()]))
    assert texts(root, "p", class_="card-text") == ["最新收錄：114年度（2025）（年度已結束）"]
    assert texts(page(home_of(pages(), [held()])), "p", class_="card-text") == ["最新收錄：114年度（2025）"]


def test_an_offices_page_lists_its_plans_newest_first() -> None:
    root = page(office_of(pages(), held(summary(), summary(roc_year=113, title="示範處113年度服務計畫", measures=7))))
    cards = every(root, "li", class_="card")
    assert [list(links(card)) for card in cards] == [
        [("示範處114年度（2025）服務計畫", "114/")],
        [("示範處113年度（2024）服務計畫", "113/")],
    ]
    assert texts(root, "p", class_="card-text") == [
        "114年度（2025）・2大項、3項",
        "113年度（2024）・2大項、7項・年度已結束",
    ]


def test_an_offices_departments_lead_to_their_measures_of_the_newest_plan() -> None:
    office_with_idle = OFFICE.model_copy(
        update={"departments": (*OFFICE.departments, OFFICE.departments[0].model_copy(update={"name": "工務段"}))}
    )
    root = page(office_of(pages(), held(summary(), by=office_with_idle)))
    listed = every(one(root, "ul", class_="departments"), "li")
    assert [text(each) for each in listed] == ["業務組 2項", "電務組 1項", "工務段 0項"]
    assert [[unquote(href) for _, href in links(each)] for each in listed] == [
        ["114/?department=業務組#filter"],
        ["114/?department=電務組#filter"],
        [],
    ]


def contact(root: Element) -> list[tuple[str, str]]:
    return list(links(one(root, "dl", class_="facts")))


def test_an_offices_page_gives_the_contacts_that_are_known() -> None:
    assert contact(page(office_of(pages(), held()))) == [
        ("1910", "tel:1910"),
        ("(082) 325-151", "tel:082325151"),
        ("service@plans.example", "mailto:service@plans.example"),
        ("https://plans.example/", "https://plans.example/"),
    ]
    silent = OFFICE.model_copy(
        update={
            "contact": OFFICE.contact.model_copy(update=dict.fromkeys(["hotline", "telephone", "email", "website"]))
        }
    )
    assert every(page(office_of(pages(), held(by=silent))), "dl", class_="facts") == []


def test_a_working_translation_of_an_offices_name_says_so_beside_the_chinese() -> None:
    name = one(page(office_of(pages("en"), held())), "p", class_="working-name")
    assert texts(name, "span", lang="zh-Hant") == ["示範處"]
    for tag in ("zh-Hant", "zh-Hans"):
        assert every(page(office_of(pages(tag), held())), "p", class_="working-name") == []


def test_the_home_page_counts_and_leads_to_offices_and_newest_plans() -> None:
    other = OFFICE.model_copy(update={"id": "other", "name": "另一處"})
    root = page(home_of(pages(), [held(summary(), summary(roc_year=113)), held(summary(office="other"), by=other)]))
    assert texts(root, "p", class_="totals") == ["目前收錄2個機關、3份計畫、9項作法。"]
    assert [href for _, href in links(one(root, "main"))][1:5] == ["sample/", "sample/114/", "other/", "other/114/"]
    assert texts(root, "h2")[0] == "示範公司"


def test_the_site_map_leads_to_every_page() -> None:
    both = [held(summary(), summary(roc_year=113))]
    root = page(site_map_of(pages("en"), both, trees(both)))
    here = f"{SITE}en/{addresses.SITEMAP}"
    listed = [urljoin(here, href).removeprefix(SITE) for _, href in links(one(root, "ul", class_="tree"))]
    assert listed == [
        *("en/", "en/sample/"),
        *(f"en/sample/{year}/{index}" for year in (114, 113) for index in ("", "browse/")),
        *(
            "en/search/",
            "en/browse/",
            "en/browse/offices/",
            "en/browse/years/",
            "en/browse/years/114/",
            "en/browse/years/113/",
        ),
        "en/browse/departments/",
        *(f"en/browse/departments/{addresses.department(name)}/" for name in ("業務組", "電務組")),
        "en/browse/groups/",
        *(f"en/browse/groups/{addresses.group(name)}/" for name in ("基礎服務", "創新")),
        *("en/browse/periods/", "en/browse/periods/as-needed/", "en/browse/periods/continuous/"),
        *("en/data/", "en/quality/", "en/about/", "en/accessibility/", "en/privacy/"),
    ]
    assert [text(key) for key in root.iter("kbd")] == ["U", "C", "Z", "S"]


# Pages without data


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


def test_only_a_preview_hides_from_search_engines() -> None:
    assert meta(page(home_of(pages(), [held()])), "robots") is None
    assert meta(page(home_of(pages(preview=True), [held()])), "robots") == "noindex"


@every_language
def test_a_page_of_a_reference_edition_leads_to_the_authoritative_one(tag: str) -> None:
    notes = every(page(plan_html(tag)), "p", class_="edition-note")
    assert [link for note in notes for link in links(note)] == (
        [] if tag == "zh-Hant" else [("繁體中文", "../../../sample/114/")]
    )
    assert all(every(note, "a", hreflang="zh-Hant") and "繁體中文" in texts_in(note, "zh-Hant") for note in notes)


def texts_in(root: Element, language: str) -> list[str]:
    """Texts of the elements that say this language of themselves."""
    return [text(element) for element in root.iter() if element.get("lang") == language]


def quality(tag: str = "zh-Hant", **changes: object) -> Element:
    files = PlanFiles({DocumentFile(DocumentKind.PDF, "en"): 1, DocumentFile(DocumentKind.LARGE_PDF, "en"): 1}, 1234)
    shown = OfficePlans(OFFICE, (summary(PLAN, **changes),), {114: files}, {114: date(2025, 2, 3)})
    return page(quality_page(pages(tag), [shown]))


def quality_facts(root: Element) -> dict[str, str]:
    _, plan_list, *_ = every(root, "dl")
    return {text(one(each, "dt")): text(one(each, "dd")) for each in every(plan_list, "div")}


def test_the_quality_page_tells_of_every_plan() -> None:
    root = quality("en", coverage={"en": Coverage(3, 2, 1, 17)}, unsure=2, notes=1, with_who=1)
    assert quality_facts(root) == {
        "English translation": "50% (3 of 6 texts; 2 out of date, 1 missing)",
        "Measures that name a department": "1 of 3",
        "Measures that give a period": "3 of 3",
        "Uncertain readings": "2 places",
        "Notes on the transcription": "1 note",
        "Last changed": "3 February 2025",
        "Files": "PDF, JSON",
    }
    assert text(one(every(root, "dl")[0], "dt")) == "All plans: English translation"
    hrefs = [link.get("href") for link in every(every(root, "dl")[1], "a")]
    assert hrefs == ["../sample/114/#unsure", "../sample/114/#transcription-notes", "../data/#files-sample"]


def test_older_plans_of_an_office_are_on_a_page_of_its_own() -> None:
    older = summary(PLAN, roc_year=113, unsure=3)
    shown = OfficePlans(OFFICE, (summary(PLAN, unsure=2), older), {113: PlanFiles({}, 1), 114: PlanFiles({}, 1)}, {})
    everybody = page(quality_page(pages("en"), [shown]))
    assert quality_facts(everybody)["Uncertain readings"] == "2 places"
    assert len(every(everybody, "h3")) == 1
    assert ("Data quality of every plan of Sample Office (2)", "sample/") in links(everybody)
    own = page(office_quality_page(pages("en"), shown))
    assert text(one(own, "h1")) == "Data quality: Sample Office"
    hrefs = [href for _, href in links(one(own, "main"))]
    assert [href for href in hrefs if href.endswith("#unsure")] == [
        "../../sample/114/#unsure",
        "../../sample/113/#unsure",
    ]
    assert "../#method" in hrefs


def test_an_office_with_one_plan_needs_no_page_of_its_quality() -> None:
    assert not [href for _, href in links(quality()) if href == "sample/"]


def test_what_a_plan_has_none_of_is_no_link() -> None:
    found = quality(unsure=0, notes=0)
    assert (quality_facts(found)["轉錄存疑"], quality_facts(found)["轉錄說明"]) == ("無", "無")
    assert [link.get("href") for link in every(every(found, "dl")[1], "a")] == ["../data/#files-sample"]


def test_a_change_that_nobody_knows_is_not_told() -> None:
    found = page(quality_page(pages(), [held()]))
    assert "資料更新" not in quality_facts(found)


@every_language
def test_the_quality_page_leads_to_its_data(tag: str) -> None:
    path = {"zh-Hant": "quality/", "en": "en/quality/", "zh-Hans": "zh-hans/quality/"}[tag]
    assert f"{SITE}quality/quality.json" in [urljoin(f"{SITE}{path}", href) for _, href in links(quality(tag))]


# Marks of language

UNTRANSLATED_OFFICE = office(
    """
    name: 未譯處
    departments: [{name: 未譯組}, {name: 各組, collective: true}]
    contact: {address: 未譯鄉一號}
    """,
    Organisation(id="sample", name="未譯公司"),
)
UNTRANSLATED_PLAN = plan(
    """
    title: 未譯處114年度服務計畫
    columns: {groups: [未譯面向], measure: 作法, who: 未譯部門, when: 未譯期間}
    shortcuts: [{text: 未譯捷徑, to: m-1-1}]
    transcription_notes: [未譯說明。]
    sections:
      - heading: 壹、未譯作法
        text: 未譯引言。
        rows:
          - h1: 一、未譯服務
          - {do: 1. 未譯座椅。, who: 未譯組, when: 未譯時, unsure: 未譯存疑}
          - {do: 2. 未譯飲水機。, who: 各組, when: 隨時辦理, target: {figure: "3", unit: 未譯臺}}
    """
)


def untranslated_pages() -> dict[str, Element]:
    settings = replace(SETTINGS, site_name={"zh-Hant": "未譯網站"})
    maker = Maker(settings, EDITIONS["en"])
    plans = [summary(UNTRANSLATED_PLAN), summary(UNTRANSLATED_PLAN, roc_year=113)]
    files = {each.roc_year: PlanFiles({DocumentFile(DocumentKind.PDF, "en"): 1}, 1234) for each in plans}
    shown = OfficePlans(UNTRANSLATED_OFFICE, tuple(plans), files)
    body = plan_body_html(maker, UNTRANSLATED_PLAN, UNTRANSLATED_OFFICE)
    return {
        "home": page(home_of(maker, [shown])),
        "office": page(office_of(maker, shown)),
        "plan": page(plan_of(maker, plans[0], shown, body, None)),
        "older plan": page(plan_of(maker, plans[1], shown, body, None)),
        "data": page(data_of(maker, [shown])),
        "quality": page(quality_page(maker, [shown])),
        "site map": page(site_map_of(maker, [shown], trees([shown]))),
        "index": page(
            plan_index_of(
                maker, plans[0], UNTRANSLATED_OFFICE, plan_index_html(maker, UNTRANSLATED_PLAN, UNTRANSLATED_OFFICE)
            )
        ),
    }


def unmarked(element: Element, lang: str = "en") -> Iterator[str]:
    """Chinese that an element says, in texts and names, where the page claims to be in another language."""
    lang = element.get("lang", lang)
    names = [element.get(name, "") for name in ("title", "label", "aria-label", "alt", "placeholder")]
    texts_within = [element.text or "", *names] if not lang.startswith("zh") else []
    for said in [*texts_within, *((child.tail or "") for child in element if not lang.startswith("zh"))]:
        if is_chinese(said):
            yield said.strip()
    for child in element:
        yield from unmarked(child, lang)


@pytest.mark.parametrize("kind", ["home", "office", "plan", "older plan", "data", "quality", "site map", "index"])
def test_what_fell_back_to_chinese_is_marked_wherever_a_mark_can_stand(kind: str) -> None:
    root = untranslated_pages()[kind]
    assert "未譯" in text(root)
    assert list(unmarked(one(root, "body"))) == []


def test_a_choice_says_its_language() -> None:
    form = one(untranslated_pages()["plan"], "form", class_="filter")
    choices = [(option.get("value"), option.get("lang"), text(option)) for option in form.iter("option")]
    assert choices == [
        ("", None, "All"),
        ("未譯組", "zh-Hant", "未譯組"),
        ("各組", "zh-Hant", "各組"),
        ("", None, "All"),
        ("未譯時", "zh-Hant", "未譯時"),
        ("隨時辦理", None, "as needed"),
    ]
    assert [group.get("label") for group in form.iter("optgroup")] == ["Departments", "Period"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("示範處114年度服務計畫", "示範處114年度（2025）服務計畫"),
        ("示範處 114 年度服務計畫", "示範處 114 年度（2025）服務計畫"),
        ("示範處114年度（2025）服務計畫", "示範處114年度（2025）服務計畫"),
        ("示範處1114年度服務計畫", "示範處1114年度服務計畫"),
        ("示範處服務計畫", "示範處服務計畫"),
    ],
)
def test_a_title_gives_the_gregorian_year_beside_the_other(written: str, shown: str) -> None:
    assert pages().title(summary(title=written)).value == shown
