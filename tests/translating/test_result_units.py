from pathlib import Path

from planpress.settings import Settings
from planpress.translating.result_units import read_result_units
from planpress.translating.workspace import open_workspace
from tests.projects import project
from tests.site.test_results import ASSESSMENT, FIRST, INDICATORS, SATISFACTION, SECRET

OPEN = "offices/sample/114/assessments/2.yml"
FILES = {
    FIRST: ASSESSMENT,
    OPEN: """\
kind: 自行考核
visibility: public
assessor: 業務處
summary: |
  服務台動線清楚。
  建議增設座椅。
rows:
  - {of: m-1-1, status: 完成, achieved: 已推廣, who: 業務組, figure: "12", unit: 件}
""",
    "offices/sample/satisfaction.yml": SATISFACTION,
    "offices/sample/indicators.yml": INDICATORS,
}


def test_only_what_is_public_is_to_be_translated(tmp_path: Path) -> None:
    found = {
        each.file: [unit.text for unit in each.units] for each in read_result_units(project(tmp_path, FILES)) if each
    }
    assert found == {
        OPEN: ["業務處", "服務台動線清楚。", "建議增設座椅。", "件", "已推廣"],
        "offices/sample/satisfaction.yml": ["用戶滿意度調查"],
    }


def test_what_an_office_says_of_its_own_site_is_to_be_translated(tmp_path: Path) -> None:
    files: dict[str, str | None] = {
        "offices/sample/114/clauses.yml": """\
clauses:
  - of: m-1-1
    subject: 公開
    words: 推廣電子帳單。
    met: 部分
    date: 114-02-01
    evidence: [{page: data/}]
    note: 用戶版的說明還沒有上網。
""",
        "offices/sample/disclosure.yml": """\
date: 114-02-01
items:
  - {name: 基本資料, category: 3, status: 已公開, page: sample/}
  - {name: 會議紀錄, category: 10, status: 不適用, note: 不是合議制機關。}
catalogue:
  - {name: 常見問答, count: 2, summary: 申請與繳費的問題。, page: sample/}
""",
        "offices/sample/reviews.yml": "reviews:\n  - {date: 114-02-01, unit: 業務組, remark: 更新地址圖}\n",
    }
    found = {
        each.file: [unit.text for unit in each.units] for each in read_result_units(project(tmp_path, files)) if each
    }
    assert found == {
        "offices/sample/114/clauses.yml": ["推廣電子帳單。", "用戶版的說明還沒有上網。"],
        "offices/sample/disclosure.yml": ["基本資料", "會議紀錄", "不是合議制機關。", "常見問答", "申請與繳費的問題。"],
        "offices/sample/reviews.yml": ["更新地址圖"],
    }


def test_a_catalogue_gets_the_texts_and_nothing_internal(tmp_path: Path) -> None:
    workspace = open_workspace(Settings.load(project(tmp_path, FILES)))
    (english,) = workspace.translations
    catalogue = english.updated(workspace.everything)
    texts = {entry.msgid for entry in catalogue.entries}
    assert {"已推廣", "服務台動線清楚。", "用戶滿意度調查"} <= texts
    assert not [text for text in texts if SECRET in text]
    (reference,) = next(entry.references for entry in catalogue.entries if entry.msgid == "建議增設座椅。")
    assert (reference.file, reference.line) == (OPEN, 6)
