"""A plan's 分類索引: its measures by department and by period, in one language, for those who go by links alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from planpress import addresses
from planpress.editions.edition import Text
from planpress.editions.naming import PARTS_OF_YEAR, part_name
from planpress.editions.said_plan import SaidPlan
from planpress.model import Measure
from planpress.model.dates import parts_of_year
from planpress.overview.topics import TopicMeasures
from planpress.pages.frame.templates import marked

BRIEF: Final = 30
"""How many ideographs of a measure stand in a list; letters count half."""


@dataclass(frozen=True, slots=True)
class IndexedMeasure:
    """A line of the index."""

    id: str
    name: str
    text: Markup
    when: Markup | None


@dataclass(frozen=True, slots=True)
class IndexPart:
    """A heading of the index with the measures under it; what belongs to none has no name."""

    id: str
    name: Markup | None
    measures: tuple[IndexedMeasure, ...]
    everywhere: str | None = None
    """Link to the same in all plans: its leaf of 分類瀏覽."""


@dataclass(frozen=True, slots=True)
class PlanIndex:
    """All that the template ``plan_index.html`` prints of the plan."""

    who: Markup | None
    when: Markup | None
    departments: tuple[IndexPart, ...]
    periods: tuple[IndexPart, ...]
    topics: tuple[IndexPart, ...]


def plan_index_view(said: SaidPlan, topics: Sequence[TopicMeasures] = ()) -> PlanIndex:
    """Put a plan's measures in order."""
    plan, office, edition = said.plan, said.office, said.edition
    tag = edition.language.tag
    by_department: dict[str, list[Measure]] = {department.name: [] for department in office.departments}
    by_period: dict[str, list[Measure]] = {part: [] for part in PARTS_OF_YEAR}
    nobody, never = [], []
    for measure in plan.measures():
        when = dict.fromkeys(part for period in measure.periods for part in parts_of_year(period))
        for name in plan.today(measure.who):
            by_department[name].append(measure)
        for part in when:
            by_period[part].append(measure)
        if not measure.who:
            nobody.append(measure)
        if not when:
            never.append(measure)

    def line(measure: Measure) -> IndexedMeasure:
        text = said.text(measure.text)
        period = marked(said.period(measure.period), tag) if measure.period else None
        beginning = marked(Text(brief(text.value), text.lang), tag)
        return IndexedMeasure(measure.id, said.names[measure.id], beginning, period)

    lines = {measure.id: line(measure) for measure in plan.measures()}

    here = addresses.plan_index(plan.office, plan.roc_year)

    def listed(anchor: str, name: Markup | None, measures: Iterable[Measure], leaf: str | None = None) -> IndexPart:
        everywhere = addresses.relative(here, leaf) if leaf else None
        return IndexPart(anchor, name, tuple(lines[measure.id] for measure in measures), everywhere)

    def parts(tree: str, named: Mapping[tuple[str, Markup], list[Measure]], rest: list[Measure]) -> Iterator[IndexPart]:
        for (slug, name), measures in named.items():
            if measures:
                yield listed(slug, name, measures, addresses.browse(tree, slug))
        if rest:
            yield listed(f"no-{tree.removesuffix('s')}", None, rest)

    departments = {
        (addresses.department(name), marked(said.department(name), tag)): measures
        for name, measures in by_department.items()
    }
    periods = {(slug, Markup.escape(part_name(slug, edition))): measures for slug, measures in by_period.items()}
    who_column, when_column = plan.who_column, plan.when_column
    return PlanIndex(
        who=marked(said.text(who_column), tag) if who_column else None,
        when=marked(said.text(when_column), tag) if when_column else None,
        departments=tuple(parts("departments", departments, nobody)) if who_column else (),
        periods=tuple(parts("periods", periods, never)) if when_column else (),
        topics=tuple(
            listed(
                addresses.topic(each.topic.id),
                marked(edition.topic_name(each.topic), tag),
                each.measures,
                addresses.browse("topics", each.topic.id),
            )
            for each in topics
        ),
    )


def brief(text: str) -> str:
    """The beginning of a text, with an ellipsis where it goes on; words of Latin letters stay whole.

    >>> brief("推廣電子帳單。")
    '推廣電子帳單。'
    """
    text = " ".join(text.split())
    if len(text) <= BRIEF:
        return text
    room = 2 * BRIEF
    for end, character in enumerate(text):
        room -= 1 if character.isascii() else 2
        if room < 0:
            whole = text[:end]
            if character.isascii() and " " in whole[end // 2 :]:
                whole = whole.rpartition(" ")[0]
            return f"{whole.rstrip('，、；： ,;:')}…"
    return text
