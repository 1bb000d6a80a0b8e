"""``content/site-check.json``: what the last check of the finished site found."""

from pathlib import Path
from typing import Final

from pydantic import ValidationError

from planpress.model.site_check import SiteCheck
from planpress.problems.problem import Place, Problem
from planpress.source import files

SITE_CHECK_FILE: Final = "content/site-check.json"


def read_site_check(root: Path) -> tuple[SiteCheck | None, list[Problem]]:
    """What the last check found; None where there was none, or its file cannot be read.

    Args:
        root: the project's folder.
    """
    content, problems = files.read_if_there(root, SITE_CHECK_FILE)
    if content is None:
        return None, problems
    try:
        return SiteCheck.model_validate_json(content), problems
    except (ValidationError, RecursionError):
        return None, [Problem("E065", Place(SITE_CHECK_FILE))]
