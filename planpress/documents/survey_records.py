"""Surveys as flat records: a survey, its questions, how many chose each step of their scale, what was done since.

Few people are never counted: what reaches this place has lost such cells already (``model/survey.enough_people``).
"""

from collections.abc import Iterable, Iterator
from typing import Final

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
    Field("type", "類別", "survey 整體、question 一題或一個構面、step 一題的一個選項、improvement 改善情形。",
          "Type", "survey (as a whole), question, step (of the scale of a question), improvement."),
    Field("from", "調查起日", "ISO 8601。", "From", "ISO 8601."),
    Field("until", "調查迄日", "ISO 8601。", "Until", "ISO 8601."),
    Field("asked", "調查對象", "調查的對象。", "Asked", "Who was asked."),
    Field("method", "調查方式", "調查的方式。", "Method", "How they were asked."),
    Field("questionnaire", "問卷種類", "問卷的種類。", "Questionnaire", "What kind of questionnaire it was."),
    Field("sampling", "抽樣方法", "抽樣的方法。", "Sampling", "How they were chosen."),
    Field("conducted_by", "執行單位", "執行調查的單位。", "Carried out by", "Who carried it out."),
    Field("sent", "發出數", "發出或訪問的份數。", "Sent", "How many were asked."),
    Field("valid", "有效樣本", "有效的份數；一題則為回答的人數。", "Valid answers",
          "How many valid answers came, to the survey or to the question."),
    Field("confidence", "信心水準", "百分比。", "Confidence", "In per cent."),
    Field("margin", "抽樣誤差", "正負百分點。", "Margin", "Plus or minus, in points of a hundred."),
    Field("dimension", "構面", "題目所屬構面。", "Dimension", "The dimension of the question."),
    Field("question", "題目", "題目。", "Question", "The question."),
    Field("step", "選項", "量表的一個選項。", "Step", "A step of the scale."),
    Field("count", "人數", "選這個選項的人數；未滿五人者不列。", "People",
          "How many chose the step; left out where fewer than five did."),
    Field("share", "百分比", "選這個選項的百分比；未滿五人者不列。", "Share",
          "The same of a hundred; left out where fewer than five did."),
    Field("percentage", "滿意百分比", "滿意者的百分比。", "Satisfied", "How many of a hundred are satisfied."),
    Field("before", "前次百分比", "前一次調查的百分比。", "Before", "The same in the survey before."),
    Field("target", "目標百分比", "機關訂的目標。", "Target", "What the office set out to reach."),
    Field("text", "改善情形", "改善情形的文字。", "What was done", "What was done."),
    Field("quarter", "季", "改善的西元年與季：2026-Q1。", "Quarter", "In which quarter it was done: 2026-Q1."),
    Field("url", "固定網址", "調查的網頁。", "Address", "Address of the page of the surveys."),
)  # fmt: skip
"""What files of surveys hold, those of an office and those of all. The names are published."""


def survey_records(office: Office, surveys: Iterable[Survey], edition: Edition, url: str) -> Iterator[tuple[str, ...]]:
    """Surveys as values in the order of :data:`SURVEY_FIELDS`.

    Args:
        office: whose they are.
        surveys: what is public of them.
        edition: language of the texts; what it lacks is given in Chinese.
        url: absolute address of their page in this language.
    """
    for survey in surveys:
        common = {
            "office": office.id,
            "office_name": edition.office_name(office).value,
            "roc_year": str(survey.roc_year),
            "year": str(gregorian_year(survey.roc_year)),
            "half": str(survey.half or ""),
            "survey": said(edition, office, survey.name),
            "from": survey.first.iso if survey.first else "",
            "until": survey.last.iso if survey.last else "",
            "url": url,
        }
        for row in _rows(office, survey, edition):
            values = {**common, **row}
            yield tuple(values.get(field.name, "") for field in SURVEY_FIELDS)


def said(edition: Edition, office: Office, text: str | None) -> str:
    """A text of an office's surveys in a language, or in Chinese; nothing of nothing."""
    return edition.text(text, office.id).value if text else ""


def _rows(office: Office, survey: Survey, edition: Edition) -> Iterator[dict[str, str]]:
    texts = ("asked", "method", "questionnaire", "sampling", "conducted_by")
    yield {
        "type": "survey",
        **{name: said(edition, office, getattr(survey, name)) for name in texts},
        **{name: str(getattr(survey, name) or "") for name in ("sent", "valid")},
        **_amounts(survey, "confidence", "margin", "percentage", "before", "target"),
    }
    steps = [said(edition, office, step) for step in survey.steps]
    for question in survey.questions:
        about = {name: said(edition, office, getattr(question, name)) for name in ("dimension", "question")}
        answers = "" if question.answers is None else str(question.answers)
        yield {"type": "question", "valid": answers, **about, **_amounts(question, "percentage", "before")}
        for step, count in zip(steps, question.counts, strict=False):
            if count is not None:
                yield {"type": "step", "step": step, "count": str(count), **about}
        for step, share in zip(steps, question.shares, strict=False):
            if share is not None:
                yield {"type": "step", "step": step, "share": amount(share), **about}
    for each in survey.improvements:
        text = said(edition, office, each.text)
        yield {"type": "improvement", "text": text, "quarter": f"{gregorian_year(each.roc_year)}-Q{each.quarter}"}


def _amounts(of: Survey | Question, *names: str) -> dict[str, str]:
    """Figures of a survey or a question, those that are known."""
    figures = {name: getattr(of, name) for name in names}
    return {name: amount(value) for name, value in figures.items() if value is not None}
