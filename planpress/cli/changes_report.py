"""What two plans differ in, as lines for the terminal."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from planpress.model import Plan
from planpress.model.rewording import Fate, Piece
from planpress.overview.changes import Change, Fact, RowChange, compared
from planpress.overview.compared_rows import ComparedRow, RowKind
from planpress.overview.remarks import said

_HEADINGS: Final[Mapping[str, Mapping[Change, str]]] = MappingProxyType(
    {
        "zh-Hant": {
            Change.REWORDED: "改寫",
            Change.NEW: "新增",
            Change.GONE: "刪除",
            Change.MOVED: "移動",
            Change.KEPT: "不變",
        },
        "en": {
            Change.REWORDED: "Reworded",
            Change.NEW: "New",
            Change.GONE: "Removed",
            Change.MOVED: "Moved",
            Change.KEPT: "Unchanged",
        },
    }
)
_FACTS: Final[Mapping[str, Mapping[Fact, str]]] = MappingProxyType(
    {
        "zh-Hant": {
            Fact.WHO: "部門",
            Fact.SUPPORT: "協辦",
            Fact.WHEN: "期間",
            Fact.TARGET: "目標",
            Fact.PLACE: "標題",
        },
        "en": {
            Fact.WHO: "departments",
            Fact.SUPPORT: "support",
            Fact.WHEN: "period",
            Fact.TARGET: "target",
            Fact.PLACE: "heading",
        },
    }
)
_MARKS: Final = {Fate.KEPT: "{}", Fate.GONE: "[-{}-]", Fate.NEW: "{{+{}+}}"}
_COLOURS: Final = {Fate.KEPT: "{}", Fate.GONE: "\x1b[31m[-{}-]\x1b[0m", Fate.NEW: "\x1b[32m{{+{}+}}\x1b[0m"}


def changes_report(before: Plan, after: Plan, language: str, *, colour: bool = False) -> str:
    """Counts first, then every row that is otherwise; words that went in ``[-…-]``, new ones in ``{+…+}``, as git does.

    Args:
        before: the earlier plan, or the one that is followed.
        after: the later.
        language: ``zh-Hant`` or ``en``.
        colour: whether to use ANSI colours.
    """
    changes = compared(before, after)
    headings = _HEADINGS[language]
    counts = "  ".join(f"{headings[change]} {count}" for change, count in changes.counts.items())
    lines = [f"{before.office}/{before.roc_year} - {after.office}/{after.roc_year}", counts]
    for change in (Change.REWORDED, Change.NEW, Change.GONE, Change.MOVED):
        rows = changes.of(change)
        if rows:
            lines += ["", f"{headings[change]} ({len(rows)})"]
        for row in rows:
            lines += _row(row, language, _COLOURS if colour else _MARKS)
    return "\n".join(lines)


def _row(change: RowChange, language: str, marks: Mapping[Fate, str]) -> Iterator[str]:
    row = change.row
    pieces = change.pieces if change.is_reworded else (Piece(Fate.KEPT, row.text),)
    number = row.number.printed if row.number else ""
    yield f"  {_place(row)}  {number}{''.join(marks[piece.fate].format(piece.text) for piece in pieces)}"
    before, after = change.before, change.after
    if before is None or after is None:
        return
    names = _FACTS[language]
    for each in change.facts:
        was, now = (said(row, each) or "-" for row in (before, after))
        yield f"      {names.get(each.fact, each.column)}: {marks[Fate.GONE].format(was)} {marks[Fate.NEW].format(now)}"


def _place(row: ComparedRow) -> str:
    """The address of a row, and a mark for what stands in it without one of its own."""
    return f"#{row.id}" if row.has_address else f"#{row.id} {'-' if row.kind is RowKind.INTRODUCTION else '¶'}"
