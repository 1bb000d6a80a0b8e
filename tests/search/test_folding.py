from hypothesis import given
from hypothesis import strategies as st

from planpress.search.folding import fold, normalised, table_for, variants


def test_spellings_that_are_one() -> None:
    for one, other in (
        ("電子帳單", "电子帐单"),
        ("臺灣", "台湾"),
        ("ＡＰＰ", "app"),
        ("裏", "裡"),
        ("㈠", "(一)"),
        ("著", "着"),
    ):
        assert fold(one) == fold(other), one


@given(st.text())
def test_folding_twice_changes_nothing_and_each_character_folds_by_itself(text: str) -> None:
    assert fold(text) == "".join(map(fold, text))
    assert normalised(normalised(text)) == normalised(text)


def test_every_variant_folds_to_one_that_stays() -> None:
    assert all(fold(other) == fold(character) for character, other in variants().items())


def test_a_table_has_all_the_variants_of_what_occurs_and_nothing_else() -> None:
    characters, others = table_for(["台"])
    assert dict(zip(characters, others, strict=True)).keys() == {"臺", "颱", "檯"}
    assert set(others) == {"台"}
    assert table_for(["ABC"]) == ("", "")
