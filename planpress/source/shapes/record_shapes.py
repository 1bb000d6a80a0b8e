"""What changes.yml holds, key by key: the record of changes (異動紀錄) where git does not tell it."""

from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from planpress.model.base import Frozen
from planpress.source.values.scalars import RocDateText


def _count(value: object) -> object:
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else value


Count = Annotated[
    int,
    Field(ge=1, le=9_999),
    BeforeValidator(_count),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 9_999}),
]
"""How many."""


class ChangeEntry(Frozen):
    """What was altered in plan.yml on a day; at least one count."""

    date: RocDateText
    """When: 115-03-02."""
    reworded: Count | None = None
    """How many measures and items were worded anew."""
    new: Count | None = None
    """How many were added."""
    gone: Count | None = None
    """How many were taken out."""
    departments: Count | None = None
    """How many went to another department."""
    period: Count | None = None
    """How many got another period."""
    target: Count | None = None
    """How many got another target."""
    columns: Count | None = None
    """Of how many a further column says something else."""
    heading: Count | None = None
    """How many went under another heading."""
    others: Count | None = None
    """How many headings, paragraphs, tables, figures and notes were altered."""
    title: Count | None = None
    """1 where the plan got another title."""
    decisions: Count | None = None
    """1 where the day on which it was drawn up, or who approved it, was mended."""
    corrections: Count | None = None
    """How many corrections (勘誤) were added."""


class ChangesFile(Frozen):
    """changes.yml: what was altered in a plan, beside plan.yml; only for a plan whose git history is not there."""

    changes: Annotated[tuple[ChangeEntry, ...], Field(min_length=1)]
    """A line a day."""
