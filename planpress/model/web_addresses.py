"""Addresses of the web that stand in a text: plain http(s) ones, which readers are to be led to."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_HOST: Final = r"[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)+(?!\.?[A-Za-z0-9-])"
_CHARACTER: Final = r"[!#-;=?-\[\]_a-z~]"
"""What RFC 3986 lets an address consist of: never a blank, a Han character or its punctuation, a full-width form."""
_ADDRESS: Final = re.compile(
    # One that names a user before its host leads elsewhere than it seems to. No possessive groups: until Python 3.11.5
    # they pass over a look ahead within or behind them.
    rf"(?<![A-Za-z0-9+.-])https?://{_HOST}(?::[0-9]{{1,5}})?(?![0-9]*@|:[^\s@/]*@)"
    rf"(?:[/?#](?:(?![,;]https?://){_CHARACTER})*)?",
    re.IGNORECASE | re.ASCII,
)
_BEHIND: Final = frozenset(".,;:!?'*")
"""What belongs to the sentence where it stands at the end of an address."""
_PAIRS: Final = {")": "(", "]": "["}


class Piece(NamedTuple):
    """A part of a text.

    Attributes:
        text: what it says.
        is_address: it is the address of a page, and nothing else.
    """

    text: str
    is_address: bool = False


def pieces(text: str) -> Iterator[Piece]:
    """Cut a text into words and addresses; together the pieces are the text.

    >>> [piece.text for piece in pieces("見網站（https://www.gov.tw/a(1)）。")]
    ['見網站（', 'https://www.gov.tw/a(1)', '）。']
    """
    told = 0
    for start, end in address_spans(text):
        if start > told:
            yield Piece(text[told:start])
        yield Piece(text[start:end], is_address=True)
        told = end
    if told < len(text) or not text:
        yield Piece(text[told:])


def address_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the addresses of a text begin and end."""
    if "://" not in text:
        return
    for match in _ADDRESS.finditer(text):
        yield match.start(), match.start() + _length(match[0])


def _length(address: str) -> int:
    """How much of what could be an address is one: no stop that ends a sentence, no bracket that was opened before."""
    end = len(address)
    missing = {closing: address.count(closing) - address.count(opening) for closing, opening in _PAIRS.items()}
    while (last := address[end - 1]) in _BEHIND or missing.get(last, 0) > 0:
        if last in missing:
            missing[last] -= 1
        end -= 1
    return end
