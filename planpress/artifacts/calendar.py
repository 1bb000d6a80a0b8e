"""The calendar, as a page and as files to subscribe to, as artifacts."""

from collections.abc import Iterator, Mapping, Sequence

from planpress import addresses
from planpress.artifacts.artifact import Artifact, Shop, page
from planpress.artifacts.site import Site
from planpress.feeds.ics import CalendarFile, calendar_bytes
from planpress.model import Office
from planpress.model.dates import ROC_EPOCH
from planpress.overview.calendar import StampedPlan, public_dates
from planpress.overview.holdings import OfficePlans
from planpress.pages.frame.maker import PageMaker
from planpress.pages.ways.calendar import calendar_page, calendar_title
from planpress.pages.ways.calendar_events import calendar_events


def calendar_part(site: Site) -> Iterator[Artifact]:
    """The page in each language; the file of all offices, and of each that has anything due."""
    offices = {each.office.id: each.office for each in site.offices}
    plans = tuple(stamped for held in site.offices for stamped in _stamped(held))
    dates = tuple(plan.dates for plan in plans)
    this_year = site.today.year - ROC_EPOCH
    for language in site.facts.languages:
        yield page(language, addresses.CALENDAR, site.vintage, calendar_page, dates, offices, this_year)
        if plans:
            file = addresses.localised(language, addresses.CALENDAR_FILE)
            yield Artifact(file, _file, (language.tag, None, plans, offices))
        for held in site.offices:
            if own := _stamped(held):
                path = addresses.localised(language, addresses.office_calendar(held.office.id))
                yield Artifact(path, _file, (language.tag, held.office, own, {held.office.id: held.office}))


def _stamped(held: OfficePlans) -> tuple[StampedPlan, ...]:
    """The plans of an office by which anything is due."""
    return tuple(StampedPlan(public_dates(each), held.day(each)) for each in held.plans if each.has_dates)


def _file(
    shop: Shop, tag: str, office: Office | None, plans: Sequence[StampedPlan], offices: Mapping[str, Office]
) -> bytes:
    maker = shop.maker(tag)
    path = addresses.office_calendar(office.id) if office else addresses.CALENDAR_FILE
    events = calendar_events(plans, offices, maker.edition, maker.site.site_url)
    return calendar_bytes(CalendarFile(tag, _title(maker, office), maker.address(path), events))


def _title(maker: PageMaker, office: Office | None) -> str:
    """What subscribers see among their other calendars."""
    if office is not None:
        return calendar_title(maker, office)
    names = {"page": calendar_title(maker), "site": maker.voice.site.value}
    return maker.edition.gettext("%(page)s｜%(site)s") % names
