"""What pages that span plans need to know of a plan: small, cached, and all that stays in memory."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from planpress.editions import counting
from planpress.editions.edition import Edition
from planpress.model import Approval, Correction, Deadline, Plan, Publication, Revision, Supplement
from planpress.model.assessment import Assessment
from planpress.model.base import Frozen
from planpress.model.dates import RocDate, gregorian_year, parts_of_year
from planpress.model.plan import ParentPlan, years_of
from planpress.model.record import RecordedChange
from planpress.overview.coverage import Coverage
from planpress.overview.dated import Dated, dated
from planpress.overview.results import AssessmentSummary, summarise_assessment
from planpress.overview.topics import TopicMeasures


class GroupSummary(Frozen):
    """An outermost group (大項): its id, its Chinese name, how many measures it has."""

    id: str
    name: str
    measures: int


class PlanSummary(Frozen):
    """A plan in a few lines."""

    office: str
    roc_year: int
    title: str
    adopted: RocDate | None
    groups: int
    """Outermost groups (大項)."""
    measures: int
    """Measures (項), items not counted."""
    with_who: int
    """Measures that name a department, themselves or in their items."""
    with_when: int
    """Measures that name a period, themselves or in their items."""
    departments: dict[str, int]
    """How many measures each department has a part in, by its Chinese name of today."""
    periods: dict[str, int]
    """How many measures have each part of the year (``as-needed``, ``month-05`` …), themselves or in their items."""
    top_groups: tuple[GroupSummary, ...]
    """The outermost groups, in the plan's order."""
    topics: dict[str, int]
    """How many measures belong to each topic, by its id; topics that have none here are left out."""
    explained: tuple[str, ...] = ()
    """The words in it that the site explains, by their ids."""
    unsure: int
    """Measures and items whose reading is marked as uncertain (待確認)."""
    notes: int
    """Transcription notes (轉錄說明)."""
    coverage: dict[str, Coverage]
    """How far the languages that people translate into are, by their tags."""
    has_who: bool = True
    """It has a column of departments."""
    has_when: bool = True
    """It has a column of periods."""
    until: int | None = None
    """The last year of a plan of several years."""
    publication: Publication = Publication()
    """When the public sees it."""
    approvals: tuple[Approval, ...] = ()
    revision: Revision | None = None
    supplements: tuple[Supplement, ...] = ()
    superseded: tuple[int, ...] = ()
    """The revisions of which what they replaced is there."""
    results: tuple[AssessmentSummary, ...] = ()
    """What is public of its assessments, in the order of time."""
    corrections: tuple[Correction, ...] = ()
    """What was mended in its data."""
    recorded: tuple[RecordedChange, ...] = ()
    """What its editors recorded of its changes (changes.yml)."""
    revised: tuple[RecordedChange, ...] = ()
    """What its revisions altered, as far as what they replaced is kept."""
    based_on: ParentPlan | None = None
    """The plan that it follows."""
    deadlines: tuple[Deadline, ...] = ()
    """Who reports what to whom by when."""
    dated: tuple[Dated, ...] = ()
    """The measures that have a time."""
    clauses: int = 0
    """How many of its clauses on the office's own site are listed (clauses.yml)."""

    @property
    def has_dates(self) -> bool:
        """Whether anything is due by it."""
        return bool(self.deadlines or self.dated)

    @property
    def gregorian_year(self) -> int:
        """The plan's year in the common era."""
        return gregorian_year(self.roc_year)

    @property
    def years(self) -> range:
        """The 民國 years that the plan is for."""
        return years_of(self.roc_year, self.until)


def summarise(
    plan: Plan,
    coverage: Mapping[str, Coverage],
    topics: Sequence[TopicMeasures] = (),
    superseded: tuple[int, ...] = (),
    explained: tuple[str, ...] = (),
    results: Sequence[Assessment] = (),
    recorded: tuple[RecordedChange, ...] = (),
    revised: tuple[RecordedChange, ...] = (),
    clauses: int = 0,
) -> PlanSummary:
    """Count what a plan holds.

    Args:
        plan: the plan.
        coverage: how far languages are with it, by their tags.
        topics: that it has measures of.
        superseded: the revisions of which what they replaced is there.
        explained: the words in it that the site explains, by their ids.
        results: what is public of its assessments, in the order of time.
        recorded: what its editors recorded of its changes.
        revised: what its revisions altered.
        clauses: how many of its clauses on the office's own site are listed.
    """
    measures = list(plan.measures())
    named = Counter(name for measure in measures for name in plan.today(measure.who))
    when = Counter(part for measure in measures for part in {*chain.from_iterable(map(parts_of_year, measure.periods))})
    groups = [
        GroupSummary(id=group.id, name=group.name, measures=sum(1 for _ in group.measures()))
        for group in plan.top_groups()
    ]
    return PlanSummary(
        office=plan.office,
        roc_year=plan.roc_year,
        title=plan.title,
        adopted=plan.adopted,
        groups=len(groups),
        measures=len(measures),
        with_who=sum(any(each.departments for each in measure.everyone) for measure in measures),
        with_when=sum(bool(measure.periods) for measure in measures),
        departments=dict(named),
        periods=dict(when),
        top_groups=tuple(groups),
        topics={each.topic.id: len(each.measures) for each in topics},
        unsure=sum(each.unsure is not None for measure in measures for each in measure.everyone),
        notes=len(plan.transcription_notes),
        coverage=dict(coverage),
        has_who=plan.who_column is not None,
        has_when=plan.when_column is not None,
        until=plan.until,
        publication=plan.publication,
        approvals=plan.approvals,
        revision=plan.revision,
        supplements=plan.supplements,
        superseded=superseded,
        results=tuple(map(summarise_assessment, results)),
        corrections=plan.corrections,
        recorded=recorded,
        revised=revised,
        based_on=plan.based_on,
        explained=explained,
        deadlines=plan.deadlines,
        dated=tuple(dated(plan)),
        clauses=clauses,
    )


def lead(summary: PlanSummary, edition: Edition, office: str) -> str:
    """One plain, counted sentence on what a plan holds.

    Args:
        summary: of the plan.
        edition: the language of the sentence.
        office: what it calls the office: 本處, 該處.
    """
    _ = edition.gettext
    if not summary.measures:
        text = _("%(office)s%(years)s的計畫。")
    elif not (summary.has_who or summary.has_when):
        text = _("%(office)s%(years)s的具體作法，共%(extent)s。")
    elif not summary.has_when:
        text = _("%(office)s%(years)s的具體作法，共%(extent)s；其中%(who)s項寫明由誰辦理。")
    elif not summary.has_who:
        text = _("%(office)s%(years)s的具體作法，共%(extent)s；其中%(when)s項寫明何時辦理。")
    elif summary.with_who == summary.with_when == summary.measures:
        text = _("%(office)s%(years)s的具體作法，共%(extent)s；每項都寫明由誰辦理、何時辦理。")
    else:
        text = _("%(office)s%(years)s的具體作法，共%(extent)s；其中%(who)s項寫明由誰辦理，%(when)s項寫明何時辦理。")
    return text % {
        "office": office,
        "years": edition.year(summary.roc_year, summary.until) if summary.until else _("這一年"),
        "extent": counting.extent(edition, summary.groups, summary.measures),
        "who": summary.with_who,
        "when": summary.with_when,
    }
