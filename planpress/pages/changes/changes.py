"""The page that compares a plan with another: with the one before it, or with the one that it follows (函頒計畫)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from markupsafe import Markup, escape

from planpress import addresses
from planpress.editions.edition import Edition
from planpress.model import Office, Plan
from planpress.overview.changes import Change, Changes
from planpress.pages.changes.changes_view import ChangedRow, Layout, Side, counted, sentence
from planpress.pages.frame.maker import PageMaker, Titled, Writer
from planpress.pages.frame.templates import marked

_SHOWN: Final = (Change.REWORDED, Change.MOVED, Change.NEW, Change.GONE, Change.KEPT)
"""What became of rows, in the order of the page: first what readers may know otherwise."""


class Against(StrEnum):
    """What a plan is compared with."""

    EARLIER = "earlier"
    """The office's plan before it."""
    PARENT = "parent"
    """The plan that it follows."""


@dataclass(frozen=True, slots=True)
class ChangedPart:
    """All rows of which one thing became."""

    id: str
    name: str
    rows: tuple[ChangedRow, ...]


@dataclass(frozen=True)
class Comparison:
    """Two plans compared.

    Attributes:
        against: what the other is to the plan.
        before: the other.
        after: the plan, beside which the page stands.
        changes: between them.
    """

    against: Against
    before: Side
    after: Side
    changes: Changes

    @property
    def path(self) -> str:
        """Of the page, without language."""
        return comparison_path(self.against, self.after.plan.office, self.after.plan.roc_year)


def comparison_path(against: Against, office_id: str, roc_year: int) -> str:
    """Path of the page, without language."""
    make = addresses.parent_changes if against is Against.PARENT else addresses.changes
    return make(office_id, roc_year)


def compared_side(plan: Plan, office: Office) -> Side:
    """A plan as it stands on its own page."""
    return Side(plan, office, addresses.plan(plan.office, plan.roc_year))


def changes_body(writer: Writer, comparison: Comparison) -> str:
    """All of the page that depends on the two plans alone."""
    _ = writer.edition.gettext
    names = _names(writer.edition)[comparison.against]
    layout = Layout(writer.edition, comparison.path, comparison.before, comparison.after)
    parts = tuple(
        ChangedPart(change, names[change], tuple(map(layout.row, comparison.changes.of(change)))) for change in _SHOWN
    )
    fact, kept = {
        Against.EARLIER: (_("原為%(before)s，現為%(after)s"), _("列出不變的各處")),
        Against.PARENT: (_("所依據的計畫：%(before)s；本計畫：%(after)s"), _("列出相同的各處")),
    }[comparison.against]
    return writer.render("changes_body.html", parts=parts, fact=escape(fact), kept=kept)


def changes_page(maker: PageMaker, comparison: Comparison, body: str) -> str:
    """The page around its body, which is from :func:`changes_body`."""
    _ = maker.edition.gettext
    path, before, after = comparison.path, comparison.before, comparison.after
    office = after.office
    name = maker.office_name(office)
    is_of_parent = comparison.against is Against.PARENT
    title = (
        parent_changes_title(maker, office, after.plan, before.office)
        if is_of_parent
        else changes_title(maker, office, after.plan, before.plan)
    )
    lead = _against_parent(comparison.changes, maker.edition) if is_of_parent else _against_earlier(comparison, maker)
    notes = [_("本頁由程式依各列的網址及文字比對產生，每一列只列一次；以計畫全文為準。")]
    if is_of_parent:
        notes.append(_("所依據的計畫另有的內容，本計畫可能以不同的文字或於他處規定；本頁不表示有無遵行。"))
    view = maker.frame(
        path,
        title=title.striptags(),
        description=_("%(title)s。%(text)s") % {"title": title.striptags(), "text": lead},
        breadcrumbs=(
            (name, addresses.office(office.id)),
            (
                maker.edition.year(after.plan.roc_year, after.plan.until),
                addresses.plan(office.id, after.plan.roc_year),
            ),
            (_("與所依據計畫的異同") if is_of_parent else _("異同"), path),
        ),
        office=office,
    )
    plans = [
        {"href": addresses.relative(path, side.path), "title": marked(maker.title(side.plan), maker.tag)}
        for side in (after, before)
    ]
    return maker.render(
        "changes.html", view=view, title=title, lead=lead, plans=plans, body=Markup(body), notes=notes
    )  # body: of this module


def _names(edition: Edition) -> dict[Against, dict[Change, str]]:
    """What rows of which something became are called."""
    _ = edition.gettext
    return {
        Against.EARLIER: {
            Change.REWORDED: _("改寫"),
            Change.NEW: _("新增"),
            Change.GONE: _("刪除"),
            Change.MOVED: _("調整部門、期間或所屬標題"),
            Change.KEPT: _("不變"),
        },
        Against.PARENT: {
            Change.REWORDED: _("內容不同"),
            Change.NEW: _("本計畫另有"),
            Change.GONE: _("所依據的計畫另有"),
            Change.MOVED: _("部門、期間或所屬標題不同"),
            Change.KEPT: _("相同"),
        },
    }


def _against_earlier(comparison: Comparison, maker: PageMaker) -> str:
    said = counted(comparison.changes, maker.edition)
    return maker.edition.gettext("與前一份計畫相比：%(text)s") % {"text": said}


def _against_parent(changes: Changes, edition: Edition) -> str:
    _ = edition.gettext
    phrases = {
        Change.REWORDED: _("內容不同%(count)s處"),
        Change.MOVED: _("部門、期間或所屬標題不同%(count)s處"),
        Change.NEW: _("本計畫另有%(count)s處"),
        Change.GONE: _("所依據的計畫另有%(count)s處"),
    }
    text = sentence(changes, phrases, _("，其餘%(count)s處相同。"), edition)
    return _("與所依據的計畫相比：%(text)s") % {"text": text}


def changes_title(maker: Writer, office: Office, after: Titled, before: Titled) -> Markup:
    """The title of the page, which is also the text of links to it."""
    year, before_it = (maker.edition.year(each.roc_year, each.until) for each in (after, before))
    names = {"office": maker.office_name(office), "year": year, "before": before_it}
    return escape(maker.edition.gettext("%(office)s%(year)s計畫與%(before)s計畫的異同")) % names


def parent_changes_title(maker: Writer, office: Office, after: Titled, other: Office) -> Markup:
    """The same where the other is the plan of another office (``other``) that the plan follows."""
    year = maker.edition.year(after.roc_year, after.until)
    names = {"office": maker.office_name(office), "year": year, "other": maker.office_name(other)}
    return escape(maker.edition.gettext("%(office)s%(year)s計畫與所依據的%(other)s計畫的異同")) % names
