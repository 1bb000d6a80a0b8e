"""What reviews.yml holds, key by key: reviews of an office's contents, as ``build.py reviewed`` records them."""

from typing import Annotated

from pydantic import Field

from planpress.model.base import Frozen
from planpress.source.values.scalars import Line, RocDayText


class ReviewEntry(Frozen):
    """A unit looked through what the office publishes here."""

    date: RocDayText
    """The day: 115-11-26."""
    unit: Line
    """The department that looked, as office.yml names it, never a person: 資訊組."""
    remark: Line | None = None
    """What was found or mended."""


class ReviewsFile(Frozen):
    """reviews.yml: who looked through an office's contents and when, beside office.yml."""

    reviews: Annotated[tuple[ReviewEntry, ...], Field(min_length=1)]
    """The reviews, in the order in which they were recorded."""
