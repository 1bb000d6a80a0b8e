"""Departments and periods that must reach somebody: a heading's the measures below it, every measure its own."""

from collections.abc import Iterable, Iterator
from typing import Final

from planpress.source.shapes.plan_shapes import PlanFile, Row
from planpress.source.shapes.rows import Node, SectionOutline
from planpress.source.shapes.sharing import KEYS, Shared
from planpress.source.values.finding import Finding, Spot, together

_OF_MEASURES: Final = ("target", "source", "unsure", "more")
"""Keys that say something of a measure or an item, and of no other row."""
_OF_BLOCKS: Final = {"table": ("head", "body"), "figure": ("alt", "caption"), "note": ()}
"""Keys that say something of a table or a figure, and of no other row."""


def check_sharing(file: PlanFile, sections: Iterable[SectionOutline]) -> Iterator[Finding]:
    """Keys on rows where they hold for nothing, and measures that are nobody's though the others are somebody's."""
    unnamed: list[Spot] = []
    named = False
    for section in sections:
        yield from _misplaced(section)
        has_who = (section.entry.columns or file.columns).who is not None
        for node, shared in _measures(section.children, Shared()) if has_who else ():
            if shared.who is not None or (node.children and all(item.row.who for item in node.children)):
                named = True
            elif not node.row.sic and node.row.unsure is None:
                unnamed.append(((*node.path, "do"), None))
        for node in section.walk():
            for key in KEYS if node.row.level and not node.row.sic else ():
                if _own(node, key) is not None and not _reaches(node, key):
                    yield Finding("W150", (*node.path, key), {"key": key}, key=True)
    if named:
        yield from together("W153", unnamed)


def _misplaced(section: SectionOutline) -> Iterator[Finding]:
    """Keys that the page would show nowhere."""
    for index, row in enumerate(section.entry.rows):
        for code, keys in _meaningless(row):
            for key in keys:
                if getattr(row, key) is not None:
                    yield Finding(code, (*section.path, "rows", index, key), {"key": key, "kind": row.kind}, key=True)


def _meaningless(row: Row) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The keys that mean nothing on a row of its kind, with the code that says so."""
    others = tuple(key for kind, keys in _OF_BLOCKS.items() if kind != row.kind for key in keys)
    if row.kind == "say":
        return ("E156", KEYS), ("E157", (*_OF_MEASURES, *others, "id"))
    if row.kind in _OF_BLOCKS:
        return (("E157", (*KEYS, *_OF_MEASURES, *others, "id")),)
    return (("E157", (*_OF_MEASURES, *others) if row.level else others),)


def _measures(nodes: Iterable[Node], shared: Shared) -> Iterator[tuple[Node, Shared]]:
    """Every measure with what holds for it, be it its own or a heading's."""
    for node in nodes:
        if node.row.level:
            yield from _measures(node.children, shared.of(node.row))
        else:
            yield node, shared.of(node.row)


def _reaches(heading: Node, key: str) -> bool:
    """Whether a measure below a heading has its department or period from there."""
    return any(_own(child, key) is None and (not child.row.level or _reaches(child, key)) for child in heading.children)


def _own(node: Node, key: str) -> str | None:
    value: str | None = getattr(node.row, key)
    return value
