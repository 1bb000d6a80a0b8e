"""The finished site on disk: a mapping from path to digest becomes files, and only what changed is touched."""

import json
import os
import stat
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from planpress.batches import in_batches
from planpress.cache import ObjectStore, digest, write_atomically
from planpress.settings import Settings, SettingsError

Manifest: TypeAlias = dict[str, list[object]]
"""The files of a site by their paths: digest, size and time; the digest alone of one that was about to be written."""

SOURCE_FOLDERS = ("offices", "content", "theme", "planpress", "tests", "docs", "schema", ".git")


@dataclass(frozen=True, slots=True)
class Written:
    """What writing a site did, in numbers of files."""

    changed: int
    unchanged: int
    removed: int


def check_target(settings: Settings) -> None:
    """Refuse a ``site_dir`` in which writing could destroy something that is not the site.

    Raises:
        SettingsError: it is, holds or lies in a folder of sources.
    """
    target = settings.site_dir.resolve()
    root = settings.root.resolve()
    sources = [root / name for name in SOURCE_FOLDERS]
    if target in (root, *root.parents, root / ".cache") or any(
        target == each or each in target.parents for each in sources
    ):
        raise SettingsError(
            f"site_dir（{settings.site_dir}）不可是專案資料夾，也不可在原始檔所在之處。"
            " / site_dir must not be the project's folder, nor lie in a folder of sources."
        )


def write_site(
    settings: Settings, site: Mapping[str, str], store: ObjectStore, executor: Executor | None = None
) -> Written:
    """Make the site folder hold these files, and none that an earlier build made and this one did not.

    What is in the folder and was never written by a build stays: nothing of anybody else's is ever removed.

    Args:
        settings: says where.
        site: digest of each file by its path below the site folder.
        store: holds the bytes of each digest.
        executor: writes the files; None does it here.

    Returns:
        What was done. Files whose bytes are right already keep their times.

    Raises:
        SettingsError: the folder must not be written to.
    """
    check_target(settings)
    target = settings.site_dir
    manifest_path = _manifest(settings)
    before = _read_manifest(manifest_path, target)
    if not before:
        _refuse_strangers(target, site)
    gone = set(before) - set(site)
    right = {path: entry for path, name in site.items() if (entry := _entry_if_right(target, path, name, before))}
    wrong = {path: name for path, name in sorted(site.items()) if path not in right}
    if wrong:
        # Said before it is done: what a build that is cut short leaves behind belongs to the next one.
        _write_manifest(manifest_path, target, before | {path: [name] for path, name in wrong.items()})
    removed = sum(_remove(target, path) for path in sorted(gone, reverse=True))
    written = in_batches(executor, partial(_write_files, target, store), tuple(wrong.items()), size=64)
    after = right | dict(chain.from_iterable(written))
    if after != before:
        _write_manifest(manifest_path, target, after)
    return Written(len(wrong), len(right), removed)


def _refuse_strangers(target: Path, site: Mapping[str, str]) -> None:
    """Refuse a folder that no build has written to and that holds anything but what this site has."""
    ours = {path.partition("/")[0] for path in site}
    strangers = sorted(entry.name for entry in target.iterdir() if entry.name not in ours) if target.is_dir() else []
    if strangers:
        raise SettingsError(
            f"site_dir（{target}）內有不屬於網站的檔案（{strangers[0]}），請改用空的資料夾。"
            f" / site_dir ({target}) holds something that is not the site ({strangers[0]}); choose an empty folder."
        )


def written_before(settings: Settings) -> dict[str, str]:
    """The digest of every file that the last build into this folder wrote, by its path."""
    return {path: str(entry[0]) for path, entry in _read_manifest(_manifest(settings), settings.site_dir).items()}


def _manifest(settings: Settings) -> Path:
    return settings.cache_dir / "published.json"


def _write_files(target: Path, store: ObjectStore, files: Sequence[tuple[str, str]]) -> list[tuple[str, list[object]]]:
    """Write some files; return what the manifest shall say of each."""
    for path, name in files:
        write_atomically(target / path, store.get(name))
    return [(path, [name, *(_stamp(f"{target}/{path}") or ())]) for path, name in files]


def _entry_if_right(target: Path, path: str, name: str, before: Manifest) -> list[object] | None:
    """What the manifest shall say of a file that holds the right bytes already; None if it does not."""
    stamp = _stamp(f"{target}/{path}")
    if stamp is None:
        return None
    entry: list[object] = [name, *stamp]
    known = before.get(path)
    return entry if known == entry or (known is None and digest((target / path).read_bytes()) == name) else None


def _stamp(file: str) -> tuple[int, int] | None:
    """Size and time of a file, by which a change from outside is seen; None when there is no such file."""
    try:
        status = os.stat(file)  # noqa: PTH116 - of thousands of files, a Path each would cost more than the asking
    except OSError:
        return None
    return None if stat.S_ISDIR(status.st_mode) else (status.st_size, status.st_mtime_ns)


def _write_manifest(path: Path, target: Path, files: Manifest) -> None:
    content = {"site": str(target.resolve()), "files": files}
    write_atomically(path, json.dumps(content, sort_keys=True).encode())


def _read_manifest(path: Path, target: Path) -> Manifest:
    """What the last build into this folder wrote."""
    try:
        data = json.loads(path.read_bytes())
        if data["site"] == str(target.resolve()):
            files: Manifest = data["files"]
            return files
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return {}


def _remove(target: Path, path: str) -> bool:
    """Remove a file that an earlier build wrote, and the folders that it leaves empty."""
    file = target / path
    file.with_name(f".new-{file.name}").unlink(missing_ok=True)  # of a build that was cut short
    if not file.is_file():
        return False
    file.unlink()
    for folder in file.parents:
        if folder == target or any(folder.iterdir()):
            break
        folder.rmdir()
    return True
