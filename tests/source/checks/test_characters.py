import pytest

from planpress.source.checks.characters import check_characters
from tests.snippets import of_office, of_rows


@pytest.mark.parametrize(
    ("character", "code"),
    [
        *(
            (character, "E501")
            for character in "\x00\x07\x1b\x7f\x85\xad\u200b\u200e\u2028\u202e\u2066\u2069\ufeff\U000e0041"
            "\u3164\u115f\u1160\uffa0\u2800\u200c\u200f\u2060\u034f\ufe00\ufe0f\U000e0100\U000e01ef\ufff9"
        ),
        *((character, "E502") for character in "\ufffd\uffff"),
        *((character, "E503") for character in "\ue000\uf8ff\U000f0001\U00100001"),
        *((character, "E504") for character in "\u2f2f\u2fd5\u2ea0\uf900\uf98e\U0002f800\U0002fa1d\uff76ﬁ"),
        *((character, "W501") for character in "国电务组"),
    ],
)
def test_characters_that_nobody_means(character: str, code: str) -> None:
    (finding,) = check_characters(("title",), f"台電{character}公司")
    assert (finding.code, finding.span) == (code, (2, 3))
    assert finding.values["character"] == character


@pytest.mark.parametrize(
    "text",
    [
        "台灣電力公司、臺北、裏面、群組、着重、里程、后里、面板、干涉、准予、只有、系統、制度、了解、余先生、范先生、沈先生",
        "App 114年—～…‧・（）「」『』《》◎●①％＋，。：；！？",
        "堃、喆、犇、煊、槺、𠮷野家、㗎",  # names that Big5 lacks but nobody simplified
        "é ü ñ ō 가 カナ ひらがな",
        "一\n二",
        "plain",
        "﨎﨑﨩",  # stand among the compatibility ideographs and are none
        "1️⃣、☎︎、‼️",
        "👨‍👩‍👧、👩🏽‍💻、🏳️‍🌈、❤️‍🔥、🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f、☎️、👍🏽",
    ],
)
def test_ordinary_texts_pass(text: str) -> None:
    assert list(check_characters(("title",), text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "👨\u200d",
        "\u200d👩",
        "👨\u200d電",
        "🏴\U000e0067",
        "電\u200d話",
        "👨\u200d\u200d👩",
        "電\ufe0f",
        "1\ufe0f月",
        "\u2800\ufe0f",
    ],
)
def test_what_joins_nothing_is_not_meant(text: str) -> None:
    assert {finding.code for finding in check_characters(("title",), text)} == {"E501"}


@pytest.mark.parametrize(
    ("character", "nearest"),
    [("\U0002f800", "丽"), ("\u2ed1", "長"), ("\u2f2f", "工"), ("\uf98e", "年"), ("\uff76", "カ"), ("国", "國")],
)
def test_the_ordinary_character_is_offered(character: str, nearest: str) -> None:
    (finding,) = check_characters(("title",), character)
    assert finding.values["nearest"] == nearest


def test_simplified_characters_of_the_source_stay() -> None:
    assert of_rows("- do: 推广帳單") == ["1:8 W501 广"]
    assert of_rows("- do: 推广帳單\n  sic: true") == []
    assert of_rows('- do: "推\\u200b广帳單"\n  sic: true') == ["1:8 E501 推\\u200b广帳單"]


def test_a_text_that_is_wrong_throughout_says_so_often_enough() -> None:
    assert len(of_rows("- do: " + "国" * 500)) == 20


def test_no_number_of_warnings_hides_an_error() -> None:
    assert of_rows("- do: " + "国" * 500 + "A123456789")[-1] == "1:507 E505 A123456789"


def test_offices_are_checked_as_well() -> None:
    assert of_office("name: 示范区营业处") == ["1:9 W501 区", "1:10 W501 营", "1:11 W501 业", "1:12 W501 处"]
