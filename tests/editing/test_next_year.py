import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.cli.commands import main
from planpress.editing.carrying import carried
from planpress.editing.next_year import new_plan
from planpress.editing.own_year import OwnYear
from planpress.source.repository import read_all
from planpress.source.row_addresses.address_file import read_addresses
from planpress.source.text.yaml_text import parse
from tests.blocks import png
from tests.projects import OFFICE, PLAN, ROOT, project, tree, write
from tests.snippets import plan_file

LAST = """\
# yaml-language-server: $schema=../../../schema/plan.json
title: 示範處114年度服務計畫   # 第114次
adopted: 114-01-14  # 尚待確認
status: published
columns: {groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}
shortcuts:
  - {text: 電子帳單, to: m-1-1}
transcription_notes:
  - 原文件 114 年版有缺頁。
  # 上一行待查
  - 另一則。
approvals:  # 三層
sections:
  - heading: 壹、計畫依據
    sic: true
    text: |
      本公司114年1月6日業字第1148001255號函頒之「114年度服務計畫」。
      依「114年度服務計畫」訂定；本處114年度成果另報。
  - heading: 貳、具體作法
    rows:
      - h1: 一、基礎服務
      - do: 1. 推廣電子帳單，114年達5戶。
        who: 業務組
        unsure: 原表跨列
        when: 114年1-12月
      # 下一列是新的
      - sic: true  # 原文如此
        unsure: 也不清楚
        do: 3. 到府服務。
        who: 電務組
        when: 114年5月
      - {sic: true, do: 4. 換表。, unsure: 不明, who: 電務組, when: 隨時辦理}
""".replace("approvals:  # 三層\n", "")

NEXT = """\
# yaml-language-server: $schema=../../../schema/plan.json
title: 示範處115年度服務計畫   # 第114次
# 尚待確認
status: draft
columns: {groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}
shortcuts:
  - {text: 電子帳單, to: m-1-1}
# 上一行待查
sections:
  - heading: 壹、計畫依據
    text: |
      本公司114年1月6日業字第1148001255號函頒之「114年度服務計畫」。
      依「115年度服務計畫」訂定；本處115年度成果另報。
  - heading: 貳、具體作法
    rows:
      - h1: 一、基礎服務
      - do: 1. 推廣電子帳單，114年達5戶。
        who: 業務組
        when: 115年1-12月
      # 下一列是新的
      # 原文如此
      - do: 3. 到府服務。
        who: 電務組
        when: 115年5月
      - {do: 4. 換表。, who: 電務組, when: 隨時辦理}
"""

FILE = "offices/sample/115/plan.yml"
PO = "content/locales/en/LC_MESSAGES/plans.po"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project", {"offices/sample/114/plan.yml": LAST})


def test_the_text_is_carried_line_by_line(root: Path) -> None:
    made, problems = new_plan(root, "sample", 115)
    assert problems == []
    assert made is not None
    assert (root / FILE).read_text("utf-8") == NEXT
    assert (root / "offices/sample/114/plan.yml").read_text("utf-8") == LAST
    assert made.text.cleared == {"adopted": 1, "transcription_notes": 1, "sic": 3, "unsure": 3}
    assert [(text.line, text.after) for text in made.text.moved] == [
        (2, "示範處115年度服務計畫"),
        (13, "依「115年度服務計畫」訂定；本處115年度成果另報。"),
    ]
    assert made.text.remaining == (
        (2, ("114",)),
        (12, ("114年1月6日", "業字第1148001255號", "114年度")),
        (17, ("114年",)),
        (24, ("115年5月",)),
    )


def test_windows_line_ends_stay(root: Path) -> None:
    (root / "offices/sample/114/plan.yml").write_bytes(LAST.replace("\n", "\r\n").encode())
    new_plan(root, "sample", 115)
    assert (root / FILE).read_bytes() == NEXT.replace("\n", "\r\n").encode()


def test_every_row_keeps_its_address_and_says_from_where(root: Path) -> None:
    write(
        root,
        "offices/sample/114/addresses.txt",
        "m-1-9 measure live - g-1 到府服務。\nm-1-8 measure removed - g-1 舊。\n",
    )
    made, _ = new_plan(root, "sample", 115)
    assert made is not None
    assert (made.carried, made.new) == (6, 0)
    file, _ = read_addresses(root, "offices/sample/115")
    assert file is not None
    assert [address.line for address in file.addresses] == [
        "g-1 group draft 114 s-2 基礎服務",
        "m-1-1 measure draft 114 g-1 推廣電子帳單，114年達5戶。",
        "m-1-3 measure draft 114 g-1 換表。",
        "m-1-9 measure draft 114 g-1 到府服務。",
        "s-1 section draft 114 - 計畫依據",
        "s-2 section draft 114 - 具體作法",
    ]


