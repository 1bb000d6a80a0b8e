import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.model import Organisation
from planpress.pages.frame.stylesheet import minified, stylesheet
from tests.projects import ROOT


@pytest.mark.parametrize(
    ("css", "short"),
    [
        ("a { color: red; }\n\na:hover { color: blue; }\n", "a{color:red}a:hover{color:blue}"),
        ("/* why */ a { /* how */ color: red; } /* end */", "a{color:red}"),
        ("/* one */ a { color: red } /* two */ b { color: red }", "a{color:red}b{color:red}"),
        ("main { width: calc(100% - 2rem + (1em * 3)); }", "main{width:calc(100% - 2rem + (1em * 3))}"),
        ("li :not(.a, .b) { top: -1rem }", "li :not(.a,.b){top:-1rem}"),
        ("li:not(.a) { top: 0 }", "li:not(.a){top:0}"),
        ("ul > li + li ~ p a { top: 0 }", "ul>li + li ~ p a{top:0}"),
        (
            "@media screen and (min-width: 60rem) and (max-width: 80rem) { a { top: 0 } }",
            "@media screen and (min-width:60rem) and (max-width:80rem){a{top:0}}",
        ),
        (":root { --sans: 'Noto Sans  TC', serif; }", ":root{--sans:'Noto Sans  TC',serif}"),
        ("p { font: 1rem / 1.5 serif; margin: 0 1em; }", "p{font:1rem / 1.5 serif;margin:0 1em}"),
        ("", ""),
    ],
)
def test_blanks_and_comments_go_and_the_meaning_stays(css: str, short: str) -> None:
    assert minified(css) == short


@pytest.mark.parametrize(
    "string",
    ['"a  ;  } b"', "'{ x: y }'", '"/* no comment */"', r'"a\"  ; b"', '"it\'s  here"', '"a\\\n  b"', '"›" / ""'],
)
def test_strings_keep_every_character(string: str) -> None:
    assert minified(f"a::before {{ content: {string}; }}") == f"a::before{{content:{string}}}"


names = st.sampled_from(["a", ".b", "#c", "[d='e  f']", ":not( .g , h )", "li::before", ":hover", "*"])
selectors = st.lists(
    st.tuples(st.sampled_from(["", " ", " > ", " + ", " , ", "\n"]), names), min_size=1, max_size=4
).map(lambda parts: "".join(joint + name for joint, name in parts).strip(" >+,\n"))
values = st.lists(
    st.sampled_from(
        ["0", "1rem", "-2em", "calc(1px + 2em * -3)", "'x  ;y'", '"}{/* */"', "red", "var(--a, 1px)", "!important", "/"]
    ),
    min_size=1,
    max_size=4,
)
declarations = st.lists(
    st.builds(
        lambda name, value, joint: f"{name}{joint}{' '.join(value)}",
        st.sampled_from(["color", "--a", "margin-inline"]),
        values,
        st.sampled_from([":", ": ", ":\n  "]),
    ),
    max_size=3,
)
comments = st.sampled_from(["", "/* why */", "/* it's; { \" */", "\n\n", "\t"])
rules = st.builds(
    lambda comment, selector, body, end: f"{comment}{selector} {{\n  {'; '.join(body)}{end}\n}}{comment}",
    comments,
    selectors,
    declarations,
    st.sampled_from(["", ";", " ;"]),
)
sheets = st.lists(
    rules | st.builds("@media screen and (width >= 60rem) {{ {} {} }}".format, rules, rules), max_size=4
).map("\n".join)

_TOKEN = re.compile(r"""/\*.*?\*/ | "(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*' | \s+ | [\w-]+ | .""", re.DOTALL | re.VERBOSE)


def tokens(css: str) -> list[str]:
    """The tokens of a sheet; of its blanks only those that mean something, and no semicolon before a brace."""
    found = [" " if token.isspace() else token for token in _TOKEN.findall(css) if not token.startswith("/*")]
    kept: list[str] = []
    nested = 0
    for position, token in enumerate(found):
        before = next((each for each in reversed(found[:position]) if each != " "), "{")
        after = next((each for each in found[position + 1 :] if each != " "), "}")
        nested += (token == "(") - (token == ")")
        silent = before in "{};,>" or after in "{};,>" or (before == ":" and found[position - 1] == ":")
        if token == " " and (silent or kept[-1:] == [" "]):
            continue
        if token == ";" and after == "}":
            continue
        kept.append(token)
    return kept


@given(sheets)
def test_a_minified_sheet_has_the_same_tokens(css: str) -> None:
    short = minified(css)
    assert tokens(short) == tokens(css)
    assert len(short) <= len(css)
    assert minified(short) == short


def test_every_organisation_has_its_accent_on_paper_and_in_the_dark() -> None:
    organisations = {
        "water": Organisation(id="water", name="水", accent="#0b5f66", accent_dark="#79cdd3"),
        "power": Organisation(id="power", name="電", accent="#17558f", accent_dark="#8fbdf0"),
    }
    assert stylesheet({"base": "a { top: 0; }"}, organisations) == (
        "a{top:0}"
        '@media screen{[data-organisation="power"]{--accent:#17558f}[data-organisation="water"]{--accent:#0b5f66}}'
        "@media screen and (prefers-color-scheme:dark)"
        '{[data-organisation="power"]{--accent:#8fbdf0}[data-organisation="water"]{--accent:#79cdd3}}\n'
    )


def test_without_organisations_there_is_only_the_theme() -> None:
    assert stylesheet({"base": "a { top: 0; }"}, {}) == "a{top:0}\n"


def test_components_follow_one_another_by_name_the_base_first_and_print_last() -> None:
    css = {name: f"{name} {{ top: 0; }}" for name in ("print", "search", "base", "plan-filter", "plan", "a")}
    joined = stylesheet(css, {})
    assert re.findall(r"([a-z-]+)\{", joined) == ["base", "a", "plan", "plan-filter", "search", "print"]


def test_in_the_dark_colours_alone_are_others() -> None:
    """The browser tests rely on it: they look in the dark for what colours can break, and for nothing else."""
    sheets = [path.read_text("utf-8") for path in (ROOT / "theme" / "site").rglob("*.css")]
    blocks = re.findall(r"@media [^{]*prefers-color-scheme: dark[^{]*\{\s*:root \{([^{}]*)\}\s*\}", "".join(sheets))
    assert len(blocks) == "".join(sheets).count("prefers-color-scheme") == 1
    assert [line for line in blocks[0].split() if not re.fullmatch(r"--[a-z-]+:|#[0-9a-f]{6};", line)] == []
