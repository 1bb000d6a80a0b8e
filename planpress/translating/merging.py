"""The catalogue brought up to date with the plans. No translation is lost: what nothing says any more is obsolete."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from planpress.editions.catalogue import FUZZY, Catalogue, Entry, Reference, as_key
from planpress.editions.edition import is_chinese
from planpress.editions.memory import Memory
from planpress.editions.po_reader import TEXT_LIMIT
from planpress.translating.staleness import predecessors, unknown
from planpress.translating.units import PlanUnits

Key: TypeAlias = tuple[str | None, str]

LONGEST: Final = TEXT_LIMIT // 2 - 100
"""Characters of the longest text that gets an entry: it is on one line, and every character may need a backslash."""


def merged(catalogue: Catalogue, plans: Sequence[PlanUnits], memory: Memory) -> Catalogue:
    """The catalogue as it should be for these plans.

    An entry stays while a plan says its text, with the places of today. A text without an entry gets one: the obsolete
    one of the same text, or the translation of the text whose place it has taken, marked fuzzy, or an empty one; but
    none while the glossary translates it. The order is that of the plans, by office, year and line.

    Args:
        catalogue: as it is.
        plans: all plans, by office and year.
        memory: what is translated, by this catalogue or the glossary.
    """
    known = {entry.key: entry for entry in (*catalogue.obsolete, *catalogue.entries)}
    replaced = _replaced(catalogue, plans, memory)
    wordings: dict[str, str] = {}
    for plan in plans:
        wordings = plan.wordings | wordings
    entries = []
    for (office, text), references in _places(known.keys(), plans).items():
        entry = known.get((office, text)) or _new(wordings[text], replaced.get(text))
        if entry.string or memory.lookup(text, office) is None:
            entries.append(replace(_tidied(entry), references=references))
    return Catalogue(catalogue.header, tuple(entries), tuple(_obsolete(catalogue, entries)))


def _places(known: Iterable[Key], plans: Iterable[PlanUnits]) -> dict[Key, tuple[Reference, ...]]:
    """Where each entry's text stands; the entries in the order of the first place."""
    known = frozenset(known)
    places: dict[Key, list[Reference]] = {}
    for plan in plans:
        for text, lines in plan.lines.items():
            key = (plan.office, text) if (plan.office, text) in known else (None, text)
            if key in known or (is_chinese(text) and len(text) <= LONGEST):
                places.setdefault(key, []).extend(Reference(plan.file, line) for line in lines)
    return {key: tuple(references) for key, references in places.items()}


def _replaced(catalogue: Catalogue, plans: Iterable[PlanUnits], memory: Memory) -> Mapping[str, Entry]:
    """For new texts, the entries of those that they have replaced; the first plan that tells decides."""
    found: dict[str, Entry] = {}
    for plan in plans:
        found = predecessors(plan, catalogue, unknown(plan, memory, catalogue)) | found
    return found


def _new(text: str, replaced: Entry | None) -> Entry:
    if replaced is None:
        return Entry(text)
    # A text may change again before anyone has looked: what the translation was made for is still the first wording.
    first = (replaced.previous_context, replaced.previous) if replaced.previous else (replaced.context, replaced.msgid)
    return Entry(
        text,
        replaced.strings,
        flags=(FUZZY, *(flag for flag in replaced.flags if flag != FUZZY)),
        comments=replaced.comments,
        previous_context=first[0],
        previous=first[1],
    )


def _tidied(entry: Entry) -> Entry:
    """Without the marks of doubt that have lost their meaning: nothing is translated, or somebody has confirmed it."""
    if entry.is_stale:
        return entry
    flags = tuple(flag for flag in entry.flags if flag != FUZZY)
    return replace(entry, flags=flags, previous=None, previous_context=None)


def _obsolete(catalogue: Catalogue, entries: Iterable[Entry]) -> Iterable[Entry]:
    """Translations that are in use no more, unless the same stands elsewhere."""
    kept = {(entry.key, entry.strings) for entry in entries}
    vanished = [
        entry
        for entry in (*catalogue.obsolete, *catalogue.entries)
        if any(entry.strings) and (entry.key, entry.strings) not in kept
    ]
    kept.update((entry.key, entry.strings) for entry in vanished)
    for entry in vanished:
        first = (entry.previous_context, as_key(entry.previous or ""))
        if (first, entry.strings) not in kept:
            yield replace(entry, references=())
