"""The ``offices/`` folder: what lies in it, and each file of it read, checked and turned into the model.

``root`` is always the folder that holds ``offices/``; the places of problems are paths from there. Every
function collects all problems of the files it reads and never raises for what is in them.
"""

import hashlib
import os
import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from pydantic import BaseModel

from planpress.addresses import RESERVED
from planpress.checks import check_office, check_organisations, check_plan, check_texts
from planpress.model import Classification, Contact, Department, Office, Organisation, Plan
from planpress.problems import Place, Problem, has_errors
from planpress.source.assembly import assemble
from planpress.source.finding import Finding
from planpress.source.outline import outline
from planpress.source.reading import read
from planpress.source.shapes import OfficeFile, OrganisationsFile, OriginalEntry, PlanFile
from planpress.source.source_text import SIZE_LIMIT
from planpress.source.yaml_text import Document, parse

OFFICES: Final = "offices"
ORGANISATIONS_FILE: Final = f"{OFFICES}/organisations.yml"

_OFFICE_ID: Final = re.compile("[a-z][a-z0-9-]*")
_ROC_YEAR: Final = re.compile("[1-9][0-9]{0,2}")
_BESIDE_A_PLAN: Final = re.compile(r"plan\.yml|results[a-z0-9-]*\.yml|README\.md|.*\.(pdf|odt|ods|docx?|xlsx?)")

_Shape = TypeVar("_Shape", bound=BaseModel)


class FoundPlan(NamedTuple):
    """A plan in the folder, by its place."""

    office_id: str
    roc_year: int
    path: Path


def plan_file_name(office_id: str, roc_year: int) -> str:
    """Path of a plan's file from the root."""
    return f"{OFFICES}/{office_id}/{roc_year}/plan.yml"


def office_file_name(office_id: str) -> str:
    """Path of an office's file from the root."""
    return f"{OFFICES}/{office_id}/office.yml"


def plan_files(root: Path) -> tuple[list[FoundPlan], list[Problem]]:
    """Every plan in the folder, by office and year; and every name that should not be there."""
    plans: list[FoundPlan] = []
    problems: list[Problem] = []
    for entry in _entries(root / OFFICES):
        if _is_office(root, entry):
            found, wrong = _office_folder(root, entry.name)
            plans += found
            problems += wrong
        elif _is_folder(entry) or entry.is_symlink():
            problems.append(_wrong_folder(root, entry))
        elif entry.name not in (Path(ORGANISATIONS_FILE).name, "README.md"):
            problems.append(Problem("W401", Place(f"{OFFICES}/{entry.name}"), {"name": entry.name}))
    return plans, problems


def office_ids(root: Path) -> list[str]:
    """The offices in the folder, also those that have no plan yet."""
    return [entry.name for entry in _entries(root / OFFICES) if _is_office(root, entry)]


def read_organisations(root: Path) -> tuple[dict[str, Organisation], list[Problem]]:
    """Read organisations.yml.

    Returns:
        The organisations by their keys, none at all when the file has errors; and its problems.
    """
    document, file, problems = _load(root, ORGANISATIONS_FILE, OrganisationsFile)
    if document is None or file is None:
        return {}, problems
    problems += map(document.problem, check_organisations(file))
    if has_errors(problems):
        return {}, problems
    return {key: Organisation(id=key, **entry.model_dump()) for key, entry in file.root.items()}, problems


def read_office(
    root: Path, office_id: str, organisations: dict[str, Organisation]
) -> tuple[Office | None, list[Problem]]:
    """Read an office.yml.

    Returns:
        The office, or None when its file has errors or its organisation is not there; and the problems of
        the file.
    """
    document, file, problems = _load(root, office_file_name(office_id), OfficeFile)
    if document is None or file is None:
        return None, problems
    problems += map(document.problem, check_office(file, organisations))
    organisation = organisations.get(file.organisation)
    if organisation is None or has_errors(problems):
        return None, problems
    office = Office(
        id=office_id,
        name=file.name,
        en=file.en,
        organisation=organisation,
        departments=tuple(Department(**entry.model_dump()) for entry in file.departments),
        contact=Contact(**file.contact.model_dump()),
        classification=Classification(**file.classification.model_dump()),
    )
    return office, problems


def read_plan(root: Path, office: Office, roc_year: int) -> tuple[Plan | None, list[Problem]]:
    """Read a plan.yml with all its checks.

    Returns:
        The plan, or None when its file has errors; and the problems of the file, by line.
    """
    return _read_plan(root, office.id, roc_year, [department.name for department in office.departments])


def read_plan_file(root: Path, office_id: str, roc_year: int) -> tuple[Document | None, PlanFile | None]:
    """Read a plan.yml as its editor wrote it, without any check of what it says; None for what cannot be read."""
    document, file, _ = _load(root, plan_file_name(office_id, roc_year), PlanFile)
    return document, file


def check_all(root: Path) -> list[Problem]:
    """Every problem of every file: a file that is wrong does not hide what is wrong with another."""
    organisations, problems = read_organisations(root)
    plans, wrong = plan_files(root)
    problems += wrong
    for office_id in office_ids(root):
        problems += read_office(root, office_id, organisations)[1]
        # Not the office's own: it is None where its organisation could not be read.
        _, file, _ = _load(root, office_file_name(office_id), OfficeFile)
        names = [department.name for department in file.departments] if file else None
        for plan in plans:
            if plan.office_id == office_id:
                problems += _read_plan(root, office_id, plan.roc_year, names)[1]
    return problems


