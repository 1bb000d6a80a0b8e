from planpress.editions.edition import Edition
from planpress.editions.naming import measure_names
from planpress.model.language import EN, ZH_HANT
from tests.written import plan

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
