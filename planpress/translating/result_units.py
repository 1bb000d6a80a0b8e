"""What there is to translate beside plans, with its places: results that are public, clauses, disclosure, reviews.

What is internal is no text of the site: it never comes into a catalogue, which is public.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pydantic import BaseModel

from planpress.editions.edition import is_chinese
from planpress.model.visibility import Visibility
from planpress.source import files
from planpress.source.folders import (
    DISCLOSURE,
    INDICATORS,
    REVIEWS,
    SATISFACTION,
    assessment_file_name,
    assessment_names,
    file_of_office,
    office_ids,
    plan_files,
    plan_folder,
)
from planpress.source.plans.shaping import understood
from planpress.source.records.clauses import CLAUSES
from planpress.source.shapes.clause_shapes import ClausesFile
from planpress.source.shapes.disclosure_shapes import DisclosureFile
from planpress.source.shapes.result_shapes import AssessmentFile, IndicatorsFile, SatisfactionFile
from planpress.source.shapes.review_shapes import ReviewEntry, ReviewsFile
from planpress.source.values.finding import Steps
from planpress.translating.units import PlanUnits, Unit

_NO_TEXTS: Final = frozenset({"of", "who", "evidence", "report", "grading", "id", "figure", "version"})
"""Keys whose values are names of something else: ids, files, departments; or figures."""
_OF_A_LIST: Final = frozenset({"kind", "status", "formula", "visibility", "subject", "met"})
"""Keys whose values are of a closed list, whose words are the interface's."""

_OF_OFFICES: Final[tuple[tuple[str, type[BaseModel]], ...]] = (
    (SATISFACTION, SatisfactionFile),
    (INDICATORS, IndicatorsFile),
    (DISCLOSURE, DisclosureFile),
    (REVIEWS, ReviewsFile),
)
"""Files beside an office.yml, and their shapes."""


def read_result_units(root: Path) -> list[PlanUnits | None]:
    """The units of every such file that holds anything public; None for one that cannot be read."""
    found: list[PlanUnits | None] = []
    for office_id, year, _ in plan_files(root)[0]:
        for name in assessment_names(root, office_id, year):
            path = assessment_file_name(office_id, year, name)
            found += _units(root, office_id, year, path, AssessmentFile)
        if files.exists(root, path := f"{plan_folder(office_id, year)}/{CLAUSES}"):
            found += _units(root, office_id, year, path, ClausesFile)
    for office_id in office_ids(root):
        for name, shape in _OF_OFFICES:
            if (file := file_of_office(root, office_id, name)) is not None:
                found += _units(root, office_id, 0, file, shape)
    return found


def _units(root: Path, office_id: str, year: int, name: str, shape: type[BaseModel]) -> list[PlanUnits | None]:
    content, _ = files.read(root, name)
    document, value, *_ = understood(name, content, shape) if content is not None else (None, None)
    if document is None or value is None or document.told:
        return [None]
    units = tuple(_texts((), value))
    return [PlanUnits(office_id, year, document, units)] if units else []


def _texts(path: Steps, value: object) -> Iterator[Unit]:
    """Every text in Chinese below a value, but for what is internal."""
    match value:
        case BaseModel():
            if getattr(value, "visibility", Visibility.PUBLIC) is Visibility.PUBLIC:
                for name in type(value).model_fields:
                    if name not in _NO_TEXTS and (name, type(value)) != ("unit", ReviewEntry):  # a department there
                        yield from _texts((*path, name), getattr(value, name))
        case tuple():
            for position, each in enumerate(value):
                yield from _texts((*path, position), each)
        case str() if path[-1] == "summary":
            for line in re.finditer(r"[^\s][^\n]*", value):
                yield Unit(line[0].rstrip(), path, line.start())
        case str() if path[-1] not in _OF_A_LIST and is_chinese(value):
            yield Unit(value, path)
