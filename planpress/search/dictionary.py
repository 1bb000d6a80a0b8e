"""Words that the search may suggest: those that people know and that stand by themselves in the texts.

A word counts only if something else ends before it and begins after it: 當面會商 holds no 面會, 管理系統 no 管理系.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from planpress.editions.folding import fold
from planpress.editions.known_words import LENGTHS, known_words

_LITTLE: Final = "並於其將該之和與及或等為而則且由從以所者個各每另均應的"
"""Characters that words do not hold, but end at."""
_RUN: Final = re.compile("[\u3400-\u9fff]+")


def words_in(texts: Iterable[str]) -> list[str]:
    """The known words that stand by themselves somewhere in the texts, as they are spelt there."""
    spelt = "\n".join(dict.fromkeys(run for text in texts for run in _RUN.findall(text)))
    stretches: dict[str, int] = {}
    for found in _between_edges().finditer(fold(spelt)):
        stretches.setdefault(found[0], found.start())
    begun = {stretch[:length]: at for stretch, at in stretches.items() for length in LENGTHS}
    ended = {stretch[-length:] for stretch in stretches for length in LENGTHS}
    return sorted(spelt[begun[word] : begun[word] + len(word)] for word in known_words() & begun.keys() & ended)


@cache  # folding needs a table that a run without changes has no use for
def _between_edges() -> re.Pattern[str]:
    return re.compile(f"[^\n{fold(_LITTLE)}]+")
