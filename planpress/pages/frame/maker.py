"""What every page is made with: one language of the site and its templates; the frame around a page."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from jinja2 import Environment
from markupsafe import Markup

from planpress import addresses
from planpress.editions import counting
from planpress.editions.edition import Edition, Text
from planpress.editions.voice import voice_of
from planpress.model import Office
from planpress.model.classification import class_metadata
from planpress.model.dates import ROC_EPOCH, RocDate
from planpress.model.document_files import PlanFiles
from planpress.model.dublin_core import TEXT, DublinCore
from planpress.model.plan import Lasting
from planpress.model.vintage import Vintage
from planpress.overview.holdings import ListedOffice
from planpress.pages.frame.downloads import Downloads, downloads
from planpress.pages.frame.frame import Assets, Frame, frame
from planpress.pages.frame.linked_data import linked_data
from planpress.pages.frame.menu import MenuEntry
from planpress.pages.frame.phrases import with_phrased_headings, with_whole_days
from planpress.pages.frame.templates import marked
from planpress.settings import SiteFacts


class Titled(Lasting, Protocol):
    """A plan, as far as its title goes."""

    @property
    def title(self) -> str:
        """In Chinese."""


class Writer:
    """Writes what is said in one language, with the site's templates."""

    def __init__(self, environment: Environment, edition: Edition) -> None:
        self.environment = environment
        self.edition = edition
        self.tag = edition.language.tag

    @property
    def translates(self) -> bool:
        """Whether people translate into this language."""
        return self.edition.translates

    def render(self, template: str, **values: object) -> str:
        """Render a template in this language."""
        html = self.environment.get_template(template).render(edition=self.edition, **values)
        return with_whole_days(with_phrased_headings(html, self.tag))

    def downloads(self, path: str, plan: Titled, files: PlanFiles) -> Downloads:
        """What a plan offers for download, for the page at a path without language."""
        here = addresses.localised(self.edition.language, path)
        title = marked(self.title(plan), self.tag)
        return downloads(self.edition, here, plan.office, plan.roc_year, title, files)

    def title(self, summary: Titled) -> Text:
        """The plan's title, to the letter."""
        return self.edition.text(summary.title, summary.office)

    def of_newest(self, held: ListedOffice, current: str, over: str) -> str:
        """What is said of an office's newest plan: one of two sentences, as its year is over or not, with the year."""
        return (over if held.newest.is_over else current) % {
            "year": self.edition.year(held.newest.roc_year, held.newest.until)
        }

    def office_name(self, office: Office) -> Markup:
        """The office's name, marked where it is in another language."""
        return marked(self.edition.office_name(office), self.tag)

    def organisation_name(self, office: Office) -> Markup:
        """The name of its organisation, likewise."""
        return marked(self.edition.organisation_name(office.organisation), self.tag)

    def organisation_above(self, office: Office, title: str) -> Markup | None:
        """The same for the line above a title, which need not say what the title says."""
        return (
            None
            if self.edition.organisation_name(office.organisation).value in title
            else self.organisation_name(office)
        )

    def measures(self, count: int) -> str:
        """How many measures, in words."""
        return counting.measures(self.edition, count)

    def plans(self, count: int) -> str:
        """How many plans, in words."""
        return counting.plans(self.edition, count)

    def offices(self, count: int) -> str:
        """How many offices, in words."""
        return counting.offices(self.edition, count)

    def day(self, day: date | None) -> str | None:
        """A Gregorian day as this edition writes dates."""
        return self.edition.date(RocDate.on(day)) if day else None


