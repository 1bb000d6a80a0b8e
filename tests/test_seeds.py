"""The five real plans say what their sources say: every word, in the same order, and nothing else.

The sources are the texts extracted from the offices' PDF files. They are not part of the repository.
"""

import os
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from tests.seeds import HEADINGS, Allowed, Mend, Plan, Surplus, differences, measures_a_group

ROOT: Final = Path(__file__).parent.parent
SOURCES: Final = Path(os.environ.get("PLANPRESS_SEEDS") or ROOT.parent / "shared" / "seeds")

PLANS: Final = {
    "kinmen/114": "000_67588a547175f57c.txt",
    "pingtung/107": "001_9f3b7d0bd13d6be1.txt",
    "taipei-city/112": "002_3bdb734e2070ee73.txt",
    "water-1/105": "003_792963031e4b394a.txt",
    "xinying/111": "004_b959e9edcc3024e6.txt",
}

if not SOURCES.is_dir():
    pytest.skip(
        f"NOT PROVED that the five plans equal their sources: there is no {SOURCES}. Put the source texts there,"
        " or say where they are: PLANPRESS_SEEDS=/path/to/seeds make test",
        allow_module_level=True,
    )

ALLOWED: Final = {
    "taipei-city/112": Allowed(
        surplus=(
            Surplus(4, "持續辦理", 5, "一(二)3. has 4 measures, 4 departments' cells and 5 periods"),
            Surplus(
                9,
                "業務組",
                3,
                "二(二)3.(1) and (2): 業務組 stands twice in a row, with one period between two measures",
            ),
        )
    ),
    "water-1/105": Allowed(
        mends=(
            Mend("經濟部", "台灣自來水公司第一區管理處105年度提升服務品質執行計畫", "cover: the ministry"),
            Mend("台灣自來水公司第一區管理處", "105年2月", "cover: the office, which the title names already"),
            Mend(
                "台灣自來水公司第一區管理處105年度提升服務品質執行計畫",
                "壹、計畫依據",
                "the title again, after the contents",
            ),
            Mend(
                "(8)水叮嚀行動櫃檯：本處創新服務「水叮嚀駐點服務」、「水叮嚀到家服務」及「水叮嚀管家服務」。",
                "(8)水叮嚀行動櫃檯",
                "the extraction has this measure twice, once in the cell of (7)",
            ),
            Mend(
                "機關應訂定網站(頁)資料定期更新(含標準作業程序),並積及維護網站(頁)資訊,避免有無明顯錯誤、過期獲超連結無效等情形。",
                "別化後,",
                "a heading beside the rest of a measure that began on the page before",
                to="並定期檢視及更新資料。",
            ),
            Mend(
                "並提供網站的友善度",
                "文、交叉、站內",
                "the rest of a heading that began on the page before",
                to="機關網站應提供多元及便利的資料檢索服務,",
            ),
            Mend(
                "子參與",
                "開發線上服務項目",
                "the rest of a heading that began on the page before",
                to="二、線上服務及電",
            ),
            Mend(
                "開發線上服務項目",
                "線上服務提供及使用情形",
                "the rest of a heading that began on the page before",
                to="機關應善用資訊科技，針對民眾需求",
            ),
            Mend(
                "線上服務提供及使用情形線上服務量能支績效展現",
                "(2)定期蒐集民眾需求",
                "two headings in one cell with the rest of the heading before them",
                to="並執行表單簡化工作。",
            ),
            Mend(
                "參、創新加值服務—創新服務情形",
                "量社會公平正義價值下",
                "the outermost heading, whose cell is read after the first row beside it",
                to="以符合平台向上集中原則。",
            ),
        ),
        surplus=(
            Surplus(1, "各所", 2, "(1) of 1. 單一窗口服務全功能程度: 各所, 業務課, 各所 in one cell"),
            Surplus(6, "105年1-12月", 7, "2. 服務行為友善及專業度: 10 periods for 9 measures"),
            Surplus(
                11,
                "資訊小組",
                1,
                "機關網站應提供多元…: 7 departments for (3) to (8), the first beside the rest of (2)",
            ),
            Surplus(
                11,
                "105年1-12月",
                1,
                "機關網站應提供多元…: 7 periods for (3) to (8), the first beside the rest of (2)",
            ),
        ),
    ),
    "xinying/111": Allowed(
        surplus=(
            Surplus(
                2,
                "隨時辦理",
                6,
                "一(二)1.(3) and (4): three departments and three periods beside two measures",
            ),
        )
    ),
}

