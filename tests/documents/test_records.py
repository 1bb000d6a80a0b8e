import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.documents.records import FIELDS, MAX_LEVELS, department_names, harmless, records
from planpress.editions.edition import Edition
from planpress.editions.hans import HansConverter
from planpress.editions.memory import Memory
from planpress.model import Group, Measure
from planpress.model.language import AUTHORITATIVE, EN, ZH_HANS
from tests.documents.real import PLANS, case, headings, measures
from tests.written import office, plan

OFFICE = office(
    """
    name: 示範處
    en: Sample Office
    departments:
      - {name: 業務組, en: Business Department}
      - name: 電務組
      - name: 工務段
    """
)
URL = "https://plans.example/sample/114/"
PLAN = """
    sections:
      - heading: 壹、作法
        rows:
          - h1: 一、基礎服務
          - h2: (二) 友善
          - do: 1. 設置座椅。
            who: 業務組、電務組（工務段）
            when: 105年5月及10月
            unsure: 依先後推定
          - item: 甲. 木椅。
            target: {figure: "20", unit: 張, by: 105-10}
          - item: 乙. 鐵椅。
            when: 每兩個月辦理一次
            target: {figure: 九成}
            source: 業字第1號函
          - h1: （三）便利
          - do: 引導。
            target: {figure: "95", unit: "%", by: 105-12-31}
          - h1: 創新
          - do: 試辦。
            when: 105年6月前
    """


def named(edition: Edition) -> list[dict[str, str]]:
    names = [field.name for field in FIELDS]
    return [dict(zip(names, row, strict=True)) for row in records(plan(PLAN), OFFICE, edition, URL)]


def filled(row: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in row.items() if value}


def test_a_row_for_each_measure_and_item() -> None:
    common = {"office": "sample", "office_name": "示範處", "roc_year": "114", "year": "2025"}
    path = {"level_1": "一、基礎服務", "level_2": "(二) 友善"}
    assert [filled(row) for row in named(Edition(AUTHORITATIVE))] == [
        {
            **common, "id": "m-1-1-1", "type": "measure", **path, "number": "1.", "text": "設置座椅。",
            "departments": "業務組;電務組", "supporting_departments": "工務段", "period": "105年5月及10月",
            "period_kind": "months", "period_value": "2016-05;2016-10", "unsure": "依先後推定", "url": f"{URL}#m-1-1-1",
        },
        {
            **common, "id": "m-1-1-1-i1", "type": "item", **path, "number": "甲.", "text": "木椅。",
            "target": "20", "target_unit": "張", "target_by": "2016-10", "url": f"{URL}#m-1-1-1-i1",
        },
        {
            **common, "id": "m-1-1-1-i2", "type": "item", **path, "number": "乙.", "text": "鐵椅。",
            "period": "每兩個月辦理一次", "period_kind": "recurring", "period_value": "P2M",
            "target": "九成", "source": "業字第1號函", "url": f"{URL}#m-1-1-1-i2",
        },
        {
            **common, "id": "m-2-1", "type": "measure", "level_1": "（三）便利", "text": "引導。",
            "target": "95", "target_unit": "%", "target_by": "2016-12-31", "url": f"{URL}#m-2-1",
        },
        {
            **common, "id": "m-3-1", "type": "measure", "level_1": "創新", "text": "試辦。",
            "period": "105年6月前", "period_kind": "by", "period_value": "2016-06", "url": f"{URL}#m-3-1",
        },
    ]  # fmt: skip


def test_numbers_and_periods_stand_in_the_plans_own_words() -> None:
    written = plan("""
        sections:
          - rows:
              - h1: Ⅰ、服務
              - h2: ㈢ 友善
              - do: １．設置座椅。
                when: １１４／６／３０前
              - item: （ａ） 木椅。
                when: 每年6月及12月
          - heading: 附件
            rows:
              - h1: 附件1
              - do: ⑴ 清冊。
                when: 第１、３季
    """)
    names = [field.name for field in FIELDS]
    rows = [dict(zip(names, row, strict=True)) for row in records(written, OFFICE, Edition(AUTHORITATIVE), URL)]
    shown = ("level_1", "level_2", "number", "period", "period_kind", "period_value")
    assert [tuple(row[name] for name in shown) for row in rows] == [
        ("Ⅰ、服務", "㈢ 友善", "１．", "１１４／６／３０前", "by", "2025-06"),
        ("Ⅰ、服務", "㈢ 友善", "（ａ）", "每年6月及12月", "recurring", "P1Y"),
        ("附件1", "", "⑴", "第１、３季", "months", "2025-01;2025-02;2025-03;2025-07;2025-08;2025-09"),
    ]


