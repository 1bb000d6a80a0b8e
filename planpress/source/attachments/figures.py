"""The figures of a plan: each a picture beside plan.yml, by whose bytes it is judged."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from planpress.model import Figure, Plan
from planpress.problems.problem import Problem
from planpress.source import files
from planpress.source.attachments.pictures import SUFFIXES, DamagedError, Size, UnsuitableError, picture
from planpress.source.shapes.plan_shapes import FIGURE_PATTERN, PlanFile
from planpress.source.text.yaml_text import YamlDocument
from planpress.source.values.finding import Finding, Steps
from planpress.source.values.nearest import nearest

FIGURE_LIMIT: Final = 3_000_000
"""Bytes of the largest picture, which a page has to load."""
PIXEL_LIMIT: Final = 25_000_000
"""Pixels of the largest picture, which a browser has to unfold."""


def read_figures(
    root: Path, folder: str, document: YamlDocument, file: PlanFile
) -> tuple[dict[str, Size], list[Problem]]:
    """Width and height of every figure of a plan by the name of its file, and what is wrong with them.

    Args:
        root: the project's folder.
        folder: the plan's, from there.
        document: its plan.yml.
        file: what that says.
    """
    sizes: dict[str, Size] = {}
    problems: list[Problem] = []
    for path, name in _figures(file):
        found = sizes.get(name) or _read(root, folder, path, name)
        if isinstance(found, Finding):
            problems += document.problems([found])
        else:
            sizes[name] = found
    return sizes, problems


def _figures(file: PlanFile) -> Iterator[tuple[Steps, str]]:
    for position, section in enumerate(file.sections):
        for index, row in enumerate(section.rows):
            if row.figure is not None:
                yield ("sections", position, "rows", index, "figure"), row.figure


def _read(root: Path, folder: str, path: Steps, name: str) -> Size | Finding:
    """The size of a figure, or why it cannot be one."""
    values = {"name": name}
    if FIGURE_PATTERN.fullmatch(name) is None:
        return Finding("E122", path, values)
    content, unread = files.read(root, f"{folder}/{name}", FIGURE_LIMIT)
    if content is None:
        beside = [entry.name for entry in files.entries(root, folder, [])]
        pictures = [each for each in beside if FIGURE_PATTERN.fullmatch(each)]
        near = nearest(name, pictures) if unread[0].code == "E404" else {}
        return Finding(unread[0].code, path, {**unread[0].values, **near})
    try:
        found = picture(content)
    except DamagedError:
        return Finding("E124", path, values)
    except UnsuitableError:
        return Finding("E125", path, values)
    if found is None or found.kind is not SUFFIXES[name.rpartition(".")[2].lower()]:
        return Finding("E123", path, values)
    width, height = found.size
    if width * height > PIXEL_LIMIT:
        return Finding("E127", path, {**values, "size": f"{width} × {height}", "limit": f"{PIXEL_LIMIT:,}"})
    return found.size


def figure_files(root: Path, folder: str, plan: Plan) -> dict[str, bytes]:
    """The files of a plan's figures, by their names, from the folder of the plan."""
    return _contents(root, folder, {row.file for _, row in plan.rows() if isinstance(row, Figure)})


def files_as_written(root: Path, folder: str, file: PlanFile) -> dict[str, bytes]:
    """The same of a plan.yml as its editor wrote it."""
    return _contents(root, folder, {name for _, name in _figures(file)})


def _contents(root: Path, folder: str, names: Collection[str]) -> dict[str, bytes]:
    found = {name: files.read(root, f"{folder}/{name}", FIGURE_LIMIT)[0] for name in sorted(names)}
    return {name: content for name, content in found.items() if content is not None}
