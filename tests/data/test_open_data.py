import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from planpress.data.open_data import plan_json
from planpress.editions.edition import Edition
from planpress.editions.memory import Memory
from planpress.model import (
    Columns,
    Department,
    Group,
    Measure,
    Office,
    Organisation,
    Paragraph,
    Plan,
    Section,
    Target,
    Topic,
)
from planpress.model.dates import RocDate, parse_period
from planpress.model.language import EN
from planpress.model.numbering import Number, split_number
from planpress.overview.topics import by_topic
from planpress.tools.schema import data_schema
from tests.written import plan as written

ROOT = Path(__file__).parents[2]
URL = "https://example.org/demo/105/"


def number(printed: str) -> Number:
    found, _ = split_number(printed)
    assert found is not None
    return found


OFFICE = Office(
    id="demo",
    name="示範處",
    organisation=Organisation(id="demo", name="示範公司"),
    departments=(
        Department(name="各部門", en="all departments", collective=True),
        Department(name="沒有作法的組", en="Idle Department"),
        Department(name="業務組", en="Business Department"),
        Department(name="工務段"),
        Department(name="電務組"),
    ),
)
COLUMNS = Columns(groups=("面向", "執行策略"), measure="具體作法", who="承辦部門", when="執行期間")
ENGLISH = Edition(
    EN,
    Memory(
        {
            (None, "示範計畫"): "Demonstration plan",
            (None, "具體作法"): "Specific measures",
            (None, "依據"): "Basis",
            ("demo", "優質服務"): "Quality service",
        }
    ),
)
FULL = Plan(
    office="demo",
    roc_year=105,
    title="示範計畫",
    adopted=RocDate(105, 2),
    columns=COLUMNS,
    sections=(
        Section(
            id="s-1",
            number=number("壹、"),
            heading="依據",
            paragraphs=(
                Paragraph(text="甲段", number=number("一、"), paragraphs=(Paragraph(text="分段", number=number("(一)")),)),
            ),
        ),
        Section(
            id="s-2",
            children=(
                Group(
                    id="g-1",
                    name="優質服務",
                    number=number("一、"),
                    intro=("引言",),
                    children=(
                        Group(
                            id="g-1-1",
                            name="便民",
                            number=number("(一)"),
                            children=(
                                Measure(
                                    id="m-1-1-1",
                                    text="到府服務",
                                    number=number("1."),
                                    departments=("業務組", "各部門"),
                                    supporting_departments=("工務段",),
                                    period=parse_period("105年5月及10月"),
                                    unsure="依先後推定",
                                    target=Target(figure="95", unit="%", by=RocDate(105, 12, 31)),
                                    source="另案",
                                    items=(
                                        Measure(
                                            id="m-1-1-1-i1",
                                            text="細目",
                                            number=number("甲."),
                                            departments=("電務組",),
                                            period=parse_period("每兩個月辦理一次"),
                                        ),
                                        Measure(id="m-1-1-1-i2", text="其他"),
                                    ),
                                ),
                            ),
                        ),
                        Measure(id="m-1-2", text="其次", period=parse_period("105年6月前")),
                    ),
                ),
                Measure(id="m-2", text="不屬任何大項"),
            ),
        ),
    ),
    transcription_notes=("照錄",),
)  # fmt: skip


def exported(plan: Plan, english: Edition = ENGLISH) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(plan_json(plan, OFFICE, english, URL))
    return data


