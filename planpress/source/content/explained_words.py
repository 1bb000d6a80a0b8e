"""``content/glossary.yml``: the words that a site explains."""

from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from planpress.model.explained_word import ExplainedWord
from planpress.problems.problem import Problem
from planpress.source.content.content_files import read_content
from planpress.source.shapes.content_shapes import GlossaryFile
from planpress.source.text.yaml_text import YamlDocument
from planpress.source.values.finding import Finding

GLOSSARY_FILE: Final = "content/glossary.yml"


def read_explained_words(root: Path) -> tuple[tuple[ExplainedWord, ...], list[Problem]]:
    """Read the words. A site without the file explains none.

    Returns:
        The words in their order, none at all when the file has errors; and its problems.
    """
    _, file, problems = _read(root)
    return tuple(ExplainedWord(**entry.model_dump()) for entry in file.words) if file else (), problems


def unused(root: Path, ids: Collection[str]) -> list[Problem]:
    """That no plan uses some words. Only the file knows their places, so it is read again.

    Args:
        root: the project's folder.
        ids: of the words.
    """
    document, file, _ = _read(root) if ids else (None, None, [])
    if document is None or file is None:
        return []
    return [
        document.problem(Finding("W630", ("words", position, "name"), {"name": word.name}))
        for position, word in enumerate(file.words)
        if word.id in ids
    ]


def check_glossary(file: GlossaryFile) -> Iterator[Finding]:
    """Ids that are given twice, and names that would mean two things."""
    seen: Counter[str] = Counter()
    owner: dict[str, str] = {}
    for position, word in enumerate(file.words):
        if seen[word.id]:
            yield Finding("E630", ("words", position, "id"), {"id": word.id})
        seen[word.id] += 1
        places = [("words", position, "name"), *(("words", position, "also", index) for index in range(len(word.also)))]
        for name, place in zip((word.name, *word.also), places, strict=True):
            if other := owner.get(name):
                yield Finding("E631", place, {"name": name, "other": other})
            owner.setdefault(name, word.id)


def _read(root: Path) -> tuple[YamlDocument | None, GlossaryFile | None, list[Problem]]:
    return read_content(root, GLOSSARY_FILE, GlossaryFile, check_glossary)
