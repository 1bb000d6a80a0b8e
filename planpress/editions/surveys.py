"""Surveys in the words of a language: when, of whom, how, and what came out."""

from collections.abc import Iterator

from planpress.editions.edition import Edition, Text
from planpress.editions.results import amount, half_name
from planpress.model import Office
from planpress.model.survey import Improvement, Question, Survey


def survey_time(edition: Edition, survey: Survey) -> str:
    """The year or the half that a survey is of."""
    year = edition.year(survey.roc_year)
    if not survey.half:
        return year
    return edition.gettext("%(year)s%(period)s") % {"year": year, "period": half_name(edition, survey.half)}


def survey_facts(edition: Edition, office: Office, survey: Survey) -> Iterator[tuple[str, Text]]:
    """What came out of a survey, and how it was made; a label and what is said."""
    _ = edition.gettext

    def own(text: str) -> Text:
        return Text(text, edition.language.tag)

    for label, value in (
        (_("滿意百分比"), survey.percentage),
        (_("上次"), survey.before),
        (_("目標"), survey.target),
    ):
        if value is not None:
            yield label, own(_("%(value)s%%") % {"value": amount(value)})
    if dates := edition.dates(survey.first, survey.last):
        yield _("調查期間"), own(dates)
    texts = (
        (_("調查對象"), survey.asked),
        (_("調查方式"), survey.method),
        (_("問卷種類"), survey.questionnaire),
        (_("抽樣方法"), survey.sampling),
    )
    yield from ((label, edition.text(text, office.id)) for label, text in texts if text)
    for label, count in ((_("發出份數"), survey.sent), (_("有效份數"), survey.valid)):
        if count is not None:
            yield label, own(f"{count:,}")
    if survey.confidence is not None:
        yield _("信賴水準"), own(_("%(value)s%%") % {"value": amount(survey.confidence)})
    if survey.margin is not None:
        yield _("抽樣誤差"), own(_("±%(value)s個百分點") % {"value": amount(survey.margin)})
    further = ((_("辦理單位"), survey.conducted_by), (_("計算方式"), survey.computed))
    yield from ((label, edition.text(text, office.id)) for label, text in further if text)


def question_words(edition: Edition, office: Office, question: Question) -> tuple[Text, ...]:
    """What a question is about, and the question itself, as far as they are known."""
    return tuple(edition.text(text, office.id) for text in (question.dimension, question.question) if text)


def question_cells(edition: Edition, question: Question) -> tuple[str | None, ...]:
    """How many chose each step of the scale; None of too few people, nothing where it is not known."""
    if question.counts:
        return tuple(None if count is None else f"{count:,}" for count in question.counts)
    _ = edition.gettext
    return tuple(None if share is None else _("%(value)s%%") % {"value": amount(share)} for share in question.shares)


def improvement_time(edition: Edition, improvement: Improvement) -> str:
    """The quarter in which something was done."""
    said = edition.gettext("%(year)s第%(quarter)s季")
    return said % {"year": edition.year(improvement.roc_year), "quarter": improvement.quarter}
