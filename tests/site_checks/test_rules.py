from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.problems.problem import Place
from planpress.site_checks import check_files, check_page, check_site
from planpress.site_checks.css import absolute_font_sizes
from planpress.site_checks.page import parse_page
from tests import real_site as real
from tests.snippets import of_page

SITE = "https://example.org/plans/"


def problems(**files: str) -> list[str]:
    """Problems of a whole site, by paths in which ``__`` stands for a slash."""
    named = {name.replace("__", "/").replace("_html", ".html"): text for name, text in files.items()}
    return shown(named)


def shown(files: Mapping[str, str]) -> list[str]:
    return [f"{problem.place.file} {problem.code}" for problem in check_files(list(files), files.__getitem__, SITE)]


def page(body: str = "", *, title: str = "示範", lang: str = "zh-Hant") -> str:
    return (
        f'<!doctype html><html lang="{lang}"><head><title>{title}</title></head><body><h1>示範</h1>{body}</body></html>'
    )


# The whole site


@pytest.mark.slow
def test_the_real_site_has_no_problem(real_site: Path) -> None:
    assert len(list(real_site.rglob("*.html"))) > 40
    assert check_site(real_site, real.SITE) == []


def test_a_sound_site_has_no_problem() -> None:
    assert problems(index_html=page('<a href="about/">關於</a>'), about__index_html=page(title="關於")) == []


def test_files_are_named_with_the_sites_folder(tmp_path: Path) -> None:
    (tmp_path / "site" / "about").mkdir(parents=True)
    (tmp_path / "site" / "about" / "index.html").write_text(page("\n<h2></h2>"), "utf-8")
    (found,) = check_site(tmp_path / "site", SITE)
    assert found.place == Place("site/about/index.html", 2, 1, 4, "<h2></h2></body></html>")


def test_two_pages_of_a_language_differ_in_their_titles() -> None:
    assert problems(a__index_html=page(), b__index_html=page()) == ["b/index.html E741"]
    assert problems(a__index_html=page(), b__index_html=page(lang="zh-Hans")) == []
    assert problems(a__index_html=page(title=""), b__index_html=page(title="")) == [
        "a/index.html E703",
        "b/index.html E703",
    ]


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("./", None),
        ("../", None),
        ("../index.html", None),
        ("../index.html?a=b", None),
        ("#top", None),
        ("", None),
        ("https://example.org/plans/about/", None),
        ("../%E8%A8%88%E7%95%AB.json", None),
        ("https://example.org/plans/nothing/", "E742"),
        ("nothing/", "E742"),
        ("../nothing.json", "E742"),
        ("/plans/about/", None),
        ("/about/", "E742"),  # outside of the site's path
        ("../../about/", "E742"),
        ("https://example.org/about/", None),  # another site of the same host
        ("https://www.gov.tw/", None),
        ("//www.gov.tw/", None),
        ("mailto:a@example.org", None),
        ("tel:1910", None),
        ("#nothing", "E743"),
        ("../#top", "E743"),
        ("../計畫.json#top", None),  # only pages have ids
    ],
)
def test_links_lead_somewhere(address: str, code: str | None) -> None:
    about = page(f'<p id="top"></p><a href="{address}">示範</a>', title="關於")
    files = {"index.html": page(), "about/index.html": about, "計畫.json": "{}"}
    assert shown(files) == ([f"about/index.html {code}"] if code else [])


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="nothing.png" alt="">',
        '<script src="nothing.js"></script>',
        '<link rel="alternate" href="https://example.org/plans/nothing/">',
        '<form action="nothing/"></form>',
    ],
)
def test_whatever_a_page_names_is_there(markup: str) -> None:
    assert problems(index_html=page(markup)) == ["index.html E742"]


def test_the_page_for_missing_pages_may_use_whole_addresses() -> None:
    assert shown({"404.html": page(f'<a href="{SITE}">首頁</a>', title="404"), "index.html": page()}) == []


