"""Departments (承辦部門) against those that the office knows."""

from collections.abc import Collection, Iterator
from typing import Final

from planpress.source.finding import Finding
from planpress.source.mentions import mentions
from planpress.source.nearest import nearest
from planpress.source.shapes import PlanFile

MOST_NAMES: Final = 100
"""How many names of one cell are looked at; no office has so many departments."""


def check_departments(file: PlanFile, known: Collection[str]) -> Iterator[Finding]:
    """Names that the office does not have, and places where a name is missing."""
    for position, section in enumerate(file.sections):
        for index, row in enumerate(section.rows):
            path = ("sections", position, "rows", index, "who")
            for mention in mentions(row.who)[:MOST_NAMES] if row.who is not None else ():
                if not mention.name:
                    yield Finding("E105", path, span=(max(mention.start - 1, 0), mention.start + 1))
                elif mention.name not in known:
                    values = {"name": mention.name, **nearest(mention.name, known)}
                    yield Finding("E104", path, values, span=mention.span)
