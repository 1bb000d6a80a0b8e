from hypothesis import given
from hypothesis import strategies as st

from planpress.editions.folding import composed, fold, table, variants


def test_spellings_that_are_one() -> None:
    for one, other in (
        ("電子帳單", "电子帐单"),
        ("電子帳單", "电子账单"),
        ("配合著", "配合着"),
        ("乾華里", "乾华里"),
        ("臺灣", "台湾"),
        ("ＡＰＰ", "app"),
        ("裏", "裡"),
        ("㈠", "(一)"),
        ("㈣", "（四）"),
        ("⑸", "(５)"),
        ("⑥", "6"),
        ("⒈", "1."),
        ("Ⅳ", "iv"),
        ("附件１", "附件1"),
        ("著", "着"),
    ):
        assert fold(one) == fold(other), one


@given(st.text())
def test_folding_twice_changes_nothing_and_each_character_folds_by_itself(text: str) -> None:
    assert fold(text) == "".join(map(fold, text))
    assert composed(composed(text)) == composed(text)


def test_every_variant_folds_to_one_that_stays() -> None:
    assert all(fold(other) == fold(character) for character, other in variants().items())


def test_the_table_says_what_stands_for_each_variant() -> None:
    characters, others = table()
    pairs = dict(zip(characters, others, strict=True))
    assert pairs == variants()
    assert {character for character, other in pairs.items() if other == "台"} == {"臺", "颱", "檯"}
