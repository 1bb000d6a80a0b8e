import re
from dataclasses import replace

import pytest

from planpress.documents.records import FIELDS
from tests.cases import few
from tests.documents import hostile
from tests.documents.reader import find, part, q, sheet
from tests.documents.real import PLANS, TAGS, case, made, measures
from tests.written import plan


def named(data: bytes) -> list[dict[str, str]]:
    _, *rows = sheet(data, 0)
    return [dict(zip((field.name for field in FIELDS), row, strict=True)) for row in rows]


@pytest.mark.parametrize("tag", few(TAGS, "en"))
@pytest.mark.parametrize(("office_id", "roc_year"), PLANS)
def test_every_measure_of_a_real_plan_is_there_in_its_order_and_nothing_else(
    office_id: str, roc_year: int, tag: str
) -> None:
    real = case(office_id, roc_year, tag)
    data = real.ods
    assert [(row["id"], row["number"], row["text"], row["period"], row["unsure"]) for row in named(data)] == [
        (each.id, real.number(each), real.say(each.text), real.when(each), real.say(each.unsure) if each.unsure else "")
        for each in measures(real.plan)
    ]
    assert [(row["departments"], row["supporting_departments"]) for row in named(data)] == [
        (";".join(real.who(each.departments)), ";".join(real.who(each.supporting_departments)))
        for each in measures(real.plan)
    ]
    assert [tuple(row) for row in sheet(data, 0)[1:]] == real.records()


@pytest.mark.parametrize(("office_id", "roc_year"), PLANS)
def test_the_same_plan_is_the_same_bytes(office_id: str, roc_year: int) -> None:
    real = case(office_id, roc_year, "zh-Hant")
    assert real.ods == real.ods


def test_years_are_numbers_and_all_else_is_text() -> None:
    for data in (case(*PLANS[0], "zh-Hant").ods, made(hostile.plan(), hostile.OFFICE, "en").ods):
        content = part(data, "content.xml")
        table = find(content, "table:table")
        for row in table.findall(q("table:table-row")):
            for field, cell in zip(FIELDS, row.findall(q("table:table-cell")), strict=True):
                kind = cell.get(q("office:value-type"))
                if field.name in {"roc_year", "year"}:
                    assert kind == "float"
                    assert re.fullmatch(r"\d+", cell.get(q("office:value"), ""))
                else:
                    assert kind == ("string" if len(cell) else None)
                    assert q("office:value") not in cell.attrib
        assert not [each for each in content.iter() if q("table:formula") in each.attrib]


def test_each_measure_links_to_its_place_on_the_page() -> None:
    real = case("kinmen", 114, "en")
    links = [link.get(q("xlink:href")) for link in part(real.ods, "content.xml").iter(q("text:a"))]
    assert links == [f"https://plans.example/en/kinmen/114/#{measure.id}" for measure in measures(real.plan)]


@pytest.mark.parametrize(
    ("tag", "names", "header", "meaning"),
    [
        ("zh-Hant", ["具體作法", "欄位說明"], "承辦部門", ["CSV 的欄名", "欄位", "說明"]),
        (
            "en",
            ["Measures", "About the columns", "Departments"],
            "Departments",
            ["Name in the CSV file", "Column", "Explanation"],
        ),
        ("zh-Hans", ["具体作法", "栏位说明"], "承办部门", ["CSV 的栏名", "栏位", "说明"]),
    ],
)
def test_sheets_and_columns_are_named_in_the_language(
    tag: str, names: list[str], header: str, meaning: list[str]
) -> None:
    data = case("kinmen", 114, tag).ods
    tables = part(data, "content.xml").findall(f".//{q('table:table')}")
    assert [table.get(q("table:name")) for table in tables] == names
    titles = sheet(data, 0)[0]
    assert titles[[field.name for field in FIELDS].index("departments")] == header
    assert len(titles) == len(set(titles)) == len(FIELDS)
    first, *rows = sheet(data, 1)
    assert first == meaning
    assert [(row[0], row[1]) for row in rows] == [
        (field.name, title) for field, title in zip(FIELDS, titles, strict=True)
    ]
    assert all(row[2] for row in rows)


def test_the_header_row_is_frozen_repeated_in_print_and_filters() -> None:
    real = case("kinmen", 114, "zh-Hant")
    data = real.ods
    for table in part(data, "content.xml").findall(f".//{q('table:table')}"):
        assert len(find(table, "table:table-header-rows")) == 1
    filtering = find(part(data, "content.xml"), "table:database-range")
    assert filtering.get(q("table:display-filter-buttons")) == "true"
    assert filtering.get(q("table:target-range-address")) == f"'具體作法'.A1:'具體作法'.Z{len(real.records()) + 1}"
    views = part(data, "settings.xml")
    for name in ("具體作法", "欄位說明"):
        [entry] = [each for each in views.iter(q("config:config-item-map-entry")) if each.get(q("config:name")) == name]
        items = {item.get(q("config:name")): item.text for item in entry}
        assert (items["VerticalSplitMode"], items["VerticalSplitPosition"], items["PositionBottom"]) == ("2", "1", "1")


