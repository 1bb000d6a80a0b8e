"""``addresses.txt`` beside a plan: which row has had which address, and which had one and is gone.

A program writes it (``build.py addresses``), a line an address, sorted. So two branches that both changed a plan merge
by putting their lines together; what then stands there twice, or between the marks of a conflict, says no more than
that an address was known by two wordings.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from planpress.problems.problem import Place, Problem
from planpress.source import files
from planpress.source.text.source_text import SourceText, decode
from planpress.source.values.scalars import ID_PATTERN

FILE_NAME: Final = "addresses.txt"
HEADING: Final = (
    "# 各列的網址結尾，由 python build.py addresses 寫入，請勿手改。"
    " / Where each row's address ends; written by build.py addresses.\n"
    "# 識別碼 種類 狀態 承自年度 上層 文字 / id kind state carried-from under text\n"
)
SIZE_LIMIT: Final = 4_000_000
"""Bytes: a plan of the largest size, and as much again for all that was ever removed from it."""
TEXT_LIMIT: Final = 500
"""Characters of a row's text that are kept; none of the real plans has two rows that differ only after them."""
_CONFLICT: Final = re.compile(r"<{7}|={7}|>{7}|\|{7}")
_NONE: Final = "-"


class RowKind(StrEnum):
    """What has an address."""

    SECTION = "section"
    GROUP = "group"
    MEASURE = "measure"
    ITEM = "item"


class RowState(StrEnum):
    """Whether a row is still in the plan."""

    DRAFT = "draft"
    """It is, in a plan that was never public since the row is in it."""
    LIVE = "live"
    REMOVED = "removed"


_ID: Final = ID_PATTERN.strip("^$")
_LINE: Final = re.compile(
    rf"({_ID}) ({'|'.join(RowKind)}) ({'|'.join(RowState)}) ({_NONE}|[1-9][0-9]{{0,2}}) ({_NONE}|{_ID})(?: (.*))?"
)


class RowAddress(NamedTuple):
    """An address and the row that it belongs to.

    Attributes:
        id: what the address ends with.
        kind: of row.
        state: whether the row is still in the plan.
        carried: 民國 year of the plan that the row was carried from, with its address; None for a row of this plan.
        under: id of the group, measure or section that it stands under; None for a section.
        text: what the row says without its printed number, in one line, as far as :data:`TEXT_LIMIT`.
    """

    id: str
    kind: RowKind
    state: RowState
    carried: int | None
    under: str | None
    text: str

    @property
    def line(self) -> str:
        """As it stands in the file."""
        carried = _NONE if self.carried is None else str(self.carried)
        return " ".join((self.id, self.kind, self.state, carried, self.under or _NONE, self.text)).rstrip()


@dataclass(frozen=True, slots=True)
class AddressFile:
    """What stands in an ``addresses.txt``.

    Attributes:
        name: path from the project's root.
        addresses: its lines, in their order.
        places: where each of them stands.
    """

    name: str
    addresses: tuple[RowAddress, ...]
    places: tuple[Place, ...]


def order(address: RowAddress) -> tuple[object, ...]:
    """Addresses as people count: ``m-2-10`` comes after ``m-2-9``."""
    return _counted(address.id), address


@lru_cache(maxsize=10_000)  # plans have the same ids
def _counted(id_: str) -> tuple[tuple[int, int, str], ...]:
    parts = re.split(r"(\d+)", id_)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)


def written(addresses: Iterable[RowAddress]) -> str:
    """The file that holds these addresses."""
    return HEADING + "".join(f"{address.line}\n" for address in sorted(addresses, key=order))


def read_addresses(root: Path, folder: str) -> tuple[AddressFile | None, list[Problem]]:
    """Read the addresses of a plan.

    Args:
        root: the project's folder.
        folder: of the plan, from there.

    Returns:
        What the file says, None where there is none or it cannot be read; and every line that is no address.
    """
    file = f"{folder}/{FILE_NAME}"
    if not files.exists(root, file):
        return None, []
    content, problems = files.read(root, file, SIZE_LIMIT)
    if content is None:
        return None, problems
    source, problems = decode(file, content)
    if source is None:
        return None, problems
    found, wrong = parse(source)
    return found, problems + wrong


def parse(source: SourceText) -> tuple[AddressFile, list[Problem]]:
    """The addresses that a text holds, as often as they stand there; and every line that is none."""
    found: list[RowAddress] = []
    places: list[Place] = []
    problems: list[Problem] = []
    for match in re.finditer(r"[^\r\n]+", source.text):
        line = match[0]
        if not line.strip() or line.startswith("#") or _CONFLICT.match(line):
            continue
        place = source.place(*match.span())
        address = _address(line)
        if address:
            found.append(address)
            places.append(place)
        else:
            problems.append(Problem("E181", place))
    if not found and not problems:
        problems.append(Problem("E181", source.place(0, len(source.text))))
    return AddressFile(source.file, tuple(found), tuple(places)), problems


def _address(line: str) -> RowAddress | None:
    match = _LINE.fullmatch(line.rstrip())
    if not match:
        return None
    id_, kind, state, carried, under, text = match.groups()
    if not text and kind != RowKind.SECTION:
        return None
    return RowAddress(
        id=id_,
        kind=RowKind(kind),
        state=RowState(state),
        carried=None if carried == _NONE else int(carried),
        under=None if under == _NONE else under,
        text=text or "",
    )
