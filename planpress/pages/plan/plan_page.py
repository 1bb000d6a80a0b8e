"""The page of one plan."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from types import MappingProxyType

from markupsafe import Markup, escape

from planpress import addresses
from planpress.documents.qr_code import qr_code
from planpress.editions.edition import Text
from planpress.editions.results import assessment_title, day_of, status_name
from planpress.editions.said_plan import SaidPlan
from planpress.model import Office, Plan, Target
from planpress.model.assessment import Assessment
from planpress.model.decisions import last_approval
from planpress.model.document_files import PlanFiles
from planpress.model.explained_word import ExplainedWord
from planpress.model.record import RecordedChange
from planpress.overview.holdings import ALONE, ListedOffice, ListedPlan, RelatedPlan, Relations
from planpress.overview.results import HeldAssessment, is_of_earlier_text, outcomes
from planpress.overview.summary import PlanSummary, lead
from planpress.overview.topics import TopicMeasures
from planpress.pages.browse.classes import class_views
from planpress.pages.browse.plan_index import index_kinds
from planpress.pages.frame.ask import ask_view
from planpress.pages.frame.maker import PageMaker, Writer
from planpress.pages.frame.templates import marked, phrased
from planpress.pages.layout.block_view import with_figures
from planpress.pages.layout.corrections import correction_notice
from planpress.pages.layout.decisions import decisions, revision_view, supplements
from planpress.pages.layout.plan_layout import plan_body
from planpress.pages.layout.record import record_view
from planpress.pages.proofs.clauses import clauses_name
from planpress.pages.results.office_results import results_text, unknown_results
from planpress.pages.ways.calendar import deadline_facts
from planpress.pages.ways.glossary import word_views


def plan_body_html(
    maker: Writer,
    said: SaidPlan,
    topics: Sequence[TopicMeasures] = (),
    uses: Mapping[str, Sequence[ExplainedWord]] = MappingProxyType({}),
    results: Sequence[Assessment] = (),
) -> str:
    """All of a plan's page that depends on the plan alone."""
    plan = said.plan
    macros = maker.environment.get_template("macros.html").make_module({"edition": maker.edition})
    # A plan has many measures, but few departments and periods.
    facts = cache(macros.facts)  # type: ignore[attr-defined]
    here = addresses.plan(plan.office, plan.roc_year)
    related = [
        {
            "href": f"{addresses.relative(here, addresses.topic_page(each.topic.id))}#{plan.office}",
            "name": marked(maker.edition.topic_name(each.topic), maker.tag),
            "count": len(each.measures),
        }
        for each in topics
    ]
    return maker.render(
        "plan_body.html",
        body=plan_body(said),
        facts=facts,
        related=related,
        words=word_views(maker, uses),
        outcomes=outcome_views(maker, plan, said.office, results),
    )


