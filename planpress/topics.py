"""Which measures of a plan belong to a topic."""

import unicodedata
from collections.abc import Iterator, Sequence

from planpress.model import Group, Measure, Plan, Topic


def belonging(topic: Topic, plan: Plan) -> list[Measure]:
    """The measures of a plan that belong to a topic, in the plan's order."""
    words = [fold(word) for word in topic.words]
    groups = {fold(name) for name in topic.groups}
    departments = set(topic.departments)
    found = []
    for measure, above in _measures(plan):
        family = (measure, *measure.items)
        who = {name for each in family for name in (*each.departments, *each.supporting_departments)}
        texts = [fold(each.text) for each in family]
        if (
            any(word in text for text in texts for word in words)
            and (not departments or who & departments)
            and (not groups or groups.intersection(map(fold, above)))
        ):
            found.append(measure)
    return found


def fold(text: str) -> str:
    """What two spellings have in common: ＡＰＰ and app, 臺 and 台."""
    return unicodedata.normalize("NFKC", text).casefold().replace("臺", "台")


def _measures(plan: Plan) -> Iterator[tuple[Measure, tuple[str, ...]]]:
    """Each measure with the names of the groups above it."""
    for section in plan.sections:
        yield from _below(section.children, ())


def _below(children: Sequence[Group | Measure], above: tuple[str, ...]) -> Iterator[tuple[Measure, tuple[str, ...]]]:
    for child in children:
        if isinstance(child, Measure):
            yield child, above
        else:
            yield from _below(child.children, (*above, child.name))
