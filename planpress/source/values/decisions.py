"""What stands below ``approvals``, ``revision``, ``withdrawn``, ``supplements`` and ``corrections``, key by key."""

from typing import Annotated

from pydantic import StringConstraints

from planpress.model.base import Frozen
from planpress.model.decisions import ApprovalKind
from planpress.model.publication import Withdrawal
from planpress.source.values.scalars import FILE_PATTERN, Id, RevisionNumber, RocDateText, RocDayText, Text


class ApprovalEntry(Frozen):
    """One decision on the plan; only what a source gives."""

    kind: ApprovalKind
    """核定, 審定 or 備查."""
    by: Text | None = None
    """Who decided: 經濟部."""
    date: RocDateText | None = None
    """When: 114-02-01."""
    letter: Text | None = None
    """Number of the letter (文號): 經授營字第11400000000號."""


class RevisionEntry(Frozen):
    """The last revision (修正) of the plan; the text that it replaced lies in revisions/<number>.yml."""

    number: RevisionNumber
    """Which revision it is, counted from 1."""
    date: RocDateText
    """When the plan was revised: 114-06-30."""
    note: Text | None = None
    """What was changed, and why; shown on the page."""
    approvals: tuple[ApprovalEntry, ...] = ()
    """Who approved the revision."""


class WithdrawalEntry(Withdrawal):
    """That the plan is no longer on the site (撤下): its address says so, and everything else of it is gone."""

    date: RocDayText
    """The first day on which it is not: 114-06-30."""
    reason: Text
    """Why, as the office gives it; shown at the plan's address."""


class SupplementEntry(Frozen):
    """A rule that was added to the plan (另行補充規定): a file beside plan.yml, or a text."""

    title: Text
    """What it is called."""
    file: Annotated[str, StringConstraints(pattern=FILE_PATTERN)] | None = None
    """Name of a file beside plan.yml."""
    text: Text | None = None
    """Its text, a paragraph a line, where it is no file."""
    date: RocDateText | None = None
    """Its own date."""
    note: Text | None = None
    """What a reader should know of it."""


class CorrectionEntry(Frozen):
    """A correction (勘誤) of what the site said: the plan itself did not change; what changes it is a revision."""

    date: RocDateText
    """When it was mended: 114-03-02."""
    at: Id | None = None
    """Id of the row or section: m-2-1-3; leave it out where it was the title."""
    wrong: Text
    """The words that stood here wrongly: 4小時內."""
    right: Text
    """The words of the plan, which stand here now: 3小時內."""
    note: Text | None = None
    """How it came, or what follows from it; shown on the page."""
