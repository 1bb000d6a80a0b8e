"""``build.py import`` of a document: the draft, the report, and what it never does."""

import shutil
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from planpress.cli.commands import main
from planpress.source.repository import read_all
from tests.editing.papers.papers import table_of
from tests.projects import project

CONTENT = table_of(
    ("一、服務", "1. 推廣電子帳單。\n2. 到府服務。", "業務組\n電務組\n業務組", "隨時辦理"),
    ("", "3. 單一窗口。", "資訊課", "持續辦理"),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "計畫.docx").write_bytes(CONTENT)
    return project(tmp_path / "project", {})


def run(root: Path, *arguments: str) -> int:
    path = root.parent / "計畫.docx"
    return main(["import", str(path), "--office", "sample", "--year", "116", *arguments], root)


def test_a_document_becomes_a_draft(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root) == 1
    said = capsys.readouterr().out
    text = (root / "offices/sample/116/plan.yml").read_text("utf-8")
    assert "status: draft" in text
    assert "unsure: 原檔同一格列有數個部門" in text
    assert "一、服務　3 項" in said
    assert "遺漏 0 字" in said
    assert "資訊課" in said
    assert "讀不準的 2 列" in said
    problems = [problem.code for problem in read_all(root)[1] if problem.place.file.startswith("offices/sample/116")]
    assert set(problems) == {"E104", "W108"}  # a department that nobody knows, and a title to be filled in


def test_a_plan_is_never_overwritten(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(root)
    file = root / "offices/sample/116/plan.yml"
    file.write_text("title: 已校對\n", "utf-8")
    assert run(root) == 1
    assert "E375" in capsys.readouterr().err
    assert file.read_text("utf-8") == "title: 已校對\n"


def test_a_dry_run_writes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "--dry-run") == 0
    assert "- do: 1. 推廣電子帳單。" in capsys.readouterr().out
    assert not (root / "offices/sample/116").exists()


def test_a_table_that_nobody_understands_is_asked_for(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root.parent / "計畫.docx"
    path.write_bytes(table_of(("推廣。", "資訊課"), head=("做什麼", "誰")))
    assert run(root) == 1
    assert "E376" in capsys.readouterr().err
    assert run(root, "--columns", "做什麼=作法", "--columns", "誰=who") == 1
    assert "- do: 推廣。" in (root / "offices/sample/116/plan.yml").read_text("utf-8")
    assert run(root, "--columns", "誰") == 2


def test_what_columns_hold_is_remembered(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root.parent / "計畫.docx").write_bytes(table_of(("推廣。", "資訊課"), head=("做什麼", "誰")))
    office = root / "offices/sample/office.yml"
    office.write_text(office.read_text("utf-8") + "# 附記\n", "utf-8")
    before = office.read_text("utf-8")
    run(root, "--columns", "做什麼=作法", "--columns", "誰=部門", "--dry-run")
    assert office.read_text("utf-8") == before
    run(root, "--columns", "做什麼=作法", "--columns", "誰=部門")
    assert "document_columns" in capsys.readouterr().out
    line = "document_columns: {做什麼: measure, 誰: who}\n"
    assert office.read_text("utf-8").replace(line, "") == before
    shutil.rmtree(root / "offices/sample/116")
    run(root)
    assert "- do: 推廣。" in (root / "offices/sample/116/plan.yml").read_text("utf-8")
    assert office.read_text("utf-8").replace(line, "") == before


def test_at_a_terminal_columns_are_asked_for(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root.parent / "計畫.docx").write_bytes(table_of(("推廣。", "資訊課", "無"), head=("做什麼", "誰", "備考")))
    answers = iter(["作法", "部門", ""])
    monkeypatch.setattr("planpress.cli.paper.is_terminal", lambda: True)
    monkeypatch.setattr("click.prompt", lambda name, **_: next(answers))
    run(root)
    text = (root / "offices/sample/116/plan.yml").read_text("utf-8")
    assert "- do: 推廣。\n        who: 資訊課\n" in text
    assert "document_columns: {做什麼: measure, 誰: who}" in (root / "offices/sample/office.yml").read_text("utf-8")


def test_without_office_and_year_it_is_said(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(root.parent / "計畫.docx")], root) == 1
    assert "E768" in capsys.readouterr().err


def test_words_that_would_be_yaml_are_words(root: Path) -> None:
    path = root.parent / "計畫.docx"
    path.write_bytes(table_of(("- 一、a: b", "# 不是註解", "業務組", "{隨時}"), ("", "<script>", "業務組", "隨時辦理")))
    run(root)
    texts = (root / "offices/sample/116/plan.yml").read_text("utf-8")
    assert '- do: "#不是註解"' in texts


def test_a_table_of_the_office_itself_comes_from_excel(root: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["示範處116年度提升服務效能執行計畫"],
        ["服務面向", "具體作法", "承辦部門", "執行期間"],
        ["一、服務", "1. 推廣電子帳單。\n2. 到府服務。", "業務組\n電務組", "隨時辦理"],
        [None, "3. 單一窗口。", "業務組", "持續辦理"],
    ):
        sheet.append(row)
    path = root.parent / "計畫.xlsx"
    book.save(path)
    assert main(["import", str(path), "--office", "sample", "--year", "116"], root) == 0
    text = (root / "offices/sample/116/plan.yml").read_text("utf-8")
    assert "title: 示範處116年度提升服務效能執行計畫" in text
    assert "      - do: 2. 到府服務。\n        who: 電務組\n" in text
    assert [problem.code for problem in read_all(root)[1] if "116" in problem.place.file] == []
