"""What is decided of a plan: its approvals, its revision, the rules that were added to it."""

from collections.abc import Collection, Iterator, Sequence

from planpress.model.dates import RocDate
from planpress.model.decisions import ApprovalKind
from planpress.model.publication import PlanStatus
from planpress.source import files
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.values.decisions import ApprovalEntry
from planpress.source.values.finding import Finding, Steps


def check_decisions(file: PlanFile, needed: Collection[ApprovalKind]) -> Iterator[Finding]:
    """Approvals, revision and supplements of a plan.

    Args:
        file: what its plan.yml says.
        needed: what the plans of its organisation need before they are published.
    """
    if file.approved is not None and file.approvals:
        yield Finding("E135", ("approved",), key=True)
    given = [ApprovalKind.APPROVED] if file.approved is not None else [each.kind for each in file.approvals]
    decided = [(("approved",), file.approved), *_dates(("approvals",), file.approvals)]
    if file.status is not PlanStatus.DRAFT:
        yield from _check_needed(("approvals",) if file.approvals else ("title",), given, needed)
    if file.revision is not None:
        decided += [
            (("revision", "date"), file.revision.date),
            *_dates(("revision", "approvals"), file.revision.approvals),
        ]
        if file.status is not PlanStatus.DRAFT:
            yield from _check_needed(("revision",), [each.kind for each in file.revision.approvals], needed)
    for path, date in decided:
        if date is not None and file.adopted is not None and date.precedes(file.adopted):
            yield Finding("W145", path)
    yield from _check_supplements(file)


def _dates(path: Steps, approvals: Sequence[ApprovalEntry]) -> Iterator[tuple[Steps, RocDate | None]]:
    return (((*path, position, "date"), each.date) for position, each in enumerate(approvals))


def _check_needed(path: Steps, given: Collection[ApprovalKind], needed: Collection[ApprovalKind]) -> Iterator[Finding]:
    missing = [kind for kind in needed if kind not in given]
    if missing:
        yield Finding("E144", path, {"kinds": "、".join(missing), "first": missing[0]}, key=True)


def _check_supplements(file: PlanFile) -> Iterator[Finding]:
    taken = {files.folded(file.original.file)} if file.original else set()
    for position, each in enumerate(file.supplements):
        path = ("supplements", position)
        if (each.file is None) == (each.text is None):
            yield Finding("E138", path)
        elif each.file is not None:
            if files.folded(each.file) in taken:
                yield Finding("E136", (*path, "file"), {"name": each.file})
            taken.add(files.folded(each.file))
