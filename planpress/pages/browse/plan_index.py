"""The page of a plan's 分類索引: its measures by department and by period."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from markupsafe import Markup, escape

from planpress import addresses
from planpress.editions.said_plan import SaidPlan
from planpress.model import Office
from planpress.overview.holdings import ListedPlan
from planpress.overview.summary import PlanSummary
from planpress.overview.topics import TopicMeasures
from planpress.pages.frame.maker import PageMaker, Writer
from planpress.pages.layout.plan_index_view import plan_index_view


def plan_index_html(maker: Writer, said: SaidPlan, topics: Sequence[TopicMeasures] = ()) -> str:
    """All of the page that depends on the plan alone."""
    return maker.render("plan_index_body.html", index=plan_index_view(said, topics))


class IndexKind(StrEnum):
    """By what the index of a plan lists its measures."""

    TOPICS = "topics"
    DEPARTMENTS = "departments"
    PERIODS = "periods"


def index_kinds(summary: PlanSummary) -> Iterator[IndexKind]:
    """What the index of a plan has: topics where measures belong to some, the others where the plan has the column."""
    if summary.topics:
        yield IndexKind.TOPICS
    if summary.has_who:
        yield IndexKind.DEPARTMENTS
    if summary.has_when:
        yield IndexKind.PERIODS


def plan_index_page(maker: PageMaker, plan: ListedPlan, office: Office, body: str, kinds: Sequence[IndexKind]) -> str:
    """The page around its body.

    Args:
        maker: of this language.
        plan: whose index it is.
        office: whose plan it is.
        body: from :func:`plan_index_html`.
        kinds: what it has, from :func:`index_kinds`.
    """
    _ = maker.edition.gettext
    path = addresses.plan_index(plan.office, plan.roc_year)
    name = maker.office_name(office)
    title = index_title(maker, plan, office)
    said = {IndexKind.TOPICS: _("主題"), IndexKind.DEPARTMENTS: _("承辦部門"), IndexKind.PERIODS: _("執行期間")}
    match tuple(kinds):
        case (IndexKind.TOPICS, IndexKind.DEPARTMENTS, IndexKind.PERIODS):
            text = _("這份計畫的%(measures)s具體作法，依主題、承辦部門及執行期間分類；選一類，列出其中各項。")
        case (IndexKind.DEPARTMENTS, IndexKind.PERIODS):
            text = _("這份計畫的%(measures)s具體作法，依承辦部門及執行期間分類；選一類，列出其中各項。")
        case ():
            text = _("這份計畫的%(measures)s具體作法未載承辦部門與執行期間，沒有可列的索引。")
        case _:
            text = _("這份計畫的%(measures)s具體作法，依「%(kinds)s」分類；選一類，列出其中各項。")
    lead = text % {"measures": maker.measures(plan.measures), "kinds": _("、").join(said[kind] for kind in kinds)}
    view = maker.frame(
        path,
        title=title.striptags(),
        description=_("%(title)s。%(text)s") % {"title": title.striptags(), "text": lead},
        breadcrumbs=(
            (name, addresses.office(office.id)),
            (maker.edition.year(plan.roc_year, plan.until), addresses.plan(office.id, plan.roc_year)),
            (_("分類索引"), path),
        ),
        office=office,
    )
    return maker.render("plan_index.html", view=view, title=title, lead=lead, body=Markup(body))


def index_title(maker: Writer, plan: ListedPlan, office: Office) -> Markup:
    """The title of the page, which is also the text of links to it."""
    _ = maker.edition.gettext
    names = {"office": maker.office_name(office), "year": maker.edition.year(plan.roc_year, plan.until)}
    return escape(_("%(office)s%(year)s計畫分類索引")) % names
