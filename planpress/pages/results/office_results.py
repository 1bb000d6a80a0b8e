"""An office's results over the years: its assessments, their trend, its indicators.

Its own alone: no score of another office stands beside them, since no two are given in the same way.
"""

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from planpress import addresses
from planpress.editions.results import amount, assessment_title, kind_name, short_period, statuses_text, unit_text
from planpress.model import Office
from planpress.model.assessment import AssessmentKind
from planpress.model.indicator import Formula, Indicator
from planpress.overview.results import HeldAssessment, OfficeResults, series_of
from planpress.pages.frame.maker import PageMaker
from planpress.pages.frame.templates import linked, marked
from planpress.pages.results.chart import Point, line_chart
from planpress.pages.results.results import history, trend


def office_results_page(
    maker: PageMaker, office: Office, held: Sequence[HeldAssessment], results: OfficeResults
) -> str:
    """The page of all results of an office.

    Args:
        maker: of this language.
        office: whose results they are.
        held: its assessments.
        results: its surveys and indicators.
    """
    _ = maker.edition.gettext
    path = addresses.office_results(office.id)
    name = maker.office_name(office)
    title = escape(_("%(office)s歷年執行成果")) % {"office": name}
    view = maker.frame(
        path,
        title=title.striptags(),
        description=_("%(office)s歷次考核結果與服務指標。") % {"office": name.striptags()},
        breadcrumbs=((name, addresses.office(office.id)), (_("執行成果"), path)),
        office=office,
    )
    return maker.render(
        "office_results.html",
        view=view,
        title=title,
        organisation=maker.organisation_above(office, title.striptags()),
        series=tuple(_series(maker, office, path, held)),
        indicators=tuple(_indicator(maker, office, each) for each in results.indicators),
        surveys=addresses.relative(path, addresses.satisfaction(office.id)) if results.surveys else None,
    )


def _series(maker: PageMaker, office: Office, path: str, held: Sequence[HeldAssessment]) -> Iterator[dict[str, object]]:
    """Assessments that can be set beside one another, those of the office itself first."""
    _ = maker.edition.gettext
    seen: set[tuple[int, str]] = set()
    order = list(AssessmentKind)
    for each in sorted(held, key=lambda each: order.index(each.summary.head.kind)):
        if (each.roc_year, each.summary.head.name) in seen:
            continue
        series = series_of(each.summary.head, held)
        seen |= {(one.roc_year, one.summary.head.name) for one in series}
        head = each.summary.head
        names = {"kind": kind_name(maker.edition, head.kind)}
        title = escape(names["kind"])
        if head.assessor:
            names["assessor"] = marked(unit_text(maker.edition, office, head.assessor), maker.tag)
            title = escape(_("%(kind)s（%(assessor)s）")) % names
        number = len(seen)
        yield {
            "id": f"series-{number}",
            "name": title,
            "trend": trend(maker, series, f"trend-{number}"),
            "history": tuple(history(maker, office, path, series)),
        }


def _indicator(maker: PageMaker, office: Office, indicator: Indicator) -> dict[str, object]:
    """An indicator with its line and its table."""
    _ = maker.edition.gettext

    def say(text: str) -> Markup:
        return marked(maker.edition.text(text, office.id), maker.tag)

    name = maker.edition.text(indicator.name, office.id)
    points = [
        Point(short_period(maker.edition, each.roc_year, each.half), each.value)
        for each in indicator.figures
        if each.value is not None
    ]
    title = _("%(name)s（百分比）") % {"name": name.value}
    return {
        "id": indicator.id,
        "name": marked(name, maker.tag),
        "chart": line_chart(maker.edition, f"chart-{indicator.id}", title, points),
        "definition": linked(maker.edition.text(indicator.definition, office.id), maker.edition)
        if indicator.definition
        else None,
        "numerator": say(indicator.numerator) if indicator.numerator else escape(_("分子")),
        "denominator": say(indicator.denominator) if indicator.denominator else escape(_("分母")),
        "is_growth": indicator.formula is Formula.GROWTH,
        "unit": say(indicator.unit) if indicator.unit else None,
        "figures": [
            {
                "period": short_period(maker.edition, each.roc_year, each.half),
                "numerator": _counted(each.numerator),
                "denominator": _counted(each.before if indicator.formula is Formula.GROWTH else each.denominator),
                "value": amount(each.value) if each.value is not None else None,
                "note": say(each.note) if each.note else None,
            }
            for each in reversed(indicator.figures)
        ],
    }


def _counted(value: object) -> str | None:
    return None if value is None else f"{value:,}"


def unknown_results(maker: PageMaker, office: Office) -> dict[str, object]:
    """What is said where the site has no assessment, and where to look: nobody knows that there is none."""
    _ = maker.edition.gettext
    website = dict(office.contact.known()).get("website")
    return {
        "text": _("本站未收錄考核結果（不表示機關未公布），請至機關官網查詢。"),
        "website": website.value if website else None,
    }


def results_text(
    maker: PageMaker, office: Office, path: str, held: Sequence[HeldAssessment]
) -> list[dict[str, object]]:
    """The last assessments of an office as links, with how far each found the plan.

    Args:
        maker: of this language.
        office: whose they are.
        path: of the page, from which links are relative.
        held: its assessments, in any order.
    """
    last = sorted(held, key=lambda each: each.summary.head.order, reverse=True)
    return [
        {
            "href": addresses.relative(path, addresses.results(office.id, each.roc_year, each.summary.head.name)),
            "name": marked(assessment_title(maker.edition, each.summary.head, office.id), maker.tag),
            "text": statuses_text(maker.edition, each.summary.statuses),
        }
        for each in last
    ]
