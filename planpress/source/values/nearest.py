"""The word that was probably meant."""

import difflib
import unicodedata
from collections.abc import Iterable
from typing import Final

LONGEST: Final = 60
"""Characters of the longest word that may be a slip; comparing takes time by its square."""


def nearest(word: str, known: Iterable[str]) -> dict[str, str]:
    """The known word next to a misspelt one, as a value of a problem; nothing when none comes near or it is no word.

    Of several that are as near the first is meant: h1 for h.

    >>> nearest("業物組", ["業務組", "電務組"]), nearest("臺電組", ["電務組", "台電組"])
    ({'nearest': '業務組'}, {'nearest': '台電組'})
    """
    if len(word) > LONGEST:
        return {}
    folded = {same(name): name for name in reversed(list(known))}
    matches = difflib.get_close_matches(same(word), folded, n=len(folded) or 1, cutoff=0.6)
    if not matches:
        return {}
    matcher = difflib.SequenceMatcher(b=same(word))

    def likeness(name: str) -> float:
        matcher.set_seq1(name)
        return matcher.ratio()

    return {"nearest": folded[max((name for name in reversed(folded) if name in matches), key=likeness)]}


def nearest_first(word: str, known: Iterable[str]) -> list[str]:
    """All known words, those first that are most like a misspelt one, whatever its capitals.

    >>> nearest_first("Watre", ["power", "water"])
    ['water', 'power']
    """
    matcher = difflib.SequenceMatcher(b=word[:LONGEST].lower(), autojunk=False)

    def unlikeness(other: str) -> float:
        matcher.set_seq1(other)
        return -matcher.ratio()

    return sorted(known, key=unlikeness)


def same(word: str) -> str:
    """A word without what is no difference to a reader: full width and half width, 臺 and 台, large and small, blanks.

    >>> same("臺北 ＡＭＩ 組")
    '台北ami組'
    """
    return "".join(unicodedata.normalize("NFKC", word).casefold().replace("臺", "台").split())
