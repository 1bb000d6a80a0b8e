"""What earlier builds made, by the hash of everything it was made from.

Bytes lie in ``objects/`` under their own SHA-256; ``index.json`` says what each key led to, after a digest of its own.
A cache that is missing, broken or half written costs time, never correctness: what cannot be trusted is made anew, and
what stands in its way is removed.
"""

import hashlib
import json
import os
import re
import shutil
import stat
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from errno import EIO
from pathlib import Path
from typing import Any, Final, TypeVar

from planpress.writing import clear_for_folder, write_clearing

INDEX_VERSION: Final = 2

WORK: Final = "new"
"""Folder of the cache in which its files are written before they are put in place."""

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")

Result = TypeVar("Result")

_AS_JSON: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=str)


def digest(data: bytes) -> str:
    """SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def key(*parts: object) -> str:
    """One key for everything that an artifact depends on. Parts are told apart, whatever they contain."""
    hasher = hashlib.sha256()
    for part in parts:
        is_text = isinstance(part, str)
        data = (part if isinstance(part, str) else _AS_JSON.encode(part)).encode("utf-8", "surrogatepass")
        hasher.update(b"%s%d:" % (b"text" if is_text else b"json", len(data)))
        hasher.update(data)
    return hasher.hexdigest()


def folder_digest(folder: Path, without: Collection[str] = ()) -> str:
    """Hash of the names and contents of all files below a folder.

    Args:
        folder: need not be there.
        without: names of folders that do not count. Nor does what editors and the system leave behind: hidden files,
            copies that end in ``~``, compiled Python.
    """
    hasher = hashlib.sha256()
    for path in sorted(_files(folder, frozenset(without))):
        content = path.read_bytes()
        hasher.update(path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape"))
        hasher.update(b"\0%d\0" % len(content))
        hasher.update(content)
    return hasher.hexdigest()


def _files(folder: Path, without: Collection[str]) -> Iterator[Path]:
    seen: set[tuple[int, int]] = set()
    for place, folders, names in os.walk(folder, followlinks=True):
        status = Path(place).stat()
        if (status.st_dev, status.st_ino) in seen:  # a link that leads to where it lies
            folders.clear()
            continue
        seen.add((status.st_dev, status.st_ino))
        folders[:] = sorted(name for name in folders if name not in without and not _is_left_behind(name))
        yield from (path for name in names if not _is_left_behind(name) and (path := Path(place, name)).is_file())


def _is_left_behind(name: str) -> bool:
    return name.startswith(".") or name.endswith("~") or name == "__pycache__"


def sealed(data: bytes) -> bytes:
    """Some bytes with their digest, by which damage is noticed."""
    return digest(data).encode() + b"\n" + data


def unsealed(content: bytes) -> bytes | None:
    """What was sealed; None when it is not whole."""
    seal, _, data = content.partition(b"\n")
    return data if seal == digest(data).encode() else None


class DamagedObjectError(OSError):
    """An object of the cache cannot be had, or does not hold what its name says."""


class ObjectStore:
    """Bytes by their digest. Safe to share between processes: an object never changes once it is there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.work = folder.with_name(WORK)

    def path(self, name: str) -> Path:
        """Where an object lies."""
        return self.folder.joinpath(name[:2], name[2:])

    def put(self, data: bytes) -> str:
        """Keep some bytes; return their digest."""
        name = digest(data)
        if name not in self:
            write_clearing(self.path(name), data, self.folder, work=self.work)
        return name

    def get(self, name: str) -> bytes:
        """The bytes of a digest.

        Raises:
            DamagedObjectError: they are not there, or others are.
        """
        path = self.path(name)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise DamagedObjectError(error.errno, error.strerror, str(path)) from error
        if digest(data) != name:
            raise DamagedObjectError(EIO, "damaged", str(path))
        return data

    def __contains__(self, name: str) -> bool:
        try:
            return stat.S_ISREG(self.path(name).lstat().st_mode)
        except OSError:
            return False

    def clear(self) -> None:
        """Forget every object."""
        with suppress(OSError):
            clear_for_folder(self.folder)
        shutil.rmtree(self.folder, ignore_errors=True)

    def names(self) -> frozenset[str]:
        """Every object there is."""
        found = (
            folder.name + entry.name
            for folder in _entries(self.folder)
            if folder.is_dir(follow_symlinks=False)
            for entry in _entries(folder.path)
            if entry.is_file(follow_symlinks=False)
        )
        return frozenset(filter(_DIGEST.fullmatch, found))


