"""Addresses that were published once, and what becomes of each when a release no longer has it.

Owed to readers are pages, documents and data: what people print, cite and subscribe to. Lists that follow from what
plans say (an index by month, a comparison of two years) come and go with it; so do pictures, which pages show.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from planpress import addresses
from planpress.addresses import address_of, file_of
from planpress.model.redirect import Move, led
from planpress.publishing.comparing import Counted, Fewer, subject
from planpress.publishing.manifest import Fate, Manifest, is_digested

_LANGUAGE: Final = "(?:en/|zh-hans/)?"
_LISTS: Final = re.compile(
    rf"{_LANGUAGE}(?:"
    r"[^/]+"  # robots.txt, sitemap.xml, 404.html
    r"|\.well-known/.*"
    r"|browse/(?!departments/).+"
    r"|topics/[^/]+/(?!files/).+/index\.html"
    r"|quality/[^/]+/index\.html"
    r"|[^/]+/\d+/(?:.*/)?changes/.*"
    r"|.*/(?:files|results)/[^/]+\.(?:png|jpe?g|gif|webp|svg)"
    r")"
)
_WITH_PLANS: Final = re.compile(rf"{_LANGUAGE}(?:browse/departments|topics)/.+")
"""What is there as long as a plan has it: departments and topics, and their lists."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Addresses that nothing became of, by what they belong to.

    Attributes:
        address: of a plan, or of a page in whatever language.
        paths: of the files that were there.
    """

    address: str
    paths: tuple[str, ...]


def is_owed(path: str) -> bool:
    """Whether a file of the site is one that readers may come back to.

    >>> is_owed("en/kinmen/114/index.html"), is_owed("browse/periods/month-05/index.html"), is_owed("sitemap.xml")
    (True, False, False)
    """
    return path == "index.html" or (not is_digested(path) and _LISTS.fullmatch(path) is None)


def owed(before: Manifest) -> set[str]:
    """Every path that was published once and that nobody has given up."""
    former = {path for path, fate in before.former.items() if fate is not Fate.GIVEN_UP}
    return former.union(filter(is_owed, before.files))


def fates(
    before: Manifest,
    files: Collection[str],
    moved: Sequence[Move] = (),
    gone: Collection[str] = (),
    accepted: Sequence[Fewer] = (),
) -> dict[str, Fate]:
    """What became of every path that was published once and is no longer there.

    Args:
        before: the release that readers see.
        files: paths of the next one.
        moved: what leads elsewhere.
        gone: paths that were withdrawn, with all below those that end with a slash.
        accepted: what may be fewer than before.
    """

    def fate(path: str) -> Fate:
        address = address_of(path)
        there = led(moved, address)
        if there != address and file_of(there) in files:
            return Fate.MOVED
        if any(address == each or (each.endswith("/") and address.startswith(each)) for each in gone):
            return Fate.WITHDRAWN
        return Fate.GIVEN_UP if any(each.has(path) for each in accepted) else Fate.MISSING

    found = {path: fate(path) for path in owed(before).difference(files)}
    is_without_a_plan = any(each.kind is Counted.PLANS for each in accepted) or any(
        found[path] is Fate.WITHDRAWN for path in before.files if path in found
    )
    for path, said in found.items():
        if said is Fate.MISSING and is_without_a_plan and _WITH_PLANS.fullmatch(path):
            found[path] = Fate.GIVEN_UP
    given_up = {path: said for path, said in before.former.items() if said is Fate.GIVEN_UP and path not in files}
    return dict(sorted((given_up | found).items()))


def lost(found: Mapping[str, Fate]) -> list[Lost]:
    """The addresses of which nothing became; what lies below one of them is told with it."""
    together: dict[str, list[str]] = {}
    for path in sorted((path for path, said in found.items() if said is Fate.MISSING), key=_without_language):
        about = subject(path)
        address = addresses.plan(*about) if about.office else _without_language(path)
        above = next((each for each in together if each.endswith("/") and address.startswith(each)), address)
        together.setdefault(above, []).append(path)
    return [Lost(address, tuple(paths)) for address, paths in sorted(together.items())]


def _without_language(path: str) -> str:
    return re.sub(f"^{_LANGUAGE}", "", address_of(path))
