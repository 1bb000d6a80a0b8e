"""What a site proves of itself: a figure that a check gives, never one that somebody typed, with its denominator."""

from enum import StrEnum

from planpress.model.base import Frozen
from planpress.model.dates import RocDate


class ProofKey(StrEnum):
    """What is proven; thresholds (``extra.thresholds``), clauses and ``quality.json`` name it by this word."""

    METADATA = "metadata"
    """Pages whose metadata is complete."""
    LINKS = "links"
    """Links of the site to itself that lead somewhere."""
    EXTERNAL_LINKS = "external-links"
    """Links to other sites that led somewhere when they were last tried."""
    ACCESSIBILITY = "accessibility"
    """Pages in which no fault of accessibility was found by machine."""
    TRANSLATION = "translation"
    """Texts of plans that are translated."""
    FORMATS = "formats"
    """Plans that are there as PDF and as ODF."""
    SEARCH_HELP = "search-help"
    """Pages that explain the search, give examples of it, and say what to do when nothing is found."""
    DISCLOSURE = "disclosure"
    """Items of information to be published that are."""
    REVIEWS = "reviews"
    """Reviews of contents that were done when they were due."""


class Proof(Frozen):
    """A figure, and where anybody can see for themselves."""

    key: ProofKey
    passed: int
    """How many are as they should be."""
    total: int
    """Of how many that were looked at."""
    date: RocDate | None = None
    """The day on which they were looked at; None where every build looks at all of them."""
    path: str
    """The page that shows each of them, without language."""
    places: tuple[str, ...] = ()
    """Paths, without language, of the pages that fall short."""

    @property
    def percent(self) -> int:
        """How many of a hundred, rounded down: 100 means all. Of nothing, nothing falls short."""
        return 100 * self.passed // self.total if self.total else 100
