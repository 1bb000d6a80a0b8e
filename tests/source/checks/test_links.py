import pytest

from planpress.source.checks.links import check_links, is_website


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("javascript:alert(1)", "javascript:"),
        ("見 JavaScript:alert(1)", "JavaScript:"),
        ("data:text/html,x", "data:"),
        ("vbscript:x", "vbscript:"),
        ("file:///etc/passwd", "file://"),
        ("下載ftp://example.tw/a", "ftp://"),
        ("ws://example.tw", "ws://"),
    ],
)
def test_links_that_do_harm(text: str, marked: str) -> None:
    (finding,) = check_links(("do",), text)
    assert finding.code == "E506" and finding.span is not None
    assert text[slice(*finding.span)] == marked
    assert finding.values == {"scheme": marked.rstrip(":/").lower()}


@pytest.mark.parametrize(
    "text",
    [
        "http://www1.water.gov.tw",
        "https://example.tw/a:b",
        "mailto:service@example.tw",
        "tel:1910",
        "Meta data: 維持通過比率",
        "Metadata:維持",
        "APP:台灣電力",
        "8:00至17:00",
        "網路(Internet)://無此連結",
    ],
)
def test_other_texts_pass(text: str) -> None:
    assert list(check_links(("do",), text)) == []


@pytest.mark.parametrize("text", ["https://www.example.tw/", "http://example.tw:8080/a?b#c", "https://example.tw"])
def test_websites(text: str) -> None:
    assert is_website(text)


@pytest.mark.parametrize(
    "text", ["www.example.tw", "javascript:alert(1)", "https://", "https://localhost", "https://a b.tw", "HTTPS//x.tw"]
)
def test_no_websites(text: str) -> None:
    assert not is_website(text)
