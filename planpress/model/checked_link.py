"""Links of the site to elsewhere, as they were when somebody last had them asked: what ``links.json`` holds."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final, Literal

from pydantic import Field

from planpress.model.base import Frozen
from planpress.model.language import AUTHORITATIVE

VERSION: Final = "planpress/links/1"
"""Name and version of the format."""


class LinkState(StrEnum):
    """What became of asking."""

    SOUND = "sound"
    """The page is there."""
    MOVED = "moved"
    """It is there, and its server says for good that it is somewhere else now."""
    BROKEN = "broken"
    """It is not there, or its server does not answer."""
    REFUSED = "refused"
    """The server does not answer programs; only a person can tell."""
    ACCEPTED = "accepted"
    """A program cannot tell, and a person has found it sound: ``content/links.yml`` says who (a unit) and when."""
    UNASKED = "unasked"
    """Nobody asked: the server's robots.txt forbids it, or the address leads into a network that is not public."""


class LinkPlace(Frozen):
    """Where pages of a language have a link: the first of them, by its path."""

    language: str
    """BCP 47 tag."""
    page: str = Field(pattern=r"^([^/:?#\\\s][^:?#\\\s]*)?$")
    """Path of the page below the site."""
    text: str
    """What the link says there."""
    pages: int = Field(ge=1)
    """On how many pages of the language it stands."""


class CheckedLink(Frozen):
    """An address elsewhere that pages lead to."""

    address: str = Field(pattern=r"^https?://[^\s]+$")
    state: LinkState
    checked: date | None = None
    """The day on which it was asked; None where it never was."""
    status: int | None = None
    """What its server answered in the end: 404."""
    reason: str | None = None
    """Code of the problem that kept an answer away: E790."""
    details: Mapping[str, str] = {}
    """What the texts of that problem insert."""
    leads_to: str | None = None
    """Where redirects led."""
    why: str | None = None
    """Why a person takes it for sound."""
    places: tuple[LinkPlace, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether it led somewhere: by a program, or by a person where no program can tell."""
        return self.state in (LinkState.SOUND, LinkState.MOVED, LinkState.ACCEPTED)

    def place(self, language: str) -> LinkPlace | None:
        """Where it stands: in a language, by its tag, else in the authoritative one, else anywhere."""
        by_tag = {each.language: each for each in self.places}
        return by_tag.get(language) or by_tag.get(AUTHORITATIVE.tag) or next(iter(self.places), None)


class CheckedLinks(Frozen):
    """``links.json``: every address elsewhere, in the order of the alphabet."""

    version: Literal["planpress/links/1"] = Field(VERSION, alias="schema")
    links: tuple[CheckedLink, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which they were asked."""
        return tuple(each.checked for each in self.links if each.checked)
