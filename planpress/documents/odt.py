"""ODT: the plan as an editable document: real heading styles, a table of contents, tables whose header repeats.

The looks are in ``theme/documents/odt``: styles.xml names the styles, content.xml says where they go, measures.jinja
holds the sizes. Printed numbers (壹、一、（一）1.) are text, for they are data, and hang to the left of theirs.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, pairwise
from math import ceil
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias
from unicodedata import east_asian_width

from jinja2 import Environment
from markupsafe import Markup, escape

from planpress.documents.about import About
from planpress.documents.document import (
    Column,
    DataTable,
    Document,
    DocumentLine,
    DocumentRow,
    Heading,
    Name,
    Picture,
    Role,
    Table,
    Words,
    plain,
    title_lines,
)
from planpress.documents.odf import inline, page_numbers, rendered, with_links, xml_text
from planpress.documents.package import package
from planpress.editions.edition import Edition, Text
from planpress.model.document_files import MEDIA_TYPES, DocumentKind
from planpress.model.numbering import sets_itself_off

_TYPE: Final = MEDIA_TYPES[DocumentKind.ODT]
CONTENTS_DEPTH: Final = 3
"""Levels of headings that the table of contents lists."""

LONG_CELL: Final = 500
"""Room, in em, from which a row may break across pages; a shorter one stays whole. (Latin letters take half an em.)"""

TABLE_WIDTH: Final = 166
"""Millimetres between the margins."""
POINTS: Final = 28.35
"""In a centimetre."""

_CHINESE_WIDTHS: Final = {Role.WHO: 30, Role.WHEN: 32, Role.TARGET: 22, Role.MORE: 22}
_OTHER_WIDTHS: Final = {Role.WHO: 41, Role.WHEN: 35, Role.TARGET: 28, Role.MORE: 28}
"""Widths in millimetres of the columns that need little room."""
_MOST_NARROW: Final = 100
"""What these columns may take together, in millimetres."""

_INDENT: Final = 2
"""How far a level stands to the right of the one above it, in em."""

_LINK_STYLE: Final = "Internet_20_link"
"""Of addresses in a text, as OpenDocument calls it."""

Indent: TypeAlias = tuple[int, int]
"""How far a text is from the margin, and how far its number hangs out to the left of it, in em."""


def odt(
    document: Document,
    about: About,
    edition: Edition,
    environment: Environment,
    pictures: Mapping[str, bytes] = MappingProxyType({}),
) -> bytes:
    """Make the ODT of a plan; the same bytes for the same plan.

    Args:
        document: the plan as a document.
        about: its Dublin Core.
        edition: its language.
        environment: of the templates, from :func:`planpress.documents.environment.documents_environment`.
        pictures: of its figures, by the names of their files; where one is missing, its text stands for it.
    """
    layout = _Layout(document, edition, pictures)
    parts = rendered(
        environment,
        _TYPE,
        ("odt/styles.xml", "odt/content.xml"),
        about,
        layout=layout,
        document=document,
    )
    parts |= {f"Pictures/{name}": content for name, content in pictures.items()}
    return package(_TYPE, parts)


@cache
def hanging(number: str | None) -> int:
    """How much room a printed number needs, in em: 壹、 and (10) two, （一） three.

    >>> hanging("（十一）")
    4
    """
    if number is None:
        return 0
    return max(2, ceil(_width(number)))


def _shared(whole: int, needed: Sequence[float]) -> list[int]:
    """A width shared out as it is needed, to the last millimetre.

    >>> _shared(10, [1, 1, 1])
    [3, 4, 3]
    """
    ends = [round(whole * end / (sum(needed) or 1)) for end in accumulate(needed)]
    return [end - start for start, end in pairwise([0, *ends])]


def _width(text: str) -> float:
    """Room that a text takes, in em."""
    if text.isascii():
        return len(text) / 2
    return sum(1 if east_asian_width(character) in "WFA" else 0.5 for character in text)


class RowView(NamedTuple):
    """A row of a table, as the template prints it: all of it is XML already.

    Attributes:
        style: of the row.
        cell: style of its cells. There is no line above an item that shares all other cells with its measure,
            so that they read as one cell.
        id: its bookmark.
        paragraph: style of its text.
        text: what is done, after its number.
        remarks: what stands below it.
        rest: the cells behind it, each with the supporting departments that stand below it.
    """

    style: str
    cell: str
    id: Markup
    paragraph: str
    text: Markup
    remarks: tuple[Markup, ...]
    rest: tuple[tuple[Markup, Markup], ...]


class _Layout:
    """What the templates print beside the document itself."""

    def __init__(self, document: Document, edition: Edition, pictures: Collection[str]) -> None:
        _ = edition.gettext
        self.tag = edition.language.tag
        self.parts = document.parts
        self.title = Markup("<text:line-break/>").join(inline(line) for line in title_lines(document.title.value))
        self.contents_title = _("目錄")
        self.notes_title = _("轉錄說明")
        self.supporting = escape(_("協辦："))
        self.separator = str(escape(_("、")))
        self.hanging = hanging
        self.pictures = pictures
        self.widths = _CHINESE_WIDTHS if edition.language.tag.startswith("zh") else _OTHER_WIDTHS
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

    @property
    def column_widths(self) -> list[int]:
        """Every width of a column in millimetres: each is a style."""
        tables = (part for part in self.parts if isinstance(part, Table | DataTable))
        return sorted({width for table in tables for width in self.widths_of(table)})

    def widths_of(self, table: Table | DataTable) -> list[int]:
        """Widths of the columns of a table in millimetres, which together are the page's."""
        if isinstance(table, DataTable):
            lines = [table.head, *table.body]
            needed = [max(_width(cell.value) for cell in column) for column in zip(*lines, strict=True)]
            return _shared(TABLE_WIDTH, [min(max(width, 4), 24) for width in needed])
        narrow = [0 if column.is_wide else self.widths[column.role] for column in table.columns]
        scale = min(1, _MOST_NARROW / (sum(narrow) or 1))
        narrow = [round(width * scale) for width in narrow]
        wide = iter(_shared(TABLE_WIDTH - sum(narrow), [1 for width in narrow if not width]))
        return [width or next(wide) for width in narrow]

    def size(self, picture: Picture) -> tuple[str, str]:
        """Width and height of a picture in centimetres."""
        width, height = (points / POINTS for points in picture.fitted(TABLE_WIDTH / 10 * POINTS, 18 * POINTS))
        return f"{width:.2f}", f"{height:.2f}"

    def rows(self, table: Table) -> Iterator["RowView"]:
        """The rows of a table."""
        shares = [row.level > 0 and not row.says_more for row in table.rows]
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
                rest=tuple(self.rest(row, table.columns[1:])),
            )

    def rest(self, row: DocumentRow, columns: Sequence[Column]) -> Iterator[tuple[Markup, Markup]]:
        further = iter(row.more)
        for column in columns:
            match column.role:
                case Role.WHO:
                    yield self.names(row.who), self.names(row.supporting)
                case Role.MORE:
                    yield self.tell(next(further, ())), Markup()
                case _:
                    text = row.when if column.role is Role.WHEN else row.target
                    yield self.link(text) if text else Markup(), Markup()

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

    def bare(self, words: Sequence[Text]) -> Markup:
        """A text where no element can stand."""
        return escape(xml_text("".join(piece.value for piece in words)))

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
