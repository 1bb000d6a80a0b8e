"""A form: a title and one table, as ODT in Chinese, for approvers to read and to fill in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from jinja2 import Environment
from markupsafe import Markup

from planpress.documents.about import About
from planpress.documents.document import title_lines
from planpress.documents.odf import inline, page_numbers, rendered
from planpress.documents.package import package
from planpress.editions.edition import Edition, Text
from planpress.editions.voice import UNOFFICIAL
from planpress.model.document_files import MEDIA_TYPES, DocumentKind
from planpress.model.language import AUTHORITATIVE

Cell: TypeAlias = Sequence[Markup]
"""What stands in a cell, in paragraphs; of an empty one there is one, empty."""

_TYPE: Final = MEDIA_TYPES[DocumentKind.ODT]
_TEMPLATES: Final = ("odt/styles.xml", "form/content.xml")


@dataclass(frozen=True, slots=True)
class Form:
    """A table with its title.

    Attributes:
        name: of the table, for programs.
        title: of the document.
        heads: of its columns.
        widths: of these, in centimetres; together 16.6.
        rows: a cell a column.
        nothing: what stands there where there is no row.
    """

    name: str
    title: str
    heads: Sequence[str]
    widths: Sequence[float]
    rows: Iterable[Sequence[Cell]]
    nothing: str


@dataclass(frozen=True, slots=True)
class _Headed:
    """What the header and the footer of a page say."""

    title: Text
    office: Text
    url: str
    mark: Text | None
    watermark: str | None = None


class _Layout:
    """What the templates print beside the rows."""

    def __init__(self, title: str) -> None:
        self.title = Markup("<text:line-break/>").join(inline(line) for line in title_lines(title))
        self.page = page_numbers(Edition(AUTHORITATIVE))

    @staticmethod
    def say(text: Text) -> Markup:
        return inline(text.value)


def form_odt(
    form: Form, office: str, about: About, environment: Environment, *, is_transcription: bool = False
) -> bytes:
    """Make the document.

    Args:
        form: what it shows.
        office: name of the office that it is of.
        about: Dublin Core of the plan that it is about.
        environment: of the templates, from :func:`planpress.documents.environment.documents_environment`.
        is_transcription: whoever makes it is not the office, which every page says.
    """
    title, name, mark = (Text(text, AUTHORITATIVE.tag) for text in (form.title, office, UNOFFICIAL))
    document = _Headed(title, name, about.identifier, mark if is_transcription else None)
    values = {
        "layout": _Layout(form.title),
        "document": document,
        "name": form.name,
        "heads": form.heads,
        "widths": form.widths,
        "rows": list(form.rows),
        "nothing": form.nothing,
    }
    return package(_TYPE, rendered(environment, _TYPE, _TEMPLATES, about, **values))
