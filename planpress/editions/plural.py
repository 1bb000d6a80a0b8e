"""The plural forms of a language, as the header of its catalogue tells them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from gettext import c2py
from typing import Final

FORMS_LIMIT: Final = 6
"""Plural forms of the languages that have most (Arabic)."""

_FIELD: Final = re.compile(
    r"plural-forms:[ \t]*nplurals[ \t]*=[ \t]*(?P<forms>\d{1,2})[ \t]*;[ \t]*plural[ \t]*=[ \t]*(?P<rule>[^;]{1,500}?)"
    r"[ \t]*;?[ \t]*",
    re.IGNORECASE | re.ASCII,
)
_RULE: Final = re.compile(r"(?:[n ?:()<>=!&|\t]|(?<!\d)\d{1,6}(?!\d)|%[ \t]*(?=[1-9]))+", re.ASCII)
"""A rule that cannot fail whatever the number is: it divides by nothing but by figures, and cannot be negative."""
_TRIED: Final = 1_001
"""The numbers that a rule is tried with; the forms of every language repeat before."""


@cache
def plural_rule(rule: str) -> Callable[[int], int]:
    """The form that a number takes, by a rule as gettext writes it.

    Raises:
        ValueError: the rule makes no sense.
    """
    found: Callable[[int], int] = c2py(rule)
    return found


@dataclass(frozen=True, slots=True)
class Plural:
    """The plural forms of a language: how many, and which one a number takes, as gettext writes it."""

    forms: int = 2
    rule: str = "(n != 1)"

    @property
    def is_sound(self) -> bool:
        """Whether the rule gives every number a form that there is."""
        if _RULE.fullmatch(self.rule) is None:
            return False
        try:
            rule = plural_rule(self.rule)
        except (ValueError, RecursionError):
            return False
        return all(rule(number) < self.forms for number in range(_TRIED))

    @property
    def form_of_one_alone(self) -> int | None:
        """The form that the number 1 takes, if no other number takes it."""
        rule = plural_rule(self.rule)
        return None if any(rule(number) == rule(1) for number in range(200) if number != 1) else rule(1)


def plural_of(header: str) -> Plural | None:
    """What the header of a catalogue says of plurals, or what gettext takes for granted; None for what has no sense."""
    fields = [line for line in header.splitlines() if line.lower().startswith("plural-forms")]
    if not fields:
        return Plural()
    match = _FIELD.fullmatch(fields[0])
    if match is None or len(fields) > 1 or not 1 <= int(match["forms"]) <= FORMS_LIMIT:
        return None
    plural = Plural(int(match["forms"]), match["rule"])
    return plural if plural.is_sound else None
