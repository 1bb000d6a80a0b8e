"""Cells of an ODS sheet, as the template puts them into its rows.

There are thousands, so that they are plain strings, put together from texts that ``inline`` has escaped. A value is
a number only where it is meant to be one; everything else is text, so that nothing is ever a formula.
"""

import re
from collections.abc import Callable, Iterable
from typing import Final

from markupsafe import Markup, escape

from planpress.documents.odf import inline, with_links, xml_text

_LINE_BREAK: Final = re.compile("\r\n|[\r\n]")


def header_cells(names: Iterable[str]) -> Markup:
    """The cells of a row of names."""
    opening = '<table:table-cell table:style-name="Header" office:value-type="string">'
    return Markup("".join(f"{opening}{_paragraphs(name)}</table:table-cell>" for name in names))


class Cells(dict[str, str]):
    """Cells by their values: most columns repeat few, which are made into cells once."""

    def __init__(self, make: Callable[[str], str]) -> None:
        self.make = make

    def __missing__(self, value: str) -> str:
        cell = self[value] = self.make(value)
        return cell


def text_cell(value: str) -> str:
    """A text with its lines and links."""
    if not value:
        return "<table:table-cell/>"
    return f'<table:table-cell office:value-type="string">{_paragraphs(value, with_links)}</table:table-cell>'


def number_cell(value: str) -> str:
    """A whole number; a text where it is none."""
    if not value.isdecimal():  # the years of a plan of several
        return text_cell(value)
    number = int(value)
    return (
        f'<table:table-cell office:value-type="float" office:value="{number}">'
        f"<text:p>{number}</text:p></table:table-cell>"
    )


def figure_cell(value: str) -> str:
    """A score as a number, so that a spreadsheet can add it up; as its source prints it."""
    if not value:
        return text_cell(value)
    number = xml_text(value)
    return (
        f'<table:table-cell office:value-type="float" office:value="{escape(number)}">'
        f"<text:p>{escape(number)}</text:p></table:table-cell>"
    )


def address_cell(value: str) -> str:
    """A link that shows its address."""
    address = escape(xml_text(value))
    return (
        '<table:table-cell office:value-type="string">'
        f'<text:p><text:a xlink:type="simple" xlink:href="{address}">{address}</text:a></text:p></table:table-cell>'
    )


def _paragraphs(value: str, written: Callable[[str], Markup] = inline) -> str:
    """The lines of a text; a sheet knows no line break inside a paragraph."""
    return "".join(f"<text:p>{written(line)}</text:p>" for line in _LINE_BREAK.split(value))
