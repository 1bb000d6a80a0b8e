"""What a site shows of what lies in its folder, and what it keeps back: by whose site it is, and by the day.

The day is an input like any other.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from planpress import addresses
from planpress.cache import Cache, digest, key
from planpress.model.checked_link import CheckedLinks
from planpress.model.publication import PlanState, PlanStatus, Publication, WithdrawnPlan
from planpress.problems.problem import Problem
from planpress.settings import Settings
from planpress.source import files
from planpress.source.folders import OFFICES, FoundPlan, office_ids, plan_file_name
from planpress.source.plans.publication import read_publication, says_anything
from planpress.source.repository import read_plan_file
from planpress.source.values.finding import Finding

Said: TypeAlias = tuple[Publication | None, list[Problem]]
"""When the public sees a plan, None where nobody can tell; and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Showing:
    """The plans of a site on a day.

    Attributes:
        plans: those that the site shows; in the preview also those that the public does not see yet.
        withdrawn: those of which it shows only that they were withdrawn.
        unseen: those that the public does not see yet, of which nothing else is read.
        problems: what is wrong with what plans say of this. A plan of which nobody can tell is an error.
        others: ids of the offices whose site this is not.
    """

    plans: tuple[FoundPlan, ...]
    withdrawn: tuple[WithdrawnPlan, ...]
    unseen: tuple[FoundPlan, ...]
    problems: tuple[Problem, ...]
    others: frozenset[str] = frozenset()

    def has_page(self, path: str) -> bool:
        """Whether a page, by its path without language, is none of another office, nor of a plan that is not shown."""
        is_others = path.partition("/")[0] in self.others
        return not is_others and not any(path.startswith(f"{each}/") for each in self.not_shown)

    @property
    def not_shown(self) -> tuple[str, ...]:
        """The plans that the site does not show: kinmen/115."""
        hidden = [*(each[:2] for each in self.unseen), *((each.office, each.roc_year) for each in self.withdrawn)]
        return tuple(f"{office}/{year}" for office, year in sorted(hidden))

    @property
    def offices(self) -> tuple[str, ...]:
        """Ids of the offices that the site speaks of."""
        named = (*(each.office_id for each in self.plans), *(each.office for each in self.withdrawn))
        return tuple(dict.fromkeys(named))

    @property
    def emptied(self) -> tuple[str, ...]:
        """Ids of the offices whose every plan was withdrawn: there is nothing else to show of them."""
        shown = {each.office_id for each in self.plans}
        return tuple(dict.fromkeys(each.office for each in self.withdrawn if each.office not in shown))


def concerns(settings: Settings, file: str) -> bool:
    """Whether a site has to do with a file of the project: those of other offices are none of its business."""
    folder, _, rest = file.partition("/")
    office_id, is_below, _ = rest.partition("/")
    return settings.is_whole or folder != OFFICES or not is_below or settings.has(office_id)


def showing(settings: Settings, found: Iterable[FoundPlan], said: Callable[[FoundPlan], Said] | None = None) -> Showing:
    """What a site shows of some plans.

    Args:
        settings: say whose site it is, which day it is, and whether this is the preview.
        found: the plans that lie in the folder.
        said: reads when the public sees a plan; None reads the file.
    """
    plans: list[FoundPlan] = []
    withdrawn: list[WithdrawnPlan] = []
    unseen: list[FoundPlan] = []
    problems: list[Problem] = []
    for each in found:
        if not settings.has(each.office_id):
            continue
        publication, wrong = said(each) if said else _read(settings.root, each)
        problems += wrong
        if publication is None:
            plans.append(each)
            continue
        state = publication.state(settings.today)
        problems += _of_the_day(settings, each, publication, state)
        if state is PlanState.WITHDRAWN and publication.withdrawn:
            withdrawn.append(
                WithdrawnPlan(office=each.office_id, roc_year=each.roc_year, withdrawal=publication.withdrawn)
            )
        elif state is PlanState.PUBLIC or settings.preview:
            plans.append(each)
        else:
            unseen.append(each)
    others = frozenset(each for each in office_ids(settings.root) if not settings.has(each))
    return Showing(tuple(plans), tuple(withdrawn), tuple(unseen), tuple(problems), others)


def remembered_showing(settings: Settings, found: Iterable[FoundPlan], program: str, cache: Cache) -> Showing:
    """The same; what a file says is read again only when the file or the program (``program``) has changed."""

    def said(each: FoundPlan) -> Said:
        file = plan_file_name(each.office_id, each.roc_year)
        content, _ = files.read(settings.root, file)
        if content is None or not says_anything(content):
            return Publication(), []  # what cannot be read is told where the plan is
        name = key("publication", file, digest(content), program)
        known = cache.recalled(name, _recalled)
        if known is None:
            known = read_publication(file, content)
            if known[0] is not None:  # of a plan that may be secret nothing is kept but this
                cache.index.put(name, _record(known))
        return known

    return showing(settings, found, said)


def own_links(settings: Settings, shown: Showing, checked: CheckedLinks | None) -> CheckedLinks | None:
    """The links that were checked, as far as they stand on pages that a site has.

    On a site of some offices those of topics are left out: nobody knows whose measure has the link.
    """
    if checked is None:
        return None
    prefixes = tuple(each.prefix for each in settings.languages if each.prefix)

    def is_there(page: str) -> bool:
        path = next((page.removeprefix(each) for each in prefixes if page.startswith(each)), page)
        return shown.has_page(path) and (settings.is_whole or not path.startswith(addresses.TOPICS))

    places = ((each, tuple(place for place in each.places if is_there(place.page))) for each in checked.links)
    links = tuple(each.model_copy(update={"places": there}) for each, there in places if there)
    return checked.model_copy(update={"links": links})


def _read(root: Path, each: FoundPlan) -> Said:
    file = plan_file_name(each.office_id, each.roc_year)
    content, _ = files.read(root, file)
    return read_publication(file, content) if content is not None and says_anything(content) else (Publication(), [])


def _record(said: Said) -> list[Any]:
    publication, problems = said
    return [publication and publication.model_dump(mode="json"), [each.record() for each in problems]]


def _recalled(record: list[Any]) -> Said:
    publication, problems = record
    return Publication.model_validate(publication), list(map(Problem.from_record, problems))


def _of_the_day(settings: Settings, each: FoundPlan, publication: Publication, state: PlanState) -> Iterator[Problem]:
    """What is odd on this day alone. Only the file knows the place, so it is read again."""
    finding = None
    if publication.status is not PlanStatus.PUBLISHED:
        if publication.publish_on and publication.publish_on.first_day <= settings.today:
            finding = Finding("W167", ("publish_on",), {"status": publication.status})
    elif publication.withdrawn and state is PlanState.PUBLIC:
        finding = Finding("W168", ("withdrawn", "date"))
    elif publication.publish_on and state is PlanState.SCHEDULED:
        last = _last_year(settings.root, each)
        finding = (
            Finding("W169", ("publish_on",), {"last": str(last)}) if publication.publish_on.roc_year > last else None
        )
    document = read_plan_file(settings.root, each.office_id, each.roc_year)[0] if finding else None
    if finding and document:
        yield document.problem(finding)


def _last_year(root: Path, each: FoundPlan) -> int:
    """The last year that a plan is for."""
    _, file = read_plan_file(root, each.office_id, each.roc_year)
    return file.years(each.roc_year)[-1] if file else each.roc_year
