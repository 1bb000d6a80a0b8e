"""What the address of every row ends with: given once, and the row's for ever.

A row that was there before is known again by its text, so that inserting, moving, rewording or removing one row never
changes another's address. Without ``addresses.txt`` every row is new, and a new row is called by its place.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple, TypeVar

from planpress.model.line_breaks import unwrapped
from planpress.model.similarity import similarity
from planpress.source.address_file import TEXT_LIMIT, RowAddress, RowKind, RowState, order
from planpress.source.finding import Steps
from planpress.source.rows import Node, SectionOutline, outline
from planpress.source.shapes import PlanFile

ALIKE: Final = 0.5
"""Similarity from which on a text is another wording of one under the same heading. Of the real plans' 1,101 pairs of
measures that stand under one heading 9 are as alike, and none of the 46 pairs of items (``benchmarks/alike.py``)."""
ALIKE_ALONE: Final = 0.4
"""The same where nothing else in the group is new, or is missing."""
APART: Final = 0.05
"""How much more alike the best must be than the next; what is nearer is asked."""

_PLACE: Final = re.compile(r"g-(\d+(?:-\d+)*)")
_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class Question(NamedTuple):
    """A row that could be one of several, or one of several rows that could be one.

    Attributes:
        path: of the row.
        ids: the addresses that it may have had.
    """

    path: Steps
    ids: tuple[str, ...]


class Changes(NamedTuple):
    """How many rows are not as ``addresses.txt`` knows them."""

    new: int = 0
    reworded: int = 0
    moved: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Addressed:
    """The sections of a plan with the ids of everything in them.

    Attributes:
        sections: the plan as trees.
        addresses: what ``addresses.txt`` should hold.
        questions: rows whose address only a person can tell.
        changes: what the file does not know yet.
        taken: rows that were given, by ``id:``, the address of another row, with what that other row says.
    """

    sections: tuple[SectionOutline, ...]
    addresses: tuple[RowAddress, ...]
    questions: tuple[Question, ...]
    changes: Changes
    taken: tuple[tuple[Steps, str, str], ...]

    @property
    def removed(self) -> tuple[RowAddress, ...]:
        """The addresses of rows that are no longer in the plan."""
        return tuple(address for address in self.addresses if address.state is RowState.REMOVED)


def addressed(plan: PlanFile, known: Sequence[RowAddress] = (), *, forget: bool = False) -> Addressed:
    """The sections of a plan as trees, with ids.

    Args:
        plan: as its editor wrote it.
        known: the lines of ``addresses.txt``.
        forget: a row that goes leaves no address behind: nobody has seen the plan yet.
    """
    sections = outline(plan)
    return _Register(sections, known).given(forget)


def folded(text: str) -> str:
    """What two spellings of the same words have in common: no blanks, no widths of characters."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@dataclass(eq=False, slots=True)
class _Row:
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
    parent: "_Row | None"
    fixed: str | None
    place: int
    text: str = field(init=False)
    folded: str = field(init=False)
    known: bool = False

    def __post_init__(self) -> None:
        self.text = " ".join(unwrapped(_words(self.owner)).split())[:TEXT_LIMIT]
        self.folded = folded(self.text)

    @property
    def id(self) -> str:
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


def _rows(sections: Iterable[SectionOutline]) -> Iterator[_Row]:
    """Everything that has an address, parents before children. The outermost rows count through all sections."""
    outermost = 0
    for place, section in enumerate(sections, start=1):
        top = _Row(section, RowKind.SECTION, None, section.entry.id, place)
        yield top
        yield from _below(top, section.children, outermost)
        outermost += len(section.children)


def _below(parent: _Row, nodes: Iterable[Node], before: int = 0) -> Iterator[_Row]:
    for place, node in enumerate(nodes, start=before + 1):
        kind = RowKind.GROUP if node.row.level else RowKind.ITEM if node.row.kind == "item" else RowKind.MEASURE
        row = _Row(node, kind, parent, node.row.id, place)
        yield row
        yield from _below(row, node.children)


@dataclass(eq=False)
class _Known:
    """An address that was given before, with every wording that it is known by."""

    id: str
    lines: list[RowAddress]
    row: _Row | None = None

    @cached_property
    def best(self) -> RowAddress:
        """The line that counts where there are several: of a row that is there rather than of one that was."""
        return min(self.lines, key=lambda line: (line.state is RowState.REMOVED, line))

    @cached_property
    def carried(self) -> int | None:
        return max((line.carried for line in self.lines if line.carried is not None), default=None)

    @cached_property
    def places(self) -> frozenset[tuple[RowKind, str | None, str]]:
        """Kind, what it stood under, and words."""
        return frozenset((line.kind, line.under, folded(line.text)) for line in self.lines)

    @cached_property
    def texts(self) -> frozenset[str]:
        return frozenset(text for _, _, text in self.places)

    @property
    def is_live(self) -> bool:
        return self.best.state is RowState.LIVE


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


