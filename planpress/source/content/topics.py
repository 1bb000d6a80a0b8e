"""``content/topics.yml``: the topics of a site."""

from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from planpress.model import Topic
from planpress.problems.problem import Problem
from planpress.source import files
from planpress.source.content.content_files import read_content
from planpress.source.shapes.content_shapes import TopicsFile
from planpress.source.text.yaml_text import YamlDocument
from planpress.source.values.finding import Finding

TOPICS_FILE: Final = "content/topics.yml"


def read_topics(root: Path) -> tuple[tuple[Topic, ...], list[Problem]]:
    """Read the topics. A site without the file has none.

    Returns:
        The topics in their order, none at all when the file has errors; and its problems.
    """
    _, file, problems = _read(root)
    return tuple(Topic(**entry.model_dump()) for entry in file.topics) if file else (), problems


def unmatched(root: Path, empty: Collection[str]) -> list[Problem]:
    """That topics have no measure. Only the file knows their places, so it is read again.

    Args:
        root: the project's folder.
        empty: ids of the topics.
    """
    document, file, _ = _read(root) if empty else (None, None, [])
    if document is None or file is None:
        return []
    return [
        document.problem(Finding("W901", ("topics", position, "words"), {"id": topic.id}, key=True))
        for position, topic in enumerate(file.topics)
        if topic.id in empty
    ]


def check_topics(file: TopicsFile) -> Iterator[Finding]:
    """Ids that are given twice, or that make addresses which no Windows server can have."""
    seen: Counter[str] = Counter()
    for position, topic in enumerate(file.topics):
        if seen[topic.id]:
            yield Finding("E901", ("topics", position, "id"), {"id": topic.id})
        if not files.is_portable(topic.id):
            yield Finding("E410", ("topics", position, "id"), {"name": topic.id})
        seen[topic.id] += 1


def _read(root: Path) -> tuple[YamlDocument | None, TopicsFile | None, list[Problem]]:
    return read_content(root, TOPICS_FILE, TopicsFile, check_topics)
