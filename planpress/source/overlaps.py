"""Plans of several years that another plan of the same office overlaps with."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from planpress.model.plan import Lasting
from planpress.problems.problem import Problem
from planpress.source.folders import FoundPlan, plan_file_name
from planpress.source.repository import read_plan_file
from planpress.source.values.finding import Finding


def overlap_problems(root: Path, plans: Iterable[Lasting], found: Collection[FoundPlan]) -> Iterator[Problem]:
    """That a plan lasts into a year that has a plan of its own.

    Args:
        root: the project's folder.
        plans: those that could be read.
        found: all that lie in the folder.
    """
    years = {(each.office_id, each.roc_year) for each in found}
    for plan in plans:
        for year in range(plan.roc_year + 1, (plan.until or 0) + 1):
            if (plan.office, year) in years:
                document, _ = read_plan_file(root, plan.office, plan.roc_year)
                values = {"until": str(plan.until), "other": plan_file_name(plan.office, year)}
                if document is not None:
                    yield document.problem(Finding("E131", ("until",), values))
