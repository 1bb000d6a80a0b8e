"""The check of links to elsewhere: those of the finished site are asked, and what came of it is kept and told."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from planpress.model.checked_link import CheckedLink, CheckedLinks, LinkPlace, LinkState
from planpress.problems import report
from planpress.problems.problem import Place, Problem
from planpress.problems.settings_error import SettingsError
from planpress.publishing.fetching import Limits, fetcher
from planpress.publishing.link_asking import ask_all
from planpress.publishing.politeness import AGENT, Polite, is_public
from planpress.settings import Settings
from planpress.site_checks.elsewhere import Elsewhere
from planpress.site_checks.page import parse_page
from planpress.source.content.links import CHECKED_FILE, LINKS_FILE, read_checked_links
from planpress.source.shapes.link_shapes import LinksFile
from planpress.writing import write_atomically

STALL_SECONDS: Final = 10.0
WHOLE_SECONDS: Final = 20.0
_NO_CONNECTION: Final = frozenset({"E790", "E791"})
"""Codes of what comes of asking where nobody can be reached."""
ROBOTS_LARGEST: Final = 512 * 1024
"""Bytes of a robots.txt that must be read: RFC 9309, 2.5."""


def check_links(settings: Settings, told: LinksFile, today: date, progress: Callable[[int, int], None]) -> CheckedLinks:
    """Ask for every address elsewhere that the finished site leads to, and keep what came of it in ``links.json``.

    What was done is kept when somebody stops it: what was not asked again then has its earlier result.

    Args:
        settings: of the site, which is built.
        told: what an editor says of links.
        today: the day of the check.
        progress: is told how many addresses are done.

    Raises:
        OSError: the file cannot be written.
        SettingsError: this machine reaches nobody, so nothing can be said of any link.
    """
    places = site_places(settings)
    known, _ = read_checked_links(settings.root)
    before = known.links if known else ()
    asked: dict[str, CheckedLink] = {}
    try:
        for link in ask_all(_asking(settings, told), places, before, today, progress):
            asked[link.address] = accepting(link, told)
        if _is_cut_off(asked.values()):
            asked.clear()
            raise SettingsError(problems=(Problem("E749", Place(CHECKED_FILE)),))
    finally:
        earlier = {each.address: each for each in before if each.address in places}
        found = {address: each.model_copy(update={"places": places[address]}) for address, each in earlier.items()}
        found |= asked
        checked = CheckedLinks(links=tuple(found[address] for address in sorted(found)))
        if asked:
            write_atomically(settings.root / CHECKED_FILE, as_json(checked))
    return checked


def _is_cut_off(links: Collection[CheckedLink]) -> bool:
    """Whether this machine reaches nobody: of several hosts not one could be connected to."""
    asked = [each for each in links if each.state is not LinkState.UNASKED]
    hosts = {urlsplit(each.address).netloc for each in asked}
    return len(hosts) > 1 and all(each.reason in _NO_CONNECTION for each in asked)


def _asking(settings: Settings, told: LinksFile) -> Polite:
    internal = {each.host.lower() for each in told.internal}

    def may_reach(host: str, ip: str) -> bool:
        return is_public(ip) or host.lower() in internal

    headers = fetcher(Limits(STALL_SECONDS, WHOLE_SECONDS, 0), may_reach)
    texts = fetcher(Limits(STALL_SECONDS, WHOLE_SECONDS, ROBOTS_LARGEST), may_reach)
    return Polite(headers, texts, f"{AGENT} (+{settings.site_url})")


def site_places(settings: Settings) -> Mapping[str, tuple[LinkPlace, ...]]:
    """Where the finished site leads elsewhere, by the address."""
    paths = sorted(path.relative_to(settings.site_dir).as_posix() for path in settings.site_dir.rglob("*.html"))
    elsewhere = Elsewhere(settings.site_url)
    for path in paths:
        elsewhere.add(parse_page(path, (settings.site_dir / path).read_text("utf-8", "replace")))
    return elsewhere.places


def accepting(link: CheckedLink, told: LinksFile) -> CheckedLink:
    """A link of which no program can tell, as what a person found; any other as it is."""
    if link.state in (LinkState.SOUND, LinkState.MOVED):
        return link
    for each in told.accepted:
        if each.address == link.address:
            why = f"{each.why}（{each.unit}，{each.seen.text}）"
            return link.model_copy(update={"state": LinkState.ACCEPTED, "why": why, "checked": each.seen.first_day})
    return link


def as_json(checked: CheckedLinks) -> bytes:
    """The file: what is unknown is left out, so that a check that finds the same changes days alone."""
    return f"{checked.model_dump_json(by_alias=True, exclude_none=True, indent=1)}\n".encode()


def link_problems(checked: CheckedLinks, site_name: str, language: str) -> Iterator[Problem]:
    """What is wrong with links, each at the first page that has it.

    Args:
        checked: what the check found.
        site_name: name of the site's folder, which stands before the path of a page.
        language: of the words that say what kept an answer away.
    """
    for link in checked.links:
        place = link.place(language)
        values = {
            "address": link.address,
            "found": found_words(link, language),
            "pages": str(sum(each.pages for each in link.places)),
        }
        at = Place(f"{site_name}/{place.page}index.html" if place else CHECKED_FILE)
        match link.state:
            case LinkState.BROKEN:
                yield Problem("E744", at, values)
            case LinkState.MOVED:
                yield Problem("W744", at, {**values, "target": link.leads_to or ""})
            case LinkState.UNASKED if link.reason == "E745":
                yield Problem("E745", at, link.details)
            case LinkState.REFUSED | LinkState.UNASKED:
                yield Problem("W745", at, values)


def unneeded(checked: CheckedLinks, told: LinksFile) -> Iterator[Problem]:
    """Exceptions for addresses that no page leads to any more."""
    known = {each.address for each in checked.links}
    for each in told.accepted:
        if each.address not in known:
            yield Problem("W748", Place(LINKS_FILE), {"address": each.address})


def found_words(link: CheckedLink, language: str) -> str:
    """What came instead of a page: 「404」, or why nothing came."""
    if link.reason is None:
        return str(link.status)
    return report.what(Problem(link.reason, Place(link.address), link.details), language)


def never_checked(places: Mapping[str, tuple[LinkPlace, ...]], checked: CheckedLinks | None) -> list[Problem]:
    """That the finished site leads to addresses of which ``links.json`` knows nothing; told once."""
    known = {each.address for each in checked.links} if checked else set()
    new = [address for address in places if address not in known]
    return [Problem("W746", Place(CHECKED_FILE), {"number": str(len(new)), "address": new[0]})] if new else []
