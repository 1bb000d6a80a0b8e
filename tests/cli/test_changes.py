from pathlib import Path

import pytest

from planpress.cli.changes_report import changes_report
from planpress.cli.commands import main
from planpress.source.pairs_of_plans import read_pair
from tests.projects import OFFICE, PLAN, project, write

LATER = PLAN.replace("114", "115").replace("電子帳單。", "電子帳單及行動支付。").replace("who: 電務組", "who: 業務組")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project", {"offices/sample/115/plan.yml": LATER})


def test_two_years_are_compared_with_the_words_marked(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changes", "sample", "114", "115"], root) == 0
    said = capsys.readouterr().out
    assert said == (
        "sample/114 - sample/115\n"
        "改寫 1  新增 0  刪除 0  移動 1  不變 2\n"
        "\n改寫 (1)\n  #m-1-1  1.推廣電子帳單{+及行動支付+}。\n"
        "\n移動 (1)\n  #m-1-2  2.到府服務。\n      部門: [-電務組-] {+業務組+}\n"
    )
    assert main(["changes", "sample", "115", "114"], root) == 0
    assert capsys.readouterr().out == said
    assert main(["changes", "sample", "115", "--lang", "en"], root) == 0
    assert "Reworded 1  New 0  Removed 0  Moved 1  Unchanged 2\n" in capsys.readouterr().out


def test_colours_are_for_terminals(root: Path) -> None:
    pair, _ = read_pair(root, "sample", (114, 115))
    assert pair is not None
    assert "\x1b[32m{+及行動支付+}\x1b[0m" in changes_report(*pair, "en", colour=True)


def test_a_plan_is_compared_with_the_one_that_it_follows(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, "offices/head/office.yml", OFFICE)
    write(root, "offices/head/115/plan.yml", PLAN.replace("114", "115"))
    write(root, "offices/sample/115/plan.yml", "based_on: head\n" + LATER)
    assert main(["changes", "sample", "115", "--based-on"], root) == 0
    assert capsys.readouterr().out.startswith("head/115 - sample/115\n改寫 1")
    write(root, "offices/sample/115/plan.yml", "based_on: head/114\n" + LATER)
    assert main(["changes", "sample", "115", "--based-on"], root) == 1
    assert "offices/head/114/plan.yml  E404" in capsys.readouterr().err


def test_a_revision_is_compared_with_what_it_replaced(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    revised = PLAN.replace("推廣電子帳單", "汰換老舊設備") + "revision: {number: 1, date: 114-06-30}\n"
    write(root, "offices/sample/114/revisions/1.yml", PLAN)
    write(root, "offices/sample/114/plan.yml", revised)
    assert main(["changes", "sample", "114", "--revision", "1"], root) == 0
    said = capsys.readouterr().out
    assert said.startswith("sample/114 - sample/114\n改寫 1  新增 0  刪除 0  移動 0  不變 3\n")  # one row: one address
    assert main(["changes", "sample", "114", "--revision", "2"], root) == 1
    assert "offices/sample/114/revisions/2.yml  E404" in capsys.readouterr().err
    assert main(["changes", "sample", "114", "115", "--revision", "1"], root) == 2


def test_departments_that_were_renamed_are_the_same(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(
        root,
        "offices/sample/office.yml",
        OFFICE.replace("  - name: 業務組\n", "  - name: 業務組\n    formerly: [業務課]\n"),
    )
    write(root, "offices/sample/114/plan.yml", PLAN.replace("who: 業務組", "who: 業務課"))
    write(root, "offices/sample/115/plan.yml", PLAN.replace("114", "115"))
    assert main(["changes", "sample", "115"], root) == 0
    assert "移動 0  不變 4" in capsys.readouterr().out


def test_what_cannot_be_compared_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["114"], ["115", "--based-on"]):
        assert main(["changes", "sample", *words], root) == 1
        assert "E382" in capsys.readouterr().err
    for years in (["113", "115"], ["130"], ["114", "130"], ["113", "--based-on"], ["113", "--revision", "1"]):
        assert main(["changes", "sample", *years], root) == 2
        assert "沒有這個機關或年度的計畫。sample（示範處）有這些年度的計畫：114、115。" in capsys.readouterr().err
    assert main(["changes", "nobody", "115"], root) == 2
    for wrong in (["sample"], ["sample", "113", "114", "115"], ["sample", "114", "115", "--based-on"]):
        assert main(["changes", *wrong], root) == 2
