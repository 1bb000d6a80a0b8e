"""品質與查核: what the site proves of itself, and how completely plans were transcribed, translated, published."""

from collections.abc import Iterable, Sequence

from planpress import addresses
from planpress.editions import counting
from planpress.model.proof import Proof
from planpress.overview.coverage import Coverage
from planpress.overview.holdings import OfficePlans
from planpress.overview.summary import PlanSummary
from planpress.pages.frame.ask import ways_to_publisher
from planpress.pages.frame.downloads import language_name
from planpress.pages.frame.maker import PageMaker
from planpress.pages.proofs.clauses import clauses_name
from planpress.pages.proofs.proofs import proof_views


def quality_page(
    maker: PageMaker, held: Sequence[OfficePlans], proofs: Sequence[Proof] = (), disclosing: Sequence[str] = ()
) -> str:
    """What is proven, and how far the newest plan of each office is; the way to its other years, if it has any."""
    _ = maker.edition.gettext
    path = addresses.QUALITY
    title = _("品質與查核")
    plans = [plan for each in held for plan in each.plans]
    view = maker.frame(
        addresses.QUALITY,
        title=title,
        description=_("本站的品質，每一項都有數字、分母、日期與證明，供民眾與查核人員查證。"),
        breadcrumbs=((title, addresses.QUALITY),),
        data_path=addresses.QUALITY_DATA,
    )
    return maker.render(
        "quality.html",
        view=view,
        proofs=proof_views(maker, path, proofs),
        discloses=bool(disclosing),
        clauses=any(plan.clauses for plan in plans),
        totals=translations(maker, plans),
        contact=ways_to_publisher(maker, path),
        offices=[
            {
                "id": each.office.id,
                "href": addresses.relative(path, addresses.office(each.office.id)),
                "name": maker.office_name(each.office),
                "newest": plan_facts(maker, path, each, each.newest),
                "plans": len(each.plans),
                "disclosure": addresses.relative(path, addresses.disclosure(each.office.id))
                if each.office.id in disclosing
                else None,
                "years_href": addresses.relative(path, addresses.quality(each.office.id)),
            }
            for each in held
        ],
    )


def office_quality_page(maker: PageMaker, held: OfficePlans) -> str:
    """How far each plan of an office is, the newest first."""
    _ = maker.edition.gettext
    path = addresses.quality(held.office.id)
    name = maker.edition.office_name(held.office)
    view = maker.frame(
        path,
        title=_("%(office)s的資料品質") % {"office": name.value},
        description=_("%(office)s各年度計畫轉錄、翻譯與公開的情形。") % {"office": name.value},
        breadcrumbs=(
            (_("品質與查核"), addresses.QUALITY),
            (maker.office_name(held.office), path),
        ),
        office=held.office,
    )
    return maker.render(
        "office_quality.html",
        view=view,
        office=maker.office_name(held.office),
        totals=translations(maker, held.plans),
        plans=[plan_facts(maker, path, held, plan) for plan in held.plans],
    )


def plan_facts(maker: PageMaker, here: str, held: OfficePlans, plan: PlanSummary) -> dict[str, object]:
    """What a page says of one plan."""
    none = maker.edition.gettext("本計畫無此欄")
    return {
        "href": addresses.relative(here, addresses.plan(plan.office, plan.roc_year)),
        "title": maker.edition.gettext("%(year)s計畫") % {"year": maker.edition.year(plan.roc_year, plan.until)},
        "translations": translations(maker, [plan]),
        "measures": plan.measures,
        "with_who": share(maker, plan.with_who, plan.measures) if plan.has_who else none,
        "with_when": share(maker, plan.with_when, plan.measures) if plan.has_when else none,
        "unsure": plan.unsure,
        "notes": plan.notes,
        "changed": maker.day(held.changed.get(plan.roc_year)),
        "clauses": plan.clauses,
        "clauses_href": addresses.relative(here, addresses.clauses(plan.office, plan.roc_year)),
        "clauses_name": clauses_name(maker),
        "files": files(maker, held, plan),
        "files_href": f"{addresses.relative(here, addresses.DATA)}#files-{plan.office}"
        if maker.leads_to(addresses.DATA)
        else None,
    }


def translations(maker: PageMaker, plans: Iterable[PlanSummary]) -> list[dict[str, str]]:
    """How far each language is with some plans: its name, and the share in words."""
    _ = maker.edition.gettext
    found: dict[str, list[Coverage]] = {}
    for plan in plans:
        for tag, each in plan.coverage.items():
            found.setdefault(tag, []).append(each)
    return [
        {
            "name": _("%(language)s翻譯") % {"language": language_name(maker.edition, tag)},
            "text": coverage_text(maker, Coverage.sum(every)),
        }
        for tag, every in found.items()
    ]


def coverage_text(maker: PageMaker, coverage: Coverage) -> str:
    """「98%（58／59段；過期1段、未譯0段）」, or 「全部（59段）」."""
    _ = maker.edition.gettext
    values = {
        "percent": coverage.percent,
        "translated": coverage.translated,
        "texts": counting.texts(maker.edition, coverage.total),
        "stale": coverage.stale,
        "missing": coverage.missing,
    }
    if coverage.is_complete:
        return _("全部（%(texts)s）") % values
    return _("%(percent)s%%（%(translated)s／%(texts)s；過期%(stale)s段，未譯%(missing)s段）") % values


def share(maker: PageMaker, part: int, whole: int) -> str:
    """So many measures of so many."""
    return maker.edition.gettext("%(part)s／%(whole)s項") % {"part": part, "whole": whole}


def files(maker: PageMaker, held: OfficePlans, plan: PlanSummary) -> str:
    """The types of files that a plan offers, each once."""
    types = [file.kind.rpartition(".")[2].upper() for file in held.files[plan.roc_year].sizes]
    return maker.edition.gettext("、").join(dict.fromkeys((*types, "JSON")))
