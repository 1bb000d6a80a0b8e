"""What an office publishes without being asked (主動公開資訊): items, how each is published, and a catalogue of more.

Enterprises of the state were left out of the Act on purpose (法務部 104.07.07 法律字第10403507650號): what binds them
is their own plan.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from planpress.model.base import Frozen
from planpress.model.dates import RocDate

CATEGORIES: Final = range(1, 11)
"""Numbers of the ten kinds of information of 政府資訊公開法, article 7."""


class Published(StrEnum):
    """How an item is published."""

    HERE = "已公開"
    """By the office."""
    HEAD_OFFICE = "總公司"
    """By the company, for all its offices."""
    NOT_APPLICABLE = "不適用"
    """The office has nothing of the kind; the note says why."""
    NOT_YET = "未公開"
    """It should be, and is not."""


class DisclosedItem(Frozen):
    """An item of information that should be published."""

    name: str
    """What it is, by the plan's word or the Act's: 基本資料, 預算及決算書."""
    status: Published
    category: int | None = None
    """Which of the ten kinds it belongs to."""
    page: str | None = None
    """Path of a page or file of this site, without language."""
    url: str | None = None
    """Address on another site."""
    seen: RocDate | None = None
    """The day on which somebody opened that address and found it."""
    since: int | None = None
    """The first 民國 year that is there."""
    note: str | None = None


class CatalogueEntry(Frozen):
    """Something that the office publishes beside its plans (資訊目錄): 宣導手冊, 常見問答."""

    name: str
    count: int
    """How many items it has."""
    summary: str
    """What it is about, in a sentence."""
    page: str | None = None
    url: str | None = None
    seen: RocDate | None = None


class Basis(Frozen):
    """The clause of a plan by which the office publishes."""

    roc_year: int
    of: str
    """Id of the row that says it."""
    words: str
    """The plan's own words."""


class Disclosure(Frozen):
    """What an office says of what it publishes."""

    date: RocDate
    """The day on which it looked."""
    since: int | None = None
    """Back to which 民國 year contents go."""
    basis: Basis | None = None
    items: tuple[DisclosedItem, ...] = ()
    catalogue: tuple[CatalogueEntry, ...] = ()

    def count(self, status: Published) -> int:
        """How many items have a status."""
        return sum(item.status is status for item in self.items)

    @property
    def published(self) -> int:
        """已主動公開資訊項目數: by the office, or for it by its company."""
        return self.count(Published.HERE) + self.count(Published.HEAD_OFFICE)

    @property
    def expected(self) -> int:
        """應主動公開資訊項目總數: what does not apply is none of them."""
        return len(self.items) - self.count(Published.NOT_APPLICABLE)

    def pages(self) -> Sequence[str]:
        """Every page of this site that it names."""
        named = [each.page for each in self.items] + [each.page for each in self.catalogue]
        return [page for page in named if page is not None]
