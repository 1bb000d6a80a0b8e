"""``forms/<organisation>.yml``: head office's own forms of results."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final

from planpress.problems.problem import Place, Problem, has_errors
from planpress.source import files
from planpress.source.plans.shaping import read_file
from planpress.source.shapes.form_shapes import FormEntry, FormsFile
from planpress.source.values.nearest import nearest

FORMS: Final = "forms"
_ENDING: Final = ".yml"


def forms_file_name(organisation: str) -> str:
    """Path of an organisation's forms from the root."""
    return f"{FORMS}/{organisation}{_ENDING}"


def read_forms(root: Path, organisation: str) -> tuple[Mapping[str, FormEntry], list[Problem]]:
    """Read the forms of an organisation, by their names; none where it has none, or its file has errors."""
    name = forms_file_name(organisation)
    if not files.exists(root, name):
        return {}, []
    _, file, problems = read_file(root, name, FormsFile)
    return ({} if file is None or has_errors(problems) else file.root), problems


def form_problems(root: Path, organisations: Collection[str] | None) -> list[Problem]:
    """Everything that is wrong in ``forms/``.

    Args:
        root: the project's folder.
        organisations: keys of those that there are; None where their file has errors.
    """
    problems: list[Problem] = []
    for entry in files.entries(root, FORMS, problems):
        key, place = entry.name.removesuffix(_ENDING), Place(f"{FORMS}/{entry.name}")
        if entry.name == "README.md":
            continue
        if not entry.name.endswith(_ENDING):
            problems.append(Problem("W401", place, {"name": entry.name}))
        elif organisations is not None and key not in organisations:
            problems.append(Problem("E771", place, {"id": key, **nearest(key, organisations)}))
        else:
            problems += read_forms(root, key)[1]
    return problems
