"""The vocabulary of a site: what people call what plans call otherwise, and words of questions that say nothing."""

from collections.abc import Collection
from typing import Self

from planpress.model.base import Frozen


class Synonym(Frozen):
    """Words that people use, and what finds what they mean; in both languages, each of which finds the other's.

    Where nothing is said of what finds it, the words find one another.
    """

    words: tuple[str, ...] = ()
    """What people call it, in Chinese."""
    finds: tuple[str, ...] = ()
    """What plans call it."""
    words_en: tuple[str, ...] = ()
    """What people call it, in English."""
    finds_en: tuple[str, ...] = ()
    """What the translations call it."""

    def all_words(self) -> tuple[str, ...]:
        """What people call it, in whatever language."""
        return (*self.words, *self.words_en)

    def found_by(self, *, english: bool) -> tuple[str, ...]:
        """What is looked for in the texts of a language."""
        return (self.finds_en or self.words_en) if english else (self.finds or self.words)


class Vocabulary(Frozen):
    """All that the search knows of how people ask."""

    filler: tuple[str, ...] = ()
    """Words of questions that say nothing: 怎麼, 可以."""
    filler_en: tuple[str, ...] = ()
    """The same in English."""
    synonyms: tuple[Synonym, ...] = ()

    def without(self, positions: Collection[int]) -> Self:
        """The same without some of the synonyms, by their positions."""
        kept = (each for position, each in enumerate(self.synonyms) if position not in positions)
        return self.model_copy(update={"synonyms": tuple(kept)})
