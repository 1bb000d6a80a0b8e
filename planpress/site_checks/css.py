"""Font sizes: the one thing that Taiwan's checker asks of a stylesheet at level AA."""

import re
from collections.abc import Iterator
from typing import Final

from planpress.problems.problem import Place, Problem
from planpress.site_checks.page import Page
from planpress.site_checks.rule import PageFinding

_UNREAD: Final = re.compile(r"""/\*.*?\*/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'""", re.DOTALL)
_DECLARATION: Final = re.compile(r"(?<![\w-])(?:font-size\s*:\s*([^;}]+)|font\s*:\s*([^;}/]+))", re.IGNORECASE)
_ABSOLUTE: Final = re.compile(r"(?<![\w.#-])[+-]?(?:\d+\.?\d*|\.\d+)(?:px|pt|pc|cm|mm|in|q)\b", re.IGNORECASE)


def absolute_font_sizes(css: str) -> Iterator[tuple[int, str]]:
    """Position and text of each declaration whose font size has an absolute unit, even inside calc() or clamp().

    >>> [text for _, text in absolute_font_sizes("a{font-size:12px} b{font:1rem/20px serif} c{font-size:80%}")]
    ['font-size:12px']
    """
    blanked = _UNREAD.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), css)
    for found in _DECLARATION.finditer(blanked):
        if _ABSOLUTE.search(found.group(1) or found.group(2)):
            yield found.start(), found.group().strip()


def in_page(page: Page) -> Iterator[PageFinding]:
    """CS2140401C in style attributes and style elements."""
    for element in page.elements:
        css = element.get("style")
        if element.name == "style":
            css += "".join(child for child in element.children if isinstance(child, str))
        for _, text in absolute_font_sizes(css):
            yield PageFinding("E731", element, {"declaration": text})


def in_stylesheet(file: str, css: str) -> Iterator[Problem]:
    """CS2140401C in a linked stylesheet."""
    for position, text in absolute_font_sizes(css):
        line = css.count("\n", 0, position) + 1
        start = css.rfind("\n", 0, position) + 1
        excerpt = css[start:].partition("\n")[0]
        yield Problem("E731", Place(file, line, position - start + 1, len(text), excerpt), {"declaration": text})
