import re
from collections.abc import Iterable, Iterator
from typing import get_args, get_type_hints

import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from planpress.configuration.shape import MkdocsFile
from planpress.model import PlanStatus
from planpress.model.dates import RocDate
from planpress.problems import report
from planpress.source.plans.shaping import as_shape
from planpress.source.shapes.known_keys import models_of
from planpress.source.shapes.office_shapes import OfficeFile
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.text.yaml_text import parse
from planpress.source.values.scalars import EXAMPLES
from planpress.tools.schema import SCHEMAS
from tests.snippets import of_office, of_organisations, of_plan, of_rows


def patterns(hint: object, seen: set[object]) -> Iterator[str]:
    """Every pattern that a shape asks for, however deep."""
    if isinstance(hint, type) and issubclass(hint, BaseModel) and hint not in seen:
        seen.add(hint)
        for each in get_type_hints(hint, include_extras=True).values():
            yield from patterns(each, seen)
    for constraint in (
        constraint for each in getattr(hint, "__metadata__", ()) for constraint in (each, *of_field(each))
    ):
        if isinstance(pattern := getattr(constraint, "pattern", None), str):
            yield pattern
    for each in get_args(hint):
        yield from patterns(each, seen)


def of_field(constraint: object) -> Iterable[object]:
    return constraint.metadata if isinstance(constraint, FieldInfo) else ()


@pytest.mark.parametrize("shape", [*SCHEMAS.values(), MkdocsFile])
def test_whatever_must_have_a_form_has_an_example_of_it_for_the_message(shape: type[BaseModel]) -> None:
    assert set(patterns(shape, set())) - EXAMPLES.keys() == set()


ODD = ("x", "[]", "[x]", "{}", "{x: 1}", "-1", "1.5", "null", "''", "２０", "99999999999999999999", "115-13-40")


def odd_files(shape: type[BaseModel]) -> Iterator[str]:
    """Files in which a key, or one below it, has a value that nobody wants there."""
    for name, field in shape.model_fields.items():
        key = field.alias or name
        yield from (f"{key}: {value}" for value in ODD)
        for model in models_of(field.annotation):
            for below, of_model in model.model_fields.items():
                lines = [f"{of_model.alias or below}: {value}" for value in ODD]
                yield from (f"{key}:{form}{line}" for line in lines for form in ("\n  - ", "\n  "))


@pytest.mark.parametrize("shape", SCHEMAS.values())
def test_whatever_stands_anywhere_is_a_problem_and_no_fault_of_the_program(shape: type[BaseModel]) -> None:
    told = 0
    for text in odd_files(shape):
        document, problems = parse("file.yml", text.encode(), shape=shape)
        if document is not None:
            problems += as_shape(document, shape)[1]
        told += bool(problems)
        assert bool(report.terminal(problems, "zh-Hant")) == bool(problems)
    assert told > 20


@pytest.mark.parametrize(("pattern", "example"), EXAMPLES.items())
def test_an_example_has_its_form(pattern: str, example: str) -> None:
    assert re.fullmatch(pattern, example)


