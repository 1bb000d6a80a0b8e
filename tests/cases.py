"""Cases and examples of which a quick run of the tests tries a few, and a whole run all."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import settings


def few(cases: Iterable[Any], *quick: object) -> list[Any]:
    """All cases for ``parametrize``; those that are not named are slow."""
    cases = list(cases)
    assert all(case in cases for case in quick), quick
    return [case if case in quick else pytest.param(*_values(case), marks=pytest.mark.slow) for case in cases]


def examples(number: int) -> settings:
    """Hypothesis tries so many in a whole run, and a quarter of them in a quick one."""
    return settings(max_examples=number * settings().max_examples // 100)


def _values(case: object) -> tuple[object, ...]:
    return case if isinstance(case, tuple) else (case,)
