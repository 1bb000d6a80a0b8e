"""Who is responsible (承辦部門), as one cell of the table says it: 業務組、電務組（工務段）."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from planpress.source.values.nearest import LONGEST, nearest, same

_CELL: Final = re.compile(r"(?P<leading>[^()（）]*)(?:[(（](?P<supporting>[^()（）]*)[)）])?")
_PLAIN: Final = re.compile(r"[，,;；／/｜|＋+＆&﹑､·・‧.．。\r\n]+")
"""What separates and is no part of any name."""
_PERHAPS: Final = re.compile(r"以及|[及與和暨跟]|\s+")
"""What separates, or is part of a name."""
_PARENTHESES: Final = re.compile(r"[(（]([^()（）]*)[)）]?")
_UNIT: Final = re.compile(r".[組課室所段隊廠股科站]$")
"""How the name of a department ends."""
_ROLE: Final = r"(?:(?P<{0}>協辦|協同|協助|配合|支援|會辦)|主辦|承辦|主責|權責)(?:單位|部門|課室)?"
_LABEL: Final = re.compile(rf"(?:^|(?<=[(（、，,;；\s]))\s*{_ROLE.format('supporting')}\s*[：:]?")
_ROLE_BEHIND: Final = re.compile(rf"([^、，,;；()（）：:\s]+)\s*[(（](?P<role>{_ROLE.format('_')})[)）]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A department named in a cell.

    Attributes:
        name: its name; empty where two 、 follow one another.
        start: index of its first character in the cell.
        supporting: it stands in the parentheses, for those who support (協辦).
    """

    name: str
    start: int
    supporting: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """The characters of the cell that it takes."""
        return self.start, self.start + len(self.name)


@lru_cache(maxsize=1000)  # a plan has the same few cells in all its rows
def mentions(cell: str) -> tuple[Mention, ...]:
    """The departments of a cell in its order; a cell that cannot be read is one department of that name.

    >>> [mention.name for mention in mentions("業務組、電務組（工務段）")]
    ['業務組', '電務組', '工務段']
    """
    match = _CELL.fullmatch(cell)
    if match is None:
        return (Mention(cell, 0),)
    supporting = match["supporting"]
    return _names(match["leading"], 0, supporting=False) + (
        () if supporting is None else _names(supporting, match.start("supporting"), supporting=True)
    )


def _names(part: str, start: int, *, supporting: bool) -> tuple[Mention, ...]:
    found = []
    for name in part.split("、"):
        found.append(Mention(name.strip(), start + len(name) - len(name.lstrip()), supporting))
        start += len(name) + 1
    return tuple(found)


def pieces(name: str, known: Collection[str]) -> list[str]:
    """The departments that a name consists of which no office has, where they are separated by anything but 、.

    Args:
        name: as it stands in the cell.
        known: the departments of the office.

    Returns:
        Their names, as the office has them where they come near; nothing where the name is one, if a misspelt one.

    >>> pieces("業務組，電務組", ["業務組", "電務組"]), pieces("公關及服務組", ["業務組"])
    (['業務組', '電務組'], [])
    """
    if len(name) > LONGEST:
        return []
    if adjacent := _adjacent(name, known):
        return adjacent
    if _joints(name) <= _joints(nearest(name, known).get("nearest", "")):
        return []
    parts = [part.strip() for part in _PLAIN.split(name)]
    if len(parts) > 1:
        return [each for part in parts if part for each in _joined(part, known) or [part]]
    found = _joined(name, known)
    return found if len(found) > 1 else []


def _adjacent(name: str, known: Collection[str]) -> list[str]:
    """The departments that stand one behind another in a name with nothing between them; nothing where it has none.

    One of two may be misspelt, unless both together are a misspelt third.
    """
    near = nearest(name, known).get("nearest", "")
    if same(near) not in same(name) and len(same(near)) * 4 > len(same(name)) * 3:
        return []
    # What the characters before each index consist of, as far as they are known departments and nothing else.
    found: list[list[str] | None] = [[], *(None for _ in name)]
    for start, names in enumerate(found):
        for department in known if names is not None else ():
            if department and name.startswith(department, start):
                found[start + len(department)] = [*(names or ()), department]
    if whole := found[-1]:
        return whole if len(whole) > 1 else []
    for start in range(len(name) - 1, 0, -1):
        if (names := found[start]) and (others := _one(name[start:], known)):
            return [*names, *others]
    for department in known:
        rest = name.removesuffix(department)
        if rest not in (name, "") and (others := _one(rest, known)):
            return [*others, department]
    return []


