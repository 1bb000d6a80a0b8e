"""When the public sees a plan: after it was made and approved, and until it is withdrawn."""

from collections.abc import Iterator

from planpress.model.publication import PlanStatus
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.values.finding import Finding


def check_publication(file: PlanFile) -> Iterator[Finding]:
    """The order of the days on which a plan is made, shown and withdrawn.

    A slip here shows a plan too early, or one that should be gone, so each is an error.
    """
    made = [file.adopted, file.approved, *(each.date for each in file.approvals)]
    if file.publish_on is not None:
        later = [date for date in made if date is not None and file.publish_on.precedes(date)]
        if later:
            yield Finding("E145", ("publish_on",), {"made": max(date.text for date in later)})
    if file.withdrawn is not None:
        shown = [date for date in (file.adopted, file.publish_on) if date and file.withdrawn.date.precedes(date)]
        if shown:
            yield Finding("E146", ("withdrawn", "date"), {"shown": max(date.text for date in shown)})
        if file.status is not PlanStatus.PUBLISHED:
            yield Finding("E147", ("withdrawn",), {"status": file.status}, key=True)
