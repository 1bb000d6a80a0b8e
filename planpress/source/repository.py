"""The ``offices/`` folder: what lies in it, and each file of it read, checked and turned into the model.

``root`` is always the folder that holds ``offices/``; the places of problems are paths from there. Every
function collects all problems of the files it reads and never raises for what is in them.
"""

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple

from planpress.addresses import RESERVED
from planpress.model import ApprovalKind, Department, Office, Organisation, Plan
from planpress.model.personal import public_keys
from planpress.model.plan import MOST_YEARS
from planpress.problems.problem import Place, Problem, has_errors
from planpress.source import files
from planpress.source.address_file import read_addresses
from planpress.source.beside import REVISION, REVISIONS, check_files, check_replaced, check_revisions, revision_numbers
from planpress.source.checks import PlanBefore, check_office, check_organisations, check_plan
from planpress.source.checks.addresses import check_address_file, check_addresses
from planpress.source.checks.personal import listed_as_official
from planpress.source.checks.structure import check_structure
from planpress.source.figures import read_figures
from planpress.source.finding import Finding, foremost
from planpress.source.ids import Addressed, addressed
from planpress.source.modelling import office_of, plan_of
from planpress.source.pictures import SUFFIXES
from planpress.source.shapes import OfficeFile, OrganisationsFile, PlanFile
from planpress.source.shaping import as_shape, read_file
from planpress.source.yaml_text import YamlDocument, parse

OFFICES: Final = "offices"
ORGANISATIONS_FILE: Final = f"{OFFICES}/organisations.yml"

_OFFICE_ID: Final = re.compile("[a-z][a-z0-9-]*")
_ROC_YEAR: Final = re.compile("[1-9][0-9]{0,2}")
_PLAN_FILE: Final = re.compile(rf"{OFFICES}/(?P<office>{_OFFICE_ID.pattern})/(?P<year>{_ROC_YEAR.pattern})/plan\.yml")

_BESIDE_A_PLAN: Final = re.compile(
    rf"plan\.yml|addresses\.txt|results[a-z0-9-]*\.yml|README\.md|.*\.(pdf|odt|ods|docx?|xlsx?|{'|'.join(SUFFIXES)})"
)


class KnownOffice(NamedTuple):
    """What the plans of an office are checked against."""

    departments: Sequence[Department] | None
    """Those of its office.yml; None leaves them unchecked."""
    official: Collection[str]
    """Keys of what looks personal and is meant to be public."""
    approvals: Collection[ApprovalKind] = ()
    """What a plan needs before it is published."""


class Superseded(NamedTuple):
    """What a revision replaced: ``number`` 1 is the text that the first revision put an end to."""

    number: int
    plan: Plan


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
    """Paths of all that lies beside a plan: its approved file, its supplements, what its revisions replaced."""
    folder = plan_folder(office_id, roc_year)
    found = [f"{folder}/{entry.name}" for entry in files.entries(root, folder, []) if entry.name != "plan.yml"]
    return found + revision_files(root, office_id, roc_year)


def revision_files(root: Path, office_id: str, roc_year: int) -> list[str]:
    """Paths of what the revisions of a plan replaced, the first revision first."""
    numbers = revision_numbers(root, plan_folder(office_id, roc_year))
    return [revision_file_name(office_id, roc_year, number) for number in numbers]


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


def read_organisations(root: Path) -> tuple[dict[str, Organisation] | None, list[Problem]]:
    """Read organisations.yml.

    Returns:
        The organisations by their keys, None when the file has errors; and its problems.
    """
    document, file, problems = read_file(root, ORGANISATIONS_FILE, OrganisationsFile)
    if document is None or file is None:
        return None, problems
    problems += document.problems(check_organisations(file))
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
    document, file, problems = read_file(root, office_file_name(office_id), OfficeFile)
    if document is None or file is None:
        return None, problems
    problems += document.problems(check_office(file, organisations))
    organisation = (organisations or {}).get(file.organisation)
    if organisation is None or has_errors(problems):
        return None, problems
    return office_of(office_id, file, organisation), problems


