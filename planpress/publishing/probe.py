"""Whether a web server sends a site as it should: a sample of each kind of file, and what must not be found.

It knows the site by its own pages, so that it can be run against any server from anywhere.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final
from urllib.parse import unquote

from planpress.addresses import RESERVED, file_of
from planpress.model.redirect import Move, led
from planpress.problems.problem import Place, Problem
from planpress.publishing.fetching import Answer, Fetch, UnansweredError, follow, joined
from planpress.publishing.server_rules import KEPT, MISSING, SMALLEST, cache_control, headers, media_type
from planpress.site_checks.page import parse_page
from planpress.site_checks.whole_site import facts_of

MOST_PAGES: Final = 12
"""Pages that are read for addresses."""
OF_A_KIND: Final = 2
"""Files of each kind that are asked for."""
KEPT_SECONDS: Final = 2_592_000
"""A month: what is kept as long counts as kept for good."""
ASKED_SECONDS: Final = 600
"""What is kept no longer counts as asked for."""

NOWHERE: Final = ("planpress-probe/", "assets/planpress-probe/planpress-probe.js")
"""Addresses that no site has."""
SECRETS: Final = (".planpress.json", ".git/HEAD", ".htaccess", ".env", "assets/.git/config")
"""What nobody may read, whether it is there or not."""
FOLDERS: Final = ("assets/",)
"""Folders without a page."""
FIRST: Final = ("", "robots.txt", "sitemap.xml", "search/", "about/")
"""What every site has."""


@dataclass(slots=True)
class Probe:
    """One visit to a site.

    Attributes:
        base: address of the home page where it is asked for, with a slash at its end.
        url: the address that it is published at; a redirect may lead to either.
        fetch: asks a server.
        moved: what leads elsewhere.
        gone: paths that were withdrawn.
        asked: how many questions the server was asked.
        problems: what is wrong, in the order in which it was found, each at its own address.
    """

    base: str
    url: str
    fetch: Fetch
    moved: tuple[Move, ...] = ()
    gone: Mapping[str, str] = field(default_factory=dict)
    asked: int = 0
    problems: list[Problem] = field(default_factory=list)

    def visit(self) -> list[Problem]:
        """Ask for everything; return what is wrong."""
        if self._is_home_there():
            self._files()
            self._missing()
            self._hidden()
            self._redirects()
            self._unchanged()
        return together(self.problems)

    def _is_home_there(self) -> bool:
        """Whether the home page is where it is said to be; else nothing more can be said."""
        try:
            arrival = follow(self._counted, "GET", self.base, {})
        except UnansweredError as error:
            self._tell(error.code, self.base, **error.values)
            return False
        is_here = is_one_of(arrival.address, self.base)
        if not is_here:
            self._tell("W793", self.base, target=arrival.address)
        elif arrival.answer.status != 200:
            self._tell_status(self.base, arrival.answer, "200")
        return is_here and arrival.answer.status == 200

    def _files(self) -> None:
        """A sample of each kind of file; pages are read for addresses."""
        waiting = dict.fromkeys(FIRST)
        done: set[str] = set()
        counts: Counter[tuple[str, str]] = Counter()
        while waiting:
            path = min(waiting, key=_interest)
            del waiting[path]
            done.add(path)
            file = file_of(path)
            kind = (file.rpartition(".")[2], cache_control(file))
            is_page = kind[0] == "html"
            if counts[kind] >= (MOST_PAGES if is_page else OF_A_KIND):
                continue
            counts[kind] += 1
            answer = self._file(path)
            if answer and is_page:
                waiting |= dict.fromkeys(found for found in self._named(path, answer) if found not in done)

    def _file(self, path: str) -> Answer | None:
        """Ask for a file as browsers do, and once without compression; the answer is None unless it is right."""
        address, file = self.base + path, file_of(path)
        answer = self._ask(address, {"Accept-Encoding": "gzip"})
        if answer is None or answer.status != 200:
            if answer is not None:
                self._tell_status(address, answer, "200")
            return None
        self._headers(address, file, answer)
        kind = media_type(file)
        if kind is None:
            return answer
        if (found := answer.first("Content-Type")) and _same_type(found, kind.header):
            pass
        else:
            self._tell("E798", address, expected=kind.header, found=found or "—")
        if not kind.is_text:
            return answer
        plain = self._ask(address, {"Accept-Encoding": "identity"})
        content = answer.content
        if content is None or (plain is not None and plain.content != content):
            self._tell("E799", address)
            return None
        if not answer.is_compressed and len(content) >= SMALLEST:
            self._tell("W790", address)
        elif answer.is_compressed and "accept-encoding" not in ",".join(answer.all("Vary")).lower():
            self._tell("W794", address)
        return answer

    def _headers(self, address: str, file: str, answer: Answer) -> None:
        """Each header once, and how long the file may be kept."""
        for name, expected in headers(file).items():
            found = answer.all(name)
            if name == "Cache-Control":
                if not _is_kept_right(", ".join(found), expected):
                    self._tell("W791", address, expected=expected, found=", ".join(found) or "—")
            elif found != (expected,):
                values = {
                    "name": name,
                    "expected": expected,
                    "count": str(len(found)),
                    "found": " / ".join(found) or "—",
                }
                self._tell("E797", address, **values)

    def _named(self, path: str, page: Answer) -> Iterator[str]:
        """The paths of the site that a page names, also those that its search form does."""
        here = self.base + path
        parsed = parse_page(path, (page.content or b"").decode("utf-8", "replace"))
        named = [each.address for each in facts_of(path, parsed).addresses]
        files = ("data-index", "data-foreign")
        named += (file for form in parsed.named("form") for name in files for file in form.get(name).split())
        for address in named:
            target = joined(here, address).partition("#")[0].partition("?")[0]
            for start in (self.base, self.url):
                if target.startswith(start):
                    yield target.removeprefix(start)

    def _missing(self) -> None:
        """Addresses that are nowhere: the site's own page, with its headers, and the status 404."""
        page = self._ask(self.base + MISSING)
        for path in NOWHERE:
            address = self.base + path
            answer = self._ask(address)
            if answer is None:
                continue
            if answer.status != 404:
                self._tell_status(address, answer, "404")
            elif page is not None and page.content != answer.content:
                self._tell("E512", address)
            self._headers(address, MISSING, answer)

    def _hidden(self) -> None:
        """Files that are nobody's business, and lists of what a folder holds."""
        for code, paths in (("E513", SECRETS), ("E514", FOLDERS)):
            for path in paths:
                answer = self._ask(self.base + path)
                if answer is not None and answer.status < 400:
                    self._tell(code, self.base + path, found=str(answer.status))

    def _redirects(self) -> None:
        """A folder without its slash; what was moved or withdrawn."""
        for old, new in {"about": "about/", **{each.old: led(self.moved, each.old) for each in self.moved}}.items():
            answer = self._ask(self.base + old)
            if answer is None:
                continue
            target = joined(self.base + old, answer.first("Location"))
            if answer.status not in (301, 308) or not is_one_of(target, self.base + new, self.url + new):
                self._tell_status(self.base + old, answer, f"301 → {self.url}{new}")
            self._headers(self.base + old, MISSING, answer)
        for path in self.gone:
            answer = self._ask(self.base + path)
            if answer is not None and answer.status != 410:
                self._tell_status(self.base + path, answer, "410")

    def _unchanged(self) -> None:
        """What a browser has already is not sent again."""
        for encoding in ("gzip", "identity"):
            given = {"Accept-Encoding": encoding}
            answer = self._ask(self.base, given)
            if answer is None:
                continue
            tag = answer.first("ETag")
            again = self._ask(self.base, {**given, "If-None-Match": tag}) if tag else answer
            if again is not None and again.status != 304:
                self._tell("W792", self.base, found=str(again.status))
                return

    def _ask(self, address: str, given: Mapping[str, str] | None = None) -> Answer | None:
        """An answer, or None when there is none, which is told."""
        try:
            return self._counted("GET", address, given or {})
        except UnansweredError as error:
            self._tell(error.code, address, **error.values)
            return None

    def _counted(self, method: str, address: str, given: Mapping[str, str]) -> Answer:
        self.asked += 1
        return self.fetch(method, address, given)

    def _tell(self, code: str, address: str, **values: str) -> None:
        problem = Problem(code, Place(address), values)
        if problem not in self.problems:
            self.problems.append(problem)

    def _tell_status(self, address: str, answer: Answer, expected: str) -> None:
        location = answer.first("Location")
        found = f"{answer.status} → {location}" if location else str(answer.status)
        self._tell("E796", address, expected=expected, found=found)


