"""One evening's look at a published site: whether it is there, and is what was published; one finding a check."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final
from urllib.parse import quote

from planpress.addresses import HOME, address_of, file_of
from planpress.cache import digest
from planpress.model.redirect import Move, led
from planpress.problems.problem import Place, Problem
from planpress.publishing.fetching import Fetch, UnansweredError, follow
from planpress.publishing.manifest import Manifest
from planpress.publishing.probe import Probe, is_one_of, together
from planpress.publishing.server_rules import MISSING

WEEK: Final = 7
"""Evenings in which every file is looked at once."""
TELLING: Final = 5
"""Files by which one release is told from another."""
MOST_UNANSWERED: Final = 5
"""Files without an answer after which no further one is asked for: each may take a quarter of a minute."""
SOON: Final = timedelta(days=30)
"""How long before its end a certificate is warned of; authorities renew theirs a month before."""
TOO_LATE: Final = timedelta(days=7)
"""From then on it is an error."""


class Check(StrEnum):
    """What is looked at each evening."""

    HOME = "home"
    """The home page answers at its address."""
    FILES = "files"
    """Pages and files are, byte for byte, those of the last release."""
    RELEASE = "release"
    """What the last release changed or took away, readers see so."""
    CERTIFICATE = "certificate"
    """The certificate is trusted, and for a while yet."""
    SERVER = "server"
    """Statuses, headers, types and compression, as ``build.py probe`` asks for them."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a check found.

    Attributes:
        check: which.
        of: how many pages and files were asked for.
        figure: the number of the last release, or the days that a certificate has left.
        problems: what is wrong.
    """

    check: Check
    of: int
    figure: int | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Watch:
    """A site, and what is known of it.

    Attributes:
        base: address of the home page where it is asked for, with a slash at its end.
        url: the address that it is published at.
        fetch: asks a server.
        releases: of its target, the oldest first; empty where none is known.
        moved: what leads elsewhere.
        gone: paths that were withdrawn.
    """

    base: str
    url: str
    fetch: Fetch
    releases: Sequence[Manifest] = ()
    moved: tuple[Move, ...] = ()
    gone: Mapping[str, str] = field(default_factory=dict)

    def look(self, now: datetime) -> Iterator[Look]:
        """Look at everything; at nothing more where the home page is not there."""
        try:
            arrival = follow(self.fetch, "GET", self.base, {})
        except UnansweredError as error:
            yield Look(Check.HOME, 1, problems=(Problem(error.code, Place(self.base), error.values),))
            return
        if not is_one_of(arrival.address, self.base, self.url):
            yield Look(Check.HOME, 1, problems=(Problem("W793", Place(self.base), {"target": arrival.address}),))
            return
        if arrival.answer.status != 200:
            yield Look(Check.HOME, 1, problems=(self._status(self.base, arrival.answer.status),))
            return
        yield Look(Check.HOME, 1)
        if self.releases:
            yield from self._released(now.date())
        if (until := arrival.answer.trusted_until) is not None:
            yield self._certificate(until, now)
        probe = Probe(self.base, self.url, self.fetch, self.moved, self.gone)
        problems = probe.visit()
        yield Look(Check.SERVER, probe.asked, problems=tuple(problems))

    def _released(self, day: date) -> Iterator[Look]:
        """What is there, beside what was published."""
        last = self.releases[-1]
        telling, taken = _changed(self.releases, day)
        home = [file_of(HOME)] if file_of(HOME) in last.files else []
        paths = dict.fromkeys(path for path in (*home, *sample(last.files, day), *telling) if not self._leads_on(path))
        wrong: list[Problem] = []
        unanswered = 0
        for asked, path in enumerate(paths):
            if unanswered >= MOST_UNANSWERED:
                paths = dict.fromkeys(list(paths)[:asked])
                break
            problem = self._file(path)
            unanswered += problem is not None and problem.code not in ("E772", "E773", "E796")
            wrong += [problem] if problem else []
        old = [each for each in wrong if each.code == "E773"]
        for path in taken:
            old += [Problem("E774", Place(self._address(path)))] if self._is_there(path) else []
        others = [each for each in wrong if each.code != "E773"]
        yield Look(Check.FILES, len(paths), problems=tuple(together(others)))
        yield Look(Check.RELEASE, len(telling) + len(taken), last.number, tuple(together(old)))

    def _leads_on(self, path: str) -> bool:
        """Whether a server sends something else for a page, which is there for hosts that can only send files."""
        address = address_of(path)
        return led(self.moved, address) != address or address.startswith(tuple(self.gone))

    def _file(self, path: str) -> Problem | None:
        """What is wrong with a file."""
        address = self._address(path)
        try:
            answer = self.fetch("GET", address, {"Accept-Encoding": "gzip"})
        except UnansweredError as error:
            return Problem(error.code, Place(address), error.values)
        if answer.status != 200:
            return self._status(address, answer.status)
        found = digest(answer.content) if answer.content is not None else ""
        if found == self.releases[-1].files[path]:
            return None
        for earlier in reversed(self.releases[:-1]):
            if earlier.files.get(path) == found:
                values = {"old": str(earlier.number), "number": str(self.releases[-1].number)}
                return Problem("E773", Place(address), values)
        return Problem("E772", Place(address))

    def _is_there(self, path: str) -> bool:
        try:
            return self.fetch("GET", self._address(path), {}).status == 200
        except UnansweredError:
            return False

    def _certificate(self, until: datetime, now: datetime) -> Look:
        left = until - now
        code = "E775" if left < TOO_LATE else "W775" if left < SOON else ""
        values = {"days": str(left.days), "day": until.date().isoformat()}
        problems = (Problem(code, Place(self.base), values),) if code else ()
        return Look(Check.CERTIFICATE, 1, left.days, problems)

    def _status(self, address: str, status: int) -> Problem:
        return Problem("E796", Place(address), {"expected": "200", "found": str(status)})

    def _address(self, path: str) -> str:
        return self.base + quote(address_of(path))


def sample(paths: Mapping[str, str], day: date) -> list[str]:
    """The files of an evening: another seventh each, all of them within any seven evenings that follow one another.

    A file keeps its evening of the week whatever else is published, for its own name tells which it is.
    """
    return [path for path in paths if path != MISSING and _number(path) % WEEK == day.toordinal() % WEEK]


def _changed(releases: Sequence[Manifest], day: date) -> tuple[list[str], list[str]]:
    """Some of what the last release changed, and some of what it took away; others on another day."""
    last = releases[-1]
    before = releases[-2].digests if releases[1:] else {}
    changed = [path for path, name in last.files.items() if path != MISSING and before.get(path) != name]
    taken = [path for path in before if path not in last.digests]
    return _some(changed, day), _some(taken, day)


def _some(paths: Sequence[str], day: date) -> list[str]:
    return sorted(paths, key=lambda path: _number(f"{day.isoformat()} {path}"))[:TELLING]


def _number(text: str) -> int:
    return int(digest(text.encode())[:12], 16)
