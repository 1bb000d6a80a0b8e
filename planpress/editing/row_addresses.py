"""``build.py addresses``: writes down the address of every row, so that it stays whatever is edited later."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from planpress.problems.problem import Problem, has_errors
from planpress.source.folders import plan_files, plan_folder
from planpress.source.repository import read_rows
from planpress.source.row_addresses.address_file import FILE_NAME, read_addresses, written
from planpress.source.row_addresses.ids import Changes
from planpress.writing import write_atomically


class Recorded(NamedTuple):
    """What became of the addresses of one plan.

    Attributes:
        file: its ``addresses.txt``, from the project's root.
        changes: what the file did not know yet; None where it was right already, or could not be brought up to date.
        problems: why not.
    """

    file: str
    changes: Changes | None
    problems: tuple[Problem, ...] = ()


def record_addresses(root: Path, office: str | None = None, roc_year: int | None = None) -> Iterator[Recorded]:
    """Bring ``addresses.txt`` of every plan up to date; a plan with errors keeps the file that it has.

    Args:
        root: the project's folder.
        office: only of this office.
        roc_year: only of this year.
    """
    for plan in plan_files(root)[0]:
        if office in (None, plan.office_id) and roc_year in (None, plan.roc_year):
            yield record(root, plan.office_id, plan.roc_year)


def record(root: Path, office: str, roc_year: int, *, is_written: bool = True) -> Recorded:
    """Bring ``addresses.txt`` of one plan up to date, or only say what there would be to do."""
    folder = plan_folder(office, roc_year)
    file = f"{folder}/{FILE_NAME}"
    rows, problems = read_rows(root, office, roc_year)
    errors = tuple(problem for problem in problems if has_errors([problem]))
    if rows is None or errors:
        return Recorded(file, None, errors)
    known, _ = read_addresses(root, folder)
    if known and sorted(known.addresses) == sorted(rows.addresses):
        return Recorded(file, None)
    if is_written:
        write_atomically(root / file, written(rows.addresses).encode())
    return Recorded(file, rows.changes)
