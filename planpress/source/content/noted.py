"""Facts about offices that were noted on a day to come. Only the calendar tells, so no file is wrong by itself."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from pathlib import Path

from planpress.model import Office
from planpress.model.office import Fact
from planpress.problems.problem import Problem
from planpress.source.folders import ORGANISATIONS_FILE, office_file_name
from planpress.source.plans.shaping import read_file
from planpress.source.shapes.office_shapes import OfficeFile, OrganisationsFile
from planpress.source.values.finding import Finding, Steps


def is_noted_later(office: Office, today: date) -> bool:
    """Whether anything that pages tell of how to reach an office is of a day to come."""
    ways = [fact for _, fact in office.contact.known()] + [each.telephone for each in office.departments]
    ways += office.participation
    return any(_is_later(each, today) for each in ways)


def noted_later(root: Path, offices: Iterable[str], today: date) -> list[Problem]:
    """What is of a day to come. Only the files know the places, so they are read again.

    Args:
        root: the project's folder.
        offices: ids of those that may have such a fact; of organisations it is told where there are any.
        today: the calendar day.
    """
    problems: list[Problem] = []
    document, organisations, _ = read_file(root, ORGANISATIONS_FILE, OrganisationsFile) if offices else (None, None, [])
    if document is not None and organisations is not None:
        problems += document.problems(check_hotlines(organisations, today))
    for office in sorted(offices):
        document, file, _ = read_file(root, office_file_name(office), OfficeFile)
        if document is not None and file is not None:
            problems += document.problems(check_noted(file, today))
    return problems


def check_noted(file: OfficeFile, today: date) -> Iterator[Finding]:
    """What an office.yml has of a day to come."""
    ways: list[tuple[Steps, Fact]] = [(("contact", name), fact) for name, fact in file.contact.known()]
    for position, department in enumerate(file.departments):
        if department.telephone:
            ways.append((("departments", position, "telephone"), department.telephone))
    ways += [(("participation", position), each) for position, each in enumerate(file.participation)]
    yield from _later(ways, today)


def check_hotlines(file: OrganisationsFile, today: date) -> Iterator[Finding]:
    """What an organisations.yml has of a day to come."""
    yield from _later([((key, "hotline"), entry.hotline) for key, entry in file.root.items() if entry.hotline], today)


def _later(ways: Collection[tuple[Steps, Fact]], today: date) -> Iterator[Finding]:
    for path, fact in ways:
        if _is_later(fact, today):
            yield Finding("W173", (*path, "noted"))


def _is_later(fact: Fact | None, today: date) -> bool:
    return fact is not None and fact.noted is not None and fact.noted.first_day > today
