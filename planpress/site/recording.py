"""What git's versions of plans say of their changes (異動紀錄): only what no earlier build has compared is compared."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from planpress.cache import key
from planpress.model import Plan, PlanStatus
from planpress.model.dates import RocDate
from planpress.model.record import Altered, RecordedChange
from planpress.overview.alterations import alterations
from planpress.overview.summary import PlanSummary
from planpress.problems.problem import has_errors
from planpress.site.remaking import Build
from planpress.site.showing import concerns
from planpress.source.attachments.pictures import Size
from planpress.source.folders import plan_file_name
from planpress.source.history import Version, contents, revision, versions
from planpress.source.plans.modelling import plan_of
from planpress.source.plans.shaping import understood
from planpress.source.row_addresses.ids import unaddressed
from planpress.source.shapes.plan_shapes import PlanFile

MOST: Final = 20
"""How many changes of a plan are told, the newest; older ones are in git."""


@dataclass(frozen=True, slots=True)
class Step:
    """Two versions of a plan, one after the other, by the names of their contents in git."""

    office: str
    roc_year: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What a step altered. Of what was not public nothing is told, nor of what cannot be read."""

    counts: Mapping[Altered, int]
    revision: int | None = None

    def record(self) -> dict[str, Any]:
        """As JSON, for the index."""
        return {"counts": dict(self.counts), "revision": self.revision}

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> "Taken":
        """Back from JSON."""
        return cls({Altered(name): count for name, count in record["counts"].items()}, record["revision"])


def recorded_changes(
    build: Build, shown: Iterable[PlanSummary]
) -> Mapping[tuple[str, int], tuple[RecordedChange, ...]]:
    """What changed in each plan of which git knows it, the oldest first; by office and 民國 year."""
    told = _remembered_versions(build)
    steps: dict[tuple[str, int], list[tuple[date, Step]]] = {}
    for plan in shown:
        name = plan.office, plan.roc_year
        if kept := told.get(plan_file_name(*name)):
            last = kept[-MOST - 1 :]
            first = plan.publication.publish_on
            steps[name] = [
                (after.day, Step(*name, before.blob, after.blob))
                for before, after in pairwise(last)
                if first is None or after.day > first.first_day
            ]
    keys = {step: key("step", build.inputs.program, *_parts(step)) for each in steps.values() for _, step in each}
    work = partial(take, build.settings.root)
    made, _ = build.remake(
        {name: step for step, name in keys.items()}, work, lambda _, found: Taken.from_record(found), Taken.record, 16
    )
    changes = {
        name: tuple(_change(day, taken) for day, step in each if (taken := made[keys[step]]).counts)
        for name, each in steps.items()
    }
    return {name: each for name, each in changes.items() if each}


def _parts(step: Step) -> tuple[str, ...]:
    return step.office, str(step.roc_year), step.before, step.after


def _change(day: date, taken: Taken) -> RecordedChange:
    when = RocDate.on(day)
    return RecordedChange(date=when, counts=taken.counts, revision=taken.revision)


def _remembered_versions(build: Build) -> Mapping[str, tuple[Version, ...]]:
    """The versions of every plan of the site; asked of git once a commit."""
    settings = build.settings

    def ask() -> dict[str, list[tuple[str, str]]]:
        told = {path: kept for path, kept in versions(settings.root).items() if concerns(settings, path)}
        return {path: [(each.day.isoformat(), each.blob) for each in kept] for path, kept in told.items()}

    def read(record: Mapping[str, Sequence[Sequence[str]]]) -> Mapping[str, tuple[Version, ...]]:
        return {
            path: tuple(Version(date.fromisoformat(day), blob) for day, blob in kept) for path, kept in record.items()
        }

    history = revision(settings.root)
    return build.cache.remembered(key("versions", history, settings.offices), ask, read) if history else {}


def take(root: Path, steps: Sequence[Step]) -> list[Taken]:
    """Compare the versions of some steps in this process."""
    texts = contents(root, (blob for step in steps for blob in (step.before, step.after)))
    return list(_taken(steps, texts))


def _taken(steps: Sequence[Step], texts: Mapping[str, bytes]) -> Iterator[Taken]:
    plans: dict[tuple[str, str, int], Plan | None] = {}

    def read(step: Step, blob: str) -> Plan | None:
        name = blob, step.office, step.roc_year
        if name not in plans:
            plans[name] = _plan(step, texts[blob]) if blob in texts else None
        return plans[name]

    for step in steps:
        before, after = read(step, step.before), read(step, step.after)
        if before is None or after is None or not (_is_public(before) and _is_public(after)):
            yield Taken({})
            continue
        numbers = [each.revision.number if each.revision else 0 for each in (before, after)]
        yield Taken(alterations(before, after), numbers[1] if numbers[1] > numbers[0] else None)


def _is_public(plan: Plan) -> bool:
    """Whether a version was meant for everybody; whether its day had come, the day of the version tells."""
    return plan.publication.status is PlanStatus.PUBLISHED


def _plan(step: Step, content: bytes) -> Plan | None:
    """A version as it was written, whatever is wrong with what it says; None where it is no plan."""
    read = understood(plan_file_name(step.office, step.roc_year), content, PlanFile)
    file = read.value
    if not isinstance(file, PlanFile) or has_errors([*read.unreadable, *read.wrong]):
        return None
    try:
        return plan_of(step.office, step.roc_year, file, unaddressed(file), figures=_AnySize())
    except ValueError:  # of a time when less was checked
        return None


class _AnySize(dict[str, Size]):
    """The size of every picture: nothing of it is compared."""

    def __missing__(self, name: str) -> Size:
        return 1, 1
