"""How far the translation is, file by file: for ``build.py translate --status`` and for the quality page."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from planpress.editions.catalogue import Catalogue, as_key
from planpress.editions.edition import Edition
from planpress.editions.memory import Memory
from planpress.overview.coverage import Coverage
from planpress.translating.staleness import stale, untranslated
from planpress.translating.units import PlanUnits


@dataclass(frozen=True, slots=True)
class PlanCoverage:
    """How far a language is with a plan, or with a file of results."""

    file: str
    """Path of the file from the project's root."""
    office: str
    roc_year: int
    """0 of what is an office's and of no year: surveys, indicators."""
    language: str
    """Tag of the language."""
    coverage: Coverage


def plan_coverage(plan: PlanUnits, edition: Edition, catalogue: Catalogue) -> PlanCoverage:
    """How far an edition is with a plan."""
    coverage = text_coverage((unit.text for unit in plan.units), plan.office, edition.memory)
    outdated = len(stale(plan, edition.memory, catalogue))
    coverage = replace(coverage, stale=outdated, missing=coverage.missing - outdated)
    return PlanCoverage(plan.file, plan.office, plan.roc_year, edition.language.tag, coverage)


def text_coverage(texts: Iterable[str], office: str, memory: Memory) -> Coverage:
    """How much of an office's texts a memory translates; what is left counts as missing."""
    keys = {as_key(text) for text in texts}
    left = untranslated(keys, office, memory)
    return Coverage(len(keys) - len(left), stale=0, missing=len(left), characters=sum(map(len, left)))
