from planpress.model import Group, Measure
from tests.written import plan

PLAN = plan(
    """
    sections:
      - heading: 壹、計畫依據
        text: 依規定辦理。
      - heading: 貳、作法
        rows:
          - h1: 一、服務
          - do: 1. 座椅
            who: 業務組（工務段）
            when: 隨時辦理
          - item: 甲. 木椅
            who: 電務組、業務組
            when: 每月
          - h2: (一) 繳費
          - do: 1. 帳單
          - h1: 二、法規
      - heading: 參、其他
        rows:
          - do: 檢討
    """
)


def test_rows_are_every_group_and_measure_in_order_with_what_leads_to_them() -> None:
    assert [
        ([branch.id for branch in path], row.id) for path, row in PLAN.rows() if isinstance(row, Group | Measure)
    ] == [
        (["s-2"], "g-1"),
        (["s-2", "g-1"], "m-1-1"),
        (["s-2", "g-1"], "g-1-2"),
        (["s-2", "g-1", "g-1-2"], "m-1-2-1"),
        (["s-2"], "g-2"),
        (["s-3"], "m-3"),
    ]
    assert [type(row) for _, row in PLAN.rows()] == [Group, Measure, Group, Measure, Group, Measure]


def test_measures_are_those_of_every_section_without_items() -> None:
    assert [measure.id for measure in PLAN.measures()] == ["m-1-1", "m-1-2-1", "m-3"]
    (first, *_) = PLAN.top_groups()
    assert [measure.id for measure in first.measures()] == ["m-1-1", "m-1-2-1"]


def test_a_measure_is_its_items_departments_and_periods_too() -> None:
    measure = next(PLAN.measures())
    assert [each.text for each in measure.everyone] == ["座椅", "木椅"]
    assert measure.who == ("業務組", "工務段", "電務組")
    assert [period.text for period in measure.periods] == ["隨時辦理", "每月"]
    assert PLAN.departments() == {"業務組", "工務段", "電務組"}
