"""What a heading says for the measures below it, as a merged cell of the table does: who and when."""

from typing import NamedTuple

from planpress.source.shapes.plan_shapes import Row

KEYS = ("who", "when")
"""The keys that hold for what is below."""


class Shared(NamedTuple):
    """What holds for a row that says nothing of its own.

    Attributes:
        who: the departments of the nearest heading that has some.
        when: the period of the nearest heading that has one, or the plan's.
    """

    who: str | None = None
    when: str | None = None

    def of(self, row: Row) -> "Shared":
        """What holds for a row, and for what is below it: its own comes first."""
        return Shared(row.who or self.who, row.when or self.when)
