"""The finished site on disk: a mapping from path to digest becomes files, and only what changed is touched.

A build may be killed at any moment, so the order counts: what pages name, then pages, then what goes, pages first.
Whatever page is on the disk meanwhile names only what is there.
"""

import json
import os
import shutil
import stat
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from planpress.cache import ObjectStore, digest, sealed, unsealed
from planpress.problems.settings_error import SettingsError
from planpress.settings import Settings
from planpress.site.executor import in_batches
from planpress.site.lock import Waiting, locked, this_process
from planpress.site.published import LIST, LOCK, OWN, WORK, files_below, folders_of, read_list, shown, write_list
from planpress.writing import FILE_FOR_ALL, FOLDER_FOR_ALL, clear_for_folder, write_atomically, write_clearing

Stamps: TypeAlias = dict[str, list[object]]
"""Digest, size and times of files by their paths, by which one need not be read to know that it is right."""

SOURCE_FOLDERS = ("offices", "content", "theme", "planpress", "tests", "docs", "schema", ".git")
PREVIEW = "preview-site"
"""How the folders in ``.cache`` begin in which previews have their pages."""


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
    sources = [(folder / name).resolve() for folder in (root, settings.house) for name in SOURCE_FOLDERS]
    caches = (root / ".cache").resolve()
    kept = target.relative_to(caches).parts[:1] if target.is_relative_to(caches) else (PREVIEW,)
    is_among_caches = not "".join(kept).startswith(PREVIEW)
    if (
        target in (root, *root.parents)
        or is_among_caches
        or any(target == each or each in target.parents for each in sources)
    ):
        raise SettingsError(
            f"site_dir（{settings.site_dir}）不可是專案資料夾，也不可在原始檔所在之處。"
            " / site_dir must not be the project's folder, nor lie in a folder of sources."
        )


def write_site(
    settings: Settings,
    site: Mapping[str, str],
    store: ObjectStore,
    executor: Executor | None = None,
    *,
    adding: bool = False,
    waiting: Waiting = lambda holder: None,
) -> Written:
    """Make the site folder hold these files, and none that an earlier build made and this one did not.

    What is in the folder and was never written by a build stays: nothing of anybody else's is ever removed. What a
    build wrote goes with its plan, also where somebody has changed it since: what is withdrawn is not public.

    Args:
        settings: says where.
        site: digest of each file by its path below the site folder.
        store: holds the bytes of each digest.
        executor: writes the files; None does it here.
        adding: leave what earlier builds made.
        waiting: is told of another build that writes into the folder.

    Returns:
        What was done. Files whose bytes are right already keep their times.

    Raises:
        SettingsError: the folder must not be written to.
    """
    check_target(settings)
    for_all = not settings.preview  # which shows drafts
    if settings.preview:
        clear_for_folder(settings.site_dir)  # a link could lead to the site, where drafts must not come
    _make_folder(settings.site_dir, for_all)
    with locked(settings.site_dir / LOCK, this_process(), waiting):
        return _write(settings, site, store, executor, adding, for_all)


def _write(
    settings: Settings,
    site: Mapping[str, str],
    store: ObjectStore,
    executor: Executor | None,
    adding: bool,
    for_all: bool,
) -> Written:
    target = settings.site_dir
    listed = read_list(target)
    if listed is None:
        _refuse_strangers(target, site)
    before = listed or {}
    known = _read_stamps(settings)
    missing = _missing_folders(target, site, before, for_all)
    there = [path for path in site if path.rpartition("/")[0] not in missing]
    stamps = {path: _stamp_if_right(target, path, site[path], known.get(path), for_all) for path in there}
    right = {path: stamp for path, stamp in stamps.items() if stamp is not None}
    wrong = {path: name for path, name in site.items() if path not in right}
    in_the_way = _folders_in_the_way(target, [path for path in there if path in wrong], before)
    gone = [] if adding else sorted(before.keys() - site.keys(), key=_order_of_going)
    after = before | dict(site) if adding else dict(site)

    _clean_work(target)
    if wrong or gone:
        # Said before it is done: what a build that is cut short leaves behind belongs to the next one.
        _write_list(target, before | wrong, listed, for_all)
    for path in in_the_way:
        shutil.rmtree(target / path)
    for path in sorted(missing):
        clear_for_folder(target / path)
        _make_folder(target / path, for_all)
    write = partial(_write_files, target, store, for_all)
    for phase in _phases(wrong, before):
        # To the end, before the next: a page must not be there before the last of what it names.
        right |= chain.from_iterable(in_batches(executor, write, phase, size=64))
    removed = sum(_remove(target, path) for path in gone)
    _write_list(target, after, read_list(target), for_all)
    _clean_work(target)
    _write_stamps(settings, known | right if adding else right, known)
    return Written(len(wrong), len(site) - len(wrong), removed)


def _refuse_strangers(target: Path, site: Mapping[str, str]) -> None:
    """Refuse a folder of unknown origin that holds anything but what this site has: it may be somebody's, or public."""
    strangers = (path for path in files_below(target) if path.partition("/")[0] not in OWN and path not in site)
    for path in strangers:
        raise SettingsError(
            f"site_dir（{target}）內有不屬於網站的檔案（{shown(path)}），也沒有先前建置的清單可查。請移走，或改用空的資料夾。"
            f" / site_dir ({target}) holds something that is not the site ({shown(path)}), and no list of an earlier"
            " build; move it away, or choose an empty folder."
        )


