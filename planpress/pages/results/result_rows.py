"""The rows of an assessment as its page shows them: what was promised, what became of it, what it was given."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from planpress import addresses
from planpress.editions.edition import Edition, Text
from planpress.editions.results import amount, promises, rounded, score_text, status_name
from planpress.model import Office, Plan
from planpress.model.assessment import Assessment, AssessmentKind, AssessmentPart
from planpress.pages.frame.templates import linked, marked


@dataclass(frozen=True, slots=True)
class StatusView:
    """A status: its name, and what it is called in the stylesheet."""

    name: str
    slug: str


@dataclass(frozen=True, slots=True)
class ResultView:
    """A row of an assessment."""

    id: str
    name: Markup
    """What it is about, in the plan's words where it is of the plan."""
    criterion: Markup | None
    """What the assessor calls it, beside the plan's words."""
    href: str | None
    """Where the plan promises it."""
    status: StatusView | None
    facts: tuple[tuple[str, Markup], ...]
    parts: tuple["ResultView", ...] = ()


class ResultLayout:
    """Lays out the rows of an assessment in one language."""

    def __init__(self, edition: Edition, office: Office, plan: Plan, assessment: Assessment, here: str) -> None:
        """Begin a page.

        Args:
            edition: its language.
            office: whose plan it is.
            plan: that was assessed.
            assessment: of it.
            here: the page's path, from which links are relative.
        """
        self.edition = edition
        self.office = office
        self.tag = edition.language.tag
        self.plan = plan
        self.is_own = assessment.kind is AssessmentKind.OWN
        self.promises = promises(plan, edition)
        self.to_plan = addresses.relative(here, addresses.plan(plan.office, plan.roc_year))
        place = addresses.localised(edition.language, here)  # files lie in one place for all languages
        self.to_files = addresses.relative(place, addresses.evidence(plan.office, plan.roc_year, ""))

    def rows(self, assessment: Assessment) -> Iterator[ResultView]:
        """Every row with its parts; what speaks of a row of the plan has the id of that, where it is the first."""
        taken: set[str] = set()

        def new(part: AssessmentPart, instead: str) -> str:
            id_ = part.of if part.of is not None and part.of not in taken else instead
            taken.add(id_)
            return id_

        for position, row in enumerate(assessment.rows, start=1):
            id_ = new(row, f"row-{position}")
            parts = [(each, new(each, f"row-{position}-{index}")) for index, each in enumerate(row.parts, start=1)]
            yield self.part(row, id_, tuple(self.part(each, own) for each, own in parts))

    def part(self, part: AssessmentPart, id_: str, parts: tuple[ResultView, ...] = ()) -> ResultView:
        """A row, or a part of one, by its id on the page."""
        promise = self.promises.get(part.of) if part.of else None
        criterion = self.say(part.criterion) if part.criterion else None
        if promise is None:
            name, beside = criterion or Markup(), None
        else:
            number = Markup('<span class="number">%s</span>') % promise.number if promise.number else Markup()
            name, beside = Markup("%s%s") % (number, self.say(promise.text)), criterion
        return ResultView(
            id=id_,
            name=name,
            criterion=beside,
            href=f"{self.to_plan}#{part.of}" if promise else None,
            status=StatusView(status_name(self.edition, part.status), part.status.name.lower().replace("_", "-"))
            if part.status
            else None,
            facts=tuple(self.facts(part)),
            parts=parts,
        )

    def facts(self, part: AssessmentPart) -> Iterator[tuple[str, Markup]]:
        """What is said of a row, in the order in which people ask."""
        _ = self.edition.gettext
        if part.figure:
            yield _("數據"), self.figure(part)
        texts = (
            (_("執行成果"), part.achieved),
            (_("預期成果"), part.expected),
            (_("衡量指標"), part.indicator),
            (_("構面"), part.dimension),
        )
        yield from ((label, self.tell(text)) for label, text in texts if text)
        yield from self.scores(part)
        further = ((_("扣分原因"), part.lost), (_("改善措施"), part.improvement), (_("備註"), part.note))
        yield from ((label, self.tell(text)) for label, text in further if text)
        if part.departments:
            names = (marked(self.edition.department(self.office, name), self.tag) for name in part.departments)
            yield _("承辦部門"), escape(_("、")).join(names)
        if part.evidence:
            links = (Markup('<a href="%s">%s</a>') % (f"{self.to_files}{name}", name) for name in part.evidence)
            yield _("佐證資料"), escape(_("、")).join(links)

    def figure(self, part: AssessmentPart) -> Markup:
        """A figure with what it counts."""
        unit = self.edition.text(part.unit, self.office.id) if part.unit else None
        if unit is None:
            return escape(part.figure)
        gap = " " if unit.value[:1].isascii() and unit.value[:1].isalpha() else ""
        return Markup("%s%s%s") % (part.figure, gap, marked(unit, self.tag))

    def scores(self, part: AssessmentPart) -> Iterator[tuple[str, Markup]]:
        """What it was given, and of how much."""
        _ = self.edition.gettext
        score = _("自評分數") if self.is_own else _("評分")
        for label, value in ((score, part.score), (_("複評分數"), part.reviewed)):
            if value is not None:
                yield label, escape(score_text(self.edition, value, part.maximum))
        if part.score is None and part.reviewed is None and part.maximum is not None:
            yield _("配分"), escape(amount(part.maximum))
        if part.weight is not None:
            said = _("%(weight)s%%") % {"weight": amount(part.weight)}
            if part.counted is not None and part.weighted is not None:
                values = {
                    "score": amount(part.counted),
                    "weight": amount(part.weight),
                    "points": rounded(part.weighted),
                }
                said = _("%(score)s × %(weight)s%% = %(points)s") % values
            yield _("權重"), escape(said)
        if part.before is not None:
            yield _("上期分數"), escape(amount(part.before))

    def say(self, chinese: str) -> Markup:
        """A text that stands in a link."""
        return marked(self.edition.text(chinese, self.office.id), self.tag)

    def tell(self, chinese: str) -> Markup:
        """A text whose addresses of the web are links."""
        text: Text = self.edition.text(chinese, self.office.id)
        return linked(text, self.edition)
