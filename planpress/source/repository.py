"""The ``offices/`` folder: what lies in it, and each file of it read, checked and turned into the model.

``root`` is always the folder that holds ``offices/``; the places of problems are paths from there. Every
function collects all problems of the files it reads and never raises for what is in them.
"""

import hashlib
import os
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from pydantic import BaseModel

from planpress.addresses import RESERVED
from planpress.model import Office, Organisation, Plan
from planpress.model.personal import public_keys
from planpress.problems.problem import Place, Problem, has_errors
from planpress.source import files
from planpress.source.checks import check_office, check_organisations, check_plan, check_texts
from planpress.source.checks.personal import listed_as_official
from planpress.source.finding import Finding, foremost
from planpress.source.modelling import office_of, plan_of
from planpress.source.reading import read
from planpress.source.rows import outline
from planpress.source.shapes import OfficeFile, OrganisationsFile, OriginalEntry, PlanFile
from planpress.source.yaml_text import YamlDocument, parse

OFFICES: Final = "offices"
ORGANISATIONS_FILE: Final = f"{OFFICES}/organisations.yml"

_OFFICE_ID: Final = re.compile("[a-z][a-z0-9-]*")
_ROC_YEAR: Final = re.compile("[1-9][0-9]{0,2}")
ORIGINAL_LIMIT: Final = 100_000_000
"""Bytes of the largest approved file (核定本), which may be a scan."""

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


def original_file_name(office_id: str, roc_year: int, name: str) -> str:
    """Path of a plan's approved file from the root."""
    return f"{OFFICES}/{office_id}/{roc_year}/{name}"


def original_files(root: Path, office_id: str, roc_year: int) -> list[str]:
    """Paths of all that lies beside a plan and might be its approved file."""
    folder = f"{OFFICES}/{office_id}/{roc_year}"
    return [f"{folder}/{entry.name}" for entry in files.entries(root, folder, []) if entry.name != "plan.yml"]


def office_file_name(office_id: str) -> str:
    """Path of an office's file from the root."""
    return f"{OFFICES}/{office_id}/office.yml"


def plan_files(root: Path) -> tuple[list[FoundPlan], list[Problem]]:
    """Every plan in the folder, by office and year; and every name that should not be there."""
    plans: list[FoundPlan] = []
    problems: list[Problem] = []
    for entry in files.entries(root, OFFICES, problems):
        if _is_office(entry):
            found, wrong = _office_folder(root, entry.name)
            plans += found
            problems += wrong
        elif entry.name not in (Path(ORGANISATIONS_FILE).name, "README.md"):
            problems.append(_stray(entry, OFFICES, _wrong_office_folder))
    return plans, problems


def office_ids(root: Path) -> list[str]:
    """The offices in the folder, also those that have no plan yet."""
    return [entry.name for entry in files.entries(root, OFFICES, []) if _is_office(entry)]


def read_organisations(root: Path) -> tuple[dict[str, Organisation] | None, list[Problem]]:
    """Read organisations.yml.

    Returns:
        The organisations by their keys, None when the file has errors; and its problems.
    """
    document, file, problems = _load(root, ORGANISATIONS_FILE, OrganisationsFile)
    if document is None or file is None:
        return None, problems
    problems += map(document.problem, check_organisations(file))
    if has_errors(problems):
        return None, problems
    return {key: Organisation(id=key, **entry.model_dump()) for key, entry in file.root.items()}, problems


