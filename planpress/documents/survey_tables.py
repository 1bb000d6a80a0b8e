"""Surveys of an office as tables, in one language: the surveys, their questions, what was done. For ODS and documents.

Of a few people there is nothing here either: what a survey says has gone through
:func:`planpress.model.survey.enough_people`.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from planpress.documents.records import Field, SheetTable
from planpress.editions.edition import Edition, Text
from planpress.editions.results import amount
from planpress.editions.surveys import improvement_time, question_cells, question_words, survey_facts, survey_time
from planpress.model import Office
from planpress.model.dates import gregorian_year
from planpress.model.survey import Survey

SURVEY_FIELDS: Final = (
    Field("office", "機關代號", "機關在網址中的代號。", "Id of the office", "Id of the office, as in its address."),
    Field("survey", "調查", "調查的名稱。", "Survey", "Name of the survey."),
    Field("roc_year", "民國年度", "調查的年度，民國。", "ROC year", "Year of the survey, ROC calendar."),
    Field("year", "西元年度", "調查的年度，西元。", "Year", "Year of the survey, common era."),
    Field("half", "半年", "1 上半年、2 下半年；全年空白。", "Half", "1 January to June, 2 July to December."),
    Field("type", "類別", "survey 整體、question 一題、step 一題的一個選項、improvement 改善情形。",
          "Type", "survey (as a whole), question, step (of the scale of a question), improvement."),
    Field("dimension", "構面", "題目所屬的構面。", "Dimension", "What a question is about."),
    Field("question", "題目", "題目的文字。", "Question", "The question."),
    Field("step", "選項", "量表的一個選項。", "Step", "A step of the scale."),
    Field("count", "人數", "選這個選項的人數；少於5人者不列。", "People",
          "How many chose the step; left out where fewer than five did."),
    Field("share", "百分比", "選這個選項的百分比；少於5人者不列。", "Share",
          "The same of a hundred; left out where fewer than five did."),
    Field("valid", "有效份數", "有效的份數。", "Valid answers", "How many valid answers came."),
    Field("percentage", "滿意百分比", "滿意者的百分比。", "Satisfied", "The satisfied, of a hundred."),
    Field("before", "上次百分比", "上次調查的百分比。", "Before", "The same in the survey before."),
    Field("target", "目標", "所訂的目標，百分比。", "Target", "What the office set out to reach, of a hundred."),
    Field("text", "文字", "改善情形的文字。", "Text", "What was done."),
    Field("quarter", "季", "改善的西元年與季：2026-Q1。", "Quarter", "In which quarter it was done: 2026-Q1."),
    Field("url", "固定網址", "調查的網頁。", "Address", "Address of the page of the surveys."),
)  # fmt: skip
"""What the CSV of surveys holds. The names are published."""


def survey_records(office: Office, surveys: Iterable[Survey], edition: Edition, url: str) -> Iterator[tuple[str, ...]]:
    """Surveys as flat records, values in the order of :data:`SURVEY_FIELDS`.

    Args:
        office: whose they are.
        surveys: what is public of them.
        edition: language of the texts; what it lacks is given in Chinese.
        url: absolute address of their page in this language.
    """
    for survey in surveys:
        common = {
            "office": office.id,
            "survey": _said(edition, office, survey.name),
            "roc_year": str(survey.roc_year),
            "year": str(gregorian_year(survey.roc_year)),
            "half": str(survey.half or ""),
            "url": url,
        }
        for row in _rows(office, survey, edition):
            values = {**common, **row}
            yield tuple(values.get(field.name, "") for field in SURVEY_FIELDS)


def _rows(office: Office, survey: Survey, edition: Edition) -> Iterator[dict[str, str]]:
    figures = {name: getattr(survey, name) for name in ("percentage", "before", "target")}
    whole = {name: amount(value) for name, value in figures.items() if value is not None}
    yield {"type": "survey", "valid": "" if survey.valid is None else str(survey.valid), **whole}
    steps = [_said(edition, office, step) for step in survey.steps]
    for question in survey.questions:
        about = {
            "dimension": _said(edition, office, question.dimension),
            "question": _said(edition, office, question.question),
        }
        scores = {name: getattr(question, name) for name in ("percentage", "before")}
        known = {name: amount(value) for name, value in scores.items() if value is not None}
        yield {"type": "question", "valid": "" if question.answers is None else str(question.answers), **about, **known}
        for step, count in zip(steps, question.counts, strict=False):
            if count is not None:
                yield {"type": "step", "step": step, "count": str(count), **about}
        for step, share in zip(steps, question.shares, strict=False):
            if share is not None:
                yield {"type": "step", "step": step, "share": amount(share), **about}
    for each in survey.improvements:
        text = _said(edition, office, each.text)
        yield {"type": "improvement", "text": text, "quarter": f"{gregorian_year(each.roc_year)}-Q{each.quarter}"}


def survey_tables(office: Office, surveys: Sequence[Survey], edition: Edition) -> tuple[SheetTable, ...]:
    """Surveys as sheets that people read: each survey with its facts, every question, every improvement."""
    _ = edition.gettext
    facts = [{label: text.value for label, text in survey_facts(edition, office, each)} for each in surveys]
    labels = tuple(dict.fromkeys(label for known in facts for label in known))
    names = [(_said(edition, office, each.name), survey_time(edition, each)) for each in surveys]
    rows = [(*name, *(known.get(label, "") for label in labels)) for name, known in zip(names, facts, strict=True)]
    tables = [SheetTable(_("滿意度調查"), ((_("調查"), _("期間"), *labels), *rows))]
    for position, (each, name) in enumerate(zip(surveys, names, strict=True), start=1):
        if each.questions:
            caption = f"{position} {name[1]} {name[0]}"  # the number keeps the names of sheets apart
            tables.append(SheetTable(caption, question_table(office, each, edition)))
    done = [
        (*name, improvement_time(edition, each), _said(edition, office, each.text),
         _("、").join(edition.department(office, department).value for department in each.departments))
        for survey, name in zip(surveys, names, strict=True)
        for each in survey.improvements
    ]  # fmt: skip
    if done:
        head = (_("調查"), _("期間"), _("季"), _("改善情形"), _("承辦部門"))
        tables.append(SheetTable(_("改善情形"), (head, *done)))
    return tuple(tables)


def table_widths(table: SheetTable) -> list[float]:
    """Widths of the columns of a table in centimetres, by what stands in them."""
    return [min(max(1.8, 0.4 * max(map(len, cells))), 9.0) for cells in zip(*table.rows, strict=True)]


def question_table(office: Office, survey: Survey, edition: Edition) -> tuple[tuple[str, ...], ...]:
    """The questions of a survey with their head; a column only where any of them has something in it."""
    _ = edition.gettext
    columns: list[tuple[str, list[str]]] = [
        (_("題目"), [edition.colon.join(_values(question_words(edition, office, each))) for each in survey.questions]),
        (_("滿意百分比"), ["" if each.percentage is None else amount(each.percentage) for each in survey.questions]),
        (_("上次百分比"), ["" if each.before is None else amount(each.before) for each in survey.questions]),
    ]
    cells = [question_cells(edition, each) for each in survey.questions]
    for position, step in enumerate(survey.steps):
        said = ["" if position >= len(each) else (each[position] or _("不列")) for each in cells]
        columns.append((_said(edition, office, step), said))
    used = [(name, said) for index, (name, said) in enumerate(columns) if index == 0 or any(said)]
    return (tuple(name for name, _cells in used), *zip(*(said for _name, said in used), strict=True))


def _values(words: Iterable[Text]) -> list[str]:
    return [text.value for text in words]


def _said(edition: Edition, office: Office, text: str | None) -> str:
    return edition.text(text, office.id).value if text else ""
