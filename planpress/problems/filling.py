"""Values put into a text. A number may bring its noun along: ``{plans:plan|plans}`` is 1 plan, or 2 plans."""

from collections.abc import Mapping
from string import Formatter
from typing import Any


class _Counting(Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        one, is_counted, several = format_spec.partition("|")
        if not is_counted:
            return str(super().format_field(value, format_spec))
        return f"{value} {one if str(value) == '1' else several}"


def filled(template: str, values: Mapping[str, object]) -> str:
    """A text with its values.

    >>> filled("{plans:plan is|plans are} public.", {"plans": 1}), filled("{plans:plan|plans}", {"plans": "0"})
    ('1 plan is public.', '0 plans')

    Args:
        template: names each value between braces; behind a colon may stand the noun for one, and that for several.
        values: by these names.

    Raises:
        KeyError: a name has no value.
    """
    return _Counting().vformat(template, (), values)
