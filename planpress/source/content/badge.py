"""The badge of a site beside what only its folder and the calendar tell: its picture, and whether it still holds."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from planpress.model.badge import SIZE, Badge
from planpress.problems.problem import Place, Problem
from planpress.source import files
from planpress.source.attachments.pictures import DamagedError, UnsuitableError, picture
from planpress.source.content.static_files import SMALL, STATIC


def badge_problems(root: Path, badge: Badge, settings: Place, today: date) -> Iterator[Problem]:
    """What is wrong with a badge.

    Args:
        root: the project's folder.
        badge: of the site.
        settings: where the settings name it.
        today: by which it ends.
    """
    file = f"{STATIC}/{badge.image}"
    content, unread = files.read(root, file, SMALL)
    yield from unread
    if content is not None and _size(content) != SIZE:
        yield Problem("E477", Place(file), {"size": _shown(_size(content))})
    day = badge.ends.isoformat()
    if badge.date.first_day > today:
        yield Problem("E478", settings, {"value": badge.date.text})
    elif not badge.holds(today):
        yield Problem("W477", settings, {"day": day})
    elif badge.ends_soon(today):
        yield Problem("W476", settings, {"day": day, "days": str((badge.ends - today).days)})


def _size(content: bytes) -> tuple[int, int] | None:
    try:
        found = picture(content)
    except (DamagedError, UnsuitableError):
        return None
    return found.size if found else None


def _shown(size: tuple[int, int] | None) -> str:
    return f"{size[0]} × {size[1]}" if size else "？"
