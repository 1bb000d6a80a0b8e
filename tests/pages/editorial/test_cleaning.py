import pytest

from planpress.pages.editorial.cleaning import clean
from planpress.source.content.editorial import read_page
from tests.snippets import of_markdown

HEAD = "# 關於\n\n"


def cleaned(html: str) -> str:
    source, _ = read_page("zh-Hant", "about/", "content/zh-Hant/about.md", b"# a\n")
    assert source is not None
    return clean(source, html)[0]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("<script>alert(1)</script>", ["3:1 E510 <script"]),
        ("字\n\n<SCRIPT SRC=/a.js></SCRIPT>", ["5:1 E510 <SCRIPT"]),
        ("<b onclick=alert(1)>字</b>", ["3:4 E510 onclick"]),
        ("字\n{: onclick=alert(1) }", ["4:4 E510 onclick"]),
        ("<iframe src=x></iframe>", ["3:1 E510 <iframe"]),
        ("<base href=https://evil.example/>", ["3:1 E510 <base"]),
        ('<meta http-equiv="refresh" content="0;url=x">', ["3:1 E510 <meta"]),
        ("<style>p{}</style>", ["3:1 E510 <style"]),
        ("<form><input></form>", ["3:1 E510 <form", "3:7 E510 <input"]),
        ("<object></object>", ["3:1 E510 <object"]),
        ("<svg/onload=alert(1)>", ["3:1 E510 <svg"]),
        ('<p style="position:fixed">字</p>', ["3:4 E510 style"]),
        ("<x-a>字</x-a>", ["3:1 E510 <x-a"]),
        ('<p data-id="1">字</p>', ["3:4 E510 data-id"]),
        ("[x](javascript:alert(1))", ["3:5 E506 javascript:"]),
        ("[x](&#106;avascript:alert(1))", ["3:1 E506 [x](&#106;avascript:alert(1))"]),
        ("<a href='java&#9;script:alert(1)'>x</a>", ["3:1 E511 <a href='java&#9;script:alert(1)'>x</a>"]),
        ("<a href='jav\tascript:alert(1)'>x</a>", ["3:1 E511 <a href='jav\tascript:alert(1)'>x</a>"]),
        ("[x][y]\n\n[y]: vbscript:x", ["5:6 E506 vbscript:"]),
        ("[x](livescript:x)", ["3:5 E511 livescript:x"]),
        ("<magnet:x>", ["3:1 E510 <magnet:x"]),
        ("![x](https://example.tw/a.png)", ["3:6 E511 https://example.tw/a.png"]),
        ("![x](//example.tw/a.png)", ["3:6 E511 //example.tw/a.png"]),
        ("![x](data:image/png;base64,AA)", ["3:6 E506 data:"]),
        ("[x](//example.tw/)", ["3:5 E511 //example.tw/"]),
        ("<a href='/\\example.tw/'>x</a>", ["3:10 E511 /\\example.tw/"]),
    ],
)
def test_what_is_taken_out_is_told_with_its_line(text: str, problems: list[str]) -> None:
    assert of_markdown(HEAD + text) == problems


@pytest.mark.parametrize(
    "text",
    [
        "## 標題 {#id .class lang=en}",
        '*a* **b** `c` <kbd>d</kbd> <abbr title="e">f</abbr>',
        "- a\n    1. b\n\n> c\n\n---\n\n```python\nd < e\n```",
        "術語\n: 說明",
        "|a|b|c|\n|:-|:-:|-:|\n|d|e|f|",
        "[a](https://example.tw/?a=b&c=d) [b](mailto:a@example.tw) [c](tel:1911) [d](#e) [f](other.pdf) <https://a.tw/>",
        "![圖](../a.png)",
        '<div class="note" markdown="1">\n*a*\n</div>',
        "<details open><summary>a</summary>b</details>",
        "a  \nb <!-- 備註 -->",
        "1 < 2 & 3 > 2",
    ],
)
def test_what_pages_use_passes(text: str) -> None:
    assert of_markdown(HEAD + text) == []


@pytest.mark.parametrize(
    "html",
    [
        '<h1 id="a">a</h1>\n<p>b<br />\nc</p>\n<hr />',
        '<p><img alt="a" src="b.png" /> &amp; &lt;c&gt; "d" <a href="https://e.tw/?f=g&amp;h=i" title="j">k</a></p>',
        '<pre><code class="language-x">a &lt; b\n</code></pre>',
    ],
)
def test_what_is_clean_stays_to_the_byte(html: str) -> None:
    assert cleaned(html) == html


@pytest.mark.parametrize(
    "html",
    [
        "<script>a</script>b",
        "<p onclick=a>b</p>",
        '<a href="javascript:a">b</a>',
        "<!-- secret -->b",
        "<!--><img src=x onerror=a>-->b",
        "<svg><style><img src=x onerror=a></style></svg>b",
        '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=a&gt;">b',
        '<p title="</p><img src=x onerror=a>">b</p>'.replace("title", "data-x"),
    ],
)
def test_nothing_else_is_let_through(html: str) -> None:
    result = cleaned(html)
    for sign in ("<script", "onclick", "<svg", "<style", "javascript:", "<img src=x", "secret", "data-x"):
        assert sign not in result


@pytest.mark.parametrize("text", ["A12345<b>6789</b>", "A12345&#54;789", "A12345**6789**", "![A1234&#53;6789](a.png)"])
def test_markup_hides_no_identifier(text: str) -> None:
    assert [line.split()[1] for line in of_markdown(HEAD + text)] == ["E505"]


def test_elements_that_lie_too_deep_are_told() -> None:
    assert of_markdown(HEAD + "<div>\n" * 45 + "</div>\n" * 45) == ["43:1 E335 <div"]
