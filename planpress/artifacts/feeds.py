"""Feeds of what is new, on the whole site and of each office, as artifacts."""

from collections.abc import Iterator, Sequence

from planpress import addresses
from planpress.artifacts.artifact import Artifact, Shop
from planpress.artifacts.site import Site
from planpress.feeds.atom import AtomEntry, AtomFeed, atom_xml
from planpress.model import Office
from planpress.overview.news import News, NewsKind, news
from planpress.pages.changes.news import news_view
from planpress.pages.frame.maker import PageMaker


def feeds_part(site: Site) -> Iterator[Artifact]:
    """The feed of the site and of each office, in every language."""
    feeds: list[tuple[str, Office | None, tuple[News, ...]]] = [(addresses.FEED, None, site.news)]
    feeds += [(addresses.feed(held.office.id), held.office, news([held])) for held in site.offices]
    for language in site.facts.languages:
        for path, office, told in feeds:
            yield Artifact(addresses.localised(language, path), _feed, (language.tag, office, told))


def _feed(shop: Shop, tag: str, office: Office | None, told: Sequence[News]) -> str:
    maker = shop.maker(tag)
    return atom_xml(
        AtomFeed(
            language=tag,
            url=_url(maker, addresses.feed(office.id) if office else addresses.FEED),
            page=_url(maker, addresses.office(office.id) if office else addresses.HOME),
            title=maker.feed_title(office),
            author=maker.voice.publisher.value,
            entries=tuple(_entry(maker, each) for each in told),
        )
    )


def _entry(maker: PageMaker, news: News) -> AtomEntry:
    view = news_view(maker, news)
    url = _url(maker, view.path)
    known_by = f"{url}#revision-{news.revision}" if news.revision else url
    known_by += f"-{news.known_day.iso}" if news.kind is NewsKind.CORRECTION and news.known_day else ""
    return AtomEntry(known_by, url, view.title.striptags(), view.text, news.day)


def _url(maker: PageMaker, path: str) -> str:
    return addresses.absolute(maker.site.site_url, addresses.localised(maker.edition.language, path))
