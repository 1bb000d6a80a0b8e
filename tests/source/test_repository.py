import os
import shutil
from pathlib import Path

import pytest

from planpress.problems import report
from planpress.problems.problem import Problem
from planpress.source.folders import office_ids, plan_files
from planpress.source.repository import read_all, read_office, read_organisations, read_plan, read_plan_file


@pytest.fixture
def root(tmp_path: Path, pytestconfig: pytest.Config) -> Path:
    """A copy of the fictional office, to be changed."""
    shutil.copytree(pytestconfig.rootpath / "tests/fixtures/offices", tmp_path / "offices")
    return tmp_path


def seen(problems: list[Problem]) -> list[str]:
    return [f"{problem.code} {problem.place.file}:{problem.place.line}" for problem in problems]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_the_fictional_office_is_read_whole(root: Path) -> None:
    assert read_all(root)[1] == []
    assert office_ids(root) == ["sample"]
    assert plan_files(root) == ([("sample", 114, root / "offices/sample/114/plan.yml")], [])
    organisations, _ = read_organisations(root)
    assert organisations is not None
    assert (organisations["sample"].id, organisations["sample"].short_en) == ("sample", "Sample")
    office, _ = read_office(root, "sample", organisations)
    assert office is not None
    assert (office.id, office.name, office.organisation) == ("sample", "示範區營業處", organisations["sample"])
    assert [(department.name, department.collective) for department in office.departments] == [
        ("業務組", False),
        ("電務組", False),
        ("工務段", False),
        ("各部門", True),
    ]
    assert dict(office.contact.known())["hotline"].value == "0000"


def test_the_real_offices_have_no_errors(pytestconfig: pytest.Config) -> None:
    assert [problem for problem in read_all(pytestconfig.rootpath)[1] if problem.severity == "error"] == []


def test_plans_come_by_office_and_year(root: Path) -> None:
    for name in ("sample/99", "sample/100", "b-office/114"):
        (root / "offices" / name).mkdir(parents=True)
    assert [(plan.office_id, plan.roc_year) for plan in plan_files(root)[0]] == [
        ("b-office", 114),
        ("sample", 99),
        ("sample", 100),
        ("sample", 114),
    ]


@pytest.mark.parametrize("name", ["金門", "Kinmen", "1-water", "water_1", "a b"])
def test_folder_names_are_office_ids(root: Path, name: str) -> None:
    (root / "offices" / name).mkdir()
    assert seen(read_all(root)[1]) == [f"E401 offices/{name}:0"]


@pytest.mark.parametrize("name", ["en", "zh-hans", "search", "data", "404"])
def test_reserved_words_are_no_offices(root: Path, name: str) -> None:
    (root / "offices" / name).mkdir()
    assert seen(read_all(root)[1]) == [f"E402 offices/{name}:0"]


@pytest.mark.parametrize("name", ["2025", "014", "114年", "drafts"])
def test_year_folders_are_roc_years(root: Path, name: str) -> None:
    (root / "offices/sample" / name).mkdir()
    assert seen(read_all(root)[1]) == [f"E403 offices/sample/{name}:0"]


@pytest.mark.parametrize("file", ["organisations.yml", "sample/office.yml", "sample/114/plan.yml"])
def test_missing_files_are_named(root: Path, file: str) -> None:
    (root / "offices" / file).unlink()
    assert f"E404 offices/{file}:0" in seen(read_all(root)[1])


def test_what_refers_to_a_missing_file_is_not_blamed(root: Path) -> None:
    (root / "offices/organisations.yml").unlink()
    assert seen(read_all(root)[1]) == ["E404 offices/organisations.yml:0"]


@pytest.mark.parametrize(
    "file", ["notes.txt", "sample/office.yaml", "sample/114/plan.yaml", "sample/114/.plan.yml.swp"]
)
def test_stray_files_are_a_warning(root: Path, file: str) -> None:
    (root / "offices" / file).write_text("")
    hidden = Path(file).name.startswith(".")
    assert seen(read_all(root)[1]) == ([] if hidden else [f"W401 offices/{file}:0"])


@pytest.mark.parametrize("file", ["README.md", "sample/README.md", "sample/114/plan.pdf", "sample/report.pdf"])
def test_files_that_may_lie_beside_are_no_strays(root: Path, file: str) -> None:
    (root / "offices" / file).write_text("")
    assert read_all(root)[1] == []


@pytest.mark.parametrize(
    "link",
    ["other", "sample/113", "sample/114/plan.yml", "sample/114", "sample/office.yml", "organisations.yml", "x.yml"],
)
@pytest.mark.parametrize("to", ["outside", "inside"])
def test_links_are_not_followed(root: Path, link: str, to: str) -> None:
    target = root / "outside" if to == "outside" else root / "offices/.hidden"
    path = root / "offices" / link
    if path.exists():
        path.rename(target)
    else:
        target.mkdir()
    path.symlink_to(target)
    assert f"E405 offices/{link}:0" in seen(read_all(root)[1])
    assert "title" not in report.terminal(read_all(root)[1])


