"""Which mapping or list of a file a line belongs to, by its key and its column, and by how far it is out of line."""

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from planpress.source.known_keys import Below, Shape, all_keys, keys_of, meant_key
from planpress.source.shapes import KINDS, Row
from planpress.source.slips import head, width

AHEAD: Final = 2000
"""How many lines are looked at to find out where the entries of a list stand."""


@dataclass(slots=True)
class Level:
    """A mapping or a list that is open at a line.

    Attributes:
        keys: that may stand in it, or in the entries of the list.
        shape: of the mapping or of the entries; None where these are texts.
        is_list: it is a list.
        column: where its keys or its marks stand in the file.
        line: of its first key or mark, from 0.
        label: its first key, or the mark and the key of the first entry.
        shift: by how much all of it is to be moved.
        seen: the keys that it has so far.
    """

    keys: Collection[str]
    shape: Shape | None
    is_list: bool
    column: int
    line: int
    label: str = ""
    shift: int = 0
    seen: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a line stands.

    Attributes:
        shift: by how much it is to be moved for the file to be understood.
        line: with which it should line up, from 0; None where it does or where nobody knows.
        label: what stands there.
        is_bare: it begins a row, and its mark is missing.
        is_torn: its mark makes a row of its own of what belongs to the row above.
    """

    shift: int = 0
    line: int | None = None
    label: str = ""
    is_bare: bool = False
    is_torn: bool = False


class Layout:
    """The mappings and lists that are open, from the root of the file to the line that was read last."""

    def __init__(self, shape: Shape | None, lines: Sequence[str]) -> None:
        self.lines = lines
        self.known = all_keys(shape) if shape is not None else frozenset()
        root = frozenset(keys_of(shape)) if shape is not None else frozenset()
        columns = [width(indent) for indent, mark, word in map(head, lines) if not mark and word in root]
        self.open: list[Level] = [Level(root, shape, False, min(columns, default=0), 0)]

    def resolve(self, word: str, column: int, dashed: bool) -> str | None:
        """The key that a word stands for: of those that may stand at the column; of letters, anywhere in what is open.

        A Chinese word at another column is more likely the beginning of a text.
        """
        levels = [level for level in reversed(self.open) if level.is_list == dashed and level.keys]
        at_column = [level for level in levels if level.column == column]
        is_letters = unicodedata.normalize("NFKC", word).isascii()
        for level in at_column or (levels if is_letters else []):
            if key := meant_key(word, level.keys):
                return key
        return None

    def is_list(self, column: int) -> bool:
        """Whether the entries of a list of texts stand at a column, or are expected there."""
        return any(level.is_list and not level.keys and level.column in (column, -1) for level in self.open)

    def stand(self, number: int, key: str | None, column: int, key_column: int) -> Standing:
        """Find the place of a line in what is open, which it becomes the innermost part of."""
        dashed = key_column > column
        if key is None:
            return self._entry_of_texts(number, column) if dashed else Standing()
        levels = [level for level in reversed(self.open) if level.is_list == dashed and key in level.keys]
        level = next((level for level in levels if column in (level.column, level.column + level.shift)), None)
        found = level or next(iter(levels), None)
        if not dashed and level is None and (bare := self._bare(key, found)) is not None:
            return self._begin(number, bare, key, bare.column, bare.column + 2, Standing(is_bare=True))
        if found is None:
            return Standing()
        shift = found.shift if column == found.column else found.column + found.shift - column
        standing = Standing(shift) if level else Standing(shift, found.line, found.label)
        if dashed:
            if self._is_torn(number, key, key_column, found):
                row = self._above(found)
                row.seen.add(key)
                return Standing(row.column + row.shift - key_column, row.line, row.label, is_torn=True)
            return self._begin(number, found, key, column, key_column, standing)
        self._close_to(found)
        found.seen.add(key)
        found.label = found.label or key
        return standing

    def expect(self, number: int, key: str, column: int, shift: int) -> None:
        """What stands below a key that has nothing on its own line."""
        below = keys_of(self.open[-1].shape).get(key) if self.open[-1].shape is not None else None
        if below is None or not (below.is_list or below.shape):
            return
        keys = frozenset(keys_of(below.shape)) if below.shape is not None else frozenset()
        self.open.append(self._expected(number, below, keys, column, shift))

    def _expected(self, number: int, below: Below, keys: Collection[str], parent: int, shift: int) -> Level:
        if not keys:
            return Level(keys, None, True, -1, number, "-", shift)
        columns = list(self._columns(number, below.is_list, keys, parent))
        usual = Counter(column for column, _, _ in columns if column >= parent + (not below.is_list)).most_common(1)
        column = usual[0][0] if usual else parent + 2
        line, word = next(((at, word) for found, at, word in columns if found == column), (number, ""))
        return Level(keys, below.shape, below.is_list, column, line, f"- {word}" if below.is_list else word, shift)

    def _columns(
        self, number: int, is_list: bool, keys: Collection[str], parent: int
    ) -> Iterator[tuple[int, int, str]]:
        """Column, line and key of the entries of a list, or of the keys of a mapping, that begins after a line."""
        outside = frozenset[str]().union(*(level.keys for level in self.open)) - frozenset(keys)
        for at in range(number + 1, min(number + AHEAD, len(self.lines))):
            indent, mark, word = head(self.lines[at])
            if word in outside and width(indent) <= parent:
                return
            if bool(mark) == is_list and word and (key := meant_key(word, keys)):
                yield width(indent), at, key

    def _entry_of_texts(self, number: int, column: int) -> Standing:
        for level in reversed(self.open):
            if level.is_list and not level.keys and level.column in (column, -1):
                level.column = column
                return Standing(level.shift)
        return Standing()

    def _begin(self, number: int, level: Level, key: str, column: int, key_column: int, standing: Standing) -> Standing:
        """A new entry of a list."""
        self._close_to(level)
        label = f"- {key}" if level.is_list else key
        self.open.append(Level(level.keys, level.shape, False, key_column, number, label, standing.shift, seen={key}))
        return standing

    def _close_to(self, level: Level) -> None:
        del self.open[self.open.index(level) + 1 :]

    def _above(self, level: Level) -> Level:
        return self.open[self.open.index(level) + 1]

    def _bare(self, key: str, found: Level | None) -> Level | None:
        """The list of rows that a row without its mark belongs to."""
        rows = next((level for level in reversed(self.open) if level.is_list and level.shape is Row), None)
        if rows is None or key not in rows.keys:
            return None
        if self.open[-1] is rows:
            return rows if found is None else None
        is_second = key in KINDS and not self._above(rows).seen.isdisjoint(KINDS)
        return rows if is_second else None

    def _is_torn(self, number: int, key: str, key_column: int, level: Level) -> bool:
        """Whether an entry of a list of rows says nothing but what the row above lacks."""
        if level.shape is not Row or key in KINDS or self.open[-1] is level:
            return False
        if key in self._above(level).seen:
            return False
        for indent, mark, word in map(head, self.lines[number + 1 : number + 20]):
            if mark or (word and width(indent) < key_column):
                break
            if word in KINDS:
                return False
        return True