def read_plan(root: Path, office: Office, roc_year: int) -> tuple[Plan | None, list[Problem]]:
    """Read a plan.yml with all its checks.

    Returns:
        The plan, or None when its file has errors; and the problems of the file, by line.
    """
    return _read_plan(root, office.id, roc_year, _known(office))


def read_superseded(root: Path, office: Office, roc_year: int) -> tuple[list[Superseded], list[Problem]]:
    """Read what the revisions of a plan replaced, with all checks of a plan.yml."""
    return _read_superseded(root, office.id, roc_year, _known(office))


def _known(office: Office) -> KnownOffice:
    official = {key for text in office.public_numbers for key in public_keys(text)}
    return KnownOffice(office.departments, official, office.organisation.approvals)


def read_plan_file(root: Path, office_id: str, roc_year: int) -> tuple[YamlDocument | None, PlanFile | None]:
    """Read a plan.yml as its editor wrote it, without any check of what it says; None for what cannot be read."""
    return read_as_written(root, plan_file_name(office_id, roc_year))


def read_as_written(root: Path, name: str) -> tuple[YamlDocument | None, PlanFile | None]:
    """The same of any file that has the form of a plan.yml, by its path from the root."""
    content, _ = files.read(root, name)
    document = parse(name, content, shape=PlanFile)[0] if content is not None else None
    return (None, None) if document is None or document.told else (document, as_shape(document, PlanFile)[0])


def plan_named(file: str) -> tuple[str, int] | None:
    """Office and year of a plan.yml, by its path from the root; None for any other file."""
    match = _PLAN_FILE.fullmatch(file)
    return (match["office"], int(match["year"])) if match else None


def row_lines(root: Path, office_id: str, roc_year: int) -> list[tuple[int, str]]:
    """The lines at which the sections and rows of a plan begin, with their ids; none where the file cannot be read."""
    document, file = read_plan_file(root, office_id, roc_year)
    if document is None or file is None:
        return []
    known, _ = read_addresses(root, plan_folder(office_id, roc_year))
    sections = addressed(file, known.addresses if known else ()).sections
    ids = [
        *((section.path, section.id) for section in sections),
        *((node.path, node.id) for section in sections for node in section.walk()),
    ]
    return sorted((document.locate(path).line, id_) for path, id_ in ids)


def read_rows(root: Path, office_id: str, roc_year: int) -> tuple[Addressed | None, list[Problem]]:
    """The rows of a plan with their addresses, None when its file cannot be read; and what puts an address in doubt."""
    document, file, problems = read_file(root, plan_file_name(office_id, roc_year), PlanFile)
    if document is None or file is None:
        return None, problems
    known, unread = read_addresses(root, plan_folder(office_id, roc_year))
    rows = addressed(file, known.addresses if known else ())
    findings = chain(check_structure(file, rows.sections), check_addresses(rows))
    return rows, [*problems, *unread, *document.problems(findings)]


def read_all(root: Path) -> tuple[list[Plan], list[Problem]]:
    """Every plan without errors, and every problem: a file that is wrong does not hide what is wrong with another."""
    organisations, problems = read_organisations(root)
    found, wrong = plan_files(root)
    problems += wrong
    plans: list[Plan] = []
    for office_id in office_ids(root):
        problems += read_office(root, office_id, organisations)[1]
        # Not the office's own: it is None where its organisation could not be read.
        document, file, _ = read_file(root, office_file_name(office_id), OfficeFile)
        organisation = (organisations or {}).get(file.organisation) if file else None
        known = KnownOffice(
            file.departments if file else None,
            listed_as_official(document.data) if document else frozenset(),
            organisation.approvals if organisation else (),
        )
        for each in found:
            if each.office_id == office_id:
                plan, of_plan = _read_plan(root, office_id, each.roc_year, known)
                problems += of_plan + _read_superseded(root, office_id, each.roc_year, known)[1]
                plans += [plan] if plan else []
    return plans, problems


