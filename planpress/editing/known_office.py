"""The office for which a file is to become a plan."""

from pathlib import Path

from planpress.model import Office
from planpress.problems.problem import Place, Problem, has_errors
from planpress.source import files
from planpress.source.folders import office_file_name
from planpress.source.repository import read_office, read_organisations


def known_office(root: Path, office_id: str) -> tuple[Office | None, list[Problem]]:
    """An office by its folder's name; or None, and what is wrong with its files, or that there are none (E768)."""
    if not files.exists(root, office_file_name(office_id)):
        return None, [Problem("E768", Place(office_file_name(office_id)))]
    organisations, problems = read_organisations(root)
    office, wrong = read_office(root, office_id, organisations)
    return office, [problem for problem in (*problems, *wrong) if has_errors([problem])]
