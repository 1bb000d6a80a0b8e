"""The work on one plan alone, as it is sent to any process: its pages, its documents."""

from dataclasses import dataclass

from planpress.model.office import Office


@dataclass(frozen=True, slots=True)
class PlanTask:
    """One plan to work on; ``key`` is the hash of everything that the result depends on."""

    key: str
    office: Office
    roc_year: int