def test_the_whole_contract() -> None:
    path = [
        {"label": {"zh-Hant": "面向"}, "number": "一", "name": {"zh-Hant": "優質服務", "en": "Quality service"}},
        {"label": {"zh-Hant": "執行策略"}, "number": "(一)", "name": {"zh-Hant": "便民"}},
    ]
    expected = {
        "schema": "planpress/plan/1",
        "office": "demo",
        "office_name": {"zh-Hant": "示範處"},
        "year": 105,
        "gregorian_year": 2016,
        "url": "https://example.org/demo/105/",
        "title": {"zh-Hant": "示範計畫", "en": "Demonstration plan"},
        "adopted": "2016-02",
        "columns": {
            "groups": [{"zh-Hant": "面向"}, {"zh-Hant": "執行策略"}],
            "measure": {"zh-Hant": "具體作法", "en": "Specific measures"},
            "departments": {"zh-Hant": "承辦部門"},
            "period": {"zh-Hant": "執行期間"},
        },
        "sections": [
            {
                "id": "s-1",
                "number": "壹",
                "heading": {"zh-Hant": "依據", "en": "Basis"},
                "paragraphs": [
                    {
                        "number": "一",
                        "text": {"zh-Hant": "甲段"},
                        "paragraphs": [{"number": "(一)", "text": {"zh-Hant": "分段"}, "paragraphs": []}],
                    }
                ],
            },
            {"id": "s-2", "paragraphs": []},
        ],
        "groups": [
            {
                "id": "g-1",
                "number": "一",
                "name": {"zh-Hant": "優質服務", "en": "Quality service"},
                "intro": [{"zh-Hant": "引言"}],
                "section": "s-2",
            },
            {
                "id": "g-1-1",
                "number": "(一)",
                "name": {"zh-Hant": "便民"},
                "intro": [],
                "section": "s-2",
                "parent": "g-1",
            },
        ],
        "measures": [
            {
                "id": "m-1-1-1",
                "number": "1.",
                "group": "g-1-1",
                "path": path,
                "text": {"zh-Hant": "到府服務"},
                "items": [
                    {
                        "id": "m-1-1-1-i1",
                        "number": "甲",
                        "text": {"zh-Hant": "細目"},
                        "departments": ["電務組"],
                        "period": {
                            "text": "每兩個月辦理一次",
                            "kind": "recurring",
                            "every": "P2M",
                            "en": "every two months",
                        },
                    },
                    {"id": "m-1-1-1-i2", "text": {"zh-Hant": "其他"}, "departments": []},
                ],
                "departments": ["業務組", "各部門"],
                "supporting_departments": ["工務段"],
                "period": {
                    "text": "105年5月及10月",
                    "kind": "months",
                    "months": ["2016-05", "2016-10"],
                    "en": "May and October 2016",
                },
                "unsure": "依先後推定",
                "target": {"figure": "95", "unit": "%", "by": "2016-12-31"},
                "source": "另案",
            },
            {
                "id": "m-1-2",
                "group": "g-1",
                "path": path[:1],
                "text": {"zh-Hant": "其次"},
                "items": [],
                "departments": [],
                "period": {"text": "105年6月前", "kind": "by", "by": "2016-06", "en": "by June 2016"},
            },
            {
                "id": "m-2",
                "section": "s-2",
                "path": [],
                "text": {"zh-Hant": "不屬任何大項"},
                "items": [],
                "departments": [],
            },
        ],
        "departments": {
            "各部門": {"en": "all departments", "collective": True},
            "業務組": {"en": "Business Department", "collective": False},
            "工務段": {"collective": False},
            "電務組": {"collective": False},
        },
        "transcription_notes": [{"zh-Hant": "照錄"}],
    }
    # As text, for the order of the keys is part of the contract.
    assert plan_json(FULL, OFFICE, ENGLISH, URL).decode() == json.dumps(expected, ensure_ascii=False, indent=1) + "\n"


def test_what_is_unknown_is_left_out() -> None:
    plan = Plan(office="demo", roc_year=114, title="題", columns=COLUMNS, sections=(Section(id="s-1"),))
    data = exported(plan)
    assert "adopted" not in data
    assert data["sections"] == [{"id": "s-1", "paragraphs": []}]
    assert (data["groups"], data["measures"], data["departments"], data["transcription_notes"]) == ([], [], {}, [])
    assert b"null" not in plan_json(plan, OFFICE, ENGLISH, URL)


