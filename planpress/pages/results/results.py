"""The page of an assessment: what became of a plan in half a year, beside what it promised."""

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup, escape

from planpress import addresses
from planpress.editions.results import (
    amount,
    assessment_title,
    day_of,
    kind_name,
    period_name,
    rank_text,
    revised_since_text,
    short_period,
    statuses_text,
    total_text,
    unit_text,
)
from planpress.model import Office, Plan
from planpress.model.assessment import Assessment, AssessmentKind
from planpress.model.document_files import DocumentFile
from planpress.overview.results import HeldAssessment, is_of_earlier_text, on_one_scale, summarise_assessment
from planpress.pages.browse.classes import class_views
from planpress.pages.frame.downloads import result_downloads
from planpress.pages.frame.maker import PageMaker
from planpress.pages.frame.templates import linked, marked
from planpress.pages.results.chart import LineChart, Point, line_chart
from planpress.pages.results.result_rows import ResultLayout


def results_page(
    maker: PageMaker,
    office: Office,
    plan: Plan,
    assessment: Assessment,
    series: Sequence[HeldAssessment],
    sizes: Mapping[DocumentFile, int],
) -> str:
    """The page of an assessment.

    Args:
        maker: of this language.
        office: whose plan it is.
        plan: that was assessed.
        assessment: of it.
        series: the assessments that it can be set beside, in the order of time, itself among them.
        sizes: of its documents, in kilobytes.
    """
    _ = maker.edition.gettext
    path = addresses.results(plan.office, plan.roc_year, assessment.name)
    office_name = maker.office_name(office)
    name = marked(assessment_title(maker.edition, assessment, office.id), maker.tag)
    title = escape(_("%(office)s%(assessment)s")) % {"office": office_name, "assessment": name}
    summary = summarise_assessment(assessment)
    lead = statuses_text(maker.edition, summary.statuses)
    view = maker.frame(
        path,
        title=title.striptags(),
        description=_("%(title)s。%(text)s")
        % {"title": title.striptags(), "text": _("執行情形：%(statuses)s。") % {"statuses": lead}}
        if lead
        else title.striptags(),
        breadcrumbs=(
            (office_name, addresses.office(office.id)),
            (maker.edition.year(plan.roc_year, plan.until), addresses.plan(office.id, plan.roc_year)),
            (name, path),
        ),
        office=office,
        data_path=addresses.results_data(plan.office, plan.roc_year),
    )
    here = addresses.localised(maker.edition.language, path)
    layout = ResultLayout(maker.edition, office, plan, assessment, path)
    return maker.render(
        "results.html",
        view=view,
        title=title,
        organisation=maker.organisation_above(office, title.striptags()),
        office=office_name,
        plan={
            "href": addresses.relative(path, addresses.plan(plan.office, plan.roc_year)),
            "title": marked(maker.title(plan), maker.tag),
        },
        lead=lead,
        revised=revised_since_text(maker.edition, plan.revision)
        if plan.revision and is_of_earlier_text(assessment, plan.revision)
        else None,
        outcome=tuple(outcome(maker, office, assessment)),
        facts=tuple(facts(maker, office, assessment)),
        day=day_of(maker.edition, assessment),
        classes=class_views(maker, office, path),
        is_own=assessment.kind is AssessmentKind.OWN,
        has_scores=assessment.total is not None or any(each.counted is not None for each in assessment.everything()),
        rows=tuple(layout.rows(assessment)),
        summary=tuple(linked(maker.edition.text(text, office.id), maker.edition) for text in assessment.summary),
        evidence=tuple((f"{layout.to_files}{each}", each) for each in assessment.evidence),
        trend=trend(maker, series),
        history=tuple(history(maker, office, path, series)) if len(series) > 1 else (),
        all_results=addresses.relative(path, addresses.office_results(office.id)),
        data=addresses.relative(here, addresses.results_data(plan.office, plan.roc_year)),
        downloads=result_downloads(maker.edition, here, plan.office, plan.roc_year, assessment.name, title, sizes),
    )


def outcome(maker: PageMaker, office: Office, assessment: Assessment) -> Iterator[tuple[str, Markup]]:
    """What came out on the whole."""
    _ = maker.edition.gettext

    def say(text: str) -> Markup:
        return marked(maker.edition.text(text, office.id), maker.tag)

    if assessment.total is not None:
        yield _("總分"), escape(total_text(maker.edition, assessment.total, assessment.maximum))
    if assessment.average is not None:
        yield _("平均"), escape(amount(assessment.average))
    if assessment.grade:
        yield _("等第"), say(assessment.grade)
    if assessment.rank is not None:
        yield _("名次"), escape(rank_text(maker.edition, assessment.rank, assessment.ranked))
    if assessment.group:
        yield _("組別"), say(assessment.group)


def facts(maker: PageMaker, office: Office, assessment: Assessment) -> Iterator[tuple[str, Markup]]:
    """Who assessed, what, and when."""
    _ = maker.edition.gettext
    yield _("種類"), escape(kind_name(maker.edition, assessment.kind))
    period = {"year": maker.edition.year(assessment.roc_year), "period": period_name(maker.edition, assessment)}
    yield _("考核期間"), escape(_("%(year)s%(period)s") % period)
    for label, date in ((_("統計截止日"), assessment.cut_off), (_("考核日期"), assessment.date)):
        if date:
            yield label, escape(maker.edition.date(date))
    units = ((_("考核單位"), assessment.assessor), (_("受考核單位"), assessment.assessed_unit))
    yield from ((label, marked(unit_text(maker.edition, office, name), maker.tag)) for label, name in units if name)
    if assessment.version:
        yield _("版本"), marked(maker.edition.text(assessment.version, office.id), maker.tag)


def trend(maker: PageMaker, series: Sequence[HeldAssessment], id_: str = "trend") -> LineChart | None:
    """The totals of a series as a line: those on the scale of the last, for others would only look higher or lower."""
    _ = maker.edition.gettext
    heads = on_one_scale(each.summary.head for each in series)
    points = [
        Point(short_period(maker.edition, head.roc_year, head.half), head.total)
        for head in heads
        if head.total is not None
    ]
    return line_chart(maker.edition, id_, _("歷次總分"), points, most=heads[0].maximum if heads else None)


def history(
    maker: PageMaker, office: Office, path: str, series: Sequence[HeldAssessment]
) -> Iterator[dict[str, object]]:
    """The assessments of a series as lines of a table, the newest first; scores of several scales say which."""
    scales = {each.summary.head.maximum for each in series if each.summary.head.total is not None}
    for each in reversed(series):
        head = each.summary.head
        yield {
            "href": addresses.relative(path, addresses.results(office.id, each.roc_year, head.name)),
            "name": marked(assessment_title(maker.edition, head, office.id), maker.tag),
            "total": total_text(maker.edition, head.total, head.maximum if len(scales) > 1 else None)
            if head.total is not None
            else "",
            "grade": marked(maker.edition.text(head.grade, office.id), maker.tag) if head.grade else "",
            "rank": rank_text(maker.edition, head.rank, head.ranked) if head.rank is not None else "",
            "statuses": statuses_text(maker.edition, each.summary.statuses),
        }
