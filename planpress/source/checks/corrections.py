"""Corrections (勘誤): what is said to be right must stand in the row, and what was wrong must not."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from planpress.source.shapes.plan_shapes import BLOCKS, PlanFile, Row
from planpress.source.shapes.rows import SectionOutline
from planpress.source.values.finding import Finding


def check_corrections(file: PlanFile, sections: Sequence[SectionOutline]) -> Iterator[Finding]:
    """The corrections of a plan, as far as no later revision has changed what they speak of.

    Args:
        file: what its plan.yml says.
        sections: the outline of the file, with the ids of its rows.
    """
    texts = dict(_texts(file, sections)) if file.corrections else {}
    for position, each in enumerate(file.corrections):
        path = ("corrections", position)
        if _folded(each.wrong) == _folded(each.right):
            yield Finding("E141", (*path, "right"))
        if file.revision is not None and file.revision.date.first_day >= each.date.first_day:
            continue
        text = _folded(file.title) if each.at is None else texts.get(each.at)
        if text is None:
            yield Finding("E140", (*path, "at"), {"id": str(each.at)})
        elif _folded(each.right) not in text:
            yield Finding("E139", (*path, "right"), {"id": each.at or "title"})
        elif _folded(each.wrong) in text.replace(_folded(each.right), ""):
            yield Finding("W149", (*path, "wrong"), {"id": each.at or "title"})


def _texts(file: PlanFile, sections: Sequence[SectionOutline]) -> Iterator[tuple[str, str]]:
    """Every section and row by its id, with all that it says, and what the tables and notes that follow it say."""
    for section in sections:
        rows = section.entry.rows
        own = [section.entry.heading or "", section.entry.text or "", *_said(_without_address(rows))]
        yield section.id, _folded("\n".join(own))
        for node in section.walk():
            place = node.path[-1]
            assert isinstance(place, int)  # rows are a list
            said = _said((rows[place], *_without_address(rows[place + 1 :])))
            yield node.id, _folded("\n".join(said))


def _without_address(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows that come first and have no address of their own."""
    return takewhile(lambda row: row.kind in (*BLOCKS, "say"), rows)


def _said(rows: Iterable[Row]) -> Iterator[str]:
    """Every text within some rows."""
    return (text for row in rows for text in _texts_in(row.model_dump(mode="json")))


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for each in value.values() for text in _texts_in(each))
    elif isinstance(value, list):
        yield from (text for each in value for text in _texts_in(each))


def _folded(text: str) -> str:
    """A text without blanks and widths."""
    return "".join(unicodedata.normalize("NFKC", text).split())
