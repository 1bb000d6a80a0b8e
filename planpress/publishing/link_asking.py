"""Whether addresses elsewhere are still there: each asked politely, and what came of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from datetime import date
from threading import Event
from typing import Final
from urllib.parse import urlsplit

from planpress.model.checked_link import CheckedLink, LinkPlace, LinkState
from planpress.publishing.fetching import Arrival, Fetch, UnansweredError, follow
from planpress.publishing.politeness import TRIES

HOSTS: Final = 8
"""Hosts that are asked at the same time."""

_PERMANENT: Final = frozenset({301, 308})
_GONE: Final = frozenset({404, 410})
_UNASKED: Final = frozenset({"W747", "E745"})
"""Why nothing was asked: robots.txt, and networks that are not public."""


def ask(fetch: Fetch, address: str) -> CheckedLink:
    """Ask for an address: for its headers alone, and where a server does not like that, for all of it.

    Args:
        fetch: asks politely.
        address: without a fragment.
    """
    found = CheckedLink(address=address, state=LinkState.UNASKED)
    for _ in range(TRIES):
        for method in ("HEAD", "GET"):
            found = _asked(fetch, method, address)
            if found.state in (LinkState.SOUND, LinkState.MOVED) or found.reason in _UNASKED:
                return found
        if found.status is not None and found.status < 500:
            return found
    return found


def _asked(fetch: Fetch, method: str, address: str) -> CheckedLink:
    try:
        arrival = follow(fetch, method, address, {})
    except UnansweredError as error:
        state = LinkState.UNASKED if error.code in _UNASKED else LinkState.BROKEN
        return CheckedLink(address=address, state=state, reason=error.code, details=error.values)
    leads_to = arrival.address if arrival.address != address else None
    return CheckedLink(address=address, state=_state(arrival), status=arrival.answer.status, leads_to=leads_to)


def _state(arrival: Arrival) -> LinkState:
    status = arrival.answer.status
    if 200 <= status < 300:
        is_moved = bool(arrival.statuses) and _PERMANENT.issuperset(arrival.statuses)
        return LinkState.MOVED if is_moved else LinkState.SOUND
    return LinkState.BROKEN if status in _GONE or status >= 500 else LinkState.REFUSED


def ask_all(
    fetch: Fetch,
    places: Mapping[str, tuple[LinkPlace, ...]],
    known: Iterable[CheckedLink],
    today: date,
    told: Callable[[int, int], None] = lambda done, total: None,
) -> Iterator[CheckedLink]:
    """Ask for each address; what was found sound today is not asked again.

    Args:
        fetch: asks politely, in several threads.
        places: where each address stands on the site.
        known: what an earlier check found.
        today: the day of this one.
        told: is told how many are done.
    """
    sound = {
        each.address: each
        for each in known
        if each.checked == today and each.state in (LinkState.SOUND, LinkState.MOVED)
    }
    waiting: dict[str, list[str]] = {}
    for address, of_address in places.items():
        if address in sound:
            yield sound[address].model_copy(update={"places": of_address})
        else:
            waiting.setdefault(urlsplit(address).netloc.lower(), []).append(address)
    done = len(places) - sum(map(len, waiting.values()))
    is_stopped = Event()

    def of_host(addresses: Sequence[str]) -> list[CheckedLink]:
        """Those of a host follow one another, so that a slow one keeps one thread and not all."""
        return [ask(fetch, address) for address in addresses if not is_stopped.is_set()]

    with ThreadPoolExecutor(HOSTS) as executor:
        try:
            for each in as_completed([executor.submit(of_host, addresses) for addresses in waiting.values()]):
                for link in each.result():
                    checked = None if link.state is LinkState.UNASKED else today
                    yield link.model_copy(update={"places": places[link.address], "checked": checked})
                    done += 1
                    told(done, len(places))
        finally:
            is_stopped.set()
