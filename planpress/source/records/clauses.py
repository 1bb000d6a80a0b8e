"""clauses.yml: what a plan asks of the office's own web site, beside plan.yml."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from planpress.model.clauses import Clause, ClauseEvidence, Met
from planpress.model.proof import Proof, ProofKey
from planpress.problems.problem import Problem, has_errors
from planpress.source.checks.clauses import check_clauses
from planpress.source.plans.shaping import read_file
from planpress.source.shapes.clause_shapes import ClauseEntry, ClausesFile
from planpress.source.shapes.rows import SectionOutline
from planpress.source.values.finding import Finding

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


def unproven_claims(
    root: Path, folder: str, proofs: Mapping[ProofKey, Proof], untried: Collection[ProofKey]
) -> Iterator[Problem]:
    """Clauses that an office says its site meets, by a check that nobody made, or that fell short of all.

    Args:
        root: the project's folder.
        folder: of the plan, from there.
        proofs: what the checks have come to, for the office.
        untried: what this build does not look at.
    """
    document, file, _ = read_file(root, f"{folder}/{CLAUSES}", ClausesFile)
    if document is None or file is None:
        return
    for position, clause in enumerate(file.clauses):
        for index, each in enumerate(clause.evidence):
            if clause.met not in (Met.HERE, Met.PARTLY) or each.proof is None or each.proof in untried:
                continue
            path = ("clauses", position, "evidence", index, "proof")
            proof = proofs.get(each.proof)
            if proof is None:
                yield document.problem(Finding("E066", path, {"value": each.proof}))
            elif clause.met is Met.HERE and proof.passed < proof.total:
                of_all = {"passed": str(proof.passed), "total": str(proof.total)}
                yield document.problem(Finding("E067", path, {"value": each.proof, **of_all}))
