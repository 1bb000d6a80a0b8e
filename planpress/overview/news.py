"""What is new on a site: plans, their revisions, what they say otherwise than those before them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Final

from planpress.model import Office
from planpress.model.assessment import Assessment
from planpress.model.dates import RocDate
from planpress.overview.holdings import OfficePlans
from planpress.overview.summary import PlanSummary

MOST: Final = 50
"""How many of them a feed tells; older ones stand on the pages of the offices."""


class NewsKind(StrEnum):
    """What happened to a plan."""

    PLAN = "plan"
    """It was published, or its data mended."""
    REVISION = "revision"
    """The office revised it."""
    CORRECTION = "correction"
    """What the site said of it was mended (勘誤)."""
    CHANGES = "changes"
    """It can be compared with the one before it."""
    RESULTS = "results"
    """It was assessed."""


@dataclass(frozen=True, slots=True)
class NewsPlan:
    """What is told of a plan."""

    office: str
    roc_year: int
    title: str
    until: int | None = None


@dataclass(frozen=True, slots=True)
class News:
    """Something new.

    Attributes:
        kind: what happened.
        office: whose plan it is.
        plan: to which it happened.
        day: by which it is in order and feeds date it.
        known_day: what is known of it, of which pages say no more: the last commit that touched the plan, where that is
            known, else what the plan itself gives; of an assessment the day on which it was made.
        before: the plan that it is compared with.
        revision: number of the revision.
        assessment: what it was assessed by.
        corrections: how many corrections were made that day.
    """

    kind: NewsKind
    office: Office
    plan: NewsPlan
    day: date
    known_day: RocDate | None
    before: NewsPlan | None = None
    revision: int | None = None
    assessment: Assessment | None = None
    corrections: int = 0


def news(held: Sequence[OfficePlans], most: int = MOST) -> tuple[News, ...]:
    """What is new, the newest first; of one day the later year first, and a plan before what is said of it."""
    found = [each for office in held for each in _of_office(office)]
    return tuple(sorted(found, key=lambda each: (each.day, each.plan.roc_year), reverse=True)[:most])


def _of_office(held: OfficePlans) -> Iterator[News]:
    for summary in held.plans:
        plan = _named(summary)
        yield News(NewsKind.PLAN, held.office, plan, held.day(summary), held.known_day(summary))
        if revision := summary.revision:
            when = revision.date
            yield News(NewsKind.REVISION, held.office, plan, when.first_day, when, revision=revision.number)
        for each in summary.results:
            yield News(NewsKind.RESULTS, held.office, plan, _day_of(each.head), each.head.date, assessment=each.head)
        for when, count in Counter(each.date for each in summary.corrections).items():
            yield News(NewsKind.CORRECTION, held.office, plan, when.first_day, when, corrections=count)
    for after, before in pairwise(held.plans):
        day, known = held.day(after), held.known_day(after)
        yield News(NewsKind.CHANGES, held.office, _named(after), day, known, before=_named(before))


def _day_of(assessment: Assessment) -> date:
    """The day of an assessment: the one on which it was made, else that of which it counts, else its end."""
    known = assessment.date or assessment.cut_off or assessment.last
    if known:
        return known.first_day
    return date(assessment.gregorian_year, 6, 30) if assessment.half == 1 else date(assessment.gregorian_year, 12, 31)


def _named(summary: PlanSummary) -> NewsPlan:
    return NewsPlan(summary.office, summary.roc_year, summary.title, summary.until)
