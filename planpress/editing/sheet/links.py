"""Addresses of rows that the workbook knows better than their words tell: a row that was moved and reworded at once."""

from collections.abc import Mapping, Sequence
from typing import Final

from planpress.source.row_addresses.address_file import RowAddress, RowState
from planpress.source.row_addresses.addressed_rows import addressed_rows
from planpress.source.row_addresses.ids import Addressed, addressed
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.values.finding import Steps

_NOBODY: Final = RowState.LIVE
"""State of an address that the file does not have yet."""


def addresses_after(
    before: PlanFile, after: PlanFile, known: Sequence[RowAddress], came_from: Mapping[Steps, Steps]
) -> Addressed:
    """The rows of a changed plan with the addresses that they had.

    Args:
        before: the plan as it was.
        after: the plan as it is.
        known: the lines of ``addresses.txt``.
        came_from: where sections and rows stood before, by where they stand now.
    """
    old = {row.owner.path: row.id for row in addressed_rows(addressed(before, known).sections)}
    wanted = {path: old[was] for path, was in came_from.items() if was in old}
    found = addressed(after, known)
    lines = {line.id: line for line in known}
    missing: list[RowAddress] = []
    for row in addressed_rows(found.sections):
        id_ = wanted.get(row.owner.path)
        if id_ is None or id_ == row.id:
            continue
        parent = row.parent.owner.path if row.parent else None
        under = wanted.get(parent, row.under) if parent else None
        line = lines.get(id_)
        state, carried = (line.state, line.carried) if line else (_NOBODY, None)
        missing.append(RowAddress(id_, row.kind, state, carried, under, row.text))
    return addressed(after, [*known, *missing]) if missing else found
