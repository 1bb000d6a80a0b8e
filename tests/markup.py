"""HTML as a reader meets it: elements by CSS-like questions, visible text, links."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib


def page(html: str) -> Element:
    """The root of a whole page. What a strict parser would mend is an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(html)
    return root


def fragment(html: str) -> Element:
    """What stands inside a ``<main>``."""
    return one(page(f"<!doctype html><html lang='zh-Hant'><title>x</title><main>{html}</main></html>"), "main")


def every(root: Element, tag: str, **attributes: str) -> list[Element]:
    """Elements with a name and with these attributes; ``class_`` asks for one of several classes."""
    wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    return [
        element
        for element in root.iter(tag)
        if all(
            value in element.get(name, "").split() if name == "class" else element.get(name) == value
            for name, value in wanted.items()
        )
    ]


def one(root: Element, tag: str, **attributes: str) -> Element:
    """The only such element."""
    found = every(root, tag, **attributes)
    assert len(found) == 1, f"{len(found)} <{tag}> {attributes}"
    return found[0]


def text(element: Element) -> str:
    """The text of an element as it is read, blanks folded."""
    return " ".join("".join(element.itertext()).split())


def texts(root: Element, tag: str, **attributes: str) -> list[str]:
    """The texts of all such elements."""
    return [text(element) for element in every(root, tag, **attributes)]


def links(root: Element) -> Iterator[tuple[str, str]]:
    """Text and address of every link."""
    for element in root.iter("a"):
        yield text(element), element.get("href", "")


def meta(root: Element, name: str) -> str | None:
    """Content of ``<meta name>``, if it is there."""
    found = every(root, "meta", name=name)
    assert len(found) < 2, name
    return found[0].get("content") if found else None


def on_one_line(html: str) -> str:
    """A page without what only says where its lines may end."""
    return re.sub(
        r'<wbr>|<span class="(?:kept|unbroken)(?: apart)?">([^<]*)</span>', lambda found: found[1] or "", html
    )
