"""Who reports what to whom by when (填報, 報送, 登載), as a plan says it."""

from enum import StrEnum

from planpress.model.base import Frozen
from planpress.model.dates import RocDate


class DeadlineKind(StrEnum):
    """What is due, by the word that plans use."""

    FILED = "填報"
    """A form is filled in and handed in."""
    REPORTED = "報送"
    """Results or data are sent to a superior, to be examined or taken on record."""
    PUBLISHED = "登載"
    """Results are published where anyone can read them."""


class Deadline(Frozen):
    """Something that is due. Only what a source gives: a day that nobody can compute is none."""

    kind: DeadlineKind
    to: str
    """To whom, or where: 業務處, 本處對外網頁."""
    day: RocDate | None = None
    """By which day; None where the source gives none."""
    half: int | None = None
    """Of which half of the plan's year: 1 or 2."""
    cut_off: RocDate | None = None
    """The last day that the results are about (實績資料截止日)."""
    within: str | None = None
    """How long after something that comes without a day of its own: 1個月."""
    done: RocDate | None = None
    """The day on which it was done, as the office says: of a publication 登載日. It stands beside the day that the plan
    gives, and nobody is said to be late."""
    words: str | None = None
    """The plan's own words. Who reads the plan reads them, so what they say is public."""
    place: str | None = None
    """Id of the section, or of the row, in which they stand."""
    source: str | None = None
    """What says it, where that is not the plan: a letter, which is not for the public."""

    @property
    def is_public(self) -> bool:
        """Whether it is the plan itself that says so."""
        return self.words is not None

    @property
    def public(self) -> "Deadline | None":
        """What of it is public; when something was handed in or sent is a matter between the units."""
        if not self.is_public:
            return None
        return self if self.kind is DeadlineKind.PUBLISHED else self.model_copy(update={"done": None})
