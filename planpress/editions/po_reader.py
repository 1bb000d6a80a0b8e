"""The one reader of PO files: what translators keep there, whole and with its places, or what is wrong with it.

Babel's reader would do for the pages, but drops what a text was before (``#|``) and where a translation stands, and
takes as much time and memory as a file bids it: a header can ask for 99,999,999 plural forms.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Final

from planpress.editions.catalogue import TERMS, Catalogue, Entry, Piece, Reference
from planpress.editions.plural import Plural, plural_of
from planpress.problems.problem import Place, Problem, has_errors
from planpress.source import files
from planpress.source.text.conflicts import conflicts
from planpress.source.text.source_text import MOST_PROBLEMS, decode, is_blank

SIZE_LIMIT: Final = 8_000_000
"""Bytes of the largest catalogue. Five plans have 50 kB each; 36 offices repeat most of theirs over 18 years."""
ENTRIES_LIMIT: Final = 30_000
"""How many texts a catalogue may have. Five plans have 1,200."""
TERMS_LIMIT: Final = 2_000
"""How many terms a glossary may have: each is looked for in every sentence."""
TEXT_LIMIT: Final = 10_000
"""Characters of the longest text; a long paragraph of a plan has 500."""

_STRING: Final = r'"(?P<text>(?:[^"\\]|\\[\\"ntr])*+)"'
_LINE: Final = re.compile(
    rf"(?P<gone>#~)?\s*+(?:(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]\])?)\s*+)?{_STRING}"
)
_EARLIER_LINE: Final = re.compile(rf"#~?\|\s*+(?:(?P<keyword>msgctxt|msgid_plural|msgid)\s*+)?{_STRING}")
"""A line of what was before (``#| msgid``)."""
_ESCAPED: Final = re.compile(r"\\(.)")
_UNESCAPED: Final[Mapping[str, str]] = MappingProxyType({"n": "\n", "t": "\t", "r": "\r"})
_DIGITS_LIMIT: Final = 7

_FOLLOWS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "": frozenset({"msgctxt", "msgid"}),
        "msgctxt": frozenset({"msgid"}),
        "msgid": frozenset({"msgid_plural", "msgstr"}),
        "msgid_plural": frozenset({"msgstr[0]"}),
        "msgstr": frozenset({"msgctxt", "msgid"}),
    }
)
"""Which keyword may follow which."""


def load_catalogue(root: Path, path: Path) -> tuple[Catalogue | None, list[Problem]]:
    """Read a catalogue from its file; None, without a problem, where there is no file."""
    file = path.relative_to(root).as_posix()
    content, problems = files.read_if_there(root, file, SIZE_LIMIT)
    return (None, problems) if content is None else read_catalogue(file, content)


def read_catalogue(file: str, content: bytes) -> tuple[Catalogue | None, list[Problem]]:
    """Read a catalogue.

    Args:
        file: its path from the project's root.
        content: its bytes; an empty file is an empty catalogue.

    Returns:
        The catalogue, or None where it cannot be used; and what is wrong: with its bytes (E301 to E306), its syntax
        (E601), its plurals (E605, E608), with texts that it has twice (E609), because two people's changes are not
        merged yet (E613), or because it holds more than anybody translates (E301, E606, E607, E610).
    """
    catalogue, problems = _read_once(file, content)
    return catalogue, list(problems)


@lru_cache(maxsize=8)  # pages, the translators' work and the checks want the same few
def _read_once(file: str, content: bytes) -> tuple[Catalogue | None, Sequence[Problem]]:
    if len(content) > SIZE_LIMIT:
        return None, [Problem("E301", Place(file, 1, 1), {"limit": f"{SIZE_LIMIT:,}"})]
    if is_blank(content):
        return Catalogue(Entry(""), file=file), []
    source, problems = decode(file, content)
    if source is None or has_errors(problems):
        return None, problems
    lines = [line.removesuffix("\r") for line in source.text.split("\n")]
    if (conflict := next(conflicts(lines), None)) is not None:
        place = Place(file, conflict.first + 1, 1, len(lines[conflict.first]), lines[conflict.first])
        return None, [*problems, Problem("E613", place, {"last": str(conflict.last + 1)})]
    reader = _Reader(file, lines)
    try:
        reader.read()
    except _RefusedError as refused:
        reader.problems.append(refused.problem)
    problems += reader.problems
    return None if has_errors(problems) else reader.catalogue(), problems


