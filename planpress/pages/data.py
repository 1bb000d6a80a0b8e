"""文件與開放資料: every document and data file of the site, and what the fields mean."""

from collections.abc import Collection, Sequence

from planpress import addresses
from planpress.documents.records import FIELDS
from planpress.model import Topic
from planpress.model.document_files import PlanFiles
from planpress.overview.holdings import ListedOffice
from planpress.pages.downloads import topic_downloads
from planpress.pages.maker import PageMaker
from planpress.pages.templates import marked


def data_page(
    maker: PageMaker,
    held: Sequence[ListedOffice],
    files: Sequence[Sequence[PlanFiles]],
    topics: Sequence[tuple[Topic, Sequence[str]]],
    results: Collection[tuple[str, int]] = (),
) -> str:
    """Every document and data file of the site, and what the fields mean.

    Args:
        maker: of this language.
        held: every office with its plans.
        files: what each of these plans offers for download, office by office.
        topics: those that are offered as files, each with the tags of their languages.
        results: office and year of those plans of which something is known of what became of them.
    """
    _ = maker.edition.gettext
    title = _("文件與開放資料")
    here = addresses.localised(maker.edition.language, addresses.DATA)
    view = maker.frame(
        addresses.DATA,
        title=title,
        description=_("各計畫的文件與開放資料，以及欄位說明。"),
        breadcrumbs=((title, addresses.DATA),),
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
        fields=[
            {
                "name": field.name,
                "label": field.en if maker.translates else maker.edition.text(field.zh_hant).value,
                "meaning": maker.edition.text(field.zh_hant_meaning).value
                if not maker.translates
                else field.en_meaning,
            }
            for field in FIELDS
        ],
    )
