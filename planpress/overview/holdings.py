"""What the site holds: offices with their plans."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from planpress.model import Office
from planpress.model.dates import gregorian_year
from planpress.model.document_files import PlanFiles
from planpress.model.plan import years_of
from planpress.overview.results import HeldAssessment, OfficeResults
from planpress.overview.summary import PlanSummary


@dataclass(frozen=True, slots=True)
class ListedPlan:
    """What pages that list plans show of one: another wording of a measure changes none of it.

    Attributes:
        is_over: the plan's year has ended; of several years the last.
        until: the last year of a plan of several years.
    """

    office: str
    roc_year: int
    title: str
    groups: int
    measures: int
    is_over: bool
    until: int | None = None

    @property
    def years(self) -> range:
        """The 民國 years that the plan is for."""
        return years_of(self.roc_year, self.until)


@dataclass(frozen=True, slots=True)
class ListedOffice:
    """An office with its plans as lists show them, newest first."""

    office: Office
    plans: tuple[ListedPlan, ...]

    @property
    def newest(self) -> ListedPlan:
        """The plan of the latest year held."""
        return self.plans[0]


@dataclass(frozen=True, slots=True)
class OfficePlans:
    """An office with the summaries of its plans, newest first."""

    office: Office
    plans: tuple[PlanSummary, ...]
    files: Mapping[int, PlanFiles]
    """What each plan offers for download, by its 民國 year."""
    changed: Mapping[int, date] = field(default_factory=dict)
    """The day of the last commit that touched each plan, by its 民國 year; where that is known."""
    results: OfficeResults = field(default_factory=OfficeResults)
    """What is public of its surveys and indicators."""

    @property
    def newest(self) -> PlanSummary:
        """The plan of the latest year held."""
        return self.plans[0]

    @property
    def assessments(self) -> tuple[HeldAssessment, ...]:
        """What is public of the assessments of its plans, in the order of time."""
        held = (HeldAssessment(roc_year=plan.roc_year, summary=each) for plan in self.plans for each in plan.results)
        return tuple(sorted(held, key=lambda each: each.summary.head.order))

    def has_results(self, plan: PlanSummary) -> bool:
        """Whether anything is known of what became of a plan: an assessment, or a survey or indicator of its years."""
        years = {each.roc_year for each in self.results.surveys}
        years |= {figure.roc_year for each in self.results.indicators for figure in each.figures}
        return bool(plan.results) or not years.isdisjoint(plan.years)

    def listed(self, today: date) -> ListedOffice:
        """The office as lists show it on a day."""
        plans = tuple(
            ListedPlan(
                plan.office,
                plan.roc_year,
                plan.title,
                plan.groups,
                plan.measures,
                is_over=today.year > gregorian_year(plan.years[-1]),
                until=plan.until,
            )
            for plan in self.plans
        )
        return ListedOffice(self.office, plans)
