"""What of a text was changed into another, in pieces that people read: words and figures whole, no crumbs between."""

import re
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(r"[A-Za-z]+|\d+(?:[.,]\d+)*|\s+|.", re.DOTALL)
_STOPS: Final = frozenset("，。；：、！？「」『』（）()[],;:")

_CRUMB: Final = 2
"""Characters of the longest piece that may be given up."""
LONGEST: Final = 2_000
"""Words and characters of the longest text that is compared piece by piece; a paragraph of the real plans has 900."""


class Fate(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


class Piece(NamedTuple):
    """Some words of the old text or the new, or of both."""

    fate: Fate
    text: str


@lru_cache(maxsize=1_000)  # every language of a page that has no translation shows the Chinese
def reworded(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of two texts: those that are not new make up the old one, those that are not gone the new one.

    What is kept between two changes and is no longer than both is given up: a single 的 that happens to stand in both
    tells a reader nothing.

    >>> [piece.text for piece in reworded("113年新增兩家", "114年再新增三家")]
    ['113', '114', '年', '再', '新增', '兩', '三', '家']
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks() if _can_be_compared(old, new) else []
    pieces: list[Piece] = []
    one = other = 0
    for block in [*_without_crumbs([(*block,) for block in blocks], old, new), (len(old), len(new), 0)]:
        pieces += (
            Piece(Fate.GONE, "".join(old[one : block[0]])),
            Piece(Fate.NEW, "".join(new[other : block[1]])),
            Piece(Fate.KEPT, "".join(old[block[0] : block[0] + block[2]])),
        )
        one, other = block[0] + block[2], block[1] + block[2]
    return tuple(_joined(pieces))


def _can_be_compared(old: list[str], new: list[str]) -> bool:
    return len(old) <= LONGEST and len(new) <= LONGEST


def _without_crumbs(blocks: list[tuple[int, int, int]], old: list[str], new: list[str]) -> list[tuple[int, int, int]]:
    """The blocks that both texts have, without those that are lost between longer changes on both sides."""
    kept = [block for block in blocks if block[2]]
    position = 0
    while position < len(kept):
        one, other, size = kept[position]
        above = kept[position - 1] if position else (0, 0, 0)
        below = kept[position + 1] if position + 1 < len(kept) else (len(old), len(new), 0)
        changed_before = max(one - above[0] - above[2], other - above[1] - above[2])
        changed_after = max(below[0] - one - size, below[1] - other - size)
        weight = sum(len(word) for word in old[one : one + size] if word not in _STOPS)
        at_an_end = one == other == 0 or (one + size, other + size) == (len(old), len(new))
        if not at_an_end and weight <= _CRUMB and weight <= min(changed_before, changed_after):
            del kept[position]
            position = max(0, position - 1)
        else:
            position += 1
    return kept


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Pieces of one fate that follow one another as one; none that is empty."""
    found: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if found and found[-1].fate is piece.fate:
            found[-1] = Piece(piece.fate, found[-1].text + piece.text)
        else:
            found.append(piece)
    return found
