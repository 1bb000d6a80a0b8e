"""What a plan says otherwise than another: kept, reworded, new, gone, moved. Serves the command, the pages, the feed.

Rows are brought together by their address, but only where it was carried from the other plan: two plans that were
written apart may have the same address for different things. Then by the same words, in place and anywhere, and last
by likeness (:data:`ALIKE`), the most alike first. Years of the plans themselves make no two texts unlike.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Final, NamedTuple

from planpress.model import Plan
from planpress.model.rewording import Piece, reworded
from planpress.model.similarity import similarities
from planpress.overview.compared_rows import ComparedPlan, ComparedRow, RowKind, rows_of

ALIKE: Final = 0.6
"""Similarity from which on two texts are two wordings of one row. Of 60 pairs judged by hand
(``tests/fixtures/rewordings.yml``) it tells all 30 rewordings, and takes one of the 30 other pairs for one."""


class Change(StrEnum):
    """What became of a row; each has one, the foremost that is true of it."""

    REWORDED = "reworded"
    """Other words, another target, or something else in a further column."""
    NEW = "new"
    GONE = "gone"
    MOVED = "moved"
    """The same words, for another department or period, or under another heading."""
    KEPT = "kept"


class Fact(StrEnum):
    """What a row says beside its words."""

    WHO = "who"
    """Who is responsible."""
    SUPPORT = "support"
    """Who supports them."""
    WHEN = "when"
    TARGET = "target"
    PLACE = "place"
    """The heading that it stands under."""
    MORE = "more"
    """A further column."""


class ChangedFact(NamedTuple):
    """Something beside the words that is otherwise than it was; ``column`` is the name of a further one."""

    fact: Fact
    column: str = ""


@dataclass(frozen=True)
class RowChange:
    """A row in the earlier plan, in the later one, or in both.

    Attributes:
        before: as it was; None where it is new.
        after: as it is; None where it is gone.
        is_elsewhere: it stands under another heading than it did.
    """

    before: ComparedRow | None
    after: ComparedRow | None
    is_elsewhere: bool = False

    @property
    def row(self) -> ComparedRow:
        """The row as it is, or as it was."""
        row = self.after or self.before
        assert row is not None  # one of them is there
        return row

    @cached_property
    def facts(self) -> tuple[ChangedFact, ...]:
        """What is otherwise beside the words; of a new row, and of one that is gone, all that it says beside them."""
        before, after = self.before, self.after
        if before is None or after is None:
            return tuple(facts_of(self.row))
        differ = {
            Fact.WHO: before.who[0] != after.who[0],
            Fact.SUPPORT: before.who[1] != after.who[1],
            # The very words of the year before are the same words, whatever year they are for now.
            Fact.WHEN: before.when != after.when and before.period != after.period,
            Fact.TARGET: before.aim != after.aim and before.target != after.target,
            Fact.PLACE: self.is_elsewhere,
        }
        names = dict.fromkeys(column.name for column in (*after.more, *before.more))
        return (
            *(ChangedFact(fact) for fact, differs in differ.items() if differs),
            *(ChangedFact(Fact.MORE, name) for name in names if before.column(name) != after.column(name)),
        )

    @property
    def is_reworded(self) -> bool:
        """Whether its own words are others, blanks and widths aside."""
        return self.before is not None and self.after is not None and self.before.folded != self.after.folded

    @cached_property
    def change(self) -> Change:
        """What became of it."""
        if self.before is None:
            return Change.NEW
        if self.after is None:
            return Change.GONE
        facts = {each.fact for each in self.facts}
        if self.is_reworded or not facts.isdisjoint({Fact.TARGET, Fact.MORE}):
            return Change.REWORDED
        return Change.MOVED if facts else Change.KEPT

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The words of both wordings."""
        return reworded(self.before.text if self.before else "", self.after.text if self.after else "")


def facts_of(row: ComparedRow) -> Iterator[ChangedFact]:
    """What a row says beside its words and the place where it stands."""
    said = {
        Fact.WHO: row.departments,
        Fact.SUPPORT: row.supporting_departments,
        Fact.WHEN: row.period,
        Fact.TARGET: row.target,
    }
    yield from (ChangedFact(fact) for fact, value in said.items() if value)
    yield from (ChangedFact(Fact.MORE, column.name) for column in row.more)


@dataclass(frozen=True)
class Changes:
    """Two plans compared.

    Attributes:
        rows: every row of both, in the later plan's order; those that are gone follow what stood before them.
    """

    rows: tuple[RowChange, ...]

    def of(self, change: Change) -> tuple[RowChange, ...]:
        """The rows of which something became."""
        return tuple(row for row in self.rows if row.change is change)

    @property
    def counts(self) -> dict[Change, int]:
        """How many rows there are of each."""
        return {change: len(self.of(change)) for change in Change}


