"""One year, four places: the folder, the title, the dates."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from planpress.source.finding import Finding
from planpress.source.shapes import PlanFile

_YEAR: Final = re.compile(r"(\d{2,4})\s*年", re.ASCII)


def check_years(file: PlanFile, roc_year: int) -> Iterator[Finding]:
    """The folder's year against the title's, and the dates': a plan is made in its year or the one before."""
    years = [int(match[1]) for match in _YEAR.finditer(unicodedata.normalize("NFKC", file.title))]
    if not years:
        yield Finding("W108", ("title",), {"year": str(roc_year)})
    elif roc_year not in years:
        yield Finding("E108", ("title",), {"found": str(years[0]), "year": str(roc_year)})
    dates = {"adopted": file.adopted, "approved": file.approved}
    for key, date in dates.items():
        if date is not None and date.roc_year not in (roc_year - 1, roc_year):
            values = {"found": str(date.roc_year), "year": str(roc_year), "before": str(roc_year - 1)}
            yield Finding("E109", (key,), values)
