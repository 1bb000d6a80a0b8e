"""How people ask: synonyms, filler and topics, as the search page reads them; and which of them find nothing."""

from collections.abc import Iterable, Mapping, Sequence

from planpress import addresses
from planpress.editions.edition import Edition
from planpress.editions.folding import fold, table
from planpress.model import Topic
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
    found = ((each, each.found_by(english=english)) for each in vocabulary.synonyms)

    def spelt(words: Iterable[str]) -> list[str]:
        return edition.hans.convert([*words]) if edition.hans else [*words]

    return Asked(
        table(exceptions),
        tuple((spelt(each.all_words()), spelt(finds)) for each, finds in found if finds),
        (*vocabulary.filler, *vocabulary.filler_en),
        tuple(
            (addresses.browse("topics", topic.id), spelt(topic_words(topic, vocabulary.synonyms, english=english)))
            for topic in topics
        ),
    )


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
