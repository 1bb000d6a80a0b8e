"""The page of an office's surveys: what people said, over the years, and what was done about it."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from markupsafe import Markup, escape

from planpress import addresses
from planpress.editions.edition import Edition
from planpress.editions.results import amount, half_name, rounded, short_period
from planpress.model import Office
from planpress.model.survey import FEWEST, Question, Survey
from planpress.overview.results import OfficeResults
from planpress.pages.chart import LineChart, Point, line_chart
from planpress.pages.maker import PageMaker
from planpress.pages.templates import linked, marked


def satisfaction_page(maker: PageMaker, office: Office, results: OfficeResults) -> str:
    """The page of all surveys of an office, the newest first."""
    _ = maker.edition.gettext
    path = addresses.satisfaction(office.id)
    name = maker.office_name(office)
    title = escape(_("%(office)s滿意度調查")) % {"office": name}
    view = maker.frame(
        path,
        title=title.striptags(),
        description=_("%(office)s歷次滿意度調查的方式、結果與改善情形。") % {"office": name.striptags()},
        breadcrumbs=((name, addresses.office(office.id)), (_("滿意度調查"), path)),
        office=office,
    )
    layout = _Layout(maker, office, path)
    series: dict[str, list[Survey]] = {}
    for survey in results.surveys:
        series.setdefault(survey.name, []).append(survey)
    return maker.render(
        "satisfaction.html",
        view=view,
        title=title,
        organisation=maker.organisation_name(office),
        office=name,
        fewest=FEWEST,
        series=[
            {
                "id": f"series-{number}",
                "name": layout.say(name_),
                "chart": layout.trend(number, name_, surveys),
                "surveys": [
                    layout.survey(each, f"survey-{number}-{position}")
                    for position, each in reversed(list(enumerate(surveys, start=1)))
                ],
            }
            for number, (name_, surveys) in enumerate(series.items(), start=1)
        ],
    )


class _Layout:
    """Lays out surveys in one language."""

    def __init__(self, maker: PageMaker, office: Office, path: str) -> None:
        self.maker = maker
        self.edition: Edition = maker.edition
        self.office = office
        self.path = addresses.localised(maker.edition.language, path)

    def say(self, chinese: str) -> Markup:
        return marked(self.edition.text(chinese, self.office.id), self.maker.tag)

    def trend(self, number: int, name: str, surveys: list[Survey]) -> LineChart | None:
        """The percentage of the satisfied as a line, with the target if it never changed: a later one would accuse."""
        points = [
            Point(short_period(self.edition, each.roc_year, each.half), each.percentage)
            for each in surveys
            if each.percentage is not None
        ]
        title = self.edition.gettext("%(name)s：滿意百分比") % {"name": self.edition.text(name, self.office.id).value}
        targets = {each.target for each in surveys if each.percentage is not None}
        return line_chart(
            self.edition,
            f"trend-{number}",
            title,
            points,
            most=Decimal(100),
            target=targets.pop() if len(targets) == 1 else None,
        )

    def survey(self, survey: Survey, id_: str) -> dict[str, object]:
        _ = self.edition.gettext
        period = {"year": self.edition.year(survey.roc_year), "period": half_name(self.edition, survey.half)}
        when = _("%(year)s%(period)s") % period if survey.half else period["year"]
        return {
            "id": id_,
            "when": when,
            "facts": tuple(self.facts(survey)),
            "summary": tuple(linked(self.edition.text(text, self.office.id), self.edition) for text in survey.summary),
            "steps": tuple(map(self.say, survey.steps)),
            "has_counts": any(question.counts or question.shares for question in survey.questions),
            "has_before": any(question.before is not None for question in survey.questions),
            "questions": tuple(map(self.question, survey.questions)),
            "improvements": [
                {
                    "when": _("%(year)s第%(quarter)s季")
                    % {"year": self.edition.year(each.roc_year), "quarter": each.quarter},
                    "text": linked(self.edition.text(each.text, self.office.id), self.edition),
                    "who": escape(_("、")).join(
                        marked(self.edition.department(self.office, name), self.maker.tag) for name in each.departments
                    ),
                }
                for each in survey.improvements
            ],
            "report": addresses.relative(self.path, addresses.survey_report(self.office.id, survey.report))
            if survey.report
            else None,
        }

    def facts(self, survey: Survey) -> Iterator[tuple[str, Markup]]:
        """What came out of a survey, and how it was made."""
        _ = self.edition.gettext
        for label, value in (
            (_("滿意百分比"), survey.percentage),
            (_("上次"), survey.before),
            (_("目標"), survey.target),
        ):
            if value is not None:
                yield label, escape(_("%(value)s%%") % {"value": amount(value)})
        dates = [self.edition.date(date) for date in (survey.first, survey.last) if date]
        if dates:
            yield _("調查期間"), escape(_("至").join(dict.fromkeys(dates)))
        texts = (
            (_("調查對象"), survey.asked),
            (_("調查方式"), survey.method),
            (_("問卷種類"), survey.questionnaire),
            (_("抽樣方法"), survey.sampling),
        )
        yield from ((label, self.say(text)) for label, text in texts if text)
        for label, count in ((_("發出份數"), survey.sent), (_("有效份數"), survey.valid)):
            if count is not None:
                yield label, escape(f"{count:,}")
        if survey.confidence is not None:
            yield _("信賴水準"), escape(_("%(value)s%%") % {"value": amount(survey.confidence)})
        if survey.margin is not None:
            yield _("抽樣誤差"), escape(_("±%(value)s個百分點") % {"value": amount(survey.margin)})
        further = ((_("辦理單位"), survey.conducted_by), (_("計算方式"), survey.computed))
        yield from ((label, self.say(text)) for label, text in further if text)

    def question(self, question: Question) -> Mapping[str, object]:
        """A line of the table of questions; what is of too few people has no figure."""
        _ = self.edition.gettext
        names = [self.say(text) for text in (question.dimension, question.question) if text]
        cells = (
            [None if count is None else f"{count:,}" for count in question.counts]
            if question.counts
            else [None if share is None else _("%(value)s%%") % {"value": amount(share)} for share in question.shares]
        )
        return {
            "name": escape(self.edition.colon).join(names),
            "cells": cells,
            "unanswered": question.unanswered,
            "percentage": amount(question.percentage) if question.percentage is not None else None,
            "bar": rounded(question.percentage) if question.percentage is not None else None,
            "before": amount(question.before) if question.before is not None else None,
        }
