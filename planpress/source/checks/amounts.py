"""Whether printed figures agree, as far as they can: what was rounded may differ by what rounding takes."""

from collections.abc import Iterable
from decimal import Decimal


def half_step(amount: Decimal) -> Decimal:
    """How far a printed figure may be from the real one: half of its last place.

    >>> str(half_step(Decimal("17.2"))), str(half_step(Decimal("90")))
    ('0.05', '0.5')
    """
    exponent = amount.as_tuple().exponent
    assert isinstance(exponent, int)  # no figure of a file is infinite
    return Decimal(5).scaleb(exponent - 1)


def agree(printed: Decimal, computed: Decimal, *, rounded: Iterable[Decimal] = ()) -> bool:
    """Whether a printed figure may be another that was computed.

    Args:
        printed: as the source has it, which may be rounded to its last place.
        computed: from other figures.
        rounded: those of them that were rounded themselves, each as often as it counts.
    """
    return abs(printed - computed) <= half_step(printed) + sum(map(half_step, rounded), Decimal(0))


def shown(amount: Decimal) -> str:
    """A computed figure for people: no more than four decimals, no zeros at its end.

    >>> shown(Decimal("17.2000")), shown(Decimal(200)), shown(Decimal(1) / 3)
    ('17.2', '200', '0.3333')
    """
    text = f"{amount:.4f}"
    return text.rstrip("0").rstrip(".")
