"""When the public sees a plan: how far it has come, the day from which it is shown, and that it was withdrawn."""

from datetime import date
from enum import StrEnum

from planpress.model.base import Frozen
from planpress.model.dates import RocDate


class PlanStatus(StrEnum):
    """How far a plan has come, as its editors say."""

    DRAFT = "draft"
    """It is being written."""
    APPROVED = "approved"
    """It has the approvals that its organisation asks for, and is not shown yet."""
    PUBLISHED = "published"
    """It may be shown."""


class Withdrawal(Frozen):
    """That a plan is no longer shown (撤下)."""

    date: RocDate
    """The day from which it is not."""
    reason: str
    """Why, as the office gives it."""


class PlanState(StrEnum):
    """What the public sees of a plan on a day."""

    DRAFT = "draft"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    """Nothing yet: its day has not come."""
    PUBLIC = "public"
    WITHDRAWN = "withdrawn"
    """That it was withdrawn, and nothing else."""


class Publication(Frozen):
    """What a plan says of when the public sees it."""

    status: PlanStatus = PlanStatus.PUBLISHED
    publish_on: RocDate | None = None
    """The first day on which it is shown."""
    withdrawn: Withdrawal | None = None

    def since(self, day: date) -> date:
        """A day as readers see it: nothing of a plan is older to them than the day on which it was first shown."""
        return max(day, self.publish_on.first_day) if self.publish_on else day

    def state(self, today: date) -> PlanState:
        """What the public sees of the plan on a day."""
        if self.status is not PlanStatus.PUBLISHED:
            return PlanState(self.status)
        if self.publish_on and self.publish_on.first_day > today:
            return PlanState.SCHEDULED
        if self.withdrawn and self.withdrawn.date.first_day <= today:
            return PlanState.WITHDRAWN
        return PlanState.PUBLIC


class WithdrawnPlan(Frozen):
    """A plan of which the site shows only that it was withdrawn."""

    office: str
    """Id of the office."""
    roc_year: int
    """The year of its address."""
    withdrawal: Withdrawal
