"""文件與開放資料: every document and data file of the site, and what the fields mean."""

from collections.abc import Collection, Sequence

from planpress import addresses
from planpress.documents.dataset_fields import DATASET_FIELDS
from planpress.documents.dataset_records import PORTAL, REQUIRED, REQUIRED_OF_RESOURCE, DatasetRecord, dataset_records
from planpress.documents.records import Field
from planpress.editions.datasets import dataset_name, dataset_text
from planpress.editions.edition import Edition
from planpress.model import Topic
from planpress.model.dataset import DatasetKind
from planpress.model.document_files import PlanFiles
from planpress.model.language import AUTHORITATIVE
from planpress.overview.datasets import CSV, JSON_LINES, ODS, Dataset, DatasetFile
from planpress.overview.holdings import ListedOffice
from planpress.pages.frame.downloads import language_name, topic_downloads
from planpress.pages.frame.maker import PageMaker
from planpress.pages.frame.templates import marked


def data_page(
    maker: PageMaker,
    held: Sequence[ListedOffice],
    files: Sequence[Sequence[PlanFiles]],
    topics: Sequence[tuple[Topic, Sequence[str]]],
    results: Collection[tuple[str, int]] = (),
    offered: Sequence[Dataset] = (),
) -> str:
    """Every document and data file of the site, and what the fields mean.

    Args:
        maker: of this language.
        held: every office with its plans.
        files: what each of these plans offers for download, office by office.
        topics: those that are offered as files, each with the tags of their languages.
        results: office and year of those plans of which something is known of what became of them.
        offered: the data sets of all plans together.
    """
    _ = maker.edition.gettext
    title = _("文件與開放資料")
    here = addresses.localised(maker.edition.language, addresses.DATA)
    view = maker.frame(
        addresses.DATA,
        title=title,
        description=_("各計畫的文件與開放資料，以及欄位說明。"),
        breadcrumbs=((title, addresses.DATA),),
        main=_catalogue(maker, offered) if offered else None,
    )
    return maker.render(
        "data.html",
        view=view,
        offices=[
            {
                "id": each.office.id,
                "name": maker.office_name(each.office),
                "plans": [
                    {
                        "year": _("%(year)s計畫") % {"year": maker.edition.year(plan.roc_year, plan.until)},
                        "title": marked(maker.title(plan), maker.tag),
                        "downloads": maker.downloads(addresses.DATA, plan, offered),
                        "results": addresses.relative(here, addresses.results_data(plan.office, plan.roc_year))
                        if (plan.office, plan.roc_year) in results
                        else None,
                    }
                    for plan, offered in zip(each.plans, of_office, strict=True)
                ],
            }
            for each, of_office in zip(held, files, strict=True)
        ],
        topics=[
            {
                "name": marked(maker.edition.topic_name(topic), maker.tag),
                "files": [*topic_downloads(maker.edition, here, topic, tags)],
            }
            for topic, tags in topics
        ],
        datasets=[_dataset(maker, here, each) for each in offered],
        described=_described(maker, here, offered) if offered else None,
        dictionaries=[
            {"id": f"fields-{kind}", "name": dataset_name(maker.edition, kind), "fields": _fields(maker, fields)}
            for kind, fields in DATASET_FIELDS.items()
            if kind is DatasetKind.MEASURES or any(each.kind is kind for each in offered)
        ],
    )


def _fields(maker: PageMaker, fields: Sequence[Field]) -> list[dict[str, str]]:
    def say(chinese: str, english: str) -> str:
        return english if maker.translates else maker.edition.text(chinese).value

    return [
        {
            "name": field.name,
            "label": say(field.zh_hant, field.en),
            "meaning": say(field.zh_hant_meaning, field.en_meaning),
        }
        for field in fields
    ]


def _dataset(maker: PageMaker, here: str, dataset: Dataset) -> dict[str, object]:
    """A data set with its files: the newest in the page's language, and the others."""
    said = maker.site.publisher.open_data.datasets.get(dataset.kind)
    own = maker.edition.language.derived_from or maker.tag
    newest = max((file.roc_year for file in dataset.files if file.roc_year), default=None)
    files = sorted(dataset.files, key=lambda file: file.tag != own)
    views = [
        (
            file.tag == own and file.roc_year in (None, newest),
            {"href": addresses.relative(here, file.path), "tag": file.tag, "name": _file_name(maker, file)},
        )
        for file in files
    ]
    return {
        "id": dataset.kind,
        "name": dataset_name(maker.edition, dataset.kind),
        "text": dataset_text(maker.edition, dataset.kind),
        "files": [view for is_first, view in views if is_first],
        "others": [view for is_first, view in views if not is_first],
        "portal": f"{PORTAL}{said.id}" if said and said.id else None,
    }


def _file_name(maker: PageMaker, file: DatasetFile) -> str:
    """「114年度（2025），試算表 ODS」, with the language where it is not the page's."""
    _ = maker.edition.gettext
    kinds = {ODS: _("試算表 ODS"), CSV: _("開放資料 CSV"), JSON_LINES: _("JSON Lines")}
    year = maker.edition.year(file.roc_year) if file.roc_year else None
    own = file.tag == (maker.edition.language.derived_from or maker.tag)
    said = (year, kinds[file.ending], None if own else language_name(maker.edition, file.tag))
    return _("，").join(each for each in said if each)


def _records(maker: PageMaker, offered: Sequence[Dataset]) -> tuple[DatasetRecord, ...]:
    editions = {maker.tag: maker.edition, AUTHORITATIVE.tag: Edition(AUTHORITATIVE)}
    return dataset_records(offered, DATASET_FIELDS, maker.site, editions)


def _catalogue(maker: PageMaker, offered: Sequence[Dataset]) -> dict[str, object]:
    """The data sets as schema.org has them, from the same records as the others."""
    return {
        "@type": "DataCatalog",
        "name": maker.edition.gettext("文件與開放資料"),
        "dataset": [
            {
                "@type": "Dataset",
                "name": dataset_name(maker.edition, dataset.kind),
                "description": dataset_text(maker.edition, dataset.kind),
                "temporalCoverage": f"{record.temporalCoverageFrom}/{record.temporalCoverageTo}",
                **({"license": record.licenseURL} if record.licenseURL else {}),
                "distribution": [
                    {"@type": "DataDownload", "contentUrl": each.downloadURL, "encodingFormat": each.mediaType}
                    for each in record.distribution
                ],
            }
            for dataset, record in zip(offered, _records(maker, offered), strict=True)
        ],
    }


def _described(maker: PageMaker, here: str, offered: Sequence[Dataset]) -> dict[str, object]:
    """Where the data sets are described for portals, under which terms they may be used, and what is still lacking."""
    records = _records(maker, offered)
    lacking = sorted({name for each in records for name in each.missing})
    required = len(REQUIRED) + len(REQUIRED_OF_RESOURCE)
    return {
        "json": addresses.relative(here, addresses.DATASETS),
        "linked": addresses.relative(here, addresses.DATASETS_LINKED),
        "rights": maker.voice.rights,
        "required": required,
        "given": required - len(lacking),
        "lacking": lacking,
    }
