import pytest

from tests.snippets import of_plan, of_rows


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["(1) 一", "(2) 二", "(3) 三"], []),
        (["(1) 一", "(3) 三", "(4) 四"], ["2:7 W101 (3)"]),
        (["(2) 二", "(3) 三"], ["1:7 W101 (2)"]),
        (["(1) 一", "(1) 二", "(2) 三"], ["2:7 W102 (1)"]),
        (["(2) 二", "(1) 一"], ["1:7 W101 (2)", "2:7 W102 (1)"]),
        (["1. 一", "(2) 二", "(3) 三"], ["2:7 W103 (2)"]),
        (["一、 一", "二、 二", "1. 三"], ["3:7 W103 1."]),
        (["(1) 一", "（2） 二"], []),  # the width of parentheses is no style of its own
        (["甲. 一", "丙. 二"], ["2:7 W101 丙."]),
        (["◎ 一", "◎ 二"], []),
        (["◎ 一", "1. 二"], ["2:7 W103 1."]),
        (["一", "二"], []),
        (["一", "(1) 二", "(2) 三"], []),  # an unnumbered row may open the list
        (["(1) 一", "第二", "三"], ["2:7 W104 第"]),
        (["(1) 一", "二", "(2) 三"], ["2:7 W104 二"]),
        (["(1) 一", "2 二"], ["2:7 W104 2"]),
        (["１． 一", "2. 二", "⒊ 三"], []),  # nor is any other width
        (["(一) 一", "㈡ 二", "（三）、三"], []),
        (["⑴ 一", "(2) 二", "(３) 三", "⑸ 五"], ["4:7 W101 ⑸"]),
        (["① 一", "② 二", "④ 四"], ["3:7 W101 ④"]),
        (["（甲） 一", "（乙） 二"], []),
        (["(A) 一", "(B) 二", "(D) 四"], ["3:7 W101 (D)"]),
        (["A. 一", "a. 二"], ["2:7 W103 a."]),
        (["(a) 一", "（ｂ） 二"], []),
        (["Ⅰ、 一", "Ⅱ、 二", "Ⅲ、 三"], []),
        (["I. 一", "II. 二", "III. 三", "IV. 四", "V. 五"], []),
        ([f"{letter}. 第{letter}項" for letter in "ABCDEFGHIJ"], []),
        ([f"({letter}) 第{letter}項" for letter in "abcdefghij"], []),
        (["附件一 一", "附件二 二", "附件四 四"], ["3:7 W101 附件四"]),
        (["附件1", "附件2"], []),
        (["附表", "附圖", "附件"], []),
    ],
)
def test_numbers_of_rows(rows: list[str], expected: list[str]) -> None:
    assert of_rows("\n".join(f"- do: {row}" for row in rows)) == expected


@pytest.mark.parametrize("row", ["(3) 三", "(1) 一", "2. 二", "二"])
def test_what_is_odd_in_the_source_is_not_reported_and_counting_goes_on(row: str) -> None:
    assert of_rows(f"- do: (1) 一\n- do: {row}\n  sic: true") == []


def test_counting_goes_on_from_the_odd_number() -> None:
    assert of_rows("- do: (1) 一\n- do: (5) 二\n  sic: true\n- do: (6) 三\n- do: (8) 四") == ["5:7 W101 (8)"]


def test_headings_and_measures_of_one_parent_count_together() -> None:
    assert of_rows("- h1: 一、甲\n- do: 1. 乙\n- h2: 2. 丙\n- do: (1) 丁\n- h2: 3. 戊\n- h1: 三、己") == [
        "6:7 W101 三、"
    ]


def test_items_count_within_their_measure() -> None:
    assert of_rows("- do: 1. 一\n- item: 甲. 一\n- item: 丙. 二\n- do: 2. 二\n- item: 甲. 一") == ["3:9 W101 丙."]


def test_sections_count_through_the_plan() -> None:
    assert of_plan("""
        sections:
          - heading: 壹、依據
          - heading: 參、目標
          - text: 參、附則
            sic: true
          - text: 陸、附則
    """) == ["3:14 W101 參、", "6:11 W101 陸、"]


def test_paragraphs_count_below_one_another() -> None:
    assert of_plan("""
        sections:
          - text: |
              一、甲
              （一）乙
              （三）丙

              無編號
              三、丁
          - text: |
              一、甲
              三、乙
            sic: true
    """) == ["5:7 W101 （三）", "8:7 W101 三、"]


def test_twenty_is_counted_in_either_form() -> None:
    ones = "一二三四五六七八九"
    printed = [*ones, "十", *(f"十{one}" for one in ones), "二十", *(f"廿{one}" for one in ones), "卅", "卅一", "卅三"]
    rows = "\n".join(f"- do: {number}、推廣第{place}種" for place, number in enumerate(printed))
    assert of_rows(rows) == ["32:7 W101 卅三、"]


def test_what_is_appended_is_counted_by_its_kind() -> None:
    assert of_plan("""
        sections:
          - heading: 壹、依據
          - heading: 貳、目標
          - heading: 附錄一 名詞
          - heading: 附件1
          - heading: 附錄二 地圖
          - heading: 附表
          - heading: 附件3：申請書
          - heading: 參、附則
    """) == ["8:14 W101 附件3："]


def test_what_is_appended_to_a_text_ends_what_is_open() -> None:
    assert (
        of_plan("""
        sections:
          - text: |
              一、甲
              （一）乙
              附件一 表
              1.丙
              附件二 表
              1.丁
    """)
        == []
    )
