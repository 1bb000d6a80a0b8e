"""What people said in surveys of an office (滿意度調查), over the years. Of a few people nothing is kept."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from planpress.model.base import Frozen
from planpress.model.dates import RocDate

DIMENSIONS: Final = ("洽公環境", "服務禮儀", "服務專業性", "服務措施")
"""What the plans want surveys to ask about (金門 107, 滿意度調查)."""

FEWEST: Final = 5
"""No cell of a table counts fewer people than that, so that nobody can be recognised."""


class Question(Frozen):
    """A question of a survey, or a whole dimension where only that is known."""

    dimension: str | None = None
    """What it is about: 洽公環境."""
    question: str | None = None
    answers: int | None = None
    """How many answered it."""
    counts: tuple[int | None, ...] = ()
    """How many chose each step of the scale; None where they were too few to be shown."""
    shares: tuple[Decimal | None, ...] = ()
    """The same of a hundred, where the source gives them."""
    unanswered: int | None = None
    percentage: Decimal | None = None
    """How many are satisfied, of a hundred who answered."""
    before: Decimal | None = None
    """The same in the survey before."""


class Improvement(Frozen):
    """What was done about a survey, a quarter at a time."""

    roc_year: int
    quarter: int
    text: str
    departments: tuple[str, ...] = ()


class Survey(Frozen):
    """One survey: when, of whom, how, and what came out. A summary alone is one too."""

    name: str
    roc_year: int
    half: int | None = None
    first: RocDate | None = None
    """The day on which it began."""
    last: RocDate | None = None
    asked: str | None = None
    """Who was asked (調查對象)."""
    method: str | None = None
    questionnaire: str | None = None
    sampling: str | None = None
    sent: int | None = None
    """How many were asked, or called."""
    valid: int | None = None
    """How many valid answers came (有效樣本)."""
    confidence: Decimal | None = None
    """Level of confidence, in per cent."""
    margin: Decimal | None = None
    """Sampling error, ± points of a hundred."""
    conducted_by: str | None = None
    """The unit or company that carried it out."""
    steps: tuple[str, ...] = ()
    """The scale, from the best step to the worst."""
    computed: str | None = None
    """How the percentage is computed, in the source's words."""
    percentage: Decimal | None = None
    """How many are satisfied on the whole, of a hundred."""
    before: Decimal | None = None
    """The same in the survey before."""
    target: Decimal | None = None
    """What the office set out to reach."""
    summary: tuple[str, ...] = ()
    report: str | None = None
    """Name of the file of its report, beside satisfaction.yml."""
    questions: tuple[Question, ...] = ()
    improvements: tuple[Improvement, ...] = ()


def enough_people(counts: Sequence[int], fewest: int = FEWEST) -> tuple[int | None, ...]:
    """Counts without those of too few people.

    What is left out cannot be worked out from the sum of all either: where it would be one cell alone, or fewer people
    altogether, the next smallest goes too.

    >>> enough_people([100, 70, 30, 2, 0])
    (100, 70, None, None, None)
    >>> enough_people([60, 40])
    (60, 40)
    """
    ascending = sorted(range(len(counts)), key=lambda position: counts[position])
    hidden: list[int] = []
    for position in ascending:
        few = counts[position] < fewest
        if not few and (not hidden or (len(hidden) > 1 and sum(counts[each] for each in hidden) >= fewest)):
            break
        hidden.append(position)
    return tuple(None if position in hidden else count for position, count in enumerate(counts))
