"""A PO file before anything is made of it: its encoding, its limits, its syntax.

What reads PO files takes more than gettext does, and as much time and memory as a file bids it: a header can ask for
99,999,999 plural forms. So every file comes through here first.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from gettext import c2py
from itertools import islice
from types import MappingProxyType
from typing import Final

from planpress.problems.problem import Place, Problem, has_errors
from planpress.source.source_text import MOST_PROBLEMS, SourceText, decode

SIZE_LIMIT: Final = 8_000_000
"""Bytes of the largest catalogue. Five plans have 50 kB each; 36 offices repeat most of theirs over 18 years."""
ENTRIES_LIMIT: Final = 30_000
"""How many texts a catalogue may have. Five plans have 1,200."""
TEXT_LIMIT: Final = 10_000
"""Characters of the longest text; a long paragraph of a plan has 500."""
FORMS_LIMIT: Final = 6
"""Plural forms of the languages that have most (Arabic)."""

_STRING: Final = r'"(?P<text>(?:[^"\\]|\\[\\"ntr])*+)"'
_LINE: Final = re.compile(
    rf"(?P<gone>#~)?\s*+(?:(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]\])?)\s*+)?{_STRING}"
)
"""A line with a string. Babel takes any, and drops the last character where a quotation mark is missing."""
_EARLIER_LINE: Final = re.compile(rf"#~?\|\s*+(?:(?:msgctxt|msgid_plural|msgid)\s*+)?{_STRING}")
"""A line of what was before (``#| msgid``)."""
_REFERENCE: Final = re.compile(r"\S++")
_LINE_NUMBER: Final = re.compile(r":(\d+)$")
_DIGITS_LIMIT: Final = 7

_PLURAL_FORMS: Final = re.compile(
    r"plural-forms:[ \t]*nplurals[ \t]*=[ \t]*(?P<forms>\d{1,2})[ \t]*;[ \t]*plural[ \t]*=[ \t]*(?P<rule>[^;]{1,500}?)"
    r"[ \t]*;?[ \t]*",
    re.IGNORECASE | re.ASCII,
)
_RULE: Final = re.compile(r"(?:[n ?:()<>=!&|\t]|(?<!\d)\d{1,6}(?!\d)|%[ \t]*(?=[1-9]))+", re.ASCII)
"""A rule that cannot fail whatever the number is: it divides by nothing but by figures, and cannot be negative."""

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


_TRIED: Final = 1_001
"""The numbers that a rule is tried with; the forms of every language repeat before."""


@cache
def plural_rule(rule: str) -> Callable[[int], int]:
    """The form that a number takes, by a rule as gettext writes it.

    Raises:
        ValueError: the rule makes no sense.
    """
    found: Callable[[int], int] = c2py(rule)
    return found


@dataclass(frozen=True, slots=True)
class Plural:
    """The plural forms of a language: how many, and which one a number takes, as gettext writes it."""

    forms: int = 2
    rule: str = "(n != 1)"

    @property
    def is_sound(self) -> bool:
        """Whether the rule gives every number a form that there is."""
        if _RULE.fullmatch(self.rule) is None:
            return False
        try:
            rule = plural_rule(self.rule)
        except (ValueError, RecursionError):
            return False
        return all(rule(number) < self.forms for number in range(_TRIED))


@dataclass(frozen=True)
class PoText:
    """A PO file that is safe to read.

    Attributes:
        source: its text.
        plural: what its header says of plurals, or what gettext takes for granted where it does not.
    """

    source: SourceText
    plural: Plural

    @cached_property
    def lines(self) -> list[str]:
        """As an excerpt shows them."""
        return [line.removesuffix("\r") for line in self.source.text.split("\n")]


def read_po_text(file: str, content: bytes, entries_limit: int = ENTRIES_LIMIT) -> tuple[PoText | None, list[Problem]]:
    """Look at a PO file as a whole.

    Args:
        file: its path from the project's root.
        content: its bytes; an empty file is an empty catalogue.
        entries_limit: how many texts it may have.

    Returns:
        The file, or None where it cannot be used; and what is wrong: with its bytes (E301 to E306), its syntax (E601),
        its plurals (E605, E608), or because it holds more than anybody translates (E301, E606, E607).
    """
    if len(content) > SIZE_LIMIT:
        return None, [Problem("E301", Place(file, 1, 1), {"limit": f"{SIZE_LIMIT:,}"})]
    if not content.strip():
        return PoText(SourceText(file, ""), Plural()), []
    source, problems = decode(file, content)
    if source is None or has_errors(problems):
        return None, problems
    reader = _Reader(file, entries_limit)
    try:
        for number, line in enumerate(source.text.split("\n"), start=1):
            reader.read(number, line.removesuffix("\r"))
        reader.finish()
    except _RefusedError as refused:
        return None, [*problems, refused.problem]
    problems += islice(reader.wrong_forms(), MOST_PROBLEMS)
    return None if has_errors(problems) else PoText(source, reader.plural), problems


class _RefusedError(Exception):
    """What makes a file unusable, so that there is no use in reading on."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class _Reader:
    """Reads a file line by line."""

    def __init__(self, file: str, entries_limit: int) -> None:
        self.file = file
        self.entries_limit = entries_limit
        self.plural = Plural()
        self.entries: dict[tuple[str | None, str], int] = {}
        self.plurals: list[tuple[Place, int]] = []
        self.count = 0
        self.place = Place(file, 1, 1)
        self._begin(gone=False)

    def _begin(self, *, gone: bool) -> None:
        self.gone = gone
        self.keyword = ""
        self.length = 0
        self.strings: dict[str, list[str]] = {}
        self.starts: dict[str, Place] = {}

    def read(self, number: int, line: str) -> None:
        """Read a line that ends nowhere but at its end."""
        self.place = Place(self.file, number, 1, max(1, len(line)), line)
        bare = line.strip()
        if not bare:
            return
        if bare.startswith("#") and (not bare.startswith("#~") or bare.startswith("#~|")):
            self._read_comment(bare)
        elif match := _LINE.fullmatch(bare):
            self._read_string(match)
        else:
            raise self._refused("E601")

    def _read_comment(self, line: str) -> None:
        if self.keyword and not self.keyword.startswith("msgstr"):
            raise self._refused("E601")
        if line.startswith(("#|", "#~|")) and _EARLIER_LINE.fullmatch(line) is None:
            raise self._refused("E601")
        if line.startswith("#:"):
            for reference in _REFERENCE.findall(line[2:]):
                found = _LINE_NUMBER.search(reference)
                if found and len(found[1]) > _DIGITS_LIMIT:
                    raise self._refused("E610")

    def _read_string(self, match: re.Match[str]) -> None:
        keyword = match["keyword"]
        if keyword:
            if self.keyword.startswith("msgstr") and keyword in ("msgctxt", "msgid"):
                self.finish()
                self._begin(gone=bool(match["gone"]))
            elif not self.keyword:
                self.gone = bool(match["gone"])
            self._check_order(keyword)
            self.keyword = keyword
            self.strings[keyword] = []
            self.starts[keyword] = self.place
            self.length = 0
        if not self.keyword or self.gone != bool(match["gone"]):
            raise self._refused("E601")
        self.strings[self.keyword].append(match["text"])
        self.length += max(1, len(match["text"]))
        if self.length > TEXT_LIMIT:
            raise self._refused("E606", limit=f"{TEXT_LIMIT:,}")

    def _check_order(self, keyword: str) -> None:
        if self.keyword.startswith("msgstr["):
            may_follow = keyword == f"msgstr[{int(self.keyword[7]) + 1}]" or keyword in _FOLLOWS["msgstr"]
        else:
            may_follow = keyword in _FOLLOWS[self.keyword]
        if not may_follow:
            raise self._refused("E601")

    def finish(self) -> None:
        """End an entry."""
        if not self.keyword:
            return
        if not self.keyword.startswith("msgstr"):
            raise self._refused("E601", self.starts[self.keyword])
        self.count += 1
        if self.count > self.entries_limit:
            raise self._refused("E607", limit=f"{self.entries_limit:,}")
        if self.gone:
            return
        begin = self.starts.get("msgctxt", self.starts["msgid"])
        context = "".join(self.strings["msgctxt"]) if "msgctxt" in self.strings else None
        key = (context, " ".join(_unescaped("".join(self.strings["msgid"])).split()))
        if first := self.entries.get(key):
            raise self._refused("E609", begin, line=str(first))
        self.entries[key] = begin.line
        if context is None and not any(self.strings["msgid"]):
            self._read_header()
        elif not key[1]:
            raise self._refused("E601", begin)
        if "msgid_plural" in self.strings:
            forms = sum(keyword.startswith("msgstr[") for keyword in self.strings)
            self.plurals.append((self.starts["msgid_plural"], forms))

    def _read_header(self) -> None:
        if "msgid_plural" in self.strings:
            raise self._refused("E601", self.starts["msgid_plural"])
        header = _unescaped("".join(self.strings["msgstr"]))
        fields = [line for line in header.splitlines() if line.lower().startswith("plural-forms")]
        if not fields:
            return
        match = _PLURAL_FORMS.fullmatch(fields[0])
        if match is None or len(fields) > 1 or not 1 <= int(match["forms"]) <= FORMS_LIMIT:
            raise self._refused("E605", self.starts["msgstr"])
        self.plural = Plural(int(match["forms"]), match["rule"])
        if not self.plural.is_sound:
            raise self._refused("E605", self.starts["msgstr"])

    def wrong_forms(self) -> Iterator[Problem]:
        """The entries that have more or fewer forms than the language."""
        for place, forms in self.plurals:
            if forms != self.plural.forms:
                yield Problem("E608", place, {"expected": str(self.plural.forms), "found": str(forms)})

    def _refused(self, code: str, place: Place | None = None, **values: str) -> _RefusedError:
        return _RefusedError(Problem(code, place or self.place, values))


def _unescaped(text: str) -> str:
    """A text as it is between quotation marks, without what escapes; enough of it to compare and to find lines."""
    return text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t")
