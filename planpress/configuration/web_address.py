"""The address of a site: which parts of one cannot be used, and how a Chinese one is written."""

import ipaddress
import re
from typing import Final
from urllib.parse import quote

_PARTS: Final = re.compile(r"(https?)://([^/?#\s]*)([^?#\s]*)(.*)", re.DOTALL)
_AUTHORITY: Final = re.compile(r"(?:.*@)?(\[[^]]*\]|[^:]*)(?::(.*))?", re.DOTALL)
_LABEL: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
_PATH: Final = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*")
_MOST_OF_HOST: Final = 253


def wrong_part(address: str) -> tuple[int, int] | None:
    """The first characters of an address that a site cannot have; None when it is right.

    >>> wrong_part("https://example.org/plans/"), wrong_part("https://me:secret@example.org/")
    (None, (8, 18))
    """
    match = _PARTS.fullmatch(address)
    if match is None or not match[2]:
        return 0, len(address)
    if match[4]:
        return match.span(4)
    if "@" in match[2]:
        return match.start(2), match.start(2) + match[2].rindex("@") + 1
    authority = _AUTHORITY.fullmatch(match[2])
    assert authority is not None  # it takes anything
    start = match.start(2)
    if not _is_host(authority[1]):
        return start + authority.start(1), max(start + authority.end(1), start + 1)
    if authority[2] is not None and not _is_port(authority[2]):
        return start + authority.start(2) - 1, start + authority.end(2)
    path = match[3]
    if not _PATH.fullmatch(path) or "//" in path or not {".", ".."}.isdisjoint(path.split("/")):
        return match.span(3)
    return None


def in_ascii(address: str) -> str | None:
    """An address with its host in punycode and its path in percent-encoding; None when that mends nothing.

    >>> in_ascii("https://金門.tw/計畫/")
    'https://xn--5m4ao6e.tw/%E8%A8%88%E7%95%AB/'
    """
    match = _PARTS.fullmatch(re.sub(r"\s", lambda blank: quote(blank[0]), address.strip()))
    if match is None:
        return None
    host, colon, port = match[2].partition(":")
    try:
        host = host.encode("idna").decode()
    except UnicodeError:
        return None
    written = f"{match[1]}://{host}{colon}{port}" + quote(match[3], safe="/%!$&'()*+,;=:@~")
    return written if written != address and wrong_part(written) is None else None


def _is_host(host: str) -> bool:
    if host.startswith("["):
        return _is_address(host[1:-1], ipaddress.IPv6Address)
    labels = host.removesuffix(".").split(".")
    if labels[-1].isdigit():
        return _is_address(host, ipaddress.IPv4Address)
    return len(host) <= _MOST_OF_HOST and all(map(_LABEL.fullmatch, labels))


def _is_address(text: str, kind: type[ipaddress.IPv4Address] | type[ipaddress.IPv6Address]) -> bool:
    try:
        return "%" not in text and bool(kind(text))
    except ValueError:
        return False


def _is_port(text: str) -> bool:
    return re.fullmatch("[0-9]{1,5}", text) is not None and 0 < int(text) < 65536
