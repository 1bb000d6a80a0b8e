"""What lies in `offices/`, by name: paths of its files, the plans in it, and what should not be there."""

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, NamedTuple

from planpress.addresses import RESERVED
from planpress.model.plan import MOST_YEARS
from planpress.problems.problem import Place, Problem
from planpress.source import files
from planpress.source.attachments.beside import REVISION, REVISIONS, revision_numbers
from planpress.source.attachments.pictures import SUFFIXES
from planpress.source.values.scalars import EVIDENCE_PATTERN

OFFICES: Final = "offices"

ORGANISATIONS_FILE: Final = f"{OFFICES}/organisations.yml"

_OFFICE_ID: Final = re.compile("[a-z][a-z0-9-]*")

_ROC_YEAR: Final = re.compile("[1-9][0-9]{0,2}")

_PLAN_FILE: Final = re.compile(rf"{OFFICES}/(?P<office>{_OFFICE_ID.pattern})/(?P<year>{_ROC_YEAR.pattern})/plan\.yml")

SATISFACTION: Final = "satisfaction.yml"
"""The surveys of an office."""
DISCLOSURE: Final = "disclosure.yml"
"""What an office publishes without being asked."""
INDICATORS: Final = "indicators.yml"
REVIEWS: Final = "reviews.yml"
"""The figures of an office that are followed over the years."""
ASSESSMENTS: Final = "assessments"
"""Folder beside a plan with its assessments and what belongs to them."""
_ASSESSMENT: Final = re.compile(r"(?P<name>[a-z0-9][a-z0-9-]{0,39})\.yml")

_BESIDE_A_PLAN: Final = re.compile(
    rf"plan\.yml|changes\.yml|clauses\.yml|addresses\.txt|README\.md|.*\.(pdf|odt|ods|docx?|xlsx?|{'|'.join(SUFFIXES)})"
)


class FoundPlan(NamedTuple):
    """A plan in the folder, by its place."""

    office_id: str
    roc_year: int
    path: Path


def plan_folder(office_id: str, roc_year: int) -> str:
    """Path of a plan's folder from the root."""
    return f"{OFFICES}/{office_id}/{roc_year}"


def plan_file_name(office_id: str, roc_year: int) -> str:
    """Path of a plan's file from the root."""
    return f"{plan_folder(office_id, roc_year)}/plan.yml"


def revision_file_name(office_id: str, roc_year: int, number: int) -> str:
    """Path of what a revision of a plan replaced, from the root."""
    return f"{plan_folder(office_id, roc_year)}/{REVISIONS}/{number}.yml"


def original_file_name(office_id: str, roc_year: int, name: str) -> str:
    """Path of a plan's approved file from the root."""
    return f"{plan_folder(office_id, roc_year)}/{name}"


def original_files(root: Path, office_id: str, roc_year: int) -> list[str]:
    """Paths of all that lies beside a plan: approved file, supplements, assessments, what its revisions replaced."""
    folder = plan_folder(office_id, roc_year)
    found = [f"{folder}/{entry.name}" for entry in files.entries(root, folder, []) if entry.name != "plan.yml"]
    return found + revision_files(root, office_id, roc_year) + assessment_files(root, office_id, roc_year)


def revision_files(root: Path, office_id: str, roc_year: int) -> list[str]:
    """Paths of what the revisions of a plan replaced, the first revision first."""
    numbers = revision_numbers(root, plan_folder(office_id, roc_year))
    return [revision_file_name(office_id, roc_year, number) for number in numbers]


def assessments_folder(office_id: str, roc_year: int) -> str:
    """Path of the folder of a plan's assessments from the root."""
    return f"{plan_folder(office_id, roc_year)}/{ASSESSMENTS}"


def assessment_names(root: Path, office_id: str, roc_year: int) -> list[str]:
    """The names of a plan's assessments: ``1`` of ``1.yml``."""
    entries = files.entries(root, assessments_folder(office_id, roc_year), [])
    return [match["name"] for entry in entries if (match := _ASSESSMENT.fullmatch(entry.name)) and _is_plain(entry)]


def assessment_file_name(office_id: str, roc_year: int, name: str) -> str:
    """Path of an assessment from the root."""
    return f"{assessments_folder(office_id, roc_year)}/{name}.yml"


def assessment_files(root: Path, office_id: str, roc_year: int) -> list[str]:
    """Paths of the assessments of a plan, and of all that lies beside them."""
    folder = assessments_folder(office_id, roc_year)
    return [f"{folder}/{entry.name}" for entry in files.entries(root, folder, [])]


