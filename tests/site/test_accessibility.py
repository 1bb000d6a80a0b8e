"""The report and the statement say what the records say, and no more."""

import zipfile
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from planpress.accessibility.record import RECORD_FILE
from planpress.engine import editorial
from planpress.problems.report import terminal
from planpress.settings import Settings
from planpress.site.build import Outcome, build
from planpress.site_checks import check_site
from tests.accessibility.test_record import RECORD
from tests.markup import links, one, page, text
from tests.projects import MKDOCS, project, tree

REVIEW = """\
reviewed:
  - {code: GN1240100E, result: 合格, date: 115-11-20, unit: 資訊組}
  - {code: FA2241100E, result: 不合格, date: 115-11-21, unit: 資訊組, remark: 目錄遮住焦點<b>。}
"""
PAGES = {
    f"content/{tag}/{name}.md": f"# {title}\n\n{title}的內容。\n"
    for tag, titles in {"zh-Hant": ("關於", "無障礙", "隱私權"), "en": ("About", "Accessibility", "Privacy")}.items()
    for name, title in zip(("about", "accessibility", "privacy"), titles, strict=True)
}
FOUND = {RECORD_FILE: RECORD.as_json(), "content/accessibility.yml": REVIEW}


def outcome_of(root: Path, files: Mapping[str, str]) -> Outcome:
    return build(Settings.load(project(root, {**PAGES, **files})), editorial)


def site(root: Path, files: Mapping[str, str]) -> dict[str, bytes]:
    outcome = outcome_of(root, files)
    assert outcome.built is not None, terminal(outcome.problems, "zh-Hant")
    assert check_site(root / "site", "https://plans.example/sub/") == []
    return tree(root / "site")


def test_the_report_lists_every_code_with_what_was_found(tmp_path: Path) -> None:
    root = page(site(tmp_path, FOUND)["quality/accessibility/index.html"].decode())
    assert text(one(root, "h1")) == "無障礙檢測報告"
    failed = text(one(root, "li", id="HM1240401C"))
    assert "不合格" in failed and "/kinmen/114/:41" in failed and "12頁有檢測對象40處，問題1處" in failed
    human = text(one(root, "li", id="FA2241100E"))
    assert "不合格" in human and "資訊組" in human and "目錄遮住焦點<b>。" in human
    assert "成功準則（110.07）" in human and "無" in human, "the older edition has no such criterion"
    assert "未檢測" in text(one(root, "li", id="GN1240500E"))
    assert "axe 4.12.1" in text(root) and "不代表取得認證" in text(root)


def test_the_statement_says_what_was_tested_what_fails_and_what_nobody_tested(tmp_path: Path) -> None:
    made = site(tmp_path, FOUND)
    root = page(made["accessibility/index.html"].decode())
    said = text(root)
    assert "全部12頁，0頁有問題" in said and "6頁（共12頁；3類網頁）" in said
    assert "FA2241100E" in said and "HM1240401C" in said and "GN1240100E" not in said
    assert "人工檢測碼：115.11 版至 AA 等級共161個，未檢測159個。" in said
    assert "本站沒有登錄無障礙標章，不宣稱已取得認證。" in said
    assert {"../quality/accessibility/", "../about/#contact"} <= {href for _, href in links(root)}
    assert "edition 115.11 up to level AA" in made["en/accessibility/index.html"].decode()


def test_where_nobody_has_looked_both_say_so(tmp_path: Path) -> None:
    made = site(tmp_path, {})
    report = text(page(made["quality/accessibility/index.html"].decode()))
    statement = text(page(made["accessibility/index.html"].decode()))
    for said in (report, statement):
        assert "機器檢測：尚未留下紀錄。" in said and "共161個，已檢測0個" in said
    assert "合格 0" in report and "已檢測的項目中沒有不合格的。" not in statement
    assert not any(path.startswith("quality/accessibility/files/") for path in made)


@pytest.mark.parametrize("content", ["{", RECORD.model_copy(update={"day": date(2126, 1, 1)}).as_json()])
def test_a_record_that_is_damaged_or_of_a_day_to_come_is_told_and_nothing_is_written(
    tmp_path: Path, content: str
) -> None:
    outcome = outcome_of(tmp_path, {RECORD_FILE: content})
    assert outcome.built is None
    assert [problem.code for problem in outcome.problems] == ["E660"]


@pytest.mark.slow
def test_the_spreadsheet_says_the_same(tmp_path: Path) -> None:
    made = site(tmp_path, {**FOUND, "mkdocs.yml": MKDOCS.replace("  documents: false\n", "")})
    for tag in ("zh-Hant", "en"):
        content = made[f"quality/accessibility/files/accessibility.{tag}.ods"]
        with zipfile.ZipFile(BytesIO(content)) as package:
            cells = package.read("content.xml").decode()
        assert "HM1240401C" in cells and "/kinmen/114/:41" in cells
        assert ("不合格" if tag == "zh-Hant" else "Not met") in cells
