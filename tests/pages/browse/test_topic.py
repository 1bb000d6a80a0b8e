from collections.abc import Sequence

from planpress.editions.said_plan import SaidPlan
from planpress.model import Organisation, Plan, Topic
from planpress.model.dates import RocDate
from planpress.model.service import Service
from planpress.overview.topic_pages import TopicPage, topic_pages
from planpress.overview.topics import by_topic
from planpress.overview.trees import Leaf, Listed
from planpress.pages.browse.topic import topic_page
from planpress.pages.layout.topic_measures import written_measures
from tests.markup import every, links, one, page, text, texts
from tests.pages.making import EDITIONS, OFFICE, PLAN, every_language, pages
from tests.written import plan

TOPIC = Topic(id="seats", name="座椅", en="Seats", text="設置座椅。", text_en="Where to sit.", words=("座椅",))
RICH = plan(
    """
    columns: {groups: [面向], measure: 作法, who: 承辦單位, when: 期程}
    sections:
      - heading: 壹、作法
        rows:
          - h1: 一、環境
          - h2: (一) 大廳
          - {do: "1. <座椅> & 燈。", who: 業務組（電務組）, when: 隨時辦理, target: {figure: 95, unit: "%"}, unsure: 原表共用一格}
          - {item: 甲. 木製。, who: 電務組}
          - {do: 2. 座椅清潔。, who: 電務組}
    """
)


Services = Sequence[tuple[Service, Organisation]]


def shown(
    plans: Sequence[Plan] = (PLAN,),
    tag: str = "zh-Hant",
    number: int = 1,
    files: Sequence[str] = (),
    services: Services = (),
) -> str:
    """A page of the topic, of plans of one office, the newest first."""
    found = {each.roc_year: by_topic([TOPIC], each) for each in plans}
    listed = tuple(
        Listed("sample", year, len(topics[0].measures), f"sample/{year}/") for year, topics in found.items() if topics
    )
    leaf = Leaf("seats", "座椅", listed, TOPIC)
    made = [*topic_pages(leaf, {"sample": plans[0].roc_year})]
    wanted: TopicPage = made[number - 1]
    writer = pages("en" if tag == "en" else "zh-Hant")
    by_year = {each.roc_year: each for each in plans}
    written = [
        written_measures(writer, SaidPlan(by_year[year], OFFICE, writer.edition), found[year])["seats"]
        for year in (part.plan.roc_year for part in wanted.parts)
    ]
    if hans := EDITIONS[tag].hans:
        written = [tuple(each.converted(hans) for each in of_part) for of_part in written]
    return topic_page(pages(tag), TOPIC, wanted, written, files, services, {"sample": OFFICE})


def test_a_measure_stands_there_whole_with_its_place_in_the_plan() -> None:
    root = page(shown([RICH]))
    first, second = every(root, "li", class_="measure")
    assert text(one(first, "p", class_="place")) == "一、環境 › (一)大廳"
    assert texts(first, "div", class_="text") == ["<座椅> & 燈。", "甲.木製。"]
    assert texts(first, "dt") == ["承辦單位", "承辦單位", "協辦", "期程", "目標"]
    assert texts(first, "dd") == ["電務組", "業務組", "電務組", "隨時辦理", "95%"]
    assert "原表共用一格" in text(one(first, "details", class_="unsure"))
    assert list(links(first)) == [("計畫中的一(一)1", "../../sample/114/#m-1-1-1")]
    assert list(links(second)) == [("計畫中的一(一)2", "../../sample/114/#m-1-1-2")]


def test_measures_stand_under_their_office_to_which_a_list_leads() -> None:
    root = page(shown())
    assert [(each.get("id"), text(each)) for each in every(root, "h2")] == [("sample", "示範處114年度（2025） 1項")]
    assert list(links(one(root, "nav", class_="topic-jumps"))) == [("示範處114年度（2025） 1項", "#sample")]
    assert text(one(root, "p", class_="totals")) == "1個機關最新的計畫，共1項具體作法，全文如下。"