def test_text_becomes_what_the_shape_says() -> None:
    text = """
title: " 計畫 "
adopted: 114-01-14
status: draft
columns: {groups: [面向], measure: 作法, who: 部門, when: 期間}
sections:
  - rows:
      - do: 8:00
        sic: true
        when: 2
        target: {figure: 095, by: 105-02}
"""
    document, _ = parse("plan.yml", text.encode())
    assert document is not None
    file, problems = as_shape(document, PlanFile)
    assert file is not None and problems == []
    row = file.sections[0].rows[0]
    assert (file.title, file.adopted, file.status) == ("計畫", RocDate(114, 1, 14), PlanStatus.DRAFT)
    assert (row.kind, row.text, row.sic, row.when) == ("do", "8:00", True, "2")
    assert row.target is not None and (row.target.figure, row.target.by) == ("095", RocDate(105, 2))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("- do: 一\n  whoo: 業務組", ["2:3 E201 whoo"]),
        ("- do: 一\n  target: {figur: 1}", ["2:11 E202 {figur: 1}", "2:12 E201 figur"]),
        ("- do: 一\n  target: 95%", ["2:11 E206 95%"]),
        ("- do: [一]", ["1:7 E203 [一]"]),
        ("- do:\n    說明: 二", ["2:5 E204 說明"]),
        ("- do:\n    a: b\n    c: d", ["2:5 E203 a"]),
        ("- 一", ["1:1 E364 - "]),
        ("- do:1. 一", ["1:5 E341 :"]),
        ("-\n- do: 一", ["1:2 E207 "]),
        ("- do: ' '", ["1:3 E207 do"]),
        ("- do:", ["1:3 E207 do"]),
        ("- do: 一\n  who: ''\n  id:", ["2:3 E207 who", "3:3 E207 id"]),
        ("- do: 一\n  sic: yes", ["2:8 E210 yes"]),
        ("- do: 一\n  sic:", ["2:3 E207 sic"]),
        ("- do: 一\n  sic: [true]", ["2:8 E210 [true]"]),
        ("- do: 一\n  id: M-1", ["2:7 E212 M-1"]),
        ("- do: 一\n  target: {figure: 1, by: 114年12月}", ["2:27 E208 114年12月"]),
        ("- do: 一\n  target: {figure: 1, by: 114-13}", ["2:27 E209 114-13"]),
        ("- who: 業務組", ["1:3 E213 who"]),
        ("- h1: 一\n  who: 業務組\n  do: 二", ["3:3 E214 do"]),
        ("- h1: 一\n  foo: 二\n- do: ''", ["2:3 E201 foo", "3:3 E207 do"]),
    ],
)
def test_rows_that_have_the_wrong_form(rows: str, expected: list[str]) -> None:
    assert of_rows(rows) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("adopted: 114/1/14", ["1:10 E208 114/1/14"]),
        ("adopted: {roc_year: 114, month: 1}", ["1:10 E203 {roc_year: 114, month: 1}"]),
        ("adopted: [114-01-14]", ["1:10 E203 [114-01-14]"]),
        ("status: [draft]", ["1:9 E211 [draft]"]),
        ("adopted:", ["1:1 E207 adopted"]),
        ("approved: 114-02-30", ["1:11 E209 114-02-30"]),
        ("status: 草稿", ["1:9 E211 草稿"]),
        ("sections: []", ["1:11 E215 []"]),
        ("sections: 壹", ["1:11 E205 壹"]),
        ("sections: {rows: []}", ["1:11 E205 {rows: []}"]),
        ("sections:\n  - rows:", ["2:5 E207 rows"]),
        ("columns: {groups: [], measure: 作法, who: 部門, when: 期間}", ["1:19 E215 []"]),
        (
            "columns: {groups: 面向, who: 部門, when: 期間}",
            ["1:10 E202 {groups: 面向, who: 部門, when: 期間}", "1:19 E205 面向"],
        ),
        ("columns: [面向]", ["1:10 E206 [面向]"]),
        ("transcription_notes:\n  - 說明: 缺頁", ["2:5 E204 說明"]),
        ("original: {file: ../a.pdf, sha256: 00}", ["1:18 E212 ../a.pdf", "1:36 E212 00"]),
        ("shortcuts:\n  - {text: 一, to: 一}", ["2:19 E212 一"]),
        ("title2: 一", ["1:1 E201 title2"]),
    ],
)
def test_plans_that_have_the_wrong_form(text: str, expected: list[str]) -> None:
    assert of_plan(text) == expected


def test_a_missing_key_is_reported_where_the_file_begins() -> None:
    assert of_organisations("sample:\n  en: Sample\n") == ["2:3 E202 en"]


def test_the_key_of_an_organisation_is_an_id() -> None:
    assert of_organisations("示範:\n  name: 示範公司\n") == ["1:1 E212 示範"]


