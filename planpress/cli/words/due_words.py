"""What falls due, in the words of one language: lines for the terminal, events for a calendar's file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from planpress.cli.words.due_texts import DueTexts
from planpress.editions.edition import Edition
from planpress.editions.results import assessment_title, day_of, status_name
from planpress.feeds.ics import CalendarEvent
from planpress.model import Deadline, Office
from planpress.model.dates import RocDate
from planpress.model.language import AUTHORITATIVE
from planpress.overview.calendar import Occasion, StampedPlan
from planpress.overview.due import Due, HalfEnd, ends
from planpress.overview.results import Outcome
from planpress.overview.upkeep import Upkeep, UpkeepKind
from planpress.pages.ways.calendar_events import (
    calendar_events,
    event_name,
    occasion_line,
    occasion_time,
    occasion_title,
    plan_address,
)
from planpress.problems.filling import filled


@dataclass(frozen=True, slots=True)
class DueWords:
    """What falls due, in one language.

    Attributes:
        texts: of the command.
        offices: by their ids.
        edition: the language.
        today: the day that is counted from.
        outcomes: of each plan, by office and year, what became of its rows.
    """

    texts: DueTexts
    offices: Mapping[str, Office]
    edition: Edition
    today: date
    outcomes: Mapping[tuple[str, int], Mapping[str, Outcome]] = field(default_factory=dict)

    def lines(self, found: Sequence[Due], days: int) -> Iterator[str]:
        """What falls due within some days, day by day."""
        heading = self.texts.heading if found else self.texts.nothing
        yield filled(heading, {"today": self._day(self.today), "days": days})
        for first, group in groupby(found, key=lambda each: each.first):
            yield ""
            yield self._with(self._day(first), self._distance(first))
            for each in group:
                span = self.texts.until.format(first=self._day(each.first), last=self._day(each.last))
                yield "  " + (self._with(self._title(each), span) if each.last > each.first else self._title(each))
                if isinstance(each.what, Occasion):
                    yield f"    {self._basis(each.what)}"
                    if said := self._outcome(each.what):
                        yield f"    {said}"

    def _outcome(self, occasion: Occasion) -> str | None:
        """What the last assessment said of a measure, with its day: it may be done, for this time or for all."""
        plan = occasion.plan
        if isinstance(occasion.what, Deadline):
            return None
        found = self.outcomes.get((plan.office, plan.roc_year), {}).get(occasion.what.id)
        if found is None:
            return None
        by = assessment_title(self.edition, found.assessment, plan.office).value
        day = day_of(self.edition, found.assessment)
        status = status_name(self.edition, found.status)
        return f"{self._with(by, day) if day else by}{self.edition.colon}{status}"

    def undated(self, occasion: Occasion) -> str:
        """What has no day."""
        title = occasion_title(occasion.what, self.offices[occasion.plan.office], self.edition)
        time = occasion_time(occasion.what, occasion.plan, self.edition)
        return f"  {occasion_line(occasion.what, title, time, self.edition)}"

    def upkeep(self, each: Upkeep) -> str:
        """What is to be seen to, with its day and when that was last done."""
        days = (each.day - self.today).days
        distance = filled(self.texts.overdue, {"days": -days}) if days < 0 else self._distance(each.day)
        seen = self.texts.seen.format(day=self._day(each.seen)) if each.seen else self.texts.unseen
        said = self._of_upkeep(each)
        told = said if each.kind is UpkeepKind.SECURITY_TXT else self._with(said, seen)
        return f"  {self._with(self._day(each.day), distance)} {told}"

    def _of_upkeep(self, each: Upkeep) -> str:
        said = self.texts.upkeep_kinds[each.kind]
        if each.office is None:
            return said
        return f"{self.edition.office_name(self.offices[each.office]).value}{self.edition.colon}{said}"

    def events(self, plans: Sequence[StampedPlan], kept: Sequence[Upkeep], site_url: str) -> tuple[CalendarEvent, ...]:
        """Everything that ever falls due by some plans, and what is to be seen to, for a calendar that is not public.

        Args:
            plans: with the days of their data.
            kept: what is to be seen to.
            site_url: where addresses begin.
        """
        stamps = {(each.dates.office, each.dates.roc_year): each.stamp for each in plans}
        found = [
            CalendarEvent(
                uid=event_name(f"{each.plan.office}-{each.plan.roc_year}-{each.key}", site_url),
                stamp=stamps[each.plan.office, each.plan.roc_year],
                first=each.first,
                last=each.last,
                title=self._title(each),
                text=self.edition.text(each.plan.title, each.plan.office).value,
                url=plan_address(each.plan, self.edition, site_url),
                kind=self.texts.kind,
            )
            for each in ends([plan.dates for plan in plans])
        ]
        found += [
            CalendarEvent(
                uid=event_name(f"{each.office or 'site'}-{each.kind}-{each.day.isoformat()}", site_url),
                stamp=each.seen or each.day,
                first=each.day,
                last=each.day,
                title=self._of_upkeep(each),
                text=self.texts.upkeep,
                url=site_url,
                kind=self.texts.kind,
            )
            for each in kept
        ]
        every = (*calendar_events(plans, self.offices, self.edition, site_url), *found)
        return tuple(sorted(every, key=lambda event: (event.first, event.uid)))

    def _title(self, due: Due) -> str:
        office = self.offices[due.plan.office]
        if isinstance(due.what, Occasion):
            return occasion_title(due.what.what, office, self.edition)
        said = self.texts.half_ends[due.what.half - 1] if isinstance(due.what, HalfEnd) else self.texts.plan_ends
        return f"{self.edition.office_name(office).value}{self.edition.colon}{said}"

    def _basis(self, occasion: Occasion) -> str:
        """The plan's own words, or what else says it."""
        what = occasion.what
        if isinstance(what, Deadline) and what.words is None:
            return self.texts.internal.format(source=what.source)
        return what.words or ""

    def _distance(self, day: date) -> str:
        days = (day - self.today).days
        said = self.texts.today if days == 0 else self.texts.later if days > 0 else self.texts.since
        return filled(said, {"days": abs(days)})

    def _day(self, day: date) -> str:
        """As the files write it in Chinese, and as ISO 8601 elsewhere."""
        is_chinese = self.edition.language == AUTHORITATIVE
        return RocDate.on(day).text if is_chinese else day.isoformat()

    def _with(self, text: str, remark: str) -> str:
        return f"{text} ({remark})" if self.edition.translates else f"{text}（{remark}）"