def carried_from(after: Plan, before: Plan) -> frozenset[str]:
    """The addresses of a plan that are of the same rows in another.

    They are where they were carried from there; and all of them are in two texts of one plan, before and after a
    revision, which have one record of addresses.
    """
    if after.office != before.office:
        return frozenset()
    if after.roc_year == before.roc_year:
        return frozenset(row.id for row in rows_of(after) if row.has_address)
    return frozenset(id_ for id_, year in after.carried.items() if year == before.roc_year)


def compared(before: Plan, after: Plan, carried: Collection[str] | None = None) -> Changes:
    """Compare two plans.

    Args:
        before: the earlier, or the one that the other follows.
        after: the later.
        carried: the addresses that are of the same row in both; those that were carried from one to the other by
            default.
    """
    return between(ComparedPlan(before), ComparedPlan(after), carried)


def between(before: ComparedPlan, after: ComparedPlan, carried: Collection[str] | None = None) -> Changes:
    """As :func:`compared`, for those who compare a plan more than once."""
    known = carried_from(after.plan, before.plan) if carried is None else carried
    pairing = _Pairing(before.rows, after.rows, {**before.plain, **after.plain})
    pairing.by_address(known)
    pairing.by_words()
    pairing.by_likeness()
    return Changes(tuple(change for change in pairing.changes() if change.row.text))


@dataclass
class _Pairing:
    """The rows of two plans, as far as they are brought together."""

    before: Sequence[ComparedRow]
    after: Sequence[ComparedRow]
    plain: Mapping[ComparedRow, str]
    """The words of every row without the year of its own plan."""
    pairs: dict[ComparedRow, ComparedRow] = field(default_factory=dict)
    """The earlier row of a later one."""
    taken: set[ComparedRow] = field(default_factory=set)
    """The earlier rows that have a later one."""

    def settle(self, before: ComparedRow, after: ComparedRow) -> None:
        self.pairs[after] = before
        self.taken.add(before)

    def open(self) -> tuple[list[ComparedRow], list[ComparedRow]]:
        """The rows of either plan that have no other yet."""
        return (
            [row for row in self.before if row not in self.taken],
            [row for row in self.after if row not in self.pairs],
        )

    def by_address(self, carried: Collection[str]) -> None:
        known = {row.id: row for row in self.before if row.has_address}
        for row in self.after:
            if row.has_address and row.id in carried and row.id in known:
                self.settle(known[row.id], row)

    def by_words(self) -> None:
        """The same words under the same heading, then anywhere; of several, the first goes with the first."""
        for in_place in (True, False):
            before, after = self.open()
            places: dict[tuple[object, ...], list[ComparedRow]] = {}
            for row in before:
                above = (row.above,) if in_place else ()
                places.setdefault((row.kind, self.plain[row], *above), []).append(row)
            for row in after:
                above = (self.pairs.get(row.above) if row.above else None,) if in_place else ()
                if found := places.get((row.kind, self.plain[row], *above)):
                    self.settle(found.pop(0), row)

    def by_likeness(self) -> None:
        """Two wordings of one thing: the most alike first, those in the same place before others that are as alike."""
        before, after = self.open()
        texts_before = [self.plain[row] for row in before]
        texts_after = [self.plain[row] for row in after]
        found = []
        for (was, is_now), alike in similarities(texts_before, texts_after, ALIKE).items():
            if _may_be_one(before[was], after[is_now]):
                above = after[is_now].above
                in_place = above is not None and self.pairs.get(above) is before[was].above
                found.append((-alike, not in_place, abs(is_now - was), is_now, was))
        for *_, is_now, was in sorted(found):
            if after[is_now] not in self.pairs and before[was] not in self.taken:
                self.settle(before[was], after[is_now])

    def changes(self) -> Iterator[RowChange]:
        gone: dict[ComparedRow | None, list[ComparedRow]] = {}
        last: ComparedRow | None = None
        for row in self.before:
            if row in self.taken:
                last = row
            else:
                gone.setdefault(last, []).append(row)
        yield from (RowChange(row, None) for row in gone.pop(None, ()))
        for row in self.after:
            other = self.pairs.get(row)
            yield RowChange(other, row, other is not None and self.is_elsewhere(other, row))
            yield from (RowChange(each, None) for each in gone.get(other, ()))

    def is_elsewhere(self, before: ComparedRow, after: ComparedRow) -> bool:
        """Whether what a row stands under is another than it was. Another wording of it is the same."""
        if before.above is None or after.above is None:
            return False
        return self.pairs.get(after.above) is not before.above


def _may_be_one(before: ComparedRow, after: ComparedRow) -> bool:
    """Whether two rows can be the same thing: a measure may have become a part of another, a heading may not."""
    measures = (RowKind.MEASURE, RowKind.ITEM)
    return before.kind is after.kind or (before.kind in measures and after.kind in measures)
