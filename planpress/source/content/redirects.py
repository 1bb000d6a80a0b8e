"""``content/redirects.yml``: addresses of what was moved or merged, and where readers are led instead."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from planpress import addresses
from planpress.model.language import AUTHORITATIVE
from planpress.model.redirect import Redirect, is_circle, led, moves_in
from planpress.problems.problem import Place, Problem
from planpress.source.content.content_files import read_content
from planpress.source.history import contents, removed_plans
from planpress.source.shapes.content_shapes import RedirectEntry, RedirectsFile
from planpress.source.text.yaml_text import YamlDocument
from planpress.source.values.finding import Finding
from planpress.source.values.nearest import nearest

REDIRECTS_FILE: Final = "content/redirects.yml"

_PART: Final = r"[A-Za-z0-9][A-Za-z0-9._-]{0,95}"
_PATH: Final = re.compile(rf"/?({_PART}(?:/{_PART}){{0,7}})/?")
_NO_PAGE: Final = frozenset({"en", "zh-hans", "assets"})
"""What no old address begins with: the languages of pages, which all go along, and files that pages are made with."""

_NOT_PUBLIC: Final = re.compile(rb"^(?:status:[ \t]*[\"']?(?:draft|approved)|publish_on:)", re.MULTILINE)
"""What a plan says that nobody could see when it was taken away, or perhaps not yet."""


def read_redirects(root: Path) -> tuple[tuple[Redirect, ...], list[Problem]]:
    """Read the redirects. A site without the file has none.

    Returns:
        The redirects in their order, none at all when the file has errors; and its problems.
    """
    _, file, problems = _read(root)
    return tuple(map(_redirect, file.redirects)) if file else (), problems


def redirect_problems(root: Path, pages: Collection[str]) -> list[Problem]:
    """That redirects lead to what is not there, or away from what is.

    Args:
        root: the project's folder.
        pages: paths, without language, of the pages that a redirect may lead to.
    """
    document, file, _ = _read(root)
    if document is None or file is None:
        return []
    return document.problems(unled(file, pages))


def lost_plans(root: Path, pages: Collection[str]) -> list[Problem]:
    """That plans which were public in the project once are gone, and lead nowhere, as far as its history tells.

    Whoever publishes by ``build.py publish`` is stopped by the list of every address; this is for everybody else too.

    Args:
        root: the project's folder.
        pages: paths, without language, of the pages that a redirect may lead to.
    """
    removed = removed_plans(root)
    held = contents(root, removed.values())
    moves = moves_in([AUTHORITATIVE], read_redirects(root)[0])
    problems = []
    for file, blob in sorted(removed.items()):
        _, office, year, _ = file.split("/")
        address = f"{office}/{year}/"
        was_public = blob in held and _NOT_PUBLIC.search(held[blob]) is None
        if was_public and address not in pages and led(moves, address) not in pages:
            problems.append(Problem("W460", Place(file), {"address": f"/{address}", "old": f"{office}/{year}"}))
    return problems


def check_redirects(file: RedirectsFile) -> Iterator[Finding]:
    """Addresses that are none, that are given twice, or that lead in a circle."""
    redirects: list[Redirect] = []
    known: set[str] = set()
    for position, entry in enumerate(file.redirects):
        at = ("redirects", position)
        wrong = [key for key, path in (("from", path_of(entry.old)), ("to", path_of(entry.new))) if path is None]
        if path_of(entry.old) == addresses.HOME:
            wrong.append("from")
        yield from (Finding("E460", (*at, key), {"value": entry.old if key == "from" else entry.new}) for key in wrong)
        if wrong:
            continue
        redirect = _redirect(entry)
        if redirect.old in known:
            yield Finding("E461", (*at, "from"), {"value": entry.old})
        known.add(redirect.old)
        redirects.append(redirect)
    moves = moves_in([AUTHORITATIVE], redirects)
    for position, entry in enumerate(file.redirects):
        old = path_of(entry.old)
        if old and is_circle(moves, old):
            yield Finding("E462", ("redirects", position, "to"), {"old": entry.old, "new": entry.new})


def path_of(written: str) -> str | None:
    """The path that an editor means; a name in Chinese is that of a department. None where nobody can tell.

    >>> path_of("kinmen/114"), path_of("/"), path_of("kinmen/114/files/rule.pdf"), path_of("../etc")
    ('kinmen/114/', '', 'kinmen/114/files/rule.pdf', None)
    """
    if written == "/":
        return addresses.HOME
    if re.fullmatch(r"[^\x00-\x7f][^/]*", written):
        return addresses.browse("departments", addresses.department(written))
    match = _PATH.fullmatch(written)
    if match is None or match[1].partition("/")[0].lower() in _NO_PAGE:
        return None
    return match[1] if "." in match[1].rpartition("/")[2] else f"{match[1]}/"


def unled(file: RedirectsFile, pages: Collection[str]) -> Iterator[Finding]:
    """Old addresses that are still there, and new ones that are not; of a file in which nothing else is wrong."""
    moves = moves_in([AUTHORITATIVE], map(_redirect, file.redirects))
    for position, (entry, move) in enumerate(zip(file.redirects, moves, strict=True)):
        at = ("redirects", position)
        if move.old in pages:
            yield Finding("E463", (*at, "from"), {"value": entry.old})
        target = led(moves, move.old)
        if target not in pages and "." not in target.rpartition("/")[2]:
            known = nearest(target.strip("/"), (page.strip("/") for page in pages if page))
            yield Finding("E464", (*at, "to"), {"value": entry.new, "address": f"/{target}", **known})


def _redirect(entry: RedirectEntry) -> Redirect:
    old, new = path_of(entry.old), path_of(entry.new)
    assert old is not None and new is not None  # the check has said what is wrong with any other
    return Redirect(old=old, new=new, date=entry.date, reason=entry.reason, reason_en=entry.reason_en)


def _read(root: Path) -> tuple[YamlDocument | None, RedirectsFile | None, list[Problem]]:
    return read_content(root, REDIRECTS_FILE, RedirectsFile, check_redirects)
