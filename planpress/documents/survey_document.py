"""The surveys of an office laid out as a document, in one language, the newest of each first."""

from collections.abc import Iterator, Sequence

from planpress.documents.document import DataTable, Document, DocumentLine, Heading, Name, Part
from planpress.documents.survey_tables import question_table
from planpress.editions.edition import Text
from planpress.editions.results import series_text, short_period
from planpress.editions.surveys import improvement_time, survey_facts, survey_time
from planpress.editions.voice import Voice
from planpress.model import Office
from planpress.model.survey import FEWEST, Survey


def survey_document(office: Office, surveys: Sequence[Survey], voice: Voice, url: str) -> Document:
    """Lay surveys out.

    Args:
        office: whose they are.
        surveys: what is public of them, in the order of time.
        voice: in whose name and in which language the document speaks.
        url: absolute address of their page in this language.
    """
    return _Layout(office, surveys, voice).document(url)


class _Layout:
    def __init__(self, office: Office, surveys: Sequence[Survey], voice: Voice) -> None:
        self.office = office
        self.surveys = surveys
        self.voice = voice
        self.edition = voice.edition

    def document(self, url: str) -> Document:
        _ = self.edition.gettext
        name = self.edition.office_name(self.office)
        return Document(
            title=Text(_("%(office)s滿意度調查") % {"office": name.value}, name.lang),
            organisation=self.edition.organisation_name(self.office.organisation),
            office=Name(name),
            mark=self.own(_("非官方轉錄")) if self.voice.is_transcription else None,
            notes=tuple(self.notes()),
            parts=tuple(self.parts()),
            url=url,
        )

    def notes(self) -> Iterator[Text]:
        _ = self.edition.gettext
        if self.voice.is_transcription:
            yield self.own(
                _("非官方轉錄：本文件依機關公布的調查結果轉錄，不是機關發布之文件；有出入時，以機關公布者為準。")
            )
        if self.edition.translates:
            yield self.own(_("譯文僅供參考；以中文版為準。"))
        yield self.own(_("少於%(fewest)s人的選項不列數字，以免認出作答的人。") % {"fewest": FEWEST})

    def parts(self) -> Iterator[Part]:
        series: dict[str, list[Survey]] = {}
        for survey in self.surveys:
            series.setdefault(survey.name, []).append(survey)
        for number, (name, surveys) in enumerate(series.items(), start=1):
            yield Heading(f"series-{number}", 1, None, self.say(name))
            yield from self.trend(surveys)
            for position, survey in reversed(list(enumerate(surveys, start=1))):
                yield from self.survey(survey, f"survey-{number}-{position}")

    def trend(self, surveys: Sequence[Survey]) -> Iterator[Part]:
        """The chart of the page in words."""
        points = [
            (short_period(self.edition, each.roc_year, each.half), each.percentage)
            for each in surveys
            if each.percentage is not None
        ]
        if len(points) > 1:
            said = self.edition.gettext("歷次滿意百分比") + self.edition.colon + series_text(self.edition, points)
            yield DocumentLine(0, None, (self.own(said),))

    def survey(self, survey: Survey, id_: str) -> Iterator[Part]:
        _ = self.edition.gettext
        when = survey_time(self.edition, survey)
        yield Heading(id_, 2, None, self.own(when))
        for label, text in survey_facts(self.edition, self.office, survey):
            yield DocumentLine(0, None, (self.own(f"{label}{self.edition.colon}"), text))
        yield from (DocumentLine(0, None, (self.say(text),)) for text in survey.summary)
        if survey.questions:
            head, *body = (tuple(map(self.own, cells)) for cells in question_table(self.office, survey, self.edition))
            caption = _("%(name)s%(when)s各題結果") % {"name": self.say(survey.name).value, "when": when}
            yield DataTable((self.own(caption),), head, tuple(body))
        for each in survey.improvements:
            label = f"{_('改善情形')}（{improvement_time(self.edition, each)}）{self.edition.colon}"
            yield DocumentLine(0, None, (self.own(label), self.say(each.text)))

    def own(self, text: str) -> Text:
        """What the document says itself, in its own language."""
        return Text(text, self.edition.language.tag)

    def say(self, text: str) -> Text:
        return self.edition.text(text, self.office.id)
