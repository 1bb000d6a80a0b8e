"""How alike two Chinese texts are."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import count
from typing import Final

COMPARED: Final = 500
"""Characters that are compared: all of nearly every text, and of one that repeats itself no more than can be done."""


def similarity(one: str, other: str) -> float:
    """From 0, nothing in common, to 1, the same.

    >>> similarity("推廣電子帳單。", "推廣電子帳單及行動支付。") > 0.7
    True
    """
    return SequenceMatcher(None, one[:COMPARED], other[:COMPARED], autojunk=False).ratio()


def similarities(ones: Iterable[str], others: Iterable[str], least: float) -> dict[tuple[int, int], float]:
    """How alike each of some texts is to each of some others, by their positions, in this order.

    What two texts can have in common at most is quickly told, so only those that may be alike enough are compared.

    Args:
        ones: any texts.
        others: what each of them is compared with.
        least: similarity, above 0, that two texts must have to be among what is found.
    """
    bits: defaultdict[str, list[int]] = defaultdict(list)
    places = count()

    def bits_of(sign: str, times: int) -> int:
        """A number with a bit of its own for each of the times that a sign comes."""
        known = bits[sign]
        while len(known) < times:
            known.append((known[-1] if known else 0) | 1 << next(places))
        return known[times - 1]

    def measured(texts: Iterable[str]) -> list[tuple[str, int]]:
        """Texts as far as they are compared, each with a number that has the bits of all its signs."""
        compared = (text[:COMPARED] for text in texts)
        return [(text, sum(bits_of(*each) for each in Counter(text).items())) for text in compared]

    measured_ones = measured(ones)
    found: dict[tuple[int, int], float] = {}
    matcher = SequenceMatcher(autojunk=False)
    for place, (other, its_signs) in enumerate(measured(others)):
        for position, (one, own_signs) in enumerate(measured_ones):
            length = len(one) + len(other)
            if length and 2.0 * (own_signs & its_signs).bit_count() / length < least:
                continue
            matcher.set_seqs(one, other)  # does nothing for an other that it has already: the dear half
            if (likeness := matcher.ratio()) >= least:
                found[position, place] = likeness
    return dict(sorted(found.items()))


@dataclass(frozen=True)
class Neighbourhood:
    """Texts among which the nearest are looked for: by pairs of characters first, which is quick, then in earnest."""

    pairs: dict[str, frozenset[str]]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Neighbourhood":
        """Make it from the texts."""
        return cls({text: _pairs(text) for text in texts})

    def nearest(self, text: str, count: int, least: float) -> list[tuple[float, str]]:
        """The texts most like this one, the most like first.

        Args:
            text: anything; if it is one of the texts, it is its own nearest.
            count: how many at most.
            least: similarity that a text must have.
        """
        own = _pairs(text)
        shared = ((len(own & pairs) / (len(own) + len(pairs)), other) for other, pairs in self.pairs.items())
        candidates = sorted(shared, key=lambda each: -each[0])[: 4 * count]
        found = sorted(((similarity(text, other), other) for _, other in candidates), key=lambda each: -each[0])
        return [each for each in found[:count] if each[0] >= least]


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[position : position + 2] for position in range(max(1, len(text) - 1)))