def together(problems: list[Problem]) -> list[Problem]:
    """What is wrong in the same way at several addresses is told at the first of them, with their number."""
    alike: dict[tuple[str, tuple[tuple[str, str], ...]], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.code, tuple(sorted(problem.values.items()))), []).append(problem)
    return [replace(each[0], values={**each[0].values, "addresses": str(len(each))}) for each in alike.values()]


def _interest(path: str) -> tuple[int, str]:
    """What is asked for first: the home page, files, then plans and offices, whose pages name what there is."""
    if path in FIRST:
        return (0, path)
    if not path.endswith("/"):
        return (1, path)
    if re.fullmatch(r"[a-z0-9-]+/\d+/", path):
        return (2, path)
    return (3 if path.count("/") == 1 and path[:-1] not in RESERVED else 4, path)


def is_one_of(address: str, *others: str) -> bool:
    """Whether two addresses are the same however their signs are encoded: Apache writes %e8 for %E8."""
    return unquote(address) in map(unquote, others)


def _same_type(found: str, expected: str) -> bool:
    return re.sub(r'[\s"]', "", found).lower() == re.sub(r"\s", "", expected).lower()


def _is_kept_right(found: str, expected: str) -> bool:
    """Whether a ``Cache-Control`` does what it is to do, whatever its words."""
    words = {word.strip().lower() for word in found.split(",")}
    seconds = max((int(word[8:]) for word in words if re.fullmatch(r"max-age=\d{1,18}", word)), default=None)
    is_asked = not words.isdisjoint({"no-cache", "no-store"})
    if expected == KEPT:
        return not is_asked and seconds is not None and seconds >= KEPT_SECONDS
    return is_asked or (seconds is not None and seconds <= ASKED_SECONDS and "immutable" not in words)
