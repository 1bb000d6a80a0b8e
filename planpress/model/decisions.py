"""What is decided of a plan: approvals (核定、審定、備查), revisions (修正), supplements; and 勘誤 of its data."""

from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum

from planpress.model.base import Frozen
from planpress.model.dates import RocDate


class ApprovalKind(StrEnum):
    """What a superior does with a plan, by the word that plans use."""

    APPROVED = "核定"
    """Approved: the plan is in force by it."""
    EXAMINED = "審定"
    """Examined and found right."""
    ON_RECORD = "備查"
    """Taken on record."""


class Approval(Frozen):
    """One decision on a plan. Only what a source gives; nothing is ever made up."""

    kind: ApprovalKind
    by: str | None = None
    """Who decided: 經濟部, 單位主管."""
    date: RocDate | None = None
    letter: str | None = None
    """Number of the official letter (文號)."""


class Revision(Frozen):
    """The last revision of a plan in its year; what it replaced is kept beside the plan."""

    number: int
    """Counted from 1: 第1次修正."""
    date: RocDate
    note: str | None = None
    """What was changed, and why."""
    approvals: tuple[Approval, ...] = ()


def revised(replaced: Collection[int], last: Revision | None) -> Iterator[tuple[int, int | None]]:
    """The revisions of which both texts are known, before and after.

    Args:
        replaced: the revisions whose replaced text is there.
        last: the last revision of the plan.

    Yields:
        The revision that replaced the text before, and the one that replaced the text after; None for the plan in
        force.
    """
    for number in replaced:
        if number + 1 in replaced:
            yield number, number + 1
        elif last and number == last.number:
            yield number, None


def last_approval(approvals: Iterable[Approval], revision: Revision | None) -> RocDate | None:
    """The day of the last approval of a plan or of its revision, as far as one is known."""
    every = (*approvals, *(revision.approvals if revision else ()))
    dates = [each.date for each in every if each.date]
    return max(dates, key=lambda date: (date.first_day, date.day is not None), default=None)


class Correction(Frozen):
    """What was mended in the data of a plan (勘誤): the site had said it wrongly, the plan itself never changed."""

    date: RocDate
    """When the site began to say it rightly."""
    at: str | None = None
    """Id of the section, group, measure or item; None where it was the title."""
    wrong: str
    """What the site said."""
    right: str
    """What the plan says."""
    note: str | None = None
    """How it came, or what follows from it."""


class Supplement(Frozen):
    """A rule that was added to a plan (另行補充規定): a file beside the plan, or a text."""

    title: str
    file: str | None = None
    paragraphs: tuple[str, ...] = ()
    """Of a text."""
    date: RocDate | None = None
    note: str | None = None