def test_stylesheets_are_read_too() -> None:
    (found,) = check_files(["a.css"], lambda path: "a{top:0}\nb{color:red;font-size:12px}", SITE, "site/")
    assert (found.code, found.place) == (
        "E731",
        Place("site/a.css", 2, 13, 14, "b{color:red;font-size:12px}"),
    )


# Font sizes


@pytest.mark.parametrize(
    "css",
    [
        "a{font-size:12px}",
        "a { FONT-SIZE : 9PT }",
        "a{font-size:.5cm}",
        "a{font-size:calc(1rem + 2px)}",
        "a{font-size:clamp(1rem,2vw,20px)}",
        "a{font:12px serif}",
        "a{font: italic bold 1.5in/2 serif}",
        "@media print{a{font-size:10pt}}",
    ],
)
def test_absolute_font_sizes_are_found(css: str) -> None:
    assert len(list(absolute_font_sizes(css))) == 1


@pytest.mark.parametrize(
    "css",
    [
        "a{font-size:1rem}",
        "a{font-size:112.5%}",
        "a{font-size:larger}",
        "a{font-size:clamp(1.6rem,1.25rem + 1.9vw,2.35rem)}",
        "a{font-size:var(--size-12px)}",
        "a{font:inherit}",
        "a{font:1rem/20px serif}",
        'a{font:1rem "Font 12px"}',
        "a{border:1px solid;padding:2px}",
        "a{--font-size:12px}",
        "/* font-size:12px */",
        'a::before{content:"font-size:12px"}',
    ],
)
def test_relative_font_sizes_pass(css: str) -> None:
    assert list(absolute_font_sizes(css)) == []


# Structure


@pytest.mark.parametrize("lang", ["", " ", "中文", "zh_TW", "zh-", "x"])
def test_a_language_must_be_a_tag(lang: str) -> None:
    root = f'<html lang="{lang}"><title>示範</title><h1>示範</h1></html>'
    assert [problem.code for problem in check_page("a", parse_page("a", root))] == ["E701"]
    assert [line.split()[1] for line in of_page(f'<p lang="{lang}">Text</p>')] == ["E702"]


def test_the_pages_own_language_is_said_once_even_within_another() -> None:
    assert of_page('<section lang="en"><p lang="ZH-hant">中</p><p lang="ja">日</p></section>') == [
        '1:20 E702 <p lang="ZH-hant">'
    ]


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("<p>推廣電子帳單。</p>", ["E725"]),
        ('<p lang="zh-Hant">推廣電子帳單。</p>', []),
        ('<section lang="zh-Hant"><p>推廣電子帳單。</p></section>', []),
        ("<p>Issued as 業字第1148001255號 by the head office.</p>", []),
        ("<p><span>業務組</span>, the Business Department</p>", ["E725"]),
        ("<p>2025: <b>1,000</b></p>", []),
    ],
)
def test_chinese_on_a_page_of_another_language_says_so(body: str, codes: list[str]) -> None:
    html = f'<html lang="en"><head><title>計畫</title></head><body><h1>Plans</h1>{body}</body></html>'
    assert [problem.code for problem in check_page("a", parse_page("a", html))] == codes
    chinese = html.replace('lang="en"', 'lang="zh-Hans"')
    assert "E725" not in [problem.code for problem in check_page("a", parse_page("a", chinese))]


def test_what_the_checker_skips_is_skipped() -> None:
    empty = "<h2></h2><nav></nav><a href='#top'></a><input name='q'>"
    for wrapper in (
        "<template>{}</template>",
        '<div aria-hidden="true">{}</div>',
        '<div style="color: red; display: none">{}</div>',
        '<div style="visibility:hidden"><p>{}</p></div>',
    ):
        assert of_page(wrapper.format(empty)) == []
    assert {line.split()[1] for line in of_page(f"<div hidden>{empty}</div>")} == {"E705", "E707", "E711", "E721"}


