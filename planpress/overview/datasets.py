"""Which data sets a site has of all its plans together, and as which files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from planpress import addresses
from planpress.model.dataset import DatasetKind
from planpress.model.dates import gregorian_year
from planpress.model.vintage import Vintage
from planpress.overview.holdings import OfficePlans

ODS: Final = "ods"
CSV: Final = "csv"
JSON_LINES: Final = "jsonl"
ENDINGS: Final = (ODS, CSV, JSON_LINES)
"""In the order in which they are offered: the sheet first, for it keeps every number as it is printed."""


@dataclass(frozen=True, slots=True)
class DatasetFile:
    """A file of a data set.

    Attributes:
        kind: of the data set.
        tag: of its language.
        ending: of its name.
        roc_year: the year of the plans in it; None of all.
    """

    kind: DatasetKind
    tag: str
    ending: str
    roc_year: int | None = None

    @property
    def path(self) -> str:
        """Its path below the site's root."""
        return addresses.dataset(self.kind, f"{self.tag}.{self.ending}", self.roc_year)


@dataclass(frozen=True, slots=True)
class Dataset:
    """A data set of the site.

    Attributes:
        kind: what it is of.
        vintage: of what time it is.
        files: what it is given as.
    """

    kind: DatasetKind
    vintage: Vintage
    files: tuple[DatasetFile, ...]


def datasets(held: Sequence[OfficePlans], tags: Sequence[str]) -> Iterator[Dataset]:
    """Every data set that has anything in it.

    Measures are a sheet a year, since those of all years would be more than one can look through; all else is one file,
    which goes on from year to year.

    Args:
        held: the offices with their plans.
        tags: of the languages in which there is data.
    """
    plans = [(each, plan) for each in held for plan in each.plans]
    years = sorted({plan.roc_year for _, plan in plans}, reverse=True)
    whole = Vintage.spanning(each.vintage(plan) for each, plan in plans)
    assessed = [each.vintage(plan) for each, plan in plans if plan.results]
    due = [each.vintage(plan) for each, plan in plans if any(one.is_public for one in plan.deadlines)]
    asked = [
        Vintage.of_years(survey.last.iso if survey.last else str(gregorian_year(survey.roc_year)), (survey.roc_year,))
        for each in held
        for survey in each.results.surveys
    ]
    kinds = {
        DatasetKind.MEASURES: whole,
        DatasetKind.RESULTS: Vintage.spanning(assessed),
        DatasetKind.SURVEYS: Vintage.spanning(asked),
        DatasetKind.DEADLINES: Vintage.spanning(due),
    }
    for kind, vintage in kinds.items():
        if vintage is not None:
            yearly = kind is DatasetKind.MEASURES
            files = (_files(kind, tag, years if yearly else None) for tag in tags)
            yield Dataset(kind, vintage, tuple(chain.from_iterable(files)))


def _files(kind: DatasetKind, tag: str, years: Sequence[int] | None) -> Iterator[DatasetFile]:
    yield from (DatasetFile(kind, tag, ODS, year) for year in (years if years is not None else (None,)))
    yield DatasetFile(kind, tag, CSV)
    yield DatasetFile(kind, tag, JSON_LINES)