@every_language
def test_it_is_said_in_every_language(tag: str) -> None:
    root = page(shown(tag=tag))
    name, where, title = {
        "zh-Hant": ("計畫中的一1", "../../sample/114/#m-1-1", "座椅"),
        "en": ("1.1 in the plan", "../../sample/114/#m-1-1", "Seats"),
        "zh-Hans": ("计划中的一1", "../../sample/114/#m-1-1", "座椅"),
    }[tag]
    (measure,) = every(root, "li", class_="measure")
    ((said, href),) = links(measure)
    assert href == where
    assert (said, text(one(root, "h1"))) == (said if tag == "en" else name, title)
    assert "設置座椅" in text(measure) or "设置座椅" in text(measure)


def test_years_lead_to_one_another() -> None:
    older = PLAN.model_copy(update={"roc_year": 112})
    newest = page(shown([PLAN, older]))
    assert list(links(one(newest, "nav", class_="years"))) == [("112年度（2023）", "112/")]
    of_112 = page(shown([PLAN, older], number=2))
    assert text(one(of_112, "h1")) == "座椅：112年度（2023）"
    assert list(links(one(of_112, "nav", class_="years"))) == [("各機關最新的計畫", "../")]
    assert list(links(every(of_112, "li", class_="measure")[0])) == [("計畫中的一1", "../../../sample/112/#m-1-1")]


def test_an_office_without_measures_in_its_newest_plan_leads_to_the_last_that_has() -> None:
    newest = plan("sections:\n  - rows:\n      - h1: 一、其他\n      - {do: 1. 其他。, who: 業務組}\n")
    root = page(shown([newest, PLAN.model_copy(update={"roc_year": 112})]))
    assert every(root, "li", class_="measure") == []
    (entry,) = every(root, "li", id="sample")
    assert list(links(entry)) == [("示範處112年度（2023） 1項", "112/#sample")]


def test_pages_follow_one_another() -> None:
    rows = "".join(f"      - {{do: {number}. 座椅。, who: 業務組}}\n" for number in range(1, 32))
    many = plan(f"sections:\n  - rows:\n      - h1: 一、環境\n{rows}")
    first, second = page(shown([many])), page(shown([many], number=2))
    assert [len(every(each, "li", class_="measure")) for each in (first, second)] == [30, 1]
    assert text(one(first, "h2")) == "示範處114年度（2025） 第1至30項，共31項"
    assert text(one(second, "h1")) == "座椅（第2頁）"
    assert list(links(one(first, "nav", class_="pages"))) == [("第2頁", "page-2/")]
    assert list(links(one(second, "nav", class_="pages"))) == [("第1頁", "../")]
    assert every(second, "p", class_="totals") == []


def test_its_files_are_offered_in_the_pages_language_first() -> None:
    root = page(shown(tag="en", files=("zh-Hant", "en")))
    assert list(links(one(root, "section", class_="topic-files"))) == [
        ("Seats spreadsheet, ODS", "../../../topics/seats/files/seats-topic.en.ods"),
        ("Seats open data, CSV", "../../../topics/seats/files/seats-topic.en.csv"),
        ("Seats spreadsheet, ODS, Traditional Chinese", "../../../topics/seats/files/seats-topic.zh-Hant.ods"),
        ("Seats open data, CSV, Traditional Chinese", "../../../topics/seats/files/seats-topic.zh-Hant.csv"),
    ]


def test_services_stand_there_with_whose_they_are_and_when_they_were_seen() -> None:
    bills = Service(
        topic="seats",
        organisation="sample",
        name="申辦座椅",
        en="Ask for a seat",
        url="https://service.example/seats?a=1&b=2",
        source="示範公司網站",
        seen=RocDate.parse("114-11-25"),
    )
    root = page(shown(tag="en", services=[(bills, OFFICE.organisation)]))
    (section,) = (each for each in every(root, "section") if each.get("aria-labelledby") == "topic_services")
    (link,) = every(section, "a")
    assert (text(link), link.get("href"), link.get("title")) == (
        "Ask for a seat", "https://service.example/seats?a=1&b=2", "Website: service.example",
    )  # fmt: skip
    assert texts(section, "span") == ["Sample Company, seen 25 November 2025"]


def test_it_leads_to_the_comparison_of_any_two_plans() -> None:
    assert ("任選兩份計畫，比較這個主題", "../../compare/?topic=seats") in links(page(shown()))
