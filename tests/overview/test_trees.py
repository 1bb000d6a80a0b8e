import textwrap

import pytest

from planpress import addresses
from planpress.editions.edition import Edition
from planpress.editions.naming import PARTS_OF_YEAR, part_name
from planpress.model.dates import PeriodKind, parse_period, parts_of_year
from planpress.model.document_files import PlanFiles
from planpress.model.language import EN, ZH_HANS, ZH_HANT
from planpress.overview.holdings import OfficePlans
from planpress.overview.summary import summarise
from planpress.overview.trees import Leaf, Listed, Tree, trees
from tests.written import office, plan

OFFICE = office("name: 示範處\ndepartments: [{name: 業務組}, {name: 電務組}]")
ROWS = """
    sections:
      - heading: 壹、作法
        rows:
          - h1: 一、基礎服務
          - {do: 1. 甲。, who: 業務組（電務組）, when: 隨時辦理}
          - {item: 甲. 子。, who: 電務組, when: 113年5月及10月}
          - {do: 2. 乙。, when: 持續辦理}
          - h1: 二、創新
          - {do: 1. 丙。, who: 電務組, when: 113年5月前}
          - {do: 2. 丁。}
"""


def found(*years: int) -> dict[str, Tree]:
    plans = tuple(summarise(plan(ROWS, roc_year=year), {}) for year in years)
    held = [OfficePlans(OFFICE, plans, {year: PlanFiles({}, 1) for year in years})]
    return {tree.slug: tree for tree in trees(held)}


def leaves(tree: Tree) -> list[tuple[str, int, list[str]]]:
    return [(leaf.name, leaf.measures, [plan.path for plan in leaf.plans]) for leaf in tree.leaves]


def test_offices_and_years_lead_to_plans() -> None:
    assert leaves(found(114, 113)["offices"]) == [("示範處", 8, ["sample/114/", "sample/113/"])]
    assert leaves(found(114, 113)["years"]) == [("114", 4, ["sample/114/"]), ("113", 4, ["sample/113/"])]


def test_departments_lead_to_their_part_of_the_index_and_the_busiest_comes_first() -> None:
    electrical, business = addresses.department("電務組"), addresses.department("業務組")
    assert leaves(found(114)["departments"]) == [
        ("電務組", 2, [f"sample/114/browse/#{electrical}"]),
        ("業務組", 1, [f"sample/114/browse/#{business}"]),
    ]
    assert [leaf.slug for leaf in found(114)["departments"].leaves] == [electrical, business]


def test_groups_lead_into_the_plan() -> None:
    assert leaves(found(114)["groups"]) == [("創新", 2, ["sample/114/#g-2"]), ("基礎服務", 2, ["sample/114/#g-1"])]


def test_a_tree_that_leads_nowhere_is_none() -> None:
    bare = """
        columns: {groups: [面向], measure: 具體作法}
        sections:
          - rows: [{do: 1. 甲。}]
    """
    held = OfficePlans(OFFICE, (summarise(plan(bare), {}),), {114: PlanFiles({}, 1)})
    assert [tree.slug for tree in trees([held])] == ["offices", "years"]
    assert trees([]) == ()


def test_periods_are_kinds_then_months() -> None:
    assert leaves(found(114)["periods"]) == [
        ("as-needed", 1, ["sample/114/browse/#as-needed"]),
        ("continuous", 1, ["sample/114/browse/#continuous"]),
        ("month-05", 2, ["sample/114/browse/#month-05"]),
        ("month-10", 1, ["sample/114/browse/#month-10"]),
    ]


def test_a_leaf_counts_offices_once_and_measures_all() -> None:
    leaf = Leaf("x", "x", (Listed("a", 114, 2, "a/114/"), Listed("a", 113, 3, "a/113/"), Listed("b", 114, 4, "b/114/")))
    assert (leaf.offices, leaf.measures) == (2, 9)


@pytest.mark.parametrize(
    ("period", "parts"),
    [
        ("隨時檢討", ["as-needed"]),
        ("每月一次", ["recurring"]),
        ("105年1-12月", ["all-year"]),
        ("105年6月前", ["month-06"]),
        ("105年10月及5月", ["month-05", "month-10"]),
        ("配合辦理", ["other"]),
        ("全年", ["all-year"]),
        ("年度內", ["all-year"]),
        ("年底前", ["month-12"]),
        ("每年6月及12月", ["recurring", "month-06", "month-12"]),
        ("11月起", ["continuous", "month-11", "month-12"]),
    ],
)
def test_a_period_is_looked_for_under_its_kind_or_its_months(period: str, parts: list[str]) -> None:
    assert list(parts_of_year(parse_period(period, 114))) == parts
    assert set(parts) <= set(PARTS_OF_YEAR)


def test_every_part_of_the_year_has_a_name_of_its_own() -> None:
    assert {str(kind) for kind in PeriodKind} - set(PARTS_OF_YEAR) == {"months", "by"}  # these are looked for by month
    for language in (ZH_HANT, EN):
        names = [part_name(part, Edition(language)) for part in PARTS_OF_YEAR]
        assert len(set(names)) == len(PARTS_OF_YEAR)
    assert part_name("month-05", Edition(EN)) == "May"
    assert part_name("month-12", Edition(ZH_HANT)) == "12月"


def test_an_address_depends_on_the_name_alone() -> None:
    assert addresses.department("業務組") == "d-f93a5b1e"
    assert addresses.department("ＡＭＩ組") == addresses.department("AMI組")
    assert addresses.group("業務組") == "g-f93a5b1e"
    assert addresses.browse("departments", "d-f93a5b1e") == "browse/departments/d-f93a5b1e/"
    assert addresses.localised(ZH_HANS, addresses.plan_index("kinmen", 114)) == "zh-hans/kinmen/114/browse/"


def test_a_plan_of_several_years_is_under_each_of_them() -> None:
    lasting = summarise(plan(f"until: 115\n{textwrap.dedent(ROWS)}"), {})
    other = summarise(plan(ROWS, roc_year=113), {})
    held = [OfficePlans(OFFICE, (lasting, other), {113: PlanFiles({}, 1), 114: PlanFiles({}, 1)})]
    years = next(tree for tree in trees(held) if tree.slug == "years")
    assert leaves(years) == [
        ("115", 4, ["sample/114/"]),
        ("114", 4, ["sample/114/"]),
        ("113", 4, ["sample/113/"]),
    ]
    assert [each.until for each in years.leaves[0].plans] == [115]


def test_a_department_with_another_name_is_under_todays_and_counted_once_a_measure() -> None:
    renamed = office("name: 示範處\ndepartments: [{name: 業務組, formerly: [業務課, 服務課]}, {name: 電務組}]")
    rows = "sections: [{rows: [{do: 1. 甲。, who: 業務課（服務課）}, {do: 2. 乙。, who: 業務組、電務組}]}]"
    summary = summarise(plan(rows, departments=renamed.departments), {})
    assert summary.departments == {"業務組": 2, "電務組": 1}
