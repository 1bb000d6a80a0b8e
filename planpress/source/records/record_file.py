"""changes.yml: the record of changes (異動紀錄) as editors keep it, where git does not tell it."""

from pathlib import Path
from typing import Final

from planpress.model.record import Altered, RecordedChange
from planpress.problems.problem import Problem, has_errors
from planpress.source import files
from planpress.source.plans.shaping import read_file
from planpress.source.shapes.record_shapes import ChangeEntry, ChangesFile

CHANGES: Final = "changes.yml"


def read_record(root: Path, folder: str) -> tuple[tuple[RecordedChange, ...], list[Problem]]:
    """Read the record that lies beside a plan.

    Args:
        root: the project's folder.
        folder: of the plan, from there.

    Returns:
        What it tells, nothing where it is not there or has errors; and its problems.
    """
    name = f"{folder}/{CHANGES}"
    if not files.exists(root, name):
        return (), []
    _, file, problems = read_file(root, name, ChangesFile)
    if file is None or has_errors(problems):
        return (), problems
    return tuple(map(_recorded, file.changes)), problems


def _recorded(entry: ChangeEntry) -> RecordedChange:
    counts = {each: count for each in Altered if (count := getattr(entry, each))}
    return RecordedChange(date=entry.date, counts=counts)
