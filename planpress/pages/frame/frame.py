"""The frame around every page: head, navigation, languages, footer."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from planpress import addresses
from planpress.editions.edition import Edition
from planpress.editions.voice import voice_of
from planpress.model.language import AUTHORITATIVE
from planpress.pages.frame.menu import MenuEntry
from planpress.pages.frame.security import CONTENT_SECURITY_POLICY
from planpress.pages.frame.templates import marked
from planpress.settings import SiteFacts


@dataclass(frozen=True, slots=True)
class Link:
    """A link, or the place where the reader is."""

    name: str
    href: str = ""
    current: bool = False
    tag: str = ""
    """Language of the page it leads to, in the language switch."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in a language, for search engines."""

    tag: str
    url: str


@dataclass(frozen=True, slots=True)
class Assets:
    """Paths of the files that every page loads; their names carry a digest of what they hold."""

    stylesheet: str
    script: str
    icon: str
    search: str = ""
    """The script that the search page starts with."""
    picture: str = ""
    """What stands beside a link to a page where people share it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """All that ``base.html`` prints."""

    lang: str
    title: str
    description: str
    content_security_policy: str
    canonical: str | None
    alternates: tuple[Alternate, ...]
    data_link: str | None
    feeds: tuple[Link, ...]
    metadata: tuple[tuple[str, str], ...]
    linked_data: Markup | None
    open_graph: tuple[tuple[str, str], ...]
    icon: str
    stylesheet: str
    script: str
    organisation: str | None
    home: str
    search: str | None
    site_name: Markup
    navigation: tuple[Link, ...]
    languages: tuple[Link, ...]
    breadcrumbs: tuple[Link, ...]
    edition_note: Markup | None
    footer: tuple[Link, ...]
    is_transcription: bool
    publisher: Markup | None
    maintainer: Markup | None
    updated: str | None
    copyright: Markup | None


def alternates(facts: SiteFacts, path: str) -> tuple[Alternate, ...]:
    """Absolute addresses of a page in every language, and the authoritative one as the default."""
    found = [
        Alternate(language.tag, addresses.absolute(facts.site_url, addresses.localised(language, path)))
        for language in facts.languages
    ]
    return (*found, Alternate("x-default", found[0].url))


def frame(
    facts: SiteFacts,
    menu: Sequence[MenuEntry],
    assets: Assets,
    edition: Edition,
    path: str,
    *,
    title: str,
    description: str,
    breadcrumbs: Sequence[tuple[str, str]] = (),
    organisation: str | None = None,
    data_path: str | None = None,
    feeds: Sequence[tuple[str, str]] = (),
    metadata: Sequence[tuple[str, str]] = (),
    linked_data: Markup | None = None,
    updated: str | None = None,
    everywhere: bool = False,
    findable: bool = True,
) -> Frame:
    """The frame of one page.

    Args:
        facts: what pages know of the site's facts.
        menu: what the parts of the site offer.
        assets: what every page loads.
        edition: the page's language.
        path: its path without language: ``kinmen/114/``.
        title: what it is; the site's name is added, except on the home page.
        description: one or two sentences for search engines.
        breadcrumbs: (name, path without language) of the pages between the home page and it, and of itself last.
        organisation: whose accent colour it wears.
        data_path: path of its open data.
        feeds: (name, path without language) of the feeds that tell what is new here.
        metadata: further ``<meta name>`` pairs.
        linked_data: what it is, as JSON-LD that is escaped for HTML.
        updated: the day of what it says, in words.
        everywhere: it is sent for any address (404): its links begin at the host's root, and it has no address.
        findable: search engines may list it.
    """
    voice = voice_of(facts, edition)
    _ = edition.gettext
    language = edition.language
    here = addresses.localised(language, path)

    def link(target: str) -> str:
        return addresses.from_root(facts.site_url, target) if everywhere else addresses.relative(here, target)

    def page(target: str) -> str:
        return link(addresses.localised(language, target))

    def navigate(name: str, target: str) -> Link:
        return Link(name, page(target), current=target == path and not everywhere)

    home = (_("首頁"), addresses.HOME)
    site = voice.site
    said = facts.publisher.copyright
    return Frame(
        lang=language.tag,
        title=title if title == site.value else _("%(page)s｜%(site)s") % {"page": title, "site": site.value},
        description=description,
        content_security_policy=CONTENT_SECURITY_POLICY,
        canonical=None if everywhere else addresses.absolute(facts.site_url, here),
        alternates=() if everywhere else alternates(facts, path),
        data_link=link(data_path) if data_path else None,
        feeds=tuple(Link(name, page(target)) for name, target in feeds),
        metadata=(*metadata, *((("robots", "noindex"),) if everywhere or facts.preview or not findable else ())),
        linked_data=linked_data,
        open_graph=()
        if everywhere
        else (
            ("og:type", "website"),
            ("og:site_name", site.value),
            ("og:title", title),
            ("og:description", description),
            ("og:url", addresses.absolute(facts.site_url, here)),
            ("og:image", addresses.absolute(facts.site_url, assets.picture)),
        ),
        icon=link(assets.icon),
        stylesheet=link(assets.stylesheet),
        script=link(assets.script),
        organisation=organisation,
        home=page(addresses.HOME),
        search=page(addresses.SEARCH) if any(entry.path == addresses.SEARCH for entry in menu) else None,
        site_name=marked(edition.site_name(facts.site_name), language.tag),
        navigation=(
            navigate(*home),
            *(navigate(_(entry.name), entry.path) for entry in menu if entry.navigation),
        ),
        languages=tuple(
            Link(
                other.name,
                link(addresses.localised(other, addresses.HOME if everywhere else path)),
                current=other == language,
                tag=other.tag,
            )
            for other in facts.languages
        ),
        breadcrumbs=tuple(
            Link(name, page(target), current=position == len(breadcrumbs))
            for position, (name, target) in enumerate((home, *breadcrumbs) if breadcrumbs else ())
        ),
        edition_note=edition_note(edition, link(addresses.localised(AUTHORITATIVE, path)) if not everywhere else None),
        footer=(
            *(navigate(_(entry.name), entry.path) for entry in menu if entry.footer),
            Link(_("聯絡我們"), f"{page(addresses.ABOUT)}#contact"),
        ),
        is_transcription=voice.is_transcription,
        publisher=marked(voice.publisher, language.tag) if facts.publisher.name else None,
        maintainer=maintainer(facts, edition),
        updated=updated,
        copyright=marked(edition.site_name(said), language.tag) if said else None,
    )


def maintainer(facts: SiteFacts, edition: Edition) -> Markup | None:
    """Who keeps the site (維護單位): the publisher's unit, or the publisher alone; None where nobody says who it is."""
    named = facts.publisher
    if not named.name:
        return None
    publisher = marked(edition.site_name(named.name), edition.language.tag)
    if not named.unit:
        return publisher
    unit = marked(edition.site_name(named.unit), edition.language.tag)
    return escape(edition.gettext("%(publisher)s%(unit)s")) % {"publisher": publisher, "unit": unit}


def edition_note(edition: Edition, authoritative: str | None) -> Markup | None:
    """What a page that is not in the authoritative language says of itself, with a link to the one that is."""
    if edition.language == AUTHORITATIVE or authoritative is None:
        return None
    link = Markup('<a href="{}" hreflang="{tag}" title="{}"><span lang="{tag}">{}</span></a>').format(
        authoritative, edition.gettext("本頁的繁體中文版"), AUTHORITATIVE.name, tag=AUTHORITATIVE.tag
    )
    if edition.language.derived_from:
        text = edition.gettext("簡體中文版由繁體中文版轉換，僅供參考；以繁體中文版為準：")
    else:
        text = edition.gettext("譯文僅供參考；以中文版為準：")
    return Markup("{} {}").format(text, link)
