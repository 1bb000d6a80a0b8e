"""Plans that say which other they follow (函頒計畫), and whether that one is there."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Protocol

from planpress.model.plan import Lasting, ParentPlan
from planpress.problems.problem import Problem
from planpress.source.folders import FoundPlan, plan_file_name
from planpress.source.repository import read_plan_file
from planpress.source.values.finding import Finding


class Following(Lasting, Protocol):
    """A plan, as far as it follows another."""

    @property
    def based_on(self) -> ParentPlan | None:
        """The plan that it follows."""


def parent_problems(root: Path, plans: Iterable[Following], found: Collection[FoundPlan]) -> Iterator[Problem]:
    """That a plan follows one that is not there, or itself.

    Args:
        root: the project's folder.
        plans: those that could be read.
        found: all that lie in the folder.
    """
    there = {(each.office_id, each.roc_year) for each in found}
    for plan in plans:
        if plan.based_on is None:
            continue
        parent = (plan.based_on.office, plan.based_on.roc_year)
        if parent in there and parent != (plan.office, plan.roc_year):
            continue
        document, _ = read_plan_file(root, plan.office, plan.roc_year)
        if document is not None:
            yield document.problem(Finding("W148", ("based_on",), {"file": plan_file_name(*parent)}))
