"""Departments (承辦部門) against those that the office knows."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from planpress.model.office import Department
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.values.finding import Finding, Steps
from planpress.source.values.mentions import (
    Mention,
    cell_of,
    likely,
    mentions,
    names_alone,
    pieces,
    with_parentheses_at_the_end,
    without_roles,
)
from planpress.source.values.nearest import same

MOST_NAMES: Final = 100
"""How many names of one cell are looked at; no office has so many departments."""

_NOBODY: Final = re.compile(
    r"無|沒有|暫無|從缺|免填|不適用|不詳|未定|空白|[同仝如][上前左右](?:列|述)?|如前|n/?a|none|nil|null|yes|no|true|false|是|否"
    r"|[-‐-―−ー─_/\\|*.…·・~〃″\"'々,。]{1,10}"
)
"""What a cell of Word or Excel says where it names no department, without the differences that are none to readers."""
_STOP_BEHIND: Final = re.compile(r"(?<=[)）])\s*[，,;；.．。]+\s*$")


def check_departments(file: PlanFile, known: Collection[str]) -> Iterator[Finding]:
    """Names that the office does not have, places where a name is missing, and cells that say several names in one."""
    for position, section in enumerate(file.sections):
        for index, row in enumerate(section.rows):
            if row.who is not None:
                path = ("sections", position, "rows", index, "who")
                found = list(_check_cell(path, row.who, known))
                yield from found if found or row.sic else _check_repeated(path, row.who)


def check_department_years(file: PlanFile, departments: Sequence[Department], years: range) -> Iterator[Finding]:
    """Departments in the plan of a year in which they were not there yet, or no more, or were called otherwise."""
    by_name = {name: each for each in departments for name in each.names}
    for position, section in enumerate(file.sections):
        for index, row in enumerate(section.rows):
            for mention in mentions(row.who)[:MOST_NAMES] if row.who is not None and not row.sic else ():
                department = by_name.get(mention.name)
                if department is not None:
                    path = ("sections", position, "rows", index, "who")
                    yield from _check_year(path, mention, department, years)


def _check_year(path: Steps, mention: Mention, department: Department, years: range) -> Iterator[Finding]:
    name, since, until = department.name, department.since, department.until
    values = {"name": mention.name, "year": "-".join(dict.fromkeys((str(years[0]), str(years[-1]))))}
    if mention.name != name:
        if since is not None and years[0] >= since:
            yield Finding("W147", path, values | {"now": name, "since": str(since)}, span=mention.span)
    elif since is not None and years[-1] < since:
        yield Finding("W190", path, values | {"since": str(since)}, span=mention.span)
    elif until is not None and years[0] > until:
        yield Finding("W146", path, values | {"until": str(until)}, span=mention.span)


def meant_cell(cell: str, known: Collection[str]) -> str:
    """A cell with 、 between its departments and nothing behind them, where that changes no name; else as it is.

    >>> meant_cell("業務組,電務組", ["業務組", "電務組"]), meant_cell("業物組,電務組", ["業務組", "電務組"])
    ('業務組、電務組', '業物組,電務組')
    """
    found = next((finding for finding in _check_cell((), cell, known) if finding.code in ("E150", "E158")), None)
    meant = found.values["meant"] if found else cell
    return meant if names_alone(meant) == names_alone(cell) else cell


def _check_repeated(path: Steps, cell: str) -> Iterator[Finding]:
    names: dict[bool, list[str]] = {False: [], True: []}
    seen: set[str] = set()
    for mention in mentions(cell)[:MOST_NAMES]:
        names[mention.supporting].append(mention.name)
    for mention in mentions(cell)[:MOST_NAMES]:
        if mention.name in seen:
            values = {"name": mention.name, "meant": cell_of(names[False], names[True])}
            yield Finding("W170", path, values, span=mention.span)
            return
        seen.add(mention.name)


def _check_cell(path: Steps, cell: str, known: Collection[str]) -> Iterator[Finding]:
    if cell not in known and _is_nobody(cell.strip("()（）")):
        yield Finding("E160", path, {"value": cell})
        return
    if cell not in known and (meant := without_roles(cell, known)):
        yield Finding("E159", path, {"meant": meant})
        return
    if stop := _STOP_BEHIND.search(cell):
        values = {"name": cell, "meant": cell[: stop.start()]}
        yield Finding("E158", path, values, span=stop.span())
        return
    found = mentions(cell)[:MOST_NAMES]
    if len(found) == 1 and cell not in known and any(sign in cell for sign in "()（）"):
        yield Finding("E152", path, {"meant": with_parentheses_at_the_end(cell)})
        return
    several = {mention: pieces(mention.name, known) for mention in found if _may_be_several(mention.name, known)}
    joined = [mention for mention in several if several[mention]]
    if joined:
        names: dict[bool, list[str]] = {False: [], True: []}
        for mention in found:
            names[mention.supporting] += several.get(mention) or [mention.name]
        values = {"name": joined[0].name, "meant": cell_of(names[False], names[True])}
        code = "E150" if any(len(several[mention]) > 1 for mention in joined) else "E158"
        yield Finding(code, path, values, span=joined[0].span)
    for mention in found:
        if not mention.name:
            yield Finding("E105", path, span=(max(mention.start - 1, 0), mention.start + 1))
        elif mention.name not in known and _is_nobody(mention.name):
            yield Finding("E160", path, {"value": mention.name}, span=mention.span)
        elif mention.name not in known and mention not in joined:
            values = {"name": mention.name, **likely(mention.name, known)}
            yield Finding("E104", path, values, span=mention.span)


def _may_be_several(name: str, known: Collection[str]) -> bool:
    return name not in known and not _is_nobody(name)


def _is_nobody(name: str) -> bool:
    return len(name) < 20 and _NOBODY.fullmatch(same(name)) is not None
