"""``build.py reviewed``: a review is written down at the end of an office's reviews.yml."""

from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from planpress.editing.edit import scalar
from planpress.model import Office
from planpress.model.review import Review
from planpress.problems.problem import Place, Problem, has_errors
from planpress.source import files
from planpress.source.content.reviews import reviews_file_name, reviews_of
from planpress.writing import write_atomically

SCHEMA: Final = "# yaml-language-server: $schema=../../schema/reviews.json\n"


class Recorded(NamedTuple):
    """What became of a review.

    Attributes:
        file: where it stands, from the project's root.
        problems: why it does not.
    """

    file: str
    problems: tuple[Problem, ...] = ()


def record_review(root: Path, office: Office, review: Review, today: date) -> Recorded:
    """Write a review down. Nothing is written unless the file is right then, and no line of it is changed.

    Args:
        root: the project's folder.
        office: whose contents were looked through.
        review: of them.
        today: the calendar day.

    Raises:
        OSError: the file cannot be written.
    """
    file, line = reviews_file_name(office.id), _line(review)
    content, problems = files.read_if_there(root, file)
    first = f"{SCHEMA}reviews:\n{line}".encode()
    known: tuple[Review, ...] = ()
    for each in (first, content) if content is not None else (first,):
        known, found = reviews_of(file, each, office, today)
        problems += found
    if has_errors(problems):
        return Recorded(file, tuple(problems))
    if content is None:
        write_atomically(root / file, first)
        return Recorded(file)
    made = content + (b"" if content.endswith(b"\n") else b"\n") + line.encode()
    if sorted(reviews_of(file, made, office, today)[0], key=str) != sorted((*known, review), key=str):
        return Recorded(file, (Problem("E176", Place(file)),))
    write_atomically(root / file, made)
    return Recorded(file)


def _line(review: Review) -> str:
    values = {"date": review.date.text, "unit": scalar(review.unit)}
    values |= {"remark": scalar(review.remark)} if review.remark else {}
    return f"  - {{{', '.join(f'{key}: {value}' for key, value in values.items())}}}\n"
