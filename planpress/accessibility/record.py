"""``content/accessibility.json``: what machines found on a day, kept in git beside what people found."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final, Literal

from pydantic import Field, ValidationError

from planpress.model.base import Frozen
from planpress.problems.problem import Place, Problem
from planpress.source import files

RECORD_FILE: Final = "content/accessibility.json"
VERSION: Final = "planpress/accessibility/1"
"""Name and version of the format."""
MOST_PLACES: Final = 20
"""Places of a code that the record names; how many there are it says for all."""


class CodeCount(Frozen):
    """What the static rules found of a check code, on every page."""

    code: str
    elements: int
    """That were looked at."""
    pages: int
    """On which there are any."""
    wrong: int
    places: tuple[str, ...] = ()
    """Where, as ``kinmen/114/:41``."""


class CriterionCount(Frozen):
    """What a browser found of a criterion, on the pages that it looked at."""

    criterion: str
    """Empty for good practice, which is no criterion."""
    rules: tuple[str, ...]
    """Of axe-core, that found something to look at; none where it was measured."""
    wrong: int
    unsure: int
    """Elements that axe-core leaves to people."""
    places: tuple[str, ...] = ()


class BrowserRecord(Frozen):
    """What a browser looked at."""

    axe: str
    """Version of axe-core."""
    browser: str
    """Its name and version."""
    pages: int
    kinds: int
    """How many kinds of pages these are of."""
    windows: tuple[str, ...]
    """Widths in pixels, with what was changed in them."""
    criteria: tuple[CriterionCount, ...]


class MachineRecord(Frozen):
    """What machines found on a finished site."""

    version: Literal["planpress/accessibility/1"] = Field(alias="schema", default=VERSION)
    day: date
    site_url: str
    program: str
    """Version of planpress."""
    pages: int
    """Of the site, all of which the static rules looked at."""
    by_language: Mapping[str, int]
    wrong_pages: tuple[str, ...] = ()
    """Paths of those in which either found a fault."""
    codes: tuple[CodeCount, ...]
    browser: BrowserRecord | None = None
    """None where there was none."""

    def as_json(self) -> str:
        """The text of the file."""
        return self.model_dump_json(by_alias=True, exclude_none=True, indent=1) + "\n"

    def of_code(self, code: str) -> CodeCount | None:
        """What the static rules found of a code."""
        return next((each for each in self.codes if each.code == code), None)

    def of_criterion(self, criterion: str) -> CriterionCount | None:
        """What a browser found of a criterion."""
        found = self.browser.criteria if self.browser else ()
        return next((each for each in found if each.criterion == criterion), None)


def outdated_record(record: MachineRecord | None, pages: int) -> list[Problem]:
    """Whether machines looked at another site than the finished one: it has more pages by now, or fewer.

    Args:
        record: what the project keeps.
        pages: how many the finished site has.
    """
    if record is None or record.pages == pages:
        return []
    return [
        Problem(
            "W660", Place(RECORD_FILE), {"day": record.day.isoformat(), "pages": str(record.pages), "now": str(pages)}
        )
    ]


def read_record(root: Path) -> tuple[MachineRecord | None, list[Problem]]:
    """The record of a project; None where nothing has been recorded, or nobody can read it any more (E660)."""
    content, problems = files.read_if_there(root, RECORD_FILE)
    if content is None:
        return None, problems
    try:
        return MachineRecord.model_validate(json.loads(content)), problems
    except (ValueError, ValidationError, RecursionError):
        return None, [Problem("E660", Place(RECORD_FILE))]
