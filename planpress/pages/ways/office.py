"""The page of one office: its plans, departments and contacts."""

from collections.abc import Mapping, Sequence
from typing import Final

from markupsafe import Markup, escape

from planpress import addresses
from planpress.editions import counting
from planpress.model import Deadline, Department, Office
from planpress.model.document_files import PlanFiles
from planpress.model.office import ParticipationKind
from planpress.overview.holdings import ListedOffice
from planpress.overview.news import News
from planpress.overview.results import NONE_HELD, HeldAssessment, OfficeResults
from planpress.pages.browse.classes import class_views
from planpress.pages.changes.news import news_list
from planpress.pages.frame.ask import ask_view, origin
from planpress.pages.frame.maker import PageMaker
from planpress.pages.frame.menu import message
from planpress.pages.frame.templates import marked, phrased
from planpress.pages.results.office_results import results_text, unknown_results
from planpress.pages.ways.calendar import deadline_facts

MOST_RESULTS: Final = 2
"""How many of the last assessments an office's page lists; its page of results has all."""


PARTICIPATION: Final[Mapping[ParticipationKind, str]] = {
    ParticipationKind.MAILBOX: message("信箱"),
    ParticipationKind.BOARD: message("留言版"),
    ParticipationKind.QUESTIONNAIRE: message("問卷"),
    ParticipationKind.VOTE: message("投票"),
    ParticipationKind.COMMUNITY: message("社群"),
}
"""What each way to take part is called."""


def office_page(
    maker: PageMaker,
    held: ListedOffice,
    files: Sequence[PlanFiles],
    departments: Mapping[str, int],
    news: Sequence[News] = (),
    has_dates: bool = False,
    assessments: Sequence[HeldAssessment] = (),
    results: OfficeResults = NONE_HELD,
    discloses: bool = False,
    has_reviews: bool = False,
    deadlines: Sequence[Deadline] = (),
) -> str:
    """An office's page.

    Args:
        maker: of this language.
        held: the office with its plans.
        files: what each plan offers for download, in the order of the plans.
        departments: how many measures of the newest plan each department has a part in.
        news: of the office, the newest first.
        has_dates: it has a calendar.
        assessments: what is public of those of its plans.
        results: what is public of its surveys and indicators.
        discloses: it says what it publishes without being asked.
        has_reviews: it has a page of who looked through its contents.
        deadlines: of the newest plan.
    """
    _ = maker.edition.gettext
    office = held.office
    text = maker.edition.office_name(office)
    name = text.value
    path = addresses.office(office.id)
    newest = held.newest
    description = maker.of_newest(
        held,
        _("本站收錄的最新計畫是%(year)s計畫。"),
        _("本站收錄的最新計畫是%(year)s計畫，該年度已經結束；尚未收錄更新年度的計畫。"),
    )
    view = maker.frame(
        path,
        title=name,
        description=_("%(title)s。%(text)s") % {"title": name, "text": description},
        breadcrumbs=((maker.office_name(office), path),),
        office=office,
    )
    return maker.render(
        "office.html",
        view=view,
        office={
            "organisation": maker.organisation_above(office, name),
            "name": maker.office_name(office),
            "working_name": office.name if maker.translates and text.lang == maker.tag else None,
            "newest": description,
            "newest_over": newest.is_over,
            "newest_year": maker.edition.year(newest.roc_year, newest.until),
            "plans": plan_cards(maker, path, held, files),
            "departments": [
                {
                    "name": marked(maker.edition.department(office, department.name), maker.tag),
                    "history": history(maker, office, department),
                    "href": addresses.relative(
                        path,
                        f"{addresses.plan_index(office.id, newest.roc_year)}#{addresses.department(department.name)}",
                    )
                    if department.name in departments
                    else None,
                    "count": departments.get(department.name, 0),
                }
                for department in office.departments
            ],
            "disclosure": "disclosure/" if discloses else None,
            "participation": participation(maker, office),
            "classes": class_views(maker, office, path),
            "results": results_text(maker, office, path, assessments)[:MOST_RESULTS],
            "unknown_results": None if assessments else unknown_results(maker, office),
            "deadlines": deadline_facts(
                maker, office.id, deadlines, addresses.relative(path, addresses.plan(office.id, newest.roc_year))
            ),
            "all_results": "results/" if assessments or results.indicators else None,
            "surveys": "satisfaction/" if results.surveys else None,
        },
        ask=ask_view(maker, office, path, name),
        news=news_list(maker, news, path),
        calendar=addresses.CALENDAR_FILE if has_dates and maker.leads_to(addresses.CALENDAR) else None,
        reviews="reviews/" if has_reviews else None,
        feed=addresses.FEED if maker.leads_to(addresses.FEED) else None,
    )


def participation(maker: PageMaker, office: Office) -> list[dict[str, object]]:
    """Where people can take part on the web, as far as somebody could open it."""
    _ = maker.edition.gettext
    return [
        {
            "kind": _(PARTICIPATION[each.kind]),
            "name": marked(maker.edition.text(each.name, office.id), maker.tag),
            "href": each.value if each.value.startswith("http") else addresses.letter(each.value),
            "origin": origin(maker, each, office.id),
        }
        for each in office.participation
        if not each.unverified
    ]


def plan_cards(maker: PageMaker, path: str, held: ListedOffice, files: Sequence[PlanFiles]) -> list[dict[str, object]]:
    """The plans of an office, the newest first, each with its files, for the page at a path without language."""
    _ = maker.edition.gettext
    return [
        {
            "href": addresses.relative(path, addresses.plan(plan.office, plan.roc_year)),
            "downloads": maker.downloads(path, plan, offered),
            "title": phrased(maker.title(plan), maker.tag),
            "name": marked(maker.title(plan), maker.tag),
            "text": _("%(year)s・%(extent)s%(over)s")
            % {
                "year": maker.edition.year(plan.roc_year, plan.until),
                "extent": counting.extent(maker.edition, plan.groups, plan.measures),
                "over": _("・年度已結束") if plan.is_over else "",
            },
        }
        for plan, offered in zip(held.plans, files, strict=True)
    ]


def history(maker: PageMaker, office: Office, department: Department) -> Markup | None:
    """What a department was called, and in which years it is called so."""
    _ = maker.edition.gettext
    facts = []
    if department.formerly:
        names = (marked(maker.edition.text(name, office.id), maker.tag) for name in department.formerly)
        facts.append(escape(_("原名%(names)s")) % {"names": escape(_("、")).join(names)})
    if department.since:
        facts.append(escape(_("%(year)s起")) % {"year": maker.edition.year(department.since)})
    if department.until:
        facts.append(escape(_("至%(year)s止")) % {"year": maker.edition.year(department.until)})
    return escape(_("，")).join(facts) if facts else None
