from dataclasses import replace
from datetime import date
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

from planpress.model.document_files import DocumentFile, DocumentKind, PlanFiles
from planpress.model.office import Contact, Fact
from planpress.model.publisher import Publisher
from planpress.overview.coverage import Coverage
from planpress.overview.holdings import OfficePlans
from planpress.pages.proofs.quality import office_quality_page, quality_page
from tests.markup import every, links, one, page, text, texts
from tests.pages.making import OFFICE, PLAN, SITE, every_language, held, pages, summary


def quality(tag: str = "zh-Hant", **changes: object) -> Element:
    files = PlanFiles({DocumentFile(DocumentKind.PDF, "en"): 1, DocumentFile(DocumentKind.LARGE_PDF, "en"): 1}, 1234)
    shown = OfficePlans(OFFICE, (summary(PLAN, **changes),), {114: files}, {114: date(2025, 2, 3)})
    return page(quality_page(pages(tag), [shown]))


def test_who_finds_an_error_is_sent_to_a_publisher_that_can_be_reached() -> None:
    maker = pages("en")
    contact = Contact(telephone=Fact(value="02-0000-0000"))
    maker.site = replace(maker.site, publisher=Publisher(contact=contact))
    uses = every(page(quality_page(maker, [held()])), "dl")[0]
    assert texts(uses, "dt") == ["To check a plan", "If you find an error", "To quote a number"]
    assert "../about/#contact" in [href for _, href in links(uses)]


def quality_facts(root: Element) -> dict[str, str]:
    plan_list = one(root, "section", aria_labelledby="plans")
    return {text(one(each, "dt")): text(one(each, "dd")) for each in every(plan_list, "div")}


def test_the_quality_page_tells_of_every_plan() -> None:
    root = quality("en", coverage={"en": Coverage(3, 2, 1, 17)}, unsure=2, notes=1, with_who=1)
    assert quality_facts(root) == {
        "English translation": "50% (3 of 6 texts; 2 out of date, 1 missing)",
        "Measures that name a department": "1 of 3",
        "Measures that give a period": "3 of 3",
        "To be confirmed": "2 places",
        "Notes on the transcription": "1 note",
        "Last changed": "3 February 2025",
        "Files": "PDF, JSON",
    }
    assert texts(every(root, "dl")[0], "dt") == ["To check a plan", "To quote a number"]
    assert "All plans: English translation" in texts(one(root, "section", aria_labelledby="method"), "dt")
    hrefs = [link.get("href") for link in every(one(one(root, "section", aria_labelledby="plans"), "dl"), "a")]
    assert hrefs == ["../sample/114/#unsure", "../sample/114/#transcription-notes", "../data/#files-sample"]


def test_older_plans_of_an_office_are_on_a_page_of_its_own() -> None:
    older = summary(PLAN, roc_year=113, unsure=3)
    shown = OfficePlans(OFFICE, (summary(PLAN, unsure=2), older), {113: PlanFiles({}, 1), 114: PlanFiles({}, 1)}, {})
    everybody = page(quality_page(pages("en"), [shown]))
    assert quality_facts(everybody)["To be confirmed"] == "2 places"
    assert len(every(everybody, "h4")) == 1
    assert ("Data quality of all 2 plans of Sample Office", "sample/") in links(everybody)
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
    assert (quality_facts(found)["待確認"], quality_facts(found)["轉錄說明"]) == ("無", "無")
    assert [link.get("href") for link in every(one(one(found, "section", aria_labelledby="plans"), "dl"), "a")] == [
        "../data/#files-sample"
    ]


def test_a_change_that_nobody_knows_is_not_told() -> None:
    found = page(quality_page(pages(), [held()]))
    assert "資料更新" not in quality_facts(found)


@every_language
def test_the_quality_page_leads_to_its_data(tag: str) -> None:
    path = {"zh-Hant": "quality/", "en": "en/quality/", "zh-Hans": "zh-hans/quality/"}[tag]
    assert f"{SITE}quality/quality.json" in [urljoin(f"{SITE}{path}", href) for _, href in links(quality(tag))]
