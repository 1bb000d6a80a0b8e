import pytest

from planpress.editions.catalogue import Catalogue, Entry
from planpress.editions.memory import Memory
from planpress.translating.moving import YearMove, moved_entries

TEXTS = (("示範處114年度計畫", "示範處115年度計畫"),)
MOVE = YearMove("sample", 114, 115, TEXTS)


@pytest.mark.parametrize(
    ("text", "translation", "moved"),
    [
        ("115年度計畫", "Plan 2025 (ROC year 114)", "Plan 2026 (ROC year 115)"),
        ("115年度計畫", "Plan of ROC 114", "Plan of ROC 115"),
        ("115年度計畫", "The plan", None),
        ("115年度計畫，114年核定", "Plan 2025, approved in 2025", None),
        ("115年度計畫，2025年核定", "Plan 2025, approved in 2025", None),
        ("115年度計畫，達1,114戶", "Plan 2025: 1,114 households", "Plan 2026: 1,114 households"),
    ],
)
def test_a_translation_moves_where_it_names_the_year_and_the_text_no_more(
    text: str, translation: str, moved: str | None
) -> None:
    assert MOVE.translation(text, translation) == moved


def memory(*entries: Entry) -> Memory:
    return Memory(texts={entry.key: entry.string for entry in entries if entry.is_current})


def catalogue(*entries: Entry) -> Catalogue:
    return Catalogue(Entry(""), entries)


def test_an_offices_own_translation_stays_its_own() -> None:
    entry = Entry(TEXTS[0][0], ("Plan 2025",), context="sample", comments=("agreed",))
    made, lost = moved_entries(catalogue(entry), memory(entry), MOVE)
    assert made == [Entry(TEXTS[0][1], ("Plan 2026",), context="sample", comments=("agreed",))]
    assert lost == []


def test_what_is_not_certain_is_told_and_what_nobody_translated_is_not() -> None:
    entry = Entry(TEXTS[0][0], ("The plan",))
    assert moved_entries(catalogue(entry), memory(entry), MOVE) == ([], [TEXTS[0][1]])
    doubted = Entry(TEXTS[0][0], ("Plan 2025",), flags=("fuzzy",))
    assert moved_entries(catalogue(doubted), memory(doubted), MOVE) == ([], [])


def test_a_text_that_is_translated_already_is_left_alone() -> None:
    both = (Entry(TEXTS[0][0], ("Plan 2025",)), Entry(TEXTS[0][1], ("Another",)))
    assert moved_entries(catalogue(*both), memory(*both), MOVE) == ([], [])
