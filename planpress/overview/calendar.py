"""The calendar: what plans say is due on which day, by year and month, and what they give no day for."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from planpress import addresses
from planpress.model.dates import ROC_EPOCH
from planpress.model.deadlines import Deadline
from planpress.model.plan import years_of
from planpress.overview.dated import Dated
from planpress.overview.summary import PlanSummary


@dataclass(frozen=True, slots=True)
class PlanDates:
    """What is due by one plan.

    Attributes:
        office: id of the office.
        roc_year: of the plan; of several years the first.
        title: of the plan.
        deadlines: who reports what to whom by when.
        dated: measures that have a time.
        until: the last year of a plan of several years.
    """

    office: str
    roc_year: int
    title: str
    deadlines: tuple[Deadline, ...]
    dated: tuple[Dated, ...]
    until: int | None = None

    @property
    def years(self) -> range:
        """The 民國 years that the plan is for."""
        return years_of(self.roc_year, self.until)


@dataclass(frozen=True, slots=True)
class StampedPlan:
    """What is due by a plan, and the day of the data that it comes from."""

    dates: PlanDates
    stamp: date


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something at one of its times.

    Attributes:
        plan: that says so.
        what: a deadline, or a measure.
        first: the day that it begins on; None where the plan gives no day.
        last: the day that it ends on.
        key: what it is known by for ever, among all occasions.
    """

    plan: PlanDates
    what: Deadline | Dated
    first: date | None
    last: date | None
    key: str

    @property
    def place(self) -> str | None:
        """Id of where it stands in the plan."""
        return self.what.place if isinstance(self.what, Deadline) else self.what.id


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """A year of the calendar.

    Attributes:
        roc_year: which.
        months: the months in which something is due, with what is, in the order of the days.
        undated: what comes in the year without a day.
    """

    roc_year: int
    months: tuple[tuple[int, tuple[Occasion, ...]], ...]
    undated: tuple[Occasion, ...]

    def __len__(self) -> int:
        """How many there are."""
        return sum(len(occasions) for _, occasions in self.months) + len(self.undated)


def public_dates(summary: PlanSummary) -> PlanDates:
    """What is due by a plan that pages show; a summary has nothing internal."""
    return PlanDates(summary.office, summary.roc_year, summary.title, summary.deadlines, summary.dated, summary.until)


def occasions(plan: PlanDates) -> Iterator[Occasion]:
    """Everything in the order of the plan."""
    known = Counter[str]()

    def key(*parts: object) -> str:
        name = "-".join(str(part) for part in (plan.office, plan.roc_year, *parts) if part is not None)
        known[name] += 1
        return name if known[name] == 1 else f"{name}-{known[name]}"

    for deadline in plan.deadlines:
        day = deadline.day.first_day if deadline.day else None
        name = addresses.slug(deadline.kind.name.lower(), deadline.to)
        half = f"half-{deadline.half}" if deadline.half else None
        yield Occasion(plan, deadline, day, day, key(name, half))
    for each in plan.dated:
        month = f"{each.day:%Y%m}" if each.day else None
        yield Occasion(plan, each, each.day, each.last or each.day, key(each.id, month))


def calendar_years(plans: Iterable[PlanDates]) -> tuple[CalendarYear, ...]:
    """What all plans say, the latest year first."""
    by_month: dict[int, dict[int, list[Occasion]]] = defaultdict(lambda: defaultdict(list))
    undated: dict[int, list[Occasion]] = defaultdict(list)
    for plan in plans:
        for each in occasions(plan):
            if each.first is not None:
                by_month[each.first.year - ROC_EPOCH][each.first.month].append(each)
            else:
                for year in plan.years:
                    undated[year].append(each)
    return tuple(
        CalendarYear(
            year,
            tuple((month, _in_order(found)) for month, found in sorted(by_month[year].items())),
            tuple(undated[year]),
        )
        for year in sorted({*by_month, *undated}, reverse=True)
    )


def _in_order(found: Sequence[Occasion]) -> tuple[Occasion, ...]:
    return tuple(sorted(found, key=lambda each: (each.first or date.min, each.last or date.min)))
