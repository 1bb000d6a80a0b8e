from pathlib import Path

from planpress.editions.catalogue import as_key
from planpress.editions.edition import plan_texts
from planpress.source.repository import read_office, read_organisations, read_plan
from planpress.translating.units import read_all_units, read_units
from tests.projects import PLAN, project
from tests.snippets import plan_units

ROOT = Path(__file__).parents[2]

SHOWN = """\
title: 示範處114年度服務計畫
shortcuts: [{text: 到府服務, to: m-1-1}]
transcription_notes:
  - 照原文
columns: {groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}
sections:
  - heading: 壹、計畫依據
    text: |
      本計畫依下列規定：
      一、總處
      函示。
  - text: 柒、本計畫如有未盡事宜
    rows:
      - h1: "一、基礎服務"
        unsure: 標題的疑問不在網頁上
      - say: 前言
      - do: 1.   推廣電子帳單，
          隨時辦理。
        unsure: 存疑
        target: {figure: "3", unit: 件}
        source: 來函
      - item: 甲. 簡訊
"""


def test_every_text_without_its_number_has_its_place() -> None:
    plan = plan_units(SHOWN)
    places = [plan.place(unit) for unit in plan.units]
    assert [(unit.text, place.line, place.excerpt[place.column - 1 :][:4]) for unit, place in zip(plan.units, places, strict=True)] == [
        ("示範處114年度服務計畫", 1, "示範處1"),
        ("到府服務", 2, "到府服務"),
        ("計畫依據", 7, "計畫依據"),
        ("本計畫依下列規定：", 9, "本計畫依"),
        ("總處", 10, "總處"),
        ("函示。", 11, "函示。"),
        ("本計畫如有未盡事宜", 12, "本計畫如"),
        ("基礎服務", 14, '基礎服務'),
        ("前言", 16, "前言"),
        ("推廣電子帳單，隨時辦理。", 17, "推廣電子"),
        ("件", 20, "件}"),
        ("來函", 21, "來函"),
        ("存疑", 19, "存疑"),
        ("簡訊", 22, "簡訊"),
        ("照原文", 4, "照原文"),
    ]  # fmt: skip


def test_a_text_that_repeats_its_number_is_found_behind_it() -> None:
    plan = plan_units(
        SHOWN.replace("壹、計畫依據", "壹、壹").replace("一、總處", "一、一").replace("甲. 簡訊", "甲. 甲")
    )
    columns = {plan.place(unit).line: plan.place(unit).column for unit in plan.units}
    assert [columns[line] for line in (7, 10, 22)] == [16, 9, 18]


def test_the_lines_of_a_repeated_text_are_known() -> None:
    plan = plan_units(SHOWN.replace("- 照原文", "- 到府服務").replace("前言", "到府服務"))
    assert plan.lines["到府服務"] == (2, 4, 16)
    assert list(plan.lines)[:3] == ["示範處114年度服務計畫", "到府服務", "計畫依據"]


def test_the_units_of_the_real_plans_are_the_texts_of_their_pages_each_at_its_place() -> None:
    organisations, _ = read_organisations(ROOT)
    plans = read_all_units(ROOT)
    assert len(plans) >= 5
    for plan in plans:
        assert plan is not None
        office, _ = read_office(ROOT, plan.office, organisations)
        assert office is not None
        whole, _ = read_plan(ROOT, office, plan.roc_year)
        assert whole is not None
        assert [unit.text for unit in plan.units] == list(plan_texts(whole))
        for unit in plan.units:
            place = plan.place(unit)
            marked = place.excerpt[place.column - 1 : place.column - 1 + place.length]
            assert unit.key.startswith(as_key(marked))


def test_plans_are_read_by_office_and_year_and_one_that_cannot_be_is_told(tmp_path: Path) -> None:
    root = project(
        tmp_path,
        {"offices/sample/99/plan.yml": PLAN, "offices/sample/115/plan.yml": PLAN.replace("columns:", "column:")},
    )
    plans = read_all_units(root)
    assert [plan and (plan.office, plan.roc_year, plan.file) for plan in plans] == [
        ("sample", 99, "offices/sample/99/plan.yml"),
        ("sample", 114, "offices/sample/114/plan.yml"),
        None,
    ]
    assert read_units(root, "sample", 116) is None


DECIDED = (
    PLAN
    + """\
approvals: [{kind: 核定, by: 單位主管}, {kind: 備查}]
revision: {number: 1, date: 114-06-30, note: 增列服務。, approvals: [{kind: 核定, by: 總處}]}
supplements:
  - title: 繳費規定
    text: |
      一、得以刷卡。

        二、得以轉帳。
    note: 七月起。
  - {title: 停電規定, file: rules.pdf}
"""
)


def test_what_is_decided_of_a_plan_is_translated_too(tmp_path: Path) -> None:
    root = project(tmp_path, {"offices/sample/114/plan.yml": DECIDED, "offices/sample/114/rules.pdf": "%PDF-1.7"})
    units = read_units(root, "sample", 114)
    organisations, _ = read_organisations(root)
    office, _ = read_office(root, "sample", organisations)
    assert office is not None
    assert units is not None
    plan, problems = read_plan(root, office, 114)
    assert [each.code for each in problems] == ["W143"]
    assert plan is not None
    assert [unit.text for unit in units.units] == list(plan_texts(plan))
    found = [(unit.text, units.place(unit)) for unit in units.units[-8:]]
    said = ["單位主管", "增列服務。", "總處", "繳費規定", "一、得以刷卡。", "二、得以轉帳。", "七月起。", "停電規定"]
    assert [text for text, _ in found] == said
    assert all(place.excerpt[place.column - 1 :].startswith(text) for text, place in found)