MEASURES: Final = {
    "kinmen/114": {
        "一、提供在地化及客製化關懷服務": [1, 1, 2, 1],
        "二、法規及流程簡化": [4, 3, 3, 3],
        "三、公私協力": [1, 2, 3],
    },
    "pingtung/107": {
        "一、基礎服務": [1, 5, 4, 14, 8, 4, 9],
        "二、服務遞送": [4, 3, 2, 7, 2, 2, 4, 1, 1],
        "三、服務量能": [1, 3],
        "四、服務評價": [3, 1, 5],
        "五、開放創新": [3, 2],
    },
    "taipei-city/112": {
        "一、基礎服務": [1, 5, 4, 14, 8, 4, 9],
        "二、服務遞送": [4, 4, 2, 7, 2, 2, 5, 1, 1],
        "三、服務量能": [1, 3],
        "四、服務評價": [2, 1, 6],
        "五、開放創新": [4, 7],
    },
    "water-1/105": {
        "壹、優質便民服務": [8, 4, 5, 2, 6, 2, 6, 8, 9, 10, 5, 7],
        "貳、資訊網路服務": [4, 2, 3, 8, 2, 3, 1, 3],
        "參、創新加值服務": [4, 7, 2, 3],
    },
    "xinying/111": {
        "一、基礎服務": [1, 5, 4, 15, 9, 5, 9],
        "二、服務遞送": [5, 4, 2, 7, 2, 2, 4, 2, 2],
        "三、服務量能": [2, 3],
        "四、服務評價": [5, 1, 5],
        "五、開放創新": [3, 4],
    },
}
"""How many measures stand below each heading that has any, by outermost heading; counted on the sources by hand."""


def read_plan(name: str) -> Plan:
    plan: Plan = yaml.load((ROOT / "offices" / name / "plan.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    return plan


def compare(name: str, plan: Plan) -> list[str]:
    source = (SOURCES / PLANS[name]).read_text(encoding="utf-8")
    return differences(plan, source, ALLOWED.get(name))


@pytest.mark.parametrize("name", PLANS)
def test_plan_equals_its_source(name: str) -> None:
    plan = read_plan(name)
    found = compare(name, plan)
    assert not found, "\n".join([f"{name} differs from {PLANS[name]}:", *found, f"measures: {measures_a_group(plan)}"])


@pytest.mark.parametrize("name", PLANS)
def test_every_group_has_the_measures_of_its_source(name: str) -> None:
    assert measures_a_group(read_plan(name)) == MEASURES[name]


Row = dict[str, Any]


def measures(plan: Plan) -> list[Row]:
    return [row for section in plan["sections"] for row in section.get("rows", ()) if "do" in row]


def swap_departments(plan: Plan) -> None:
    first, *others = [row for row in measures(plan) if "who" in row]
    other = next(row for row in others if row["who"] != first["who"])
    first["who"], other["who"] = other["who"], first["who"]


def swap_periods(plan: Plan) -> None:
    rows = [row for row in measures(plan) if row.setdefault("when", plan.get("when", ""))]
    other = next(row for row in rows if row["when"] != rows[0]["when"])
    rows[0]["when"], other["when"] = other["when"], rows[0]["when"]


def hand_departments_to_the_next_group(plan: Plan) -> None:
    """Neither department is lost nor does their order change."""
    group = 0
    last: tuple[int, Row] = (0, {})
    for row in (row for section in plan["sections"] for row in section.get("rows", ())):
        group += any(heading in row for heading in HEADINGS)
        if "who" in row and "unsure" not in row:
            if 0 < last[0] < group and not set(row["who"].split("、")) & set(last[1]["who"].split("、")):
                row["who"] = f"{last[1].pop('who')}、{row['who']}"
                return
            last = (group, row)
    raise AssertionError("no group ends with other departments than the next begins with")


def swap_texts(plan: Plan) -> None:
    first, *_, last = measures(plan)
    first["do"], last["do"] = last["do"], first["do"]


def drop_a_sentence(plan: Plan) -> None:
    row = max(measures(plan), key=lambda row: len(row["do"]))
    row["do"] = "，".join(row["do"].split("，")[:-1])


def drop_a_paragraph(plan: Plan) -> None:
    section = next(section for section in plan["sections"] if "text" in section)
    del section["text"]


def add_a_character(plan: Plan) -> None:
    row = measures(plan)[-1]
    row["do"] = row["do"][:9] + "的" + row["do"][9:]


def add_a_row(plan: Plan) -> None:
    rows = next(section["rows"] for section in plan["sections"] if "rows" in section)
    rows.append(deepcopy(rows[-1]))


def change_the_title(plan: Plan) -> None:
    plan["title"] = plan["title"].replace("計畫", "計劃")


def change_the_date(plan: Plan) -> None:
    plan["adopted"] = plan["adopted"].replace("0", "1", 1)


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize(
    ("mutate", "message"),
    [
        (swap_departments, ": departments of the source"),
        (swap_periods, ": periods of the source"),
        (hand_departments_to_the_next_group, "stands beside other text than"),
        (swap_texts, "not in the source"),
        (drop_a_sentence, "not in the plan"),
        (drop_a_paragraph, "not in the plan"),
        (add_a_character, "not in the source"),
        (add_a_row, "not in the source"),
        (change_the_title, "not in the source"),
        (change_the_date, "not in the source"),
    ],
)
def test_comparison_finds_what_is_wrong(name: str, mutate: Callable[[Plan], None], message: str) -> None:
    plan = read_plan(name)
    mutate(plan)
    assert any(message in found for found in compare(name, plan))


@pytest.mark.parametrize("name", PLANS)
def test_a_measure_taken_for_an_item_changes_the_count(name: str) -> None:
    plan = read_plan(name)
    row = measures(plan)[-1]
    row["item"] = row.pop("do")
    assert measures_a_group(plan) != MEASURES[name]
