"""A release by its account: which files it has, by their digests, and where it comes from."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, Field, ValidationError

from planpress import addresses
from planpress.model.base import Frozen
from planpress.publishing.comparing import withdrawn
from planpress.site.published import is_entry
from planpress.source.values.scalars import SHA256_PATTERN

CARRIED_FOR: Final = timedelta(days=30)
"""How long what only earlier pages name stays: longer than anybody leaves a page open, or a cache keeps one."""

_DIGESTED: Final = re.compile(r"(assets|search)/[^/]*-[0-9a-f]{8}[./].+")
"""Paths that carry a digest of what is there: they never come to mean something else."""

Digest = Annotated[str, Field(pattern=SHA256_PATTERN)]


def _plain(path: str) -> str:
    if not is_entry(path, "") or not path.isprintable():
        raise ValueError("path")
    return path


SitePath = Annotated[str, AfterValidator(_plain)]
"""A path below the site's folder, with ``/``, and never out of it."""


class Carried(Frozen):
    """A file that no page of a release names, kept for pages of earlier ones."""

    digest: Digest
    until: datetime


class Origin(Frozen):
    """Where a release comes from. It stands here and on no page: the same data give the same pages."""

    made: datetime
    """When it was published, in UTC."""
    commit: str = Field(default="", pattern=r"^([0-9a-f]{7,64})?$")
    """The commit of the project that was built; empty without git."""
    is_changed: bool = False
    """Whether files had been changed since that commit."""


class Fate(StrEnum):
    """What became of an address that earlier releases had."""

    MOVED = "moved"
    """It leads on."""
    WITHDRAWN = "withdrawn"
    """A page says that its plan was withdrawn."""
    GIVEN_UP = "given-up"
    """Somebody has accepted that it is lost."""
    MISSING = "missing"
    """Nothing; so it is after going back to a release that did not have it yet, until the next one is published."""


class Manifest(Frozen):
    """What a release is. A release never changes, and its manifest lies beside its files, where nobody serves it."""

    format: Literal[1] = 1
    number: int = Field(ge=1)
    """Counts the releases of a target; whatever readers see has the highest."""
    site_url: str
    origin: Origin
    copy_of: int | None = None
    """The number of the release that this one brings back."""
    files: Mapping[SitePath, Digest]
    """Digest (SHA-256) of each file of the site, by its path."""
    carried: Mapping[SitePath, Carried] = {}
    """What stays for pages of earlier releases."""
    former: Mapping[SitePath, Fate] = {}
    """What earlier releases had and this one has not: with ``files``, every address ever published."""
    anchors: Mapping[SitePath, tuple[str, ...]] = {}
    """What addresses of rows end with, by the page of their plan."""

    @property
    def digests(self) -> dict[str, str]:
        """The digest of everything that is there, by its path."""
        return {path: each.digest for path, each in self.carried.items()} | dict(self.files)

    def anew(self) -> Self:
        """The same with nothing but its own files: what is kept of earlier ones may have been changed over there."""
        return self.model_copy(update={"carried": {}})

    def as_json(self) -> bytes:
        """As a file."""
        return f"{self.model_dump_json(indent=1)}\n".encode()

    @classmethod
    def read(cls, content: bytes) -> Self | None:
        """From a file; None when it is no manifest. Nobody vouches for it, but every path in it is below the site."""
        try:
            return cls.model_validate_json(content)
        except (ValidationError, RecursionError):
            return None


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the files of a release come from.

    Attributes:
        held: by path, the number of an earlier release and the path at which it has the same bytes.
        new: paths of what only the site that was built has.
    """

    held: Mapping[str, tuple[int, str]]
    new: tuple[str, ...]


def following(
    files: Mapping[str, str],
    site_url: str,
    origin: Origin,
    earlier: Sequence[Manifest],
    copy_of: int | None = None,
    former: Mapping[str, Fate] = MappingProxyType({}),
    anchors: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> Manifest:
    """The release that comes after others.

    Args:
        files: digest of each file of the site, by its path.
        site_url: address of the home page.
        origin: of these files.
        earlier: the releases that are there, the one that readers see last.
        copy_of: the number of the release whose files these are, if they are.
        former: what became of the addresses of earlier releases that this one has not.
        anchors: what addresses of rows end with, by the page of their plan.
    """
    carried: dict[str, Carried] = {}
    if earlier:
        last = earlier[-1]
        carried = {path: each for path, each in last.carried.items() if each.until > origin.made}
        until = origin.made + CARRIED_FOR
        carried |= {path: Carried(digest=name, until=until) for path, name in last.files.items() if is_digested(path)}
        if withdrawn(last.files, files):  # whose words are in the search files of earlier releases
            carried = {path: each for path, each in carried.items() if not path.startswith(addresses.SEARCH)}
    return Manifest(
        number=earlier[-1].number + 1 if earlier else 1,
        site_url=site_url,
        origin=origin,
        copy_of=copy_of,
        files=dict(sorted(files.items())),
        carried={path: carried[path] for path in sorted(carried.keys() - files.keys())},
        former=former,
        anchors=anchors,
    )


def is_digested(path: str) -> bool:
    """Whether a path names its bytes for ever, so that it may stay when no page of a release names it."""
    return _DIGESTED.fullmatch(path) is not None


def sources(release: Manifest, earlier: Sequence[Manifest]) -> Sources:
    """What of a release is there already, wherever it is, and what must be copied."""
    holders = {name: (each.number, path) for each in earlier for path, name in each.digests.items()}
    digests = release.digests
    return Sources(
        {path: holders[name] for path, name in digests.items() if name in holders},
        tuple(path for path, name in digests.items() if name not in holders),
    )