def _one(name: str, known: Collection[str]) -> list[str]:
    """The department that a name is, if a misspelt one, where nothing in it separates."""
    department = "" if _joints(name) else _known(name, known)
    return [department] if department else []


def _joints(name: str) -> int:
    """How often something stands in a name that may separate."""
    return len(_PLAIN.findall(name)) + len(_PERHAPS.findall(name))


def _joined(name: str, known: Collection[str]) -> list[str]:
    """The known departments that a name joins by words or blanks; nothing where one of them is not known."""
    if name in known:
        return [name]
    if adjacent := _adjacent(name, known):
        return adjacent
    for separator in _PERHAPS.finditer(name):
        first, rest = name[: separator.start()].strip(), name[separator.end() :].strip()
        departments = _adjacent(first, known) or [department for department in [_known(first, known)] if department]
        if departments and (others := _joined(rest, known)):
            return [*departments, *others]
    department = _known(name, known)
    return [department] if department else []


def _known(name: str, known: Collection[str]) -> str:
    return name if name in known else nearest(name, known).get("nearest", "")


def likely(name: str, known: Collection[str]) -> dict[str, str]:
    """As :func:`planpress.source.values.nearest.nearest`; nothing where that would lose one of two departments."""
    found = nearest(name, known)
    within = same(found.get("nearest", name))
    if within == same(name) or within not in same(name):
        return found
    others = same(name).split(within)
    loses = _joints(name) > _joints(found["nearest"]) or any(map(_UNIT.search, others))
    return {} if loses else found


def cell_of(leading: Collection[str], supporting: Collection[str]) -> str:
    """A cell as it is to be written, which names nobody twice."""
    leading = list(dict.fromkeys(leading))
    supporting = [name for name in dict.fromkeys(supporting) if name not in leading]
    return "、".join(leading) + (f"（{'、'.join(supporting)}）" if supporting else "")


def names_alone(cell: str) -> str:
    """A cell without all that separates departments, or that may.

    >>> names_alone("業務組, 電務組(工務段)") == names_alone("業務組、電務組（工務段）")
    True
    """
    return re.sub(r"[、()（）]", "", _PERHAPS.sub("", _PLAIN.sub("", cell)))


def with_parentheses_at_the_end(cell: str) -> str:
    """A cell whose parentheses stand elsewhere or are not closed, as it is to be written.

    >>> with_parentheses_at_the_end("業務組（工務段）、電務組")
    '業務組、電務組（工務段）'
    """
    supporting = [name.strip() for part in _PARENTHESES.findall(cell) for name in part.split("、") if name.strip()]
    outside = re.sub(r"[()（）]", "", _PARENTHESES.sub("、", cell))
    return cell_of([name.strip() for name in outside.split("、") if name.strip()], supporting)


def without_roles(cell: str, known: Collection[str]) -> str:
    """A cell that says of departments that they are responsible or support, as it is to be written; else nothing.

    >>> without_roles("主辦：業務組；協辦單位：電務組", ["業務組", "電務組"])
    '業務組（電務組）'
    """
    text = _ROLE_BEHIND.sub(r"\g<role>：\g<1>", cell[:LONGEST])
    labels = list(_LABEL.finditer(text))
    if not labels or len(cell) > LONGEST:
        return ""
    ends = [*(label.start() for label in labels), len(text)]
    first, *rest = re.split(r"[(（]", text[: ends[0]])
    parts = [(first, False), *((part, True) for part in rest)]
    for label, end in zip(labels, ends[1:], strict=True):
        first, *rest = re.split(r"[(（]", text[label.end() : end])
        parts += [(first, label["supporting"] is not None), *((part, True) for part in rest)]
    names: dict[bool, list[str]] = {False: [], True: []}
    for part, supporting in parts:
        for name in filter(None, (each.strip(" ,;，；。") for each in re.sub("[)）]", "、", part).split("、"))):
            names[supporting] += pieces(name, known) or [_known(name, known) or name]
    sure = re.search("[：:]", text) or all(name in known for name in names[False] + names[True])
    return cell_of(names[False], names[True]) if sure and names[False] else ""
