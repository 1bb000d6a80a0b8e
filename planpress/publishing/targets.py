"""``publish.yml``: the places where a site is published, by the names that people give them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Final

from pydantic import Field, WithJsonSchema

from planpress.model.base import Frozen
from planpress.problems.problem import Place, Problem, has_errors
from planpress.problems.settings_error import SettingsError
from planpress.source.content.content_files import read_content
from planpress.source.values.finding import Finding
from planpress.source.values.nearest import nearest
from planpress.source.values.scalars import BRANCH_PATTERN, HOST_PATTERN, Count, Id, Line

TARGETS_FILE: Final = "publish.yml"
KEPT: Final = 5
"""Releases that a target keeps when nobody says how many."""


class PlaceEntry(Frozen):
    """A place where the site is published: a folder, another machine, or a branch of a git repository."""

    id: Id
    """Its name on the command line: web."""
    folder: Line | None = None
    """A folder of this computer, of the target alone: /srv/plans. The web server shows current/ in it."""
    host: Annotated[Line, Field(pattern=HOST_PATTERN)] | None = None
    """Another machine, by ssh: plans@www.plans.example. Its key may do nothing but publish into one folder there."""
    repository: Line | None = None
    """A git repository for hosts of pages, by https, ssh or a folder: https://git.plans.example/plans.git"""
    branch: Annotated[Line, Field(pattern=BRANCH_PATTERN)] | None = None
    """Its branch of nothing but releases: pages."""
    keep: Annotated[
        Count,
        Field(ge=2, le=100),
        WithJsonSchema({"type": "integer", "minimum": 2, "maximum": 100}),
    ] = KEPT
    """How many releases are kept, at least 2: the one that readers see, and the one before it."""


class PlacesFile(Frozen):
    """publish.yml: where the site is published."""

    targets: Annotated[tuple[PlaceEntry, ...], Field(min_length=1)]
    """The places, in any order."""


def check_places(file: PlacesFile) -> Iterator[Finding]:
    """Ids that are given twice, and places that are none or several."""
    seen: Counter[str] = Counter(place.id for place in file.targets)
    for position, place in enumerate(file.targets):
        if seen[place.id] > 1:
            yield Finding("E481", ("targets", position, "id"), {"id": place.id})
        named = [each for each in (place.folder, place.host, place.repository) if each is not None]
        if len(named) != 1 or (place.repository is None) != (place.branch is None):
            yield Finding("E480", ("targets", position, "id"), {"id": place.id})


def read_places(root: Path) -> Mapping[str, PlaceEntry]:
    """The places by their names; none where there is no file.

    Raises:
        SettingsError: the file is wrong.
    """
    _, file, problems = read_content(root, TARGETS_FILE, PlacesFile, check_places)
    wrong = tuple(problem for problem in problems if has_errors([problem]))
    if wrong:
        raise SettingsError(problems=wrong)
    return {place.id: place for place in file.targets} if file else {}


def find_place(root: Path, name: str) -> PlaceEntry:
    """The place of a name.

    Raises:
        SettingsError: there is none, or the file is wrong.
    """
    places = read_places(root)
    if name not in places:
        values = {"id": name, "known": "、".join(places) or "—", **nearest(name, places)}
        raise SettingsError(problems=(Problem("E482", Place(TARGETS_FILE), values),))
    return places[name]
