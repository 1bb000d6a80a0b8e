"""``security.txt`` (RFC 9116): whom somebody tells who has found a hole, and until when that holds."""

import re
from datetime import date, datetime, timedelta, timezone
from typing import Final

from planpress.problems.problem import Place, Problem

SOON: Final = timedelta(days=30)
"""How long before its end it is told of."""

_FIELD: Final = re.compile(r"([A-Za-z][A-Za-z0-9-]*):[ \t]+(\S.*)")
_CONTACT: Final = re.compile(r"(?:https://|mailto:|tel:)\S+")
_TAIWAN: Final = timezone(timedelta(hours=8))


def security_txt_problems(file: str, text: str | None, today: date) -> list[Problem]:
    """What is wrong with one.

    Args:
        file: path from the project's root.
        text: what it holds; None when that is no text.
        today: by which it may be over.
    """
    if text is None:
        return [Problem("E471", Place(file), {"name": file.rpartition("/")[2], "expected": "UTF-8"})]
    problems: list[Problem] = []
    found: dict[str, list[tuple[Place, str]]] = {}
    for number, line in _lines(text):
        place = Place(file, number, 1, max(1, len(line)), line)
        match = _FIELD.fullmatch(line.rstrip())
        if match is None:
            problems.append(Problem("E472", place, {"line": line.strip()[:80]}))
        else:
            found.setdefault(match[1].lower(), []).append((place, match[2]))
    contacts, ends = found.get("contact", []), found.get("expires", [])
    problems += (Problem("E472", place, {"line": value}) for place, value in contacts if not _CONTACT.fullmatch(value))
    problems += (Problem("E473", Place(file), {"field": name}) for name in ("Contact",) if not contacts)
    if len(ends) != 1:
        return [*problems, Problem("E473", Place(file), {"field": "Expires"})]
    place, value = ends[0]
    last = _day(value)
    if last is None:
        return [*problems, Problem("E472", place, {"line": value})]
    if last - today < SOON:
        problems.append(Problem("W470", place, {"day": last.isoformat()}))
    return problems


def last_day(text: str) -> date | None:
    """The last day on which one holds; None where it does not say so, or not once."""
    matches = [match for _, line in _lines(text) if (match := _FIELD.fullmatch(line.rstrip()))]
    ends = [match[2] for match in matches if match[1].lower() == "expires"]
    return _day(ends[0]) if len(ends) == 1 else None


def _day(value: str) -> date | None:
    """The day in Taiwan of a moment that says what its hours are counted from."""
    try:
        end = datetime.fromisoformat(value)
        return end.astimezone(_TAIWAN).date() if end.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _lines(text: str) -> list[tuple[int, str]]:
    """Lines that say something, with their numbers; of a signed text those that are signed (RFC 9580, 7)."""
    lines = list(enumerate(text.splitlines(), start=1))
    if lines and lines[0][1] == "-----BEGIN PGP SIGNED MESSAGE-----":
        start = next((number for number, line in lines if not line.strip()), len(lines))
        end = next((number for number, line in lines if line == "-----BEGIN PGP SIGNATURE-----"), len(lines) + 1)
        lines = lines[start : end - 1]
    return [(number, line) for number, line in lines if line.strip() and not line.startswith("#")]
