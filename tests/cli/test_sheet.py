from pathlib import Path

import pytest

from planpress.cli.commands import main
from tests.editing.sheet.workbooks import FILE, PLAN, edited, row_of
from tests.projects import project, write


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    return project(tmp_path / "project", {FILE: PLAN})


@pytest.mark.parametrize("form", ["ods", "xlsx"])
def test_a_spreadsheet_goes_out_and_comes_back(root: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheet", "sample", "114", "--format", form], root) == 0
    assert main(["import", f"sample-114.{form}"], root) == 0
    assert capsys.readouterr().out == (
        f"已寫入 sample-114.{form}；編輯後以 build.py import 匯入。\n{FILE}：與試算表相同，無須修改。\n"
    )
    assert (root / FILE).read_text("utf-8") == PLAN


def test_what_changes_is_shown_before_it_is_written(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheet", "sample", "114", "--format", "xlsx", "--output", "給同仁.xlsx"], root) == 0
    path = Path("給同仁.xlsx")
    path.write_bytes(edited(path.read_bytes(), lambda book: book["作法"].delete_rows(row_of(book["作法"], "行動支付"))))
    capsys.readouterr()
    assert main(["import", "給同仁.xlsx", "--dry-run"], root) == 0
    shown = capsys.readouterr().out
    assert "-      - do: 1. 行動支付。\n-        who: 業務組\n" in shown
    assert shown.endswith(f"{FILE} 尚未寫入；不加 --dry-run 即寫入。\n")
    assert (root / FILE).read_text("utf-8") == PLAN
    assert main(["import", "給同仁.xlsx", "--office", "sample", "--year", "114"], root) == 0
    assert "行動支付" not in (root / FILE).read_text("utf-8")


def test_a_spreadsheet_that_somebody_may_have_edited_is_not_overwritten(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("sample-114.ods").write_text("別的檔案", "utf-8")
    assert main(["sheet", "sample", "114"], root) == 2
    assert "sample-114.ods 已經存在" in capsys.readouterr().err
    assert Path("sample-114.ods").read_text("utf-8") == "別的檔案"


@pytest.mark.parametrize("name", ["文字.ods"])
def test_a_file_that_is_no_spreadsheet_is_refused_with_a_message(
    root: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("文字.ods").write_text("列別,編號", "utf-8")
    assert main(["import", name, "--lang", "en"], root) == 1
    assert capsys.readouterr().err.endswith(
        "Nothing was written. Mend the spreadsheet as said above and run this again.\n"
    )


def test_a_plan_of_another_office_is_asked_for(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheet", "sample", "114"], root) == 0
    assert main(["import", "sample-114.ods", "--office", "nobody"], root) == 2
    assert "沒有機關「nobody」" in capsys.readouterr().err
    assert not (root / "offices/nobody").exists()


@pytest.mark.parametrize("office", ["../sample", "a/b", "", "sample/114"])
def test_an_office_is_a_name_and_no_path(root: Path, office: str) -> None:
    assert main(["sheet", office, "114"], root) == 2
    assert main(["sheet", "sample", "114"], root) == 0
    assert main(["import", "sample-114.ods", "--office", office, "--year", "115"], root) == 2
    assert sorted(path.name for path in root.parent.iterdir()) == ["desk", "project"]
    assert (root / FILE).read_text("utf-8") == PLAN


@pytest.mark.parametrize("options", [["計畫.xls"], ["計畫.csv"], ["計畫.xlsx", "--format", "ods"]])
def test_a_spreadsheet_is_written_under_no_other_ending(
    root: Path, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    assert main(["sheet", "sample", "114", "--output", *options], root) == 2
    assert "--output 的檔名須以 .ods 結尾" in capsys.readouterr().err
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("計畫.csv", "列別,編號,文字\n作法,1.,電話服務。\n".encode()),
        ("計畫.tsv", "列別\t文字\n".encode("utf-16")),
        ("計畫.XLS", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("有密碼.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ],
)
def test_a_spreadsheet_of_another_form_is_to_be_saved_as_one_that_is_read(
    root: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes
) -> None:
    (root / name).write_bytes(content)
    assert main(["import", str(root / name)], root) == 1
    assert "E760" in capsys.readouterr().err


def test_a_page_that_is_called_a_spreadsheet_is_read_as_a_document(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, "計畫.xls", "<html><table><tr><td>具體作法</td></tr></table></html>")
    assert main(["import", str(root / "計畫.xls")], root) == 1
    assert "E768" in capsys.readouterr().err


@pytest.mark.parametrize(("options", "name"), [([], "給同仁.XLSX"), (["--format", "xlsx"], "給同仁")])
def test_the_name_of_the_file_says_its_format(root: Path, options: list[str], name: str) -> None:
    assert main(["sheet", "sample", "114", "--output", name, *options], root) == 0
    assert b"xl/workbook.xml" in Path(name).read_bytes()
