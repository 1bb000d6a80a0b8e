import pytest

from planpress import addresses
from planpress.editions.edition import Edition
from planpress.editions.memory import Memory
from planpress.editions.said_plan import SaidPlan
from planpress.model import Topic
from planpress.model.language import EN, ZH_HANT
from planpress.overview.topics import by_topic
from planpress.pages.layout.plan_index_view import IndexPart, PlanIndex, brief, plan_index_view
from tests.written import office, plan

OFFICE = office("name: 示範處\ndepartments: [{name: 電務組}, {name: 業務組, en: Business Department}]")
PLAN = plan(
    """
    sections:
      - heading: 壹、作法
        rows:
          - h1: 一、基礎服務
          - h2: (二) 友善
          - {do: 1. 設置座椅。, who: 業務組（電務組）, when: 隨時辦理}
          - {item: 甲. 檢查。, who: 電務組, when: 114年5月}
          - {do: 2. <b>到府</b>服務。, who: 業務組, when: 配合辦理}
          - {do: 3. 其他。}
    """
)


def index(edition: Edition | None = None) -> PlanIndex:
    return plan_index_view(SaidPlan(PLAN, OFFICE, edition or Edition(ZH_HANT)))


def lines(parts: tuple[IndexPart, ...]) -> list[tuple[str, str | None, list[str]]]:
    return [(part.id, part.name, [measure.name for measure in part.measures]) for part in parts]


def test_every_measure_stands_under_its_departments_in_the_order_of_the_office() -> None:
    assert lines(index().departments) == [
        (addresses.department("電務組"), "電務組", ["一(二)1"]),
        (addresses.department("業務組"), "業務組", ["一(二)1", "一(二)2"]),
        ("no-department", None, ["一(二)3"]),
    ]


def test_every_measure_stands_under_its_periods_and_those_of_its_items() -> None:
    assert lines(index().periods) == [
        ("as-needed", "隨時辦理", ["一(二)1"]),
        ("month-05", "5月", ["一(二)1"]),
        ("other", "其他期間", ["一(二)2"]),
        ("no-period", None, ["一(二)3"]),
    ]


def test_every_part_leads_back_to_the_same_in_all_plans() -> None:
    of = Topic(id="seats", name="座椅", en="Seats", text="座椅。", text_en="Seats.", words=("座椅",))
    found = plan_index_view(SaidPlan(PLAN, OFFICE, Edition(ZH_HANT)), by_topic([of], PLAN))
    assert [part.everywhere for part in found.topics] == ["../../../topics/seats/"]
    assert [part.everywhere for part in found.departments] == [
        *(f"../../../browse/departments/{addresses.department(name)}/" for name in ("電務組", "業務組")),
        None,
    ]
    assert [part.everywhere for part in found.periods] == [
        *(f"../../../browse/periods/{part}/" for part in ("as-needed", "month-05", "other")),
        None,
    ]


def test_a_measure_is_named_quoted_and_has_its_period() -> None:
    measure = index().periods[2].measures[0]
    assert (measure.id, measure.name, measure.when) == ("m-1-1-2", "一(二)2", "配合辦理")
    assert measure.text == "&lt;b&gt;到府&lt;/b&gt;服務。"


def test_the_index_speaks_the_language_of_its_page_and_marks_what_is_not_in_it() -> None:
    english = index(Edition(EN, Memory({(None, "設置座椅。"): "Provide seats.", (None, "承辦部門"): "Responsible"})))
    assert english.who == "Responsible"
    assert [part.name for part in english.departments[:2]] == [
        '<span lang="zh-Hant" class="untranslated">電務組</span>',
        "Business Department",
    ]
    first, second = english.departments[1].measures
    assert (first.name, first.text) == ("1(2)1", "Provide seats.")
    assert second.text.startswith('<span lang="zh-Hant"')


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("推廣電子帳單。", "推廣電子帳單。"),
        ("字" * 30, "字" * 30),
        ("字" * 31, "字" * 30 + "…"),
        ("字" * 29 + "，尾巴", "字" * 29 + "…"),
        ("x" * 60, "x" * 60),
        ("word " * 12 + "cut here", "word " * 11 + "word…"),
        ("第一行\n 第二行", "第一行 第二行"),
    ],
)
def test_a_long_text_is_quoted_from_its_beginning(text: str, shown: str) -> None:
    assert brief(text) == shown
