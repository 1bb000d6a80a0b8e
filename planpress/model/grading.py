"""The grades (等第) that an organisation gives, each with the score from which it is given."""

from collections.abc import Iterable
from decimal import Decimal

from planpress.model.base import Frozen


class Grade(Frozen):
    """A grade: 優等 from 900 points on."""

    grade: str
    """What it is called: 優等, 甲等."""
    least: Decimal = Decimal(0)
    """The lowest score that it is given for."""


class Grading(Frozen):
    """A scheme of grades, from the highest to the lowest (105 plan of the water company: 優等 900 … 丁等)."""

    id: str
    """What assessments call it by."""
    maximum: Decimal
    """The highest score that can be reached."""
    grades: tuple[Grade, ...]

    def of(self, score: Decimal) -> str | None:
        """The grade of a score; None below the lowest.

        >>> Grading(id="yearly", maximum=Decimal(100), grades=(Grade(grade="優等", least=Decimal(90)),)).of(Decimal(89))
        """
        return next((each.grade for each in self.grades if score >= each.least), None)


def grading_for(gradings: Iterable[Grading], named: str | None, maximum: Decimal | None) -> Grading | None:
    """The scheme that an assessment names; where it names none, the only one of its highest score."""
    fitting = [each for each in gradings if (each.id == named if named else each.maximum == maximum)]
    return fitting[0] if len(fitting) == 1 else None
