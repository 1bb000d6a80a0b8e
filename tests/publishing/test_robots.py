"""robots.txt as RFC 9309 reads it: groups by name, the longest pattern, and nothing that takes long."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.publishing.robots import matches, rules_for


def may_ask(text: str, path: str) -> bool:
    return rules_for("planpress-links", text).may_ask(path)


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("user-agent:*\r\ndisallow:/a # all of it", "/ab", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", True),
        ("User-agent: *\nDisallow: /*?", "/x?q=1", False),
        ("User-agent: *\nDisallow: /計畫/", "/%E8%A8%88%E7%95%AB/114", False),
        ("User-agent: *\nDisallow: /%E8%A8%88%E7%95%AB/", "/計畫/114", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Planpress-Links\nDisallow: /b", "/a", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: planpress-links\nDisallow: /b", "/b", False),
        ("User-agent: other\nUser-agent: planpress-links\nDisallow: /a\nUser-agent: *\nAllow: /", "/a", False),
        (
            "User-agent: planpress-links\nDisallow: /a\nUser-agent: x\nDisallow: /c\nUser-agent: planpress-links\nDisallow: /b",
            "/b",
            False,
        ),
        ("User-agent: planpress-links\n\nUser-agent: *\nDisallow: /", "/a", False),
        ("\ufeffUser-agent: *\nDisallow: /a", "/a", False),
        ("Disallow: /a", "/a", True),
        ("<html>Disallow: /</html>", "/a", True),
        ("User-agent: *\nDisallow: /$", "/", False),
        ("User-agent: *\nDisallow: /$", "/a", True),
    ],
)
def test_what_may_be_asked(text: str, path: str, expected: bool) -> None:
    assert may_ask(text, path) is expected


@pytest.mark.parametrize(("value", "pause"), [("4", 4.0), ("0.5", 0.5), ("-1", 0.0), ("soon", 0.0), ("9" * 40, 0.0)])
def test_the_pause_that_a_host_wants(value: str, pause: float) -> None:
    assert rules_for("planpress-links", f"User-agent: *\nCrawl-delay: {value}").pause == pause


PATTERN = st.text("ab/*$", max_size=8)


@given(PATTERN, st.text("ab/", max_size=8))
def test_patterns_match_as_regular_expressions_would(pattern: str, path: str) -> None:
    body, end = (pattern[:-1], r"\Z") if pattern.endswith("$") else (pattern, "")
    expected = re.match(".*".join(map(re.escape, body.split("*"))) + end, path, re.DOTALL) is not None
    assert matches(pattern, path) is expected


@given(st.text(max_size=300))
def test_no_text_is_too_odd(text: str) -> None:
    rules_for("planpress-links", text).may_ask("/a")


def test_no_pattern_takes_long() -> None:
    began = time.monotonic()
    assert may_ask("User-agent: *\n" + "Disallow: /" + "*a" * 500 + "b\n" * 1, "/" + "a" * 2000)
    assert time.monotonic() - began < 2
