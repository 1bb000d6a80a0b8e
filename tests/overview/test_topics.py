from pathlib import Path

import pytest

from planpress.model import Department, Plan, Topic
from planpress.overview.topics import by_topic
from planpress.settings import Settings
from planpress.site.build import build
from planpress.source.content.topics import read_topics, unmatched
from tests.markup import every, links, one, page, texts
from tests.projects import project, write
from tests.written import plan

TOPICS = """\
topics:
  - id: e-billing
    name: 電子帳單
    en: Electronic bills
    text: 以電子帳單取代紙本。
    text_en: Bills without paper.
    words: [電子帳單]
"""
PLAN = plan(
    """
    sections:
      - heading: 壹、作法
        rows:
          - h1: 一、基礎服務
          - h2: (一) 繳費
          - {do: 1. 推廣台灣電力ＡＰＰ。, who: 業務組}
          - {do: 2. 其他。, who: 電務組}
          - {item: 甲. 以 App 繳費。, who: 業務組}
          - h1: 二、創新
          - {do: 1. 臺灣自來水。, who: 電務組}
    """
)


def topic(**changes: object) -> Topic:
    fields = {"id": "x", "name": "名", "en": "Name", "text": "文", "text_en": "Text", "words": ("app",)}
    return Topic.model_validate(fields | changes)


def ids(plan: Plan, **changes: object) -> list[str]:
    return [measure.id for found in by_topic([topic(**changes)], plan) for measure in found.measures]


def test_a_measure_belongs_when_it_or_an_item_has_any_of_the_words() -> None:
    assert ids(PLAN) == ["m-1-1-1", "m-1-1-2"]
    assert ids(PLAN, words=("不存在", "自來水")) == ["m-2-1"]
    assert ids(PLAN, words=("不存在",)) == []


def test_spellings_do_not_matter() -> None:
    assert ids(PLAN, words=("臺灣",)) == ids(PLAN, words=("台灣",)) == ["m-1-1-1", "m-2-1"]
    assert ids(PLAN, words=("ａＰp",)) == ids(PLAN, words=("app",)) == ["m-1-1-1", "m-1-1-2"]
    assert ids(PLAN, words=("缴费",)) == ids(PLAN, words=("繳費",)) == ["m-1-1-2"]


def test_a_topic_may_be_of_departments_and_groups() -> None:
    assert ids(PLAN, words=("。",), departments=("電務組",)) == ["m-1-1-2", "m-2-1"]
    assert ids(PLAN, words=("。",), groups=("繳費",)) == ["m-1-1-1", "m-1-1-2"]
    assert ids(PLAN, words=("。",), groups=("繳費",), departments=("電務組",)) == ["m-1-1-2"]
    assert ids(PLAN, words=("。",), groups=("無",)) == []


def test_a_site_without_the_file_has_no_topics(tmp_path: Path) -> None:
    assert read_topics(tmp_path) == ((), [])


def test_topics_are_read_with_their_problems(tmp_path: Path) -> None:
    write(tmp_path, "content/topics.yml", TOPICS)
    topics, problems = read_topics(tmp_path)
    assert ([each.id for each in topics], problems) == (["e-billing"], [])
    write(tmp_path, "content/topics.yml", TOPICS.replace("words: [電子帳單]", "wrods: [電子帳單]"))
    topics, problems = read_topics(tmp_path)
    assert topics == ()
    assert {(each.code, each.place.line) for each in problems} >= {("E201", 7)}


def test_a_topic_has_an_address_that_windows_can_have(tmp_path: Path) -> None:
    write(tmp_path, "content/topics.yml", TOPICS.replace("e-billing", "con"))
    assert [(each.code, each.place.line) for each in read_topics(tmp_path)[1]] == [("E410", 2)]


def test_a_topic_without_a_measure_is_a_warning_at_its_words(tmp_path: Path) -> None:
    write(tmp_path, "content/topics.yml", TOPICS)
    assert [(each.code, each.place.line) for each in unmatched(tmp_path, {"e-billing"})] == [("W901", 7)]
    assert unmatched(tmp_path, set()) == []


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1748736000")
    return project(
        tmp_path,
        {
            "content/topics.yml": TOPICS
            + TOPICS.partition("\n")[2].replace("電子帳單", "電子帳旦").replace("e-billing", "typo")
        },
    )


def test_a_topic_has_a_page_which_plans_link_to_and_an_empty_one_has_none(built: Path) -> None:
    outcome = build(Settings.load(built), lambda *_: ())
    assert [problem.code for problem in outcome.problems] == ["W901"]
    plan_page = page((built / "site/sample/114/index.html").read_text("utf-8"))
    assert list(links(one(plan_page, "nav", class_="related"))) == [("電子帳單 1項", "../../topics/e-billing/#sample")]
    topic_page = page((built / "site/en/topics/e-billing/index.html").read_text("utf-8"))
    assert texts(topic_page, "h1") == ["Electronic bills"]
    assert ("Sample Office, 2025 (ROC year 114) 1 measure", "#sample") in links(topic_page)
    index = page((built / "site/sample/114/browse/index.html").read_text("utf-8"))
    assert len(every(index, "div", id="topic-e-billing")) == 1
    assert not (built / "site/topics/typo").exists()


def test_a_topic_that_changes_is_found_anew(built: Path) -> None:
    build(Settings.load(built), lambda *_: ())
    write(built, "content/topics.yml", TOPICS.replace("[電子帳單]", "[到府]"))
    outcome = build(Settings.load(built), lambda *_: ())
    assert outcome.problems == ()
    index = (built / "site/sample/114/browse/index.html").read_text("utf-8")
    assert "到府服務" in index[index.index('id="topic-e-billing"') : index.index('id="departments"')]


@pytest.mark.parametrize("asked", ["業務組", "業務課"])
def test_a_topic_of_a_department_is_of_its_former_names_too(asked: str) -> None:
    departments = (Department(name="業務組", formerly=("業務課",)), Department(name="電務組"))
    rows = "sections: [{rows: [{do: 1. App 甲。, who: 業務課}, {do: 2. App 乙。, who: 電務組}]}]"
    (found,) = by_topic([topic(departments=(asked,))], plan(rows, departments=departments))
    assert [measure.text for measure in found.measures] == ["App 甲。"]
