"""``data/datasets.json``: the data sets of a site as the government's portal has them.

It has the fields of 資料集詮釋資料標準規範 (國家發展委員會, 104-07) by their names there. What a publisher has
not said is not made up: it is listed as missing.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

from pydantic import Field as ModelField

from planpress import addresses
from planpress.documents.records import Field
from planpress.editions.datasets import dataset_name, dataset_text
from planpress.editions.edition import Edition
from planpress.editions.voice import voice_of
from planpress.model.base import Frozen
from planpress.model.dataset import DatasetKind
from planpress.model.language import AUTHORITATIVE
from planpress.overview.datasets import CSV, JSON_LINES, ODS, Dataset, DatasetFile
from planpress.settings import SiteFacts

VERSION: Final = "planpress/datasets/1"
"""Name and version of the format."""
PORTAL: Final = "https://data.gov.tw/dataset/"

REQUIRED: Final = (
    *("categoryCode", "identifier", "title", "description", "fieldDescription", "type", "license", "licenseURL"),
    *("cost", "organization", "organizationContactName", "organizationContactPhone", "organizationContactEmail"),
    *("publisher", "publisherContactName", "publisherContactPhone", "publisherContactEmail", "accrualPeriodicity"),
)
"""The fields that a data set must have."""
REQUIRED_OF_RESOURCE: Final = ("resourceID", "resourceDescription", "format", "characterSetCode")
"""Those that each of its files must have."""

_FORMATS: Final = {ODS: "ODS", CSV: "CSV", JSON_LINES: "JSON"}
_MEDIA: Final = {
    ODS: "application/vnd.oasis.opendocument.spreadsheet",
    CSV: "text/csv",
    JSON_LINES: "application/jsonl",
}


class ColumnDescription(Frozen):
    """A column of a data set: as the header row has it, and what it holds."""

    name: str
    title: str
    description: str


class ResourceRecord(Frozen):
    """A file of a data set, with the portal's names."""

    resourceID: str | None = None  # noqa: N815
    resourceDescription: str  # noqa: N815
    format: str
    characterSetCode: str = "UTF-8"  # noqa: N815
    downloadURL: str  # noqa: N815
    mediaType: str  # noqa: N815
    language: str


class DatasetRecord(Frozen):
    """A data set, with the portal's names; what is not known is left out."""

    schema_: str = ModelField(serialization_alias="schema")
    """Version of its columns, which changes when a column is taken away or means something else."""
    categoryCode: str | None = None  # noqa: N815
    identifier: str | None = None
    title: str
    description: str
    fieldDescription: str  # noqa: N815
    type: Literal["rawData"] = "rawData"
    license: str | None = None
    licenseURL: str | None = None  # noqa: N815
    cost: str | None = None
    organization: str | None = None
    organizationContactName: str | None = None  # noqa: N815
    organizationContactPhone: str | None = None  # noqa: N815
    organizationContactEmail: str | None = None  # noqa: N815
    publisher: str | None = None
    publisherContactName: str | None = None  # noqa: N815
    publisherContactPhone: str | None = None  # noqa: N815
    publisherContactEmail: str | None = None  # noqa: N815
    accrualPeriodicity: str | None = None  # noqa: N815
    temporalCoverageFrom: str  # noqa: N815
    temporalCoverageTo: str  # noqa: N815
    modified: str
    language: tuple[str, ...]
    landingPage: str  # noqa: N815
    portal: str | None = None
    """Where it is listed on data.gov.tw."""
    columns: tuple[ColumnDescription, ...]
    """What fieldDescription says, column by column: equal to the header row of the CSV."""
    distribution: tuple[ResourceRecord, ...]
    missing: tuple[str, ...] = ()
    """Names of the required fields that the publisher has not given."""


class DatasetsRecord(Frozen):
    """Every data set of a site."""

    version: Literal["planpress/datasets/1"] = ModelField(VERSION, serialization_alias="schema")
    required: int = len(REQUIRED) + len(REQUIRED_OF_RESOURCE)
    """How many fields are required of a data set and its files."""
    datasets: tuple[DatasetRecord, ...]


