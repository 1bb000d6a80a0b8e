"""An assessment of a plan: its scores, totals, averages, grades and dates agree, and what it speaks of is there."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from planpress.model.assessment import ResultStatus
from planpress.model.dates import RocDate
from planpress.model.grading import Grading, grading_for
from planpress.source.checks.amounts import agree, shown
from planpress.source.shapes.result_shapes import AssessmentFile, AssessmentPartEntry, AssessmentRowEntry
from planpress.source.values.finding import Finding, Steps
from planpress.source.values.mentions import mentions
from planpress.source.values.nearest import nearest


@dataclass(frozen=True, slots=True)
class AssessedPlan:
    """What an assessment is checked against.

    Attributes:
        years: those of the plan.
        ids: of its rows; None leaves them unchecked.
        departments: names that the office knows; None leaves them unchecked.
        gradings: schemes of grades of its organisation; None leaves grades unchecked.
    """

    years: range
    ids: Collection[str] | None
    departments: Collection[str] | None
    gradings: Sequence[Grading] | None


def check_assessment(file: AssessmentFile, plan: AssessedPlan) -> Iterator[Finding]:
    """Everything that can be wrong with an assessment by itself."""
    yield from _check_time(file, plan.years)
    yield from _check_total(file)
    yield from _check_average(file)
    if plan.gradings is not None:
        yield from _check_grade(file, plan.gradings)
    if file.rank is not None and file.ranked is not None and file.rank > file.ranked:
        yield Finding("E025", ("rank",), {"rank": str(file.rank), "ranked": str(file.ranked)})
    seen: dict[str, Steps] = {}
    for path, row in _everything(file):
        yield from _check_part(path, row, plan)
        if row.of is not None and seen.setdefault(row.of, path) is not path:
            yield Finding("W004", (*path, "of"), {"id": row.of})


def year_of(file: AssessmentFile, years: range) -> int:
    """The year that an assessment is of: its own, else the plan's first."""
    return years[0] if file.year is None else file.year


def _everything(file: AssessmentFile) -> Iterator[tuple[Steps, AssessmentPartEntry]]:
    """Every row and part with its path."""
    for position, row in enumerate(file.rows):
        yield ("rows", position), row
        for index, part in enumerate(row.parts):
            yield ("rows", position, "parts", index), part


def _check_time(file: AssessmentFile, years: range) -> Iterator[Finding]:
    if file.year is not None and file.year not in years:
        yield Finding("E026", ("year",), {"year": str(file.year), "years": f"{years[0]}-{years[-1]}"})
        return
    if file.half is not None and (file.first or file.last):
        yield Finding("E017", ("from" if file.first else "to",), key=True)
        return
    if file.first and file.last and file.last.first_day < file.first.first_day:
        yield Finding("E023", ("to",), {"first": file.first.text, "last": file.last.text})
    year = year_of(file, years)
    first = RocDate(year, 1 if file.half != 2 else 7)
    if file.cut_off is not None and file.cut_off.first_day < (file.first or first).first_day:
        yield Finding("E029", ("cut_off",), {"date": file.cut_off.text})
    last = file.last or (RocDate(year, 6, 30) if file.half == 1 else RocDate(_last_year(file, years), 12, 31))
    if file.cut_off is not None and _is_before(last, file.cut_off):
        yield Finding("W005", ("cut_off",), {"date": file.cut_off.text, "last": last.text})
    if file.date is not None and file.cut_off is not None and _is_before(file.date, file.cut_off):
        yield Finding("W003", ("date",), {"date": file.date.text, "cut_off": file.cut_off.text})


def _last_year(file: AssessmentFile, years: range) -> int:
    """The year in which what is assessed ends: without a half and a year, the plan's last."""
    return years[-1] if file.half is None and file.year is None else year_of(file, years)


def _is_before(date: RocDate, other: RocDate) -> bool:
    """Whether a date is before another for certain, where the day of one may be unknown."""
    if date.day is None or other.day is None:
        return (date.roc_year, date.month) < (other.roc_year, other.month)
    return date.first_day < other.first_day


def _check_part(path: Steps, row: AssessmentPartEntry, plan: AssessedPlan) -> Iterator[Finding]:
    if row.of is None and row.criterion is None:
        yield Finding("E013", path)
    if row.of is not None and plan.ids is not None and row.of not in plan.ids:
        yield Finding("E012", (*path, "of"), {"id": row.of, **nearest(row.of, sorted(plan.ids))})
    if row.status is ResultStatus.AS_PLANNED and row.figure is None:
        yield Finding("E018", (*path, "status"))
    if row.unit is not None and row.figure is None:
        yield Finding("E027", (*path, "unit"), {"unit": row.unit}, key=True)
    if row.who is not None and plan.departments is not None:
        for mention in mentions(row.who):
            if mention.name not in plan.departments:
                values = {"name": mention.name, **nearest(mention.name, plan.departments)}
                yield Finding("E104", (*path, "who"), values, span=mention.span)
    for name in ("score", "reviewed", "before"):
        score: Decimal | None = getattr(row, name)
        if score is not None and row.maximum is not None and score > row.maximum:
            yield Finding("E001", (*path, name), {"score": str(score), "maximum": str(row.maximum)})
    if row.weight is not None and not 0 <= row.weight <= 100:
        yield Finding("E003", (*path, "weight"), {"sum": str(row.weight)})
    if isinstance(row, AssessmentRowEntry) and row.parts:
        yield from _check_sums(path, row, row.parts)


