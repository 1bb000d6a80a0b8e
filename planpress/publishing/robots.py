"""``robots.txt`` (RFC 9309): what of a host a program may ask for.

The standard library's reader takes ``*`` and ``$`` in paths for themselves, so that much of what hosts forbid would
be asked for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

MOST_RULES: Final = 5_000
"""Rules that are looked at; of hosts that list more, nobody reads all."""

_FIELD: Final = re.compile(r"\s*([A-Za-z-]+)\s*:\s*([^#]*)")
_SECONDS: Final = re.compile(r"\d{1,6}(?:\.\d{1,3})?")


@dataclass(frozen=True, slots=True)
class Rules:
    """What a host says to one program.

    Attributes:
        allowed: patterns of paths.
        forbidden: the same.
        pause: seconds that it wants between two questions.
    """

    allowed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    pause: float = 0.0

    def may_ask(self, path: str) -> bool:
        """Whether a path, with its query, may be asked for: the longest pattern decides, and of two an allowing one.

        >>> Rules(allowed=("/a/b",), forbidden=("/a/", "/*.pdf$")).may_ask("/a/b/c")
        True
        """
        path = unquote(path) or "/"
        forbidding = max((len(each) for each in self.forbidden if matches(each, path)), default=-1)
        allowing = max((len(each) for each in self.allowed if matches(each, path)), default=-1)
        return allowing >= forbidding


def rules_for(agent: str, text: str) -> Rules:
    """What a ``robots.txt`` says to a program, by its name there; what it says to nobody by name, it says to all."""
    own: list[tuple[str, str]] = []
    others: list[tuple[str, str]] = []
    is_own = is_for_all = is_open = False
    found = False
    for name, value in _fields(text):
        if name == "user-agent":
            if not is_open:
                is_own = is_for_all = False
            is_open = True
            is_own = is_own or value.lower() == agent
            is_for_all = is_for_all or value == "*"
            found = found or is_own
        else:
            is_open = False
            own += [(name, value)] if is_own else []
            others += [(name, value)] if is_for_all else []
    said = (own if found else others)[:MOST_RULES]
    pauses = [float(value) for name, value in said if name == "crawl-delay" and _SECONDS.fullmatch(value)]
    return Rules(
        tuple(unquote(value) for name, value in said if name == "allow" and value),
        tuple(unquote(value) for name, value in said if name == "disallow" and value),
        max(pauses, default=0.0),
    )


def _fields(text: str) -> Iterator[tuple[str, str]]:
    for line in text.removeprefix("\ufeff").splitlines():
        if match := _FIELD.match(line):
            yield match[1].lower(), match[2].strip()


def matches(pattern: str, path: str) -> bool:
    """Whether a path begins as a pattern says: ``*`` stands for anything, ``$`` at the end for the end.

    >>> matches("/*.pdf$", "/a/b.pdf"), matches("/*.pdf$", "/a/b.pdf?x"), matches("/a", "/abc")
    (True, False, True)
    """
    is_whole = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    position = len(first)
    for index, piece in enumerate(rest):
        is_last = index == len(rest) - 1
        if is_last and is_whole:
            return len(path) - len(piece) >= position and path.endswith(piece)
        position = path.find(piece, position)
        if position < 0:
            return False
        position += len(piece)
    return not is_whole or position == len(path)
