"""What can be said of a change without knowing why it was made: the third column of a 修正對照表."""

from collections.abc import Iterator

from planpress.editions.edition import Edition
from planpress.model.language import AUTHORITATIVE
from planpress.overview.changes import Change, ChangedFact, Fact, RowChange
from planpress.overview.compared_rows import ComparedRow, RowKind


def remarks(change: RowChange, edition: Edition) -> Iterator[str]:
    """Sentences in one language."""
    _ = edition.gettext
    if change.change in (Change.NEW, Change.GONE):
        kinds = {
            RowKind.SECTION: (_("本章新增。"), _("本章刪除。")),
            RowKind.PARAGRAPH: (_("本條文新增。"), _("本條文刪除。")),
            RowKind.GROUP: (_("本標題新增。"), _("本標題刪除。")),
            RowKind.INTRODUCTION: (_("本說明新增。"), _("本說明刪除。")),
            RowKind.MEASURE: (_("本項作法新增。"), _("本項作法刪除。")),
            RowKind.ITEM: (_("本細項新增。"), _("本細項刪除。")),
            RowKind.TABLE: (_("本附表新增。"), _("本附表刪除。")),
            RowKind.FIGURE: (_("本附圖新增。"), _("本附圖刪除。")),
            RowKind.NOTE: (_("本註新增。"), _("本註刪除。")),
        }
        yield kinds[change.row.kind][change.change is Change.GONE]
        return
    if change.is_reworded:
        yield _("文字修正。")
    facts = {each.fact for each in change.facts}
    if not facts.isdisjoint({Fact.WHO, Fact.SUPPORT}):
        yield _("調整辦理部門。")
    if Fact.WHEN in facts:
        yield _("調整期間。")
    if Fact.TARGET in facts:
        yield _("調整目標。")
    if Fact.MORE in facts:
        yield _("調整其他欄位。")
    if Fact.PLACE in facts:
        yield _("調整所屬標題。")


def said(row: ComparedRow, changed: ChangedFact) -> str:
    """What a row says beside its words, in Chinese; nothing where it does not say it."""
    match changed.fact:
        case Fact.WHO:
            return "、".join(row.departments)
        case Fact.SUPPORT:
            return "、".join(row.supporting_departments)
        case Fact.WHEN:
            return row.period.text if row.period else ""
        case Fact.TARGET:
            return Edition(AUTHORITATIVE).target(row.target).value if row.target else ""
        case Fact.PLACE:
            return row.above.text if row.above else ""
        case Fact.MORE:
            return row.column(changed.column)
