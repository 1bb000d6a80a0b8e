"""Whether results may be shown to the public. What nobody has opened stays inside (``visibility: internal``)."""

from enum import StrEnum


class Visibility(StrEnum):
    """Who may see an assessment, a survey, an indicator."""

    INTERNAL = "internal"
    """The office alone: it is checked, and nothing of it is ever taken into a site, its data or its cache."""
    PUBLIC = "public"
    """Everybody."""
