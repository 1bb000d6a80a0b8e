"""The ``offices/`` folder: what lies in it, and each file of it read, checked and turned into the model.

``root`` is always the folder that holds ``offices/``; the places of problems are paths from there. Every
function collects all problems of the files it reads and never raises for what is in them.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from planpress.model import ApprovalKind, Department, Office, Organisation, Plan
from planpress.model.assessment import Assessment
from planpress.model.clauses import Clause
from planpress.model.disclosure import Disclosure
from planpress.model.grading import Grading
from planpress.model.indicator import Indicator
from planpress.model.personal import public_keys
from planpress.model.survey import Survey
from planpress.problems.problem import Place, Problem, has_errors
from planpress.source import files
from planpress.source.attachments.beside import check_files, check_replaced, check_revisions, revision_numbers
from planpress.source.attachments.figures import read_figures
from planpress.source.checks import PlanBefore, check_office, check_organisations, check_plan
from planpress.source.checks.addresses import check_address_file, check_addresses
from planpress.source.checks.assessments import AssessedPlan
from planpress.source.checks.personal import listed_as_official
from planpress.source.checks.structure import check_structure
from planpress.source.folders import (
    DISCLOSURE,
    ORGANISATIONS_FILE,
    FoundPlan,
    assessment_names,
    file_of_office,
    office_file_name,
    office_ids,
    plan_file_name,
    plan_files,
    plan_folder,
    revision_file_name,
    year_before,
)
from planpress.source.plans.modelling import office_of, plan_of
from planpress.source.plans.shaping import read_file, understood
from planpress.source.records.clauses import CLAUSES, read_clauses
from planpress.source.records.disclosures import basis_year, read_disclosure
from planpress.source.records.record_file import read_record
from planpress.source.records.results import Results, read_assessments, read_indicators, read_surveys
from planpress.source.row_addresses.address_file import read_addresses
from planpress.source.row_addresses.ids import Addressed, addressed
from planpress.source.shapes.office_shapes import OfficeFile, OrganisationsFile
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.text.quotations import texts_by_place
from planpress.source.text.yaml_text import YamlDocument
from planpress.source.values.finding import Finding, foremost


class KnownOffice(NamedTuple):
    """What the plans of an office are checked against."""

    departments: Sequence[Department] | None
    """Those of its office.yml; None leaves them unchecked."""
    official: Collection[str]
    """Keys of what looks personal and is meant to be public."""
    approvals: Collection[ApprovalKind] = ()
    """What a plan needs before it is published."""
    gradings: Sequence[Grading] | None = None
    """The schemes of grades of its organisation; None leaves grades unchecked."""


class Superseded(NamedTuple):
    """What a revision replaced: ``number`` 1 is the text that the first revision put an end to."""

    number: int
    plan: Plan


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
        The plan without what is internal, or None when its file has errors; and the problems of the file, by line.
    """
    plan, problems = _read_plan(root, office.id, roc_year, _known(office))
    return plan.public if plan else None, problems


def read_superseded(root: Path, office: Office, roc_year: int) -> tuple[list[Superseded], list[Problem]]:
    """Read what the revisions of a plan replaced, with all checks of a plan.yml."""
    return _read_superseded(root, office.id, roc_year, _known(office))


def _known(office: Office) -> KnownOffice:
    official = {key for text in office.public_numbers for key in public_keys(text)}
    return KnownOffice(office.departments, official, office.organisation.approvals, office.organisation.gradings)


def read_results(root: Path, office: Office, roc_year: int) -> Results[Assessment]:
    """Read the assessments of a plan with all their checks."""
    return _read_results(root, office.id, roc_year, _known(office))


def read_plan_clauses(root: Path, office: Office, roc_year: int) -> tuple[tuple[Clause, ...], list[Problem]]:
    """Read what a plan asks of the office's own site (clauses.yml) with all its checks."""
    return _read_clauses(root, office.id, roc_year, _known(office))


def read_office_disclosure(root: Path, office: Office) -> tuple[Disclosure | None, list[Problem]]:
    """Read what an office says of what it publishes, with all its checks; None where it says nothing."""
    return _read_disclosure(root, office.id, _known(office).official)


def assessed_plan(root: Path, office: Office, roc_year: int) -> AssessedPlan:
    """What assessments of a plan are checked against."""
    return _assessed(root, office.id, roc_year, _known(office))


def read_office_results(root: Path, office: Office) -> tuple[Results[Survey], Results[Indicator]]:
    """Read the surveys and the indicators of an office with all their checks."""
    official = _known(office).official
    return read_surveys(root, office.id, official), read_indicators(root, office.id, official)


