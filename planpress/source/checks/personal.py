"""Personal identifiers in what will be public: 身分證字號, 居留證, mobile numbers, private mailboxes."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from planpress.source.finding import Finding, Steps

_WORTH_A_LOOK: Final = re.compile(r"(?:\d\W{0,3}){8}|[@＠﹫]")
"""Eight digits of any script or an at sign, in whatever width: most texts have neither."""
_BETWEEN: Final = r"[-./() ]{0,3}"
"""What people put between the groups of a number; :func:`_plain` makes one of each of these."""
_IDENTITY: Final = re.compile(r"(?<![A-Za-z0-9])[A-Za-z][- ]?[12A-Da-d89](?:[- ]?\d){8}(?![A-Za-z0-9])", re.ASCII)
_MOBILE: Final = re.compile(
    rf"(?<![\d])(?<!\d[-./])\(?(?:0|\+?886{_BETWEEN}0?{_BETWEEN})9(?:{_BETWEEN}\d){{8}}(?![-./]?\d)", re.ASCII
)
_PRIVATE_MAIL: Final = re.compile(
    r"[\w.+-]+ ?@ ?(?:[\w-]+\.)*"
    r"(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|icloud|me|aol|proton|protonmail|qq|163|126|"
    r"hinet|seed|pchome|xuite|kimo|yam|so-net|giga)"
    r"\.(?:com|net|org|tw|cn|me|hk|jp)(?:\.tw|\.cn|\.hk)?(?![\w-])",
    re.ASCII | re.IGNORECASE,
)

_LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVXYWZIO"
"""The letters in the order of their values 10, 11, 12 …, as 內政部 gives them."""


def check_personal(path: Steps, text: str) -> Iterator[Finding]:
    """The identifiers in one text, in whatever digits, letters, hyphens and blanks they are written."""
    if _WORTH_A_LOOK.search(text) is None:
        return
    plain = "".join(map(_plain, text))
    for match in _IDENTITY.finditer(plain):
        if _is_identity(re.sub("[- ]", "", match[0]).upper()):
            yield Finding("E505", path, span=match.span())
    for match in _MOBILE.finditer(plain):
        yield Finding("W502", path, span=match.span())
    for match in _PRIVATE_MAIL.finditer(plain) if "@" in plain else ():
        yield Finding("W503", path, {"value": match[0]}, span=match.span())


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """A character as its look-alike in ASCII, one for one, so that places stay: a digit of any script, any hyphen."""
    if character.isascii():
        return " " if character.isspace() else character
    category = unicodedata.category(character)
    if category == "Pd" or character in "−˗ー":
        return "-"
    if category in ("Zs", "Cf", "Mn"):
        return " "
    if category == "Nd":
        return str(unicodedata.digit(character))
    if character in "・．‧·。":
        return "."
    ordinary = unicodedata.normalize("NFKC", character)
    return ordinary if len(ordinary) == 1 else character


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
