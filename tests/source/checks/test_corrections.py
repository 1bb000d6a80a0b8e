import pytest

from planpress.source.checks.corrections import check_corrections
from planpress.source.row_addresses.ids import addressed
from tests.snippets import plan_file

PLAN = """\
title: 示範處114年度計畫
columns: {groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}
sections:
  - heading: 壹、計畫依據
    text: 依 3小時 原則訂定。
  - heading: 貳、具體作法
    rows:
      - h1: 一、停電處理
      - do: 1. 接獲通報後3小時內派員，3小時內回報。
        who: 電務組
        when: 114年5月
      - item: 甲. 並以簡訊告知。
      - do: 2. 如表1。
        who: 各組
      - table: 表1 據點
        head: [地點, 件數]
        body: [[東區, "120"]]
"""


def found(corrections: str, more: str = "") -> list[tuple[str, str]]:
    """Code and place of what is wrong with corrections."""
    file = plan_file(f"{PLAN}{more}corrections:\n  - {{date: 114-03-02, {corrections}}}\n")
    sections = addressed(file).sections
    return [(each.code, ".".join(map(str, each.path))) for each in check_corrections(file, sections)]


@pytest.mark.parametrize(
    "correction",
    [
        "wrong: 113年度, right: 114年度",
        "at: m-1-1, wrong: 4小時, right: 3小時",
        "at: m-1-1, wrong: 4小時, right: ３ 小時",
        "at: m-1-1, wrong: 業務組, right: 電務組",
        "at: m-1-1, wrong: 6月, right: 5月",
        "at: m-1-1-i1, wrong: 電話, right: 簡訊",
        "at: m-1-2, wrong: '210', right: '120'",
        "at: s-1, wrong: 4小時, right: 3小時",
        "at: g-1, wrong: 停水, right: 停電",
    ],
)
def test_what_is_right_stands_in_the_row_today(correction: str) -> None:
    assert found(correction) == []


@pytest.mark.parametrize(
    ("correction", "expected"),
    [
        ("at: m-1-1, wrong: 3小時, right: 4小時", ("E139", "right")),
        ("at: m-1-2, wrong: 甲, right: 簡訊", ("E139", "right")),
        ("wrong: 114年度, right: 115年度", ("E139", "right")),
        ("at: m-9, wrong: 甲, right: 乙", ("E140", "at")),
        ("at: m-1-1, wrong: 3 小時, right: ３小時", ("E141", "right")),
        ("at: m-1-1, wrong: 回報, right: 派員", ("W149", "wrong")),
    ],
)
def test_what_cannot_be_a_correction_is_told_at_its_key(correction: str, expected: tuple[str, str]) -> None:
    code, key = expected
    assert found(correction) == [(code, f"corrections.0.{key}")]


def test_what_a_later_revision_changed_is_not_held_to_the_words_of_today() -> None:
    correction = "at: m-1-1, wrong: 2小時, right: 4小時"
    assert found(correction, "revision: {number: 1, date: 114-06-30}\n") == []
    assert found(correction, "revision: {number: 1, date: 114-03-01}\n") == [("E139", "corrections.0.right")]
