import pytest

from planpress.model.web_addresses import pieces


def addresses(text: str) -> list[str]:
    found = list(pieces(text))
    assert "".join(piece.text for piece in found) == text
    return [piece.text for piece in found if piece.is_address]


@pytest.mark.parametrize("behind", ["", *'。，、；：！？）」』】〉》〕…—　ａ．／網 \n\t<>"`{|}\\^'])
def test_an_address_ends_before_chinese_and_blanks(behind: str) -> None:
    assert addresses(f"見https://www.gov.tw/a/b.html{behind}查詢") == ["https://www.gov.tw/a/b.html"]


@pytest.mark.parametrize("behind", [".", ",", ";", ":", "!", "?", "...", ".)", ")", ");", "]", "'", "**", "?)!"])
def test_what_ends_the_sentence_does_not_belong_to_it(behind: str) -> None:
    assert addresses(f"見(https://www.gov.tw/a{behind} 查詢") == ["https://www.gov.tw/a"]
    assert addresses(f"見(https://www.gov.tw{behind}") == ["https://www.gov.tw"]


@pytest.mark.parametrize(
    "address",
    [
        "http://www1.water.gov.tw",
        "https://www.gov.tw/",
        "HTTPS://WWW.GOV.TW/A",
        "https://zh.example/wiki/A_(b)",
        "https://zh.example/wiki/A_(b_(c))/d",
        "https://a.example/x[1]",
        "https://a.example:8443/x?y=1&z=%E6%B0%B4#top",
        "https://a.example?q=1",
        "https://a.example/#/route",
        "https://a.example/~user/;v=1/it's/*/a@b",
        "http://10.0.0.1/x",
        "https://web.example/2020/https://www.gov.tw/",
    ],
)
def test_an_address_is_whole(address: str) -> None:
    assert addresses(address) == [address]
    assert addresses(f"網址：{address}。") == [address]
    assert addresses(f"網站（{address}）及({address})") == [address, address]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://",
        "https://。",
        "http://www/",
        "http://www1.\nwater",
        "https://台灣.tw/",
        "javascript:alert(1)",
        "javascript://www.gov.tw/%0aalert(1)",
        "ftp://www.gov.tw/",
        "xhttp://www.gov.tw/",
        "view-source+http://www.gov.tw/",
        "ｈｔｔｐｓ：／／ｗｗｗ．ｇｏｖ．ｔｗ／",
        "www.gov.tw",
        "//www.gov.tw/",
        "https://www.gov.tw@evil.example/",
        "https://www.gov.tw:80@evil.example/",
        "https://www.gov.tw:secret@evil.example/",
        "https://user@www.gov.tw/",
        "https://-.tw/",
    ],
)
def test_what_is_none(text: str) -> None:
    assert addresses(text) == []


def test_several_addresses() -> None:
    assert addresses("https://a.example/x,https://b.example/y;http://c.example、http://d.example") == [
        "https://a.example/x", "https://b.example/y", "http://c.example", "http://d.example",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["https://a.a/" + "(" * 50_000, "https://a.a/" + ")" * 50_000, "https://a.a" * 9_000,
                                  "https://" + "a-" * 50_000, "https://a" + ".a" * 50_000, "http" * 50_000])  # fmt: skip
def test_no_text_takes_long(text: str) -> None:
    assert "".join(piece.text for piece in pieces(text)) == text
