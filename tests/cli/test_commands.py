import errno
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.kills import broken
from planpress import writing
from planpress.cli.commands import main
from planpress.cli.words.texts import TEXTS
from planpress.site.lock import locked, waiting_for
from tests.cases import few
from tests.projects import MKDOCS, PLAN, ROOT, project, tree, write

JUNE_2025 = "1748736000"


@pytest.fixture(autouse=True)
def somewhere_safe(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A relative path of a test's own leads into its own folder."""
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", JUNE_2025)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project")


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", JUNE_2025)
        root = project(tmp_path_factory.mktemp("built-once"))
        assert main(["--jobs", "1"], root) == 0
    return root


@pytest.fixture
def built(built_once: Path, tmp_path: Path) -> Path:
    """A project with its site and cache, each test's own."""
    return Path(shutil.copytree(built_once, tmp_path / "built"))


WRONG: Mapping[str, str | None] = {"offices/sample/114/plan.yml": PLAN.replace("業務組", "業物組")}


def test_a_build_says_what_it_made_and_ends_with_0(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--jobs", "1"], root) == 0
    said = capsys.readouterr()
    files = tree(root / "site")
    pages = [path for path in files if path.endswith(".html")]
    assert re.fullmatch(
        rf"完成：1 個機關、1 份計畫、2 項具體作法，3 種語言共 {len(pages)} 頁、0 個文件；0 個警告；"
        rf"寫入 {len(files)} 個檔案至 site/；[0-9]+\.[0-9] 秒。\n",
        said.out,
    )
    assert said.err == ""
    assert (root / "site" / "index.html").exists()


def test_the_report_is_english_for_who_asks(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "--jobs", "1"], root) == 0
    assert capsys.readouterr().out.startswith("Done: 1 office")


def test_errors_in_the_data_end_with_1_and_write_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path / "project", WRONG)
    assert main(["--jobs", "1"], root) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "E104" in said.err
    assert said.err.endswith("資料有誤，未寫入任何檔案；原有網站維持不變。請依上列說明修正後再執行一次。\n")
    assert not (root / "site").exists()


ISSUE_OFFICE = """\
# 1
# 2
# 3
# 4
# 5
# 6
# 7
# 8
name: 金門區營業處
en: Kinmen District Office
organisation: sample
departments:
  - name: 業務組
  - name: 電務組
"""
ISSUE_PLAN = (
    """\
title: 金門區營業處114年度提升服務效能執行計畫
columns: {groups: [服務內涵], measure: 具體作法, who: 承辦部門, when: 執行期間}
"""
    + "#\n" * 34
    + """\
sections:
  - heading: 壹、作法
    rows:
      - do: 1. 客服中心受理後送案件之處理。
        who: 業物組、電務組
"""
)


@pytest.mark.parametrize(
    ("language", "message"),
    [
        (
            "zh-Hant",
            """\
offices/kinmen/114/plan.yml:41:14  E104  不認得的部門「業物組」
   41 |         who: 業物組、電務組
      |              ^^^^^^
      改為「業務組」？本處部門列於 offices/kinmen/office.yml:12
""",
        ),
        (
            "en",
            """\
offices/kinmen/114/plan.yml:41:14  E104  unknown department “業物組”
   41 |         who: 業物組、電務組
      |              ^^^^^^
      Did you mean “業務組”? """,
        ),
    ],
)
def test_a_wrong_department_gives_the_message_of_the_issue(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, message: str
) -> None:
    files = {"offices/kinmen/office.yml": ISSUE_OFFICE, "offices/kinmen/114/plan.yml": ISSUE_PLAN}
    root = project(tmp_path / "project", files)
    assert main(["check", "--lang", language], root) == 1
    said = capsys.readouterr().err
    assert said.startswith(message)
    assert said.strip().count("\n") == 3


