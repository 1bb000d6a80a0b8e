"""Which measures of a plan belong to which topics."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from planpress.editions.folding import fold
from planpress.model import Group, Measure, Plan, Topic


@dataclass(frozen=True, slots=True)
class TopicMeasures:
    """A topic with the measures of one plan that belong to it, in the plan's order; at least one."""

    topic: Topic
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What a topic may ask of a measure: its texts and its groups, folded, and all who have a part in it."""

    measure: Measure
    text: str
    groups: frozenset[str]
    departments: frozenset[str]


def by_topic(topics: Sequence[Topic], plan: Plan) -> tuple[TopicMeasures, ...]:
    """The topics that a plan has measures of, in their order. Texts are compared as the search does."""
    if not topics:
        return ()
    heading = cache(fold)  # many measures stand under each
    known = [
        _Known(
            row,
            fold("\n".join(each.text for each in row.everyone)),
            frozenset(heading(group.name) for group in path if isinstance(group, Group)),
            _taking_part(row, plan),
        )
        for path, row in plan.rows()
        if isinstance(row, Measure)
    ]
    found = (TopicMeasures(topic, tuple(_belonging(topic, known))) for topic in topics)
    return tuple(each for each in found if each.measures)


def _taking_part(measure: Measure, plan: Plan) -> frozenset[str]:
    """All who have a part in a measure, by the plan's names and by those of today."""
    who = measure.who
    return frozenset((*who, *plan.today(who)))


def _belonging(topic: Topic, known: Sequence[_Known]) -> Iterator[Measure]:
    words = [*map(fold, topic.words)]
    groups = {*map(fold, topic.groups)}
    departments = {*topic.departments}
    for each in known:
        if (
            any(word in each.text for word in words)
            and (not departments or departments & each.departments)
            and (not groups or groups & each.groups)
        ):
            yield each.measure
