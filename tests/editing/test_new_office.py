import io
from pathlib import Path

import pytest

from planpress.cli.commands import main
from planpress.editing.new_office import NewOffice, new_office
from planpress.source.repository import read_all, read_office, read_organisations
from tests.projects import project, tree

FILE = "offices/hualien/office.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project")


def test_an_office_is_written_with_its_schema(root: Path) -> None:
    office = NewOffice("hualien", "花蓮處", "Hualien Office", "sample", ("業務組=Business Department", "各部門"))
    assert new_office(root, office) == []
    assert (root / FILE).read_text("utf-8") == (
        "# yaml-language-server: $schema=../../schema/office.json\n"
        "name: 花蓮處\nen: Hualien Office\norganisation: sample\ndepartments:\n"
        "  - name: 業務組\n    en: Business Department\n  - name: 各部門\n    collective: true\n"
    )
    assert read_all(root)[1] == []


@pytest.mark.parametrize(
    "name", ["花蓮: 處", "# 花蓮", "- 花蓮", "「花蓮」", 'a"b', "'花蓮'", "[花蓮]", "花蓮, 處", "no", "&花蓮"]
)
def test_a_name_comes_back_as_it_was_given(root: Path, name: str) -> None:
    assert new_office(root, NewOffice("hualien", name, "", "sample", ("業務組",))) == []
    office, _ = read_office(root, "hualien", read_organisations(root)[0])
    assert office is not None and office.name == name


@pytest.mark.parametrize(
    ("office_id", "code"),
    [("search", "E402"), ("Hualien", "E401"), ("../x", "E401"), ("con", "E410"), ("sample", "E380"), ("", "E401")],
)
def test_an_id_that_cannot_be_is_refused_as_check_refuses_it(
    root: Path, office_id: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(root)
    assert main(["new", "--office", office_id], root) == 1
    assert code in capsys.readouterr().err
    assert tree(root) == before


@pytest.mark.parametrize(
    ("organisation", "departments", "code"),
    [
        ("nobody", ("業務組",), "E111"),
        ("sample", ("業務組", "業務組"), "E110"),
        ("sample", ("業務組、電務組",), "E162"),
    ],
)
def test_nothing_is_written_where_anything_is_wrong(
    root: Path, organisation: str, departments: tuple[str, ...], code: str
) -> None:
    before = tree(root)
    problems = new_office(root, NewOffice("hualien", "花蓮處", "", organisation, departments))
    assert [problem.code for problem in problems] == [code]
    assert tree(root) == before


def test_what_is_missing_is_asked(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n花蓮處\n\nsample\n業務組\n電務組\n\n"))
    assert main(["new", "--office", "hualien", "--lang", "en"], root) == 0
    said = capsys.readouterr()
    assert said.err.count("Name of the office") == 2  # asked again when nothing was said
    assert "What remains:" in said.out
    assert "organisation: sample\ndepartments:\n  - name: 業務組\n  - name: 電務組\n" in (root / FILE).read_text(
        "utf-8"
    )


def test_an_answer_that_cannot_be_used_is_asked_for_again(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    name = next(iter((read_organisations(root)[0] or {}).values())).name
    monkeypatch.setattr("sys.stdin", io.StringIO(f"花蓮處\n\n台電\n{name}\n業務組、電務組\n業務組\n工務段\n\n"))
    assert main(["new", "--office", "hualien"], root) == 0
    said = capsys.readouterr().err
    assert "沒有「台電」這家公司" in said
    assert f"sample（{name}）" in said
    assert "organisation: sample\ndepartments:\n  - name: 業務組\n  - name: 電務組\n  - name: 工務段\n" in (
        root / FILE
    ).read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ["--office", "hualien", "--name", "甲", "--en", "A", "--organisation", "台電", "--department", "乙"],
            "「台電」",
        ),
        (["--office", "--name", "花蓮處"], "選項「--office」須接一個值"),
        (["--office", "--help"], "選項「--office」須接一個值"),
        (["sample", "115", "--from", "nobody"], "沒有機關「nobody」"),
        (["sample", "115", "--from", "sample/99"], "這些年度的計畫：114"),
    ],
)
def test_options_that_say_nothing_usable_are_told_before_anything_else(
    root: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(root)
    assert main(["new", *arguments], root) == 2
    assert told in capsys.readouterr().err
    assert tree(root) == before


def test_options_leave_nothing_to_ask_and_nobody_is_waited_for(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main(["new", "--office", "hualien", "--name", "花蓮處"], root) == 2
    assert "--organisation" in capsys.readouterr().err
    options = ["--name", "花蓮處", "--en", "Hualien", "--organisation", "sample", "--department", "業務組"]
    assert main(["new", "--office", "hualien", *options], root) == 0
    assert (root / FILE).exists()
