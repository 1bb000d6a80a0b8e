"""Something personal in a text, and the plain characters in which all of it is looked for."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Kind(StrEnum):
    """What something personal is. All but the first three are known by the words beside them alone."""

    IDENTITY = "identity"
    """身分證字號 or 居留證 with a right check digit."""
    MOBILE = "mobile"
    MAILBOX = "mailbox"
    DOUBTFUL_IDENTITY = "doubtful identity"
    """What is called a 身分證字號 and looks like one, though its check digit is wrong."""
    PASSPORT = "passport"
    ACCOUNT = "account"
    PLATE = "plate"
    CARD = "card"
    HEALTH_CARD = "health card"
    BIRTHDAY = "birthday"
    LINE_ID = "line id"


@dataclass(frozen=True, slots=True)
class PersonalDatum:
    """Something personal in a text.

    Attributes:
        kind: what it is.
        span: its characters.
        key: the same for all ways in which it can be written.
    """

    kind: Kind
    span: tuple[int, int]
    key: str


def key_of(plain: str) -> str:
    """What is left of a number when nothing that only divides it counts."""
    return re.sub(r"[\W_]", "", plain).upper()


def plain_text(text: str) -> str:
    """A text in look-alikes of ASCII, one for each character, so that places stay."""
    return "".join(map(_plain, text))


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """A character as its look-alike in ASCII: a digit of any script, any hyphen, any blank."""
    if character.isascii():
        return " " if character.isspace() else character
    category = unicodedata.category(character)
    if category == "Pd" or character in "−˗ー─━⁃﹘":
        return "-"
    if category in ("Zs", "Zl", "Zp", "Cf", "Mn"):
        return " "
    if category == "Nd":
        return str(unicodedata.digit(character))
    if character in "・．‧·•。｡":
        return "."
    ordinary = unicodedata.normalize("NFKC", character)
    return ordinary if len(ordinary) == 1 else character
