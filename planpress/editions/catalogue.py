"""What a PO file holds, whole: every comment, flag and earlier wording, and where each translation stands.

A language has three in ``content/locales/<tag>/LC_MESSAGES/``: ``interface.po`` holds what the site itself says,
``plans.po`` the texts of the plans, ``terms.po`` the glossary.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from planpress.editions.plural import Plural
from planpress.model.line_breaks import joined
from planpress.problems.problem import Place

INTERFACE: Final = "interface"
"""Catalogue of what the site itself says."""
TERMS: Final = "terms"
"""Catalogue of the glossary."""
PLANS: Final = "plans"
"""Catalogue of the plans' texts; it wins over the glossary."""

FUZZY: Final = "fuzzy"

_CHARACTER: Final = re.compile(r"\\.|[^\\]")


def catalogue_path(locales: Path, tag: str, name: str) -> Path:
    """Where the catalogue of a language lies."""
    return locales / tag / "LC_MESSAGES" / f"{name}.po"


@lru_cache(maxsize=10_000)  # every page of a plan, in every language, asks of its texts
def as_key(text: str) -> str:
    r"""The text as a key: every run of white space is one blank, and none where a line could break in Chinese.

    >>> as_key("推廣電子 帳單") == as_key("推廣電子\n帳單") == as_key("推廣電子帳單")
    True
    """
    return joined(text.split())


class Piece(NamedTuple):
    """One line of a string in a PO file: where the text between the quotation marks begins, and the text as written."""

    line: int
    column: int
    text: str


class Reference(NamedTuple):
    """A place in the plans that says a text."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Entry:
    """A text and its translation.

    Attributes:
        msgid: the Chinese.
        strings: its translation; more than one where the language has plurals.
        context: the office that translates it in a way of its own.
        plural: the plural of the msgid, in a catalogue of the interface.
        references: where the Chinese stands.
        flags: ``fuzzy`` and others.
        comments: what translators wrote (``# …``), line by line.
        notes: what the makers of the file wrote (``#. …``).
        previous: the Chinese that the translation was made for, when it has changed since.
        previous_context: likewise.
        line: where its msgid begins in the file.
        pieces: of each string, where it stands there.
    """

    msgid: str
    strings: tuple[str, ...] = ("",)
    context: str | None = None
    plural: str | None = None
    references: tuple[Reference, ...] = ()
    flags: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    previous: str | None = None
    previous_context: str | None = None
    line: int = field(default=0, compare=False)
    pieces: tuple[tuple[Piece, ...], ...] = field(default=(), compare=False)

    @property
    def string(self) -> str:
        """The translation."""
        return self.strings[0]

    @property
    def key(self) -> tuple[str | None, str]:
        """What the entry is found by."""
        return self.context, as_key(self.msgid)

    @property
    def is_fuzzy(self) -> bool:
        """Whether somebody, or the program, doubts the translation."""
        return FUZZY in self.flags

    @property
    def is_current(self) -> bool:
        """Whether the translation may be shown."""
        return all(self.strings) and not self.is_fuzzy

    @property
    def is_stale(self) -> bool:
        """Whether there is a translation, but of an earlier wording."""
        return self.is_fuzzy and bool(self.string)


@dataclass(frozen=True)
class Catalogue:
    """A PO file.

    Attributes:
        header: the entry of the empty msgid.
        entries: what is in use, in the file's order.
        obsolete: what nothing says any more (``#~``), kept for the day when it is said again.
        plural: which forms its language has.
        file: its path from the project's root.
        lines: as an excerpt shows them.
    """

    header: Entry
    entries: tuple[Entry, ...] = ()
    obsolete: tuple[Entry, ...] = ()
    plural: Plural = field(default_factory=Plural)
    file: str = field(default="", compare=False)
    lines: tuple[str, ...] = field(default=(), compare=False, repr=False)

    def place(self, entry: Entry, span: tuple[int, int] | None = None, form: int = 0) -> Place:
        """Where some characters of a translation stand, in one of its forms; all of its first line without a span."""
        start, end = span or (0, len(entry.strings[form]))
        position = 0
        pieces = entry.pieces[form] if entry.pieces else ()
        for piece in pieces:
            characters = _CHARACTER.findall(piece.text)
            if start < position + len(characters) or piece is pieces[-1]:
                column = piece.column + len("".join(characters[: start - position]))
                marked = "".join(characters[start - position : end - position])
                return Place(self.file, piece.line, column, max(1, len(marked)), self.lines[piece.line - 1])
            position += len(characters)
        return Place(self.file)

    def msgid_place(self, entry: Entry, words: str = "") -> Place:
        """Where some words of the Chinese of an entry stand; the line on which it begins where its lines cut them."""
        end = entry.pieces[0][0].line if words and entry.pieces and entry.pieces[0] else 0
        for number in range(entry.line, end):
            if (column := self.lines[number - 1].find(words)) >= 0:
                return Place(self.file, number, column + 1, len(words), self.lines[number - 1])
        excerpt = self.lines[entry.line - 1]
        return Place(self.file, entry.line, 1, len(excerpt), excerpt)

    @cached_property
    def _by_key(self) -> dict[tuple[str | None, str], Entry]:
        return {entry.key: entry for entry in self.entries}

    @cached_property
    def _by_file(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            for file in {reference.file for reference in entry.references}:
                found.setdefault(file, []).append(entry)
        return found

    def of_file(self, file: str) -> list[Entry]:
        """The entries that refer to a file, in this one's order."""
        return self._by_file.get(file, [])

    @cached_property
    def has_stale(self) -> bool:
        """Whether it has a translation of an earlier wording."""
        return any(entry.is_stale for entry in self.entries)

    @cached_property
    def _obsolete_keys(self) -> frozenset[tuple[str | None, str]]:
        return frozenset(entry.key for entry in self.obsolete)

    def find(self, text: str, office: str | None = None) -> Entry | None:
        """The entry of a text; an office's own goes first."""
        key = as_key(text)
        return self._by_key.get((office, key)) or self._by_key.get((None, key))

    def knows(self, text: str, office: str | None = None) -> bool:
        """Whether a text has an entry, be it an obsolete one."""
        key = as_key(text)
        return self.find(text, office) is not None or not self._obsolete_keys.isdisjoint({(office, key), (None, key)})
