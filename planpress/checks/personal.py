"""Personal identifiers in what will be public: 身分證字號, 居留證, mobile numbers, private mailboxes."""

import re
from collections.abc import Iterator
from typing import Final

from planpress.source.finding import Finding, Path

_HALF_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}

_WORTH_A_LOOK: Final = re.compile(r"(?:\d[- )]?){8}|[@＠]")
"""Eight digits or an at sign, in whatever width: most texts have neither."""
_IDENTITY: Final = re.compile(r"(?<![A-Za-z0-9])[A-Za-z][12A-Da-d89]\d{8}(?![A-Za-z0-9])", re.ASCII)
_MOBILE: Final = re.compile(r"(?<![\d.-])(?:09|\+?886[- ]?\(?0?\)?9)\d{2}[- ]?\d{3}[- ]?\d{3}(?![\d.])", re.ASCII)
_PRIVATE_MAIL: Final = re.compile(
    r"[\w.+-]+@(?:[\w-]+\.)*"
    r"(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|icloud|me|aol|proton|protonmail|qq|163|126|"
    r"hinet|seed|pchome|xuite|kimo|yam|so-net|giga)"
    r"\.(?:com|net|org|tw|cn|me|hk|jp)(?:\.tw|\.cn|\.hk)?(?![\w-])",
    re.ASCII | re.IGNORECASE,
)

_LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVXYWZIO"
"""The letters in the order of their values 10, 11, 12 …, as 內政部 gives them."""


def check_personal(path: Path, text: str) -> Iterator[Finding]:
    """The identifiers in one text. Full-width digits and letters count as well."""
    if _WORTH_A_LOOK.search(text) is None:
        return
    plain = text.translate(_HALF_WIDTH)
    for match in _IDENTITY.finditer(plain):
        if _is_identity(match[0].upper()):
            yield Finding("E505", path, span=match.span())
    for match in _MOBILE.finditer(plain):
        yield Finding("W502", path, span=match.span())
    for match in _PRIVATE_MAIL.finditer(plain) if "@" in plain else ():
        yield Finding("W503", path, {"value": match[0]}, span=match.span())


def _is_identity(text: str) -> bool:
    """Whether the checksum of a 身分證字號 or a 居留證 (of either form) is right.

    The first letter counts with two digits; the second character of an old 居留證 is a letter and counts with
    the last digit of its value. The weights are 1, 9, 8 … 1, and 1 for the check digit itself; the sum is a
    multiple of ten.
    """
    first = _LETTERS.index(text[0]) + 10
    second = (_LETTERS.index(text[1]) + 10) % 10 if text[1].isalpha() else int(text[1])
    digits = [first // 10, first % 10, second, *map(int, text[2:])]
    weights = (1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1)
    return sum(digit * weight for digit, weight in zip(digits, weights, strict=True)) % 10 == 0
