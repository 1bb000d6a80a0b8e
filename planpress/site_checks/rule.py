"""A rule over one page, and what it finds before that has a place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from planpress.problems.problem import Place, Problem
from planpress.site_checks.page import Element, Page


@dataclass(frozen=True, slots=True)
class PageFinding:
    """Something wrong with an element; ``values`` go into the texts of the code."""

    code: str
    element: Element
    values: Mapping[str, str] = field(default_factory=dict)


Rule: TypeAlias = Callable[[Page], Iterator[PageFinding]]
"""A rule looks at one page and knows nothing else."""


def place(file: str, page: Page, element: Element) -> Place:
    """Where an element begins; the document itself stands for the whole file."""
    if not element.line:
        return Place(file)
    return Place(file, element.line, element.column, element.length, page.lines[element.line - 1])


def problem(file: str, page: Page, finding: PageFinding) -> Problem:
    """A finding with its place."""
    return Problem(finding.code, place(file, page, finding.element), finding.values)
