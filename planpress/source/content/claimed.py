"""What offices say of their own sites on days to come. Only the calendar tells, so no file is wrong by itself."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from pydantic import BaseModel

from planpress.model.dates import RocDate
from planpress.problems.problem import Problem
from planpress.source.folders import DISCLOSURE, office_folder, plan_folder
from planpress.source.plans.shaping import read_file
from planpress.source.records.clauses import CLAUSES
from planpress.source.shapes.clause_shapes import ClausesFile
from planpress.source.shapes.disclosure_shapes import DisclosureFile
from planpress.source.values.finding import Finding, Steps


def is_claimed_later(claims: object, today: date) -> bool:
    """Whether anything in clauses or a disclosure was looked at on a day to come."""
    return any(day.first_day > today for _, day in _days((), claims))


def claimed_later(
    root: Path, plans: Iterable[tuple[str, int]], offices: Iterable[str], today: date
) -> Iterator[Problem]:
    """Days to come on which somebody is said to have looked. Only the files know the places, so they are read again.

    Args:
        root: the project's folder.
        plans: office and 民國 year of those that may have such clauses.
        offices: ids of those that may have such a disclosure.
        today: the calendar day.
    """
    named: list[tuple[str, type[BaseModel]]] = [(f"{plan_folder(*plan)}/{CLAUSES}", ClausesFile) for plan in plans]
    named += [(f"{office_folder(office)}/{DISCLOSURE}", DisclosureFile) for office in offices]
    for name, shape in named:
        document, file, _ = read_file(root, name, shape)
        if document is not None and file is not None:
            later = [(path, day) for path, day in _days((), file) if day.first_day > today]
            yield from document.problems(Finding("E069", path, {"value": day.text}) for path, day in later)


def _days(path: Steps, value: object) -> Iterator[tuple[Steps, RocDate]]:
    """Every day below a value."""
    match value:
        case RocDate():
            yield path, value
        case BaseModel():
            for name in type(value).model_fields:
                yield from _days((*path, name), getattr(value, name))
        case tuple():
            for position, each in enumerate(value):
                yield from _days((*path, position), each)