def read_office(
    root: Path, office_id: str, organisations: Mapping[str, Organisation] | None
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
    organisation = (organisations or {}).get(file.organisation)
    if organisation is None or has_errors(problems):
        return None, problems
    return office_of(office_id, file, organisation), problems


def read_plan(root: Path, office: Office, roc_year: int) -> tuple[Plan | None, list[Problem]]:
    """Read a plan.yml with all its checks.

    Returns:
        The plan, or None when its file has errors; and the problems of the file, by line.
    """
    names = [department.name for department in office.departments]
    official = {key for text in office.public_numbers for key in public_keys(text)}
    return _read_plan(root, office.id, roc_year, names, official)


def read_plan_file(root: Path, office_id: str, roc_year: int) -> tuple[YamlDocument | None, PlanFile | None]:
    """Read a plan.yml as its editor wrote it, without any check of what it says; None for what cannot be read."""
    document, file, _ = _load(root, plan_file_name(office_id, roc_year), PlanFile)
    return document, file


def read_all(root: Path) -> tuple[list[Plan], list[Problem]]:
    """Every plan without errors, and every problem: a file that is wrong does not hide what is wrong with another."""
    organisations, problems = read_organisations(root)
    found, wrong = plan_files(root)
    problems += wrong
    plans: list[Plan] = []
    for office_id in office_ids(root):
        problems += read_office(root, office_id, organisations)[1]
        # Not the office's own: it is None where its organisation could not be read.
        document, file, _ = _load(root, office_file_name(office_id), OfficeFile)
        names = [department.name for department in file.departments] if file else None
        official = listed_as_official(document.data) if document else frozenset()
        for each in found:
            if each.office_id == office_id:
                plan, of_plan = _read_plan(root, office_id, each.roc_year, names, official)
                problems += of_plan
                plans += [plan] if plan else []
    return plans, problems


def _read_plan(
    root: Path, office_id: str, roc_year: int, departments: Collection[str] | None, official: Collection[str]
) -> tuple[Plan | None, list[Problem]]:
    """As :func:`read_plan`; the departments go unchecked where the office could not be read."""
    document, file, problems = _load(root, plan_file_name(office_id, roc_year), PlanFile, official)
    if document is None or file is None:
        return None, problems
    sections = outline(file)
    findings = foremost(check_plan(file, sections, roc_year, departments))
    problems += [document.problem(_with_list(root, office_id, finding)) for finding in findings]
    if file.original is not None:
        problems += _check_original(root, document, office_id, roc_year, file.original)
    problems.sort(key=lambda problem: problem.place)
    return (None if has_errors(problems) else plan_of(office_id, roc_year, file, sections)), problems


def _with_list(root: Path, office_id: str, finding: Finding) -> Finding:
    """An unknown department, with the place where the known ones stand."""
    if finding.code != "E104":
        return finding
    document, _, _ = _load(root, office_file_name(office_id), OfficeFile)
    place = document.locate(("departments",), key=True) if document else Place(office_file_name(office_id))
    return replace(finding, values={**finding.values, "list": f"{place.file}:{place.line}"})


def _check_original(
    root: Path, document: YamlDocument, office_id: str, roc_year: int, original: OriginalEntry
) -> Iterator[Problem]:
    """The approved file must lie beside the plan, be the one that was meant, and not be called like one of ours."""
    if re.fullmatch(rf"{office_id}-{roc_year}-plan\..+\..+", original.file, re.IGNORECASE):
        yield document.problem(Finding("E114", ("original", "file"), {"name": original.file}))
        return
    content, problems = files.read(root, original_file_name(office_id, roc_year, original.file), ORIGINAL_LIMIT)
    if content is None:
        yield from (document.problem(Finding(each.code, ("original", "file"), each.values)) for each in problems)
        return
    digest = hashlib.sha256(content).hexdigest()
    if digest != original.sha256:
        yield document.problem(Finding("E113", ("original", "sha256"), {"name": original.file, "digest": digest}))


def _load(
    root: Path, file: str, shape: type[_Shape], official: Collection[str] = ()
) -> tuple[YamlDocument | None, _Shape | None, list[Problem]]:
    """Read one file as far as possible; ``official`` are the keys of what looks personal in it and is not."""
    content, problems = files.read(root, file)
    if content is None:
        return None, None, problems
    document, problems = parse(file, content)
    if document is None:
        return None, None, problems
    official = {*official, *listed_as_official(document.data)}
    problems += map(document.problem, foremost(check_texts(document, official)))
    value, wrong = read(document, shape)
    return document, value, sorted([*problems, *wrong], key=lambda problem: problem.place)


def _office_folder(root: Path, office_id: str) -> tuple[list[FoundPlan], list[Problem]]:
    """The plans of one office."""
    plans: list[FoundPlan] = []
    problems: list[Problem] = []
    folder = f"{OFFICES}/{office_id}"
    for entry in files.entries(root, folder, problems):
        if entry.is_dir(follow_symlinks=False) and _ROC_YEAR.fullmatch(entry.name):
            plans.append(FoundPlan(office_id, int(entry.name), Path(entry.path, "plan.yml")))
            problems += [
                _stray(beside, f"{folder}/{entry.name}")
                for beside in files.entries(root, f"{folder}/{entry.name}", problems)
                if not (_is_plain(beside) and files.is_utf_8(beside.name) and _BESIDE_A_PLAN.fullmatch(beside.name))
            ]
        elif not _is_plain(entry) or entry.name not in ("office.yml", "README.md"):
            problems.append(_stray(entry, folder, lambda name: "E403"))
    return sorted(plans), problems


def _stray(entry: os.DirEntry[str], folder: str, code_of_folder: Callable[[str], str] = lambda name: "W401") -> Problem:
    """What is wrong with something that lies where it does not belong."""
    place = Place(f"{folder}/{entry.name}")
    if entry.is_symlink():
        return Problem("E405", place)
    if not files.is_utf_8(entry.name):
        return Problem("E407", place, {"name": entry.name})
    if entry.is_dir(follow_symlinks=False):
        return Problem(code_of_folder(entry.name), place, {"name": entry.name})
    return files.device(place.file, entry) or Problem("W401", place, {"name": entry.name})


def _is_plain(entry: os.DirEntry[str]) -> bool:
    """Neither a link nor a device; a folder in the place of a file is told where the file is read."""
    return entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False)


def _wrong_office_folder(name: str) -> str:
    return "E402" if name in RESERVED else "E401"


def _is_office(entry: os.DirEntry[str]) -> bool:
    return (
        entry.is_dir(follow_symlinks=False)
        and _OFFICE_ID.fullmatch(entry.name) is not None
        and entry.name not in RESERVED
    )
