"""The years of a plan, in four places: the folder, ``until``, the title, the dates."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from planpress.model.dates import RocDate
from planpress.model.plan import MOST_YEARS
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.values.finding import Finding, Steps

_YEARS: Final = re.compile(r"\d{2,4}(?:(?:\s*年度?)?\s*[-‐-―~至到、及和與]\s*\d{2,4})*(?=\s*年)", re.ASCII)
"""Years as titles name them: 114年度, 114-115年度, 114年至115年."""


def check_years(file: PlanFile, roc_year: int) -> Iterator[Finding]:
    """The folder's year and the last one against the title's, and the dates'."""
    if file.until is not None and not roc_year < file.until < roc_year + MOST_YEARS:
        values = {"found": str(file.until), "year": str(roc_year), "first": str(roc_year + 1)}
        yield Finding("E130", ("until",), values | {"last": str(roc_year + MOST_YEARS - 1)})
        return
    yield from _check_title(file, roc_year)
    dates = [(path, date) for path, date in _dates(file) if date.roc_year not in (roc_year - 1, roc_year)]
    # It may be shown any year after its own, as a transcription is, but not before it is made.
    if file.publish_on is not None and file.publish_on.roc_year < roc_year - 1:
        dates.append((("publish_on",), file.publish_on))
    for path, date in dates:
        values = {"found": str(date.roc_year), "year": str(roc_year), "before": str(roc_year - 1)}
        yield Finding("E109", path, values)
    years = range(roc_year - 1, file.years(roc_year).stop)
    for path, date in _dates_of_revision(file):
        if date.roc_year not in years:
            values = {"found": str(date.roc_year), "first": str(years[0]), "last": str(years[-1])}
            yield Finding("E132", path, values)


def _check_title(file: PlanFile, roc_year: int) -> Iterator[Finding]:
    named = [
        [int(year) for year in re.findall(r"\d+", match[0])]
        for match in _YEARS.finditer(unicodedata.normalize("NFKC", file.title))
    ]
    if not named:
        yield Finding("W108", ("title",), {"year": str(roc_year)})
    elif not any(roc_year in years for years in named):
        yield Finding("E108", ("title",), {"found": str(named[0][0]), "year": str(roc_year)})
    else:
        ends = {years[-1] for years in named if years[0] == roc_year}
        last = file.until or roc_year
        if ends and last not in ends:
            yield Finding("W142", ("title",), {"found": str(max(ends)), "last": str(last)})


def _dates(file: PlanFile) -> Iterator[tuple[Steps, RocDate]]:
    """The dates of a plan before it comes into force: it is made in its first year or the one before."""
    if file.adopted is not None:
        yield ("adopted",), file.adopted
    if file.approved is not None:
        yield ("approved",), file.approved
    for position, approval in enumerate(file.approvals):
        if approval.date is not None:
            yield ("approvals", position, "date"), approval.date


def _dates_of_revision(file: PlanFile) -> Iterator[tuple[Steps, RocDate]]:
    if file.revision is not None:
        yield ("revision", "date"), file.revision.date
        for position, approval in enumerate(file.revision.approvals):
            if approval.date is not None:
                yield ("revision", "approvals", position, "date"), approval.date
