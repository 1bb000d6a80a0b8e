import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.model.numbering import Number, NumberStyle, sets_itself_off, split_number


@pytest.mark.parametrize(
    ("text", "printed", "style", "ordinal", "rest"),
    [
        ("壹、計畫依據", "壹、", NumberStyle.FORMAL, 1, "計畫依據"),
        ("叁、目標", "叁、", NumberStyle.FORMAL, 3, "目標"),
        ("拾貳、附則", "拾貳、", NumberStyle.FORMAL, 12, "附則"),
        ("一、基礎服務", "一、", NumberStyle.HAN, 1, "基礎服務"),
        ("二十一、其他", "二十一、", NumberStyle.HAN, 21, "其他"),
        ("（一） 服務", "（一）", NumberStyle.HAN_PARENTHESES, 1, "服務"),
        ("(三）混用", "(三）", NumberStyle.HAN_PARENTHESES, 3, "混用"),
        ("1. 作法", "1.", NumberStyle.DIGIT, 1, "作法"),
        ("1、作法", "1、", NumberStyle.DIGIT, 1, "作法"),
        ("12．作法", "12．", NumberStyle.DIGIT, 12, "作法"),
        ("(10)作法", "(10)", NumberStyle.DIGIT_PARENTHESES, 10, "作法"),
        ("甲. 細項", "甲.", NumberStyle.STEM, 1, "細項"),
        ("癸、細項", "癸、", NumberStyle.STEM, 10, "細項"),
        ("◎ 細項", "◎", NumberStyle.BULLET, None, "細項"),
    ],
)
def test_a_printed_number_is_split_off(
    text: str, printed: str, style: NumberStyle, ordinal: int | None, rest: str
) -> None:
    assert split_number(text) == (Number(printed, style, ordinal), rest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "105年度計畫",
        "1.5倍",
        "3個月",
        "一般設施",
        "—創新",
        "十十、誤",
        "(0) 零",
        "甲等以上",
        "(一次告知)",
        "二一、誤",
        "12",
    ],
)
def test_other_beginnings_are_no_numbers(text: str) -> None:
    assert split_number(text) == (None, text)


@pytest.mark.parametrize(
    ("printed", "alone"),
    [("壹、", True), ("（一）", True), ("1．", True), ("(一)", False), ("1.", False), ("IX.", False), ("◎", False)],
)
def test_a_full_width_end_sets_a_number_off(printed: str, alone: bool) -> None:
    assert sets_itself_off(printed) == alone


@pytest.mark.parametrize(
    ("printed", "label", "latin"),
    [
        ("壹、", "壹", "I."),
        ("玖、", "玖", "IX."),
        ("一、", "一", "1."),
        ("(三)", "(三)", "(3)"),
        ("（十二）", "（十二）", "(12)"),
        ("1.", "1.", "1."),
        ("1、", "1", "1."),
        ("(10)", "(10)", "(10)"),
        ("甲.", "甲", "A."),
        ("丙、", "丙", "C."),
        ("◎", "◎", "◎"),
    ],
)
def test_a_number_in_its_several_uses(printed: str, label: str, latin: str) -> None:
    number, _ = split_number(printed)
    assert number is not None
    assert (number.label, number.latin) == (label, latin)


@pytest.mark.parametrize(
    ("printed", "ordinal", "expected"),
    [
        ("壹、", 14, "拾肆、"),
        ("(三)", 6, "(六)"),
        ("（三）", 20, "（二十）"),
        ("1.", 12, "12."),
        ("(5)", 6, "(6)"),
        ("甲.", 4, "丁."),
        ("甲.", 10, "癸."),
        ("甲.", 11, "11."),
        ("一、", 99, "九十九、"),
        ("一、", 100, "100、"),
        ("◎", 2, "◎"),
    ],
)
def test_the_same_form_for_another_ordinal(printed: str, ordinal: int, expected: str) -> None:
    number, _ = split_number(printed)
    assert number is not None and number.counting(ordinal) == expected


FORMS = ["壹、", "一、", "（一）", "(一)", "1.", "1、", "1．", "（1）", "(1)"]


@given(st.sampled_from(FORMS), st.integers(1, 99))
def test_what_is_printed_is_read_again(form: str, ordinal: int) -> None:
    one, _ = split_number(form)
    assert one is not None
    printed = one.counting(ordinal)
    assert split_number(f"{printed}文字") == (Number(printed, one.style, ordinal), "文字")


@given(st.text(alphabet="壹貳拾一二十百甲乙(（)）.、．0123456789◎ 文", max_size=12))
def test_nothing_but_blanks_is_lost(text: str) -> None:
    number, rest = split_number(text)
    printed = number.printed if number else ""
    assert text.startswith(printed)
    assert text[len(printed) :] in (rest, text[len(printed) :]) and text.endswith(rest)
    assert text[len(printed) : len(text) - len(rest)].strip() == ""


@pytest.mark.parametrize(
    ("ordinal", "roman"),
    [(4, "IV"), (5, "V"), (8, "VIII"), (14, "XIV"), (40, "XL"), (49, "XLIX"), (50, "L"), (90, "XC"), (99, "XCIX")],
)
def test_formal_numbers_are_roman_in_english(ordinal: int, roman: str) -> None:
    assert Number("壹、", NumberStyle.FORMAL, ordinal).latin == f"{roman}."
