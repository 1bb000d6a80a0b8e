"""Checks of what the files say, one subject a module: pure functions from shapes to findings.

What cannot be is an error; what may be the office's own, however odd, is a warning.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final

from planpress.model import ApprovalKind, Department
from planpress.problems.personal import PERSONAL
from planpress.source.checks.blocks import check_blocks
from planpress.source.checks.characters import check_characters
from planpress.source.checks.columns import check_columns
from planpress.source.checks.copies import PlanBefore, check_copies
from planpress.source.checks.corrections import check_corrections
from planpress.source.checks.deadlines import check_deadlines
from planpress.source.checks.decisions import check_decisions
from planpress.source.checks.departments import check_department_years, check_departments
from planpress.source.checks.links import check_links
from planpress.source.checks.numbers import check_numbers
from planpress.source.checks.offices import check_office, check_organisations
from planpress.source.checks.periods import check_periods
from planpress.source.checks.personal import check_personal
from planpress.source.checks.publication import check_publication
from planpress.source.checks.repetition import check_repetition
from planpress.source.checks.sharing import check_sharing
from planpress.source.checks.splitting import check_splitting
from planpress.source.checks.structure import check_structure
from planpress.source.checks.wording import check_wording
from planpress.source.checks.years import check_years
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.shapes.rows import SectionOutline
from planpress.source.text.yaml_text import YamlDocument
from planpress.source.values.finding import Finding, Steps, foremost

__all__ = ["PlanBefore", "check_office", "check_organisations", "check_plan", "check_text", "check_texts", "is_sic"]


MOST_FINDINGS: Final = 20
"""How many findings of one text are reported."""


def check_texts(document: YamlDocument, official: Collection[str] = ()) -> Iterator[Finding]:
    """Everything that can be wrong with the texts of a YAML file, whichever it is.

    Args:
        document: the file.
        official: keys of what looks personal and is meant to be public.
    """
    for path, text in document.texts():
        if _is_clean(text):
            continue
        # A text that is wrong throughout says so often enough in its first findings.
        for finding in foremost(_check(path, text, official), MOST_FINDINGS):
            if not (_may_be_so_in_the_source(finding.code) and is_sic(document, path)):
                yield finding


def check_text(path: Steps, text: str, official: Collection[str] = ()) -> Iterator[Finding]:
    """Everything that can be wrong with one text, wherever it comes from."""
    return chain(check_characters(path, text), check_personal(path, text, official), check_links(path, text))


def is_sic(document: YamlDocument, path: Steps) -> bool:
    """Whether the row or section of a text says that it is odd in the source itself."""
    row = path[:4] if path[2:3] == ("rows",) else path[:-1]
    return document.value((*row, "sic")) == "true"


def _may_be_so_in_the_source(code: str) -> bool:
    return code.startswith("W") or code in PERSONAL


@lru_cache(maxsize=10_000)  # an office says most of its sentences again every year
def _is_clean(text: str) -> bool:
    return not any(_check((), text))


def _check(path: Steps, text: str, official: Collection[str] = ()) -> Iterator[Finding]:
    return chain(check_text(path, text, official), check_wording(path, text))


def check_plan(
    file: PlanFile,
    sections: Sequence[SectionOutline],
    roc_year: int,
    departments: Sequence[Department] | None,
    before: PlanBefore | None = None,
    approvals: Collection[ApprovalKind] = (),
) -> Iterator[Finding]:
    """Everything that can be wrong with a plan.

    Args:
        file: what its plan.yml says.
        sections: the outline of the file.
        roc_year: the year of its folder.
        departments: those that the office knows; None leaves them unchecked.
        before: the office's plan that ended the year before; None where there is none.
        approvals: what the plans of its organisation need before they are published.
    """
    years = file.years(roc_year)
    yield from check_years(file, roc_year)
    yield from check_decisions(file, approvals)
    yield from check_publication(file)
    yield from check_structure(file, sections)
    yield from check_corrections(file, sections)
    yield from check_columns(file, sections)
    yield from check_blocks(sections)
    yield from check_sharing(file, sections)
    yield from check_splitting(sections)
    yield from check_repetition(sections)
    yield from check_numbers(sections)
    yield from check_periods(file, years)
    yield from check_deadlines(file, sections, years)
    if departments is not None:
        yield from check_departments(file, [name for each in departments for name in each.names])
        yield from check_department_years(file, departments, years)
    if before is not None:
        yield from check_copies(file, before, roc_year)
