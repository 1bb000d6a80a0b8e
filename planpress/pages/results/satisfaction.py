"""The page of an office's surveys: what people said, over the years, and what was done about it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from markupsafe import Markup, escape

from planpress import addresses
from planpress.editions.edition import Edition
from planpress.editions.results import amount, rounded, short_period
from planpress.editions.surveys import improvement_time, question_cells, question_words, survey_facts, survey_time
from planpress.model import Office
from planpress.model.document_files import DocumentFile
from planpress.model.survey import FEWEST, Question, Survey
from planpress.overview.results import OfficeResults
from planpress.pages.frame.downloads import survey_downloads
from planpress.pages.frame.maker import PageMaker
from planpress.pages.frame.templates import linked, marked
from planpress.pages.results.chart import LineChart, Point, line_chart


def satisfaction_page(
    maker: PageMaker, office: Office, results: OfficeResults, files: Sequence[tuple[DocumentFile, str]] = ()
) -> str:
    """The page of all surveys of an office, the newest first.

    Args:
        maker: of this language.
        office: whose they are.
        results: what is public of them.
        files: the documents of them, with their paths.
    """
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
        organisation=maker.organisation_above(office, title.striptags()),
        fewest=FEWEST,
        downloads=tuple(survey_downloads(maker.edition, layout.path, title, files)),
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
        when = survey_time(self.edition, survey)
        return {
            "id": id_,
            "when": when,
            "facts": [
                (label, marked(text, self.maker.tag)) for label, text in survey_facts(self.edition, self.office, survey)
            ],
            "summary": tuple(linked(self.edition.text(text, self.office.id), self.edition) for text in survey.summary),
            "steps": tuple(map(self.say, survey.steps)),
            "has_counts": any(question.counts or question.shares for question in survey.questions),
            "has_before": any(question.before is not None for question in survey.questions),
            "questions": tuple(map(self.question, survey.questions)),
            "improvements": [
                {
                    "when": improvement_time(self.edition, each),
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

    def question(self, question: Question) -> Mapping[str, object]:
        """A line of the table of questions; what is of too few people has no figure."""
        names = [marked(text, self.maker.tag) for text in question_words(self.edition, self.office, question)]
        return {
            "name": escape(self.edition.colon).join(names),
            "cells": question_cells(self.edition, question),
            "unanswered": question.unanswered,
            "percentage": amount(question.percentage) if question.percentage is not None else None,
            "bar": rounded(question.percentage) if question.percentage is not None else None,
            "before": amount(question.before) if question.before is not None else None,
        }
