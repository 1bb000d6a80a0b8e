"""What the site holds: offices with their plans."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from planpress.model import Office
from planpress.model.document_files import PlanFiles
from planpress.overview.summary import PlanSummary


@dataclass(frozen=True, slots=True)
class OfficePlans:
    """An office with the summaries of its plans, newest first."""

    office: Office
    plans: tuple[PlanSummary, ...]
    files: Mapping[int, PlanFiles]
    """What each plan offers for download, by its 民國 year."""
    changed: Mapping[int, date] = field(default_factory=dict)
    """The day of the last commit that touched each plan, by its 民國 year; where that is known."""

    @property
    def newest(self) -> PlanSummary:
        """The plan of the latest year held."""
        return self.plans[0]
