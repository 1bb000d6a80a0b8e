"""The page of a topic: the measures themselves, office beside office."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from planpress import addresses
from planpress.model import Office, Organisation, Topic
from planpress.model.service import Service
from planpress.overview.topic_pages import PagePart, TopicPage
from planpress.overview.trees import TOPICS, Listed
from planpress.pages.browse.browse import tree_name
from planpress.pages.frame.downloads import topic_downloads
from planpress.pages.frame.frame import Link
from planpress.pages.frame.maker import PageMaker
from planpress.pages.frame.phrases import with_breaks
from planpress.pages.frame.templates import linked, marked
from planpress.pages.layout.topic_measures import WrittenMeasure


@dataclass(frozen=True, slots=True)
class OfficeEntry:
    """A link to an office's measures; where these are on another page, the line is what the office's id leads to."""

    id: str | None
    href: str
    name: Markup
    text: str


@dataclass(frozen=True, slots=True)
class ServiceLink:
    """A service on the web, as the page shows it."""

    href: str
    name: Markup
    title: str
    text: Markup


@dataclass(frozen=True, slots=True)
class ShownMeasure:
    """A measure with the link to its place in the plan."""

    html: Markup
    href: str
    link: str


@dataclass(frozen=True, slots=True)
class ShownOffice:
    """An office with its measures, or with those that stand on this page."""

    id: str
    name: Markup
    count: str
    measures: tuple[ShownMeasure, ...]


def topic_page(
    maker: PageMaker,
    topic: Topic,
    page: TopicPage,
    written: Sequence[Sequence[WrittenMeasure]],
    files: Sequence[str],
    services: Sequence[tuple[Service, Organisation]],
    offices: Mapping[str, Office],
) -> str:
    """A page of a topic.

    Args:
        maker: of this language.
        topic: what it is about.
        page: what stands on it.
        written: the measures of each of its parts.
        files: tags of the languages in which the topic is offered as files.
        services: on the web, with whoever offers each; somebody has seen them there.
        offices: at least those of the page, by id.
    """
    _ = maker.edition.gettext
    path = addresses.topic_page(topic.id, page.roc_year, page.number)
    name = marked(maker.edition.topic_name(topic), maker.tag)
    year = None if page.roc_year is None else maker.edition.year(page.roc_year)
    title = escape(_("%(topic)s：%(year)s")) % {"topic": name, "year": year} if year else name
    crumbs = [(tree_name(maker, TOPICS), addresses.TOPICS), (name, addresses.topic_page(topic.id))]
    if year:
        crumbs.append((year, addresses.topic_page(topic.id, page.roc_year)))
    about = linked(maker.edition.topic_text(topic), maker.edition)
    totals = None
    if page.number > 1:
        number = _("第%(number)s頁") % {"number": page.number}
        title = escape(_("%(title)s（%(number)s）")) % {"title": title, "number": number}
        crumbs.append((number, path))
    elif page.offices:
        counts = {
            "offices": maker.offices(len(page.offices)),
            "measures": maker.measures(sum(each.measures for each in page.offices)),
        }
        totals = (
            _("%(offices)s%(year)s的計畫，共%(measures)s具體作法，全文如下。") % {**counts, "year": year}
            if year
            else _("%(offices)s最新的計畫，共%(measures)s具體作法，全文如下。") % counts
        )
    view = maker.frame(
        path,
        title=title.striptags(),
        description=_("%(title)s。%(text)s") % {"title": title.striptags(), "text": about.striptags()},
        breadcrumbs=((_("分類瀏覽"), addresses.BROWSE), *crumbs),
    )
    first = page.number == 1 and page.roc_year is None
    return maker.render(
        "topic.html",
        view=view,
        title=title,
        about=about if page.number == 1 else None,
        totals=totals,
        files=[*topic_downloads(maker.edition, addresses.localised(maker.edition.language, path), topic, files)]
        if first and page.offices
        else [],
        services=[_service(maker, *each) for each in services] if first else [],
        compare=f"{addresses.relative(path, addresses.COMPARE)}?topic={topic.id}"
        if page.number == 1 and maker.leads_to(addresses.COMPARE)
        else None,
        jumps=[_entry(maker, path, each, offices) for each in page.offices],
        offices=[
            _office(maker, path, part, of_part, offices) for part, of_part in zip(page.parts, written, strict=True)
        ],
        elsewhere=[_entry(maker, path, each, offices) for each in page.elsewhere],
        pages=[*_pages(maker, topic.id, path, page)],
        years=[*_years(maker, topic.id, path, page)],
    )


def _plan_name(maker: PageMaker, plan: Listed, offices: Mapping[str, Office]) -> Markup:
    _ = maker.edition.gettext
    year = maker.edition.year(plan.roc_year, plan.until)
    name = escape(_("%(office)s%(year)s")) % {"office": maker.office_name(offices[plan.office]), "year": year}
    return with_breaks(name, maker.tag)


def _entry(maker: PageMaker, path: str, plan: Listed, offices: Mapping[str, Office]) -> OfficeEntry:
    """A line of the list that leads to each office's measures."""
    is_here = plan.path.startswith(f"{path}#")
    return OfficeEntry(
        None if is_here else plan.office,
        f"#{plan.office}" if is_here else addresses.relative(path, plan.path),
        _plan_name(maker, plan, offices),
        maker.measures(plan.measures),
    )


def _office(
    maker: PageMaker, path: str, part: PagePart, written: Sequence[WrittenMeasure], offices: Mapping[str, Office]
) -> ShownOffice:
    _ = maker.edition.gettext
    plan, first, last = part
    href = addresses.relative(path, addresses.plan(plan.office, plan.roc_year))
    count = maker.measures(plan.measures)
    if last - first < plan.measures:
        count = _("第%(first)s至%(last)s項，共%(all)s") % {"first": first + 1, "last": last, "all": count}
    return ShownOffice(
        plan.office,
        _plan_name(maker, plan, offices),
        count,
        tuple(
            ShownMeasure(Markup(each.html), f"{href}#{each.id}", _("計畫中的%(name)s") % {"name": each.name})
            for each in written[first:last]
        ),
    )


def _service(maker: PageMaker, service: Service, organisation: Organisation) -> ServiceLink:
    """A link to a service, with whose it is and when somebody saw it there."""
    _ = maker.edition.gettext
    assert service.seen is not None  # others are not shown
    values = {
        "organisation": marked(maker.edition.organisation_name(organisation), maker.tag),
        "date": maker.edition.date(service.seen),
    }
    return ServiceLink(
        service.url,
        marked(maker.edition.service_name(service), maker.tag),
        _("網站：%(host)s") % {"host": urlsplit(service.url).hostname},
        escape(_("%(organisation)s，%(date)s查看")) % values,
    )


def _pages(maker: PageMaker, topic_id: str, path: str, page: TopicPage) -> Iterator[Link]:
    """Links to every page, where there are several."""
    for number in range(1, page.pages + 1) if page.pages > 1 else ():
        target = addresses.topic_page(topic_id, page.roc_year, number)
        name = maker.edition.gettext("第%(number)s頁") % {"number": number}
        yield Link(name, addresses.relative(path, target), current=number == page.number)


def _years(maker: PageMaker, topic_id: str, path: str, page: TopicPage) -> Iterator[Link]:
    """Links to the newest plans and to each year."""
    _ = maker.edition.gettext
    for year in (None, *page.years) if page.years else ():
        target = addresses.topic_page(topic_id, year)
        name = _("各機關最新的計畫") if year is None else maker.edition.year(year)
        yield Link(name, addresses.relative(path, target), current=year == page.roc_year)
