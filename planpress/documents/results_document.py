"""An assessment laid out as a document, in one language: its head, its prose, a table of what became of each row."""

from collections.abc import Iterable, Iterator, Sequence

from planpress.documents.document import (
    Column,
    DataTable,
    Document,
    DocumentLine,
    DocumentRow,
    Heading,
    Name,
    Part,
    Remark,
    Role,
    Table,
)
from planpress.editions.classes import classes_text
from planpress.editions.edition import Text
from planpress.editions.results import (
    amount,
    assessment_title,
    kind_name,
    period_name,
    promises,
    rank_text,
    revised_since_text,
    series_text,
    short_period,
    status_name,
    statuses_text,
    total_text,
    unit_text,
)
from planpress.editions.voice import Voice
from planpress.model import Office, Plan, Target
from planpress.model.assessment import Assessment, AssessmentPart
from planpress.overview.results import is_alike, is_of_earlier_text, on_one_scale, summarise_assessment


def results_document(
    plan: Plan, office: Office, assessment: Assessment, voice: Voice, url: str, others: Iterable[Assessment] = ()
) -> Document:
    """Lay an assessment out.

    Args:
        plan: that was assessed.
        office: whose it is.
        assessment: of it.
        voice: in whose name and in which language the document speaks.
        url: absolute address of the assessment's page in this language.
        others: of the office, itself among them: those that it can be set beside are listed.
    """
    series = sorted((each for each in others if is_alike(each, assessment)), key=lambda each: each.order)
    return _Layout(plan, office, assessment, voice, series).document(url)


