"""The columns of the table of measures: what a row says in one that is not there, two of one name."""

from collections.abc import Iterable, Iterator

from planpress.source.shapes.plan_shapes import ColumnsEntry, PlanFile, Row
from planpress.source.shapes.rows import SectionOutline
from planpress.source.shapes.sharing import KEYS
from planpress.source.values.finding import Finding, Steps
from planpress.source.values.nearest import nearest


def check_columns(file: PlanFile, sections: Iterable[SectionOutline]) -> Iterator[Finding]:
    """Departments, periods and further texts that belong to a column which the table does not have."""
    yield from _check_names(("columns",), file.columns)
    every = [file.columns]
    for section in sections:
        own = section.entry.columns
        if own is not None:
            every.append(own)
            yield from _check_names((*section.path, "columns"), own)
        for index, row in enumerate(section.entry.rows):
            yield from _check_row((*section.path, "rows", index), row, own or file.columns)
    if file.when is not None and not any(columns.when for columns in every):
        yield Finding("E115", ("when",), {"key": "when"}, key=True)


def _check_row(path: Steps, row: Row, columns: ColumnsEntry) -> Iterator[Finding]:
    if row.level or row.kind in ("do", "item"):
        for key in KEYS:
            if getattr(row, key) is not None and getattr(columns, key) is None:
                yield Finding("E115", (*path, key), {"key": key}, key=True)
    for name in row.more or ():
        if name not in columns.more:
            yield Finding("E116", (*path, "more", name), {"key": name, **nearest(name, columns.more)}, key=True)


def _check_names(path: Steps, columns: ColumnsEntry) -> Iterator[Finding]:
    taken = {columns.measure, columns.who, columns.when, columns.target}
    for position, name in enumerate(columns.more):
        if name in taken:
            yield Finding("E119", (*path, "more", position), {"name": name})
        taken.add(name)
