from pathlib import Path

import pytest

from planpress.cli.commands import main
from planpress.documents.about import about_plan
from planpress.documents.comparison import comparison_odt
from planpress.documents.environment import documents_environment
from planpress.editions.edition import Edition
from planpress.editions.voice import voice_of
from planpress.model import Plan
from planpress.model.language import AUTHORITATIVE
from planpress.overview.changes import compared
from planpress.settings import Settings
from tests.documents.reader import part, parts, q
from tests.documents.test_validity import faults
from tests.pages.changes.test_changes import AFTER, BEFORE
from tests.pages.making import OFFICE
from tests.projects import PLAN, ROOT, project


def table(before: Plan, after: Plan) -> bytes:
    settings = Settings.load(ROOT)
    about = about_plan(
        after, OFFICE, voice_of(settings.facts, Edition(AUTHORITATIVE)), "https://plans.example/sample/114/"
    )
    return comparison_odt(before, after, compared(before, after), OFFICE, about, documents_environment(settings))


def cells(data: bytes) -> list[list[str]]:
    rows = part(data, "content.xml").iter(q("table:table-row"))
    return [["\n".join("".join(p.itertext()) for p in cell.iter(q("text:p"))) for cell in row] for row in rows]


def test_each_change_stands_beside_what_it_was() -> None:
    assert cells(table(BEFORE, AFTER)) == [
        ["114年度計畫", "113年度計畫", "說明"],
        ["1.推廣電子帳單及<b>，減少用紙。", "1.推廣電子帳單，減少用紙。", "文字修正。"],
        [
            "2.汰換老舊線路與開關。\n部門：業務組\n期間：114年5月",
            "2.汰換老舊線路與開關。\n部門：電務組\n期間：未載明",
            "調整辦理部門。\n調整期間。",
        ],
        ["（刪除）", "甲.先換市區。", "本細項刪除。"],
        ["全新的服務。\n部門：業務組", "", "本項作法新增。"],
    ]


def test_only_what_differs_is_underlined() -> None:
    spans = part(table(BEFORE, AFTER), "content.xml").iter(q("text:span"))
    assert ["".join(span.itertext()) for span in spans] == [
        "及<b>",
        *("業務組", "114年5月", "電務組", "未載明"),
        *("全新的服務。", "業務組"),
    ]


def test_a_revision_has_the_heads_of_one() -> None:
    revised = AFTER.model_copy(update={"roc_year": 113})
    data = table(BEFORE, revised)
    assert cells(data)[0] == ["修正規定", "現行規定", "說明"]
    assert "修正對照表" in parts(data)["styles.xml"].decode()
    assert "兩者並無不同。" in parts(table(BEFORE, BEFORE))["content.xml"].decode()


def test_it_is_valid_and_the_same_each_time() -> None:
    data = table(BEFORE, AFTER)
    assert faults(data) == []
    assert faults(table(BEFORE, BEFORE)) == []
    assert table(BEFORE, AFTER) == data


def test_the_command_writes_it_where_it_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    later = PLAN.replace("114", "115").replace("電子帳單。", "電子帳單及行動支付。")
    root = project(tmp_path / "project", {"offices/sample/115/plan.yml": later})
    file = tmp_path / "table.odt"
    assert main(["changes", "sample", "115", "--odt", str(file)], root) == 0
    assert capsys.readouterr().out.endswith(f"對照表：{file}\n")
    assert cells(file.read_bytes())[1] == ["1.推廣電子帳單及行動支付。", "1.推廣電子帳單。", "文字修正。"]
    assert main(["changes", "sample", "115", "--odt", str(tmp_path / "table.pdf")], root) == 2
