"""The data sets of the whole site, and what describes them for the government's portal, as artifacts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from planpress import addresses
from planpress.artifacts.artifact import Artifact
from planpress.artifacts.site import Site
from planpress.artifacts.workshop import Workshop
from planpress.documents.about import about_dataset
from planpress.documents.csv_table import csv_table
from planpress.documents.dataset_fields import DATASET_FIELDS
from planpress.documents.dataset_records import datasets_json
from planpress.documents.deadline_records import deadline_records
from planpress.documents.environment import documents_environment
from planpress.documents.json_lines import json_lines, records_of
from planpress.documents.linked_datasets import datasets_linked
from planpress.documents.ods import records_ods
from planpress.documents.survey_records import survey_records
from planpress.editions.datasets import dataset_name
from planpress.editions.voice import voice_of
from planpress.model import Office
from planpress.model.dataset import DatasetKind
from planpress.model.document_files import LANGUAGES, DocumentFile, DocumentKind, result_files
from planpress.model.survey import Survey
from planpress.model.vintage import Vintage
from planpress.overview.calendar import PlanDates, public_dates
from planpress.overview.datasets import CSV, JSON_LINES, Dataset, DatasetFile, datasets

Surveyed = tuple[tuple[Office, tuple[Survey, ...]], ...]
Due = tuple[tuple[Office, tuple[PlanDates, ...]], ...]


def offered_datasets(site: Site) -> tuple[Dataset, ...]:
    """What the site gives; nothing where it makes no documents."""
    tags = [each.tag for each in site.facts.languages if each.tag in LANGUAGES[DocumentKind.CSV]]
    return tuple(datasets(site.offices, tags)) if site.papers is not None else ()


def datasets_part(site: Site) -> Iterator[Artifact]:
    """Every file of every data set, and their descriptions."""
    offered = offered_datasets(site)
    surveyed = tuple((held.office, held.results.surveys) for held in site.offices if held.results.surveys)
    due = tuple(
        (held.office, tuple(replace(public_dates(plan), dated=()) for plan in held.plans if plan.deadlines))
        for held in site.offices
    )
    for dataset in offered:
        for file in dataset.files:
            match dataset.kind:
                case DatasetKind.SURVEYS:
                    yield Artifact(file.path, _surveys, (file, dataset.vintage, surveyed, site.papers))
                case DatasetKind.DEADLINES:
                    yield Artifact(file.path, _deadlines, (file, dataset.vintage, due, site.papers))
                case _:
                    digests = tuple(_digests(site, file))
                    yield Artifact(file.path, _joined, (file, dataset.vintage, digests, site.papers))
    if offered:
        yield Artifact(addresses.DATASETS, _described, (offered,))
        yield Artifact(addresses.DATASETS_LINKED, _linked, (offered,))


def _digests(site: Site, file: DatasetFile) -> Iterator[str]:
    """Digests of the files of single plans, or of their assessments, that a file of all is put together of."""
    own = DocumentFile(DocumentKind.CSV if file.ending == CSV else DocumentKind.JSON_LINES, file.tag)
    for held in site.offices:
        for plan in held.plans:
            if file.roc_year not in (None, plan.roc_year):
                continue
            made = site.documents.get((plan.office, plan.roc_year), {})
            if file.kind is DatasetKind.MEASURES:
                paths = [own.path(plan.office, plan.roc_year)]
            else:
                names = [each.head.name for each in plan.results]
                paths = [result_files(plan.office, plan.roc_year, name, (file.tag,))[own] for name in names]
            yield from map(made.__getitem__, paths)


def _joined(shop: Workshop, file: DatasetFile, vintage: Vintage, digests: Sequence[str], papers: str) -> bytes:
    """Files of single plans as one; ``papers`` is the digest of the templates."""
    fields = DATASET_FIELDS[file.kind]
    contents = (shop.store.get(each) for each in digests)
    if file.ending == CSV:
        head = csv_table((), fields)
        return b"".join((head, *(content.removeprefix(head) for content in contents)))
    if file.ending == JSON_LINES:
        return b"".join(contents)
    return _made(shop, file, vintage, chain.from_iterable(records_of(content, fields) for content in contents))


def _surveys(shop: Workshop, file: DatasetFile, vintage: Vintage, surveyed: Surveyed, papers: str) -> bytes:
    edition = shop.editions[file.tag]

    def address(office: Office) -> str:
        page = addresses.localised(edition.language, addresses.satisfaction(office.id))
        return addresses.absolute(shop.settings.site_url, page)

    rows = (survey_records(office, surveys, edition, address(office)) for office, surveys in surveyed)
    return _made(shop, file, vintage, chain.from_iterable(rows))


def _deadlines(shop: Workshop, file: DatasetFile, vintage: Vintage, due: Due, papers: str) -> bytes:
    edition, url = shop.editions[file.tag], shop.settings.site_url
    rows = (deadline_records(office, each, edition, url) for office, plans in due for each in plans)
    return _made(shop, file, vintage, chain.from_iterable(rows))


def _made(shop: Workshop, file: DatasetFile, vintage: Vintage, rows: Iterator[tuple[str, ...]]) -> bytes:
    """Records as a file."""
    fields = DATASET_FIELDS[file.kind]
    if file.ending == CSV:
        return csv_table(rows, fields)
    if file.ending == JSON_LINES:
        return json_lines(rows, fields)
    edition = shop.editions[file.tag]
    page = addresses.localised(edition.language, addresses.DATA)
    own, page = (addresses.absolute(shop.settings.site_url, path) for path in (file.path, page))
    about = about_dataset(file.kind, vintage, voice_of(shop.facts, edition), own, page)
    name = dataset_name(edition, file.kind)
    return records_ods(file.kind, name, fields, rows, about, edition, documents_environment(shop.settings))


def _described(shop: Workshop, offered: Sequence[Dataset]) -> str:
    return datasets_json(offered, DATASET_FIELDS, shop.facts, shop.editions)


def _linked(shop: Workshop, offered: Sequence[Dataset]) -> str:
    return datasets_linked(offered, DATASET_FIELDS, shop.facts, shop.editions)
