from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from planpress.editing.next_year import new_plan
from planpress.model import Plan
from planpress.model.similarity import similarity
from planpress.overview.changes import ALIKE, Change, Changes, Fact, compared
from planpress.overview.compared_rows import RowKind
from planpress.source.plans.modelling import plan_of
from planpress.source.repository import read_all
from planpress.source.row_addresses.ids import addressed
from tests.cases import examples
from tests.projects import ROOT, write
from tests.snippets import plan_file

HEAD = """\
title: 示範處{year}年度服務計畫
columns: {{groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}}
sections:
  - heading: 壹、具體作法
    text: |
      一、依{year}年度計畫辦理。
    rows:
"""
ROWS = """\
      - h1: 一、基礎服務
      - say: 作法如下：
      - do: 1. 推廣電子帳單，減少用紙。
        who: 業務組
        when: 隨時辦理
      - do: 2. 汰換老舊線路與開關設備。
        who: 電務組
      - item: 甲. 先換市區。
"""


def plan(rows: str = ROWS, year: int = 114, carried: dict[str, int] | None = None) -> Plan:
    file = plan_file(HEAD.format(year=year) + rows)
    made = plan_of("sample", year, file, addressed(file))
    return made.model_copy(update={"carried": carried or {}})


def told(changes: Changes, change: Change) -> list[str]:
    return [each.row.text for each in changes.of(change)]


def test_the_same_plan_is_kept_but_for_the_years_that_it_names() -> None:
    changes = compared(plan(), plan(year=115))
    assert told(changes, Change.REWORDED) == ["依115年度計畫辦理。"]
    assert changes.counts == {Change.REWORDED: 1, Change.NEW: 0, Change.GONE: 0, Change.MOVED: 0, Change.KEPT: 6}
    assert compared(plan(), plan()).counts == {change: 7 if change is Change.KEPT else 0 for change in Change}


def test_each_row_is_told_once_by_what_became_of_it() -> None:
    after = """\
      - h1: 一、基礎服務
      - say: 作法如下：
      - do: 1. 推廣電子帳單及行動支付，減少用紙。
        who: 電務組
        when: 隨時辦理
      - do: 2. 到府服務。
        who: 業務組
      - h1: 二、線路
      - do: 1. 汰換老舊線路與開關設備。
        who: 電務組
        when: 115年5月
"""
    changes = compared(plan(), plan(after, 115))
    assert told(changes, Change.NEW) == ["到府服務。", "線路"]
    assert told(changes, Change.GONE) == ["先換市區。"]
    (moved,) = changes.of(Change.MOVED)
    assert moved.row.text == "汰換老舊線路與開關設備。"
    assert [each.fact for each in moved.facts] == [Fact.WHEN, Fact.PLACE]
    reworded = changes.of(Change.REWORDED)[1]
    assert [piece.text for piece in reworded.pieces] == ["推廣電子帳單", "及行動支付", "，減少用紙。"]
    assert [each.fact for each in reworded.facts] == [Fact.WHO]


OTHER_ROWS = """\
      - h1: 一、基礎服務
      - do: 1. 設置無障礙坡道與愛心鈴。
      - do: 2. 推廣電子帳單，減少用紙。
"""


def test_an_address_counts_only_where_it_was_carried() -> None:
    apart = compared(plan(), plan(OTHER_ROWS, 115))
    assert told(apart, Change.NEW) == ["設置無障礙坡道與愛心鈴。"]
    carried = compared(plan(), plan(OTHER_ROWS, 115, {"m-1-1": 114, "m-1-2": 113}))
    (reworded,) = (each for each in carried.of(Change.REWORDED) if each.row.kind is RowKind.MEASURE)
    assert (reworded.before and reworded.before.text, reworded.row.text) == (
        "推廣電子帳單，減少用紙。",
        "設置無障礙坡道與愛心鈴。",
    )
    assert "推廣電子帳單，減少用紙。" in told(carried, Change.NEW)  # m-1-2 comes from another year's plan
    elsewhere = plan(OTHER_ROWS, 115, {"m-1-1": 114}).model_copy(update={"office": "other"})
    assert compared(plan(), elsewhere).counts == apart.counts


