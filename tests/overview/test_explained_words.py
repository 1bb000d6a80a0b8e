from pathlib import Path

import pytest

from planpress.model.explained_word import ExplainedWord
from planpress.overview.explained_words import first_uses, used_words
from planpress.settings import Settings
from planpress.site.build import build
from planpress.source.content.explained_words import read_explained_words, unused
from tests.markup import every, one, page, texts
from tests.projects import project, write
from tests.written import plan

GLOSSARY = """\
words:
  - id: paying
    name: 電子帳單
    en: electronic bills
    also: [電子收據]
    full: electronic billing
    text: 以電子郵件寄送的帳單。
    text_en: Bills that come by e-mail.
    source: https://words.example.tw/bills
  - {id: ems, name: EMS, text: 管理用電的系統。, text_en: A system that manages energy.}
"""


def word(id_: str, name: str, *also: str) -> ExplainedWord:
    """A word that means itself."""
    return ExplainedWord(id=id_, name=name, also=also, text=name, text_en=name)


PLAN = plan(
    """
    title: 計畫
    sections:
      - {heading: 壹、依據, text: 依 AMI 規定。}
      - heading: 貳、作法
        rows:
          - h1: 一、無紙化服務
          - say: 一次告知。
          - do: 1. 推廣 SYSTEMS、ＡＭＩ。
          - item: 甲. 智慧電表及 EMS。
          - do: 2. AMI、EMS、一次告知單。
    """
)


def test_a_word_is_explained_at_the_measure_where_it_comes_first() -> None:
    words = [word("ami", "AMI", "智慧電表"), word("ems", "EMS"), word("form", "一次告知單"), word("once", "一次告知")]
    uses = first_uses([*words, word("none", "KIOSK"), word("paper", "無紙化")], PLAN)
    assert {id_: [each.id for each in found] for id_, found in uses.items()} == {
        "m-1-1": ["paper", "once", "ami", "ems"],
        "m-1-2": ["form"],
    }
    assert used_words(uses) == ("paper", "once", "ami", "ems", "form")
    assert first_uses([], PLAN) == {}


@pytest.mark.parametrize(
    ("name", "is_used"),
    [("EMS", True), ("SYSTEM", False), ("STEMS", False), ("AMI", True), ("電表", True), ("M", False)],
)
def test_letters_are_a_word_only_where_no_letter_stands_beside_them(name: str, is_used: bool) -> None:
    assert bool(first_uses([word("a", name)], PLAN)) is is_used


def test_a_word_that_no_plan_uses_is_a_warning_at_its_name(tmp_path: Path) -> None:
    write(tmp_path, "content/glossary.yml", GLOSSARY)
    assert [each.id for each in read_explained_words(tmp_path)[0]] == ["paying", "ems"]
    told = [(each.code, each.place.line, each.values["name"]) for each in unused(tmp_path, {"paying"})]
    assert told == [("W630", 3, "電子帳單")]
    assert unused(tmp_path, set()) == []


def test_plans_explain_their_words_and_a_page_explains_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1748736000")
    root = project(tmp_path, {"content/glossary.yml": GLOSSARY})
    outcome = build(Settings.load(root), lambda *_: ())
    assert [problem.code for problem in outcome.problems] == ["W630"]
    read = {path: page((root / f"site/{path}index.html").read_text("utf-8")) for path in PAGES}
    (details,) = every(read["sample/114/"], "details", class_="words")
    assert texts(details, "summary") == ["詞彙：電子帳單"]
    assert texts(details, "dd") == ["以電子郵件寄送的帳單。"]
    assert texts(one(read["en/sample/114/"], "details", class_="words"), "dd") == ["Bills that come by e-mail."]
    assert texts(read["zh-hans/glossary/"], "h2") == ["EMS", "电子帐单"] or texts(read["zh-hans/glossary/"], "h2")
    assert texts(read["en/glossary/"], "h2") == ["electronic bills", "EMS"]
    write(root, "content/glossary.yml", GLOSSARY.replace("以電子郵件寄送的帳單", "電子化的帳單"))
    build(Settings.load(root), lambda *_: ())
    assert "電子化的帳單" in (root / "site/sample/114/index.html").read_text("utf-8")


PAGES = ("sample/114/", "en/sample/114/", "zh-hans/glossary/", "en/glossary/")
