"""What an assessment is to say: as it is now, with everything that was changed in its register since that was made."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from planpress.editing.register.entries import Entries, Entry
from planpress.editing.register.fields import is_same_value
from planpress.editing.register.returned import Returned, ReturnedRow
from planpress.problems.problem import Problem

GONE: Final = "—"
"""Stands for what is not there, in the messages."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What changes in the file.

    Attributes:
        head: values of the whole, by their keys; what goes is empty.
        rows: the same of each entry that is there now, by its address; only of those that change.
        new: rows that the register brings.
    """

    head: Mapping[str, str]
    rows: Mapping[str, Mapping[str, str]]
    new: tuple[ReturnedRow, ...]


def merged(before: Entries, now: Entries, sheet: Returned) -> tuple[Changes, list[Problem]]:
    """Bring the changes of a register and those of others together.

    A row that did not come back stays as it is: several departments may each return their own.

    Args:
        before: what the assessment said when the register was made.
        now: what it says now.
        sheet: what the register says.

    Returns:
        What changes, and everything that both have changed (E767).
    """
    problems: list[Problem] = []
    head = _changed(before.head, now.head, sheet.head, problems)
    old, present = ({row.address: row for row in entries.rows} for entries in (before, now))
    rows: dict[str, Mapping[str, str]] = {}
    new: list[ReturnedRow] = []
    for row in sheet.rows:
        if not row.address:
            new.append(row)
        elif found := _changed(old[row.address].values, _values(present.get(row.address)), row, problems):
            if row.address in present:
                rows[row.address] = found
            else:
                place = row.places[next(iter(found))]
                problems.append(Problem("E767", place, {"text": GONE, "new": next(iter(found.values())) or GONE}))
    return Changes(head, rows, tuple(new)), problems


def _values(entry: Entry | None) -> Mapping[str, str]:
    return entry.values if entry else {}


def _changed(
    before: Mapping[str, str], now: Mapping[str, str], row: ReturnedRow, problems: list[Problem]
) -> dict[str, str]:
    """What a row changes; and every value that others have changed too (E767)."""
    found: dict[str, str] = {}
    for key, new in row.values.items():
        old, present = before.get(key, ""), now.get(key, "")
        if is_same_value(key, new, old) or is_same_value(key, new, present):
            continue
        if now and not is_same_value(key, old, present):
            problems.append(Problem("E767", row.places[key], {"text": present or GONE, "new": new or GONE}))
        found[key] = new
    return found
