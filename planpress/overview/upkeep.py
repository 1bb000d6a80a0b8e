"""What must be seen to again and again so that a site stays sound: reviews of contents, its checks, certificates."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class UpkeepKind(StrEnum):
    """What is to be seen to."""

    REVIEW = "review"
    """An office's contents are to be looked through."""
    LINKS = "links"
    """Links to other sites are to be asked for."""
    OWN_LINKS = "own-links"
    """Links of the finished site to itself are to be counted anew."""
    ACCESSIBILITY = "accessibility"
    """Machines are to look at the finished site anew."""
    CERTIFICATE = "certificate"
    """The certificate of the server ends."""
    BADGE = "badge"
    """The accessibility badge ends, three years after the site passed."""
    SECURITY_TXT = "security-txt"
    """What security.txt says of itself ends (RFC 9116, Expires)."""


@dataclass(frozen=True, slots=True)
class Upkeep:
    """Something to be seen to.

    Attributes:
        kind: what.
        day: by which day; it may be past.
        office: id of the office that it is of; None for the site itself.
        seen: the day on which it was last done or looked at; None where it never was.
    """

    kind: UpkeepKind
    day: date
    office: str | None = None
    seen: date | None = None
