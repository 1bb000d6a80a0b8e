"""What only the whole site can tell: whether its links lead somewhere, and whether its titles differ."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from planpress.addresses import file_of
from planpress.problems.problem import Place, Problem
from planpress.site_checks.markup import title_of
from planpress.site_checks.page import Element, Page
from planpress.site_checks.rule import place

_ADDRESSES: Final = {
    "a": "href", "area": "href", "form": "action", "iframe": "src", "img": "src", "link": "href", "script": "src",
    "source": "src",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class NamedAddress:
    """An address that a page names, and where."""

    address: str
    place: Place


@dataclass(frozen=True, slots=True)
class Facts:
    """What the site as a whole needs to know of a page; its tree can be forgotten.

    Attributes:
        path: of the file, below the site's folder.
        file: as problems call it.
        lang: of its root.
        title: its title.
        ids: of its elements.
        addresses: addresses that it names.
    """

    path: str
    file: str
    lang: str
    title: str
    ids: frozenset[str]
    addresses: tuple[NamedAddress, ...]


def facts_of(file: str, page: Page) -> Facts:
    """What the site needs to know of a page."""
    return Facts(
        path=page.path,
        file=file,
        lang=page.root.get("lang"),
        title=title_of(page),
        ids=frozenset(element.attributes["id"] for element in page.elements if "id" in element.attributes),
        addresses=tuple(
            NamedAddress(address, place(file, page, element))
            for element in page.elements
            if (address := _address(element)) is not None
        ),
    )


def _address(element: Element) -> str | None:
    attribute = _ADDRESSES.get(element.name)
    return element.attributes.get(attribute) if attribute else None


def unique_titles(pages: Iterable[Facts]) -> Iterator[Problem]:
    """No two pages of a language have the same title."""
    first: dict[tuple[str, str], Facts] = {}
    for page in pages:
        other = first.setdefault((page.lang, page.title), page)
        if page.title and other is not page:
            yield Problem("E741", Place(page.file), {"title": page.title, "other": other.file})


def broken_links(pages: Collection[Facts], files: Collection[str], site_url: str) -> Iterator[Problem]:
    """Links of the site to itself that lead to no file, or to no element of the page; see :func:`own_links`."""
    return (wrong for _, wrong in own_links(pages, files, site_url) if wrong)


def own_links(
    pages: Collection[Facts], files: Collection[str], site_url: str
) -> Iterator[tuple[Facts, Problem | None]]:
    """Every link of the site to itself, with its page and what is wrong with it.

    Args:
        pages: all pages.
        files: paths of all files of the site.
        site_url: address of the home page, ending with a slash.
    """
    ids = {page.path: page.ids for page in pages}
    for page in pages:
        base = urljoin(site_url, page.path.removesuffix("index.html"))
        for named in page.addresses:
            target, fragment = _target(named.address, base, site_url)
            if target is None:
                continue
            if target not in files:
                yield page, Problem("E742", named.place, {"address": named.address})
            elif fragment and target in ids and fragment not in ids[target]:
                yield page, Problem("E743", named.place, {"address": named.address, "id": fragment})
            else:
                yield page, None


def _target(address: str, base: str, site_url: str) -> tuple[str | None, str]:
    """File and fragment that an address means; None for one that does not lead into the site.

    An address without a host that leads out of the site's path (``/about/`` on a site at ``/plans/``) is a mistake of
    the site's own, and is looked up where it will not be found.
    """
    if urlsplit(address).scheme not in ("", "http", "https"):
        return None, ""
    parts = urlsplit(urljoin(base, address))
    place_ = parts._replace(query="", fragment="").geturl()
    fragment = unquote(parts.fragment)
    if place_.startswith(site_url):
        return file_of(unquote(place_.removeprefix(site_url))), fragment
    return (None, "") if urlsplit(address).netloc else (unquote(parts.path), fragment)
