"""The rows of an assessment as flat records: what its CSV and ODS hold. The names of the fields are published."""

from collections.abc import Iterator
from typing import Final

from planpress.documents.records import Field
from planpress.editions.edition import Edition
from planpress.editions.results import amount, kind_name, period_name, promises, status_name
from planpress.model import Office, Plan
from planpress.model.assessment import Assessment, AssessmentPart
from planpress.model.dates import gregorian_year

RESULT_FIELDS: Final = (
    Field("office", "機關代號", "機關在網址中的代號。", "Id of the office", "Id of the office, as in its address."),
    Field("office_name", "機關名稱", "機關全名。", "Office", "Name of the office."),
    Field("roc_year", "民國年度", "考核的年度，民國。", "ROC year", "Year that was assessed, ROC calendar."),
    Field("year", "西元年度", "考核的年度，西元。", "Year", "Year that was assessed, common era."),
    Field("kind", "種類", "自行考核、上級考核、電話測試、實地考核。", "Kind", "Who assessed, and how."),
    Field("period", "期間", "上半年、下半年、全年度或其他期間。", "Period", "Half, whole year or another period."),
    Field("assessor", "考核單位", "考核的單位。", "Assessed by", "The unit that assessed."),
    Field(
        "type",
        "類別",
        "考核項目（CSV 為 row），或其後的細項（part）。",
        "Type",
        "Item (row in the CSV), or part of the item above it (part).",
    ),
    Field("of", "項目代號", "計畫中該項的代號；不屬計畫則空白。", "Id", "Id of the row of the plan; else empty."),
    Field("number", "編號", "計畫所載編號。", "Number", "Number as printed in the plan."),
    Field("promise", "計畫內容", "計畫中該項的文字。", "Promise", "What the plan says there."),
    Field("criterion", "評核項目", "考核單位所用的名稱。", "Criterion", "What the assessor calls it."),
    Field("dimension", "構面", "所屬構面。", "Dimension", "The dimension that it belongs to."),
    Field("indicator", "衡量指標", "衡量的指標。", "Indicator", "What it is measured by."),
    Field("status", "辦理情形", "完成、辦理中、尚未辦理、變更、停辦、依計畫辦理。", "Progress", "How far it is."),
    Field("figure", "數據", "達成的數字。", "Figure", "What was reached."),
    Field("unit", "單位", "數據的單位。", "Unit", "What the figure counts."),
    Field("expected", "預期成果", "預期的成果。", "Expected", "What was expected."),
    Field("achieved", "執行成果", "執行的成果。", "Results", "What came of it."),
    Field("maximum", "配分", "最高分數。", "Points possible", "The most points that it can have."),
    Field("weight", "權重", "占總分的百分比。", "Weight", "Its part of the total, in per cent."),
    Field("score", "評分", "自行考核為自評分數。", "Score", "Of a self-assessment the office's own."),
    Field("reviewed", "複評分數", "複評單位給的分數。", "Reviewer's score", "What the reviewer gave."),
    Field("before", "上期分數", "上一期的分數。", "Score of the period before", "Its score in the period before."),
    Field("lost", "扣分原因", "扣分的原因。", "Why points were lost", "Why points were lost."),
    Field("improvement", "改善措施", "改善的措施。", "Improvement", "What is done about it."),
    Field("departments", "承辦部門", "以「;」分隔。", "Departments", "Departments, separated by ;"),
    Field("note", "備註", "備註。", "Note", "Note."),
    Field("url", "固定網址", "該項在考核網頁的網址。", "Address", "Address of the row on the page of the assessment."),
)


def result_records(
    plan: Plan, office: Office, assessment: Assessment, edition: Edition, url: str
) -> Iterator[tuple[str, ...]]:
    """Every row and part of an assessment in its order, as values in the order of :data:`RESULT_FIELDS`.

    Args:
        plan: that was assessed.
        office: whose it is.
        assessment: of it.
        edition: language of names and texts; what it lacks is given in Chinese.
        url: absolute address of the assessment's page in this language.
    """
    known = promises(plan, edition)

    def say(text: str | None) -> str:
        return edition.text(text, office.id).value if text else ""

    def record(part: AssessmentPart, kind: str) -> tuple[str, ...]:
        promise = known.get(part.of or "")
        values = {
            "office": office.id,
            "office_name": edition.office_name(office).value,
            "roc_year": str(assessment.roc_year),
            "year": str(gregorian_year(assessment.roc_year)),
            "kind": kind_name(edition, assessment.kind),
            "period": period_name(edition, assessment),
            "assessor": say(assessment.assessor),
            "type": kind,
            "of": part.of or "",
            "number": promise.number if promise else "",
            "promise": say(promise.text) if promise else "",
            "status": status_name(edition, part.status) if part.status else "",
            "figure": part.figure or "",
            "departments": ";".join(edition.department(office, name).value for name in part.departments),
            "url": f"{url}#{part.of}" if part.of else url,
        }
        texts = ("criterion", "dimension", "indicator", "unit", "expected", "achieved", "lost", "improvement", "note")
        values |= {name: say(getattr(part, name)) for name in texts}
        scores = {name: getattr(part, name) for name in ("maximum", "weight", "score", "reviewed", "before")}
        values |= {name: amount(value) for name, value in scores.items() if value is not None}
        return tuple(values.get(field.name, "") for field in RESULT_FIELDS)

    for row in assessment.rows:
        yield record(row, "row")
        for part in row.parts:
            yield record(part, "part")