def office_folder(office_id: str) -> str:
    """Path of an office's folder from the root."""
    return f"{OFFICES}/{office_id}"


def plan_years(root: Path, office_id: str) -> list[int]:
    """The years of an office's plans, from the first."""
    entries = files.entries(root, office_folder(office_id), [])
    return sorted(int(entry.name) for entry in entries if _ROC_YEAR.fullmatch(entry.name))


def office_files(root: Path, office_id: str) -> list[str]:
    """Paths of what an office has beside its office.yml and its plans: surveys, indicators, reports."""
    folder = office_folder(office_id)
    entries = files.entries(root, folder, [])
    return [f"{folder}/{each.name}" for each in entries if _is_plain(each) and _is_of_results(each.name)]


def _is_of_results(name: str) -> bool:
    return name in (SATISFACTION, INDICATORS) or _is_evidence(name)


def file_of_office(root: Path, office_id: str, name: str) -> str | None:
    """Path from the root of a file that an office may have; None where it has none, or nothing that can be read."""
    folder = office_folder(office_id)
    has_one = any(entry.name == name and _is_plain(entry) for entry in files.entries(root, folder, []))
    return f"{folder}/{name}" if has_one else None


def year_before(root: Path, office_id: str, roc_year: int) -> int | None:
    """The year of the nearest plan before another's that may be of several years and end the year before."""
    earlier = range(roc_year - 1, max(0, roc_year - MOST_YEARS - 1), -1)
    return next((year for year in earlier if files.exists(root, plan_file_name(office_id, year))), None)


def office_file_name(office_id: str) -> str:
    """Path of an office's file from the root."""
    return f"{OFFICES}/{office_id}/office.yml"


def plan_files(root: Path) -> tuple[list[FoundPlan], list[Problem]]:
    """Every plan in the folder, by office and year; and every name that should not be there."""
    plans: list[FoundPlan] = []
    problems: list[Problem] = []
    entries = files.entries(root, OFFICES, problems)
    twins = _twins(entries)
    for entry in entries:
        if twin := twins.get(entry.name):
            problems.append(_twin(entry, OFFICES, twin))
        elif _is_office(entry):
            found, wrong = _office_folder(root, entry.name)
            plans += found
            problems += wrong
        elif entry.name not in (Path(ORGANISATIONS_FILE).name, "README.md"):
            problems.append(_stray(entry, OFFICES, _wrong_office_folder))
    return plans, problems


def office_ids(root: Path) -> list[str]:
    """The offices in the folder, also those that have no plan yet."""
    return [entry.name for entry in files.entries(root, OFFICES, []) if _is_office(entry)]


def plan_named(file: str) -> tuple[str, int] | None:
    """Office and year of a plan.yml, by its path from the root; None for any other file."""
    match = _PLAN_FILE.fullmatch(file)
    return (match["office"], int(match["year"])) if match else None


def _office_folder(root: Path, office_id: str) -> tuple[list[FoundPlan], list[Problem]]:
    """The plans of one office."""
    plans: list[FoundPlan] = []
    problems: list[Problem] = []
    folder = f"{OFFICES}/{office_id}"
    entries = files.entries(root, folder, problems)
    twins = _twins(entries)
    for entry in entries:
        if twin := twins.get(entry.name):
            problems.append(_twin(entry, folder, twin))
        elif entry.is_dir(follow_symlinks=False) and _ROC_YEAR.fullmatch(entry.name):
            plans.append(FoundPlan(office_id, int(entry.name), Path(entry.path, "plan.yml")))
            problems += _beside_a_plan(root, f"{folder}/{entry.name}")
        elif not _is_plain(entry) or not (
            entry.name in ("office.yml", SATISFACTION, INDICATORS, DISCLOSURE, REVIEWS, "README.md")
            or (_is_evidence(entry.name) and files.is_portable(entry.name))
        ):
            problems.append(_stray(entry, folder, lambda name: "E403"))
    return sorted(plans), problems


def _beside_a_plan(root: Path, folder: str) -> list[Problem]:
    """What lies beside a plan and must not."""
    problems: list[Problem] = []
    entries = files.entries(root, folder, problems)
    twins = _twins(entries)
    for entry in entries:
        if twin := twins.get(entry.name):
            problems.append(_twin(entry, folder, twin))
        elif entry.name == REVISIONS and entry.is_dir(follow_symlinks=False):
            problems += _in_revisions(root, f"{folder}/{REVISIONS}")
        elif entry.name == ASSESSMENTS and entry.is_dir(follow_symlinks=False):
            problems += _in_assessments(root, f"{folder}/{ASSESSMENTS}")
        elif not (_is_plain(entry) and _is_writable(entry.name) and _BESIDE_A_PLAN.fullmatch(entry.name)):
            problems.append(_stray(entry, folder))
    return problems


