"""The data sets of a site: what it gives of all its plans together, and what their publisher says of them.

The fields are those of 資料集詮釋資料標準規範 (國家發展委員會, 104-07). Only what a publisher has said is said of it:
a licence that nobody approved is none.
"""

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from planpress.model.base import Frozen
from planpress.model.dates import RocDate


class DatasetKind(StrEnum):
    """What a data set is of, by the word in its address."""

    MEASURES = "measures"
    """All measures of all plans."""
    RESULTS = "results"
    """What became of them, by the assessments that are public."""
    SURVEYS = "surveys"
    """What people said, by the surveys that are public."""
    DEADLINES = "deadlines"
    """Who reports what to whom by when."""


class Licence(Frozen):
    """Under which terms data may be used, and that whoever may decide it has."""

    name: str
    """政府資料開放授權條款－第1版."""
    url: str
    approved: RocDate
    """The day on which the publisher approved it."""


class DataContact(Frozen):
    """Somebody who answers for data: a unit, not a person."""

    name: str | None = None
    """The office or company."""
    unit: str | None = None
    """Whom to ask there: 資訊組."""
    telephone: str | None = None
    email: str | None = None


class PublishedDataset(Frozen):
    """Where a data set is listed elsewhere."""

    serial: str | None = None
    """The six characters behind the agency's code."""
    id: int | None = None
    """Its number on data.gov.tw."""


class OpenData(Frozen):
    """What a publisher says of its data."""

    agency_code: str | None = None
    """機關代碼 of ten characters: 313000000G."""
    category: str | None = None
    """服務分類 of the data: I00."""
    frequency: str | None = None
    """How often it is brought up to date: 每年."""
    cost: str | None = None
    """免費, or what it costs."""
    licence: Licence | None = None
    organisation: DataContact = DataContact()
    """提供機關."""
    publisher: DataContact = DataContact()
    """Whoever publishes it (發布機關)."""
    datasets: Mapping[DatasetKind, PublishedDataset] = Field(default_factory=dict)
    """Where each is listed elsewhere."""
