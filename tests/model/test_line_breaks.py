import pytest

from planpress.model.line_breaks import joined, unwrapped


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("推廣電子\n帳單", "推廣電子帳單"),
        ("推廣電子 \r\n  帳單，\n並", "推廣電子帳單，並"),
        ("辦理\n「電子帳單」\n（含收據）", "辦理「電子帳單」（含收據）"),
        ("自114\n年\n5月(含\n外包)\n起", "自114年5月(含外包)起"),
        ("𠮷\n野家々\n〇", "𠮷野家々〇"),
        ("推廣電子 帳單\n收據", "推廣電子 帳單收據"),
        ("掃描QR\nCode", "掃描QR Code"),
        ("台電\nApp\n查詢", "台電 App 查詢"),
        ("https://example.tw/1/\n查詢", "https://example.tw/1/ 查詢"),
        ("one\ntwo, 3\n4", "one two, 3 4"),
        ("한국\n어", "한국 어"),
        ("甲。\n\n乙。\n", "甲。乙。"),
    ],
)
def test_a_line_break_is_a_blank_beside_a_latin_word_and_nothing_in_chinese(text: str, line: str) -> None:
    assert unwrapped(text) == line


def test_words_are_joined_in_the_same_way() -> None:
    assert (
        joined(["推廣", "電子", "帳單", "，", "以", "QR", "Code", "查詢", "1910", "。"])
        == "推廣電子帳單，以 QR Code 查詢1910。"
    )
    assert joined([]) == ""


def test_long_words_and_blanks_take_no_time() -> None:
    text = (" " * 100_000 + "x" * 100_000 + "\n字") * 2
    assert unwrapped(text).endswith("x 字")