class _Layout:
    def __init__(
        self, plan: Plan, office: Office, assessment: Assessment, voice: Voice, series: Sequence[Assessment]
    ) -> None:
        self.series = series
        self.revision = plan.revision
        self.office = office
        self.assessment = assessment
        self.voice = voice
        self.edition = voice.edition
        self.promises = promises(plan, voice.edition)

    def document(self, url: str) -> Document:
        edition, assessment = self.edition, self.assessment
        name = edition.office_name(self.office)
        _ = edition.gettext
        title = assessment_title(edition, assessment, self.office.id)
        values = {"office": name.value, "assessment": title.value}
        mixed = {name.lang, title.lang} - {edition.language.tag}
        return Document(
            title=Text(_("%(office)s%(assessment)s") % values, next(iter(mixed), edition.language.tag)),
            organisation=edition.organisation_name(self.office.organisation),
            office=Name(name),
            mark=self.own(_("非官方轉錄")) if self.voice.is_transcription else None,
            notes=tuple(self.notes()),
            parts=tuple(self.parts()),
            url=url,
        )

    def notes(self) -> Iterator[Text]:
        _ = self.edition.gettext
        if self.voice.is_transcription:
            yield self.own(_("非官方轉錄：本文件依機關考核結果轉錄，不是機關發布之文件；有出入時，以機關公布者為準。"))
        if self.edition.translates:
            yield self.own(_("譯文僅供參考；以中文版為準。"))
        if self.revision and is_of_earlier_text(self.assessment, self.revision):
            yield self.own(revised_since_text(self.edition, self.revision))
        yield self.own(_("分數只供本機關歷次結果比較，不宜與其他機關比較。"))
        if classes := classes_text(self.edition, self.office.classification):
            yield self.own(classes)

    def parts(self) -> Iterator[Part]:
        _ = self.edition.gettext
        yield Heading("head", 1, None, self.own(_("考核結果")))
        for label, text in self.facts():
            yield DocumentLine(0, None, (self.own(f"{label}{self.edition.colon}"), text))
        if self.assessment.summary:
            yield Heading("summary", 1, None, self.own(_("說明")))
            yield from (DocumentLine(0, None, (self.say(text),)) for text in self.assessment.summary)
        if self.assessment.rows:
            yield Heading("rows", 1, None, self.own(_("各項執行情形")))
            yield self.table()
        if len(self.series) > 1:
            yield Heading("history", 1, None, self.own(_("歷次考核")))
            yield from self.history()

    def history(self) -> Iterator[Part]:
        """The assessments of the series, the newest first, as the page lists them; its chart in words."""
        _ = self.edition.gettext
        yield DocumentLine(0, None, (self.own(_("同一種類、同一考核單位的歷次結果。")),))
        points = [
            (short_period(self.edition, each.roc_year, each.half), each.total)
            for each in on_one_scale(self.series)
            if each.total is not None
        ]
        if len(points) > 1:
            said = _("歷次總分") + self.edition.colon + series_text(self.edition, points)
            yield DocumentLine(0, None, (self.own(said),))
        scales = {each.maximum for each in self.series if each.total is not None}
        columns = {_("總分"): self.totals(len(scales) > 1), _("等第"): self.grades(), _("名次"): self.ranks()}
        used = {name: cells for name, cells in columns.items() if any(cells)}
        names = [assessment_title(self.edition, each, self.office.id) for each in self.series]
        rows = [
            (name, *(cells[position] or self.own(_("—")) for cells in used.values()))
            for position, name in enumerate(names)
        ]
        head = tuple(map(self.own, (_("考核"), *used)))
        yield DataTable((self.own(_("歷次考核")),), head, tuple(reversed(rows)))

    def totals(self, says_most: bool) -> list[Text | None]:
        return [
            None
            if each.total is None
            else self.own(total_text(self.edition, each.total, each.maximum if says_most else None))
            for each in self.series
        ]

    def grades(self) -> list[Text | None]:
        return [self.say(each.grade) if each.grade else None for each in self.series]

    def ranks(self) -> list[Text | None]:
        return [
            None if each.rank is None else self.own(rank_text(self.edition, each.rank, each.ranked))
            for each in self.series
        ]

    def facts(self) -> Iterator[tuple[str, Text]]:
        """What stands at the head: who assessed, when, and what came out."""
        _ = self.edition.gettext
        each = self.assessment
        if each.total is not None:
            yield _("總分"), self.own(total_text(self.edition, each.total, each.maximum))
        if each.average is not None:
            yield _("平均"), self.own(amount(each.average))
        if each.grade:
            yield _("等第"), self.say(each.grade)
        if each.rank is not None:
            yield _("名次"), self.own(rank_text(self.edition, each.rank, each.ranked))
        if each.group:
            yield _("組別"), self.say(each.group)
        statuses = statuses_text(self.edition, summarise_assessment(each).statuses)
        if statuses:
            yield _("執行情形"), self.own(statuses)
        yield _("種類"), self.own(kind_name(self.edition, each.kind))
        period = {"year": self.edition.year(each.roc_year), "period": period_name(self.edition, each)}
        yield _("考核期間"), self.own(_("%(year)s%(period)s") % period)
        for label, date in ((_("統計截止日"), each.cut_off), (_("考核日期"), each.date)):
            if date:
                yield label, self.own(self.edition.date(date))
        units = ((_("考核單位"), each.assessor), (_("受考核單位"), each.assessed_unit))
        yield from ((label, unit_text(self.edition, self.office, name)) for label, name in units if name)
        if each.version:
            yield _("版本"), self.say(each.version)

    def table(self) -> Table:
        """The rows with their parts; a column only where any of them has something in it."""
        _ = self.edition.gettext
        rows = tuple(self.rows())
        columns = [Column(Role.MEASURE, self.own(_("項目")), is_wide=True)]
        for role, name, is_used in (
            (Role.WHO, _("承辦部門"), any(row.who for row in rows)),
            (Role.WHEN, _("辦理情形"), any(row.when for row in rows)),
            (Role.TARGET, _("評分"), any(row.target for row in rows)),
        ):
            columns += [Column(role, self.own(name))] if is_used else []
        return Table(tuple(columns), rows)

    def rows(self) -> Iterator[DocumentRow]:
        for position, row in enumerate(self.assessment.rows, start=1):
            yield self.row(row, 0, f"row-{position}")
            for index, part in enumerate(row.parts, start=1):
                yield self.row(part, 1, f"row-{position}-{index}")

    def row(self, part: AssessmentPart, level: int, id_: str) -> DocumentRow:
        _ = self.edition.gettext
        promise = self.promises.get(part.of or "")
        return DocumentRow(
            id=id_,
            level=level,
            number=promise.number or None if promise else None,
            text=(self.say(promise.text if promise else part.criterion or ""),),
            remarks=tuple(
                Remark(f"{label}{self.edition.colon}", (text,))
                for label, text in self.remarks(part, promise is not None)
            ),
            who=tuple(Name(self.edition.department(self.office, name)) for name in part.departments),
            supporting=(),
            when=self.own(status_name(self.edition, part.status)) if part.status else None,
            target=self.own(score) if (score := self.score(part)) else None,
        )

    def score(self, part: AssessmentPart) -> str | None:
        """The score that counts, of how much."""
        if part.counted is None or part.maximum is None:
            return None if part.counted is None else amount(part.counted)
        if part.maximum == 0:
            return self.edition.gettext("不計分")
        values = {"score": amount(part.counted), "maximum": amount(part.maximum)}
        return self.edition.gettext("%(score)s／%(maximum)s") % values

    def remarks(self, part: AssessmentPart, is_promised: bool) -> Iterator[tuple[str, Text]]:
        """What is said below a row, in the order of the page."""
        _ = self.edition.gettext
        if is_promised and part.criterion:
            yield _("評核項目"), self.say(part.criterion)
        if part.figure:
            yield _("數據"), self.edition.target(Target(figure=part.figure, unit=part.unit), self.office.id)
        texts = (
            (_("執行成果"), part.achieved),
            (_("預期成果"), part.expected),
            (_("衡量指標"), part.indicator),
            (_("構面"), part.dimension),
            (_("扣分原因"), part.lost),
            (_("改善措施"), part.improvement),
            (_("備註"), part.note),
        )
        yield from ((label, self.say(text)) for label, text in texts if text)
        if part.weight is not None:
            yield _("權重"), self.own(_("%(weight)s%%") % {"weight": amount(part.weight)})
        if part.before is not None:
            yield _("上期分數"), self.own(amount(part.before))

    def own(self, text: str) -> Text:
        """What the document says itself, in its own language."""
        return Text(text, self.edition.language.tag)

    def say(self, text: str) -> Text:
        return self.edition.text(text, self.office.id)
