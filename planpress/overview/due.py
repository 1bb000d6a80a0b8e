"""What falls due in the days to come: what plans and letters say, the ends of half-years, the ends of plans."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from planpress.model import Deadline, Plan
from planpress.model.dates import ROC_EPOCH, gregorian_year
from planpress.overview.calendar import Occasion, PlanDates, occasions
from planpress.overview.dated import dated


@dataclass(frozen=True, slots=True)
class HalfEnd:
    """A half-year ends of which the plan wants results."""

    half: int


@dataclass(frozen=True, slots=True)
class PlanEnd:
    """The last year of a plan ends, and no later plan of the office is there."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something that falls due.

    Attributes:
        first: the day, or the first of several.
        last: the last of them.
        plan: by which.
        what: is due.
    """

    first: date
    last: date
    plan: PlanDates
    what: Occasion | HalfEnd | PlanEnd

    @property
    def key(self) -> str:
        """What it is known by for ever, among all that falls due by its plan."""
        match self.what:
            case Occasion():
                return self.what.key
            case HalfEnd():
                return f"half-{self.what.half}-ends-{self.first.year}"
            case PlanEnd():
                return "ends"


def all_dates(plan: Plan) -> PlanDates:
    """What is due by a plan, with what is internal."""
    return PlanDates(plan.office, plan.roc_year, plan.title, plan.deadlines, tuple(dated(plan)), plan.until)


def falling_due(plans: Sequence[PlanDates], today: date, days: int) -> tuple[Due, ...]:
    """What falls due from today on, and what has begun and goes on, in the order of the days.

    Args:
        plans: of any offices.
        today: the first day.
        days: how many more.
    """
    end = today + timedelta(days=days)
    found = [each for each in (*_on_days(plans), *ends(plans)) if each.first <= end and each.last >= today]
    return tuple(sorted(found, key=lambda each: (each.first, each.last)))


def without_day(plans: Iterable[PlanDates], today: date) -> Iterator[Occasion]:
    """What the plans in force on a day want without saying when."""
    for plan in plans:
        if today.year - ROC_EPOCH in plan.years:
            yield from (each for each in occasions(plan) if each.first is None and not is_done(each))


def is_done(occasion: Occasion) -> bool:
    """Whether the office has said that it is done."""
    return isinstance(occasion.what, Deadline) and occasion.what.done is not None


def ends(plans: Sequence[PlanDates]) -> Iterator[Due]:
    """The half-years of which plans want results, and the plans that no later one of the office follows."""
    newest = {plan.office: max(each.roc_year for each in plans if each.office == plan.office) for plan in plans}
    for plan in plans:
        for year in map(gregorian_year, plan.years):
            for half in sorted({each.half for each in plan.deadlines if each.half is not None}):
                day = date(year, 6, 30) if half == 1 else date(year, 12, 31)
                yield Due(day, day, plan, HalfEnd(half))
        if plan.roc_year == newest[plan.office]:
            day = date(gregorian_year(plan.years[-1]), 12, 31)
            yield Due(day, day, plan, PlanEnd())


def _on_days(plans: Iterable[PlanDates]) -> Iterator[Due]:
    for plan in plans:
        for each in occasions(plan):
            if each.first is not None and each.last is not None and not is_done(each):
                yield Due(each.first, each.last, plan, each)
