"""The parts of a year by which measures are looked for: kinds of periods, then months."""

from typing import Final

from planpress.calendar import ALL_YEAR, PeriodKind
from planpress.edition import Edition

MONTHS: Final = tuple(f"month-{month:02}" for month in range(1, 13))
PARTS: Final = (
    *(str(kind) for kind in (PeriodKind.AS_NEEDED, PeriodKind.CONTINUOUS, PeriodKind.RECURRING)),
    ALL_YEAR,
    *MONTHS,
    str(PeriodKind.OTHER),
)
"""Every part that :func:`planpress.calendar.parts_of_year` names, in the order of the pages."""


def part_name(part: str, edition: Edition) -> str:
    """What a part of the year is called."""
    _ = edition.gettext
    if part in MONTHS:
        return edition.month(int(part.removeprefix("month-")))
    return {
        "as-needed": _("隨時辦理"),
        "continuous": _("持續辦理"),
        "recurring": _("定期辦理"),
        "all-year": _("全年各月"),
        "other": _("其他期間"),
    }[part]
