"""The page of a plan's 分類索引: its measures by department and by period."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from planpress import addresses
from planpress.model import Office, Plan
from planpress.model.classification import class_metadata
from planpress.overview.holdings import ListedPlan
from planpress.overview.topics import TopicMeasures
from planpress.pages.maker import PageMaker, Writer
from planpress.pages.plan_index_view import plan_index_view


def plan_index_html(maker: Writer, plan: Plan, office: Office, topics: Sequence[TopicMeasures] = ()) -> str:
    """All of the page that depends on the plan alone."""
    return maker.render("plan_index_body.html", index=plan_index_view(plan, office, maker.edition, topics))


def plan_index_page(maker: PageMaker, plan: ListedPlan, office: Office, body: str, *, has_topics: bool) -> str:
    """The page around its body.

    Args:
        maker: of this language.
        plan: whose index it is.
        office: whose plan it is.
        body: from :func:`plan_index_html`.
        has_topics: some of its measures belong to a topic.
    """
    _ = maker.edition.gettext
    path = addresses.plan_index(plan.office, plan.roc_year)
    name = maker.office_name(office)
    title = index_title(maker, plan, office)
    lead = (
        _("這份計畫的%(measures)s項作法，依主題、承辦部門及執行期間列出；點選即到計畫中的該項。")
        if has_topics
        else _("這份計畫的%(measures)s項作法，依承辦部門及執行期間列出；點選即到計畫中的該項。")
    ) % {"measures": plan.measures}
    view = maker.frame(
        path,
        title=title.striptags(),
        description=_("%(title)s。%(text)s") % {"title": title.striptags(), "text": lead},
        breadcrumbs=(
            (name, addresses.office(office.id)),
            (maker.edition.year(plan.roc_year, plan.until), addresses.plan(office.id, plan.roc_year)),
            (_("分類索引"), path),
        ),
        organisation=office.organisation.id,
        publisher=name.striptags(),
        years=plan.years,
        classes=class_metadata(office.classification),
    )
    return maker.render("plan_index.html", view=view, title=title, lead=lead, body=Markup(body))


def index_title(maker: Writer, plan: ListedPlan, office: Office) -> Markup:
    """The title of the page, which is also the text of links to it."""
    _ = maker.edition.gettext
    names = {"office": maker.office_name(office), "year": maker.edition.year(plan.roc_year, plan.until)}
    return escape(_("%(office)s%(year)s計畫分類索引")) % names
