"""修正對照表: what was changed beside what it was, and why, in the form that approvers read. In Chinese, as ODT."""

from collections.abc import Iterator
from typing import Final

from jinja2 import Environment
from markupsafe import Markup

from planpress.documents.about import About
from planpress.documents.form import Form, form_odt
from planpress.documents.odf import inline
from planpress.editions.edition import Edition
from planpress.model import Office, Plan
from planpress.model.language import AUTHORITATIVE
from planpress.model.rewording import Fate
from planpress.overview.changes import Change, Changes, Fact, RowChange
from planpress.overview.compared_rows import ComparedRow
from planpress.overview.remarks import remarks, said

REVISION: Final = ("修正規定", "現行規定", "說明")
"""Heads of the columns where a plan is revised."""


def comparison_heads(before: Plan, after: Plan) -> tuple[str, str, str]:
    """Heads of the columns: of a revision as the rules say it, of two plans by what they are."""
    if (before.office, before.roc_year) == (after.office, after.roc_year):
        return REVISION
    if before.office == after.office:
        return (f"{after.roc_year}年度計畫", f"{before.roc_year}年度計畫", "說明")
    return ("本計畫", "所依據之計畫", "說明")


def comparison_odt(
    before: Plan,
    after: Plan,
    changes: Changes,
    office: Office,
    about: About,
    environment: Environment,
    *,
    is_transcription: bool = False,
) -> bytes:
    """Make the table.

    Args:
        before: the plan as it is in force, or the one that it is compared with.
        after: the plan as it is to be.
        changes: between them; what is kept is left out.
        office: whose plan it is.
        about: Dublin Core of the plan.
        environment: of the templates, from :func:`planpress.documents.environment.documents_environment`.
        is_transcription: whoever makes it is not the office, which every page says.
    """
    heads = comparison_heads(before, after)
    title = f"{after.title}{'修正對照表' if heads == REVISION else '對照表'}"
    rows = [tuple(map(tuple, _row(each))) for each in changes.rows if each.change is not Change.KEPT]
    widths = (6.6, 6.6, 3.4)
    form = Form("comparison", title, heads, widths, rows, "兩者並無不同。")
    return form_odt(form, office.name, about, environment, is_transcription=is_transcription)


def _row(change: RowChange) -> tuple[Iterator[Markup], ...]:
    """The three cells of a row, in paragraphs."""
    return (
        _cell(change, change.after, Fate.NEW),
        _cell(change, change.before, Fate.GONE),
        map(inline, remarks(change, Edition(AUTHORITATIVE))),
    )


def _cell(change: RowChange, row: ComparedRow | None, fate: Fate) -> Iterator[Markup]:
    """A row as one of the plans has it; the words that the other does not have are underlined."""
    if row is None:
        yield inline("（刪除）" if fate is Fate.NEW else "")
        return
    number = inline(row.number.printed) if row.number else Markup()
    if change.is_reworded:
        words = Markup().join(
            _underlined(piece.text) if piece.fate is fate else inline(piece.text)
            for piece in change.pieces
            if piece.fate in (Fate.KEPT, fate)
        )
    else:
        words = _underlined(row.text) if change.change is Change.NEW else inline(row.text)
    yield number + words
    marked = inline if change.change is Change.GONE else _underlined
    for each in change.facts:
        if each.fact is not Fact.PLACE:
            yield inline(f"{_NAMES.get(each.fact, each.column)}：") + marked(said(row, each) or "未載明")


def _underlined(text: str) -> Markup:
    return Markup('<text:span text:style-name="Changed">%s</text:span>') % inline(text)


_NAMES: Final = {Fact.WHO: "部門", Fact.SUPPORT: "協辦", Fact.WHEN: "期間", Fact.TARGET: "目標"}
