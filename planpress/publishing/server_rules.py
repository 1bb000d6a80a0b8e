"""What a web server is to answer for each file of a site: the one rule that configurations and the probe follow."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, NamedTuple

from planpress.model.redirect import Move
from planpress.pages.frame.security import HEADERS


@dataclass(frozen=True, slots=True)
class MediaType:
    """What a server says that a file is.

    Attributes:
        name: as IANA registers it.
        has_charset: whether ``charset=utf-8`` belongs to it; JSON has no such parameter (RFC 8259).
        is_text: whether compression makes it smaller.
    """

    name: str
    has_charset: bool = False
    is_text: bool = False

    @property
    def header(self) -> str:
        """The value of ``Content-Type``."""
        return f"{self.name}; charset=utf-8" if self.has_charset else self.name


def _text(name: str) -> MediaType:
    return MediaType(name, has_charset=True, is_text=True)


MEDIA_TYPES: Final[Mapping[str, MediaType]] = MappingProxyType(
    {
        "html": _text("text/html"),
        "css": _text("text/css"),
        "js": _text("text/javascript"),
        "txt": _text("text/plain"),
        "csv": _text("text/csv"),
        "ics": _text("text/calendar"),
        "xml": _text("application/xml"),
        "json": MediaType("application/json", is_text=True),
        "jsonl": MediaType("application/jsonl", is_text=True),
        "jsonld": MediaType("application/ld+json", is_text=True),
        "svg": MediaType("image/svg+xml", is_text=True),
        "png": MediaType("image/png"),
        "jpg": MediaType("image/jpeg"),
        "jpeg": MediaType("image/jpeg"),
        "gif": MediaType("image/gif"),
        "webp": MediaType("image/webp"),
        "ico": MediaType("image/vnd.microsoft.icon"),
        "pdf": MediaType("application/pdf"),
        "odt": MediaType("application/vnd.oasis.opendocument.text"),
        "ods": MediaType("application/vnd.oasis.opendocument.spreadsheet"),
        "odp": MediaType("application/vnd.oasis.opendocument.presentation"),
        "odg": MediaType("application/vnd.oasis.opendocument.graphics"),
        "doc": MediaType("application/msword"),
        "docx": MediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        "xlsx": MediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        "zip": MediaType("application/zip"),
    }
)
"""By the end of a file's name: all that a build or ``content/static/`` may publish."""

KEPT: Final = "public, max-age=31536000, immutable"
"""``Cache-Control`` of a file whose name changes with what it holds."""
ASKED: Final = "no-cache"
"""``Cache-Control`` of anything else: it may be kept, and is asked for again each time."""
DIGESTED: Final = r"(?:assets|search)/(?:.*/)?[^/]*-[0-9a-f]{8}[./]"
"""How the path of a file begins whose name, or its folder's, has a digest of what it holds; also for PCRE."""
HIDDEN: Final = r"(?:.*/)?\.(?!well-known/)"
"""How a path begins that nobody may read: names with a dot in front, but for RFC 8615; likewise."""
BELOW: Final = "[A-Za-z0-9/._~-]*"
"""What may follow a path that was moved: nothing that could end a header."""
_NAME: Final = "[A-Za-z0-9._~-]*"
MISSING: Final = "404.html"
"""The page for an address that is not there."""
SMALLEST: Final = 1024
"""Bytes that are worth compressing."""


def media_type(path: str) -> MediaType | None:
    """What a file is, by the end of its name; None when the site has nothing of the kind.

    >>> media_type("kinmen/114/plan.json").name
    'application/json'
    """
    return MEDIA_TYPES.get(path.rpartition("/")[2].rpartition(".")[2].lower())


def cache_control(path: str) -> str:
    """How long a file may be kept.

    >>> cache_control("assets/icon-5d055f8a.svg") == KEPT, cache_control("search/help/index.html")
    (True, 'no-cache')
    """
    return KEPT if re.match(DIGESTED, path) else ASKED


class Rewriting(NamedTuple):
    """What a server makes of the addresses that a move is about.

    Attributes:
        pattern: of paths below the site's, for PCRE and for .NET.
        new: the path instead; ``$1`` and ``$2`` stand for what the pattern's groups are.
    """

    pattern: str
    new: str


def rewritings(moves: Iterable[Move]) -> Iterator[Rewriting]:
    """What a server does for moves; the first that fits is meant."""
    for move in sorted(moves, key=lambda each: (-len(each.old), each.old)):
        old = re.escape(move.old.rstrip("/"))
        if not move.old.endswith("/"):
            yield Rewriting(old, move.new)
        elif not move.goes_along:
            yield Rewriting(f"{old}(?:/{BELOW})?", move.new)
        else:
            before, now = move.stems
            if before != now:
                named = f"((?:{BELOW}/)?files/){re.escape(before)}(-{_NAME})"
                yield Rewriting(f"{old}/{named}", f"{move.new}$1{now}$2")
            yield Rewriting(f"{old}(?:/({BELOW}))?", f"{move.new}$1")


def headers(path: str) -> dict[str, str]:
    """The headers that stand exactly once in the answer for a file, but for its ``Content-Type``."""
    return {**HEADERS, "Cache-Control": cache_control(path)}
