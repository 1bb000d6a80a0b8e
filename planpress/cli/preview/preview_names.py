"""By what names a preview may be asked for.

A page of anybody's may have its own name lead to this machine (DNS rebinding) and read drafts as if they were its own:
a browser sees one origin. So only the names count that whoever started the preview knows of.
"""

import re
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Final, Self

_HOST: Final = re.compile(r"(?:\[(?P<address>[0-9a-f]*:[0-9a-f:.]*)\]|(?P<name>[^:\[\]]+))(?::[0-9]{1,5})?")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a preview.

    Attributes:
        names: in small letters.
        address: at which it listens.
    """

    names: frozenset[str]
    address: IPv4Address | IPv6Address

    @classmethod
    def of(cls, host: str, address: str) -> Self:
        """The names of a preview that was told to listen at a host, and does so at an address."""
        listening = ip_address(address)
        more = _of_this_machine() if listening.is_unspecified else set()
        return cls(frozenset({"localhost", host.lower(), *more}), listening)

    @property
    def is_private(self) -> bool:
        """Whether nobody but this machine reaches the preview."""
        return self.address.is_loopback

    def accept(self, host: str) -> bool:
        """Whether the ``Host`` of a request is one of them, with or without a port.

        An address cannot be made to lead elsewhere: where all addresses are listened at, any will do.
        """
        match = _HOST.fullmatch(host.strip().lower())
        if match is None:
            return False
        name = match["address"] or match["name"]
        address = _address(name)
        if address is None:
            return name in self.names
        return address.is_loopback or address == self.address or self.address.is_unspecified


def _of_this_machine() -> set[str]:
    name = socket.gethostname().lower()
    return {name, name.partition(".")[0], f"{name.partition('.')[0]}.local", socket.getfqdn().lower()}


def _address(name: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(name)
    except ValueError:
        return None
