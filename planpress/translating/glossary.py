"""The agreed terms of ``terms.po``: those whose English every sentence has to use.

A term is agreed when a translator's comment of its entry says so: ``# agreed``. What else a sentence may say instead
follows behind a colon, with semicolons between: ``# agreed: transfer the account; account transfers``.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from planpress.editions.catalogue import Entry, as_key

_AGREED: Final = re.compile(r"agreed(?:\s*:\s*(?P<others>.*))?", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W_]+(?:['’]s?)?")
_ENDING: Final = re.compile(r"(?:['’]s?|(?<=[a-z]{3})(?:ies|ied|es|ed|ing|s|e|y))$")
_DOUBLED: Final = re.compile(r"([b-df-hj-np-tv-z])\1$")
_SKIPPED: Final = frozenset({"a", "an", "the"})


@dataclass(frozen=True, slots=True)
class Term:
    """A Chinese term and what it may be in a translation; the first is the term itself."""

    chinese: str
    translations: tuple[str, ...]


@dataclass(frozen=True)
class Glossary:
    """The terms of a language.

    Attributes:
        agreed: those that bind.
        known: every term; a term inside a longer one is not meant.
    """

    agreed: tuple[Term, ...] = ()
    known: tuple[str, ...] = ()

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Glossary":
        """The glossary that a ``terms.po`` holds."""
        current = [entry for entry in entries if entry.is_current]
        return cls(tuple(filter(None, map(_agreed, current))), tuple(entry.key[1] for entry in current))

    def unused(self, chinese: str, translation: str) -> Iterator[Term]:
        """The agreed terms of a sentence that its translation neither uses, in any of their forms, nor quotes."""
        said = {match[0] for match in self._pattern.finditer(as_key(chinese))}
        words = " ".join(_stems(translation))
        for term in self.agreed:
            if term.chinese not in said or term.chinese in translation:
                continue
            if not any(_holds(words, each) for each in term.translations):
                yield term

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.known, key=lambda term: (-len(term), term))
        return re.compile("|".join(map(re.escape, longest_first)) or "(?!)")


def _agreed(entry: Entry) -> Term | None:
    for comment in entry.comments:
        if match := _AGREED.fullmatch(comment.strip()):
            others = (other.strip() for other in (match["others"] or "").split(";"))
            return Term(entry.key[1], (entry.string, *filter(None, others)))
    return None


def _holds(words: str, term: str) -> bool:
    return f" {' '.join(_stems(term))} " in f" {words} "


def _stems(text: str) -> Iterator[str]:
    """The words of a text without their endings, so that ``e-bills`` is ``e-bill``, ``transferred`` ``transfer``."""
    for word in _WORD.findall(text.lower()):
        if word not in _SKIPPED:
            yield _DOUBLED.sub(r"\1", _ENDING.sub("", _ENDING.sub("", word)))
