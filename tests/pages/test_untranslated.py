from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest

from planpress.editions.edition import is_chinese
from planpress.editions.said_plan import SaidPlan
from planpress.model import Organisation
from planpress.model.document_files import DocumentFile, DocumentKind, PlanFiles
from planpress.overview.holdings import OfficePlans
from planpress.overview.trees import trees
from planpress.pages.browse.plan_index import plan_index_html
from planpress.pages.plan.plan_page import plan_body_html
from planpress.pages.proofs.quality import quality_page
from tests.markup import one, page, text
from tests.pages.making import (
    EDITIONS,
    SETTINGS,
    Maker,
    data_of,
    home_of,
    office_of,
    plan_index_of,
    plan_of,
    site_map_of,
    summary,
)
from tests.written import office, plan

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
    said = SaidPlan(UNTRANSLATED_PLAN, UNTRANSLATED_OFFICE, maker.edition)
    body = plan_body_html(maker, said)
    return {
        "home": page(home_of(maker, [shown])),
        "office": page(office_of(maker, shown)),
        "plan": page(plan_of(maker, plans[0], shown, body, None)),
        "older plan": page(plan_of(maker, plans[1], shown, body, None)),
        "data": page(data_of(maker, [shown])),
        "quality": page(quality_page(maker, [shown])),
        "site map": page(site_map_of(maker, [shown], trees([shown]))),
        "index": page(plan_index_of(maker, plans[0], UNTRANSLATED_OFFICE, plan_index_html(maker, said))),
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
