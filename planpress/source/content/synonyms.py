"""``content/synonyms.yml``: what people call what plans call otherwise."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from planpress.model.vocabulary import Synonym, Vocabulary
from planpress.problems.problem import Problem
from planpress.source.content.content_files import read_content
from planpress.source.shapes.content_shapes import SynonymsFile
from planpress.source.text.yaml_text import YamlDocument
from planpress.source.values.finding import Finding, Spot, together

SYNONYMS_FILE: Final = "content/synonyms.yml"
MOST_SHOWN: Final = 5
"""How many entries that find nothing a message names."""


def read_vocabulary(root: Path) -> tuple[Vocabulary, list[Problem]]:
    """Read the synonyms. A site without the file has none.

    Returns:
        The vocabulary, an empty one when the file has errors; and its problems.
    """
    _, file, problems = _read(root)
    if file is None:
        return Vocabulary(), problems
    synonyms = tuple(Synonym(**entry.model_dump()) for entry in file.synonyms)
    return Vocabulary(filler=file.filler, filler_en=file.filler_en, common=file.common, synonyms=synonyms), problems


def unfound(root: Path, positions: Collection[int]) -> list[Problem]:
    """That synonyms find nothing in any plan. Only the file knows their places, so it is read again.

    Args:
        root: the project's folder.
        positions: of the entries, from 0.
    """
    document, file, _ = _read(root) if positions else (None, None, [])
    if document is None or file is None:
        return []
    words = [file.synonyms[position].all_words()[0] for position in sorted(positions)]
    spots: list[Spot] = [(("synonyms", position), None) for position in sorted(positions)]
    shown = "、".join(words[:MOST_SHOWN]) + ("…" if len(words) > MOST_SHOWN else "")
    return document.problems(together("W621", spots, {"count": str(len(words)), "words": shown}))


def check_synonyms(file: SynonymsFile) -> Iterator[Finding]:
    """Entries that say nothing, and words that are said to mean something and nothing."""
    filler = {*file.filler, *file.filler_en}
    for position, entry in enumerate(file.synonyms):
        words = entry.all_words()
        if len(words) < (1 if entry.finds or entry.finds_en else 2):
            yield Finding("E621", ("synonyms", position), {"word": "".join(words)})
        for name in ("words", "words_en"):
            for index, word in enumerate(getattr(entry, name)):
                if word in filler:
                    yield Finding("E622", ("synonyms", position, name, index), {"word": word})


def _read(root: Path) -> tuple[YamlDocument | None, SynonymsFile | None, list[Problem]]:
    return read_content(root, SYNONYMS_FILE, SynonymsFile, check_synonyms)
