"""What must be seen to so that the site stays sound, read from the project: for the command ``due``."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from planpress.accessibility.record import read_record
from planpress.model import Office
from planpress.model.review import after, rhythm
from planpress.overview.reviews import next_review
from planpress.overview.upkeep import Upkeep, UpkeepKind
from planpress.publishing.monitor_log import LOG_FILE, Watched, read_log
from planpress.publishing.monitor_month import local
from planpress.publishing.watching import Check
from planpress.settings import Settings
from planpress.source import files
from planpress.source.content.links import read_checked_links
from planpress.source.content.reviews import read_reviews
from planpress.source.content.security_txt import last_day
from planpress.source.content.site_check import read_site_check
from planpress.source.content.static_files import SECURITY_TXT, STATIC


def upkeep(settings: Settings, offices: Mapping[str, Office], today: date) -> Iterator[Upkeep]:
    """Everything that is to be seen to, by the day.

    Args:
        settings: of the site.
        offices: whose contents are looked through.
        today: the calendar day.
    """
    found = [*_reviews(settings, offices, today), *_checks(settings, today), *_certificate(settings)]
    found += [*_badge(settings), *_security_txt(settings)]
    yield from sorted(found, key=lambda each: each.day)


def _reviews(settings: Settings, offices: Mapping[str, Office], today: date) -> Iterator[Upkeep]:
    for office in offices.values():
        reviews, _ = read_reviews(settings.root, office, today)
        day = next_review(office.reviewed(settings.review), reviews, today)
        if day is not None:
            seen = reviews[-1].date.first_day if reviews else None
            yield Upkeep(UpkeepKind.REVIEW, day, office.id, seen)


def _checks(settings: Settings, today: date) -> Iterator[Upkeep]:
    """Where the site has a rhythm, what its pages say that checks have found is found anew in the same."""
    every = rhythm(settings.review) if settings.review else None
    if every is not None:
        links, own_links = read_checked_links(settings.root)[0], read_site_check(settings.root)[0]
        machine = read_record(settings.root)[0]
        for kind, seen in (
            (UpkeepKind.LINKS, max(links.days, default=None) if links else None),
            (UpkeepKind.OWN_LINKS, own_links.day if own_links else None),
            (UpkeepKind.ACCESSIBILITY, machine.day if machine else None),
        ):
            yield Upkeep(kind, after(seen, every) if seen else today, seen=seen)


def _certificate(settings: Settings) -> Iterator[Upkeep]:
    """The end of the server's certificate, as an evening's look last saw it."""
    log = read_log(settings.root / LOG_FILE)
    last = [each for each in log.lines if isinstance(each, Watched) and each.check is Check.CERTIFICATE]
    if last and last[-1].figure is not None:
        seen = local(last[-1].at).date()
        yield Upkeep(UpkeepKind.CERTIFICATE, seen + timedelta(last[-1].figure), seen=seen)


def _badge(settings: Settings) -> Iterator[Upkeep]:
    if settings.badge is not None:
        yield Upkeep(UpkeepKind.BADGE, settings.badge.ends, seen=settings.badge.date.first_day)


def _security_txt(settings: Settings) -> Iterator[Upkeep]:
    content, _ = files.read_if_there(settings.root, f"{STATIC}/{SECURITY_TXT}")
    day = last_day(content.decode("utf-8", "replace")) if content else None
    if day is not None:
        yield Upkeep(UpkeepKind.SECURITY_TXT, day)
