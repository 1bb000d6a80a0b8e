"""Texts in lines of a terminal: Chinese takes two columns a character, and may end a line between any two of them."""

import re
from typing import Final

from rich.cells import cell_len

from planpress.model.line_breaks import WIDE

_PIECE: Final = re.compile(rf"\s+|[(（「『]*(?:{WIDE}|[^\s\u2e80-\uffff]+)[，。、；：！？）」』…)]*")
"""What no line ends within: a Chinese character or a word, with what opens before and closes behind it."""
_SENTENCE: Final = re.compile(r".*?(?:。|\.(?=\s)|$)", re.DOTALL)


def wrapped(text: str, columns: int) -> list[str]:
    """A text in lines of at most so many columns, unless a word is longer.

    >>> wrapped("製作查核包（ZIP）：網站的證明。", 12)
    ['製作查核包', '（ZIP）：網', '站的證明。']
    """
    lines = [""]
    for piece in _PIECE.findall(text):
        if lines[-1] and cell_len(lines[-1] + piece.rstrip()) > columns:
            lines.append(piece.lstrip())
        else:
            lines[-1] += piece
    return [line.rstrip() for line in lines]


def first_sentence(text: str) -> str:
    """What says in a list what the whole text says at length.

    >>> first_sentence("整理資料檔。FILE：只整理這些。"), first_sentence("Tidy addresses.txt. FILE: only these.")
    ('整理資料檔。', 'Tidy addresses.txt.')
    """
    found = _SENTENCE.match(text)
    return found[0] if found else text
