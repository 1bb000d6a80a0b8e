"""What a plan says of each of its rows that an assessment may speak of."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from planpress.model.numbering import Number
from planpress.model.plan import Group, Measure, Plan


class RowsOf(StrEnum):
    """What the rows of an assessment speak of."""

    GROUPS = "groups"
    """評核項目: the groups that measures stand under."""
    MEASURES = "measures"


class PlanRow(NamedTuple):
    """A group or a measure, in the plan's own words.

    Attributes:
        id: its address.
        number: as printed.
        words: its name, behind those of the groups that it stands in; or what is done.
        who: its departments, joined with 、.
        when: its period.
    """

    id: str
    number: str
    words: str
    who: str = ""
    when: str = ""

    @property
    def line(self) -> str:
        """Number and words."""
        return f"{self.number}{self.words}"


def plan_rows(plan: Plan) -> Iterator[PlanRow]:
    """Every group, measure and item of a plan, in its order."""
    for above, row in plan.rows():
        if isinstance(row, Group):
            outer = [f"{_printed(each.number)}{each.name}／" for each in above if isinstance(each, Group)]
            yield PlanRow(row.id, _printed(row.number), "".join([*outer, row.name]))
        elif isinstance(row, Measure):
            yield from map(_of_measure, row.everyone)


def _of_measure(measure: Measure) -> PlanRow:
    when = measure.period.text if measure.period else ""
    return PlanRow(measure.id, _printed(measure.number), measure.text, "、".join(measure.named), when)


def assessed_rows(plan: Plan, rows_of: RowsOf) -> list[str]:
    """The ids of what a new assessment speaks of; measures where the plan has no groups.

    Args:
        plan: the plan.
        rows_of: what its rows are to be.
    """
    groups = [
        row.id
        for _, row in plan.rows()
        if isinstance(row, Group) and any(isinstance(child, Measure) for child in row.children)
    ]
    return groups if groups and rows_of is RowsOf.GROUPS else [measure.id for measure in plan.measures()]


def _printed(number: Number | None) -> str:
    return number.printed if number else ""
