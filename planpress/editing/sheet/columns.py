"""What stands in the sheets: their columns, the names of kinds, and how cells are recognised again."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from planpress.editing.sheet.units import OTHER, SECTION

MARK: Final = "planpress/sheet/1"
"""First cell of the hidden sheet."""
HIDDEN_SHEET: Final = "planpress"
LISTS_SHEET: Final = "清單"
GUIDE_SHEET: Final = "說明"
LONGEST_CELL: Final = 32_000
"""Characters; Excel takes 32,767."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet.

    Attributes:
        key: of the value.
        label: in the head row.
        width: in centimetres.
        other_names: what else a head may say.
    """

    key: str
    label: str
    width: float
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet that is read again.

    Attributes:
        name: on its tab.
        columns: from left to right; the last one is hidden where it holds addresses.
        needed: keys of the columns by which it is known.
    """

    name: str
    columns: tuple[Column, ...]
    needed: tuple[str, ...]


ADDRESS: Final = "address"
ROWS: Final = Table(
    "作法",
    (
        Column("kind", "列別", 2.2, ("種類", "類別")),
        Column("number", "編號", 1.8, ("項次", "序號")),
        Column("text", "文字", 12.0, ("標題", "具體作法", "作法", "內容")),
        Column("who", "承辦部門", 3.6, ("部門", "承辦單位", "主辦單位", "單位")),
        Column("when", "執行期間", 3.0, ("期間", "辦理期間", "期程", "執行期程")),
        Column("figure", "目標值", 2.0),
        Column("unit", "目標單位", 2.2),
        Column("by", "目標期限", 2.4),
        Column("source", "出處", 3.0, ("來源",)),
        Column("unsure", "存疑說明", 4.0, ("存疑",)),
        Column("sic", "照原文", 1.8),
        Column("id", "固定網址", 2.4),
        Column(ADDRESS, "原列（勿改）", 2.0),
    ),
    ("kind", "text"),
)
SECTIONS: Final = Table(
    "章節",
    (
        Column("heading", "章節標題", 6.0),
        Column("text", "章節內文", 18.0),
        Column(ADDRESS, "原章（勿改）", 2.0),
    ),
    ("heading", "text"),
)
PLAN: Final = Table("計畫", (Column("key", "項目", 5.0), Column("value", "填寫內容", 14.0)), ("key", "value"))

PLAN_LABELS: Final[Mapping[str, str]] = {
    "title": "計畫名稱",
    "adopted": "訂定日期",
    "approved": "核定日期",
    "groups": "標題欄的名稱",
    "measure": "作法欄的名稱",
    "who_name": "部門欄的名稱",
    "when_name": "期間欄的名稱",
    "when": "預設期間",
}
DATES: Final = frozenset({"adopted", "approved", "by"})
"""Keys whose values are dates."""
KIND_LABELS: Final[Mapping[str, str]] = {
    SECTION: "章節",
    "h1": "大項",
    "h2": "中項",
    "h3": "小項",
    "h4": "第四層",
    "h5": "第五層",
    "h6": "第六層",
    "say": "說明",
    "do": "作法",
    "item": "細項",
    OTHER: "其他（勿改）",
}
_OTHER_KINDS: Final[Mapping[str, str]] = {
    "章": SECTION,
    "第一層": "h1",
    "第二層": "h2",
    "第三層": "h3",
    "具體作法": "do",
    "做法": "do",
    "其他": OTHER,
    **{f"標題{number}": f"h{number}" for number in range(1, 7)},
    **{f"h{number}": f"h{number}" for number in range(1, 7)},
    **{f"第{number}層": f"h{number}" for number in range(1, 7)},
}
YES: Final = "是"
NO: Final = "否"
_YES: Final = frozenset({"是", "y", "yes", "true", "1", "v", "✓", "✔", "○", "o", "有"})
_NO: Final = frozenset({"否", "n", "no", "false", "0", "x", "✗", "無"})


def folded(text: str) -> str:
    """A word of the sheet as it is compared: without widths, capitals, blanks and what is in parentheses.

    >>> folded("Ｈ１ ") == folded("h1"), folded("原列（勿改）")
    (True, '原列')
    """
    text = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).casefold()
    return re.sub(r"(?<=.)\(.*\)$", "", text).rstrip(":*")


_KINDS: Final[Mapping[str, str]] = {**{folded(label): kind for kind, label in KIND_LABELS.items()}, **_OTHER_KINDS}


def kind_of(text: str) -> str | None:
    """The kind that a cell names.

    >>> kind_of("大項"), kind_of(" Ｈ２"), kind_of("大象")
    ('h1', 'h2', None)
    """
    return _KINDS.get(folded(text))


def sic_of(text: str, before: str) -> str:
    """What a cell says of ``sic``; where it says no, that is written only if it was."""
    if folded(text) in _YES:
        return "true"
    if folded(text) in _NO:
        return "false" if before == "false" else ""
    return text


def shown(key: str, value: str) -> str:
    """A value as a cell shows it."""
    return {"true": YES, "false": NO}.get(value, value) if key == "sic" else value