def test_numbers_and_periods_are_data_to_the_letter_with_what_they_mean() -> None:
    whens = ["１１４年６月底前", "每年6月及12月", "114年11月起", "全年", "不定期", "每月5日前"]
    printed = ["１．", "⒉", "㈢", "（丁）", "Ⅴ、", "附件6："]
    measures = tuple(
        Measure(id=f"m-{position}", text="作法", number=number(each), period=parse_period(when, 114))
        for position, (each, when) in enumerate(zip(printed, whens, strict=True), start=1)
    )
    data = exported(FULL.model_copy(update={"sections": (Section(id="s-1", children=measures),)}))
    assert [error.message for error in schema().iter_errors(data)] == []
    assert [measure["number"] for measure in data["measures"]] == ["１．", "⒉", "㈢", "（丁）", "Ⅴ", "附件6"]
    whole_year = [f"2025-{month:02}" for month in range(1, 13)]
    said = [measure["period"].pop("en", None) for measure in data["measures"]]
    assert [measure["period"] for measure in data["measures"]] == [
        {"text": "１１４年６月底前", "kind": "by", "by": "2025-06"},
        {"text": "每年6月及12月", "kind": "recurring", "every": "P1Y", "months": ["2025-06", "2025-12"]},
        {"text": "114年11月起", "kind": "continuous", "months": ["2025-11", "2025-12"]},
        {"text": "全年", "kind": "months", "months": whole_year},
        {"text": "不定期", "kind": "as-needed"},
        {"text": "每月5日前", "kind": "recurring", "every": "P1M"},
    ]
    assert said == [
        "by the end of June 2025",
        "June and December every year",
        "from November 2025",
        "throughout 2025",
        "from time to time",
        "by the 5th of every month",
    ]


def test_a_measure_says_which_topics_of_the_site_it_belongs_to() -> None:
    topics = [
        Topic(id=id_, name="名", en="Name", text="文", text_en="Text", words=(word,))
        for id_, word in (("visits", "到府"), ("parts", "細目"))
    ]
    content = plan_json(FULL, OFFICE, ENGLISH, URL, topics=by_topic(topics, FULL))
    data = json.loads(content)
    assert [measure.get("topics") for measure in data["measures"]] == [["visits", "parts"], None, None]
    assert [error.message for error in schema().iter_errors(data)] == []


def test_what_is_due_is_there_as_far_as_the_plan_says_so() -> None:
    said = """
        deadlines:
          - {kind: 登載, to: 網頁, half: 1, day: 114-07-08, done: 114-07-10, words: 於114年7月8日前登載於網頁}
          - {kind: 報送, to: 總處, within: 1個月, done: 114-08-01, words: 應於1個月內函報總處}
          - {kind: 填報, to: 業務處, day: 114-07-01, source: 某號函}
        sections: [{text: 於114年7月8日前登載於網頁，並應於1個月內函報總處。}]
    """
    data = exported(written(said))
    assert data["deadlines"] == [
        {
            "kind": "登載",
            "to": {"zh-Hant": "網頁"},
            "half": 1,
            "day": "2025-07-08",
            "done": "2025-07-10",
            "words": "於114年7月8日前登載於網頁",
            "at": "s-1",
        },
        {
            "kind": "報送",
            "to": {"zh-Hant": "總處"},
            "within": {"zh-Hant": "1個月"},
            "words": "應於1個月內函報總處",
            "at": "s-1",
        },
    ]
    assert [error.message for error in schema().iter_errors(data)] == []
    assert "deadlines" not in exported(FULL)


def test_a_day_is_iso() -> None:
    assert exported(FULL.model_copy(update={"adopted": RocDate(114, 1, 14)}))["adopted"] == "2025-01-14"


@cache
def schema() -> Draft202012Validator:
    found = json.loads(data_schema("plan-data.json"))
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found)


def test_data_is_valid_by_its_schema() -> None:
    assert [error.message for error in schema().iter_errors(exported(FULL))] == []


def test_the_schema_refuses_null_unknown_keys_and_missing_ones() -> None:
    whole = exported(FULL)
    for change in (
        {"adopted": None},
        {"adopted": "114-01-14"},
        {"more": 1},
        {"schema": "planpress/plan/2"},
        {"title": {"en": "only English"}},
        {"title": {"zh-Hant": "題", "zh-Hans": "题"}},
        {"measures": [{"id": "m-1"}]},
    ):
        assert not schema().is_valid(whole | change), change
    for key in ("schema", "url", "measures", "departments", "transcription_notes"):
        assert not schema().is_valid({name: value for name, value in whole.items() if name != key}), key


def test_the_published_schema_is_current() -> None:
    assert (ROOT / "schema" / "plan-data.json").read_text("utf-8") == data_schema("plan-data.json"), (
        "run python -m planpress.tools.schema"
    )