def test_the_draft_is_checked_with_the_warnings_of_a_copy_alone(root: Path) -> None:
    new_plan(root, "sample", 115)
    plans, problems = read_all(root)
    assert {plan.roc_year: plan.publication.status.value for plan in plans} == {114: "published", 115: "draft"}
    draft = {problem.code for problem in problems if "/115/" in problem.place.file}
    assert draft == {"W101", "W161"}  # the number that is skipped was odd in last year's source


def test_the_newest_plan_before_the_year_is_the_source(root: Path) -> None:
    write(root, "offices/sample/112/plan.yml", PLAN.replace("114", "112"))
    assert (made := new_plan(root, "sample", 113)[0]) and made.source == "offices/sample/112/plan.yml"
    assert (made := new_plan(root, "sample", 120)[0]) and made.source == "offices/sample/114/plan.yml"
    file, _ = read_addresses(root, "offices/sample/120")
    assert file is not None and {address.carried for address in file.addresses} == {114}


def test_nothing_is_written_over_and_nothing_on_an_error(root: Path) -> None:
    before = tree(root)
    assert [problem.code for problem in new_plan(root, "sample", 114)[1]] == ["E380"]
    assert [problem.code for problem in new_plan(root, "sample", 113)[1]] == ["E381"]
    assert [problem.code for problem in new_plan(root, "nobody", 115)[1]] == ["E404"]
    assert [problem.code for problem in new_plan(root, "sample", 115, "nobody")[1]] == ["E404"]
    assert [problem.code for problem in new_plan(root, "sample", 115, "sample/113")[1]] == ["E381"]
    assert tree(root) == before
    write(root, "offices/sample/114/plan.yml", LAST.replace("who: 業務組", "who: 業物組"))
    before = tree(root)
    assert [problem.code for problem in new_plan(root, "sample", 115)[1]] == ["E104"]
    assert tree(root) == before


def test_addresses_alone_are_in_the_way_too_and_links_are_not_followed(root: Path, tmp_path: Path) -> None:
    write(root, "offices/sample/115/addresses.txt", "x")
    assert [problem.code for problem in new_plan(root, "sample", 115)[1]] == ["E380"]
    (tmp_path / "outside").mkdir()
    (root / "offices/sample/116").symlink_to(tmp_path / "outside")
    assert [problem.code for problem in new_plan(root, "sample", 116)[1]] == ["E405"]
    assert list((tmp_path / "outside").iterdir()) == []


def test_what_is_begun_goes_where_the_disk_is_full(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from planpress.editing import next_year

    def full(path: Path, data: bytes) -> None:
        if path.name == "plan.yml":
            raise OSError(28, "No space left on device", str(path))
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)

    monkeypatch.setattr(next_year, "write_atomically", full)
    with pytest.raises(OSError, match="No space"):
        new_plan(root, "sample", 115)
    assert not (root / "offices/sample/115").exists()


def test_a_mark_without_which_a_row_would_be_an_error_stays(root: Path) -> None:
    text = PLAN.replace("1. 推廣電子帳單。", "1. 洽身分證 A123456789。").replace(
        "        when: 隨時辦理", "        sic: true"
    )
    write(root, "offices/sample/114/plan.yml", text)
    made, problems = new_plan(root, "sample", 115)
    assert problems == []
    assert made is not None and made.odd == (10,)
    assert (root / FILE).read_text("utf-8").splitlines()[9] == "        sic: true"


HEAD = """\
title: 總管理處115年度服務計畫
columns: {groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}
shortcuts:
  - {text: 帳單, to: m-1-1}
sections:
  - heading: 壹、具體作法
    rows:
      - h1: 一、基礎服務
      - do: 1. 新的服務。
        who: 企劃處
        when: 隨時辦理
      - do: 2. 推廣電子帳單。
        id: m-9
        who: 企劃處
        when: 115年5月
      - do: 3. 到府服務。
"""
FOLLOWING = """\
title: 示範處115年度服務計畫
status: draft
based_on: head-office
columns: {groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}
sections:
  - heading: 壹、具體作法
    rows:
      - h1: 一、基礎服務
      - do: 1. 新的服務。
        when: 隨時辦理
      - do: 2. 推廣電子帳單。
        who: 業務組
        when: 115年5月
      - do: 3. 到府服務。
        who: 電務組
        when: 持續辦理
"""


