"""The finished site on disk: a mapping from path to digest becomes files, and only what changed is touched."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from planpress.cache import ObjectStore, digest, write_atomically
from planpress.settings import Settings, SettingsError

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
        SettingsError: it is, holds or lies in a folder of sources, or is outside the project and not ours.
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


def write_site(settings: Settings, site: Mapping[str, str], store: ObjectStore) -> Written:
    """Make the site folder hold exactly these files.

    Args:
        settings: says where.
        site: digest of each file by its path below the site folder.
        store: holds the bytes of each digest.

    Returns:
        What was done. Files whose bytes are right already keep their times.
    """
    check_target(settings)
    target = settings.site_dir
    manifest_path = settings.cache_dir / "published.json"
    before = _read_manifest(manifest_path, target)
    after: dict[str, list[object]] = {}
    changed = 0
    for path, name in sorted(site.items()):
        file = target / path
        stamp = _stamp(file)
        known = before.get(path)
        right = stamp is not None and (known == [name, *stamp] or (known is None and digest(file.read_bytes()) == name))
        if not right:
            if file.is_dir():
                _remove_tree(file)
            write_atomically(file, store.get(name))
            changed += 1
            stamp = _stamp(file)
        after[path] = [name, *(stamp or ())]
    removed = _remove_others(target, set(site))
    if after != before:
        content = {"site": str(target.resolve()), "files": after}
        write_atomically(manifest_path, json.dumps(content, sort_keys=True).encode())
    return Written(changed, len(site) - changed, removed)


def _stamp(file: Path) -> tuple[int, int] | None:
    """Size and time of a file, by which a change from outside is seen; None when there is no such file."""
    try:
        status = file.stat()
    except OSError:
        return None
    return None if file.is_dir() else (status.st_size, status.st_mtime_ns)


def _read_manifest(path: Path, target: Path) -> dict[str, list[object]]:
    try:
        data = json.loads(path.read_bytes())
        if data["site"] == str(target.resolve()):
            files: dict[str, list[object]] = data["files"]
            return files
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return {}


def _remove_others(target: Path, wanted: set[str]) -> int:
    """Remove what does not belong to the site, and folders that are left empty."""
    removed = 0
    for folder, folders, files in os.walk(target, topdown=False):
        here = Path(folder)
        for name in files:
            file = here / name
            if file.relative_to(target).as_posix() not in wanted:
                file.unlink()
                removed += 1
        for name in folders:
            below = here / name
            if below.is_symlink():
                below.unlink()
                removed += 1
            elif not any(below.iterdir()):
                below.rmdir()
    return removed


def _remove_tree(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink()
    folder.rmdir()
