import csv
import io

import pytest

from planpress.documents.csv_table import csv_table
from planpress.documents.records import FIELDS
from tests.documents import hostile
from tests.documents.real import PLANS, Case, case, made, measures
from tests.written import plan

TAGS = ("zh-Hant", "en")


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_spreadsheet_programs_see_that_it_is_utf_8() -> None:
    data = csv_table([])
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    assert data.count(b"\xef\xbb\xbf") == 1


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize(("office_id", "roc_year"), PLANS)
def test_every_measure_of_a_real_plan_is_there_in_its_order_and_nothing_else(
    office_id: str, roc_year: int, tag: str
) -> None:
    real = case(office_id, roc_year, tag)
    header, *rows = read(csv_table(real.records()))
    assert header == [field.name for field in FIELDS]
    named = [dict(zip(header, row, strict=True)) for row in rows]
    assert [(row["id"], row["number"], row["text"], row["period"], row["unsure"]) for row in named] == [
        (each.id, real.number(each), real.say(each.text), real.when(each), real.say(each.unsure) if each.unsure else "")
        for each in measures(real.plan)
    ]
    assert [(row["departments"], row["supporting_departments"]) for row in named] == [
        (";".join(real.who(each.departments)), ";".join(real.who(each.supporting_departments)))
        for each in measures(real.plan)
    ]


def test_no_value_of_a_hostile_plan_is_a_formula_and_none_leaves_its_cell() -> None:
    strange: Case = made(hostile.plan(), hostile.OFFICE, "en")
    records = [tuple(value.encode(errors="replace").decode() for value in row) for row in strange.records()]
    _, *rows = read(csv_table(records))
    assert len(rows) == 2 * len(hostile.TEXTS)
    for row, record in zip(rows, records, strict=True):
        assert len(row) == len(FIELDS)
        for value, given in zip(row, record, strict=True):
            assert value in (given, f"'{given}")
            assert not value.strip("\ufeff\u200b \t\r\n\u3000").startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


TARGETS = """
    sections:
      - heading: 壹、作法
        rows:
          - h1: 一、基礎
          - do: 甲事
            target: {figure: "95", unit: "%", by: 114-12-31}
            source: 業字第1號函
          - do: 乙事
            target: {figure: "+3", by: 114-12}
    """


def test_target_and_source_are_read_back() -> None:
    header, *rows = read(csv_table(made(plan(TARGETS), hostile.OFFICE, "en").records()))
    named = [dict(zip(header, row, strict=True)) for row in rows]
    assert [(row["target"], row["target_unit"], row["target_by"], row["source"]) for row in named] == [
        ("95", "%", "2025-12-31", "業字第1號函"),
        ("'+3", "", "2025-12", ""),
    ]


def test_a_text_of_several_lines_stays_one_value() -> None:
    row = tuple('a\r\n"b";c,d' if field.name == "text" else "" for field in FIELDS)
    _, found = read(csv_table([row]))
    assert tuple(found) == row
