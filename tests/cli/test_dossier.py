"""What goes to those who approve a plan."""

import hashlib
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest

from planpress.cli.commands import main
from tests.cases import few
from tests.documents.reader import part, q, words
from tests.documents.test_validity import faults
from tests.projects import MKDOCS, PLAN, project, tree

LATER = PLAN.replace("114", "115").replace("電子帳單。", "電子帳單及行動支付。")
APPROVED = "approvals: [{kind: 核定, by: 示範公司, date: 114-12-20}]\n"
REVISED = PLAN.replace("電子帳單。", "電子帳單及行動支付。") + "revision: {number: 1, date: 114-06-30}\n"


def dossier(root: Path, year: int, output: str = "it.zip") -> dict[str, bytes]:
    file = root.parent / output
    assert main(["dossier", "sample", str(year), "--output", str(file)], root) == 0
    return unpacked(file.read_bytes())


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def listed(files: Mapping[str, bytes]) -> dict[str, str]:
    """Addresses with what they are."""
    pairs = (line.partition("\t") for line in files["4-網址清單.txt"].decode().splitlines())
    return {address: name for address, _, name in pairs}


def cells(data: bytes) -> list[list[list[str]]]:
    """The paragraphs of each cell of a form."""
    rows = part(data, "content.xml").iter(q("table:table-row"))
    return [[[words(p) for p in cell.iter(q("text:p"))] for cell in row] for row in rows]


def is_marked(files: Mapping[str, bytes]) -> bool:
    return "草案" in unpacked(files["1-計畫.odt"])["styles.xml"].decode()


def test_a_new_plan_goes_with_what_differs_from_the_year_before(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "project", {"offices/sample/115/plan.yml": LATER + "status: draft\n"})
    files = dossier(root, 115)
    assert list(files) == [
        "1-計畫.odt",
        "1-計畫.pdf",
        "2-與114年度計畫對照表.odt",
        "3-網頁異動單.odt",
        "4-網址清單.txt",
        "檔案清單.txt",
    ]
    assert capsys.readouterr().out.splitlines() == [
        f"送核包：{root.parent / 'it.zip'}",
        *(f"  {name}" for name in files if name != "檔案清單.txt"),
        "計畫尚未核定，ODT 與 PDF 每頁均有「草案」浮水印。",
    ]
    assert is_marked(files)
    assert cells(files["2-與114年度計畫對照表.odt"])[1] == [
        ["1.推廣電子帳單及行動支付。"], ["1.推廣電子帳單。"], ["文字修正。"],
    ]  # fmt: skip
    head, office, *_ = cells(files["3-網頁異動單.odt"])
    assert head == [["頁面"], ["異動前"], ["異動後"], ["審核單位"], ["上線日期"]]
    address = "https://plans.example/sub/sample/"
    assert office == [["機關頁（繁體中文）", address], ["現行內容"], ["更新計畫清單"], [""], [""]]
    sheet = {row[0][1]: row[1:] for row in cells(files["3-網頁異動單.odt"])[1:]}
    assert sheet[f"{address}115/"] == [["（無）"], ["新增（改寫1項）"], [""], [""]]
    assert list(sheet) == list(listed(files))
    for name in files:
        if name.endswith(".odt"):
            assert faults(files[name]) == [], name
            assert "非官方轉錄" in unpacked(files[name])["styles.xml"].decode(), name  # nobody says whose site it is


