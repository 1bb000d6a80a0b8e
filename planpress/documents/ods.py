"""ODS: the measures as a sheet to filter and sort, and a second sheet on what the columns mean.

In a translation a third one has the Chinese names of departments, so that the measures themselves stay clean data.
Years are numbers; everything else is text, so that no value is ever a formula.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from jinja2 import Environment
from markupsafe import Markup

from planpress.documents.about import About
from planpress.documents.odf import page_numbers, rendered
from planpress.documents.ods_cells import Cells, address_cell, figure_cell, header_cells, number_cell, text_cell
from planpress.documents.package import package
from planpress.documents.records import FIELDS, Field, SheetTable
from planpress.documents.result_records import RESULT_FIELDS
from planpress.editions.edition import Edition
from planpress.model.document_files import MEDIA_TYPES, DocumentKind
from planpress.model.language import EN

_TYPE: Final = MEDIA_TYPES[DocumentKind.ODS]
_WIDTHS: Final[Mapping[str, float]] = {
    "office": 2.6,
    "office_name": 3.6,
    "roc_year": 2.2,
    "year": 2.2,
    "id": 2.8,
    "type": 2.4,
    "number": 2.2,
    "text": 12.0,
    "departments": 4.4,
    "supporting_departments": 4.4,
    "period": 3.8,
    "period_kind": 2.8,
    "period_value": 3.2,
    "target": 2.2,
    "target_unit": 2.8,
    "target_by": 2.8,
    "source": 5.0,
    "unsure": 6.0,
    "url": 8.0,
    "more": 8.0,
}
"""Widths of the columns in centimetres."""
_HEADING_WIDTH: Final = 4.6
_RESULT_WIDTHS: Final[Mapping[str, float]] = {
    "type": 1.3,
    "number": 1.7,
    "promise": 5.6,
    "criterion": 2.8,
    "indicator": 2.4,
    "figure": 1.3,
    "unit": 1.1,
    "expected": 3.4,
    "achieved": 5.6,
    "maximum": 1.2,
    "weight": 1.2,
    "score": 1.2,
    "reviewed": 1.6,
    "before": 1.6,
    "lost": 3.0,
    "improvement": 3.4,
    "url": 6.0,
}
_RESULT_WIDTH: Final = 1.8
"""All of them fit on A4 across at three quarters of their size."""
_RESULT_LEFT_OUT: Final = frozenset({"office", "office_name", "roc_year", "year", "kind", "period", "assessor", "of"})
"""The same in every row, or for programs, which take the CSV; what the title on every printed page says."""
_SCORES: Final = frozenset({"maximum", "weight", "score", "reviewed", "before"})
_ONE_LINE: Final = frozenset({"period_value", "url"})
"""Columns for programs: long values that would only make the rows high."""

_NOT_ON_A_TAB: Final = re.compile(r"[\[\]*?:/\\'\x00-\x1f]")
_LONGEST_TAB: Final = 31
"""Characters of the name of a sheet, which spreadsheet programs refuse where it has more."""

_NUMBERS: Final = frozenset({"roc_year", "year"})
_KIND_OF_ROW: Final = [field.name for field in RESULT_FIELDS].index("type")


class Column(NamedTuple):
    """A column, as the template prints it.

    Attributes:
        width: in centimetres.
        style: of its cells.
        hidden: no row has anything in it.
    """

    width: float
    style: str = "Default"
    hidden: bool = False


_MEANING_COLUMNS: Final = (Column(5.0), Column(5.0), Column(14.0))
_NAME_COLUMNS: Final = (Column(9.0), Column(5.0))


class Sheet(NamedTuple):
    """A sheet, as the template prints it.

    Attributes:
        id: in the names of its styles.
        name: on its tab.
        columns: from left to right.
        header: cells of its first row.
        rows: cells of each row.
        printed: the name of the last column that is printed; all where it is empty.
    """

    id: str
    name: str
    columns: Sequence[Column]
    header: Markup
    rows: Sequence[Markup]
    printed: str = ""


def ods(
    rows: Iterable[tuple[str, ...]],
    departments: Sequence[tuple[str, str]],
    about: About,
    edition: Edition,
    environment: Environment,
    tables: Sequence[SheetTable] = (),
) -> bytes:
    """Make the ODS of a plan; the same bytes for the same plan.

    Args:
        rows: the records, from :func:`planpress.documents.records.records`.
        departments: translated names, from :func:`planpress.documents.records.department_names`; where there are any,
            a third sheet lists them.
        about: the document's Dublin Core.
        edition: its language.
        environment: of the templates, from :func:`planpress.documents.environment.documents_environment`.
        tables: of data, from :func:`planpress.documents.records.data_tables`; each has a sheet of its own.
    """
    _ = edition.gettext
    rows = tuple(rows)
    names = tuple(_said(edition, field.zh_hant, field.en) for field in FIELDS)
    meanings = [
        (field.name, name, _said(edition, field.zh_hant_meaning, field.en_meaning))
        for field, name in zip(FIELDS, names, strict=True)
    ]
    sheets = [
        Sheet("measures", _("具體作法"), _columns(rows), header_cells(names), _records(rows)),
        _list("columns", _("欄位說明"), _MEANING_COLUMNS, (_("CSV 的欄名"), _("欄位"), _("說明")), meanings),
    ]
    if departments:
        sheets.append(_list("departments", _("部門名稱"), _NAME_COLUMNS, (_("名稱"), _("中文名稱")), departments))
    sheets += [
        _table(table, position, _("附表%(number)s") % {"number": position}) for position, table in enumerate(tables, 1)
    ]
    return _book(sheets, f"{_column_name(len(FIELDS))}{len(rows) + 1}", about, edition, environment)


def results_ods(rows: Iterable[tuple[str, ...]], about: About, edition: Edition, environment: Environment) -> bytes:
    """Make the ODS of an assessment, for people: what is in its rows, a page wide on paper, and what the columns mean.

    Args:
        rows: the records, from :func:`planpress.documents.result_records.result_records`.
        about: the document's Dublin Core.
        edition: its language.
        environment: of the templates, from :func:`planpress.documents.environment.documents_environment`.
    """
    _ = edition.gettext
    rows = tuple(rows)
    filled = [any(column) for column in zip(*rows, strict=True)] or [True] * len(RESULT_FIELDS)
    has_parts = any(row[_KIND_OF_ROW] == "part" for row in rows)
    shown = [
        (position, field)
        for position, field in enumerate(RESULT_FIELDS)
        if filled[position] and field.name not in _RESULT_LEFT_OUT and (field.name != "type" or has_parts)
    ]
    kinds = {"row": _("項目"), "part": _("細項")}
    makers: dict[str, Callable[[str], str]] = {
        **dict.fromkeys(_SCORES, figure_cell),
        "type": lambda value: text_cell(kinds[value]),
        "url": address_cell,
    }
    cells = [
        Markup("".join(makers.get(field.name, text_cell)(row[position]) for position, field in shown)) for row in rows
    ]
    columns = [
        Column(_RESULT_WIDTHS.get(field.name, _RESULT_WIDTH), "Line" if field.name == "url" else "Default")
        for _, field in shown
    ]
    names = [_said(edition, field.zh_hant, field.en) for _, field in shown]
    meanings = [
        (field.name, name, _said(edition, field.zh_hant_meaning, field.en_meaning))
        for (_, field), name in zip(shown, names, strict=True)
    ]
    sheets = [
        Sheet("results", _("執行成果"), columns, header_cells(names), cells, _column_name(len(shown) - 1)),
        _list("columns", _("欄位說明"), _MEANING_COLUMNS, (_("CSV 的欄名"), _("欄位"), _("說明")), meanings),
    ]
    return _book(sheets, f"{_column_name(len(shown))}{len(rows) + 1}", about, edition, environment, pages_wide=1)


def records_ods(
    id: str,
    name: str,
    fields: Sequence[Field],
    rows: Iterable[tuple[str, ...]],
    about: About,
    edition: Edition,
    environment: Environment,
) -> bytes:
    """Make an ODS of records, for data: a sheet of them with every column, all of it text, and what the columns mean.

    Args:
        id: in the names of the first sheet's styles.
        name: on its tab.
        fields: of the records.
        rows: the records.
        about: the document's Dublin Core.
        edition: its language.
        environment: of the templates, from :func:`planpress.documents.environment.documents_environment`.
    """
    _ = edition.gettext
    rows = tuple(rows)
    names = [_said(edition, field.zh_hant, field.en) for field in fields]
    used = [any(column) for column in zip(*rows, strict=True)] or [True] * len(fields)
    columns = [
        Column(_RESULT_WIDTHS.get(field.name, _RESULT_WIDTH), "Line" if field.name == "url" else "Default", not filled)
        for field, filled in zip(fields, used, strict=True)
    ]
    meanings = [
        (field.name, name, _said(edition, field.zh_hant_meaning, field.en_meaning))
        for field, name in zip(fields, names, strict=True)
    ]
    sheets = [
        _list(id, name, columns, names, rows),
        _list("columns", _("欄位說明"), _MEANING_COLUMNS, (_("CSV 的欄名"), _("欄位"), _("說明")), meanings),
    ]
    return _book(sheets, f"{_column_name(len(fields))}{len(rows) + 1}", about, edition, environment)


def tables_ods(
    tables: Sequence[SheetTable],
    widths: Sequence[Sequence[float]],
    about: About,
    edition: Edition,
    environment: Environment,
) -> bytes:
    """Make an ODS of tables: each a sheet named by its caption, whose first row is its head.

    Args:
        tables: the first can be filtered; each is printed one page wide.
        widths: of the columns of each, in centimetres.
        about: the document's Dublin Core.
        edition: its language.
        environment: of the templates, from :func:`planpress.documents.environment.documents_environment`.
    """
    sheets = [
        _list(f"table-{position}", _tab(each.caption), list(map(Column, of_table)), each.rows[0], each.rows[1:])
        for position, (each, of_table) in enumerate(zip(tables, widths, strict=True), 1)
    ]
    first = tables[0].rows
    return _book(sheets, f"{_column_name(len(first[0]))}{len(first)}", about, edition, environment, pages_wide=1)


def list_ods(
    id: str,
    name: str,
    widths: Sequence[float],
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    about: About,
    edition: Edition,
    environment: Environment,
) -> bytes:
    """Make an ODS of one list.

    Args:
        id: in the names of its styles.
        name: on the tab of its sheet.
        widths: of its columns, in centimetres.
        header: what its columns are called.
        rows: the texts of each row.
        about: the document's Dublin Core.
        edition: its language.
        environment: of the templates, from :func:`planpress.documents.environment.documents_environment`.
    """
    sheet = _list(id, _tab(name), list(map(Column, widths)), header, rows)
    return _book([sheet], f"{_column_name(len(header))}{len(rows) + 1}", about, edition, environment)


def _book(
    sheets: Sequence[Sheet],
    last_cell: str,
    about: About,
    edition: Edition,
    environment: Environment,
    *,
    pages_wide: int = 2,
) -> bytes:
    """Sheets as a file; the first can be filtered down to its last cell. The office's classes have one of their own.

    On paper each is some pages wide.
    """
    _ = edition.gettext
    if about.class_lines:
        head = (_("分類"), _("代碼與名稱"))
        sheets = [*sheets, _list("classes", _("政府資訊分類檢索"), _NAME_COLUMNS, head, about.class_lines)]
    parts = rendered(
        environment,
        _TYPE,
        ("ods/styles.xml", "ods/settings.xml", "ods/content.xml"),
        about,
        sheets=sheets,
        last_cell=last_cell,
        pages_wide=pages_wide,
        page=page_numbers(edition),
    )
    return package(_TYPE, parts)


def _column_name(number: int) -> str:
    """What spreadsheets call a column, counted from 1.

    >>> _column_name(26), _column_name(29)
    ('Z', 'AC')
    """
    first, last = divmod(number - 1, 26)
    return (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + last)


def _table(table: SheetTable, position: int, name: str) -> Sheet:
    """The sheet of a table of data, named by its number and as much of its caption as a tab may hold."""
    columns = [Column(min(max(2.4, 0.45 * max(map(len, cells))), 12.0)) for cells in zip(*table.rows, strict=True)]
    head, *body = table.rows
    return _list(f"table-{position}", _tab(f"{name} {table.caption}"), columns, head, body)


def _tab(name: str) -> str:
    """As much of a name as a tab may hold."""
    return " ".join(_NOT_ON_A_TAB.sub(" ", name).split())[:_LONGEST_TAB].rstrip()


def _list(id: str, name: str, columns: Sequence[Column], header: Iterable[str], rows: Iterable[Iterable[str]]) -> Sheet:
    """A sheet that is no data but says something about it."""
    return Sheet(id, name, columns, header_cells(header), [Markup("".join(map(text_cell, row))) for row in rows])


def _said(edition: Edition, zh_hant: str, en: str) -> str:
    """A name or a meaning of a field in the document's language."""
    return en if edition.language == EN else edition.text(zh_hant).value


def _columns(rows: Sequence[tuple[str, ...]]) -> list[Column]:
    """The columns of the measures. One that this plan leaves empty is hidden: it is there, but in nobody's way."""
    used = [any(column) for column in zip(*rows, strict=True)] or [True] * len(FIELDS)
    return [
        Column(
            width=_WIDTHS.get(field.name, _HEADING_WIDTH),
            style="Line" if field.name in _ONE_LINE else "Default",
            hidden=not filled,
        )
        for field, filled in zip(FIELDS, used, strict=True)
    ]


def _records(rows: Iterable[tuple[str, ...]]) -> list[Markup]:
    """The cells of each row."""
    numbers, addresses, texts = Cells(number_cell), Cells(address_cell), Cells(text_cell)
    columns = [numbers if field.name in _NUMBERS else addresses if field.name == "url" else texts for field in FIELDS]
    return [Markup("".join([cells[value] for cells, value in zip(columns, row, strict=True)])) for row in rows]
