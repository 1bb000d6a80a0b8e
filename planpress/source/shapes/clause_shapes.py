"""What clauses.yml holds, key by key: what a plan asks of the office's web site, and how it is met."""

from typing import Annotated

from pydantic import Field

from planpress.model.base import Frozen
from planpress.model.clauses import ClauseSubject, Met
from planpress.model.proof import ProofKey
from planpress.source.values.scalars import IdOfOther, Line, RocDayText, Text


class ClauseEvidenceEntry(Frozen):
    """What shows it: exactly one of page, proof and url."""

    page: Line | None = None
    """Path of a page or file of this site, without language: search/help/, kinmen/114/results-1/."""
    proof: ProofKey | None = None
    """A figure that a check gives: metadata, links, accessibility, formats …"""
    url: Line | None = None
    """Address on another site: https://…; with the day in seen."""
    seen: RocDayText | None = None
    """The day on which somebody opened the address: 114-11-25."""


class ClauseEntry(Frozen):
    """One clause of the plan."""

    of: IdOfOther
    """Id of the section, heading, measure or item that says it: m-1-2-2-3."""
    subject: ClauseSubject
    """網站, 檢索, 登載, 公開 or 考核."""
    words: Text
    """What it asks, in the plan's own words; they must stand there."""
    met: Met = Met.UNKNOWN
    """本站, 部分, 總公司, 不適用 or 未查明, which it is without this."""
    evidence: tuple[ClauseEvidenceEntry, ...] = ()
    """What shows it."""
    note: Text | None = None
    """Why it does not apply, what is lacking where it is met in part, or what else is to be known."""
    date: RocDayText | None = None
    """The day on which the office looked: 114-12-01."""


class ClausesFile(Frozen):
    """clauses.yml: what a plan asks of the office's own web site, beside plan.yml."""

    clauses: Annotated[tuple[ClauseEntry, ...], Field(min_length=1)]
    """The clauses, in the order of the page."""