def test_it_is_the_same_each_time_and_says_what_it_holds(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    files = dossier(root, 114, "first.zip")
    dossier(root, 114, "second.zip")
    assert (tmp_path / "first.zip").read_bytes() == (tmp_path / "second.zip").read_bytes()
    lines = files.pop("檔案清單.txt").decode().splitlines()[1:]
    assert {tuple(line.split()) for line in lines} == {
        (hashlib.sha256(content).hexdigest(), f"{len(content):,}", name) for name, content in files.items()
    }


def test_a_first_plan_has_no_table_and_an_approved_one_no_mark(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "project", {"offices/sample/114/plan.yml": PLAN + APPROVED.replace("114-12", "114-01")})
    files = dossier(root, 114)
    assert not is_marked(files)
    assert not any(name.startswith("2-") for name in files)
    assert "沒有前一年度的計畫可以比對" in capsys.readouterr().out


STANDINGS = [
    (PLAN, "", True),
    (PLAN + APPROVED, "", False),
    (PLAN + APPROVED + "status: draft\n", "", True),
    (PLAN + APPROVED + "status: draft\n", "  approvals: [審定, 核定]\n", True),
]


@pytest.mark.parametrize(("plan", "organisation", "is_draft"), few(STANDINGS, STANDINGS[1], STANDINGS[3]))
def test_what_is_not_approved_is_marked(tmp_path: Path, plan: str, organisation: str, is_draft: bool) -> None:
    organisations = f"sample:\n  name: 示範公司\n  en: Sample Company\n{organisation}"
    files = {"offices/sample/114/plan.yml": plan, "offices/organisations.yml": organisations}
    assert is_marked(dossier(project(tmp_path / "project", files), 114)) is is_draft


def test_a_revision_goes_with_the_table_of_what_it_changes(tmp_path: Path) -> None:
    files = {
        "offices/sample/113/plan.yml": PLAN.replace("114", "113"),
        "offices/sample/114/plan.yml": REVISED,
        "offices/sample/114/revisions/1.yml": PLAN + APPROVED,
    }
    made = dossier(project(tmp_path / "project", files), 114)
    assert cells(made["2-修正對照表.odt"])[0] == [["修正規定"], ["現行規定"], ["說明"]]
    assert is_marked(made)  # the plan was approved, its revision was not
    names = {address.removeprefix("https://plans.example/sub/"): name for address, name in listed(made).items()}
    assert names["sample/114/revisions/1/"] == "第1次修正前之計畫頁（繁體中文）"
    assert names["en/sample/114/changes/"] == "與113年度計畫之異同頁（英文）"
    sheet = {row[0][0]: (*row[1], *row[2]) for row in cells(made["3-網頁異動單.odt"])[1:]}
    assert sheet["計畫頁（繁體中文）"] == ("修正前之計畫", "第1次修正後之計畫（改寫1項）")


def test_every_page_and_file_of_the_plan_is_in_the_list_and_nothing_else(tmp_path: Path) -> None:
    later = LATER + "original: {file: approved.pdf}\nsupplements: [{title: 補充, file: more.pdf}]\n"
    files = {
        "mkdocs.yml": MKDOCS.replace("documents: false", "documents: true"),
        "offices/sample/113/plan.yml": PLAN.replace("114", "113"),
        "offices/sample/114/plan.yml": PLAN + "status: draft\n",  # not on the site, so 115 is compared with 113
        "offices/sample/115/plan.yml": later + "revision: {number: 1, date: 115-06-30}\n",
        "offices/sample/115/revisions/1.yml": PLAN.replace("114", "115"),
        "offices/sample/115/approved.pdf": "%PDF-1.7 approved",
        "offices/sample/115/more.pdf": "%PDF-1.7 more",
    }
    root = project(tmp_path / "project", files)
    names = {address.removeprefix("https://plans.example/sub/") for address in listed(dossier(root, 115))}
    assert main(["--jobs", "1"], root) == 0
    site = {path.removesuffix("index.html") for path in tree(root / "site")}
    offices = {"sample/", "en/sample/", "zh-hans/sample/"}
    assert names == {path for path in site if "sample/115/" in path or path in offices}


def test_wrong_words_and_wrong_plans_write_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path / "project", {"offices/sample/115/plan.yml": "title: 服務計畫\n"})
    assert main(["dossier", "sample", "114", "--output", str(tmp_path / "it.pdf")], root) == 2
    capsys.readouterr()
    for words_, code, told in ((["sample", "115"], 1, "E2"), (["sample", "116"], 2, "有這些年度的計畫：114、115。")):
        assert main(["dossier", *words_, "--output", str(tmp_path / "it.zip")], root) == code
        assert told in capsys.readouterr().err
    assert main(["dossier", "nobody", "114", "--output", str(tmp_path / "it.zip")], root) == 2
    assert not (tmp_path / "it.zip").exists()
