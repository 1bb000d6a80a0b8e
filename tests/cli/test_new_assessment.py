import zipfile
from pathlib import Path

import openpyxl
import pytest

from planpress.cli.commands import main
from tests.projects import project, write

FILE = "offices/sample/114/assessments/1.yml"
FORMS = """\
half-year:
  title: 考核表
  lines:
    - {label: 受考核機關, takes: office}
    - {label: 期別, takes: half}
  columns:
    - {head: 項次, takes: [number], width: 2}
    - {head: 評核項目, takes: [words], width: 8}
    - {head: 執行情形, takes: [status, figure, unit, achieved]}
    - {head: 複評}
"""


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    return project(tmp_path / "project", {"forms/sample.yml": FORMS})


def test_a_new_assessment_is_a_file_and_two_registers(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new-assessment", "sample", "114", "1", "--dry-run"], root) == 0
    shown = capsys.readouterr().out
    assert "  # 一、基礎服務\n  - of: g-1\n" in shown and shown.endswith("並製成試算表。\n")
    assert not (root / FILE).exists() and list(Path().iterdir()) == []
    assert main(["new-assessment", "sample", "114", "1"], root) == 0
    assert "  # 一、基礎服務\n  - of: g-1\n" in (root / FILE).read_text("utf-8")
    assert {path.name for path in Path().iterdir()} == {"sample-114-results-1.ods", "sample-114-results-1.xlsx"}
    capsys.readouterr()
    for form in ("ods", "xlsx"):
        assert main(["import", f"sample-114-results-1.{form}"], root) == 0
    assert capsys.readouterr().out == f"{FILE}：與試算表相同，無須修改。\n" * 2


def test_nothing_that_is_there_is_written_over(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("sample-114-results-1.xlsx").write_text("別的檔案", "utf-8")
    assert main(["new-assessment", "sample", "114", "1"], root) == 2
    assert not (root / FILE).exists() and not Path("sample-114-results-1.ods").exists()
    write(root, FILE, "kind: 自行考核\n")
    Path("sample-114-results-1.xlsx").unlink()
    assert main(["new-assessment", "sample", "114", "1"], root) == 1
    assert "E380" in capsys.readouterr().err
    assert (root / FILE).read_text("utf-8") == "kind: 自行考核\n"


@pytest.mark.parametrize(
    "words",
    [["114"], ["114", "3"], ["114", "1", "--name", "../x"], ["114", "1", "--name", "上"], ["114", "--name", ""]],
)
def test_a_name_is_needed_that_an_address_can_have(root: Path, words: list[str]) -> None:
    assert main(["new-assessment", "sample", *words], root) == 2
    assert not (root / "offices/sample/114/assessments").exists()


def test_kind_name_and_rows_can_be_chosen(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--name", "telephone-1", "--kind", "telephone", "--rows", "measures"]
    assert main(["new-assessment", "sample", "114", "1", *words], root) == 0
    text = (root / "offices/sample/114/assessments/telephone-1.yml").read_text("utf-8")
    assert "kind: 電話測試\n" in text and "- of: m-1-1\n" in text and "g-1" not in text


def test_head_offices_form_is_filled_by_its_columns(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = (
        "kind: 自行考核\nhalf: 1\nrows:\n  - {of: m-1-1, status: 依計畫辦理, figure: 12, unit: 場, achieved: =如期}\n"
    )
    write(root, FILE, said)
    words = ["sheet", "sample", "114", "--assessment", "1", "--format", "xlsx"]
    assert main([*words, "--form", "half-year"], root) == 0
    sheet = openpyxl.load_workbook("sample-114-results-1-half-year.xlsx").worksheets[0]
    assert [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)] == [
        ["", "考核表", "", ""],
        ["", "受考核機關：示範處", "", ""],
        ["", "期別：上半年", "", ""],
        ["項次", "評核項目", "執行情形", "複評"],
        ["1.", "推廣電子帳單。", "依計畫辦理\n12場\n=如期", ""],
    ]
    assert main([*words[:-1], "ods", "--form", "half-year"], root) == 0
    with zipfile.ZipFile("sample-114-results-1-half-year.ods") as archive:
        assert b"content-validations" not in archive.read("content.xml")  # an empty list of them is none
    capsys.readouterr()
    assert main([*words, "--form", "yearly"], root) == 2
    assert "half-year" in capsys.readouterr().err
    assert main(["sheet", "sample", "114", "--form", "half-year"], root) == 2
    assert main(words, root) == 0 and Path("sample-114-results-1.xlsx").exists()
    assert main([*words[:-3], "9"], root) == 1


def test_an_assessment_is_of_a_plan(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new-assessment", "sample", "115", "1"], root) == 2
    assert main(["sheet", "sample", "115", "--assessment", "1", "--lang", "en"], root) == 2
    said = capsys.readouterr().err
    assert "sample（示範處）有這些年度的計畫：114。" in said
    assert "Years with a plan of sample (示範處): 114." in said