def _in_revisions(root: Path, folder: str) -> list[Problem]:
    """What lies among the texts that revisions replaced and must not."""
    problems: list[Problem] = []
    for entry in files.entries(root, folder, problems):
        is_one = REVISION.fullmatch(entry.name) or entry.name == "README.md"
        if not (entry.is_file(follow_symlinks=False) and is_one):
            problems.append(_stray(entry, folder))
    return problems


def _in_assessments(root: Path, folder: str) -> list[Problem]:
    """What lies among the assessments of a plan and is neither one nor what shows a result."""
    problems: list[Problem] = []
    entries = files.entries(root, folder, problems)
    twins = _twins(entries)
    for entry in entries:
        is_one = _ASSESSMENT.fullmatch(entry.name) or _is_evidence(entry.name) or entry.name == "README.md"
        if twin := twins.get(entry.name):
            problems.append(_twin(entry, folder, twin))
        elif not (_is_plain(entry) and _is_writable(entry.name) and is_one):
            problems.append(_stray(entry, folder))
    return problems


def _is_evidence(name: str) -> bool:
    """Whether a file may show a result, by its name."""
    return re.fullmatch(EVIDENCE_PATTERN, name, re.IGNORECASE) is not None


def _twins(entries: Iterable[os.DirEntry[str]]) -> dict[str, str]:
    """Names that only their capitals tell from another, with that other: the one that is small, or comes first."""
    kept: dict[str, str] = {}
    twins: dict[str, str] = {}
    for name in sorted(
        (entry.name for entry in entries if files.is_utf_8(entry.name)), key=lambda name: name.swapcase()
    ):
        first = kept.setdefault(files.folded(name), name)
        if first != name:
            twins[name] = first
    return twins


def _twin(entry: os.DirEntry[str], folder: str, twin: str) -> Problem:
    return Problem("E411", Place(f"{folder}/{entry.name}"), {"name": entry.name, "other": twin})


def _is_writable(name: str) -> bool:
    """Whether every machine can have a file of the name."""
    return files.is_utf_8(name) and files.is_portable(name)


def _stray(entry: os.DirEntry[str], folder: str, code_of_folder: Callable[[str], str] = lambda name: "W401") -> Problem:
    """What is wrong with something that lies where it does not belong."""
    place = Place(f"{folder}/{entry.name}")
    if entry.is_symlink():
        return Problem("E405", place)
    if not files.is_utf_8(entry.name):
        return Problem("E407", place, {"name": entry.name})
    if not files.is_portable(entry.name):
        return Problem("E410", place, {"name": entry.name})
    if entry.is_dir(follow_symlinks=False):
        code = code_of_folder(entry.name)
        return Problem(code, place, {"name": entry.name, **(_meant(entry.name) if code == "E401" else {})})
    return files.device(place.file, entry) or Problem("W401", place, {"name": entry.name})


def _is_plain(entry: os.DirEntry[str]) -> bool:
    """Neither a link nor a device; a folder in the place of a file is told where the file is read."""
    return entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False)


def office_name_problem(name: str) -> list[Problem]:
    """Why an office's folder cannot have a name, if it cannot."""
    if _is_office_id(name):
        return []
    place = Place(f"{OFFICES}/{name}")
    if not files.is_portable(name):
        return [Problem("E410", place, {"name": name})]
    code = _wrong_office_folder(name)
    return [Problem(code, place, {"name": name, **(_meant(name) if code == "E401" else {})})]


def _wrong_office_folder(name: str) -> str:
    return "E402" if name in RESERVED else "E401"


def _meant(name: str) -> dict[str, str]:
    """The id that a folder's name is but for its capitals, blanks and underlines, as a value of a problem."""
    meant = re.sub(r"[\s_]+", "-", name.strip().lower())
    return {"nearest": meant} if _is_office_id(meant) else {}


def _is_office(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False) and _is_office_id(entry.name)


def _is_office_id(name: str) -> bool:
    return _OFFICE_ID.fullmatch(name) is not None and name not in RESERVED and files.is_portable(name)
