import pytest

from planpress.editions.edition import Edition
from planpress.editions.memory import Memory
from planpress.editions.naming import doubt_label, measure_names, row_names
from planpress.model.language import EN, ZH_HANT
from tests.pages.making import EDITIONS
from tests.written import office, plan

PLAN = plan("""
    sections:
      - rows:
          - h1: Ⅰ、基礎服務
          - h2: ㈢ 服務遞送
          - do: １．甲。
          - do: ２．乙。
      - heading: 附件
        rows:
          - h1: 附件1
          - do: 1. 丙。
          - h1: 附件2：申請書
          - do: (1) 丁。
""")


def test_a_measure_is_called_by_the_numbers_as_they_are_printed() -> None:
    assert list(measure_names(PLAN, Edition(ZH_HANT)).values()) == ["Ⅰ㈢１", "Ⅰ㈢２", "附件1·1", "附件2(1)"]


def test_an_english_page_calls_it_by_latin_numbers() -> None:
    names = ["I(3)1", "I(3)2", "Attachment 1·1", "Attachment 2(1)"]
    assert list(measure_names(PLAN, Edition(EN)).values()) == names


def test_a_heading_that_is_a_number_alone_is_called_by_it() -> None:
    first, second = PLAN.sections[1].groups
    assert (first.number, first.name) == (None, "附件1")
    assert second.number and (second.number.printed, second.name) == ("附件2：", "申請書")


@pytest.mark.parametrize(
    ("reason", "what", "english"),
    [
        ("兩項作法共用一格，部門依先後對應", "承辦單位待確認：", "Unit to be confirmed: "),
        ("「電務組」亦可能屬本項", "承辦單位待確認：", "Unit to be confirmed: "),
        ("辦理期程少列一格", "辦理期程待確認：", "Period to be confirmed: "),
        ("部門及期間上下錯位", "承辦單位、辦理期程待確認：", "Unit, Period to be confirmed: "),
        ("字跡不清", "原文待確認：", "Source text to be confirmed: "),
        ("標題相連，暫列於後一標題之下", "原文待確認：", "Source text to be confirmed: "),
    ],
)
def test_what_is_uncertain_is_named_as_the_plan_names_it(reason: str, what: str, english: str) -> None:
    of = plan("columns: {groups: [面向], measure: 作法, who: 承辦單位, when: 辦理期程}\nsections: [{text: 甲。}]")
    by = office("name: 示範處\ndepartments: [{name: 業務組}, {name: 電務組}]")
    assert doubt_label(reason, of, by, EDITIONS["zh-Hant"]) == what
    memory = Memory(
        texts={(None, "承辦單位"): "Unit", (None, "辦理期程"): "Period"}, messages=EDITIONS["en"].memory.messages
    )
    assert doubt_label(reason, of, by, Edition(EN, memory)) == english


def test_a_column_that_is_not_translated_has_the_sites_own_name() -> None:
    of = plan("columns: {groups: [面向], measure: 作法, who: 未譯單位, when: 未譯期程}\nsections: [{text: 甲。}]")
    by = office("name: 示範處\ndepartments: [{name: 業務組}]")
    assert doubt_label("部門不明", of, by, EDITIONS["en"]) == "Departments to be confirmed: "


def test_items_behind_bullets_are_told_apart_by_their_places() -> None:
    written = plan(
        """
        sections:
          - heading: 壹、作法
            rows:
              - do: 1. 提供檢索服務：
              - item: ◎ 檢索說明。
              - item: ◎ 進階檢索。
              - item: 甲. 其他。
        """
    )
    names = row_names(written, Edition(ZH_HANT))
    items = [item.id for measure in written.measures() for item in measure.items]
    assert [names[each] for each in items] == ["細項 1·1", "細項 1·2", "細項 1甲"]
