"""The 公告單 of a plan: one sheet of A4 for the wall of an office, which leads to the plan.

「本計畫……將公開於本處對外網頁及辦公場所」 (Kinmen 114 and Pingtung 107). Where and when it hangs is written by hand.
"""

from markupsafe import Markup

from planpress import addresses
from planpress.documents.qr_code import qr_code
from planpress.editions.edition import Text
from planpress.model import Office
from planpress.overview.summary import PlanSummary, lead
from planpress.pages.frame.maker import PageMaker
from planpress.pages.frame.templates import marked, phrased


def bulletin_page(maker: PageMaker, summary: PlanSummary, office: Office) -> str:
    """The sheet of one plan.

    Args:
        maker: of this language.
        summary: of the plan.
        office: whose plan it is.
    """
    _ = maker.edition.gettext
    path = addresses.bulletin(summary.office, summary.roc_year)
    plan_path = addresses.plan(summary.office, summary.roc_year)
    title: Text = maker.title(summary)
    sentence = lead(summary, maker.edition, maker.voice.office(office))
    address = maker.address(plan_path)
    name = _("%(title)s公告單") % {"title": title.value}
    view = maker.frame(
        path,
        title=name,
        description=_("%(title)s。%(text)s") % {"title": name, "text": sentence},
        breadcrumbs=(
            (maker.office_name(office), addresses.office(summary.office)),
            (maker.edition.year(summary.roc_year, summary.until), plan_path),
            (_("公告單"), path),
        ),
        office=office,
        source=summary.title,
    )
    return maker.render(
        "bulletin.html",
        view=view,
        title=phrased(title, maker.tag),
        organisation=maker.organisation_above(office, title.value),
        lead=sentence,
        groups=[
            (marked(maker.edition.text(group.name, summary.office), maker.tag), group.measures)
            for group in summary.top_groups
        ],
        address=address,
        code=Markup(qr_code(address)),  # segno's own drawing
    )
