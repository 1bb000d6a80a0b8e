"""主動公開資訊: what an office publishes without being asked, how much of what it should, and a catalogue of it.

Built on the office's own site, or its company's, alone. It is published 「依本處計畫比照辦理」: state enterprises
were left out of the Act on purpose, so no page of ours says that it is by the Act.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from planpress import addresses
from planpress.model import Office
from planpress.model.disclosure import CatalogueEntry, DisclosedItem, Disclosure, Published
from planpress.overview.summary import PlanSummary
from planpress.pages.frame.maker import PageMaker
from planpress.pages.frame.menu import message
from planpress.pages.frame.templates import marked
from planpress.pages.proofs.clauses import Shown

STATUSES: Final[Mapping[Published, str]] = {
    Published.HERE: message("已公開"),
    Published.HEAD_OFFICE: message("由總公司公開"),
    Published.NOT_APPLICABLE: message("不適用"),
    Published.NOT_YET: message("未公開"),
}
"""What is said of how an item is published."""


CATEGORIES: Final[Mapping[int, str]] = {
    1: message("條約、對外關係文書、法律、緊急命令、命令、法規命令、地方自治法規"),
    2: message("解釋性規定及裁量基準"),
    3: message("機關組織、職掌、地址、電話、傳真、網址、電子郵件信箱帳號"),
    4: message("行政指導有關文書"),
    5: message("施政計畫、業務統計及研究報告"),
    6: message("預算及決算書"),
    7: message("請願之處理結果及訴願之決定"),
    8: message("書面之公共工程及採購契約"),
    9: message("支付或接受之補助"),
    10: message("合議制機關之會議紀錄"),
}
"""What the ten kinds of information of 政府資訊公開法, article 7, are called, in short."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What the site itself lists of an office, for the catalogue.

    Attributes:
        newest: its newest plan.
        plans: how many plans.
        assessments: how many of them are public.
        surveys: likewise.
        documents: how many files plans offer.
    """

    newest: PlanSummary
    plans: int
    assessments: int
    surveys: int
    documents: int


def disclosure_page(maker: PageMaker, office: Office, disclosure: Disclosure, listed: Listed) -> str:
    """The page of what an office publishes.

    Args:
        maker: of this language.
        office: whose it is.
        disclosure: what the office says.
        listed: what the site lists by itself.
    """
    _ = maker.edition.gettext
    path = addresses.disclosure(office.id)
    name = maker.office_name(office)
    title = _("%(office)s主動公開資訊") % {"office": name.striptags()}
    view = maker.frame(
        path,
        title=title,
        description=_("%(office)s主動公開的資訊：各項如何公開、公開比例與資訊目錄。") % {"office": name.striptags()},
        breadcrumbs=((name, addresses.office(office.id)), (_("主動公開資訊"), path)),
        office=office,
    )
    apart = [item for item in disclosure.items if item.status is Published.NOT_APPLICABLE]
    wanted = [item for item in disclosure.items if item.status is not Published.NOT_APPLICABLE]
    ours = (_entry(maker, office, path, each) for each in disclosure.catalogue)
    return maker.render(
        "disclosure.html",
        view=view,
        office=name,
        basis=_basis(maker, office, path, disclosure),
        figure=_("%(percent)s%%（%(published)s／%(expected)s）")
        % {
            "percent": 100 * disclosure.published // disclosure.expected if disclosure.expected else 100,
            "published": disclosure.published,
            "expected": disclosure.expected,
        },
        counted=[(_(STATUSES[status]), count) for status in Published if (count := disclosure.count(status))],
        since=maker.edition.year(disclosure.since) if disclosure.since else None,
        date=maker.edition.date(disclosure.date),
        items=[_item(maker, office, path, item) for item in wanted],
        apart=[_item(maker, office, path, item) for item in apart],
        catalogue=[*_of_site(maker, office, path, listed), *ours],
        quality=addresses.relative(path, addresses.QUALITY) if maker.leads_to(addresses.QUALITY) else None,
    )


def _basis(maker: PageMaker, office: Office, path: str, disclosure: Disclosure) -> dict[str, object] | None:
    """The clause by which the office publishes: 依本處計畫比照辦理."""
    basis = disclosure.basis
    if basis is None:
        return None
    plan = addresses.plan(office.id, basis.roc_year)
    return {
        "text": maker.edition.gettext("依%(office)s計畫比照辦理") % {"office": maker.voice.office(office)},
        "words": marked(maker.edition.text(basis.words, office.id), maker.tag),
        "href": f"{addresses.relative(path, plan)}#{basis.of}",
        "plan": maker.edition.gettext("%(year)s計畫") % {"year": maker.edition.year(basis.roc_year)},
    }


def _item(maker: PageMaker, office: Office, path: str, item: DisclosedItem) -> dict[str, object]:
    _ = maker.edition.gettext
    category = None
    if item.category is not None:
        category = _("%(number)s. %(kind)s") % {"number": item.category, "kind": _(CATEGORIES[item.category])}
    return {
        "name": marked(maker.edition.text(item.name, office.id), maker.tag),
        "category": category,
        "status": _(STATUSES[item.status]),
        "link": _link(maker, path, item),
        "since": maker.edition.year(item.since) if item.since else None,
        "note": marked(maker.edition.text(item.note, office.id), maker.tag) if item.note else None,
    }


def _link(maker: PageMaker, path: str, item: DisclosedItem | CatalogueEntry) -> Shown | None:
    """Where it is published."""
    _ = maker.edition.gettext
    if item.url is not None:
        seen = _("%(date)s查閱") % {"date": maker.edition.date(item.seen)} if item.seen else None
        return Shown(item.url, item.url, item.url, seen)
    return _own(maker, path, item.page) if item.page is not None else None


def _own(maker: PageMaker, path: str, page: str) -> Shown:
    """A link to a page or file of this site."""
    target = addresses.in_language(maker.edition.language, page)
    url = addresses.absolute(maker.site.site_url, target)
    return Shown(addresses.relative(addresses.localised(maker.edition.language, path), target), url, url)


def _entry(maker: PageMaker, office: Office, path: str, entry: CatalogueEntry) -> dict[str, object]:
    return {
        "name": marked(maker.edition.text(entry.name, office.id), maker.tag),
        "count": entry.count,
        "summary": marked(maker.edition.text(entry.summary, office.id), maker.tag),
        "link": _link(maker, path, entry),
    }


def _of_site(maker: PageMaker, office: Office, path: str, listed: Listed) -> Iterator[dict[str, object]]:
    """What the site lists by itself: plans, the measures of the newest by their groups, results, surveys, documents."""
    _ = maker.edition.gettext
    newest = listed.newest
    plan = addresses.plan(newest.office, newest.roc_year)
    year = _("%(year)s計畫") % {"year": maker.edition.year(newest.roc_year, newest.until)}

    def entry(name: Markup | str, count: int, summary: str, page: str) -> dict[str, object]:
        return {"name": name, "count": count, "summary": summary, "link": _own(maker, path, page)}

    yield entry(
        _("執行計畫"), listed.plans, _("各年度的提升服務效能執行計畫。"), f"{addresses.office(office.id)}#plans"
    )
    for group in newest.top_groups:
        name = marked(maker.edition.text(group.name, office.id), maker.tag)
        yield entry(
            escape(_("服務措施：%(name)s")) % {"name": name},
            group.measures,
            _("%(plan)s中這一類的具體作法。") % {"plan": year},
            f"{plan}#{group.id}",
        )
    if listed.assessments:
        yield entry(_("執行成果"), listed.assessments, _("歷次考核的結果。"), addresses.office_results(office.id))
    if listed.surveys:
        yield entry(_("滿意度調查"), listed.surveys, _("歷次調查的結果。"), addresses.satisfaction(office.id))
    if listed.documents:
        yield entry(
            _("文件檔案"), listed.documents, _("計畫的 PDF、ODT、ODS 與 CSV。"), f"{addresses.DATA}#files-{office.id}"
        )
