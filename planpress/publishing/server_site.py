"""A site as a web server sees it: an address, a folder, and what is no more where it was."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from planpress.model.redirect import Move

_PLAIN: Final = re.compile(r"/(?:[\w.~-]+/)*")
"""Paths that need no escaping in any server's configuration."""
_FOLDER: Final = re.compile(r"[^\x00-\x1f\"'\\$%*?\[\]{}<>;#]+")
"""Names of folders that mean themselves in every server's configuration."""
LISTEN: Final = re.compile(r"(?:(?:\d{1,3}\.){3}\d{1,3}:|\[[0-9A-Fa-f:]+\]:)?\d{1,5}")
"""A port, or an address and a port."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """The files of a certificate, on the machine of the server."""

    chain: str
    key: str


@dataclass(frozen=True, slots=True)
class ServedSite:
    """What a configuration is made of.

    Attributes:
        url: address of the home page, with a slash at its end.
        folder: where the site lies on the machine of the server, with ``/``.
        listen: a port, or an address and a port; empty for the usual one.
        certificate: of the host; None when TLS ends before this server.
        moved: what leads elsewhere.
        gone: paths that were withdrawn, with all below, and the file that says so.
    """

    url: str
    folder: str
    listen: str = ""
    certificate: Certificate | None = None
    moved: tuple[Move, ...] = ()
    gone: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def path(self) -> str:
        """The path of the site on its host, as servers know it: not encoded, with slashes at both ends."""
        return f"/{unquote(urlsplit(self.url).path).strip('/')}/".replace("//", "/")

    @property
    def sent_path(self) -> str:
        """The same as it stands in an address, encoded."""
        return quote(self.path)

    @property
    def origin(self) -> str:
        """Scheme, host and port of the address."""
        return "://".join(urlsplit(self.url)[:2])

    @property
    def host(self) -> str:
        """The name of the host, without a port."""
        return urlsplit(self.url).hostname or ""

    @property
    def root(self) -> str:
        """The folder, with a slash at its end."""
        return f"{self.folder.rstrip('/')}/"


def is_plain_path(path: str) -> bool:
    """Whether a path of a host can stand in a configuration as it is."""
    return _PLAIN.fullmatch(path) is not None


def is_plain_file(name: str) -> bool:
    """Whether the name of a file or folder can stand in a configuration as it is."""
    return _FOLDER.fullmatch(name) is not None
