"""Atom (RFC 4287): a feed and its entries as XML."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final
from xml.sax.saxutils import escape, quoteattr

NEVER: Final = date(1970, 1, 1)
"""When a feed without entries was updated; it must say a day, and never that of the build."""


@dataclass(frozen=True, slots=True)
class AtomEntry:
    """Something new.

    Attributes:
        id: what it is known by for ever.
        url: of the page that tells it.
        title: in plain text, as is the summary.
        summary: what happened.
        updated: the day.
    """

    id: str
    url: str
    title: str
    summary: str
    updated: date


@dataclass(frozen=True, slots=True)
class AtomFeed:
    """A feed.

    Attributes:
        language: BCP 47 tag.
        url: its own address; also what it is known by for ever.
        page: address of the page that it follows.
        title: what it is.
        author: who publishes it.
        entries: the newest first.
    """

    language: str
    url: str
    page: str
    title: str
    author: str
    entries: tuple[AtomEntry, ...]


def atom_xml(feed: AtomFeed) -> str:
    """The text of a feed."""
    return "\n".join(_lines(feed))


def _lines(feed: AtomFeed) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(feed.language)}>'
    yield f"<id>{escape(feed.url)}</id>"
    yield f"<title>{escape(feed.title)}</title>"
    yield f"<updated>{_moment(max((each.updated for each in feed.entries), default=NEVER))}</updated>"
    yield f"<author><name>{escape(feed.author)}</name></author>"
    yield f'<link rel="self" type="application/atom+xml" href={quoteattr(feed.url)}/>'
    yield f'<link rel="alternate" type="text/html" href={quoteattr(feed.page)}/>'
    for entry in feed.entries:
        yield "<entry>"
        yield f"<id>{escape(entry.id)}</id>"
        yield f"<title>{escape(entry.title)}</title>"
        yield f"<updated>{_moment(entry.updated)}</updated>"
        yield f'<link rel="alternate" type="text/html" href={quoteattr(entry.url)}/>'
        yield f"<summary>{escape(entry.summary)}</summary>"
        yield "</entry>"
    yield "</feed>"


def _moment(day: date) -> str:
    """The beginning of a day in Taiwan (RFC 3339)."""
    return f"{day.isoformat()}T00:00:00+08:00"
