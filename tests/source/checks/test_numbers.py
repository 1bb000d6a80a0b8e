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