def _check_sums(path: Steps, whole: AssessmentRowEntry, parts: Sequence[AssessmentPartEntry]) -> Iterator[Finding]:
    """What parts have makes up what the row has."""
    most = _sum(part.maximum for part in parts)
    if whole.maximum is not None and most is not None and not agree(whole.maximum, most):
        yield Finding("E004", (*path, "maximum"), {"maximum": str(whole.maximum), "sum": shown(most)})
    for name in ("score", "reviewed"):
        total: Decimal | None = getattr(whole, name)
        scores = [getattr(part, name) for part in parts]
        if total is not None and (together := _sum(scores)) is not None and not agree(total, together):
            yield Finding("E002", (*path, name), {"total": str(total), "sum": shown(together)})


def _check_total(file: AssessmentFile) -> Iterator[Finding]:
    """The total of all rows: the plain sum, or, where every row has a weight, the weighted one."""
    if file.total is not None and file.maximum is not None and file.total > file.maximum:
        yield Finding("E001", ("total",), {"score": str(file.total), "maximum": str(file.maximum)})
    weights = _sum(row.weight for row in file.rows)
    broken = [row.weight for row in file.rows if row.weight is not None and row.weight % 1]
    if weights is not None and not agree(Decimal(100), weights, rounded=broken):
        yield Finding("E003", ("rows", 0, "weight"), {"sum": shown(weights)})
        return
    most = _sum(row.maximum for row in file.rows)
    if weights is None and most is not None and file.maximum is not None and not agree(file.maximum, most):
        yield Finding("E004", ("maximum",), {"maximum": str(file.maximum), "sum": shown(most)})
    scores = [_counted(row) for row in file.rows]
    if weights is not None:
        together = _sum(
            None if score is None or row.weight is None else score * row.weight / 100
            for score, row in zip(scores, file.rows, strict=True)
        )
    else:
        together = _sum(scores)
    if file.total is not None and together is not None and not agree(file.total, together):
        yield Finding("E002", ("total",), {"total": str(file.total), "sum": shown(together)})


def _check_average(file: AssessmentFile) -> Iterator[Finding]:
    scores = [_counted(row) for row in file.rows]
    together = _sum(scores)
    if file.average is not None and together is not None:
        mean = together / len(scores)
        if not agree(file.average, mean):
            yield Finding("E007", ("average",), {"average": str(file.average), "other": shown(mean)})


def _counted(row: AssessmentPartEntry) -> Decimal | None:
    return row.score if row.reviewed is None else row.reviewed


def _check_grade(file: AssessmentFile, gradings: Sequence[Grading]) -> Iterator[Finding]:
    ids = [each.id for each in gradings]
    if file.grading is not None and file.grading not in ids:
        known = {"known": ", ".join(ids), **nearest(file.grading, ids)}
        yield Finding("E006", ("grading",), {"name": file.grading, **known})
        return
    grading = grading_for(gradings, file.grading, file.maximum)
    if grading is None or file.grade is None:
        return
    names = [each.grade for each in grading.grades]
    if file.grade not in names:
        values = {"name": file.grade, "known": "、".join(names), **nearest(file.grade, names)}
        yield Finding("E006", ("grade",), values)
    elif file.maximum is not None and file.maximum != grading.maximum:
        values = {"maximum": str(file.maximum), "key": grading.id, "other": str(grading.maximum)}
        yield Finding("E030", ("maximum",), values)
    elif file.total is not None and (right := grading.of(file.total)) != file.grade:
        yield Finding("E005", ("grade",), {"grade": file.grade, "total": str(file.total), "right": right or ""})


def _sum(amounts: Collection[Decimal | None] | Iterator[Decimal | None]) -> Decimal | None:
    """The sum of amounts of which none is missing; None where one is, or there are none."""
    known = list(amounts)
    if not known or any(amount is None for amount in known):
        return None
    return sum((amount for amount in known if amount is not None), Decimal(0))


def check_together(files: Sequence[tuple[str, AssessmentFile]], years: range) -> Iterator[tuple[str, Finding]]:
    """What assessments of a plan say of the same thing: never two totals for one, nor another score than the last.

    Args:
        files: each with its name, in the order of time.
        years: those of the plan.

    Yields:
        The name of the file, and what is found in it.
    """
    seen: dict[tuple[object, ...], tuple[str, AssessmentFile]] = {}
    for name, file in files:
        key = (file.kind, year_of(file, years), file.half, file.first, file.last, file.assessor, file.assessed_unit)
        other_name, other = seen.setdefault(key, (name, file))
        if other is file:
            continue
        for field in ("total", "average", "grade", "rank"):
            here, there = getattr(file, field), getattr(other, field)
            if here is not None and there is not None and here != there:
                yield name, Finding("E019", (field,), {"here": str(here), "there": str(there), "file": other_name})
    for (_, before), (name, file) in _successive(files, years):
        scores = {row.of: _counted(row) for _, row in _everything(before) if row.of is not None}
        for path, row in _everything(file):
            last = scores.get(row.of) if row.of is not None else None
            if row.before is not None and last is not None and row.before != last:
                yield name, Finding("W002", (*path, "before"), {"before": str(row.before), "last": str(last)})


def _successive(
    files: Sequence[tuple[str, AssessmentFile]], years: range
) -> Iterator[tuple[tuple[str, AssessmentFile], tuple[str, AssessmentFile]]]:
    """Each assessment of a second half beside that of the first half by the same assessor."""
    by_half = {
        (file.kind, file.assessor, file.assessed_unit, year_of(file, years), file.half): (name, file)
        for name, file in files
    }
    for (kind, assessor, unit, year, half), later in by_half.items():
        earlier = by_half.get((kind, assessor, unit, year, 1)) if half == 2 else None
        if earlier is not None:
            yield earlier, later
