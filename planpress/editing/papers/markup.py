"""XML and HTML of files that come by mail: no entity is expanded, nothing is fetched, what is too large is refused."""

from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from planpress.editing.sheet.book import TooMuchError
from planpress.editing.sheet.parts import UnreadableError

Element = Any
"""An element of lxml, which has no types."""

CELL_LIMIT: Final = 40_000
"""Cells of a table; the largest real plan has 800."""
BLOCK_LIMIT: Final = 100_000
"""Paragraphs and tables of a document."""


def parsed(content: bytes) -> Element:
    """The root of an XML part.

    Raises:
        UnreadableError: it is no XML, or declares a document type, by which entities could be made.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableError
    return root


def local(element: Element) -> str:
    """The name of an element without its namespace; empty for what is none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """An attribute by its name, in whatever namespace it stands."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None


def whole_number(text: str | None, default: int = 0) -> int:
    """A small number of an attribute; the default where it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else default


def child(element: Element | None, *names: str) -> Element | None:
    """The first element on a path of children."""
    for name in names:
        if element is None:
            return None
        element = next((each for each in element if local(each) == name), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The children of a name."""
    return (each for each in element if local(each) == name) if element is not None else iter(())


def refuse_too_many(count: int) -> None:
    """Stop where a document has more parts than anybody writes.

    Raises:
        TooMuchError: it has.
    """
    if count > BLOCK_LIMIT:
        raise TooMuchError(f"{BLOCK_LIMIT:,}")
