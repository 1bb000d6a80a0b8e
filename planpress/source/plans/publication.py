"""What a plan.yml says of when the public sees it, read before anything else of the plan."""

from typing import Final

from planpress.model.publication import Publication
from planpress.problems.problem import Problem, has_errors
from planpress.source.checks import check_text
from planpress.source.checks.publication import check_publication
from planpress.source.plans.shaping import understood
from planpress.source.shapes.plan_shapes import PlanFile

_MARKS: Final = (b"status", b"publish_on", b"withdrawn", b"\\")
"""What a file has that says anything of it; a backslash may spell any of the others."""


def says_anything(content: bytes) -> bool:
    """Whether a plan.yml may say when the public sees it; where it does not, the plan is public."""
    return any(mark in content for mark in _MARKS)


def read_publication(file: str, content: bytes) -> tuple[Publication | None, list[Problem]]:
    """Read when the public sees a plan.

    Args:
        file: path of the plan.yml from the project's root.
        content: of the file.

    Returns:
        What it says, or None where it cannot be read, so that nobody can tell whether the plan is public; and what
        is wrong with that, or with the file.
    """
    document, value, unreadable, wrong = understood(file, content, PlanFile)
    if document is None or not isinstance(value, PlanFile) or has_errors([*unreadable, *wrong]):
        return None, [*unreadable, *wrong]
    publication = value.publication
    if publication.withdrawn is None:
        return publication, []
    texts = check_text(("withdrawn", "reason"), publication.withdrawn.reason)
    return publication, document.problems([*check_publication(value), *texts])
