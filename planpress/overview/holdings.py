"""What the site holds: offices with their plans."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from planpress.model import Office, Plan
from planpress.model.dates import RocDate, gregorian_year
from planpress.model.document_files import PlanFiles
from planpress.model.plan import ParentPlan, years_of
from planpress.model.review import Review
from planpress.model.vintage import Vintage
from planpress.overview.results import HeldAssessment, OfficeResults
from planpress.overview.summary import PlanSummary


@dataclass(frozen=True, slots=True)
class ListedPlan:
    """What pages that list plans show of one: another wording of a measure changes none of it.

    Attributes:
        is_over: the plan's year has ended; of several years the last.
        until: the last year of a plan of several years.
        based_on: the plan that it follows, which need not be on the site.
        has_clauses: what it asks of the office's own site has a page.
    """

    office: str
    roc_year: int
    title: str
    groups: int
    measures: int
    is_over: bool
    until: int | None = None
    based_on: ParentPlan | None = None
    has_clauses: bool = False

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
class RelatedPlan:
    """A plan that another follows, or that follows another."""

    office: Office
    plan: ListedPlan


@dataclass(frozen=True, slots=True)
class Relations:
    """What a plan has to do with plans of other offices.

    Attributes:
        parent: the plan that it follows (函頒計畫), where the site has it.
        followers: those that follow it, by office, the newest first.
    """

    parent: RelatedPlan | None = None
    followers: tuple[RelatedPlan, ...] = ()


ALONE: Final = Relations()
"""Those of a plan that has to do with none."""


def relations(held: Sequence[ListedOffice]) -> dict[tuple[str, int], Relations]:
    """What follows what, of the plans that have to do with another; by office and 民國 year."""
    every = {(plan.office, plan.roc_year): RelatedPlan(each.office, plan) for each in held for plan in each.plans}
    parents: dict[tuple[str, int], RelatedPlan] = {}
    followers: dict[tuple[str, int], list[RelatedPlan]] = {}
    for name, each in every.items():
        based_on = each.plan.based_on
        parent = (based_on.office, based_on.roc_year) if based_on else None
        if parent in every and parent != name:
            parents[name] = every[parent]
            followers.setdefault(parent, []).append(each)
    return {
        name: Relations(parents.get(name), tuple(followers.get(name, ())))
        for name in every
        if name in parents or name in followers
    }


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
    reviews: tuple[Review, ...] = ()
    """Who looked through its contents, the earliest first."""

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

    @property
    def has_dates(self) -> bool:
        """Whether anything is due by any of its plans, so that it has a calendar."""
        return any(plan.has_dates for plan in self.plans)

    def day(self, summary: PlanSummary) -> date:
        """The day of the data of a plan: of the last commit that touched it, else the plan's own, never the build's."""
        return self.changed.get(summary.roc_year) or own_day(summary)

    def known_day(self, summary: PlanSummary) -> RocDate | None:
        """What is known of that day: where a plan gives its month alone, the month; None where nobody dated it."""
        changed = self.changed.get(summary.roc_year)
        return RocDate.on(changed) if changed else summary.publication.publish_on or summary.adopted

    def vintage(self, summary: PlanSummary) -> Vintage:
        """Of what time a plan is: of a plan that nobody dated its year is known."""
        day = self.known_day(summary)
        return Vintage.of_years(day.iso if day else str(summary.gregorian_year), summary.years)

    @property
    def whole_vintage(self) -> Vintage | None:
        """Of what time its plans are together."""
        return Vintage.spanning(map(self.vintage, self.plans))

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
                based_on=plan.based_on,
                has_clauses=plan.clauses > 0,
            )
            for plan in self.plans
        )
        return ListedOffice(self.office, plans)


def own_day(plan: Plan | PlanSummary) -> date:
    """The day that a plan gives itself; what nobody dated is of the beginning of its year."""
    return plan.publication.since(plan.adopted.first_day if plan.adopted else date(plan.gregorian_year, 1, 1))
