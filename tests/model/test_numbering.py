import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.model.numbering import Number, NumberStyle, lone_number, sets_itself_off, split_number


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
        ("１．作法", "１．", NumberStyle.DIGIT, 1, "作法"),
        ("⒈作法", "⒈", NumberStyle.DIGIT, 1, "作法"),
        ("(３)作法", "(３)", NumberStyle.DIGIT_PARENTHESES, 3, "作法"),
        ("⑸ 作法", "⑸", NumberStyle.DIGIT_PARENTHESES, 5, "作法"),
        ("⑥作法", "⑥", NumberStyle.DIGIT_CIRCLED, 6, "作法"),
        ("㉑作法", "㉑", NumberStyle.DIGIT_CIRCLED, 21, "作法"),
        ("❷作法", "❷", NumberStyle.DIGIT_CIRCLED, 2, "作法"),
        ("㈣作法", "㈣", NumberStyle.HAN_PARENTHESES, 4, "作法"),
        ("（一）、作法", "（一）、", NumberStyle.HAN_PARENTHESES, 1, "作法"),
        ("㊂作法", "㊂", NumberStyle.HAN_CIRCLED, 3, "作法"),
        ("廿、作法", "廿、", NumberStyle.HAN, 20, "作法"),
        ("廿一、作法", "廿一、", NumberStyle.HAN, 21, "作法"),
        ("卅二、作法", "卅二、", NumberStyle.HAN, 32, "作法"),
        ("一．作法", "一．", NumberStyle.HAN, 1, "作法"),
        ("貮、目標", "貮、", NumberStyle.FORMAL, 2, "目標"),
        ("（甲）作法", "（甲）", NumberStyle.STEM_PARENTHESES, 1, "作法"),
        ("A. 作法", "A.", NumberStyle.LETTER, 1, "作法"),
        ("Ｂ．作法", "Ｂ．", NumberStyle.LETTER, 2, "作法"),
        ("A.APP推廣", "A.", NumberStyle.LETTER, 1, "APP推廣"),
        ("A. B型機", "A.", NumberStyle.LETTER, 1, "B型機"),
        ("(A)作法", "(A)", NumberStyle.LETTER_PARENTHESES, 1, "作法"),
        ("b、作法", "b、", NumberStyle.SMALL_LETTER, 2, "作法"),
        ("（ａ）作法", "（ａ）", NumberStyle.SMALL_LETTER_PARENTHESES, 1, "作法"),
        ("⒝作法", "⒝", NumberStyle.SMALL_LETTER_PARENTHESES, 2, "作法"),
        ("Ⅰ、作法", "Ⅰ、", NumberStyle.ROMAN, 1, "作法"),
        ("ⅩⅢ、作法", "ⅩⅢ、", NumberStyle.ROMAN, 13, "作法"),
        ("IV. 作法", "IV.", NumberStyle.ROMAN, 4, "作法"),
        ("(Ⅱ)作法", "(Ⅱ)", NumberStyle.ROMAN_PARENTHESES, 2, "作法"),
        ("ⅳ.作法", "ⅳ.", NumberStyle.SMALL_ROMAN, 4, "作法"),
        ("(iii)作法", "(iii)", NumberStyle.SMALL_ROMAN_PARENTHESES, 3, "作法"),
        ("附錄一 名詞", "附錄一", NumberStyle.APPENDIX, 1, "名詞"),
        ("附錄Ａ、名詞", "附錄Ａ、", NumberStyle.APPENDIX, 1, "名詞"),
        ("附件1：申請書", "附件1：", NumberStyle.ATTACHMENT, 1, "申請書"),
        ("附件 2　申請書", "附件 2", NumberStyle.ATTACHMENT, 2, "申請書"),
        ("附件（三） 申請書", "附件（三）", NumberStyle.ATTACHMENT, 3, "申請書"),
        ("附件 一般說明", "附件", NumberStyle.ATTACHMENT, None, "一般說明"),
        ("附表二", "附表二", NumberStyle.TABLE, 2, ""),
        ("附圖", "附圖", NumberStyle.FIGURE, None, ""),
        ("(2)與(協力廠商)合作", "(2)", NumberStyle.DIGIT_PARENTHESES, 2, "與(協力廠商)合作"),
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
        "1.5 公里",
        "１．５公里",
        "3D 列印",
        "A4 紙張",
        "A. I. 技術",
        "A.I.技術",
        "A.I技術",
        "A.1 節",
        "e.g. 電子帳單",
        "A、B兩棟",
        "B級",
        "XX. 待填",
        "IIII. 誤",
        "廿十、誤",
        "(註)",
        "(XYZ)",
        "(0)",
        "甲方",
        "甲、乙雙方",
        "一.五倍",
        "(1)至(3)項",
        "（一）、（二）兩項",
        "①～③項",
        "附件請參閱官網",
        "附件  請參閱官網",
        "附表所列",
        "附件一所列",
        "附件一、附件二",
        "附件1、2",
        "附則",
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
        ("１．", "１．", "1."),
        ("⒈", "⒈", "1."),
        ("㈣", "㈣", "(4)"),
        ("（一）、", "（一）", "(1)"),
        ("⑥", "⑥", "⑥"),
        ("㊂", "㊂", "③"),
        ("廿一、", "廿一", "21."),
        ("（乙）", "（乙）", "(B)"),
        ("Ｃ．", "Ｃ．", "C."),
        ("（ａ）", "（ａ）", "(a)"),
        ("Ⅳ、", "Ⅳ", "IV."),
        ("(ⅱ)", "(ⅱ)", "(ii)"),
        ("附錄一、", "附錄一", "Appendix 1"),
        ("附件1：", "附件1", "Attachment 1"),
        ("附表", "附表", "Table"),
        ("附圖甲", "附圖甲", "Figure 1"),
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
        ("１．", 12, "１２．"),
        ("（ａ）", 3, "（ｃ）"),
        ("⒈", 2, "⒉"),
        ("㈠", 11, "(十一)"),
        ("⑳", 21, "㉑"),
        ("⓴", 21, "㉑"),
        ("㊿", 51, "51."),
        ("廿一、", 22, "廿二、"),
        ("廿、", 30, "卅、"),
        ("A.", 27, "27."),
        ("Ⅸ、", 10, "Ⅹ、"),
        ("Ⅻ、", 13, "ⅩⅢ、"),
        ("iv.", 5, "v."),
        ("附錄一", 2, "附錄二"),
        ("附件 1：", 2, "附件 2："),
        ("附件（一）", 2, "附件（二）"),
        ("附表", 2, "附表"),
    ],
)
def test_the_same_form_for_another_ordinal(printed: str, ordinal: int, expected: str) -> None:
    number, _ = split_number(printed)
    assert number is not None and number.counting(ordinal) == expected


