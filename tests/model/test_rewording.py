from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.model.rewording import LONGEST, Fate, Piece, reworded


def shown(before: str, after: str) -> str:
    """Both texts in one, as git marks words."""
    marks = {Fate.KEPT: "{}", Fate.GONE: "[-{}-]", Fate.NEW: "[+{}+]"}
    return "".join(marks[piece.fate].format(piece.text) for piece in reworded(before, after))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("推廣電子帳單。", "推廣電子帳單及行動支付。", "推廣電子帳單[+及行動支付+]。"),
        ("由業務組辦理", "由電務組辦理", "由[-業-][+電+]務組辦理"),
        ("113年已新增兩家", "114年再新增三家", "[-113年已-][+114年再+]新增[-兩-][+三+]家"),
        ("1萬3,000多個據點", "1萬4,000多個據點", "1萬[-3,000-][+4,000+]多個據點"),
        ("使用App申辦", "使用API申辦", "使用[-App-][+API+]申辦"),
        ("減少民眾的等候時間", "縮短用戶的申辦流程", "[-減少民眾的等候時間-][+縮短用戶的申辦流程+]"),
        ("落實追蹤，並定期檢討程序。", "定期檢討程序，並落實追蹤。", "[-落實追蹤，並-]定期檢討程序[+，並落實追蹤+]。"),
        ("", "新", "[+新+]"),
        ("舊", "", "[-舊-]"),
        ("同", "同", "同"),
    ],
)
def test_changed_words_are_marked_whole(before: str, after: str, expected: str) -> None:
    assert shown(before, after) == expected


WORDS = st.text(alphabet="推廣電子帳單及，。A1 的", max_size=40)


@given(WORDS, WORDS)
def test_the_pieces_are_both_texts(before: str, after: str) -> None:
    pieces = reworded(before, after)
    assert "".join(piece.text for piece in pieces if piece.fate is not Fate.NEW) == before
    assert "".join(piece.text for piece in pieces if piece.fate is not Fate.GONE) == after
    assert all(piece.text for piece in pieces)
    assert all(one.fate is not other.fate for one, other in pairwise(pieces))


def test_a_text_of_boundless_length_is_not_compared_piece_by_piece() -> None:
    long = "甲" * (LONGEST + 1)
    assert reworded(long, "乙") == (Piece(Fate.GONE, long), Piece(Fate.NEW, "乙"))
