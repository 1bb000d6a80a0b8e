"""What a measure is called when its text is not beside it: 一(三)1, the printed numbers on the way to it."""

from collections.abc import Iterator, Sequence

from planpress.edition import Edition
from planpress.model import Group, Measure, Plan


def measure_names(plan: Plan, edition: Edition) -> dict[str, str]:
    """The name of every measure of a plan, by its id; no two are called the same.

    A measure without a printed number is called by its place among its siblings: 一(三)第2項.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for measure, path, position, alone in _measures(plan, edition):
        name = path + bare(measure, edition)
        if not name or (measure.number is None and not alone) or name in taken:
            name += edition.gettext("第%(position)s項") % {"position": position}
        while name in taken:
            name = f"{name}·{position}"
        taken.add(name)
        names[measure.id] = name
    return names


def _measures(plan: Plan, edition: Edition) -> Iterator[tuple[Measure, str, int, bool]]:
    """Each measure, the path to it, its position among its siblings, and whether it is the only measure of them."""
    for section in plan.sections:
        yield from _below(section.children, "", edition)


def _below(
    children: Sequence[Group | Measure], path: str, edition: Edition
) -> Iterator[tuple[Measure, str, int, bool]]:
    alone = sum(isinstance(child, Measure) for child in children) == 1
    for position, child in enumerate(children, start=1):
        if isinstance(child, Measure):
            yield child, path, position, alone
        else:
            yield from _below(child.children, path + bare(child, edition), edition)


def bare(row: Group | Measure, edition: Edition) -> str:
    """The printed number of a row as it is said inside a path: without any separator, empty where there is none."""
    return edition.number(row.number).rstrip("、.．") if row.number else ""
