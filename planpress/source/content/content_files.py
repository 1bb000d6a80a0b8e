"""The YAML files that a site may have in ``content/``: topics, services, synonyms, words explained, redirects."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from planpress.problems.problem import Problem, has_errors
from planpress.source import files
from planpress.source.plans.shaping import read_file
from planpress.source.text.yaml_text import YamlDocument
from planpress.source.values.finding import Finding

Shape = TypeVar("Shape", bound=BaseModel)


def read_content(
    root: Path, name: str, shape: type[Shape], check: Callable[[Shape], Iterable[Finding]]
) -> tuple[YamlDocument | None, Shape | None, list[Problem]]:
    """Read such a file, which need not be there.

    Args:
        root: the project's folder.
        name: path of the file from there.
        shape: one of those of :mod:`planpress.source.shapes.content_shapes`.
        check: what can be wrong with a file of this shape.

    Returns:
        The file as a document and as its shape, which is None where there is no file, or the check found an error;
        and its problems, by place, with those of what is official (:mod:`planpress.source.content.official`).
    """
    if not files.exists(root, name):
        return None, None, []
    document, file, problems = read_file(root, name, shape)
    found = document.problems(check(file)) if document is not None and file is not None else []
    problems = sorted(problems + found, key=lambda problem: problem.place)
    return document, None if has_errors(found) else file, problems
