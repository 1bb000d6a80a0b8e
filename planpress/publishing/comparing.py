"""Two releases side by side: what is new, what is another, what is gone, and whether that is too much."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from planpress.addresses import RESERVED

PART_LOST: Final = 0.1
"""The share of pages, or of documents, that may be gone without anybody being asked, where no plan is."""

_PLAN: Final = re.compile(r"(?:[a-z-]+/)?([a-z][a-z0-9-]*)/(\d{2,3})/.+")
_DATA: Final = "plan.json"
_PLAN_DATA: Final = re.compile(rf"([a-z][a-z0-9-]*)/(\d{{2,3}})/{re.escape(_DATA)}")
"""What a plan alone has: pages stand also where one was withdrawn, or whence an address leads on."""
_DOCUMENT: Final = re.compile(r".+/files/[^/]+")
_EDITION: Final = re.compile(r"([a-z-]+)/search/index\.html")
_LANGUAGES: Final = frozenset({"en", "zh-hans"})
_NOT_OFFICES: Final = RESERVED - _LANGUAGES


class Counted(StrEnum):
    """What is counted in a release, as it is called on the command line."""

    PLANS = "plans"
    EDITIONS = "editions"
    PAGES = "pages"
    DOCUMENTS = "documents"


class Fewer(NamedTuple):
    """That a release has fewer of something than the one before it."""

    kind: Counted
    names: tuple[str, ...]
    """What is gone."""

    @property
    def accepting(self) -> str:
        """What is typed to accept exactly this."""
        return f"{self.kind}={len(self.names)}"

    def has(self, path: str) -> bool:
        """Whether a file belongs to what is gone."""
        about = subject(path)
        match self.kind:
            case Counted.PLANS:
                return f"{about.office}/{about.year}" in self.names
            case Counted.EDITIONS:
                return path.partition("/")[0] in self.names
            case _:
                return path in self.names


class Subject(NamedTuple):
    """What files belong to: a plan, or the rest of the site."""

    office: str = ""
    year: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """What a release has that another had not, had otherwise, or has no more; paths in their order."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)

    def by_subject(self) -> Mapping[Subject, "Difference"]:
        """The same by plan, the rest of the site last."""
        subjects = {path: subject(path) for path in (*self.added, *self.changed, *self.removed)}
        return {
            each: Difference(
                *(
                    tuple(path for path in paths if subjects[path] == each)
                    for paths in (self.added, self.changed, self.removed)
                )
            )
            for each in sorted(set(subjects.values()), key=lambda each: (not each.office, each))
        }


def difference(before: Mapping[str, str], after: Mapping[str, str]) -> Difference:
    """What became of the files of a release, by their digests."""
    both = before.keys() & after.keys()
    return Difference(
        tuple(sorted(after.keys() - both)),
        tuple(sorted(path for path in both if before[path] != after[path])),
        tuple(sorted(before.keys() - both)),
    )


def subject(path: str) -> Subject:
    """What a file belongs to.

    >>> subject("en/sample/114/index.html"), subject("topics/bills/114/index.html"), subject("sitemap.xml")
    (Subject(office='sample', year=114), Subject(office='', year=0), Subject(office='', year=0))
    """
    match = _PLAN.fullmatch(path)
    if match is None or path.partition("/")[0] in _NOT_OFFICES:
        return Subject()
    return Subject(match[1], int(match[2]))


def counted(files: Iterable[str]) -> Mapping[Counted, frozenset[str]]:
    """The names of what a release has, by kind."""
    found: dict[Counted, set[str]] = {kind: set() for kind in Counted}
    for path in files:
        if (match := _PLAN_DATA.fullmatch(path)) and match[1] not in _NOT_OFFICES:
            found[Counted.PLANS].add(f"{match[1]}/{match[2]}")
        if path.endswith(".html"):
            found[Counted.PAGES].add(path)
        if _DOCUMENT.fullmatch(path):
            found[Counted.DOCUMENTS].add(path)
        if match := _EDITION.fullmatch(path):
            found[Counted.EDITIONS].add(match[1])
    return {kind: frozenset(names) for kind, names in found.items()}


def withdrawn(before: Collection[str], after: Collection[str]) -> set[Subject]:
    """The plans that a release says were withdrawn: their pages are there, and their data is not any more."""
    had = {path.removesuffix(_DATA) for path in before if path.endswith(_DATA)}
    has = {path.removesuffix(_DATA) for path in after if path.endswith(_DATA)}
    return {subject(f"{plan}index.html") for plan in had - has if f"{plan}index.html" in after}


def fewer(before: Collection[str], after: Collection[str]) -> Sequence[Fewer]:
    """What a release lacks that the one before had.

    Any edition counts, and any plan of which not even a page is left; pages and documents when there are more than a
    tenth fewer, beside what goes with a plan. A plan that was withdrawn was meant to go: somebody wrote why.

    Args:
        before: paths of the release before.
        after: paths of the release.
    """
    had, has = counted(before), counted(after)
    lost = {kind: had[kind] - has[kind] for kind in Counted}
    lost[Counted.PLANS] = frozenset(name for name in had[Counted.PLANS] if f"{name}/index.html" not in after)
    gone = {Subject(office, int(year)) for office, _, year in (name.partition("/") for name in lost[Counted.PLANS])}
    gone |= withdrawn(before, after)
    for kind in (Counted.PAGES, Counted.DOCUMENTS):
        had_there, has_there = ({path for path in names[kind] if subject(path) not in gone} for names in (had, has))
        is_much = len(had_there) - len(has_there) > PART_LOST * len(had_there)
        # Without a plan, lists and comparisons go too: of pages it then says nothing that many are gone.
        is_told = is_much and (not gone or kind is Counted.DOCUMENTS)
        lost[kind] = frozenset(had_there - has_there) if is_told else frozenset()
    return [Fewer(kind, tuple(sorted(names))) for kind, names in lost.items() if names]
