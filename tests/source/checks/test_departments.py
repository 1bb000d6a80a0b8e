import time

import pytest

from planpress.problems import report
from planpress.source.checks.departments import check_department_years, check_departments
from planpress.source.shapes.plan_shapes import ColumnsEntry, PlanFile, Row, SectionEntry
from tests.snippets import DEPARTMENTS, of_rows, plan_problems

COLUMNS = ColumnsEntry(groups=("面向",), measure="作法", who="部門", when="期間")


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("業務組、電務組（工務段）", []),
        ("業物組、電務組", ["2:8 E104 業物組"]),
        ("業務組、電物組（工務段）", ["2:12 E104 電物組"]),
        ("業務組（工務隊）", ["2:12 E104 工務隊"]),
        ("人事室", ["2:8 E104 人事室"]),
        ("業務組,電務組", ["2:8 E150 業務組,電務組"]),
        ("業物組、業務組；電務組", ["2:8 E104 業物組", "2:12 E150 業務組；電務組"]),
        ("業務組（工務段）、電務組", ["2:8 E152 業務組（工務段）、電務組"]),
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


def cell(who: str, known: list[str]) -> list[tuple[str, str]]:
    """The codes for a cell, each with what is advised."""
    file = PlanFile(title="計畫", columns=COLUMNS, sections=(SectionEntry(rows=(Row(do="一", who=who),)),))
    return [
        (finding.code, finding.values.get("meant", finding.values.get("nearest", "")))
        for finding in check_departments(file, known)
    ]


KNOWN = ["業務組", "電務組", "工務段", "台電組", "企劃及資訊組", "和平服務所", "各部門"]


@pytest.mark.parametrize("sign", [*"，,;；／/｜+＆&﹑､・‧。 　及與和暨跟", "以及", " 及 ", "\n"])
def test_what_joins_departments_is_to_be_the_comma_of_lists(sign: str) -> None:
    assert cell(f"業務組{sign}電務組", KNOWN) == [("E150", "業務組、電務組")]


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("業務組，電務組，工務段", [("E150", "業務組、電務組、工務段")]),
        ("業務組及電務組，工務段", [("E150", "業務組、電務組、工務段")]),
        ("業務組，電務組（工務段）", [("E150", "業務組、電務組（工務段）")]),
        ("業務組（電務組／工務段）", [("E150", "業務組（電務組、工務段）")]),
        ("業務組、電務組及工務段", [("E150", "業務組、電務組、工務段")]),
        ("業物組，電務組", [("E150", "業務組、電務組")]),
        ("業務及電務組", [("E150", "業務組、電務組")]),
        ("業務組，人事室", [("E150", "業務組、人事室")]),
        ("業務組，", [("E158", "業務組")]),
        ("業務組。", [("E158", "業務組")]),
        ("業務組,", [("E158", "業務組")]),
        ("業務組;", [("E158", "業務組")]),
        ("業務組。、電務組", [("E158", "業務組、電務組")]),
        ("業務組（工務段。）", [("E158", "業務組（工務段）")]),
        ("業務組（工務段）。", [("E158", "業務組（工務段）")]),
        ("業務組，電務組。", [("E150", "業務組、電務組")]),
        ("業務組電務組", [("E150", "業務組、電務組")]),
        ("業務組電務組工務段", [("E150", "業務組、電務組、工務段")]),
        ("業物組電務組", [("E150", "業務組、電務組")]),
        ("業務組電物組", [("E150", "業務組、電務組")]),
        ("業務電務組", [("E150", "業務組、電務組")]),
        ("台電組、業務組電務組（工務段）", [("E150", "台電組、業務組、電務組（工務段）")]),
        ("業務組電務組及工務段", [("E150", "業務組、電務組、工務段")]),
        ("業務組人事室", [("E104", "")]),
        ("本處業務組", [("E104", "業務組")]),
        ("企劃及資訊組", []),
        ("企畫及資訊組", [("E104", "企劃及資訊組")]),
        ("企劃及資訊組及業務組", [("E150", "企劃及資訊組、業務組")]),
        ("業務組及企劃及資訊組", [("E150", "業務組、企劃及資訊組")]),
        ("和平服務所", []),
        ("業務組和和平服務所", [("E150", "業務組、和平服務所")]),
        ("公關與法務室", [("E104", "")]),
        ("業務組及人事室", [("E104", "")]),
        ("臺電組", [("E104", "台電組")]),
        ("業 務 組", [("E104", "業務組")]),
        ("臺電組，業務組", [("E150", "台電組、業務組")]),
        ("業務組（工務段", [("E152", "業務組（工務段）")]),
        ("業務組（工務段）電務組", [("E152", "業務組、電務組（工務段）")]),
        ("業務組工務段）", [("E152", "業務組工務段")]),
        ("業" * 5000, [("E104", "")]),
        ("，" * 5000, [("E104", "")]),
    ],
)
def test_several_departments_in_one_name_are_told_with_the_whole_cell(
    who: str, expected: list[tuple[str, str]]
) -> None:
    assert cell(who, KNOWN) == expected


