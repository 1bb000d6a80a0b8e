"""PO files as translators keep them: every comment, flag and earlier wording stays, every string has its place.

Babel, which reads the catalogues for the pages, drops ``#|`` and does not tell where a translation stands. This
module does only that; syntax is checked by :func:`planpress.editions.po_text.read_po_text` before.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.messages.plurals import get_plural

from planpress.editions.memory import as_key
from planpress.problems.problem import Place

WIDTH: Final = 98
"""Characters of a wrapped line, without its quotation marks."""

FUZZY: Final = "fuzzy"

_LINE: Final = re.compile(r'(?P<old>\|\s*)?(?:(?P<keyword>msg\w+)(?:\[(?P<form>\d)\])?\s*)?"(?P<text>(?:[^"\\]|\\.)*)"')
_REFERENCE: Final = re.compile(r"(.+?)(?::([0-9]{1,9}))?")
_CHARACTER: Final = re.compile(r"\\.|[^\\]")
_ESCAPED: Final = re.compile(r"\\(.)")
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_UNESCAPED: Final = {escape: character for character, escape in _ESCAPES.items()}


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of a string in a PO file: where the text between the quotation marks begins, and the text as written."""

    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Reference:
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
        pieces: of each string, where it stands in the file.
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

    def place(self, file: str, lines: Sequence[str], span: tuple[int, int] | None = None, form: int = 0) -> Place:
        """Where some characters of the translation stand, in one of its forms; all of its first line without a span."""
        start, end = span or (0, len(self.strings[form]))
        position = 0
        pieces = self.pieces[form] if self.pieces else ()
        for piece in pieces:
            characters = _CHARACTER.findall(piece.text)
            if start < position + len(characters) or piece is pieces[-1]:
                column = piece.column + len("".join(characters[: start - position]))
                marked = "".join(characters[start - position : end - position])
                return Place(file, piece.line, column, max(1, len(marked)), lines[piece.line - 1])
            position += len(characters)
        return Place(file)

    def place_of_msgid(self, file: str, lines: Sequence[str], words: str) -> Place:
        """Where some words of the Chinese stand; the first line of the translation where they are cut by its lines."""
        first = self.place(file, lines, (0, 0))
        for number in range(first.line - 1, 0, -1):
            line = lines[number - 1]
            if not line.strip() or line.startswith("#"):
                break
            if words in line:
                return Place(file, number, line.index(words) + 1, len(words), line)
        return first


@dataclass(frozen=True)
class Catalogue:
    """A PO file.

    Attributes:
        header: the entry of the empty msgid.
        entries: what is in use, in the file's order.
        obsolete: what nothing says any more (``#~``), kept for the day when it is said again.
    """

    header: Entry
    entries: tuple[Entry, ...] = ()
    obsolete: tuple[Entry, ...] = ()

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


def new_catalogue(tag: str, comment: str = "") -> Catalogue:
    """An empty catalogue for a language, with what gettext's tools want to know of it."""
    fields = (
        "Project-Id-Version: planpress",
        "PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE",
        "Last-Translator: planpress",
        "Language-Team: planpress",
        f"Language: {tag.replace('-', '_')}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {_plural_forms(tag)}",
    )
    header = "".join(f"{line}\n" for line in fields)
    return Catalogue(Entry("", (header,), comments=tuple(comment.splitlines())))


def parse_catalogue(content: str) -> Catalogue:
    """Read a PO file whose syntax is right."""
    header = Entry("")
    entries: list[Entry] = []
    obsolete: list[Entry] = []
    for block in _blocks(content):
        entry, is_obsolete = block.entry()
        if entry is None:
            continue
        if is_obsolete:
            obsolete.append(entry)
        elif entry.msgid:
            entries.append(entry)
        else:
            header = entry
    return Catalogue(header, tuple(entries), tuple(obsolete))


def written(catalogue: Catalogue) -> str:
    """The catalogue as a PO file."""
    blocks = [
        *(_block(entry) for entry in (catalogue.header, *catalogue.entries)),
        *(_obsolete_block(entry) for entry in catalogue.obsolete),
    ]
    return "\n".join(blocks)


