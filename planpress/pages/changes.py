"""The page that compares a plan with the one before it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from planpress import addresses
from planpress.editions.edition import Edition, Text
from planpress.editions.naming import measure_names
from planpress.model import Office, Plan
from planpress.model.classification import class_metadata
from planpress.model.language import AUTHORITATIVE
from planpress.model.numbering import without_separator
from planpress.model.rewording import Fate, Piece, reworded
from planpress.overview.changes import Change, Changes, ComparedRow, RowChange, RowKind
from planpress.pages.maker import PageMaker, Titled, Writer
from planpress.pages.plan_index_view import brief
from planpress.pages.templates import marked

_SHOWN: Final = (Change.REWORDED, Change.NEW, Change.GONE, Change.MOVED, Change.KEPT)
"""What became of rows, in the order of the page."""


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """What is otherwise beside a text: whose it is, or when."""

    name: Markup
    before: Markup
    after: Markup


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row as the page shows it."""

    name: Markup
    href: str
    text: Markup
    facts: tuple[ChangedFact, ...]


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
    lay_out = _Layout(writer.edition, office, before, after).row
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


class _Layout:
    """Lays out the rows of two plans in one language."""

    def __init__(self, edition: Edition, office: Office, before: Plan, after: Plan) -> None:
        _ = edition.gettext
        self.edition = edition
        self.office = office
        self.tag = edition.language.tag
        self.telling, self.telling_chinese = Telling(edition), Telling(Edition(AUTHORITATIVE))
        self.columns = after.columns
        self.before, self.after = (self.placed(plan, after) for plan in (before, after))
        self.kinds = {
            RowKind.SECTION: _("章 %(name)s"),
            RowKind.PARAGRAPH: _("條文 %(name)s"),
            RowKind.GROUP: _("標題 %(name)s"),
            RowKind.INTRODUCTION: _("說明 %(name)s"),
            RowKind.MEASURE: _("作法 %(name)s"),
            RowKind.ITEM: _("細項 %(name)s"),
        }

    def placed(self, plan: Plan, after: Plan) -> tuple[str, dict[str, str]]:
        """The address of a plan, as the page links to it, and the names of its measures."""
        here = addresses.changes(after.office, after.roc_year)
        return addresses.relative(here, addresses.plan(plan.office, plan.roc_year)), measure_names(plan, self.edition)

    def row(self, change: RowChange) -> ChangedRow:
        row = change.row
        href, names = self.after if change.after else self.before
        return ChangedRow(self.name(row, names), f"{href}#{row.id}", self.text(change), tuple(self.facts(change)))

    def name(self, row: ComparedRow, names: dict[str, str]) -> Markup:
        """What a row is and its printed numbers: 作法 二(二)1. One without any is called by its first words."""
        kind = escape(self.kinds[row.kind])
        numbers = self.numbers(row, names)
        if numbers:
            return kind % {"name": numbers}
        text = self.edition.text(row.text, self.office.id)
        return kind % {"name": marked(Text(brief(text.value), text.lang), self.tag)}

    def numbers(self, row: ComparedRow, names: dict[str, str]) -> str:
        """The printed numbers on the way to a row; those of sections only where nothing else is printed."""
        if row.kind is RowKind.MEASURE:
            return names[row.id]
        own = without_separator(self.edition.number(row.number)) if row.number else ""
        above = row.above
        if above is None or (above.kind is RowKind.SECTION and row.kind is not RowKind.PARAGRAPH):
            return own
        return f"{self.numbers(above, names)}{own}"

    def text(self, change: RowChange) -> Markup:
        """What a row says, with the changed words marked where there are two wordings."""
        if change.change is not Change.REWORDED or not change.before or not change.after:
            return marked(self.edition.text(change.row.text, self.office.id), self.tag)
        before, after = (self.edition.text(row.text, self.office.id) for row in (change.before, change.after))
        if before.lang == after.lang == self.tag and before.value != after.value:
            return self.telling.told(reworded(before.value, after.value))
        shown = self.telling_chinese.told(change.pieces)
        if self.tag == AUTHORITATIVE.tag:
            return shown
        return Markup('<span lang="%s" class="untranslated">%s</span>') % (AUTHORITATIVE.tag, shown)

    def facts(self, change: RowChange) -> Iterator[ChangedFact]:
        """Whose a row was and is, and when, as far as that has changed; and where it stood."""
        before, after = change.before, change.after
        if before is None or after is None:
            return
        _ = self.edition.gettext
        who, when = (
            self.columns.who or "承辦部門",
            self.columns.when or "執行期間",
        )  # of a plan that had the column before
        if before.who[0] != after.who[0]:
            yield self.fact(self.label(who), before, after, lambda row: self.departments(row.departments))
        if before.who[1] != after.who[1]:
            yield self.fact(escape(_("協辦")), before, after, lambda row: self.departments(row.supporting_departments))
        if change.has_other_period:
            yield self.fact(self.label(when), before, after, self.period)
        if change.is_elsewhere:
            yield self.fact(escape(_("所屬標題")), before, after, self.place)

    def fact(
        self, name: Markup, before: ComparedRow, after: ComparedRow, value: Callable[[ComparedRow], Markup]
    ) -> ChangedFact:
        nothing = escape(self.edition.gettext("未載明"))
        return ChangedFact(name, value(before) or nothing, value(after) or nothing)

    def label(self, column: str) -> Markup:
        return marked(self.edition.text(column, self.office.id), self.tag)

    def departments(self, names: tuple[str, ...]) -> Markup:
        said = (marked(self.edition.department(self.office, name), self.tag) for name in names)
        return escape(self.edition.gettext("、")).join(said)

    def period(self, row: ComparedRow) -> Markup:
        return marked(self.edition.period(row.period), self.tag) if row.period else Markup()

    def place(self, row: ComparedRow) -> Markup:
        above = row.above
        if above is None:
            return Markup()
        number = escape(self.edition.number(above.number)) if above.number else Markup()
        return number + marked(self.edition.text(above.text, self.office.id), self.tag)


class Telling:
    """Tells what was reworded. What colours and lines show is also said, for those who do not see them."""

    def __init__(self, edition: Edition) -> None:
        _ = edition.gettext
        self.around = {
            Fate.KEPT: Markup("%s"),
            Fate.GONE: _spoken("del", _("〔刪去："), _("〕")),
            Fate.NEW: _spoken("ins", _("〔新增："), _("〕")),
        }

    def told(self, pieces: Iterable[Piece]) -> Markup:
        """Marked words."""
        return Markup().join(self.around[piece.fate] % piece.text for piece in pieces)


def _spoken(element: str, *around: str) -> Markup:
    opening, closing = (escape(words.replace("%", "%%")) for words in around)
    said = '<span class="spoken">{}</span>'
    return Markup(f"<{element}>{said.format(opening)}%s{said.format(closing)}</{element}>")
