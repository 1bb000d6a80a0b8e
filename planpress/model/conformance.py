"""Whether a check code of 網站無障礙規範 is met, as the standard's own self-assessment words it."""

from enum import StrEnum

from planpress.model.base import Frozen
from planpress.model.dates import RocDate


class Conformance(StrEnum):
    """What became of a check code."""

    PASSED = "合格"
    FAILED = "不合格"
    NOT_APPLICABLE = "不適用"
    """The site has nothing that it speaks of."""
    UNTESTED = "未檢測"


class ReviewedCode(Frozen):
    """What a person found of a check code."""

    code: str
    """GN1240100E."""
    result: Conformance
    date: RocDate
    """The day on which it was tested."""
    unit: str
    """Who tested it: a unit, never a person."""
    remark: str | None = None
    """What was found, and where."""