def _missing_folders(target: Path, site: Mapping[str, str], before: Mapping[str, str], for_all: bool) -> set[str]:
    """The folders of a site that are not there yet, or are links or files where an earlier build had a folder.

    Raises:
        SettingsError: a file or link stands there that has nothing to do with the site.
    """
    ours = folders_of(before) | before.keys()
    missing: set[str] = set()
    for folder in sorted(folders_of(site)):
        status = None if folder.rpartition("/")[0] in missing else _status(f"{target}/{folder}")
        if status is None:
            missing.add(folder)
        elif not stat.S_ISDIR(status.st_mode):
            if folder not in ours:
                raise _in_the_way(folder)
            missing.add(folder)
        elif for_all and ~status.st_mode & FOLDER_FOR_ALL and os.name != "nt":
            with suppress(PermissionError):
                (target / folder).chmod(status.st_mode | FOLDER_FOR_ALL)
    return missing


def _folders_in_the_way(target: Path, paths: Iterable[str], before: Mapping[str, str]) -> list[str]:
    """The folders that stand where a file of the site goes, and hold nothing that no build wrote.

    Raises:
        SettingsError: one holds something else.
    """
    found = [path for path in paths if (status := _status(f"{target}/{path}")) and stat.S_ISDIR(status.st_mode)]
    for path in found:
        if any(f"{path}/{inside}" not in before for inside in files_below(target / path)):
            raise _in_the_way(path)
    return found


def _in_the_way(path: str) -> SettingsError:
    return SettingsError(
        f"site_dir 內的 {shown(path)} 不是先前建置所寫，卻占用網站檔案的位置，請移走後再建置。"
        f" / {shown(path)} in site_dir stands where the site has something else, and no build wrote it; move it away."
    )


def _phases(wrong: Mapping[str, str], before: Mapping[str, str]) -> Iterable[Sequence[tuple[str, str]]]:
    """What pages name; then pages that lead to others only once these are there."""
    phases: tuple[list[tuple[str, str]], ...] = ([], [], [])
    for path, name in sorted(wrong.items()):
        is_page = path.endswith(".html")
        phases[2 if path == "sitemap.xml" or (is_page and path in before) else int(is_page)].append((path, name))
    return phases


def _order_of_going(path: str) -> tuple[bool, str]:
    return (not path.endswith(".html"), path)


def _make_folder(folder: Path, for_all: bool) -> None:
    try:
        folder.mkdir(parents=True)
    except FileExistsError:
        if not folder.is_dir():
            raise
    else:
        if for_all:
            folder.chmod(folder.stat().st_mode | FOLDER_FOR_ALL)


def _clean_work(target: Path) -> None:
    """Remove the folder for new files, with what builds that were killed left in it."""
    work = target / WORK
    with suppress(OSError):
        clear_for_folder(work)
        for file in work.iterdir():
            file.unlink()
        work.rmdir()


def _write_list(target: Path, files: Mapping[str, str], listed: Mapping[str, str] | None, for_all: bool) -> None:
    if files != listed:
        with suppress(OSError):
            (target / LIST).rmdir()
        write_list(target, files, for_all=for_all)


def _write_files(
    target: Path, store: ObjectStore, for_all: bool, files: Sequence[tuple[str, str]]
) -> list[tuple[str, list[object]]]:
    """Write some files; return the stamp of each."""
    for path, name in files:
        write_atomically(target / path, store.get(name), work=target / WORK, for_all=for_all)
    return [(path, [name, *(_stamp(f"{target}/{path}", for_all) or ())]) for path, name in files]


def _remove(target: Path, path: str) -> bool:
    """Remove a file that an earlier build wrote, and the folders that it leaves empty. No link is followed."""
    folders = sorted(folders_of([path]))
    for folder in folders:
        if (target / folder).is_symlink():
            (target / folder).unlink()
    file = target / path
    is_file = file.is_symlink() or file.is_file()
    if is_file:
        file.unlink()
    for each in (path, *reversed(folders)):
        with suppress(OSError):
            (target / each).rmdir()
    return is_file


# Stamps


def _status(file: str) -> os.stat_result | None:
    """Of a file itself, not of what a link leads to; None when there is none."""
    try:
        return os.lstat(file)  # of thousands of files, a Path each would cost more than the asking
    except OSError:
        return None


def _stamp(file: str, for_all: bool) -> list[object] | None:
    """Size and times of a file, by which a change from outside is seen; None when it is not as we write one."""
    status = _status(file)
    if status is None or not stat.S_ISREG(status.st_mode):
        return None
    if for_all and ~status.st_mode & FILE_FOR_ALL and os.name != "nt":
        return None
    return [status.st_size, status.st_mtime_ns, status.st_ctime_ns]


def _stamp_if_right(
    target: Path, path: str, name: str, known: list[object] | None, for_all: bool
) -> list[object] | None:
    """Digest and stamp of a file that holds the right bytes already; None if it does not."""
    stamp = _stamp(f"{target}/{path}", for_all)
    if stamp is None:
        return None
    if known is not None and known[1:] == stamp:
        return known if known[0] == name else None
    try:
        return [name, *stamp] if digest((target / path).read_bytes()) == name else None
    except OSError:
        return None


def _stamps_file(settings: Settings) -> Path:
    return settings.cache_dir / "published.json"


def _write_stamps(settings: Settings, stamps: Stamps, known: Stamps) -> None:
    if stamps != known:
        content = {"site": str(settings.site_dir.resolve()), "files": stamps}
        path = _stamps_file(settings)
        write_clearing(path, sealed(json.dumps(content, sort_keys=True).encode()), path.parent)


def _read_stamps(settings: Settings) -> Stamps:
    """Of the files that the last build into this folder wrote."""
    try:
        data = json.loads(unsealed(_stamps_file(settings).read_bytes()) or b"")
        if data["site"] == str(settings.site_dir.resolve()):
            return {path: [*stamp] for path, stamp in data["files"].items() if len(stamp) == 4}
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        pass
    return {}
