"""The calendar: what plans say is due on which day. Past years are folded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from planpress import addresses
from planpress.editions.deadlines import due_name, due_sentence, due_time, half_name
from planpress.editions.edition import Text
from planpress.model import Deadline, DeadlineKind, Office
from planpress.model.dates import period_within
from planpress.overview.calendar import CalendarYear, Occasion, PlanDates, calendar_years
from planpress.overview.dated import Dated
from planpress.pages.frame.maker import PageMaker, Writer
from planpress.pages.frame.templates import marked
from planpress.pages.layout.plan_index_view import brief

MEDIA_TYPE: Final = "text/calendar"


@dataclass(frozen=True, slots=True)
class OccasionView:
    """Something that is due, as the calendar lists it."""

    href: str
    """To where it stands in the plan."""
    office: Markup
    text: Markup
    """What is due."""
    when: Markup | None
    """None where the plan says nothing of it, which the heading above tells."""
    words: Markup | None
    """The plan's own, where they say more than the text."""


def calendar_page(maker: PageMaker, plans: Sequence[PlanDates], offices: Mapping[str, Office], this_year: int) -> str:
    """The page of all offices.

    Args:
        maker: of this language.
        plans: what is due by each plan.
        offices: by their ids.
        this_year: the 民國 year of today; it and later ones are open.
    """
    _ = maker.edition.gettext
    title = calendar_title(maker)
    view = maker.frame(
        addresses.CALENDAR,
        title=title,
        description=_("各計畫寫明的期限、有日期的具體作法與定期辦理的具體作法，逐年逐月列出，可訂閱。"),
        breadcrumbs=((title, addresses.CALENDAR),),
    )
    subscribed = [offices[office] for office in dict.fromkeys(plan.office for plan in plans)]
    return maker.render(
        "calendar.html",
        view=view,
        years=[
            {
                "id": f"y-{year.roc_year}",
                "name": maker.edition.year(year.roc_year),
                "count": len(year),
                "open": year.roc_year >= this_year,
                "months": [
                    {
                        "id": f"y-{year.roc_year}-{month:02d}",
                        "name": maker.edition.month(month),
                        "occasions": [_view(maker, each, offices) for each in found],
                    }
                    for month, found in year.months
                ],
                "undated": [_view(maker, each, offices) for each in year.undated],
            }
            for year in _with_this_year(calendar_years(plans), this_year)
        ],
        all_file=addresses.relative(addresses.CALENDAR, addresses.CALENDAR_FILE),
        files=[
            {
                "href": addresses.relative(addresses.CALENDAR, addresses.office_calendar(office.id)),
                "office": maker.office_name(office),
            }
            for office in subscribed
        ],
        media_type=MEDIA_TYPE,
    )


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """To whom and by when."""

    href: str | None
    """To where the plan says so."""
    text: Markup


@dataclass(frozen=True, slots=True)
class DeadlineFact:
    """A kind of deadline of a plan, among its facts."""

    name: str
    """應填報, 應報送, 應登載."""
    lines: tuple[DeadlineLine, ...]


def deadline_facts(
    maker: Writer, office: str, deadlines: Sequence[Deadline], plan: str = ""
) -> tuple[DeadlineFact, ...]:
    """The deadlines of a plan by kind; what has no day is said in the plan's words, if this language has them, once.

    Args:
        maker: of this language.
        office: id of whose plan it is.
        deadlines: of the plan.
        plan: where its page is, from the page that lists them.
    """
    _ = maker.edition.gettext

    def line(deadline: Deadline) -> DeadlineLine:
        href = f"{plan}#{deadline.place}" if deadline.place else None
        has_time = deadline.day or deadline.within or deadline.cut_off or deadline.done
        words = maker.edition.text(deadline.words, office) if deadline.words and not has_time else None
        if words and words.lang == maker.tag:
            return DeadlineLine(href, escape(_("%(words)s（計畫未定日期）")) % {"words": words.value})
        to = marked(maker.edition.text(deadline.to, office), maker.tag)
        half = _("（%(half)s）") % {"half": half_name(deadline.half, maker.edition)} if deadline.half else ""
        when = due_time(deadline, office, maker.edition)
        text = escape(_("%(to)s%(half)s：%(when)s")) % {"to": to, "half": half, "when": when}
        return DeadlineLine(href, text)

    by_kind = {
        kind: tuple(dict.fromkeys(line(each) for each in deadlines if each.kind is kind)) for kind in DeadlineKind
    }
    return tuple(DeadlineFact(due_name(kind, maker.edition), lines) for kind, lines in by_kind.items() if lines)


def calendar_title(maker: PageMaker, office: Office | None = None) -> str:
    """What the calendar of the site, or of an office, is called."""
    _ = maker.edition.gettext
    return _("%(office)s行事曆") % {"office": maker.edition.office_name(office).value} if office else _("行事曆")


def _with_this_year(years: Sequence[CalendarYear], this_year: int) -> list[CalendarYear]:
    """The years of the calendar; this one also where it has nothing, to say so."""
    empty = [] if any(year.roc_year == this_year for year in years) else [CalendarYear(this_year, (), ())]
    return sorted([*years, *empty], key=lambda year: year.roc_year, reverse=True)


def _view(maker: PageMaker, occasion: Occasion, offices: Mapping[str, Office]) -> OccasionView:
    plan, what = occasion.plan, occasion.what
    path = addresses.relative(addresses.CALENDAR, addresses.plan(plan.office, plan.roc_year))
    text, words = _said(maker, what, plan)
    return OccasionView(
        href=f"{path}#{occasion.place}" if occasion.place else path,
        office=maker.office_name(offices[plan.office]),
        text=text,
        when=_when(maker, occasion),
        words=words,
    )


def _said(maker: PageMaker, what: Deadline | Dated, plan: PlanDates) -> tuple[Markup, Markup | None]:
    if isinstance(what, Dated):
        text = maker.edition.text(what.text, plan.office)
        return marked(Text(brief(text.value), text.lang), maker.tag), None
    to = marked(maker.edition.text(what.to, plan.office), maker.tag)
    words = marked(maker.edition.text(what.words, plan.office), maker.tag) if what.words else None
    return escape(due_sentence(what, maker.edition)) % {"to": to}, words


def _when(maker: PageMaker, occasion: Occasion) -> Markup | None:
    what, plan = occasion.what, occasion.plan
    if isinstance(what, Dated):
        return marked(maker.edition.period(period_within(what.words, plan.years)), maker.tag)
    if not (what.day or what.within or what.cut_off or what.done):
        return None
    return escape(due_time(what, plan.office, maker.edition))
