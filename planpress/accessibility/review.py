"""``content/accessibility.yml``: what people found of the check codes that are theirs."""

import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from planpress.accessibility.codes import check_codes
from planpress.model.conformance import ReviewedCode
from planpress.problems.problem import Problem
from planpress.source.content.content_files import read_content
from planpress.source.shapes.content_shapes import AccessibilityFile
from planpress.source.values.finding import Finding
from planpress.source.values.nearest import nearest

REVIEW_FILE: Final = "content/accessibility.yml"

_UNIT: Final = re.compile(
    r".+(?:課|組|處|室|科|股|所|站|隊|部|局|署|院|會|司|廠|段|班|中心|公司|單位|小組|團隊|廠商|Section|Office|Division|Team|Unit"
    r"|Department|Centre|Center|Company|Ltd\.?)",
    re.IGNORECASE,
)
"""What the names of units end with; those of persons do not."""


def read_review(root: Path, today: date) -> tuple[tuple[ReviewedCode, ...], list[Problem]]:
    """Read what people found. A site without the file has nothing.

    Args:
        root: the project's folder.
        today: nobody has tested anything after it.

    Returns:
        One entry for each code that was tested, none at all when the file has errors; and its problems.
    """
    _, file, problems = read_content(root, REVIEW_FILE, AccessibilityFile, partial(check_review, today=today))
    return tuple(ReviewedCode(**entry.model_dump()) for entry in file.reviewed) if file else (), problems


def check_review(file: AccessibilityFile, today: date) -> Iterator[Finding]:
    """Codes that are none, that machines test or that stand there twice; persons; days to come."""
    codes = check_codes()
    seen: set[str] = set()
    for position, entry in enumerate(file.reviewed):
        at = ("reviewed", position)
        known = codes.get(entry.code)
        if known is None:
            yield Finding("E661", (*at, "code"), {"code": entry.code, **nearest(entry.code, codes)})
        elif known.is_for_machines:
            yield Finding("E662", (*at, "code"), {"code": entry.code})
        elif entry.code in seen:
            yield Finding("E663", (*at, "code"), {"code": entry.code})
        seen.add(entry.code)
        if not _UNIT.fullmatch(entry.unit):
            yield Finding("E664", (*at, "unit"), {"value": entry.unit})
        if (day := entry.date.first_day) > today:
            yield Finding("E665", (*at, "date"), {"value": entry.date.text, "day": day.isoformat()})
