"""The page of what a revision of a plan replaced: it says so first, and leads to the plan in force."""

from markupsafe import escape

from planpress import addresses
from planpress.model import Office
from planpress.overview.summary import PlanSummary
from planpress.pages.frame.maker import PageMaker
from planpress.pages.frame.templates import marked, phrased
from planpress.pages.layout.block_view import with_figures
from planpress.pages.layout.decisions import decisions, revision_view


def superseded_page(
    maker: PageMaker, superseded: PlanSummary, number: int, current: PlanSummary, office: Office, body: str
) -> str:
    """A superseded text of a plan around its body.

    Args:
        maker: of this language.
        superseded: of the text.
        number: of the revision that put an end to it.
        current: of the plan in force.
        office: whose plan it is.
        body: from :func:`planpress.pages.plan.plan_page.plan_body_html`.
    """
    _ = maker.edition.gettext
    plan_path = addresses.plan(current.office, current.roc_year)
    path = addresses.revision(current.office, current.roc_year, number)
    text = maker.title(superseded)
    title = escape(_("%(title)s（第%(number)s次修正前）")) % {"title": phrased(text, maker.tag), "number": number}
    notice = _("這是第%(number)s次修正前的版本，已由修正後的計畫取代，僅供查考。") % {"number": number}
    view = maker.frame(
        path,
        title=title.striptags(),
        description=_("%(title)s。%(text)s") % {"title": title.striptags(), "text": notice},
        breadcrumbs=(
            (maker.office_name(office), addresses.office(current.office)),
            (maker.edition.year(current.roc_year, current.until), plan_path),
            (_("第%(number)s次修正前的版本") % {"number": number}, path),
        ),
        office=office,
        findable=False,
    )
    return maker.render(
        "superseded.html",
        view=view,
        body=with_figures(
            body,
            addresses.localised(maker.edition.language, path),
            addresses.plan_files(current.office, current.roc_year),
        ),
        plan={
            "organisation": maker.organisation_above(office, title.striptags()),
            "title": title,
            "notice": notice,
            "current_href": addresses.relative(path, plan_path),
            "current": marked(maker.title(current), maker.tag),
            "adopted": maker.edition.date(superseded.adopted) if superseded.adopted else None,
            "approvals": decisions(maker, superseded.approvals, current.office),
            "revision": revision_view(maker, superseded),
        },
    )
