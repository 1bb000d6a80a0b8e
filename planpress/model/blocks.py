"""What stands among the measures of a plan and is nobody's task: tables, figures, notes."""

from typing import TypeAlias

from planpress.model.base import Frozen


class Table(Frozen):
    """A table of data among the measures (附表)."""

    caption: str
    head: tuple[str, ...]
    """One name a column."""
    body: tuple[tuple[str, ...], ...]
    """The rows, each with a cell a column; a cell may be empty."""


class Figure(Frozen):
    """A picture among the measures (附圖, 流程圖)."""

    file: str
    """Name of the file beside the plan."""
    alt: str
    """What it shows, for those who do not see it."""
    caption: str | None = None
    width: int
    """In pixels, as the file has it."""
    height: int


class Note(Frozen):
    """A note of the plan itself (註1 …)."""

    text: str


Block: TypeAlias = Table | Figure | Note
"""What stands among the measures and is nobody's task; it follows the measure, or belongs to the heading, above it."""
