"""What ``content/links.yml`` says of links to elsewhere, key by key."""

from planpress.model.base import Frozen
from planpress.source.values.scalars import Line, RocDayText


class AcceptedLinkEntry(Frozen):
    """An address that no program can tell of, and that a person has found sound."""

    address: Line
    """The address, as pages have it: https://www.gov.tw/"""
    why: Line
    """Why a program cannot tell: 對程式一律回覆 403."""
    unit: Line
    """The unit that opened it in a browser, never a name: 資訊組."""
    seen: RocDayText
    """The day on which it did so: 115-11-20."""


class InternalHostEntry(Frozen):
    """A host in a network that is not public, which the check may ask all the same."""

    host: Line
    """Its name, without https://: intranet.plans.example"""
    why: Line
    """Why pages lead there."""


class LinksFile(Frozen):
    """links.yml: what the check of links to elsewhere is told."""

    accepted: tuple[AcceptedLinkEntry, ...] = ()
    """Addresses that a person has found sound, in any order."""
    internal: tuple[InternalHostEntry, ...] = ()
    """Hosts of internal networks that may be asked."""
