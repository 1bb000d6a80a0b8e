"""What follows from what machines and people found: of each check code whether it is met, and how many are."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from planpress.accessibility.codes import CheckCode, Standard, check_codes, has_criterion, totals
from planpress.accessibility.record import RECORD_FILE, CodeCount, CriterionCount, MachineRecord, read_record
from planpress.accessibility.review import read_review
from planpress.model.base import Frozen
from planpress.model.conformance import Conformance, ReviewedCode
from planpress.problems.problem import Place, Problem

AIM: Final = ("A", "AA")
"""The levels that a site of an office has to meet."""


class AccessibilityReport(Frozen):
    """What machines and people found of a site."""

    machine: MachineRecord | None = None
    """On a day; None where machines were never asked, or the outcome was not kept."""
    reviewed: tuple[ReviewedCode, ...] = ()
    """By people."""

    @property
    def day(self) -> date | None:
        """The last day on which anybody looked."""
        days = [each.date.first_day for each in self.reviewed]
        return max([*days, self.machine.day] if self.machine else days, default=None)

    def codes(self) -> "tuple[ReportedCode, ...]":
        """Every code of the table, in its order."""
        by_code = {each.code: each for each in self.reviewed}
        return tuple(_reported(code, self.machine, by_code.get(code.id)) for code in check_codes().values())


def read_report(root: Path, today: date) -> tuple[AccessibilityReport, list[Problem]]:
    """What lies in a project about the accessibility of its site.

    Args:
        root: the project's folder.
        today: nobody has tested anything after it.
    """
    machine, problems = read_record(root)
    if machine and machine.day > today:
        machine, problems = None, [Problem("E660", Place(RECORD_FILE))]
    reviewed, wrong = read_review(root, today)
    return AccessibilityReport(machine=machine, reviewed=reviewed), [*problems, *wrong]


@dataclass(frozen=True, slots=True)
class ReportedCode:
    """A check code with all that is known of it.

    Attributes:
        code: what it asks.
        machine: what machines found; None where they do not test it and have nothing to say.
        counted: what the static rules looked at.
        measured: what a browser found of its criterion.
        human: what people found; None for a code of machines, and where nobody has tested it.
        result: what follows: whoever found a fault is right, and what nobody tested is not tested.
    """

    code: CheckCode
    machine: Conformance | None
    counted: CodeCount | None
    measured: CriterionCount | None
    human: ReviewedCode | None
    result: Conformance


def _reported(code: CheckCode, record: MachineRecord | None, human: ReviewedCode | None) -> ReportedCode:
    counted = record.of_code(code.id) if record else None
    measured = record.of_criterion(code.success_criterion) if record and code.criterion else None
    machine = _by_machine(code, counted, measured)
    if code.is_for_machines:
        result = machine or Conformance.UNTESTED
    elif machine is Conformance.FAILED:
        result = Conformance.FAILED
    else:
        result = human.result if human else Conformance.UNTESTED
    return ReportedCode(code, machine, counted, measured, human, result)


def _by_machine(code: CheckCode, counted: CodeCount | None, measured: CriterionCount | None) -> Conformance | None:
    """What machines found. Where they found nothing against a code of people, they have not proven it either."""
    found = (counted.wrong if counted else 0) + (measured.wrong if measured else 0)
    if found:
        return Conformance.FAILED
    if not code.is_for_machines:
        return None
    if measured is not None:
        return Conformance.PASSED
    if counted is None:
        return Conformance.UNTESTED
    if not counted.elements:
        return Conformance.NOT_APPLICABLE
    return Conformance.PASSED if code.problems else Conformance.UNTESTED


@dataclass(frozen=True, slots=True)
class Score:
    """How many codes to level AA became what.

    Attributes:
        by_result: how many of the table, by result.
        total: how many the newer edition has.
    """

    by_result: Mapping[Conformance, int]
    total: int

    @property
    def unlisted(self) -> int:
        """How many the edition has that the table does not list: nobody here has tested these."""
        return max(self.total - sum(self.by_result.values()), 0)

    @property
    def untested(self) -> int:
        """How many nobody has tested, listed or not."""
        return self.unlisted + self.by_result.get(Conformance.UNTESTED, 0)


def score(codes: Sequence[ReportedCode], *, machine: bool) -> Score:
    """The codes of machines, or of people, of the newer edition up to level AA."""
    wanted = [
        each
        for each in codes
        if each.code.is_for_machines is machine and each.code.level in AIM and Standard.NEWER in each.code.standards
    ]
    known = totals().machine if machine else totals().human
    return Score(Counter(each.result for each in wanted), known[AIM[-1]])


def standing(code: CheckCode, standard: Standard) -> bool | None:
    """Whether an edition has a code: None where no source at hand says so, though its criterion is there.

    The index of the newer edition is complete; of the older one only what its checker tests is known.
    """
    if standard in code.standards:
        return True
    if standard is Standard.NEWER or not has_criterion(standard, code.success_criterion):
        return False
    return None
