"""The indicators of an office: each value follows from its numerator and denominator, and years do not contradict."""

from collections.abc import Iterator
from decimal import Decimal

from planpress.model.indicator import Formula
from planpress.source.checks.amounts import agree, shown
from planpress.source.shapes.result_shapes import IndicatorEntry, IndicatorFigureEntry, IndicatorsFile
from planpress.source.values.finding import Finding, Steps


def check_indicators(file: IndicatorsFile) -> Iterator[Finding]:
    """Everything that can be wrong with the indicators of an office."""
    ids: set[str] = set()
    for position, indicator in enumerate(file.indicators):
        path: Steps = ("indicators", position)
        if indicator.id in ids:
            yield Finding("E033", (*path, "id"), {"id": indicator.id})
        ids.add(indicator.id)
        yield from _check_figures(path, indicator)


def computed(formula: Formula, figure: IndicatorFigureEntry, before: Decimal | None) -> Decimal | None:
    """What an indicator is by what was counted, in per cent; None where that does not tell.

    Args:
        formula: of the indicator.
        figure: what was counted.
        before: the numerator of the year before.
    """
    base = figure.denominator if formula is Formula.SHARE else before
    if figure.numerator is None or not base:
        return None
    return 100 * (figure.numerator if formula is Formula.SHARE else figure.numerator - base) / base


def _check_figures(path: Steps, indicator: IndicatorEntry) -> Iterator[Finding]:
    known: dict[tuple[int, int | None], IndicatorFigureEntry] = {}
    for index, figure in enumerate(indicator.figures):
        here: Steps = (*path, "figures", index)
        if known.setdefault((figure.year, figure.half), figure) is not figure:
            yield Finding("E034", (*here, "year"), {"year": str(figure.year)})
            continue
        last = known.get((figure.year - 1, figure.half))
        before = last.numerator if last and last.numerator is not None else figure.before
        if figure.before is not None and before is not None and figure.before != before:
            values = {"before": str(figure.before), "last": str(before), "year": str(figure.year - 1)}
            yield Finding("E021", (*here, "before"), values)
            continue
        if indicator.formula is Formula.SHARE and not _is_part(figure):
            values = {"numerator": str(figure.numerator), "denominator": str(figure.denominator)}
            yield Finding("E035", (*here, "numerator"), values)
            continue
        value = computed(indicator.formula, figure, before)
        if figure.value is not None and value is not None and not agree(figure.value, value):
            yield Finding("E020", (*here, "value"), {"value": str(figure.value), "computed": shown(value)})


def _is_part(figure: IndicatorFigureEntry) -> bool:
    """Whether a numerator can be a part of its denominator, as far as both are known."""
    if figure.numerator is None or figure.denominator is None:
        return True
    return 0 <= figure.numerator <= figure.denominator and figure.denominator > 0
