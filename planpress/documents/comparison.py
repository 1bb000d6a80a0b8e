"""修正對照表: what was changed beside what it was, and why, in the form that approvers read. In Chinese, as ODT."""

from collections.abc import Callable, Iterator
from typing import Final

from jinja2 import Environment
from markupsafe import Markup

from planpress.documents.about import About
from planpress.documents.form import Form, form_odt
from planpress.documents.odf import inline
from planpress.model import Office, Plan
from planpress.model.rewording import Fate
from planpress.overview.changes import Change, Changes, ComparedRow, RowChange, RowKind

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
    return _cell(change, change.after, Fate.NEW), _cell(change, change.before, Fate.GONE), _remarks(change)


def _cell(change: RowChange, row: ComparedRow | None, fate: Fate) -> Iterator[Markup]:
    """A row as one of the plans has it; the words that the other does not have are underlined."""
    if row is None:
        yield inline("（刪除）" if fate is Fate.NEW else "")
        return
    number = inline(row.number.printed) if row.number else Markup()
    if change.change is Change.REWORDED:
        said = Markup().join(
            _underlined(piece.text) if piece.fate is fate else inline(piece.text)
            for piece in change.pieces
            if piece.fate in (Fate.KEPT, fate)
        )
    else:
        said = _underlined(row.text) if change.change is Change.NEW else inline(row.text)
    yield number + said
    for name, value in _FACTS:
        if change.before and change.after and value(change.before) != value(change.after):
            yield inline(f"{name}：") + _underlined(value(row) or "未載明")


def _remarks(change: RowChange) -> Iterator[Markup]:
    """What can be said without knowing why; the rest of the cell is its editor's."""
    kind = _KINDS[change.row.kind]
    match change.change:
        case Change.NEW:
            yield inline(f"{kind}新增。")
        case Change.GONE:
            yield inline(f"{kind}刪除。")
        case Change.REWORDED:
            yield inline("文字修正。")
        case _:
            pass
    if change.has_other_departments:
        yield inline("調整辦理部門。")
    if change.has_other_period:
        yield inline("調整期間。")
    if change.is_elsewhere:
        yield inline("調整所屬標題。")


def _underlined(text: str) -> Markup:
    return Markup('<text:span text:style-name="Changed">%s</text:span>') % inline(text)


_KINDS: Final = {
    RowKind.SECTION: "本章",
    RowKind.PARAGRAPH: "本條文",
    RowKind.GROUP: "本標題",
    RowKind.INTRODUCTION: "本說明",
    RowKind.MEASURE: "本項作法",
    RowKind.ITEM: "本細項",
}
_FACTS: Final[tuple[tuple[str, Callable[[ComparedRow], str]], ...]] = (
    ("部門", lambda row: "、".join(row.departments)),
    ("協辦", lambda row: "、".join(row.supporting_departments)),
    ("期間", lambda row: row.period.text if row.period else ""),
)
