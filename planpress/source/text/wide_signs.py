"""Brackets, commas, colons and quotes of full width where a value is brackets with something in them, as it was meant.

Only keys whose value is never a text come here, and only signs that cannot be a part of a text: what may be stays.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

COLONS: Final = ":\uff1a\ufe55\ufe30\ufe13\u2236\ua789"
"""Colons; only the first is one to YAML."""
QUOTES: Final = "\u201c\u201d\u201e\uff02\u301d\u301e\u301f"
"""Quotes, of which none is one to YAML."""
IN_BRACKETS: Final = frozenset(
    {
        "columns",
        "groups",
        "more",
        "target",
        "head",
        "original",
        "revision",
        "withdrawn",
        "approvals",
        "deadlines",
        "formerly",
        "stands_for",
    }
)
"""Keys whose value is a list or has keys of its own."""
_NAMES: Final = frozenset({"groups", "more", "formerly", "stands_for"})
"""Those of them that list names, in which no comma belongs."""

_OPENING: Final = {"[": "[", "［": "[", "{": "{", "｛": "{"}
_CLOSING: Final = {"]": "[", "］": "[", "}": "{", "｝": "{"}
_HALF: Final = {"[": "]", "{": "}"}
_ANY_QUOTE: Final = f'"{QUOTES}'
_COMMENT: Final = re.compile(r"\s*(?:\s#.*)?")
_KEY: Final = re.compile(rf"\s*(?P<word>[\w-]{{1,20}}?)\s*[{COLONS}]")
_QUOTED: Final = re.compile(rf"(?P<open>[{_ANY_QUOTE}])(?P<text>[^{_ANY_QUOTE}]*)[{_ANY_QUOTE}](?=\s*[,，\]］}}｝])")


@dataclass(slots=True)
class _Level:
    """Brackets that are open: which, the key that leads to what is in them, and brackets of the text itself."""

    sign: str
    key: str
    inner: int = 0


def half_width(value: str, key: str, keys: Collection[str]) -> str:
    """A value in brackets with the signs of YAML; as it is where it does not end with its bracket.

    Args:
        value: what follows the key, or the mark of a list.
        key: the key; empty behind a mark.
        keys: every key that the file may have.

    >>> half_width("｛figure：“95”，unit: 戶，月｝", "target", frozenset({"figure", "unit"}))
    '{figure: "95", unit: 戶，月}'
    >>> half_width("［東區，“120”，含假日，不含國定］", "", frozenset())
    '[東區, "120", 含假日，不含國定]'
    """
    out: list[str] = []
    levels: list[_Level] = []
    at, is_start = 0, True
    while at < len(value):
        sign = value[at]
        level = levels[-1] if levels else None
        if is_start and sign in _OPENING:
            levels.append(_Level(_OPENING[sign], level.key if level else key))
            out.append(_OPENING[sign])
        elif level is None:
            return value
        elif is_start and (quoted := _QUOTED.match(value, at)):
            out.append(f'"{quoted["text"]}"')
            at, is_start = quoted.end(), False
            continue
        elif is_start and level.sign == "{" and (word := _KEY.match(value, at)):
            if word["word"] not in keys and level.key != "more":
                return value
            level.key = level.key if level.key == "more" else word["word"]
            out.append(f"{word['word']}: ")
            at = _after_blanks(value, word.end())
            continue
        elif sign in _CLOSING and _CLOSING[sign] == level.sign and not level.inner:
            levels.pop()
            out.append(_HALF[level.sign])
            if not levels:
                rest = value[at + 1 :]
                return "".join(out) + rest if _COMMENT.fullmatch(rest) else value
        elif sign == "," or (sign == "，" and _divides(value, at, level, keys)):
            out.append(", ")
            at, is_start = _after_blanks(value, at + 1), True
            continue
        else:
            level.inner += (sign in _OPENING) - (sign in _CLOSING and level.inner > 0)
            out.append(sign)
            is_start = is_start and sign.isspace()
            at += 1
            continue
        at, is_start = at + 1, sign in _OPENING
    return value


def _divides(value: str, at: int, level: _Level, keys: Collection[str]) -> bool:
    """Whether a comma of full width stands between two things, and not in a text."""
    if level.sign == "{":
        word = _KEY.match(value, at + 1)
        return word is not None and word["word"] in keys
    before, behind = value[:at].rstrip()[-1:], value[at + 1 :].lstrip()[:1]
    return level.key in _NAMES or before in f"{_ANY_QUOTE}]］}}｝" or behind in f"{_ANY_QUOTE}[［{{｛"


def _after_blanks(value: str, at: int) -> int:
    return at + len(value[at:]) - len(value[at:].lstrip())


def says_otherwise(value: str, meant: str) -> int | None:
    """Where the first sign stands that is another than it was meant to be; of blanks and colons others tell.

    >>> says_otherwise("［甲］", "[甲]"), says_otherwise("{figure：5}", "{figure: 5}")
    (0, None)
    """
    ordinary = str.maketrans(dict.fromkeys(COLONS, ":"))
    rest = [character for character in meant.translate(ordinary) if not character.isspace()]
    for at, character in enumerate(value.translate(ordinary)):
        if not character.isspace() and (not rest or rest.pop(0) != character):
            return at
    return None
