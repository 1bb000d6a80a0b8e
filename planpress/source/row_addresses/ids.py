"""What the address of every row ends with: given once, and the row's for ever.

A row that was there before is known again by its text, so that inserting, moving, rewording or removing one row never
changes another's address. Without ``addresses.txt`` every row is new, and a new row is called by its place.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from planpress.model.publication import PlanStatus
from planpress.model.similarity import similarities, similarity
from planpress.source.row_addresses.address_file import RowAddress, RowKind, RowState, order
from planpress.source.row_addresses.addressed_rows import (
    ALIKE,
    ALIKE_ALONE,
    ALIKE_ANYWHERE,
    APART,
    AddressedRow,
    KnownRow,
    addressed_rows,
    folded,
    grouped,
    grouped_by_all,
    known_rows,
)
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.shapes.rows import Node, SectionOutline, outline
from planpress.source.values.finding import Finding, Steps

_Key = TypeVar("_Key", bound=Hashable)


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
        notices: rows whose address is given, but perhaps not as their editor thinks.
    """

    sections: tuple[SectionOutline, ...]
    addresses: tuple[RowAddress, ...]
    questions: tuple[Question, ...]
    changes: Changes
    notices: tuple[Finding, ...]

    @property
    def removed(self) -> tuple[RowAddress, ...]:
        """The addresses of rows that are no longer in the plan."""
        return tuple(address for address in self.addresses if address.state is RowState.REMOVED)

    @property
    def carried(self) -> dict[str, int]:
        """The year that a row which is in the plan was carried from, by its address."""
        here = (address for address in self.addresses if address.state is not RowState.REMOVED)
        return {address.id: address.carried for address in here if address.carried is not None}


def addressed(plan: PlanFile, known: Sequence[RowAddress] = ()) -> Addressed:
    """The sections of a plan as trees, with ids.

    Args:
        plan: as its editor wrote it.
        known: the lines of ``addresses.txt``. A row that goes before its plan was ever published leaves no address
            behind: nobody has seen it.
    """
    sections, draft = outline(plan), plan.status is not PlanStatus.PUBLISHED
    return _Register(sections, known, draft).given()


def unaddressed(plan: PlanFile) -> Addressed:
    """The same without any id, for what is only compared by its words: ids cost more than all else of it."""
    return Addressed(outline(plan), (), (), Changes(), ())


def pairs(
    rows: Sequence[AddressedRow], known: Sequence[KnownRow], least: float
) -> list[tuple[float, AddressedRow, KnownRow]]:
    """Rows and addresses that may be two wordings of one thing, the most alike first."""
    wordings = [(each, text) for each in known for text in each.texts]
    alike = similarities([row.folded for row in rows], [text for _, text in wordings], least)
    found: dict[tuple[AddressedRow, KnownRow], float] = {}
    for (row, wording), likeness in alike.items():
        pair = rows[row], wordings[wording][0]
        found[pair] = max(likeness, found.get(pair, 0.0))
    return sorted(((likeness, *pair) for pair, likeness in found.items()), key=lambda each: -each[0])


def is_open(known: KnownRow) -> bool:
    """Whether an address that is known has no row yet."""
    return known.row is None and not known.replaced