class _Register:
    """The rows of a plan and the addresses that are known, brought together."""

    def __init__(self, sections: tuple[SectionOutline, ...], known: Iterable[RowAddress]) -> None:
        self.sections = sections
        self.rows = list(_rows(sections))
        lines: dict[str, list[RowAddress]] = {}
        for line in sorted(known, key=order):
            lines.setdefault(line.id, []).append(line)
        self.known = {id_: _Known(id_, found) for id_, found in lines.items()}

    def given(self, forget: bool) -> Addressed:
        for row in self.rows:
            if row.fixed:
                self.settle(row, self.known.get(row.fixed), row.fixed)
        live = self.ways_to_know()
        while any(way() for way in live):
            pass
        questions = tuple(self.questions())
        while self.same_words_in_place(RowState.REMOVED) or self.same_words_anywhere(RowState.REMOVED):
            pass
        self.call_the_new()
        return Addressed(self.sections, self.addresses(forget), questions, self.changes(), tuple(self.taken()))

    def ways_to_know(self) -> tuple[Callable[[], bool], ...]:
        """The ways to know a row again, the surest first; each says whether it found one."""
        return (
            lambda: self.same_words_in_place(RowState.LIVE),
            lambda: self.same_words_anywhere(RowState.LIVE),
            self.same_children,
            self.alike_in_place,
        )

    def settle(self, row: _Row, known: _Known | None, id_: str) -> None:
        row.owner.id = id_
        if known and known.row is None:
            known.row = row
            row.known = True

    def open_rows(self) -> list[_Row]:
        return [row for row in self.rows if not row.id]

    def open_known(self, state: RowState = RowState.LIVE) -> list[_Known]:
        return [each for each in self.known.values() if each.row is None and each.best.state is state]

    def same_words_in_place(self, state: RowState) -> bool:
        """The same words under the same heading; as many rows as addresses, so that it does not matter which."""
        rows = grouped(self.open_rows(), lambda row: (row.parent, row.kind, row.folded))
        known = grouped_by_all(self.open_known(state), lambda each: each.places)
        found = False
        for (parent, kind, text), those in rows.items():
            under = parent.id if parent else None  # already settled by this same pass if it can be: parents come first
            there = [each for each in known.get((kind, under, text), ()) if each.row is None]
            if len(there) == len(those):
                for row, each in zip(those, there, strict=True):
                    self.settle(row, each, each.id)
                found = True
        return found

    def same_words_anywhere(self, state: RowState) -> bool:
        """The same words wherever they stand, if no other row and no other address has them."""
        return self.only_two(
            state, lambda row: (row.kind, row.folded), lambda each: {(each.best.kind, text) for text in each.texts}
        ) or self.only_two(state, lambda row: row.folded, lambda each: each.texts)

    def only_two(self, state: RowState, key: Callable[[_Row], _Key], keys: Callable[[_Known], Iterable[_Key]]) -> bool:
        """Bring the only row and the only address together that have a key."""
        rows = grouped(self.open_rows(), key)
        known = grouped_by_all(self.open_known(state), keys) if rows else {}
        found = False
        for one, those in rows.items():
            there = [each for each in known.get(one, ()) if each.row is None]
            if len(there) == len(those) == 1:
                self.settle(those[0], there[0], there[0].id)
                found = True
        return found

    def same_children(self) -> bool:
        """A heading or a measure is the one under which most of what it holds has stood."""
        came_from: defaultdict[_Row, Counter[str]] = defaultdict(Counter)
        open_ids = {each.id: each for each in self.open_known()}
        for each in self.known.values():
            parent = each.row.parent if each.row and each.row.known else None
            if parent and not parent.id and each.best.under in open_ids:
                came_from[parent][each.best.under] += 1
        claims = Counter(id_ for counts in came_from.values() for id_ in counts)
        found = False
        for row, counts in came_from.items():
            (id_, most), *others = counts.most_common(2)
            is_surest = claims[id_] == 1 and (not others or others[0][1] < most)
            if is_surest and open_ids[id_].best.kind is row.kind:
                self.settle(row, open_ids[id_], id_)
                found = True
        return found

    def alike_in_place(self) -> bool:
        """Another wording of the words that stood under the same heading, if no other is nearly as alike."""
        found = False
        for pairs in self.alike().values():
            for likeness, row, each in pairs:
                if row.id or each.row:
                    continue
                rivals = [
                    other
                    for other, its_row, its_known in pairs
                    if (its_row is row) != (its_known is each) and not its_row.id and not its_known.row
                ]
                if all(likeness - other >= APART for other in rivals):
                    self.settle(row, each, each.id)
                    found = True
        return found

    def alike(self) -> dict[tuple[RowKind, str | None], list[tuple[float, _Row, _Known]]]:
        """Rows and addresses under one heading that may be two wordings of one thing, the most alike first."""
        rows = grouped(self.open_rows(), lambda row: (row.kind, row.under))
        known = grouped(self.open_known(), lambda each: (each.best.kind, each.best.under))
        found = {}
        for place, those in rows.items():
            there = known.get(place, [])
            least = ALIKE_ALONE if len(those) == len(there) == 1 else ALIKE
            pairs = (
                (max(similarity(row.folded, text, least) for text in each.texts), row, each)
                for row in those
                for each in there
            )
            found[place] = sorted((pair for pair in pairs if pair[0]), key=lambda pair: -pair[0])
        return found

    def questions(self) -> Iterator[Question]:
        """Rows that are still without an id although an address may be theirs."""
        left = self.open_known()
        alike = [pair for pairs in self.alike().values() for pair in pairs]
        for row in self.open_rows():
            ids = [each.id for each in left if row.folded in each.texts and row.folded]
            ids = ids or [each.id for _, its_row, each in alike if its_row is row]
            if ids and isinstance(row.owner, Node):
                yield Question((*row.owner.path, row.owner.row.kind), tuple(dict.fromkeys(ids)))
            elif ids:
                yield Question(row.owner.path, tuple(dict.fromkeys(ids)))

    def call_the_new(self) -> None:
        """Every row that is still without an id is new: called by its place, or the next number that nobody had.

        Where nothing is known an ``id:`` that is another row's place takes nothing from it: the check tells of both.
        """
        taken = {*self.known, *(row.id for row in self.rows)} if self.known else set()
        for row in self.open_rows():
            number = row.place
            while taken.intersection(names := self.names(row, number)):
                number += 1
            row.owner.id = names[0]
            taken.add(names[0])

    @staticmethod
    def names(row: _Row, number: int) -> list[str]:
        """The id that a number gives a row, and what must not be taken either: groups and measures count together."""
        parent = row.parent
        if parent is None:
            return [f"s-{number}"]
        if row.kind is RowKind.ITEM:
            return [f"{parent.id}-i{number}"]
        own, other = ("g", "m") if row.kind is RowKind.GROUP else ("m", "g")
        return [f"{own}-{parent.prefix}{number}", f"{other}-{parent.prefix}{number}"]

    def addresses(self, forget: bool) -> tuple[RowAddress, ...]:
        """What ``addresses.txt`` should hold."""
        carried = {each.id: each.carried for each in self.known.values() if each.row}
        live = [
            RowAddress(row.id, row.kind, RowState.LIVE, carried.get(row.id), row.under, row.text) for row in self.rows
        ]
        gone = [
            each.best._replace(state=RowState.REMOVED, carried=each.carried)
            for each in self.known.values()
            if each.row is None and not (forget and each.is_live)
        ]
        return tuple(sorted([*live, *gone], key=order))

    def changes(self) -> Changes:
        met = [each for each in self.known.values() if each.row]
        return Changes(
            new=sum(not row.known for row in self.rows),
            reworded=sum(each.row.folded != folded(each.best.text) for each in met if each.row),
            moved=sum(each.row.under != each.best.under for each in met if each.row),
            removed=sum(each.row is None and each.is_live for each in self.known.values()),
        )

    def taken(self) -> Iterator[tuple[Steps, str, str]]:
        """Rows whose ``id:`` was another row's, which still says what it said."""
        new = {row.folded: row for row in self.rows if not row.known and not row.fixed}
        for row in self.rows:
            known = self.known.get(row.fixed or "")
            if known and known.row is row and row.folded not in known.texts:
                other = next((new[text] for text in sorted(known.texts) if text in new), None)
                if other:
                    yield (*_path(row), "id"), known.id, other.text


def _path(row: _Row) -> Steps:
    return row.owner.path
