"""``links.json``, what the last check of links to elsewhere found, and ``content/links.yml``, what it is told."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from pydantic import ValidationError

from planpress.model.checked_link import CheckedLinks
from planpress.model.personal.names import is_person
from planpress.problems.problem import Place, Problem
from planpress.source import files
from planpress.source.checks.links import is_website
from planpress.source.checks.persons import check_names
from planpress.source.content.content_files import read_content
from planpress.source.content.site_check import SITE_CHECK_FILE, read_site_check
from planpress.source.shapes.link_shapes import LinksFile
from planpress.source.values.finding import Finding

LINKS_FILE: Final = "content/links.yml"
CHECKED_FILE: Final = "links.json"
_HOST: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")
CHECKED_LIMIT: Final = 20_000_000
"""Bytes; an address takes about 500."""


def read_checked_links(root: Path) -> tuple[CheckedLinks | None, list[Problem]]:
    """What the last check found; None where there was none, or its file cannot be read.

    Args:
        root: the project's folder.
    """
    content, problems = files.read_if_there(root, CHECKED_FILE, CHECKED_LIMIT)
    if content is None:
        return None, problems
    try:
        return CheckedLinks.model_validate_json(content), problems
    except (ValidationError, RecursionError):
        return None, [Problem("E746", Place(CHECKED_FILE))]


def read_links_file(root: Path) -> tuple[LinksFile, list[Problem]]:
    """What the check is told: nothing, where there is no such file or it has errors.

    Args:
        root: the project's folder.
    """
    _, file, problems = read_content(root, LINKS_FILE, LinksFile, check_links_file)
    return file or LinksFile(), problems


def check_links_file(file: LinksFile) -> Iterator[Finding]:
    """Addresses that are none, or are accepted twice."""
    seen = Counter(each.address for each in file.accepted)
    for position, each in enumerate(file.accepted):
        path = ("accepted", position, "address")
        if not is_website(each.address):
            yield Finding("E747", path, {"value": each.address})
        elif seen[each.address] > 1:
            yield Finding("E748", path, {"value": each.address})
        if is_person(each.unit):
            yield Finding("E016", ("accepted", position, "unit"), {"value": each.unit})
        yield from check_names(("accepted", position, "why"), each.why)
    for position, host in enumerate(file.internal):
        if not _HOST.fullmatch(host.host):
            meant = urlsplit(host.host).hostname or ""
            values = {"value": host.host, **({"nearest": meant} if _HOST.fullmatch(meant) else {})}
            yield Finding("E754", ("internal", position, "host"), values)


def link_file_problems(root: Path, today: date) -> list[Problem]:
    """Everything that is wrong with what is known of links.

    Args:
        root: the project's folder.
        today: the calendar day, after which no check was made.
    """
    checked, problems = read_checked_links(root)
    own, wrong = read_site_check(root)
    problems = [*problems, *read_links_file(root)[1], *wrong]
    if checked and any(day > today for day in checked.days):
        problems.append(Problem("E746", Place(CHECKED_FILE)))
    if own and own.day > today:
        problems.append(Problem("E065", Place(SITE_CHECK_FILE)))
    return problems
