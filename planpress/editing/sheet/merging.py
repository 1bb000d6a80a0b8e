"""What a plan is to say: as it is now, with everything that was changed in the workbook since it was made."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Final

from planpress.editing.sheet.understanding import SheetUnit, Understood
from planpress.editing.sheet.units import OTHER, SECTION, PlanUnits, Unit, is_same, normal
from planpress.model.similarity import similarities
from planpress.problems.problem import Place, Problem

ALIKE: Final = 0.5
"""Similarity from which on a row that somebody changed meanwhile is taken for another wording of one that was there."""

_FEW: Final = 5
"""Rows that somebody may well have put in another order one by one."""

GONE: Final = "—"
"""Stands for what is not there any more, in the messages."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A section or a row as it is to be.

    Attributes:
        unit: what it is to say.
        now: its position among the units of the plan as it is now; None for a new one.
        sheet: what the workbook says of it; None for what only somebody else has put in.
        is_changed: the workbook changes it, or puts it in.
    """

    unit: Unit
    now: int | None
    sheet: SheetUnit | None
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Merged:
    """A plan as it is to be.

    Attributes:
        plan: values of the plan itself.
        units: sections and rows in their order.
    """

    plan: Mapping[str, str]
    units: tuple[Wanted, ...]


def merged(before: PlanUnits, now: PlanUnits, sheet: Understood) -> tuple[Merged, list[Problem]]:
    """Bring the changes of a workbook and those of others together.

    Args:
        before: what the plan said when the workbook was made.
        now: what it says now.
        sheet: what the workbook says.

    Returns:
        The plan as it is to be, and everything that both have changed (E767, E395), by which it is not certain.
    """
    matches = _matches(before.units, now.units)
    bases = _bases(before, sheet.units)
    sheet = _with_what_is_gone(sheet, bases, before)
    problems: list[Problem] = list(_out_of_order(bases, sheet))
    plan = _plan(before.plan, now.plan, sheet, problems)
    wanted: dict[int, Wanted] = {}
    for at, (each, base) in enumerate(zip(sheet.units, bases, strict=True)):
        if base is None and each.unit.kind == OTHER:  # nobody can copy it in a spreadsheet
            problems.append(Problem("W396", each.place()))
        elif base is None:
            wanted[at] = Wanted(each.unit, None, each, True)
        elif (found := _of_both(each, before.units[base], _there(matches.get(base), now), problems)) is not None:
            is_changed = not is_same(each.unit, before.units[base])
            wanted[at] = Wanted(found, matches[base], each, is_changed)
    _report_removed(before, now, matches, bases, sheet, problems)
    order = _order(before, now, matches, bases, sheet, problems)
    units = tuple(
        Wanted(now.units[position], position, None, False) if is_of_others else wanted[position]
        for is_of_others, position in order
        if is_of_others or position in wanted
    )
    return Merged(plan, units), problems


def _out_of_order(bases: Sequence[int | None], sheet: Understood) -> Iterator[Problem]:
    """That hardly a row stands where it stood. Who moves a part of a plan leaves half of it at least in its order."""
    there = [base for base in bases if base is not None]
    ends: list[int] = []  # the lowest ends of rising series, by their length
    for base in there:
        at = bisect_left(ends, base)
        ends[at : at + 1] = [base]
    moved = len(there) - len(ends)
    if moved > max(len(there) // 2, _FEW):
        yield Problem("W394", sheet.units[0].place(), {"moved": str(moved), "rows": str(len(there))})


def _with_what_is_gone(sheet: Understood, bases: Sequence[int | None], before: PlanUnits) -> Understood:
    """The workbook with the values, as they were, of columns that somebody has removed."""
    units = [
        each if base is None else replace(each, unit=_keeping(each.unit, before.units[base], sheet.gone))
        for each, base in zip(sheet.units, bases, strict=True)
    ]
    return replace(sheet, units=tuple(units))


def _keeping(unit: Unit, old: Unit, gone: frozenset[str]) -> Unit:
    return Unit(unit.kind, {**unit.values, **{key: old.values[key] for key in gone if key in old.values}})


def _there(position: int | None, now: PlanUnits) -> Unit | None:
    return None if position is None else now.units[position]


def _plan(
    before: Mapping[str, str], now: Mapping[str, str], sheet: Understood, problems: list[Problem]
) -> dict[str, str]:
    found = dict(now)
    for key in {*before, *now, *sheet.plan}:
        old, present, new = (normal(values.get(key, "")) for values in (before, now, sheet.plan))
        if new in (old, present):
            continue
        if present != old and (place := sheet.places.get(key)):
            problems.append(Problem("E767", place, {"text": now.get(key, GONE), "new": sheet.plan.get(key, GONE)}))
        found[key] = sheet.plan.get(key, "")
    return {key: value for key, value in found.items() if value}


def _matches(before: Sequence[Unit], now: Sequence[Unit]) -> dict[int, int]:
    """Positions of the units that were there, with their positions now."""
    keys_before, keys_now = ([(unit.kind, *sorted(unit.values.items())) for unit in units] for units in (before, now))
    matcher = SequenceMatcher(None, keys_before, keys_now, autojunk=False)
    found = {a + at: b + at for a, b, size in matcher.get_matching_blocks() for at in range(size)}
    _match(found, keys_before, keys_now)
    _match(found, [unit.values.get("id") for unit in before], [unit.values.get("id") for unit in now])
    words_before, words_now = ([(unit.kind, unit.values.get("text")) for unit in units] for units in (before, now))
    _match(found, words_before, words_now)
    taken = {*found.values()}
    left = [old for old in range(len(before)) if old not in found]
    free = [new for new in range(len(now)) if new not in taken]
    alike = similarities([_words(before[old]) for old in left], [_words(now[new]) for new in free], ALIKE)
    for (one, other), _ in sorted(alike.items(), key=lambda each: (each[0][0], -each[1], each[0][1])):
        old, new = left[one], free[other]
        may_be_one = (before[old].kind == SECTION) == (now[new].kind == SECTION)
        if may_be_one and old not in found and new not in taken:
            found[old] = new
            taken.add(new)
    return found


def _match(found: dict[int, int], before: Sequence[object], now: Sequence[object]) -> None:
    """Bring together what is the same and stands elsewhere."""
    taken = {*found.values()}
    free: dict[object, list[int]] = {}
    for position, key in enumerate(now):
        if position not in taken and key is not None:
            free.setdefault(key, []).append(position)
    for position, key in enumerate(before):
        if position not in found and free.get(key):
            found[position] = free[key].pop(0)


def _words(unit: Unit) -> str:
    return f"{unit.values.get('heading', '')}\n{unit.values.get('text', '')}"


def _bases(before: PlanUnits, units: Sequence[SheetUnit]) -> list[int | None]:
    """For each unit of the workbook, the position of what it was; None for a new one.

    A row that was copied has its hidden address twice: the one that still says the same was there, else the first.
    A row whose address is lost is known by its words.
    """
    position_of = {address: position for position, address in enumerate(before.addresses)}
    claims: dict[int, list[int]] = {}
    for at, each in enumerate(units):
        position = position_of.get(each.address)
        if position is not None and (before.units[position].kind == SECTION) == (each.unit.kind == SECTION):
            claims.setdefault(position, []).append(at)
    found: list[int | None] = [None] * len(units)
    for position, those in claims.items():
        same = [at for at in those if is_same(units[at].unit, before.units[position])]
        found[(same or those)[0]] = position
    free = [position for position in range(len(before.units)) if position not in claims]
    for at, each in enumerate(units):
        if found[at] is None:
            same = [position for position in free if _has_words_of(before.units[position], each.unit)]
            if same:
                found[at] = same[0]
                free.remove(same[0])
    return found


def _has_words_of(one: Unit, other: Unit) -> bool:
    return one.kind == other.kind != OTHER and normal(_words(one)) == normal(_words(other))


def _of_both(each: SheetUnit, old: Unit, present: Unit | None, problems: list[Problem]) -> Unit | None:
    """What a unit is to say that was there; None for one that others have removed."""
    is_changed = not is_same(each.unit, old)
    if present is None:
        if is_changed:
            problems.append(Problem("E767", each.place(), {"text": GONE, "new": each.unit.name}))
        return None
    if not is_changed or is_same(each.unit, present):
        return present
    if not is_same(old, present):
        place = next(each.place(key) for key in (*_changed(each.unit, old), ""))
        problems.append(Problem("E767", place, {"text": present.name, "new": each.unit.name}))
    values = {
        key: present.values.get(key, "") if normal(new) == normal(old.values.get(key, "")) else new
        for key in {**present.values, **each.unit.values}
        for new in [each.unit.values.get(key, "")]
    }
    kind = present.kind if each.unit.kind == old.kind else each.unit.kind
    return Unit(kind, {key: value for key, value in values.items() if value})


def _changed(one: Unit, other: Unit) -> Iterator[str]:
    for key in {**one.values, **other.values}:
        if normal(one.values.get(key, "")) != normal(other.values.get(key, "")):
            yield key


def _report_removed(
    before: PlanUnits,
    now: PlanUnits,
    matches: Mapping[int, int],
    bases: Sequence[int | None],
    sheet: Understood,
    problems: list[Problem],
) -> None:
    """What the workbook removes must not have been changed by others."""
    left = {*bases}
    for position, unit in enumerate(before.units):
        there = matches.get(position)
        if position not in left and there is not None and not is_same(unit, now.units[there]):
            near = max((at for at, base in enumerate(bases) if base is not None and base < position), default=0)
            place = sheet.units[near].place() if sheet.units else Place("")
            problems.append(Problem("E767", place, {"text": now.units[there].name, "new": GONE}))


def _order(
    before: PlanUnits,
    now: PlanUnits,
    matches: Mapping[int, int],
    bases: Sequence[int | None],
    sheet: Understood,
    problems: list[Problem],
) -> list[tuple[bool, int]]:
    """The order of everything: whether it is a unit of now that the workbook does not know, and its position.

    Where nobody moved anything but one side, that side's order counts; what the other has put in stands behind what it
    was put behind.
    """
    ours = {there: position for position, there in matches.items()}
    at_of = {base: at for at, base in enumerate(bases) if base is not None}
    kept = [(False, at_of[ours[there]]) for there in range(len(now.units)) if there in ours and ours[there] in at_of]
    by_sheet = [(False, at) for at in range(len(bases))]
    known = sorted(at for _, at in kept)
    is_moved_here = [bases[at] for at in known] != sorted(base for at in known if (base := bases[at]) is not None)
    is_moved_there = [base for _, at in kept if (base := bases[at]) is not None] != sorted(
        base for at in known if (base := bases[at]) is not None
    )
    if is_moved_here and is_moved_there and [at for _, at in kept] != known:
        place = next(iter(sheet.units)).place()
        problems.append(Problem("E395", place))
    if is_moved_there and not is_moved_here:
        new_here = [at for at, base in enumerate(bases) if base is None]
        return _put_in(_with_others(kept, now, ours, at_of), ((False, at) for at in new_here), by_sheet)
    return _with_others(by_sheet, now, ours, at_of)


def _with_others(
    order: Sequence[tuple[bool, int]], now: PlanUnits, ours: Mapping[int, int], at_of: Mapping[int, int]
) -> list[tuple[bool, int]]:
    """An order of the workbook's units, with those that others have put in."""
    there: list[tuple[bool, int]] = []
    for position in range(len(now.units)):
        if position not in ours:
            there.append((True, position))
        elif ours[position] in at_of:
            there.append((False, at_of[ours[position]]))
    return _put_in(list(order), (each for each in there if each[0]), there)


def _put_in(
    order: list[tuple[bool, int]], new: Iterable[tuple[bool, int]], there: Sequence[tuple[bool, int]]
) -> list[tuple[bool, int]]:
    """Put each new unit behind what it stands behind where it comes from."""
    for each in new:
        before = [other for other in there[: there.index(each)] if other in order]
        order.insert(order.index(before[-1]) + 1 if before else 0, each)
    return order
