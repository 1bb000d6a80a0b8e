"""For a sentence that is not translated: translated ones that are like it, and the terms of the glossary in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from planpress.model.similarity import Neighbourhood
from planpress.problems.problem import Place
from planpress.translating.staleness import stale, untranslated
from planpress.translating.units import PlanUnits
from planpress.translating.workspace import Translation

LEAST: Final = 0.5
"""Similarity below which a sentence is of no help."""
COUNT: Final = 3
"""How many are listed at most."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A translated sentence that is like one that is not."""

    similarity: float
    text: str
    translation: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What may help to translate one sentence.

    Attributes:
        language: tag of the language that lacks it.
        place: where the sentence stands first.
        text: the sentence.
        neighbours: the most like first.
        terms: of the glossary, in the sentence's order, with their translations.
    """

    language: str
    place: Place
    text: str
    neighbours: tuple[Neighbour, ...]
    terms: tuple[tuple[str, str], ...]


def suggestions(plans: Sequence[PlanUnits], translation: Translation) -> Iterator[Suggestion]:
    """Help for every sentence that a language lacks, each once, at its first place. Fills nothing."""
    catalogue, memory = translation.catalogue, translation.edition.memory
    known = {entry.key[1]: entry.string for entry in (*catalogue.obsolete, *catalogue.entries) if entry.is_current}
    terms = {entry.key[1]: entry.string for entry in translation.terms.entries if entry.is_current}
    neighbourhood = Neighbourhood.of(known)
    done: set[str] = set()
    for plan in plans:
        outdated = stale(plan, memory, catalogue)
        units = {unit.key: unit for unit in reversed(plan.units)}
        for key in untranslated(plan.keys, plan.office, memory):
            if key in outdated or key in done:
                continue
            done.add(key)
            yield Suggestion(
                language=translation.edition.language.tag,
                place=plan.place(units[key]),
                text=key,
                neighbours=tuple(
                    Neighbour(alike, text, known[text]) for alike, text in neighbourhood.nearest(key, COUNT, LEAST)
                ),
                terms=tuple((term, terms[term]) for term in sorted(terms, key=key.find) if term in key),
            )
