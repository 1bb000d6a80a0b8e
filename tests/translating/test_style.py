import pytest

from planpress.translating.style import slips


def found(chinese: str, translation: str, *, is_english: bool = True) -> list[tuple[str, str]]:
    """Codes, with the characters that are meant."""
    return [
        (slip.code, translation[slice(*slip.span)] if slip.span else "")
        for slip in slips(chinese, translation, is_english=is_english)
    ]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("推廣電子帳單。", "Promote e-bills."),
        ("推廣「電子帳單」。", "Promote 'e-bills'."),
        ("推廣電子帳單(含簡訊。)", "Promote e-bills (and text messages)."),
        ("是否到府？", "Do we come?"),
        ("基礎服務", "Basic services"),
        ("計畫依據：", "Basis of the plan"),
        ("具體作法如下：", "The measures are:"),
        ("檢討成效；", "Review the results;"),
        ("「業務組、電務組」相連", "the lines '業務組、電務組' touch"),
        ("水叮嚀（行動櫃檯）", "Water Ding-Ning (水叮嚀（行動櫃檯）)"),
        ("各所、各課", "“各所、各課” and ‘各所、各課’ and \"各所、各課\""),
        ("是什麼？？", "What??"),
        ("%(year)s 年", "year %(year)s"),
        ("QR", "QR"),
    ],
)  # fmt: skip
def test_what_is_written_well(chinese: str, english: str) -> None:
    assert found(chinese, english) == []


@pytest.mark.parametrize(
    ("chinese", "english", "slip"),
    [
        ("推廣電子帳單。", "Promote e-bills", ("W605", "s")),
        ("推廣電子帳單。」", "Promote 'e-bills,'", ("W605", "'")),
        ("推廣電子帳單，具體作法：", "Promote e-bills, measures", ("W605", "s")),
        ("包括：", "Including", ("W605", "g")),
        ("檢討；", "Review", ("W605", "w")),
        ("到府？", "Visits", ("W605", "s")),
        ("過戶、復用", "transfer、resumption", ("W606", "、")),
        ("過戶（復用）", "transfer （resumption）'s", ("W606", "（")),
        ("用戶的「過戶」", "customers' transfer」", ("W606", "」")),
        ("過戶", "TODO transfer", ("W607", "TODO")),
        ("過戶", "transfer ???", ("W607", "???")),
        ("過戶", "transfer [...]", ("W607", "[...]")),
        ("過戶", "transfer of %(name)s", ("W607", "%(name)s")),
        ("過戶", " transfer", ("W608", " ")),
        ("過戶", "transfer\n", ("W608", "\n")),
        ("過戶", "account  transfer", ("W608", "  ")),
        ("過戶", "過戶", ("W609", "")),
    ],
)
def test_what_is_not(chinese: str, english: str, slip: tuple[str, str]) -> None:
    assert found(chinese, english)[0] == slip


def test_of_what_is_not_translated_at_all_nothing_else_is_said() -> None:
    assert found("過戶、復用，再開：", "過戶、復用，再開：") == [("W609", "")]


def test_the_mark_that_is_missing_is_named() -> None:
    [slip] = slips("具體作法如下：", "The measures are")
    assert slip.values == {"mark": ":"}


def test_other_languages_have_their_own_punctuation() -> None:
    assert found("過戶、復用。", "名義変更、再開。", is_english=False) == []
    assert found("目標", "目標", is_english=False) == []
    assert found("目標", "目標 ", is_english=False) == [("W608", " ")]