def _read_plan(
    root: Path, office_id: str, roc_year: int, departments: Collection[str] | None
) -> tuple[Plan | None, list[Problem]]:
    """As :func:`read_plan`; the departments go unchecked where the office could not be read."""
    document, file, problems = _load(root, plan_file_name(office_id, roc_year), PlanFile)
    if document is None or file is None:
        return None, problems
    sections = outline(file)
    findings = check_plan(file, sections, roc_year, departments)
    problems += [document.problem(_with_list(root, office_id, finding)) for finding in findings]
    if file.original is not None:
        problems += _check_original(root, document, file.original)
    problems.sort(key=lambda problem: problem.place)
    return (None if has_errors(problems) else assemble(office_id, roc_year, file, sections)), problems


def _with_list(root: Path, office_id: str, finding: Finding) -> Finding:
    """An unknown department, with the place where the known ones stand."""
    if finding.code != "E104":
        return finding
    document, _, _ = _load(root, office_file_name(office_id), OfficeFile)
    place = document.locate(("departments",), key=True) if document else Place(office_file_name(office_id))
    return replace(finding, values={**finding.values, "list": f"{place.file}:{place.line}"})


def _check_original(root: Path, document: Document, original: OriginalEntry) -> Iterator[Problem]:
    """The approved file must lie beside the plan and be the one that was meant."""
    path = (root / document.file).with_name(original.file)
    if not path.is_file() or _leads_out(root, path):
        yield document.problem(Finding("E404", ("original", "file"), {"name": original.file}))
        return
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    if digest != original.sha256:
        yield document.problem(Finding("E113", ("original", "sha256"), {"name": original.file, "digest": digest}))


def _load(root: Path, file: str, shape: type[_Shape]) -> tuple[Document | None, _Shape | None, list[Problem]]:
    """Read one file as far as possible."""
    content, problems = _bytes(root, file)
    if content is None:
        return None, None, problems
    document, problems = parse(file, content)
    if document is None:
        return None, None, problems
    problems += map(document.problem, check_texts(document))
    value, wrong = read(document, shape)
    return document, value, sorted([*problems, *wrong], key=lambda problem: problem.place)


def _bytes(root: Path, file: str) -> tuple[bytes | None, list[Problem]]:
    path = root / file
    if _leads_out(root, path):
        return None, [Problem("E405", Place(file))]
    try:
        with path.open("rb") as stream:
            return stream.read(SIZE_LIMIT + 1), []
    except FileNotFoundError:
        return None, [Problem("E404", Place(file), {"name": path.name})]
    except OSError as error:
        return None, [Problem("E406", Place(file), {"reason": error.strerror or type(error).__name__})]


def _office_folder(root: Path, office_id: str) -> tuple[list[FoundPlan], list[Problem]]:
    """The plans of one office."""
    plans: list[FoundPlan] = []
    problems: list[Problem] = []
    for entry in _entries(root / OFFICES / office_id):
        name = f"{OFFICES}/{office_id}/{entry.name}"
        if _leads_out(root, entry):
            problems.append(Problem("E405", Place(name)))
        elif not _is_folder(entry):
            if entry.name not in ("office.yml", "README.md"):
                problems.append(Problem("W401", Place(name), {"name": entry.name}))
        elif not _ROC_YEAR.fullmatch(entry.name):
            problems.append(Problem("E403", Place(name), {"name": entry.name}))
        else:
            plans.append(FoundPlan(office_id, int(entry.name), Path(entry.path, "plan.yml")))
            problems += [
                Problem("W401", Place(f"{name}/{stray.name}"), {"name": stray.name})
                for stray in _entries(entry)
                if not _BESIDE_A_PLAN.fullmatch(stray.name)
            ]
    return sorted(plans), problems


def _wrong_folder(root: Path, entry: os.DirEntry[str]) -> Problem:
    place = Place(f"{OFFICES}/{entry.name}")
    if _leads_out(root, entry):
        return Problem("E405", place)
    return Problem("E402" if entry.name in RESERVED else "E401", place, {"name": entry.name})


def _is_office(root: Path, entry: os.DirEntry[str]) -> bool:
    return (
        _is_folder(entry)
        and _OFFICE_ID.fullmatch(entry.name) is not None
        and entry.name not in RESERVED
        and not _leads_out(root, entry)
    )


def _is_folder(entry: os.DirEntry[str]) -> bool:
    # An entry raises where links run in a circle; a path does not.
    return Path(entry).is_dir() if entry.is_symlink() else entry.is_dir()


def _leads_out(root: Path, path: Path | os.DirEntry[str]) -> bool:
    """Whether symbolic links lead from the path out of the folder."""
    if isinstance(path, os.DirEntry) and not path.is_symlink():
        return False  # the folder that it was found in does not lead out either
    # Not Path.resolve, which raises where links run in a circle.
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root / OFFICES))


def _entries(folder: Path | os.DirEntry[str]) -> list[os.DirEntry[str]]:
    """What lies in a folder, in a fixed order, without hidden files; nothing when there is no folder."""
    try:
        with os.scandir(folder) as entries:
            return sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return []
