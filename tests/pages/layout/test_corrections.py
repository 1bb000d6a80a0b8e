import json

from planpress.data.open_data import plan_json
from planpress.documents.document import plain
from planpress.documents.plan_document import document_of
from planpress.editions.voice import voice_of
from planpress.model import Plan
from planpress.model.document_files import PlanFiles
from planpress.pages.plan.plan_page import plan_page
from tests.markup import fragment, links, one, page, text
from tests.pages.making import EDITIONS, OFFICE, SETTINGS, body_html, held, pages, summary
from tests.written import plan

PLAN = plan(
    """
    corrections:
      - {date: 114-03-02, at: m-1-1, wrong: 設置<b>椅, right: 設置座椅, note: 轉錄時誤植。}
      - {date: 114-04-01, wrong: 113年度, right: 114年度}
    sections:
      - heading: 壹、作法
        rows:
          - h1: 一、基礎服務
          - {do: 1. 設置座椅。, who: 業務組}
    """
)


def body(tag: str, shown: Plan = PLAN) -> str:
    return body_html(pages(tag), shown)


def said(tag: str) -> list[str]:
    section = one(fragment(body(tag)), "section", **{"aria-labelledby": "corrections"})
    return [" ".join(text(each).split()) for each in section.iter("li")]


def test_a_correction_says_when_where_from_what_to_what_the_newest_first() -> None:
    assert said("zh-Hant") == [
        "中華民國114年4月1日，計畫名稱：原登載「113年度」，更正為「114年度」。",
        "中華民國114年3月2日，具體作法 一1：原登載「設置<b>椅」，更正為「設置座椅」。轉錄時誤植。",
    ]
    assert ("具體作法 一1", "#m-1-1") in list(links(fragment(body("zh-Hant"))))
    assert "<b>椅" not in body("zh-Hant")


def test_the_words_themselves_stay_chinese_and_are_marked_so() -> None:
    assert said("en")[1].startswith("2 March 2025")
    assert '<span lang="zh-Hant" class="untranslated">設置座椅</span>' in body("en")
    assert "设置座椅" in said("zh-Hans")[1]


def test_the_page_says_first_that_the_plan_was_not_revised() -> None:
    shown = summary(corrections=PLAN.corrections)
    root = page(plan_page(pages("zh-Hant"), shown, held(shown).listed(SETTINGS.today), PlanFiles({}, 1), "", None))
    notice = one(one(root, "header", class_="plan-header"), "p", class_="notice")
    assert text(notice).split() == ["勘誤：中華民國114年4月1日更正本站登載的文字，計畫本身並未因此變動。", "看勘誤"]
    plain_page = plan_page(
        pages("zh-Hant"), summary(), held(summary()).listed(SETTINGS.today), PlanFiles({}, 1), "", None
    )
    assert "勘誤" not in plain_page
    assert 'id="corrections"' not in body("zh-Hant", PLAN.model_copy(update={"corrections": ()}))


def test_documents_and_data_have_it_too() -> None:
    document = document_of(PLAN, OFFICE, voice_of(SETTINGS.facts, EDITIONS["zh-Hant"]), "https://plans.example/")
    assert plain(document.transcription_notes[0]) == (
        "勘誤（中華民國114年3月2日），具體作法 一1：原登載「設置<b>椅」，更正為「設置座椅」。轉錄時誤植。"
    )
    record = json.loads(plan_json(PLAN, OFFICE, EDITIONS["en"], "https://plans.example/"))
    assert record["corrections"] == [
        {
            "date": "2025-03-02",
            "at": "m-1-1",
            "wrong": "設置<b>椅",
            "right": "設置座椅",
            "note": {"zh-Hant": "轉錄時誤植。"},
        },
        {"date": "2025-04-01", "wrong": "113年度", "right": "114年度"},
    ]
