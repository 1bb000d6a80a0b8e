"""clauses.yml: what a plan asks of the office's own web site, beside plan.yml."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Final

from planpress.model.clauses import Clause, ClauseEvidence
from planpress.problems.problem import Problem, has_errors
from planpress.source.checks.clauses import check_clauses
from planpress.source.clause_shapes import ClauseEntry, ClausesFile
from planpress.source.finding import Finding
from planpress.source.rows import SectionOutline
from planpress.source.shaping import read_file

CLAUSES: Final = "clauses.yml"


def read_clauses(
    root: Path, folder: str, sections: Sequence[SectionOutline] | None, official: Collection[str] = ()
) -> tuple[tuple[Clause, ...], list[Problem]]:
    """Read the clauses that lie beside a plan.

    Args:
        root: the project's folder.
        folder: of the plan, from there.
        sections: the plan's outline; None where it cannot be read.
        official: keys of what looks personal and is the office's own.

    Returns:
        The clauses in their order, none where the file has errors; and its problems.
    """
    document, file, problems = read_file(root, f"{folder}/{CLAUSES}", ClausesFile, official)
    if document is None or file is None:
        return (), problems
    problems = sorted([*problems, *document.problems(check_clauses(file, sections))], key=lambda each: each.place)
    return () if has_errors(problems) else tuple(map(_clause, file.clauses)), problems


def _clause(entry: ClauseEntry) -> Clause:
    return Clause(
        **{name: getattr(entry, name) for name in ("of", "subject", "words", "met", "note", "date")},
        evidence=tuple(ClauseEvidence(**each.model_dump()) for each in entry.evidence),
    )


def missing_evidence(root: Path, folder: str, missing: Collection[str]) -> list[Problem]:
    """Pages that clauses name and the site does not have. Only the file knows their places, so it is read again.

    Args:
        root: the project's folder.
        folder: of the plan, from there.
        missing: what they name.
    """
    document, file, _ = read_file(root, f"{folder}/{CLAUSES}", ClausesFile) if missing else (None, None, [])
    if document is None or file is None:
        return []
    return [
        document.problem(Finding("E060", ("clauses", position, "evidence", index, "page"), {"value": each.page}))
        for position, clause in enumerate(file.clauses)
        for index, each in enumerate(clause.evidence)
        if each.page is not None and each.page in missing
    ]
