from pathlib import Path

import pytest

from planpress.source.records.forms import form_problems, read_forms
from tests.projects import project

FORMS = """\
half-year:
  title: 考核表
  lines:
    - {label: 受考核機關, takes: office}
  columns:
    - {head: 評核項目, takes: [words]}
    - {head: 執行情形, takes: [status, achieved]}
    - {head: 複評}
"""


def codes(root: Path) -> list[tuple[str, str, int]]:
    return [(each.code, each.place.file, each.place.line) for each in form_problems(root, ["sample"])]


def test_a_form_says_which_column_takes_which_field(tmp_path: Path) -> None:
    root = project(tmp_path, {"forms/sample.yml": FORMS, "forms/README.md": "表格"})
    assert codes(root) == []
    form = read_forms(root, "sample")[0]["half-year"]
    assert [[field.value for field in column.takes] for column in form.columns] == [
        ["words"],
        ["status", "achieved"],
        [],
    ]
    assert read_forms(root, "other") == ({}, [])


@pytest.mark.parametrize(
    ("was", "now", "code", "line"),
    [
        ("takes: office", "takes: offce", "E211", 4),
        ("takes: [words]", "takes: [word]", "E211", 6),
        ("title: 考核表", "titel: 考核表", "E201", 2),
        ("{head: 複評}", "{takes: [note]}", "E202", 8),
    ],
)
def test_what_is_wrong_has_its_line(tmp_path: Path, was: str, now: str, code: str, line: int) -> None:
    root = project(tmp_path, {"forms/sample.yml": FORMS.replace(was, now)})
    assert (code, "forms/sample.yml", line) in codes(root)
    assert read_forms(root, "sample")[0] == {}


def test_forms_belong_to_an_organisation(tmp_path: Path) -> None:
    root = project(tmp_path, {"forms/sampel.yml": FORMS, "forms/sample.xlsx": "x"})
    assert codes(root) == [("E771", "forms/sampel.yml", 0), ("W401", "forms/sample.xlsx", 0)]
