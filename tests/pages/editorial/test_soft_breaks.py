import pytest

from planpress.pages.editorial.cleaning import clean
from planpress.pages.editorial.soft_breaks import without_soft_breaks
from planpress.source.content.editorial import read_page


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>推廣電子\n帳單，\n並</p>\n<p>以</p>", "<p>推廣電子帳單，並</p>\n<p>以</p>"),
        ("<p><strong>推廣</strong>\n<em>帳單</em>\n。</p>", "<p><strong>推廣</strong><em>帳單</em>。</p>"),
        ('<p><a title="a>b" href="x">推廣\n</a>帳單</p>', '<p><a title="a>b" href="x">推廣</a>帳單</p>'),
        ("<p>two\nwords, 以 <code>App</code>\n查</p>", "<p>two\nwords, 以 <code>App</code>\n查</p>"),
        ("<pre><code>推廣\n<b>電</b>\n帳單</code></pre>", "<pre><code>推廣\n<b>電</b>\n帳單</code></pre>"),
        ("<ul>\n<li>推廣\n<ul>\n<li>帳單</li>\n</ul>", "<ul>\n<li>推廣\n<ul>\n<li>帳單</li>\n</ul>"),
        ("<p>推廣<br>\n帳單</p>", "<p>推廣<br>\n帳單</p>"),
        ("<p>推廣 帳單</p>", "<p>推廣 帳單</p>"),
    ],
)
def test_a_soft_break_within_chinese_is_nothing(html: str, expected: str) -> None:
    assert without_soft_breaks(html) == expected


def test_a_page_that_is_cleaned_has_none() -> None:
    source, _ = read_page("zh-Hant", "about/", "about.md", "# 關於\n\n推廣電子\n帳單".encode())
    assert source is not None
    assert clean(source, "<p>推廣電子\n帳單</p>") == ("<p>推廣電子帳單</p>", [])
