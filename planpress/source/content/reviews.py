"""reviews.yml beside office.yml: reviews of an office's contents, read, checked, and added to."""

from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path

from planpress.model import Office
from planpress.model.review import Review
from planpress.problems.problem import Problem, has_errors
from planpress.source import files
from planpress.source.checks.persons import check_names
from planpress.source.folders import REVIEWS, office_folder, office_ids
from planpress.source.plans.shaping import read_content
from planpress.source.repository import read_office, read_organisations
from planpress.source.shapes.review_shapes import ReviewsFile
from planpress.source.values.finding import Finding
from planpress.source.values.nearest import nearest


def read_reviews(root: Path, office: Office, today: date) -> tuple[tuple[Review, ...], list[Problem]]:
    """Read the reviews of an office, the earliest first; an office without the file has none.

    Args:
        root: the project's folder.
        office: whose they are.
        today: the calendar day: nobody has looked after it.

    Returns:
        The reviews, none at all when the file has errors; and its problems.
    """
    file = reviews_file_name(office.id)
    content, problems = files.read_if_there(root, file)
    return ((), problems) if content is None else reviews_of(file, content, office, today)


def reviews_of(file: str, content: bytes, office: Office, today: date) -> tuple[tuple[Review, ...], list[Problem]]:
    """The same of what the file holds, or is to hold."""
    document, shape, problems = read_content(file, content, ReviewsFile)
    if document is None or shape is None:
        return (), problems
    units = [name for each in office.departments if not each.collective for name in each.names]
    problems += document.problems(check_reviews(shape, units, today))
    if has_errors(problems):
        return (), problems
    return tuple(sorted((Review(**each.model_dump()) for each in shape.reviews), key=lambda each: each.date)), problems


def check_reviews(file: ReviewsFile, units: Collection[str], today: date) -> Iterator[Finding]:
    """Units that the office has not, and days to come."""
    for position, each in enumerate(file.reviews):
        at = ("reviews", position)
        if each.unit not in units:
            yield Finding("E174", (*at, "unit"), {"name": each.unit, **nearest(each.unit, units)})
        yield from check_names((*at, "remark"), each.remark)
        if each.date.first_day > today:
            yield Finding("E175", (*at, "date"), {"value": each.date.text})


def reviews_file_name(office_id: str) -> str:
    """Path of the file from the project's root."""
    return f"{office_folder(office_id)}/{REVIEWS}"


def review_problems(root: Path, today: date) -> list[Problem]:
    """Everything that is wrong with the reviews of offices that can be read.

    Args:
        root: the project's folder.
        today: the calendar day.
    """
    organisations, _ = read_organisations(root)
    offices = (read_office(root, each, organisations)[0] for each in office_ids(root))
    return [problem for office in offices if office for problem in read_reviews(root, office, today)[1]]