def test_a_plan_that_follows_another_has_its_rows_and_the_offices_own_departments(tmp_path: Path) -> None:
    root = project(
        tmp_path / "project",
        {
            "offices/head-office/office.yml": OFFICE.replace("示範處", "總管理處").replace("業務組", "企劃處"),
            "offices/head-office/115/plan.yml": HEAD,
        },
    )
    made, problems = new_plan(root, "sample", 115, "head-office")
    assert problems == []
    assert made is not None
    assert (root / FILE).read_text("utf-8") == FOLLOWING
    assert made.lost == (9,)
    file, _ = read_addresses(root, "offices/sample/115")
    assert file is not None
    assert {address.text: (address.id, address.carried) for address in file.addresses} == {
        "具體作法": ("s-1", 114),
        "基礎服務": ("g-1", 114),
        "推廣電子帳單。": ("m-1-1", 114),
        "到府服務。": ("m-1-2", 114),
        "新的服務。": ("m-1-3", None),
    }
    assert [each.code for each in read_all(root)[1] if "/sample/" in each.place.file] == ["W153"]
    assert new_plan(root, "sample", 116, "head-office/115")[1] == []
    assert "based_on: head-office/115\n" in (root / "offices/sample/116/plan.yml").read_text("utf-8")


def test_an_older_plan_of_its_own_may_be_the_source(root: Path) -> None:
    write(root, "offices/sample/112/plan.yml", PLAN.replace("114", "112"))
    made, problems = new_plan(root, "sample", 115, "sample/112")
    assert problems == []
    assert made is not None and (made.source_year, made.carried) == (112, 4)
    assert "based_on" not in (root / FILE).read_text("utf-8")


def test_a_first_plan_may_follow_another_by_the_offices_own_name(tmp_path: Path) -> None:
    root = project(
        tmp_path / "project",
        {"offices/other/office.yml": OFFICE.replace("示範處", "別處")},
    )
    assert new_plan(root, "other", 115, "sample")[1] == []
    text = (root / "offices/other/115/plan.yml").read_text("utf-8")
    assert text.startswith("title: 別處115年度服務計畫\nstatus: draft\nbased_on: sample/114\n")


def test_what_an_office_lists_as_official_keeps_nothing_from_being_carried(root: Path) -> None:
    write(root, "offices/sample/office.yml", OFFICE + "public_numbers:\n  - {text: A123456789, why: 值班}\n")
    write(root, "offices/sample/114/plan.yml", PLAN.replace("推廣電子帳單。", "洽 A123456789。"))
    assert new_plan(root, "sample", 115)[1] == []


def test_translations_move_with_their_year(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(
        root,
        PO,
        """\
        msgid ""
        msgstr "Content-Type: text/plain; charset=utf-8\\n"

        msgid "示範處114年度服務計畫"
        msgstr "Service Plan 2025 (ROC year 114)"

        msgid "到府服務。"
        msgstr "Home visits."

        msgid "依「114年度服務計畫」訂定；本處114年度成果另報。"
        msgstr "Drawn up by the Service Plan; results follow."
        """,
    )
    assert main(["new", "sample", "115", "--lang", "en"], root) == 0
    said = capsys.readouterr().out
    catalogue = (root / PO).read_text("utf-8")
    assert 'msgid "示範處115年度服務計畫"\nmsgstr "Service Plan 2026 (ROC year 115)"' in catalogue
    assert 'msgid "示範處114年度服務計畫"\nmsgstr "Service Plan 2025 (ROC year 114)"' in catalogue
    assert "#: offices/sample/115/plan.yml:22\nmsgid" in catalogue  # 到府服務。, as it was
    assert 'msgid "依「115年度服務計畫」訂定；本處115年度成果另報。"\nmsgstr ""' in catalogue
    assert "Translations moved with their year: 1\n" in said
    assert "to be translated:\n  依「115年度服務計畫」訂定；本處115年度成果另報。\n" in said


FROM_WRONG = [["new", "sample", "115", "--from", wrong] for wrong in ("head/x", "../head", "head/115/1", "Head", "")]


def test_the_command_says_what_it_did_and_what_remains(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "sample", "115"], root) == 0
    said = capsys.readouterr().out
    assert "offices/sample/115/plan.yml:12  114年1月6日、業字第1148001255號、114年度\n" in said
    assert "adopted, transcription_notes, sic (3), unsure (3)" in said
    assert "python build.py addresses --office sample --year 115" in said
    assert main(["new", "sample", "115"], root) == 1
    assert "E380" in capsys.readouterr().err
    for wrong in (
        ["new"],
        ["new", "sample"],
        ["new", "sample", "115", "--name", "x"],
        ["new", "sample", "1000"],
        *FROM_WRONG,
    ):
        assert main(wrong, root) == 2


