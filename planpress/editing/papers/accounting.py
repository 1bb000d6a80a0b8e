"""Where every word of a file has gone: into the plan, or into the list of what is not in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from planpress.editing.papers.drafting import DraftPlan
from planpress.editing.papers.paper import Paper, lines_of
from planpress.source.text.yaml_text import Plain

_SIGNS: Final = re.compile(r"[\W_]")


@dataclass(frozen=True, slots=True)
class Account:
    """Characters of a file, without blanks and punctuation.

    Attributes:
        total: of its text and of what it holds beside.
        left_out: of these, not in the plan and listed.
        lost: texts that are in neither. There should be none.
    """

    total: int
    left_out: int
    lost: tuple[str, ...]

    @property
    def kept(self) -> int:
        """In the plan."""
        return self.total - self.left_out - sum(map(len, map(bones, self.lost)))


def bones(text: str) -> str:
    """The letters and figures of a text, which nothing that an import does may change."""
    return _SIGNS.sub("", text)


def account_of(paper: Paper, draft: DraftPlan) -> Account:
    """Look for every line of a file.

    Args:
        paper: the file.
        draft: the plan that was made of it.
    """
    plan = bones("".join(_plan_texts(draft)))
    beside = [bones(each.text) for each in draft.left_out]
    listed = "\0".join(beside)
    lines = [bones(text) for text in _paper_texts(paper)]
    lost = tuple(text for text in _paper_texts(paper) if bones(text) not in plan and bones(text) not in listed)
    total = sum(map(len, lines)) + sum(len(bones(each.text)) for each in paper.left_out)
    return Account(total, sum(map(len, beside)), lost)


def _paper_texts(paper: Paper) -> Iterator[str]:
    for line in lines_of(paper.blocks):
        if line.text:
            yield line.text
        yield from line.notes


def _plan_texts(draft: DraftPlan) -> Iterator[str]:
    yield draft.title
    yield from draft.turned
    for table in draft.tables:
        yield from table.names
    yield from draft.transcription_notes
    for section in draft.sections:
        yield section.heading
        yield from section.lines
        for row in section.rows:
            yield row.text
            yield from (text for value in row.values.values() for text in _texts(value))
            yield from row.doubts


def _texts(value: Plain) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    else:
        yield str(value)
