"""Figures of an office that are followed over the years (線上服務比率, 成長率): what is counted, of what."""

from decimal import Decimal
from enum import StrEnum

from planpress.model.base import Frozen


class Formula(StrEnum):
    """How an indicator is computed, in per cent."""

    SHARE = "share"
    """Numerator of denominator."""
    GROWTH = "growth"
    """How much more the numerator is than the year before."""


class IndicatorFigure(Frozen):
    """What an indicator was in a year, or in half of one."""

    roc_year: int
    half: int | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    before: Decimal | None = None
    """The numerator of the year before, of which a growth is computed."""
    value: Decimal | None = None
    """Of a hundred."""
    note: str | None = None


class Indicator(Frozen):
    """An indicator, with its figures from the first year to the last."""

    id: str
    name: str
    formula: Formula = Formula.SHARE
    numerator: str | None = None
    """What is counted: 線上申辦件數."""
    denominator: str | None = None
    """Of what: 全部申辦件數."""
    unit: str | None = None
    """What numerator and denominator count: 件."""
    definition: str | None = None
    figures: tuple[IndicatorFigure, ...] = ()