@pytest.mark.parametrize(
    ("headings", "codes"),
    [
        ("<h2>二</h2><h3>三</h3><h4>四</h4><h2>五</h2>", []),
        ("<h2>二</h2><h4>四</h4>", ["E706"]),
        ('<h2>二</h2><div role="heading" aria-level="3">三</div><h4>四</h4>', []),
        ('<h2>二</h2><div role="heading" aria-level="5">五</div>', ["E706"]),
        ('<h2><img src="index.html" alt="二"></h2>', []),
        ('<h2><span aria-hidden="true">二</span></h2>', ["E705"]),
    ],
)
def test_headings_nest(headings: str, codes: list[str]) -> None:
    assert [line.split()[1] for line in of_page(headings)] == codes


def test_a_page_has_one_main_heading() -> None:
    assert of_page('<html lang="en"><title>a</title><p>a</p></html>') == ['1:1 E704 <html lang="en">']


def test_a_header_that_cells_name_needs_no_scope() -> None:
    table = '<table><tr><th id="{}">年度</th></tr><tr><td headers="year">114</td></tr></table>'
    assert of_page(table.format("year")) == []
    assert [line.split()[1] for line in of_page(table.format("other"))] == ["E708", "E724"]


# Content


@pytest.mark.parametrize(
    "markup",
    [
        '<p><a href="#top">說明</a></p>',
        '<ul><li><a href="#top">甲</a><ul><li>乙</li></ul></li></ul>',
        '<nav><a href="#top">甲</a> ｜ <a href="#top">乙</a></nav>',
        '<li><div>文字</div><a href="#top">固定網址</a></li>',
        '<p>文字 <span><a href="#top" title="補充">說明</a></span></p>',
        '<p><a href="#top">說明</a><span aria-hidden="true">→ 看</span></p>',
    ],
)
def test_a_link_apart_needs_no_title(markup: str) -> None:
    assert of_page(markup) == []


@pytest.mark.parametrize(
    "markup",
    [
        '<p>請看<a href="#top">說明</a></p>',
        '<p><a href="#top">說明</a>如下</p>',
        '<p>請看<strong><a href="#top">說明</a></strong>。</p>',
        '<li><div>文字</div><b>請看</b><a href="#top" title=" ">說明</a></li>',
    ],
)
def test_a_link_within_words_needs_a_title(markup: str) -> None:
    assert [line.split()[1] for line in of_page(markup)] == ["E712"]


@pytest.mark.parametrize(
    "link",
    [
        '<a href="#top"> </a>',
        '<a href="#top" title="說明"></a>',
        '<a href="#top"><img src="index.html" alt=""></a>',
        '<a href="#top"><svg role="img"></svg></a>',
    ],
)
def test_a_link_needs_words(link: str) -> None:
    assert [line.split()[1] for line in of_page(link)] == ["E711"]


@pytest.mark.parametrize(
    "link",
    [
        '<a href="#top" aria-label="說明"></a>',
        '<a href="#top"><img src="index.html" alt="說明"></a>',
        '<a href="#top"><svg role="img" aria-label="說明"></svg></a>',
        '<a id="anchor"></a>',
    ],
)
def test_words_of_a_link_may_be_an_alternative(link: str) -> None:
    assert of_page(link) == []


@pytest.mark.parametrize("symbol", "◎★▲※→✔😀〓⭐")
def test_symbols_need_an_alternative(symbol: str) -> None:
    assert of_page(f"<p>{symbol} 甲</p>") == ["1:1 W701 <p>"]
    assert of_page(f'<p><span title="重要">{symbol}</span> 甲</p>') == []
    assert of_page(f'<p aria-label="重要">{symbol}</p>') == []


@pytest.mark.parametrize("text", ["25℃", "5㎡", "①", "—", "：", "「甲」", "A+B", "50%", "©", "。"])
def test_units_and_punctuation_are_no_symbols(text: str) -> None:
    assert of_page(f"<p>{text}</p>") == []


def test_an_open_format_has_the_same_name() -> None:
    word = '<ul><li><a href="https://example.org/{}.DOCX?v=1">甲</a></li><li><a href="https://example.org/b.pdf">乙</a></li></ul>'
    assert [line.split()[1] for line in of_page(word.format("a"))] == ["E717"]
    assert of_page(word.format("b")) == []


