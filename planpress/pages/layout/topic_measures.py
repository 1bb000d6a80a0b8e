"""The measures of a plan as topics show them: each by itself, so that a page takes only those of its topic."""

from collections.abc import Sequence
from typing import NamedTuple

from planpress.editions.hans import HansConverter
from planpress.editions.said_plan import SaidPlan
from planpress.overview.topics import TopicMeasures
from planpress.pages.frame.maker import Writer
from planpress.pages.layout.plan_layout import lone_measures


class WrittenMeasure(NamedTuple):
    """A measure of a plan in one language: its id, what the plan calls it, and its HTML, which has no link to it."""

    id: str
    name: str
    html: str

    def converted(self, hans: HansConverter) -> "WrittenMeasure":
        """The same in Simplified characters."""
        return WrittenMeasure(self.id, hans.text(self.name), hans.html(self.html))


def written_measures(
    writer: Writer, said: SaidPlan, topics: Sequence[TopicMeasures]
) -> dict[str, tuple[WrittenMeasure, ...]]:
    """The measures of each topic that the plan has, by the topic's id.

    Args:
        writer: of the language.
        said: the plan whose they are, in the same.
        topics: that it has measures of.
    """
    wanted = {measure.id for topic in topics for measure in topic.measures}
    macros = writer.environment.get_template("topic_measure.html").make_module({"edition": writer.edition})
    written = {
        each.measure.id: WrittenMeasure(each.measure.id, each.name, str(macros.measure(each, each.measure)))  # type: ignore[attr-defined]
        for each in lone_measures(said, wanted)
    }
    return {each.topic.id: tuple(written[measure.id] for measure in each.measures) for each in topics}