def test_a_check_builds_nothing_and_counts(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = tree(root)
    assert main(["check"], root) == 0
    assert capsys.readouterr().out == "沒有問題\n"
    assert tree(root) == before


def test_a_check_counts_errors_and_warnings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = PLAN.replace("業務組", "業物組").replace("2. 到府", "3. 到府")
    root = project(tmp_path / "project", {"offices/sample/114/plan.yml": plan})
    assert main(["check", "--lang=en"], root) == 1
    assert capsys.readouterr().out == "1 error, 1 warning\n"


def test_warnings_alone_are_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {"offices/sample/114/plan.yml": PLAN.replace("2. 到府", "3. 到府")}
    root = project(tmp_path / "project", files)
    assert main(["check"], root) == 0
    assert main(["--jobs", "1"], root) == 0
    assert "1 個警告" in capsys.readouterr().out


def test_a_check_for_programs_is_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path / "project", WRONG)
    assert main(["check", "--format", "json", "--lang", "en"], root) == 1
    said = capsys.readouterr()
    [problem] = json.loads(said.out)
    assert said.err == ""
    assert (problem["code"], problem["severity"], problem["file"], problem["line"], problem["column"]) == (
        *("E104", "error", "offices/sample/114/plan.yml", 8, 14),
    )
    assert (problem["end_column"], problem["what"]) == (17, "unknown department “業物組”")


def test_a_clean_check_for_programs_is_an_empty_list(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "json"], root) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_check_for_hosts_of_repositories_is_in_their_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path / "project", WRONG)
    assert main(["check", "--format", "github"], root) == 1
    said = capsys.readouterr()
    assert said.out.startswith("::error file=offices/sample/114/plan.yml,line=8,endLine=8,col=14,endColumn=17,")
    assert (said.out.count("\n"), said.err) == (1, "")
    assert main(["check", "--format", "gitlab", "--lang", "en"], root) == 1
    [issue] = json.loads(capsys.readouterr().out)
    assert issue["location"] == {"path": "offices/sample/114/plan.yml", "lines": {"begin": 8}}
    broken = project(tmp_path / "broken", {"mkdocs.yml": MKDOCS + "use_directory_urls: false\n"})
    assert main(["check", "--format", "github"], broken) == 2
    assert capsys.readouterr().out.startswith("::error file=mkdocs.yml,line=11,")


def test_nothing_wrong_is_no_annotation(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "github"], root) == 0
    assert capsys.readouterr().out == ""