@pytest.mark.parametrize("plan", sorted((ROOT / "offices").glob("*/*/plan.yml")), ids=lambda plan: plan.parts[-3])
def test_the_real_plans_lose_only_what_was_their_own(plan: Path) -> None:
    text, year = plan.read_text("utf-8"), int(plan.parent.name)
    document, _ = parse("plan.yml", text.encode())
    assert document is not None
    made = carried(document, plan_file(text), OwnYear(year, year + 1, str(document.data["title"]))).text
    file = plan_file(made)
    assert file.adopted is None and not file.transcription_notes
    assert not [row for section in file.sections for row in section.rows if row.unsure or row.sic]
    bare = re.compile(r"\d+")
    before, after = (
        [[bare.sub("", row.text) for row in section.rows] for section in each.sections]
        for each in (plan_file(text), file)
    )
    assert before == after


YEARS = OwnYear(114, 115, "示範處114年度服務提升計畫")


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("依本公司「114年度服務提升計畫」。", "依本公司「115年度服務提升計畫」。"),
        ("１１４年 度服務 提升計畫", "１１５年 度服務 提升計畫"),
        ("本(114)年度辦理", "本(115)年度辦理"),
        ("本處114年度執行成果", "本處115年度執行成果"),
        ("本公司114年度行銷活動", None),
        ("本(114)年上半年開辦", None),
        ("113至114年度服務提升計畫", None),
        ("本處114年度至115年度", None),
        ("達成114年目標", None),
        ("114戶", None),
        ("114年1月6日函頒「114年度服務提升計畫」", None),
        ("業字第1148001255號「114年度服務提升計畫」", None),
        ("業字第1148001255號函。依「114年度服務提升計畫」", "業字第1148001255號函。依「115年度服務提升計畫」"),
        ("2114年度服務提升計畫", None),
    ],
)
def test_a_year_moves_only_where_it_is_surely_the_plans_own(text: str, moved: str | None) -> None:
    assert YEARS.with_moved(text, YEARS.in_text(text)) == (moved or text)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("      - do: 自114年起 # 114", ["114年", "114"]),
        ("        when: 114年5月~10月", ["114年5月"]),
        ("        target: {by: 114-12-31}", ["114-12-31"]),
        ("  - {text: 帳單, to: m-1-114}", []),
        ("依105經研字第10604502170號", ["經研字第10604502170號"]),
        ("１１４年、2025年、一一四年、113年、10年、5月3日", ["１１４年", "2025年", "一一四年", "113年", "5月3日"]),
        ("1,114戶與114.5公里", []),
        ("節電，114戶。114人", ["114", "114"]),
        ("一百一十四年度、一百十四年元月六日、一百十五年", ["一百一十四年度", "一百十四年"]),
        (
            "114年元月6日電字第A-1140001號、第1148001255號函、第12號",
            ["114年元月6日", "電字第A-1140001號", "第1148001255號"],
        ),
        ("三月十日", ["三月十日"]),
    ],
)
def test_whatever_tells_a_time_is_told(line: str, told: list[str]) -> None:
    assert [words for _, words in YEARS.told(line)] == told


@given(st.text(alphabet="本處公司年度(114)５、至113服務提升計畫。\n字第號月日 ", max_size=60))
def test_moving_a_year_changes_figures_and_nothing_else(text: str) -> None:
    moved = YEARS.with_moved(text, YEARS.in_text(text))
    assert len(moved) == len(text)
    assert all(before == after or (before, after) == ("4", "5") for before, after in zip(text, moved, strict=True))


def test_titles_move_in_both_calendars_and_over_several_years() -> None:
    assert OwnYear(114, 116, "示範處114-115年度計畫").carried_title == "示範處116-117年度計畫"
    assert OwnYear(114, 116, "示範處114年度至115年度計畫").carried_title == "示範處116年度至117年度計畫"
    assert OwnYear(99, 100, "示範處99年度計畫").carried_title == "示範處100年度計畫"
    assert (
        OwnYear(114, 115, "2025年（民國114年）計畫，114年1月修正").carried_title
        == "2026年（民國115年）計畫，114年1月修正"
    )


def test_pictures_of_figures_come_along_and_none_is_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figure = "      - figure: flow.png\n        alt: 申請之後派員到府。\n"
    root = project(tmp_path, {"offices/sample/114/plan.yml": PLAN + figure})
    picture = root / "offices/sample/114/flow.png"
    picture.write_bytes(png(40, 30))
    copied = write(root, "offices/sample/115/flow.png", "another")
    made, problems = new_plan(root, "sample", 115)
    assert made is None
    assert [(each.code, each.place.file) for each in problems] == [("E380", "offices/sample/115/flow.png")]
    assert copied.read_text("utf-8") == "another"
    copied.unlink()
    assert main(["new", "sample", "115"], root) == 0
    assert "附圖已複製到新年度，圖裡的年度與內容請核對：\n  offices/sample/115/flow.png\n" in capsys.readouterr().out
    assert copied.read_bytes() == picture.read_bytes()
    assert main(["check"], root) == 0