def _entries(folder: Path | str) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


class Index:
    """What each key led to: a small JSON record. Keys that a build did not ask for are forgotten when it is saved."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known: Mapping[str, Any] = self._read()
        self._used: dict[str, Any] = {}

    def _read(self) -> Mapping[str, Any]:
        try:
            data = json.loads(unsealed(self.path.read_bytes()) or b"")
            if data["version"] == INDEX_VERSION:
                return dict(data["records"])
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            pass
        return {}

    def get(self, key: str) -> Any | None:
        """The record of a key, if an earlier build or this one made it."""
        if key in self._used:
            return self._used[key]
        record = self._known.get(key)
        if record is not None:
            self._used[key] = record
        return record

    def put(self, key: str, record: Any) -> None:
        """Remember the record of a key."""
        self._used[key] = record

    def digests(self) -> frozenset[str]:
        """Every digest that a record of this build mentions."""
        return frozenset(_DIGEST.findall(json.dumps(list(self._used.values()))))

    def save(self, *, keep_unused: bool = False) -> None:
        """Write the index.

        Args:
            keep_unused: keep what this build did not ask for, because it was cut short.
        """
        records = {**self._known, **self._used} if keep_unused else self._used
        if records != self._known:
            # Keys in order, for the file's sake; records as they are, for what is made of them goes by their order.
            content = {"version": INDEX_VERSION, "records": dict(sorted(records.items()))}
            data = json.dumps(content, ensure_ascii=False).encode("utf-8", "surrogatepass")
            write_clearing(self.path, sealed(data), self.path.parent)
            self._known = dict(records)


@dataclass(frozen=True, slots=True)
class Cache:
    """What earlier builds made, as one build finds it.

    Attributes:
        store: the bytes of everything.
        index: what each key led to.
        present: every object that was there when the build began.
    """

    store: ObjectStore
    index: Index
    present: frozenset[str]

    @classmethod
    def open(cls, folder: Path) -> "Cache":
        """The cache in a folder, which need not be there yet."""
        for each in (folder / "objects", folder / WORK):
            clear_for_folder(each)
        for entry in _entries(folder / WORK):  # of builds that were killed
            with suppress(OSError):
                Path(entry.path).unlink()
        store = objects(folder)
        return cls(store, Index(folder / "index.json"), store.names())

    def recalled(self, name: str, read: Callable[[Any], Result | None]) -> Result | None:
        """What the record of a key tells.

        Args:
            name: the key.
            read: makes something of the record; None when that is not all there.

        Returns:
            What was read; None when there is no record, or none of the expected shape.
        """
        record = self.index.get(name)
        if record is None:
            return None
        try:
            return read(record)
        except (ValueError, TypeError, LookupError, AttributeError):
            return None

    def remembered(self, name: str, make: Callable[[], Any], read: Callable[[Any], Result]) -> Result:
        """What the record of a key tells; made and kept when no earlier build did, or it cannot be read."""
        found = self.recalled(name, lambda record: (read(record),))
        if found is None:
            record = make()
            self.index.put(name, record)
            return read(record)
        return found[0]

    def forget_unused(self, site: Collection[str], *, at_once: bool = False) -> None:
        """Drop the objects that neither the site nor the index needs any more, once they are many, or at once.

        Of what is needed there are two to three objects for each file of the site.
        """
        if at_once or len(self.present) > 4 * len(site) + 1000:
            for name in self.present - self.index.digests() - set(site):
                with suppress(OSError):
                    self.store.path(name).unlink()


def objects(folder: Path) -> ObjectStore:
    """The objects of the cache in a folder."""
    return ObjectStore(folder / "objects")


def make_cache_folder(folder: Path) -> None:
    """Make the folder of a cache, whatever stands in its place. The one around it may be a link to another disk."""
    around = folder.parent
    if not around.is_dir():
        clear_for_folder(around)
    clear_for_folder(folder)
    folder.mkdir(parents=True, exist_ok=True)
