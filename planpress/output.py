"""The finished site on disk: a mapping from path to digest becomes files, and only what changed is touched."""

import json
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


def write_site(settings: Settings, site: Mapping[str, str], store: ObjectStore) -> Written:
    """Make the site folder hold these files, and none that an earlier build made and this one did not.

    What is in the folder and was never written by a build stays: nothing of anybody else's is ever removed.

    Args:
        settings: says where.
        site: digest of each file by its path below the site folder.
        store: holds the bytes of each digest.

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
    removed = sum(_remove(target, path) for path in sorted(set(before) - set(site), reverse=True))
    after: dict[str, list[object]] = {}
    changed = 0
    for path, name in sorted(site.items()):
        file = target / path
        stamp = _stamp(file)
        known = before.get(path)
        right = stamp is not None and (known == [name, *stamp] or (known is None and digest(file.read_bytes()) == name))
        if not right:
            write_atomically(file, store.get(name))
            changed += 1
            stamp = _stamp(file)
        after[path] = [name, *(stamp or ())]
    if after != before:
        content = {"site": str(target.resolve()), "files": after}
        write_atomically(manifest_path, json.dumps(content, sort_keys=True).encode())
    return Written(changed, len(site) - changed, removed)


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


def _stamp(file: Path) -> tuple[int, int] | None:
    """Size and time of a file, by which a change from outside is seen; None when there is no such file."""
    try:
        status = file.stat()
    except OSError:
        return None
    return None if file.is_dir() else (status.st_size, status.st_mtime_ns)


def _read_manifest(path: Path, target: Path) -> dict[str, list[object]]:
    """What the last build into this folder wrote."""
    try:
        data = json.loads(path.read_bytes())
        if data["site"] == str(target.resolve()):
            files: dict[str, list[object]] = data["files"]
            return files
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return {}


def _remove(target: Path, path: str) -> bool:
    """Remove a file that an earlier build wrote, and the folders that it leaves empty."""
    file = target / path
    if not file.is_file():
        return False
    file.unlink()
    for folder in file.parents:
        if folder == target or any(folder.iterdir()):
            break
        folder.rmdir()
    return True
