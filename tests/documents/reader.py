"""Reads OpenDocument files with an XML reader that knows nothing of the program."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "config": "urn:oasis:names:tc:opendocument:xmlns:config:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
}


def q(name: str) -> str:
    """``text:p`` as ElementTree names it."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMES[prefix]}}}{local}"


def parts(data: bytes) -> dict[str, bytes]:
    """The files in a package, in their order."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part(data: bytes, name: str) -> Element:
    """One XML file of a package."""
    return ElementTree.fromstring(parts(data)[name])


def words(element: Element) -> str:
    """What a paragraph says, with its tabs, line breaks and runs of spaces."""

    def pieces(node: Element) -> Iterator[str]:
        if node.tag == q("text:s"):
            yield " " * int(node.get(q("text:c"), "1"))
        elif node.tag == q("text:tab"):
            yield "\t"
        elif node.tag == q("text:line-break"):
            yield "\n"
        yield node.text or ""
        for child in node:
            yield from pieces(child)
            yield child.tail or ""

    return "".join(pieces(element))


def find(element: Element, name: str) -> Element:
    """The first element of a name."""
    found = element.find(f".//{q(name)}")
    assert found is not None, name
    return found


@dataclass(frozen=True)
class Row:
    """A row of a table in a text document."""

    id: str
    style: str
    indent: str
    cells: tuple[tuple[str, ...], ...]
    """The paragraphs of each cell."""


def body(data: bytes) -> Element:
    """What an ODT shows."""
    return find(part(data, "content.xml"), "office:text")


def tables(data: bytes) -> list[list[Row]]:
    """The tables of an ODT without their header rows."""
    return [
        [_row(row) for row in table.findall(q("table:table-row"))] for table in body(data).findall(q("table:table"))
    ]


def rows(data: bytes) -> list[Row]:
    """Every row of an ODT's tables."""
    return [row for table in tables(data) for row in table]


def _row(row: Element) -> Row:
    cells = row.findall(q("table:table-cell"))
    paragraph = find(cells[0], "text:p")
    return Row(
        id=find(cells[0], "text:bookmark").get(q("text:name"), ""),
        style=row.get(q("table:style-name"), ""),
        indent=paragraph.get(q("text:style-name"), ""),
        cells=tuple(tuple(words(each) for each in cell.findall(q("text:p"))) for cell in cells),
    )


def sheet(data: bytes, index: int) -> list[list[str]]:
    """A sheet of an ODS, header first."""
    table = part(data, "content.xml").findall(f".//{q('table:table')}")[index]
    return [
        ["\n".join(words(line) for line in cell.findall(q("text:p"))) for cell in row.findall(q("table:table-cell"))]
        for row in table.iter(q("table:table-row"))
    ]
