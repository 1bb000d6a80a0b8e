import pytest

from planpress.model.dates import RocDate
from planpress.source.checks.years import check_years
from planpress.source.shapes import ColumnsEntry, PlanFile, SectionEntry
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
