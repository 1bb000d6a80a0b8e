"""Words that the search may suggest: those that people know and that stand by themselves in the texts.

A word counts only if something else ends before it and begins after it: 當面會商 holds no 面會, 管理系統 no 管理系.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from planpress.editions.folding import fold
from planpress.editions.known_words import LENGTHS, known_words

_LITTLE: Final = frozenset(fold("並於其將該之和與及或等為而則且由從以所者個各每另均應的"))
"""Characters that words do not hold, but end at."""
_RUN: Final = re.compile("[\u3400-\u9fff]+")


@cache
def _suggested() -> frozenset[str]:
    return frozenset(word for word in known_words() if _LITTLE.isdisjoint(word))


def words_in(texts: Iterable[str]) -> list[str]:
    """The known words that stand by themselves somewhere in the texts, as they are spelt there."""
    known = _suggested()
    beginnings = {word[:2] for word in known}
    spelt = "\n".join(run for text in texts for run in _RUN.findall(text))
    folded = f"\n{fold(spelt)}\n"
    begun: dict[str, int] = {}
    ended: set[str] = set()
    for at in range(1, len(folded) - 1):
        if folded[at : at + 2] not in beginnings:
            continue
        for length in LENGTHS:
            word = folded[at : at + length]
            if word in known:
                if _is_edge(folded[at - 1]):
                    begun.setdefault(word, at - 1)
                if _is_edge(folded[at + length]):
                    ended.add(word)
    return sorted(spelt[at : at + len(word)] for word, at in begun.items() if word in ended)


def _is_edge(character: str) -> bool:
    return character == "\n" or character in _LITTLE