class _Register:
    """The rows of a plan and the addresses that are known, brought together."""

    def __init__(self, sections: tuple[SectionOutline, ...], known: Iterable[RowAddress], draft: bool) -> None:
        self.sections = sections
        self.draft = draft
        self.rows = list(addressed_rows(sections))
        self.known = known_rows(known)

    def given(self) -> Addressed:
        for row in self.rows:
            if row.fixed and (known := self.known.get(row.fixed)):
                self.settle(row, known)
        ways = self.ways_to_know()
        while self.open_rows() and any(way() for way in ways):
            pass
        questions = tuple(self.questions())
        self.call_the_new()
        return Addressed(self.sections, self.addresses(), questions, self.changes(), tuple(self.notices()))

    def ways_to_know(self) -> tuple[Callable[[], bool], ...]:
        """The ways to know a row again, the surest first; each says whether it found one."""
        return (
            self.same_words_in_place,
            self.same_words_anywhere,
            self.same_children,
            lambda: self.same_words_in_place(alone=False),
            lambda: self.same_words_in_place(live=False),
            lambda: self.same_words_anywhere(live=False),
            self.alike_in_place,
            self.alike_anywhere,
        )

    def settle(self, row: AddressedRow, known: KnownRow) -> None:
        """Give a row the address that is known; one that its editor gives another leaves its own to nobody."""
        row.owner.id = row.fixed or known.id
        if row.id != known.id:
            known.replaced = row.id
        elif known.row is None:
            known.row = row
            row.known = True

    def open_rows(self) -> list[AddressedRow]:
        return [row for row in self.rows if not row.id]

    def open_known(self, live: bool = True) -> list[KnownRow]:
        return [each for each in self.known.values() if is_open(each) and each.is_live is live]

    def same_words_in_place(self, live: bool = True, alone: bool = True) -> bool:
        """The same words under the same heading: the only two, or as many rows as addresses unless ``alone``."""
        rows = grouped(self.open_rows(), lambda row: (row.parent, row.kind, row.folded))
        known = grouped_by_all(self.open_known(live), lambda each: each.places)
        found = False
        for (parent, kind, text), those in rows.items():
            under = parent.id if parent else None  # already settled by this same pass if it can be: parents come first
            there = [each for each in known.get((kind, under, text), ()) if is_open(each)]
            if len(there) == len(those) and (len(those) == 1 or not alone):
                for row, each in zip(those, there, strict=True):
                    self.settle(row, each)
                found = True
        return found

    def same_words_anywhere(self, live: bool = True) -> bool:
        """The same words wherever they stand, if no other row and no other address has them."""
        return self.only_two(
            live, lambda row: (row.kind, row.folded), lambda each: {(each.best.kind, text) for text in each.texts}
        ) or self.only_two(live, lambda row: row.folded, lambda each: each.texts)

    def only_two(
        self, live: bool, key: Callable[[AddressedRow], _Key], keys: Callable[[KnownRow], Iterable[_Key]]
    ) -> bool:
        """Bring the only row and the only address together that have a key."""
        rows = grouped(self.open_rows(), key)
        known = grouped_by_all(self.open_known(live), keys) if rows else {}
        found = False
        for one, those in rows.items():
            there = [each for each in known.get(one, ()) if is_open(each)]
            if len(there) == len(those) == 1:
                self.settle(those[0], there[0])
                found = True
        return found

    def same_children(self) -> bool:
        """A heading or a measure is the one under which most of what it holds has stood."""
        came_from: defaultdict[AddressedRow, Counter[str | None]] = defaultdict(Counter)
        for each in self.known.values():
            parent = each.row.parent if each.row and each.row.known else None
            if parent and not parent.id:
                came_from[parent][each.best.under] += 1
        stood_under = (
            Counter(each.best.under for each in self.known.values() if each.is_live) if came_from else Counter()
        )
        open_ids: dict[str | None, KnownRow] = {each.id: each for each in self.open_known()}
        found = False
        for row, counts in came_from.items():
            id_, most = counts.most_common(1)[0]
            was = open_ids.get(id_)
            is_most = 2 * most > counts.total() and 2 * most > stood_under[id_]
            if was is not None and is_open(was) and is_most and was.best.kind is row.kind:
                self.settle(row, was)
                found = True
        return found

    def alike_in_place(self) -> bool:
        """Another wording of the words that stood under the same heading, if no other is nearly as alike."""
        return self.clearly_alike(self.alike().values())

    def alike_anywhere(self) -> bool:
        """Nearly the same words, wherever they stood."""
        rows = grouped(self.open_rows(), lambda row: row.kind)
        known = grouped(self.open_known(), lambda each: each.best.kind)
        return self.clearly_alike([pairs(those, known.get(kind, ()), ALIKE_ANYWHERE) for kind, those in rows.items()])

    def clearly_alike(self, groups: Iterable[list[tuple[float, AddressedRow, KnownRow]]]) -> bool:
        """Bring together the most alike first, if neither is nearly as alike to another."""
        found = False
        for group in groups:
            for likeness, row, each in group:
                if row.id or not is_open(each):
                    continue
                rivals = [
                    other
                    for other, its_row, its_known in group
                    if (its_row is row) != (its_known is each) and not its_row.id and is_open(its_known)
                ]
                if all(likeness - other >= APART for other in rivals):
                    self.settle(row, each)
                    found = True
        return found

    def alike(self) -> dict[tuple[RowKind, str | None], list[tuple[float, AddressedRow, KnownRow]]]:
        """Rows and addresses under one heading that may be two wordings of one thing, the most alike first."""
        rows = grouped(self.open_rows(), lambda row: (row.kind, row.under))
        known = grouped(self.open_known(), lambda each: (each.best.kind, each.best.under))
        found = {}
        for place, those in rows.items():
            there = known.get(place, ())
            found[place] = pairs(those, there, ALIKE_ALONE if len(those) == len(there) == 1 else ALIKE)
        return found

    def questions(self) -> Iterator[Question]:
        """Rows that are still without an id although an address may be theirs."""
        left = self.open_known()
        alike = [pair for group in self.alike().values() for pair in group]
        for row in (row for row in self.open_rows() if not row.fixed):
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
        for row in self.open_rows():
            row.owner.id = row.fixed or ""
        taken = {*self.known, *(row.id for row in self.rows)} if self.known else set()
        for row in self.open_rows():
            number = row.place
            while taken.intersection(names := self.names(row, number)):
                number += 1
            row.owner.id = names[0]
            taken.add(names[0])

    @staticmethod
    def names(row: AddressedRow, number: int) -> list[str]:
        """The id that a number gives a row, and what must not be taken either: groups and measures count together."""
        parent = row.parent
        if parent is None:
            return [f"s-{number}"]
        if row.kind is RowKind.ITEM:
            return [f"{parent.id}-i{number}"]
        own, other = ("g", "m") if row.kind is RowKind.GROUP else ("m", "g")
        return [f"{own}-{parent.prefix}{number}", f"{other}-{parent.prefix}{number}"]

    def addresses(self) -> tuple[RowAddress, ...]:
        """What ``addresses.txt`` should hold."""
        carried = {each.id: each.carried for each in self.known.values() if each.row}
        live = [
            RowAddress(row.id, row.kind, self.state(row), carried.get(row.id), row.under, row.text) for row in self.rows
        ]
        gone = [
            each.best._replace(state=RowState.REMOVED, carried=each.carried)
            for each in self.known.values()
            if each.row is None and each.best.state is not RowState.DRAFT
        ]
        return tuple(sorted([*live, *gone], key=order))

    def state(self, row: AddressedRow) -> RowState:
        """A row that was public stays so, also while its plan is a draft again."""
        known = self.known.get(row.id)
        was_public = known is not None and known.row is row and known.best.state is not RowState.DRAFT
        return RowState.DRAFT if self.draft and not was_public else RowState.LIVE

    def changes(self) -> Changes:
        met = [each for each in self.known.values() if each.row]
        published = [each for each in met if each.best.state is RowState.DRAFT and not self.draft]
        return Changes(
            new=sum(not row.known for row in self.rows) + len(published),
            reworded=sum(each.row.folded != folded(each.best.text) for each in met if each.row),
            moved=sum(each.row.under != each.best.under for each in met if each.row),
            removed=sum(each.row is None and each.is_live for each in self.known.values()),
        )

    def notices(self) -> Iterator[Finding]:
        """What is certain, but perhaps not meant."""
        replaced = {each.replaced: each.id for each in self.known.values() if each.replaced}
        of_two_rows = {text: each for each in self.known.values() if each.row for text in each.texts}
        for row in self.rows:
            path = row.owner.path
            known = self.known.get(row.fixed or "")
            other = of_two_rows.get(row.folded)
            if known and known.row is row and max(similarity(row.folded, text) for text in known.texts) < ALIKE:
                yield Finding("W181", (*path, "id"), {"id": known.id, "text": known.best.text[:40]})
            if row.id in replaced:
                yield Finding("W183", (*path, "id"), {"id": row.id, "before": replaced[row.id]})
            if row.known or row.fixed or not other or not other.row or other.row.fixed:
                continue
            if other.row.folded != row.folded:
                yield Finding("W182", path, {"id": other.id, "now": row.id, "text": other.row.text[:40]})
