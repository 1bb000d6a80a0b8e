"""How the rows of a plan hang together: levels, strays, ids and what refers to them."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from planpress.model.numbering import lone_number
from planpress.model.numerals import narrow
from planpress.source.shapes.plan_shapes import BLOCKS, HEADINGS, PlanFile
from planpress.source.shapes.rows import SectionOutline
from planpress.source.values.finding import Finding, Steps
from planpress.source.values.nearest import nearest

_FIGURES: Final = re.compile(r"[(]?[0-9]{1,3}[)]?[.、]?", re.ASCII)


def check_structure(file: PlanFile, sections: Iterable[SectionOutline]) -> Iterator[Finding]:
    """Rows that belong nowhere, levels that jump, ids that are taken, shortcuts that lead nowhere."""
    for section in sections:
        for path, row in section.strays:
            yield Finding("E101" if row.kind == "item" else "E102", (*path, row.kind), key=True)
        yield from _check_levels(section)
        yield from _check_texts(section)
        yield from _check_introductions(section)
    yield from _check_ids(file, sections)


def _check_levels(section: SectionOutline) -> Iterator[Finding]:
    level = 0
    for index, row in enumerate(section.entry.rows):
        if row.kind not in HEADINGS:
            continue
        if row.level > level + 1:
            values = {"found": row.kind, "expected": HEADINGS[level]}
            yield Finding("E106", (*section.path, "rows", index, row.kind), values, key=True)
        level = row.level


def _check_texts(section: SectionOutline) -> Iterator[Finding]:
    for index, row in enumerate(section.entry.rows):
        if not row.sic and row.kind not in BLOCKS and _is_only_number(row.text):
            yield Finding("W171", (*section.path, "rows", index, row.kind), {"number": row.text})
    heading = section.entry.heading
    if heading is not None and not section.entry.sic and _is_only_number(heading):
        yield Finding("W171", (*section.path, "heading"), {"number": heading})


def _is_only_number(text: str) -> bool:
    """Whether nothing follows a printed number; 附件 and the like say enough by themselves."""
    number = lone_number(text)
    return not number.style.appended if number else _FIGURES.fullmatch(narrow(text)) is not None


def _check_introductions(section: SectionOutline) -> Iterator[Finding]:
    for node in section.walk():
        for path, _ in node.says:
            if node.children and node.children[0].path < path:
                yield Finding("W109", path, key=True)


def _check_ids(file: PlanFile, sections: Iterable[SectionOutline]) -> Iterator[Finding]:
    ids: set[str] = set()
    fixed: list[tuple[Steps, str]] = []
    for section in sections:
        named = [(section.entry.id, section.path, section.id)]
        named += [(node.row.id, node.path, node.id) for node in section.walk()]
        ids.update(id_ for own, _, id_ in named if own is None)
        fixed += [((*path, "id"), own) for own, path, _ in named if own is not None]
    for path, id_ in fixed:
        if id_ in ids:
            yield Finding("E103", path, {"id": id_})
        ids.add(id_)
    for position, shortcut in enumerate(file.shortcuts):
        if shortcut.to not in ids:
            values = {"id": shortcut.to, **nearest(shortcut.to, sorted(ids))}
            yield Finding("E107", ("shortcuts", position, "to"), values)