def test_a_broken_catalogue_is_found_by_a_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path / "project", {"content/locales/en/LC_MESSAGES/plans.po": 'msgid "依據'})
    assert main(["check"], root) == 1
    assert "content/locales/en/LC_MESSAGES/plans.po:1:1" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ["--help"],
            [
                "用法：build.py [選項] [子命令]\n",
                "\n選項：\n",
                "\n子命令：\n",
                "檢查所有資料，不建置網站。",
                "--site-dir",
            ],
        ),
        (["-h"], ["用法：build.py"]),
        (["check", "--help"], ["用法：build.py check", "--format"]),
        (["serve", "-h"], ["用法：build.py serve", "--port", "--host"]),
        (
            ["--help", "--lang", "en"],
            [
                "Usage: build.py [options] [command]\n",
                "\nOptions:\n",
                "\nCommands:\n",
                "Check all data; build nothing.",
            ],
        ),
        (["--lang", "en", "check", "--help"], ["Usage: build.py check", "json for programs"]),
        (["check", "--lang=en", "-h"], ["Usage: build.py check"]),
    ],
)
def test_help_is_in_the_callers_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: list[str]
) -> None:
    assert main(arguments, tmp_path) == 0
    said = capsys.readouterr()
    assert [word for word in words if word not in said.out] == []
    assert said.err == ""
    assert "..." not in said.out  # nothing is cut
    chinese = re.search("[\u4e00-\u9fff]", said.out)
    assert bool(chinese) == ("en" not in " ".join(arguments))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--colour"], "沒有選項「--colour」。"),
        (["chek"], "沒有子命令「chek」。您是要「check」嗎？"),
        (["check", "--formt", "json"], "沒有選項「--formt」。您是要「--format」嗎？"),
        (["check", "--format", "xml"], "選項「--format」的值不正確。可以寫：text、json、github、gitlab。"),
        (["check", "--format"], "選項「--format」須接一個值。"),
        (["--jobs", "0"], "選項「--jobs」的值不正確。可以寫：1 以上的整數。"),
        (["--jobs", "many"], "選項「--jobs」的值不正確。可以寫：1 以上的整數。"),
        (["embed", "sample", "114", "--level", "9"], "選項「--level」的值不正確。可以寫：1 到 6 的整數。"),
        (["due", "--days", "-5"], "選項「--days」的值不正確。可以寫：0 到 "),
        (["releases", "web", "--diff", "1", "x"], "選項「--diff」的值不正確。可以寫：1 以上的整數。"),
        (["releases", "web", "--diff", "1"], "選項「--diff」之後須接 OLD NEW。\n請執行 build.py releases --help"),
        (["rollback", "web", "latest"], "選項「NUMBER」的值不正確。可以寫：1 以上的整數。"),
        (["publish", "web", "--dry-run=yes"], "選項「--dry-run」不接值。"),
        (["--site-dir", "mkdocs.yml"], "選項「--site-dir」的值不正確。可以寫：資料夾的路徑。"),
        (["monitor", "--log", "offices"], "選項「--log」的值不正確。可以寫：檔案的路徑。"),
        (["--lang", "fr"], "選項「--lang」的值不正確。"),
        (
            ["--config", "nowhere/mkdocs.yml"],
            "選項「--config」的值不正確。可以寫：已有的 mkdocs.yml、mkdocs.<名稱>.yml。",
        ),
        (["--config", "../project/content/topics.yml"], "選項「--config」的值不正確。"),
        (["check", "--config=.."], "選項「--config」的值不正確。"),
        (["check", "--config"], "選項「--config」須接一個值。"),
        (["serve", "--port", "70000"], "選項「--port」的值不正確。可以寫：0 到 65535 的整數。"),
        (["--check"], "您是要「check」嗎？"),
        (["site"], "建置網站不加子命令。\n請執行 build.py --help 查看說明。"),
        (["check", "sample"], "多了「sample」，請刪去；檔名或名稱裡有空格時，前後要加雙引號。\n"),
        (["addresses", "sample", "114"], "機關與年度在這裡寫成 --office 代碼 --year 年度。"),
        (["sheet", "sample"], "少了 YEAR。\n請執行 build.py sheet --help 查看說明。"),
        (["sheet", "sample", "2025"], "「2025」若是西元，請改寫 114。"),
        (["sheet", "sample", "一一四"], "「一一四」不是年度。"),
        (["sheet", "sample", "0"], "「0」不是年度。"),
        (["fmt", "--year", "2025年"], "「2025年」若是西元，請改寫 114。"),
        (["sheet", "smaple", "114"], "沒有機關「smaple」。您是要「sample（示範處）」嗎？"),
        (["new", "示範", "115"], "您是要「sample（示範處）」嗎？機關要寫代碼"),
        (["changes", "offices/sample/", "114"], "您是要「sample（示範處）」嗎？"),
        (
            ["addresses", "--office", "114"],
            "沒有機關「114」。機關要寫代碼，也就是 offices/ 裡的資料夾名稱：sample（示範處）。",
        ),
        (["import", "offices"], "「offices」是資料夾，請寫出檔名。"),
        (["import", "給", "同仁.ods"], "裡沒有檔案「給」。檔名裡有空格時，前後要加雙引號。"),
        (["import", "mkdoc.yml"], "您是要「mkdocs.yml」嗎？"),
        (["--lang", "en", "sheet", "nobody", "2025"], "there is no office “nobody”. An office is written as its id"),
        (
            ["--lang", "en", "due", "--days", "-5"],
            "the value of “--days” is not right. It may be: a whole number from 0 to ",
        ),
        (["--lang", "en", "releases", "web", "--diff", "1"], "OLD NEW must follow the option “--diff”."),
        (["--lang", "en", "publish", "web", "--dry-run=yes"], "the option “--dry-run” takes no value."),
        (["--lang", "en", "chek"], "there is no command “chek”. Did you mean “check”?"),
        (["check", "--lang", "en", "--nonsense"], "there is no option “--nonsense”."),
        (["check", "--nonsense", "--lang=en"], "there is no option “--nonsense”."),
    ],
)
def test_wrong_use_ends_with_2_and_says_what_was_wrong(
    root: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    words: str,
) -> None:
    monkeypatch.chdir(root)
    before = tree(root)
    assert main(arguments, root) == 2
    said = capsys.readouterr()
    assert words in said.err
    assert said.out == ""
    assert tree(root) == before


