"""How a page is built: languages, title, headings, landmarks, tables, ids."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from planpress.site_checks.page import Element, Page
from planpress.site_checks.rule import PageFinding

_HAN: Final = re.compile("[\u4e00-\u9fff]")
_LANGUAGE_TAG: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def root_language(page: Page) -> Iterator[PageFinding]:
    """HM1310100C: 網頁根組件需有語言(lang)屬性，且其值必須合於規範."""
    if not _LANGUAGE_TAG.fullmatch(page.root.get("lang")):
        yield PageFinding("E701", page.root, {"lang": page.root.get("lang")})


def passage_languages(page: Page) -> Iterator[PageFinding]:
    """HM2310200C: a passage's lang is well formed, and says something other than the page's own.

    Freego takes the root's language repeated on a descendant for a mistake, even below a third language.
    """
    own = page.root.get("lang").lower()
    for element in page.shown:
        if element is page.root or "lang" not in element.attributes:
            continue
        tag = element.get("lang")
        if not _LANGUAGE_TAG.fullmatch(tag) or tag.lower() == own:
            yield PageFinding("E702", element, {"lang": tag})


def chinese_passages(page: Page) -> Iterator[PageFinding]:
    """HM2310200C, the other way round: 使用不同人類語言的內容區段 … 要有語言(lang)屬性.

    Of other languages only Chinese is told for certain. Names are no passage (WCAG 3.1.2), so words that are Chinese
    for less than half of their letters are let through.
    """
    own_language = page.root.get("lang").lower()
    if not _LANGUAGE_TAG.fullmatch(own_language) or own_language.startswith(("zh", "ja", "ko", "yue", "nan", "hak")):
        return
    for element in page.shown:
        own = "".join(child for child in element.children if isinstance(child, str))
        if not _HAN.search(own) or element.within("head"):
            continue
        letters = sum(character.isalpha() for character in own)
        is_marked = any(each.get("lang") for each in element.ancestors() if each is not page.root)
        if not is_marked and 2 * len(_HAN.findall(own)) > letters:
            yield PageFinding("E725", element, {"text": own.strip()[:40]})


def titled(page: Page) -> Iterator[PageFinding]:
    """HM1240200C: 網頁需有標題<title>組件. A title inside an SVG is not the page's."""
    if not title_of(page):
        yield PageFinding("E703", page.root)


def title_of(page: Page) -> str:
    """The page's title, empty when it has none."""
    titles = (each for each in page.named("title") if not each.within("svg"))
    return next((title.text() for title in titles), "")


def one_main_heading(page: Page) -> Iterator[PageFinding]:
    """One h1 a page: what the page is."""
    main = list(page.named("h1"))
    if not main:
        yield PageFinding("E704", page.root, {"count": "0"})
    for heading in main[1:]:
        yield PageFinding("E704", heading, {"count": str(len(main))})


def headings(page: Page) -> Iterator[PageFinding]:
    """HM1130100C: headings nest without a gap, and none is empty."""
    before = 0
    for element in page.shown:
        level = heading_level(element)
        if level is None:
            continue
        if not element.text():
            yield PageFinding("E705", element)
        if level > before + 1:
            yield PageFinding("E706", element, {"level": str(level), "before": str(before)})
        before = level


def distinct_headings(page: Page) -> Iterator[PageFinding]:
    """標題文字 differ: no two headings of a level, below the same heading, say the same. A warning only."""
    above: dict[int, Element] = {}
    said: dict[tuple[Element | None, int], set[str]] = {}
    for element in page.shown:
        level = heading_level(element)
        if level is None:
            continue
        above = {each: heading for each, heading in above.items() if each < level}
        outer = above[max(above)] if above else None
        text = " ".join(element.text().split())
        same = said.setdefault((outer, level), set())
        if text and text in same:
            yield PageFinding("W702", element, {"text": text})
        same.add(text)
        above[level] = element


def text_direction(page: Page) -> Iterator[PageFinding]:
    """HM1130200C: words that run from right to left stand in an element with dir, or have a mark of direction."""
    for element in page.shown:
        own = "".join(child for child in element.children if isinstance(child, str))
        if own.isascii() or not any(unicodedata.bidirectional(character) in ("R", "AL") for character in own):
            continue
        is_marked = any(mark in own for mark in "\u200e\u200f\u2066\u2067\u2068")
        is_within = any(each.get("dir") or each.name in ("bdi", "bdo") for each in element.ancestors())
        if not (is_marked or is_within):
            yield PageFinding("E710", element, {"text": own.strip()[:40]})


def heading_level(element: Element) -> int | None:
    """The level of a heading, None for anything else; a role without aria-level counts as 2, as ARIA has it."""
    if re.fullmatch("h[1-6]", element.name):
        return int(element.name[1])
    if element.get("role") == "heading":
        level = element.get("aria-level")
        return int(level) if level.isdecimal() else 2
    return None


def navigations(page: Page) -> Iterator[PageFinding]:
    """HM1240102C: a nav groups links; Freego fails one that is empty."""
    for element in page.named("nav"):
        if not any(each.name == "a" and "href" in each.attributes for each in element.elements()):
            yield PageFinding("E707", element)


def table_headers(page: Page) -> Iterator[PageFinding]:
    """HM1130101C: 使用範疇(scope)屬性 on every th, unless cells name their headers (HM1130102C)."""
    for table in page.named("table"):
        cells = [each for each in table.elements() if each.name in ("th", "td")]
        named = {name for cell in cells for name in cell.get("headers").split()}
        for cell in cells:
            scoped = cell.get("scope") in ("col", "row", "colgroup", "rowgroup")
            if cell.name == "th" and not scoped and cell.get("id") not in named:
                yield PageFinding("E708", cell, {"text": cell.text()})


def named_headers(page: Page) -> Iterator[PageFinding]:
    """HM1130102C: the headers of a cell name cells of its own table."""
    for table in page.named("table"):
        cells = [each for each in table.elements() if each.name in ("th", "td")]
        ids = {cell.get("id") for cell in cells}
        for cell in cells:
            for name in cell.get("headers").split():
                if name not in ids:
                    yield PageFinding("E724", cell, {"id": name})


def unique_ids(page: Page) -> Iterator[PageFinding]:
    """An id names one element: links, labels and access keys depend on it."""
    seen: set[str] = set()
    for element in page.elements:
        name = element.attributes.get("id")
        if name in seen:
            yield PageFinding("E709", element, {"id": name})
        elif name is not None:
            seen.add(name)
