"""What the next release of a target would be, and whether it may be shown; the steps of publishing and going back."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Protocol

from planpress.addresses import address_of
from planpress.problems.problem import Place, Problem
from planpress.problems.settings_error import SettingsError
from planpress.publishing.anchors import lost_anchors, plan_anchors
from planpress.publishing.branch import BranchTarget
from planpress.publishing.comparing import Counted, Difference, Fewer, difference, fewer
from planpress.publishing.folder import FolderTarget, Put
from planpress.publishing.lasting import Lost, fates, lost
from planpress.publishing.manifest import Fate, Manifest, Origin, following
from planpress.publishing.remote import RemoteTarget
from planpress.publishing.server_site import ServedSite
from planpress.publishing.targets import TARGETS_FILE, find_place
from planpress.settings import Settings
from planpress.site.lock import Waiting
from planpress.site.published import read_list
from planpress.source.content.redirects import REDIRECTS_FILE
from planpress.source.history import checked_out

OTHER_SITE: Final = "site=1"
"""What is typed to accept that a target gets a site of another address."""
ACCEPTED: Final = re.compile(f"(?:{'|'.join((*Counted, 'addresses', 'anchors'))})=[0-9]+|{OTHER_SITE}")
"""Whatever may be typed to accept something."""
SHOWN: Final = 5
"""How many names of what is fewer a message shows."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """The release that would be next.

    Attributes:
        release: itself.
        differs: from the one that readers see.
        problems: what must be accepted before it is shown.
    """

    release: Manifest
    differs: Difference
    problems: tuple[Problem, ...] = ()


class Target(Protocol):
    """Where releases are kept, and one of them shown: a folder here, one of another machine, a branch."""

    @property
    def name(self) -> str:
        """Where it is, for messages."""

    def alone(self, waiting: Waiting, *, dry_run: bool = False) -> AbstractContextManager[None]:
        """Keep others from publishing here meanwhile; a dry run touches nothing."""

    def releases(self) -> list[Manifest]:
        """What is there, the oldest first; the last is what readers see."""

    def put(self, release: Manifest, site: Path | None) -> Put:
        """Put a release in place, with what earlier ones lack from a folder, and show it to readers."""


def open_target(root: Path, name: str) -> Target:
    """The target of a name; nothing of it is touched yet.

    Raises:
        SettingsError: there is none, or it would be in the project.
    """
    place = find_place(root, name)
    own = root / ".cache" / "publish" / place.id
    if place.host is not None:
        return RemoteTarget(place.host, place.keep, own.with_suffix(".lock"))
    if place.repository is not None and place.branch is not None:
        at = root / place.repository
        repository = str(at.resolve()) if at.is_dir() else place.repository
        return BranchTarget(repository, place.branch, place.keep, own.with_suffix(".git"))
    folder = (root / (place.folder or "")).resolve()
    if folder.is_relative_to(root.resolve()) or root.resolve().is_relative_to(folder):
        raise SettingsError(problems=(Problem("E484", Place(TARGETS_FILE), {"folder": str(folder)}),))
    return FolderTarget(folder, place.keep)


def origin_of(root: Path, now: datetime) -> Origin:
    """Where what is built of a project now comes from."""
    commit, is_changed = checked_out(root)
    return Origin(made=now, commit=commit, is_changed=is_changed)


def propose(
    settings: Settings, origin: Origin, earlier: Sequence[Manifest], accepted: Iterable[str], served: ServedSite
) -> Proposal:
    """The release that the site as it was built would be.

    Args:
        settings: say where the site is.
        origin: of the site.
        earlier: releases of the target, the one that readers see last.
        accepted: what may be fewer, as :attr:`planpress.publishing.comparing.Fewer.accepting` has it, and how many
            addresses may be lost; :data:`OTHER_SITE` for a site of another address.
        served: what of the site was moved or withdrawn.
    """
    files, site = read_list(settings.site_dir) or {}, settings.site_dir
    if not earlier:
        anchors = plan_anchors(site, files, {}, {})
        return Proposal(following(files, settings.site_url, origin, [], anchors=anchors), difference({}, files))
    last, may = earlier[-1], set(accepted)
    less = fewer(last.files, files)
    # What is told as fewer, or accepted as such, is not told once more address by address.
    former = fates(last, files, served.moved, served.gone, less)
    gone = lost(former)
    accepting = f"addresses={sum(len(each.paths) for each in gone)}"
    problems = [Problem("E485", Place(site.name), _told(each)) for each in less if each.accepting not in may]
    if accepting not in may:
        problems += (_lost(each, accepting) for each in gone)
    problems = [*other_site(settings, earlier, may), *problems]
    anchors = plan_anchors(site, files, last.files, last.anchors)
    problems += _without_anchors(list(lost_anchors(last.anchors, anchors, served.moved)), may)
    settled = {path: Fate.GIVEN_UP if said is Fate.MISSING else said for path, said in former.items()}
    release = following(files, settings.site_url, origin, earlier, None, settled, anchors)
    return Proposal(release, difference(last.files, files), tuple(problems))


def other_site(settings: Settings, earlier: Sequence[Manifest], accepted: Collection[str]) -> Iterator[Problem]:
    """Whether a target has the site of another address; known before anything is built.

    Args:
        settings: of the site that is to be published.
        earlier: releases of the target, the one that readers see last.
        accepted: :data:`OTHER_SITE` where that is meant.
    """
    if earlier and settings.site_url != earlier[-1].site_url and OTHER_SITE not in accepted:
        values = {"url": settings.site_url, "other": earlier[-1].site_url, "accepting": OTHER_SITE}
        yield Problem("E494", Place(settings.file), values)


def _lost(each: Lost, accepting: str) -> Problem:
    values = {"address": f"/{each.address}", "number": str(len(each.paths)), "accepting": accepting}
    return Problem("E465", Place(REDIRECTS_FILE), values)


def _without_anchors(gone: Sequence[tuple[str, Sequence[str]]], may: Collection[str]) -> Iterator[Problem]:
    accepting = f"anchors={sum(len(anchors) for _, anchors in gone)}"
    for address, anchors in gone if accepting not in may else ():
        names = "、".join(anchors[:SHOWN]) + ("、…" if len(anchors) > SHOWN else "")
        values = {"address": f"/{address}", "number": str(len(anchors)), "names": names, "accepting": accepting}
        yield Problem("E466", Place(f"offices/{address}addresses.txt"), values)


def _told(lost: Fewer) -> dict[str, str]:
    names = "、".join(lost.names[:SHOWN]) + ("、…" if len(lost.names) > SHOWN else "")
    return {"kind": lost.kind, "number": str(len(lost.names)), "names": names, "accepting": lost.accepting}


def bring_back(earlier: Sequence[Manifest], number: int | None, now: datetime) -> Proposal:
    """The release that shows again what an earlier one showed. Readers' open pages keep what they name.

    Args:
        earlier: releases of the target, the one that readers see last.
        number: of the release to bring back; None for what was shown before the present one.
        now: when it is brought back.

    Raises:
        SettingsError: there is no such release, or it shows what was withdrawn since.
    """
    if not earlier[1:]:
        raise SettingsError(problems=(Problem("E495", Place(TARGETS_FILE)),))
    wanted = find_release(earlier[:-1], earlier[-2].number if number is None else number)
    withdrawn = [path for path, said in earlier[-1].former.items() if said is Fate.WITHDRAWN and path in wanted.files]
    if withdrawn:
        values = {
            "release": str(wanted.number),
            "address": f"/{address_of(withdrawn[0])}",
            "number": str(len(withdrawn)),
        }
        raise SettingsError(problems=(Problem("E496", Place(TARGETS_FILE), values),))
    origin = wanted.origin.model_copy(update={"made": now})
    former = fates(earlier[-1], wanted.files) | dict(wanted.former)
    number = wanted.copy_of or wanted.number
    release = following(wanted.files, wanted.site_url, origin, earlier, number, former, wanted.anchors)
    return Proposal(release, difference(earlier[-1].files, release.files))


def find_release(known: Sequence[Manifest], number: int) -> Manifest:
    """The release of a number.

    Raises:
        SettingsError: there is none.
    """
    for each in known:
        if each.number == number:
            return each
    values = {"number": str(number), "known": "、".join(str(each.number) for each in known) or "—"}
    raise SettingsError(problems=(Problem("E489", Place(TARGETS_FILE), values),))
