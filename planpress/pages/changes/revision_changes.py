"""The page of what a revision of a plan changed: 修正對照表, beside the document that approvers read."""

from dataclasses import dataclass

from markupsafe import Markup, escape

from planpress import addresses
from planpress.model import Office, Plan
from planpress.model.document_files import DocumentFile, DocumentKind, revision_table
from planpress.model.language import AUTHORITATIVE
from planpress.model.rewording import Fate
from planpress.overview.changes import Change, Changes, RowChange
from planpress.overview.remarks import remarks
from planpress.pages.changes.changes_view import FactView, Layout, Side, counted
from planpress.pages.frame.downloads import Download, link_text
from planpress.pages.frame.maker import PageMaker, Writer
from planpress.pages.frame.templates import linked, phrased


@dataclass(frozen=True)
class RevisionChanges:
    """A revision and the texts before and after it.

    Attributes:
        office: whose plan it is.
        number: of the revision.
        before: what it replaced.
        after: what it made of it.
        is_last: whether that is the plan in force.
    """

    office: Office
    number: int
    before: Plan
    after: Plan
    is_last: bool

    @property
    def path(self) -> str:
        """Of the page, without language."""
        return addresses.revision_changes(self.after.office, self.after.roc_year, self.number)

    @property
    def sides(self) -> tuple[Side, Side]:
        """Both texts with the paths of their pages."""
        where = self.after.office, self.after.roc_year
        now = addresses.plan(*where) if self.is_last else addresses.revision(*where, self.number + 1)
        replaced = addresses.revision(*where, self.number)
        return Side(self.before, self.office, replaced), Side(self.after, self.office, now)


@dataclass(frozen=True, slots=True)
class CellView:
    """What one of the texts has of a row."""

    name: Markup
    href: str
    text: Markup
    facts: tuple[tuple[Markup, Markup], ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """A row as it was revised, as it was before, and what can be said of that."""

    after: CellView | None
    before: CellView | None
    remarks: tuple[str, ...]


def revision_changes_body(writer: Writer, revision: RevisionChanges, changes: Changes) -> str:
    """All of the page that depends on the two texts alone."""
    before, after = revision.sides
    layout = Layout(writer.edition, revision.path, before, after)

    def cell(change: RowChange, side: Side, fate: Fate) -> CellView | None:
        row = change.after if side is after else change.before
        if row is None:
            return None
        facts = tuple((each.name, _value(each, fate)) for each in layout.facts(change))
        text = layout.text(change, frozenset({Fate.KEPT, fate}))
        return CellView(layout.name(row, side), layout.href(row, side), text, facts)

    rows = tuple(
        RowView(cell(each, after, Fate.NEW), cell(each, before, Fate.GONE), tuple(remarks(each, writer.edition)))
        for each in changes.rows
        if each.change is not Change.KEPT
    )
    return writer.render("revision_changes_body.html", rows=rows)


def _value(fact: FactView, fate: Fate) -> Markup:
    return fact.after if fate is Fate.NEW else fact.before


def revision_changes_page(
    maker: PageMaker, revision: RevisionChanges, changes: Changes, body: str, size: int | None
) -> str:
    """The page around its body.

    Args:
        maker: of this language.
        revision: which.
        changes: that it made.
        body: from :func:`revision_changes_body`.
        size: of the same as a document, in kilobytes; None where there is none.
    """
    _ = maker.edition.gettext
    office, number, after = revision.office, {"number": revision.number}, revision.after
    title = escape(_("%(title)s（第%(number)s次修正對照表）")) % {
        "title": phrased(maker.title(after), maker.tag),
        **number,
    }
    lead = counted(changes, maker.edition)
    where = after.office, after.roc_year
    texts = [
        _("第%(number)s次修正前的版本") % number,
        _("現行計畫") if revision.is_last else _("第%(number)s次修正前的版本") % {"number": revision.number + 1},
    ]
    view = maker.frame(
        revision.path,
        title=title.striptags(),
        description=_("%(title)s。%(text)s") % {"title": title.striptags(), "text": lead},
        breadcrumbs=(
            (maker.office_name(office), addresses.office(office.id)),
            (maker.edition.year(after.roc_year, after.until), addresses.plan(*where)),
            (texts[0], addresses.revision(*where, revision.number)),
            (_("修正對照表"), revision.path),
        ),
        office=office,
        findable=False,
    )
    links = [
        {"href": addresses.relative(revision.path, side.path), "name": name}
        for side, name in zip(revision.sides, texts, strict=True)
    ]
    return maker.render(
        "revision_changes.html",
        view=view,
        title=title,
        lead=lead,
        note=_note(maker, revision),
        links=links,
        download=_download(maker, revision, size) if size else None,
        body=Markup(body),
    )


def _note(maker: PageMaker, revision: RevisionChanges) -> Markup | None:
    """What the plan itself says of the revision."""
    said = revision.after.revision
    return linked(maker.edition.text(said.note, revision.office.id), maker.edition) if said and said.note else None


def _download(maker: PageMaker, revision: RevisionChanges, size: int) -> Download:
    file = DocumentFile(DocumentKind.ODT, AUTHORITATIVE.tag)
    title = escape(maker.edition.gettext("第%(number)s次修正對照表") % {"number": revision.number})
    here = addresses.localised(maker.edition.language, revision.path)
    return Download(
        text=link_text(maker.edition, title, file, size),
        href=addresses.relative(here, revision_table(revision.after.office, revision.after.roc_year, revision.number)),
        media_type=file.media_type,
        tag=file.tag,
        kilobytes=size,
    )