def _read_plan(root: Path, office_id: str, roc_year: int, office: KnownOffice) -> tuple[Plan | None, list[Problem]]:
    """As :func:`read_plan`; the departments go unchecked where the office could not be read."""
    document, file, problems = read_file(root, plan_file_name(office_id, roc_year), PlanFile, office.official)
    if document is None or file is None:
        return None, problems
    known, unread = read_addresses(root, plan_folder(office_id, roc_year))
    rows = addressed(file, known.addresses if known else ())
    findings = foremost([*_findings(root, office_id, roc_year, office, file, rows), *check_addresses(rows)])
    figures, unfit = read_figures(root, plan_folder(office_id, roc_year), document, file)
    problems += unfit
    problems += document.problems(_with_list(root, office_id, finding) for finding in findings)
    problems += check_files(root, document, plan_folder(office_id, roc_year), f"{office_id}-{roc_year}-plan", file)
    problems += check_revisions(root, document, plan_folder(office_id, roc_year), file)
    problems += unread
    if known and not has_errors(problems):
        problems += check_address_file(known, rows, office.official)
    problems.sort(key=lambda problem: problem.place)
    if has_errors(problems):
        return None, problems
    return plan_of(office_id, roc_year, file, rows, office.departments or (), figures), problems


def _findings(
    root: Path, office_id: str, roc_year: int, office: KnownOffice, file: PlanFile, rows: Addressed
) -> Iterator[Finding]:
    """What is wrong with a plan, beside the one before it."""
    year = year_before(root, office_id, roc_year)
    file_before = read_plan_file(root, office_id, year)[1] if year is not None else None
    before = PlanBefore(year, file_before) if year is not None and file_before is not None else None
    if before is not None and roc_year - 1 not in before.file.years(before.roc_year):
        before = None
    return check_plan(file, rows.sections, roc_year, office.departments, before, office.approvals)


def _read_superseded(
    root: Path, office_id: str, roc_year: int, office: KnownOffice
) -> tuple[list[Superseded], list[Problem]]:
    """As :func:`read_superseded`.

    The files beside the plan and its addresses are those of today's text: nothing of them is checked or asked again,
    but a row that is still the same has the same address.
    """
    superseded: list[Superseded] = []
    problems: list[Problem] = []
    for number in revision_numbers(root, plan_folder(office_id, roc_year)):
        name = revision_file_name(office_id, roc_year, number)
        document, file, of_file = read_file(root, name, PlanFile, office.official)
        if document is not None and file is not None:
            known, _ = read_addresses(root, plan_folder(office_id, roc_year))
            rows = addressed(file, known.addresses if known else ())
            found = _findings(root, office_id, roc_year, office, file, rows)
            renamed = "W147", str(roc_year)  # in that very year the replaced text has the name of its time
            findings = foremost(each for each in found if (each.code, each.values.get("since")) != renamed)
            findings += check_replaced(file, number)
            of_file += document.problems(_with_list(root, office_id, finding) for finding in findings)
            figures, unfit = read_figures(root, plan_folder(office_id, roc_year), document, file)
            of_file += unfit
            of_file.sort(key=lambda problem: problem.place)
            if not has_errors(of_file):
                plan = plan_of(office_id, roc_year, file, rows, office.departments or (), figures)
                superseded.append(Superseded(number, plan.model_copy(update={"removed": ()})))
        problems += of_file
    return superseded, problems


def _with_list(root: Path, office_id: str, finding: Finding) -> Finding:
    """An unknown department, with the place where the known ones stand."""
    if finding.code != "E104":
        return finding
    document, _, _ = read_file(root, office_file_name(office_id), OfficeFile)
    place = document.locate(("departments",), key=True) if document else Place(office_file_name(office_id))
    return replace(finding, values={**finding.values, "list": f"{place.file}:{place.line}"})


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
        elif not _is_plain(entry) or entry.name not in ("office.yml", "README.md"):
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
