"""What one version of a plan says otherwise than the one before it, counted for the record of changes (異動紀錄)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from planpress.model import Correction, Plan
from planpress.model.decisions import revised
from planpress.model.record import Altered, RecordedChange
from planpress.overview.changes import Change, Fact, RowChange, compared
from planpress.overview.compared_rows import RowKind

_MEASURES: Final = (RowKind.MEASURE, RowKind.ITEM)
_FACTS: Final[Mapping[Fact, Altered]] = {
    Fact.WHO: Altered.DEPARTMENTS,
    Fact.SUPPORT: Altered.DEPARTMENTS,
    Fact.WHEN: Altered.PERIOD,
    Fact.TARGET: Altered.TARGET,
    Fact.MORE: Altered.COLUMNS,
    Fact.PLACE: Altered.HEADING,
}


def alterations(before: Plan, after: Plan) -> dict[Altered, int]:
    """Count what was altered; nothing where every word is the same.

    Rows are brought together by their words alone: two versions of a file share no record of addresses. What a new
    correction (勘誤) explains counts as that.
    """
    corrections = [each for each in after.corrections if each not in before.corrections]
    counts = Counter(_of_rows(compared(before, after, carried=()).rows, corrections))
    counts[Altered.TITLE] = int(before.title != after.title and not _explains(corrections, before.title, after.title))
    decided = [(each.adopted, each.approvals) for each in (before, after)]
    counts[Altered.DECISIONS] = int(decided[0] != decided[1])
    counts[Altered.CORRECTIONS] = len(corrections)
    return {each: counts[each] for each in Altered if counts[each]}


def revision_record(plan: Plan, replaced: Mapping[int, Plan]) -> Iterator[RecordedChange]:
    """What each revision of a plan altered, on its own day.

    Args:
        plan: the plan in force.
        replaced: the texts that revisions replaced, by the number of the revision.
    """
    for number, following in revised(replaced.keys(), plan.revision):
        after = replaced[following] if following else plan
        if after.revision is not None:
            counts = alterations(replaced[number], after)
            yield RecordedChange(date=after.revision.date, counts=counts, revision=number)


def _of_rows(rows: Iterable[RowChange], corrections: Iterable[Correction]) -> Iterator[Altered]:
    corrections = tuple(corrections)
    for row in rows:
        if row.change is Change.KEPT or (row.before and row.after and _is_corrected(row, corrections)):
            continue
        if row.row.kind not in _MEASURES:
            if row.is_reworded or row.change in (Change.NEW, Change.GONE):
                yield Altered.OTHERS
        elif row.change is Change.NEW:
            yield Altered.NEW
        elif row.change is Change.GONE:
            yield Altered.GONE
        else:
            if row.is_reworded:
                yield Altered.REWORDED
            yield from {_FACTS[each.fact] for each in row.facts}


def _is_corrected(row: RowChange, corrections: Iterable[Correction]) -> bool:
    """Whether nothing but corrections made a row what it is."""
    before, after = row.before, row.after
    assert before is not None
    assert after is not None
    return not row.facts and _explains(corrections, before.text, after.text)


def _explains(corrections: Iterable[Correction], before: str, after: str) -> bool:
    for each in corrections:
        before = before.replace(each.wrong, each.right) if each.right not in before else before
    return before == after
