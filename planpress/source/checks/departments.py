"""Departments (承辦部門) against those that the office knows."""

from collections.abc import Collection, Iterator
from typing import Final

from planpress.source.finding import Finding, Steps
from planpress.source.mentions import cell_of, likely, mentions, pieces, with_parentheses_at_the_end
from planpress.source.shapes import PlanFile

MOST_NAMES: Final = 100
"""How many names of one cell are looked at; no office has so many departments."""


def check_departments(file: PlanFile, known: Collection[str]) -> Iterator[Finding]:
    """Names that the office does not have, places where a name is missing, and cells that say several names in one."""
    for position, section in enumerate(file.sections):
        for index, row in enumerate(section.rows):
            if row.who is not None:
                yield from _check_cell(("sections", position, "rows", index, "who"), row.who, known)


def _check_cell(path: Steps, cell: str, known: Collection[str]) -> Iterator[Finding]:
    found = mentions(cell)[:MOST_NAMES]
    if len(found) == 1 and cell not in known and any(sign in cell for sign in "()（）"):
        yield Finding("E152", path, {"meant": with_parentheses_at_the_end(cell)})
        return
    several = {mention: pieces(mention.name, known) for mention in found if mention.name not in known}
    joined = [mention for mention in several if several[mention]]
    if joined:
        names: dict[bool, list[str]] = {False: [], True: []}
        for mention in found:
            names[mention.supporting] += several.get(mention) or [mention.name]
        values = {"name": joined[0].name, "meant": cell_of(names[False], names[True])}
        yield Finding("E150", path, values, span=joined[0].span)
    for mention in found:
        if not mention.name:
            yield Finding("E105", path, span=(max(mention.start - 1, 0), mention.start + 1))
        elif mention.name not in known and mention not in joined:
            values = {"name": mention.name, **likely(mention.name, known)}
            yield Finding("E104", path, values, span=mention.span)
