"""ODT: the plan as an editable document: real heading styles, a table of contents, tables whose header repeats.

The looks are in ``theme/documents/odt``: styles.xml names the styles, content.xml says where they go, measures.jinja
holds the sizes. Printed numbers (壹、一、（一）1.) are text, for they are data, and hang to the left of theirs.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from math import ceil
from typing import Final, NamedTuple, TypeAlias
from unicodedata import east_asian_width

from jinja2 import Environment
from markupsafe import Markup, escape

from planpress.documents.about import About
from planpress.documents.document import (
    Document,
    DocumentLine,
    DocumentRow,
    Heading,
    Name,
    Table,
    Words,
    plain,
    title_lines,
)
from planpress.documents.odf import inline, page_numbers, rendered, with_links
from planpress.documents.package import package
from planpress.editions.edition import Edition, Text
from planpress.model.document_files import MEDIA_TYPES, DocumentKind
from planpress.model.numbering import sets_itself_off

CONTENTS_DEPTH: Final = 3
"""Levels of headings that the table of contents lists."""

LONG_CELL: Final = 500
"""Room, in em, from which a row may break across pages; a shorter one stays whole. (Latin letters take half an em.)"""

_INDENT: Final = 2
"""How far a level stands to the right of the one above it, in em."""

_LINK_STYLE: Final = "Internet_20_link"
"""Of addresses in a text, as OpenDocument calls it."""

Indent: TypeAlias = tuple[int, int]
"""How far a text is from the margin, and how far its number hangs out to the left of it, in em."""


def odt(document: Document, about: About, edition: Edition, environment: Environment) -> bytes:
    """Make the ODT of a plan; the same bytes for the same plan.

    Args:
        document: the plan as a document.
        about: its Dublin Core.
        edition: its language.
        environment: of the templates, from :func:`planpress.documents.environment.documents_environment`.
    """
    layout = _Layout(document, edition)
    parts = rendered(environment, ("odt/styles.xml", "odt/content.xml"), about, layout=layout, document=document)
    return package(MEDIA_TYPES[DocumentKind.ODT], parts)


@cache
def hanging(number: str | None) -> int:
    """How much room a printed number needs, in em: 壹、 and (10) two, （一） three.

    >>> hanging("（十一）")
    4
    """
    if number is None:
        return 0
    return max(2, ceil(_width(number)))


def _width(text: str) -> float:
    """Room that a text takes, in em."""
    if text.isascii():
        return len(text) / 2
    return sum(1 if east_asian_width(character) in "WFA" else 0.5 for character in text)


class RowView(NamedTuple):
    """A row of a table, as the template prints it: all of it is XML already.

    Attributes:
        style: of the row.
        cell: style of its cells. There is no line above an item that shares departments and period with its measure,
            so that they read as one cell.
        id: its bookmark.
        paragraph: style of its text.
        text: what is done, after its number.
        remarks: what stands below it.
        who: departments.
        supporting: supporting departments.
        when: the period.
    """

    style: str
    cell: str
    id: Markup
    paragraph: str
    text: Markup
    remarks: tuple[Markup, ...]
    who: Markup
    supporting: Markup
    when: Markup


class _Layout:
    """What the templates print beside the document itself."""

    def __init__(self, document: Document, edition: Edition) -> None:
        _ = edition.gettext
        self.tag = edition.language.tag
        self.parts = document.parts
        self.title = Markup("<text:line-break/>").join(inline(line) for line in title_lines(document.title.value))
        self.contents_title = _("目錄")
        self.notes_title = _("轉錄說明")
        self.supporting = escape(_("協辦："))
        self.separator = str(escape(_("、")))
        self.hanging = hanging
        self.page = page_numbers(edition)

    @property
    def headings(self) -> Iterator[Heading]:
        return (part for part in self.parts if isinstance(part, Heading))

    @property
    def contents(self) -> list[Heading]:
        """What the table of contents lists."""
        return [heading for heading in self.headings if heading.level <= CONTENTS_DEPTH]

    # Indents: each that occurs is a style.

    @property
    def heading_indents(self) -> list[Indent]:
        """Level and room for the number."""
        return sorted({(heading.level, hanging(heading.number)) for heading in self.headings})

    @property
    def line_indents(self) -> list[Indent]:
        return sorted({self.line_indent(part) for part in self.parts if isinstance(part, DocumentLine)})

    @property
    def row_indents(self) -> list[Indent]:
        tables = (part for part in self.parts if isinstance(part, Table))
        return sorted({self.row_indent(row) for table in tables for row in table.rows})

    def line_indent(self, line: DocumentLine) -> Indent:
        """A paragraph stands one level inside its heading; one that stands for a section stands where headings do."""
        level = line.level + 1 if line.id is None else 0
        return level * _INDENT + hanging(line.number), hanging(line.number)

    def row_indent(self, row: DocumentRow) -> Indent:
        return row.level * _INDENT + hanging(row.number), hanging(row.number)

    # Tables

    def rows(self, table: Table) -> Iterator["RowView"]:
        """The rows of a table."""
        shares = [row.level > 0 and not (row.who or row.supporting or row.when) for row in table.rows]
        for row, below in zip(table.rows, [*shares[1:], False], strict=True):
            text = plain(row.text)
            long = len(text) > LONG_CELL and _width(text) > LONG_CELL
            left, hanging = self.row_indent(row)
            yield RowView(
                style="Long-row" if long else "Whole-row",
                cell="Cell-joined" if below else "Cell",
                id=escape(row.id),
                paragraph=f"Row-{left}-{hanging}",
                text=self.numbered(row),
                remarks=tuple(escape(remark.label) + self.tell(remark.text) for remark in row.remarks),
                who=self.names(row.who),
                supporting=self.names(row.supporting),
                when=self.link(row.when) if row.when else Markup(),
            )

    # Text

    def say(self, text: Text) -> Markup:
        """A text, marked as Chinese where it fell back to it."""
        return self.in_its_language(inline(text.value), text.lang)

    def in_its_language(self, said: Markup, language: str) -> Markup:
        if language == self.tag:
            return said
        return Markup(f'<text:span text:style-name="Untranslated">{said}</text:span>')

    def link(self, text: Text) -> Markup:
        """The same where it stands in no link itself, so that the addresses in it are links."""
        return self.in_its_language(with_links(text.value, _LINK_STYLE), text.lang)

    def tell(self, words: Words) -> Markup:
        """A text in pieces."""
        return self.link(words[0]) if len(words) == 1 else Markup("".join(map(self.link, words)))

    def name(self, name: Name) -> Markup:
        """A name, with its Chinese where the document says it first."""
        said = self.say(name.text)
        return Markup(f"{said} ({self.say(name.original)})") if name.original else said

    def names(self, names: Sequence[Name]) -> Markup:
        """Departments, one after the other."""
        return Markup(self.separator.join(map(self.name, names)))

    def numbered(self, part: Heading | DocumentLine | DocumentRow) -> Markup:
        """A text after its number, which hangs to its left."""
        text = self.link(part.text) if isinstance(part, Heading) else self.tell(part.text)
        return self.after_number(part.number, "<text:tab/>", text)

    def entry(self, heading: Heading) -> Markup:
        """The same in the table of contents, where a tab leads to the number of the page, and the whole is a link."""
        return self.after_number(heading.number, " ", self.say(heading.text))

    def after_number(self, number: str | None, gap: str, text: Markup) -> Markup:
        """A text after its number; a number that ends with a full-width character has its gap in itself."""
        return Markup(f"{inline(number)}{'' if sets_itself_off(number) else gap}{text}") if number else text
