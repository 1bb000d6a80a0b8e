"""Asking hosts that are not ours: one question a host at a time, with a pause, and only what its robots.txt allows."""

import ipaddress
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Final
from urllib.parse import urlsplit

from planpress.publishing.fetching import Answer, Fetch, UnansweredError, follow
from planpress.publishing.robots import Rules, rules_for

AGENT: Final = "planpress-links"
"""What we are called in robots.txt."""
PAUSE_SECONDS: Final = 1.0
"""Between two questions to a host."""
LONGEST_PAUSE: Final = 10.0
"""What a robots.txt may ask of us; with more, a check would take days."""
TRIES: Final = 3
"""How often is asked what gives no answer, or an error of its server's own."""


@dataclass(slots=True)
class _Host:
    """A host and what is known of it; whoever holds its lock asks it."""

    lock: Lock = field(default_factory=Lock)
    asked: float | None = None
    rules: Rules | None = None
    unanswered: UnansweredError | None = None
    """Why nobody answers there at all."""


class Polite:
    """A way to ask (:data:`planpress.publishing.fetching.Fetch`), for several threads at once.

    A host that does not answer for its robots.txt is not asked for anything else: RFC 9309, 2.3.1.4.
    """

    def __init__(
        self,
        fetch: Fetch,
        fetch_text: Fetch,
        agent: str,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        pause: float = PAUSE_SECONDS,
    ) -> None:
        """Ask by others.

        Args:
            fetch: asks for anything.
            fetch_text: asks for a robots.txt, whose text is wanted.
            agent: the whole of what we call ourselves.
            clock: seconds that only grow.
            sleep: waits for so many of them.
            pause: between two questions to a host.
        """
        self.fetch = fetch
        self.fetch_text = fetch_text
        self.headers = {"User-Agent": agent}
        self.clock = clock
        self.sleep = sleep
        self.pause = pause
        self._hosts: dict[str, _Host] = {}
        self._lock = Lock()

    def __call__(self, method: str, address: str, headers: Mapping[str, str]) -> Answer:
        """An answer.

        Raises:
            UnansweredError: there is none, or robots.txt forbids the question (W747).
        """
        parts = urlsplit(address)
        with self._lock:
            host = self._hosts.setdefault(f"{parts.scheme}://{parts.netloc}".lower(), _Host())
        with host.lock:
            if host.rules is None and host.unanswered is None:
                self._learn(host, f"{parts.scheme}://{parts.netloc}/robots.txt")
            if host.unanswered is not None:
                raise host.unanswered
            path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            if host.rules is not None and not host.rules.may_ask(path):
                raise UnansweredError("W747")
            return self._ask(host, self.fetch, method, address, headers)

    def _learn(self, host: _Host, address: str) -> None:
        """Read what a host allows: everything, where it has no robots.txt; nothing, where it cannot say."""

        def fetch(method: str, address: str, headers: Mapping[str, str]) -> Answer:
            return self._ask(host, self.fetch_text, method, address, headers)

        failed: UnansweredError | None = None
        for _ in range(TRIES):
            try:
                answer = follow(fetch, "GET", address, {}).answer
            except UnansweredError as error:
                failed = error
                if error.code in ("E745", "E793", "E794"):
                    break
                continue
            if answer.status < 500:
                text = (answer.content or b"").decode("utf-8", "replace") if answer.status == 200 else ""
                host.rules = rules_for(AGENT, text)
                return
            failed = UnansweredError("W747")
        if failed is not None and failed.code in ("E793", "E794"):  # it is there, and has no rules that could be read
            host.rules = Rules()
        else:
            host.unanswered = failed

    def _ask(self, host: _Host, fetch: Fetch, method: str, address: str, headers: Mapping[str, str]) -> Answer:
        if host.asked is not None:
            self.sleep(max(0.0, host.asked + self._pause(host) - self.clock()))
        try:
            return fetch(method, address, {**self.headers, **headers})
        finally:
            host.asked = self.clock()

    def _pause(self, host: _Host) -> float:
        return max(self.pause, min(host.rules.pause if host.rules else 0.0, LONGEST_PAUSE))


def is_public(ip: str) -> bool:
    """Whether an IP address is one of the open web: not of this machine, not of a network of an office.

    >>> [is_public(ip) for ip in ("1.1.1.1", "127.0.0.1", "10.0.0.1", "169.254.169.254", "::ffff:192.168.0.1", "::1")]
    [True, False, False, False, False, False]
    """
    address = ipaddress.ip_address(ip)
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return address.is_global and not address.is_multicast


_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")
"""What stands for an address of the old kind in networks of the new one (RFC 6052)."""
