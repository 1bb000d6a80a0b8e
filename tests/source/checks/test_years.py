import pytest

from planpress.model.dates import RocDate
from planpress.source.checks.years import check_years
from planpress.source.shapes.plan_shapes import ColumnsEntry, PlanFile, SectionEntry
from tests.snippets import of_plan


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("示範處114年度計畫", []),
        ("示範處 114 年度計畫", []),
        ("示範處１１４年度計畫", []),
        ("示範處113年至114年計畫", []),
        ("示範處113年度計畫", ["1:8 E108 示範處113年度計畫"]),
        ("示範處2025年度計畫", ["1:8 E108 示範處2025年度計畫"]),
        ("示範處年度計畫", ["1:8 W108 示範處年度計畫"]),
        ("示範處一一四年度計畫", ["1:8 W108 示範處一一四年度計畫"]),
    ],
)
def test_the_title_names_the_year_of_the_folder(title: str, expected: list[str]) -> None:
    assert of_plan(f"title: {title}") == expected


@pytest.mark.parametrize("key", ["adopted", "approved"])
@pytest.mark.parametrize(
    ("date", "fits"), [("112-12", False), ("113-12-31", True), ("114-12-31", True), ("115-01-01", False)]
)
def test_a_plan_is_made_in_its_year_or_the_one_before(key: str, date: str, fits: bool) -> None:
    assert of_plan(f"{key}: {date}") == ([] if fits else [f"1:{len(key) + 3} E109 {date}"])


def test_a_finding_says_which_years_would_fit() -> None:
    columns = ColumnsEntry(groups=("面向",), measure="作法", who="部門", when="期間")
    file = PlanFile(title="112年度計畫", columns=columns, adopted=RocDate(104, 1), sections=(SectionEntry(text="一"),))
    assert [finding.values for finding in check_years(file, 114)] == [
        {"found": "112", "year": "114"},
        {"found": "104", "year": "114", "before": "113"},
    ]


@pytest.mark.parametrize(
    "title", ["114-115年度", "114至115年度", "114年度至115年度", "114、115年度", "１１４～１１５年度"]
)
def test_the_title_of_a_plan_of_two_years_names_both(title: str) -> None:
    assert of_plan(f"title: 示範處{title}計畫\nuntil: 115") == []
    assert [line.split()[1] for line in of_plan(f"title: 示範處{title}計畫")] == ["W142"]
    assert [line.split()[1] for line in of_plan(f"title: 示範處{title}計畫\nuntil: 116")] == ["W142"]


def test_years_of_something_else_in_the_title_are_not_those_of_the_plan() -> None:
    assert of_plan("title: 示範處112-115年中程計畫之114年度執行計畫") == []


@pytest.mark.parametrize(
    ("until", "fits"), [("113", False), ("114", False), ("115", True), ("123", True), ("124", False)]
)
def test_the_last_year_comes_after_the_first(until: str, fits: bool) -> None:
    assert of_plan(f"title: 示範處114-{until}年度計畫\nuntil: {until}") == ([] if fits else [f"2:8 E130 {until}"])


@pytest.mark.parametrize("until", ["2026", "115年", "一一五", "0115"])
def test_a_year_is_one_of_the_republic_in_figures(until: str) -> None:
    assert [line.split()[1] for line in of_plan(f"until: {until}")] == ["E216"]


def test_periods_may_name_every_year_of_the_plan() -> None:
    rows = "sections: [{rows: [{do: 1. 推廣。, when: 115年3月}, {do: 2. 通知。, when: 116年3月}]}]"
    assert of_plan(f"title: 示範處114-115年度計畫\nuntil: 115\n{rows}") == ["3:67 W107 116"]


@pytest.mark.parametrize(
    ("date", "fits"), [("112-12-31", False), ("113-12-31", True), ("115-12-31", True), ("116-01-01", False)]
)
def test_a_plan_is_revised_before_its_last_year_is_over(date: str, fits: bool) -> None:
    found = of_plan(f"title: 示範處114-115年度計畫\nuntil: 115\nrevision: {{number: 1, date: {date}}}")
    assert [line.split()[1] for line in found] == ([] if fits else ["E132"])
