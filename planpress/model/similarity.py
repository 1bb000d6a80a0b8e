"""How alike two Chinese texts are."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

COMPARED: Final = 500
"""Characters that are compared: all of nearly every text, and of one that repeats itself no more than can be done."""


def similarity(one: str, other: str, least: float = 0.0) -> float:
    """From 0, nothing in common, to 1, the same; also 0 where it is below ``least``, which is quickly told.

    >>> similarity("推廣電子帳單。", "推廣電子帳單及行動支付。") > 0.7
    True
    """
    matcher = SequenceMatcher(None, one[:COMPARED], other[:COMPARED], autojunk=False)
    if least and (matcher.real_quick_ratio() < least or matcher.quick_ratio() < least):
        return 0.0
    found = matcher.ratio()
    return found if found >= least else 0.0


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
