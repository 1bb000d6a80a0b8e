"""分類瀏覽: the trees that lead to every plan by links alone, from the summaries of the plans."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planpress import addresses
from planpress.editions.naming import PARTS_OF_YEAR
from planpress.model import GovernmentClass, Topic
from planpress.model.classification import SCHEMES, SERVICE_CLASSES, SERVICES, above, of_scheme, parent
from planpress.overview.holdings import OfficePlans
from planpress.overview.summary import PlanSummary


class Listed(NamedTuple):
    """A plan as a leaf lists it: how many of its measures are meant, and where they stand."""

    office: str
    roc_year: int
    measures: int
    path: str
    """Without language; may end with a fragment."""
    until: int | None = None
    """The last year of a plan of several years."""


class Leaf(NamedTuple):
    """A page of a tree, with the plans that it lists."""

    slug: str
    name: str
    """A Chinese name as the plans have it, a year, a part of the year, or the code of a class; pages say it in their
    language."""
    plans: tuple[Listed, ...]
    topic: Topic | None = None
    """What the leaf is about, in the tree of topics."""
    of_class: GovernmentClass | None = None
    """The class, in the trees of 政府資訊分類檢索."""
    leaves: tuple["Leaf", ...] = ()
    """The classes below it, whose plans are among its own."""

    @property
    def measures(self) -> int:
        """How many measures it leads to."""
        return sum(plan.measures for plan in self.plans)

    @property
    def offices(self) -> int:
        """How many offices have a plan on it."""
        return len({plan.office for plan in self.plans})

    def counted(self) -> "Leaf":
        """The leaf with one line an office, of all its measures: what the pages above a leaf show of it."""
        measures: dict[str, int] = {}
        for plan in self.plans:
            measures[plan.office] = measures.get(plan.office, 0) + plan.measures
        plans = tuple(Listed(office, 0, count, "") for office, count in measures.items())
        return self._replace(plans=plans, leaves=tuple(leaf.counted() for leaf in self.leaves))


class Tree(NamedTuple):
    """One way to go: its place in the address, and its leaves."""

    slug: str
    leaves: tuple[Leaf, ...]

    def branches(self) -> Iterator[tuple[Leaf, ...]]:
        """Every leaf at any depth, after those that it stands below."""
        return _branches(self.leaves, ())

    def counted(self) -> "Tree":
        """The tree as far as its leaves are counted, by office."""
        return Tree(self.slug, tuple(leaf.counted() for leaf in self.leaves))

    def named(self) -> "Tree":
        """The tree as far as its leaves are named: without plans but for the office that speaks for each."""
        return Tree(self.slug, tuple(map(_named, self.leaves)))

    def all_leaves(self) -> Iterator[Leaf]:
        """The leaves with those below them."""
        return (branch[-1] for branch in self.branches())


def _named(leaf: Leaf) -> Leaf:
    plans = tuple(Listed(plan.office, 0, 0, "") for plan in leaf.plans[:1])
    return leaf._replace(plans=plans, leaves=tuple(map(_named, leaf.leaves)))


def _branches(leaves: Sequence[Leaf], stem: tuple[Leaf, ...]) -> Iterator[tuple[Leaf, ...]]:
    for leaf in leaves:
        yield (*stem, leaf)
        yield from _branches(leaf.leaves, (*stem, leaf))


OFFICES = "offices"
YEARS = "years"
DEPARTMENTS = "departments"
GROUPS = "groups"
PERIODS = "periods"
TOPICS = "topics"


def trees(held: Sequence[OfficePlans], topics: Sequence[Topic] = ()) -> tuple[Tree, ...]:
    """Every tree that leads anywhere. Plans stand in the order of the offices, the newest of each first."""
    plans = [plan for each in held for plan in each.plans]
    parts: dict[str, list[Listed]] = {part: [] for part in PARTS_OF_YEAR}
    for plan in plans:
        for part, measures in plan.periods.items():
            parts[part].append(_listed(plan, measures, _index(plan, part)))
    every = (
        Tree(TOPICS, tuple(_topics(plans, topics))),
        Tree(OFFICES, tuple(map(_office, held))),
        Tree(YEARS, tuple(_years(plans))),
        Tree(DEPARTMENTS, tuple(_departments(plans))),
        Tree(GROUPS, tuple(_groups(plans))),
        Tree(PERIODS, tuple(Leaf(part, part, tuple(listed)) for part, listed in parts.items() if listed)),
        *(Tree(scheme, _classes(held, scheme)) for scheme in SCHEMES),
    )
    return tuple(tree for tree in every if tree.leaves)


def _office(held: OfficePlans) -> Leaf:
    listed = (_listed(plan, plan.measures, _page(plan)) for plan in held.plans)
    return Leaf(held.office.id, held.office.name, tuple(listed))


def _years(plans: Sequence[PlanSummary]) -> Iterator[Leaf]:
    """The newest first; a plan of several years is under each."""
    for year in sorted({year for plan in plans for year in plan.years}, reverse=True):
        listed = (_listed(plan, plan.measures, _page(plan)) for plan in plans if year in plan.years)
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


def _classes(held: Sequence[OfficePlans], scheme: str) -> tuple[Leaf, ...]:
    """The classes that offices have, and the outermost of services above them, each under the nearest above it."""
    given = {each.office.id: of_scheme(each.office.classification, scheme) for each in held}
    classes = [each for of_office in given.values() for each in of_office]
    known: dict[str, GovernmentClass] = {}
    for each in sorted(classes, key=lambda each: each.name is None):
        known.setdefault(each.code, each)
    if scheme == SERVICES:
        outermost = {code for each in classes for code in (each.code, *above(each.code))} & SERVICE_CLASSES.keys()
        known |= {code: SERVICE_CLASSES[code] for code in outermost}

    def leaf(code: str) -> Leaf:
        listed = (
            _listed(plan, plan.measures, _page(plan))
            for office in held
            if any(code in (each.code, *above(each.code)) for each in given[office.office.id])
            for plan in office.plans
        )
        return Leaf(addresses.class_of(code), code, tuple(listed), of_class=known[code], leaves=below(code))

    def below(code: str | None) -> tuple[Leaf, ...]:
        return tuple(leaf(each) for each in sorted(known) if parent(each, known) == code)

    return below(None)


def _most_first(leaves: Iterator[Leaf]) -> list[Leaf]:
    return sorted(leaves, key=lambda leaf: (-leaf.measures, leaf.name))


def _listed(plan: PlanSummary, measures: int, path: str) -> Listed:
    return Listed(plan.office, plan.roc_year, measures, path, plan.until)


def _page(plan: PlanSummary) -> str:
    return addresses.plan(plan.office, plan.roc_year)


def _index(plan: PlanSummary, anchor: str) -> str:
    return f"{addresses.plan_index(plan.office, plan.roc_year)}#{anchor}"
