"""What the site holds: offices with their plans."""

from collections.abc import Mapping
from dataclasses import dataclass

from planpress.downloads import PlanFiles
from planpress.model import Office
from planpress.summary import PlanSummary


@dataclass(frozen=True, slots=True)
class OfficePlans:
    """An office with the summaries of its plans, newest first."""

    office: Office
    plans: tuple[PlanSummary, ...]
    files: Mapping[int, PlanFiles]
    """What each plan offers for download, by its 民國 year."""

    @property
    def newest(self) -> PlanSummary:
        """The plan of the latest year held."""
        return self.plans[0]
