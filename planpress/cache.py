"""What earlier builds made, by the hash of everything it was made from.

Bytes lie in ``objects/`` under their own SHA-256; ``index.json`` says what each key led to. A cache that is missing,
broken or half written costs time, never correctness.
"""

import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

INDEX_VERSION: Final = 1

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


def folder_digest(folder: Path, suffixes: tuple[str, ...]) -> str:
    """Hash of the names and contents of all files with these endings below a folder."""
    hasher = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in suffixes and path.is_file()):
        content = path.read_bytes()
        hasher.update(os.fsencode(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0"))
        hasher.update(content)
    return hasher.hexdigest()


class DamagedObjectError(Exception):
    """An object of the cache does not hold what its name says: the machine lost power while it was written."""


def write_atomically(path: Path, data: bytes, writer: str = "") -> None:
    """Put a file in place whole: a reader sees the old one or the new one, nothing between.

    Args:
        path: of the file; its folder is made when it is not there.
        data: what the file shall hold.
        writer: tells apart those who may write the same file at the same time.
    """
    temporary = path.with_name(f".new-{writer}{path.name}")
    try:
        try:
            temporary.write_bytes(data)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(data)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


class ObjectStore:
    """Bytes by their digest. Safe to share between processes: an object never changes once it is there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> Path:
        """Where an object lies."""
        return self.folder.joinpath(name[:2], name[2:])

    def put(self, data: bytes) -> str:
        """Keep some bytes; return their digest."""
        name = digest(data)
        if name not in self:
            write_atomically(self.path(name), data, writer=f"{os.getpid()}-")
        return name

    def get(self, name: str) -> bytes:
        """The bytes of a digest.

        Raises:
            OSError: they are not there.
            DamagedObjectError: others are there.
        """
        data = self.path(name).read_bytes()
        if digest(data) != name:
            raise DamagedObjectError(name)
        return data

    def __contains__(self, name: str) -> bool:
        return self.path(name).exists()

    def clear(self) -> None:
        """Forget every object."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def names(self) -> frozenset[str]:
        """Every object there is."""
        return frozenset(folder[-2:] + name for folder, _, names in os.walk(self.folder) for name in names)


class Index:
    """What each key led to: a small JSON record. Keys that a build did not ask for are forgotten when it is saved."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known: Mapping[str, Any] = self._read()
        self._used: dict[str, Any] = {}

    def _read(self) -> Mapping[str, Any]:
        try:
            data = json.loads(self.path.read_bytes())
            if data["version"] == INDEX_VERSION:
                return dict(data["records"])
        except (OSError, ValueError, KeyError, TypeError):
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
        return frozenset(re.findall("[0-9a-f]{64}", json.dumps(list(self._used.values()))))

    def save(self, *, keep_unused: bool = False) -> None:
        """Write the index.

        Args:
            keep_unused: keep what this build did not ask for, because it was cut short.
        """
        records = {**self._known, **self._used} if keep_unused else self._used
        if records != self._known:
            # Keys in order, for the file's sake; records as they are, for what is made of them goes by their order.
            content = {"version": INDEX_VERSION, "records": dict(sorted(records.items()))}
            data = json.dumps(content, ensure_ascii=False)
            write_atomically(self.path, data.encode("utf-8", "surrogatepass"))
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
        store = objects(folder)
        return cls(store, Index(folder / "index.json"), store.names())

    def remembered(self, name: str, make: Callable[[], Any]) -> Any:
        """The record of a key; made and kept when no earlier build did. It must not be None."""
        record = self.index.get(name)
        if record is None:
            record = make()
            self.index.put(name, record)
        return record

    def forget_unused(self, site: Collection[str]) -> None:
        """Drop the objects that neither the site nor the index needs any more, once they are many."""
        if len(self.present) > 2 * len(site) + 1000:
            for name in self.present - self.index.digests() - set(site):
                self.store.path(name).unlink(missing_ok=True)


def objects(folder: Path) -> ObjectStore:
    """The objects of the cache in a folder."""
    return ObjectStore(folder / "objects")
