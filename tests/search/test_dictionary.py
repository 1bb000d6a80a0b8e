from planpress.editions.folding import fold
from planpress.editions.known_words import known_words
from planpress.search.dictionary import words_in


def test_words_that_stand_by_themselves_as_they_are_spelt() -> None:
    assert words_in(["問卷調查、統一發票", "统一发票", "以匯款等方式"]) == ["匯款", "問卷調查", "統一發票"]


def test_no_piece_of_another_word() -> None:
    assert {fold("面會"), fold("管理系")} <= known_words()
    assert words_in(["當面會商，管理系統圖"]) == []
    assert words_in(["面會，當面會商"]) == ["面會"]


def test_no_little_words() -> None:
    assert {fold("其後"), fold("對於")} <= known_words()
    assert words_in(["其後，對於", "English only", ""]) == []
