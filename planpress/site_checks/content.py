"""What a page says by links, images, frames and symbols."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlsplit

from planpress.site_checks.markup import heading_level
from planpress.site_checks.page import Element, Page
from planpress.site_checks.rule import PageFinding

INLINE: Final = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "dfn", "em", "i", "img", "kbd", "mark", "q", "s",
     "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
)  # fmt: skip
"""Elements that stand in a line of text."""

OFFICE_FORMATS: Final = frozenset({".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx"})
OPEN_FORMATS: Final = frozenset({".odt", ".ods", ".odp", ".pdf", ".html", ".csv"})

SYMBOLS: Final = re.compile("[\u2190-\u21ff\u203b\u25a0-\u27bf\u2b00-\u2bff\u3013\U0001f000-\U0001faff]")
"""Arrows, geometric shapes, pictographs, emoji, ※ and 〓: not units such as ℃, which are read as what they are."""


_LANDMARKS: Final = frozenset({"header", "nav", "main", "aside", "footer"})
_ENTRIES: Final = frozenset({"li", "td", "dd"})
_SAYING_NOTHING: Final = frozenset(
    {
        "按這裡",
        "按此",
        "點這裡",
        "點此",
        "點我",
        "點選這裡",
        "點擊這裡",
        "請按這裡",
        "請點選",
        "這裡",
        "此處",
        "這邊",
        "由此去",
    }
    | {
        "更多",
        "看更多",
        "查看更多",
        "了解更多",
        "瞭解更多",
        "更多資訊",
        "詳情",
        "詳細",
        "詳全文",
        "閱讀更多",
        "繼續閱讀",
        "more",
    }
    | {
        "連結",
        "網址",
        "網頁",
        "下載",
        "檔案",
        "前往",
        "開啟",
        "點擊",
        "here",
        "click",
        "click here",
        "this",
        "this link",
        "link",
    }
    | {
        "read more",
        "learn more",
        "more info",
        "see more",
        "details",
        "download",
        "go",
        "this page",
        "url",
        "file",
        "open",
    }
)
"""What links say that say nothing, as :func:`_folded` has it."""


def links_with_text(page: Page) -> Iterator[PageFinding]:
    """HM1240401C, first half: every link has a text."""
    for link in _links(page):
        if not (link.text() or link.get("aria-label") or _named_image(link)):
            yield PageFinding("E711", link, {"href": link.get("href")})


def links_that_say_something(page: Page) -> Iterator[PageFinding]:
    """A link says where it leads, by its text or its title: 「按這裡」 heard in a list of links says nothing.

    WCAG 2.2, 2.4.4 (A) lets the sentence around a link help, 2.4.9 (AAA) does not; a machine can only tell of words
    that say nothing anywhere.
    """
    for link in _links(page):
        said = _folded(link.text() or link.get("aria-label"))
        if said in _SAYING_NOTHING and _folded(link.get("title")) in (*_SAYING_NOTHING, ""):
            yield PageFinding("E726", link, {"text": link.text()})


def links_told_apart(page: Page) -> Iterator[PageFinding]:
    """Links that say the same, by text and title, lead to the same place, unless what they stand in tells them apart.

    WCAG 2.2, 2.4.4 (A) counts the words of the list item or cell, the heading and the landmark that a link stands in;
    2.4.9 (AAA), which counts nothing but its own, is not asked.
    """
    first: dict[tuple[object, ...], str] = {}
    heading: Element | None = None
    for element in page.shown:
        if heading_level(element) is not None:
            heading = element
        if element.name != "a" or "href" not in element.attributes:
            continue
        text, target = element.text() or element.get("aria-label"), element.get("href")
        landmark = next((each for each in element.ancestors() if each.name in _LANDMARKS), None)
        around = next((each.text() for each in element.ancestors() if each.name in _ENTRIES), "")
        other = first.setdefault((heading, landmark, around, _folded(text), element.get("title")), target)
        if text and other.removesuffix("index.html") != target.removesuffix("index.html"):
            yield PageFinding("W726", element, {"text": text, "other": other})


def _folded(text: str) -> str:
    """A text as it is heard: without blanks, signs at its ends and capitals."""
    return " ".join(text.split()).strip("…。.!！:：>»›→[]【】「」()（） ").casefold()


def links_in_text(page: Page) -> Iterator[PageFinding]:
    """HM1240401C, second half: 若此鏈結<a>組件前後尚有其他內容，則亦需有標題(title)屬性.

    Freego (Dec 2025) does not test this half yet; the standard demands it, and its HM1240404E says what it is for: the
    title adds to a link in its context. So 其他內容 are words that stand in the link's own run of text and are no link;
    a link alone in a list item, a cell or a navigation has none, whatever blocks come before or after.
    """
    for link in _links(page):
        if not link.get("title") and any(_words_around(link)):
            yield PageFinding("E712", link, {"text": link.text()})


def _links(page: Page) -> Iterator[Element]:
    return (link for link in page.named("a") if "href" in link.attributes)


def _named_image(link: Element) -> bool:
    images = (each for each in link.elements() if each.name == "svg" and each.get("role") == "img")
    return any(image.get("aria-label") or image.get("aria-labelledby") for image in images)


def _words_around(link: Element) -> Iterator[str]:
    """Words of the run of text that the link stands in: its block's, as far as no other block comes between."""
    inner = link
    for outer in list(link.ancestors())[1:]:
        position = next(index for index, child in enumerate(outer.children) if child is inner)
        for side in (outer.children[position + 1 :], outer.children[:position][::-1]):
            for child in side:
                if isinstance(child, Element) and (child.name not in INLINE or _has_block(child)):
                    break
                words = child if isinstance(child, str) else "" if _is_or_has_link(child) else child.text()
                if any(character.isalnum() for character in words):
                    yield words
        if outer.name not in INLINE:
            return
        inner = outer