def test_in_another_language_what_is_not_translated_stays_chinese() -> None:
    memory = Memory({(None, "友善"): "Friendly", (None, "張"): "chairs", (None, "業字第1號函"): "Letter 業字第1號"})
    row, wooden, iron, *_ = named(Edition(EN, memory))
    assert row["office_name"] == "Sample Office"
    assert (row["level_1"], row["level_2"], row["number"]) == ("1. 基礎服務", "(2) Friendly", "1.")
    assert row["departments"] == "Business Department;電務組"
    assert (row["text"], row["period"]) == ("設置座椅。", "May and October 2016")
    assert (wooden["target_unit"], iron["source"]) == ("chairs", "Letter 業字第1號")


def test_departments_that_are_translated_have_their_chinese_in_the_offices_order() -> None:
    names: dict[tuple[str | None, str], str] = {(None, "電務組"): "Electrical", (None, "工務段"): "Works"}
    assert department_names(plan(PLAN), OFFICE, Edition(EN, Memory(names))) == (
        ("Business Department", "業務組"),
        ("Electrical", "電務組"),
        ("Works", "工務段"),
    )
    assert department_names(plan(PLAN), OFFICE, Edition(AUTHORITATIVE)) == ()
    assert department_names(plan(PLAN), OFFICE, Edition(ZH_HANS, hans=HansConverter({}))) == ()


@pytest.mark.parametrize(("office_id", "roc_year"), PLANS)
def test_every_real_plan_fits_into_the_columns(office_id: str, roc_year: int) -> None:
    real = case(office_id, roc_year, "zh-Hant")
    assert max(level for level, _ in headings(real.plan)) - 1 <= MAX_LEVELS
    rows = [dict(zip((field.name for field in FIELDS), row, strict=True)) for row in real.records()]
    assert [row["id"] for row in rows] == [measure.id for measure in measures(real.plan)]
    said = {row[f"level_{level}"] for row in rows for level in range(1, MAX_LEVELS + 1)}
    for _, group in headings(real.plan):
        if isinstance(group, Group) and any(isinstance(child, Measure) for child in group.children):
            assert any(name.endswith(group.name) and name.startswith(real.number(group)) for name in said), group.id


def test_the_published_fields() -> None:
    """A contract: whoever reads the data counts on these names and their order."""
    assert [field.name for field in FIELDS] == [
        "office", "office_name", "roc_year", "year", "id", "type",
        "level_1", "level_2", "level_3", "level_4", "level_5", "level_6",
        "number", "text", "departments", "supporting_departments",
        "period", "period_kind", "period_value", "target", "target_unit", "target_by", "source", "unsure", "url",
    ]  # fmt: skip
    for field in FIELDS:
        assert field.zh_hant and field.zh_hant_meaning and field.en and field.en_meaning


@pytest.mark.parametrize(
    "value",
    [
        "=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠1", "\t=1", " =1", "\r\n=1", "\u3000=1", "\xa0+1", "\ufeff=1",
        "\u200b=1", "\ttext", "\rtext", "\ntext", "=",
    ],
)  # fmt: skip
def test_what_could_be_a_formula_is_made_harmless(value: str) -> None:
    assert harmless(value) == f"'{value}"


@pytest.mark.parametrize(
    "value", ["", "1. 設置", "a=b", "一、", "'=1", "1+1", "(-1)", "https://x.example/?a=1", " text"]
)
def test_what_is_harmless_stays(value: str) -> None:
    assert harmless(value) == value


@given(st.text())
def test_harmless_adds_a_quotation_mark_or_nothing(value: str) -> None:
    found = harmless(value)
    assert found in (value, f"'{value}")
    assert not found.lstrip().startswith(("=", "+", "-", "@"))


def test_the_years_of_a_plan_of_several_stand_in_one_cell() -> None:
    text = "until: 115\nsections: [{rows: [{do: 1. 甲。, when: 3月}]}]"
    (row,) = records(plan(text), OFFICE, Edition(AUTHORITATIVE), URL)
    values = dict(zip([field.name for field in FIELDS], row, strict=True))
    assert (values["roc_year"], values["year"]) == ("114;115", "2025;2026")
    assert values["period_value"] == "2025-03;2026-03"
