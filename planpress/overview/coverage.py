"""How far a translation is."""

from collections.abc import Iterable
from dataclasses import dataclass


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
    def is_complete(self) -> bool:
        """Whether nothing is left."""
        return self.translated == self.total

    @property
    def percent(self) -> int:
        """Translated texts in a hundred, rounded down: 100 means all."""
        return 100 * self.translated // self.total if self.total else 100

    def record(self) -> dict[str, int]:
        """The numbers by the names that programs read."""
        return {
            "translated": self.translated,
            "stale": self.stale,
            "missing": self.missing,
            "characters_left": self.characters,
            "percent": self.percent,
        }

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
