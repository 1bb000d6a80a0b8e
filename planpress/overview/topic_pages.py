"""The pages of a topic: which measures of which plans stand on each, offices one after the other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from planpress import addresses
from planpress.model.plan import years_of
from planpress.overview.trees import Leaf, Listed

MOST: Final = 30
"""How many measures stand on a page. An office stays on one page unless it alone has more."""


class PagePart(NamedTuple):
    """Measures of one plan on a page: those of the topic from one position up to another."""

    plan: Listed
    first: int
    last: int


class TopicPage(NamedTuple):
    """A page of a topic before it is made.

    Attributes:
        roc_year: whose plans it shows; None for each office's newest.
        number: which page it is, from 1.
        pages: how many there are.
        parts: the measures, by office.
        offices: with the address of each one's measures: all of them on the first page, on a later one its own.
        elsewhere: on the first page, offices whose newest plan has none, with those of the last plan that has.
        years: on the first page, all that have pages of their own, the newest first.
    """

    roc_year: int | None
    number: int
    pages: int
    parts: tuple[PagePart, ...]
    offices: tuple[Listed, ...]
    elsewhere: tuple[Listed, ...]
    years: tuple[int, ...]


def topic_pages(leaf: Leaf, newest: Mapping[str, int]) -> Iterator[TopicPage]:
    """Every page of a topic.

    A year has pages of its own unless its plans are the newest: what an office did then, beside the others.

    Args:
        leaf: the topic with all plans that have measures of it, the newest of each office first.
        newest: the year of each office's newest plan, by its id.
    """
    current = [plan for plan in leaf.plans if plan.roc_year == newest[plan.office]]
    by_year: dict[int, list[Listed]] = {}
    for plan in leaf.plans:
        for year in years_of(plan.roc_year, plan.until):
            by_year.setdefault(year, []).append(plan)
    years = tuple(year for year in sorted(by_year, reverse=True) if by_year[year] != current)
    last = {plan.office: plan for plan in reversed(leaf.plans)}
    elsewhere = tuple(
        _at(plan, addresses.topic_page(leaf.slug, plan.roc_year))
        for plan in leaf.plans
        if plan is last[plan.office] and plan.roc_year != newest[plan.office]
    )
    yield from _pages(leaf.slug, None, current, elsewhere, years)
    for year in years:
        yield from _pages(leaf.slug, year, by_year[year], (), years)


def _pages(
    topic_id: str, roc_year: int | None, plans: Sequence[Listed], elsewhere: tuple[Listed, ...], years: tuple[int, ...]
) -> Iterator[TopicPage]:
    paged = _paged(plans)
    where: dict[str, Listed] = {}
    for number, parts in enumerate(paged, start=1):
        for plan, *_ in parts:
            where.setdefault(plan.office, _at(plan, addresses.topic_page(topic_id, roc_year, number)))
    for number, parts in enumerate(paged, start=1):
        here = addresses.topic_page(topic_id, roc_year, number)
        if number == 1:
            yield TopicPage(roc_year, 1, len(paged), tuple(parts), (*where.values(),), elsewhere, years)
        else:
            own = tuple(_at(plan, here) for plan, *_ in parts)
            yield TopicPage(roc_year, number, len(paged), tuple(parts), own, (), ())


def _paged(plans: Iterable[Listed]) -> list[list[PagePart]]:
    """Measures of plans on pages; there is always a first one."""
    pages: list[list[PagePart]] = [[]]
    room = MOST
    for plan in plans:
        for first in range(0, plan.measures, MOST):
            last = min(first + MOST, plan.measures)
            if last - first > room:
                pages.append([])
                room = MOST
            pages[-1].append(PagePart(plan, first, last))
            room -= last - first
    return pages


def _at(plan: Listed, path: str) -> Listed:
    """A plan with the address of its measures on a page of the topic."""
    return plan._replace(path=f"{path}#{plan.office}")
