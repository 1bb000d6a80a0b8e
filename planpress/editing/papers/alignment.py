"""Which department and which period belong to which measure, where a cell holds several of each.

Nothing is guessed: what fits in only one way is taken, everything else goes to all of them and says so.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from planpress.editing.papers.paper import PaperLine

Joining = Callable[[Sequence[str]], str]
"""How several lines of one value become it."""

_TOLERANCE = 6.0
"""Points by which a line that stands beside another may be higher or lower."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """What a measure is given.

    Attributes:
        value: the department or the period; empty for none.
        is_certain: whether the cells leave no other reading.
    """

    value: str
    is_certain: bool = True


def aligned(cells: Sequence[Sequence[PaperLine]], tops: Sequence[float | None], join: Joining) -> list[Aligned]:
    """Give each measure its value.

    Args:
        cells: the lines of the cells that stand beside the measures, from top to bottom.
        tops: of the measures, where they begin, in points; None where the file does not say.
        join: makes one value of several lines.
    """
    lines = [line for cell in cells for line in cell if line.text]
    texts = [line.text for line in lines]
    count = len(tops)
    if not texts:
        return [Aligned("")] * count
    if count == 1:
        return [Aligned(join(texts))]
    if (beside := _by_place(lines, tops)) is not None:
        return [Aligned(join(each)) for each in beside]
    is_placed = all(line.top is not None for line in lines)  # the file cuts all lines; these stand beside no measures
    every = [line.text for cell in cells for line in cell]
    if len({*texts}) == 1:
        return [Aligned(texts[0], is_certain=len(texts) == len(every) and len(every) in (1, count))] * count
    filled = [[line.text for line in cell if line.text] for cell in cells]
    singles, blocks = [[text] for text in texts], _blocks(cells)
    for groups in (filled, blocks, singles):
        if len(groups) == count and all(groups):
            is_only = groups is filled or len(singles) != count or blocks == singles or len(texts) == len(every)
            return [Aligned(join(group), is_certain=is_only and not is_placed) for group in groups]
    if len(every) == count:
        return [Aligned(text, is_certain=bool(text)) for text in every]
    return [Aligned(join(list(dict.fromkeys(texts))), is_certain=False)] * count


def _blocks(cells: Sequence[Sequence[PaperLine]]) -> list[list[str]]:
    """Lines between which no empty one stands."""
    flat = [line.text for cell in cells for line in (*cell, PaperLine(""))]
    return [list(group) for is_filled, group in groupby(flat, key=bool) if is_filled]


def _by_place(lines: Sequence[PaperLine], tops: Sequence[float | None]) -> list[list[str]] | None:
    """Lines by the measure beside which they begin; None where the file says no places, or one begins beside none."""
    begins = [top for top in tops if top is not None]
    if len(begins) != len(tops) or any(line.top is None for line in lines) or begins != sorted(begins):
        return None
    found: list[list[PaperLine]] = [[] for _ in begins]
    for line in lines:
        assert line.top is not None  # looked at above
        position = sum(begin <= line.top + _TOLERANCE for begin in begins) - 1
        found[max(position, 0)].append(line)
    if any(not each or abs((each[0].top or 0) - begin) > _TOLERANCE for each, begin in zip(found, begins, strict=True)):
        return None
    return [[line.text for line in each] for each in found]
