"""Numbers that are known by their own form: 身分證字號, 居留證, mobile numbers."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from planpress.model.personal.datum import Kind, PersonalDatum, key_of

_WEB_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[!-~]+")
NO_NUMBERS: Final = re.compile(
    rf"{_WEB_ADDRESS.pattern}"
    r"|(?<![0-9A-Za-z])(?:[0-9A-Fa-f]{32,}|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})(?![0-9A-Za-z])"
)
"""Addresses of pages, and hashes: what looks like a telephone number in them is none."""

_BETWEEN: Final = r"[-./()\[\]_ ]{0,3}"
"""What people put between the groups of a number, as :func:`plain_text` writes it."""
_HAN_DIGITS: Final = "〇零○一二三四五六七八九"
_EIGHT: Final = re.compile(r"\d[\W_]{0,3}(?:\d[\W_]{0,3}){7}")
"""Eight digits of any script, in whatever width."""

_IDENTITY: Final = re.compile(
    rf"(?<![A-Za-z0-9])[A-Za-z]{_BETWEEN}[12A-Da-d89](?:{_BETWEEN}\d){{8}}(?![A-Za-z0-9])", re.ASCII
)
_MOBILE: Final = re.compile(
    rf"(?<!\d)(?<!\d-)\(?(?:(?P<abroad>(?:(?:\+|00\d?){_BETWEEN})?886){_BETWEEN}(?:0{_BETWEEN})?|0{_BETWEEN})"
    rf"(?P<national>9(?:{_BETWEEN}\d){{8}})(?![-.]?\d)",
    re.ASCII,
)
_IN_HAN: Final = re.compile(rf"[〇零○](?<![{_HAN_DIGITS}].)九[{_HAN_DIGITS}]{{8}}(?![{_HAN_DIGITS}])")
_NAMED: Final = re.compile(r"(?:第|[文字案編電水]號|統編)[: ]{0,3}$")
"""What stands before a number that is no telephone number: 字第0980012345號."""

_USUAL: Final = {(10,), (4, 6), (4, 3, 3), (2, 8), (2, 4, 4), (3, 3, 4), (3, 7)}
"""How many digits the groups of a mobile number have, whatever stands between them."""
_LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVXYWZIO"
"""The letters in the order of their values 10, 11, 12 …, as 內政部 gives them."""


def has_digits(text: str) -> bool:
    """Whether a text may hold a number at all; most do not."""
    return _EIGHT.search(text) is not None or _IN_HAN.search(text) is not None


def identities(plain: str) -> Iterator[PersonalDatum]:
    """Numbers of 身分證 and 居留證 whose check digit is right; those in addresses of pages are in one piece."""
    addresses = [match.span() for match in _WEB_ADDRESS.finditer(plain)]
    for match in _IDENTITY.finditer(plain):
        key = key_of(match[0])
        is_whole = match[0].isalnum() or not any(start <= match.start() < end for start, end in addresses)
        if is_whole and is_identity(key):
            yield PersonalDatum(Kind.IDENTITY, match.span(), key)


def is_identity(number: str) -> bool:
    """Whether the checksum of a 身分證字號 or a 居留證 (of either form) is right.

    The first letter counts with two digits; the second character of an old 居留證 is a letter and counts with
    the last digit of its value. The weights are 1, 9, 8 … 1, and 1 for the check digit itself; the sum is a
    multiple of ten.
    """
    first = _LETTERS.index(number[0]) + 10
    second = (_LETTERS.index(number[1]) + 10) % 10 if number[1].isalpha() else int(number[1])
    digits = [first // 10, first % 10, second, *map(int, number[2:])]
    weights = (1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1)
    return sum(digit * weight for digit, weight in zip(digits, weights, strict=True)) % 10 == 0


def mobiles(plain: str) -> Iterator[PersonalDatum]:
    """Mobile numbers; their keys are the ten digits that one dials in Taiwan."""
    for match in _MOBILE.finditer(plain):
        if _is_mobile(match) and _NAMED.search(plain[max(0, match.start() - 6) : match.start()]) is None:
            yield PersonalDatum(Kind.MOBILE, match.span(), f"0{key_of(match['national'])}")
    for match in _IN_HAN.finditer(plain):
        digits = (max(0, _HAN_DIGITS.index(digit) - 2) for digit in match[0])
        yield PersonalDatum(Kind.MOBILE, match.span(), "".join(map(str, digits)))


def _is_mobile(match: re.Match[str]) -> bool:
    """Whether the digits stand in groups as people write them: dates, times and decimals do not."""
    start = match.start("national")
    zero = match.string.rfind("0", match.start(), start)
    written = match.string[start if match["abroad"] else zero : match.end()]
    digits = [index for index, character in enumerate(written) if character.isdigit()]
    between = [written[here + 1 : there] for here, there in pairwise(digits)]
    if "." in between and match.string[max(0, match.start() - 2) : match.start()].endswith("."):
        return False
    lengths = [len(group) for group in re.findall(r"\d+", written)]
    groups = tuple([lengths[0] + 1, *lengths[1:]] if match["abroad"] else lengths)
    if groups in _USUAL:
        return True
    marks = {mark for mark in between if mark}
    is_decimal = groups[0] == 1 < max(groups) and marks == {"."}
    return len(marks) == 1 and groups[:3] != (2, 2, 4) and not is_decimal