class _RefusedError(Exception):
    """What makes a file unusable, so that there is no use in reading on."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class _Draft:
    """An entry while its lines are read.

    Attributes:
        keyword: of the string that is read; empty before the first.
        length: of this string.
        strings: the lines of every string, by its keyword.
        earlier: what they were before, likewise.
        gone: whether the entry is obsolete.
    """

    def __init__(self) -> None:
        self.comments: list[str] = []
        self.notes: list[str] = []
        self.references: list[Reference] = []
        self.flags: list[str] = []
        self.keyword = ""
        self.length = 0
        self.strings: dict[str, list[Piece]] = {}
        self.earlier_keyword = ""
        self.earlier: dict[str, list[str]] = {}
        self.gone = False

    @property
    def is_complete(self) -> bool:
        """Whether a translation has been read, after which a new entry may begin."""
        return self.keyword.startswith("msgstr")

    @property
    def line(self) -> int:
        """The first line of its strings."""
        return next(iter(self.strings.values()))[0].line

    def entry(self) -> Entry:
        pieces = tuple(tuple(each) for keyword, each in self.strings.items() if keyword.startswith("msgstr"))
        return Entry(
            msgid=self._text("msgid") or "",
            strings=tuple(_unescaped(piece.text for piece in each) for each in pieces),
            context=self._text("msgctxt"),
            plural=self._text("msgid_plural"),
            references=tuple(self.references),
            flags=tuple(self.flags),
            comments=tuple(self.comments),
            notes=tuple(self.notes),
            previous=self._earlier("msgid"),
            previous_context=self._earlier("msgctxt"),
            line=self.strings["msgid"][0].line,
            pieces=pieces,
        )

    def _text(self, keyword: str) -> str | None:
        pieces = self.strings.get(keyword)
        return None if pieces is None else _unescaped(piece.text for piece in pieces)

    def _earlier(self, keyword: str) -> str | None:
        return _unescaped(self.earlier[keyword]) if keyword in self.earlier else None


class _Reader:
    """Reads a file line by line."""

    def __init__(self, file: str, lines: Sequence[str]) -> None:
        self.file = file
        self.lines = lines
        self.limit = TERMS_LIMIT if Path(file).stem == TERMS else ENTRIES_LIMIT
        self.number = 0
        self.draft = _Draft()
        self.header = Entry("")
        self.plural = Plural()
        self.count = 0
        self.entries: list[Entry] = []
        self.obsolete: list[Entry] = []
        self.first_lines: dict[tuple[str | None, str], int] = {}
        self.plurals: list[tuple[int, int]] = []
        self.problems: list[Problem] = []

    def catalogue(self) -> Catalogue:
        """What has been read."""
        return Catalogue(
            self.header, tuple(self.entries), tuple(self.obsolete), self.plural, self.file, tuple(self.lines)
        )

    def read(self) -> None:
        """Read all lines."""
        for number, line in enumerate(self.lines, start=1):
            self.number = number
            bare = line.strip()
            if not bare:
                continue
            if bare.startswith("#") and (not bare.startswith("#~") or bare.startswith("#~|")):
                self._read_comment(bare)
            elif match := _LINE.fullmatch(bare):
                self._read_string(match, line.index(bare))
            else:
                raise self._refused("E601")
        self._finish()
        self.problems += islice(self._wrong_forms(), MOST_PROBLEMS)

    def _read_comment(self, line: str) -> None:
        if self.draft.is_complete:
            self._finish()
        if self.draft.keyword:
            raise self._refused("E601")
        sign, text = line[:2], line[2:].strip()
        if sign in ("#|", "#~"):
            self._read_earlier(line)
        elif sign == "#:":
            self.draft.references += map(self._reference, text.split())
        elif sign == "#,":
            self.draft.flags += [flag.strip() for flag in text.split(",")]
        elif sign == "#.":
            self.draft.notes.append(text)
        else:
            self.draft.comments.append(line[1:].removeprefix(" ").rstrip())

    def _read_earlier(self, line: str) -> None:
        match = _EARLIER_LINE.fullmatch(line)
        if match is None:
            raise self._refused("E601")
        self.draft.earlier_keyword = match["keyword"] or self.draft.earlier_keyword
        self.draft.earlier.setdefault(self.draft.earlier_keyword, []).append(match["text"])

    def _reference(self, text: str) -> Reference:
        file, _, digits = text.rpartition(":")
        if not file or not digits.isascii() or not digits.isdigit():
            return Reference(text, 0)
        if len(digits) > _DIGITS_LIMIT:
            raise self._refused("E610")
        return Reference(file, int(digits))

    def _read_string(self, match: re.Match[str], indentation: int) -> None:
        gone, keyword, text = match["gone"] is not None, match["keyword"], match["text"]
        if keyword:
            self._begin_string(keyword, gone=gone)
        draft = self.draft
        if not draft.keyword or draft.gone != gone:
            raise self._refused("E601")
        draft.strings[draft.keyword].append(Piece(self.number, indentation + match.start("text") + 1, text))
        draft.length += max(1, len(text))
        if draft.length > TEXT_LIMIT:
            raise self._refused("E606", limit=f"{TEXT_LIMIT:,}")

    def _begin_string(self, keyword: str, *, gone: bool) -> None:
        if self.draft.is_complete and keyword in ("msgctxt", "msgid"):
            self._finish()
        draft = self.draft
        if not _may_follow(draft.keyword, keyword):
            raise self._refused("E601")
        if not draft.keyword:
            draft.gone = gone
        draft.keyword = keyword
        draft.strings[keyword] = []
        draft.length = 0

    def _finish(self) -> None:
        """End an entry."""
        draft, self.draft = self.draft, _Draft()
        if not draft.keyword:
            return
        if not draft.is_complete:
            raise self._refused("E601", draft.strings[draft.keyword][0].line)
        self.count += 1
        if self.count > self.limit:
            raise self._refused("E607", draft.line, limit=f"{self.limit:,}")
        entry = draft.entry()
        if draft.gone:
            self.obsolete.append(entry)
            return
        key = entry.key
        if first := self.first_lines.get(key):
            self._tell_twice(draft.line, first)
            return
        self.first_lines[key] = draft.line
        if entry.context is None and not entry.msgid:
            self._take_header(draft, entry)
        elif not key[1]:
            raise self._refused("E601", draft.line)
        else:
            self.entries.append(entry)
        if "msgid_plural" in draft.strings:
            self.plurals.append((draft.strings["msgid_plural"][0].line, len(entry.strings)))

    def _tell_twice(self, line: int, first: int) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem("E609", self._place(line), {"line": str(first)}))

    def _take_header(self, draft: _Draft, entry: Entry) -> None:
        if "msgid_plural" in draft.strings:
            raise self._refused("E601", draft.strings["msgid_plural"][0].line)
        plural = plural_of(entry.string)
        if plural is None:
            raise self._refused("E605", draft.strings["msgstr"][0].line)
        self.header, self.plural = entry, plural

    def _wrong_forms(self) -> Iterator[Problem]:
        """The entries that have more or fewer forms than the language."""
        for line, forms in self.plurals:
            if forms != self.plural.forms:
                yield Problem("E608", self._place(line), {"expected": str(self.plural.forms), "found": str(forms)})

    def _place(self, line: int) -> Place:
        excerpt = self.lines[line - 1]
        return Place(self.file, line, 1, max(1, len(excerpt)), excerpt)

    def _refused(self, code: str, line: int | None = None, **values: str) -> _RefusedError:
        return _RefusedError(Problem(code, self._place(line or self.number), values))


def _may_follow(before: str, keyword: str) -> bool:
    if before.startswith("msgstr["):
        return keyword == f"msgstr[{int(before[7]) + 1}]" or keyword in _FOLLOWS["msgstr"]
    return keyword in _FOLLOWS[before]


def _unescaped(pieces: Iterator[str] | Sequence[str]) -> str:
    text = "".join(pieces)
    return _ESCAPED.sub(lambda match: _UNESCAPED.get(match[1], match[1]), text) if "\\" in text else text
