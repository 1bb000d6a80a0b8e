"""The word that was probably meant."""

import difflib
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> dict[str, str]:
    """The known word next to a misspelt one, as a value of a problem; nothing when none comes near.

    >>> nearest("業物組", ["業務組", "電務組"])
    {'nearest': '業務組'}
    """
    matches = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return {"nearest": matches[0]} if matches else {}