@pytest.mark.parametrize("year", ["114", "１１４", "114年", "民國 114 年度"])
def test_a_year_may_be_written_as_people_write_it(root: Path, year: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["addresses", "--year", year], root) == 0
    assert "offices/sample/114/addresses.txt" in capsys.readouterr().out


def within(root: Path) -> Path:
    """A site of its own within a project, whose theme and interface it uses."""
    shutil.copytree(root / "offices", root / "shows/offices")
    shutil.copytree(root / "content", root / "shows/content", ignore=shutil.ignore_patterns("locales"))
    write(root, "shows/mkdocs.yml", MKDOCS.replace("theme/site", "../theme/site").replace("示範網站", "展示網站"))
    return root / "shows"


@pytest.mark.parametrize("place", ["before", "after"])
def test_another_site_is_chosen_wherever_the_option_stands(root: Path, place: str) -> None:
    within(root)
    config = ["--config", "../project/shows/mkdocs.yml"]
    write(root, "offices/sample/114/plan.yml", PLAN.replace("業務組", "業物組"))
    assert main(["check"], root) == 1
    assert main([*config, "check"] if place == "before" else ["check", *config], root) == 0
    assert main(["--jobs", "1", *config] if place == "after" else [*config, "--jobs", "1"], root) == 0
    assert "展示網站" in (root / "shows/site/index.html").read_text("utf-8")
    assert not (root / "site").exists()
    assert not (root / ".cache").exists()


@pytest.mark.parametrize(
    ("path", "before", "after", "page"),
    [
        ("theme/site/plan.html", "<article", "<article data-new", "sample/114/index.html"),
        ("theme/site/css/plan.css", "", "a { top: 0 }\n", "sample/114/index.html"),
        ("content/locales/en/LC_MESSAGES/interface.po", '"Search"', '"Look for"', "en/search/index.html"),
    ],
)
def test_a_site_within_a_project_is_renewed_with_what_it_uses_of_that(
    root: Path, path: str, before: str, after: str, page: str
) -> None:
    shows = within(root)
    arguments = ["--jobs", "1", "--config", str(shows / "mkdocs.yml")]
    assert main(arguments, root) == 0
    first = (shows / "site" / page).read_text("utf-8")
    text = (root / path).read_text("utf-8")
    assert before in text
    write(root, path, text.replace(before, after) if before else after)
    assert main(arguments, root) == 0
    assert (shows / "site" / page).read_text("utf-8") != first


def test_what_is_wrong_with_the_theme_of_another_project_has_its_place(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shows = within(root)
    write(root, "theme/site/home.html", "{{ nosuch }}")
    assert main(["--jobs", "1", "--config", str(shows / "mkdocs.yml")], root) == 2
    assert capsys.readouterr().err.startswith("theme/site/home.html:1:1  E455")
    assert not (shows / "site").exists()


def test_a_site_within_a_project_keeps_out_of_its_sources(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shows = within(root)
    for folder in ("theme/site", "content", "offices/sample"):
        assert main(["--config", str(shows / "mkdocs.yml"), "--site-dir", str(root / folder)], root) == 2
        assert "site_dir" in capsys.readouterr().err


def test_a_translated_interface_that_nothing_reads_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shows = within(root)
    interface = "content/locales/en/LC_MESSAGES/interface.po"
    write(shows, interface, (root / interface).read_text("utf-8"))
    assert main(["check", "--config", str(shows / "mkdocs.yml")], root) == 0
    assert f"{interface}  W401" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["check"], ["serve"]])
def test_without_settings_every_command_is_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main(arguments, tmp_path) == 2
    assert "mkdocs.yml" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("path", "content", "words"),
    [
        ("mkdocs.yml", "site_url: [", "mkdocs.yml"),
        ("mkdocs.yml", MKDOCS.replace("[planpress]", "[]"), "planpress"),
        ("mkdocs.yml", MKDOCS.replace("[planpress]", "[planpress, nonsense]"), "沒有安裝「nonsense」"),
        ("mkdocs.yml", MKDOCS + "site_dir: .\n", "site_dir"),
        ("mkdocs.yml", MKDOCS + "site_dir: offices/site\n", "site_dir"),
        ("site", "a file where the folder should be", "site"),
    ],
)
def test_a_project_that_cannot_be_built_ends_with_2_and_never_with_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], path: str, content: str, words: str
) -> None:
    root = project(tmp_path / "project", {path: content})
    before = tree(root / "offices")
    assert main(["--jobs", "1"], root) == 2
    said = capsys.readouterr().err
    assert words in said
    assert "Traceback" not in said
    assert tree(root / "offices") == before


