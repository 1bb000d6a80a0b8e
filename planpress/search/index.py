"""The index: files of JSON that the search page reads, one for each year and one for the pages that have none.

A file stands by itself: it holds each distinct text once, and the pages on which they stand. Texts are sorted, and
each says only what differs from the one before (front coding): plans repeat one another, so that an index of hundreds
of plans stays small even where a web server does not compress. The first file carries the folding table for all.

The scripts of the search page know its form from here (``planpress/tools/search_contract.py``).
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from string import ascii_letters, digits
from typing import Any, Final, NotRequired, TypedDict

from planpress.editions.folding import composed
from planpress.search.dictionary import words_in
from planpress.search.entries import PageEntries, TextKind

FIGURES: Final = digits + ascii_letters
"""Figures of numbers, of which as many as there are make the next one; to 36 they are those of JavaScript."""


@dataclass(frozen=True, slots=True)
class IndexedPage:
    """A page with all that can be found on it.

    Attributes:
        path: without language: ``kinmen/114/``.
        found: what it contributes.
        office: id of its office, or empty.
        roc_year: of its plan, or 0.
        until: the last year of a plan of several years.
    """

    path: str
    found: PageEntries
    office: str = ""
    roc_year: int = 0
    until: int | None = None


@dataclass(frozen=True, slots=True)
class IndexedOffice:
    """An office as results name it.

    Attributes:
        id: as in ``office:kinmen``.
        name: in the language of the index.
        other: further words that find its pages: its Chinese name, its organisation.
        classes: of 政府資訊分類檢索: scheme, code and name of each.
    """

    id: str
    name: str
    other: tuple[str, ...] = ()
    classes: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What the search knows of how people ask, in the language of the index. Fields as in :class:`FileRecord`.

    Attributes:
        fold: characters that have variants, and in the same order what stands for each.
    """

    fold: tuple[str, str] = ("", "")
    synonyms: tuple[tuple[list[str], list[str]], ...] = ()
    filler: tuple[str, ...] = ()
    topics: tuple[tuple[str, list[str]], ...] = ()
    words: tuple[str, ...] = ()


class PageRecord(TypedDict):
    """A page in a file of the index: a row for each of its texts, and what each row has by number; -1 is none."""

    path: str
    """Without language: ``kinmen/114/``."""
    office: str
    """Id of its office, or empty."""
    year: int
    """民國 year of its plan, of several years the last, or 0."""
    years: NotRequired[list[int]]
    """All years of a plan of several."""
    kinds: str
    """A letter for each row, in capitals where the text is not translated."""
    anchors: str
    """An id on the page for each row, blanks between them; of a document its path from the site's root. Each is written
    by what it has in common with the last one, like ``numbers``."""
    texts: str
    """The number of each row's text, all with as many figures: compressed, they take less than a list."""
    groups: list[int]
    who: list[int]
    """Numbers in ``together``."""
    when: list[int]
    """Numbers in ``periods``."""
    sizes: list[int]
    """Kilobytes of the documents among the rows, in their order."""
    numbers: str
    """What each row's measure is called by the printed numbers, ``|`` between them: with how many characters of the
    last one it begins, as a figure of base 36, then what follows them."""


class FileRecord(TypedDict):
    """A file of the index."""

    fold: tuple[list[int], str]
    """Characters that have variants, by how far the number of each is from the last one's; and in the same order what
    stands for each."""
    synonyms: list[tuple[list[str], list[str]]]
    """Words that people use, and what else finds what they mean."""
    filler: list[str]
    """Words of questions that say nothing."""
    words: list[str]
    """Words that people know, for those that the texts hold to be suggested."""
    topics: list[tuple[str, list[str]]]
    """The path of each topic, without language, and the words that lead to it."""
    offices: dict[str, list[str]]
    """By id: the name of an office in this language, and what else finds its pages."""
    classes: dict[str, list[tuple[str, str, str]]]
    """By id of an office that has any: facet, code and name of each class of 政府資訊分類檢索 that it belongs to."""
    groups: list[list[str]]
    """The Chinese name of each, and the one in this language where it is another."""
    departments: list[list[str]]
    """Likewise; after both, what else finds it: former names."""
    together: list[tuple[tuple[int, ...], ...]]
    """Departments: who is named, and where that is 各部門 or 第一組至第七組, who has a part."""
    periods: list[tuple[str, str]]
    """The kind of each, and the plan's own words."""
    shared: list[int]
    """How many units of UTF-16 each text has in common with the one before."""
    rest: list[str]
    """What follows them."""
    pages: list[PageRecord]


@dataclass(slots=True)
class _Table:
    """Gives each distinct value its number, in the order of first use."""

    numbers: dict[Any, int] = field(default_factory=dict)

    def number(self, value: Any) -> int:
        return self.numbers.setdefault(value, len(self.numbers))