class _Draft:
    """An entry while its lines are read."""

    def __init__(self) -> None:
        self.comments: list[str] = []
        self.notes: list[str] = []
        self.references: list[Reference] = []
        self.flags: list[str] = []
        self.strings: dict[str, list[Piece]] = {}
        self.keyword = ""
        self.obsolete = False

    @property
    def complete(self) -> bool:
        """Whether a translation has been read, after which a new entry may begin."""
        return any(keyword.startswith("msgstr") for keyword in self.strings)

    def read_string(self, match: re.Match[str], line: int, before: int) -> None:
        if match["keyword"]:
            self.keyword = ("|" if match["old"] else "") + match["keyword"] + (match["form"] or "")
        piece = Piece(line, before + match.start("text") + 1, match["text"])
        self.strings.setdefault(self.keyword, []).append(piece)

    def read_comment(self, line: str) -> None:
        sign, text = line[:2], line[2:].strip()
        if sign == "#:":
            self.references += [
                Reference(match[1], int(match[2] or 0)) for match in map(_REFERENCE.fullmatch, text.split()) if match
            ]
        elif sign == "#,":
            self.flags += [flag.strip() for flag in text.split(",")]
        elif sign == "#.":
            self.notes.append(text)
        else:
            self.comments.append(line[1:].removeprefix(" ").rstrip())

    def entry(self) -> tuple[Entry | None, bool]:
        """The entry, None for comments that belong to none; and whether it is obsolete."""
        if "msgid" not in self.strings:
            return None, False
        forms = sorted(keyword for keyword in self.strings if keyword.startswith("msgstr"))
        entry = Entry(
            msgid=self._text("msgid") or "",
            strings=tuple(self._text(form) or "" for form in forms) or ("",),
            context=self._text("msgctxt"),
            plural=self._text("msgid_plural"),
            references=tuple(self.references),
            flags=tuple(self.flags),
            comments=tuple(self.comments),
            notes=tuple(self.notes),
            previous=self._text("|msgid"),
            previous_context=self._text("|msgctxt"),
            pieces=tuple(tuple(self.strings[form]) for form in forms),
        )
        return entry, self.obsolete

    def _text(self, keyword: str) -> str | None:
        pieces = self.strings.get(keyword)
        if pieces is None:
            return None
        text = "".join(piece.text for piece in pieces)
        return _ESCAPED.sub(lambda match: _UNESCAPED.get(match[0], match[1]), text)


def _blocks(content: str) -> Iterator[_Draft]:
    draft = _Draft()
    for number, raw in enumerate(content.removeprefix("\ufeff").split("\n"), start=1):
        line = raw.strip()
        is_obsolete = line.startswith("#~")
        rest = line.removeprefix("#~").removeprefix("#").lstrip() if is_obsolete or line.startswith("#|") else line
        match = _LINE.fullmatch(rest)
        begins = line.startswith("#") if match is None else match["keyword"] in ("msgctxt", "msgid") or match["old"]
        if draft.complete and begins:
            yield draft
            draft = _Draft()
        if match:
            draft.read_string(match, number, raw.index(rest))
            draft.obsolete |= is_obsolete
        elif line.startswith("#") and not is_obsolete:
            draft.read_comment(line)
    yield draft


def _block(entry: Entry) -> str:
    lines = [f"# {comment}".rstrip() for comment in entry.comments]
    lines += [f"#. {note}" for note in entry.notes]
    lines += [f"#: {reference}" for reference in entry.references]
    if entry.flags:
        lines.append(f"#, {', '.join(entry.flags)}")
    for keyword, text in (("msgctxt", entry.previous_context), ("msgid", entry.previous)):
        if text is not None:
            lines += [f"#| {line}" for line in _string(keyword, text)]
    return "".join(f"{line}\n" for line in [*lines, *_strings(entry)])


def _obsolete_block(entry: Entry) -> str:
    """As :func:`_block`, with every string behind ``#~``."""
    block = _block(replace(entry, references=()))
    return re.sub(r"^(#\||[^#])", lambda line: "#~|" if line[1] == "#|" else f"#~ {line[1]}", block, flags=re.MULTILINE)


def _strings(entry: Entry) -> Iterator[str]:
    for keyword, text in (("msgctxt", entry.context), ("msgid", entry.msgid), ("msgid_plural", entry.plural)):
        if text is not None:
            yield from _string(keyword, text)
    for form, text in enumerate(entry.strings):
        yield from _string("msgstr" if entry.plural is None else f"msgstr[{form}]", text)


def _string(keyword: str, text: str) -> Iterator[str]:
    """A string on its line, or an empty one and then as many as it needs."""
    escaped = "".join(_ESCAPES.get(character, character) for character in text)
    lines = [line for part in re.findall(r"(?:[^\\]|\\[^n])*(?:\\n|$)", escaped) for line in _wrapped(part)]
    if len(lines) < 2:
        yield f'{keyword} "{escaped}"'
        return
    yield f'{keyword} ""'
    yield from (f'"{line}"' for line in lines)


def _wrapped(text: str) -> Iterator[str]:
    """Lines that end with a blank wherever there is one to end with."""
    line = ""
    for word in re.findall(r"\S*\s+|\S+", text):
        if line and len(line) + len(word) > WIDTH:
            yield line
            line = ""
        line += word
    if line:
        yield line


def _plural_forms(tag: str) -> str:
    try:
        return get_plural(Locale.parse(tag, sep="-")).plural_forms
    except (ValueError, UnknownLocaleError):
        return "nplurals=1; plural=0;"
