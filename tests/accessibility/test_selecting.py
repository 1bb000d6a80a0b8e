import pytest

from planpress.accessibility.selecting import Selector, count
from planpress.site_checks.page import parse_page

PAGE = """<html lang="zh-Hant"><body><p lang="en">A</p><a href="#x"><img alt="圖"></a><a>無</a><img alt="">
<input type="IMAGE"><template><img alt=""></template><p aria-hidden="true"><img></p></body></html>"""


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        ("img", 2),
        ("a img", 1),
        ("img[alt=]", 1),
        ("a[href]", 1),
        ("[lang]", 2),
        ("html [lang]", 1),
        ("input[type=image]", 1),
        ("object", 0),
    ],
)
def test_only_what_the_checker_looks_at_is_counted(selector: str, found: int) -> None:
    assert count(parse_page("index.html", PAGE), [Selector.of(selector)]) == found


@pytest.mark.parametrize("text", ["", "a > b", "a[href", ".class"])
def test_anything_else_is_no_selector(text: str) -> None:
    with pytest.raises(AssertionError):
        Selector.of(text)
