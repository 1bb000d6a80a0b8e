"""What a plan asks of the office's own web site (條款): search, publication, openness, assessment; and how it is met.

The clauses bind the office's site. Whoever only transcribes the plan shows the clause and what the transcription itself
can prove, and nothing in the office's name.
"""

from enum import StrEnum
from typing import Final

from pydantic import TypeAdapter

from planpress.model.base import Frozen
from planpress.model.dates import RocDate
from planpress.model.proof import ProofKey


class ClauseSubject(StrEnum):
    """What a clause is about."""

    WEBSITE = "網站"
    """The site itself: layout, contents, links, accessibility."""
    SEARCH = "檢索"
    """Search, and the classes of 政府資訊分類檢索."""
    PUBLICATION = "登載"
    """That plans and results are published."""
    OPENNESS = "公開"
    """Disclosure, open data, documents in open formats, participation."""
    ASSESSMENT = "考核"
    """Assessments and surveys."""


class Met(StrEnum):
    """How a clause is met."""

    HERE = "本站"
    """By this site."""
    PARTLY = "部分"
    """By this site, but not all of it yet; the note says what is lacking."""
    HEAD_OFFICE = "總公司"
    """By the company's site, for all its offices."""
    NOT_APPLICABLE = "不適用"
    """It asks nothing of this office; the note says why."""
    UNKNOWN = "未查明"
    """Nobody has found out yet."""


class ClauseEvidence(Frozen):
    """What shows that a clause is met: a page of this site, a proof that a check gives, or a page elsewhere."""

    page: str | None = None
    """Path of a page or file of this site, without language: ``search/help/``."""
    proof: ProofKey | None = None
    """A figure that a check gives."""
    url: str | None = None
    """Address on another site."""
    seen: RocDate | None = None
    """The day on which somebody opened that address and found it."""

    @property
    def is_own(self) -> bool:
        """Whether this site itself proves it."""
        return self.url is None


class Clause(Frozen):
    """One clause, and how it is met."""

    of: str
    """Id of the section, heading, measure or item that says it."""
    subject: ClauseSubject
    words: str
    """What it asks, in the plan's words."""
    met: Met = Met.UNKNOWN
    evidence: tuple[ClauseEvidence, ...] = ()
    note: str | None = None
    """Why it does not apply, or what else is to be known."""
    date: RocDate | None = None
    """The day on which the office looked."""


CLAUSES_AS_JSON: Final = TypeAdapter(tuple[Clause, ...])
"""Reads and writes the clauses of a plan."""
