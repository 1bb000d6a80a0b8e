"""Charts as SVG that is made when the site is built: lines, labelled directly. The table beside each says the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final, NamedTuple

from planpress.editions.edition import Edition
from planpress.editions.results import amount, series_text

MOST_POINTS: Final = 8
"""As many labels stand beside one another on a phone; the table has all."""
WIDTH: Final = 360
HEIGHT: Final = 190
_LEFT, _RIGHT, _TOP, _BOTTOM = 60, 28, 34, 150
"""Where the line is drawn, in the units of the picture."""


class Point(NamedTuple):
    """A value of a series and what it is of."""

    name: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Spot:
    """A point in the picture, with its labels."""

    x: str
    y: str
    above: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class LineChart:
    """A line of values over time.

    Attributes:
        id: on the page.
        title: what it shows.
        text: what it says, for whoever does not see it.
        spots: its points.
        line: the points that the line goes through.
        lowest: the lower end of the scale; the line need not begin at nothing, so both ends are printed.
        highest: the upper end.
        target: where the target lies, if there is one.
        target_text: what it is.
    """

    id: str
    title: str
    text: str
    spots: tuple[Spot, ...]
    line: str
    lowest: str
    highest: str
    target: str | None = None
    target_text: str = ""


def line_chart(
    edition: Edition,
    id_: str,
    title: str,
    points: Sequence[Point],
    *,
    most: Decimal | None = None,
    target: Decimal | None = None,
) -> LineChart | None:
    """A chart of the last points of a series; none of fewer than two, which show no trend.

    Args:
        edition: language of its words.
        id_: on the page.
        title: what it shows.
        points: in the order of time.
        most: what no value is above.
        target: what was to be reached.
    """
    if len(points) < 2:
        return None
    _ = edition.gettext
    shown = points[-MOST_POINTS:]
    values = [point.value for point in shown] + ([target] if target is not None else [])
    low, high = _scale(min(values), max(values), most)

    def y(value: Decimal) -> str:
        return _number(_BOTTOM - (value - low) / (high - low) * (_BOTTOM - _TOP))

    step = Decimal(WIDTH - _LEFT - _RIGHT) / (len(shown) - 1)
    spots = tuple(
        Spot(
            _number(_LEFT + step * position), y(point.value), _number(Decimal(y(point.value)) - 10), point.name,
            amount(point.value),
        )
        for position, point in enumerate(shown)
    )  # fmt: skip
    said = series_text(edition, shown)
    aim = "" if target is None else _("目標%(value)s") % {"value": amount(target)}
    return LineChart(
        id_,
        title,
        said + (_("；") + aim if aim else ""),
        spots,
        " ".join(f"{spot.x},{spot.y}" for spot in spots),
        amount(low),
        amount(high),
        None if target is None else y(target),
        aim,
    )


def _scale(lowest: Decimal, highest: Decimal, most: Decimal | None) -> tuple[Decimal, Decimal]:
    """Round ends around the values, a part of their height below and above them, but nothing that cannot be."""
    step = Decimal(10) if highest - lowest < 50 else Decimal(50)
    low = (lowest / step).to_integral_value(ROUND_FLOOR) * step
    low = low - step if lowest - low < step / 5 and low > 0 else low
    high = (highest / step).to_integral_value(ROUND_CEILING) * step
    high = min(high, most) if most is not None and most >= highest else high
    return low, high if high > low else low + step


def _number(value: Decimal) -> str:
    return f"{value:.1f}".removesuffix(".0")
