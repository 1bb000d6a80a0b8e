"""Which addresses elsewhere the pages of a finished site lead to, and what their links say."""

from collections.abc import Iterator, Mapping
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


class Elsewhere:
    """Where the pages of a site lead elsewhere, as they are looked at one by one, in the order of their paths."""

    def __init__(self, site_url: str) -> None:
        """Begin with no page.

        Args:
            site_url: address of the home page, ending with a slash.
        """
        self.site_url = site_url
        self._found: dict[str, dict[str, LinkPlace]] = {}

    def add(self, page: Page) -> None:
        """Take a page in; the one that lists the links is none that has them."""
        if addresses.LINKS in page.path:
            return
        language, path = page.root.get("lang"), page.path.removesuffix("index.html")
        for address, text in dict(reversed([*addresses_elsewhere(page, self.site_url)])).items():
            places = self._found.setdefault(address, {})
            place = places.get(language)
            places[language] = (
                place.model_copy(update={"pages": place.pages + 1})
                if place
                else LinkPlace(language=language, page=path, text=text, pages=1)
            )

    @property
    def places(self) -> Mapping[str, tuple[LinkPlace, ...]]:
        """Where each address stands, by the address: a place for each language that has it."""
        return {
            address: tuple(places[tag] for tag in sorted(places)) for address, places in sorted(self._found.items())
        }