class PageMaker(Writer):
    """Makes the pages of one site in one language: what is written, in the frame that all pages have.

    Attributes:
        vintage: of what time the page is that it makes; None where nobody knows.
    """

    def __init__(
        self,
        site: SiteFacts,
        menu: Sequence[MenuEntry],
        assets: Assets,
        environment: Environment,
        edition: Edition,
        vintage: Vintage | None = None,
    ) -> None:
        super().__init__(environment, edition)
        self.site = site
        self.vintage = vintage
        self.menu = menu
        self.assets = assets
        self.voice = voice_of(site, edition)

    def address(self, path: str) -> str:
        """The whole address of the page at a path without language, in this language."""
        return addresses.absolute(self.site.site_url, addresses.localised(self.edition.language, path))

    def leads_to(self, path: str) -> bool:
        """Whether a part of the site is there, by the path of its first page."""
        return any(entry.path == path for entry in self.menu)

    def way_through(self, name: str, path: str) -> tuple[tuple[str, str], ...]:
        """A page of the menus as a breadcrumb, where the site has it."""
        return ((name, path),) if self.leads_to(path) else ()

    def frame(
        self,
        path: str,
        *,
        title: str,
        description: str,
        breadcrumbs: Sequence[tuple[str, str]] = (),
        office: Office | None = None,
        data_path: str | None = None,
        source: str | None = None,
        accepted: str | None = None,
        main: Mapping[str, Any] | None = None,
        classes: Sequence[tuple[str, str]] = (),
        everywhere: bool = False,
        findable: bool = True,
    ) -> Frame:
        """The frame of a page, with its Dublin Core, classes and feeds.

        Args:
            path: without language.
            title: of the page, without the site's name.
            description: its own.
            breadcrumbs: (name, path) of the pages between the home page and it, and of itself last.
            office: that it tells of: its colour, its classes and its feed are the page's.
            data_path: path of its open data.
            source: what it is taken from; without one whoever answers for what it says.
            accepted: ISO date of the last approval of the plan.
            main: what it is mainly of, as schema.org has it.
            classes: of 政府資訊分類檢索, beside the office's.
            everywhere: it is sent for any address (404).
            findable: search engines may list it.
        """
        said = self.dublin_core(path, title, description, breadcrumbs, office, source)
        metadata = [
            *said.pairs(),
            *((("DCTERMS.dateAccepted", accepted),) if accepted else ()),
            *(class_metadata(office.classification) if office else ()),
            *classes,
        ]
        return frame(
            self.site,
            self.menu,
            self.assets,
            self.edition,
            path,
            title=title,
            description=description,
            breadcrumbs=breadcrumbs,
            organisation=office.organisation.id if office else None,
            data_path=data_path,
            feeds=() if everywhere else self.feeds(office),
            metadata=() if everywhere else metadata,
            linked_data=self.linked_data(said, breadcrumbs, office, main) if findable and not everywhere else None,
            updated=self._when(self.vintage.date) if self.vintage and not everywhere else None,
            everywhere=everywhere,
            findable=findable,
        )

    def dublin_core(
        self,
        path: str,
        title: str,
        description: str,
        breadcrumbs: Sequence[tuple[str, str]],
        office: Office | None,
        source: str | None,
    ) -> DublinCore:
        """What a page says of itself; its subject is the way to it, and what it is a part of the page above it."""
        _ = self.edition.gettext
        publisher = self.voice.publisher.value
        names = (Markup(name).striptags() for name, _path in breadcrumbs)
        above = [each for _name, each in breadcrumbs][-2:-1] or [addresses.HOME if path else addresses.SITEMAP]
        return DublinCore(
            title=title,
            creator=self.voice.creator(self.edition.office_name(office).value) if office else publisher,
            subject=_("、").join(dict.fromkeys((_("服務計畫"), *names))),
            description=description,
            publisher=publisher,
            contributor=self.voice.contributor(office) if office else publisher,
            vintage=self.vintage,
            type=TEXT,
            format="text/html",
            identifier=self.address(path),
            source=source or (office.name if office else publisher),
            language=self.tag,
            relation=self.address(above[0]),
            rights=self.voice.rights,
        )

    def _when(self, iso: str) -> str:
        """A day, a month or a year in ISO 8601, as this edition writes dates."""
        year, month, day = (*map(int, iso.split("-")), None, None)[:3]
        assert year is not None
        if month is None:
            return self.edition.gettext("中華民國%(roc_year)s年（%(year)s）") % {
                "roc_year": year - ROC_EPOCH,
                "year": year,
            }
        return self.edition.date(RocDate(year - ROC_EPOCH, month, day))

    def linked_data(
        self,
        said: DublinCore,
        breadcrumbs: Sequence[tuple[str, str]],
        office: Office | None,
        main: Mapping[str, Any] | None,
    ) -> Markup:
        """What a page is, for search engines."""
        home = self.address(addresses.HOME)
        crumbs = [(Markup(name).striptags(), self.address(path)) for name, path in breadcrumbs]
        if crumbs:
            crumbs.insert(0, (self.edition.gettext("首頁"), home))
        of = (self.edition.office_name(office).value, self.address(addresses.office(office.id))) if office else None
        terms = self.site.publisher.open_data.licence if self.site.publisher.licence else None
        return linked_data(said, (self.voice.site.value, home), crumbs, of, terms.url if terms else None, main)

    def feed_title(self, office: Office | None = None) -> str:
        """What the feed of the site, or of an office, is called."""
        site = self.voice.site.value
        if office is None:
            return self.edition.gettext("%(site)s：最新消息") % {"site": site}
        names = {"page": self.edition.office_name(office).value, "site": site}
        return self.edition.gettext("%(page)s｜%(site)s") % names

    def feeds(self, office: Office | None = None) -> list[tuple[str, str]]:
        """Names and paths of the feeds that a page offers: its office's and the site's, if the site has any."""
        if not self.leads_to(addresses.FEED):
            return []
        own = [(self.feed_title(office), addresses.feed(office.id))] if office else []
        return [*own, (self.feed_title(), addresses.FEED)]
