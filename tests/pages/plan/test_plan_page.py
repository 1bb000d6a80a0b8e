import re
from datetime import date
from xml.etree.ElementTree import Element

import pytest

from planpress.model import Classification, GovernmentClass
from planpress.overview.coverage import Coverage
from planpress.pages.plan.plan_page import coverage
from tests.markup import every, links, meta, one, page, text, texts
from tests.pages.making import OFFICE, TAGS, body_html, every_language, held, pages, plan_html, plan_of, summary
from tests.written import plan


def test_a_plans_page_has_its_parts_in_the_order_of_the_issue() -> None:
    html = plan_html(today=date(2026, 1, 1))
    order = [
        "<h1>",
        "共2個服務類別、3項",
        'class="notice"',
        "114年1月14日",
        "114年2月3日",
        "<dd>示範處</dd>",
        'class="shortcuts"',
        'class="jumps"',
        '<details class="contents-small">',
        'class="contents-side"',
        'class="filter"',
        'id="s-2"',
        'id="g-1"',
        'id="m-1-1"',
        'id="g-2"',
        'id="other_sections"',
        'id="s-1"',
        'class="section notes"',
        'class="plan-footer"',
    ]
    main = html[html.index("<main") :]
    places = [main.find(part) for part in order]
    assert -1 not in places, dict(zip(order, places, strict=True))
    assert places == sorted(places), dict(zip(order, places, strict=True))


def test_a_plans_title_is_whole_and_the_year_in_both_calendars_stands_beside_it() -> None:
    root = page(plan_html())
    assert texts(root, "h1") == ["示範處114年度服務計畫"]
    assert texts(root, "title") == ["示範處114年度服務計畫｜示範網站（非官方轉錄）"]
    assert text(one(one(root, "h1"), "span", class_="unbroken")) == "114年度"
    assert "計畫年度114年度（2025）" in text(one(one(root, "header", class_="plan-header"), "dl"))
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
        "該處這一年的具體作法，共2個服務類別、3項；每項都寫明由誰辦理、何時辦理。"
    ]


def test_the_counted_sentence_is_true_when_only_some_do() -> None:
    assert texts(page(plan_html(shown=plan(SOME))), "p", class_="lead") == [
        "該處這一年的具體作法，共1個服務類別、5項；其中2項寫明由誰辦理，3項寫明何時辦理。"
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
    assert texts(one(root, "dl", class_="facts"), "dt") == ["計畫年度", "計畫機關"]
    full = page(plan_html())
    assert texts(one(full, "dl", class_="facts"), "dt") == ["計畫年度", "訂定日期", "本頁資料更新", "計畫機關"]


def test_the_classes_of_its_office_are_among_the_facts() -> None:
    classes = Classification(
        themes=(GovernmentClass(code="170", name="公用事業"),), services=(GovernmentClass(code="I00"),)
    )
    office = OFFICE.model_copy(update={"classification": classes})
    maker = pages()
    root = page(plan_of(maker, summary(), held(by=office), body_html(maker, by=office), None))
    facts = one(root, "dl", class_="facts")
    assert texts(facts, "dt")[-2:] == ["主題分類", "服務分類"]
    assert [(href, said) for said, href in links(facts)] == [
        ("../../browse/themes/170/", "170 公用事業"),
        ("../../browse/services/i00/", "I00 公共資訊"),
    ]
    assert (meta(root, "Category.Theme"), meta(root, "Category.Service")) == ("170", "I00")


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
    assert "該年度已經結束，本站尚未收錄更新的計畫。" in text(notice)
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
        == "Every text on this page is translated (200 in all)."
    )
    assert coverage(pages("zh-Hant"), summary()) is None
    assert coverage(pages("zh-Hans"), summary()) is None


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
