"""A plan in one language: what its pages, its topics and the search say of it, each thing worked out once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, partial

from planpress.editions.edition import Edition, Text
from planpress.editions.naming import measure_names
from planpress.model import Office, Plan
from planpress.model.dates import Period


@dataclass(frozen=True, eq=False)
class SaidPlan:
    """One office's plan in one language.

    Whatever is made of it there asks for the same texts, departments and periods, and for the names of all measures.
    """

    plan: Plan
    office: Office
    edition: Edition

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The name of every measure, by its id."""
        return measure_names(self.plan, self.edition)

    @cached_property
    def text(self) -> Callable[[str], Text]:
        """What a text of the plan is in the language."""
        return cache(partial(self.edition.text, context=self.office.id))

    @cached_property
    def department(self) -> Callable[[str], Text]:
        """What a department is called, by the name that the plan uses."""
        return cache(partial(self.edition.department, self.office))

    @cached_property
    def period(self) -> Callable[[Period], Text]:
        """What a period is called."""
        return cache(self.edition.period)
