"""Cases of which a quick run of the tests tries a few, and a whole run all."""

from collections.abc import Iterable
from typing import Any

import pytest


def few(cases: Iterable[Any], *quick: object) -> list[Any]:
    """All cases for ``parametrize``; those that are not named are slow."""
    cases = list(cases)
    assert all(case in cases for case in quick), quick
    return [case if case in quick else pytest.param(*_values(case), marks=pytest.mark.slow) for case in cases]


def _values(case: object) -> tuple[object, ...]:
    return case if isinstance(case, tuple) else (case,)