def test_links_in_a_circle_are_a_problem(root: Path) -> None:
    (root / "offices/circle").symlink_to(root / "offices/circle")
    (root / "offices/sample/office.yml").unlink()
    (root / "offices/sample/office.yml").symlink_to("office.yml")
    assert set(seen(read_all(root)[1])) == {"E405 offices/circle:0", "E405 offices/sample/office.yml:0"}


def test_the_folder_itself_is_no_link(root: Path) -> None:
    (root / "offices").rename(root / "elsewhere")
    (root / "offices").symlink_to(root / "elsewhere")
    assert seen(read_all(root)[1]) == ["E405 offices/organisations.yml:0", "E405 offices:0"]


def test_a_folder_in_the_place_of_a_file_is_a_problem(root: Path) -> None:
    (root / "offices/sample/114/plan.yml").unlink()
    (root / "offices/sample/114/plan.yml").mkdir()
    (problem,) = read_all(root)[1]
    assert problem.code == "E406"
    assert report.what(problem, "zh-Hant") == "無法讀取檔案（這是資料夾，不是檔案）"
    assert report.what(problem, "en") == f"the file cannot be read ({os.strerror(21)})"


@pytest.mark.parametrize("place", ["pipe", "sample/pipe.yml", "sample/satisfaction.yml", "sample/114/plan.pdf"])
def test_a_pipe_is_a_problem_wherever_it_lies(root: Path, place: str) -> None:
    os.mkfifo(root / "offices" / place)
    assert seen(read_all(root)[1]) == [f"E409 offices/{place}:0"]


@pytest.mark.parametrize("folder", ["", "sample/", "sample/114/"])
def test_a_name_that_nobody_can_write_is_an_error(root: Path, folder: str) -> None:
    Path(os.fsdecode(os.fsencode(root / "offices") + f"/{folder}".encode() + b"\xaa\xf7.pdf")).write_text("Big5")
    (problem,) = read_all(root)[1]
    assert problem.code == "E407"


def test_offices_of_no_organisation_are_told(root: Path) -> None:
    (root / "offices/organisations.yml").write_text("{}\n")
    assert seen(read_all(root)[1]) == ["E111 offices/sample/office.yml:4"]


def test_a_file_that_is_too_large_is_not_read(root: Path) -> None:
    with (root / "offices/sample/114/plan.yml").open("ab") as stream:
        stream.truncate(3_000_000)
    assert seen(read_all(root)[1]) == ["E301 offices/sample/114/plan.yml:0"]


def test_an_unknown_department_looks_as_the_issue_shows(root: Path) -> None:
    edit(root / "offices/sample/114/plan.yml", "who: 業務組、電務組（工務段）", "who: 業物組、電務組（工務段）")
    assert report.terminal(read_all(root)[1]) == (
        "offices/sample/114/plan.yml:41:14  E104  不認得的部門「業物組」\n"
        "   41 |         who: 業物組、電務組（工務段）\n"
        "      |              ^^^^^^\n"
        "      改為「業務組」？本處部門列於 offices/sample/office.yml:5\n"
    )


def test_every_problem_of_every_file_is_collected(root: Path) -> None:
    edit(root / "offices/organisations.yml", '"#6b3fa0"', '"#c3a6ec"')
    edit(root / "offices/sample/office.yml", "hotline", "hotlin")
    edit(root / "offices/sample/114/plan.yml", "who: 各部門", "who: 各單位")
    edit(root / "offices/sample/114/plan.yml", "to: m-1-1-2\n", "to: m-9\n")
    assert seen(read_all(root)[1]) == [
        "E112 offices/organisations.yml:7",
        "E201 offices/sample/office.yml:16",
        "E107 offices/sample/114/plan.yml:10",
    ]


def test_departments_are_checked_also_where_the_organisation_is_unknown(root: Path) -> None:
    edit(root / "offices/organisations.yml", "name: 示範公司", "name:")
    edit(root / "offices/sample/114/plan.yml", "who: 各部門", "who: 各單位")
    assert seen(read_all(root)[1]) == ["E207 offices/organisations.yml:3", "E104 offices/sample/114/plan.yml:59"]


def test_a_plan_with_an_error_is_no_plan(root: Path) -> None:
    organisations, _ = read_organisations(root)
    office, _ = read_office(root, "sample", organisations)
    assert office is not None
    edit(root / "offices/sample/114/plan.yml", "who: 各部門", "who: 各單位")
    assert read_plan(root, office, 114)[0] is None


def test_a_plan_with_a_warning_is_a_plan(root: Path) -> None:
    organisations, _ = read_organisations(root)
    office, _ = read_office(root, "sample", organisations)
    assert office is not None
    edit(root / "offices/sample/114/plan.yml", "when: 114年6月前", "when: 113年6月前")
    plan, problems = read_plan(root, office, 114)
    assert plan is not None and seen(problems) == ["W107 offices/sample/114/plan.yml:51"]


@pytest.mark.parametrize("organisation", ["sampel", "taipower"])
def test_an_office_of_an_unknown_organisation_is_no_office(root: Path, organisation: str) -> None:
    edit(root / "offices/sample/office.yml", "organisation: sample", f"organisation: {organisation}")
    organisations, _ = read_organisations(root)
    office, problems = read_office(root, "sample", organisations)
    assert office is None and seen(problems) == ["E111 offices/sample/office.yml:4"]


