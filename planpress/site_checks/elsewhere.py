"""Which addresses elsewhere the pages of a finished site lead to, and what their links say."""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urldefrag, urljoin, urlsplit

from planpress import addresses
from planpress.model.checked_link import LinkPlace
from planpress.site_checks.page import Page


def addresses_elsewhere(page: Page, site_url: str) -> Iterator[tuple[str, str]]:
    """The addresses of a page's links to other sites, without fragments, each with what the link says.

    Args:
        page: of the site.
        site_url: address of the home page, ending with a slash.
    """
    base = urljoin(site_url, page.path.removesuffix("index.html"))
    for link in page.named("a"):
        try:
            address = urldefrag(urljoin(base, link.get("href"))).url
            parts = urlsplit(address)
        except ValueError:
            continue
        is_ours = address == site_url.rstrip("/") or address.startswith(site_url)
        if parts.scheme in ("http", "https") and parts.netloc and not is_ours:
            yield address, " ".join((link.text() or link.get("aria-label")).split())


def places_of(pages: Iterable[Page], site_url: str) -> Mapping[str, tuple[LinkPlace, ...]]:
    """Where each address elsewhere stands, by the address: a place for each language that has it.

    Args:
        pages: of the site, in the order of their paths.
        site_url: address of the home page, ending with a slash.
    """
    found: dict[str, dict[str, LinkPlace]] = {}
    for page in pages:
        if addresses.LINKS in page.path:  # which lists the links, and is no page that has them
            continue
        language, path = page.root.get("lang"), page.path.removesuffix("index.html")
        for address, text in dict(reversed([*addresses_elsewhere(page, site_url)])).items():
            places = found.setdefault(address, {})
            place = places.get(language)
            places[language] = (
                place.model_copy(update={"pages": place.pages + 1})
                if place
                else LinkPlace(language=language, page=path, text=text, pages=1)
            )
    return {address: tuple(places[tag] for tag in sorted(places)) for address, places in sorted(found.items())}
