"""The sheets as ODS and as XLSX. Every cell is text, so that no value becomes a formula, a date or a number."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from jinja2 import Environment
from markupsafe import Markup, escape

from planpress.documents.about import About
from planpress.documents.odf import inline, rendered, xml_text
from planpress.documents.package import package, zipped
from planpress.editing.sheet.pages import Workbook
from planpress.model.document_files import MEDIA_TYPES, DocumentKind

_TYPE: Final = MEDIA_TYPES[DocumentKind.ODS]
_XLSX_STYLES: Final = ("Text", "Head", "Section", "Heading", "Other")
"""In the order of ``cellXfs`` in the template, after the default."""
_CENTIMETRES_A_CHARACTER: Final = 0.2
"""Width of a character, in which Excel measures columns."""


class SheetFormat(StrEnum):
    """A format of spreadsheets."""

    ODS = "ods"
    XLSX = "xlsx"


def written(workbook: Workbook, form: SheetFormat, about: About, environment: Environment) -> bytes:
    """A workbook as a file; the same bytes for the same sheets.

    Args:
        workbook: the sheets.
        form: of the file.
        about: what the file says of itself.
        environment: of the templates, from :func:`planpress.documents.environment.documents_environment`.
    """
    make = {SheetFormat.ODS: _ods, SheetFormat.XLSX: _xlsx}[form]
    return make(workbook, about, environment)


def _ods(workbook: Workbook, about: About, environment: Environment) -> bytes:
    names = ("sheet/styles.xml", "ods/settings.xml", "sheet/content.xml")
    parts = rendered(
        environment,
        _TYPE,
        names,
        about,
        workbook=workbook,
        sheets=workbook.pages,
        cell=_ods_cell,
        quoted=_quoted,
    )
    return package(_TYPE, parts)


def _ods_cell(text: str, style: str, validation: str = "") -> Markup:
    attribute = Markup(' table:content-validation-name="{}"').format(validation) if validation else ""
    opening = Markup('<table:table-cell table:style-name="{}"{}').format(style, attribute)
    if not text:
        return opening + Markup("/>")
    lines = Markup().join(Markup("<text:p>{}</text:p>").format(inline(line)) for line in text.split("\n"))
    return opening + Markup(' office:value-type="string">{}</table:table-cell>').format(lines)


def _quoted(name: str) -> str:
    """The name of a sheet in a reference."""
    return "'{}'".format(name.replace("'", "''"))


def _xlsx(workbook: Workbook, about: About, environment: Environment) -> bytes:
    values: Mapping[str, object] = {
        "about": about,
        "workbook": workbook,
        "cell": _xlsx_cell,
        "quoted": _quoted,
        "characters": lambda width: round(width / _CENTIMETRES_A_CHARACTER, 1),
    }
    names = {
        "[Content_Types].xml": "content-types.xml",
        "_rels/.rels": "relations.xml",
        "docProps/core.xml": "core.xml",
        "xl/workbook.xml": "workbook.xml",
        "xl/_rels/workbook.xml.rels": "workbook-relations.xml",
        "xl/styles.xml": "styles.xml",
    }
    parts = {
        path: environment.get_template(f"sheet/xlsx/{name}").render(values).encode() for path, name in names.items()
    }
    template = environment.get_template("sheet/xlsx/worksheet.xml")
    for number, page in enumerate(workbook.pages, start=1):
        parts[f"xl/worksheets/sheet{number}.xml"] = template.render({**values, "page": page}).encode()
    return zipped(parts)


def _xlsx_cell(reference: str, text: str, style: str) -> Markup:
    number = 1 + _XLSX_STYLES.index(style)
    opening = Markup('<c r="{}" s="{}"').format(reference, number)
    if not text:
        return opening + Markup("/>")
    text = xml_text(text).replace("_x", "_x005F_x")
    return opening + Markup(' t="inlineStr"><is><t xml:space="preserve">{}</t></is></c>').format(escape(text))