def test_colours_are_six_small_digits() -> None:
    assert of_organisations("a:\n  name: 一\n  accent: '#1D4F91'\n  accent_dark: red\n") == [
        "3:11 E212 '#1D4F91'",
        "4:16 E212 red",
    ]


def test_office_keys_are_known() -> None:
    assert of_office("contact:\n  phone: 1910\n  hotline: 1910") == ["2:3 E201 phone"]


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        ("titel: 一", "E201", {"key": "titel", "nearest": "title"}),
        ("zzz: 一", "E201", {"key": "zzz"}),
        ("sections: [{rows: [{h: 一、}]}]", "E201", {"key": "h", "nearest": "h1"}),
        ("status: 草稿", "E211", {"value": "草稿", "known": "draft, approved, published", "nearest": "draft"}),
        ("status: Draft", "E211", {"value": "Draft", "nearest": "draft"}),
        ("adopted: 114-13", "E209", {"value": "114-13"}),
        ("shortcuts: [{text: 一, to: 一}]", "E212", {"value": "一", "key": "to", "example": "m-2-2-1"}),
    ],
)
def test_problems_carry_what_their_texts_insert(text: str, code: str, values: dict[str, str]) -> None:
    document, _ = parse("plan.yml", text.encode())
    assert document is not None
    _, problems = as_shape(document, PlanFile)
    found = next(problem for problem in problems if problem.code == code)
    assert {key: found.values.get(key) for key in values} == values
    assert ("nearest" in found.values) == ("nearest" in values)


@pytest.mark.parametrize(
    ("shape", "text", "code", "form"),
    [
        (PlanFile, "columns: {groups: 面向}", "E205", "groups: [面向]"),
        (PlanFile, "columns: {groups: 面向、執行策略}", "E205", "groups: [面向, 執行策略]"),
        (
            PlanFile,
            "columns: [面向, 具體作法, 承辦部門, 執行期間]",
            "E206",
            "columns: {groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}",
        ),
        (PlanFile, "original: plan.pdf", "E206", "original: {file: plan.pdf}"),
        (PlanFile, "shortcuts: [電子帳單]", "E206", "- {text: 電子帳單, to: m-1-1}"),
        (PlanFile, "shortcuts: 電子帳單", "E205", "- {text: 電子帳單, to: m-1-1}"),
        (PlanFile, "sections: [{rows: [推廣電子帳單。]}]", "E206", "- do: 推廣電子帳單。"),
        (PlanFile, "sections: [{rows: [{do: 一, target: 95%}]}]", "E206", "target: {figure: 95%}"),
        (OfficeFile, "departments: [電務組]", "E206", "- name: 電務組"),
        (OfficeFile, "departments: 電務組", "E205", "- name: 電務組"),
        (OfficeFile, "contact: 082-325-911", "E206", "contact: {telephone: 082-325-911}"),
        (OfficeFile, "contact: service@example.gov.tw", "E206", "contact: {email: service@example.gov.tw}"),
        (PlanFile, "columns: [面向]", "E206", None),
        (PlanFile, "sections: [{rows: ['推廣: 電子帳單']}]", "E206", None),
        (PlanFile, "sections: 壹", "E205", None),
    ],
)
def test_what_has_the_wrong_form_is_shown_in_the_right_one(
    shape: type[PlanFile | OfficeFile], text: str, code: str, form: str | None
) -> None:
    document, _ = parse("plan.yml", text.encode())
    assert document is not None
    _, problems = as_shape(document, shape)
    assert [problem.values.get("nearest") for problem in problems if problem.code == code] == [form]


def test_known_keys_are_those_of_the_place() -> None:
    document, _ = parse("plan.yml", b"sections: [{rows: [{do: a, zz: b}]}]")
    assert document is not None
    _, problems = as_shape(document, PlanFile)
    known = next(problem.values["known"] for problem in problems if problem.code == "E201")
    assert known.startswith("h1, h2, h3, h4, h5, h6, say, do, item, table, figure, note, who, when")