def plan_page(
    maker: PageMaker,
    summary: PlanSummary,
    held: ListedOffice,
    files: PlanFiles,
    body: str,
    changed: date | None,
    relations: Relations = ALONE,
    changes: Sequence[RecordedChange] = (),
) -> str:
    """A plan's page around its body.

    Args:
        maker: of this language.
        summary: of the plan.
        held: its office, with all plans of it that the site holds.
        files: what the plan offers for download.
        body: from :func:`plan_body_html`.
        changed: the day of the last commit that touched the plan.
        relations: what it has to do with plans of other offices.
        changes: what was altered in it since it was first there (異動紀錄), the newest first.
    """
    _ = maker.edition.gettext
    path = addresses.plan(summary.office, summary.roc_year)
    title_text = maker.title(summary)
    title = title_text.value
    sentence = lead(summary, maker.edition, maker.voice.office(held.office))
    office_name = maker.office_name(held.office)
    newest = held.newest
    over = next(plan.is_over for plan in held.plans if plan.roc_year == summary.roc_year)
    here = addresses.localised(maker.edition.language, path)
    is_newest = newest.roc_year == summary.roc_year
    offered = maker.downloads(path, summary, files)
    view = maker.frame(
        path,
        title=title,
        description=_("%(title)s。%(text)s") % {"title": title, "text": sentence},
        breadcrumbs=(
            (office_name, addresses.office(summary.office)),
            (maker.edition.year(summary.roc_year, summary.until), path),
        ),
        office=held.office,
        data_path=addresses.plan_data(summary.office, summary.roc_year),
        source=summary.title,
        accepted=approved.iso if (approved := last_approval(summary.approvals, summary.revision)) else None,
    )
    return maker.render(
        "plan.html",
        view=view,
        ask=ask_view(maker, held.office, path, title),
        body=with_figures(body, here, addresses.plan_files(summary.office, summary.roc_year)),
        plan={
            "organisation": maker.organisation_above(held.office, title),
            "office": office_name,
            "office_link": "../",
            "title": phrased(title_text, maker.tag),
            "name": marked(title_text, maker.tag),
            "lead": sentence,
            "year": maker.edition.year(summary.roc_year, summary.until),
            "adopted": maker.edition.date(summary.adopted) if summary.adopted else None,
            "approvals": decisions(maker, summary.approvals, summary.office),
            "revision": revision_view(maker, summary),
            "deadlines": deadline_facts(maker, summary.office, summary.deadlines),
            "calendar": f"../{addresses.CALENDAR_FILE}"
            if summary.has_dates and maker.leads_to(addresses.CALENDAR)
            else None,
            "supplements": supplements(maker, summary, offered.supplements),
            "changed": maker.day(changed),
            "classes": class_views(maker, held.office, path),
            "notice": year_notice(maker, summary, newest) if over else None,
            "newest": None
            if is_newest
            else {
                "href": f"../{newest.roc_year}/",
                "name": _("%(year)s計畫") % {"year": maker.edition.year(newest.roc_year, newest.until)},
                "title": in_own_language(maker, maker.title(newest), maker.title(newest).value)
                or _("本站收錄的最新計畫是%(year)s計畫。")
                % {"year": maker.edition.year(newest.roc_year, newest.until)},
            },
            "corrected": correction_notice(summary.corrections, maker.edition),
            "changes": changes_link(maker, summary, held),
            "clauses": clauses_name(maker) if summary.clauses else None,
            # What says how far measures are comes before grades and ranks: it is what people ask.
            "results": sorted(
                results_text(maker, held.office, path, results_of(summary)), key=lambda each: not each["text"]
            ),
            "unknown_results": None if summary.results else unknown_results(maker, held.office),
            "parent": parent_view(maker, summary, relations.parent) if relations.parent else None,
            "followers": [follower_view(maker, summary, each) for each in relations.followers],
            "record": record_view(maker.edition, changes),
            "coverage": coverage(maker, summary),
            "index": any(index_kinds(summary)),
            "downloads": offered,
            "address": maker.address(path),
            "code": Markup(qr_code(maker.address(path))),  # segno's own drawing
            "years": [
                {
                    "href": f"../{other.roc_year}/",
                    "name": _("%(year)s計畫") % {"year": maker.edition.year(other.roc_year, other.until)},
                }
                for other in held.plans
                if other.roc_year != summary.roc_year
            ],
        },
    )


def outcome_views(
    maker: Writer, plan: Plan, office: Office, results: Sequence[Assessment]
) -> dict[str, dict[str, object]]:
    """What became of rows of the plan, by their ids: the status, a figure, and the assessment that says so."""
    here = addresses.plan(plan.office, plan.roc_year)
    views: dict[str, dict[str, object]] = {}
    for id_, outcome in outcomes(results).items():
        status = status_name(maker.edition, outcome.status)
        path = addresses.results(plan.office, plan.roc_year, outcome.assessment.name)
        figure = Target(figure=outcome.figure, unit=outcome.unit) if outcome.figure else None
        by = marked(assessment_title(maker.edition, outcome.assessment, office.id), maker.tag)
        if day := day_of(maker.edition, outcome.assessment):
            by = escape(maker.edition.gettext("%(assessment)s（%(day)s）")) % {"assessment": by, "day": day}
        if is_of_earlier_text(outcome.assessment, plan.revision):
            by = escape(maker.edition.gettext("%(assessment)s（計畫修正前）")) % {"assessment": by}
        views[id_] = {
            "status": status,
            "figure": marked(maker.edition.target(figure, office.id), maker.tag) if figure else None,
            "href": f"{addresses.relative(here, path)}#{id_}",
            "by": by,
        }
    return views


