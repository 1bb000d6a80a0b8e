"""The work on one plan alone, as it is sent to any process: its pages, its documents."""

from dataclasses import dataclass

from planpress.model.assessment import Assessment
from planpress.model.office import Office


@dataclass(frozen=True, slots=True)
class PlanTask:
    """One plan to work on.

    Attributes:
        key: the hash of everything that the result depends on.
        office: whose it is.
        roc_year: of the plan.
        assessments: what is public of all plans of the office, without rows and prose; of no use to a plan without any.
    """

    key: str
    office: Office
    roc_year: int
    assessments: tuple[Assessment, ...] = ()