def read_plan_file(root: Path, office_id: str, roc_year: int) -> tuple[YamlDocument | None, PlanFile | None]:
    """Read a plan.yml as its editor wrote it, without any check of what it says; None for what cannot be read."""
    return read_as_written(root, plan_file_name(office_id, roc_year))


def read_as_written(root: Path, name: str) -> tuple[YamlDocument | None, PlanFile | None]:
    """The same of any file that has the form of a plan.yml, by its path from the root."""
    content, _ = files.read(root, name)
    document, value, *_ = understood(name, content, PlanFile) if content is not None else (None, None)
    if document is None or document.told:
        return None, None
    return document, value if isinstance(value, PlanFile) else None


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


def read_all(root: Path, only: Collection[FoundPlan] | None = None) -> tuple[list[Plan], list[Problem]]:
    """Every plan without errors, also what is internal of it, and every problem.

    A file that is wrong does not hide what is wrong with another.

    Args:
        root: the project's folder.
        only: the plans that are read; None for all.
    """
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
            organisation.gradings if organisation else None,
        )
        problems += read_surveys(root, office_id, known.official).every_problem
        problems += read_indicators(root, office_id, known.official).every_problem
        problems += _read_disclosure(root, office_id, known.official)[1]
        for each in found:
            if each.office_id == office_id and (only is None or each in only):
                plan, of_plan = _read_plan(root, office_id, each.roc_year, known)
                problems += of_plan + _read_superseded(root, office_id, each.roc_year, known)[1]
                problems += _read_results(root, office_id, each.roc_year, known).every_problem
                problems += _read_clauses(root, office_id, each.roc_year, known)[1]
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
    problems += check_files(root, document, plan_folder(office_id, roc_year), f"{office_id}-{roc_year}", file)
    problems += check_revisions(root, document, plan_folder(office_id, roc_year), file)
    problems += read_record(root, plan_folder(office_id, roc_year))[1]
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
                superseded.append(Superseded(number, plan.public.model_copy(update={"removed": ()})))
        problems += of_file
    return superseded, problems


def _read_results(root: Path, office_id: str, roc_year: int, office: KnownOffice) -> Results[Assessment]:
    """As :func:`read_results`; a plan is read again only where there is an assessment of it."""
    if not assessment_names(root, office_id, roc_year):
        return Results()
    return read_assessments(root, office_id, roc_year, _assessed(root, office_id, roc_year, office), office.official)


def _read_clauses(
    root: Path, office_id: str, roc_year: int, office: KnownOffice
) -> tuple[tuple[Clause, ...], list[Problem]]:
    """As :func:`read_plan_clauses`; a plan is read again only where there are any."""
    folder = plan_folder(office_id, roc_year)
    if not files.exists(root, f"{folder}/{CLAUSES}"):
        return (), []
    _, file = read_plan_file(root, office_id, roc_year)
    known, _ = read_addresses(root, folder)
    rows = addressed(file, known.addresses if known else ()) if file else None
    return read_clauses(root, folder, rows.sections if rows else None, office.official)


def _read_disclosure(root: Path, office_id: str, official: Collection[str]) -> tuple[Disclosure | None, list[Problem]]:
    """As :func:`read_office_disclosure`, beside the plan that the office publishes by."""
    name = file_of_office(root, office_id, DISCLOSURE)
    if name is None:
        return None, []
    year = basis_year(root, name)
    _, file = read_plan_file(root, office_id, year) if year is not None else (None, None)
    if year is None or file is None:
        return read_disclosure(root, name, None, official)
    known, _ = read_addresses(root, plan_folder(office_id, year))
    rows = addressed(file, known.addresses if known else ())
    return read_disclosure(root, name, texts_by_place(rows.sections), official)


def _assessed(root: Path, office_id: str, roc_year: int, office: KnownOffice) -> AssessedPlan:
    _, file = read_plan_file(root, office_id, roc_year)
    known, _ = read_addresses(root, plan_folder(office_id, roc_year))
    rows = addressed(file, known.addresses if known else ()) if file else None
    return AssessedPlan(
        years=file.years(roc_year) if file else range(roc_year, roc_year + 1),
        ids={address.id for address in rows.addresses} if rows else None,
        departments=[name for each in office.departments for name in each.names] if office.departments else None,
        gradings=office.gradings,
    )


def _with_list(root: Path, office_id: str, finding: Finding) -> Finding:
    """An unknown department, with the place where the known ones stand."""
    if finding.code != "E104":
        return finding
    document, _, _ = read_file(root, office_file_name(office_id), OfficeFile)
    place = document.locate(("departments",), key=True) if document else Place(office_file_name(office_id))
    return replace(finding, values={**finding.values, "list": f"{place.file}:{place.line}"})
