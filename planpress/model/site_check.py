"""What a check of the finished site found, and when: kept with the project, so that the next build can show it."""

from datetime import date

from pydantic import Field, model_validator

from planpress.model.base import Frozen


class SiteCheck(Frozen):
    """The links of a site to itself, as ``build.py check --site --record`` found them."""

    day: date
    links: int = Field(ge=0)
    """Addresses of the site itself that its pages name."""
    broken: int = Field(ge=0)
    """Those that lead to no file, or to nothing within the page."""
    places: tuple[str, ...] = ()
    """Paths of the pages that have such links."""

    @model_validator(mode="after")
    def _some_are_sound(self) -> "SiteCheck":
        if self.broken > self.links:
            raise ValueError("broken")
        return self
