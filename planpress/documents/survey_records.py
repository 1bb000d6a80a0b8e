"""Surveys as flat records: a row a question, or one for a survey of which only the whole is known.

Few people are never counted: what reaches this place has lost such cells already (``model/survey.enough_people``).
"""

from collections.abc import Iterator
from typing import Final

from planpress import addresses
from planpress.documents.records import Field
from planpress.editions.edition import Edition
from planpress.editions.results import amount
from planpress.model import Office
from planpress.model.dates import gregorian_year
from planpress.model.survey import Question, Survey

SURVEY_FIELDS: Final = (
    Field("office", "機關代號", "機關在網址中的代號。", "Id of the office", "Id of the office, as in its address."),
    Field("office_name", "機關名稱", "機關全名。", "Office", "Name of the office."),
    Field("roc_year", "民國年度", "調查年度，民國。", "ROC year", "Year of the survey, ROC calendar."),
    Field("year", "西元年度", "調查年度，西元。", "Year", "Year of the survey, common era."),
    Field("half", "半年", "所屬半年：1 或 2；全年則空白。", "Half", "1 or 2; empty for a whole year."),
    Field("survey", "調查名稱", "調查的名稱。", "Survey", "Name of the survey."),
    Field("type", "類別", "survey 為整體，question 為其後的題目或構面。", "Type", "survey, or a question of it."),
    Field("from", "調查起日", "ISO 8601。", "From", "ISO 8601."),
    Field("until", "調查迄日", "ISO 8601。", "Until", "ISO 8601."),
    Field("asked", "調查對象", "調查的對象。", "Asked", "Who was asked."),
    Field("method", "調查方式", "調查的方式。", "Method", "How they were asked."),
    Field("questionnaire", "問卷種類", "問卷的種類。", "Questionnaire", "What kind of questionnaire it was."),
    Field("sampling", "抽樣方法", "抽樣的方法。", "Sampling", "How they were chosen."),
    Field("conducted_by", "執行單位", "執行調查的單位。", "Carried out by", "Who carried it out."),
    Field("sent", "發出數", "發出或訪問的份數。", "Sent", "How many were asked."),
    Field("valid", "有效樣本", "有效的份數。", "Valid answers", "How many valid answers came."),
    Field("confidence", "信心水準", "百分比。", "Confidence", "In per cent."),
    Field("margin", "抽樣誤差", "正負百分點。", "Margin", "Plus or minus, in points of a hundred."),
    Field("dimension", "構面", "題目所屬構面。", "Dimension", "The dimension of the question."),
    Field("question", "題目", "題目。", "Question", "The question."),
    Field("answers", "回答人數", "回答這一題的人數。", "Answers", "How many answered it."),
    Field("counts", "各選項人數", "「選項=人數」，以「;」分隔；未滿五人者不列。", "Counts",
          "step=people, separated by ; without steps that fewer than five people chose."),
    Field("percentage", "滿意百分比", "滿意者的百分比。", "Satisfied", "How many of a hundred are satisfied."),
    Field("before", "前次百分比", "前一次調查的百分比。", "Before", "The same in the survey before."),
    Field("target", "目標百分比", "機關訂的目標。", "Target", "What the office set out to reach."),
    Field("url", "固定網址", "調查的網頁。", "Address", "Address of the page of the surveys."),
)  # fmt: skip


def survey_records(office: Office, survey: Survey, edition: Edition, site_url: str) -> Iterator[tuple[str, ...]]:
    """A survey and its questions, as values in the order of :data:`SURVEY_FIELDS`."""

    def say(text: str | None) -> str:
        return edition.text(text, office.id).value if text else ""

    path = addresses.localised(edition.language, addresses.satisfaction(office.id))
    common = {
        "office": office.id,
        "office_name": edition.office_name(office).value,
        "roc_year": str(survey.roc_year),
        "year": str(gregorian_year(survey.roc_year)),
        "half": str(survey.half or ""),
        "survey": say(survey.name),
        "from": survey.first.iso if survey.first else "",
        "until": survey.last.iso if survey.last else "",
        "url": addresses.absolute(site_url, path),
    }
    texts = ("asked", "method", "questionnaire", "sampling", "conducted_by")
    whole = {name: say(getattr(survey, name)) for name in texts}
    whole |= {name: str(getattr(survey, name) or "") for name in ("sent", "valid")}
    figures = {name: getattr(survey, name) for name in ("confidence", "margin", "percentage", "before", "target")}
    whole |= {name: amount(value) for name, value in figures.items() if value is not None}
    yield _of_fields({**common, **whole, "type": "survey"})
    for question in survey.questions:
        yield _of_fields({**common, **_question(question, survey, edition, office), "type": "question"})


def _question(question: Question, survey: Survey, edition: Edition, office: Office) -> dict[str, str]:
    def say(text: str | None) -> str:
        return edition.text(text, office.id).value if text else ""

    counts = zip(survey.steps, question.counts, strict=False)
    figures = {"percentage": question.percentage, "before": question.before}
    return {
        "dimension": say(question.dimension),
        "question": say(question.question),
        "answers": "" if question.answers is None else str(question.answers),
        "counts": ";".join(f"{say(step)}={count}" for step, count in counts if count is not None),
        **{name: amount(value) for name, value in figures.items() if value is not None},
    }


def _of_fields(values: dict[str, str]) -> tuple[str, ...]:
    return tuple(values.get(field.name, "") for field in SURVEY_FIELDS)
