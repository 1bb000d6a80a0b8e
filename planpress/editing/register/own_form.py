"""Head office's own form of an assessment, filled in: title, lines, and a table of its columns."""

from collections.abc import Iterator, Mapping

from planpress.editing.register.entries import Entries, Entry
from planpress.editing.register.pages import told
from planpress.editing.register.plan_rows import PlanRow
from planpress.editing.sheet.book import column_name
from planpress.editing.sheet.pages import Page, PageColumn, PageRow, Workbook
from planpress.source.shapes.form_shapes import FormColumnEntry, FormEntry, RowField

_HALVES: Mapping[str, str] = {"1": "上半年", "2": "下半年"}


def filled(form: FormEntry, entries: Entries, plan: Mapping[str, PlanRow], of_plan: Mapping[str, str]) -> Workbook:
    """The sheet of a form.

    Args:
        form: which columns take which fields.
        entries: what the assessment says.
        plan: what the plan says, by ids.
        of_plan: what is known beside the assessment: ``office``, ``year``, ``plan``.
    """
    columns = [PageColumn(column_name(at), column.width) for at, column in enumerate(form.columns)]
    widths = [column.width for column in form.columns]
    before = ("",) * widths.index(max(widths))  # title and lines stand in the widest column, in which they have room
    rows = [PageRow("Section", (*before, form.title))]
    known = {**entries.head, **of_plan, "half": _HALVES.get(entries.head.get("half", ""), "")}
    rows += [PageRow("Text", (*before, f"{line.label}：{known.get(line.takes, '')}")) for line in form.lines]
    rows.append(PageRow("Head", tuple(column.head for column in form.columns)))
    rows += [PageRow("Text", tuple(_cells(form, row, plan))) for row in entries.rows]
    return Workbook([Page("考核表", columns, (), rows)], ())


def _cells(form: FormEntry, row: Entry, plan: Mapping[str, PlanRow]) -> Iterator[str]:
    values = {**told(row, plan), **row.values}
    return (_cell(column, values) for column in form.columns)


def _cell(column: FormColumnEntry, values: Mapping[str, str]) -> str:
    """The fields of a column one below the other; a unit stands behind its figure."""
    lines: list[str] = []
    for at, field in enumerate(column.takes):
        text = values.get(field, "")
        is_unit = field is RowField.UNIT and at > 0 and column.takes[at - 1] is RowField.FIGURE
        if text and is_unit and lines:
            lines[-1] += text
        elif text:
            lines.append(text)
    return "\n".join(lines)
