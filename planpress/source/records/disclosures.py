"""disclosure.yml: what an office publishes without being asked, beside office.yml."""

from collections.abc import Collection, Mapping
from pathlib import Path

from planpress.model.disclosure import Basis, CatalogueEntry, DisclosedItem, Disclosure
from planpress.problems.problem import Problem, has_errors
from planpress.source.checks.disclosure import check_disclosure
from planpress.source.plans.shaping import read_file
from planpress.source.shapes.disclosure_shapes import DisclosureFile
from planpress.source.values.finding import Finding, Steps


def basis_year(root: Path, name: str) -> int | None:
    """The year of the plan that an office publishes by; None where it names none.

    Args:
        root: the project's folder.
        name: of its disclosure.yml, from there.
    """
    _, file, _ = read_file(root, name, DisclosureFile)
    return file.basis.year if file and file.basis else None


def read_disclosure(
    root: Path, name: str, said: Mapping[str, str] | None, official: Collection[str] = ()
) -> tuple[Disclosure | None, list[Problem]]:
    """Read what an office says of what it publishes.

    Args:
        root: the project's folder.
        name: of its disclosure.yml, from there.
        said: all that each row of the plan says that it is based on, by its id; None where there is no such plan.
        official: keys of what looks personal and is the office's own.

    Returns:
        What it says, None where the file has errors; and its problems.
    """
    document, file, problems = read_file(root, name, DisclosureFile, official)
    if document is None or file is None:
        return None, problems
    problems = sorted([*problems, *document.problems(check_disclosure(file, said))], key=lambda each: each.place)
    if has_errors(problems):
        return None, problems
    basis = Basis(roc_year=file.basis.year, of=file.basis.of, words=file.basis.words) if file.basis else None
    disclosure = Disclosure(
        date=file.date,
        since=file.since,
        basis=basis,
        items=tuple(DisclosedItem(**each.model_dump()) for each in file.items),
        catalogue=tuple(CatalogueEntry(**each.model_dump()) for each in file.catalogue),
    )
    return disclosure, problems


def missing_pages(root: Path, name: str, missing: Collection[str]) -> list[Problem]:
    """Pages that it names and the site does not have. Only the file knows their places, so it is read again."""
    document, file, _ = read_file(root, name, DisclosureFile) if missing else (None, None, [])
    if document is None or file is None:
        return []
    named: list[tuple[Steps, str | None]] = [
        (("items", place, "page"), each.page) for place, each in enumerate(file.items)
    ]
    named += [(("catalogue", place, "page"), each.page) for place, each in enumerate(file.catalogue)]
    return [document.problem(Finding("E060", path, {"value": page or ""})) for path, page in named if page in missing]
