"""The measures as flat records, one row a measure or item: what CSV and ODS hold.

The field names are published and stable: programs find them as the header row of the CSV. The header row of the ODS,
which people read, says the same in the reader's language, and its second sheet which name of the CSV that is. Values
that a spreadsheet program could take for a formula are made harmless where they are written (:func:`harmless`).
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from planpress.editions.edition import Edition
from planpress.model import Block, Figure, Group, Measure, Note, Office, Plan, Table
from planpress.model.dates import gregorian_year
from planpress.model.numbering import sets_itself_off
from planpress.model.plan import anchored

MAX_LEVELS: Final = 6
"""Heading levels that a plan may have."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column.

    Attributes:
        name: in the CSV's header row, the same in every language.
        zh_hant: its Chinese name.
        zh_hant_meaning: what it holds, in Chinese.
        en: its English name.
        en_meaning: what it holds, in English.
    """

    name: str
    zh_hant: str
    zh_hant_meaning: str
    en: str
    en_meaning: str


FIELDS: Final = (
    Field("office", "機關代號", "機關在網址中的代號。", "Id of the office", "Id of the office, as in its address."),
    Field("office_name", "機關名稱", "機關全名。", "Office", "Name of the office."),
    Field("roc_year", "民國年度", "計畫年度，民國。", "ROC year", "Year of the plan, ROC calendar."),
    Field("year", "西元年度", "計畫年度，西元。", "Year", "Year of the plan, common era."),
    Field("id", "項目代號", "該項具體作法在網頁上的代號。", "Id", "Id of the measure on its page."),
    Field("type", "類別",
          "measure 為具體作法，item 為具體作法中的分項；table 附表、figure 附圖、note 註，均在所屬具體作法之後。",
          "Type", "measure, or item (a part of a measure); table, figure or note, after the measure they belong to."),
    *(
        Field(
            f"level_{level}",
            f"第{'一二三四五六'[level - 1]}層標題",
            "由外到內的標題，含編號；沒有則空白。",
            f"Heading {level}",
            "Heading with its number, from the outside in; empty where there is none.",
        )
        for level in range(1, MAX_LEVELS + 1)
    ),
    Field("number", "編號", "計畫所載編號。", "Number", "Number as printed in the plan."),
    Field("text", "具體作法", "具體作法全文。", "Measure", "What is done."),
    Field("departments", "承辦部門", "以「;」分隔。", "Departments", "Responsible departments, separated by ;"),
    Field("supporting_departments", "協辦部門", "以「;」分隔。", "Supporting departments",
          "Supporting departments, separated by ;"),
    Field("period", "執行期間", "計畫所載文字。", "Period", "The period in the plan's words."),
    Field("period_kind", "期間類別",
          "as-needed 隨時、continuous 持續、recurring 定期、months 月份、by 期限、other 其他",
          "Kind of period", "as-needed, continuous, recurring, months, by or other."),
    Field("period_value", "期間值", "ISO 8601：定期為週期，月份以「;」分隔，期限為月份。", "Value of the period",
          "ISO 8601: a duration, months separated by ; or a month."),
    Field("target", "目標值", "應達成之數值。", "Target", "The figure that the measure is to reach."),
    Field("target_unit", "目標單位", "目標值之單位。", "Unit of the target", "What the figure counts."),
    Field("target_by", "目標期限", "ISO 8601：日期，或僅知之月份。", "Target date",
          "ISO 8601: a date, or a month where no more is known."),
    Field("source", "來源", "具體作法非出自本計畫時，其出處。", "Source",
          "Where the measure comes from, when that is not the plan itself."),
    Field("unsure", "待確認", "所據文字讀不準的理由。", "To be confirmed", "Why the reading is uncertain."),
    Field("url", "固定網址", "該項具體作法的網址。", "Address", "Address of the measure."),
    Field("more", "其他欄位", "計畫另有的欄位，一行一欄：「欄名：內容」。", "Further columns",
          "Further columns of the plan, one a line: name: text."),
)  # fmt: skip


def records(
    plan: Plan, office: Office, edition: Edition, url: str, wanted: Collection[str] | None = None
) -> Iterator[tuple[str, ...]]:
    """Every measure and item of a plan in its order, as values in the order of :data:`FIELDS`; and what is among them.

    A table, a figure or a note has no id; its address is that of the measure or heading that it belongs to.

    Args:
        plan: the plan.
        office: whose it is.
        edition: language of names and texts; what it lacks is given in Chinese.
        url: absolute address of the plan's page in this language.
        wanted: ids of the measures that are wanted alone; None for everything.
    """
    for path, row, anchor in anchored(plan.rows()):
        if isinstance(row, Group) or (wanted is not None and not (isinstance(row, Measure) and row.id in wanted)):
            continue
        headings = tuple(_heading(group, office, edition) for group in path if isinstance(group, Group))
        if isinstance(row, Measure):
            yield _record(plan, office, edition, url, row, headings, "measure")
            for item in row.items:
                yield _record(plan, office, edition, url, item, headings, "item")
        else:
            said = {"type": _KINDS[type(row)], "text": block_text(row, office, edition), "url": f"{url}#{anchor}"}
            yield _of_fields({**_place(plan, office, edition, headings), **said})


_KINDS: Final = {Table: "table", Figure: "figure", Note: "note"}


def block_text(block: Block, office: Office, edition: Edition) -> str:
    """All that a table, a figure or a note says: a table line by line, its cells apart by ``|``."""

    def say(text: str) -> str:
        return edition.text(text, office.id).value

    match block:
        case Table():
            lines = (" | ".join(map(say, cells)) for cells in (block.head, *block.body))
            return "\n".join((say(block.caption), *lines))
        case Figure():
            return "\n".join(say(text) for text in (block.caption, block.alt) if text)
        case Note():
            return say(block.text)


class SheetTable(NamedTuple):
    """A table of data, in one language: its caption, and its rows with their head."""

    caption: str
    rows: tuple[tuple[str, ...], ...]


def data_tables(plan: Plan, office: Office, edition: Edition) -> Iterator[SheetTable]:
    """The tables of data of a plan, in its order."""
    for _, row in plan.rows():
        if isinstance(row, Table):
            lines = (row.head, *row.body)
            rows = tuple(tuple(edition.text(cell, office.id).value for cell in cells) for cells in lines)
            yield SheetTable(edition.text(row.caption, office.id).value, rows)


def _of_fields(values: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(values.get(field.name, "") for field in FIELDS)


def _place(plan: Plan, office: Office, edition: Edition, headings: Sequence[str]) -> dict[str, str]:
    """What is said of every row of a plan."""
    return {
        "office": plan.office,
        "office_name": edition.office_name(office).value,
        "roc_year": ";".join(str(year) for year in plan.years),
        "year": ";".join(str(gregorian_year(year)) for year in plan.years),
        **{f"level_{level}": heading for level, heading in enumerate(headings, start=1)},
    }


def _heading(group: Group, office: Office, edition: Edition) -> str:
    number = edition.number(group.number) if group.number else ""
    gap = "" if not number or sets_itself_off(number) else " "
    return f"{number}{gap}{edition.text(group.name, office.id).value}"


def _record(
    plan: Plan, office: Office, edition: Edition, url: str, measure: Measure, headings: tuple[str, ...], kind: str
) -> tuple[str, ...]:
    period, target = measure.period, measure.target
    value = ""
    if period:
        value = period.every or ";".join(period.months) or period.by or ""

    def say(text: str) -> str:
        return edition.text(text, office.id).value

    def names(departments: tuple[str, ...]) -> str:
        return ";".join(edition.department(office, name).value for name in departments)

    return _of_fields(
        {
            **_place(plan, office, edition, headings),
            "id": measure.id,
            "type": kind,
            "number": edition.number(measure.number) if measure.number else "",
            "text": say(measure.text),
            "departments": names(measure.departments),
            "supporting_departments": names(measure.supporting_departments),
            "period": edition.period(period).value if period else "",
            "period_kind": period.kind.value if period else "",
            "period_value": value,
            "target": target.figure if target else "",
            "target_unit": say(target.unit) if target and target.unit else "",
            "target_by": target.by.iso if target and target.by else "",
            "source": say(measure.source) if measure.source else "",
            "unsure": say(measure.unsure) if measure.unsure else "",
            "url": f"{url}#{measure.id}",
            "more": "\n".join(f"{say(column.name)}{edition.colon}{say(column.text)}" for column in measure.more),
        }
    )


def department_names(plan: Plan, office: Office, edition: Edition) -> tuple[tuple[str, str], ...]:
    """The translated names of the departments that a plan names, each with the Chinese, in the office's order.

    Empty in a language that is not translated into.
    """
    if not edition.translates:
        return ()
    named = plan.departments()
    known = (name for each in office.departments for name in each.names if name in named)
    names = ((edition.department(office, name), name) for name in known)
    return tuple((said.value, chinese) for said, chinese in names if said.lang == edition.language.tag)


_FORMULA: Final = re.compile(r"[\s\ufeff\u200b]*[=+\-@＝＋－＠]|[\t\r\n]")
"""A sign that begins a formula, also full-width and after blanks; a tab or a line break, which some programs skip."""


def harmless(value: str) -> str:
    """A value that no spreadsheet program takes for a formula (OWASP, CSV injection).

    >>> harmless("=HYPERLINK(1)")
    "'=HYPERLINK(1)"
    """
    return f"'{value}" if _FORMULA.match(value) else value