def _has_block(element: Element) -> bool:
    return any(each.name not in INLINE for each in element.elements())


def _is_or_has_link(element: Element) -> bool:
    return element.is_hidden or element.name == "a" or any(each.name == "a" for each in element.elements())


def images(page: Page) -> Iterator[PageFinding]:
    """HM1110100C: every image has an alt. HM1110106C: one with an empty alt has no title."""
    for image in page.named("img"):
        if "alt" not in image.attributes:
            yield PageFinding("E713", image, {"src": image.get("src")})
        elif not image.get("alt") and "title" in image.attributes:
            yield PageFinding("E714", image, {"title": image.get("title")})


def linked_images(page: Page) -> Iterator[PageFinding]:
    """HM1240400C: the alt of an image in a link does not repeat the link's own words."""
    for image in page.named("img"):
        link = next((each for each in image.ancestors() if each.name == "a"), None)
        alternative = image.get("alt")
        if link is not None and alternative and alternative in link.text().replace(alternative, "", 1):
            yield PageFinding("E715", image, {"text": alternative})


def image_regions(page: Page) -> Iterator[PageFinding]:
    """HM1110101C: 區域<area>組件需有替代文字(alt)屬性. HM1110104C: so has a button that is a picture."""
    for region in page.named("area", "input"):
        is_picture = region.name == "area" or region.get("type").lower() == "image"
        if is_picture and not region.get("alt"):
            yield PageFinding("E718", region, {"name": region.name})


def embedded_objects(page: Page) -> Iterator[PageFinding]:
    """HM1110105C: 物件組件(如<applet>、<embed>、<object>)需有替代文字內容; embed can hold none but a title."""
    for element in page.named("applet", "embed", "object"):
        if not (element.text() or (element.name == "embed" and element.get("title"))):
            yield PageFinding("E719", element, {"name": element.name})


def frames(page: Page) -> Iterator[PageFinding]:
    """HM1410201C: 內嵌式頁框<iframe>組件需有標題(title)屬性; aria-label does not count."""
    for frame in page.named("iframe", "frame"):
        if not frame.get("title"):
            yield PageFinding("E716", frame, {"src": frame.get("src")})


def downloads_in_open_formats(page: Page) -> Iterator[PageFinding]:
    """ME1320200C: 提供下載之檔案格式應為開放格式: beside an office format stands an open one of the same name."""
    links = [(link, PurePosixPath(urlsplit(link.get("href")).path.lower())) for link in _links(page)]
    open_files = {path.with_suffix("") for _, path in links if path.suffix in OPEN_FORMATS}
    for link, path in links:
        if path.suffix in OFFICE_FORMATS and path.with_suffix("") not in open_files:
            yield PageFinding("E717", link, {"name": path.name})


def symbols(page: Page) -> Iterator[PageFinding]:
    """HM1110103C: 字符圖案、表情符號 … 需透過合適組件的標題(title)屬性來提供替代文字.

    A warning only: Freego has suspended the rule, and the standard keeps it. A plan's own ◎ before an item is its
    wording and tells no more than the list does, so the theme hides it from speech (aria-hidden), which passes.
    """
    for element in page.shown:
        if element.within("head") or any(each.get("title") or each.get("aria-label") for each in element.ancestors()):
            continue
        own = "".join(child for child in element.children if isinstance(child, str))
        if found := SYMBOLS.search(own):
            yield PageFinding("W701", element, {"symbol": found.group()})