# Forms


@pytest.mark.parametrize(
    ("form", "codes"),
    [
        ('<label>甲<input></label>', []),
        ('<label></label><input>', ["E721"]),
        ('<label for="a">甲</label><textarea id="a"></textarea>', []),
        ('<label for="a"></label><input id="a">', ["E721"]),
        ('<input title="甲">', []),
        ('<input type="hidden"><input type="submit"><button>送出</button>', []),
        ('<form><label>甲<input></label></form>', []),
        ('<form><fieldset><p>甲</p><legend>乙</legend></fieldset></form>', ["E723"]),
        ('<form><fieldset><legend> </legend></fieldset></form>', ["E723"]),
        ('<label>甲<select><optgroup label=""><option>乙</option></optgroup></select></label>', ["E722"]),
        ('<label>甲<select><option>全部</option><optgroup label="丙"><option>乙</option></optgroup></select></label>', []),
    ],
)  # fmt: skip
def test_controls_are_labelled_and_grouped(form: str, codes: list[str]) -> None:
    assert [line.split()[1] for line in of_page(form)] == codes


# The tree


def test_the_tree_knows_places_and_closes_what_it_can() -> None:
    tree = parse_page("a.html", '<html>\n  <p id="x">一<br>二 &amp; <b>三</p>四</html>')
    assert [(each.name, each.line, each.column) for each in tree.elements] == [
        ("html", 1, 1),
        ("p", 2, 3),
        ("br", 2, 14),
        ("b", 2, 26),
    ]
    assert tree.elements[1].text() == "一二 & 三"
    assert tree.root.text() == "一二 & 三四"


@given(st.text(alphabet=st.sampled_from("<>/\"'=&;#!- \nabhp123é◎"), max_size=60))
def test_whatever_the_text_is_there_is_an_answer(text: str) -> None:
    for problem in check_page("a.html", parse_page("a.html", text)):
        if problem.place.line:
            assert problem.place.excerpt[problem.place.column - 1] == "<"


# What links say


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("<a href='./'>按這裡</a>", ["E726"]),
        ("<a href='./'>【更多】…</a>", ["E726"]),
        ("<a href='./'> Read more »</a>", ["E726"]),
        ("<a href='./' title='電子帳單的申請'>更多</a>", []),
        ("<a href='./' title='更多'>更多</a>", ["E726"]),
        ("<a href='./' aria-label='here'></a>", ["E726"]),
        ("<a href='./'>更多電子帳單的說明</a>", []),
        ("<a>更多</a>", []),
    ],
)
def test_links_that_say_nothing(link: str, expected: list[str]) -> None:
    found = check_page("a", parse_page("a", page(f"<ul><li>{link}</li></ul>")))
    assert [each.code for each in found] == expected


@pytest.mark.parametrize(
    ("links", "is_told_apart"),
    [
        ("<li><a href='a'>計畫</a></li><li><a href='b'>計畫</a></li>", False),
        ("<li><a href='a'>計畫</a></li><li><a href='a'>計畫</a></li>", True),
        ("<li><a href='a/'>計畫</a></li><li><a href='a/index.html'>計畫</a></li>", True),
        ("<li><a href='a' title='113年度'>計畫</a></li><li><a href='b' title='114年度'>計畫</a></li>", True),
        ("<li>113年度<a href='a' title='計畫'>計畫</a></li><li>114年度<a href='b' title='計畫'>計畫</a></li>", True),
        ("<li><h2>甲</h2><a href='a'>計畫</a></li><li><h2>乙</h2><a href='b'>計畫</a></li>", True),
    ],
)
def test_links_that_say_the_same(links: str, is_told_apart: bool) -> None:
    found = check_page("a", parse_page("a", page(f"<ul>{links}</ul>")))
    assert [each.code for each in found] == ([] if is_told_apart else ["W726"])
