"""The measures as flat records, one row a measure or item: what CSV and ODS hold.

The field names are published and stable: programs find them as the header row of the CSV. The header row of the ODS,
which people read, says the same in the reader's language, and its second sheet which name of the CSV that is. Values
that a spreadsheet program could take for a formula are made harmless where they are written (:func:`harmless`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from planpress.editions.edition import Edition
from planpress.model import Group, Measure, Office, Plan
from planpress.model.dates import gregorian_year
from planpress.model.numbering import sets_itself_off

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
    Field("id", "項目代號", "該項作法在網頁上的代號。", "Id", "Id of the measure on its page."),
    Field("type", "類別", "measure 為作法，item 為作法中的分項。", "Type", "measure, or item (a part of a measure)."),
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
    Field("text", "具體作法", "作法全文。", "Measure", "What is done."),
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
    Field("source", "來源", "作法非出自本計畫時，其出處。", "Source",
          "Where the measure comes from, when that is not the plan itself."),
    Field("unsure", "轉錄存疑", "原文件讀不準的理由。", "Uncertain reading", "Why the reading is uncertain."),
    Field("url", "固定網址", "該項作法的網址。", "Address", "Address of the measure."),
)  # fmt: skip


def records(plan: Plan, office: Office, edition: Edition, url: str) -> Iterator[tuple[str, ...]]:
    """Every measure and item of a plan in its order, as values in the order of :data:`FIELDS`.

    Args:
        plan: the plan.
        office: whose it is.
        edition: language of names and texts; what it lacks is given in Chinese.
        url: absolute address of the plan's page in this language.
    """
    for path, row in plan.rows():
        if isinstance(row, Measure):
            headings = tuple(_heading(group, office, edition) for group in path if isinstance(group, Group))
            yield _record(plan, office, edition, url, row, headings, "measure")
            for item in row.items:
                yield _record(plan, office, edition, url, item, headings, "item")


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

    def names(departments: tuple[str, ...]) -> str:
        return ";".join(edition.department(office, name).value for name in departments)

    return (
        plan.office,
        edition.office_name(office).value,
        ";".join(str(year) for year in plan.years),
        ";".join(str(gregorian_year(year)) for year in plan.years),
        measure.id,
        kind,
        *(headings[level] if level < len(headings) else "" for level in range(MAX_LEVELS)),
        edition.number(measure.number) if measure.number else "",
        edition.text(measure.text, office.id).value,
        names(measure.departments),
        names(measure.supporting_departments),
        edition.period(period).value if period else "",
        period.kind.value if period else "",
        value,
        target.figure if target else "",
        edition.text(target.unit, office.id).value if target and target.unit else "",
        target.by.iso if target and target.by else "",
        edition.text(measure.source, office.id).value if measure.source else "",
        edition.text(measure.unsure, office.id).value if measure.unsure else "",
        f"{url}#{measure.id}",
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