@pytest.mark.parametrize("who", ["[業務組, 電務組]", "\n    - 業務組\n    - 電務組"])
def test_a_list_of_departments_is_told_as_one(who: str) -> None:
    text = f"- do: 1. 推廣電子帳單。\n  who: {who}"
    assert [line.split()[1] for line in of_rows(text)] == ["E151"]


def test_the_advice_names_every_department() -> None:
    problems = plan_problems(
        "title: 示範處114年度服務計畫\n"
        "columns: {groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}\n"
        "sections:\n  - rows:\n      - do: 1. 推廣電子帳單。\n        who: 業務組，電務組\n"
    )
    assert [report.mend(problem, "zh-Hant") for problem in problems] == [
        "部門以「、」分開：業務組、電務組（整行寫成 who: 業務組、電務組）。"
    ]


def test_a_misspelt_name_with_a_joining_word_is_not_split_into_departments_like_its_halves() -> None:
    assert cell("企劃及資訊", ["企劃及資訊組", "企劃組", "資訊組"]) == [("E104", "企劃及資訊組")]


@pytest.mark.parametrize(
    ("who", "meant"),
    [
        ("業務組（協辦：電務組）", "業務組（電務組）"),
        ("業務組（協辦單位：電務組）", "業務組（電務組）"),
        ("業務組(協辦:電務組、工務段)", "業務組（電務組、工務段）"),
        ("業務組（協辦電務組）", "業務組（電務組）"),
        ("主辦：業務組；協辦：電務組", "業務組（電務組）"),
        ("主辦單位：業務組，電務組", "業務組、電務組"),
        ("業務組（主辦）、電務組（協辦）", "業務組（電務組）"),
        ("業務組、配合單位：人事室", "業務組（人事室）"),
    ],
)
def test_roles_are_told_with_the_cell_without_them(who: str, meant: str) -> None:
    assert cell(who, KNOWN) == [("E159", meant)]


def test_a_department_whose_name_begins_like_a_role_is_left_alone() -> None:
    assert cell("業務組、配合組", ["業務組", "配合組"]) == []


@pytest.mark.parametrize(
    "who", ["無", "同上", "N/A", "n/a", "NA", "-", "—", "－", "──", "/", "（無）", "同前", "〃", "none", "yes"]
)
def test_what_stands_for_no_department_is_told_once(who: str) -> None:
    assert cell(who, KNOWN) == [("E160", "")]
    assert of_rows(f'- do: 1. 推廣電子帳單。\n  who: "{who}"') == [f'2:8 E160 "{who}"']


def test_what_stands_for_no_department_is_told_among_others() -> None:
    assert of_rows("- do: 1. 推廣電子帳單。\n  who: 業務組、同上（無）") == ["2:12 E160 同上", "2:15 E160 無"]


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("業務組、業務組", [("W170", "業務組")]),
        ("業務組、電務組、業務組", [("W170", "業務組、電務組")]),
        ("業務組（工務段、業務組）", [("W170", "業務組（工務段）")]),
    ],
)
def test_a_department_that_stands_twice_in_a_cell_is_told_once(who: str, expected: list[tuple[str, str]]) -> None:
    assert cell(who, KNOWN) == expected
    assert of_rows(f"- do: 1. 推廣電子帳單。\n  who: {who}\n  sic: true") == []


def test_names_that_can_be_cut_in_many_ways_are_told_at_once() -> None:
    start = time.process_time()
    assert [code for code, _ in cell("組" * 55 + "隊室", ["組", "組組", "組組組"])] == ["E150"]
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("roc_year", "until", "who", "codes"),
    [
        (109, None, "服務組", ["W190"]),
        (110, None, "服務組", []),
        (109, 110, "服務組", []),
        (109, None, "服務課", []),
        (110, None, "服務課", ["W147"]),
        (109, 110, "服務課", []),
        (112, 113, "資訊課", []),
        (113, None, "業務組、資訊課", ["W146"]),
        (113, None, "業務組（服務課、資訊課）", ["W147", "W146"]),
    ],
)
def test_a_department_stands_in_plans_of_its_years_alone(
    roc_year: int, until: int | None, who: str, codes: list[str]
) -> None:
    row = Row(do="一", who=who)
    file = PlanFile(title="計畫", until=until, columns=COLUMNS, sections=(SectionEntry(rows=(row,)),))
    found = list(check_department_years(file, DEPARTMENTS, file.years(roc_year)))
    assert [each.code for each in found] == codes
    odd = file.model_copy(update={"sections": (SectionEntry(rows=(row.model_copy(update={"sic": True}),)),)})
    assert list(check_department_years(odd, DEPARTMENTS, file.years(roc_year))) == []


def test_former_names_are_known() -> None:
    assert (
        list(check_departments(PlanFile(title="計畫", columns=COLUMNS, sections=(SectionEntry(text="一"),)), [])) == []
    )
    assert [line.split()[1] for line in of_rows("- {do: 1. 推廣。, who: 服務客}")] == ["E104"]
    assert [line.split()[1] for line in of_rows("- {do: 1. 推廣。, who: 服務課, sic: true}")] == []
