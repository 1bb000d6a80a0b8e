"""``content/site-check.json``: what the last check of the finished site found."""

from pathlib import Path
from typing import Final

from pydantic import ValidationError

from planpress.model.site_check import SiteCheck
from planpress.problems.problem import Place, Problem
from planpress.source import files

SITE_CHECK_FILE: Final = "content/site-check.json"


def outdated_site_check(recorded: SiteCheck | None, now: SiteCheck) -> list[Problem]:
    """Whether the figures that pages show are those of another site than the finished one: it has changed since.

    Args:
        recorded: what the project keeps.
        now: what a check of the finished site found.
    """
    if recorded is None or (recorded.links, recorded.broken) == (now.links, now.broken):
        return []
    said = {"day": recorded.day.isoformat(), "links": str(recorded.links), "broken": str(recorded.broken)}
    found = {"links_now": str(now.links), "broken_now": str(now.broken)}
    return [Problem("W749", Place(SITE_CHECK_FILE), said | found)]


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
