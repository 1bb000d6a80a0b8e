"""The two plans that somebody wants compared, read from the folder."""

from pathlib import Path
from typing import NamedTuple

from planpress.model import Plan
from planpress.model.decisions import revised
from planpress.problems.problem import Place, Problem, has_errors
from planpress.source.folders import plan_file_name, plan_files, revision_file_name
from planpress.source.repository import read_office, read_organisations, read_plan, read_plan_file, read_superseded


class PlanPair(NamedTuple):
    """Two plans, the earlier or the one that is followed first."""

    before: Plan
    after: Plan


def read_pair(
    root: Path, office: str, years: tuple[int, ...], *, based_on: bool = False, revision: int | None = None
) -> tuple[PlanPair | None, list[Problem]]:
    """Read two plans.

    Args:
        root: the project's folder.
        office: id of the office.
        years: of both, in either order; or of the later alone, which is compared with the newest before it.
        based_on: compare with the plan of another office that it follows instead.
        revision: compare what this revision of the plan replaced with what it made of it instead.

    Returns:
        The plans; None where one is not there or has errors, and why.
    """
    later = max(years)
    if revision is not None:
        return _revised(root, office, later, revision)
    after, problems = _read(root, office, later)
    if after is None:
        return None, problems
    other = (office, min(years) if len(years) > 1 else _newest(root, office, later - 1))
    if based_on:
        other = _followed(root, office, later)
    if other[1] is None:
        return None, [Problem("E382", Place(plan_file_name(office, later)), {"year": str(later)})]
    before, problems = _read(root, other[0], other[1])
    return (PlanPair(before, after) if before else None), problems


def _revised(root: Path, office_id: str, roc_year: int, revision: int) -> tuple[PlanPair | None, list[Problem]]:
    """The text that a revision replaced, and the one that followed: what the next replaced, or today's."""
    plan, problems = _read(root, office_id, roc_year)
    office, _ = read_office(root, office_id, read_organisations(root)[0])
    if plan is None or office is None:
        return None, problems
    superseded, found = read_superseded(root, office, roc_year)
    problems = [problem for problem in found if has_errors([problem])]
    texts = {each.number: each.plan for each in superseded}
    pairs = dict(revised(texts.keys(), plan.revision))
    if revision not in pairs:
        number = revision + 1 if revision in texts else revision
        missing = Problem("E404", Place(revision_file_name(office_id, roc_year, number)), {"name": f"{number}.yml"})
        return None, problems or [missing]
    following = pairs[revision]
    return PlanPair(texts[revision], texts[following] if following else plan), []


def _read(root: Path, office_id: str, roc_year: int) -> tuple[Plan | None, list[Problem]]:
    organisations, problems = read_organisations(root)
    office, of_office = read_office(root, office_id, organisations)
    problems += of_office
    plan = None
    if office is not None:
        plan, of_plan = read_plan(root, office, roc_year)
        problems += of_plan
    return plan, [problem for problem in problems if has_errors([problem])]


def _newest(root: Path, office: str, latest: int) -> int | None:
    years = [plan.roc_year for plan in plan_files(root)[0] if plan.office_id == office and plan.roc_year <= latest]
    return max(years, default=None)


def _followed(root: Path, office: str, roc_year: int) -> tuple[str, int | None]:
    """Office and year of the plan that a plan follows; no year where it says none."""
    _, file = read_plan_file(root, office, roc_year)
    parent = file.parent(roc_year) if file else None
    return (parent.office, parent.roc_year) if parent else (office, None)
