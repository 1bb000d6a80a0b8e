"""What a page proves by itself, told when it is made: so that no build looks at a page twice.

A page that falls short is no problem by itself: how many may, the web team says (``extra.thresholds``).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final

from planpress.model.dublin_core import NAMES
from planpress.model.proof import ProofKey
from planpress.site_checks.metadata import DATED, ISO_DATE

NOT_FOUND: Final = "404.html"
"""It is sent for addresses that have no page, and so has no metadata of its own."""

SUPERSEDED: Final = "/revisions/"
"""In the paths of what revisions of plans replaced, which only their plans lead to."""

_META: Final = re.compile('<meta name="([^"]+)" content="([^"]+)">')  # as base.html writes it, for every page of a site
_LANGUAGE: Final = re.compile('<html lang="([^"]*)"')


@dataclass(frozen=True, slots=True)
class PageProof:
    """A proof that pages give one by one.

    Attributes:
        key: what is proven.
        concerns: whether a page has to prove it, by the path of its file.
        holds: whether it does, by what its file holds.
    """

    key: ProofKey
    concerns: Callable[[str], bool]
    holds: Callable[[bytes], bool]


def has_metadata(html: bytes) -> bool:
    """Whether a page has every element of Dublin Core with something in it, days that are days, and its own language.

    What takes other pages to tell, that no two describe themselves alike or are all of one day, ``check --site`` does.
    """
    head = html.partition(b"</head>")[0].decode("utf-8", "replace")
    said = dict(_META.findall(head))
    language = _LANGUAGE.search(head)
    return (
        said.keys() >= set(NAMES)
        and all(ISO_DATE.fullmatch(said[name]) for name in DATED)
        and language is not None
        and said["DC.Language"] == language[1]
    )


def explains_search(html: bytes) -> bool:
    """Whether a page explains the search, gives examples of it, and says what to do when nothing is found."""
    return all(b'id="%s"' % name in html for name in (b"how", b"examples", b"advice"))


PAGE_PROOFS: Final = (
    PageProof(ProofKey.METADATA, lambda path: path != NOT_FOUND, has_metadata),
    PageProof(ProofKey.SEARCH_HELP, lambda path: path.endswith("search/help/index.html"), explains_search),
)
"""Every proof of this kind."""


@cache  # asked of every page several times a build
def proofs_of(path: str) -> tuple[PageProof, ...]:
    """What a file of the site has to prove: what is no page, and a text that was superseded, nothing."""
    is_page = path.endswith(".html") and SUPERSEDED not in path
    return tuple(proof for proof in PAGE_PROOFS if is_page and proof.concerns(path))


def shortfalls(path: str, content: bytes) -> tuple[ProofKey, ...]:
    """What a file of the site does not prove and should."""
    return tuple(proof.key for proof in proofs_of(path) if not proof.holds(content))
