from itertools import zip_longest

import opencc
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
        ("計畫", "计划"),
        ("回覆", "回复"),
        ("瞭解藉由", "了解借由"),
        ("礮", "炮"),
        ("櫃檯", "櫃枱"),
        ("8〜9", "8～9"),
        ("8~9", "8∼9"),
        ("甲‧乙・丙", "甲·乙•丙"),
        ("A\u2010B\u2011C\u2012D\u2013E\u2014F\u2015G\u2212H－I", "A-B-C-D-E-F-G-H-I"),
        ("two\u00a0words", "two words"),
        ("葛\U000e0100飾\ufe00\u200b\u00ad", "葛飾"),
        ("用 App 繳 費", "用App繳費"),
        ("５％　電", "5%電"),
    ):
        assert fold(one) == fold(other), one


@given(st.text())
def test_folding_twice_changes_nothing_and_each_character_folds_by_itself(text: str) -> None:
    text = text.replace(" ", "")
    assert fold(fold(text)) == fold(text)
    assert fold(text).replace(" ", "") == "".join(map(fold, text)).replace(" ", "")
    assert composed(composed(text)) == composed(text)


def test_every_variant_folds_to_one_that_stays() -> None:
    assert all(fold(other) == fold(character) for character, other in variants().items())


def test_the_table_says_what_stands_for_each_variant() -> None:
    characters, others = table()
    pairs = dict(zip_longest(characters, others, fillvalue=""))
    assert pairs == variants()
    assert {character for character, other in pairs.items() if other == "台"} == {"臺", "颱", "檯", "枱"}
    assert pairs["\ufeff"] == ""


def test_what_a_site_converts_otherwise_is_one_as_well() -> None:
    characters, others = table({"甲乙": "甲丁", "長短": "長"})
    pairs = dict(zip_longest(characters, others, fillvalue=""))
    assert pairs["乙"] == "丁"
    assert pairs.keys() - variants().keys() == {"乙"}


def test_characters_that_are_one_within_words_are_those_of_the_dictionary() -> None:
    simplify = opencc.OpenCC("tw2s")
    for word in (
        "計畫",
        "回覆",
        "瞭解",
        "藉由",
        "彷彿",
        "傢俱",
        "好像",
        "沈沒",
        "甦醒",
        "鍾錶",
        "鍊條",
        "逕自",
        "鉅額",
    ):
        assert fold(word) == fold(simplify.convert(word)), word
