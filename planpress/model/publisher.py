"""Who publishes a site, which decides in whose name its pages speak."""

from enum import StrEnum

from pydantic import Field

from planpress.model.base import Frozen
from planpress.model.dataset import OpenData
from planpress.model.office import Contact


class PublisherKind(StrEnum):
    """What a publisher is to the plans of its site."""

    OFFICE = "office"
    """The office whose plans they are."""
    COMPANY = "company"
    """The enterprise that the offices belong to."""
    TRANSCRIPTION = "transcription"
    """Somebody else, who copies what the offices published."""


class Publisher(Frozen):
    """Who publishes a site. Whoever does not say so is taken for somebody else than the offices."""

    kind: PublisherKind = PublisherKind.TRANSCRIPTION
    name: dict[str, str] = Field(default_factory=dict)
    """By language tag; where there is none, the site's name stands for it."""
    speaks_for: tuple[str, ...] = ()
    """Ids of those in whose name it speaks: of offices, or of a company's site those of organisations. Where a site has
    but one, it is meant without a word."""
    contact: Contact = Contact()
    """How to reach the publisher; only what is given."""
    unit: dict[str, str] = Field(default_factory=dict)
    """Its unit that keeps the site (維護單位), by language tag; where there is none, the publisher stands alone."""
    copyright: dict[str, str] = Field(default_factory=dict)
    """The line at the foot of every page, by language tag; where there is none, nothing is claimed."""
    open_data: OpenData = OpenData()
    """What it says of its data."""

    @property
    def licence(self) -> str | None:
        """The terms that it has approved, with their address; whoever transcribes has nothing to give."""
        licence = self.open_data.licence
        return f"{licence.name} {licence.url}" if licence and not self.is_transcription else None

    @property
    def is_transcription(self) -> bool:
        """Whether the site speaks of the offices, and not for them."""
        return self.kind is PublisherKind.TRANSCRIPTION