def test_the_approved_file_must_be_there_and_be_the_one(root: Path) -> None:
    original = root / "offices/sample/114/sample-114.pdf"
    original.write_bytes(b"another file")
    assert seen(read_all(root)[1]) == ["E113 offices/sample/114/plan.yml:17"]
    original.unlink()
    assert seen(read_all(root)[1]) == ["E404 offices/sample/114/plan.yml:16"]
    original.symlink_to(root / "offices/sample/office.yml")
    assert set(seen(read_all(root)[1])) == {
        "E405 offices/sample/114/plan.yml:16",
        "E405 offices/sample/114/sample-114.pdf:0",
    }


@pytest.mark.parametrize(
    "name", ["sample-114-plan.zh-Hant.pdf", "Sample-114-PLAN.en.odt", "sample-114-plan.zh-Hant.large.pdf"]
)
def test_the_approved_file_takes_the_place_of_none_of_ours(root: Path, name: str) -> None:
    edit(root / "offices/sample/114/plan.yml", "file: sample-114.pdf", f"file: {name}")
    assert seen(read_all(root)[1]) == ["E114 offices/sample/114/plan.yml:16"]


@pytest.mark.parametrize(
    "name", ["plan.js", "plan.html", "plan.svg", "plan.pdf.exe", "plan", "plan.PDF", "../plan.pdf"]
)
def test_the_approved_file_is_a_document(root: Path, name: str) -> None:
    edit(root / "offices/sample/114/plan.yml", "file: sample-114.pdf", f"file: {name}")
    assert seen(read_all(root)[1]) == ["E212 offices/sample/114/plan.yml:16"]


def test_no_folder_is_no_crash(tmp_path: Path) -> None:
    assert seen(read_all(tmp_path)[1]) == ["E404 offices/organisations.yml:0"]


@pytest.mark.parametrize("name", ["con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9"])
def test_no_office_has_the_name_of_a_windows_device(root: Path, name: str) -> None:
    (root / "offices" / name).mkdir()
    assert seen(read_all(root)[1]) == [f"E410 offices/{name}:0"]
    assert name not in office_ids(root)


@pytest.mark.parametrize("name", ["console", "com10", "nul-1", "lpt"])
def test_names_that_only_look_like_devices_are_offices(root: Path, name: str) -> None:
    (root / "offices" / name).mkdir()
    assert name in office_ids(root)


@pytest.mark.parametrize("folder", ["", "sample/", "sample/114/"])
@pytest.mark.parametrize(
    "name", ["con.pdf", "NUL.docx", "Lpt1.pdf", "aux.a.pdf", "com¹.pdf", "a:b.pdf", "a?.pdf", "a.pdf "]
)
def test_files_have_names_that_windows_can_have(root: Path, folder: str, name: str) -> None:
    (root / "offices" / folder / name).write_text("")
    assert seen(read_all(root)[1]) == [f"E410 offices/{folder}{name}:0"]


@pytest.mark.parametrize("name", ["Kinmen", "KINMEN", "Kin Men", "kin_men"])
def test_a_folder_with_capitals_is_told_the_name_it_should_have(root: Path, name: str) -> None:
    (root / "offices" / name).mkdir()
    (problem,) = read_all(root)[1]
    assert (problem.code, problem.values["nearest"]) == ("E401", "kin-men" if len(name) == 7 else "kinmen")


@pytest.mark.parametrize("name", ["Con", "Search", "金門"])
def test_a_folder_is_told_no_name_that_it_cannot_have(root: Path, name: str) -> None:
    (root / "offices" / name).mkdir()
    (problem,) = read_all(root)[1]
    assert "nearest" not in problem.values


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Sample", "sample"),
        ("Organisations.yml", "organisations.yml"),
        ("sample/Office.yml", "office.yml"),
        ("sample/114/PLAN.yml", "plan.yml"),
        ("sample/114/Sample-114.pdf", "sample-114.pdf"),
    ],
)
def test_names_that_differ_by_capitals_alone_are_told(root: Path, name: str, other: str) -> None:
    path = root / "offices" / name
    path.write_text("") if path.suffix else path.mkdir()
    (problem,) = read_all(root)[1]
    assert (problem.code, problem.place.file) == ("E411", f"offices/{name}")
    assert problem.values == {"name": path.name, "other": other}


def test_names_that_differ_by_composition_alone_are_told(root: Path) -> None:
    for name in ("caf\u00e9.pdf", "cafe\u0301.pdf"):
        (root / "offices/sample/114" / name).write_text("")
    assert [problem.code for problem in read_all(root)[1]] == ["E411"]


def test_a_plan_as_its_lines_were_meant_is_not_given_as_it_was_written(root: Path) -> None:
    assert None not in read_plan_file(root, "sample", 114)
    edit(root / "offices/sample/114/plan.yml", "who: ", "who：")
    assert read_plan_file(root, "sample", 114) == (None, None)