def test_content_in_another_encoding_is_a_problem_with_its_file(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "content" / "en" / "about.md").write_bytes("# 關於".encode("big5"))
    assert main(["--jobs", "1"], root) == 1
    assert "content/en/about.md:1:3  E30" in capsys.readouterr().err


def test_without_data_a_build_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    assert main(["check"], tmp_path) == 1
    assert "offices/organisations.yml  E404" in capsys.readouterr().err


def test_the_site_goes_where_the_caller_says(root: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    target = tmp_path / "elsewhere" / "public"
    assert main(["--site-dir", str(target), "--jobs", "1"], root) == 0
    assert str(target) in capsys.readouterr().out
    assert (target / "index.html").exists()
    assert not (root / "site").exists()


def test_files_that_no_build_wrote_stay_wherever_the_site_goes(root: Path, tmp_path: Path) -> None:
    """A caller in the wrong folder who says ``--site-dir .`` must not lose what lies there."""
    mine = write(tmp_path, "elsewhere/.git/config", "mine")
    for _ in range(2):
        main(["--site-dir", ".", "--jobs", "1"], root)
        assert mine.read_text("utf-8") == "mine"


def test_nobody_watching_sees_no_progress_bar(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert not sys.stderr.isatty()
    assert main([], root) == 0
    said = capfd.readouterr()
    assert said.err == ""
    assert "\x1b" not in said.out + said.err
    assert len(said.out.splitlines()) == 1


def test_problems_are_without_colour_when_nobody_watches(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check"], project(tmp_path / "project", WRONG))
    assert "\x1b" not in capsys.readouterr().err


def test_a_caller_who_stops_sees_no_traceback(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("planpress.site.build.build", stopped)
    assert main(["--jobs", "1"], root) == 130
    assert capsys.readouterr().err.strip() == "已停止。"


def test_a_worker_that_is_killed_is_told_without_a_traceback(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for year in range(100, 110):
        write(root, f"offices/sample/{year}/plan.yml", PLAN.replace("114年度", f"{year}年度"))
    monkeypatch.setattr("planpress.artifacts.workshop.Workshop.compile", lambda *_: os.kill(os.getpid(), 9))
    assert main(["--jobs", "2"], root) == 2
    assert capsys.readouterr().err == TEXTS["zh-Hant"].worker_gone + "\n"


@pytest.mark.parametrize(("place", "language"), [(".cache/site/lock", "zh-Hant"), ("site/.planpress.lock", "en")])
def test_a_second_build_says_for_whom_it_waits_and_goes_on(
    root: Path, capsys: pytest.CaptureFixture[str], place: str, language: str
) -> None:
    (root / place).parent.mkdir(parents=True)
    with locked(root / place, "PID 7, somebody", pytest.fail):
        ended: list[int] = []
        other = threading.Thread(target=lambda: ended.append(main(["--lang", language, "--jobs", "1"], root)))
        other.start()
        said = ""
        for _ in range(600):
            other.join(0.1)
            if said := capsys.readouterr().err:
                break
        other.join(0.5)
        assert ended == []
    other.join()
    assert ended == [0]
    assert said + capsys.readouterr().err == waiting_for("PID 7, somebody", language) + "\n"


@pytest.mark.slow
def test_builds_at_the_same_time_all_end_well(root: Path) -> None:
    program = "import sys; from pathlib import Path; from planpress.cli.commands import main; sys.exit(main(sys.argv[2:], Path(sys.argv[1])))"
    command = [sys.executable, "-c", program, str(root)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    targets = ["site", "site", "elsewhere"]
    processes = [
        subprocess.Popen(
            [*command, "--site-dir", str(root / target), "--jobs", "2"], env=environment, stderr=subprocess.PIPE
        )
        for target in targets
    ]
    said = [process.communicate()[1] for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0], said
    assert tree(root / "site") == tree(root / "elsewhere")
    assert sum(len(each.splitlines()) for each in said) <= 4


@pytest.mark.parametrize("after", few([0, 1, 4, 30], 1))
def test_a_full_disk_is_one_message_that_names_the_file_and_the_site_stays_whole(
    built: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    write(built, "theme/site/css/plan.css", "a { top: 0 }\n")
    put, left = writing._put, after

    def full(new: Path, path: Path, data: bytes, for_all: bool) -> None:
        nonlocal left
        if path.is_relative_to(built / "site"):
            if left == 0:
                raise OSError(errno.ENOSPC, "No space left on device")
            left -= 1
        put(new, path, data, for_all)

    capsys.readouterr()
    with monkeypatch.context() as patched:
        patched.setattr(writing, "_put", full)
        assert main(["--jobs", "1"], built) == 2
    said = capsys.readouterr().err
    assert re.fullmatch(rf"無法讀寫 {built}/site/\S+：磁碟已滿\n", said)
    assert list(broken(built / "site")) == []
    assert main(["--jobs", "1"], built) == 0
    assert main(["--jobs", "1", "--site-dir", str(built / "clean")], built) == 0
    assert tree(built / "site") == tree(built / "clean")


@pytest.mark.parametrize(
    "place",
    few([".cache", ".cache/site", "site/sample", "site/sample/114", "site/robots.txt"], ".cache/site", "site/sample"),
)
@pytest.mark.parametrize("what", ["a file", "an empty folder", "a link"])
def test_whatever_stands_in_the_place_of_what_we_made_a_build_heals(
    built: Path, tmp_path: Path, place: str, what: str
) -> None:
    before = tree(built / "site")
    path = built / place
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    if what == "a file":
        path.write_text("a file")
    elif what == "a link":
        path.symlink_to(tmp_path / "nothing")
    else:
        path.mkdir()
    assert main(["--jobs", "1"], built) == 0
    assert tree(built / "site") == before
    assert not (tmp_path / "nothing").exists()


def test_wrong_settings_are_json_for_programs_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path / "project", {"mkdocs.yml": MKDOCS + "use_directory_urls: false\n"})
    assert main(["check", "--format", "json", "--lang", "en"], root) == 2
    said = capsys.readouterr()
    [problem] = json.loads(said.out)
    assert said.err == ""
    assert (problem["code"], problem["file"], problem["line"], problem["column"]) == ("E445", "mkdocs.yml", 11, 21)


def test_a_check_finds_what_mkdocs_does_not_accept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path / "project", {"mkdocs.yml": MKDOCS + "nav: 3\n"})
    assert main(["check"], root) == 2
    assert "mkdocs.yml:11:1  E452" in capsys.readouterr().err


def test_settings_that_run_programs_are_warned_of_by_check_and_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "project", {"mkdocs.yml": MKDOCS + "hooks: [hook.py]\n", "hook.py": ""})
    for arguments in (["check"], ["--jobs", "1"]):
        assert main(arguments, root) == 0
        assert "mkdocs.yml:11:1  W440  hooks 會執行程式" in capsys.readouterr().err


@pytest.mark.parametrize("folder", ["~/site", "", "a\0b", "a\nb", "x" * 300, "site\x1b[2J"])
def test_a_folder_that_no_system_has_is_wrong_use(root: Path, capsys: pytest.CaptureFixture[str], folder: str) -> None:
    assert main(["--site-dir", folder, "--jobs", "1"], root) == 2
    assert "選項「--site-dir」的值不正確。" in capsys.readouterr().err


@pytest.mark.parametrize("folder", ["/", "mkdocs.yml", "mkdocs.yml/site", "/proc/site"])
def test_a_folder_that_cannot_be_written_to_is_wrong_use(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.chdir(root)
    assert main(["--site-dir", folder, "--jobs", "1"], root) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err


@pytest.mark.parametrize("epoch", ["abc", "1e20", "-1", "316537891200"])
@pytest.mark.parametrize("arguments", [[], ["check"], ["serve"], ["translate"]])
def test_a_day_that_is_none_is_wrong_use(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, epoch: str, arguments: list[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert main([*arguments, "--lang", "en"], root) == 2
    assert f"the value “{epoch}” of SOURCE_DATE_EPOCH is not right" in capsys.readouterr().err
