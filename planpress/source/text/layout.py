"""Which mapping or list of a file a line belongs to, by its key and its column, and by how far it is out of line."""

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from planpress.source.shapes.known_keys import Below, Shape, all_keys, keys_of, meant_key
from planpress.source.shapes.plan_shapes import KINDS, Row
from planpress.source.text.slips import head, width
from planpress.source.values.nearest import nearest_first

AHEAD: Final = 2000
"""How many lines are looked at to find out where the entries of a list stand."""

MOST_SEARCHES: Final = 50
"""How often the key of a list is looked for that is missing or misspelt; each time takes a look at the lines ahead."""


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
        missing: the key that should stand in a line of its own before it.
    """

    shift: int = 0
    line: int | None = None
    label: str = ""
    is_bare: bool = False
    is_torn: bool = False
    missing: str = ""


class Layout:
    """The mappings and lists that are open, from the root of the file to the line that was read last."""

    def __init__(self, shape: Shape | None, lines: Sequence[str]) -> None:
        self.lines = lines
        self.searches = 0
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

    def rows_at(self, mark: str, column: int) -> Level | None:
        """The list of rows that a line without a key belongs to; one with a mark stands at its column."""
        rows = next((level for level in reversed(self.open) if level.is_list and level.shape is Row), None)
        is_there = rows is not None and (column in (rows.column, rows.column + rows.shift) if mark else True)
        return rows if is_there else None

    @property
    def is_in_rows(self) -> bool:
        """Whether the innermost entry that is open is a row."""
        return self.open[-1].shape is Row

    def opener(self, number: int, word: str, has_colon: bool) -> str | None:
        """The key that a word alone on its line stands for, by what stands below it.

        A Chinese word without a colon is more likely a part of a text.
        """
        if any(word in level.keys for level in self.open if not level.is_list):
            return self._opener_without_colon(number, word)
        _, mark, entry = self._head_below(number)
        found = [key for _, key in self._owners(number, entry)] if mark and entry else []
        if meant := meant_key(word, found):
            return meant
        return nearest_first(word, found)[0] if found and (has_colon or word.isascii()) else None

    def _opener_without_colon(self, number: int, word: str) -> str | None:
        _, mark, entry = self._head_below(number)
        below = next(
            (keys_of(level.shape).get(word) for level in reversed(self.open) if self._may_open(level, word)), None
        )
        if below is None or below.is_list != bool(mark):
            return None
        keys = keys_of(below.shape) if below.shape is not None else {}
        return word if (meant_key(entry, keys) if keys else mark) else None

    def _may_open(self, level: Level, word: str) -> bool:
        return not level.is_list and level.shape is not None and word in level.keys and word not in level.seen

    def _head_below(self, number: int) -> tuple[str, str, str]:
        below = (line for line in self.lines[number + 1 : number + 20] if line.strip() and line.lstrip()[0] != "#")
        return head(next(below, ""))

    def _owners(self, number: int, entry: str) -> list[tuple[Level, str]]:
        """The lists of the innermost open mapping that an entry may belong to, and that are written nowhere."""
        self.searches += 1
        for level in reversed(self.open) if self.searches <= MOST_SEARCHES else ():
            if level.is_list or level.shape is None:
                continue
            lists = {key: below.shape for key, below in keys_of(level.shape).items() if below and below.is_list}
            missing = lists.keys() - level.seen - self._written_later(number, level)
            shapes = {key: shape for key in sorted(missing) if (shape := lists[key]) is not None}
            if found := [(level, key) for key, shape in shapes.items() if meant_key(entry, keys_of(shape))]:
                return found
        return []

    def _written_later(self, number: int, level: Level) -> set[str]:
        """The keys of a mapping that come after a line."""
        found = set[str]()
        for line in self.lines[number + 1 : number + AHEAD]:
            indent, mark, word = head(line)
            if word and width(indent) < level.column:
                break
            if word and not mark and width(indent) == level.column:
                found.add(word)
        return found

    def stand(self, number: int, key: str | None, column: int, key_column: int) -> Standing:
        """Find the place of a line in what is open, which it becomes the innermost part of."""
        dashed = key_column > column
        if key is None:
            return self._entry_of_texts(number, column) if dashed else Standing()
        levels = [level for level in reversed(self.open) if level.is_list == dashed and key in level.keys]
        level = next((level for level in levels if column in (level.column, level.column + level.shift)), None)
        if level is not None and level is not levels[0] and self._goes_on_inside(number, key, level, levels[0]):
            level = None
        found = level or next(iter(levels), None)
        if not dashed and level is None and (bare := self._bare(key, found)) is not None:
            return self._begin(number, bare, key, bare.column, bare.column + 2, Standing(is_bare=True))
        if found is None:
            return self._without_opener(number, key, column, key_column) if dashed else Standing()
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

    def _goes_on_inside(self, number: int, key: str, outer: Level, inner: Level) -> bool:
        """Whether a key that stands as one of an outer mapping belongs to the row above: more of its list follows."""
        if inner.shape is not Row or outer.shape is None or key in inner.seen:
            return False
        indent, _, word = self._head_below(number)
        return word in inner.keys and width(indent) > outer.column and keys_of(outer.shape).get(key) is None

    def stand_in_brackets(self, number: int, word: str, column: int) -> Standing:
        """Find the place of an entry that is written in brackets, by its first key."""
        if any(level.is_list and word in level.keys for level in self.open):
            return Standing()
        return self._without_opener(number, word, column, column + 2)

    def _without_opener(self, number: int, key: str, column: int, key_column: int) -> Standing:
        """The first entry of a list whose own key is missing."""
        owners = self._owners(number, key)
        first = [owner for owner in owners if key == next(iter(self._entry_keys(*owner)))]
        if len(owners) != 1 and len(first) != 1:
            return Standing()
        level, name = (first or owners)[0]
        self._close_to(level)
        level.seen.add(name)
        self.expect(number - 1, name, level.column, 0)
        return self._begin(number, self.open[-1], key, column, key_column, Standing(line=number, missing=name))

    def _entry_keys(self, level: Level, name: str) -> Collection[str]:
        below = keys_of(level.shape)[name] if level.shape is not None else None
        return keys_of(below.shape) if below is not None and below.shape is not None else ()

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
        """The list that an entry without its mark belongs to."""
        entries = next((level for level in reversed(self.open) if level.is_list and level.shape is not None), None)
        if entries is None or entries.shape is None or key not in entries.keys:
            return None
        if self.open[-1] is entries:
            return entries if found is None else None
        begins = KINDS if entries.shape is Row else (next(iter(keys_of(entries.shape))),)
        is_second = key in begins and not self._above(entries).seen.isdisjoint(begins)
        return entries if is_second else None

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
