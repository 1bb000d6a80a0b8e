"""The check codes (檢測碼) of 網站無障礙規範: what each asks, in which edition, and who tests it how.

``codes.yml`` says where the codes come from, and how far its sources go.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

import yaml
from pydantic import Field

from planpress.model.base import Frozen

FORM: Final = re.compile(r"(?:AR|CS|FA|GN|HM|ME|SC)([123])(\d)(\d)(\d\d)(\d\d)([CE])")
"""Technology, level, criterion, serial number, and whether a machine (C) or a person (E) tests it."""
LEVELS: Final = ("A", "AA", "AAA")
ADDED: Final = frozenset({"2.4.11", "2.4.12", "2.4.13", "2.5.7", "2.5.8", "3.2.6", "3.3.7", "3.3.8", "3.3.9"})
"""Criteria that 115.11 has and 110.07 has not, as WCAG 2.2 added them."""
REMOVED: Final = frozenset({"4.1.1"})
"""Criteria that 110.07 has and 115.11 has not, as WCAG 2.2 removed them."""


class Standard(StrEnum):
    """An edition of 網站無障礙規範, the older one first."""

    OLDER = "110.07"
    """After WCAG 2.1; badges are given by it until 29 November 2026."""
    NEWER = "115.11"
    """After WCAG 2.2; badges are given by it from 30 November 2026."""


class CheckCode(Frozen):
    """A code."""

    id: str
    standards: tuple[Standard, ...]
    """Editions in which a source names it."""
    text: str
    """What it asks, in the words of the standard."""
    en: str
    """The same in English, in our words."""
    how: str = ""
    """How a person tests it."""
    how_en: str = ""
    """The same in English."""
    elements: tuple[str, ...] = ()
    """What a machine looks at, as :mod:`planpress.accessibility.selecting` reads it."""
    problems: tuple[str, ...] = ()
    """Codes of :mod:`planpress.problems` by which a machine tells that it is not met."""
    criterion: bool = Field(default=False)
    """A browser looks at its criterion: that decides for a machine's code, and helps with a person's."""

    @property
    def level(self) -> str:
        """A, AA or AAA."""
        return LEVELS[int(_parts(self.id)[0]) - 1]

    @property
    def success_criterion(self) -> str:
        """Number of the criterion that it belongs to.

        >>> check_codes()["CS2141002E"].success_criterion
        '1.4.10'
        """
        _, principle, guideline, number, *_ = _parts(self.id)
        return f"{principle}.{guideline}.{int(number)}"

    @property
    def is_for_machines(self) -> bool:
        """Whether a machine tests it."""
        return self.id.endswith("C")

    @property
    def is_tested(self) -> bool:
        """Whether this program, or a person with its sheet, can tell whether it is met."""
        return bool(self.problems) or self.criterion or not self.is_for_machines


class Totals(Frozen):
    """How many codes 115.11 has, to each level with those below it."""

    machine: Mapping[str, int]
    human: Mapping[str, int]


def has_criterion(standard: Standard, criterion: str) -> bool:
    """Whether an edition has a criterion.

    >>> has_criterion(Standard.OLDER, "2.5.8"), has_criterion(Standard.NEWER, "4.1.1")
    (False, False)
    """
    return criterion not in (ADDED if standard is Standard.OLDER else REMOVED)


def check_codes() -> Mapping[str, CheckCode]:
    """Every code that this program knows, in the order of its report: those of machines first, by criterion."""
    return _table()[0]


def totals() -> Totals:
    """How many codes the newer edition has."""
    return _table()[1]


def criterion_order(criterion: str) -> tuple[int, ...]:
    """By which criteria are sorted: 1.4.10 stands behind 1.4.4."""
    return tuple(map(int, criterion.split(".")))


@cache
def _table() -> tuple[Mapping[str, CheckCode], Totals]:
    data = yaml.load(Path(__file__).with_name("codes.yml").read_text("utf-8"), yaml.CSafeLoader)
    codes = [CheckCode.model_validate({"id": name, **entry}) for name, entry in data["codes"].items()]
    codes.sort(key=lambda code: (not code.is_for_machines, criterion_order(code.success_criterion), code.id))
    return {code.id: code for code in codes}, Totals.model_validate(data["totals"])


def _parts(code: str) -> tuple[str, ...]:
    match = FORM.fullmatch(code)
    assert match is not None, code
    return match.groups()
