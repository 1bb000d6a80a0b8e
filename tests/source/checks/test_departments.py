import pytest

from planpress.source.checks.departments import check_departments
from planpress.source.shapes import ColumnsEntry, PlanFile, Row, SectionEntry
from tests.snippets import of_rows

COLUMNS = ColumnsEntry(groups=("面向",), measure="作法", who="部門", when="期間")


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("業務組、電務組（工務段）", []),
        ("業物組、電務組", ["2:8 E104 業物組"]),
        ("業務組、電物組（工務段）", ["2:12 E104 電物組"]),
        ("業務組（工務隊）", ["2:12 E104 工務隊"]),
        ("人事室", ["2:8 E104 人事室"]),
        ("業務組,電務組", ["2:8 E104 業務組,電務組"]),
        ("業務組、、電務組", ["2:11 E105 、、"]),
        ("業務組、", ["2:11 E105 、"]),
        ("、業務組", ["2:8 E105 、"]),
        ("業務組（）", ["2:11 E105 （）"]),
        ('"業物組、電務組"', ["2:9 E104 業物組"]),
    ],
)
def test_departments_of_a_measure(who: str, expected: list[str]) -> None:
    assert of_rows(f"- do: 1. 推廣電子帳單。\n  who: {who}") == expected


def test_departments_of_an_item_are_checked_as_well() -> None:
    assert of_rows("- do: 一\n- item: 甲. 二\n  who: 業物組") == ["3:8 E104 業物組"]


@pytest.mark.parametrize(
    ("name", "values"),
    [("業物組", {"name": "業物組", "nearest": "業務組"}), ("人事室", {"name": "人事室"})],
)
def test_the_nearest_name_is_offered_when_there_is_one(name: str, values: dict[str, str]) -> None:
    file = PlanFile(title="計畫", columns=COLUMNS, sections=(SectionEntry(rows=(Row(do="一", who=name),)),))
    (finding,) = check_departments(file, ["業務組", "電務組"])
    assert finding.values == values
