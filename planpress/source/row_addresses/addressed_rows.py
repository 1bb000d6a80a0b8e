"""The rows that are to have an address, and those that ``addresses.txt`` knows: with every wording of each."""

import re
import unicodedata
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Final, TypeVar

from planpress.model.line_breaks import unwrapped
from planpress.model.similarity import similarity
from planpress.source.row_addresses.address_file import TEXT_LIMIT, RowAddress, RowKind, RowState, order
from planpress.source.shapes.rows import Node, SectionOutline

ALIKE: Final = 0.5
"""Similarity from which on a text is another wording of one under the same heading. Of the real plans' 1,101 pairs of
measures that stand under one heading 9 are as alike, and none of the 46 pairs of items (``benchmarks/alike.py``)."""
ALIKE_ANYWHERE: Final = 0.8
"""The same where the heading is another one."""
ALIKE_ALONE: Final = 0.4
"""The same where nothing else in the group is new, or is missing."""
APART: Final = 0.05
"""How much more alike the best must be than the next; what is nearer is asked."""

COMPARED: Final = TEXT_LIMIT * 4 // 5
"""Characters of a text that are compared: fewer than are kept, so that a blank more or less makes no difference."""

_PLACE: Final = re.compile(r"g-(\d+(?:-\d+)*)")
_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


@lru_cache(maxsize=10_000)  # of most rows the file has the very words
def folded(text: str) -> str:
    """What two spellings of the same words have in common, as far as it is compared: no blanks, no widths."""
    return "".join(unicodedata.normalize("NFKC", text).split())[:COMPARED]


@dataclass(eq=False, slots=True)
class AddressedRow:
    """A row or section that is to have an id.

    Attributes:
        owner: receives it.
        kind: what it is.
        parent: what it stands under.
        fixed: the id that its editor gave it.
        place: its position among its siblings, from 1.
        text: what it says, as it is kept.
        folded: the same as it is compared.
        known: whether the id was its own before.
    """

    owner: SectionOutline | Node
    kind: RowKind
    parent: "AddressedRow | None"
    fixed: str | None
    place: int
    text: str = field(init=False)
    folded: str = field(init=False)
    known: bool = False

    def __post_init__(self) -> None:
        self.text = " ".join(unwrapped(_words(self.owner)).split())[:TEXT_LIMIT].rstrip()
        self.folded = folded(self.text)

    @property
    def id(self) -> str:
        """What its address ends with; empty as long as that is not known."""
        return self.owner.id

    @property
    def under(self) -> str | None:
        """Id of what it stands under; empty as long as that is not known."""
        return self.parent.id if self.parent else None

    @property
    def prefix(self) -> str:
        """What the ids of the groups and measures below it begin with."""
        if self.kind is RowKind.SECTION:
            return ""
        match = _PLACE.fullmatch(self.id)
        if match:
            return f"{match[1]}-"
        return f"{self.parent.prefix if self.parent else ''}{self.place}-"


def _words(owner: SectionOutline | Node) -> str:
    if isinstance(owner, Node):
        return owner.text
    return owner.heading if owner.heading is not None else next((line.text for line in owner.lines), "")


def addressed_rows(sections: Iterable[SectionOutline]) -> Iterator[AddressedRow]:
    """Everything that has an address, parents before children. The outermost rows count through all sections."""
    outermost = 0
    for place, section in enumerate(sections, start=1):
        top = AddressedRow(section, RowKind.SECTION, None, section.entry.id, place)
        yield top
        yield from _below(top, section.children, outermost)
        outermost += len(section.children)


def _below(parent: AddressedRow, nodes: Iterable[Node], before: int = 0) -> Iterator[AddressedRow]:
    for place, node in enumerate(nodes, start=before + 1):
        kind = RowKind.GROUP if node.row.level else RowKind.ITEM if node.row.kind == "item" else RowKind.MEASURE
        row = AddressedRow(node, kind, parent, node.row.id, place)
        yield row
        yield from _below(row, node.children)


@dataclass(eq=False)
class KnownRow:
    """An address that was given before, with every wording that it is known by."""

    id: str
    lines: list[RowAddress]
    row: AddressedRow | None = None
    replaced: str = ""
    """The id that the editor of its row has given it instead."""

    @cached_property
    def best(self) -> RowAddress:
        """The line that counts where there are several: of a row that is there rather than of one that was."""
        return min(self.lines, key=lambda line: (line.state is RowState.REMOVED, line))

    @cached_property
    def carried(self) -> int | None:
        """The year that it was carried from, if any."""
        return max((line.carried for line in self.lines if line.carried is not None), default=None)

    @cached_property
    def places(self) -> frozenset[tuple[RowKind, str | None, str]]:
        """Kind, what it stood under, and words."""
        return frozenset((line.kind, line.under, folded(line.text)) for line in self.lines)

    @cached_property
    def texts(self) -> frozenset[str]:
        """Its words, in every wording."""
        return frozenset(text for _, _, text in self.places)

    @property
    def is_live(self) -> bool:
        """Whether it is in the plan, as far as the file knows."""
        return self.best.state is not RowState.REMOVED


def of_one_row(lines: list[RowAddress]) -> list[RowAddress]:
    """The lines of an id without those of another row: two branches may have given one number to two new rows.

    Where one of them is gone, the address stays with it, and the other row is called anew.
    """
    gone = [line for line in lines if line.state is RowState.REMOVED]
    if not gone or len(gone) == len(lines):
        return lines
    words = [folded(line.text) for line in gone]
    return [
        line
        for line in lines
        if line in gone or any(similarity(folded(line.text), text) >= ALIKE_ALONE for text in words)
    ]


def grouped(values: Iterable[_Value], key: Callable[[_Value], _Key]) -> dict[_Key, list[_Value]]:
    """Values by a key of theirs, in their order."""
    return grouped_by_all(values, lambda value: (key(value),))


def grouped_by_all(values: Iterable[_Value], keys: Callable[[_Value], Iterable[_Key]]) -> dict[_Key, list[_Value]]:
    """Values by each of their keys, in their order."""
    found: dict[_Key, list[_Value]] = {}
    for value in values:
        for key in keys(value):
            found.setdefault(key, []).append(value)
    return found


def known_rows(addresses: Iterable[RowAddress]) -> dict[str, KnownRow]:
    """The rows that the lines of the file tell of, by their ids, as people count."""
    lines: dict[str, list[RowAddress]] = {}
    for line in sorted(addresses, key=order):
        lines.setdefault(line.id, []).append(line)
    return {id_: KnownRow(id_, of_one_row(found)) for id_, found in lines.items()}
