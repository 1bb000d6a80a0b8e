"""Which texts of a plan have a translation of an earlier wording only.

That is so when the entry of the text is marked fuzzy; and, before ``build.py translate`` has marked it, when the text
has no entry but stands where the catalogue knows another text that the plan says no more.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Final

from planpress.editions.catalogue import Catalogue, Entry
from planpress.editions.edition import Edition, is_chinese
from planpress.editions.memory import Memory
from planpress.model.similarity import similarities
from planpress.problems.problem import Problem
from planpress.translating.units import PlanUnits

ALIKE: Final = 0.6
"""Similarity from which a new text counts as an old one changed, wherever in the plan it stands."""
MOST_LOST: Final = 500
"""How many entries are compared with the new texts of one plan; a plan has 100 texts, or 300."""


def untranslated(keys: Iterable[str], office: str, memory: Memory) -> list[str]:
    """Those of an office's texts, given by their keys, that pages show in Chinese."""
    return [key for key in keys if memory.lookup(key, office) is None and is_chinese(key)]


def unknown(plan: PlanUnits, memory: Memory, catalogue: Catalogue) -> tuple[str, ...]:
    """The keys of what a plan has untranslated and the catalogue has no entry for, not even an obsolete one."""
    return tuple(key for key in untranslated(plan.keys, plan.office, memory) if not catalogue.knows(key, plan.office))


def stale(plan: PlanUnits, memory: Memory, catalogue: Catalogue) -> dict[str, Entry]:
    """The entries that translate an earlier wording of a plan's texts, by the keys of what the texts are now."""
    entries = ((key, catalogue.find(key, plan.office)) for key in untranslated(plan.keys, plan.office, memory))
    fuzzy = {key: entry for key, entry in entries if entry is not None and entry.is_stale}
    return fuzzy | predecessors(plan, catalogue, unknown(plan, memory, catalogue))


def may_be_stale(file: str, catalogue: Catalogue) -> bool:
    """Whether a plan can have a stale translation at all: what can be told of most plans without reading them."""
    return catalogue.has_stale or any(entry.string for entry in catalogue.of_file(file))


def predecessors(plan: PlanUnits, catalogue: Catalogue, keys: Collection[str]) -> dict[str, Entry]:
    """For texts that the catalogue does not know, the entries of those whose place in the plan they have taken.

    An entry has lost a place when it refers to more lines of the plan than now say its text. It gives way to the text
    most like it, or else to what stands on one of its lines.
    """
    entries = catalogue.of_file(plan.file) if keys else []
    lost = list(islice((each for each in entries if each.string and _has_lost_a_place(each, plan)), MOST_LOST))
    alike = similarities([entry.key[1] for entry in lost], keys, ALIKE)
    pairs = sorted(
        (
            (alike.get((position, place), 0.0), key, position)
            for position, entry in enumerate(lost)
            for place, key in enumerate(keys)
            if (position, place) in alike or _lines(entry, plan) & set(plan.lines[key])
        ),
        key=lambda pair: -pair[0],
    )
    found: dict[str, Entry] = {}
    given: set[int] = set()
    for _, key, position in pairs:
        if key not in found and position not in given:
            found[key] = lost[position]
            given.add(position)
    return found


def stale_problems(plan: PlanUnits, edition: Edition, catalogue: Catalogue) -> Iterator[Problem]:
    """One warning (W601) of a plan that has translations of an earlier wording, with the lines of them all."""
    entries = stale(plan, edition.memory, catalogue)
    units = [unit for unit in plan.units if unit.key in entries]
    if not units:
        return
    places = [plan.place(unit) for unit in units]
    first = entries[units[0].key]
    values = {
        "language": edition.language.name,
        "count": str(len(places)),
        "lines": ", ".join(str(place.line) for place in places),
        "previous": first.previous or first.msgid,
    }
    yield Problem("W601", places[0], values)


def _has_lost_a_place(entry: Entry, plan: PlanUnits) -> bool:
    return len(_lines(entry, plan)) > len(plan.lines.get(entry.key[1], ())) and entry.context in (None, plan.office)


def _lines(entry: Entry, plan: PlanUnits) -> set[int]:
    return {reference.line for reference in entry.references if reference.file == plan.file}
