"""``mkdocs.yml`` from the project's folder: what it says, and every problem of it."""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
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
from planpress.source.folders import office_ids
from planpress.source.plans.shaping import as_shape
from planpress.source.text.yaml_text import parse
from planpress.source.values.finding import Steps

FILE: Final = "mkdocs.yml"
_OF_A_SITE: Final = re.compile(r"mkdocs(?:\.(?P<name>[a-z0-9][a-z0-9-]{0,59}))?\.yml")
SIZE_LIMIT: Final = 50_000
"""Bytes; the real one has 900, and MkDocs reads it with the slow parser."""

_NEEDED: Final[Mapping[str, Any]] = {
    "site_name": "planpress",
    "site_url": "https://plans.example/",
    "docs_dir": "content",
    "plugins": ["planpress"],
}
"""The keys that every site has, with nothing wrong."""


def is_configuration(name: str) -> bool:
    """Whether a file may hold the settings of a site: ``mkdocs.yml``, or ``mkdocs.<name>.yml`` of a further one."""
    return _OF_A_SITE.fullmatch(name) is not None


def suffix_of(file: str) -> str:
    """What tells the folders of a further site from those of the first.

    >>> suffix_of("mkdocs.kinmen.yml"), suffix_of("mkdocs.yml")
    ('-kinmen', '')
    """
    match = _OF_A_SITE.fullmatch(file)
    return f"-{match['name']}" if match and match["name"] else ""


def read_configuration(
    root: Path, environment: Mapping[str, str], file: str = FILE
) -> tuple[MkdocsFile | None, list[Problem]]:
    """Read the settings of a site.

    Args:
        root: the project's folder.
        environment: what ``!ENV`` asks.
        file: their name in the folder.

    Returns:
        What it says, or None when it cannot be used; and every problem of it, by line.
    """
    content, problems = files.read(root, file, SIZE_LIMIT)
    if content is None:
        return None, problems
    taken = {} if file == FILE else dict(_site_dirs(root, file))
    return configuration_of(content, environment, office_ids(root), file, taken)


def _site_dirs(root: Path, file: str) -> Iterator[tuple[str, str]]:
    """The folders of the other sites of a project, each with the file that names it."""
    for entry in files.entries(root, "", []):
        if entry.name != file and is_configuration(entry.name):
            content, _ = files.read(root, entry.name, SIZE_LIMIT)
            document, _ = parse(entry.name, content or b"", is_allowed)
            said = document.value(("site_dir",)) if document else None
            yield posixpath.normpath(said if isinstance(said, str) and said else "site"), entry.name


def configuration_of(
    content: bytes,
    environment: Mapping[str, str],
    offices: Collection[str],
    name: str = FILE,
    taken: Mapping[str, str] = MappingProxyType({}),
) -> tuple[MkdocsFile | None, list[Problem]]:
    """The same of what stands in a file, beside some offices.

    Args:
        content: of the file.
        environment: what ``!ENV`` asks.
        offices: ids of those that there are.
        name: of the file.
        taken: the folders of other sites, with the files that name them.
    """
    document, problems = parse(name, content, is_allowed)
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
    findings += [*check_file(sound, offices, taken), *check_keys(sound)]
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


def place_in(root: Path, file: str, path: Steps) -> Place:
    """Where a value stands in the settings of a site."""
    content, _ = files.read(root, file, SIZE_LIMIT)
    document, _ = parse(file, content or b"", is_allowed)
    return document.locate(path) if document else Place(file)


def place_of(root: Path, file: str, key: str, words: str = "", index: int | None = None) -> Place:
    """Where something stands in the settings of a site, of which only others speak.

    Args:
        root: the project's folder.
        file: name of the settings there.
        key: at the top of the file; empty when nobody knows.
        words: what is said; a plugin or extension below the key that they name in quotes is what is meant.
        index: of the character, if it is known.
    """
    content, _ = files.read(root, file, SIZE_LIMIT)
    document, _ = parse(file, content or b"", is_allowed)
    if document is None or (index is None and not key):
        return Place(file)
    if index is not None:
        return document.source.place(index, index + 1)
    for path, name in listed_names((key,), document.value((key,))):
        if re.search(rf"['\"]{re.escape(name)}['\"]", words):
            return document.locate(path, key=isinstance(path[-1], str))
    return document.locate((key,), key=True)
