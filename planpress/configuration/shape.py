"""What the program uses of ``mkdocs.yml``. MkDocs has keys of its own beside these."""

from typing import Annotated, Any, Final

from pydantic import BeforeValidator, ConfigDict, Field

from planpress.model.badge import Badge
from planpress.model.base import Frozen
from planpress.model.dataset import DataContact, DatasetKind, Licence, OpenData, PublishedDataset
from planpress.model.publisher import Publisher, PublisherKind
from planpress.source.shapes.office_shapes import ContactEntry
from planpress.source.values.scalars import (
    BADGE_PATTERN,
    AgencyCode,
    ClassCode,
    Count,
    Line,
    RocDayText,
    Serial,
    TermsAddress,
    Text,
)

Flag = Annotated[bool, Field(strict=True)]


def _percent(value: object) -> object:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 100:
        raise ValueError("percent")
    return value


Percent = Annotated[int, BeforeValidator(_percent)]
"""How many of a hundred."""


class ThemeEntry(Frozen):
    """``theme``: MkDocs asks for one, and planpress uses its own in ``theme/site``."""

    model_config = ConfigDict(extra="allow")

    custom_dir: Text = "theme/site"


class LicenceEntry(Licence):
    """``licence``: the terms under which the publisher gives its data."""

    name: Text
    """政府資料開放授權條款－第1版."""
    url: TermsAddress
    """https://data.gov.tw/license."""
    approved: RocDayText
    """The day on which the publisher approved it: 114-05-01."""


class DataContactEntry(DataContact):
    """Somebody who answers for data: a unit, not a person."""

    name: Text | None = None
    """The office or company."""
    unit: Text | None = None
    """Whom to ask there: 資訊組."""
    telephone: Text | None = None
    email: Text | None = None


class PublishedDatasetEntry(PublishedDataset):
    """Where a data set is listed elsewhere."""

    serial: Serial | None = None
    """The six characters behind the agency's code: "000001"."""
    id: Count | None = None
    """Its number on data.gov.tw, once it is listed there: 12345."""


class OpenDataEntry(OpenData):
    """``extra.publisher.open_data``: what data.gov.tw asks (資料集詮釋資料標準規範)."""

    agency_code: AgencyCode | None = None
    """機關代碼 of ten characters: 313000000G."""
    category: ClassCode | None = None
    """服務分類 of the data: I00."""
    frequency: Text | None = None
    """How often it is brought up to date: 每年."""
    cost: Text | None = None
    """免費, or what it costs."""
    licence: LicenceEntry | None = None
    """Only where the publisher has approved one."""
    organisation: DataContactEntry = DataContactEntry()
    """提供機關."""
    publisher: DataContactEntry = DataContactEntry()
    """Whoever publishes it, where that is not the publisher of the site."""
    datasets: dict[DatasetKind, PublishedDatasetEntry] = Field(default_factory=dict)
    """Where each is listed: measures, results, surveys, deadlines."""


class PublisherEntry(Publisher):
    """``extra.publisher``: in whose name the site speaks."""

    kind: PublisherKind
    """office, company, or transcription: somebody else, who copies what the offices published."""
    name: Annotated[dict[str, Text], Field(min_length=1)]
    """Its name by language."""
    speaks_for: tuple[Text, ...] = ()
    """Ids of the offices (company: of the organisations) in whose name it speaks, where the site has several."""
    contact: ContactEntry = ContactEntry()
    """How to reach it, with the keys that an office has."""
    unit: dict[str, Text] = Field(default_factory=dict)
    """Its unit that keeps the site (維護單位), by language, never a person: {zh-Hant: 資訊組}."""
    copyright: dict[str, Text] = Field(default_factory=dict)
    """The line at the foot of every page, by language."""
    open_data: OpenDataEntry = OpenDataEntry()
    """What data.gov.tw asks of whoever publishes data; only what the publisher has decided."""


class BadgeEntry(Badge):
    """``extra.badge``: the accessibility badge, once there is a certificate."""

    number: Line
    """Number of the certificate."""
    date: RocDayText
    """The day on which the site last passed: 115-11-20."""
    url: Text
    """Address of the certificate's page: https://accessibility.moda.gov.tw/…"""
    image: Annotated[str, Field(pattern=BADGE_PATTERN)]
    """Name of its picture in content/static/, 88 by 31 pixels: badge.png."""


class ExtraEntry(Frozen):
    """``extra``: what a site decides."""

    model_config = ConfigDict(extra="allow")

    languages: Annotated[tuple[Text, ...], Field(min_length=1)] = ("zh-Hant", "en", "zh-Hans")
    """The editions, the authoritative one first."""
    offices: Annotated[tuple[Text, ...], Field(min_length=1)] | None = None
    """Ids of the offices whose site it is; without it, the site is of all of them."""
    site_name: dict[str, Text] = Field(default_factory=dict)
    """Name of the site in other languages."""
    description: dict[str, Text] = Field(default_factory=dict)
    """Of the site, by language."""
    publisher: PublisherEntry | None = None
    """In whose name the site speaks; without it, as a transcription."""
    review: Text | None = None
    """How often somebody looks through the contents (定期檢視) of offices that do not say it: 每月."""
    badge: BadgeEntry | None = None
    """The accessibility badge; without it, none is shown."""
    documents: Flag = True
    """Whether PDF, ODT, ODS and CSV are made."""
    fonts: tuple[Text, ...] = ()
    """Families that documents are set in before the default one."""
    thresholds: dict[str, Percent] = Field(default_factory=dict)
    """Of each proof how many of a hundred must hold, or nothing is written: {metadata: 100, translation: 90}."""


class MkdocsFile(Frozen):
    """``mkdocs.yml``."""

    model_config = ConfigDict(extra="allow")

    site_name: Text
    """Chinese name of the site."""
    site_url: Text
    """Address of the home page."""
    site_dir: Text = "site"
    """Where the finished site goes."""
    docs_dir: Text
    """Where the editorial pages are: always content."""
    use_directory_urls: Flag = True
    """Addresses end with a slash: always true."""
    theme: ThemeEntry = ThemeEntry()
    extra: ExtraEntry = ExtraEntry()
    plugins: Any
    """Names, or keys with options."""
    markdown_extensions: Any = Field(default_factory=list)
    """The same."""


OF_MKDOCS: Final = frozenset(
    {
        *MkdocsFile.model_fields,
        *("copyright", "dev_addr", "draft_docs", "edit_uri", "edit_uri_template", "exclude_docs", "extra_css"),
        *("extra_javascript", "extra_templates", "hooks", "nav", "not_in_nav", "remote_branch", "remote_name"),
        *("repo_name", "repo_url", "site_author", "site_description", "strict", "validation", "watch"),
    }
)
"""Every key that MkDocs 1.6 knows at the top."""
