"""What is due, as the events of a calendar's file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from urllib.parse import urlsplit

from planpress import addresses
from planpress.editions.deadlines import due_name, due_sentence, due_time
from planpress.editions.edition import Edition
from planpress.feeds.ics import CalendarEvent
from planpress.model import Deadline, Office
from planpress.model.dates import gregorian_year, period_within
from planpress.overview.calendar import Occasion, PlanDates, StampedPlan, occasions
from planpress.overview.dated import Dated
from planpress.pages.layout.plan_index_view import brief

LONGEST: Final = timedelta(days=31)
"""What lasts longer stands on its first day, or it would hide everything else for months."""


def calendar_events(
    plans: Sequence[StampedPlan], offices: Mapping[str, Office], edition: Edition, site_url: str
) -> tuple[CalendarEvent, ...]:
    """The events of some plans, in the order of their days.

    Args:
        plans: of which offices.
        offices: by their ids.
        edition: the language.
        site_url: address of the site, to whose host the names of events belong.
    """
    events = [
        event
        for plan in plans
        for event in _Events(plan.dates, plan.stamp, offices[plan.dates.office], edition, site_url).every()
    ]
    return tuple(sorted(events, key=lambda event: (event.first, event.uid)))


def event_name(key: str, site_url: str) -> str:
    """What an event is known by among all calendars (UID): its key, at the host of the site."""
    return f"{key}@{urlsplit(site_url).hostname or 'planpress'}"


def plan_address(plan: PlanDates, edition: Edition, site_url: str) -> str:
    """Address of the plan's page."""
    path = addresses.localised(edition.language, addresses.plan(plan.office, plan.roc_year))
    return addresses.absolute(site_url, path)


def occasion_title(what: Deadline | Dated, office: Office, edition: Edition) -> str:
    """What is due, and whose plan says so: 「屏東區營業處：應填報業務處（上半年）」."""
    return f"{edition.office_name(office).value}{edition.colon}{occasion_text(what, office.id, edition)}"


def occasion_text(what: Deadline | Dated, office_id: str, edition: Edition) -> str:
    """What is due: the beginning of a measure, or to whom what is reported."""
    if isinstance(what, Dated):
        return brief(edition.text(what.text, office_id).value)
    return due_sentence(what, edition) % {"to": edition.text(what.to, office_id).value}


def occasion_time(what: Deadline | Dated, plan: PlanDates, edition: Edition) -> str:
    """When: the plan's own words of a measure, the day of a deadline."""
    if isinstance(what, Dated):
        return edition.period(period_within(what.words, plan.years)).value
    return due_time(what, plan.office, edition)


def occasion_line(what: Deadline | Dated, text: str, time: str, edition: Edition) -> str:
    """What is due and when, on one line; a deadline has brackets of its own."""
    if isinstance(what, Deadline):
        return text + edition.gettext("，") + time
    return edition.gettext("%(text)s（%(when)s）") % {"text": text, "when": time}


@dataclass(frozen=True, slots=True)
class _Events:
    """Those of one plan."""

    plan: PlanDates
    stamp: date
    office: Office
    edition: Edition
    site_url: str

    def every(self) -> Iterator[CalendarEvent]:
        undated: list[Occasion] = []
        for each in occasions(self.plan):
            if each.first is None or each.last is None:
                undated.append(each)
            else:
                yield self.on_days(each, each.first, each.last)
        if undated:
            yield from (self.of_year(year, undated) for year in self.plan.years)

    def on_days(self, occasion: Occasion, first: date, last: date) -> CalendarEvent:
        what = occasion.what
        _ = self.edition.gettext
        kind = _("具體作法") if isinstance(what, Dated) else due_name(what.kind, self.edition)
        ends = last if last - first < LONGEST else first
        title = occasion_title(what, self.office, self.edition)
        return self.event(occasion.key, first, ends, title, self.lines(what), kind, occasion.place)

    def of_year(self, roc_year: int, found: Sequence[Occasion]) -> CalendarEvent:
        """What comes in a year without a day: no day is made up, so it opens the year and says that it is on none."""
        _ = self.edition.gettext
        first = date(gregorian_year(roc_year), 1, 1)
        title = _("%(office)s%(year)s不定日期的事項（非當日辦理）") % {
            "office": self.edition.office_name(self.office).value,
            "year": self.edition.year(roc_year),
        }
        lines = [
            _("計畫沒有寫日期，全年適用；列在年初，不表示在這一天辦理。"),
            *self.said(found),
        ]
        key = f"{self.plan.office}-{self.plan.roc_year}-undated-{roc_year}"
        return self.event(key, first, first, title, lines, _("計畫未定日期"))

    def said(self, found: Iterable[Occasion]) -> Iterator[str]:
        """What is due, and when."""
        for each in found:
            text = occasion_text(each.what, self.office.id, self.edition)
            yield occasion_line(each.what, text, occasion_time(each.what, self.plan, self.edition), self.edition)

    def lines(self, what: Deadline | Dated) -> Iterator[str]:
        """What the plan says, or the letter that sets an internal deadline."""
        _ = self.edition.gettext
        yield occasion_time(what, self.plan, self.edition)
        if isinstance(what, Dated):
            yield self.edition.text(what.text, self.plan.office).value
        elif what.words:
            yield _("計畫原文：") + self.edition.text(what.words, self.plan.office).value
        elif what.source:
            yield _("依據：") + what.source

    def event(
        self,
        key: str,
        first: date,
        last: date,
        title: str,
        lines: Iterable[str],
        kind: str,
        place: str | None = None,
    ) -> CalendarEvent:
        return CalendarEvent(
            uid=event_name(key, self.site_url),
            stamp=self.stamp,
            first=first,
            last=last,
            title=title,
            text="\n".join((*lines, self.edition.text(self.plan.title, self.plan.office).value)),
            url=plan_address(self.plan, self.edition, self.site_url) + (f"#{place}" if place else ""),
            kind=kind,
        )
