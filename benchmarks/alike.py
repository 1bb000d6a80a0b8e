"""How alike the rows of the real plans are to their neighbours: what the thresholds of addresses rest on.

``python -m benchmarks.alike`` counts, for each kind of row, the pairs that stand under one heading, and those of them
that are as alike as one wording of a row is to another.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from planpress.model.similarity import similarity
from planpress.source.folders import plan_files
from planpress.source.repository import read_plan_file
from planpress.source.row_addresses.addressed_rows import ALIKE, ALIKE_ALONE, folded
from planpress.source.row_addresses.ids import addressed

ROOT = Path(__file__).parents[1]


def pairs() -> Iterator[tuple[str, float]]:
    """Kind and likeness of every two rows of one kind under one heading."""
    for plan in plan_files(ROOT)[0]:
        _, file = read_plan_file(ROOT, plan.office_id, plan.roc_year)
        together: defaultdict[tuple[str, str | None], list[str]] = defaultdict(list)
        for address in addressed(file).addresses if file else ():
            together[address.kind, address.under].append(folded(address.text))
        for (kind, _), texts in together.items():
            yield from ((kind, similarity(one, other)) for one, other in combinations(texts, 2))


def main() -> None:
    """Print the counts."""
    found: defaultdict[str, list[float]] = defaultdict(list)
    for kind, likeness in pairs():
        found[kind].append(likeness)
    for kind, all_of_them in found.items():
        counts = (f"{sum(each >= least for each in all_of_them)} at {least}" for least in (ALIKE_ALONE, ALIKE))
        print(f"{kind}: {len(all_of_them)} pairs, as alike: {', '.join(counts)}")


if __name__ == "__main__":
    main()
