"""分類檢索: the trees that lead to every plan by links alone, from the summaries of the plans."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planpress import addresses
from planpress.holdings import OfficePlans
from planpress.model import Topic
from planpress.parts import PARTS
from planpress.summary import PlanSummary


class Listed(NamedTuple):
    """A plan as a leaf lists it: how many of its measures are meant, and where they stand."""

    office: str
    roc_year: int
    measures: int
    path: str
    """Without language; may end with a fragment."""


class Leaf(NamedTuple):
    """A page of a tree, with the plans that it lists."""

    slug: str
    name: str
    """A Chinese name as the plans have it, a year, or a part of the year; pages say it in their language."""
    plans: tuple[Listed, ...]
    topic: Topic | None = None
    """What the leaf is about, in the tree of topics."""

    @property
    def measures(self) -> int:
        """How many measures it leads to."""
        return sum(plan.measures for plan in self.plans)

    @property
    def offices(self) -> int:
        """How many offices have a plan on it."""
        return len({plan.office for plan in self.plans})


class Tree(NamedTuple):
    """One way to go: its place in the address, and its leaves."""

    slug: str
    leaves: tuple[Leaf, ...]


OFFICES = "offices"
YEARS = "years"
DEPARTMENTS = "departments"
GROUPS = "groups"
PERIODS = "periods"
TOPICS = "topics"


def trees(held: Sequence[OfficePlans], topics: Sequence[Topic] = ()) -> tuple[Tree, ...]:
    """Every tree. Plans stand in the order of the offices, the newest of each first."""
    plans = [plan for each in held for plan in each.plans]
    parts: dict[str, list[Listed]] = {part: [] for part in PARTS}
    for plan in plans:
        for part, measures in plan.periods.items():
            parts[part].append(_listed(plan, measures, _index(plan, part)))
    return (
        *([Tree(TOPICS, about)] if (about := tuple(_topics(plans, topics))) else ()),
        Tree(OFFICES, tuple(map(_office, held))),
        Tree(YEARS, tuple(_years(plans))),
        Tree(DEPARTMENTS, tuple(_departments(plans))),
        Tree(GROUPS, tuple(_groups(plans))),
        Tree(PERIODS, tuple(Leaf(part, part, tuple(listed)) for part, listed in parts.items() if listed)),
    )


def _office(held: OfficePlans) -> Leaf:
    listed = (_listed(plan, plan.measures, _page(plan)) for plan in held.plans)
    return Leaf(held.office.id, held.office.name, tuple(listed))


def _years(plans: Sequence[PlanSummary]) -> Iterator[Leaf]:
    """The newest first."""
    for year in sorted({plan.roc_year for plan in plans}, reverse=True):
        listed = (_listed(plan, plan.measures, _page(plan)) for plan in plans if plan.roc_year == year)
        yield Leaf(str(year), str(year), tuple(listed))


def _departments(plans: Sequence[PlanSummary]) -> list[Leaf]:
    named: dict[str, list[Listed]] = {}
    for plan in plans:
        for name, measures in plan.departments.items():
            named.setdefault(name, []).append(_listed(plan, measures, _index(plan, addresses.department(name))))
    return _most_first(Leaf(addresses.department(name), name, tuple(listed)) for name, listed in named.items())


def _groups(plans: Sequence[PlanSummary]) -> list[Leaf]:
    named: dict[str, list[Listed]] = {}
    for plan in plans:
        for group in plan.top_groups:
            named.setdefault(group.name, []).append(_listed(plan, group.measures, f"{_page(plan)}#{group.id}"))
    return _most_first(Leaf(addresses.group(name), name, tuple(listed)) for name, listed in named.items())


def _topics(plans: Sequence[PlanSummary], topics: Sequence[Topic]) -> Iterator[Leaf]:
    for topic in topics:
        listed = [
            _listed(plan, plan.topics[topic.id], _index(plan, addresses.topic(topic.id)))
            for plan in plans
            if topic.id in plan.topics
        ]
        if listed:
            yield Leaf(topic.id, topic.name, tuple(listed), topic)


def _most_first(leaves: Iterator[Leaf]) -> list[Leaf]:
    return sorted(leaves, key=lambda leaf: (-leaf.measures, leaf.name))


def _listed(plan: PlanSummary, measures: int, path: str) -> Listed:
    return Listed(plan.office, plan.roc_year, measures, path)


def _page(plan: PlanSummary) -> str:
    return addresses.plan(plan.office, plan.roc_year)


def _index(plan: PlanSummary, anchor: str) -> str:
    return f"{addresses.plan_index(plan.office, plan.roc_year)}#{anchor}"
