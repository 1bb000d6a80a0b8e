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

    def finding(self, words: Collection[str]) -> "Synonym | None":
        """The same as far as it finds any of some words; None where it finds none."""
        finds, finds_en = (tuple(each for each in of if each in words) for of in (self.finds, self.finds_en))
        found = [word for english in (False, True) for word in self.found_by(english=english) if word in words]
        return self.model_copy(update={"finds": finds, "finds_en": finds_en}) if found else None


class Vocabulary(Frozen):
    """All that the search knows of how people ask."""

    filler: tuple[str, ...] = ()
    """Words of questions that say nothing: 怎麼, 可以."""
    filler_en: tuple[str, ...] = ()
    """The same in English."""
    common: tuple[str, ...] = ()
    """Chinese words that everybody knows, which the search may suggest: 服務, 用戶."""
    synonyms: tuple[Synonym, ...] = ()

    def finding(self, words: Collection[str]) -> Self:
        """The same with the synonyms that find any of some words, and of what finds it only these words."""
        kept = (each.finding(words) for each in self.synonyms)
        return self.model_copy(update={"synonyms": tuple(each for each in kept if each)})
