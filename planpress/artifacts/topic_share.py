"""What a plan has of a topic, in one language: kept with the plan, so that pages and files of a topic read no plan."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planpress.documents.records import FIELDS, department_names, records
from planpress.editions.said_plan import SaidPlan
from planpress.overview.topics import TopicMeasures
from planpress.pages.frame.maker import Writer
from planpress.pages.layout.topic_measures import WrittenMeasure, written_measures


@dataclass(frozen=True, slots=True)
class TopicShare:
    """Measures of one plan that belong to a topic.

    Attributes:
        measures: as pages show them.
        rows: the same with their items as flat records.
        departments: translated names of their departments, each with the Chinese.
    """

    measures: tuple[WrittenMeasure, ...]
    rows: tuple[tuple[str, ...], ...]
    departments: tuple[tuple[str, str], ...]

    def content(self) -> bytes:
        """As JSON, for the object store."""
        content = self.measures, self.rows, self.departments
        return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def of(cls, content: bytes) -> "TopicShare":
        """Back from JSON."""
        measures, rows, departments = json.loads(content)
        return cls(
            tuple(WrittenMeasure(*each) for each in measures),
            tuple(map(tuple, rows)),
            tuple((said, chinese) for said, chinese in departments),
        )


def topic_shares(
    writer: Writer, said: SaidPlan, topics: Sequence[TopicMeasures], url: str
) -> Iterator[tuple[str, TopicShare]]:
    """What a plan has of each of its topics, with the topic's id.

    Args:
        writer: of the language.
        said: the plan whose measures they are, in the same.
        topics: that it has measures of.
        url: absolute address of the plan's page in this language.
    """
    if not topics:
        return
    written = written_measures(writer, said, topics)
    place = next(position for position, field in enumerate(FIELDS) if field.name == "id")
    wanted = {measure.id for each in topics for measure in each.measures}
    rows = {row[place]: row for row in records(said.plan, said.office, said.edition, url, wanted)}
    departments = department_names(said.plan, said.office, said.edition)
    for each in topics:
        parts = [part for measure in each.measures for part in measure.everyone]
        named = {name for part in parts for name in part.named}
        yield (
            each.topic.id,
            TopicShare(
                written[each.topic.id],
                tuple(rows[part.id] for part in parts),
                tuple((said, chinese) for said, chinese in departments if chinese in named),
            ),
        )