def test_two_texts_of_one_plan_share_their_addresses() -> None:
    changes = compared(plan(), plan(OTHER_ROWS))
    assert told(changes, Change.REWORDED) == ["設置無障礙坡道與愛心鈴。", "推廣電子帳單，減少用紙。"]
    assert told(changes, Change.NEW) == []


def test_words_that_stand_twice_go_with_one_another_in_their_order() -> None:
    twice = ROWS + "      - h1: 二、線路\n      - do: 1. 汰換老舊線路與開關設備。\n        who: 電務組\n"
    assert compared(plan(twice), plan(twice)).counts[Change.KEPT] == 9
    changes = compared(plan(twice), plan(ROWS, 115))
    assert sorted(told(changes, Change.GONE)) == ["汰換老舊線路與開關設備。", "線路"]


def test_blanks_widths_and_numbers_are_no_rewording() -> None:
    after = ROWS.replace("1. 推廣電子帳單，減少用紙。", "（３）推廣 電子帳單,減少用紙。")
    assert compared(plan(), plan(after)).counts[Change.REWORDED] == 0


def test_what_is_gone_stands_behind_what_stood_before_it() -> None:
    after = ROWS.replace("      - do: 1. 推廣電子帳單，減少用紙。\n        who: 業務組\n        when: 隨時辦理\n", "")
    changes = compared(plan(), plan(after, 115))
    texts = [each.row.text for each in changes.rows]
    assert texts[texts.index("作法如下：") + 1] == "推廣電子帳單，減少用紙。"
    first = compared(plan(), plan("      - do: 別的。\n", 115))
    assert first.rows[0].change is Change.KEPT


PAIRS = yaml.safe_load((ROOT / "tests/fixtures/rewordings.yml").read_text("utf-8"))


def test_the_threshold_tells_rewordings_from_other_rows() -> None:
    """The numbers that docs and docstring give."""
    assert len(PAIRS) == 60
    wrong = [pair for pair in PAIRS if (similarity(pair["before"], pair["after"]) >= ALIKE) != pair["same"]]
    assert [pair["before"][:8] for pair in wrong] == ["提供多元案件查詢"]


@pytest.mark.parametrize("office", ["kinmen", "pingtung", "taipei-city", "water-1", "xinying"])
def test_next_years_draft_keeps_everything_but_the_years(office: str, tmp_path: Path) -> None:
    for path in sorted((ROOT / "offices").rglob("*.*")):
        write(tmp_path, path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
    (before,) = (each for each in read_all(tmp_path)[0] if each.office == office)
    made, problems = new_plan(tmp_path, office, before.roc_year + 1)
    assert made is not None, problems
    after = next(each for each in read_all(tmp_path)[0] if (each.office, each.roc_year) == (office, made.roc_year))
    assert len(after.carried) == made.carried
    changes = compared(before, after)
    assert changes.counts[Change.NEW] == changes.counts[Change.GONE] == changes.counts[Change.MOVED] == 0
    moved = {text.after for text in made.text.moved}
    for row in changes.of(Change.REWORDED):
        assert row.row.text in moved


TEXTS = st.lists(
    st.sampled_from([f"{word}服務，{way}辦理。" for word in "甲乙丙丁" for way in ("定期", "隨時")]),
    min_size=1,
    max_size=6,
)


@examples(40)
@given(TEXTS, TEXTS)
def test_every_row_of_both_plans_is_told_once(one: list[str], other: list[str]) -> None:
    before, after = (
        plan("".join(f"      - do: {n}. {text}\n" for n, text in enumerate(texts, 1)), year)
        for year, texts in ((114, one), (115, other))
    )
    changes = compared(before, after)
    assert sorted(row.before.text for row in changes.rows if row.before) == sorted(
        [*one, "具體作法", "依114年度計畫辦理。"]
    )
    assert sorted(row.after.text for row in changes.rows if row.after) == sorted(
        [*other, "具體作法", "依115年度計畫辦理。"]
    )
    back = compared(after, before).counts
    assert (back[Change.NEW], back[Change.GONE]) == (changes.counts[Change.GONE], changes.counts[Change.NEW])