Columns = Mapping[DatasetKind, Sequence[Field]]
"""The columns of each data set."""


def dataset_records(
    offered: Sequence[Dataset], columns: Columns, facts: SiteFacts, editions: Mapping[str, Edition]
) -> tuple[DatasetRecord, ...]:
    """The descriptions of all data sets, in Chinese.

    Args:
        offered: what the site gives.
        columns: of each.
        facts: in whose name, and where it is.
        editions: by language tag.
    """
    return tuple(_record(each, columns[each.kind], facts, editions[AUTHORITATIVE.tag]) for each in offered)


def datasets_json(
    offered: Sequence[Dataset], columns: Columns, facts: SiteFacts, editions: Mapping[str, Edition]
) -> str:
    """The same as JSON."""
    record = DatasetsRecord(datasets=dataset_records(offered, columns, facts, editions))
    return record.model_dump_json(by_alias=True, exclude_none=True, indent=1)


def _record(dataset: Dataset, fields: Sequence[Field], facts: SiteFacts, edition: Edition) -> DatasetRecord:
    said, publisher = facts.publisher.open_data, voice_of(facts, edition).publisher.value
    licence = said.licence if facts.publisher.licence else None
    listed = said.datasets.get(dataset.kind)
    serial = listed.serial if listed else None
    identifier = f"{said.agency_code}-{serial}" if said.agency_code and serial else None
    contact = dict(facts.publisher.contact.known())
    organisation, publishes = said.organisation, said.publisher
    known = {name: fact.value for name, fact in contact.items()}
    record = DatasetRecord(
        schema_=f"planpress/{dataset.kind}/1",
        categoryCode=said.category,
        identifier=identifier,
        title=dataset_name(edition, dataset.kind),
        description=dataset_text(edition, dataset.kind),
        fieldDescription="、".join(f"{field.zh_hant}（{field.name}）" for field in fields),
        license=licence.name if licence else None,
        licenseURL=licence.url if licence else None,
        cost=said.cost,
        organization=organisation.name or (None if facts.publisher.is_transcription else publisher),
        organizationContactName=organisation.unit,
        organizationContactPhone=organisation.telephone,
        organizationContactEmail=organisation.email,
        publisher=publishes.name or publisher,
        publisherContactName=publishes.unit,
        publisherContactPhone=publishes.telephone or known.get("telephone"),
        publisherContactEmail=publishes.email or known.get("email"),
        accrualPeriodicity=said.frequency,
        temporalCoverageFrom=dataset.vintage.first,
        temporalCoverageTo=dataset.vintage.last,
        modified=dataset.vintage.date,
        language=tuple(dict.fromkeys(file.tag for file in dataset.files)),
        landingPage=addresses.absolute(facts.site_url, f"{addresses.DATA}#{dataset.kind}"),
        portal=f"{PORTAL}{listed.id}" if listed and listed.id else None,
        columns=tuple(
            ColumnDescription(name=field.name, title=field.zh_hant, description=field.zh_hant_meaning)
            for field in fields
        ),
        distribution=tuple(
            _resource(file, number, identifier, facts, edition) for number, file in enumerate(dataset.files, start=1)
        ),
    )
    return record.model_copy(update={"missing": tuple(_missing(record))})


def _resource(
    file: DatasetFile, number: int, identifier: str | None, facts: SiteFacts, edition: Edition
) -> ResourceRecord:
    year = f"{file.roc_year}年度" if file.roc_year else "全部年度"
    language = {"zh-Hant": "中文", "en": "英文"}.get(file.tag, file.tag)
    return ResourceRecord(
        resourceID=f"{identifier}-{number:03d}" if identifier else None,
        resourceDescription=f"{dataset_name(edition, file.kind)}，{year}，{language}",
        format=_FORMATS[file.ending],
        downloadURL=addresses.absolute(facts.site_url, file.path),
        mediaType=_MEDIA[file.ending],
        language=file.tag,
    )


def _missing(record: DatasetRecord) -> Iterator[str]:
    yield from (name for name in REQUIRED if not getattr(record, name))
    for name in REQUIRED_OF_RESOURCE:
        if any(not getattr(each, name) for each in record.distribution):
            yield name
