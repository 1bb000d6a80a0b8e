"""What stands in the sheets of a register: its columns, and how what people type becomes what the file says."""

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Final

from planpress.editing.sheet.columns import ADDRESS, Column, Table, folded
from planpress.editing.sheet.units import normal
from planpress.model.assessment import ResultStatus
from planpress.model.dates import likely_date
from planpress.model.line_breaks import unwrapped

MARK: Final = "planpress/results/1"
"""First cell of the hidden sheet."""


class Form(StrEnum):
    """How a value is written."""

    LINE = "line"
    TEXT = "text"
    AMOUNT = "amount"
    COUNT = "count"
    HALF = "half"
    DATE = "date"
    STATUS = "status"
    FIGURE = "figure"
    UNITS = "units"
    """Departments, joined with 、."""
    NAMES = "names"
    """A list of names of files."""


ROWS: Final = Table(
    "執行成果",
    (
        Column("number", "編號", 1.8, ("項次", "序號")),
        Column("words", "計畫內容（勿改）", 9.0, ("計畫內容",)),
        Column("planned_who", "計畫部門（勿改）", 3.0, ("計畫部門",)),
        Column("planned_when", "計畫期間（勿改）", 2.8, ("計畫期間",)),
        Column("status", "辦理情形", 2.4, ("執行情形", "狀態")),
        Column("figure", "數值", 2.0, ("實績", "達成數值")),
        Column("unit", "單位", 1.6, ("數值單位",)),
        Column("achieved", "執行成果", 8.0, ("成果說明",)),
        Column("maximum", "配分", 1.6),
        Column("score", "評分", 1.6, ("自評分數", "自評", "得分")),
        Column("reviewed", "複評分數", 1.8, ("複評",)),
        Column("lost", "扣分原因", 4.0),
        Column("improvement", "改善措施", 4.0),
        Column("who", "承辦部門", 3.0, ("承辦單位", "主辦單位")),
        Column("evidence", "佐證檔案", 3.0, ("佐證",)),
        Column("note", "備註", 4.0),
        Column("criterion", "評核項目", 4.0, ("考核項目",)),
        Column("dimension", "構面", 2.4),
        Column("indicator", "衡量指標", 4.0, ("指標",)),
        Column("expected", "預期成果", 4.0),
        Column("weight", "權重％", 1.8, ("權重",)),
        Column("before", "前期分數", 1.8),
        Column(ADDRESS, "原列（勿改）", 2.0),
    ),
    ("words", "status"),
)
"""One row for each that the assessment has; what the plan says of it stands beside it and is not read again."""
OF_PLAN: Final = ("number", "words", "planned_who", "planned_when")
"""Keys of the columns that only tell what the plan says."""
FIELDS: Final = tuple(column.key for column in ROWS.columns if column.key not in (*OF_PLAN, ADDRESS))
"""Keys of an assessment's rows, which are those of its file."""

HEAD: Final = Table("考核", (Column("key", "項目", 5.0), Column("value", "填寫內容", 14.0)), ("key", "value"))
HEAD_LABELS: Final[Mapping[str, str]] = {
    "kind": "考核種類",
    "title": "名稱",
    "half": "上半年或下半年",
    "from": "期間起",
    "to": "期間迄",
    "cut_off": "統計截止日",
    "date": "考核日期",
    "assessor": "考核單位",
    "assessed_unit": "受考核單位",
    "group": "組別",
    "maximum": "滿分",
    "total": "總分",
    "average": "平均",
    "grade": "等第",
    "rank": "名次",
    "ranked": "評比機關數",
    "summary": "總評",
    "evidence": "佐證檔案",
    "version": "來源版本",
}
"""What the sheet of the whole assessment shows. Who may see it is decided in the file, never by a returned sheet."""

_FORMS: Final[Mapping[str, Form]] = {
    **dict.fromkeys(("maximum", "score", "reviewed", "before", "weight", "total", "average"), Form.AMOUNT),
    **dict.fromkeys(("rank", "ranked"), Form.COUNT),
    **dict.fromkeys(("cut_off", "date", "from", "to"), Form.DATE),
    "half": Form.HALF,
    "status": Form.STATUS,
    "figure": Form.FIGURE,
    "who": Form.UNITS,
    "evidence": Form.NAMES,
    "summary": Form.TEXT,
}
_STATUSES: Final = {
    **{folded(status): status.value for status in ResultStatus},
    **{
        folded(f"已{status}"): status.value
        for status in (ResultStatus.DONE, ResultStatus.CHANGED, ResultStatus.STOPPED)
    },
}
_HALVES: Final = {"1": "1", "2": "2", "上": "1", "下": "2", "上半年": "1", "下半年": "2"}
_IN_THOUSANDS: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)")
_FIGURE: Final = re.compile(r"(?P<figure>[+-]?\d[\d,]*(?:\.\d+)?)\s*(?P<unit>\S.*)?")


def form_of(key: str) -> Form:
    """How the value of a key is written."""
    return _FORMS.get(key, Form.LINE)


def typed(key: str, text: str) -> str:
    """What somebody typed, as the file says it; what cannot be understood stays, and the checks tell.

    >>> typed("score", "９５ 分"), typed("weight", "20％"), typed("status", "已完成"), typed("half", "上半年")
    ('95', '20', '完成', '1')
    >>> typed("cut_off", "114.6.30"), typed("rank", "第2名"), typed("evidence", "a.pdf, b.jpg")
    ('114-06-30', '2', 'a.pdf、b.jpg')
    """
    folded_text = unicodedata.normalize("NFKC", text).strip()
    match form_of(key):
        case Form.AMOUNT:
            number = folded_text.replace(",", "") if _IN_THOUSANDS.match(folded_text) else folded_text
            return re.sub(r"\s*(?:分|%)$", "", number)
        case Form.COUNT:
            return re.sub(r"^第\s*|\s*[名個機關]+$", "", folded_text)
        case Form.HALF:
            return _HALVES.get(folded(text), text)
        case Form.DATE:
            likely = likely_date(folded_text)
            return likely.text if likely else text
        case Form.STATUS:
            return _STATUSES.get(folded(text), text)
        case Form.FIGURE:
            return folded_text
        case Form.UNITS:
            return "、".join(part.strip("、 ") for part in text.split("\n") if part.strip("、 "))
        case Form.NAMES:
            return "、".join(part for part in re.split(r"[、,;，；\s]+", text) if part)
        case Form.TEXT:
            return text
    return unwrapped(text)


def divided(figure: str, unit: str) -> tuple[str, str]:
    """A figure with its unit in one cell, told apart; where the other cell says another unit, both stay.

    >>> divided("95 %", ""), divided("12場", "場"), divided("95 分", "%"), divided("約一成", "")
    (('95', '%'), ('12', '場'), ('95 分', '%'), ('約一成', ''))
    """
    match = _FIGURE.fullmatch(figure)
    inside = match["unit"] if match else None
    if match is None or inside is None or (unit and folded(unit) != folded(inside)):
        return figure, unit
    return match["figure"], unit or inside


def is_same_value(key: str, one: str, other: str) -> bool:
    """Whether two texts of a key say the same: 95.0 is 95, and blanks at the ends of lines are nothing."""
    if normal(one) == normal(other):
        return True
    if form_of(key) in (Form.AMOUNT, Form.COUNT):
        try:
            return Decimal(one) == Decimal(other)
        except InvalidOperation:
            return False
    return False
