"""What a measure is called when its text is not beside it: 一(三)1, the printed numbers on the way to it."""

from collections import Counter

from planpress.edition import Edition
from planpress.model import Branch, Group, Measure, Plan


def measure_names(plan: Plan, edition: Edition) -> dict[str, str]:
    """The name of every measure of a plan, by its id; no two are called the same.

    A measure without a printed number is called by its place among its siblings: 一(三)第2項.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    positions: Counter[str] = Counter()
    for path, measure in plan.rows():
        positions[path[-1].id] += 1
        if isinstance(measure, Group):
            continue
        position = positions[path[-1].id]
        alone = sum(isinstance(child, Measure) for child in path[-1].children) == 1
        name = "".join(bare(branch, edition) for branch in path[1:]) + bare(measure, edition)
        if not name or (measure.number is None and not alone) or name in taken:
            name += edition.gettext("第%(position)s項") % {"position": position}
        while name in taken:
            name = f"{name}·{position}"
        taken.add(name)
        names[measure.id] = name
    return names


def bare(row: Branch | Measure, edition: Edition) -> str:
    """The printed number of a row as it is said inside a path: without any separator, empty where there is none."""
    return edition.number(row.number).rstrip("、.．") if row.number else ""
