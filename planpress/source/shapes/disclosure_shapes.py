"""What disclosure.yml holds, key by key: what an office publishes without being asked."""

from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from planpress.model.base import Frozen
from planpress.model.disclosure import CATEGORIES, Published
from planpress.source.values.scalars import Count, IdOfOther, Line, RocDayText, RocYear, Text


def _category(value: object) -> object:
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else value


Category = Annotated[
    int,
    Field(ge=min(CATEGORIES), le=max(CATEGORIES)),
    BeforeValidator(_category),
    WithJsonSchema({"type": "integer", "minimum": min(CATEGORIES), "maximum": max(CATEGORIES)}),
]
"""Which of the ten kinds of information of 政府資訊公開法, article 7."""


class DisclosedItemEntry(Frozen):
    """An item of information that should be published."""

    name: Line
    """What it is: 基本資料, 預算及決算書."""
    status: Published
    """已公開, 總公司, 不適用 or 未公開."""
    category: Category | None = None
    """Which of the ten kinds of the Act's article 7 it belongs to: 3."""
    page: Line | None = None
    """Path of a page or file of this site, without language: kinmen/."""
    url: Line | None = None
    """Address on another site: https://…; with the day in seen."""
    seen: RocDayText | None = None
    """The day on which somebody opened the address: 114-11-25."""
    since: RocYear | None = None
    """The first year that is there: 97."""
    note: Text | None = None
    """Why it does not apply, or what else is to be known."""


class ListedEntry(Frozen):
    """Something that the office publishes beside its plans."""

    name: Line
    """What it is called: 常見問答."""
    count: Count
    """How many items it has."""
    summary: Text
    """What it is about, in a sentence."""
    page: Line | None = None
    """Path of a page or file of this site, without language."""
    url: Line | None = None
    """Address on another site, with the day in seen."""
    seen: RocDayText | None = None
    """The day on which somebody opened the address."""


class BasisEntry(Frozen):
    """The clause of a plan by which the office publishes."""

    year: RocYear
    """The year of the plan."""
    of: IdOfOther
    """Id of the row that says it: m-2-1-1-1-2."""
    words: Text
    """What it says, in the plan's own words; they must stand there."""


class DisclosureFile(Frozen):
    """disclosure.yml: what an office publishes without being asked (主動公開資訊), beside office.yml."""

    date: RocDayText
    """The day on which the office looked: 115-02-25."""
    since: RocYear | None = None
    """Back to which year contents go: 97."""
    basis: BasisEntry | None = None
    """The clause of its plan by which it publishes."""
    items: Annotated[tuple[DisclosedItemEntry, ...], Field(min_length=1)]
    """Every item that should be published: the plan's own list, and the ten kinds of the Act."""
    catalogue: tuple[ListedEntry, ...] = ()
    """What else is published, beside what the site lists by itself."""
