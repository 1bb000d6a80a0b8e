"""Numbers that a comma cut in two within brackets, and names of columns whose colon is none to YAML."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from planpress.source.values.finding import Finding, Steps

_BEFORE: Final = re.compile(r"\D*[1-9][0-9]{0,2}")
_GROUP: Final = re.compile(r"[0-9]{3}(?![0-9])")
_COLON: Final = re.compile(r"(?P<name>[^：:\n]{1,60})[：:]\s*(?P<text>\S.*)", re.DOTALL)


def number_of(words: Sequence[str]) -> str:
    """The number that begins with the first of the words and was cut by its commas; empty where there is none.

    >>> number_of(["1", "200", "000元", "2"]), number_of(["1", "20"])
    ('1,200,000元', '')
    """
    groups = [words[0]] if words and _BEFORE.fullmatch(words[0]) else []
    for word in words[1:] if groups else ():
        if not _GROUP.match(word):
            break
        groups.append(word)
        if not word.isdigit():
            break
    return ",".join(groups) if len(groups) > 1 else ""


def cut_in_row(path: Steps, cells: Sequence[str], width: int) -> Finding | None:
    """What cut a number of a table's row, when the row without the cuts has as many cells as the table is wide."""
    found: list[Finding] = []
    count = position = 0
    while position < len(cells):
        number = number_of(cells[position:])
        if number:
            found.append(Finding("E780", (*path, position), {"value": number}))
        position += number.count(",") + 1
        count += 1
    return found[0] if found and count == width else None


def cut_in_mapping(path: Steps, above: Mapping[str, object]) -> Finding | None:
    """What a key without a value is a part of: the number before it, or a name, its colon and its text."""
    key = str(path[-1])
    if match := _COLON.fullmatch(key):
        return Finding("E781", path, {"name": match["name"].strip()}, key=True)
    keys = list(above)
    before = keys[: keys.index(key)]
    rest = [key]
    while before and not above[before[-1]] and _GROUP.match(before[-1]):
        rest.insert(0, before.pop())
    value = above[before[-1]] if before else None
    if isinstance(value, str) and (number := number_of([value, *rest])):
        return Finding("E780", (*path[:-1], before[-1]), {"value": number})
    return None


def colon_in_text(path: Steps, text: str) -> Finding | None:
    """The name of a column with a colon that made one text of it and of what stands behind."""
    match = _COLON.fullmatch(text)
    return Finding("E781", path, {"name": match["name"].strip()}) if match else None
