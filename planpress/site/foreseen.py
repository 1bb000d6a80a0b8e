"""What will keep a site back on the day on which a plan becomes public, told while there is time."""

from collections.abc import Collection, Iterator, Sequence

from planpress.model import Plan, PlanState
from planpress.model.proof import ProofKey
from planpress.overview.coverage import Coverage
from planpress.problems.problem import Problem
from planpress.settings import Settings
from planpress.source.values.finding import Finding
from planpress.translating.progress import plan_coverage
from planpress.translating.workspace import Workspace


def foreseen(
    settings: Settings, plans: Sequence[Plan], shown: Collection[tuple[str, int]], workspace: Workspace
) -> Iterator[Problem]:
    """Plans with which a site falls below its threshold of translation, so that nothing is built on their day.

    Args:
        settings: of the site.
        plans: all that lie in the folder and belong to it.
        shown: office and year of those that it shows now.
        workspace: says how far they are translated.
    """
    least = settings.thresholds.get(ProofKey.TRANSLATION)
    days = {
        (plan.office, plan.roc_year): day.first_day
        for plan in plans
        if (day := plan.publication.publish_on) and plan.publication.state(settings.today) is PlanState.SCHEDULED
    }
    if least is None or not days:
        return
    covered = {
        (units.office, units.roc_year): Coverage.sum(
            plan_coverage(units, each.edition, each.catalogue).coverage for each in workspace.translations
        )
        for units in workspace.plans
        if (units.office, units.roc_year) in {*shown, *days}
    }
    for units in workspace.plans:
        name = units.office, units.roc_year
        if name not in days or covered[name].is_complete:
            continue
        with_it = [each for each in covered if each in shown or days[each] <= days[name]]
        whole = Coverage.sum(covered[each] for each in with_it)
        if whole.percent < least:
            values = {"percent": str(whole.percent), "least": str(least), "left": str(whole.total - whole.translated)}
            yield units.document.problem(Finding("W459", ("publish_on",), values))
