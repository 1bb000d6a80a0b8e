"""How far the translation is, plan by plan: for ``build.py translate --status`` and for the quality page."""

from collections.abc import Iterable
from dataclasses import dataclass

from planpress.edition import Edition
from planpress.translating.catalogue import Catalogue
from planpress.translating.staleness import stale, untranslated
from planpress.translating.units import PlanUnits


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far one language is with one plan, or with several. Texts of a plan that are the same count once.

    Attributes:
        translated: texts that pages show in the language.
        stale: texts whose translation is of an earlier wording; pages show the Chinese.
        missing: texts that have no translation.
        characters: Chinese characters and others of the texts that are left, stale and missing.
    """

    translated: int
    stale: int
    missing: int
    characters: int

    @property
    def total(self) -> int:
        """All texts."""
        return self.translated + self.stale + self.missing

    @property
    def percent(self) -> int:
        """Translated texts in a hundred, rounded down: 100 means all."""
        return 100 * self.translated // self.total if self.total else 100

    @classmethod
    def sum(cls, coverages: Iterable["Coverage"]) -> "Coverage":
        """Several plans together."""
        every = list(coverages)
        return cls(
            translated=sum(each.translated for each in every),
            stale=sum(each.stale for each in every),
            missing=sum(each.missing for each in every),
            characters=sum(each.characters for each in every),
        )


@dataclass(frozen=True, slots=True)
class PlanCoverage:
    """How far a language is with a plan."""

    office: str
    roc_year: int
    language: str
    """Tag of the language."""
    coverage: Coverage


def plan_coverage(plan: PlanUnits, edition: Edition, catalogue: Catalogue) -> PlanCoverage:
    """How far an edition is with a plan."""
    left = untranslated(plan, edition.memory)
    outdated = stale(plan, edition.memory, catalogue)
    coverage = Coverage(
        translated=len({unit.key for unit in plan.units}) - len(left),
        stale=len(outdated),
        missing=len(left) - len(outdated),
        characters=sum(map(len, left)),
    )
    return PlanCoverage(plan.office, plan.roc_year, edition.language.tag, coverage)
