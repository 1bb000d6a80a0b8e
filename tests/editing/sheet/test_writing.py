"""The workbook as other programs see it."""

import io
import os
import re
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from planpress.editing.sheet.files import import_sheet, make_sheet
from planpress.editing.sheet.writing import SheetFormat
from planpress.settings import Settings
from tests.documents.test_validity import convert, faults
from tests.editing.sheet.workbooks import FILE, PLAN, made
from tests.programs import missing
from tests.projects import ROOT, project, write

PLANS = [("kinmen", 114), ("pingtung", 107), ("taipei-city", 112), ("water-1", 105), ("xinying", 111)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project", {FILE: PLAN})


def test_the_oasis_schema_finds_nothing(root: Path) -> None:
    assert faults(made(root, SheetFormat.ODS)) == []
    assert faults(made(root, SheetFormat.ODS, roc_year=115)) == []


@pytest.mark.slow
@pytest.mark.java
def test_the_odf_toolkit_validator_finds_nothing(root: Path) -> None:
    jar = os.environ.get("PLANPRESS_ODFVALIDATOR") or missing(
        "the ODF Toolkit's validator", "see tests/documents/test_validity.py"
    )
    java = shutil.which("java") or missing("java", "apt-get install default-jre-headless")
    file = root.parent / "a.ods"
    file.write_bytes(made(root, SheetFormat.ODS))
    result = subprocess.run([java, "-jar", jar, "-c", str(file)], capture_output=True, text=True, check=False)
    output = result.stdout + result.stderr
    assert not re.search(r":\s+(Error|Warning|Fatal)", output), output
    assert result.returncode == 0, output


@pytest.mark.parametrize("form", SheetFormat)
def test_the_same_plan_gives_the_same_bytes(root: Path, form: SheetFormat) -> None:
    assert made(root, form) == made(root, form)


def test_excel_finds_lists_to_choose_from_frozen_heads_and_hidden_addresses(root: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made(root)))
    sheet = book["作法"]
    assert [(each.title, each.sheet_state) for each in book.worksheets] == [
        ("作法", "visible"),
        ("章節", "visible"),
        ("計畫", "visible"),
        ("說明", "visible"),
        ("清單", "hidden"),
        ("planpress", "hidden"),
    ]
    assert sheet.freeze_panes == "A2"
    assert [name for name, column in sheet.column_dimensions.items() if column.hidden] == ["M"]
    lists = {str(each.sqref): each for each in sheet.data_validations.dataValidation if each.type == "list"}
    assert {place.partition(":")[0]: (each.errorStyle, each.formula1) for place, each in lists.items()} == {
        "A2": ("warning", "'清單'!$A$1:$A$11"),
        "D2": ("warning", "'清單'!$B$1:$B$2"),
        "K2": ("warning", "'清單'!$C$1:$C$1"),
    }
    heads = [each for each in sheet.data_validations.dataValidation if each.type == "custom"]
    assert [(str(each.sqref), each.errorStyle, each.formula1) for each in heads][:1] == [("A1", "stop", 'A1="列別"')]
    assert len(heads) == 13
    assert [cell.value for cell in book["清單"]["B"][:2]] == ["業務組", "電務組"]
    assert {cell.number_format for row in sheet.iter_rows() for cell in row} == {"@"}
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} <= {"s", "inlineStr"}


def test_a_number_stands_beside_its_text_and_comes_back(root: Path) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(made(root)))["作法"]
    assert [tuple(cell.value for cell in row[:5]) for row in sheet.iter_rows(min_row=2, max_row=6)] == [
        ("章節", None, "貳、具體作法", None, None),
        ("大項", "一、", "基礎服務", None, None),
        ("中項", "(一)", "電子帳單", None, None),
        ("說明", None, "作法如下：", None, None),
        ("作法", "1.", "推廣電子帳單。", "業務組", "持續辦理"),
    ]


def test_a_text_that_no_cell_holds_is_told(root: Path) -> None:
    write(root, FILE, PLAN.replace("      二、依據乙函。\n", f"      {'依據乙函。' * 100}\n" * 70))
    content, problems = make_sheet(Settings.load(root), "sample", 114, SheetFormat.ODS)
    assert (content, [(problem.code, problem.place.line) for problem in problems]) == (b"", [("E396", 7)])


def test_an_office_or_a_plan_that_cannot_be_read_is_told(root: Path) -> None:
    settings = Settings.load(root)
    content, problems = make_sheet(settings, "nobody", 114, SheetFormat.ODS)
    assert (content, [problem.code for problem in problems]) == (b"", ["E768"])
    write(root, FILE, PLAN.replace("sections:", "sectoins:"))
    content, problems = make_sheet(settings, "sample", 114, SheetFormat.ODS)
    assert content == b"" and {problem.code for problem in problems} == {"E361"}


@pytest.mark.slow
@pytest.mark.libreoffice
@pytest.mark.parametrize("form", SheetFormat)
def test_the_real_plans_come_back_from_libreoffice_without_a_changed_line(tmp_path: Path, form: SheetFormat) -> None:
    root = project(tmp_path / "project")
    shutil.rmtree(root / "offices")
    shutil.copytree(ROOT / "offices", root / "offices")
    paths = [tmp_path / f"{office}-{year}.{form}" for office, year in PLANS]
    for path, (office, year) in zip(paths, PLANS, strict=True):
        path.write_bytes(make_sheet(Settings.load(root), office, year, form)[0])
    for target in SheetFormat:
        folder = convert(tmp_path / target, target, paths)
        for path, (office, year) in zip(paths, PLANS, strict=True):
            found = import_sheet(root, folder / f"{path.stem}.{target}", None, None)
            assert (found.file, found.problems, found.diff()) == (f"offices/{office}/{year}/plan.yml", (), [])