def index_json(
    pages: Sequence[IndexedPage],
    offices: Sequence[IndexedOffice] = (),
    asked: Asked = Asked(),
    *,
    suggested: bool = False,
) -> str:
    """A file of the index.

    Args:
        pages: whatever it is to find, in the order in which equal results shall stand.
        offices: the names of the site's offices, in one of its files.
        asked: how people ask, in the file that is read first.
        suggested: whether Chinese words of the texts may be suggested.
    """
    texts = sorted({entry.text for page in pages for entry in page.found.entries})
    tables = _Tables({text: number for number, text in enumerate(texts)})
    listed = [tables.page(page) for page in pages]
    groups = {name: own for page in pages for name, own in page.found.groups.items()}
    departments = {name: own for page in pages for name, own in page.found.departments.items()}
    former = {name: names for page in pages for name, names in page.found.former.items()}
    shared, rest = front_coded(texts)
    content: FileRecord = {
        "fold": (_gaps(asked.fold[0]), asked.fold[1]),
        "synonyms": list(asked.synonyms),
        "filler": list(asked.filler),
        "words": [*asked.words, *(words_in(texts) if suggested else ())],
        "topics": list(asked.topics),
        "offices": {each.id: [each.name, *map(composed, each.other)] for each in offices},
        "classes": {each.id: list(each.classes) for each in offices if each.classes},
        "groups": [_with_own(name, groups) for name in tables.groups.numbers],
        "departments": [_with_own(name, departments, former.get(name, ())) for name in tables.departments.numbers],
        "together": list(tables.together.numbers),
        "periods": list(tables.periods.numbers),
        "shared": shared,
        "rest": rest,
        "pages": listed,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class _Tables:
    """What the pages of a file have in common, by number; -1 where a place has none."""

    texts: Mapping[str, int]
    groups: _Table = field(default_factory=_Table)
    departments: _Table = field(default_factory=_Table)
    together: _Table = field(default_factory=_Table)
    """Who is named, and who else has a part where that is 各部門."""
    periods: _Table = field(default_factory=_Table)

    def page(self, page: IndexedPage) -> PageRecord:
        entries, collective = page.found.entries, frozenset(page.found.collective)
        sets = {entry.departments for entry in entries if entry.departments}
        meant = {
            names: tuple(dict.fromkeys(chain(names, *(page.found.stands_for.get(name, ()) for name in names))))
            for names in sets
        }
        everyone = self._numbers(sorted({name for names in meant.values() for name in names}))

        def number(names: tuple[str, ...]) -> int:
            named = self._numbers(names)
            everybody = self._numbers(meant[names]) if collective.isdisjoint(names) else everyone
            return self.together.number((named,) if everybody == named else (named, everybody))

        together = {names: number(names) for names in sorted(sets)}
        record: PageRecord = {
            "path": page.path,
            "office": page.office,
            "year": page.until or page.roc_year,
            "kinds": "".join(entry.kind for entry in entries),
            "anchors": " ".join(_by_the_last(entry.anchor for entry in entries)),
            "texts": _in_figures([self.texts[entry.text] for entry in entries], len(self.texts)),
            "groups": [self.groups.number(entry.group) if entry.group else -1 for entry in entries],
            "who": [together.get(entry.departments, -1) for entry in entries],
            "when": [
                self.periods.number((entry.period_kind, entry.period)) if entry.period else -1 for entry in entries
            ],
            "sizes": [entry.size for entry in entries if entry.kind == TextKind.FILE],
            "numbers": "|".join(_by_the_last(entry.number.replace("|", " ") for entry in entries)),
        }
        if page.until is not None:
            record["years"] = list(range(page.roc_year, page.until + 1))
        return record

    def _numbers(self, names: Iterable[str]) -> tuple[int, ...]:
        return tuple(map(self.departments.number, names))


def _gaps(characters: str) -> list[int]:
    """How far each character's number is from that of the one before: mostly one figure."""
    return [ord(each) - before for before, each in zip((0, *map(ord, characters)), characters, strict=False)]


def _in_figures(numbers: Iterable[int], count: int) -> str:
    """Numbers below a count, each with as many figures as the last of them needs."""
    base, places = len(FIGURES), 1
    while base**places < count:
        places += 1
    values = [base**place for place in reversed(range(places))]
    return "".join(FIGURES[number // value % base] for number in numbers for value in values)


def _by_the_last(names: Iterable[str]) -> Iterator[str]:
    """Each by what it shares with the last one, and what follows; nothing for none."""
    before = ""
    for name in names:
        if name:
            yield _by(before, name)
            before = name
        else:
            yield ""


@lru_cache(maxsize=10_000)  # plans number their rows alike, and an index is alike in every language
def _by(before: str, name: str) -> str:
    """A name by another."""
    common = min(_common(before, name), 35)
    return f"{FIGURES[common]}{name[common:]}"


def _with_own(name: str, names: Mapping[str, str], former: Sequence[str] = ()) -> list[str]:
    """A Chinese name, and the one in this language where it is another or former ones follow."""
    own = composed(names.get(name, name))
    return [name, own, *map(composed, former)] if former or own != name else [name]


def front_coded(texts: Sequence[str]) -> tuple[list[int], list[str]]:
    """Sorted texts as what each shares with the one before, and what follows.

    >>> front_coded(["電子帳單", "電子郵件"])
    ([0, 2], ['電子帳單', '郵件'])

    Characters are counted as JavaScript counts them, in UTF-16: one beyond U+FFFF is never cut, and counts two.
    """
    shared, rest = [], []
    before = ""
    for text in texts:
        common = _common(before, text)
        shared.append(len(text[:common].encode("utf-16-le")) // 2)
        rest.append(text[common:])
        before = text
    return shared, rest


def _common(one: str, other: str) -> int:
    """With how many characters both begin."""
    known, most = 0, min(len(one), len(other))
    while known < most:
        middle = (known + most + 1) // 2
        if one[known:middle] == other[known:middle]:
            known = middle
        else:
            most = middle - 1
    return known