def results_of(summary: PlanSummary) -> tuple[HeldAssessment, ...]:
    """The assessments of one plan."""
    return tuple(HeldAssessment(roc_year=summary.roc_year, summary=each) for each in summary.results)


def changes_link(maker: PageMaker, summary: PlanSummary, held: ListedOffice) -> str | None:
    """The text of the link to what the plan says otherwise than the one before it; none where there is none."""
    before = next((plan for plan in held.plans if plan.roc_year < summary.roc_year), None)
    if before is None:
        return None
    return maker.edition.gettext("與%(year)s計畫的異同") % {"year": maker.edition.year(before.roc_year, before.until)}


def parent_view(maker: PageMaker, summary: PlanSummary, parent: RelatedPlan) -> dict[str, object]:
    """The plan that this one follows, and the page that compares the two."""
    where = summary.office, summary.roc_year
    path = addresses.plan(*where)
    return {
        "href": addresses.relative(path, addresses.plan(parent.plan.office, parent.plan.roc_year)),
        "title": marked(maker.title(parent.plan), maker.tag),
        "changes": addresses.relative(path, addresses.parent_changes(*where)),
        "changes_title": maker.edition.gettext("與所依據計畫的異同"),
    }


def follower_view(maker: PageMaker, summary: PlanSummary, follower: RelatedPlan) -> dict[str, object]:
    """A plan that follows this one, and the page that compares the two."""
    where = follower.plan.office, follower.plan.roc_year
    path = addresses.plan(summary.office, summary.roc_year)
    _ = maker.edition.gettext
    names = {
        "office": maker.office_name(follower.office),
        "year": maker.edition.year(follower.plan.roc_year, follower.plan.until),
    }
    return {
        "href": addresses.relative(path, addresses.plan(*where)),
        "title": marked(maker.title(follower.plan), maker.tag),
        "changes": addresses.relative(path, addresses.parent_changes(*where)),
        "changes_title": escape(_("%(office)s%(year)s計畫與本計畫的異同")) % names,
    }


def in_own_language(maker: PageMaker, text: Text, title: str) -> str | None:
    """A title attribute that holds a text; none where the text is in another language, which no attribute can say."""
    return title if text.lang == maker.tag else None


def year_notice(maker: PageMaker, summary: PlanSummary, newest: ListedPlan) -> str:
    """That the plan's year has ended, and which plan to read instead."""
    _ = maker.edition.gettext
    year = {"year": maker.edition.year(summary.roc_year, summary.until)}
    if newest.roc_year == summary.roc_year:
        return _("這是%(year)s的計畫，該年度已經結束，本站尚未收錄更新的計畫。") % year
    return _("這是%(year)s的計畫，該年度已經結束。本站收錄的最新計畫：") % year


def coverage(maker: PageMaker, summary: PlanSummary) -> str | None:
    """How much of the plan this edition translates."""
    if not maker.translates:
        return None
    found = summary.coverage[maker.tag]
    _ = maker.edition.gettext
    if found.is_complete:
        return _("本頁%(total)s段文字都已翻譯。") % {"total": found.total}
    return _("本頁內容已翻譯%(percent)s%%（%(translated)s／%(total)s段）；未譯者以中文顯示。") % {
        "percent": found.percent,
        "translated": found.translated,
        "total": found.total,
    }
