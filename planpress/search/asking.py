"""How people ask: synonyms, filler and topics, as the search page reads them; and which of them find nothing."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from planpress import addresses
from planpress.editions.edition import Edition
from planpress.editions.folding import fold, table
from planpress.model import Organisation, Topic
from planpress.model.language import EN
from planpress.model.vocabulary import Synonym, Vocabulary
from planpress.search.index import Asked


def asked(edition: Edition, vocabulary: Vocabulary, topics: Sequence[Topic], exceptions: Mapping[str, str]) -> Asked:
    """What the first file of the index says of how people ask.

    Args:
        edition: of the index, in whose characters words are spelt: what is suggested or also looked for is shown.
        vocabulary: of the site.
        topics: those that have a page.
        exceptions: what the Simplified edition converts otherwise than OpenCC.
    """
    english = edition.language == EN
    return Asked(
        table(exceptions),
        _ways(edition, vocabulary, _with_chinese if english else lambda synonym: synonym.words),
        (*vocabulary.filler, *vocabulary.filler_en),
        tuple(
            (
                addresses.browse("topics", topic.id),
                _spelt(edition, topic_words(topic, vocabulary.synonyms, english=english)),
            )
            for topic in topics
        ),
        () if english else tuple(_spelt(edition, vocabulary.common)),
    )


def in_english(edition: Edition, vocabulary: Vocabulary) -> tuple[tuple[list[str], list[str]], ...]:
    """The English words for what an edition finds: whoever has not seen the English pages asks the Chinese ones so."""
    return _ways(edition, vocabulary, lambda synonym: synonym.words_en)


def _with_chinese(synonym: Synonym) -> tuple[str, ...]:
    """What English pages are asked: of Chinese the plans' own words. What else people say is more than the English."""
    return (*synonym.words_en, *synonym.found_by(english=False))


def _ways(
    edition: Edition, vocabulary: Vocabulary, words: Callable[[Synonym], Sequence[str]]
) -> tuple[tuple[list[str], list[str]], ...]:
    """Some words of each synonym, and what finds what they mean, in the characters of an edition."""
    found = ((words(each), each.found_by(english=edition.language == EN)) for each in vocabulary.synonyms)
    return tuple((_spelt(edition, own), _spelt(edition, finds)) for own, finds in found if own and finds)


def _spelt(edition: Edition, words: Iterable[str]) -> list[str]:
    """Words in the characters of an edition: what is suggested or also looked for is shown."""
    return edition.hans.convert([*words]) if edition.hans else [*words]


def topic_words(topic: Topic, synonyms: Iterable[Synonym], *, english: bool) -> list[str]:
    """The words of a topic in a language; in English those of the synonyms that first of all find one of its own."""
    if not english:
        return list(dict.fromkeys((topic.name, *topic.words)))
    own = {*map(fold, topic.words)}
    meant = (each for each in synonyms if {*map(fold, each.found_by(english=False)[:1])} & own)
    return list(dict.fromkeys((topic.en, *(word for each in meant for word in each.found_by(english=True)))))


def said(vocabulary: Vocabulary, plans: Iterable[Iterable[str]]) -> list[str]:
    """The words of a vocabulary that find something in the texts of some plans."""
    ways = (each.found_by(english=english) for each in vocabulary.synonyms for english in (False, True))
    left = {word: fold(word) for words in ways for word in words}
    found: list[str] = []
    for texts in plans if left else ():
        folded = fold("\n".join(texts))
        found += (word for word, spelt in left.items() if spelt in folded)
        left = {word: spelt for word, spelt in left.items() if spelt not in folded}
    return sorted(found)


def without_others(vocabulary: Vocabulary, ours: Iterable[Organisation], others: Iterable[Organisation]) -> Vocabulary:
    """The same without what people call other enterprises, and dial there: it leads to nobody's plan here.

    Args:
        vocabulary: of all sites of a project.
        ours: the enterprises whose offices a site has.
        others: those of which it has none.
    """
    known = [fold(word) for each in ours for word in each.own_words]
    theirs = {fold(word) for each in others for word in each.own_words}
    names = [name for name in theirs if not any(name in word for word in known)]

    def kept(words: Iterable[str]) -> tuple[str, ...]:
        return tuple(word for word in words if not any(name in fold(word) for name in names))

    left = (
        each.model_copy(update={"words": kept(each.words), "words_en": kept(each.words_en)})
        for each in vocabulary.synonyms
    )
    return vocabulary.model_copy(update={"synonyms": tuple(each for each in left if each.all_words())})


def leading_nowhere(vocabulary: Vocabulary, plans: Iterable[Iterable[str]]) -> list[int]:
    """Positions of the synonyms that find nothing in any language.

    Args:
        vocabulary: of the site.
        plans: the texts of each plan in one language. No more are read than are needed.
    """
    left = {
        position: {fold(word) for english in (False, True) for word in each.found_by(english=english)}
        for position, each in enumerate(vocabulary.synonyms)
    }
    for texts in plans if left else ():
        folded = fold("\n".join(texts))
        left = {position: finds for position, finds in left.items() if not any(word in folded for word in finds)}
        if not left:
            break
    return [*left]
