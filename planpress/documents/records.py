"""The measures as flat records, one row a measure or item: what CSV and ODS hold.

The field names are published and stable; the header row equals them. Values that a spreadsheet program could take for a
formula are made harmless where they are written (:func:`harmless`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from planpress.calendar import gregorian_year
from planpress.edition import Edition
from planpress.model import Group, Measure, Office, Plan

MAX_LEVELS: Final = 6
"""Heading levels that a plan may have."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column.

    Attributes:
        name: in the header row, the same in every language.
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
    Field("office", "機關代號", "機關在網址中的代號。", "office", "Id of the office, as in its address."),
    Field("office_name", "機關名稱", "機關全名。", "office name", "Name of the office."),
    Field("roc_year", "民國年度", "計畫年度，民國。", "ROC year", "Year of the plan, ROC calendar."),
    Field("year", "西元年度", "計畫年度，西元。", "year", "Year of the plan, common era."),
    Field("id", "項目代號", "該項作法在網頁上的代號。", "id", "Id of the measure on its page."),
    Field("type", "類別", "measure 為作法，item 為作法中的分項。", "type", "measure, or item (a part of a measure)."),
    *(
        Field(
            f"level_{level}",
            f"第{'一二三四五六'[level - 1]}層標題",
            "由外到內的標題，含編號；沒有則空白。",
            f"heading {level}",
            "Heading with its number, from the outside in; empty where there is none.",
        )
        for level in range(1, MAX_LEVELS + 1)
    ),
    Field("number", "編號", "計畫所載編號。", "number", "Number as printed in the plan."),
    Field("text", "具體作法", "作法全文。", "text", "What is done."),
    Field("departments", "承辦部門", "以「;」分隔。", "departments", "Responsible departments, separated by ;"),
    Field("supporting_departments", "協辦部門", "以「;」分隔。", "supporting departments",
          "Supporting departments, separated by ;"),
    Field("period", "執行期間", "計畫所載文字。", "period", "The period in the plan's words."),
    Field("period_kind", "期間類別",
          "as-needed 隨時、continuous 持續、recurring 定期、months 月份、by 期限、other 其他",
          "kind of period", "as-needed, continuous, recurring, months, by or other."),
    Field("period_value", "期間值", "ISO 8601：定期為週期，月份以「;」分隔，期限為月份。", "value of the period",
          "ISO 8601: a duration, months separated by ; or a month."),
    Field("unsure", "轉錄存疑", "原文件讀不準的理由。", "uncertain reading", "Why the reading is uncertain."),
    Field("url", "固定網址", "該項作法的網址。", "address", "Address of the measure."),
)  # fmt: skip


def records(plan: Plan, office: Office, edition: Edition, url: str) -> Iterator[tuple[str, ...]]:
    """Every measure and item of a plan in its order, as values in the order of :data:`FIELDS`.

    Args:
        plan: the plan.
        office: whose it is.
        edition: language of names and texts; what it lacks is given in Chinese.
        url: absolute address of the plan's page in this language.
    """
    for section in plan.sections:
        yield from _below(plan, office, edition, url, section.children, ())


def _below(
    plan: Plan,
    office: Office,
    edition: Edition,
    url: str,
    children: tuple[Group | Measure, ...],
    headings: tuple[str, ...],
) -> Iterator[tuple[str, ...]]:
    for child in children:
        if isinstance(child, Group):
            number = edition.number(child.number) if child.number else ""
            gap = "" if not number or number.endswith("、") else " "
            heading = f"{number}{gap}{edition.text(child.name, office.id).value}"
            yield from _below(plan, office, edition, url, child.children, (*headings, heading))
        else:
            yield _record(plan, office, edition, url, child, headings, "measure")
            for item in child.items:
                yield _record(plan, office, edition, url, item, headings, "item")


def _record(
    plan: Plan, office: Office, edition: Edition, url: str, measure: Measure, headings: tuple[str, ...], kind: str
) -> tuple[str, ...]:
    period = measure.period
    value = ""
    if period:
        value = period.every or ";".join(period.months) or period.by or ""

    def names(departments: tuple[str, ...]) -> str:
        return ";".join(edition.department(office, name).value for name in departments)

    return (
        plan.office,
        edition.office_name(office).value,
        str(plan.roc_year),
        str(gregorian_year(plan.roc_year)),
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
        edition.text(measure.unsure, office.id).value if measure.unsure else "",
        f"{url}#{measure.id}",
    )


_FORMULA: Final = re.compile(r"[\s\ufeff\u200b]*[=+\-@＝＋－＠]|[\t\r\n]")
"""A sign that begins a formula, also full-width and after blanks; a tab or a line break, which some programs skip."""


def harmless(value: str) -> str:
    """A value that no spreadsheet program takes for a formula (OWASP, CSV injection).

    >>> harmless("=HYPERLINK(1)")
    "'=HYPERLINK(1)"
    """
    return f"'{value}" if _FORMULA.match(value) else value
