"""The page that compares a plan with the one before it."""

from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from planpress import addresses
from planpress.model import Office, Plan
from planpress.model.classification import class_metadata
from planpress.overview.changes import Change, Changes
from planpress.pages.changes_view import ChangedRow, Layout, Side
from planpress.pages.maker import PageMaker, Titled, Writer
from planpress.pages.templates import marked

_SHOWN: Final = (Change.REWORDED, Change.NEW, Change.GONE, Change.MOVED, Change.KEPT)
"""What became of rows, in the order of the page."""


@dataclass(frozen=True, slots=True)
class ChangedPart:
    """All rows of which one thing became."""

    id: str
    name: str
    rows: tuple[ChangedRow, ...]


def changes_body(writer: Writer, office: Office, before: Plan, after: Plan, changes: Changes) -> str:
    """All of the page that depends on the two plans alone."""
    _ = writer.edition.gettext
    names = {
        Change.REWORDED: _("改寫"),
        Change.NEW: _("新增"),
        Change.GONE: _("刪除"),
        Change.MOVED: _("移動"),
        Change.KEPT: _("不變"),
    }
    here = addresses.changes(after.office, after.roc_year)
    sides = (Side(plan, addresses.plan(plan.office, plan.roc_year)) for plan in (before, after))
    lay_out = Layout(writer.edition, office, here, *sides).row
    parts = tuple(ChangedPart(change, names[change], tuple(map(lay_out, changes.of(change)))) for change in _SHOWN)
    return writer.render("changes_body.html", parts=parts)


def changes_page(maker: PageMaker, office: Office, before: Plan, after: Plan, changes: Changes, body: str) -> str:
    """The page around its body.

    Args:
        maker: of this language.
        office: whose plans they are.
        before: the earlier plan.
        after: the later one, beside which the page stands.
        changes: between them.
        body: from :func:`changes_body`.
    """
    _ = maker.edition.gettext
    path = addresses.changes(after.office, after.roc_year)
    name = maker.office_name(office)
    title = changes_title(maker, office, after, before)
    counts = {str(change): count for change, count in changes.counts.items()}
    lead = (
        _("與前一份計畫相比：改寫%(reworded)s列、新增%(new)s列、刪除%(gone)s列、移動%(moved)s列，其餘%(kept)s列不變。")
        % counts
    )
    view = maker.frame(
        path,
        title=title.striptags(),
        description=_("%(title)s。%(text)s") % {"title": title.striptags(), "text": lead},
        breadcrumbs=(
            (name, addresses.office(office.id)),
            (maker.edition.year(after.roc_year, after.until), addresses.plan(office.id, after.roc_year)),
            (_("異同"), path),
        ),
        organisation=office.organisation.id,
        creator=name.striptags(),
        years=after.years,
        classes=class_metadata(office.classification),
    )
    plans = [
        {
            "href": addresses.relative(path, addresses.plan(office.id, plan.roc_year)),
            "title": marked(maker.title(plan), maker.tag),
        }
        for plan in (after, before)
    ]
    return maker.render("changes.html", view=view, title=title, lead=lead, plans=plans, body=Markup(body))


def changes_title(maker: Writer, office: Office, after: Titled, before: Titled) -> Markup:
    """The title of the page, which is also the text of links to it."""
    year, before_it = (maker.edition.year(each.roc_year, each.until) for each in (after, before))
    names = {"office": maker.office_name(office), "year": year, "before": before_it}
    return escape(maker.edition.gettext("%(office)s%(year)s計畫與%(before)s計畫的異同")) % names
