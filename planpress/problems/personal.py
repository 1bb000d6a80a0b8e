"""Under which codes something personal is told: in the files that people write, and on the finished site."""

from collections.abc import Mapping
from typing import Final

from planpress.model.personal import Kind

IN_SOURCES: Final[Mapping[Kind, str]] = {
    Kind.IDENTITY: "E505",
    Kind.MOBILE: "W502",
    Kind.MAILBOX: "W503",
    Kind.DOUBTFUL_IDENTITY: "W520",
    Kind.PASSPORT: "W521",
    Kind.ACCOUNT: "W522",
    Kind.PLATE: "W523",
    Kind.CARD: "W524",
    Kind.HEALTH_CARD: "W525",
    Kind.BIRTHDAY: "W526",
    Kind.LINE_ID: "W527",
}
ON_SITE: Final[Mapping[Kind, str]] = {
    kind: {Kind.IDENTITY: "E750", Kind.MOBILE: "W750", Kind.MAILBOX: "W751"}.get(kind, "W752") for kind in Kind
}
PERSONAL: Final = frozenset({*IN_SOURCES.values(), *ON_SITE.values()})
"""Codes whose problems have a ``value``, what was found: whoever says that it is official is not told of it."""