FORMS = [
    *("壹、", "一、", "（一）", "(一)", "1.", "1、", "1．", "（1）", "(1)", "１．", "（１）", "廿、", "（一）、"),
    *("附錄一：", "附件1、", "附表(1)："),
]


@given(st.sampled_from(FORMS), st.integers(1, 99))
def test_what_is_printed_is_read_again(form: str, ordinal: int) -> None:
    one, _ = split_number(form)
    assert one is not None
    printed = one.counting(ordinal)
    assert split_number(f"{printed}文字") == (Number(printed, one.style, ordinal), "文字")


@pytest.mark.parametrize(
    ("printed", "most"),
    [
        ("㈠", 10),
        ("㊀", 10),
        ("①", 50),
        ("⒈", 20),
        ("⑴", 20),
        ("⒜", 26),
        ("甲.", 10),
        ("A.", 26),
        ("(a)", 26),
        ("Ⅰ、", 19),
    ],
)
def test_a_series_counts_from_one_to_its_last(printed: str, most: int) -> None:
    one, _ = split_number(printed)
    assert one is not None and one.ordinal == 1
    last: Number | None = None
    for ordinal in range(1, most + 1):
        number, rest = split_number(f"{one.counting(ordinal)}文字")
        assert number is not None and rest == "文字"
        read = number.after([last])
        assert (read.style, read.ordinal) == (one.style, ordinal)
        last = read


@pytest.mark.parametrize(
    ("before", "printed", "style", "ordinal"),
    [
        ("H.", "I.", NumberStyle.LETTER, 9),
        (None, "I.", NumberStyle.ROMAN, 1),
        ("IV.", "V.", NumberStyle.ROMAN, 5),
        ("U.", "V.", NumberStyle.LETTER, 22),
        ("(h)", "（ｉ）", NumberStyle.SMALL_LETTER_PARENTHESES, 9),
        ("h.", "(i)", NumberStyle.SMALL_ROMAN_PARENTHESES, 1),
        ("H.", "II.", NumberStyle.ROMAN, 2),
    ],
)
def test_a_letter_is_told_from_a_roman_numeral_by_what_stands_before(
    before: str | None, printed: str, style: NumberStyle, ordinal: int
) -> None:
    number, _ = split_number(printed)
    last, _ = split_number(before) if before else (None, "")
    assert number is not None
    assert number.after([last]) == Number(printed, style, ordinal)


@pytest.mark.parametrize("text", ["附表", "附件1", "一、"])
def test_a_number_may_be_all_that_a_text_says(text: str) -> None:
    assert lone_number(text) == split_number(text)[0] is not None
    assert lone_number(f"{text} 名稱") is None


ODD = "壹貳拾一二十廿百甲乙ABaivxIVⅠⅳ附錄件表圖(（)）.、．:：0123456789１３㈠㊀①⒈⑴❶⒜◎至- 　文"


@given(st.text(alphabet=ODD, max_size=12))
def test_full_width_and_half_width_are_one_number(text: str) -> None:
    wide = text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
    (half, rest), (full, wide_rest) = split_number(text), split_number(wide)
    assert (half is None) == (full is None)
    if half and full:
        assert (half.style, half.ordinal, len(half.printed)) == (full.style, full.ordinal, len(full.printed))
        assert len(rest) == len(wide_rest)


@given(st.text(alphabet=ODD, max_size=12) | st.text(max_size=12), st.integers(1, 99))
def test_no_text_is_too_odd(text: str, ordinal: int) -> None:
    number, _ = split_number(text)
    if number:
        assert number.printed and number.latin and number.counting(ordinal) and number.label


@given(st.text(alphabet=ODD, max_size=12))
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
