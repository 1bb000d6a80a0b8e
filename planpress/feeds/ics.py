"""iCalendar (RFC 5545): a calendar of whole days as a file.

Everything comes from the data and nothing from the clock, so that the same plans give the same bytes.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

PRODUCT: Final = "-//planpress//planpress//ZH-HANT"
"""What makes the file (PRODID)."""
REFRESHED: Final = timedelta(days=1)
"""How often a subscriber asks again (RFC 7986)."""


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """Something that is due.

    Attributes:
        uid: what it is known by for ever.
        stamp: the day of the data that it comes from.
        first: the day that it begins on.
        last: the day that it ends on.
        title: in plain text, as is the text.
        text: what the plan says.
        url: of the page that tells it.
        kind: its category.
    """

    uid: str
    stamp: date
    first: date
    last: date
    title: str
    text: str
    url: str
    kind: str


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar.

    Attributes:
        language: BCP 47 tag.
        title: what it is called.
        url: its own address; none for a file that is on no site.
        events: in the order of their days.
    """

    language: str
    title: str
    url: str | None
    events: tuple[CalendarEvent, ...]


def calendar_bytes(file: CalendarFile) -> bytes:
    """The content of a calendar's file."""
    from icalendar import Calendar, vDuration, vText  # a fifth of a second: only where a calendar is made

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    # The library knows neither name as a text, and would not escape it.
    calendar.add("name", vText(file.title), {"language": file.language})
    calendar.add("x-wr-calname", vText(file.title))
    calendar.add("refresh-interval", vDuration(REFRESHED), {"value": "DURATION"})
    if file.url:
        calendar.add("source", file.url, {"value": "URI"})
    head = calendar.to_ical().removesuffix(_END)
    return b"".join((head, *(_event_bytes(each, file.language) for each in file.events), _END))


_END: Final = b"END:VCALENDAR\r\n"


@lru_cache(maxsize=10_000)  # what is due stands in the calendar of its office, and in that of all
def _event_bytes(event: CalendarEvent, language: str) -> bytes:
    """An event as it stands in a calendar's file."""
    from icalendar import Event

    written = Event()
    written.add("uid", event.uid)
    written.add("dtstamp", datetime.combine(event.stamp, time(), UTC))
    written.add("dtstart", event.first)
    written.add("dtend", event.last + timedelta(days=1))
    written.add("summary", event.title, {"language": language})
    written.add("description", event.text, {"language": language})
    written.add("categories", [event.kind])
    written.add("transp", "TRANSPARENT")
    written.add("url", event.url)
    return bytes(written.to_ical())
