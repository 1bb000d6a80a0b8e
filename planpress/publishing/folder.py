"""A folder of this computer as a target: releases side by side, and a link to the one that readers see.

::

    releases/8/manifest.json    what it is; not served
    releases/8/site/            its files; what earlier releases have too is the same file, by a hard link
    current -> releases/8/site  what the web server shows

A release is made in a folder for work, whole and verified, then gets its name, then the link is exchanged: each a
single renaming. So a process that is killed leaves what readers see as it was, and the next one clears up.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

from planpress.cache import digest
from planpress.problems.problem import Place, Problem
from planpress.problems.settings_error import SettingsError
from planpress.publishing.manifest import Manifest, sources
from planpress.publishing.targets import TARGETS_FILE
from planpress.site.lock import Waiting, locked, this_user
from planpress.site.published import LOCK, WORK, folders_of, shown
from planpress.writing import FOLDER_FOR_ALL, write_atomically

CURRENT: Final = "current"
RELEASES: Final = "releases"
MANIFEST: Final = "manifest.json"
SITE: Final = "site"

_OURS: Final = frozenset({CURRENT, RELEASES, LOCK, WORK})


@dataclass(frozen=True, slots=True)
class Put:
    """What putting a release in place did, in numbers of files."""

    copied: int
    held: int


@dataclass(frozen=True, slots=True)
class FolderTarget:
    """Releases in a folder.

    Attributes:
        folder: of the target alone.
        keep: how many releases stay.
    """

    folder: Path
    keep: int

    @property
    def name(self) -> str:
        """Where it is, for messages."""
        return str(self.folder)

    @contextmanager
    def alone(self, waiting: Waiting, *, dry_run: bool = False) -> Iterator[None]:
        """Keep others from publishing here meanwhile, and clear up: after those who were killed, and after this one.

        Args:
            waiting: is told who is publishing here now.
            dry_run: touch nothing, and wait for nobody.

        Raises:
            SettingsError: the folder, or something in it, is not ours.
            OSError: it cannot be written to.
        """
        self._refuse_strangers()
        if dry_run:
            yield
            return
        for each in (self.folder, self.folder / RELEASES):
            _make_folder(each)
        with locked(self.folder / LOCK, this_user(), waiting):
            self._clear_up()
            try:
                yield
            except BaseException:
                with suppress(OSError):  # what went wrong may have filled the disk
                    shutil.rmtree(self.folder / WORK)
                raise
            self._clear_up()

    def releases(self) -> list[Manifest]:
        """What is there, the oldest first; the last is what readers see. Others that were never shown do not count.

        Raises:
            SettingsError: the folder is not ours, or what readers see has lost its manifest.
        """
        self._refuse_strangers()
        current = self._current() or max(self._numbers(), default=0)
        if not current:
            return []
        found = [each for number in self._numbers() if number <= current and (each := self._manifest(number))]
        if not found or found[-1].number != current:
            _refuse("E487", folder=str(self.folder), number=str(current))
        return found

    def put(self, release: Manifest, site: Path | None) -> Put:
        """Put a release in place and show it to readers.

        Args:
            release: the next one.
            site: the folder with the files that no earlier release has; None where there are none.

        Raises:
            SettingsError: a file is not what the release says.
            OSError: something cannot be written.
        """
        found = sources(release, self.releases())
        work = self.folder / WORK / str(release.number)
        _make_folder(work)
        for path in ("", *sorted(folders_of(release.digests))):
            _make_folder(work / SITE / path)
        held = 0
        for path, name in release.digests.items():
            number, old = found.held.get(path, (0, ""))
            if number and (content := _right(self._site(number) / old, name)) is not None:
                _same(self._site(number) / old, work / SITE / path, content)
                held += 1
            elif site is not None and (content := _right(site / path, name)) is not None:
                write_atomically(work / SITE / path, content, for_all=True)
            else:
                _refuse("E486" if site else "E488", path=shown(path))
            if _right(work / SITE / path, name) is None:
                _refuse("E488", path=shown(path))
        write_atomically(work / MANIFEST, release.as_json(), for_all=True)
        work.rename(self.folder / RELEASES / str(release.number))
        self._show(release.number)
        return Put(len(release.digests) - held, held)

    def _show(self, number: int) -> None:
        """Exchange the link: whoever asks before gets the old release, whoever asks after, this one."""
        link = self.folder / WORK / CURRENT
        _make_folder(link.parent)
        link.symlink_to(f"{RELEASES}/{number}/{SITE}", target_is_directory=True)
        link.replace(self.folder / CURRENT)

    def _clear_up(self) -> None:
        """Remove what was never shown, and what is too old to be kept. Only releases go, and what lies in our work."""
        work = self.folder / WORK
        with suppress(FileNotFoundError):
            shutil.rmtree(work)
        ours = [number for number in self._numbers() if self._manifest(number)]
        if ours and not self._current():  # the first one was whole, and its link came too late or was lost
            self._show(ours[-1])
        current = self._current()
        never = [number for number in ours if number > current]
        shown_once = [number for number in ours if number <= current]
        for number in (*never, *shown_once[: -self.keep]):
            _make_folder(work)
            (self.folder / RELEASES / str(number)).rename(work / str(number))  # never half of one under its name
        with suppress(FileNotFoundError):
            shutil.rmtree(work)

    def _refuse_strangers(self) -> None:
        """Refuse a folder in which anything but releases lies, unless readers see one of them already.

        Raises:
            SettingsError: it does, or something of ours is a link to elsewhere.
        """
        if self.folder.exists() and not self.folder.is_dir():
            self._refuse_folder(self.folder.name)
        for name in (RELEASES, WORK):
            if (self.folder / name).is_symlink() or (
                (self.folder / name).exists() and not (self.folder / name).is_dir()
            ):
                self._refuse_folder(name)
        if not self._current():
            strangers = _names(self.folder) - _OURS
            strangers |= {f"{RELEASES}/{name}" for name in _names(self.folder / RELEASES) if not self._is_ours(name)}
            for name in sorted(strangers):
                self._refuse_folder(name)

    def _is_ours(self, name: str) -> bool:
        return name.isascii() and name.isdigit() and self._manifest(int(name)) is not None

    def _current(self) -> int:
        """The number of the release that readers see; 0 when they see none.

        Raises:
            SettingsError: what they see is none of ours.
        """
        link = self.folder / CURRENT
        if not link.is_symlink():
            if link.exists():
                self._refuse_folder(CURRENT)
            return 0
        parts = link.readlink().as_posix().split("/")
        if len(parts) != 3 or (parts[0], parts[2]) != (RELEASES, SITE) or not _is_number(parts[1]):
            self._refuse_folder(f"{CURRENT} -> {'/'.join(parts)}")
        return int(parts[1])

    def _numbers(self) -> list[int]:
        return sorted(int(name) for name in _names(self.folder / RELEASES) if _is_number(name))

    def _manifest(self, number: int) -> Manifest | None:
        try:
            content = (self.folder / RELEASES / str(number) / MANIFEST).read_bytes()
        except OSError:
            return None
        found = Manifest.read(content)
        return found if found and found.number == number else None

    def _site(self, number: int) -> Path:
        return self.folder / RELEASES / str(number) / SITE

    def _refuse_folder(self, name: str) -> NoReturn:
        _refuse("E483", folder=str(self.folder), name=shown(name))


def _refuse(code: str, **values: str) -> NoReturn:
    raise SettingsError(problems=(Problem(code, Place(TARGETS_FILE), values),))


def _is_number(name: str) -> bool:
    return name.isascii() and name.isdigit() and name[0] != "0" and len(name) < 10


def _names(folder: Path) -> set[str]:
    try:
        return {entry.name for entry in os.scandir(folder)}
    except FileNotFoundError:
        return set()


def _right(file: Path, name: str) -> bytes | None:
    """The bytes of a file, if it holds the right ones and is one."""
    try:
        content = None if file.is_symlink() else file.read_bytes()
    except OSError:
        return None
    return content if content is not None and digest(content) == name else None


def _same(old: Path, new: Path, content: bytes) -> None:
    """Let two releases share a file; a disk that cannot do so gets another."""
    try:
        new.hardlink_to(old)
    except OSError:
        write_atomically(new, content, for_all=True)


def _make_folder(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    mode = folder.stat().st_mode
    if ~mode & FOLDER_FOR_ALL:
        folder.chmod(mode | FOLDER_FOR_ALL)