def test_columns_are_as_wide_as_what_they_hold_and_lines_wrap() -> None:
    content = part(case("kinmen", 114, "zh-Hant").ods, "content.xml")
    widths = {
        style.get(q("style:name")): float(
            find(style, "style:table-column-properties").get(q("style:column-width"), "").removesuffix("cm")
        )
        for style in content.iter(q("style:style"))
        if style.get(q("style:family")) == "table-column"
    }
    table = find(content, "table:table")
    columns = dict(zip((field.name for field in FIELDS), table.findall(q("table:table-column")), strict=True))
    by_name = {name: widths[column.get(q("table:style-name"))] for name, column in columns.items()}
    assert max(by_name, key=lambda name: by_name[name]) == "text"
    cells = {name: column.get(q("table:default-cell-style-name")) for name, column in columns.items()}
    assert {name for name, style in cells.items() if style != "Default"} == {"period_value", "url"}
    styles = part(case("kinmen", 114, "zh-Hant").ods, "styles.xml")
    wraps = [each.get(q("fo:wrap-option")) for each in styles.iter(q("style:table-cell-properties"))]
    assert wraps[:2] == ["wrap", "no-wrap"]


@pytest.mark.parametrize(("office_id", "roc_year"), PLANS)
def test_a_column_that_a_plan_leaves_empty_is_hidden(office_id: str, roc_year: int) -> None:
    real = case(office_id, roc_year, "en")
    columns = find(part(real.ods, "content.xml"), "table:table").findall(q("table:table-column"))
    hidden = [column.get(q("table:visibility")) == "collapse" for column in columns]
    assert hidden == [not any(column) for column in zip(*real.records(), strict=True)]
    assert any(hidden) and not all(hidden)


@pytest.mark.parametrize("tag", few(TAGS, "en"))
def test_hostile_texts_come_through_whole(tag: str) -> None:
    strange = made(hostile.plan(), hostile.OFFICE, tag)
    found = sheet(strange.ods, 0)[1:]
    assert [tuple(row) for row in found] == [tuple(map(hostile.readable, row)) for row in strange.records()]


def test_a_plan_without_measures_is_a_sheet_with_a_header() -> None:
    empty = made(hostile.plan().model_copy(update={"sections": ()}), hostile.OFFICE, "en")
    assert len(sheet(empty.ods, 0)) == 1


def test_translated_names_of_departments_are_listed_with_the_chinese_and_the_measures_stay_data() -> None:
    real = case("kinmen", 114, "en")
    data = real.ods
    assert sheet(data, 2) == [
        ["Name", "Name in Chinese"],
        ["all departments", "各部門"],
        ["Business Department", "業務組"],
        ["Electrical Operations Department", "電務組"],
    ]
    assert {name for row in named(data) for name in row["departments"].split(";")} <= {
        "",
        *(row[0] for row in sheet(data, 2)),
    }
    untranslated = made(hostile.plan(), hostile.OFFICE.model_copy(update={"departments": ()}), "en").ods
    for other in (case("kinmen", 114, "zh-Hant").ods, case("kinmen", 114, "zh-Hans").ods, untranslated):
        assert len(part(other, "content.xml").findall(f".//{q('table:table')}")) == 2


def test_target_and_source_are_read_back() -> None:
    data = made(
        plan(
            """
            sections:
              - heading: 壹、作法
                rows:
                  - h1: 一、基礎
                  - do: 甲事
                    target: {figure: "95", unit: "%", by: 114-12-31}
                    source: 業字第1號函
                  - do: 乙事
                    target: {figure: "=3", by: 114-12}
            """
        ),
        hostile.OFFICE,
        "en",
    ).ods
    assert [(row["target"], row["target_unit"], row["target_by"], row["source"]) for row in named(data)] == [
        ("95", "%", "2025-12-31", "業字第1號函"),
        ("=3", "", "2025-12", ""),
    ]


def test_an_address_may_hold_anything() -> None:
    strange = replace(case("kinmen", 114, "en"), url="https://plans.example/?a=1&b=\"<'")
    expected = [f"{strange.url}#{measure.id}" for measure in measures(strange.plan)]
    assert [link.get(q("xlink:href")) for link in part(strange.ods, "content.xml").iter(q("text:a"))] == expected
    assert [row["url"] for row in named(strange.ods)] == expected


def test_the_years_of_a_plan_of_several_are_a_text() -> None:
    lasting = plan("until: 115\nsections: [{rows: [{do: 1. 甲。}]}]")
    (row,) = named(made(lasting, hostile.OFFICE, "zh-Hant").ods)
    assert (row["roc_year"], row["year"]) == ("114;115", "2025;2026")


def test_an_address_in_a_text_is_a_link_and_the_value_stays_the_text() -> None:
    text = "甲事（http://a.example/1?a=1&b=2）。見http://a.example/2，"
    data = made(plan(f"sections: [{{rows: [{{do: {text!r}}}]}}]"), hostile.OFFICE, "zh-Hant").ods
    links = [link.get(q("xlink:href")) for link in part(data, "content.xml").iter(q("text:a"))]
    assert links[:2] == ["http://a.example/1?a=1&b=2", "http://a.example/2"]
    assert [row["text"] for row in named(data)] == [text]
