"""``build.py fmt``: puts the files of ``offices/`` and the topics in order, and renews what follows from the plans."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from planpress.editing.formatting import Formatted, formatted
from planpress.editing.row_addresses import Recorded, record
from planpress.source import files
from planpress.source.content.topics import TOPICS_FILE
from planpress.source.folders import (
    ORGANISATIONS_FILE,
    office_file_name,
    office_ids,
    plan_file_name,
    plan_files,
    plan_folder,
    revision_files,
)
from planpress.source.plans.shaping import read_file
from planpress.source.row_addresses.address_file import FILE_NAME
from planpress.source.shapes.content_shapes import TopicsFile
from planpress.source.shapes.known_keys import Shape
from planpress.source.shapes.office_shapes import OfficeFile, OrganisationsFile
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.writing import write_atomically


@dataclass(frozen=True, slots=True)
class Target:
    """A file that can be put in order.

    Attributes:
        file: path from the project's root.
        shape: what it should be.
        office: whose it is; None for the files of the whole site.
        roc_year: of a plan.
    """

    file: str
    shape: Shape
    office: str | None = None
    roc_year: int | None = None


def targets(root: Path, office: str | None = None, roc_year: int | None = None) -> list[Target]:
    """Every file that can be put in order; what others are read by comes first.

    Args:
        root: the project's folder.
        office: only of this office.
        roc_year: only the plans of this year.
    """
    of_site = [Target(ORGANISATIONS_FILE, OrganisationsFile), Target(TOPICS_FILE, TopicsFile)]
    of_offices = [Target(office_file_name(each), OfficeFile, each) for each in office_ids(root)]
    plans = [
        Target(file, PlanFile, plan.office_id, plan.roc_year)
        for plan in plan_files(root)[0]
        for file in (
            plan_file_name(plan.office_id, plan.roc_year),
            *revision_files(root, plan.office_id, plan.roc_year),
        )
    ]
    found = [*(each for each in of_site if files.exists(root, each.file)), *of_offices, *plans]
    return [each for each in found if office in (None, each.office) and roc_year in (None, each.roc_year)]


def format_files(
    root: Path, wanted: Sequence[Target], *, is_written: bool = True
) -> Iterator[tuple[Formatted, Recorded | None]]:
    """Put files in order.

    Args:
        root: the project's folder.
        wanted: some of :func:`targets`, in their order.
        is_written: whether files are written, or only looked at.

    Yields:
        What became of each; and of the addresses of a plan, where they are recorded and it has no errors.
    """
    for target in wanted:
        found = _format(root, target)
        if is_written and found.is_changed:
            write_atomically(root / target.file, found.after)
        yield found, _addresses(root, target, is_written=is_written)


def _format(root: Path, target: Target) -> Formatted:
    content, problems = files.read(root, target.file)
    if content is None:
        return Formatted(target.file, b"", b"", tuple(problems))
    return formatted(target.file, content, target.shape, _departments(root, target))


def _departments(root: Path, target: Target) -> tuple[str, ...]:
    """The departments by which the cells of a plan are read; none where the office cannot be read."""
    if target.office is None or target.roc_year is None:
        return ()
    _, office, _ = read_file(root, office_file_name(target.office), OfficeFile)
    return tuple(name for department in office.departments for name in department.names) if office else ()


def _addresses(root: Path, target: Target, *, is_written: bool) -> Recorded | None:
    if target.office is None or target.roc_year is None:
        return None
    if target.file != plan_file_name(target.office, target.roc_year):  # what a revision replaced
        return None
    if not files.exists(root, f"{plan_folder(target.office, target.roc_year)}/{FILE_NAME}"):
        return None
    recorded = record(root, target.office, target.roc_year, is_written=is_written)
    return recorded if recorded.changes is not None else None


def path_in_project(root: Path, name: str) -> str:
    """The path from the project's root of a file that somebody names as it is from where they are."""
    path = os.path.abspath(name)  # noqa: PTH100 - no link is followed
    return Path(os.path.relpath(path, root)).as_posix()
