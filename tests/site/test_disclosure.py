"""What an office publishes without being asked: on its own site alone, by its own plan, with every number counted."""

import json
from pathlib import Path

import pytest

from planpress.problems.report import terminal
from planpress.site_checks import check_site
from tests.markup import every, links, one, page, text, texts
from tests.projects import MKDOCS, PLAN, project, tree
from tests.site.test_build import build
from tests.site.test_clauses import OFFICE_SITE

NONE = "".join(
    f"  - {{name: 第{number}類, category: {number}, status: 不適用, note: 沒有這一類。}}\n" for number in range(1, 8)
)
DISCLOSURE = f"""\
date: 114-02-25
since: 97
basis: {{year: 114, of: m-1-1, words: 推廣電子帳單。}}
items:
{NONE}\
  - {{name: 執行計畫, category: 8, status: 已公開, page: sample/114/, since: 114}}
  - {{name: 法令, category: 9, status: 總公司, url: "https://company.example/laws", seen: 114-02-20}}
  - {{name: 會議紀錄, category: 10, status: 未公開, note: 整理中。}}
catalogue:
  - {{name: 常見問答, count: 24, summary: 繳費的問題。, url: "https://office.example/faq", seen: 114-02-20}}
"""


def site(root: Path, files: dict[str, str | None]) -> dict[str, bytes]:
    outcome = build(project(root, {"offices/sample/disclosure.yml": DISCLOSURE, **files}))
    assert outcome.built is not None, terminal(outcome.problems, "zh-Hant")
    wrong = [
        each for each in check_site(root / "site", "https://plans.example/sub/") if "/disclosure/" in each.place.file
    ]
    editorial = ("accessibility/", "privacy/", "about/", "about/#contact")
    assert [each for each in wrong if not each.values.get("address", "").endswith(editorial)] == []
    return tree(root / "site")


def test_an_office_shows_what_it_publishes_and_how_much(tmp_path: Path) -> None:
    files = site(tmp_path, {"mkdocs.yml": OFFICE_SITE})
    root = page(files["sample/disclosure/index.html"].decode())
    main = one(root, "main")
    assert "依本處計畫比照辦理 推廣電子帳單。" in text(main)
    assert ("114年度（2025）計畫的原文", "../114/#m-1-1") in links(main)
    ratio, items, apart, catalogue = every(main, "section")
    assert text(one(ratio, "strong")) == "66%（2／3）"
    assert "已公開1項 由總公司公開1項 不適用7項 未公開1項 內容回溯至97年度（2008）" in text(ratio)
    assert [text(each) for each in every(items, "strong")] == ["執行計畫", "法令", "會議紀錄"]
    assert "https://company.example/laws（中華民國114年2月20日查閱）" in text(items)
    assert len(every(apart, "li")) == 7 and "沒有這一類。" in text(apart)
    assert texts(catalogue, "strong") == ["執行計畫", "服務措施：基礎服務", "常見問答"]
    counts = [text(each) for each in every(catalogue, "span") if each.get("class") == "count"]
    assert counts == ["1項", "2項", "24項"]
    assert "依法" not in text(main), "what binds the office is its plan"
    proof = {each["key"]: each for each in json.loads(files["quality/quality.json"])["proofs"]}["disclosure"]
    assert (proof["passed"], proof["total"], proof["date"]) == (2, 3, "2025-02-25")
    assert proof["url"] == "https://plans.example/sub/sample/disclosure/"


def test_a_transcription_says_nothing_of_what_an_office_publishes(tmp_path: Path) -> None:
    files = site(tmp_path, {})
    assert [path for path in files if "disclosure" in path] == []
    assert [path for path, content in files.items() if b"company.example" in content] == []
    assert "disclosure" not in [each["key"] for each in json.loads(files["quality/quality.json"])["proofs"]]


def test_every_way_leads_there(tmp_path: Path) -> None:
    files = site(tmp_path, {"mkdocs.yml": OFFICE_SITE})
    for where, href in (("sample", "disclosure/"), ("quality", "../sample/disclosure/")):
        assert href in [each for _, each in links(page(files[f"{where}/index.html"].decode()))], where


@pytest.mark.parametrize(
    ("before", "after", "code", "line"),
    [
        ("page: sample/114/", "page: sample/113/", "E060", 12),
        ("year: 114, of", "year: 113, of", "E061", 3),
        ("推廣電子帳單。}", "推廣電子發票。}", "E051", 3),
        ("page: sample/114/", "page: ../secret", "E058", 12),
    ],
)
def test_what_is_not_so_is_told_with_its_line(tmp_path: Path, before: str, after: str, code: str, line: int) -> None:
    files = {"mkdocs.yml": OFFICE_SITE, "offices/sample/disclosure.yml": DISCLOSURE.replace(before, after)}
    outcome = build(project(tmp_path, files))
    assert outcome.built is None
    assert f"offices/sample/disclosure.yml:{line}:" in terminal(outcome.problems, "zh-Hant")
    assert code in [each.code for each in outcome.problems]


def test_another_wording_of_the_plan_is_noticed(tmp_path: Path) -> None:
    site(tmp_path, {"mkdocs.yml": MKDOCS})
    (tmp_path / "offices/sample/114/plan.yml").write_text(PLAN.replace("推廣電子帳單", "推動電子帳單"), "utf-8")
    outcome = build(tmp_path)
    assert outcome.built is None and [each.code for each in outcome.problems] == ["E051"]
