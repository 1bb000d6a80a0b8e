from planpress.model.dates import RocDate
from planpress.model.decisions import Revision
from planpress.model.record import Altered, RecordedChange, record
from planpress.overview.alterations import alterations, revision_record
from tests.written import plan

TEXT = """
adopted: 114-01-10
sections:
  - heading: 壹、依據
    text: 某函。
  - heading: 貳、作法
    rows:
      - h1: 一、基礎服務
      - do: 1. 設置座椅及飲水機供民眾使用。
        who: 業務組
        when: 隨時辦理
      - do: 2. 到府服務行動不便的用戶。
        who: 電務組
        when: 隨時辦理
      - h1: 二、創新
      - do: 1. 試辦智慧水表。
        who: 業務組
"""


def altered(*changes: tuple[str, str], more: str = "") -> dict[Altered, int]:
    text = TEXT
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    return alterations(plan(TEXT), plan(text + more))


def test_each_thing_that_was_altered_is_counted() -> None:
    assert altered(("who: 電務組", "who: 業務組（電務組）"), ("when: 隨時辦理", "when: 每週")) == {
        Altered.DEPARTMENTS: 1,
        Altered.PERIOD: 2,
    }
    assert altered(("座椅及飲水機", "座椅、飲水機及充電座")) == {Altered.REWORDED: 1}
    assert altered(("      - do: 1. 試辦智慧水表。\n        who: 業務組\n", "")) == {Altered.GONE: 1}
    assert altered(more="      - do: 2. 每月巡迴山區。\n") == {Altered.NEW: 1}
    assert altered(("某函。", "某函辦理。"), ("一、基礎服務", "一、基本服務")) == {Altered.OTHERS: 2}
    assert altered(("114-01-10", "114-01-14")) == {Altered.DECISIONS: 1}
    assert altered(more="title: 示範處114年度計畫\n") == {Altered.TITLE: 1}


def test_what_changes_no_word_is_nothing() -> None:
    assert altered() == {}
    assert altered(("who: 業務組", 'who: "業務組"   # 註解'), ("設置座椅", "設置 座椅")) == {}
    assert altered(more="transcription_notes: [照錄。]\n") == {}
    assert altered(more="shortcuts: [{text: 座椅, to: m-1-1}]\n") == {}


def test_a_correction_is_no_rewording() -> None:
    correction = "corrections:\n  - {date: 114-03-02, at: m-1-1, wrong: 飲水機, right: 飲水臺}\n"
    assert altered(("飲水機", "飲水臺"), more=correction) == {Altered.CORRECTIONS: 1}
    assert altered(("飲水機", "飲水臺"), ("到府服務", "到宅服務"), more=correction) == {
        Altered.REWORDED: 1,
        Altered.CORRECTIONS: 1,
    }


def test_each_revision_tells_what_it_altered_on_its_own_day() -> None:
    first = plan(TEXT)
    revision = Revision(number=1, date=RocDate(114, 6, 30))
    second = plan(TEXT.replace("電務組", "業務組")).model_copy(update={"revision": revision})
    assert list(revision_record(second, {1: first})) == [
        RecordedChange(date=RocDate(114, 6, 30), counts={Altered.DEPARTMENTS: 1}, revision=1)
    ]
    assert list(revision_record(first, {})) == []


def test_the_editors_words_stand_for_those_of_git_on_their_days() -> None:
    def change(month: int, count: int, revision: int | None = None) -> RecordedChange:
        return RecordedChange(date=RocDate(114, month, 1), counts={Altered.NEW: count}, revision=revision)

    written, revised = [change(2, 1)], [change(6, 2, revision=1)]
    known = [change(1, 3), change(2, 4), change(7, 5, revision=1), change(8, 6, revision=2)]
    assert [(each.date.month, each.counts[Altered.NEW]) for each in record(written, revised, known)] == [
        (8, 6),
        (6, 2),
        (2, 1),
        (1, 3),
    ]
