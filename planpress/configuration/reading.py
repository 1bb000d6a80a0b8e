"""``mkdocs.yml`` from the project's folder: what it says, and every problem of it."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from planpress.configuration.checks import (
    check_elsewhere,
    check_file,
    check_keys,
    check_setting_texts,
    check_trust,
    listed_names,
)
from planpress.configuration.shape import MkdocsFile
from planpress.configuration.values import Values, is_allowed
from planpress.problems.problem import Place, Problem, has_errors
from planpress.source import files
from planpress.source.finding import Steps
from planpress.source.folders import office_ids
from planpress.source.shaping import as_shape
from planpress.source.yaml_text import parse

FILE: Final = "mkdocs.yml"
SIZE_LIMIT: Final = 50_000
"""Bytes; the real one has 900, and MkDocs reads it with the slow parser."""

_NEEDED: Final[Mapping[str, Any]] = {
    "site_name": "planpress",
    "site_url": "https://plans.example/",
    "docs_dir": "content",
    "plugins": ["planpress"],
}
"""The keys that every site has, with nothing wrong."""


def read_configuration(root: Path, environment: Mapping[str, str]) -> tuple[MkdocsFile | None, list[Problem]]:
    """Read ``mkdocs.yml``.

    Args:
        root: the project's folder.
        environment: what ``!ENV`` asks.

    Returns:
        What it says, or None when it cannot be used; and every problem of it, by line.
    """
    content, problems = files.read(root, FILE, SIZE_LIMIT)
    return (None, problems) if content is None else configuration_of(content, environment, office_ids(root))


def configuration_of(
    content: bytes, environment: Mapping[str, str], offices: Collection[str]
) -> tuple[MkdocsFile | None, list[Problem]]:
    """The same of what stands in a file, beside some offices."""
    document, problems = parse(FILE, content, is_allowed)
    if document is None:
        return None, problems
    values = Values(document, environment)
    if isinstance(theme := values.data.get("theme"), str) and theme:
        values.data["theme"] = {"name": theme}
    document = replace(document, data=values.data)
    file, wrong = as_shape(document, MkdocsFile)
    # What the environment or YAML fails to give is said already; it is not left empty by anybody.
    problems += values.problems or wrong
    findings = [*check_elsewhere(values.data), *check_setting_texts(values), *check_trust(values)]
    sound = file or _sound_part(values.data)
    findings += [*check_file(sound, offices), *check_keys(sound)]
    problems += document.problems(findings)
    problems.sort(key=lambda problem: (problem.place, problem.code))
    return (None if has_errors(problems) else file), problems


def _sound_part(data: Mapping[str, Any]) -> MkdocsFile:
    """The file without the keys whose values have a wrong shape, so that one mistake does not hide another."""
    sound = dict(_NEEDED)
    for key, value in data.items():
        if key == "extra" and isinstance(value, dict):
            value = {name: part for name, part in value.items() if _fits({"extra": {name: part}})}
        if _fits({key: value}):
            sound[key] = value
    return MkdocsFile.model_validate(sound)


def _fits(part: Mapping[str, Any]) -> bool:
    try:
        MkdocsFile.model_validate({**_NEEDED, **part})
    except ValidationError:
        return False
    return True


def place_in(root: Path, path: Steps) -> Place:
    """Where a value stands in ``mkdocs.yml``."""
    content, _ = files.read(root, FILE, SIZE_LIMIT)
    document, _ = parse(FILE, content or b"", is_allowed)
    return document.locate(path) if document else Place(FILE)


def place_of(root: Path, key: str, words: str = "", index: int | None = None) -> Place:
    """Where something stands in ``mkdocs.yml``, of which only others speak.

    Args:
        root: the project's folder.
        key: at the top of the file; empty when nobody knows.
        words: what is said; a plugin or extension below the key that they name in quotes is what is meant.
        index: of the character, if it is known.
    """
    content, _ = files.read(root, FILE, SIZE_LIMIT)
    document, _ = parse(FILE, content or b"", is_allowed)
    if document is None or (index is None and not key):
        return Place(FILE)
    if index is not None:
        return document.source.place(index, index + 1)
    for path, name in listed_names((key,), document.value((key,))):
        if re.search(rf"['\"]{re.escape(name)}['\"]", words):
            return document.locate(path, key=isinstance(path[-1], str))
    return document.locate((key,), key=True)
